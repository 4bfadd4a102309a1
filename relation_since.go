package dispute

import (
	"math"
	"slices"
)

// A move is what a change does: a start brings the state unless it finds one
// that it leaves; an end turns the state into one of those it falls back to.
type move struct {
	state State
	mask  uint64 // what a start leaves, what an end falls back to
	isEnd bool
}

// from returns what a move makes of some states, together with them.
func (a move) from(states uint64) uint64 {
	switch {
	case a.isEnd && states&bit(a.state) != 0:
		return states | a.mask
	case !a.isEnd && states&^a.mask != 0:
		return states | bit(a.state)
	}
	return states
}

// moves returns what each change does, as an index of the moves there are.
func (x *effects) moves() (of []int32, list []move) {
	known := map[move]int32{}
	of = make([]int32, len(x.changes))
	for i := range x.changes {
		c := &x.changes[i]
		a := move{c.state, c.leaves, c.isEnd}
		if c.isEnd {
			a.state, a.mask = x.changes[c.start].state, x.falls[i]
		}
		n, ok := known[a]
		if !ok {
			n = int32(len(list))
			known[a] = n
			list = append(list, a)
		}
		of[i] = n
	}
	return of, list
}

// since leaves in segments what can hold given what has surely happened: once
// a change has, only what it can leave behind, and what the changes make of
// that which can come after it. Of the changes that do the same it looks at the
// one that begins last.
func (x *effects) since(segments []segment) []segment {
	of, moves := x.moves()
	for n, a := range moves {
		if a.isEnd {
			continue
		}
		if list := x.sinceMove(int32(n), of, moves); list != nil {
			segments = meet(segments, list)
		}
	}
	return segments
}

// sinceMove does so for the changes that do one thing; it returns nil if none
// of them ever has surely happened.
func (x *effects) sinceMove(n int32, of []int32, moves []move) []segment {
	var list []segment
	counts := make([]int32, len(moves)) // of the changes that can have come after it
	joined, left := 0, 0
	started := none
	add := func(day int64, possible uint64) {
		if k := len(list); k > 0 {
			list[k-1].last = day - 1
		} else if day != math.MinInt64 {
			list = append(list, segment{first: math.MinInt64, last: day - 1, possible: math.MaxUint64})
		}
		list = appendSegment(list, segment{first: day, last: math.MaxInt64, possible: possible})
	}
	for at := 0; ; {
		for at < len(x.byLast) && of[x.byLast[at]] != n {
			at++
		}
		day := int64(math.MaxInt64)
		if at < len(x.byLast) {
			day = halfDay(x.changes[x.byLast[at]].last())
		}
		if joined < len(x.byFirst) {
			c := &x.changes[x.byFirst[joined]]
			day = min(day, x.dayOf(c, c.first()))
		}
		if day == math.MaxInt64 {
			return list
		}
		for ; joined < len(x.byFirst); joined++ {
			c := &x.changes[x.byFirst[joined]]
			if x.dayOf(c, c.first()) > day {
				break
			}
			counts[of[x.byFirst[joined]]]++
		}
		for ; at < len(x.byLast) && halfDay(x.changes[x.byLast[at]].last()) <= day; at++ {
			if i := x.byLast[at]; of[i] == n && (started == none || x.changes[i].first() >= x.changes[started].first()) {
				started = i
			}
		}
		if started == none {
			continue
		}
		for ; left < len(x.byLast) && x.changes[x.byLast[left]].last() < x.changes[started].first(); left++ {
			counts[of[x.byLast[left]]]--
		}
		counts[n]-- // itself
		add(day, x.shown(closure(x.brought[started], moves, counts)))
		counts[n]++
	}
}

// closure returns the states that the counted moves can make of some states.
func closure(states uint64, moves []move, counts []int32) uint64 {
	for {
		was := states
		for n, a := range moves {
			if counts[n] > 0 {
				states = a.from(states)
			}
		}
		if states == was {
			return states
		}
	}
}

// conditional reports whether some change depends on the state it finds.
func (x *effects) conditional() bool {
	return slices.ContainsFunc(x.changes, func(c change) bool { return c.isEnd || c.leaves&^bit(c.state) != 0 })
}
