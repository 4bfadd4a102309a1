package dispute_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// The rules of status, one case per sentence. In every case x is accused, y
// accuses, z and w are other states, m1 to m6 are media, and claim c is
// adverse to x and favours y. What is expected was worked out by hand.

// persons are who is on file in every case.
func persons() []dispute.Actor {
	actor := func(id dispute.ActorID, kind dispute.ActorKind, ties ...dispute.Affiliation) dispute.Actor {
		return dispute.Actor{ID: id, Kind: kind, Name: strings.ToUpper(string(id)), Affiliations: ties}
	}
	tied := func(kind dispute.AffiliationKind, to dispute.ActorID, role dispute.OfficeRole) dispute.Affiliation {
		return dispute.Affiliation{Kind: kind, To: to, Role: role}
	}
	inOffice := func(years string, role dispute.OfficeRole) dispute.Affiliation {
		return dispute.Affiliation{Kind: dispute.AffiliationHoldsOffice, To: "x", Role: role, Period: edtf.MustParse(years)}
	}
	const (
		partOf, speaksFor, holdsOffice  = dispute.AffiliationPartOf, dispute.AffiliationSpeaksFor, dispute.AffiliationHoldsOffice
		memberOf, controlled, dependsOn = dispute.AffiliationMemberOf, dispute.AffiliationControlledBy, dispute.AffiliationDependsOn
		state, organ, person, medium    = dispute.ActorState, dispute.ActorOrgan, dispute.ActorPerson, dispute.ActorMedium
	)
	return []dispute.Actor{
		actor("x", state, tied(memberOf, "union", "")),
		actor("x-president", person, tied(holdsOffice, "x", dispute.OfficeHeadOfState)),
		actor("x-premier", person, tied(holdsOffice, "x", dispute.OfficeHeadOfGovernment)),
		actor("x-minister", person, tied(holdsOffice, "x", dispute.OfficeForeignMinister)),
		actor("x-ministry", organ, tied(partOf, "x", dispute.OfficeForeignMinistry)),
		actor("x-ministry-speaker", person, tied(speaksFor, "x-ministry", "")),
		actor("x-army", organ, tied(partOf, "x", "")),
		actor("x-service", organ, tied(partOf, "x-army", "")),
		actor("x-agent", person, tied(speaksFor, "x-service", "")),
		actor("x-chief", person, tied(holdsOffice, "x-service", "chief"), tied(holdsOffice, "x", "intelligence-chief")),
		actor("x-late-minister", person, inOffice("2010-01-01/2015-12-31", dispute.OfficeForeignMinister)),
		actor("x-new-minister", person, inOffice("2024-01-01/2025-12-31", dispute.OfficeForeignMinister)),
		actor("x-coming-minister", person, inOffice("[2024-01-01..]", dispute.OfficeForeignMinister)),
		actor("x-gone-minister", person, inOffice("[..2015-12-31]", dispute.OfficeForeignMinister)),
		actor("x-lasting-minister", person, inOffice("../2015-12-31", dispute.OfficeForeignMinister)),
		actor("x-staying-minister", person, inOffice("2024-01-01/..", dispute.OfficeForeignMinister)),
		actor("y", state, tied(memberOf, "union", "")),
		actor("y-president", person, tied(holdsOffice, "y", dispute.OfficeHeadOfState)),
		actor("y-police", organ, tied(partOf, "y", "")),
		actor("z", state, tied(memberOf, "union", "")),
		actor("z-army", organ, tied(partOf, "z", "")),
		actor("z-police", organ, tied(partOf, "z", "")),
		actor("w", state, tied(memberOf, "union", "")),
		actor("union", dispute.ActorAlliance),
		actor("rebels", dispute.ActorArmedGroup),
		actor("rebel-speaker", person, tied(speaksFor, "rebels", "")),
		actor("x-front", dispute.ActorArmedGroup, tied(controlled, "x", "")),
		actor("y-friend", dispute.ActorCollective, tied(dependsOn, "y", "")),
		actor("m1", medium), actor("m2", medium), actor("m3", medium), actor("m4", medium), actor("m5", medium), actor("m6", medium),
		actor("holding", dispute.ActorCollective, tied(partOf, "trust", "")), actor("trust", dispute.ActorCollective),
		actor("held", medium, tied(controlled, "holding", "")),
		actor("held-too", medium, tied(controlled, "holding", "")),
		actor("trusted", medium, tied(controlled, "trust", "")),
		actor("m1-shadow", medium, tied(dependsOn, "m1", "")),
		actor("m1-once", medium, dispute.Affiliation{Kind: controlled, To: "m1", Period: edtf.MustParse("2010/2015")}),
		actor("unnamed", person),
		actor("court", dispute.ActorIntergovernment),
		actor("court-chamber", organ, tied(partOf, "court", "")),
		actor("tribunal", dispute.ActorIntergovernment),
		actor("x-court", organ, tied(partOf, "x", "")),
	}
}

// props returns the sources, events and claims on file in every case.
func props() dispute.Record {
	claim := func(id dispute.ClaimID, content dispute.Content) dispute.Claim {
		return dispute.Claim{ID: id, Text: string(id) + " is so", Content: content}
	}
	contradicting := dispute.Claim{ID: "rival", Text: "c is not so", Contradicts: []dispute.ClaimID{"c"}}
	stronger := dispute.Claim{ID: "stronger", Text: "more than c is so", Entails: []dispute.ClaimID{"c"}}
	return dispute.Record{
		Actors: persons(),
		Sources: []dispute.Source{
			{ID: "letter", Kind: dispute.SourceLetter, Authors: []dispute.Author{{Actor: "x-agent", OnBehalfOf: []dispute.ActorID{"x"}}}, Publisher: "m6"},
			{ID: "article", Kind: dispute.SourceArticle, Publisher: "m1"},
			{ID: "other-article", Kind: dispute.SourceArticle, Publisher: "m2"},
			{ID: "reprint", Kind: dispute.SourceArticle, Publisher: "m3", DerivedFrom: []dispute.SourceID{"article"}},
			{ID: "second-reprint", Kind: dispute.SourceArticle, Publisher: "m4", DerivedFrom: []dispute.SourceID{"article"}},
			{ID: "bulletin", Kind: dispute.SourceStatement, Publisher: "y"},
			{ID: "unsigned", Kind: dispute.SourcePost},
		},
		Events: []dispute.Event{
			{ID: "battle", Kind: dispute.KindBattle, Participants: participants("x", "y")},
			{ID: "silent-battle", Kind: dispute.KindBattle, Participants: participants("x", "y")},
			{ID: "severance", Kind: dispute.KindSeverRelations, Participants: participants("y", "x")},
			{ID: "attack", Kind: dispute.KindAttack, Participants: participants("y", "x")},
			{ID: "joint-demand", Kind: dispute.KindDemand, Participants: append(participants("y", "x"), dispute.Participant{Role: dispute.RoleActor, Actor: "w"})},
		},
		Claims: []dispute.Claim{
			{ID: "c", Text: "x did it", Adverse: []dispute.ActorID{"x"}, Favours: []dispute.ActorID{"y"}, Entails: []dispute.ClaimID{"weaker"}},
			{ID: "about-nobody", Text: "it rained"},
			contradicting, stronger,
			{ID: "weaker", Text: "somebody did it"},
			{ID: "rival-adverse-to-z", Text: "z did it", Adverse: []dispute.ActorID{"z"}, Contradicts: []dispute.ClaimID{"c"}},
			{ID: "stronger-for-x", Text: "x behaved in all things", Entails: []dispute.ClaimID{"favouring-x"}},
			{ID: "favouring-x", Text: "x behaved", Favours: []dispute.ActorID{"x"}},
			{ID: "adverse-to-rebels", Text: "the rebels did it", Adverse: []dispute.ActorID{"rebels"}},
			{ID: "both-ways", Text: "x did it well", Adverse: []dispute.ActorID{"x"}, Favours: []dispute.ActorID{"x"}},
			claim("relation", dispute.Content{Relation: &dispute.RelationClaim{Track: dispute.TrackSupport, From: "x", To: "rebels", Against: "y"}}),
			claim("agency", dispute.Content{Agency: &dispute.Agency{Event: "silent-battle", Actor: "rebels"}}),
			claim("figure", dispute.Content{Figure: &dispute.Figure{Event: "silent-battle", Category: "killed", Of: "rebels"}}),
			claim("identity", dispute.Content{Identity: &dispute.Identity{A: "rebels", B: "x-front"}}),
			claim("fought", dispute.Content{Occurred: "battle"}),
			claim("severed", dispute.Content{Occurred: "severance"}),
			claim("attacked", dispute.Content{Occurred: "attack"}),
			claim("demanded", dispute.Content{Occurred: "joint-demand"}),
			{ID: "never-severed", Text: "y and x stayed on terms", Contradicts: []dispute.ClaimID{"severed"}},
		},
	}
}

