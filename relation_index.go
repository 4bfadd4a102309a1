package dispute

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/internal/giveway"
	"github.com/dispute-go/dispute/internal/ints"
)

// relations is which events and claims bear on the relations of which actors.
type relations struct {
	*chronology
	filed relationIndex
}

// relationIndex tells which events and claims bear on which actors. Lists are
// ascending.
type relationIndex struct {
	rules  map[EventKind][]*Rule // in the order of the table
	gives  [TrackStance + 1]giveway.Table
	events map[int32][]int32 // by actor: current events with a rule for one of its roles
	claims map[int32][]int32 // by actor: current relation claims
	// Versions that were replaced, likewise.
	oldEvents map[int32][]int32
	oldClaims map[int32][]int32
	// Versions of an actor that were replaced and had memberships.
	oldMembers map[int32][]int32
}

func newRelations(c *chronology) *relations {
	v := &relations{chronology: c}
	v.indexRelations()
	return v
}

func (v *relations) indexRelations() {
	x := &v.filed
	x.rules = map[EventKind][]*Rule{}
	rules := v.ways.rules
	x.gives = defaultGivingWay
	if v.lens.Policy.Rules != nil {
		rules = cloneRules(rules) // the caller's
		x.gives = givingWay(rules)
	}
	for i := range rules {
		r := &rules[i]
		x.rules[r.Event] = append(x.rules[r.Event], r)
	}
	x.events, x.oldEvents = map[int32][]int32{}, map[int32][]int32{}
	x.claims, x.oldClaims = map[int32][]int32{}, map[int32][]int32{}
	x.oldMembers = map[int32][]int32{}
	from, to := v.d.span(ItemEvent)
	for n := from; n < to; n++ {
		if v.alive[n] {
			v.indexEvent(n, v.listFor(n, x.events, x.oldEvents))
		}
	}
	from, to = v.d.span(ItemClaim)
	for n := from; n < to; n++ {
		if c := v.d.claim(n).Content.Relation; c != nil && v.alive[n] {
			list := v.listFor(n, x.claims, x.oldClaims)
			for _, a := range ints.Merge([]int32{v.resolve(c.From.Ref()), v.resolve(c.To.Ref())}) {
				list[a] = append(list[a], n)
			}
		}
	}
	from, to = v.d.span(ItemActor)
	for n := from; n < to; n++ {
		if v.alive[n] && !v.current[n] && v.bodiesOf(n) != nil {
			x.oldMembers[v.head[n]] = append(x.oldMembers[v.head[n]], n)
		}
	}
}

func (v *relations) listFor(n int32, current, old map[int32][]int32) map[int32][]int32 {
	if v.current[n] {
		return current
	}
	return old
}

func (v *relations) indexEvent(n int32, list map[int32][]int32) {
	e := v.d.event(n)
	rules := v.filed.rules[e.Kind]
	if len(rules) == 0 {
		return
	}
	for _, p := range e.Participants {
		if !slices.ContainsFunc(rules, func(r *Rule) bool { return p.Role == r.From || p.Role == r.To }) {
			continue
		}
		a := v.resolve(p.Actor.Ref())
		if of := list[a]; len(of) == 0 || of[len(of)-1] != n {
			list[a] = append(list[a], n)
		}
	}
}

// bodiesOf returns the actors that n is affiliated with as a member, ascending.
func (v *sight) bodiesOf(n int32) []int32 {
	var bodies []int32
	for _, a := range v.d.actor(n).Affiliations {
		if a.Kind == AffiliationMemberOf {
			bodies = append(bodies, v.resolve(a.To.Ref()))
		}
	}
	return ints.Merge(bodies)
}

// partners returns, ascending, the actors with whom a has anything on file on
// track t; on mutual tracks only those with a greater ID.
func (v *relations) partners(a int32, t Track) []int32 {
	x := &v.filed
	var list []int32
	for _, n := range x.events[a] {
		e := v.d.event(n)
		for _, r := range x.rules[e.Kind] {
			if r.Track != t {
				continue
			}
			forth := slices.ContainsFunc(e.Participants, func(p Participant) bool { return p.Role == r.From && v.resolve(p.Actor.Ref()) == a })
			back := t.Mutual() && slices.ContainsFunc(e.Participants, func(p Participant) bool { return p.Role == r.To && v.resolve(p.Actor.Ref()) == a })
			for _, p := range e.Participants {
				if forth && p.Role == r.To || back && p.Role == r.From {
					list = append(list, v.resolve(p.Actor.Ref()))
				}
			}
		}
	}
	for _, n := range x.claims[a] {
		c := v.d.claim(n).Content.Relation
		if c.Track != t {
			continue
		}
		from, to := v.resolve(c.From.Ref()), v.resolve(c.To.Ref())
		if from == a {
			list = append(list, to)
		}
		if t.Mutual() && to == a {
			list = append(list, from)
		}
	}
	if t == TrackMembership {
		list = append(list, v.bodiesOf(a)...)
	}
	return slices.DeleteFunc(ints.Merge(list), func(b int32) bool { return b == a || t.Mutual() && b < a })
}

