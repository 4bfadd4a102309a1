package dispute

import (
	"iter"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/course"
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
//
// A Relation is encoded as its [History]. One that was read back from that says
// what is told there: Pair, String, Spells and History. It cannot tell more: On lists
// nothing and says so, Changes, FirstChange, LastChange and Years have nothing, and
// CountDays leaves all open.
type Relation struct {
	pair Pair
	v    *relations    // nil for the zero Relation, and for one that was read
	file *relationFile // nil when there is nothing on file
	read *History      // what it was read from
}

// Relation returns a track of the relation between two actors. On mutual
// tracks their order does not matter. Actors that are not on file, or not
// there yet, have nothing on file with anybody, nor has an actor with itself.
//
// The cost is near-linear in the events and claims of the actor that has
// fewer, and in what they are linked with.
func (v *View) Relation(from, to ActorID, t Track) Relation {
	a, b := v.resolve(from.Ref()), v.resolve(to.Ref())
	if a != none && b != none && a != b {
		if f := v.relationFile(a, b, t); f != nil {
			return v.relationOn(f)
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
	return func(yield func(Relation) bool) {
		for t := TrackDiplomaticRelations; tracks.valid(uint8(t)); t++ {
			for _, from := range v.currents(ItemActor) {
				for _, to := range v.partners(from, t) {
					if f := v.relationFile(from, to, t); f != nil && !yield(v.relationOn(f)) {
						return
					}
				}
			}
		}
	}
}

func (v *relations) relationOn(f *relationFile) Relation {
	return Relation{v: v, pair: f.pair, file: f}
}

// Pair returns the track and the actors; on mutual tracks From has the lesser
// ID. An actor that was replaced goes by its current ID where anything is on
// file, else by the ID asked for.
func (r Relation) Pair() Pair { return r.pair }

// unchanged is the NoChangeRecorded of all answers.
func (r Relation) unchanged() bool {
	if r.read != nil {
		return r.read.NoChangeRecorded
	}
	return r.file == nil || len(r.file.strands) == 0
}

// On returns the state at the end of a day. The zero Day is refused with a state
// on which nothing is listed. The cost is linear in the changes and claims of the
// relation.
func (r Relation) On(day edtf.Day) RelationState {
	s := RelationState{Pair: r.pair, Day: day, NoChangeRecorded: r.unchanged(), from: r}
	if r.file == nil || day.IsZero() {
		return s
	}
	d := ticks.Clamp(day.Number())
	s.States = r.file.statesOn(d)
	s.Claims = reportedBy(r.file.beside, d)
	s.Alleged = reportedBy(r.file.alleged, d)
	s.Gaps = r.file.gapsBy(day)
	return s
}

// Spells returns the history of the relation: see [History].Spells.
func (r Relation) Spells() []Spell {
	switch {
	case r.read != nil:
		return r.read.clone().Spells
	case r.file == nil:
		return nil
	}
	return r.file.spells()
}

// History returns the course of the relation. The cost is near-linear in the
// changes and claims of the relation.
func (r Relation) History() History {
	if r.read != nil {
		return r.read.clone()
	}
	h := History{Pair: r.pair, NoChangeRecorded: r.unchanged(), from: r}
	if r.file == nil {
		return h
	}
	h.Spells = r.file.spells()
	h.Claims = reportedEver(r.file.beside)
	h.Alleged = reportedEver(r.file.alleged)
	h.Gaps = cloneGaps(r.file.gaps)
	return h
}

// strands returns the courses of the relation, in the order of its strands.
func (r Relation) strands() []*course.Strand {
	if r.file == nil {
		return nil
	}
	list := make([]*course.Strand, len(r.file.strands))
	for i := range list {
		list[i] = r.file.strands[i].Strand
	}
	return list
}
