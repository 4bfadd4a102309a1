package origins

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/dispute-go/dispute"
)

// A graph holds the statements on a claim and those that they pass on, answer,
// withdraw or impeach, directly or not.
type graph struct {
	v      *dispute.View
	claim  dispute.Claim
	status dispute.Status
	nodes  map[dispute.Ref]*node
	// circles are the statements and sources that pass each other on in a
	// circle, as far as they are in the graph.
	circles []dispute.Conflict
}

// A node is a statement, or a source that is listed or passed on as a whole.
type node struct {
	ref  dispute.Ref
	part part
	root dispute.Root // for rootFor and rootAgainst
	why  dispute.DropReason
	// to is what it is about, sorted; from are the nodes that are about it.
	to   []edge
	from []edge
}

// An edge leads from a statement to what it passes on or speaks of.
type edge struct {
	node *node
	kind string
}

const passesOn = "passes on"

// A part is what a statement is to the claim.
type part int

const (
	beside part = iota // it only speaks of other statements
	rootFor
	rootAgainst
	relay
	unsourced
	response
	reading
	dropped
)

func build(v *dispute.View, claim dispute.Claim) *graph {
	g := &graph{v: v, claim: claim, status: v.Status(claim.ID), nodes: map[dispute.Ref]*node{}}
	for a := range v.Attributions(dispute.AttributionQuery{Claim: claim.ID}) {
		g.reach(a.ID.Ref())
	}
	g.takeParts()
	g.connect()
	for _, c := range v.Conflicts() {
		if c.Kind == dispute.ConflictCitation && slices.ContainsFunc(c.Items, func(r dispute.Ref) bool { return g.nodes[r] != nil }) {
			g.circles = append(g.circles, c)
		}
	}
	return g
}

// reach adds an item and all that is linked with it by relays and by statements
// about statements.
func (g *graph) reach(refs ...dispute.Ref) {
	for len(refs) > 0 {
		ref := refs[len(refs)-1]
		refs = refs[:len(refs)-1]
		if g.nodes[ref] != nil {
			continue
		}
		g.nodes[ref] = &node{ref: ref}
		if ref.Kind == dispute.ItemSource {
			for a := range g.v.Attributions(dispute.AttributionQuery{TargetSource: dispute.SourceID(ref.ID)}) {
				refs = append(refs, a.ID.Ref())
			}
			continue
		}
		id := dispute.AttributionID(ref.ID)
		a, _ := g.v.Attribution(id)
		for _, e := range g.targets(a) {
			refs = append(refs, e.ref)
		}
		for about := range g.v.Attributions(dispute.AttributionQuery{Attribution: id}) {
			refs = append(refs, about.ID.Ref())
		}
		if a.Source != "" {
			for about := range g.v.Attributions(dispute.AttributionQuery{TargetSource: a.Source}) {
				refs = append(refs, about.ID.Ref())
			}
		}
	}
}

type target struct {
	ref  dispute.Ref
	kind string
}

// targets returns what a statement passes on or speaks of, other than claims.
// IDs lead to the current versions.
func (g *graph) targets(a dispute.Attribution) []target {
	var list []target
	add := func(ref dispute.Ref, kind string) {
		if !slices.ContainsFunc(list, func(t target) bool { return t.ref == ref }) {
			list = append(list, target{ref, kind})
		}
	}
	for _, id := range a.Relays {
		if x, ok := g.v.Attribution(id); ok {
			add(x.ID.Ref(), passesOn)
		}
	}
	for _, id := range a.RelaysSources {
		if x, ok := g.v.Source(id); ok {
			add(x.ID.Ref(), passesOn)
		}
	}
	if x, ok := g.v.Attribution(a.Attribution); ok {
		add(x.ID.Ref(), aboutStatement[a.Stance])
	}
	if x, ok := g.v.Source(a.TargetSource); ok {
		add(x.ID.Ref(), aboutStatement[a.Stance])
	}
	return list
}

// aboutStatement says what a stance does to a statement or a source.
var aboutStatement = map[dispute.Stance]string{
	dispute.StanceAsserts:                  "says it was said",
	dispute.StanceImplies:                  "implies it was said",
	dispute.StanceDenies:                   "denies it was said",
	dispute.StanceNeitherConfirmsNorDenies: "neither confirms nor denies",
	dispute.StanceDeclinesComment:          "declines comment on",
	dispute.StanceHasNotResponded:          "has not responded to",
	dispute.StanceInterprets:               "reads",
	dispute.StanceRetracts:                 "withdraws",
	dispute.StanceUndercuts:                "undercuts",
}

