package dispute

import (
	"github.com/dispute-go/dispute/edtf"
)

// Lens returns the lens of the view.
func (v *View) Lens() Lens { return v.lens }

// Day returns the day as of which the view is taken: the earlier of its
// lens's days, or the zero Day when neither is set.
func (v *View) Day() edtf.Day { return v.today() }

// A View is a dossier seen through a [Lens]. It is immutable and safe for use
// by any number of goroutines at once. All its answers are pure functions of
// the record and the lens; lists come in a documented order which never
// depends on the order of the input.
type View struct{ *relations }

// View looks at the dossier through a lens. It reports an error when the lens
// names an actor that is not on file, a label or rule that cannot be used.
// The cost is near-linear in the size of the record.
func (d *Dossier) View(l Lens) (*View, error) {
	s, err := newSight(d, l)
	if err != nil {
		return nil, err
	}
	return &View{newRelations(newChronology(newCourt(newMentions(s))))}, nil
}
