package dispute

import (
	"fmt"
	"slices"
	"strings"
)

// Reasons are what a derived fact rests on: a graph whose nodes are items of
// the record and facts derived on the way. It is complete and sorted; a node
// that is reached by several ways stands in it once. The zero Reasons are
// those of a fact that rests on nothing on file.
//
// An item that supersedes another one is among them also where the superseded
// one spoke of an item that is, and it no longer does: without it, the version
// before would bear on the fact.
//
// A record cut down to the items that the reasons name, with all that those
// refer to, gives the same fact, unless it rests also on what is not there:
// ranks in the timeline, and what one side alone says.
type Reasons struct {
	// Nodes are sorted by what they say. The fact explained is at Root.
	Nodes []Reason `json:"nodes,omitempty"`
	Root  int      `json:"root"`
}

// A Reason is one node of [Reasons].
type Reason struct {
	// Item is the item of the record this is, or the zero Ref for a derived fact.
	Item Ref `json:"item,omitzero"`
	// Fact says what is so: the item's name, or the derived fact in words.
	Fact string `json:"fact"`
	// Rule names the rule that derived the fact; empty for items.
	Rule string `json:"rule,omitzero"`
	// Because are the indexes of the nodes it rests on, ascending.
	Because []int `json:"because,omitempty"`
	// See is the key of the fact of a [Snapshot] that tells what this one rests
	// on where that is not listed here: only for the dates of an event at the
	// end of a long chain of linked events. [View.When] lists it all.
	See string `json:"see,omitzero"`
}

// timing returns the events that the fact rests on for nothing but their dates.
func (r Reasons) timing() map[Ref]bool {
	if len(r.Nodes) == 0 {
		return nil
	}
	reached := make([]bool, len(r.Nodes))
	reached[r.Root] = true
	for pending := []int{r.Root}; len(pending) > 0; {
		n := r.Nodes[pending[len(pending)-1]]
		pending = pending[:len(pending)-1]
		if n.Rule == ruleDates {
			continue
		}
		for _, b := range n.Because {
			if !reached[b] {
				reached[b] = true
				pending = append(pending, b)
			}
		}
	}
	events := map[Ref]bool{}
	for i, n := range r.Nodes {
		if n.Item.Kind == ItemEvent && !reached[i] {
			events[n.Item] = true
		}
	}
	return events
}

// Items returns the items of the record that the fact rests on, sorted by
// kind, then by ID.
func (r Reasons) Items() []Ref {
	var list []Ref
	for _, n := range r.Nodes {
		if n.Item.Kind != 0 {
			list = append(list, n.Item)
		}
	}
	slices.SortFunc(list, Ref.Compare)
	return list
}

