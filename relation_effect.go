package dispute

import (
	"math/bits"
	"slices"

	"github.com/dispute-go/dispute/internal/span"
)

// The work of telling what each change found is bounded; beyond the bounds
// every state of the track counts as found, which keeps the answer sound.
const (
	// Pairs of a change and another that can come just before it: so many in
	// all, of the changes that have the fewest, and so many of each in any case.
	maxFound     = 1 << 18
	maxFoundEach = 32
	maxAncestors = 1 << 20 // words of sets of changes that must come before
)

// effects tells what every change of a track finds and brings.
type effects struct {
	lineup
	holds []hold
	gives *precedences // of what goes on
	// found and brought are the states it can find and leave behind, as bits.
	found, brought []uint64
	falls          []uint64 // what a lasting event's end falls back to
	together       map[closing]ending
	ancestors      ancestors
	reaches        reaches
	before         [][]reach       // by change: where others can come just before it; nil if too many
	first          []bool          // by change: it can come before all others
	closing        map[int64]int64 // where something lasts
	going          []span.Range    // where something surely goes on
	least          int64           // the half tick by which something has surely changed
	all            uint64          // every state that anything brings or presupposes
}

// effectsOf follows what the changes of one track can find. Every change finds
// what one of those brought that can come just before it, or, where it can be
// the first, what it presupposes: the least such states are what it can find.
func (v *View) effectsOf(changes []change, t Track) *effects {
	x := &effects{lineup: v.lineUp(changes), holds: holdStates(changes), gives: &v.relations.gives[t], found: make([]uint64, len(changes)), brought: make([]uint64, len(changes)), least: span.PosInf}
	lasting := false
	for i := range changes {
		c := &changes[i]
		x.least = min(x.least, c.last())
		x.all |= bit(c.state) | c.premise()
		lasting = lasting || c.isEnd
	}
	if lasting {
		x.closing = x.closingOf(func(int32) bool { return true })
	}
	x.ancestors = ancestorsOf(&x.lineup)
	x.reaches = reachesOf(&x.lineup)
	x.listBefore()
	x.first = x.canBeFirst()
	x.together = x.endingTogether()
	x.falls = x.fallsOf()
	x.going = x.goesOn()
	for i := range changes {
		if x.first[i] {
			x.found[i] |= changes[i].premise()
		}
		if x.before[i] == nil {
			x.found[i] |= x.all
		}
	}
	x.spread()
	return x
}

