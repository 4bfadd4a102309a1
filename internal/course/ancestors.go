package course

import "github.com/dispute-go/dispute/internal/span"

// ancestors tells which changes must come before which by links.
type ancestors struct {
	any    []bool  // by change: some change must come before it
	latest []int64 // by change: the greatest first half tick of those that must
	start  []int32 // by change: its start, if it is an end, or None
	// By change, sets of changes: those that must come before it, and those that
	// must come before one of those; of an end, those of its start. Nil where
	// they would be too large.
	sets, second [][]uint64
}

// between reports whether some change must come between b and c.
func (a *ancestors) between(b, c int32) bool {
	if start := a.start[c]; start != None {
		return in(a.sets[start], b)
	}
	return in(a.second[c], b)
}

// precedes reports whether b must come before c.
func (a *ancestors) precedes(b, c int32) bool {
	if start := a.start[c]; start != None {
		return b == start || in(a.sets[start], b)
	}
	return in(a.sets[c], b)
}

func in(set []uint64, n int32) bool { return set != nil && set[n/64]&(1<<(n%64)) != 0 }

// ancestorsOf follows the links from the changes back, through places without
// a change too. It keeps no sets where they would have more than most words.
func ancestorsOf(l *lineup, most int) ancestors {
	n := len(l.changes)
	a := ancestors{any: make([]bool, n), latest: make([]int64, n), start: make([]int32, n)}
	t := tracer{lineup: l, known: map[int32]*lineage{}, most: most}
	if l.linked {
		t.traceAll()
	}
	if t.words <= most {
		a.sets, a.second = make([][]uint64, n), make([][]uint64, n)
	}
	for i := range l.changes {
		c := &l.changes[i]
		a.any[i], a.latest[i], a.start[i] = c.IsEnd, span.NegInf, None
		if of := t.known[c.Place]; of != nil {
			a.any[i], a.latest[i] = a.any[i] || of.any, of.latest
			if a.sets != nil {
				a.sets[i], a.second[i] = of.set, of.second
			}
		}
		if c.IsEnd {
			a.start[i], a.latest[i] = c.Start, max(a.latest[i], l.changes[c.Start].first())
		}
	}
	return a
}

// A lineage is what links put before a place, as [ancestors] has it of a change.
type lineage struct {
	any         bool
	latest      int64
	set, second []uint64
}

// A tracer finds the lineage of places.
type tracer struct {
	*lineup
	known map[int32]*lineage // by place
	words int                // of the sets made
	most  int                // beyond so many no sets are made
}

// traceAll notes the lineage of the place of every change, each after those of
// all that links put before it.
func (t *tracer) traceAll() {
	var stack []int32
	push := func(b int32) {
		if t.known[b] == nil {
			stack = append(stack, b)
		}
	}
	var of *lineage
	add := func(b int32) { t.add(of, b) }
	for i := range t.changes {
		if p := t.changes[i].Place; p != None {
			push(p)
		}
		for len(stack) > 0 {
			n := len(stack)
			p := stack[n-1]
			if t.known[p] != nil {
				stack = stack[:n-1]
				continue
			}
			if t.links(p, push); len(stack) > n {
				continue // first what comes before
			}
			of = &lineage{latest: span.NegInf}
			t.links(p, add)
			t.known[p] = of
		}
	}
}

// add takes place b, which comes directly before, and its lineage into a
// lineage.
func (t *tracer) add(to *lineage, b int32) {
	of := t.known[b]
	i, onTrack := t.startAt[b]
	to.any = to.any || of.any || onTrack
	to.latest = max(to.latest, of.latest)
	if onTrack {
		to.latest = max(to.latest, t.changes[i].first())
	}
	if !of.any && !onTrack || t.words > t.most {
		return
	}
	if to.set == nil {
		words := (len(t.changes) + 63) / 64
		to.set, to.second = make([]uint64, words), make([]uint64, words)
		t.words += 2 * words
	}
	for w, word := range of.set {
		to.set[w] |= word
		if onTrack {
			to.second[w] |= word
		} else {
			to.second[w] |= of.second[w]
		}
	}
	if onTrack {
		to.set[i/64] |= 1 << (i % 64)
	}
}