// takeParts tells the statements apart by what they are to the claim.
func (g *graph) takeParts() {
	take := func(ref dispute.Ref, p part) *node {
		g.reach(ref)
		n := g.nodes[ref]
		n.part = p
		return n
	}
	for _, id := range g.status.Relays {
		take(id.Ref(), relay)
	}
	for _, id := range g.status.Unsourced {
		take(id.Ref(), unsourced)
	}
	for _, r := range g.status.Responses {
		take(r.Attribution.Ref(), response)
	}
	for _, id := range g.status.Interpretations {
		take(id.Ref(), reading)
	}
	for _, d := range g.status.Dropped {
		take(refOf(d.Attribution, d.Source), dropped).why = d.Why
		for _, id := range d.By {
			g.reach(id.Ref())
		}
	}
	for _, side := range []struct {
		roots []dispute.Root
		part  part
	}{{g.status.For.Roots(), rootFor}, {g.status.Against.Roots(), rootAgainst}} {
		for _, r := range side.roots {
			take(refOf(r.Attribution, r.Source), side.part).root = r
		}
	}
}

// refOf names a statement, or the source whose listing stands for one.
func refOf(a dispute.AttributionID, s dispute.SourceID) dispute.Ref {
	if a == "" {
		return s.Ref()
	}
	return a.Ref()
}

func (g *graph) connect() {
	for _, n := range g.list() {
		a, _ := g.v.Attribution(dispute.AttributionID(n.ref.ID))
		if n.ref.Kind != dispute.ItemAttribution {
			continue
		}
		for _, t := range g.targets(a) {
			to := g.nodes[t.ref]
			if t.kind == passesOn && n.part == beside {
				n.part = relay // of a root on a claim that bears on this one
			}
			n.to = append(n.to, edge{to, t.kind})
			to.from = append(to.from, edge{n, t.kind})
		}
		slices.SortFunc(n.to, func(a, b edge) int { return a.node.ref.Compare(b.node.ref) })
	}
}

// list returns the nodes, sources before statements, each by ID.
func (g *graph) list() []*node {
	nodes := slices.Collect(maps.Values(g.nodes))
	slices.SortFunc(nodes, func(a, b *node) int { return a.ref.Compare(b.ref) })
	return nodes
}

// of returns the nodes with a part, by ID; roots by origin first.
func (g *graph) of(p part) []*node {
	nodes := slices.DeleteFunc(g.list(), func(n *node) bool { return n.part != p })
	slices.SortStableFunc(nodes, func(a, b *node) int { return cmp.Compare(a.root.Origin, b.root.Origin) })
	return nodes
}

// inCircle reports whether two nodes stand in one circle of citations.
func (g *graph) inCircle(a, b *node) bool {
	return slices.ContainsFunc(g.circles, func(c dispute.Conflict) bool {
		return slices.Contains(c.Items, a.ref) && slices.Contains(c.Items, b.ref)
	})
}

// sentence says what a node is. A source that lists the event claimed stands
// for its publisher's word.
func (g *graph) sentence(n *node) string {
	if n.part != rootFor && n.part != rootAgainst || n.ref.Kind == dispute.ItemAttribution {
		return g.v.Sentence(n.ref)
	}
	event := g.status.Event
	if other, ok := g.v.Claim(n.root.Claim); ok {
		event = other.Content.Occurred
	}
	return g.v.Report(event, dispute.SourceID(n.ref.ID))
}

// signatories are those who made a statement, or published a source, as far as
// they are known.
func (g *graph) signatories(n *node) []dispute.ActorID {
	var list []dispute.ActorID
	add := func(ids ...dispute.ActorID) {
		for _, id := range ids {
			if a, ok := g.v.Actor(id); ok {
				list = append(list, a.ID)
			}
		}
	}
	if s, ok := g.v.Source(dispute.SourceID(n.ref.ID)); ok && n.ref.Kind == dispute.ItemSource {
		add(s.Publisher)
	} else if a, ok := g.v.Attribution(dispute.AttributionID(n.ref.ID)); ok {
		add(a.Speaker)
		add(a.Jointly...)
	}
	return list
}

// speakers names the signatories and for whom they speak, unless what they say is
// confidential.
func (g *graph) speakers(n *node) string {
	text := g.names(g.signatories(n))
	a, ok := g.v.Attribution(dispute.AttributionID(n.ref.ID))
	ok = ok && n.ref.Kind == dispute.ItemAttribution
	s, _ := g.v.Source(dispute.SourceID(n.ref.ID))
	if ok && a.Confidential || !ok && s.Confidential {
		return "a confidential speaker"
	}
	if ok && len(a.OnBehalfOf) > 0 {
		if len(a.Jointly) > 0 {
			text += ", jointly,"
		}
		text += " for " + g.names(a.OnBehalfOf)
	}
	return text
}

func (g *graph) names(ids []dispute.ActorID) string {
	var list []string
	for _, id := range ids {
		if a, ok := g.v.Actor(id); ok {
			list = append(list, a.Name)
		}
	}
	if list == nil {
		return "an unknown speaker"
	}
	slices.Sort(list)
	return strings.Join(list, ", ")
}

// marks tells what is particular about a root.
func marks(r dispute.Root) []string {
	var list []string
	for _, m := range []struct {
		is   bool
		word string
	}{{r.Interested, "interested"}, {r.Implied, "implied"}, {r.Admission, "admission"}, {r.Finding, "finding"}} {
		if m.is {
			list = append(list, m.word)
		}
	}
	return list
}
