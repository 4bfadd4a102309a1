package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/chain"
	"github.com/dispute-go/dispute/internal/ints"
)

// mentions is what speaks of what.
type mentions struct {
	*sight
	on targets
}

// targets lists, for every item, the current items that speak of it. All
// lists are ascending. What is said on a claim or an event that was replaced by
// something else stays with it.
type targets struct {
	statements [][]int32 // by claim: the attributions to it
	answers    [][]int32 // by attribution: the attributions to it
	impeached  [][]int32 // by source: the undercuts of it
	relays     [][]int32 // by attribution or source: the relaying attributions that pass it on
	rivals     [][]int32 // by claim: the claims declared contradictory, in either direction
	entails    [][]int32 // by claim
	entailedBy [][]int32 // by claim
	occurrence [][]int32 // by event: the claims that it occurred
	agency     [][]int32 // by event: the claims who did it
	figures    [][]int32 // by event: the claims of numbers about it
	datings    [][]int32 // by event: the claims when it happened
	responses  [][]int32 // by event: the events linked as a response to it
	moved      [][]int32 // by any item: the current items an earlier version of which spoke of it and that no longer do
}

func newMentions(s *sight) *mentions {
	v := &mentions{sight: s}
	v.indexTargets()
	return v
}

func (v *mentions) indexTargets() {
	for _, list := range []*[][]int32{&v.on.statements, &v.on.answers, &v.on.impeached, &v.on.relays, &v.on.rivals,
		&v.on.entails, &v.on.entailedBy, &v.on.occurrence, &v.on.agency, &v.on.figures, &v.on.datings, &v.on.responses, &v.on.moved} {
		*list = make([][]int32, len(v.d.nodes))
	}
	for _, a := range v.currents(ItemAttribution) {
		v.listAttribution(a)
	}
	for _, c := range v.apart(ItemClaim) {
		v.listClaim(c)
	}
	for _, e := range v.currents(ItemEvent) {
		v.listEvent(e)
	}
	v.indexMoved()
	for _, list := range [][][]int32{v.on.rivals, v.on.entails, v.on.entailedBy, v.on.relays, v.on.moved} {
		for i := range list {
			slices.Sort(list[i])
			list[i] = slices.Compact(list[i])
		}
	}
}

// put lists a current item under each of those it speaks of that are there.
func (v *mentions) put(list [][]int32, from int32, spokenOf ...int32) {
	for _, n := range spokenOf {
		if to := v.latest(n); to != none {
			list[to] = append(list[to], from)
		}
	}
}

func (v *mentions) listAttribution(a int32) {
	x := v.d.attributionRefs(a)
	v.put(v.on.statements, a, x.claim)
	v.put(v.on.answers, a, x.attribution)
	v.put(v.on.impeached, a, x.targetSource)
	v.put(v.on.relays, a, x.relays...)
	v.put(v.on.relays, a, x.relaysSources...)
}

func (v *mentions) listClaim(c int32) {
	x := v.d.claimRefs(c)
	v.put(v.on.rivals, c, x.contradicts...)
	v.on.rivals[c] = append(v.on.rivals[c], v.latestOf(x.contradicts)...)
	v.put(v.on.entailedBy, c, x.entailed...)
	v.on.entails[c] = append(v.on.entails[c], v.latestOf(x.entailed)...)
	if !v.current[c] {
		return // answers on events use the version that replaces it
	}
	v.put(v.on.occurrence, c, x.occurred)
	switch content := v.d.claim(c).Content; {
	case content.Agency != nil:
		v.put(v.on.agency, c, x.event)
	case content.Figure != nil:
		v.put(v.on.figures, c, x.event)
	case content.Dating != nil:
		v.put(v.on.datings, c, x.event)
	}
}

func (v *mentions) listEvent(e int32) {
	links := v.d.usesOf(e).many(slotLinks)
	for i, l := range v.d.event(e).Links {
		if l.Kind == LinkInResponseTo {
			to := v.head[links[i]]
			v.on.responses[to] = append(v.on.responses[to], e)
		}
	}
}

// indexMoved finds what the current versions of items no longer speak of. An
// answer on such an item rests on the version that spoke of something else.
func (v *mentions) indexMoved() {
	for n, head := range v.head {
		if !v.alive[n] || v.current[n] {
			continue
		}
		still := v.spokenOf(head)
		for _, to := range v.spokenOf(int32(n)) {
			if _, found := slices.BinarySearch(still, to); !found && to != head {
				v.on.moved[to] = append(v.on.moved[to], head)
			}
		}
	}
}

// spokenOf returns the items on which an item bears, ascending: what a
// statement is about or passes on, what a claim is about, and what an event
// follows or puts forward. Who acts and what carries it are not among them.
func (v *mentions) spokenOf(n int32) []int32 {
	var list []int32
	add := func(numbers ...int32) {
		for _, n := range numbers {
			if to := v.latest(n); to != none {
				list = append(list, to)
			}
		}
	}
	switch v.ref(n).Kind {
	case ItemEvent:
		x := v.d.eventRefs(n)
		for _, link := range x.links {
			list = append(list, v.head[link])
		}
		add(x.claims...)
	case ItemClaim:
		x := v.d.claimRefs(n)
		add(x.contradicts...)
		add(x.entailed...)
		add(x.occurred, x.event, x.attribution)
	case ItemAttribution:
		x := v.d.attributionRefs(n)
		add(x.claim, x.attribution, x.targetSource)
		add(x.relays...)
		add(x.relaysSources...)
	}
	return ints.Merge(list)
}

