package ties

import (
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
)

// Commits returns every actor that n's word commits in w: itself; those in whom
// it holds a committing office; whom an office commits that it holds or speaks
// for; those for whom it speaks, where they are neither a state nor a government;
// and the states and governments that a government so committed leads up to. Ties
// count only where they surely held on every day of w.
//
// Whoever commits another by an [Office] also leads up to it.
func (g *Graph) Commits(n int32, w Window) []int32 {
	if always := g.constant[n].commits; always != nil {
		return always
	}
	var bound, voices ints.Numbering[int32]
	bound.Add(n)
	voices.Add(n)
	for i := 0; i < len(voices.Keys); i++ {
		for _, t := range g.from[voices.Keys[i]] {
			if t.Use&(Office|Voice) == 0 || !t.Certain.Covers(w) {
				continue
			}
			if t.Use&Office != 0 || g.kind[t.To] == Other {
				bound.Add(t.To)
			}
			if t.Use&Voice != 0 || g.kind[t.To] == Other {
				voices.Add(t.To)
			}
		}
	}
	for i := 0; i < len(bound.Keys); i++ {
		if g.kind[bound.Keys[i]] != Government {
			continue
		}
		for _, t := range g.from[bound.Keys[i]] {
			if t.Use&LeadsUp != 0 && g.kind[t.To] != Other && t.Certain.Covers(w) {
				bound.Add(t.To)
			}
		}
	}
	slices.Sort(bound.Keys)
	return bound.Keys
}

// SpeaksFor returns every actor whose own word n's word surely is in w: those
// whom it commits, and those for whom it speaks, over any number of steps, with
// whom they commit.
func (g *Graph) SpeaksFor(n int32, w Window) []int32 {
	if always := g.constant[n].speaksFor; always != nil {
		return always
	}
	voices := g.surely(n, w, Voice)
	lists := make([][]int32, 0, len(voices))
	for _, a := range voices {
		lists = append(lists, g.Commits(a, w))
	}
	return ints.Merge(lists...)
}
