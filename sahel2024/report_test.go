package sahel2024_test

import (
	"slices"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
	"github.com/dispute-go/dispute/sahel2024"
)

// TestReport goes through the report row by row: the dossier holds it, and a
// question answers it. Where the answer does not say otherwise it is that of
// the report's own layer.
func TestReport(t *testing.T) {
	for _, row := range []struct {
		name string
		test func(*testing.T)
	}{
		{"S1/a demand that takes a claim for granted", testDemand},
		{"S2/the letter, the rupture, the remarks and the attack are linked", testLinks},
		{"S3/a letter obtained, takeovers without a stated start", testLetterAndTakeovers},
		{"S4/published on a platform by an alliance", testPublication},
		{"S5/relative dates, a nameless speaker, a chain of organs", testDatesAndOrgans},
		{"S6/a hedged allegation of help against a third party", testInformation},
		{"S7/figures as reported to have been claimed", testFigures},
		{"S8/an accusation, and a severance with a motive", testAccusationAndSolidarity},
		{"S9/denials by both alleged sides", testDenials},
		{"S10/three ministers for three states", testJointLetter},
		{"S11/fifteen members, no response", testSilence},
		{"S12/away from the West, towards Russia", testTrends},
		{"S13/security assistance", testAssistance},
		{"S14/observers", testObservers},
		{"S15/expected in the coming days", testExpected},
	} {
		t.Run(row.name, row.test)
	}
}

func testDemand(t *testing.T) {
	e := onFile().events["demand-to-council"]
	same(t, "kind and act asked for", []dispute.EventKind{"demand", "condemn"}, []dispute.EventKind{e.Kind, e.Asks})
	same(t, "participants", []string{"actor burkina-faso", "actor mali", "actor niger", "addressee un-security-council", "target ukraine"}, participants(e))
	same(t, "presupposes", []dispute.ClaimID{"ukraine-supported-rebels"}, e.Claims)

	same(t, "the demand was made", summary{
		Label: "corroborated", Pair: [2]int{3, 0}, Origins: [2]int{2, 0},
		For: []string{"letter-makes-demand", "outlet-reports-demand"}, Standing: "accepted",
	}, summarise(look(t, reportLayer).EventStatus("demand-to-council")))

	// Without the letter's own allegation the demand stays, and says nothing
	// for what it takes for granted.
	r := without(sahel2024.Record(), dispute.AttributionID("letter-alleges-support").Ref())
	v := disputetest.View(t, r, reportLayer)
	same(t, "the demand alone", dispute.StandingAccepted, v.EventStatus("demand-to-council").Standing)
	same(t, "what speaks for the support then", []string{"gur-implies-information"}, rootNames(v.Status("ukraine-supported-rebels").For))
}

func testLinks(t *testing.T) {
	f := onFile()
	for id, want := range map[dispute.EventID][]string{
		"gur-remarks":       {"after attack", "about attack"},
		"mali-cuts-ties":    {"because-of gur-remarks"},
		"mali-accuses":      {"in-response-to gur-remarks"},
		"demand-to-council": {"after mali-cuts-ties"},
	} {
		same(t, "links of "+string(id), want, links(f.events[id]))
	}
	for _, l := range []dispute.Lens{reportLayer, fullLayer} {
		v := look(t, l)
		for _, pair := range [][2]dispute.EventID{
			{"attack", "gur-remarks"}, {"gur-remarks", "mali-cuts-ties"}, {"gur-remarks", "mali-accuses"},
			{"mali-cuts-ties", "demand-to-council"}, {"attack", "demand-to-council"},
		} {
			if got := v.Before(pair[0], pair[1]); got != dispute.CertaintyCertain {
				t.Errorf("recorded by %v: %q before %q: %v, want certain", l.RecordedBy, pair[0], pair[1], got)
			}
		}
		if got := v.Before("niger-cuts-ties", "demand-to-council"); got != dispute.CertaintyPossible {
			t.Errorf("recorded by %v: Niger's break before the demand: %v, want possible", l.RecordedBy, got)
		}
	}
}

