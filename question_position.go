package dispute

import (
	"cmp"
	"maps"
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
)

// A position is what an actor denies and asserts, by claim, and what answers of
// its do not count, with what took them away.
type position struct {
	denied, asserted map[int32]latest
	void             map[int32]*replies
}

// position returns what an actor says on all claims on file.
func (v *replyFinder) position(actor int32) *position {
	if v.stands == nil {
		v.stands = map[int32]*position{}
		for _, c := range v.apart(ItemClaim) {
			if v.keyOf(c) == c {
				v.takePositions(c)
			}
		}
	}
	return v.known(actor)
}

// known is [replyFinder.position] where that has been found.
func (v *replyFinder) known(actor int32) *position {
	if x := v.stands[actor]; x != nil {
		return x
	}
	return &position{}
}

// takePositions notes what everybody says on claim c.
func (v *replyFinder) takePositions(c int32) {
	t := target{c, none}
	v.by(none, t)
	for actor, r := range v.to[t] {
		x := v.stands[actor]
		if x == nil {
			x = &position{map[int32]latest{}, map[int32]latest{}, map[int32]*replies{}}
			v.stands[actor] = x
		}
		if r.denied != notAtAll {
			x.denied[c] = r.denied
		}
		if r.asserted != notAtAll {
			x.asserted[c] = r.asserted
		}
		if r.void != nil || r.shade != nil {
			x.void[c] = r
		}
	}
}

// asserted returns when an actor asserted a claim declared to contradict claim c.
func (v *replyFinder) assertedRival(actor, c int32) latest {
	when, rivals := notAtAll, v.rivalsOf(c)
	if len(rivals) == 0 {
		return when
	}
	key := [2]int32{c, actor}
	if when, ok := v.rivalSaid[key]; ok {
		return when
	}
	asserted := v.position(actor).asserted
	if len(asserted) < len(rivals) {
		for said, days := range asserted {
			if _, ok := slices.BinarySearch(rivals, said); ok {
				when.add(days)
			}
		}
	} else {
		for _, rival := range rivals {
			if days, ok := asserted[rival]; ok {
				when.add(days)
			}
		}
	}
	v.rivalSaid[key] = when
	return when
}

// rivalsOf returns the claims declared to contradict what claim c states, each
// by the first that states it.
func (v *replyFinder) rivalsOf(c int32) []int32 {
	if list, ok := v.rivals[c]; ok {
		return list
	}
	var list []int32
	for _, same := range v.proposition(c).claims {
		for _, rival := range v.on.rivals[same] {
			list = append(list, v.keyOf(rival))
		}
	}
	v.rivals[c] = ints.Merge(list)
	return v.rivals[c]
}

// A reachKey says what is reached from the claims that an actor denies.
type reachKey struct {
	actor int32
	order reachOrder
}

// A reachOrder says over which edges, and from which claim where several lead
// to the same.
type reachOrder uint8

const (
	entailingByLast  reachOrder = iota // what entails them; from the one that can have been denied last
	entailingByFirst                   // what entails them; from the one that was surely denied last
	entailing                          // what entails them; from the first claim
	entailed                           // what they entail; from the first claim
)

// reachLimit bounds the work of following entailments from what all respondents
// deny: beyond so many steps nothing more is reached, and what would have been
// answered stays open.
const reachLimit = 1 << 24

// reach returns, by claim, from which of the claims that an actor denies it is
// reached. The cost is linear in the entailments, for each actor.
func (v *replyFinder) reach(actor int32, order reachOrder) map[int32]int32 {
	key := reachKey{actor, order}
	if found, ok := v.reached[key]; ok {
		return found
	}
	edges := v.on.entailedBy
	if order == entailed {
		edges = v.on.entails
	}
	found := map[int32]int32{}
	for _, from := range v.position(actor).inOrder(order) {
		for next := []int32{from}; len(next) > 0 && v.steps < reachLimit; {
			c := next[len(next)-1]
			next = next[:len(next)-1]
			for _, same := range v.proposition(c).claims {
				v.steps += 1 + len(edges[same])
				for _, to := range edges[same] {
					to = v.keyOf(to)
					if _, ok := found[to]; !ok {
						found[to] = from
						next = append(next, to)
					}
				}
			}
		}
	}
	v.reached[key] = found
	return found
}

// inOrder returns the claims that are denied, in an order.
func (x *position) inOrder(order reachOrder) []int32 {
	list := slices.Sorted(maps.Keys(x.denied))
	switch order {
	case entailingByLast:
		slices.SortStableFunc(list, func(a, b int32) int { return cmp.Compare(x.denied[b].last, x.denied[a].last) })
	case entailingByFirst:
		slices.SortStableFunc(list, func(a, b int32) int { return cmp.Compare(x.denied[b].first, x.denied[a].first) })
	}
	return list
}

// deniedBelow returns when an actor denied a claim that claim c entails.
func (v *replyFinder) deniedBelow(actor, c int32, order reachOrder) latest {
	if !slices.ContainsFunc(v.proposition(c).claims, func(same int32) bool { return len(v.on.entails[same]) > 0 }) {
		return notAtAll
	}
	from, ok := v.reach(actor, order)[c]
	if !ok {
		return notAtAll
	}
	return v.position(actor).denied[from]
}

// A shade is what bears on whether answers count, shared by many of them.
type shade struct {
	with     map[*fall]bool // of sources that took some along
	disowned looked         // what was looked at for those that are disowned
	weighed  []weighing     // and for those that count
}

// shaded returns the shade, to be added to.
func (r *replies) shaded() *shade {
	if r.shade == nil {
		r.shade = &shade{with: map[*fall]bool{}}
	}
	return r.shade
}

// undone adds to a list the answers that do not count, with what took them away and
// what decides who might have done so. What was aimed at a source is added once. It
// reports whether there is anything.
func (r *replies) undone(v *court, list []int32, added map[int32]bool) ([]int32, bool) {
	x := r.shade
	if x == nil {
		return append(list, r.void...), len(r.void) > 0
	}
	heard, acts := x.disowned.all()
	if weighed, interesting := (&looked{weighed: x.weighed}).all(); interesting != nil { // which make undercuts void
		heard, acts = append(heard, weighed...), append(acts, interesting...)
	}
	own := slices.Concat(r.void, heard, v.actItems(ints.Merge(acts)))
	list = append(list, own...)
	for fallen := range x.with { // the list is sorted in the end
		list = v.aimedAt(fallen.sources, list, added)
	}
	return list, len(own) > 0
}

// below returns the claims that p entails, without those that state the same.
func (v *replyFinder) below(p proposition) []int32 {
	return slices.DeleteFunc(v.entailing(p, v.on.entails), func(c int32) bool {
		_, own := slices.BinarySearch(p.claims, c)
		return own
	})
}
