package precedence

import (
	"fmt"
	"math/bits"
	"math/rand/v2"
	"slices"

	"github.com/dispute-go/dispute/internal/span"
)

// The oracle lives on a few days and holds a domain as a bit set of them. The first
// and the last stand for the unbounded past and future.
const firstDay, lastDay = 0, 6

type world struct {
	starts, ends []uint8 // by node; bit d: the day d is possible
	links        []Link
}

func (w world) String() string {
	return fmt.Sprintf("starts %07b, ends %07b, links %v", w.starts, w.ends, w.links)
}

// randomWorld returns a world of up to five nodes, of which about a third has no
// placement. Links make cycles only if asked to.
func randomWorld(rng *rand.Rand, cyclic bool) world {
	n := 1 + rng.IntN(5)
	days := func() uint8 {
		var d uint8
		for d == 0 {
			switch rng.IntN(5) {
			case 0, 1: // one-of set
				d = uint8(rng.IntN(1 << (lastDay + 1)))
			case 2: // exact
				d = 1 << rng.IntN(lastDay+1)
			case 3:
				a, b := rng.IntN(lastDay+1), rng.IntN(lastDay+1)
				d = 1<<(max(a, b)+1) - 1<<min(a, b)
			case 4:
				d = 1<<(lastDay+1) - 1
			}
		}
		return d
	}
	var w world
	for range n {
		start, end := days(), days()
		if rng.IntN(2) == 0 {
			end |= 1 << lastDay
		}
		w.starts, w.ends = append(w.starts, start), append(w.ends, end)
	}
	order := rng.Perm(n)
	for range rng.IntN(n + 2) {
		a, b := rng.IntN(n), rng.IntN(n)
		if !cyclic {
			a, b = min(a, b), max(a, b)
		}
		if a != b || cyclic && rng.IntN(4) == 0 {
			w.links = append(w.links, Link{int32(order[a]), int32(order[b])})
		}
	}
	return w
}

// domain returns a set of days in ticks, its outermost days as unbounded.
func domain(days uint8) []span.Range {
	var d []span.Range
	for day := range int64(lastDay + 1) {
		if days>>day&1 == 0 {
			continue
		}
		if n := len(d); n > 0 && d[n-1].Last == day-1 {
			d[n-1].Last = day
		} else {
			d = append(d, span.Range{First: day, Last: day})
		}
	}
	if d[0].First == firstDay {
		d[0].First = span.NegInf
	}
	if n := len(d) - 1; d[n].Last == lastDay {
		d[n].Last = span.PosInf
	}
	if slices.Equal(d, span.All()) {
		return nil
	}
	return d
}

func daysOf(domain []span.Range) uint8 {
	var days uint8
	for day := range int64(lastDay + 1) {
		if span.Contains(domain, day) {
			days |= 1 << day
		}
	}
	return days
}

func (w world) nodes() []Node {
	nodes := make([]Node, len(w.starts))
	for v := range nodes {
		nodes[v] = Node{domain(w.starts[v]), domain(w.ends[v])}
	}
	return nodes
}

// part returns the world of some nodes alone, renumbered in the order given.
func (w world) part(members []int32) world {
	var p world
	for _, v := range members {
		p.starts, p.ends = append(p.starts, w.starts[v]), append(p.ends, w.ends[v])
	}
	for _, l := range w.links {
		a, b := slices.Index(members, l.Before), slices.Index(members, l.After)
		if a >= 0 && b >= 0 {
			p.links = append(p.links, Link{int32(a), int32(b)})
		}
	}
	return p
}

// placements calls visit with the start day of every node, for every placement.
// That an end is left for every start is checked here; which ones, is for the
// caller to see.
func (w world) placements(visit func(days []int)) {
	days := make([]int, len(w.starts))
	var place func(v int)
	place = func(v int) {
		if v == len(days) {
			visit(days)
			return
		}
	next:
		for left := w.starts[v]; left != 0; left &= left - 1 {
			days[v] = bits.TrailingZeros8(left)
			if w.ends[v]>>days[v] == 0 {
				continue
			}
			for _, l := range w.links {
				if int(max(l.Before, l.After)) == v && days[l.Before] > days[l.After] {
					continue next
				}
			}
			place(v + 1)
		}
	}
	place(0)
}

// projected returns the days that occur in some placement, and whether there is
// one.
func (w world) projected() (starts, ends []uint8, ok bool) {
	starts, ends = make([]uint8, len(w.starts)), make([]uint8, len(w.ends))
	w.placements(func(days []int) {
		ok = true
		for v, d := range days {
			starts[v] |= 1 << d
			ends[v] |= w.ends[v] >> d << d
		}
	})
	return starts, ends, ok
}

// paths tells in [a][b] whether links lead from a to b.
func (w world) paths() [][]bool {
	n := len(w.starts)
	path := make([][]bool, n)
	for v := range path {
		path[v] = make([]bool, n)
	}
	for _, l := range w.links {
		path[l.Before][l.After] = true
	}
	for k := range n {
		for a := range n {
			for b := range n {
				path[a][b] = path[a][b] || path[a][k] && path[k][b]
			}
		}
	}
	return path
}

func (w world) cyclic() bool {
	for v, reached := range w.paths() {
		if reached[v] {
			return true
		}
	}
	return false
}

// components returns, for each node, all nodes that links connect with it in any
// direction, ascending.
func (w world) components() [][]int32 {
	both := world{starts: w.starts, links: slices.Clone(w.links)}
	for _, l := range w.links {
		both.links = append(both.links, Link{l.After, l.Before})
	}
	path := both.paths()
	components := make([][]int32, len(w.starts))
	for a := range path {
		for b := range path {
			if a == b || path[a][b] {
				components[a] = append(components[a], int32(b))
			}
		}
	}
	return components
}

// moved returns the world with node v renamed to[v].
func (w world) moved(to []int) world {
	m := world{make([]uint8, len(to)), make([]uint8, len(to)), nil}
	for v, x := range to {
		m.starts[x], m.ends[x] = w.starts[v], w.ends[v]
	}
	for _, l := range w.links {
		m.links = append(m.links, Link{int32(to[l.Before]), int32(to[l.After])})
	}
	return m
}
