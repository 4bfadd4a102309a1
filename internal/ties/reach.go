package ties

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
)

// walk returns every actor reached from n over ties of a use that can have held
// in w, n included, ascending. Use 0 is any.
func (g *Graph) walk(n int32, w Window, use Use) []int32 {
	var seen ints.Numbering[int32]
	seen.Add(n)
	for i := 0; i < len(seen.Keys); i++ {
		for _, t := range g.from[seen.Keys[i]] {
			if t.Use&use == use && t.Possible.Overlaps(w) {
				seen.Add(t.To)
			}
		}
	}
	slices.Sort(seen.Keys)
	return seen.Keys
}

// surely returns every actor reached from n over ties of a use that surely held in
// w, n included, ascending.
func (g *Graph) surely(n int32, w Window, use Use) []int32 {
	var seen ints.Numbering[int32]
	seen.Add(n)
	for i := 0; i < len(seen.Keys); i++ {
		for _, t := range g.from[seen.Keys[i]] {
			if t.Use&use != 0 && t.Certain.Covers(w) {
				seen.Add(t.To)
			}
		}
	}
	slices.Sort(seen.Keys)
	return seen.Keys
}

// SurelyUp returns n and every actor above it by ties that surely held in w.
func (g *Graph) SurelyUp(n int32, w Window) []int32 { return g.surely(n, w, LeadsUp) }

// InNameOf returns n and every actor in whose name n surely can speak in w: those
// above it by ties of the use [Name].
func (g *Graph) InNameOf(n int32, w Window) []int32 { return g.surely(n, w, Name) }

// DependsOn returns n and every actor to which ties that can have held in w lead
// from it, over any number of steps. Two actors are dependent on each other when
// the two lists share an actor.
func (g *Graph) DependsOn(n int32, w Window) []int32 {
	if always := g.constant[n].dependsOn; always != nil {
		return always
	}
	return g.walk(n, w, 0)
}

// AlwaysDependsOn returns what DependsOn returns for every window, and false
// where it may depend on the window.
func (g *Graph) AlwaysDependsOn(n int32) ([]int32, bool) {
	if !g.untimed[n] {
		return nil, false
	}
	return g.DependsOn(n, AnyDay), true
}

// Ends returns enough of those on whom n depends to tell who is dependent on it: two
// actors are dependent on each other exactly when what Ends returns of them shares an
// actor, for whatever windows. For a long chain of ties, that is its end.
func (g *Graph) Ends(n int32, w Window) []int32 {
	if kept := g.constant[n].ends; kept != nil {
		return kept
	}
	return g.DependsOn(n, w)
}

// LeadUp returns n and every actor above it up to its principals.
func (g *Graph) LeadUp(n int32, w Window) []int32 {
	if always := g.constant[n].leadUp; always != nil {
		return always
	}
	return g.walk(n, w, LeadsUp)
}

// Principals returns for whom n speaks in the end: the actors above it that have
// nobody above them. For an actor with nobody above it is the actor itself; in a
// hierarchy that leads up to no end it is everyone on the way.
func (g *Graph) Principals(n int32, w Window) []int32 {
	if always := g.constant[n].principals; always != nil {
		return always
	}
	all := g.LeadUp(n, w)
	var tops []int32
	for _, a := range all {
		if !slices.ContainsFunc(g.from[a], func(t Tie) bool { return t.Use&LeadsUp != 0 && t.Possible.Overlaps(w) }) {
			tops = append(tops, a)
		}
	}
	if tops == nil {
		return all
	}
	return tops
}

// A Lead is an actor to which ties lead up, and the last day of a window until
// which each of them can have held.
type Lead struct {
	To   int32
	Last int64
}

// LeadsUp returns n and every actor above it, ascending, as [Graph.LeadUp] does,
// and for each until when: by way of the ties that can have held longest.
func (g *Graph) LeadsUp(n int32, w Window) []Lead {
	above := g.LeadUp(n, w)
	leads := make([]Lead, len(above))
	for i, a := range above {
		leads[i] = Lead{a, w.Last}
	}
	if g.untimed[n] {
		return leads
	}
	type step struct {
		from, to int
		last     int64
	}
	var steps []step // those that can have held longest first
	for i, a := range above {
		for _, t := range g.from[a] {
			if t.Use&LeadsUp != 0 && t.Possible.Overlaps(w) {
				to, _ := slices.BinarySearch(above, t.To)
				steps = append(steps, step{i, to, min(t.Possible.Last, w.Last)})
			}
		}
	}
	slices.SortFunc(steps, func(a, b step) int { return cmp.Or(cmp.Compare(b.last, a.last), cmp.Compare(a.from, b.from)) })
	reached, ready := make([]bool, len(above)), make([][]int, len(above))
	reach := func(at []int, last int64) {
		for len(at) > 0 {
			i := at[len(at)-1]
			at = at[:len(at)-1]
			if !reached[i] {
				reached[i], leads[i].Last = true, last
				at = append(at, ready[i]...)
			}
		}
	}
	start, _ := slices.BinarySearch(above, n)
	reach([]int{start}, w.Last)
	for _, s := range steps {
		ready[s.from] = append(ready[s.from], s.to)
		if reached[s.from] {
			reach([]int{s.to}, s.last)
		}
	}
	return leads
}
