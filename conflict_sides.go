package dispute

import (
	"maps"
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/precedence"
)

// principals finds speakers at odds with their principals.
func (v conflictFinder) principals() []*clash { return v.bySides(v.atOdds) }

// itself finds sides that say both.
func (v conflictFinder) itself() []*clash { return v.bySides(v.bothWays) }

// bySides looks at what each side says on each proposition; where that goes
// together, at what it says for claims that entail one that somebody denies; and at
// what it says for two claims that are declared contradictory, or for what entails
// them.
func (v conflictFinder) bySides(look func(p proposition, principal int32, x *sides) *clash) []*clash {
	var list []*clash
	add := func(p proposition, voices []voice, over func() []int32, told map[int32]bool) map[int32]bool {
		differ, found := map[int32]bool{}, v.sidesOf(voices)
		for _, principal := range slices.Sorted(maps.Keys(found)) {
			c := look(p, principal, found[principal])
			if c == nil || told[principal] {
				continue
			}
			c.about, c.over = principal, over()
			if c.claim == none {
				c.claim = p.claims[0]
			}
			differ[principal] = len(c.other) > 0
			list = append(list, c)
		}
		return differ
	}
	above := impliedFinder{conflictFinder: v}
	for _, c := range v.apart(ItemClaim) {
		p := v.proposition(c)
		if p.claims[0] != c {
			continue
		}
		h := v.support.hearing(c)
		over := func() []int32 { return v.grounds(p, h) }
		told := add(p, h.voices, over, nil)
		if more := above.onDenied(p, h.voices); more != nil {
			add(p, slices.Concat(h.voices, more), func() []int32 { return ints.Merge(over(), v.support.backing(p.claims)) }, told)
		}
		for _, rival := range above.rivalsOf(p) {
			add(p, above.onRivals(c, rival), func() []int32 { return v.support.backing([]int32{c, rival}) }, nil)
		}
	}
	return list
}

// impliedLimit bounds the work of finding who says a claim by what entails it:
// beyond so many claims and statements only what is said on one claim is compared.
const impliedLimit = 1 << 20

// An impliedFinder finds what is said for claims through what entails them.
type impliedFinder struct {
	conflictFinder
	steps int // taken for that
}

// saidFor returns the statements for what claim c states and for what entails it,
// those on other claims marked as made elsewhere.
func (x *impliedFinder) saidFor(c int32) []voice {
	var list []voice
	for _, by := range x.entailing(x.proposition(c), x.on.entailedBy) {
		x.steps++
		if x.keyOf(by) != by {
			continue
		}
		for _, r := range x.support.heard[by].voices {
			if x.steps++; !r.against {
				r.elsewhere = by != c
				if r.claim == none {
					r.claim = by
				}
				list = append(list, r)
			}
		}
	}
	return list
}

// onDenied returns the statements for what entails p where somebody denies p, or
// nil.
func (x *impliedFinder) onDenied(p proposition, direct []voice) []voice {
	stoodBy := func(c int32) bool { return x.support.supported[c] }
	entailed := func(c int32) bool { return slices.ContainsFunc(x.on.entailedBy[c], stoodBy) }
	denies := func(r voice) bool { return r.against }
	if x.steps >= impliedLimit || !slices.ContainsFunc(p.claims, entailed) || !slices.ContainsFunc(direct, denies) {
		return nil
	}
	return slices.DeleteFunc(x.saidFor(p.claims[0]), func(r voice) bool { return !r.elsewhere })
}

// rivalsOf returns the claims declared to contradict p that somebody stands by as
// well, each by the first that states it, and each two claims once.
func (x *impliedFinder) rivalsOf(p proposition) []int32 {
	var list []int32
	for _, c := range p.claims {
		for _, rival := range x.on.rivals[c] {
			if key := x.keyOf(rival); key > p.claims[0] && x.support.current[c] && x.support.current[key] {
				list = append(list, key)
			}
		}
	}
	return ints.Merge(list)
}

