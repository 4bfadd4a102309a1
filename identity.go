package dispute

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dispute-go/dispute/internal/ints"
)

// A Twin is another actor that claims on file say is the same as the one asked
// for. The two stay two, whatever the view accepts: answers on the one leave
// out what is on file on the other.
type Twin struct {
	// Actor is the other actor, by current ID.
	Actor ActorID `json:"actor"`
	// Claims are the identity claims that name both, by ID. Where the view
	// takes the two for the same over several claims there can be none.
	Claims []ClaimStanding `json:"claims,omitempty"`
	// Accepted says that the view takes the two for the same, over any number
	// of accepted identity claims. It never does unless [Policy].Identities
	// says so.
	Accepted bool `json:"accepted,omitzero"`
	// Events are those in which the other actor takes part and the one asked
	// for does not: what answers on the one would include if the two were one.
	// By ID, whatever their phase and standing.
	Events []EventID `json:"events,omitempty"`
	// Text says it in words, with who says so.
	Text    string  `json:"text"`
	Reasons Reasons `json:"reasons"`
}

// String returns it in words, with who says so.
func (t Twin) String() string { return t.Text }

// An Ascription is an actor that the record, or a claim on file, names as who
// did what an event describes.
type Ascription struct {
	// Event and Actor are the act and the actor, by current IDs.
	Event EventID `json:"event"`
	Actor ActorID `json:"actor"`
	// Filed says that the event itself names the actor, as actor or as party.
	Filed bool `json:"filed,omitzero"`
	// Claims are the agency claims that say so, by ID.
	Claims []ClaimStanding `json:"claims,omitempty"`
	// Accepted says that the view takes the act for the actor's by one of the
	// claims. It never does unless [Policy].Identities says so, and it changes
	// no participant of the event and no answer on it.
	Accepted bool `json:"accepted,omitzero"`
	// Text says it in words, with who says so.
	Text    string  `json:"text"`
	Reasons Reasons `json:"reasons"`
}

// String returns it in words, with who says so.
func (a Ascription) String() string { return a.Text }

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

// Twins returns the actors of which claims on file say that they are the one
// asked for, and those that the view takes for it, by ID. An actor that is not
// on file, or not yet, has none.
//
// What the view accepts is told by [Policy].Identities and by the standing of
// the claims, which are weighed by the record's own affiliations alone. Then
// the actors taken for the same depend on each other, and through each other
// on whomever each depends: their statements are one origin, and what one has
// a stake in, the other has. So accepting identities never raises a pair.
// Everything else stays: who speaks for whom and who can commit whom, what was
// undercut or withdrawn, which statements are admissions or findings, who took
// part in what, and every lookup, account and relation.
//
// The cost is linear in the number of events, for every actor in the answer.
func (v *View) Twins(id ActorID) []Twin {
	n := v.resolve(id.Ref())
	if n == none {
		return nil
	}
	others := v.same(n)
	for _, c := range v.twins.identity[n] {
		if m := v.other(c, n); m != n {
			others = append(others, m)
		}
	}
	var list []Twin
	for _, m := range ints.Merge(others) {
		list = append(list, ascriptions{v.court}.twin(n, m))
	}
	return list
}

// ascriptions say who is who, and who did what.
type ascriptions struct{ *court }

func (v ascriptions) twin(n, m int32) Twin {
	t := Twin{Actor: v.actorID(m)}
	hub, joined := v.twins.hub[n]
	t.Accepted = joined && v.twins.hub[m] == hub
	g := v.reason()
	because := []int{g.actor(n), g.actor(m)}
	var said []string
	for _, c := range v.twins.identity[n] {
		if v.other(c, n) == m {
			because = append(because, words{v.court}.standing(g, c, &t.Claims, &said))
		}
	}
	for _, c := range ints.Merge(v.twins.oldIdentity[n], v.twins.oldIdentity[m]) {
		because = append(because, g.item(c))
	}
	from, to := v.d.span(ItemEvent)
	for e := from; e < to; e++ {
		x := v.d.event(e)
		if !v.alive[e] || !v.takesPart(x, m, "") {
			continue
		}
		because = append(because, g.item(v.head[e]))
		if v.current[e] && !v.takesPart(x, n, "") {
			t.Events = append(t.Events, EventID(v.ref(e).ID))
		}
	}
	verdict := "not taken for the same"
	if t.Accepted {
		verdict = "taken for the same"
	}
	t.Text = v.name(m) + " and " + v.name(n) + ": " + strings.Join(append(said, verdict), "; ")
	fact := "actor/" + string(t.Actor) + " and " + v.ref(n).String() + ": " + verdict
	t.Reasons = g.done(g.fact(fact, "identity as a claim", because...))
	return t
}

// Agents returns who is said to have done what an event describes: whom the
// event itself names as actor or party, and whom agency claims name; by actor.
// An event that is not on file, or not yet, has none.
func (v *View) Agents(id EventID) []Ascription {
	e := v.resolve(id.Ref())
	if e == none {
		return nil
	}
	actors := v.doers(e)
	for _, c := range v.on.agency[e] {
		actors = append(actors, v.resolve(v.d.claim(c).Content.Agency.Actor.Ref()))
	}
	var list []Ascription
	for _, n := range ints.Merge(actors) {
		list = append(list, ascriptions{v.court}.ascription(e, n))
	}
	return list
}

// Acts returns the events that agency claims put down to an actor, whether or
// not the events name it themselves; by event. Those that do not are no part
// of any other answer on the actor, even where the view accepts the claim. An
// actor that is not on file, or not yet, has none.
func (v *View) Acts(id ActorID) []Ascription {
	n := v.resolve(id.Ref())
	if n == none {
		return nil
	}
	var events []int32
	for _, c := range v.twins.acts[n] {
		events = append(events, v.resolve(v.d.claim(c).Content.Agency.Event.Ref()))
	}
	var list []Ascription
	for _, e := range ints.Merge(events) {
		list = append(list, ascriptions{v.court}.ascription(e, n))
	}
	return list
}

func (v ascriptions) ascription(e, n int32) Ascription {
	a := Ascription{Event: EventID(v.ref(e).ID), Actor: v.actorID(n), Filed: slices.Contains(v.doers(e), n)}
	g := v.reason()
	because := []int{g.item(e), g.actor(n)}
	var said []string
	for _, c := range v.on.agency[e] {
		if v.resolve(v.d.claim(c).Content.Agency.Actor.Ref()) == n {
			because = append(because, words{v.court}.standing(g, c, &a.Claims, &said))
		}
	}
	for _, c := range ints.Shared(v.twins.oldActs[n], v.twins.oldAgency[e]) {
		because = append(because, g.item(c))
	}
	a.Accepted = v.lens.Policy.Identities && slices.ContainsFunc(a.Claims, func(s ClaimStanding) bool { return s.Standing == StandingAccepted })
	verdict := cmp.Or(strings.Join(said, "; "), "no claim on file")
	switch {
	case a.Filed && said == nil:
		verdict = "named by the event itself"
	case a.Filed:
		verdict = "named by the event itself; " + verdict
	}
	if a.Accepted {
		verdict += "; taken for its act"
	}
	a.Text = v.name(n) + ", of " + v.eventName(e) + ": " + verdict
	fact := fmt.Sprintf("actor/%s as the doer of event/%s", a.Actor, a.Event)
	for _, s := range a.Claims {
		fact += fmt.Sprintf(", %s (%d,%d)", s.Label, s.For, s.Against)
	}
	a.Reasons = g.done(g.fact(fact, "agency as a claim", because...))
	return a
}
