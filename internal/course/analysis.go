package course

import (
	"slices"

	"github.com/dispute-go/dispute/internal/giveway"
	"github.com/dispute-go/dispute/internal/span"
	"github.com/dispute-go/dispute/internal/ticks"
)

// An analysis tells what every change of a track can find and bring.
type analysis struct {
	lineup
	bounds bounds
	splits []split
	gives  *giveway.Table // which of the states that go on give way to which

	// By change: the states that it can find, and those that hold after it.
	found, brought []States
	fallback       []States // by change: of an end, what the state can fall back to
	joint          map[jointKey]joint
	ancestors      ancestors
	reaches        reaches
	// By change: where others can be the last one before it; nil if they are too
	// many to look at.
	before [][]reach
	first  []bool // by change: it can come before all others
	// Where something ends: by day on which some start surely lies, the half
	// tick by which one has happened.
	fixedDays map[int64]int64
	surely    []span.Range // the half ticks at which something surely goes on
	begunBy   int64        // the half tick by which something has surely happened
	all       States       // every state that anything brings or presupposes
}

// analyse finds out what the changes of one track can find. Every change finds
// what one of those brought that can come just before it, or, where it can be
// the first, its premise: the least sets of states for which that is so are what
// the changes can find. It splits states in the changes.
func analyse(changes []Change, links Links, gives *giveway.Table, within bounds) *analysis {
	x := &analysis{lineup: lineUp(changes, links), bounds: within, splits: splitStates(changes), gives: gives,
		found: make([]States, len(changes)), brought: make([]States, len(changes)), begunBy: span.PosInf}
	ends := false
	for i := range changes {
		c := &changes[i]
		x.begunBy = min(x.begunBy, c.last())
		x.all |= Of(c.State) | c.Premise
		ends = ends || c.IsEnd
	}
	if ends {
		x.fixedDays = x.fixedDaysOf(func(int32) bool { return true })
	}
	x.ancestors = ancestorsOf(&x.lineup, within.ancestors)
	x.reaches = reachesOf(&x.lineup)
	x.listBefore()
	x.first = x.canBeFirst()
	x.joint = x.jointEnds()
	x.fallback = x.fallbacks()
	x.surely = x.surelyGoingOn()
	for i := range changes {
		if x.first[i] {
			x.found[i] |= changes[i].Premise
		}
		if x.before[i] == nil {
			x.found[i] |= x.all
		}
	}
	x.spread()
	return x
}

// canBeFirst tells which changes can come before all others.
func (x *analysis) canBeFirst() []bool {
	can := make([]bool, len(x.changes))
	for i := range x.changes {
		c := &x.changes[i]
		can[i] = !c.IsEnd && !x.ancestors.any[i] && c.first() <= x.begunBy
	}
	return can
}

// fixedDaysOf returns, for every day on which some start surely lies that counts
// reports, the half tick by which one has happened.
func (x *analysis) fixedDaysOf(counts func(i int32) bool) map[int64]int64 {
	days := map[int64]int64{}
	for i := range x.changes {
		c := &x.changes[i]
		day, fixed := c.fixedDay()
		if !fixed || !counts(int32(i)) {
			continue
		}
		if by, ok := days[day]; !ok || c.last() < by {
			days[day] = c.last()
		}
	}
	return days
}

// worksOn returns the states that make a change take effect where it finds
// them: those not barred to it, and of the end of what lasts that of its start.
func (x *analysis) worksOn(i int32) States {
	c := &x.changes[i]
	if c.falls() {
		return Of(x.changes[c.Start].State)
	}
	return ^c.Barred
}

// bring returns what holds after a change, given what it can find.
func (x *analysis) bring(i int32) States {
	if x.changes[i].falls() {
		return x.end(i, x.found[i])
	}
	brought := x.found[i] &^ x.worksOn(i)
	if x.found[i]&x.worksOn(i) != 0 {
		brought |= Of(x.changes[i].State)
	}
	return brought
}

// idle reports whether a change takes effect in no placement: it leaves every
// state that it can find.
func (x *analysis) idle(i int32) bool {
	works := x.worksOn(i)
	return x.found[i]&works == 0 || x.changes[i].falls() && x.fallback[i] == works
}

// sure reports whether a change takes effect in every placement.
func (x *analysis) sure(i int32) bool {
	works := x.worksOn(i)
	if !x.changes[i].falls() {
		return x.found[i]&^works == 0
	}
	return x.found[i] == works && x.fallback[i]&works == 0 && !x.endsWithAnother(i)
}

// tells reports whether a change tells anything of the state: it can take
// effect, or it can be the first, so that its premise was the state.
func (x *analysis) tells(i int32) bool { return !x.idle(i) || x.first[i] }