func participants(doer, target dispute.ActorID) []dispute.Participant {
	return []dispute.Participant{{Role: dispute.RoleActor, Actor: doer}, {Role: dispute.RoleTarget, Actor: target}, {Role: dispute.RoleObserver, Actor: "z"}}
}

// A part changes an attribution.
type part func(*dispute.Attribution)

// say returns a first-hand assertion of claim c, changed by parts.
func say(id dispute.AttributionID, speaker dispute.ActorID, parts ...part) dispute.Attribution {
	a := dispute.Attribution{ID: id, Speaker: speaker, Stance: dispute.StanceAsserts, Claim: "c", Lineage: dispute.LineageFirstHand}
	for _, p := range parts {
		p(&a)
	}
	return a
}

func of(c dispute.ClaimID) part { return func(a *dispute.Attribution) { a.Claim = c } }

func with(s ...dispute.ActorID) part { return func(a *dispute.Attribution) { a.Jointly = s } }

func inName(s ...dispute.ActorID) part {
	return func(a *dispute.Attribution) { a.OnBehalfOf = s }
}

func in(s dispute.SourceID) part { return func(a *dispute.Attribution) { a.Source = s } }

func saidOn(date string) part {
	return func(a *dispute.Attribution) { a.Said = edtf.MustParse(date) }
}

func known(day string) part {
	return func(a *dispute.Attribution) { a.Known = edtf.MustParseDay(day) }
}

func takes(s dispute.Stance) part { return func(a *dispute.Attribution) { a.Stance = s } }

func onRecord(a *dispute.Attribution) { a.OnRecord = dispute.RecordLevelOn }

func background(a *dispute.Attribution) { a.OnRecord = dispute.RecordLevelBackground }

func denies(a *dispute.Attribution) { a.Stance = dispute.StanceDenies }

func implies(a *dispute.Attribution) { a.Stance = dispute.StanceImplies }

func unknown(a *dispute.Attribution) { a.Lineage = 0 }

func categorically(a *dispute.Attribution) {
	a.Strength, a.Stance = dispute.StrengthCategorical, dispute.StanceDenies
}

func relays(ids ...dispute.AttributionID) part {
	return func(a *dispute.Attribution) { a.Lineage, a.Relays = dispute.LineageRelaying, ids }
}

// to aims a stance at another attribution.
func to(s dispute.Stance, target dispute.AttributionID) part {
	return func(a *dispute.Attribution) { a.Claim, a.Stance, a.Attribution = "", s, target }
}

func retracts(id dispute.AttributionID) part { return to(dispute.StanceRetracts, id) }

func undercuts(id dispute.AttributionID) part { return to(dispute.StanceUndercuts, id) }

func reads(id dispute.AttributionID) part {
	return func(a *dispute.Attribution) { a.Stance, a.Attribution = dispute.StanceInterprets, id }
}

func impeaches(s dispute.SourceID) part {
	return func(a *dispute.Attribution) {
		a.Claim, a.Stance, a.TargetSource = "", dispute.StanceUndercuts, s
	}
}

// brief writes a judgement in one line: label and pair; the number of origins
// and the roots of each side, with "~" for interested, "?" for implied, "!" for
// an admission, "#" for a finding, "=" and the number of its origin; and what
// was dropped.
func brief(s dispute.Status) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%v (%d,%d)", s.Label, s.For.Level, s.Against.Level)
	side := func(name string, side dispute.Side) {
		if side.Origins+len(side.Roots()) == 0 {
			return
		}
		fmt.Fprintf(&b, "; %s %d:", name, side.Origins)
		for _, r := range side.Roots() {
			b.WriteString(" " + string(r.Attribution) + string(r.Source))
			for _, flag := range []struct {
				has  bool
				mark string
			}{{r.Interested, "~"}, {r.Implied, "?"}, {r.Admission, "!"}, {r.Finding, "#"}} {
				if flag.has {
					b.WriteString(flag.mark)
				}
			}
			fmt.Fprintf(&b, "=%d", r.Origin)
		}
	}
	side("for", s.For)
	side("against", s.Against)
	for _, d := range s.Dropped {
		fmt.Fprintf(&b, "; %s%s %v", d.Attribution, d.Source, d.Why)
		if len(d.By) > 0 {
			fmt.Fprintf(&b, " by %v", d.By)
		}
		if d.Impeached != "" {
			fmt.Fprintf(&b, " with %s", d.Impeached)
		}
	}
	return b.String()
}

type ruleCase struct {
	name  string
	said  []dispute.Attribution
	lens  dispute.Lens
	about dispute.ClaimID // c where empty
	want  string
}

type statements = []dispute.Attribution

func checkRules(t *testing.T, cases []ruleCase) {
	t.Helper()
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			r := props()
			r.Attributions = tt.said
			about := tt.about
			if about == "" {
				about = "c"
			}
			if diff := cmp.Diff(tt.want, brief(disputetest.View(t, r, tt.lens).Status(about))); diff != "" {
				t.Errorf("%s (-want +got):\n%s", about, diff)
			}
		})
	}
}

func competent(bodies ...dispute.ActorID) dispute.Lens {
	return dispute.Lens{Policy: dispute.Policy{Competent: bodies}}
}

// Rule 1: only first-hand attributions by a known speaker are evidence.
func TestRuleRoots(t *testing.T) {
	checkRules(t, []ruleCase{
		{name: "nobody says anything", want: "unasserted (0,0)"},
		{name: "a first-hand attribution by a known speaker is a root",
			said: statements{say("t1", "m1")}, want: "reported (2,0); for 1: t1=1"},
		{name: "a speaker may be unnamed, if known to exist",
			said: statements{say("t1", "unnamed")}, want: "reported (2,0); for 1: t1=1"},
		{name: "unknown lineage is no origin",
			said: statements{say("t1", "m1", unknown)}, want: "unasserted (0,0)"},
		{name: "an unknown speaker is no origin",
			said: statements{say("t1", "")}, want: "unasserted (0,0)"},
		{name: "an unknown speaker is no origin, whoever signed with it",
			said: statements{say("t1", "", with("m1"))}, want: "unasserted (0,0)"},
		{name: "relays add nothing",
			said: statements{say("t1", "m1"), say("t2", "m2", relays("t1")), say("t3", "m3", relays("t1")), say("t4", "m4", relays("t2", "t3"))},
			want: "reported (2,0); for 1: t1=1"},
		{name: "relays of what nobody is on file for are no origin",
			said: statements{say("t2", "m2", relays()), say("t3", "m3", relays("t2"))}, want: "unasserted (0,0)"},
		{name: "a circle of citations is no origin",
			said: statements{say("t1", "m1", relays("t3")), say("t2", "m2", relays("t1")), say("t3", "m3", relays("t2"))}, want: "unasserted (0,0)"},
		{name: "saying that something was said is no evidence for it",
			said: statements{say("t1", "m1", to(dispute.StanceAsserts, "t2")), say("t2", "m2", unknown)}, want: "unasserted (0,0)"},
		{name: "words that their speaker denies stay a root, and count 1",
			said: statements{say("t1", "m1", in("article")), say("t2", "m1", to(dispute.StanceDenies, "t1"))}, want: "alleged (1,0); for 1: t1=1"},
	})
}

