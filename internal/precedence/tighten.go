package precedence

import (
	"slices"

	"github.com/dispute-go/dispute/internal/group"
	"github.com/dispute-go/dispute/internal/span"
)

// A tightening is the state of one run of [Tighten].
type tightening struct {
	nodes      []Node // as declared, with nil domains spelt out
	graph      graph
	order      []int32 // topological but for links within a cycle
	cycle      []int32 // number of the strongly connected component
	component  []int32
	broken     []bool // by component
	clashes    []clash
	earliest   []int64 // of starts
	latest     []int64
	earliestBy []int32
	latestBy   []int32
	listed     []Contradiction
}

// A clash is a start (or end) that no tick is left for, found at node upper, whose
// bound comes from node by, or from upper itself.
type clash struct {
	upper, by int32
	end       bool
}

func newTightening(nodes []Node, links []Link) *tightening {
	n := len(nodes)
	t := &tightening{
		nodes:      make([]Node, n),
		graph:      newGraph(n, links),
		order:      make([]int32, 0, n),
		cycle:      make([]int32, n),
		component:  make([]int32, n),
		broken:     make([]bool, n),
		earliest:   make([]int64, n),
		latest:     make([]int64, n),
		earliestBy: make([]int32, n),
		latestBy:   make([]int32, n),
	}
	every := span.All()
	for v, node := range nodes {
		if len(node.Start) == 0 {
			node.Start = every
		}
		if len(node.End) == 0 {
			node.End = every
		}
		t.nodes[v] = node
	}
	joined := group.New(n)
	for _, l := range links {
		joined.Join(l.Before, l.After)
	}
	for v := range n {
		t.component[v] = joined.Find(int32(v))
	}
	return t
}

func (t *tightening) findCycles() {
	for i, members := range t.graph.components() {
		t.order = append(t.order, members...)
		for _, v := range members {
			t.cycle[v] = int32(i)
		}
		_, toItself := slices.BinarySearch(t.graph.after.of(members[0]), members[0])
		if len(members) > 1 || toItself {
			t.listed = append(t.listed, Contradiction{Kind: Cycle, Nodes: slices.Clone(members)})
			t.broken[t.component[members[0]]] = true
		}
	}
}

// forward finds the earliest starts, which together are the least placement, and
// all clashes: where no tick is left, links into the node are set aside and the
// search goes on from its declared start.
func (t *tightening) forward() {
	for _, v := range t.order {
		own := t.nodes[v].Start
		t.earliest[v], t.earliestBy[v] = own[0].First, Declared
		bound := own[0].First
		for _, u := range t.graph.before.of(v) {
			if t.cycle[u] != t.cycle[v] {
				bound = max(bound, t.earliest[u])
			}
		}
		next, ok := span.Next(own, bound)
		switch {
		case !ok:
			by := t.firstBefore(v, func(u int32) bool { return t.earliest[u] > last(own) })
			t.clashes = append(t.clashes, clash{upper: v, by: by})
		case next > own[0].First:
			t.earliest[v] = next
			t.earliestBy[v] = t.firstBefore(v, func(u int32) bool {
				alone, _ := span.Next(own, t.earliest[u])
				return alone == next
			})
		}
		if t.earliest[v] > last(t.nodes[v].End) {
			t.clashes = append(t.clashes, clash{upper: v, by: v, end: true})
		}
	}
	for _, c := range t.clashes {
		t.broken[t.component[c.upper]] = true
	}
}

// firstBefore returns the smallest node linked before v, off v's cycle, of which
// the condition holds. Its callers know that there is one.
func (t *tightening) firstBefore(v int32, holds func(u int32) bool) int32 {
	for _, u := range t.graph.before.of(v) {
		if t.cycle[u] != t.cycle[v] && holds(u) {
			return u
		}
	}
	return Declared
}

// listEmpty traces each clash back to the nearest declared bound that explains it.
// A trace that meets an earlier one is given up, so that all of them together
// follow each link once.
func (t *tightening) listEmpty() {
	traced := make([]bool, len(t.nodes)) // the link that gave this node its bound
	for _, c := range t.clashes {
		limit := last(t.nodes[c.upper].Start)
		if c.end {
			limit = last(t.nodes[c.upper].End)
		}
		at := c.by
		chain := []int32{at}
		explained := func() bool {
			return t.earliestBy[at] == Declared || t.nodes[at].Start[0].First > limit
		}
		for !explained() && !traced[at] {
			traced[at] = true
			at = t.earliestBy[at]
			chain = append(chain, at)
		}
		if !explained() {
			continue
		}
		if c.by != c.upper {
			chain = append(chain, c.upper)
		}
		slices.Sort(chain)
		t.listed = append(t.listed, Contradiction{
			Kind: Empty, Nodes: chain, Lower: at, Upper: c.upper, UpperEnd: c.end,
		})
	}
	slices.SortFunc(t.listed, compareContradictions)
}

// backward finds the latest starts in the components without a contradiction. A
// placement exists there, so that a tick is always left.
func (t *tightening) backward() {
	for _, v := range slices.Backward(t.order) {
		own := t.nodes[v].Start
		t.latest[v], t.latestBy[v] = last(own), Declared
		if t.broken[t.component[v]] {
			t.earliest[v], t.earliestBy[v] = own[0].First, Declared
			continue
		}
		end := last(t.nodes[v].End)
		bound := min(last(own), end)
		for _, w := range t.graph.after.of(v) {
			bound = min(bound, t.latest[w])
		}
		t.latest[v], _ = span.Prev(own, bound)
		if t.latest[v] == last(own) {
			continue
		}
		alone := func(bound int64) bool {
			prev, _ := span.Prev(own, bound)
			return prev == t.latest[v]
		}
		if alone(end) {
			t.latestBy[v] = v
		}
		for _, w := range t.graph.after.of(v) {
			if alone(t.latest[w]) {
				if t.latestBy[v] == Declared || w < v {
					t.latestBy[v] = w
				}
				break
			}
		}
	}
}

func (t *tightening) result() *Result {
	n := len(t.nodes)
	r := &Result{
		Start:           make([][]span.Range, n),
		End:             make([][]span.Range, n),
		EarliestStartBy: t.earliestBy,
		LatestStartBy:   t.latestBy,
		EarliestEndBy:   make([]int32, n),
		Component:       t.component,
		Contradictions:  t.listed,
		graph:           t.graph,
		inconsistent:    t.broken,
		topological:     t.order,
		position:        make([]int32, n),
	}
	for i, v := range t.order {
		r.position[v] = int32(i)
	}
	ranges := 0
	for _, node := range t.nodes {
		ranges += len(node.Start) + len(node.End)
	}
	arena := make([]span.Range, 0, ranges)
	cut := func(domain []span.Range, first, last int64) []span.Range {
		start := len(arena)
		arena = span.AppendCut(arena, domain, first, last)
		return arena[start:len(arena):len(arena)]
	}
	for v, node := range t.nodes {
		r.Start[v] = cut(node.Start, t.earliest[v], t.latest[v])
		r.EarliestEndBy[v] = Declared
		if t.broken[t.component[v]] {
			r.End[v] = cut(node.End, span.NegInf, span.PosInf)
			continue
		}
		r.End[v] = cut(node.End, t.earliest[v], span.PosInf)
		if r.EarliestEnd(int32(v)) > node.End[0].First {
			r.EarliestEndBy[v] = int32(v)
		}
	}
	return r
}
