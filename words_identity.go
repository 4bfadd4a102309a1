package dispute

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/dispute-go/dispute/internal/ints"
)

// String returns it in words, with who says so.
func (x ActorIdentity) String() string { return x.text() }

func (x ActorIdentity) text() string {
	switch {
	case x.read != nil:
		return x.read.Text
	case x.from == nil:
		return ""
	}
	v := words{x.from.claims.court}
	said := append(v.claimsText(x.from.claims), x.verdict())
	return v.name(x.from.other) + " and " + v.name(x.from.asked) + ": " + strings.Join(said, "; ")
}

// verdict says what the view takes the two for.
func (x ActorIdentity) verdict() string {
	if x.Accepted {
		return "taken for the same"
	}
	return "not taken for the same"
}

// claimsText says of each claim in words how it stands.
func (v words) claimsText(x *ratedClaims) []string {
	var list []string
	for i, s := range x.assessments {
		list = append(list, "that "+v.d.claim(x.claims[i]).Text+" — "+words{s.court}.text(s))
	}
	return list
}

// Reasons returns the items and rules that it rests on: the claims, with those
// that are no longer on who is who, both actors, and the other one's events.
func (x ActorIdentity) Reasons() Reasons {
	switch {
	case x.read != nil:
		return x.read.Reasons
	case x.from == nil:
		return Reasons{}
	}
	v, asked, other := x.from.claims.court, x.from.asked, x.from.other
	g := v.reason()
	because := []int{g.actor(asked), g.actor(other)}
	because = append(because, g.rated(x.from.claims)...)
	for _, c := range ints.Merge(v.twins.oldIdentity[asked], v.twins.oldIdentity[other]) {
		because = append(because, g.Item(c))
	}
	from, to := v.d.span(ItemEvent)
	for e := from; e < to; e++ {
		if v.alive[e] && v.takesPart(v.d.event(e), other, "") {
			because = append(because, g.Item(v.head[e]))
		}
	}
	fact := v.ref(other).String() + " and " + v.ref(asked).String() + ": " + x.verdict()
	return g.done(g.Fact(fact, "identity as a claim", because...))
}

// String returns it in words, with who says so.
func (x EventAgent) String() string { return x.text() }

func (x EventAgent) text() string {
	switch {
	case x.read != nil:
		return x.read.Text
	case x.from == nil:
		return ""
	}
	v := words{x.from.claims.court}
	said := strings.Join(v.claimsText(x.from.claims), "; ")
	verdict := cmp.Or(said, "no claim on file")
	switch {
	case x.Filed && said == "":
		verdict = "named by the event itself"
	case x.Filed:
		verdict = "named by the event itself; " + verdict
	}
	if x.Accepted {
		verdict += "; taken for its act"
	}
	return v.name(x.from.actor) + ", of " + v.eventName(x.from.event) + ": " + verdict
}

// Reasons returns the items and rules that it rests on: the event, the actor,
// and the claims, with those that no longer say who did it.
func (x EventAgent) Reasons() Reasons {
	switch {
	case x.read != nil:
		return x.read.Reasons
	case x.from == nil:
		return Reasons{}
	}
	v, event, actor := x.from.claims.court, x.from.event, x.from.actor
	g := v.reason()
	because := []int{g.Item(event), g.actor(actor)}
	because = append(because, g.rated(x.from.claims)...)
	for _, c := range ints.Shared(v.twins.oldActs[actor], v.twins.oldAgency[event]) {
		because = append(because, g.Item(c))
	}
	fact := fmt.Sprintf("%s as the doer of %s", v.ref(actor), v.ref(event))
	for _, s := range x.Claims {
		fact += fmt.Sprintf(", %s (%d,%d)", s.Label, s.For, s.Against)
	}
	return g.done(g.Fact(fact, "agency as a claim", because...))
}