// Rule 2: which roots are dependent, and how many voices there are.
func TestRuleDependence(t *testing.T) {
	checkRules(t, []ruleCase{
		{name: "two roots that share nothing are two voices",
			said: statements{say("t1", "m1"), say("t2", "m2")}, want: "corroborated (3,0); for 2: t1=1 t2=2"},
		{name: "sharing a speaker",
			said: statements{say("t1", "m1"), say("t2", "m1")}, want: "reported (2,0); for 1: t1=1 t2=1"},
		{name: "sharing a principal",
			said: statements{say("t1", "z-army"), say("t2", "z-police")}, want: "reported (2,0); for 1: t1=1 t2=1"},
		{name: "a principal and its organ",
			said: statements{say("t1", "z"), say("t2", "z-police")}, want: "reported (2,0); for 1: t1=1 t2=1"},
		{name: "sharing a controller",
			said: statements{say("t1", "held"), say("t2", "held-too")}, want: "reported (2,0); for 1: t1=1 t2=1"},
		{name: "a declared dependence",
			said: statements{say("t1", "m1"), say("t2", "m1-shadow")}, want: "reported (2,0); for 1: t1=1 t2=1"},
		{name: "affiliations are closed over actors that do not speak",
			said: statements{say("t1", "held"), say("t2", "trusted")}, want: "reported (2,0); for 1: t1=1 t2=1"},
		{name: "members of one alliance are not dependent, nor is it on them",
			said: statements{say("t1", "z"), say("t2", "w"), say("t3", "union")}, want: "corroborated (3,0); for 3: t1=1 t2=2 t3=3"},
		{name: "a tie counts as long as it held",
			said: statements{say("t1", "m1"), say("t2", "m1-once", saidOn("2014-05-01"))}, want: "reported (2,0); for 1: t1=1 t2=1"},
		{name: "a tie that had ended does not count",
			said: statements{say("t1", "m1"), say("t2", "m1-once", saidOn("2020-05-01"))}, want: "corroborated (3,0); for 2: t1=1 t2=2"},
		{name: "a tie that can have held counts: independence is never inferred",
			said: statements{say("t1", "m1"), say("t2", "m1-once")}, want: "reported (2,0); for 1: t1=1 t2=1"},
		{name: "speaking on behalf of another one is sharing a principal with it",
			said: statements{say("t1", "m1"), say("t2", "m2", inName("m1"))}, want: "reported (2,0); for 1: t1=1 t2=1"},
		{name: "a joint statement is one root",
			said: statements{say("t1", "m1", with("m2", "m3"))}, want: "reported (2,0); for 1: t1=1"},
		{name: "a joint statement adds no voice where a signatory already has its own",
			said: statements{say("t1", "m1"), say("t2", "m2", with("m1"))}, want: "reported (2,0); for 1: t1=1 t2=0"},
		{name: "a joint statement does not merge its signatories' other statements",
			said: statements{say("t1", "m1"), say("t2", "m2"), say("t3", "m1", with("m2"))}, want: "corroborated (3,0); for 2: t1=1 t2=2 t3=0"},
		{name: "a joint statement does not merge a signatory's voice with its other joint statement",
			said: statements{say("t1", "m1"), say("t2", "m1", with("m2")), say("t3", "m2", with("m3"))},
			want: "corroborated (3,0); for 2: t1=1 t2=0 t3=2"},
		{name: "a joint statement is dependent on what a signatory's organ says",
			said: statements{say("t1", "z-army"), say("t2", "m1", with("z"))}, want: "reported (2,0); for 1: t1=1 t2=0"},
		{name: "joint statements that share a signatory are one voice",
			said: statements{say("t1", "m1", with("m2")), say("t2", "m2", with("m3"))}, want: "reported (2,0); for 1: t1=1 t2=1"},
		{name: "joint statements that share no signatory are two",
			said: statements{say("t1", "m1", with("m2")), say("t2", "m3", with("m4"))}, want: "corroborated (3,0); for 2: t1=1 t2=2"},
	})
}

// Rule 3: who is interested.
func TestRuleInterest(t *testing.T) {
	checkRules(t, []ruleCase{
		{name: "whom the claim is adverse to", said: statements{say("t1", "x", denies)}, want: "denied (0,1); against 1: t1~=1"},
		{name: "whom the claim favours", said: statements{say("t1", "y")}, want: "alleged (1,0); for 1: t1~=1"},
		{name: "an organ of the one named", said: statements{say("t1", "y-police")}, want: "alleged (1,0); for 1: t1~=1"},
		{name: "who speaks for an organ of an organ of the one named", said: statements{say("t1", "x-agent")}, want: "alleged (1,0); for 1: t1~=1"},
		{name: "who is declared dependent on the one named", said: statements{say("t1", "y-friend")}, want: "alleged (1,0); for 1: t1~=1"},
		{name: "who is controlled by the one named", said: statements{say("t1", "x-front", denies)}, want: "denied (0,1); against 1: t1~=1"},
		{name: "who speaks on behalf of the one named", said: statements{say("t1", "m1", inName("y"))}, want: "alleged (1,0); for 1: t1~=1"},
		{name: "who is in no tie but membership is not interested",
			said: statements{say("t1", "union"), say("t2", "z")}, want: "corroborated (3,0); for 2: t1=1 t2=2"},
		{name: "on a claim that names nobody, nobody is",
			said: statements{say("t1", "x", of("about-nobody"))}, about: "about-nobody", want: "reported (2,0); for 1: t1=1"},
		{name: "the structure of a relation names from, to and against",
			said:  statements{say("t1", "x", of("relation")), say("t2", "rebels", of("relation")), say("t3", "y", of("relation"))},
			about: "relation", want: "alleged (1,0); for 3: t1~=1 t2~=2 t3~=3"},
		{name: "the structure of an agency names its actor and who took part, not who watched",
			said:  statements{say("t1", "rebels", of("agency")), say("t2", "x", of("agency")), say("t3", "z", of("agency"))},
			about: "agency", want: "corroborated (3,0); for 3: t1~=1 t2~=2 t3=3"},
		{name: "the structure of a figure names who was counted and who took part",
			said:  statements{say("t1", "rebels", of("figure")), say("t2", "y", of("figure")), say("t3", "z", of("figure"))},
			about: "figure", want: "corroborated (3,0); for 3: t1~=1 t2~=2 t3=3"},
		{name: "the structure of an identity names both",
			said:  statements{say("t1", "rebels", of("identity")), say("t2", "x-front", of("identity")), say("t3", "y", of("identity"))},
			about: "identity", want: "corroborated (3,0); for 3: t1~=1 t2~=2 t3=3"},
		{name: "an occurrence names who took part",
			said:  statements{say("t1", "x", of("fought")), say("t2", "y", of("fought"))},
			about: "fought", want: "alleged (1,0); for 2: t1~=1 t2~=2"},
		{name: "any joint signatory taints the joint root",
			said: statements{say("t1", "m1", with("m2", "y-police"))}, want: "alleged (1,0); for 1: t1~=1"},
		{name: "signing jointly taints that joint root only, not a signatory's other roots",
			said: statements{say("t1", "m1", with("y")), say("t2", "m1")}, want: "reported (2,0); for 1: t1~=0 t2=1"},
	})
}

// Rule 3: levels 3 and 4.
// An act of many against many makes adversaries of each two on its two sides, and of
// no two on one.
func TestActsOfManyMakeAdversaries(t *testing.T) {
	f := disputetest.NewCaseFile()
	e := f.Event("storm", dispute.KindAttack, "2024-08-01")
	for i := range 40 {
		for role, side := range map[dispute.ParticipantRole]string{dispute.RoleActor: "doer", dispute.RoleTarget: "target"} {
			id := dispute.ActorID(fmt.Sprintf("%s-%02d", side, i))
			f.Actors = append(f.Actors, dispute.Actor{ID: id, Kind: dispute.ActorState, Name: string(id)})
			e.Participants = append(e.Participants, dispute.Participant{Role: role, Actor: id})
		}
	}
	f.Claims = []dispute.Claim{{ID: "c", Text: "a doer has a plan", Adverse: []dispute.ActorID{"doer-07"}}}
	for _, c := range []struct {
		name    string
		speaker dispute.ActorID
		said    string
		want    string
	}{
		{"one of the other side", "target-31", "2024-08-02", "alleged (1,0)"},
		{"one of the same side", "doer-31", "2024-08-02", "reported (2,0)"},
		{"one of the other side, too long after", "target-31", "2034-08-02", "reported (2,0)"},
	} {
		f.Attributions = []dispute.Attribution{disputetest.On(disputetest.Says("a", c.speaker, dispute.StanceAsserts, "c"), c.said)}
		if got := f.View(t, dispute.Lens{}).Status("c").String(); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: got %q, want %s", c.name, got, c.want)
		}
	}
}

