// Package versions tells what replaces what, where items supersede each other.
package versions

import (
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
)

// Versions is what replaces what. Both lists are by item number, and have
// [ints.None] for an item that is not there.
type Versions struct {
	First []int32 // the first version of an item: itself, where it supersedes none
	Head  []int32 // the version that stands for an item now: itself, where nothing replaces it
	// Circles are the groups of items that supersede each other in a circle,
	// each ascending, ordered by their first ones.
	Circles [][]int32
	Forks   []Fork // ordered by their branches
}

// A Fork is an item that several others supersede.
type Fork struct {
	Old      int32
	Branches []int32 // what supersedes it, ascending
	Rules    int32   // the one of them that the ruling version is, or comes from; [ints.None] if it comes from none of them
}

// A history is what is known of items before it is worked out what replaces
// what.
type history struct {
	there      []bool
	supersedes func(n int32) int32
	circular   []bool
}

// Follow works out what replaces what among the items that are there, by
// number. The function supersedes tells which item another one supersedes, or
// [ints.None]; an item that is there supersedes only what is there. The
// function later reports whether item a was entered after item b, and is a
// strict total order.
//
// Where versions branch, the one entered last of all that nothing supersedes
// replaces all others, however far down its branch. Items that supersede each other in a circle do not replace
// each other: each stays, unless an item outside the circle supersedes it.
//
// The cost is linear in the number of items.
func Follow(there []bool, supersedes func(n int32) int32, later func(a, b int32) bool) Versions {
	h := history{there, supersedes, make([]bool, len(there))}
	v := Versions{Circles: h.findCircles()}
	v.First = h.firstVersions()
	var last []bool
	v.Forks, last = h.forks()
	v.Head = h.heads(v.First, last, later)
	h.findRuling(&v)
	return v
}

// findCircles marks the items that supersede each other in a circle, and
// returns the circles.
func (h *history) findCircles() [][]int32 {
	const unseen = 0
	var circles [][]int32
	walk := make([]int32, len(h.there)) // the walk an item was first seen on, from 1
	for start := range int32(len(h.there)) {
		if !h.there[start] {
			continue
		}
		n := start
		for n != ints.None && walk[n] == unseen {
			walk[n] = start + 1
			n = h.supersedes(n)
		}
		if n == ints.None || walk[n] != start+1 {
			continue // the walk ended, or met an earlier one
		}
		var circle []int32
		for m := n; !h.circular[m]; m = h.supersedes(m) {
			h.circular[m] = true
			circle = append(circle, m)
		}
		slices.Sort(circle)
		circles = append(circles, circle)
	}
	slices.SortFunc(circles, slices.Compare[[]int32])
	return circles
}

// predecessor returns the item that n comes after, or [ints.None]: none for the
// items of a circle.
func (h *history) predecessor(n int32) int32 {
	if h.circular[n] {
		return ints.None
	}
	return h.supersedes(n)
}

// firstVersions returns, by item, where its chain of predecessors begins.
func (h *history) firstVersions() []int32 {
	first := make([]int32, len(h.there))
	for n := range first {
		first[n] = ints.None
	}
	var path []int32
	for start := range int32(len(h.there)) {
		if !h.there[start] {
			continue
		}
		path = path[:0]
		n := start
		for first[n] == ints.None {
			path = append(path, n)
			before := h.predecessor(n)
			if before == ints.None {
				first[n] = n
				break
			}
			n = before
		}
		for _, m := range path {
			first[m] = first[n]
		}
	}
	return first
}

// forks returns the items that several others supersede, and notes which items
// nothing supersedes.
func (h *history) forks() (forks []Fork, last []bool) {
	last = slices.Clone(h.there)
	successor := make([]int32, len(h.there)) // the first one found
	branches := map[int32][]int32{}          // by item, where there are several
	for n := range int32(len(h.there)) {
		if !h.there[n] {
			continue
		}
		old := h.predecessor(n)
		switch {
		case old == ints.None:
		case last[old]:
			last[old], successor[old] = false, n
		case branches[old] == nil:
			branches[old] = []int32{successor[old], n}
		default:
			branches[old] = append(branches[old], n)
		}
	}
	for old, list := range branches {
		forks = append(forks, Fork{Old: old, Branches: list})
	}
	slices.SortFunc(forks, func(a, b Fork) int { return slices.Compare(a.Branches, b.Branches) })
	return forks, last
}

// findRuling finds, for each fork, the branch on which the ruling version is.
func (h *history) findRuling(v *Versions) {
	rules := map[int32]int32{} // by item from which versions branch
	for _, f := range v.Forks {
		rules[f.Old] = ints.None
	}
	for n, head := range v.Head {
		if head != int32(n) {
			continue
		}
		for old := h.predecessor(head); old != ints.None; head, old = old, h.predecessor(old) {
			if _, ok := rules[old]; ok {
				rules[old] = head
			}
		}
	}
	for i, f := range v.Forks {
		v.Forks[i].Rules = rules[f.Old]
	}
}

// heads returns, by item, the one entered last of all that come from the same
// first version and that nothing supersedes.
func (h *history) heads(first []int32, last []bool, later func(a, b int32) bool) []int32 {
	head := make([]int32, len(h.there))
	for n := range head {
		head[n] = ints.None
	}
	for n := range int32(len(head)) {
		if !last[n] {
			continue
		}
		if was := head[first[n]]; was == ints.None || later(n, was) {
			head[first[n]] = n
		}
	}
	for n := range head {
		if h.there[n] {
			head[n] = head[first[n]]
		}
	}
	return head
}