// spread hands on what each change brings to those that can come just after it.
func (x *effects) spread() {
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

// bring returns what change i leaves behind, given what it can find.
func (x *effects) bring(i int32) uint64 {
	c := &x.changes[i]
	found := x.found[i]
	if c.isEnd {
		return x.end(i, found)
	}
	brought := found & c.leaves
	if found&^c.leaves != 0 {
		brought |= bit(c.state)
	}
	return brought
}

// idle reports whether a change leaves every state it can find.
func (x *effects) idle(i int32) bool {
	c := &x.changes[i]
	if !c.isEnd {
		return x.found[i]&^c.leaves == 0
	}
	own := bit(x.changes[c.start].state)
	return x.found[i]&own == 0 || x.falls[i] == own
}

// tells reports whether a change tells anything of the state: it takes effect,
// or can be the first, and then leaves what it presupposes.
func (x *effects) tells(i int32) bool { return !x.idle(i) || x.first[i] }

// canBeFirst tells which changes can come before all others.
func (x *effects) canBeFirst() []bool {
	can := make([]bool, len(x.changes))
	for i := range x.changes {
		c := &x.changes[i]
		can[i] = !c.isEnd && !x.ancestors.any[i] && c.first() <= x.least
	}
	return can
}

// listBefore lists for every change those that can come just before it, and
// where it lies then; nil where that would be too many.
func (x *effects) listBefore() {
	counts := make([]int, len(x.changes))
	for i := range x.changes {
		for _, r := range x.changes[i].domain {
			counts[i] += x.reaches.count(r)
		}
	}
	most, total := affordable(counts)
	x.before = make([][]reach, len(x.changes))
	arena := make([]reach, 0, total)
	for i := range x.changes {
		if counts[i] > most {
			continue
		}
		start := len(arena)
		for _, r := range x.changes[i].domain {
			x.reaches.around(r, func(f reach) {
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

// affordable returns the greatest count such that all up to it sum up to no
// more than maxFound, or maxFoundEach if that is more, and their sum.
func affordable(counts []int) (most, total int) {
	sorted := slices.Sorted(slices.Values(counts))
	for i := 0; i < len(sorted); {
		n, sum := sorted[i], total
		for ; i < len(sorted) && sorted[i] == n; i++ {
			sum += n
		}
		if sum > maxFound && n > maxFoundEach {
			break
		}
		most, total = n, sum
	}
	return most, total
}

// canPrecede reports whether the change of f can come just before change i
// where i lies in f.
func (x *effects) canPrecede(f reach, i int32) bool {
	c := &x.changes[f.change]
	if c.isEnd {
		if e := &x.changes[i]; e.isEnd && c.first() == c.last() && c.first() == e.first() && c.first() == e.last() {
			return false // they happen at once
		}
		// What lies inside a range of closes stands in for the close before:
		// whatever must happen on that very day comes after it.
		if day := halfDay(f.First); day == halfDay(f.Last) {
			if over, ok := x.closing[day]; ok && f.First > over && f.Last < closeOf(day) && span.Contains(c.domain, f.First) {
				return false
			}
		}
	}
	if x.ancestors.sets == nil {
		return true
	}
	latest, ok := span.Prev(c.domain, f.Last)
	return ok && x.ancestors.latest[i] <= latest && !x.ancestors.precedes(i, f.change) && !x.ancestors.apart(f.change, i)
}

// closingOf returns, for every day on which some change that counts surely
// happens and on no other, the first half tick by which one has.
func (x *effects) closingOf(counts func(i int32) bool) map[int64]int64 {
	days := map[int64]int64{}
	for i := range x.changes {
		c := &x.changes[i]
		day := halfDay(c.first())
		if c.isEnd || c.first() == span.NegInf || day != halfDay(c.last()) || !counts(int32(i)) {
			continue
		}
		if by, ok := days[day]; !ok || c.last() < by {
			days[day] = c.last()
		}
	}
	return days
}

// fallsOf returns for every end of a lasting event what the state falls back
// to where it still is that event's: the state of what still goes on, or what
// follows where nothing does.
func (x *effects) fallsOf() []uint64 {
	falls := make([]uint64, len(x.changes))
	going, lasting := x.lastings()
	for i := range x.changes {
		c := &x.changes[i]
		if !c.isEnd {
			continue
		}
		own := bit(x.changes[c.start].state)
		var possibly, surely uint64
		for m := lasting; m != 0; m &= m - 1 {
			s := bits.TrailingZeros64(m)
			others := going[s].count(c.first(), c.last())
			if bit(State(s)) == own && c.first() < c.last() {
				others-- // itself
			}
			if others > 0 {
				possibly |= 1 << s
			}
			if going[s].surely(c.first(), c.last()) {
				surely |= 1 << s
			}
		}
		if falls[i] = x.gives.strongest(own, possibly, surely); surely == 0 {
			falls[i] |= bit(x.follows(int32(i)))
		}
	}
	return falls
}

// lasting is the lasting events of one state: the half ticks at which each can
// have begun and can still go on, ascending, and from when, and how long, some
// surely goes on.
type lasting struct {
	begin, end  []int64
	from, until []int64
}

// lastings returns the lasting events by state, and their states.
func (x *effects) lastings() (by [maxStates]lasting, states uint64) {
	for _, i := range x.byLast {
		c := &x.changes[i]
		if !c.lasting || c.isEnd {
			continue
		}
		states |= bit(c.state)
		last, until := span.PosInf, span.PosInf
		if c.end != none {
			last, until = x.changes[c.end].last(), x.changes[c.end].first()
			if last == span.NegInf {
				continue
			}
			last--
		}
		l := &by[c.state]
		l.begin, l.end = append(l.begin, c.first()), append(l.end, last)
		if n := len(l.until); n > 0 {
			until = max(until, l.until[n-1])
		}
		l.from, l.until = append(l.from, c.last()), append(l.until, until)
	}
	for m := states; m != 0; m &= m - 1 {
		l := &by[bits.TrailingZeros64(m)]
		slices.Sort(l.begin)
		slices.Sort(l.end)
	}
	return by, states
}

// count returns how many of the events can go on at some half tick from first
// to last.
func (l *lasting) count(first, last int64) int {
	over, _ := slices.BinarySearch(l.end, first)
	return upTo(l.begin, last) - over
}

// surely reports whether one of the events surely goes on from first to past
// last.
func (l *lasting) surely(first, last int64) bool {
	i := upTo(l.from, first)
	return i > 0 && (l.until[i-1] > last || l.until[i-1] == span.PosInf)
}
