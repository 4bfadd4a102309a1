package dispute

import (
	"cmp"
	"iter"
	"math"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/course"
	"github.com/dispute-go/dispute/internal/ticks"
)

// A Turn is a change of a relation that can have taken effect: an event or
// claim that begins, or the end of one that lasts, and the state it brings.
type Turn struct {
	Pair
	// Ruling is what brings the state. Its Days are those on which it can take
	// effect, here and not otherwise: what begins later on the same day can
	// hide it from [Relation.On].
	Ruling
	// State is what it brings. A change that can bring several has a Turn for
	// each.
	State   State   `json:"state"`
	Against ActorID `json:"against,omitzero"`
	// Ceases says that State ends with it, on cooperation and support.
	Ceases bool `json:"ceases,omitzero"`
	// Certainty tells what was asked for: that it takes effect between two
	// days, that it is the first change, or the last.
	Certainty Certainty `json:"certainty"`
	// Reasons are those of the whole answer, which all its turns share. They
	// must not be modified.
	Reasons Reasons `json:"reasons"`
}

// Changes yields what can have changed after the first day and by the second:
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
func (r Relation) Changes(from, to edtf.Day) iter.Seq[Turn] {
	days := course.Days{First: math.MinInt64, Last: math.MaxInt64}
	if !from.IsZero() {
		days.First = ticks.Clamp(from.Number()) + 1
	}
	if !to.IsZero() {
		days.Last = ticks.Clamp(to.Number())
	}
	return func(yield func(Turn) bool) {
		var list []Turn
		for i, s := range r.strands() {
			for _, t := range s.Turnings() {
				if found, sure := t.Within(days); found != nil {
					t.Days = found
					list = r.appendTurns(list, &r.on.strands[i], &t, certaintyOf(true, sure))
				}
			}
		}
		for _, t := range r.inOrder("changes", list) {
			if !yield(t) {
				return
			}
		}
	}
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
func (r Relation) FirstChange() []Turn {
	turnings, sure := course.First(r.strands())
	return r.outermost("first change", turnings, sure)
}

// LastChange returns the changes that can have been the last to take effect:
// see [Relation.FirstChange].
func (r Relation) LastChange() []Turn {
	turnings, sure := course.Last(r.strands())
	return r.outermost("last change", turnings, sure)
}

// outermost returns the turns of turnings by strand. A single one is certain if
// some change surely takes effect.
func (r Relation) outermost(fact string, turnings [][]course.Turning, sure bool) []Turn {
	var list []Turn
	for i := range turnings {
		for j := range turnings[i] {
			list = r.appendTurns(list, &r.on.strands[i], &turnings[i][j], CertaintyPossible)
		}
	}
	if len(list) == 1 && sure {
		list[0].Certainty = CertaintyCertain
	}
	return r.inOrder(fact, list)
}

// strands returns the courses of the relation, in the order of its strands.
func (r Relation) strands() []*course.Strand {
	if r.on == nil {
		return nil
	}
	list := make([]*course.Strand, len(r.on.strands))
	for i := range list {
		list[i] = r.on.strands[i].Strand
	}
	return list
}

// appendTurns adds a turn for each state that a turning can bring.
func (r Relation) appendTurns(list []Turn, s *strand, t *course.Turning, c Certainty) []Turn {
	if !t.States.One() {
		c = CertaintyPossible
	}
	ruling := s.rulings[t.Change]
	ruling.Days = rangeOf(course.Days{First: t.Days[0].First, Last: t.Days[len(t.Days)-1].Last})
	if t.EndsCover {
		ruling.End, ruling.When = true, rangeOf(t.Bounds)
	}
	for state := range t.States.All() {
		turn := Turn{Pair: r.pair, Ruling: ruling, State: State(state), Against: r.v.actorID(s.against), Certainty: c, Ceases: t.EndsCover}
		if r.pair.Track.Concurrent() && turn.State == StateNone {
			turn.State, turn.Ceases = s.kind, true // the change that ends it brings nothing
		}
		list = append(list, turn)
	}
	return list
}

// inOrder puts the turns of an answer in order and gives them its reasons.
func (r Relation) inOrder(fact string, list []Turn) []Turn {
	if len(list) == 0 {
		return nil
	}
	slices.SortStableFunc(list, func(a, b Turn) int {
		return cmp.Or(a.Days.First.Compare(b.Days.First), a.Days.compareLast(b.Days), cmp.Compare(a.Event, b.Event),
			cmp.Compare(a.Claim, b.Claim), compareFlags(a.End, b.End), cmp.Compare(a.State, b.State), cmp.Compare(a.Against, b.Against))
	})
	reasons := r.on.reasons(fact)
	for i := range list {
		list[i].Reasons = reasons
	}
	return list
}
