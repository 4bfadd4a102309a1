package ties

import (
	"slices"

	"github.com/dispute-go/dispute/internal/chain"
	"github.com/dispute-go/dispute/internal/ints"
)

// A Target is some actors to whom others may lead. It answers for any number of
// these at a cost linear in the ties on all their ways together, where asking for
// every list would walk a chain of ties once for each actor of it. A Target is for
// one question: it remembers what it found, and is not safe for use by several
// goroutines.
type Target struct {
	g      *Graph
	actors []int32
	found  map[manner]map[step]int32 // the first of the actors to whom a step leads
}

// A manner is a way of leading, on the days of a window.
type manner struct {
	way    way
	window Window
}

// A way is a way of leading from one actor to another.
type way uint8

const (
	depends way = iota // by any ties that can have held
	leads              // up, by such ties
	commits            // to whom one's word commits, which begins with oneself
	bound              // one of those
	voices             // for whom one speaks, on the way to them
	speaks             // for whom one surely speaks over any number of steps
)

// A step is an actor that was come to in some way.
type step struct {
	actor int32
	by    way
}

// Toward returns the actors of an ascending list, which it keeps, as a target.
func (g *Graph) Toward(actors []int32) Target { return Target{g: g, actors: actors} }

// Actors returns the actors of the target.
func (t *Target) Actors() []int32 { return t.actors }

// DependedOn returns the first of the actors on whom n depends in w, or [ints.None].
// It is what [Graph.DependsOn] and the target first share.
func (t *Target) DependedOn(n int32, w Window) int32 {
	return t.first(t.g.constant[n].dependsOn, step{n, depends}, w)
}

// LedUp reports whether n leads up to any of the actors in w, as [Graph.LeadUp] tells.
func (t *Target) LedUp(n int32, w Window) bool {
	return t.first(t.g.constant[n].leadUp, step{n, leads}, w) != ints.None
}

// Committed reports whether n's word commits any of the actors in w, as
// [Graph.Commits] tells.
func (t *Target) Committed(n int32, w Window) bool {
	return t.first(t.g.constant[n].commits, step{n, commits}, w) != ints.None
}

// SpokenFor reports whether n's word surely is that of any of the actors in w, as
// [Graph.SpeaksFor] tells.
func (t *Target) SpokenFor(n int32, w Window) bool {
	return t.first(t.g.constant[n].speaksFor, step{n, speaks}, w) != ints.None
}

// first returns the first of the actors that is on a list, where there is one, or to
// whom a step leads.
func (t *Target) first(kept []int32, from step, w Window) int32 {
	if kept != nil {
		return ints.FirstShared(kept, t.actors)
	}
	if len(t.actors) == 0 {
		return ints.None
	}
	if t.g.untimed[from.actor] {
		w = AnyDay
	}
	how := manner{from.by, w}
	found := t.found[how]
	if found == nil {
		if t.found == nil {
			t.found = map[manner]map[step]int32{}
		}
		found = map[step]int32{}
		t.found[how] = found
	}
	if _, ok := found[from]; !ok {
		t.search(from, w, found)
	}
	return found[from]
}

// search finds to whom a step leads, and all steps after it.
func (t *Target) search(from step, w Window, found map[step]int32) {
	var steps ints.Numbering[step]
	steps.Add(from)
	var next [][]int32
	var first []int32 // by step: the first of the actors that is known so far
	var after []step
	for i := 0; i < len(steps.Keys); i++ {
		at := steps.Keys[i]
		next, first = append(next, nil), append(first, ints.None)
		switch at.by {
		case depends, leads, bound:
			if _, ok := slices.BinarySearch(t.actors, at.actor); ok {
				first[i] = at.actor
			}
		}
		after = t.g.after(after[:0], at, w)
		for _, to := range after {
			if known, ok := found[to]; ok {
				first[i] = sooner(first[i], known)
				continue
			}
			n, _ := steps.Add(to)
			next[i] = append(next[i], int32(n))
		}
	}
	chain.Components(next, func(members []int32) {
		best := ints.None
		for _, i := range members {
			best = sooner(best, first[i])
			for _, to := range next[i] {
				best = sooner(best, first[to])
			}
		}
		for _, i := range members {
			first[i], found[steps.Keys[i]] = best, best
		}
	})
}

// sooner returns the lesser of two numbers, either of which may be that of no item.
func sooner(a, b int32) int32 {
	if a == ints.None || b != ints.None && b < a {
		return b
	}
	return a
}

// after appends the steps that follow one on the days of a window. Those to whom
// one's word leads are what [Graph.Commits] and [Graph.SpeaksFor] list.
func (g *Graph) after(list []step, at step, w Window) []step {
	switch at.by {
	case commits:
		return append(list, step{at.actor, bound}, step{at.actor, voices})
	case speaks:
		list = append(list, step{at.actor, commits})
	}
	for _, t := range g.from[at.actor] {
		switch certain := t.Certain.Covers(w); {
		case at.by == depends:
			if t.Possible.Overlaps(w) {
				list = append(list, step{t.To, depends})
			}
		case at.by == leads:
			if t.Use&LeadsUp != 0 && t.Possible.Overlaps(w) {
				list = append(list, step{t.To, leads})
			}
		case !certain:
		case at.by == speaks:
			if t.Use&Voice != 0 {
				list = append(list, step{t.To, speaks})
			}
		case at.by == bound:
			if g.kind[at.actor] == Government && t.Use&LeadsUp != 0 && g.kind[t.To] != Other {
				list = append(list, step{t.To, bound})
			}
		case t.Use&(Office|Voice) != 0:
			if t.Use&Office != 0 || g.kind[t.To] == Other {
				list = append(list, step{t.To, bound})
			}
			if t.Use&Voice != 0 || g.kind[t.To] == Other {
				list = append(list, step{t.To, voices})
			}
		}
	}
	return list
}