// further returns the keys of the facts that tell the rest, ascending.
func (r Reasons) further() []string {
	var keys []string
	for _, n := range r.Nodes {
		if n.See != "" {
			keys = append(keys, n.See)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// reasoning builds Reasons. Nodes are told apart by item, or by fact.
type reasoning struct {
	v      *View
	nodes  []Reason
	items  numbering[int32]
	opened numbering[int32]
	facts  numbering[string]
	spans  int  // how many events' dates it explains
	whole  bool // explains them to the end, however many
}

func (v *View) reason() *reasoning {
	return &reasoning{v: v, nodes: make([]Reason, 0, 12)}
}

// A numbering gives numbers to keys. Most graphs are small: up to a few keys
// are looked through, and only more are put in a map.
type numbering[K comparable] struct {
	keys    []K
	numbers []int
	byKey   map[K]int
}

const fewKeys = 16

func (n *numbering[K]) find(key K) (int, bool) {
	if n.byKey != nil {
		i, ok := n.byKey[key]
		return i, ok
	}
	for i, k := range n.keys {
		if k == key {
			return n.numbers[i], true
		}
	}
	return 0, false
}

// add gives a number to a key that has none.
func (n *numbering[K]) add(key K, number int) {
	if n.keys == nil {
		n.keys, n.numbers = make([]K, 0, fewKeys), make([]int, 0, fewKeys)
	}
	n.keys, n.numbers = append(n.keys, key), append(n.numbers, number)
	switch {
	case n.byKey != nil:
		n.byKey[key] = number
	case len(n.keys) > fewKeys:
		n.byKey = make(map[K]int, 4*fewKeys)
		for i, k := range n.keys {
			n.byKey[k] = n.numbers[i]
		}
	}
}

// fact adds a derived fact, or more reasons for it, and returns its number.
func (g *reasoning) fact(text, rule string, because ...int) int {
	i, ok := g.facts.find(text)
	if !ok {
		i = len(g.nodes)
		g.facts.add(text, i)
		g.nodes = append(g.nodes, Reason{Fact: text, Rule: rule})
	}
	g.because(i, because...)
	return i
}

// item adds an item of the record, or more reasons for it.
func (g *reasoning) item(n int32, because ...int) int {
	i, ok := g.items.find(n)
	if !ok {
		i = len(g.nodes)
		g.items.add(n, i)
		g.nodes = append(g.nodes, Reason{Item: g.v.ref(n), Fact: g.v.d.nodes[n].name})
	}
	g.because(i, because...)
	return i
}

// because adds reasons for node i.
func (g *reasoning) because(i int, because ...int) {
	g.nodes[i].Because = append(g.nodes[i].Because, because...)
}

// open reports whether an item's own reasons were added already, and notes
// that they are from now on.
func (g *reasoning) open(n int32) bool {
	_, was := g.opened.find(n)
	if !was {
		g.opened.add(n, 0)
	}
	return was
}

// graft adds another graph of the same view and returns the number of its root.
func (g *reasoning) graft(r Reasons) (root int, ok bool) {
	if len(r.Nodes) == 0 {
		return 0, false
	}
	to := make([]int, len(r.Nodes))
	for i, n := range r.Nodes {
		if n.Item.Kind != 0 {
			to[i] = g.item(g.v.d.find(n.Item))
		} else {
			to[i] = g.fact(n.Fact, n.Rule)
			if n.See != "" {
				g.nodes[to[i]].See = n.See
			}
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
			g.because(g.items.numbers[i], g.item(m))
		}
	}
	order := make([]int, len(g.nodes))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(g.nodes[a].Fact, g.nodes[b].Fact) })
	place := make([]int, len(order))
	for i, n := range order {
		place[n] = i
	}
	sorted := make([]Reason, len(order))
	edges := 0
	for _, r := range g.nodes {
		edges += len(r.Because)
	}
	room := make([]int, 0, edges) // for all lists, each with no room to grow
	for i, n := range order {
		r := g.nodes[n]
		from := len(room)
		for _, b := range r.Because {
			room = append(room, place[b])
		}
		because := room[from:len(room):len(room)]
		slices.Sort(because)
		if r.Because = slices.Compact(because); len(because) > 0 {
			r.See = "" // another answer that it was taken from tells it all
		}
		sorted[i] = r
	}
	return Reasons{Nodes: sorted, Root: place[root]}
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
	if g.open(n) {
		return g.item(n)
	}
	i := g.item(n)
	for _, above := range g.v.plain.ties.of[n] {
		g.because(i, g.actor(above.to))
	}
	g.identities(n, i)
	return i
}

// attribution adds an attribution with its speakers, its source, and what it
// speaks of.
func (g *reasoning) attribution(n int32) int {
	if g.open(n) {
		return g.item(n)
	}
	g.item(n) // before its reasons, which may lead back to it
	v, a := g.v, g.v.d.attribution(n)
	speakers, behalf := v.speakersOf(a)
	var because []int
	for _, s := range merge(speakers, behalf) {
		because = append(because, g.actor(s))
	}
	if s := v.resolve(a.Source.Ref()); s != none {
		because = append(because, g.source(s))
	}
	for _, target := range []Ref{a.Claim.Ref(), a.Attribution.Ref(), a.TargetSource.Ref()} {
		if t := v.resolve(target); t != none {
			because = append(because, g.item(t))
		}
	}
	return g.item(n, because...)
}

// source adds a source with its publisher and its authors.
func (g *reasoning) source(n int32) int {
	if g.open(n) {
		return g.item(n)
	}
	g.item(n) // before its reasons, which may lead back to it
	s := g.v.d.source(n)
	var because []int
	if p := g.v.resolve(s.Publisher.Ref()); p != none {
		because = append(because, g.actor(p))
	}
	for _, a := range s.Authors {
		because = append(because, g.actor(g.v.resolve(a.Actor.Ref())))
	}
	return g.item(n, because...)
}

// statusReasons explains a status.
func (v *View) statusReasons(p proposition, e evidence, s Status) Reasons {
	g := v.reason()
	var because []int
	if p.event != none {
		because = append(because, g.item(p.event))
	}
	for _, c := range merge(p.claims, e.through) {
		because = append(because, g.item(c))
		if v.d.claim(c).Content != (Content{}) {
			for _, t := range v.spokenOf(c) {
				if kind := v.ref(t).Kind; kind == ItemEvent || kind == ItemAttribution {
					because = append(because, g.item(t)) // whose actors it names
				}
			}
		}
	}
	for _, a := range v.named(p) {
		because = append(because, g.actor(a))
	}
	for _, n := range e.heard {
		because = append(because, g.attribution(n))
	}
	for _, r := range e.voices {
		if r.attribution == none {
			because = append(because, g.item(r.event), g.source(r.source))
		}
	}
	subject := "event/" + string(s.Event)
	if p.event == none {
		subject = v.ref(p.claims[0]).String()
	}
	fact := fmt.Sprintf("status of %s: %s (%d,%d), %s", subject, s.Label, s.For.Level, s.Against.Level, s.Standing)
	return g.done(g.fact(fact, "evidence pair; "+s.Rule.String(), because...))
}