func testLetterAndTakeovers(t *testing.T) {
	f := onFile()
	same(t, "custody", []dispute.Custody{{Holder: "reuters", How: "obtained"}}, f.sources["letter"].Custody)
	same(t, "how Reuters has it", []dispute.SourceID{"letter"}, f.sources["reuters-report"].DerivedFrom)
	e := f.events["takeovers"]
	same(t, "date and wording", []string{"[..2024-08-21]", "in recent years"}, []string{e.When.String(), e.Wording})

	v := look(t, reportLayer)
	same(t, "when the takeovers were", [4]string{"-", "2024-08-21", "-", "2024-08-21"}, bounds(v.When("takeovers")))
	same(t, "the takeovers", dispute.LabelReported, v.EventStatus("takeovers").Label)
	same(t, "the letter exists", summary{
		Label: "corroborated", Pair: [2]int{3, 0}, Origins: [2]int{2, 0},
		For: []string{"publisher-shows-letter", "reuters-has-letter"}, Standing: "accepted",
	}, summarise(v.Status("letter-exists")))
}

func testPublication(t *testing.T) {
	f := onFile()
	s := f.sources["letter"]
	same(t, "publisher and platform", []dispute.ActorID{"alliance-of-sahel-states", "x"}, []dispute.ActorID{s.Publisher, s.Platform})
	same(t, "founders", []string{"actor burkina-faso", "actor mali", "actor niger", "organisation alliance-of-sahel-states"},
		participants(f.events["alliance-founded"]))
	same(t, "founded after the takeovers", []string{"after takeovers"}, links(f.events["alliance-founded"]))

	v := look(t, reportLayer)
	same(t, "published", summary{
		Label: "corroborated", Pair: [2]int{3, 0}, Origins: [2]int{2, 0},
		For: []string{"outlet-names-publisher", "publisher-publishes-letter"}, Standing: "accepted",
	}, summarise(v.EventStatus("letter-published")))
	same(t, "published by the Alliance", []string{"actor alliance-of-sahel-states"}, participants(f.events[v.EventStatus("letter-published").Event]))
	early := dispute.Lens{KnownBy: edtf.MustParseDay("2024-08-20"), RecordedBy: reportLayer.RecordedBy}
	same(t, "public with the letter, by the act of its publisher", dispute.StandingRulePerformative, look(t, early).EventStatus("letter-published").Rule)
	same(t, "founded, as the report has it", [4]string{"-", "2024-08-21", "-", "-"}, bounds(v.When("alliance-founded")))
	full := look(t, fullLayer)
	same(t, "founded", [4]string{"2023-09-16", "2023-09-16", "2023-09-16", "2023-09-16"}, bounds(full.When("alliance-founded")))
	same(t, "the charter speaks for its signatories alone", []string{"outlet-reports-alliance", "states-sign-charter", "source liptako-gourma-charter"},
		rootNames(full.EventStatus("alliance-founded").For))
}

func testDatesAndOrgans(t *testing.T) {
	f := onFile()
	v := look(t, reportLayer)
	for id, want := range map[dispute.EventID]struct {
		date, wording string
		bounds        [4]string
	}{
		"attack":          {"[2024-07-21..2024-07-31]", "in late July", [4]string{"2024-07-21", "2024-07-31", "2024-07-21", "2024-07-31"}},
		"mali-cuts-ties":  {"[2024-08-01..2024-08-21]", "earlier this month", [4]string{"2024-08-01", "2024-08-21", "2024-08-01", "2024-08-21"}},
		"gur-remarks":     {"", "", [4]string{"2024-07-21", "2024-08-21", "2024-07-21", "-"}},
		"niger-cuts-ties": {"", "", [4]string{"2024-08-01", "2024-08-21", "2024-08-01", "-"}},
	} {
		e := f.events[id]
		same(t, string(id)+": date and wording", []string{want.date, want.wording}, []string{e.When.String(), e.Wording})
		same(t, string(id)+": bounds", want.bounds, bounds(v.When(id)))
	}
	for id, want := range map[dispute.ActorID][]string{
		"gur-representative":       {"speaks-for gur"},
		"gur":                      {"part-of ukraine-defence-ministry"},
		"ukraine-defence-ministry": {"part-of ukraine"},
	} {
		same(t, "above "+string(id), want, upward(f.actors[id]))
	}
	same(t, "for whom the representative speaks in the end", []dispute.ActorID{"ukraine"},
		root(t, v.Status("ukraine-gave-information").For, "gur-implies-information").Principals)
}

