package dispute

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/group"
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/precedence"
	"github.com/dispute-go/dispute/internal/ties"
)

// A Conflict is something in the record that does not go together. It is an
// answer, not an error: nothing is dropped because of it unless the doc of its
// kind says so.
type Conflict struct {
	// ID is stable: it depends on the kind and on the first versions of the
	// items alone; for supersession and re-attribution on the versions themselves.
	ID   string       `json:"id"`
	Kind ConflictKind `json:"kind,omitzero"`
	// AsOf is the day as of which it is on file: that of the view; see
	// [View.Day].
	AsOf edtf.Day `json:"as_of,omitzero"`
	// Items are what conflicts, sorted by kind and ID.
	Items []Ref `json:"items,omitempty"`

	from *clash // which words are made of
	read *said  // the words that came with it
}

// finders find the conflicts of each kind.
var finders = [...]func(conflictFinder) []*clash{
	ConflictSpeakerPrincipal: conflictFinder.principals,
	ConflictContradiction:    conflictFinder.contradictions,
	ConflictFigures:          conflictFinder.figures,
	ConflictChronology:       conflictFinder.chronologies,
	ConflictReversed:         conflictFinder.reversed,
	ConflictCitation:         conflictFinder.citations,
	ConflictHierarchy:        conflictFinder.hierarchies,
	ConflictSupersession:     conflictFinder.supersessions,
	ConflictIdentity:         conflictFinder.identities,
	ConflictDisowned:         conflictFinder.disowned,
	ConflictDates:            conflictFinder.dates,
	ConflictItself:           conflictFinder.itself,
	ConflictFigureOrder:      conflictFinder.disordered,
	ConflictDoers:            conflictFinder.doers,
	ConflictRelations:        conflictFinder.relations,
	ConflictMeanings:         conflictFinder.meanings,
	ConflictReattribution:    conflictFinder.reattributions,
}

// Conflicts returns everything in the view that does not go together, ordered
// by kind, then by ID. The cost is near-linear in the size of the record and
// of the evidence on its claims; beyond some million claims and statements that
// entail what somebody denies, or what is contradicted, what a side says is
// compared on one claim at a time.
func (v *View) Conflicts() []Conflict {
	v = v.orEmpty()
	find := conflictFinder{v.chronology, v.support()}
	var list []Conflict
	for kind := ConflictSpeakerPrincipal; int(kind) < len(finders); kind++ {
		for _, x := range finders[kind](find) {
			if x.kind = kind; len(x.items) > 0 { // which may be named
				list = append(list, newConflict(x))
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Conflict) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID))
	})
	return slices.CompactFunc(list, func(a, b Conflict) bool { return a.ID == b.ID })
}

// newConflict puts a clash down as a conflict.
func newConflict(x *clash) Conflict {
	v := x.court
	c := Conflict{Kind: x.kind, AsOf: v.today(), from: x}
	id := []byte(x.kind.String())
	for _, n := range x.items {
		c.Items = append(c.Items, v.ref(n))
		named := v.firstRef(n)
		if x.kind.namesVersions() {
			named = v.ref(n)
		}
		id = append(append(id, '/'), named.String()...)
	}
	c.ID = string(id)
	slices.SortFunc(c.Items, Ref.Compare)
	return c
}

// around returns the groups of items that edges lead around, each ascending.
func around(edges []precedence.Link) [][]int32 {
	var items []int32
	for _, e := range edges {
		items = append(items, e.Before, e.After)
	}
	items = ints.Merge(items)
	links := make([]precedence.Link, len(edges))
	for i, e := range edges {
		before, _ := slices.BinarySearch(items, e.Before)
		after, _ := slices.BinarySearch(items, e.After)
		links[i] = precedence.Link{Before: int32(before), After: int32(after)}
	}
	var list [][]int32
	for _, c := range precedence.Tighten(make([]precedence.Node, len(items)), links).Contradictions {
		circle := make([]int32, len(c.Nodes))
		for i, place := range c.Nodes {
			circle[i] = items[place]
		}
		list = append(list, circle)
	}
	return list
}

