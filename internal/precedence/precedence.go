// Package precedence tightens uncertain dates along the links between them and
// puts them in order.
//
// Every node is a thing that starts on one tick and ends on one tick, each within
// its own domain, the end not before the start. A link says that one node does not
// start before another. A placement gives all starts and ends at once.
package precedence

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/internal/span"
)

// A Node is one dated thing. Start and End are domains as [span.Range] defines
// them; a nil or empty one is every tick, so that the zero value is undated.
type Node struct{ Start, End []span.Range }

// A Link says that node After starts on the same tick as node Before or later.
// Both are indices of nodes.
type Link struct{ Before, After int32 }

// Declared, in place of a node, says that a bound is the node's own declared one.
const Declared int32 = -1

// A Result holds the tightened domains and what they rest on. Get one from
// [Tighten]. It is safe for concurrent readers as long as nobody writes to its
// fields. All slices are indexed by node.
type Result struct {
	// Start and End are the tightened domains. In a consistent component they are
	// exact: they hold the ticks that occur in some placement, and no other. In a
	// component with a contradiction they are the declared ones.
	Start, End [][]span.Range

	// EarliestStartBy, LatestStartBy and EarliestEndBy name the node whose
	// tightened bound makes this one what it is: the smallest index if several do
	// alone, [Declared] if the declared bound suffices. For the first it is a node
	// linked before; for the second one linked after, or the node itself if its
	// own latest end does it; for the third it is the node itself, by its earliest
	// start. Following the names leads to a declared bound. A latest end is always
	// the declared one. In a component with a contradiction all are [Declared].
	EarliestStartBy, LatestStartBy, EarliestEndBy []int32

	// Component is the smallest node of those that links connect with this one,
	// whatever their direction.
	Component []int32

	// Contradictions are sorted by kind and then by nodes.
	Contradictions []Contradiction

	graph        graph
	inconsistent []bool  // by Component
	topological  []int32 // all nodes, such that consistent links lead forward
	position     []int32 // by node, in topological
}

// Kind says why a chronology cannot hold. There is no zero value.
type Kind uint8

// The kinds of contradiction.
const (
	Cycle Kind = iota + 1 // links lead from a node back to itself
	Empty                 // no tick is left for a start or an end
)

// String returns "cycle" or "empty", and "" for any other value.
func (k Kind) String() string {
	switch k {
	case Cycle:
		return "cycle"
	case Empty:
		return "empty"
	}
	return ""
}

// A Contradiction is a set of nodes that cannot hold together.
type Contradiction struct {
	Kind Kind

	// Nodes are sorted. For [Cycle] they are those that links lead from each to
	// each other; for [Empty] the chain of links from Lower to Upper.
	Nodes []int32

	// Lower and Upper, for [Empty], are the nodes whose declared bounds collide:
	// by the chain, Upper cannot start before the earliest start of Lower, and
	// this is past its own latest start or, if UpperEnd is set, past its latest
	// end. They are the same node if it ends before it begins. Where the chain
	// meets a domain of several ranges, the gaps between them may add to it. Both
	// are zero for [Cycle].
	Lower, Upper int32
	UpperEnd     bool
}

// Tighten cuts every domain to what the links and the other domains leave of it.
//
// Component by component: if no placement exists, or if links form a cycle (even
// one that placing all its nodes on one tick would satisfy), the component keeps
// its declared domains and its contradictions are listed, at least one, and each of
// them holds on its own. Of those of kind [Empty] whose chains share a link, only
// the first in a topological order is sure to be listed; once that is mended, a new
// run finds the next.
//
// The order and repetition of links do not matter. The arguments are neither
// changed nor kept. It costs O(n + l log l + r log r) time for n nodes, l links and
// r ranges, and linear memory.
func Tighten(nodes []Node, links []Link) *Result {
	t := newTightening(nodes, links)
	t.findCycles()
	t.forward()
	t.listEmpty()
	t.backward()
	return t.result()
}

// Consistent reports whether the component of the node has no contradiction.
func (r *Result) Consistent(node int32) bool {
	return !r.inconsistent[r.Component[node]]
}

// EarliestStart returns the first tick of the node's tightened start.
func (r *Result) EarliestStart(node int32) int64 { return r.Start[node][0].First }

// LatestStart returns the last tick of the node's tightened start.
func (r *Result) LatestStart(node int32) int64 { return last(r.Start[node]) }

// EarliestEnd returns the first tick of the node's tightened end.
func (r *Result) EarliestEnd(node int32) int64 { return r.End[node][0].First }

// LatestEnd returns the last tick of the node's tightened end.
func (r *Result) LatestEnd(node int32) int64 { return last(r.End[node]) }

func last(domain []span.Range) int64 { return domain[len(domain)-1].Last }

func compareContradictions(a, b Contradiction) int {
	return cmp.Or(
		cmp.Compare(a.Kind, b.Kind),
		slices.Compare(a.Nodes, b.Nodes),
		cmp.Compare(a.Upper, b.Upper),
	)
}
