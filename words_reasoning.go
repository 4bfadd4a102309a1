package dispute

import (
	"slices"
	"strings"

	"github.com/dispute-go/dispute/internal/ints"
)

// reasoning builds Reasons. Nodes are told apart by item, or by fact: those of
// items are numbered from 0 up, those of facts from -1 down.
type reasoning struct {
	v      *court
	items  ints.Numbering[int32]
	opened []bool // by item: its own reasons were added
	facts  ints.Numbering[string]
	rules  []string       // by fact
	sees   map[int]string // by fact, where there is one: where to read more
	edges  []edge
	spans  int  // how many events' dates it explains
	whole  bool // explains them to the end, however many
}

// An edge runs from a node to one that it rests on.
type edge struct{ from, to int32 }

// reason begins a graph. It has room for that of a usual status.
func (v *court) reason() *reasoning {
	g := &reasoning{v: v, opened: make([]bool, 0, ints.Few), edges: make([]edge, 0, 2*ints.Few), rules: make([]string, 0, 8)}
	g.items.Keys = make([]int32, 0, ints.Few)
	return g
}

// fact adds a derived fact, or more reasons for it, and returns its node.
func (g *reasoning) fact(text, rule string, because ...int) int {
	i, isNew := g.facts.Add(text)
	if isNew {
		g.rules = append(g.rules, rule)
	}
	node := ^i
	g.because(node, because...)
	return node
}

// known returns the node of a fact that was added already.
func (g *reasoning) known(text string) (node int, ok bool) {
	i, ok := g.facts.Find(text)
	return ^i, ok
}

// see says where to read what else the fact at a node rests on.
func (g *reasoning) see(node int, key string) {
	if g.sees == nil {
		g.sees = map[int]string{}
	}
	g.sees[^node] = key
}

// item adds an item of the record, or more reasons for it, and returns its node.
func (g *reasoning) item(n int32, because ...int) int {
	i, isNew := g.items.Add(n)
	if isNew {
		g.opened = append(g.opened, false)
	}
	g.because(i, because...)
	return i
}

// because adds reasons for a node.
func (g *reasoning) because(node int, because ...int) {
	for _, b := range because {
		g.edges = append(g.edges, edge{int32(node), int32(b)})
	}
}

// open adds an item. It reports whether the item's own reasons are yet to be
// added, and notes that they are from now on.
func (g *reasoning) open(n int32) (node int, closed bool) {
	node = g.item(n)
	closed = !g.opened[node]
	g.opened[node] = true
	return node, closed
}

// graft adds another graph of the same view and returns the node of its root.
func (g *reasoning) graft(r Reasons) (root int, ok bool) {
	if len(r.Nodes) == 0 {
		return 0, false
	}
	to := make([]int, len(r.Nodes))
	for i, n := range r.Nodes {
		if n.Item.Kind != 0 {
			to[i] = g.item(g.v.d.find(n.Item))
			continue
		}
		to[i] = g.fact(n.Fact, n.Rule)
		if n.See != "" {
			g.see(to[i], n.See)
		}
	}
	for i, n := range r.Nodes {
		for _, b := range n.Because {
			g.because(to[i], to[b])
		}
	}
	return to[r.Root], true
}

// done returns the graph in canonical order. An item rests on those that no
// longer speak of it, as their earlier versions did.
func (g *reasoning) done(root int) Reasons {
	for i, n := range g.items.Keys { // before those that are added here
		for _, m := range g.v.on.moved[n] {
			g.because(i, g.item(m))
		}
	}
	order := g.order()
	place := make([]int32, len(order)) // by node, those of facts after those of items
	at := func(node int32) *int32 {
		if node < 0 {
			node = int32(len(g.items.Keys)) + ^node
		}
		return &place[node]
	}
	for i, node := range order {
		*at(node) = int32(i)
	}
	// What the nodes rest on is put in one list, in the order of the nodes: that
	// of the node at place i ends up from from[i] to from[i+1], which on the way
	// is how far it has been filled.
	from := make([]int32, len(order)+2)
	for i, e := range g.edges {
		g.edges[i] = edge{*at(e.from), *at(e.to)}
		from[g.edges[i].from+2]++
	}
	for i := range order {
		from[i+2] += from[i+1]
	}
	room := make([]int, len(g.edges))
	for _, e := range g.edges {
		room[from[e.from+1]] = int(e.to)
		from[e.from+1]++
	}
	sorted := make([]Reason, len(order))
	for i, node := range order {
		r := &sorted[i]
		if node < 0 {
			r.Fact, r.Rule, r.See = g.facts.Keys[^node], g.rules[^node], g.sees[int(^node)]
		} else {
			x := &g.v.d.nodes[g.items.Keys[node]]
			r.Item, r.Fact = x.ref, x.name
		}
		because := room[from[i]:from[i+1]]
		slices.Sort(because)
		if because = slices.Compact(because); len(because) > 0 {
			r.Because = slices.Clip(because)
			r.See = "" // another answer that it was taken from tells it all
		}
	}
	return Reasons{Nodes: sorted, Root: int(*at(int32(root)))}
}

// order returns the nodes by what they say.
func (g *reasoning) order() []int32 {
	items := make([]int64, len(g.items.Keys)) // by name, then the node
	for i, n := range g.items.Keys {
		items[i] = int64(g.v.d.nodes[n].byName)<<32 | int64(i)
	}
	slices.Sort(items)
	facts := make([]int, len(g.facts.Keys))
	for i := range facts {
		facts[i] = i
	}
	slices.SortFunc(facts, func(a, b int) int { return strings.Compare(g.facts.Keys[a], g.facts.Keys[b]) })
	order := make([]int32, len(items)+len(facts))
	for at := len(order) - 1; at >= 0; at-- { // from the end, as most facts come after all items
		i, f := len(items)-1, len(facts)-1
		if f < 0 || i >= 0 && g.v.d.nodes[g.items.Keys[int32(items[i])]].name > g.facts.Keys[facts[f]] {
			order[at], items = int32(items[i]), items[:i]
		} else {
			order[at], facts = ^int32(facts[f]), facts[:f]
		}
	}
	return order
}
