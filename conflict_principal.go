package dispute

import (
	"maps"
	"slices"
)

// principals finds speakers at odds with their principals.
func (v conflictFinder) principals() []*clash {
	var list []*clash
	for _, c := range v.currents(ItemClaim) {
		if p := v.proposition(c); p.claims[0] == c {
			list = append(list, v.atOdds(p, v.support.hearing(c))...)
		}
	}
	return list
}

// atOdds finds, for every principal, the statements on p by someone who speaks
// for it without committing it that go against the principal's own word or
// against its own side.
func (v conflictFinder) atOdds(p proposition, h hearing) []*clash {
	found := v.bySide(h)
	var list []*clash
	for _, principal := range slices.Sorted(maps.Keys(found)) {
		x := found[principal]
		for side := range x.organ {
			organs, word := x.organ[side], x.principal[1-side]
			if len(organs) == 0 || len(word) == 0 && !v.adverseTo(p, principal, side == sideAgainst) {
				continue
			}
			items := []int32{principal}
			for _, n := range slices.Concat(organs, word) {
				items = append(items, n, v.claimOf(n))
			}
			c := v.clash(v.grounds(p, h), items...)
			c.about, c.claim, c.organs, c.ownWord = principal, v.claimOf(organs[0]), organs, len(word) > 0
			list = append(list, c)
		}
	}
	return list
}

// The two sides of a proposition.
const (
	sideFor = iota
	sideAgainst
)

// sides are attributions of one principal's, by side: those of its organs, and
// those that are its own word.
type sides struct{ organ, principal [2][]int32 }

// bySide returns what was said by those who speak for others, by principal.
func (v conflictFinder) bySide(h hearing) map[int32]*sides {
	found := map[int32]*sides{}
	for _, r := range h.voices {
		if r.attribution == none {
			continue
		}
		side := sideFor
		if r.against {
			side = sideAgainst
		}
		for _, s := range r.speakers {
			committed := v.ties.Commits(s, r.when)
			for _, principal := range v.ties.Principals(s, r.when) {
				x := found[principal]
				if x == nil {
					x = &sides{}
					found[principal] = x
				}
				if slices.Contains(committed, principal) {
					x.principal[side] = append(x.principal[side], r.attribution)
				} else {
					x.organ[side] = append(x.organ[side], r.attribution)
				}
			}
		}
	}
	return found
}

// adverseTo reports whether saying p (or, if denied, denying it) speaks
// against an actor.
func (v *court) adverseTo(p proposition, actor int32, denied bool) bool {
	for _, c := range p.claims {
		list := v.d.claim(c).Adverse
		if denied {
			list = v.d.claim(c).Favours
		}
		if slices.ContainsFunc(list, func(id ActorID) bool { return v.resolve(id.Ref()) == actor }) {
			return true
		}
	}
	return false
}
