package dispute

import "github.com/dispute-go/dispute/internal/precedence"

// hierarchies finds actors that belong to each other in a circle.
func (v conflictFinder) hierarchies() []*clash {
	var edges []precedence.Link
	for _, n := range v.currents(ItemActor) {
		for _, t := range v.plain.ties.From(n) {
			edges = append(edges, precedence.Link{Before: n, After: t.To})
		}
	}
	return v.clashes(v.around(edges))
}

// citations finds statements and sources that pass each other on in a circle.
func (v conflictFinder) citations() []*clash {
	var edges []precedence.Link
	cite := func(from int32, to Ref) {
		if t := v.resolve(to); t != none {
			edges = append(edges, precedence.Link{Before: from, After: t})
		}
	}
	for _, n := range v.currents(ItemAttribution) {
		a := v.d.attribution(n)
		cite(n, a.Attribution.Ref())
		for _, id := range a.Relays {
			cite(n, id.Ref())
		}
		for _, id := range a.RelaysSources {
			cite(n, id.Ref())
		}
		if s := v.resolve(a.Source.Ref()); s != none && a.Lineage == LineageRelaying {
			edges = append(edges, precedence.Link{Before: s, After: n})
		}
	}
	for _, n := range v.currents(ItemSource) {
		for _, id := range v.d.source(n).DerivedFrom {
			cite(n, id.Ref())
		}
	}
	return v.clashes(v.around(edges))
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
	list := v.clashes(v.around(edges))
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

// around returns the groups of items that edges lead around, each ascending.
func (v conflictFinder) around(edges []precedence.Link) [][]int32 {
	var list [][]int32
	for _, c := range precedence.Tighten(make([]precedence.Node, len(v.d.nodes)), edges).Contradictions {
		list = append(list, c.Nodes)
	}
	return list
}

// clashes begins a clash for each circle.
func (v conflictFinder) clashes(circles [][]int32) []*clash {
	var list []*clash
	for _, circle := range circles {
		c := v.clash(nil, circle...)
		c.circular = true
		list = append(list, c)
	}
	return list
}
