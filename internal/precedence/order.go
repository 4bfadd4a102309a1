package precedence

import (
	"cmp"
	"slices"
)

// DefinitelyBefore reports whether a comes before b in every placement: the latest
// start of a lies before the earliest start of b, or links of a consistent
// component lead from a to b. It is a strict partial order. It costs up to the
// links of the part of the component that lies between the two.
func (r *Result) DefinitelyBefore(a, b int32) bool {
	if r.LatestStart(a) < r.EarliestStart(b) {
		return true
	}
	if a == b || r.Component[a] != r.Component[b] || !r.Consistent(a) {
		return false
	}
	seen := map[int32]bool{a: true}
	pending := []int32{a}
	for len(pending) > 0 {
		v := pending[len(pending)-1]
		pending = pending[:len(pending)-1]
		for _, w := range r.graph.after.of(v) {
			if w == b {
				return true
			}
			if r.position[w] < r.position[b] && r.EarliestStart(w) <= r.EarliestStart(b) &&
				r.LatestStart(w) <= r.LatestStart(b) && !seen[w] {
				seen[w] = true
				pending = append(pending, w)
			}
		}
	}
	return false
}

// An Order is one order of all nodes by their starts and what it leaves open. In it
// the nodes of a component with a contradiction count as if they had no links.
type Order struct {
	// Sequence is a linear extension of [Result.DefinitelyBefore]: by earliest
	// start, then by latest start, then by the links, then by index.
	Sequence []int32

	// Certain[i] reports whether Sequence[i] is definitely before Sequence[i+1]; if
	// not, the two stand in this order by rule only. It is one shorter than
	// Sequence, and nil without nodes.
	Certain []bool

	// First and Last are, by node, the least and the greatest rank it can have,
	// counted from 1, both inclusive. They are sound: no placement gives a rank
	// outside. Where Exact is set, placements give both, nodes on one tick
	// counting in any order that their links allow. It is set for all nodes
	// without links, and for those of a consistent component of up to
	// [ExactRanks] nodes.
	First, Last []int32
	Exact       []bool
}

// Order returns the order of all nodes. It costs O((n + l) log n) for n nodes and l
// links, with up to ExactRanks/64 more passes over both.
func (r *Result) Order() *Order {
	o := &Order{Sequence: r.sequence()}
	if len(o.Sequence) > 0 {
		o.Certain = make([]bool, len(o.Sequence)-1)
	}
	for i := range o.Certain {
		// Whatever stands between two nodes on a chain of links stands between
		// them here, so that neighbours are at most one link apart.
		a, b := o.Sequence[i], o.Sequence[i+1]
		_, linked := slices.BinarySearch(r.graph.after.of(a), b)
		o.Certain[i] = r.LatestStart(a) < r.EarliestStart(b) || linked && r.Consistent(a)
	}
	o.First, o.Last, o.Exact = r.ranks(ExactRanks)
	return o
}

func (r *Result) sequence() []int32 {
	sequence := make([]int32, len(r.Start))
	for i := range sequence {
		sequence[i] = int32(i)
	}
	byBounds := func(a, b int32) int {
		return cmp.Or(
			cmp.Compare(r.EarliestStart(a), r.EarliestStart(b)),
			cmp.Compare(r.LatestStart(a), r.LatestStart(b)),
		)
	}
	slices.SortFunc(sequence, func(a, b int32) int { return cmp.Or(byBounds(a, b), cmp.Compare(a, b)) })
	waiting := make([]int32, len(sequence))
	for from := 0; from < len(sequence); {
		to := from + 1
		for to < len(sequence) && byBounds(sequence[from], sequence[to]) == 0 {
			to++
		}
		r.sortByLinks(sequence[from:to], waiting)
		from = to
	}
	return sequence
}

// sortByLinks sorts nodes of equal bounds so that links lead forward and, where
// they allow it, the smaller index comes first. Links by way of nodes of other
// bounds there are none, since bounds never fall along a link. The caller passes
// waiting, by node, all zero, and gets it back so.
func (r *Result) sortByLinks(nodes, waiting []int32) {
	earliest, latest := r.EarliestStart(nodes[0]), r.LatestStart(nodes[0])
	same := func(v int32) bool { return r.EarliestStart(v) == earliest && r.LatestStart(v) == latest }
	var ready heap
	for _, v := range nodes {
		if r.Consistent(v) {
			for _, u := range r.graph.before.of(v) {
				if same(u) {
					waiting[v]++
				}
			}
		}
		if waiting[v] == 0 {
			ready.push(v)
		}
	}
	for i := range nodes {
		v := ready.pop()
		nodes[i] = v
		if !r.Consistent(v) {
			continue
		}
		for _, w := range r.graph.after.of(v) {
			if same(w) {
				if waiting[w]--; waiting[w] == 0 {
					ready.push(w)
				}
			}
		}
	}
}

// A heap gives its smallest member first.
type heap []int32

func (h *heap) push(x int32) {
	*h = append(*h, x)
	s := *h
	for i := len(s) - 1; i > 0; {
		up := (i - 1) / 2
		if s[up] <= s[i] {
			return
		}
		s[up], s[i] = s[i], s[up]
		i = up
	}
}

func (h *heap) pop() int32 {
	s := *h
	top := s[0]
	end := len(s) - 1
	s[0] = s[end]
	s = s[:end]
	*h = s
	for i := 0; ; {
		least := i
		for child := 2*i + 1; child <= 2*i+2 && child < end; child++ {
			if s[child] < s[least] {
				least = child
			}
		}
		if least == i {
			return top
		}
		s[least], s[i] = s[i], s[least]
		i = least
	}
}