func testInformation(t *testing.T) {
	f := onFile()
	a := f.attributions["gur-implies-information"]
	same(t, "stance, strength, cue, quotation",
		[]string{"implies", "hedged", "alleged", "necessary information"},
		[]string{a.Stance.String(), a.Strength.String(), a.Cue, a.Quotation})
	same(t, "supporter, recipient, against whom", dispute.RelationClaim{
		Track: dispute.TrackSupport, From: "ukraine", To: "tuareg-rebels", Against: "mali", State: dispute.StateIntelligence,
	}, *f.claims["ukraine-gave-information"].Content.Relation)

	s := look(t, reportLayer).Status("ukraine-gave-information")
	same(t, "status", summary{
		Label: "contested", Pair: [2]int{1, 1}, Origins: [2]int{1, 2}, For: []string{"gur-implies-information"},
		Against: []string{"rebels-deny-support", "ukraine-denies-involvement", "ukraine-denies-support"}, Standing: "open",
	}, summarise(s))
	same(t, "implied", true, s.For.Roots()[0].Implied)
}

func testFigures(t *testing.T) {
	f := onFile()
	v := look(t, reportLayer)
	for _, figure := range []struct {
		claim dispute.ClaimID
		of    dispute.ActorID
		who   dispute.AttributionID
		n     int64
	}{
		{"wagner-fighters-killed", "wagner-group", "wagner", 84},
		{"malian-soldiers-killed", "malian-army", "malian", 47},
	} {
		same(t, "figure", dispute.Figure{Event: "attack", Category: "killed", Of: figure.of, Low: &figure.n, High: &figure.n},
			*f.claims[figure.claim].Content.Figure)
		count := "rebels-count-" + figure.who
		reports := "reports-relay-" + figure.who + "-count"
		outlet := "outlet-relays-" + figure.who + "-count"
		same(t, "the outlet passes on reports", reports, f.attributions[outlet].Attribution)
		same(t, "reports pass on the rebels", count, f.attributions[reports].Attribution)
		same(t, "who says so", dispute.ActorID("tuareg-rebels"), f.attributions[count].Speaker)

		s := v.Status(figure.claim)
		same(t, "status", summary{
			Label: "alleged", Pair: [2]int{1, 0}, Origins: [2]int{1, 0}, For: []string{string(count)}, Standing: "open",
		}, summarise(s))
		same(t, "speakers", []dispute.ActorID{"tuareg-rebels"}, s.For.Roots()[0].Speakers)
	}
	same(t, "whose attack, as the report has it", []string{"outlet-reports-attackers"}, rootNames(v.Status("rebels-attacked").For))
	same(t, "whose attack, in full", []string{"outlet-reports-attackers", "rebels-claim-attack"},
		rootNames(look(t, fullLayer).Status("rebels-attacked").For))
}

func testAccusationAndSolidarity(t *testing.T) {
	f := onFile()
	same(t, "accuser and accused", []string{"actor mali", "target ukraine"}, participants(f.events["mali-accuses"]))
	same(t, "accused of", []dispute.ClaimID{"ukraine-backs-terrorism"}, f.events["mali-accuses"].Claims)
	for id, carrier := range map[dispute.AttributionID]dispute.SourceID{
		"mali-alleges-terrorism":               "", // the report names none
		"mali-alleges-terrorism-in-communique": "mali-communique",
	} {
		same(t, string(id)+": quotation", "international terrorism", f.attributions[id].Quotation)
		same(t, string(id)+": carrier", carrier, f.attributions[id].Source)
	}
	same(t, "Niger's motive", []string{"because-of mali-cuts-ties"}, links(f.events["niger-cuts-ties"]))

	report, full := look(t, reportLayer), look(t, fullLayer)
	same(t, "the accusation was made", dispute.StandingRulePerformative, report.EventStatus("mali-accuses").Rule)
	same(t, "what Mali accuses Ukraine of", summary{
		Label: "alleged", Pair: [2]int{1, 0}, Origins: [2]int{1, 0}, For: []string{"mali-alleges-terrorism"}, Standing: "open",
	}, summarise(report.Status("ukraine-backs-terrorism")))
	same(t, "solidarity", dispute.StandingAccepted, report.Status("niger-stands-by-mali").Standing)
	same(t, "who gives the motive", []string{"outlet-reports-motive"}, rootNames(report.Status("niger-stands-by-mali").For))
	same(t, "who gives the motive in full", []string{"niger-gives-motive", "outlet-reports-motive"}, rootNames(full.Status("niger-stands-by-mali").For))
	same(t, "Mali's day", "2024-08-04", full.When("mali-cuts-ties").EarliestStart.String())
	same(t, "Niger's day", "2024-08-06", full.When("niger-cuts-ties").EarliestStart.String())
	same(t, "Mali before Niger, as the report has it", dispute.CertaintyCertain, report.Before("mali-cuts-ties", "niger-cuts-ties"))
}

