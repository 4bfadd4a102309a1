package dispute

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/internal/span"
)

// The work of telling what each change found is bounded; beyond the bounds
// every state of the track counts as found, which keeps the answer sound.
const (
	// Pairs of a change and another that can come just before it: so many for
	// all, and so many more for each.
	maxFound     = 1 << 18
	maxFoundEach = 32
	maxAncestors = 1 << 20 // words of sets of changes that must come before
)

// effects tells what every change of a track finds and brings.
type effects struct {
	changes []change
	// found and brought are the states it can find and leave behind, as bits.
	found, brought []uint64
	falls          []uint64 // what a lasting event's end falls back to
	ancestors      ancestors
	before         [][]reach // by change: where others can come just before it; nil if too many
	first          []bool    // by change: it can come before all others
	reaches        []reach   // by first half tick, then change
	furthest       []int64   // implicit tree over reaches: the greatest last
	closing        map[int64]int64
	going          []span.Range // where something surely goes on
	least          int64        // the half tick by which something has surely changed
	all            uint64       // every state that anything brings or presupposes
}

// A reach is a run of half ticks at which a change can be the last one so far.
type reach struct {
	span.Range
	change  int32
	own     int64 // the last half tick of the range of its domain that it begins in
	initial bool  // for an effect: as the first of all
}

// effectsOf follows what the changes of one track can find. Every change finds
// what one of those brought that can come just before it, or, where it can be
// the first, what it presupposes: the least such states are what it can find.
func (v *View) effectsOf(changes []change, links [][2]int32) *effects {
	x := &effects{changes: changes, found: make([]uint64, len(changes)), brought: make([]uint64, len(changes))}
	x.least = span.PosInf
	for i := range changes {
		x.least = min(x.least, changes[i].last())
		x.all |= bit(changes[i].state) | bit(changes[i].presupposes)
	}
	x.ancestors = v.ancestorsOf(changes)
	x.closing = closing(changes)
	x.reaches = reachesOf(changes, links)
	x.index()
	x.listBefore()
	x.first = x.canBeFirst()
	x.falls = x.fallsOf()
	x.going = x.goesOn()
	order := make([]int32, len(changes))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(changes[a].first(), changes[b].first()) })
	after := make([][]int32, len(changes))
	for i, list := range x.before {
		for _, f := range list {
			after[f.change] = append(after[f.change], int32(i))
		}
	}
	for i := range changes {
		if x.first[i] {
			x.found[i] |= bit(changes[i].presupposes)
		}
		if x.before[i] == nil {
			x.found[i] |= x.all
		}
	}
	pending, waiting := order, make([]bool, len(changes))
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
		for _, j := range after[i] {
			if x.found[j]|brought != x.found[j] {
				x.found[j] |= brought
				if !waiting[j] {
					waiting[j] = true
					pending = append(pending, j)
				}
			}
		}
	}
	return x
}

// bring returns what change i leaves behind, given what it can find.
func (x *effects) bring(i int32) uint64 {
	c := &x.changes[i]
	found := x.found[i]
	if c.isEnd {
		own := bit(x.changes[c.start].state)
		if found&own == 0 {
			return found
		}
		return found&^own | x.falls[i]
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

// canBeFirst tells which changes can come before all others.
func (x *effects) canBeFirst() []bool {
	can := make([]bool, len(x.changes))
	for i := range x.changes {
		c := &x.changes[i]
		can[i] = !c.isEnd && !x.ancestors.any[i] && c.first() <= x.least
	}
	return can
}

// reachesOf returns where each change can be the last one so far, where those
// on the same half tick can come in either order.
func reachesOf(changes []change, links [][2]int32) []reach {
	followed := make([]int64, len(changes)) // by then a change that must follow has come
	for i := range followed {
		followed[i] = span.PosInf
	}
	for _, l := range links {
		followed[l[0]] = min(followed[l[0]], changes[l[1]].last())
	}
	type bounds struct{ first, last int64 }
	byFirst := make([]bounds, len(changes))
	for i := range changes {
		byFirst[i] = bounds{changes[i].first(), changes[i].last()}
	}
	slices.SortFunc(byFirst, func(a, b bounds) int { return cmp.Compare(a.first, b.first) })
	for i := len(byFirst) - 2; i >= 0; i-- {
		byFirst[i].last = min(byFirst[i].last, byFirst[i+1].last)
	}
	var list []reach
	for i := range changes {
		domain := changes[i].domain
		for j, own := range domain {
			later, _ := slices.BinarySearchFunc(byFirst, own.Last, func(b bounds, t int64) int {
				if b.first <= t {
					return -1
				}
				return 1
			})
			last := followed[i]
			if later < len(byFirst) {
				last = min(last, byFirst[later].last)
			}
			if j+1 < len(domain) {
				last = min(last, domain[j+1].First-1)
			}
			if last >= own.First {
				list = append(list, reach{Range: span.Range{First: own.First, Last: last}, change: int32(i), own: own.Last})
			}
		}
	}
	return list
}

// index sorts the reaches so that those around a range are found without
// looking at the others.
func (x *effects) index() {
	slices.SortFunc(x.reaches, func(a, b reach) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.change, b.change))
	})
	leaves := 1
	for leaves < len(x.reaches) {
		leaves *= 2
	}
	x.furthest = make([]int64, 2*leaves)
	for i := range x.furthest {
		x.furthest[i] = span.NegInf
	}
	for i, r := range x.reaches {
		x.furthest[leaves+i] = r.Last
	}
	for i := leaves - 1; i > 0; i-- {
		x.furthest[i] = max(x.furthest[2*i], x.furthest[2*i+1])
	}
}

