package dispute

import (
	"iter"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/ticks"
)

// A Relation is one track of the relation between two actors, as a view sees
// it. Get one from [View.Relation] or [View.Relations]; the zero Relation has
// nothing on file. It is immutable and safe for use by any number of
// goroutines at once.
//
// Which events change a track is told by the rules of the view's policy; only
// those that the view accepts and that have at least begun count. Diplomatic
// relations, representation, hostility, membership and stance are tracks on
// which the last change wins; on cooperation and support each kind has its own
// beginning and end.
type Relation struct {
	v    *relations // nil for the zero Relation
	pair Pair
	file *relationFile // nil when there is nothing on file
}

// Relation returns a track of the relation between two actors. On mutual
// tracks their order does not matter. Actors that are not on file, or not
// there yet, have nothing on file with anybody, nor has an actor with itself.
//
// The cost is near-linear in the events and claims of the actor that has
// fewer, and in what they are linked with.
func (v *View) Relation(from, to ActorID, t Track) Relation {
	v = v.orEmpty()
	a, b := v.resolve(from.Ref()), v.resolve(to.Ref())
	if a != none && b != none && a != b {
		if r := v.relation(a, b, t); r.file != nil {
			return r
		}
	}
	if t.Mutual() && to < from {
		from, to = to, from
	}
	return Relation{v: v.relations, pair: Pair{t, from, to}}
}

// Relations returns every track between two actors on which anything is on
// file, accepted or not, ordered by track, then by From, then by To. Of a
// mutual track it returns the pair whose From has the lesser ID. The cost of a
// full walk is near-linear in the record and in what it returns.
func (v *View) Relations() iter.Seq[Relation] {
	v = v.orEmpty()
	return func(yield func(Relation) bool) {
		for t := TrackDiplomaticRelations; tracks.valid(uint8(t)); t++ {
			for _, from := range v.currents(ItemActor) {
				for _, to := range v.partners(from, t) {
					if r := v.relation(from, to, t); r.file != nil && !yield(r) {
						return
					}
				}
			}
		}
	}
}

// Pair returns the track and the actors; on mutual tracks From has the lesser
// ID. An actor that was replaced goes by its current ID where anything is on
// file, else by the ID asked for.
func (r Relation) Pair() Pair { return r.pair }

// unchanged is the NoChangeRecorded of all answers.
func (r Relation) unchanged() bool { return r.file == nil || r.file.unchanged() }

// On returns the state at the end of a day. The zero Day is refused with a state
// on which nothing is listed.
func (r Relation) On(day edtf.Day) RelationState {
	s := RelationState{Pair: r.pair, Day: day, NoChangeRecorded: r.unchanged()}
	switch {
	case r.file == nil:
		s.text = noChange
	case day.IsZero():
		s.text = "no day given"
	}
	if s.text != "" {
		s.Reasons = r.reasons(s.text)
		return s
	}
	f := r.file
	d := ticks.Clamp(day.Number())
	for i := range f.strands {
		s.States = f.strands[i].appendOn(s.States, f.v, d)
	}
	slices.SortStableFunc(s.States, PossibleState.compare)
	s.Claims = f.reported(f.beside, d)
	s.Alleged = f.reported(f.alleged, d)
	for _, g := range f.gaps {
		if g.When.First.IsZero() || g.When.First.Compare(day) <= 0 {
			g.Found = slices.Clone(g.Found)
			s.Gaps = append(s.Gaps, g)
		}
	}
	s.text = f.sentence(&s)
	s.Reasons = f.reasons(day.String() + ": " + f.statesText(&s))
	return s
}

// Spells returns the history of the relation: see [History.Spells].
func (r Relation) Spells() []Spell {
	if r.file == nil {
		return nil
	}
	return r.file.spells()
}

// History returns the course of the relation, with its reasons. The cost is
// near-linear in the changes and claims of the relation.
func (r Relation) History() History {
	h := History{Pair: r.pair, NoChangeRecorded: r.unchanged()}
	if r.file == nil {
		h.Reasons = r.reasons("history")
		return h
	}
	f := r.file
	h.Spells = f.spells()
	h.Claims = f.allReported(f.beside)
	h.Alleged = f.allReported(f.alleged)
	for _, g := range f.gaps {
		g.Found = slices.Clone(g.Found)
		h.Gaps = append(h.Gaps, g)
	}
	h.Reasons = f.reasons("history")
	return h
}