func testDenials(t *testing.T) {
	f := onFile()
	for id, want := range map[dispute.AttributionID][]string{
		"ukraine-denies-support":     {"ukraine", "categorical", "any support for rebel factions in the region"},
		"ukraine-denies-involvement": {"ukraine", "categorical", "any involvement in the attack"},
		"rebels-deny-support":        {"tuareg-rebels", "plain", "any assistance to themselves"},
	} {
		a := f.attributions[id]
		same(t, string(id), want, []string{string(a.Speaker), a.Strength.String(), a.Scope})
		same(t, string(id)+": stance", dispute.StanceDenies, a.Stance)
	}
	s := look(t, reportLayer).Status("ukraine-supported-rebels")
	same(t, "against", []string{"rebels-deny-support", "ukraine-denies-support"}, rootNames(s.Against))
	same(t, "level and origins", []int{1, 2}, []int{s.Against.Level, s.Against.Origins})
	same(t, "label", dispute.LabelContested, s.Label)
}

func testJointLetter(t *testing.T) {
	f := onFile()
	states := []dispute.ActorID{"burkina-faso", "mali", "niger"}
	ministers := []dispute.ActorID{"burkina-faso-foreign-minister", "mali-foreign-minister", "niger-foreign-minister"}
	a := f.attributions["letter-alleges-support"]
	same(t, "on behalf of", states, a.OnBehalfOf)
	same(t, "on the record", dispute.RecordLevelOn, a.OnRecord)
	for i, s := range states {
		same(t, "office of "+string(ministers[i]), []string{"part-of " + string(s) + "-government", "speaks-for " + string(s) + " foreign-minister"},
			upward(f.actors[ministers[i]]))
		same(t, "author of the letter", dispute.Author{Actor: ministers[i], OnBehalfOf: states[i : i+1]}, f.sources["letter"].Authors[i])
	}

	s := look(t, reportLayer).Status("ukraine-supported-rebels")
	r := root(t, s.For, "letter-alleges-support")
	same(t, "speakers", ministers, r.Speakers)
	same(t, "principals", states, r.Principals)
	same(t, "interested", true, r.Interested)
	same(t, "origins: the letter and the representative", 2, s.For.Origins)
}

func testSilence(t *testing.T) {
	f := onFile()
	figure := f.claims["council-size"].Content.Figure
	same(t, "members", int64(15), *figure.Best)
	same(t, "of whom", dispute.ActorID("security-council-members"), figure.Of)
	same(t, "of what", []string{"member-of un-security-council"}, upward(f.actors["security-council-members"]))
	for id, target := range map[dispute.AttributionID]dispute.Ref{
		"ministry-silent-on-letter":      dispute.AttributionID("letter-alleges-support").Ref(),
		"ministry-silent-on-accusations": dispute.ClaimID("ukraine-backs-terrorism").Ref(),
	} {
		a := f.attributions[id]
		same(t, string(id), []string{"ukraine-foreign-ministry", "has-not-responded"}, []string{string(a.Speaker), a.Stance.String()})
		same(t, string(id)+": what it did not respond to", true, slices.Contains(references(a), target))
	}

	v := look(t, reportLayer)
	same(t, "fifteen", dispute.LabelReported, v.Status("council-size").Label)
	unanswered := []string{
		"no-response/attribution/letter-alleges-support/ukraine-foreign-ministry/letter",
		"no-response/claim/ukraine-backs-terrorism/ukraine-foreign-ministry",
		"no-response/event/demand-to-council/un-security-council/letter",
	}
	same(t, "open questions", unanswered, questions(v))
	same(t, "open questions, everything on file", unanswered, questions(look(t, dispute.Lens{})))
	for _, q := range v.OpenQuestions() {
		same(t, "as of", "2024-08-21", q.AsOf.String())
	}
	same(t, "the denial of the substance stands beside", dispute.StanceDenies, f.attributions["ukraine-denies-support"].Stance)
	root(t, v.Status("ukraine-supported-rebels").Against, "ukraine-denies-support")
}