func TestRuleLevels(t *testing.T) {
	admission := func(id dispute.AttributionID, s dispute.ActorID) dispute.Attribution { return say(id, s, onRecord) }
	checkRules(t, []ruleCase{
		{name: "two interested roots count 1, however independent",
			said: statements{say("t1", "y"), say("t2", "x")}, want: "alleged (1,0); for 2: t1~=1 t2~=2"},
		{name: "two independent roots count 3 where one of them is disinterested",
			said: statements{say("t1", "y"), say("t2", "m2")}, want: "corroborated (3,0); for 2: t1~=1 t2=2"},
		{name: "two dependent disinterested roots and an independent interested one count 3",
			said: statements{say("t1", "m1"), say("t2", "m1-shadow"), say("t3", "y")}, want: "corroborated (3,0); for 2: t1=1 t2=1 t3~=2"},
		{name: "an admission by the party itself", said: statements{admission("t1", "x")}, want: "corroborated (3,0); for 1: t1~!=1"},
		{name: "an admission by its head of state", said: statements{admission("t1", "x-president")}, want: "corroborated (3,0); for 1: t1~!=1"},
		{name: "an admission by its head of government", said: statements{admission("t1", "x-premier")}, want: "corroborated (3,0); for 1: t1~!=1"},
		{name: "an admission by its foreign minister", said: statements{admission("t1", "x-minister")}, want: "corroborated (3,0); for 1: t1~!=1"},
		{name: "an admission by its foreign ministry", said: statements{admission("t1", "x-ministry")}, want: "corroborated (3,0); for 1: t1~!=1"},
		{name: "an admission by who speaks for its foreign ministry",
			said: statements{admission("t1", "x-ministry-speaker")}, want: "corroborated (3,0); for 1: t1~!=1"},
		{name: "any other organ's assertion counts 1", said: statements{admission("t1", "x-service")}, want: "alleged (1,0); for 1: t1~=1"},
		{name: "so does that of who speaks for another organ", said: statements{admission("t1", "x-agent")}, want: "alleged (1,0); for 1: t1~=1"},
		{name: "even if it says that it speaks for the party",
			said: statements{say("t1", "x-agent", onRecord, inName("x"))}, want: "alleged (1,0); for 1: t1~=1"},
		{name: "what is not said on the record is no admission",
			said: statements{say("t1", "x"), say("t2", "x-minister", background)}, want: "alleged (1,0); for 1: t1~=1 t2~=1"},
		{name: "one signatory who can commit makes a joint statement an admission",
			said: statements{say("t1", "m1", onRecord, with("x-minister"))}, want: "corroborated (3,0); for 1: t1~!=1"},
		{name: "who held the office before admits nothing now",
			said: statements{say("t1", "x-late-minister", onRecord, saidOn("2024-05-01"))}, want: "reported (2,0); for 1: t1=1"},
		{name: "who can only have held the office admits nothing",
			said: statements{admission("t1", "x-new-minister")}, want: "alleged (1,0); for 1: t1~=1"},
		{name: "who held the office for certain does",
			said: statements{say("t1", "x-new-minister", onRecord, saidOn("2024-05"))}, want: "corroborated (3,0); for 1: t1~!=1"},
		{name: "who held it on some day from a date on did not hold it before",
			said: statements{say("t1", "x-coming-minister", onRecord, saidOn("2023-05-01"))}, want: "reported (2,0); for 1: t1=1"},
		{name: "nor for certain on any day after",
			said: statements{say("t1", "x-coming-minister", onRecord, saidOn("2024-05-01"))}, want: "alleged (1,0); for 1: t1~=1"},
		{name: "who held it on some day up to a date did not hold it after",
			said: statements{say("t1", "x-gone-minister", onRecord, saidOn("2016-05-01"))}, want: "reported (2,0); for 1: t1=1"},
		{name: "nor for certain on any day before",
			said: statements{say("t1", "x-gone-minister", onRecord, saidOn("2014-05-01"))}, want: "alleged (1,0); for 1: t1~=1"},
		{name: "who has held it as long as anyone knows does until it ends",
			said: statements{say("t1", "x-lasting-minister", onRecord, saidOn("1950-05-01"))}, want: "corroborated (3,0); for 1: t1~!=1"},
		{name: "who holds it without an end does from its beginning on",
			said: statements{say("t1", "x-staying-minister", onRecord, saidOn("2050-05-01"))}, want: "corroborated (3,0); for 1: t1~!=1"},
		{name: "the policy may name another office, and then that one only",
			said: statements{admission("t1", "x-chief"), admission("t2", "x-minister")},
			lens: dispute.Lens{Policy: dispute.Policy{Committing: []dispute.OfficeRole{"intelligence-chief"}}},
			want: "corroborated (3,0); for 1: t1~!=1 t2~=1"},
		{name: "by default no other office commits", said: statements{admission("t1", "x-chief")}, want: "alleged (1,0); for 1: t1~=1"},
		{name: "what favours oneself is no admission",
			said: statements{say("t1", "x", onRecord, of("favouring-x"))}, about: "favouring-x", want: "alleged (1,0); for 1: t1~=1"},
		{name: "denying what favours oneself is one",
			said: statements{say("t1", "x", onRecord, denies, of("favouring-x"))}, about: "favouring-x", want: "denied (0,3); against 1: t1~!=1"},
		{name: "what is adverse and favourable alike is none",
			said: statements{say("t1", "x", onRecord, of("both-ways"))}, about: "both-ways", want: "alleged (1,0); for 1: t1~=1"},
		{name: "who speaks for an armed group commits it",
			said: statements{say("t1", "rebel-speaker", onRecord, of("adverse-to-rebels"))}, about: "adverse-to-rebels",
			want: "corroborated (3,0); for 1: t1~!=1"},
		{name: "implying is never an admission",
			said: statements{say("t1", "x-minister", onRecord, implies)}, want: "alleged (1,0); for 1: t1~?=1"},
		{name: "an admission plus a disinterested root count 4",
			said: statements{admission("t1", "x-minister"), say("t2", "m1")}, want: "confirmed (4,0); for 2: t1~!=1 t2=2"},
		{name: "an admission plus an interested root count 3",
			said: statements{admission("t1", "x-minister"), say("t2", "y")}, want: "corroborated (3,0); for 2: t1~!=1 t2~=2"},
		{name: "an admission signed with a medium and that medium's own root are dependent",
			said: statements{say("t1", "x-minister", onRecord, with("m1")), say("t2", "m1")}, want: "corroborated (3,0); for 1: t1~!=0 t2=1"},
		{name: "another organ's assertion plus a disinterested root count 3",
			said: statements{admission("t1", "x-service"), say("t2", "m1")}, want: "corroborated (3,0); for 2: t1~=1 t2=2"},
		{name: "a finding by a body the policy calls competent counts 4",
			said: statements{say("t1", "court", onRecord)}, lens: competent("court"), want: "confirmed (4,0); for 1: t1#=1"},
		{name: "what it does not say on the record is none",
			said: statements{say("t1", "court")}, lens: competent("court"), want: "reported (2,0); for 1: t1=1"},
		{name: "nobody is competent by default", said: statements{say("t1", "court", onRecord)}, want: "reported (2,0); for 1: t1=1"},
		{name: "an organ of a competent body, which is neither its office nor a holder, does not find in its name",
			said: statements{say("t1", "court-chamber", onRecord, inName("court"))}, lens: competent("court"), want: "reported (2,0); for 1: t1=1"},
		{name: "nor in its own name",
			said: statements{say("t1", "court-chamber", onRecord)}, lens: competent("court"), want: "reported (2,0); for 1: t1=1"},
		{name: "a competent body does not find where it is a side",
			said: statements{say("t1", "x-court", onRecord, denies)}, lens: competent("x-court"), want: "denied (0,1); against 1: t1~=1"},
		{name: "a competent body that only implies does not find",
			said: statements{say("t1", "court", onRecord, implies)}, lens: competent("court"), want: "alleged (1,0); for 1: t1?=1"},
		{name: "to say that one speaks for a competent body is no finding",
			said: statements{say("t1", "m1", onRecord, inName("court"))}, lens: competent("court"), want: "reported (2,0); for 1: t1=1"},
		{name: "a relayed finding is none",
			said: statements{say("t1", "court", relays())}, lens: competent("court"), want: "unasserted (0,0)"},
	})
}

