package dispute

import (
	"github.com/dispute-go/dispute/edtf"
)

// Lens returns the lens of the view.
func (v *View) Lens() Lens { return v.orEmpty().lens }

// Day returns the day as of which the view is taken: the earlier of its
// lens's days, or the zero Day when neither is set.
func (v *View) Day() edtf.Day { return v.orEmpty().today() }

// A View is a dossier seen through a [Lens]. It is immutable and safe for use
// by any number of goroutines at once. All its answers are pure functions of
// the record and the lens; lists come in a documented order which never
// depends on the order of the input. The zero View, and nil, see nothing: they
// answer as a view of an empty record does.
type View struct{ *relations }

// orEmpty returns the view, or one that sees nothing where there is none. Every
// exported method begins with it.
func (v *View) orEmpty() *View {
	if v != nil && v.relations != nil {
		return v
	}
	empty, _ := new(Dossier).View(Lens{}) // the zero Lens can always be used
	return empty
}

// View looks at the dossier through a lens. It reports an error when the lens
// names an actor that is not on file, a label or rule that cannot be used.
// The cost is near-linear in the size of the record.
func (d *Dossier) View(l Lens) (*View, error) {
	s, err := newSight(d.orEmpty(), l)
	if err != nil {
		return nil, err
	}
	return &View{newRelations(newChronology(newCourt(newMentions(s))))}, nil
}
