package dispute

import "github.com/dispute-go/dispute/internal/span"

// ancestors tells which changes of a track must come before which by links.
type ancestors struct {
	any    []bool  // by change: some change must come before it
	latest []int64 // by change: the greatest first half tick of those that must
	// By change, sets of changes: those that must come before it, and those
	// that must come before one of those. Nil where they would be too large.
	sets, second [][]uint64
}

// precedes reports whether b must come before c.
func (a *ancestors) precedes(b, c int32) bool { return in(a.sets[c], b) }

// apart reports whether some change must come between b and c.
func (a *ancestors) apart(b, c int32) bool { return in(a.second[c], b) }

func in(set []uint64, n int32) bool { return set != nil && set[n/64]&(1<<(n%64)) != 0 }

// A lineage is what links put before a place.
type lineage struct {
	any         bool
	latest      int64
	set, second []uint64
}

// ancestorsOf follows the links from the changes back, off the track too.
func (v *View) ancestorsOf(changes []change) ancestors {
	words := (len(changes) + 63) / 64
	at := map[int32]int32{} // the start at a place
	for i, c := range changes {
		if c.place != none && !c.isEnd {
			at[c.place] = int32(i)
		}
	}
	known := map[int32]*lineage{}
	cost := 0
	for _, c := range changes {
		if c.place != none {
			v.trace(c.place, changes, at, known, words, &cost)
		}
	}
	a := ancestors{any: make([]bool, len(changes)), latest: make([]int64, len(changes))}
	if cost <= maxAncestors {
		a.sets, a.second = make([][]uint64, len(changes)), make([][]uint64, len(changes))
	}
	for i, c := range changes {
		l := known[c.place]
		if l == nil {
			l = &lineage{latest: span.NegInf}
		}
		a.any[i], a.latest[i] = l.any || c.isEnd, l.latest
		if c.isEnd {
			a.latest[i] = max(l.latest, changes[c.start].first())
		}
		if a.sets == nil {
			continue
		}
		a.sets[i], a.second[i] = l.set, l.second
		if c.isEnd {
			a.second[i] = l.set
			own := make([]uint64, words)
			copy(own, l.set)
			own[c.start/64] |= 1 << (c.start % 64)
			a.sets[i] = own
		}
	}
	return a
}

// trace notes the lineage of a place, after those of all that links put before
// it. Beyond maxAncestors it notes no sets.
func (v *View) trace(place int32, changes []change, at map[int32]int32, known map[int32]*lineage, words int, cost *int) {
	stack := []int32{place}
	for len(stack) > 0 {
		p := stack[len(stack)-1]
		if known[p] != nil {
			stack = stack[:len(stack)-1]
			continue
		}
		ready := true
		v.beforeLinks(p, func(b int32) {
			if known[b] == nil {
				stack = append(stack, b)
				ready = false
			}
		})
		if !ready {
			continue
		}
		l := &lineage{latest: span.NegInf}
		v.beforeLinks(p, func(b int32) { l.add(known[b], b, changes, at, words, cost) })
		known[p] = l
	}
}

// add takes in what lies before by way of place b.
func (l *lineage) add(of *lineage, b int32, changes []change, at map[int32]int32, words int, cost *int) {
	i, onTrack := at[b]
	l.any = l.any || of.any || onTrack
	l.latest = max(l.latest, of.latest)
	if onTrack {
		l.latest = max(l.latest, changes[i].first())
	}
	if !of.any && !onTrack || *cost > maxAncestors {
		return
	}
	if l.set == nil {
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
