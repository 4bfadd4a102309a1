package dispute

import "github.com/dispute-go/dispute/internal/span"

// ancestors tells which changes of a track must come before which by links.
type ancestors struct {
	any    []bool  // by change: some change must come before it
	latest []int64 // by change: the greatest first half tick of those that must
	start  []int32 // by change: its start, if it is an end, or none
	// By change, sets of changes: those that must come before it, and those
	// that must come before one of those; of an end, those of its start. Nil
	// where they would be too large.
	sets, second [][]uint64
}

// precedes reports whether b must come before c.
func (a *ancestors) precedes(b, c int32) bool {
	if start := a.start[c]; start != none {
		return b == start || in(a.sets[start], b)
	}
	return in(a.sets[c], b)
}

// apart reports whether some change must come between b and c.
func (a *ancestors) apart(b, c int32) bool {
	if start := a.start[c]; start != none {
		return in(a.sets[start], b)
	}
	return in(a.second[c], b)
}

func in(set []uint64, n int32) bool { return set != nil && set[n/64]&(1<<(n%64)) != 0 }

// A lineage is what links put before a place.
type lineage struct {
	any         bool
	latest      int64
	set, second []uint64
}

// ancestorsOf follows the links from the changes back, off the track too.
func ancestorsOf(x *lineup) ancestors {
	n := len(x.changes)
	a := ancestors{any: make([]bool, n), latest: make([]int64, n), start: make([]int32, n)}
	known := map[int32]*lineage{}
	cost := 0
	if x.linked {
		for i := range x.changes {
			if p := x.changes[i].place; p != none {
				x.trace(p, known, &cost)
			}
		}
	}
	if cost <= maxAncestors {
		a.sets, a.second = make([][]uint64, n), make([][]uint64, n)
	}
	for i := range x.changes {
		c := &x.changes[i]
		a.any[i], a.latest[i], a.start[i] = c.isEnd, span.NegInf, none
		if l := known[c.place]; l != nil {
			a.any[i], a.latest[i] = a.any[i] || l.any, l.latest
			if a.sets != nil {
				a.sets[i], a.second[i] = l.set, l.second
			}
		}
		if c.isEnd {
			a.start[i], a.latest[i] = c.start, max(a.latest[i], x.changes[c.start].first())
		}
	}
	return a
}

// trace notes the lineage of a place, after those of all that links put before
// it. Beyond maxAncestors it notes no sets.
func (x *lineup) trace(place int32, known map[int32]*lineage, cost *int) {
	stack := []int32{place}
	for len(stack) > 0 {
		p := stack[len(stack)-1]
		if known[p] != nil {
			stack = stack[:len(stack)-1]
			continue
		}
		ready := true
		x.v.beforeLinks(p, func(b int32) {
			if known[b] == nil {
				stack = append(stack, b)
				ready = false
			}
		})
		if !ready {
			continue
		}
		l := &lineage{latest: span.NegInf}
		x.v.beforeLinks(p, func(b int32) { l.add(known[b], b, x, cost) })
		known[p] = l
	}
}

// add takes in what lies before by way of place b.
func (l *lineage) add(of *lineage, b int32, x *lineup, cost *int) {
	i, onTrack := x.at[b]
	l.any = l.any || of.any || onTrack
	l.latest = max(l.latest, of.latest)
	if onTrack {
		l.latest = max(l.latest, x.changes[i].first())
	}
	if !of.any && !onTrack || *cost > maxAncestors {
		return
	}
	if l.set == nil {
		words := (len(x.changes) + 63) / 64
		l.set, l.second = make([]uint64, words), make([]uint64, words)
		*cost += 2 * words
	}
	for w, word := range of.set {
		l.set[w] |= word
		if onTrack {
			l.second[w] |= word
		} else {
			l.second[w] |= of.second[w]
		}
	}
	if onTrack {
		l.set[i/64] |= 1 << (i % 64)
	}
}
