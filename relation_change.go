package dispute

import (
	"cmp"
	"math"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/course"
	"github.com/dispute-go/dispute/internal/ticks"
)

// A RelationChange is a change of a relation that can have taken effect: an event
// or claim that begins, or the end of one that lasts, and the state it brings.
type RelationChange struct {
	Pair
	// Ruling is what brings the state. Its Days are those on which it can take
	// effect, here and not otherwise: what begins later on the same day can
	// hide it from [Relation.On].
	Ruling
	// State is what it brings. A change that can bring several is
	// listed with each.
	State   State   `json:"state"`
	Against ActorID `json:"against,omitzero"`
	// Ceases says that State ends with it, on cooperation and support.
	Ceases bool `json:"ceases,omitzero"`
	// Certainty tells what was asked for: that it takes effect between two
	// days, that it is the first change, or the last.
	Certainty Certainty `json:"certainty"`

	from  Relation // which words are made of
	asked changeQuestion
	read  *said // the words that came with it
}

// A changeQuestion is what a RelationChange answers.
type changeQuestion uint8

const (
	whichChanges changeQuestion = iota
	whichFirst
	whichLast
)

// Changes returns what can have changed after the first day and by the second:
// ordered by the first day on which it can have taken effect, then by the
// last, then by event, claim, end and state. A change is certain if it takes
// effect between the two days in every placement of the uncertain dates. The
// zero Day leaves its side unbounded.
//
// The answer is exact on tracks where the last change wins and every change
// counts, as the last change is; else it is sound, so that none is certain or left
// out that is not.
//
// The cost is near-linear in the changes of the relation.
func (r Relation) Changes(from, to edtf.Day) []RelationChange {
	days := course.Days{First: math.MinInt64, Last: math.MaxInt64}
	if !from.IsZero() {
		days.First = ticks.Clamp(from.Number()) + 1
	}
	if !to.IsZero() {
		days.Last = ticks.Clamp(to.Number())
	}
	list := changesFound{r: r, asked: whichChanges}
	for i, s := range r.strands() {
		for _, t := range s.Turnings() {
			if found, sure := t.Within(days); found != nil {
				t.Days = found
				list.add(i, &t, certaintyOf(true, sure))
			}
		}
	}
	return list.inOrder()
}

// FirstChange returns the changes that can have been the first to take effect,
// and LastChange those that can have been the last, in the order of
// [Relation.Changes]; no changes leave nothing. Where there is only one, it is
// certain. On cooperation and support they are those of all kinds together.
//
// On tracks where the last change wins the first change is exact, with one-of
// sets and with links, and so is the last where every change counts: where none
// depends on the state it finds and nothing that lasts ends. Else, and where
// hundreds of changes overlap, the answer is sound: none that can be the first,
// or the last, is left out.
func (r Relation) FirstChange() []RelationChange {
	turnings, sure := course.First(r.strands())
	return r.outermost(whichFirst, turnings, sure)
}

// LastChange returns the changes that can have been the last to take effect:
// see [Relation.FirstChange].
func (r Relation) LastChange() []RelationChange {
	turnings, sure := course.Last(r.strands())
	return r.outermost(whichLast, turnings, sure)
}

// outermost returns the changes of turnings by strand. A single one is certain
// if some change surely takes effect.
func (r Relation) outermost(asked changeQuestion, turnings [][]course.Turning, sure bool) []RelationChange {
	found := changesFound{r: r, asked: asked}
	for i := range turnings {
		for j := range turnings[i] {
			found.add(i, &turnings[i][j], CertaintyPossible)
		}
	}
	if len(found.list) == 1 && sure {
		found.list[0].Certainty = CertaintyCertain
	}
	return found.inOrder()
}

// changesFound is an answer as it is put together.
type changesFound struct {
	r     Relation
	asked changeQuestion
	list  []RelationChange
}

// add adds a change for each state that a turning of a strand can bring.
func (x *changesFound) add(strand int, t *course.Turning, c Certainty) {
	s := &x.r.file.strands[strand]
	if !t.States.One() {
		c = CertaintyPossible
	}
	ruling := s.rulings[t.Change]
	ruling.Days = rangeOf(course.Days{First: t.Days[0].First, Last: t.Days[len(t.Days)-1].Last})
	if t.EndsCover {
		ruling.End, ruling.When = true, rangeOf(t.Bounds)
	}
	for state := range t.States.All() {
		change := RelationChange{Pair: x.r.pair, Ruling: ruling, State: State(state), Against: s.target, Certainty: c,
			Ceases: t.EndsCover, from: x.r, asked: x.asked}
		if x.r.pair.Track.Concurrent() && change.State == StateNone {
			change.State, change.Ceases = s.kind, true // the change that ends it brings nothing
		}
		x.list = append(x.list, change)
	}
}

// inOrder returns the changes in their order.
func (x *changesFound) inOrder() []RelationChange {
	slices.SortStableFunc(x.list, func(a, b RelationChange) int {
		return cmp.Or(a.Days.First.Compare(b.Days.First), a.Days.compareLast(b.Days), cmp.Compare(a.Event, b.Event),
			cmp.Compare(a.Claim, b.Claim), compareFlags(a.End, b.End), cmp.Compare(a.State, b.State), cmp.Compare(a.Against, b.Against))
	})
	return x.list
}
