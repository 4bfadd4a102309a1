package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
)

// support tells, of all claims of a view at once, what is said on them and
// whether anything bears on them. Finding it is linear in the statements and in
// the declared entailments and contradictions, where asking claim by claim would
// walk a chain of entailments once for each of its claims.
type support struct {
	v *court
	// heard are the hearings of what claims state, by the first claim that does.
	heard map[int32]hearing
	// By claim: supported are those somebody stands by, directly or by a claim
	// that entails it; opposed those that somebody stands against, directly, by
	// denying what it entails, or by standing by what contradicts that.
	supported, opposed []bool
	// stated are the claims for or against which a first-hand statement was ever
	// made, in any of these ways, whatever became of it.
	stated []bool
}

func (v *court) support() *support {
	marks := func() []bool { return make([]bool, len(v.d.nodes)) }
	x := &support{v: v, heard: map[int32]hearing{}, supported: marks(), opposed: marks(), stated: marks()}
	claims := v.currents(ItemClaim)
	var supported, opposed, said, denied []int32 // of these the last two whatever became of it
	for _, c := range claims {
		p := v.proposition(c)
		if p.claims[0] != c {
			continue
		}
		h := v.hear(p)
		x.heard[c] = h
		for _, r := range h.voices {
			if r.against {
				opposed = append(opposed, c)
			} else {
				supported = append(supported, c)
			}
		}
		for _, w := range h.withdrawn {
			if w.voice.against {
				denied = append(denied, c)
			} else {
				said = append(said, c)
			}
		}
	}
	x.reach(x.supported, x.opposed, claims, supported, opposed)
	evenFor, evenAgainst := marks(), marks()
	x.reach(evenFor, evenAgainst, claims, append(said, supported...), append(denied, opposed...))
	for i := range x.stated {
		x.stated[i] = evenFor[i] || evenAgainst[i]
	}
	return x
}

// reach marks what is supported and what is opposed where some claims are, by
// entailment and contradiction.
func (x *support) reach(supported, opposed []bool, claims, said, denied []int32) {
	x.mark(supported, said, x.v.on.entails)
	for _, c := range claims {
		for _, rival := range x.v.on.rivals[c] {
			if supported[rival] {
				denied = append(denied, c)
			}
		}
	}
	x.mark(opposed, denied, x.v.on.entailedBy)
}

// mark marks claims, all that state the same, and all reached from these over
// the edges.
func (x *support) mark(marked []bool, from []int32, edges [][]int32) {
	claims := slices.Clone(from)
	for len(claims) > 0 {
		c := claims[len(claims)-1]
		claims = claims[:len(claims)-1]
		if marked[c] {
			continue
		}
		for _, same := range x.v.proposition(c).claims {
			marked[same] = true
			claims = append(claims, edges[same]...)
		}
	}
}

// hearing returns what is said directly on what claim c states.
func (x *support) hearing(c int32) hearing { return x.heard[x.v.proposition(c).claims[0]] }

// none reports whether nothing bears on claim c, and nothing ever did.
func (x *support) none(c int32) bool { return !x.stated[c] }

// grounds returns the items on which it rests what is heard on p: all that is
// heard, and what p names, which decides who may undercut it.
func (v *court) grounds(p proposition, h hearing) []int32 {
	list := ints.Merge(h.heard, p.claims)
	if p.event != none {
		list = append(list, p.event)
	}
	for _, r := range h.voices {
		if r.attribution == none {
			list = append(list, r.event, r.source)
		}
	}
	return list
}

// backing returns the items on which it rests who stands by claims: what is said
// on them and on those that entail them.
func (x *support) backing(claims []int32) []int32 {
	v := x.v
	var seeds [][]int32
	for _, c := range claims {
		seeds = append(seeds, v.proposition(c).claims)
	}
	var list []int32
	for _, c := range v.entailing(proposition{claims: ints.Merge(seeds...), event: none}, v.on.entailedBy) {
		if p := v.proposition(c); p.claims[0] == c {
			list = append(list, v.grounds(p, x.heard[c])...)
		}
	}
	return ints.Merge(list)
}
