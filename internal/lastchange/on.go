package lastchange

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/internal/span"
)

// buildIndex lists all ranges by first tick under a tree of greatest last ticks,
// so that the ranges around one tick are found without looking at the others.
func (r *Rulings) buildIndex() {
	for i, ticks := range r.Ticks {
		for _, t := range ticks {
			r.index = append(r.index, ruling{t, int32(i)})
		}
	}
	slices.SortFunc(r.index, func(a, b ruling) int {
		return cmp.Or(cmp.Compare(a.ticks.First, b.ticks.First), cmp.Compare(a.event, b.event))
	})
	leaves := 1
	for leaves < len(r.index) {
		leaves *= 2
	}
	r.reach = make([]int64, 2*leaves)
	for i := range r.reach {
		r.reach[i] = span.NegInf
	}
	for i, x := range r.index {
		r.reach[leaves+i] = x.ticks.Last
	}
	for i := leaves - 1; i > 0; i-- {
		r.reach[i] = max(r.reach[2*i], r.reach[2*i+1])
	}
}

// On returns the events that can rule on tick d, ascending, and whether it is
// possible that nothing has changed by then. One of the two always holds. It costs
// O(k log n) for k answers among n ranges.
func (r *Rulings) On(d int64) (rulers []int32, unchanged bool) {
	leaves := len(r.reach) / 2
	n, _ := slices.BinarySearchFunc(r.index, d, func(x ruling, d int64) int {
		if x.ticks.First <= d {
			return -1
		}
		return 1
	})
	var visit func(node, first, width int)
	visit = func(node, first, width int) {
		if first >= n || r.reach[node] < d {
			return
		}
		if width == 1 {
			rulers = append(rulers, r.index[first].event)
			return
		}
		visit(2*node, first, width/2)
		visit(2*node+1, first+width/2, width/2)
	}
	visit(1, 0, leaves)
	slices.Sort(rulers)
	return rulers, span.Contains(r.Unchanged, d)
}
