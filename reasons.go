package dispute

import (
	"iter"
	"slices"

	"github.com/dispute-go/dispute/internal/reasons"
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

// ruleDates is the rule by which an event has its dates.
const ruleDates = "start no earlier than what it follows"

// A ReasonLine is one line of the outline of [Reasons].
type ReasonLine struct {
	// Node is the index of the node the line is about.
	Node int
	// Depth is 0 for a line by itself, and one more than that of the line it
	// is a reason for otherwise.
	Depth int
	// Open says that the node's own reasons follow, one deeper. A node is open
	// in one line only; where it comes up elsewhere it is only mentioned.
	Open bool
	// Number tells nodes apart that have reasons and come up more than once,
	// counted from 1 in the order in which they come up; 0 for all others.
	Number int
}

// Outline yields the graph as the lines of an outline, from the root down. A
// node is open where it is nearest to the root, so that the outline is as flat
// as the graph allows; what lies deeper than twelve steps is opened in a line by
// itself further down. There are as many lines as the graph has edges, and one
// more for the root and for each line by itself: never as many as it has paths.
//
// The order is that of Nodes and Because, and so canonical. Reasons that are
// not of this library's making are taken as they are; an index of a node that
// is not there is passed over.
func (r Reasons) Outline() iter.Seq[ReasonLine] {
	return func(yield func(ReasonLine) bool) {
		for line := range r.graph().Outline() {
			if !yield(ReasonLine(line)) {
				return
			}
		}
	}
}

// Edges yields every pair of a node and one it rests on, as indexes of Nodes,
// ascending: what a drawing of the graph needs beside Nodes.
func (r Reasons) Edges() iter.Seq2[int, int] { return r.graph().Edges() }

// String returns the outline as indented lines. What comes up again is
// referred to by number. The zero Reasons are "nothing on file".
func (r Reasons) String() string { return r.graph().Text() }

// Markdown returns the outline as a nested list (CommonMark), in which what
// comes up again is referred to by number. Names and texts are escaped. The
// zero Reasons are a list of one line, "nothing on file".
func (r Reasons) Markdown() string { return r.graph().Markdown() }

// graph returns the reasons with what they say alone.
func (r Reasons) graph() reasons.Graph {
	g := reasons.Graph{Nodes: make([]reasons.Node, len(r.Nodes)), Root: r.Root}
	for i, n := range r.Nodes {
		g.Nodes[i] = reasons.Node{Text: n.Fact, Rule: n.Rule, See: n.See, Because: n.Because}
	}
	return g
}

// reasoning builds the Reasons of an answer of a court.
type reasoning struct {
	reasons.Builder
	v     *court
	spans int  // how many events' dates it explains
	whole bool // explains them to the end, however many
}

// reason begins a graph.
func (v *court) reason() *reasoning { return &reasoning{Builder: reasons.New(), v: v} }

// confidentialActor stands for an actor that is known from confidential items alone.
const confidentialActor = "a confidential actor"

// Item adds an item, or more reasons for it, and returns its node. An actor that
// may not be named has that of a fact.
func (g *reasoning) Item(n int32, because ...int) int {
	if g.v.isConcealed(n) {
		return g.Fact(confidentialActor, "", because...)
	}
	return g.Builder.Item(n, because...)
}

// Open adds an item as [reasons.Builder.Open] does. What an actor depends on that
// may not be named is not told.
func (g *reasoning) Open(n int32) (node int, closed bool) {
	if g.v.isConcealed(n) {
		return g.Item(n), false
	}
	return g.Builder.Open(n)
}

// graft adds another graph of the same view and returns the node of its root.
func (g *reasoning) graft(r Reasons) (root int, ok bool) {
	if len(r.Nodes) == 0 {
		return 0, false
	}
	to := make([]int, len(r.Nodes))
	for i, n := range r.Nodes {
		if n.Item.Kind != 0 {
			to[i] = g.Item(g.v.d.find(n.Item))
			continue
		}
		to[i] = g.Fact(n.Fact, n.Rule)
		if n.See != "" {
			g.See(to[i], n.See)
		}
	}
	for i, n := range r.Nodes {
		for _, b := range n.Because {
			g.Because(to[i], to[b])
		}
	}
	return to[r.Root], true
}

// done returns the graph in canonical order. An item rests on those that no
// longer speak of it, as their earlier versions did.
func (g *reasoning) done(root int) Reasons {
	for i, n := range g.Items() { // before those that are added here
		for _, m := range g.v.on.moved[n] {
			g.Because(i, g.Item(m))
		}
	}
	var r Reasons
	r.Root = g.Lay(root, itemNames{g.v.d}, func(count int) { r.Nodes = make([]Reason, count) }, func(i int, n reasons.Node) {
		r.Nodes[i] = Reason{Fact: n.Text, Rule: n.Rule, See: n.See, Because: n.Because}
		if n.Item != none {
			r.Nodes[i].Item = g.v.ref(n.Item)
		}
	})
	return r
}

// itemNames are the names of a dossier's items.
type itemNames struct{ d *Dossier }

func (x itemNames) Name(n int32) string { return x.d.nodes[n].name }

func (x itemNames) Rank(n int32) int32 { return x.d.nodes[n].byName }
