package dispute

import (
	"slices"
	"strings"
)

// reasoning builds Reasons. Nodes are told apart by item, or by fact: those of
// items are numbered from 0 up, those of facts from -1 down.
type reasoning struct {
	v       *View
	items   numbering[int32]
	opened  []bool // by item: its own reasons were added
	facts   numbering[string]
	derived []Reason // by fact
	edges   [][2]int // from a node to one it rests on
	spans   int      // how many events' dates it explains
	whole   bool     // explains them to the end, however many
}

// reason begins a graph. It has room for that of a usual status.
func (v *View) reason() *reasoning {
	g := &reasoning{v: v, opened: make([]bool, 0, fewKeys), edges: make([][2]int, 0, 2*fewKeys)}
	g.items.keys = make([]int32, 0, fewKeys)
	return g
}

// fact adds a derived fact, or more reasons for it, and returns its node.
func (g *reasoning) fact(text, rule string, because ...int) int {
	i, isNew := g.facts.add(text)
	if isNew {
		g.derived = append(g.derived, Reason{Fact: text, Rule: rule})
	}
	node := ^i
	g.because(node, because...)
	return node
}

// known returns the node of a fact that was added already.
func (g *reasoning) known(text string) (node int, ok bool) {
	i, ok := g.facts.find(text)
	return ^i, ok
}

// see says where to read what else the fact at a node rests on.
func (g *reasoning) see(node int, key string) { g.derived[^node].See = key }

// item adds an item of the record, or more reasons for it, and returns its node.
func (g *reasoning) item(n int32, because ...int) int {
	i, isNew := g.items.add(n)
	if isNew {
		g.opened = append(g.opened, false)
	}
	g.because(i, because...)
	return i
}

// because adds reasons for a node.
func (g *reasoning) because(node int, because ...int) {
	for _, b := range because {
		g.edges = append(g.edges, [2]int{node, b})
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
	for i, n := range g.items.keys { // before those that are added here
		for _, m := range g.v.on.moved[n] {
			g.because(i, g.item(m))
		}
	}
	// From here on the facts are numbered after the items.
	items, total := len(g.items.keys), len(g.items.keys)+len(g.derived)
	number := func(node int) int {
		if node < 0 {
			return items + ^node
		}
		return node
	}
	order := g.order()
	place := make([]int, total)
	for i, n := range order {
		place[n] = i
	}
	// The places of what each node rests on share one list.
	from := make([]int, total+1)
	for _, e := range g.edges {
		from[number(e[0])+1]++
	}
	for i := range total {
		from[i+1] += from[i]
	}
	room := make([]int, len(g.edges))
	next := slices.Clone(from)
	for _, e := range g.edges {
		i := number(e[0])
		room[next[i]] = place[number(e[1])]
		next[i]++
	}
	sorted := make([]Reason, total)
	for i, n := range order {
		r := &sorted[i]
		if n < items {
			x := &g.v.d.nodes[g.items.keys[n]]
			r.Item, r.Fact = x.ref, x.name
		} else {
			*r = g.derived[n-items]
		}
		because := room[from[n]:from[n+1]]
		slices.Sort(because)
		if because = slices.Compact(because); len(because) > 0 {
			r.Because = slices.Clip(because)
			r.See = "" // another answer that it was taken from tells it all
		}
	}
	return Reasons{Nodes: sorted, Root: place[number(root)]}
}

// order returns the numbers of items, and of the facts after them, by what
// they say.
func (g *reasoning) order() []int {
	items, nodes := g.items.keys, g.v.d.nodes
	says := func(n int) string {
		if n < len(items) {
			return nodes[items[n]].name
		}
		return g.derived[n-len(items)].Fact
	}
	order := make([]int, len(items)+len(g.derived))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		if a < len(items) && b < len(items) {
			return int(nodes[items[a]].byName - nodes[items[b]].byName)
		}
		return strings.Compare(says(a), says(b))
	})
	return order
}

// any adds an item with what its kind rests on.
func (g *reasoning) any(n int32) int {
	switch g.v.ref(n).Kind {
	case ItemActor:
		return g.actor(n)
	case ItemSource:
		return g.source(n)
	case ItemAttribution:
		return g.attribution(n)
	}
	return g.item(n)
}

// actor adds an actor together with the actors on whom its independence
// depends.
func (g *reasoning) actor(n int32) int {
	node, closed := g.open(n)
	if closed {
		for _, above := range g.v.plain.ties.of[n] {
			g.because(node, g.actor(above.to))
		}
		g.identities(n, node)
	}
	return node
}

// attribution adds an attribution with its speakers, its source, and what it
// speaks of.
func (g *reasoning) attribution(n int32) int {
	node, closed := g.open(n)
	if !closed {
		return node
	}
	v, x := g.v, g.v.d.attributionRefs(n)
	speakers, behalf := v.speakersOf(n)
	for _, s := range speakers {
		g.because(node, g.actor(s))
	}
	for _, s := range behalf {
		g.because(node, g.actor(s))
	}
	if s := v.latest(x.source); s != none {
		g.because(node, g.source(s))
	}
	for _, target := range []int32{x.claim, x.attribution, x.targetSource} {
		if t := v.latest(target); t != none {
			g.because(node, g.item(t))
		}
	}
	return node
}

// source adds a source with its publisher and its authors.
func (g *reasoning) source(n int32) int {
	node, closed := g.open(n)
	if !closed {
		return node
	}
	if p := g.v.latest(g.v.d.publisherOf(n)); p != none {
		g.because(node, g.actor(p))
	}
	for _, a := range g.v.d.source(n).Authors {
		g.because(node, g.actor(g.v.resolve(a.Actor.Ref())))
	}
	return node
}

// statusReasons explains a status.
func (v *View) statusReasons(p proposition, e evidence, s Status) Reasons {
	g := v.reason()
	subject := p.subject()
	fact := "status of " + v.d.nodes[subject].name + ": " + s.summary() + ", " + s.Standing.String()
	root := g.fact(fact, "evidence pair; "+s.Rule.String())
	if p.event != none {
		g.because(root, g.item(p.event))
	}
	actorsOf := func(n int32) { // whose actors a claim names
		if t := v.latest(n); t != none && (v.ref(t).Kind == ItemEvent || v.ref(t).Kind == ItemAttribution) {
			g.because(root, g.item(t))
		}
	}
	for _, c := range e.through {
		g.because(root, g.item(c))
		x := v.d.claimRefs(c)
		actorsOf(x.occurred)
		for _, n := range x.content {
			actorsOf(n)
		}
	}
	for _, a := range e.named {
		g.because(root, g.actor(a))
	}
	for _, n := range e.heard {
		g.because(root, g.attribution(n))
	}
	for _, r := range e.voices {
		if r.attribution == none {
			g.because(root, g.item(r.event), g.source(r.source))
		}
	}
	return g.done(root)
}