// spread hands on what each change brings to those that can come just after it,
// until nothing new is found.
func (x *analysis) spread() {
	// The changes that can come just after i are after[from[i]:from[i+1]].
	from := make([]int32, len(x.changes)+1)
	for _, list := range x.before {
		for j := range list {
			from[list[j].change]++
		}
	}
	sum := int32(0)
	for i, n := range from {
		from[i], sum = sum, sum+n
	}
	after, at := make([]int32, sum), slices.Clone(from)
	for i, list := range x.before {
		for j := range list {
			f := list[j].change
			after[at[f]] = int32(i)
			at[f]++
		}
	}
	pending, waiting := slices.Clone(x.byFirst), make([]bool, len(x.changes))
	for i := range waiting {
		waiting[i] = true
	}
	for len(pending) > 0 {
		i := pending[0]
		pending, waiting[i] = pending[1:], false
		brought := x.bring(i)
		if brought == x.brought[i] {
			continue
		}
		x.brought[i] = brought
		for _, j := range after[from[i]:from[i+1]] {
			if x.found[j]|brought != x.found[j] {
				x.found[j] |= brought
				if !waiting[j] {
					waiting[j] = true
					pending = append(pending, j)
				}
			}
		}
	}
}

// bounds bound the work of an analysis. Beyond them it knows less: every state of
// the track counts as found, no change counts as surely before another, and
// rulers keep days on which they cannot rule. That keeps the answer sound.
type bounds struct {
	// Pairs of a change and another that can come just before it: so many in
	// all, of the changes that have the fewest, and so many of each in any case.
	before, beforeEach int
	ancestors          int // words of sets of changes that must come before others
	cuts               int // how often days of rulers are cut
	// Changes in all choices of what passes, and so many for each change there is.
	passing, passingEach int
}

var usualBounds = bounds{before: 1 << 18, beforeEach: 32, ancestors: 1 << 20, cuts: 1 << 16, passing: 1 << 17, passingEach: 8}

// of returns bounds for some of the changes, so that those of all parts together
// are bounded by the number of changes.
func (b bounds) of(n int) bounds {
	b.before, b.ancestors, b.cuts = min(b.before, 1<<10+8*n), min(b.ancestors, 1<<10+8*n), min(b.cuts, 1<<10+8*n)
	return b
}

// listBefore lists for every change where others can be the last one before it;
// nil where that would be too many.
func (x *analysis) listBefore() {
	counts := make([]int, len(x.changes))
	for i := range x.changes {
		for _, r := range x.changes[i].Domain {
			counts[i] += x.reaches.count(r)
		}
	}
	most, total := x.bounds.affordable(counts)
	x.before = make([][]reach, len(x.changes))
	arena := make([]reach, 0, total)
	for i := range x.changes {
		if counts[i] > most {
			continue
		}
		start := len(arena)
		for _, r := range x.changes[i].Domain {
			x.reaches.meeting(r, func(f reach) {
				if f.change == int32(i) {
					return
				}
				f.First, f.Last = max(f.First, r.First), min(f.Last, r.Last)
				if x.canPrecede(f, int32(i)) {
					arena = append(arena, f)
				}
			})
		}
		x.before[i] = arena[start:len(arena):len(arena)]
	}
}

// affordable returns the greatest count such that all up to it sum up to no more
// than may come before, or what each may have if that is more, and their sum.
func (b *bounds) affordable(counts []int) (most, total int) {
	sorted := slices.Sorted(slices.Values(counts))
	for i := 0; i < len(sorted); {
		n, sum := sorted[i], total
		for ; i < len(sorted) && sorted[i] == n; i++ {
			if sum += n; sum > b.before && n > b.beforeEach {
				return most, total // before the sum is too large for an int
			}
		}
		most, total = n, sum
	}
	return most, total
}

// canPrecede reports whether the change of f can come just before change i where
// i lies in f.
func (x *analysis) canPrecede(f reach, i int32) bool {
	c := &x.changes[f.change]
	if c.IsEnd && (endAtOnce(c, &x.changes[i]) || x.closeIsLate(f)) {
		return false
	}
	if x.ancestors.sets == nil {
		return true
	}
	latest, ok := span.Prev(c.Domain, f.Last)
	return ok && x.ancestors.latest[i] <= latest && !x.ancestors.precedes(i, f.change) && !x.ancestors.between(f.change, i)
}

// closeIsLate reports whether an end that lies within one day stands in there
// for the close before, and the day begins with something that surely comes
// after that close.
func (x *analysis) closeIsLate(f reach) bool {
	day := ticks.HalfDay(f.First)
	if day != ticks.HalfDay(f.Last) {
		return false
	}
	by, ok := x.fixedDays[day]
	return ok && f.First > by && f.Last < ticks.Close(day) && span.Contains(x.changes[f.change].Domain, f.First)
}
