package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
)

func newMentions(s *sight) *mentions {
	v := &mentions{sight: s}
	v.indexTargets()
	return v
}

func (v *mentions) indexTargets() {
	n := len(v.d.nodes)
	for _, list := range []*[][]int32{&v.on.statements, &v.on.answers, &v.on.impeached, &v.on.relays, &v.on.rivals,
		&v.on.entails, &v.on.entailedBy, &v.on.occurrence, &v.on.agency, &v.on.figures, &v.on.datings, &v.on.responses, &v.on.moved} {
		*list = make([][]int32, n)
	}
	put := func(list [][]int32, to, from int32) {
		if at := v.latest(to); at != none {
			list[at] = append(list[at], from)
		}
	}
	for _, a := range v.currents(ItemAttribution) {
		x := v.d.attributionRefs(a)
		put(v.on.statements, x.claim, a)
		put(v.on.answers, x.attribution, a)
		put(v.on.impeached, x.targetSource, a)
		for _, n := range x.relays {
			put(v.on.relays, n, a)
		}
		for _, n := range x.relaysSources {
			put(v.on.relays, n, a)
		}
	}
	for _, c := range v.currents(ItemClaim) {
		x := v.d.claimRefs(c)
		for _, n := range x.contradicts {
			put(v.on.rivals, n, c)
			if r := v.latest(n); r != none {
				v.on.rivals[c] = append(v.on.rivals[c], r)
			}
		}
		for _, n := range x.entailed {
			put(v.on.entailedBy, n, c)
			if e := v.latest(n); e != none {
				v.on.entails[c] = append(v.on.entails[c], e)
			}
		}
		put(v.on.occurrence, x.occurred, c)
		switch content := v.d.claim(c).Content; {
		case content.Agency != nil:
			put(v.on.agency, x.event, c)
		case content.Figure != nil:
			put(v.on.figures, x.event, c)
		case content.Dating != nil:
			put(v.on.datings, x.event, c)
		}
	}
	for _, e := range v.currents(ItemEvent) {
		links := v.d.usesOf(e).many(slotLinks)
		for i, l := range v.d.event(e).Links {
			if l.Kind == LinkInResponseTo {
				put(v.on.responses, links[i], e)
			}
		}
	}
	v.indexMoved()
	for _, list := range [][][]int32{v.on.rivals, v.on.entails, v.on.entailedBy, v.on.relays, v.on.moved} {
		for i := range list {
			slices.Sort(list[i])
			list[i] = slices.Compact(list[i])
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
		add(x.links...)
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