// onRivals returns the statements for claim c and, as against it, those for a
// rival, but none that is for both.
func (x *impliedFinder) onRivals(c, rival int32) []voice {
	if x.steps >= impliedLimit {
		return nil
	}
	sides := [2][]voice{x.saidFor(c), x.saidFor(rival)}
	times := map[argumentKey]int{}
	for _, side := range sides {
		for _, r := range side {
			times[keyOf(r)]++
		}
	}
	var list []voice
	for side, voices := range sides {
		for _, r := range voices {
			if r.against, r.elsewhere = side == sideAgainst, true; times[keyOf(r)] == 1 {
				list = append(list, r)
			}
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
func (v conflictFinder) sidesOf(voices []voice) map[int32]*sides {
	found := map[int32]*sides{}
	for _, r := range voices {
		if v.updated(r) || r.disowned() != nil {
			continue
		}
		side := sideOf(r.against)
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

// adverseTo returns those of the statements on p itself, for it or if denied against it, that
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
		return x.voice.elsewhere || !slices.ContainsFunc(hurt, func(a int32) bool { return slices.Contains(v.ties.LeadUp(a, x.voice.when), principal) })
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
			c.about, c.latest = n, by
			c.denying = h.voices[0].speakers
			c.named, _ = v.speakersOf(n)
			list = append(list, c)
		}
	}
	return list
}

// A conflictFinder finds what does not go together.
type conflictFinder struct {
	*chronology
	support *support
}

// A clash is something that does not go together.
type clash struct {
	court *court
	kind  ConflictKind
	items []int32 // what conflicts, ascending
	over  []int32 // the items because of which it does, or that do not take it away

	// What its words speak of beside, by kind.
	about          int32    // the principal, the event, the statement read or denied, or the item that all supersede
	claim          int32    // on which they differ, or by which the event is reversed or the figure out of order; or none
	claims         []int32  // the rival claims whose standings are told, ascending
	category       string   // of the figures
	one, other     []signed // the statements that go against each other
	ownWord        bool     // the principal's own word, or the event's own date, is on one side
	circular       bool     // the items lead around in a circle
	latest         int32    // the one of the items that leads to the version entered last, the later one, or the denial; or none
	denying, named []int32  // who denies a statement, and who is said to have made it
}

// clash begins a clash of items, over others.
func (v conflictFinder) clash(over []int32, items ...int32) *clash {
	return &clash{court: v.court, items: v.exposed(ints.Merge(items)), over: over, about: none, claim: none, latest: none}
}

// chronologies finds events that follow each other in a circle or for which no
// day is left.
func (v conflictFinder) chronologies() []*clash {
	var list []*clash
	for _, x := range v.events.time.Contradictions {
		if !v.isReversed(x) {
			c := v.clash(nil, v.eventsAt(x.Nodes)...)
			c.circular = x.Kind == precedence.Cycle
			list = append(list, c)
		}
	}
	return list
}

// reversed finds events that end before they begin, and claims that somebody
// stands by and by which an event does.
func (v conflictFinder) reversed() []*clash {
	var list []*clash
	for _, x := range v.events.time.Contradictions {
		if v.isReversed(x) {
			list = append(list, v.clash(nil, v.eventsAt(x.Nodes)...))
		}
	}
	for _, e := range v.apart(ItemEvent) {
		for _, claim := range v.on.datings[e] {
			if v.support.current[claim] && v.d.claim(claim).Content.Dating.row().Reversed {
				c := v.overEvent(e, []int32{claim})
				c.claim = claim
				list = append(list, c)
			}
		}
	}
	return list
}

// isReversed reports whether a contradiction is that of one event by itself.
func (v conflictFinder) isReversed(x precedence.Contradiction) bool {
	return x.Kind != precedence.Cycle && len(x.Nodes) == 1
}

// eventsAt returns the events at places.
func (v *chronology) eventsAt(places []int32) []int32 {
	events := make([]int32, len(places))
	for i, p := range places {
		events[i] = v.events.list[p]
	}
	return events
}

// supersessions finds items that supersede each other in a circle, and items
// several of which supersede one.
func (v conflictFinder) supersessions() []*clash {
	list := v.clashes(v.circles)
	for _, fork := range v.forks {
		c := v.clash([]int32{fork.Old, v.head[fork.Old]}, fork.Branches...)
		c.about, c.latest = fork.Old, fork.Rules
		list = append(list, c)
	}
	return list
}

// reattributions finds statements that supersede one of another speaker, stance
// or target. That somebody is named for whom nobody was is none.
func (v conflictFinder) reattributions() []*clash {
	var list []*clash
	for _, x := range v.reattributed() {
		if v.fieldsReattributed(x.old, x.now) == nil {
			continue
		}
		c := v.clash(nil, x.old, x.now)
		c.about, c.latest = x.old, x.now
		list = append(list, c)
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

// overEvent begins a clash of event e and claims about it that somebody stands
// by.
func (v conflictFinder) overEvent(e int32, claims []int32) *clash {
	c := v.clash(v.support.backing(claims), append(slices.Clip(claims), e)...)
	c.about, c.over = e, ints.Merge(c.over, v.d.only(v.head[e])) // of which its words tell
	return c
}
