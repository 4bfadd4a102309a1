package ties

import "github.com/dispute-go/dispute/internal/ints"

// Own returns every actor whose own word n's is in w: those whom it commits, and
// those for whom it speaks, over any number of steps, with whom these commit.
// Ties count only where they surely held on every day of w.
func (g *Graph) Own(n int32, w Window) []int32 {
	if always := g.constant[n].own; always != nil {
		return always
	}
	var voices ints.Numbering[int32]
	voices.Add(n)
	for i := 0; i < len(voices.Keys); i++ {
		for _, t := range g.from[voices.Keys[i]] {
			if t.Use&Speaks != 0 && t.Certain.Covers(w) {
				voices.Add(t.To)
			}
		}
	}
	if len(voices.Keys) == 1 {
		return g.Commits(n, w)
	}
	lists := make([][]int32, len(voices.Keys))
	for i, voice := range voices.Keys {
		lists[i] = g.Commits(voice, w)
	}
	return ints.Merge(lists...)
}
