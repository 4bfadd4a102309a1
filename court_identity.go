package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
)

// indexTwins indexes who is said to be whom, and to have done what. It also
// returns the current identity claims.
func (v *mentions) indexTwins() (x twinIndex, claims []int32) {
	x.identity, x.acts = map[int32][]int32{}, map[int32][]int32{}
	x.oldIdentity, x.oldActs, x.oldAgency = map[int32][]int32{}, map[int32][]int32{}, map[int32][]int32{}
	put := func(list map[int32][]int32, to Ref, c int32) {
		if n := v.resolve(to); n != none {
			list[n] = append(list[n], c)
		}
	}
	from, to := v.d.span(ItemClaim)
	for c := from; c < to; c++ {
		if !v.alive[c] {
			continue
		}
		identity, acts, now := x.identity, x.acts, c
		if !v.current[c] {
			identity, acts, now = x.oldIdentity, x.oldActs, v.head[c]
		}
		content := v.d.claim(c).Content
		if i := content.Identity; i != nil {
			put(identity, i.A.Ref(), now)
			put(identity, i.B.Ref(), now)
			if v.current[c] {
				claims = append(claims, c)
			}
		}
		if a := content.Agency; a != nil {
			put(acts, a.Actor.Ref(), now)
			if !v.current[c] {
				put(x.oldAgency, a.Event.Ref(), now)
			}
		}
	}
	for _, index := range []map[int32][]int32{x.identity, x.acts, x.oldIdentity, x.oldActs, x.oldAgency} {
		for n, list := range index {
			index[n] = ints.Merge(list)
		}
	}
	return x, claims
}

// same returns the actors that the view takes for actor n, without n.
func (v *court) same(n int32) []int32 {
	hub, ok := v.twins.hub[n]
	if !ok {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(v.twins.members[hub]), func(m int32) bool { return m == n })
}

// other returns whom identity claim c says actor n is, by number.
func (v *court) other(c, n int32) int32 {
	i := v.d.claim(c).Content.Identity
	if a := v.resolve(i.A.Ref()); a != n {
		return a
	}
	return v.resolve(i.B.Ref())
}