// around calls visit with every reach that meets r, until it returns false.
func (x *effects) around(r span.Range, visit func(reach) bool) {
	n, _ := slices.BinarySearchFunc(x.reaches, r.Last, func(x reach, t int64) int {
		if x.First <= t {
			return -1
		}
		return 1
	})
	leaves := len(x.furthest) / 2
	var walk func(node, first, width int) bool
	walk = func(node, first, width int) bool {
		switch {
		case first >= n || x.furthest[node] < r.First:
			return true
		case width == 1:
			return visit(x.reaches[first])
		}
		return walk(2*node, first, width/2) && walk(2*node+1, first+width/2, width/2)
	}
	walk(1, 0, leaves)
}

// listBefore lists for every change those that can come just before it, and
// where it lies then; nil where that would be too many.
func (x *effects) listBefore() {
	x.before = make([][]reach, len(x.changes))
	work, most := 0, maxFound+maxFoundEach*len(x.changes)
	for i := range x.changes {
		i := int32(i)
		list := []reach{}
		for _, r := range x.changes[i].domain {
			if work > most {
				break
			}
			x.around(r, func(f reach) bool {
				if work++; work > most || f.change == i {
					return work <= most
				}
				f.First, f.Last = max(f.First, r.First), min(f.Last, r.Last)
				if x.canPrecede(f, i) {
					list = append(list, f)
				}
				return true
			})
		}
		if work <= most {
			x.before[i] = list
		}
	}
}

// canPrecede reports whether the change of f can come just before change i
// where i lies in f.
func (x *effects) canPrecede(f reach, i int32) bool {
	c := &x.changes[f.change]
	if c.isEnd {
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

// closing returns, for every day on which some change surely happens and on no
// other, the first half tick by which one has.
func closing(changes []change) map[int64]int64 {
	days := map[int64]int64{}
	for i := range changes {
		c := &changes[i]
		day := halfDay(c.first())
		if c.isEnd || c.first() == span.NegInf || day != halfDay(c.last()) {
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
// follows where nothing does. A state that gives way to another that surely
// goes on is left out.
func (x *effects) fallsOf() []uint64 {
	going := effects{changes: x.changes}
	for i := range x.changes {
		c := &x.changes[i]
		if !c.lasting || c.isEnd {
			continue
		}
		until := span.PosInf
		if c.end != none {
			until = x.changes[c.end].last() - 1
		}
		going.reaches = append(going.reaches, reach{Range: span.Range{First: c.first(), Last: until}, change: int32(i)})
	}
	going.index()
	gives := givingWay(x.changes)
	falls := make([]uint64, len(x.changes))
	work, most := 0, maxFound+maxFoundEach*len(x.changes)
	for i := range x.changes {
		c := &x.changes[i]
		if !c.isEnd {
			continue
		}
		if work > most {
			falls[i] = x.all
			continue
		}
		var possibly, surely uint64
		going.around(span.Range{First: c.first(), Last: c.last()}, func(f reach) bool {
			if work++; f.change == c.start {
				return work <= most
			}
			y := &x.changes[f.change]
			possibly |= bit(y.state)
			if y.last() <= c.first() && (y.end == none || x.changes[y.end].first() > c.last()) {
				surely |= bit(y.state)
			}
			return work <= most
		})
		if work > most {
			falls[i] = x.all
			continue
		}
		for s := State(0); surely>>s != 0; s++ {
			if surely&bit(s) != 0 {
				possibly &^= gives[s]
			}
		}
		if falls[i] = possibly; surely == 0 {
			falls[i] |= bit(c.state)
		}
	}
	return falls
}

// givingWay returns by state the states of lasting events that give way to it:
// none of those events can start from it, and it can start from them.
func givingWay(changes []change) (gives [maxStates]uint64) {
	var barred, barring [maxStates]uint64 // what all, and what any, of the events of a state cannot start from
	var lasting uint64
	for i := range changes {
		c := &changes[i]
		if !c.lasting || c.isEnd {
			continue
		}
		if lasting&bit(c.state) == 0 {
			barred[c.state] = c.leaves
		}
		lasting |= bit(c.state)
		barred[c.state] &= c.leaves
		barring[c.state] |= c.leaves
	}
	for s := range State(maxStates) {
		for weak := range State(maxStates) {
			if s != weak && lasting&bit(weak) != 0 && barred[weak]&bit(s) != 0 && barring[s]&bit(weak) == 0 {
				gives[s] |= bit(weak)
			}
		}
	}
	return gives
}
