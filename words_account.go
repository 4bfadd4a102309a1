package dispute

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/dispute-go/dispute/internal/ints"
)

// String returns what the line is about in words: the event's summary, or the
// claim.
func (l AccountLine) String() string { return l.text() }

func (l AccountLine) text() string {
	switch {
	case l.read != nil:
		return l.read.Text
	case l.from == nil:
		return ""
	}
	v, p := words{l.from.v.court}, l.from.on.of
	text := v.subjectText(p)
	if l.Updated {
		text += " (since updated)"
	}
	text += v.replacedText(p)
	for _, n := range ints.Merge(l.from.replaced) {
		if v.current[n] {
			text += "; replaced by this statement: " + v.clause(n, maxNesting)
		}
	}
	return text
}

// Reasons returns the items and rules that the line rests on: the party, those
// who say or do it, and why the proposition stands as it does.
func (l AccountLine) Reasons() Reasons {
	switch {
	case l.read != nil:
		return l.read.Reasons
	case l.from == nil:
		return Reasons{}
	}
	return l.from.reasons()
}

func (x *accountWord) reasons() Reasons {
	v, p := x.v, x.on.of
	g := v.reason()
	because := []int{g.actor(x.party)}
	for _, s := range x.speakers {
		because = append(because, g.actor(s))
	}
	if root, ok := g.graft(words{x.on.court}.statusReasons(x.on)); ok {
		because = append(because, root)
	}
	for _, n := range ints.Merge(x.replaced) {
		because = append(because, g.attribution(n))
	}
	what := x.stance.String()
	if x.stance == 0 { // whom an act commits depends on when it was
		what = "does"
		because = append(because, v.dates(g, v.events.at(p.event)))
	}
	if x.replaced != nil {
		what += ", as was once on file,"
	}
	fact := v.ref(x.party).String() + " " + what + " " + v.ref(p.subject()).String()
	return g.done(g.Fact(fact, "the party's word", because...))
}

// subjectText says in words what a proposition is about.
func (v words) subjectText(p proposition) string {
	if p.event != none {
		return v.eventName(p.event)
	}
	return v.d.claim(p.claims[0]).Text
}

// String returns what the line is about in words: the event's summary, or the
// claim.
func (l ComparisonLine) String() string { return l.text() }

func (l ComparisonLine) text() string {
	switch {
	case l.read != nil:
		return l.read.Text
	case l.from == nil:
		return ""
	}
	v, p := words{l.from.in.court}, l.from.of
	return v.subjectText(p) + v.replacedText(p)
}

// Reasons returns the items and rules that the line rests on: the parties, and
// why the proposition stands as it does.
func (l ComparisonLine) Reasons() Reasons {
	switch {
	case l.read != nil:
		return l.read.Reasons
	case l.from == nil:
		return Reasons{}
	}
	return l.from.reasons()
}

func (x *comparedWords) reasons() Reasons {
	v, p := x.in, x.of
	g := v.reason()
	var because []int
	for _, party := range v.parties {
		if party.number != none {
			because = append(because, g.actor(party.number))
		}
	}
	if root, ok := g.graft(words{v.court}.statusReasons(v.judge(p))); ok {
		because = append(because, root)
	}
	if x.performed { // whom an act commits depends on when it was
		because = append(because, v.dates(g, v.events.at(p.event)))
	}
	return g.done(g.Fact("words of the parties on "+v.ref(p.subject()).String(), "the parties' words", because...))
}

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

// String returns who followed whom by which acts, such as
// "event/two by niger follows event/one by mali"; it is empty for the zero
// SolidarityStep.
func (s SolidarityStep) String() string {
	if s.First == "" {
		return ""
	}
	return fmt.Sprintf("event/%s by %s follows event/%s by %s", s.Then, s.Follower, s.First, s.Leader)
}

// Reasons returns the items and rules that the step rests on: the actors, and
// of both acts why they are accepted and when they were.
func (s SolidarityStep) Reasons() Reasons {
	switch {
	case s.read != nil:
		return s.read.Reasons
	case s.from == nil:
		return Reasons{}
	}
	rule := "timing"
	if s.Motive != 0 {
		rule = "stated motive"
	}
	return s.from.reasons(s.String(), rule)
}

func (x *followedAct) reasons(fact, rule string) Reasons {
	v := x.v
	g := v.reason()
	because := []int{g.Item(x.first.actor), g.Item(x.then.actor), g.Item(x.first.toward)}
	if x.first.against != none {
		because = append(because, g.Item(x.first.against))
	}
	for _, p := range []int32{x.first.place, x.then.place} {
		if root, ok := g.graft(words{v.court}.why(v.occurrenceOf(v.events.list[p]))); ok {
			because = append(because, root)
		}
		because = append(because, v.dates(g, p))
	}
	return g.done(g.Fact(fact, rule, because...))
}
