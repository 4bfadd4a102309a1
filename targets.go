package dispute

import "slices"

// targets lists, for every item, the current items that speak of it. All
// lists are ascending.
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

func (v *View) indexTargets() {
	n := len(v.d.nodes)
	for _, list := range []*[][]int32{&v.on.statements, &v.on.answers, &v.on.impeached, &v.on.relays, &v.on.rivals,
		&v.on.entails, &v.on.entailedBy, &v.on.occurrence, &v.on.agency, &v.on.figures, &v.on.datings, &v.on.responses, &v.on.moved} {
		*list = make([][]int32, n)
	}
	put := func(list [][]int32, to Ref, from int32) {
		if at := v.resolve(to); at != none {
			list[at] = append(list[at], from)
		}
	}
	from, to := v.d.span(ItemAttribution)
	for a := from; a < to; a++ {
		x := v.d.attribution(a)
		if !v.current[a] {
			continue
		}
		put(v.on.statements, x.Claim.Ref(), a)
		put(v.on.answers, x.Attribution.Ref(), a)
		put(v.on.impeached, x.TargetSource.Ref(), a)
		for _, id := range x.Relays {
			put(v.on.relays, id.Ref(), a)
		}
		for _, id := range x.RelaysSources {
			put(v.on.relays, id.Ref(), a)
		}
	}
	from, to = v.d.span(ItemClaim)
	for c := from; c < to; c++ {
		x := v.d.claim(c)
		if !v.current[c] {
			continue
		}
		for _, id := range x.Contradicts {
			put(v.on.rivals, id.Ref(), c)
			if r := v.resolve(id.Ref()); r != none {
				v.on.rivals[c] = append(v.on.rivals[c], r)
			}
		}
		for _, id := range x.Entails {
			put(v.on.entailedBy, id.Ref(), c)
			if e := v.resolve(id.Ref()); e != none {
				v.on.entails[c] = append(v.on.entails[c], e)
			}
		}
		put(v.on.occurrence, x.Content.Occurred.Ref(), c)
		if x.Content.Agency != nil {
			put(v.on.agency, x.Content.Agency.Event.Ref(), c)
		}
		if x.Content.Figure != nil {
			put(v.on.figures, x.Content.Figure.Event.Ref(), c)
		}
		if x.Content.Dating != nil {
			put(v.on.datings, x.Content.Dating.Event.Ref(), c)
		}
	}
	for _, e := range v.currents(ItemEvent) {
		for _, l := range v.d.event(e).Links {
			if l.Kind == LinkInResponseTo {
				put(v.on.responses, l.Event.Ref(), e)
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
func (v *View) indexMoved() {
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
func (v *View) spokenOf(n int32) []int32 {
	var list []int32
	add := func(ref Ref) {
		if to := v.resolve(ref); to != none {
			list = append(list, to)
		}
	}
	switch v.ref(n).Kind {
	case ItemEvent:
		x := v.d.event(n)
		for _, l := range x.Links {
			add(l.Event.Ref())
		}
		for _, id := range x.Claims {
			add(id.Ref())
		}
	case ItemClaim:
		x := v.d.claim(n)
		for _, id := range slices.Concat(x.Contradicts, x.Entails) {
			add(id.Ref())
		}
		add(x.Content.Occurred.Ref())
		if c := x.Content.Agency; c != nil {
			add(c.Event.Ref())
		}
		if c := x.Content.Figure; c != nil {
			add(c.Event.Ref())
		}
		if c := x.Content.Meaning; c != nil {
			add(c.Attribution.Ref())
		}
		if c := x.Content.Dating; c != nil {
			add(c.Event.Ref())
		}
	case ItemAttribution:
		x := v.d.attribution(n)
		add(x.Claim.Ref())
		add(x.Attribution.Ref())
		add(x.TargetSource.Ref())
		for _, id := range x.Relays {
			add(id.Ref())
		}
		for _, id := range x.RelaysSources {
			add(id.Ref())
		}
	}
	return merge(list)
}