// proposition returns what claim c states. One that was replaced by something
// else has its own statements alone, whatever it is about.
func (v *mentions) proposition(c int32) proposition {
	if e := v.latest(v.d.usesOf(c).one(slotOccurred)); e != none && v.current[c] {
		return v.occurrenceOf(e)
	}
	return proposition{claims: v.d.only(c), event: none}
}

// replacement returns the current version of what p is about where that states
// something else, or none.
func (v *mentions) replacement(p proposition) int32 {
	if n := p.subject(); !v.current[n] {
		return v.head[n]
	}
	return none
}

// occurrenceOf returns the proposition that event e occurred.
func (v *mentions) occurrenceOf(e int32) proposition {
	return proposition{claims: v.on.occurrence[e], event: e}
}

// A proposition is what is assessed: one claim, or an event's occurrence,
// which several claims may state.
type proposition struct {
	claims []int32 // ascending
	event  int32   // whose occurrence it is, or none
}

// subject returns what a proposition is about: the event, or the claim.
func (p proposition) subject() int32 {
	if p.event != none {
		return p.event
	}
	return p.claims[0]
}

// entailing returns the claims of p and all claims reached over the edges, in
// ascending order.
func (v *mentions) entailing(p proposition, edges [][]int32) []int32 {
	reached, _ := v.reached(p, edges, nil)
	return reached
}

// reached is entailing where shortcuts lead past some claims, or nil, and whether
// they led past any.
func (v *mentions) reached(p proposition, edges [][]int32, shortcuts []int32) (claims []int32, cut bool) {
	reached := slices.Clone(p.claims)
	seen := map[int32]bool{}
	for _, c := range reached {
		seen[c] = true
	}
	for i := 0; i < len(reached); i++ {
		for _, c := range edges[reached[i]] {
			if shortcuts != nil && shortcuts[c] != c {
				c, cut = shortcuts[c], true
			}
			if c == none || seen[c] {
				continue // with all that state the same
			}
			for _, same := range v.proposition(c).claims {
				seen[same] = true
				reached = append(reached, same)
			}
		}
	}
	slices.Sort(reached)
	return reached, cut
}

// shortcuts returns, by claim, where the edges lead past claims of which nothing is
// said: to itself, where something is or where they part; or on to where they lead;
// or to none, where they end. The cost is linear in the edges.
func (v *mentions) shortcuts(edges [][]int32) []int32 {
	first, last := v.d.span(ItemClaim)
	next, any := make([][]int32, last-first), false
	for c := range next {
		for _, to := range edges[first+int32(c)] {
			next[c], any = append(next[c], to-first), true
		}
	}
	if !any {
		return nil
	}
	const open = none - 1
	on := slices.Repeat([]int32{open}, len(v.d.nodes))
	chain.Components(next, func(members []int32) {
		target, parts := int32(none), slices.ContainsFunc(members, func(c int32) bool { return v.spokenOn(first + c) })
		for _, c := range members {
			for _, to := range next[c] {
				switch beyond := on[first+to]; {
				case beyond == open, beyond == none, beyond == target:
				case target == none:
					target = beyond
				default:
					parts = true
				}
			}
		}
		for _, c := range members {
			if on[first+c] = target; parts {
				on[first+c] = first + c
			}
		}
	})
	return on
}

// spokenOn reports whether anything is said on claim c, or on what contradicts it,
// or it states an occurrence.
func (v *mentions) spokenOn(c int32) bool {
	return len(v.on.statements[c])+len(v.on.rivals[c]) > 0 || v.proposition(c).event != none
}

// connected reports whether anything but its own statements bears on p.
func (v *mentions) connected(p proposition) bool {
	return slices.ContainsFunc(p.claims, func(c int32) bool {
		return len(v.on.rivals[c])+len(v.on.entails[c])+len(v.on.entailedBy[c]) > 0
	})
}

// retold returns the attributions that say of these statements, or of those
// that say so of them, that they were made.
func (v *mentions) retold(statements []int32) []int32 {
	var found ints.Numbering[int32]
	look := func(n int32) {
		for _, m := range v.on.answers[n] {
			if v.d.attribution(m).Stance == StanceAsserts {
				found.Add(m)
			}
		}
	}
	for _, n := range statements {
		look(n)
	}
	for i := 0; i < len(found.Keys); i++ {
		look(found.Keys[i])
	}
	slices.Sort(found.Keys)
	return found.Keys
}

// about returns what claim c states, or nothing where there is no claim.
func (v *mentions) about(c int32) proposition {
	if c == none {
		return proposition{event: none}
	}
	return v.proposition(c)
}
