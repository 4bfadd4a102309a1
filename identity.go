package dispute

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dispute-go/dispute/internal/group"
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

// A ClaimStanding is a claim and how it stands; see [Status].
type ClaimStanding struct {
	Claim ClaimID `json:"claim"`
	Label Label   `json:"label"`
	// For and Against are the levels.
	For      int      `json:"for"`
	Against  int      `json:"against"`
	Standing Standing `json:"standing"`
}

// twinIndex tells who is said to be whom, and who is said to have done what.
// Lists are ascending.
type twinIndex struct {
	identity map[int32][]int32 // by actor: current identity claims on it
	acts     map[int32][]int32 // by actor: current agency claims on it
	// Current claims an earlier version of which was one: of identity and of
	// agency by actor, of agency by event.
	oldIdentity, oldActs, oldAgency map[int32][]int32

	statuses map[int32]Status // by identity claim, where the policy takes them
	accepted map[int32]bool   // by identity claim
	hub      map[int32]int32  // by actor taken for others: the first one of its group
	members  map[int32][]int32
}

// acceptIdentities indexes who is said to be whom and, if the policy says so,
// takes those for the same of whom the view accepts that they are. Identity
// claims are weighed by the record's own affiliations alone: none of them
// decides on the evidence for itself or for another.
func (v *View) acceptIdentities() {
	v.plain = v
	x := &v.twins
	x.identity, x.acts = map[int32][]int32{}, map[int32][]int32{}
	x.oldIdentity, x.oldActs, x.oldAgency = map[int32][]int32{}, map[int32][]int32{}, map[int32][]int32{}
	put := func(list map[int32][]int32, to Ref, c int32) {
		if n := v.resolve(to); n != none {
			list[n] = append(list[n], c)
		}
	}
	var claims []int32
	from, to := v.d.span(ItemClaim)
	for c := from; c < to; c++ {
		if !v.alive[c] {
			continue
		}
		identity, acts, now := x.identity, x.acts, c
		if !v.current[c] {
			identity, acts, now = x.oldIdentity, x.oldActs, v.head[c]
		}
		content := v.d.claim(c).Content
		if i := content.Identity; i != nil {
			put(identity, i.A.Ref(), now)
			put(identity, i.B.Ref(), now)
			if v.current[c] {
				claims = append(claims, c)
			}
		}
		if a := content.Agency; a != nil {
			put(acts, a.Actor.Ref(), now)
			if !v.current[c] {
				put(x.oldAgency, a.Event.Ref(), now)
			}
		}
	}
	for _, index := range []map[int32][]int32{x.identity, x.acts, x.oldIdentity, x.oldActs, x.oldAgency} {
		for n, list := range index {
			index[n] = merge(list)
		}
	}
	if !v.lens.Policy.Identities || len(claims) == 0 {
		return
	}
	plain := *v
	v.plain = &plain
	plain.plain = &plain
	x.statuses, x.accepted = map[int32]Status{}, map[int32]bool{}
	_, actors := v.d.span(ItemActor)
	groups := group.New(int(actors))
	for _, c := range claims {
		s := plain.assess(plain.proposition(c))
		x.statuses[c] = s
		if x.accepted[c] = s.Standing == StandingAccepted; x.accepted[c] {
			i := v.d.claim(c).Content.Identity
			groups.Join(v.resolve(i.A.Ref()), v.resolve(i.B.Ref()))
		}
	}
	x.hub, x.members = map[int32]int32{}, map[int32][]int32{}
	var joined [][]int32
	for _, members := range groups.Groups() {
		if len(members) > 1 {
			joined = append(joined, members)
			x.members[members[0]] = members
			for _, n := range members {
				x.hub[n] = members[0]
			}
		}
	}
	if joined != nil {
		v.ties = v.ties.joined(joined)
	}
}

// identifies reports whether p claims an identity, in a view that takes such
// claims: then it is weighed without them.
func (v *View) identifies(p proposition) bool {
	return v.plain != v && p.event == none && v.d.claim(p.claims[0]).Content.Identity != nil
}