// Rule 4: the table of labels, filled with evidence of every level.
func TestRuleLabels(t *testing.T) {
	supporting := []statements{
		nil,
		{say("f1", "y")},
		{say("f1", "m1")},
		{say("f1", "m1"), say("f2", "m2")},
		{say("f1", "court", onRecord)},
	}
	opposing := []statements{
		nil,
		{say("a1", "x", denies)},
		{say("a1", "m3", denies)},
		{say("a1", "m3", denies), say("a2", "m4", denies)},
		{say("a1", "tribunal", onRecord, denies)},
	}
	table := []string{
		"unasserted   denied    denied    denied    refuted",
		"alleged      contested contested contested refuted",
		"reported     contested contested contested refuted",
		"corroborated contested contested contested refuted",
		"confirmed    confirmed confirmed confirmed conflicted",
	}
	for f, row := range table {
		for a, want := range strings.Fields(row) {
			t.Run(fmt.Sprintf("(%d,%d) is %s", f, a, want), func(t *testing.T) {
				r := props()
				r.Attributions = append(append(statements{}, supporting[f]...), opposing[a]...)
				s := disputetest.View(t, r, competent("court", "tribunal")).Status("c")
				got := fmt.Sprintf("%v (%d,%d)", s.Label, s.For.Level, s.Against.Level)
				if diff := cmp.Diff(fmt.Sprintf("%s (%d,%d)", want, f, a), got); diff != "" {
					t.Errorf("status (-want +got):\n%s", diff)
				}
				if got := dispute.LabelOf(f, a).String(); got != want {
					t.Errorf("LabelOf(%d, %d) = %s, want %s", f, a, got, want)
				}
			})
		}
	}
	for _, pair := range [][2]int{{-1, 0}, {0, -1}, {5, 0}, {0, 5}} {
		if got := dispute.LabelOf(pair[0], pair[1]); got != 0 {
			t.Errorf("LabelOf(%d, %d) = %v, want no label", pair[0], pair[1], got)
		}
	}
}

// Rule 5: what an interested party can and cannot do by itself.
func TestRuleInterestedPartyAlone(t *testing.T) {
	many := statements{say("t1", "y", onRecord), say("t2", "y-president", onRecord), say("t3", "y-police"), say("t4", "y-friend"),
		say("t5", "y", with("y-president", "x-front"))}
	checkRules(t, []ruleCase{
		{name: "its denial alone never refutes", said: statements{say("t1", "m1"), say("t2", "x", categorically, onRecord)},
			want: "contested (2,1); for 1: t1=1; against 1: t2~=1"},
		{name: "nor do all its organs' denials",
			said: statements{say("t1", "y"), say("t2", "x", categorically), say("t3", "x-minister", categorically, onRecord), say("t4", "x-army", denies)},
			want: "contested (1,1); for 1: t1~=1; against 1: t2~=1 t3~=1 t4~=1"},
		{name: "its assertion alone never corroborates", said: many,
			want: "alleged (1,0); for 1: t1~=1 t2~=1 t3~=1 t4~=1 t5~=0"},
	})
	for _, tt := range []struct {
		name string
		said statements
		want dispute.Standing
	}{
		{"alleged", statements{say("t1", "y")}, dispute.StandingOpen},
		{"alleged and disputed", statements{say("t1", "y"), say("t2", "x", denies)}, dispute.StandingOpen},
		{"reported", statements{say("t1", "m1")}, dispute.StandingAccepted},
		{"reported and disputed", statements{say("t1", "m1"), say("t2", "x", denies)}, dispute.StandingOpen},
		{"corroborated and disputed", statements{say("t1", "m1"), say("t2", "m2"), say("t3", "x", denies)}, dispute.StandingOpen},
	} {
		t.Run("a dispute never raises a standing: "+tt.name, func(t *testing.T) {
			r := props()
			r.Attributions = tt.said
			if got := disputetest.View(t, r, dispute.Lens{}).Status("c").Standing; got != tt.want {
				t.Errorf("standing %v, want %v", got, tt.want)
			}
		})
	}
}

// Rule 6: silence, implications and interpretations.
func TestRuleFacets(t *testing.T) {
	checkRules(t, []ruleCase{
		{name: "implying counts at most 1", said: statements{say("t1", "m1", implies)}, want: "alleged (1,0); for 1: t1?=1"},
		{name: "however many imply", said: statements{say("t1", "m1", implies), say("t2", "m2", implies), say("t3", "m3", implies)},
			want: "alleged (1,0); for 3: t1?=1 t2?=2 t3?=3"},
		{name: "an implication does not make up a pair with an assertion",
			said: statements{say("t1", "m1", implies), say("t2", "m2")}, want: "reported (2,0); for 2: t1?=1 t2=2"},
		{name: "nor with an interested one",
			said: statements{say("t1", "m1", implies), say("t2", "y")}, want: "alleged (1,0); for 2: t1?=1 t2~=2"},
		{name: "nor with an admission",
			said: statements{say("t1", "m1", implies), say("t2", "x", onRecord)}, want: "corroborated (3,0); for 2: t1?=1 t2~!=2"},
		{name: "the agent linked or implied: he did not admit on his state's behalf",
			said: statements{say("t1", "x-agent", implies, onRecord), say("t2", "x-ministry", categorically, onRecord)},
			want: "contested (1,1); for 1: t1~?=1; against 1: t2~=1"},
		{name: "an interpretation is no evidence for what it reads",
			said: statements{say("t1", "y", reads("t2")), say("t2", "x-agent", of("about-nobody"))}, want: "unasserted (0,0)"},
	})
	silences := []dispute.Stance{dispute.StanceNeitherConfirmsNorDenies, dispute.StanceDeclinesComment, dispute.StanceHasNotResponded}
	for _, stance := range silences {
		for _, said := range []statements{nil, {say("t1", "y")}, {say("t1", "m1"), say("t2", "x", denies)}} {
			t.Run(fmt.Sprintf("%v changes only the responses, beside %d statements", stance, len(said)), func(t *testing.T) {
				r := props()
				r.Attributions = said
				before := disputetest.Judgement(disputetest.View(t, r, dispute.Lens{}).Status("c"))
				r.Attributions = append(said[:len(said):len(said)], say("t9", "x-minister", takes(stance), onRecord))
				after := disputetest.Judgement(disputetest.View(t, r, dispute.Lens{}).Status("c"))
				before.Responses = []dispute.Response{{Attribution: "t9", Speaker: "x-minister", Stance: stance}}
				if diff := cmp.Diff(before, after); diff != "" {
					t.Errorf("status (-want +got):\n%s", diff)
				}
			})
		}
	}
	r := props()
	r.Attributions = statements{say("t1", "y", reads("t2")), say("t2", "x-agent", of("about-nobody")), say("t3", "m1", relays("t2")), say("t4", "m2", unknown), say("t5", "")}
	got := disputetest.View(t, r, dispute.Lens{}).Status("c")
	want := [][]dispute.AttributionID{{"t1"}, {"t3"}, {"t4", "t5"}}
	if diff := cmp.Diff(want, [][]dispute.AttributionID{got.Interpretations, got.Relays, got.Unsourced}); diff != "" {
		t.Errorf("interpretations, relays and unsourced (-want +got):\n%s", diff)
	}
}