// bears reports whether rule r makes event e bear on the track from a to b.
func (v *relations) bears(e *Event, r *Rule, a, b int32) bool {
	return v.has(e, r.From, a) && v.has(e, r.To, b) || r.Track.Mutual() && v.has(e, r.From, b) && v.has(e, r.To, a)
}

// has reports whether an actor has a role in an event.
func (v *relations) has(e *Event, role ParticipantRole, actor int32) bool {
	return slices.ContainsFunc(e.Participants, func(p Participant) bool { return p.Role == role && v.resolve(p.Actor.Ref()) == actor })
}

// standingBy returns what the view takes event n for as far as a rule makes it
// bear on the track from a to b: as the act of whichever of them does it, or as
// one that takes both.
func (v *relations) standingBy(n int32, r *Rule, a, b int32) Standing {
	if v.events.apart[v.events.at(n)] == nil {
		return v.events.standing[v.events.at(n)]
	}
	var standing Standing
	for _, way := range [][2]int32{{a, b}, {b, a}} {
		from, to := way[0], way[1]
		if from != a && !r.Track.Mutual() || !v.has(v.d.event(n), r.From, from) || !v.has(v.d.event(n), r.To, to) {
			continue
		}
		if s := v.standingAs(n, r, from, to); standing == 0 || s == StandingAccepted || standing == StandingDropped {
			standing = s
		}
	}
	return standing
}

// standingAs returns what the view takes event n for, as what a rule says that
// from and to did.
func (v *relations) standingAs(n int32, r *Rule, from, to int32) Standing {
	switch both := r.From.does() && r.To.does(); {
	case r.Mutual:
		return v.standingBetween(n, from, to)
	case both && r.Track.Mutual() && v.standingFor(n, from) == StandingAccepted, !r.From.does() && r.To.does():
		return v.standingFor(n, to)
	case r.From.does():
		return v.standingFor(n, from)
	}
	return v.events.standing[v.events.at(n)]
}

// rulesFor returns the rules by which event e bears on the track from a to b,
// and one by which it would if it told on whose sides they are.
func (v *relations) rulesFor(e *Event, a, b int32, t Track) (list []*Rule, untold *Rule) {
	for _, r := range v.filed.rules[e.Kind] {
		if r.Track != t || !v.bears(e, r, a, b) {
			continue
		}
		switch v.facing(e, r, a, b) {
		case sidesNotTold:
			untold = cmp.Or(untold, r)
			continue
		case sameSide:
			continue
		}
		list = append(list, r)
		if !t.Concurrent() {
			break
		}
	}
	return list, untold
}

// targets returns at whom an event aims the support that a rule tells of, or
// none as the only one.
func (v *relations) targets(e *Event, r *Rule) []int32 {
	var list []int32
	if r.Track == TrackSupport && r.From != RoleTarget && r.To != RoleTarget {
		for _, part := range e.Participants {
			if part.Role == RoleTarget {
				list = append(list, v.resolve(part.Actor.Ref()))
			}
		}
	}
	if list == nil {
		return []int32{none}
	}
	return ints.Merge(list)
}

// defaultGivingWay is that of the default rules.
var defaultGivingWay = givingWay(defaultRules)

// givingWay returns, by track, which states of lasting events give way to which.
// That is so by the whole table of rules, whatever is on file.
func givingWay(rules []Rule) (gives [TrackStance + 1]giveway.Table) {
	var acts [TrackStance + 1][]giveway.Act
	for i := range rules {
		if r := &rules[i]; r.After != 0 {
			acts[r.Track] = append(acts[r.Track], giveway.Act{State: uint8(r.State), Leaves: bitsOf(r.Not)})
		}
	}
	for t := range gives {
		gives[t] = giveway.Among(acts[t])
	}
	return gives
}

// A facing tells how two participants of an event stand to each other.
type facing uint8

const (
	otherSide facing = iota
	sameSide
	sidesNotTold
)

// facing tells whether a rule on hostility holds between two participants of an
// event: between sides, never within one. Two roles are two sides. Of actors in
// one role, two are against each other; of more, only those whose sides are told.
func (v *relations) facing(e *Event, r *Rule, a, b int32) facing {
	if r.Track != TrackHostility {
		return otherSide
	}
	mine, other := v.sidesOf(e, r, a), v.sidesOf(e, r, b)
	switch told := mine != nil && other != nil; {
	case told && len(mine) == 1 && len(other) == 1 && mine[0] == other[0]:
		return sameSide
	case told || r.From != r.To || v.countOf(e, r.From) == 2:
		return otherSide
	}
	return sidesNotTold
}

// sidesOf returns the sides of an actor in the roles of a rule, each once.
func (v *relations) sidesOf(e *Event, r *Rule, actor int32) []string {
	var sides ints.Numbering[string]
	for _, p := range e.Participants {
		if p.Side != "" && (p.Role == r.From || p.Role == r.To) && v.resolve(p.Actor.Ref()) == actor {
			sides.Add(p.Side)
		}
	}
	return sides.Keys
}

// countOf returns how many actors have a role in an event.
func (v *relations) countOf(e *Event, role ParticipantRole) int {
	var actors []int32
	for _, p := range e.Participants {
		if p.Role == role {
			actors = append(actors, v.resolve(p.Actor.Ref()))
		}
	}
	return len(ints.Merge(actors))
}
