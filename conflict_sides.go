package dispute

import (
	"maps"
	"slices"
)

// principals finds speakers at odds with their principals.
func (v conflictFinder) principals() []*clash { return v.bySides(v.atOdds) }

// itself finds sides that say both.
func (v conflictFinder) itself() []*clash { return v.bySides(v.bothWays) }

// bySides looks at what each side says on each proposition.
func (v conflictFinder) bySides(look func(p proposition, principal int32, x *sides) *clash) []*clash {
	var list []*clash
	add := func(p proposition, h hearing) {
		found := v.sidesOf(h)
		for _, principal := range slices.Sorted(maps.Keys(found)) {
			if c := look(p, principal, found[principal]); c != nil {
				c.about, c.over = principal, v.grounds(p, h)
				if c.claim == none {
					c.claim = p.claims[0]
				}
				list = append(list, c)
			}
		}
	}
	for _, c := range v.apart(ItemClaim) {
		if p := v.proposition(c); p.claims[0] == c {
			add(p, v.support.hearing(c))
		}
	}
	return list
}

// The two sides of a proposition.
const (
	sideFor = iota
	sideAgainst
)

// sides are what one principal's say, by side of the proposition: those who
// commit it, and the others who speak for it.
type sides struct{ committing, organs [2][]signed }

// signed is a statement by one of its signatories.
type signed struct {
	voice   voice
	speaker int32
}

// sidesOf returns what was said by those who speak for others, by principal. A
// figure that its speaker has updated is said no more, and what is disowned is
// nobody's word.
func (v conflictFinder) sidesOf(h hearing) map[int32]*sides {
	found := map[int32]*sides{}
	for _, r := range h.voices {
		if v.updated(r) || r.disowned() != nil {
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
					x.committing[side] = append(x.committing[side], signed{r, s})
				} else {
					x.organs[side] = append(x.organs[side], signed{r, s})
				}
			}
		}
	}
	return found
}

// atOdds finds the statements on p by someone who speaks for a principal without
// committing it that go against the principal's own word or against its own side.
func (v conflictFinder) atOdds(p proposition, principal int32, x *sides) *clash {
	var organs, word []signed
	for side, said := range x.organs {
		against := x.committing[1-side]
		if len(against) == 0 {
			said = v.adverseTo(p, principal, side == sideAgainst, said)
		}
		if len(said) > 0 {
			organs, word = append(organs, said...), append(word, against...)
		}
	}
	if len(organs) == 0 {
		return nil
	}
	c := v.saidClash(principal, organs, word)
	c.ownWord = len(word) > 0
	return c
}

// bothWays finds what a principal's say for and against the same: those who
// commit it, or else those who do not. Of one speaker alone only what it asserts
// and denies on the record counts.
func (v conflictFinder) bothWays(p proposition, principal int32, x *sides) *clash {
	for _, said := range [][2][]signed{x.committing, x.organs} {
		if saysBoth(said[sideFor], said[sideAgainst]) {
			c := v.saidClash(principal, said[sideFor], said[sideAgainst])
			c.ownWord = len(x.committing[sideFor]) > 0 && len(x.committing[sideAgainst]) > 0
			return c
		}
	}
	return nil
}

// saysBoth reports whether what is said for and against is a conflict within a
// side.
func saysBoth(for_, against []signed) bool {
	if len(for_) == 0 || len(against) == 0 {
		return false
	}
	other := func(x signed) bool { return x.speaker != for_[0].speaker }
	if slices.ContainsFunc(for_, other) || slices.ContainsFunc(against, other) {
		return true
	}
	committed := func(x signed) bool { return x.voice.commitsOnRecord() }
	return slices.ContainsFunc(for_, committed) && slices.ContainsFunc(against, committed)
}

// saidClash begins a clash of an actor with statements, the one half of which
// goes against the other.
func (v conflictFinder) saidClash(actor int32, one, other []signed) *clash {
	items := []int32{actor}
	for _, x := range slices.Concat(one, other) {
		items = append(items, x.voice.items()...)
	}
	c := v.clash(nil, items...)
	c.one, c.other, c.claim = one, other, one[0].voice.claim
	return c
}

// items returns the statement with what it is about: an attribution with its
// claim, or a source with the event that lists it.
func (r *voice) items() []int32 {
	if r.attribution == none {
		return []int32{r.event, r.source}
	}
	return []int32{r.attribution, r.claim}
}

// adverseTo returns those of the statements for p, or if denied against it, that
// speak against a principal, its government or its organs: against somebody who
// leads up to it.
func (v *court) adverseTo(p proposition, principal int32, denied bool, said []signed) []signed {
	var hurt []int32
	for _, c := range p.claims {
		list := v.d.claimRefs(c).adverse
		if denied {
			list = v.d.claimRefs(c).favours
		}
		hurt = append(hurt, v.latestOf(list)...)
	}
	return slices.DeleteFunc(slices.Clone(said), func(x signed) bool {
		return !slices.ContainsFunc(hurt, func(a int32) bool { return slices.Contains(v.ties.LeadUp(a, x.voice.when), principal) })
	})
}

// disowned finds statements whose words their speakers, or those who commit the
// principals of these, disown: first-hand, and still.
func (v conflictFinder) disowned() []*clash {
	var list []*clash
	for _, n := range v.currents(ItemAttribution) {
		for _, by := range v.court.disowned(n) {
			p := v.about(v.claimOf(n))
			denial, _ := v.voiceOf(by)
			var h hearing
			v.sift(&h, p, []voice{denial})
			c := v.clash(v.grounds(p, h), n, by)
			c.denying = h.voices[0].speakers
			c.named, _ = v.speakersOf(n)
			list = append(list, c)
		}
	}
	return list
}