// Rule 7: who can retract, and what that does.
func TestRuleRetraction(t *testing.T) {
	agent := say("t1", "x-agent")
	checkRules(t, []ruleCase{
		{name: "the speaker can retract", said: statements{say("t1", "m1"), say("t2", "m1", retracts("t1"))},
			want: "retracted (0,0); t1 retracted by [t2]"},
		{name: "its principal can", said: statements{agent, say("t2", "x", retracts("t1"))}, want: "retracted (0,0); t1 retracted by [t2]"},
		{name: "so can who commits its principal",
			said: statements{agent, say("t2", "x-minister", retracts("t1"))}, want: "retracted (0,0); t1 retracted by [t2]"},
		{name: "a retraction by another organ is no retraction",
			said: statements{agent, say("t2", "x-army", retracts("t1"))}, want: "alleged (1,0); for 1: t1~=1"},
		{name: "even if it says that it speaks for the principal",
			said: statements{agent, say("t2", "x-army", retracts("t1"), inName("x"))}, want: "alleged (1,0); for 1: t1~=1"},
		{name: "a retraction by a stranger is none",
			said: statements{say("t1", "m1"), say("t2", "y", retracts("t1"))}, want: "reported (2,0); for 1: t1=1"},
		{name: "even if it says that it speaks for the speaker",
			said: statements{say("t1", "m1"), say("t2", "y", retracts("t1"), inName("m1"))}, want: "reported (2,0); for 1: t1=1"},
		{name: "an organ cannot retract for its principal",
			said: statements{say("t1", "z"), say("t2", "z-army", retracts("t1"))}, want: "reported (2,0); for 1: t1=1"},
		{name: "a controller is no principal",
			said: statements{say("t1", "held"), say("t2", "holding", retracts("t1"))}, want: "reported (2,0); for 1: t1=1"},
		{name: "a retraction of unknown lineage, or relayed, is none",
			said: statements{say("t1", "m1"), say("t2", "m1", retracts("t1"), unknown), say("t3", "m1", retracts("t1"), relays("t2"))},
			want: "reported (2,0); for 1: t1=1"},
		{name: "denial is not retraction",
			said: statements{say("t1", "m1"), say("t2", "m1", denies)}, want: "contested (2,2); for 1: t1=1; against 1: t2=1"},
		{name: "denial by another organ is a conflict, never a retraction",
			said: statements{agent, say("t2", "x-ministry", denies, onRecord)}, want: "contested (1,1); for 1: t1~=1; against 1: t2~=1"},
		{name: "a retracted denial leaves nothing, and was no support",
			said: statements{say("t1", "m1", denies), say("t2", "m1", retracts("t1"))}, want: "unasserted (0,0); t1 retracted by [t2]"},
		{name: "what others said stands",
			said: statements{say("t1", "m1"), say("t2", "m1", retracts("t1")), say("t3", "y")}, want: "alleged (1,0); for 1: t3~=1; t1 retracted by [t2]"},
		{name: "every retraction is named",
			said: statements{agent, say("t2", "x", retracts("t1")), say("t3", "x-agent", retracts("t1"))}, want: "retracted (0,0); t1 retracted by [t2 t3]"},
		{name: "a signatory retracts for itself only",
			said: statements{say("t1", "m1", with("m2")), say("t2", "m2", retracts("t1"))},
			want: "reported (2,0); for 1: t1=1; t1 retracted by [t2]"},
		{name: "who has retracted taints a joint root no more",
			said: statements{say("t1", "m1", with("y")), say("t2", "y", retracts("t1"))},
			want: "reported (2,0); for 1: t1=1; t1 retracted by [t2]"},
		{name: "a joint root goes when every signatory has retracted",
			said: statements{say("t1", "m1", with("m2")), say("t2", "m2", retracts("t1")), say("t3", "m1", retracts("t1"))},
			want: "retracted (0,0); t1 retracted by [t2 t3]"},
		{name: "a joint retraction retracts for all who sign it",
			said: statements{say("t1", "m1", with("m2")), say("t2", "m2", with("m1"), retracts("t1"))},
			want: "retracted (0,0); t1 retracted by [t2]"},
		{name: "a retracted retraction is none",
			said: statements{say("t1", "m1"), say("t2", "m1", retracts("t1")), say("t3", "m1", retracts("t2"))}, want: "reported (2,0); for 1: t1=1"},
		{name: "a joint retraction that one signatory takes back stands for the other",
			said: statements{say("t1", "m1", with("m2")), say("t2", "m2", with("m1"), retracts("t1")), say("t3", "m1", retracts("t2"))},
			want: "reported (2,0); for 1: t1=1; t1 retracted by [t2]"},
	})
	retracted := statements{say("t1", "m1", known("2024-01-01")), say("t2", "m1", retracts("t1"), known("2024-02-01"))}
	checkRules(t, []ruleCase{
		{name: "before it was known, a retraction takes nothing away", said: retracted,
			lens: dispute.Lens{KnownBy: edtf.MustParseDay("2024-01-31")}, want: "reported (2,0); for 1: t1=1"},
		{name: "from its day on it does", said: retracted,
			lens: dispute.Lens{KnownBy: edtf.MustParseDay("2024-02-01")}, want: "retracted (0,0); t1 retracted by [t2]"},
	})
}