// same returns the actors that the view takes for actor n, without n.
func (v *View) same(n int32) []int32 {
	hub, ok := v.twins.hub[n]
	if !ok {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(v.twins.members[hub]), func(m int32) bool { return m == n })
}

// other returns whom identity claim c says actor n is, by number.
func (v *View) other(c, n int32) int32 {
	i := v.d.claim(c).Content.Identity
	if a := v.resolve(i.A.Ref()); a != n {
		return a
	}
	return v.resolve(i.B.Ref())
}

// identities adds, for actor n at node i, every identity claim on it that may
// count, with its evidence, and the actors that the view takes for the same.
func (g *reasoning) identities(n int32, i int) {
	v := g.v
	if v.plain == v {
		return
	}
	for _, c := range v.twins.oldIdentity[n] {
		g.because(i, g.item(c))
	}
	for _, c := range v.twins.identity[n] {
		if root, ok := g.graft(v.twins.statuses[c].Reasons); ok {
			g.because(i, root)
		}
		if v.twins.accepted[c] {
			g.because(i, g.actor(v.other(c, n)))
		}
	}
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
	for _, m := range merge(others) {
		list = append(list, v.twin(n, m))
	}
	return list
}

func (v *View) twin(n, m int32) Twin {
	t := Twin{Actor: v.actorID(m)}
	hub, joined := v.twins.hub[n]
	t.Accepted = joined && v.twins.hub[m] == hub
	g := v.reason()
	because := []int{g.actor(n), g.actor(m)}
	var words []string
	for _, c := range v.twins.identity[n] {
		if v.other(c, n) == m {
			because = append(because, v.standing(g, c, &t.Claims, &words))
		}
	}
	for _, c := range merge(v.twins.oldIdentity[n], v.twins.oldIdentity[m]) {
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
	t.Text = v.name(m) + " and " + v.name(n) + ": " + strings.Join(append(words, verdict), "; ")
	fact := "actor/" + string(t.Actor) + " and " + v.ref(n).String() + ": " + verdict
	t.Reasons = g.done(g.fact(fact, "identity as a claim", because...))
	return t
}

// standing adds a claim and how it stands to a list, says it in words, and
// returns the node of its reasons.
func (v *View) standing(g *reasoning, c int32, list *[]ClaimStanding, words *[]string) int {
	s := v.assess(v.proposition(c))
	*list = append(*list, ClaimStanding{Claim: ClaimID(v.ref(c).ID), Label: s.Label, For: s.For.Level, Against: s.Against.Level, Standing: s.Standing})
	*words = append(*words, "that "+v.d.claim(c).Text+" — "+s.Text)
	root, _ := g.graft(s.Reasons)
	return root
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
	for _, n := range merge(actors) {
		list = append(list, v.ascription(e, n))
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
	for _, e := range merge(events) {
		list = append(list, v.ascription(e, n))
	}
	return list
}

func (v *View) ascription(e, n int32) Ascription {
	a := Ascription{Event: EventID(v.ref(e).ID), Actor: v.actorID(n), Filed: slices.Contains(v.doers(e), n)}
	g := v.reason()
	because := []int{g.item(e), g.actor(n)}
	var words []string
	for _, c := range v.on.agency[e] {
		if v.resolve(v.d.claim(c).Content.Agency.Actor.Ref()) == n {
			because = append(because, v.standing(g, c, &a.Claims, &words))
		}
	}
	for _, c := range common(v.twins.oldActs[n], v.twins.oldAgency[e]) {
		because = append(because, g.item(c))
	}
	a.Accepted = v.lens.Policy.Identities && slices.ContainsFunc(a.Claims, func(s ClaimStanding) bool { return s.Standing == StandingAccepted })
	verdict := cmp.Or(strings.Join(words, "; "), "no claim on file")
	switch {
	case a.Filed && words == nil:
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
