package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
)

// An ActorIdentity is another actor that claims on file say is the same as the one asked
// for. The two stay two, whatever the view accepts: answers on the one leave
// out what is on file on the other.
type ActorIdentity struct {
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

	from *claimedIdentity // which words are made of
	read *said            // the words that came with it
}

// A claimedIdentity is what is said on whether actor other is the one asked for.
type claimedIdentity struct {
	asked, other int32
	claims       *ratedClaims
}

// An EventAgent is an actor that the record, or a claim on file, names as who
// did what an event describes.
type EventAgent struct {
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

	from *claimedAgency // which words are made of
	read *said          // the words that came with it
}

// A claimedAgency is what is said on whether an actor did what an event
// describes.
type claimedAgency struct {
	event, actor int32
	claims       *ratedClaims
}

// Identities returns the actors of which claims on file say that they are the one
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
func (v *View) Identities(id ActorID) []ActorIdentity {
	v = v.orEmpty()
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
	var list []ActorIdentity
	for _, m := range ints.Merge(others) {
		list = append(list, whoIsWho{v.court}.identity(n, m))
	}
	return list
}

// whoIsWho finds what is said on who is who, and on who did what.
type whoIsWho struct{ *court }

// identity returns what is said on whether actor m is actor n.
func (v whoIsWho) identity(n, m int32) ActorIdentity {
	var claims []int32
	for _, c := range v.twins.identity[n] {
		if v.other(c, n) == m {
			claims = append(claims, c)
		}
	}
	rated := v.rate(none, claims)
	x := ActorIdentity{Actor: v.actorID(m), Claims: rated.standings(), Accepted: v.takes(m, n),
		from: &claimedIdentity{asked: n, other: m, claims: rated}}
	for _, e := range v.currents(ItemEvent) {
		if event := v.d.event(e); v.takesPart(event, m, "") && !v.takesPart(event, n, "") {
			x.Events = append(x.Events, EventID(v.ref(e).ID))
		}
	}
	return x
}

// takes reports whether the view takes actor m for actor n, which is another.
func (v whoIsWho) takes(m, n int32) bool {
	hub, joined := v.twins.hub[n]
	other, too := v.twins.hub[m]
	return joined && too && hub == other
}

// Agents returns who is said to have done what an event describes: whom the
// event itself names as actor or party, and whom agency claims name; by actor.
// An event that is not on file, or not yet, has none.
func (v *View) Agents(id EventID) []EventAgent {
	v = v.orEmpty()
	e := v.resolve(id.Ref())
	if e == none {
		return nil
	}
	actors := v.doers(e)
	for _, c := range v.on.agency[e] {
		actors = append(actors, v.resolve(v.d.claim(c).Content.Agency.Actor.Ref()))
	}
	var list []EventAgent
	for _, n := range ints.Merge(actors) {
		list = append(list, whoIsWho{v.court}.agent(e, n))
	}
	return list
}

// Acts returns the events that agency claims put down to an actor, whether or
// not the events name it themselves; by event. Those that do not are no part
// of any other answer on the actor, even where the view accepts the claim. An
// actor that is not on file, or not yet, has none.
func (v *View) Acts(id ActorID) []EventAgent {
	v = v.orEmpty()
	n := v.resolve(id.Ref())
	if n == none {
		return nil
	}
	var events []int32
	for _, c := range v.twins.acts[n] {
		events = append(events, v.resolve(v.d.claim(c).Content.Agency.Event.Ref()))
	}
	var list []EventAgent
	for _, e := range ints.Merge(events) {
		list = append(list, whoIsWho{v.court}.agent(e, n))
	}
	return list
}

// agent returns what is said on whether actor n did what event e describes.
func (v whoIsWho) agent(e, n int32) EventAgent {
	var claims []int32
	for _, c := range v.on.agency[e] {
		if v.resolve(v.d.claim(c).Content.Agency.Actor.Ref()) == n {
			claims = append(claims, c)
		}
	}
	rated := v.rate(e, claims)
	x := EventAgent{Event: EventID(v.ref(e).ID), Actor: v.actorID(n), Filed: slices.Contains(v.doers(e), n), Claims: rated.standings(),
		from: &claimedAgency{event: e, actor: n, claims: rated}}
	x.Accepted = v.lens.Policy.Identities && slices.ContainsFunc(x.Claims, func(s ClaimStanding) bool { return s.Standing == StandingAccepted })
	return x
}