func testTrends(t *testing.T) {
	f := onFile()
	v := look(t, reportLayer)
	for _, state := range []dispute.ActorID{"burkina-faso", "mali", "niger"} {
		for _, row := range []struct {
			suffix dispute.ClaimID
			to     dispute.ActorID
			kind   dispute.ActorKind
			trend  dispute.Trend
		}{
			{"-leaves-west", "western-partners", dispute.ActorCollective, dispute.TrendFalling},
			{"-leaves-region", "regional-partners", dispute.ActorCollective, dispute.TrendFalling},
			{"-nears-russia", "russia", dispute.ActorState, dispute.TrendRising},
		} {
			id := dispute.ClaimID(state) + row.suffix
			same(t, string(id), dispute.RelationClaim{
				Track: dispute.TrackCooperation, From: state, To: row.to, Trend: row.trend, When: edtf.MustParse("..2024-08-21/.."),
			}, *f.claims[id].Content.Relation)
			same(t, "kind of "+string(row.to), row.kind, f.actors[row.to].Kind)
			same(t, string(id), dispute.StandingAccepted, v.Status(id).Standing)
		}
	}
}

func testAssistance(t *testing.T) {
	f := onFile()
	report := look(t, reportLayer)
	for _, state := range []dispute.ActorID{"burkina-faso", "mali", "niger"} {
		id := dispute.ClaimID(state + "-seeks-wagner")
		same(t, string(id), dispute.RelationClaim{
			Track: dispute.TrackSupport, From: "wagner-group", To: state, Trend: dispute.TrendRising,
			When: edtf.MustParse("..2024-08-21/.."),
		}, *f.claims[id].Content.Relation)
		same(t, string(id), summary{
			Label: "reported", Pair: [2]int{2, 0}, Origins: [2]int{1, 0},
			For: []string{"outlet-reports-" + string(id)}, Standing: "accepted",
		}, summarise(report.Status(id)))
	}
	same(t, "what the Wagner Group is", summary{
		Label: "reported", Pair: [2]int{2, 0}, Origins: [2]int{1, 0}, For: []string{"outlet-reports-wagner-russian"}, Standing: "accepted",
	}, summarise(report.Status("wagner-is-russian")))
	same(t, "not in the report", dispute.Label(0), report.Status("russia-assists-mali").Label)
	same(t, "both sides say so", []string{"mali-confirms-assistance", "russia-confirms-assistance"},
		rootNames(look(t, fullLayer).Status("russia-assists-mali").For))
	for _, party := range []dispute.ActorID{"mali", "russia"} {
		s := look(t, from(party)).Status("russia-assists-mali")
		same(t, "from the standpoint of "+string(party), []string{"accepted", "standpoint"}, []string{s.Standing.String(), s.Rule.String()})
	}
}

func testObservers(t *testing.T) {
	e := onFile().events["monitoring"]
	same(t, "observers", []string{"observer african-union", "observer united-nations"}, participants(e))
	same(t, "what they monitor", []string{"about sahel-conflict"}, links(e))
	same(t, "phase", dispute.PhaseOngoing, e.Phase)
	v := look(t, reportLayer)
	same(t, "status", dispute.LabelReported, v.EventStatus("monitoring").Label)
	same(t, "going on", [4]string{"-", "2024-08-21", "-", "-"}, bounds(v.When("monitoring")))
}

func testExpected(t *testing.T) {
	e := onFile().events["council-deliberation"]
	same(t, "date, wording, phase", []string{"[2024-08-22..2024-08-28]", "in the coming days", "expected"},
		[]string{e.When.String(), e.Wording, e.Phase.String()})
	for day, want := range map[string][]string{
		"2024-08-21": nil,
		"2024-08-22": {"ageing/event/council-deliberation"},
		"2024-08-28": {"ageing/event/council-deliberation"},
		"2024-08-29": {"overdue/event/council-deliberation"},
	} {
		var got []string
		for _, q := range look(t, knownBy(day)).OpenQuestions() {
			if q.Kind == dispute.QuestionAgeing || q.Kind == dispute.QuestionOverdue {
				got = append(got, q.ID)
			}
		}
		same(t, "on "+day, want, got)
	}
}