// citations finds statements and sources that pass each other on in a circle: to
// deny, undercut or read a statement passes nothing on.
func (v conflictFinder) citations() []*clash {
	var edges []precedence.Link
	cite := func(from int32, to ...int32) {
		for _, t := range v.latestOf(to) {
			edges = append(edges, precedence.Link{Before: from, After: t})
		}
	}
	for _, n := range v.currents(ItemAttribution) {
		a, refs := v.d.attribution(n), v.d.attributionRefs(n)
		if refs.attribution != none && a.Stance == StanceAsserts {
			cite(n, refs.attribution)
		}
		cite(n, refs.relays...)
		cite(n, refs.relaysSources...)
		if s := v.sourceOf(n); s != none && a.Lineage == LineageRelaying {
			edges = append(edges, precedence.Link{Before: s, After: n})
		}
	}
	for _, n := range v.currents(ItemSource) {
		uses := v.d.usesOf(n)
		cite(n, uses.many(slotDerivedFrom)...)
		if original := uses.one(slotReprintOf); original != none {
			cite(n, original)
		}
	}
	return v.clashes(around(edges))
}

// A rung is an affiliation that puts one actor under another one, on the days on
// which it surely does.
type rung struct {
	link precedence.Link
	held ties.Window
}

// hierarchies finds actors that belong to each other in a circle, by ties that
// surely hold on one day. Circles with an actor in common are one.
func (v conflictFinder) hierarchies() []*clash {
	var rungs []rung
	for _, n := range v.currents(ItemActor) {
		for _, a := range v.d.actor(n).Affiliations {
			if a.Kind == AffiliationMemberOf || a.Kind == AffiliationDependsOn {
				continue
			}
			if _, held := heldWindows(a.Period); held.First <= held.Last {
				rungs = append(rungs, rung{precedence.Link{Before: n, After: v.resolve(a.To.Ref())}, held})
			}
		}
	}
	var edges []precedence.Link
	for _, r := range rungs {
		edges = append(edges, r.link)
	}
	_, actors := v.d.span(ItemActor)
	joined, circular := group.New(int(actors)), map[int32]bool{}
	for _, apart := range within(rungs, around(edges)) {
		for _, circle := range aroundAtOnce(apart) {
			for _, n := range circle {
				circular[n] = true
				joined.Join(circle[0], n)
			}
		}
	}
	circles := slices.DeleteFunc(joined.Groups(), func(members []int32) bool { return !circular[members[0]] })
	return v.clashes(circles)
}

// within returns the rungs between the actors of each circle.
func within(rungs []rung, circles [][]int32) [][]rung {
	in := map[int32]int{} // by actor, from 1
	for i, circle := range circles {
		for _, n := range circle {
			in[n] = i + 1
		}
	}
	list := make([][]rung, len(circles))
	for _, r := range rungs {
		if i := in[r.link.Before]; i > 0 && i == in[r.link.After] {
			list[i-1] = append(list[i-1], r)
		}
	}
	return list
}

// manyDays bounds the work of aroundAtOnce: where ties begin on more days, only
// the first of these are looked at.
const manyDays = 64

// aroundAtOnce returns the groups of actors that rungs lead around which all hold
// on one day. Such a circle is there on the day on which the last of its ties has
// begun.
func aroundAtOnce(rungs []rung) [][]int32 {
	var days []int64
	for _, r := range rungs {
		days = append(days, r.held.First)
	}
	slices.Sort(days)
	days = slices.Compact(days)
	if len(days) > manyDays {
		days = days[:manyDays]
	}
	var list [][]int32
	for _, day := range days {
		var edges []precedence.Link
		for _, r := range rungs {
			if r.held.Covers(ties.Window{First: day, Last: day}) {
				edges = append(edges, r.link)
			}
		}
		list = append(list, around(edges)...)
	}
	return list
}

// identities finds actors that lead to each other in a circle by identity claims
// that somebody stands by.
func (v conflictFinder) identities() []*clash {
	var edges []precedence.Link
	var claims []int32 // by edge
	for _, c := range v.currents(ItemClaim) {
		if i := v.d.claim(c).Content.Identity; i != nil && v.support.supported[c] {
			edges = append(edges, precedence.Link{Before: v.resolve(i.A.Ref()), After: v.resolve(i.B.Ref())})
			claims = append(claims, c)
		}
	}
	list := v.clashes(around(edges))
	in := map[int32]*clash{} // by actor
	for _, c := range list {
		for _, n := range c.items {
			in[n] = c
		}
	}
	leading := map[*clash][]int32{} // the claims by which its actors lead around
	for i, e := range edges {
		if c := in[e.Before]; c != nil && c == in[e.After] {
			leading[c] = append(leading[c], claims[i])
		}
	}
	for _, c := range list {
		c.over = v.support.backing(leading[c])
	}
	return list
}
