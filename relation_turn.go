package dispute

import (
	"cmp"
	"iter"
	"math"
	"math/bits"
	"slices"

	"github.com/dispute-go/dispute/edtf"
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

// turns returns the turns that pick takes, in order.
func (r Relation) turns(fact string, turnings [][]turning, pick func(t *turning) ([]run, Certainty)) []Turn {
	var list []Turn
	for i := range turnings {
		s := &r.on.strands[i]
		for j := range turnings[i] {
			t := &turnings[i][j]
			days, c := pick(t)
			if c == CertaintyExcluded {
				continue
			}
			if bits.OnesCount64(t.states) > 1 {
				c = CertaintyPossible
			}
			for m := t.states; m != 0; m &= m - 1 {
				turn := Turn{Pair: r.pair, Ruling: t.ruling, State: State(bits.TrailingZeros64(m)), Against: r.on.v.actorID(s.against), Certainty: c, Ceases: t.ceases}
				if r.pair.Track.Concurrent() && turn.State == StateNone {
					turn.State, turn.Ceases = s.kind, true // the change that ends it brings nothing
				}
				turn.Days = dayRange(days[0].first, days[len(days)-1].last)
				list = append(list, turn)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Turn) int {
		return cmp.Or(a.Days.First.Compare(b.Days.First), a.Days.compareLast(b.Days), cmp.Compare(a.Event, b.Event),
			cmp.Compare(a.Claim, b.Claim), compareFlags(a.End, b.End), cmp.Compare(a.State, b.State), cmp.Compare(a.Against, b.Against))
	})
	if len(list) > 0 {
		reasons := r.on.reasons(fact)
		for i := range list {
			list[i].Reasons = reasons
		}
	}
	return list
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
	first, last := int64(math.MinInt64), int64(math.MaxInt64)
	if !from.IsZero() {
		first = clampDay(from.Number()) + 1
	}
	if !to.IsZero() {
		last = clampDay(to.Number())
	}
	return func(yield func(Turn) bool) {
		list := r.turns("changes", r.turnings(), func(t *turning) ([]run, Certainty) {
			days := runsWithin(t.days, first, last)
			switch {
			case days == nil:
				return nil, CertaintyExcluded
			case t.sure && first <= t.first && t.last <= last:
				return days, CertaintyCertain
			}
			return days, CertaintyPossible
		})
		for _, t := range list {
			if !yield(t) {
				return
			}
		}
	}
}

// runsWithin returns the days from first to last.
func runsWithin(days []run, first, last int64) []run {
	var list []run
	for _, x := range days {
		if x.first, x.last = max(x.first, first), min(x.last, last); x.first <= x.last {
			list = append(list, x)
		}
	}
	return list
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
	turnings := r.turnings()
	if r.on != nil && len(turnings) == 1 && !r.pair.Track.Concurrent() {
		x := r.on.strands[0].effects
		return r.outermost("first change", turnings, func(t *turning) []run {
			if !x.first[t.change] {
				return nil
			}
			return runsWithin(t.days, math.MinInt64, halfDay(x.least))
		})
	}
	surely := int64(math.MaxInt64) // the day by which one has taken effect
	for t := range sureOf(turnings) {
		surely = min(surely, t.last)
	}
	return r.outermost("first change", turnings, func(t *turning) []run {
		if t.preceded {
			return nil
		}
		return runsWithin(t.days, math.MinInt64, surely)
	})
}

// LastChange returns the changes that can have been the last to take effect:
// see [Relation.FirstChange].
func (r Relation) LastChange() []Turn {
	turnings := r.turnings()
	if r.on != nil && len(turnings) == 1 && !r.pair.Track.Concurrent() {
		s := &r.on.strands[0]
		if s.effects.closing == nil {
			days := s.effects.lastDays()
			return r.outermost("last change", turnings, func(t *turning) []run { return days[t.change] })
		}
		end := s.segments[len(s.segments)-1].possible // what the last change brings still holds
		for i := range turnings[0] {
			turnings[0][i].states &= end
		}
	}
	surely := int64(math.MinInt64) // the day before which the last does not lie
	for t := range sureOf(turnings) {
		surely = max(surely, t.first)
	}
	return r.outermost("last change", turnings, func(t *turning) []run {
		if t.followed || t.states == 0 {
			return nil
		}
		return runsWithin(t.days, surely, math.MaxInt64)
	})
}

// turnings returns the changes that can take effect, by strand.
func (r Relation) turnings() [][]turning {
	if r.on == nil {
		return nil
	}
	list := make([][]turning, len(r.on.strands))
	for i := range list {
		list[i] = r.on.strands[i].turnings()
	}
	return list
}

// alone returns, by strand and in the order of time, the changes that surely
// take effect on days on which nothing else can: what they bring is the state at
// the end of the day.
func (r Relation) alone() [][]turning {
	list := r.turnings()
	for i := range list {
		list[i] = slices.DeleteFunc(list[i], func(t turning) bool {
			return !t.sure || !t.alone || bits.OnesCount64(t.states) != 1 || r.pair.Track.Concurrent()
		})
		slices.SortFunc(list[i], func(a, b turning) int { return compare(a.first, b.first) })
	}
	return list
}

// sureOf yields the changes that take effect in every placement.
func sureOf(turnings [][]turning) iter.Seq[*turning] {
	return func(yield func(*turning) bool) {
		for _, list := range turnings {
			for i := range list {
				if list[i].sure && !yield(&list[i]) {
					return
				}
			}
		}
	}
}

func (r Relation) outermost(fact string, turnings [][]turning, when func(*turning) []run) []Turn {
	list := r.turns(fact, turnings, func(t *turning) ([]run, Certainty) {
		if days := when(t); days != nil {
			return days, CertaintyPossible
		}
		return nil, CertaintyExcluded
	})
	if len(list) == 1 {
		// Where the last change wins, the first on file always takes effect.
		surely := !r.pair.Track.Concurrent()
		for range sureOf(turnings) {
			surely = true
			break
		}
		if surely {
			list[0].Certainty = CertaintyCertain
		}
	}
	return list
}