// Rule 8: undercuts, and contradictions, which are no attacks.
func TestRuleUndercut(t *testing.T) {
	report := say("t1", "m1", in("article"))
	checkRules(t, []ruleCase{
		{name: "an undercut by a disinterested speaker drops a root, which was never retracted",
			said: statements{report, say("t2", "m2", undercuts("t1"))}, want: "unasserted (0,0); t1 undercut by [t2]"},
		{name: "an undercut of a source drops what it carries",
			said: statements{report, say("t2", "y", in("article")), say("t3", "m3"), say("t4", "m2", impeaches("article"))},
			want: "reported (2,0); for 1: t3=1; t1 undercut with article; t2 undercut with article"},
		{name: "an undercut by an interested party does not attack",
			said: statements{report, say("t2", "x", undercuts("t1")), say("t3", "y", impeaches("article"))}, want: "reported (2,0); for 1: t1=1"},
		{name: "nor one that an interested party signed",
			said: statements{report, say("t2", "m2", with("x-army"), undercuts("t1"))}, want: "reported (2,0); for 1: t1=1"},
		{name: "nor one on behalf of an interested party",
			said: statements{report, say("t2", "m2", inName("x"), undercuts("t1"))}, want: "reported (2,0); for 1: t1=1"},
		{name: "one by the alleged author of the document does",
			said: statements{say("t1", "m1", in("letter")), say("t2", "x-agent", impeaches("letter"))}, want: "unasserted (0,0); t1 undercut with letter"},
		{name: "one by whom the author wrote for does",
			said: statements{say("t1", "m1", in("letter")), say("t2", "x", undercuts("t1"))}, want: "unasserted (0,0); t1 undercut by [t2]"},
		{name: "one by who commits whom the author wrote for does",
			said: statements{say("t1", "m1", in("letter")), say("t2", "x-ministry", impeaches("letter"))}, want: "unasserted (0,0); t1 undercut with letter"},
		{name: "one by an organ that has nothing to do with the document does not",
			said: statements{say("t1", "m1", in("letter")), say("t2", "x-court", impeaches("letter"))}, want: "reported (2,0); for 1: t1=1"},
		{name: "even if it says that it speaks for the alleged author",
			said: statements{say("t1", "m1", in("letter")), say("t2", "x-court", inName("x"), impeaches("letter"))}, want: "reported (2,0); for 1: t1=1"},
		{name: "one by a competent body does, whatever its interest",
			said: statements{report, say("t2", "x-court", undercuts("t1"))}, lens: competent("x-court"), want: "unasserted (0,0); t1 undercut by [t2]"},
		{name: "an undercut of unknown lineage, relayed, or by nobody known does not",
			said: statements{report, say("t2", "m2", undercuts("t1"), unknown), say("t3", "m2", undercuts("t1"), relays("t2")), say("t4", "", undercuts("t1"))},
			want: "reported (2,0); for 1: t1=1"},
		{name: "an undercut of the undercut restores the root",
			said: statements{report, say("t2", "m2", undercuts("t1")), say("t3", "m3", undercuts("t2"))}, want: "reported (2,0); for 1: t1=1"},
		{name: "and an undercut of that one drops it again",
			said: statements{report, say("t2", "m2", undercuts("t1")), say("t3", "m3", undercuts("t2")), say("t4", "m4", undercuts("t3"))},
			want: "unasserted (0,0); t1 undercut by [t2]"},
		{name: "an undercut of the source of the undercut restores the root",
			said: statements{report, say("t2", "m2", undercuts("t1"), in("other-article")), say("t3", "m3", impeaches("other-article"))},
			want: "reported (2,0); for 1: t1=1"},
		{name: "undercuts of each other are undecided, and keep the root",
			said: statements{report, say("t2", "m2", impeaches("article")), say("t3", "m3", undercuts("t2"), in("article"))},
			want: "reported (2,0); for 1: t1=1"},
		{name: "an undercut of a source that carries it is undecided, and keeps what else it carries",
			said: statements{report, say("t2", "m2", impeaches("article"), in("article"))}, want: "reported (2,0); for 1: t1=1"},
		{name: "undercuts that impeach each other's sources are undecided",
			said: statements{report, say("t2", "m2", impeaches("article"), in("other-article")), say("t3", "m3", impeaches("other-article"), in("bulletin")),
				say("t4", "m4", impeaches("bulletin"), in("other-article"))},
			want: "reported (2,0); for 1: t1=1"},
		{name: "a retracted undercut does not attack",
			said: statements{report, say("t2", "m2", undercuts("t1")), say("t3", "m2", retracts("t2"))}, want: "reported (2,0); for 1: t1=1"},
		{name: "an undercut retracted by a stranger does",
			said: statements{report, say("t2", "m2", undercuts("t1")), say("t3", "m1", retracts("t2"))}, want: "unasserted (0,0); t1 undercut by [t2]"},
		{name: "a joint undercut attacks as long as one signatory stands by it",
			said: statements{report, say("t2", "m2", with("m3"), undercuts("t1")), say("t3", "m2", retracts("t2"))}, want: "unasserted (0,0); t1 undercut by [t2]"},
		{name: "a joint undercut that each signatory has retracted does not",
			said: statements{report, say("t2", "m2", with("m3"), undercuts("t1")), say("t3", "m2", retracts("t2")), say("t4", "m3", retracts("t2"))},
			want: "reported (2,0); for 1: t1=1"},
		{name: "an undercut retraction takes nothing away",
			said: statements{report, say("t2", "m1", retracts("t1")), say("t3", "m3", undercuts("t2"))}, want: "reported (2,0); for 1: t1=1"},
		{name: "what was undercut and retracted is told as both",
			said: statements{report, say("t2", "m1", retracts("t1")), say("t3", "m3", undercuts("t1"))}, want: "retracted (0,0); t1 undercut by [t3]; t1 retracted by [t2]"},
		{name: "a declared contradiction is no attack: the rival's supporters oppose",
			said: statements{report, say("t2", "m2", of("rival"))}, want: "contested (2,2); for 1: t1=1; against 1: t2=1"},
		{name: "and the other way round",
			said: statements{report, say("t2", "m2", of("rival"))}, about: "rival", want: "contested (2,2); for 1: t2=1; against 1: t1=1"},
		{name: "to deny the rival is no support",
			said: statements{say("t1", "m1", of("rival"), denies)}, want: "unasserted (0,0)"},
		{name: "a rival's supporter that was dropped does not oppose",
			said: statements{report, say("t2", "m2", of("rival")), say("t3", "m3", undercuts("t2")), say("t4", "m4", of("rival")), say("t5", "m4", retracts("t4"))},
			want: "reported (2,0); for 1: t1=1"},
		{name: "interest in either of the two claims taints",
			said: statements{say("t1", "x", of("rival"))}, want: "denied (0,1); against 1: t1~=1"},
		{name: "an admission of a rival is an admission against this one",
			said: statements{say("t1", "z", onRecord, of("rival-adverse-to-z"))}, want: "denied (0,3); against 1: t1~!=1"},
		{name: "to say a rival of what is adverse to oneself admits nothing",
			said: statements{say("t1", "x", onRecord, of("rival"))}, want: "denied (0,1); against 1: t1~=1"},
		{name: "who admits a claim that entails this one admits this one",
			said: statements{say("t1", "x", onRecord)}, about: "weaker", want: "corroborated (3,0); for 1: t1~!=1"},
		{name: "and with a disinterested root beside, both are confirmed",
			said: statements{say("t1", "x", onRecord), say("t2", "m1")}, about: "weaker", want: "confirmed (4,0); for 2: t1~!=1 t2=2"},
		{name: "who denies on the record what favours oneself denies what entails it so",
			said: statements{say("t1", "x", onRecord, denies, of("favouring-x"))}, about: "stronger-for-x", want: "denied (0,3); against 1: t1~!=1"},
		{name: "what is adverse only as the other claim has it is no admission",
			said: statements{say("t1", "x", onRecord, of("stronger"))}, want: "alleged (1,0); for 1: t1~=1"},
		{name: "who supports a claim that entails this one supports it",
			said: statements{say("t1", "m1", of("stronger"))}, want: "reported (2,0); for 1: t1=1"},
		{name: "who opposes this one opposes a claim that entails it",
			said: statements{say("t1", "m1", denies)}, about: "stronger", want: "denied (0,2); against 1: t1=1"},
		{name: "who opposes a claim that entails this one does not oppose it",
			said: statements{say("t1", "m1", denies, of("stronger"))}, want: "unasserted (0,0)"},
		{name: "who supports this one does not support a claim that entails it",
			said: statements{report}, about: "stronger", want: "unasserted (0,0)"},
		{name: "an admission of this one opposes the rivals of what it entails as one",
			said: statements{say("t1", "x", onRecord)}, about: "rival", want: "denied (0,3); against 1: t1~!=1"},
		{name: "a rival of what a claim entails is its rival",
			said: statements{say("t1", "m1", of("rival"))}, about: "stronger", want: "denied (0,2); against 1: t1=1"},
	})
}

