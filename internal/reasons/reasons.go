// Package reasons builds graphs of what a fact rests on, puts them in a
// canonical order, and tells them as outlines. It knows items by number and
// facts by what they say.
package reasons

import (
	"slices"
	"strings"

	"github.com/dispute-go/dispute/internal/ints"
)

// A Graph is a fact with what it rests on. The zero Graph is that of a fact that
// rests on nothing.
type Graph struct {
	Nodes []Node
	Root  int // the index of the fact
}

// A Node is an item or a fact.
type Node struct {
	Item      int32 // its number, or [ints.None] for a fact
	Text      string
	Rule, See string // of facts: what derived it, and where to read more
	Because   []int  // the indexes of the nodes it rests on, ascending
}

// A Builder builds a graph. It numbers nodes: those of items from 0 up, those of
// facts from -1 down, in the order in which they are added. An item has one
// node, and so has everything that facts say. The zero Builder is empty; one
// that [New] returns has room for a usual graph.
type Builder struct {
	items  ints.Numbering[int32]
	opened []bool // by item: its own reasons were added
	facts  ints.Numbering[string]
	rules  []string       // by fact
	sees   map[int]string // by fact, where there is one: where to read more
	edges  []edge
}

// An edge runs from a node to one that it rests on.
type edge struct{ from, to int32 }

// usual is how many items a usual graph has room for.
const usual = 40

// New returns an empty Builder.
func New() Builder {
	g := Builder{opened: make([]bool, 0, usual), edges: make([]edge, 0, 2*usual), rules: make([]string, 0, usual/4)}
	g.items.Keys = make([]int32, 0, usual)
	return g
}

// Fact adds a derived fact, or more reasons for it, and returns its node. A fact
// keeps the rule it was first added with.
func (g *Builder) Fact(text, rule string, because ...int) int {
	i, isNew := g.facts.Add(text)
	if isNew {
		g.rules = append(g.rules, rule)
	}
	node := ^i
	g.Because(node, because...)
	return node
}

// Known returns the node of a fact that was added already.
func (g *Builder) Known(text string) (node int, ok bool) {
	i, ok := g.facts.Find(text)
	return ^i, ok
}

// See says where to read what else the fact at a node rests on. It is left out
// of the graph where the node has reasons.
func (g *Builder) See(node int, key string) {
	if g.sees == nil {
		g.sees = map[int]string{}
	}
	g.sees[^node] = key
}

// Item adds an item, or more reasons for it, and returns its node.
func (g *Builder) Item(n int32, because ...int) int {
	i, isNew := g.items.Add(n)
	if isNew {
		g.opened = append(g.opened, false)
	}
	g.Because(i, because...)
	return i
}

// Items returns the items that were added, by node, to be read only.
func (g *Builder) Items() []int32 { return g.items.Keys }

// Because adds reasons for a node.
func (g *Builder) Because(node int, because ...int) {
	for _, b := range because {
		g.edges = append(g.edges, edge{int32(node), int32(b)})
	}
}

// Open adds an item. It reports whether the item's own reasons are yet to be
// added, and notes that they are from now on.
func (g *Builder) Open(n int32) (node int, closed bool) {
	node = g.Item(n)
	closed = !g.opened[node]
	g.opened[node] = true
	return node, closed
}

// Names are what items are called.
type Names interface {
	// Name is what an item's node says.
	Name(item int32) string
	// Rank is the place of an item's name among all names, ascending.
	Rank(item int32) int32
}

// Graph returns the graph of the fact at a node, with its nodes ordered by what
// they say. The Builder is not used afterwards.
func (g *Builder) Graph(root int, names Names) Graph {
	var built Graph
	built.Root = g.Lay(root, names, func(count int) { built.Nodes = make([]Node, count) }, func(i int, n Node) { built.Nodes[i] = n })
	return built
}

// Lay tells how many nodes the graph of the fact at a node has, and then each of
// them with its index, ordered by what they say. It returns the index of the
// root. The Builder is not used afterwards.
func (g *Builder) Lay(root int, names Names, begin func(count int), put func(i int, n Node)) int {
	order := g.order(names)
	both := make([]int32, 2*len(order)+2)               // in one piece, as every answer makes them
	place, from := both[:len(order)], both[len(order):] // place is by node, those of facts after those of items
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
	begin(len(order))
	for i, node := range order {
		var x Node
		if node < 0 {
			x = Node{Item: ints.None, Text: g.facts.Keys[^node], Rule: g.rules[^node], See: g.sees[int(^node)]}
		} else {
			x.Item, x.Text = g.items.Keys[node], names.Name(g.items.Keys[node])
		}
		because := room[from[i]:from[i+1]]
		slices.Sort(because)
		if because = slices.Compact(because); len(because) > 0 {
			x.Because = slices.Clip(because)
			x.See = "" // another graph that it was taken from tells it all
		}
		put(i, x)
	}
	return int(*at(int32(root)))
}

// order returns the nodes by what they say.
func (g *Builder) order(names Names) []int32 {
	items := make([]int64, len(g.items.Keys)) // by name, then the node
	for i, n := range g.items.Keys {
		items[i] = int64(names.Rank(n))<<32 | int64(i)
	}
	slices.Sort(items)
	order := make([]int32, len(g.facts.Keys)+len(items))
	facts := order[:len(g.facts.Keys)] // at first in front, each to be moved to its place
	for i := range facts {
		facts[i] = ^int32(i)
	}
	slices.SortFunc(facts, func(a, b int32) int { return strings.Compare(g.facts.Keys[^a], g.facts.Keys[^b]) })
	for at := len(order) - 1; len(items) > 0; at-- { // from the end, as most facts come after all items
		i, f := len(items)-1, len(facts)-1
		if f < 0 || names.Name(g.items.Keys[int32(items[i])]) > g.facts.Keys[^facts[f]] {
			order[at], items = int32(items[i]), items[:i]
		} else {
			order[at], facts = facts[f], facts[:f]
		}
	}
	return order
}