// Events: what they need to be established, and sources listed on them.
func TestRuleOccurrence(t *testing.T) {
	for _, tt := range []struct {
		name    string
		event   dispute.EventID
		sources []dispute.SourceID
		phase   dispute.Phase
		said    statements
		lens    dispute.Lens
		want    string
		stands  string
	}{
		{name: "a listed source is its publisher asserting first-hand that it occurred",
			event: "battle", sources: []dispute.SourceID{"article"}, want: "reported (2,0); for 1: article=1", stands: "accepted by label"},
		{name: "beside claims that say the same, the occurrence is one proposition",
			event: "battle", sources: []dispute.SourceID{"article"}, said: statements{say("t1", "m2", of("fought")), say("t2", "x", of("fought"), denies)},
			want: "contested (3,1); for 2: t1=1 article=2; against 1: t2~=1", stands: "open by none"},
		{name: "a publisher that took part is interested",
			event: "battle", sources: []dispute.SourceID{"bulletin"}, want: "alleged (1,0); for 1: bulletin~=1", stands: "open by none"},
		{name: "a source without a publisher has no known speaker",
			event: "battle", sources: []dispute.SourceID{"unsigned"}, want: "unasserted (0,0)", stands: "open by none"},
		{name: "the same publisher twice is one origin",
			event: "battle", sources: []dispute.SourceID{"article"}, said: statements{say("t1", "m1", of("fought"))},
			want: "reported (2,0); for 1: t1=1 article=1", stands: "accepted by label"},
		{name: "two publishers are two",
			event: "battle", sources: []dispute.SourceID{"article", "other-article"}, want: "corroborated (3,0); for 2: article=1 other-article=2", stands: "accepted by label"},
		{name: "a reprint adds nothing to what it reprints",
			event: "battle", sources: []dispute.SourceID{"article", "reprint"}, want: "reported (2,0); for 1: article=1 reprint=1", stands: "accepted by label"},
		{name: "two reprints of one article are one origin, even if it is not listed",
			event: "battle", sources: []dispute.SourceID{"reprint", "second-reprint"}, want: "reported (2,0); for 1: reprint=1 second-reprint=1", stands: "accepted by label"},
		{name: "nor to what somebody dependent on what it reprints says",
			event: "battle", sources: []dispute.SourceID{"article", "reprint"}, said: statements{say("t1", "m1-shadow", of("fought"))},
			want: "reported (2,0); for 1: t1=1 article=1 reprint=1", stands: "accepted by label"},
		{name: "a source listed on what is only expected reports nothing",
			event: "battle", sources: []dispute.SourceID{"article"}, phase: dispute.PhaseExpected, want: "unasserted (0,0)", stands: "open by none"},
		{name: "nor does one listed on what was called off",
			event: "battle", sources: []dispute.SourceID{"article"}, phase: dispute.PhaseCancelled, want: "unasserted (0,0)", stands: "open by none"},
		{name: "an undercut of a listed source drops the report",
			event: "battle", sources: []dispute.SourceID{"article"}, said: statements{say("t1", "m2", impeaches("article"))},
			want: "unasserted (0,0); article undercut with article", stands: "open by none"},
		{name: "a performative act is established by its own actor's on-record assertion",
			event: "severance", said: statements{say("t1", "y", of("severed"), onRecord)}, want: "alleged (1,0); for 1: t1~=1", stands: "accepted by performative"},
		{name: "or by that of someone whose word commits the actor",
			event: "severance", said: statements{say("t1", "y-president", of("severed"), onRecord)}, want: "alleged (1,0); for 1: t1~=1", stands: "accepted by performative"},
		{name: "not by that of another organ of it",
			event: "severance", said: statements{say("t1", "y-police", of("severed"), onRecord)}, want: "alleged (1,0); for 1: t1~=1", stands: "open by none"},
		{name: "nor of someone who says that he speaks for it",
			event: "severance", said: statements{say("t1", "y-police", of("severed"), onRecord, inName("y"))}, want: "alleged (1,0); for 1: t1~=1", stands: "open by none"},
		{name: "not if somebody whose word commits the actor denies it on the record",
			event: "severance", said: statements{say("t1", "y", of("severed"), onRecord), say("t2", "y-president", of("severed"), onRecord, denies)},
			want: "contested (1,1); for 1: t1~=1; against 1: t2~=1", stands: "open by none"},
		{name: "a denial that is not on the record leaves the act established",
			event: "severance", said: statements{say("t1", "y", of("severed"), onRecord), say("t2", "y-president", of("severed"), denies)},
			want: "contested (1,1); for 1: t1~=1; against 1: t2~=1", stands: "accepted by performative"},
		{name: "so does that of another organ",
			event: "severance", said: statements{say("t1", "y", of("severed"), onRecord), say("t2", "y-police", of("severed"), onRecord, denies)},
			want: "contested (1,1); for 1: t1~=1; against 1: t2~=1", stands: "accepted by performative"},
		{name: "and that of the target",
			event: "severance", said: statements{say("t1", "y", of("severed"), onRecord), say("t2", "x", of("severed"), onRecord, denies)},
			want: "contested (1,1); for 1: t1~=1; against 1: t2~=1", stands: "accepted by performative"},
		{name: "and one that was withdrawn",
			event: "severance", said: statements{say("t1", "y", of("severed"), onRecord), say("t2", "y-president", of("severed"), onRecord, denies), say("t3", "y", retracts("t2"))},
			want: "alleged (1,0); for 1: t1~=1; t2 retracted by [t3]", stands: "accepted by performative"},
		{name: "asserting on the record what rules the act out is denying it",
			event: "severance", said: statements{say("t1", "y", of("severed"), onRecord), say("t2", "y-president", of("never-severed"), onRecord)},
			want: "contested (1,1); for 1: t1~=1; against 1: t2~=1", stands: "open by none"},
		{name: "what is only expected is not established by the actor's word",
			event: "severance", phase: dispute.PhaseExpected, said: statements{say("t1", "y", of("severed"), onRecord)}, want: "alleged (1,0); for 1: t1~=1", stands: "open by none"},
		{name: "nor what was called off",
			event: "severance", phase: dispute.PhaseCancelled, said: statements{say("t1", "y", of("severed"), onRecord)}, want: "alleged (1,0); for 1: t1~=1", stands: "open by none"},
		{name: "what is going on is",
			event: "severance", phase: dispute.PhaseOngoing, said: statements{say("t1", "y", of("severed"), onRecord)}, want: "alleged (1,0); for 1: t1~=1", stands: "accepted by performative"},
		{name: "of two doers one suffices, where the other denies it",
			event: "joint-demand", said: statements{say("t1", "y", of("demanded"), onRecord), say("t2", "w", of("demanded"), onRecord), say("t3", "w", of("demanded"), onRecord, denies)},
			want: "contested (1,1); for 2: t1~=1 t2~=2; against 1: t3~=1", stands: "accepted by performative"},
		{name: "not if it is off the record",
			event: "severance", said: statements{say("t1", "y", of("severed"))}, want: "alleged (1,0); for 1: t1~=1", stands: "open by none"},
		{name: "not if it is only implied",
			event: "severance", said: statements{say("t1", "y", of("severed"), onRecord, implies)}, want: "alleged (1,0); for 1: t1~?=1", stands: "open by none"},
		{name: "not by its target's word",
			event: "severance", said: statements{say("t1", "x", of("severed"), onRecord)}, want: "alleged (1,0); for 1: t1~=1", stands: "open by none"},
		{name: "any other occurrence must be reported, corroborated or confirmed",
			event: "attack", said: statements{say("t1", "y", of("attacked"), onRecord)}, want: "alleged (1,0); for 1: t1~=1", stands: "open by none"},
		{name: "reported, it is",
			event: "attack", said: statements{say("t1", "z", of("attacked"))}, want: "reported (2,0); for 1: t1=1", stands: "accepted by label"},
		{name: "from a standpoint, what its committing speakers assert is taken",
			event: "attack", said: statements{say("t1", "x-minister", of("attacked")), say("t2", "z", of("attacked"), denies)}, lens: dispute.Lens{Standpoint: "x"},
			want: "contested (1,2); for 1: t1~=1; against 1: t2=1", stands: "accepted by standpoint"},
		{name: "and what they deny is dropped",
			event: "attack", said: statements{say("t1", "z", of("attacked")), say("t2", "x-minister", of("attacked"), denies)}, lens: dispute.Lens{Standpoint: "x"},
			want: "contested (2,1); for 1: t1=1; against 1: t2~=1", stands: "dropped by standpoint"},
		{name: "what its other organs deny is not",
			event: "attack", said: statements{say("t1", "z", of("attacked")), say("t2", "x-army", of("attacked"), denies)}, lens: dispute.Lens{Standpoint: "x"},
			want: "contested (2,1); for 1: t1=1; against 1: t2~=1", stands: "open by none"},
		{name: "what they both assert and deny is decided as if they had said nothing",
			event: "attack", said: statements{say("t1", "x", of("attacked")), say("t2", "x-minister", of("attacked"), denies)}, lens: dispute.Lens{Standpoint: "x"},
			want: "contested (1,1); for 1: t1~=1; against 1: t2~=1", stands: "open by none"},
		{name: "what they only imply is not taken",
			event: "attack", said: statements{say("t1", "x", of("attacked"), implies)}, lens: dispute.Lens{Standpoint: "x"},
			want: "alleged (1,0); for 1: t1~?=1", stands: "open by none"},
		{name: "a policy says which labels it accepts",
			event: "attack", said: statements{say("t1", "y", of("attacked"))}, lens: dispute.Lens{Policy: dispute.Policy{Accept: []dispute.Label{dispute.LabelAlleged}}},
			want: "alleged (1,0); for 1: t1~=1", stands: "accepted by label"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := props()
			r.Attributions = tt.said
			for i := range r.Events {
				if r.Events[i].ID == tt.event {
					r.Events[i].Sources, r.Events[i].Phase = tt.sources, tt.phase
				}
			}
			s := disputetest.View(t, r, tt.lens).EventStatus(tt.event)
			got := []string{brief(s), fmt.Sprintf("%v by %v", s.Standing, s.Rule)}
			if diff := cmp.Diff([]string{tt.want, tt.stands}, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.event, diff)
			}
		})
	}
}
