package cases

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// conflicting checks which conflicts a view has: each "kind: items".
func conflicting(t testing.TB, v *dispute.View, want ...string) {
	t.Helper()
	var got []string
	for _, c := range v.Conflicts() {
		line := c.Kind.String() + ":"
		for _, ref := range c.Items {
			line += " " + ref.String()
		}
		got = append(got, line)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("conflicts (-want +got):\n%s", diff)
	}
}

// claims adds a claim.
func claims(c dispute.Claim) func(*dispute.Record) {
	return func(r *dispute.Record) {
		c.Text = "text of " + string(c.ID)
		r.Claims = append(r.Claims, c)
	}
}

func statement(r *dispute.Record, id dispute.AttributionID) *dispute.Attribution {
	return &r.Attributions[slices.IndexFunc(r.Attributions, func(a dispute.Attribution) bool { return a.ID == id })]
}

func claim(r *dispute.Record, id dispute.ClaimID) *dispute.Claim {
	return &r.Claims[slices.IndexFunc(r.Claims, func(c dispute.Claim) bool { return c.ID == id })]
}

// reversed turns the order of items around.
func reversed(r *dispute.Record) {
	slices.Reverse(r.Actors)
	slices.Reverse(r.Claims)
	slices.Reverse(r.Attributions)
}

func TestContradictionThroughEntailment(t *testing.T) {
	const want = "contradiction: claim/rival claim/weak"
	conflicting(t, seen(t, "contradiction-through-entailment"), want)
	conflicting(t, seen(t, "contradiction-through-entailment", reversed), want)
	conflicting(t, seen(t, "contradiction-through-entailment", func(r *dispute.Record) { // by two steps, on both sides
		claim(r, "strong").Entails = []dispute.ClaimID{"between"}
		claims(dispute.Claim{ID: "between", Entails: []dispute.ClaimID{"weak"}})(r)
		claims(dispute.Claim{ID: "strong-rival", Entails: []dispute.ClaimID{"rival"}})(r)
		statement(r, "t2").Claim = "strong-rival"
	}), want)
	conflicting(t, seen(t, "contradiction-through-entailment", func(r *dispute.Record) { statement(r, "t1").Stance = dispute.StanceDenies }))
	conflicting(t, seen(t, "contradiction-through-entailment", func(r *dispute.Record) { // weak entails strong
		claim(r, "strong").Entails, claim(r, "weak").Entails = nil, []dispute.ClaimID{"strong"}
	}))
}

func TestDisjointRanges(t *testing.T) {
	const want = "figures: event/e claim/f1 claim/f2"
	conflicting(t, seen(t, "disjoint-ranges"), want)
	conflicting(t, seen(t, "disjoint-ranges", reversed, claims(dispute.Claim{ID: "f3", Content: dispute.Content{Figure: &dispute.Figure{Event: "e", Category: "hurt", Low: number(500)}}}), says("t3", "a", dispute.StanceAsserts, "f3", "")), want)
	conflicting(t, seen(t, "disjoint-ranges", func(r *dispute.Record) { // a best figure alone, below the other's range
		claim(r, "f2").Content.Figure = &dispute.Figure{Event: "e", Category: "killed", Best: number(79)}
	}), want)
	conflicting(t, seen(t, "disjoint-ranges", func(r *dispute.Record) { claim(r, "f2").Content.Figure.High = number(80) }))
	conflicting(t, seen(t, "disjoint-ranges", func(r *dispute.Record) { claim(r, "f2").Content.Figure.High = nil }))
	conflicting(t, seen(t, "disjoint-ranges", func(r *dispute.Record) { statement(r, "t2").Stance = dispute.StanceDenies }))
}

func number(n int64) *int64 { return &n }

func TestLowAboveHigh(t *testing.T) {
	const apart, order = "figures: event/e claim/f1 claim/f2", "figure-out-of-order: event/e claim/f2"
	conflicting(t, seen(t, "low-above-high"), apart, order)
	conflicting(t, seen(t, "low-above-high", reversed), apart, order)
	for _, f := range []dispute.Figure{{Low: number(2), High: number(1)}, {Low: number(2), Best: number(1)}, {Best: number(2), High: number(1)}} {
		f.Event, f.Category = "e", "killed"
		conflicting(t, seen(t, "low-above-high", func(r *dispute.Record) {
			claim(r, "f1").Content.Figure.Low, claim(r, "f1").Content.Figure.High = number(0), nil
			claim(r, "f2").Content.Figure = &f
		}), order)
	}
	v := seen(t, "low-above-high", func(r *dispute.Record) {
		claim(r, "f2").Content.Figure = &dispute.Figure{Event: "e", Category: "killed", Low: number(85), Best: number(85), High: number(85)}
	})
	conflicting(t, v)
	for _, row := range seen(t, "low-above-high").Figures("e")[0].Rows {
		if row.OutOfOrder != (row.Claim == "f2") {
			t.Errorf("%s is out of order: %t", row.Claim, row.OutOfOrder)
		}
	}
}

func TestControlInDifferentDecades(t *testing.T) {
	const want = "circular-hierarchy: actor/g1 actor/g2"
	period := func(first, second string) func(*dispute.Record) {
		return func(r *dispute.Record) {
			for i, text := range []string{first, second} {
				a := &r.Actors[i].Affiliations[0]
				if a.Period = (edtf.Date{}); text != "" {
					a.Period = edtf.MustParse(text)
				}
			}
		}
	}
	conflicting(t, seen(t, "control-in-different-decades"))
	conflicting(t, seen(t, "control-in-different-decades", period("1990/1995", "1995/2000"))) // in that year one ended and the other began
	conflicting(t, seen(t, "control-in-different-decades", period("1990/2005", "2000/2010")), want)
	conflicting(t, seen(t, "control-in-different-decades", period("", "2000/2010")), want)
	conflicting(t, seen(t, "control-in-different-decades", period("", "2000/2010"), func(r *dispute.Record) {
		for i := range r.Actors {
			r.Actors[i].Affiliations[0].Kind = dispute.AffiliationDependsOn
		}
	}))
	// Of three, no two of whose ties share a day that the third one has.
	conflicting(t, seen(t, "control-in-different-decades", func(r *dispute.Record) {
		r.Actors[1].Affiliations[0].To = "g3"
		r.Actors = append(r.Actors, dispute.Actor{ID: "g3", Kind: dispute.ActorArmedGroup, Name: "g3", Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationControlledBy, To: "g1"}}})
	}, period("1990/2000", "2003/2010")))
}

// Claims that give a relation different states on one and the same day are a
// conflict, and those of two days that follow each other are none.
func TestRelationsClaimedForOneDay(t *testing.T) {
	claimed := func(from, to dispute.ActorID, first, second string) *dispute.View {
		r := toll()
		r.Claims, r.Events = nil, nil
		for i, c := range []dispute.RelationClaim{{State: dispute.StateSevered, When: edtf.MustParse(first)}, {State: dispute.StateEstablished, When: edtf.MustParse(second)}} {
			c.Track, c.From, c.To = dispute.TrackDiplomaticRelations, "x", "z"
			if i == 1 {
				c.From, c.To = from, to
			}
			id := dispute.ClaimID(fmt.Sprint("c", i))
			claims(dispute.Claim{ID: id, Content: dispute.Content{Relation: &c}})(&r)
			says(dispute.AttributionID(fmt.Sprint("t", i)), []dispute.ActorID{"un", "n"}[i], dispute.StanceAsserts, id, "2025")(&r)
		}
		return disputetest.View(t, r, dispute.Lens{})
	}
	const want = "relations: claim/c0 claim/c1"
	conflicting(t, claimed("x", "z", "2024-01-01/2024-06-30", "2024-06-30/2024-12-31"), want)
	conflicting(t, claimed("z", "x", "2024-01-01/2024-06-30", "2024-06-30/2024-12-31"), want) // it is mutual
	conflicting(t, claimed("x", "z", "2024-06-30/2024-12-31", "2024-01-01/2024-06-30"), want)
	conflicting(t, claimed("x", "z", "2024-01-01/2024-06-30", "2024-07-01/2024-12-31"))
	conflicting(t, claimed("x", "un", "2024-01-01/2024-06-30", "2024-06-30/2024-12-31"))
}

func TestMutualUndercuts(t *testing.T) {
	conflicting(t, seen(t, "mutual-undercuts"))
	for _, stance := range []dispute.Stance{dispute.StanceDenies, dispute.StanceRetracts} {
		conflicting(t, seen(t, "mutual-undercuts", reversed, func(r *dispute.Record) {
			statement(r, "u1").Stance, statement(r, "u2").Stance = stance, stance
		}))
	}
	conflicting(t, seen(t, "mutual-undercuts", func(r *dispute.Record) { // each says that the other was said
		statement(r, "u1").Stance, statement(r, "u2").Stance = dispute.StanceAsserts, dispute.StanceAsserts
	}), "circular-citation: attribution/u1 attribution/u2")
}

func TestCitationCircleIsTold(t *testing.T) {
	const want = "circular-citation: source/s1 source/s2"
	v := seen(t, "citation-circle")
	conflicting(t, v, want)
	occurred(t, v, "e", dispute.LabelUnasserted, 0, 0)
	conflicting(t, seen(t, "citation-circle", func(r *dispute.Record) { // a reprint is a citation as well
		r.Sources[0].DerivedFrom, r.Sources[0].ReprintOf = nil, "s2"
	}), want)
	conflicting(t, seen(t, "citation-circle", func(r *dispute.Record) { r.Sources[0].DerivedFrom = nil }))
}

func TestDateAgainstEvent(t *testing.T) {
	const want = "dates: event/e claim/d1"
	conflicting(t, seen(t, "date-against-event"), want)
	dated := func(event string, texts ...string) func(*dispute.Record) {
		return func(r *dispute.Record) {
			if r.Events[0].When = (edtf.Date{}); event != "" {
				r.Events[0].When = edtf.MustParse(event)
			}
			r.Claims, r.Attributions = nil, nil
			for i, text := range texts {
				id := dispute.ClaimID(fmt.Sprint("d", i+1))
				claims(dispute.Claim{ID: id, Content: dispute.Content{Dating: &dispute.Dating{Event: "e", When: edtf.MustParse(text)}}})(r)
				says(dispute.AttributionID(fmt.Sprint("t", i+1)), []dispute.ActorID{"a", "b"}[i%2], dispute.StanceAsserts, id, "")(r)
			}
		}
	}
	agreeing := seen(t, "date-against-event", dated("", "2024-08", "2024-08-04"))
	conflicting(t, agreeing)
	if d := agreeing.Dates("e"); d.OnStart != (dispute.Disagreement{Modal: 2, Total: 2}) || d.OnEnd != (dispute.Disagreement{Modal: 2, Total: 2}) {
		t.Errorf("they can both hold, and differ by %s and %s", d.OnStart, d.OnEnd)
	}
	conflicting(t, seen(t, "date-against-event", dated("2024-08-04", "2024-08")))
	conflicting(t, seen(t, "date-against-event", dated("2024", "2024-08", "2024-08-04", "[2024-07-01..2024-08-04]")))
	conflicting(t, seen(t, "date-against-event", dated("", "2024-09", "2024-08-04")), "dates: event/e claim/d1 claim/d2")
	conflicting(t, seen(t, "date-against-event", dated("2024-08-04", "2024-08-04/2024-08-06")), want) // it ended later
	conflicting(t, seen(t, "date-against-event", func(r *dispute.Record) { statement(r, "t1").Stance = dispute.StanceDenies }))
}

func TestOneSpeakerBothWays(t *testing.T) {
	const want = "side-against-itself: actor/us claim/talks attribution/a1 attribution/a2"
	v := seen(t, "one-speaker-both-ways")
	conflicting(t, v, want)
	if text := v.Conflicts()[0].String(); text != "the President both says and denies, as the word of United States, that the United States is in talks with Iran" {
		t.Errorf("told as %q", text)
	}
	conflicting(t, seen(t, "one-speaker-both-ways", reversed, func(r *dispute.Record) { statement(r, "a2").Said = edtf.MustParse("2026-02-01") }), want)
	conflicting(t, seen(t, "one-speaker-both-ways", func(r *dispute.Record) { statement(r, "a1").OnRecord = dispute.RecordLevelOff }))
	conflicting(t, seen(t, "one-speaker-both-ways", func(r *dispute.Record) { statement(r, "a2").Stance = dispute.StanceAsserts }))
	conflicting(t, seen(t, "one-speaker-both-ways", says("r", "president", dispute.StanceRetracts, "", "2026-03-02"), func(r *dispute.Record) {
		statement(r, "r").Attribution = "a1"
	}))
	minister := func(role dispute.OfficeRole, denies dispute.AttributionID) func(*dispute.Record) {
		return func(r *dispute.Record) {
			r.Actors = append(r.Actors, dispute.Actor{ID: "minister", Kind: dispute.ActorPerson, Name: "the Minister",
				Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationHoldsOffice, To: "us", Role: role}}})
			statement(r, denies).Speaker = "minister"
		}
	}
	conflicting(t, seen(t, "one-speaker-both-ways", minister(dispute.OfficeForeignMinister, "a2")), want) // two who commit it
	conflicting(t, seen(t, "one-speaker-both-ways", minister("minister-of-fisheries", "a2")),
		"speaker-against-principal: actor/us claim/talks attribution/a1 attribution/a2")
	two := seen(t, "one-speaker-both-ways", minister("minister-of-fisheries", "a2"), func(r *dispute.Record) { statement(r, "a1").Speaker = "press-sec" })
	conflicting(t, two, want)
	if text := two.Conflicts()[0].String(); text != "the Press Secretary says and the Minister denies, for United States but not counted as committing it, that the United States is in talks with Iran" {
		t.Errorf("told as %q", text)
	}
}

func TestTwoRivalPerpetrators(t *testing.T) {
	const doers = "doers: event/launch claim/ag-virginia claim/ag-wisconsin"
	const places = "contradiction: claim/pl-connecticut claim/pl-florida claim/pl-virginia claim/pl-wisconsin"
	v := seen(t, "two-rival-perpetrators")
	conflicting(t, v, places, doers)
	for _, c := range v.Conflicts() {
		if c.Kind == dispute.ConflictDoers && !strings.HasSuffix(c.String(), "that virginia fired the missile — reported (2,0), accepted; that wisconsin fired the missile — reported (2,0), accepted") {
			t.Errorf("told as %q", c)
		}
		if c.Kind == dispute.ConflictContradiction && strings.Count(c.String(), "contested (") != 4 {
			t.Errorf("told as %q", c)
		}
	}
	conflicting(t, seen(t, "two-rival-perpetrators", reversed, func(r *dispute.Record) {
		r.Events[0].Participants = append(r.Events[0].Participants, dispute.Participant{Role: dispute.RoleObserver, Actor: "connecticut"})
	}), places, doers)
	only := func(keep ...dispute.AttributionID) func(*dispute.Record) {
		return func(r *dispute.Record) {
			r.Attributions = slices.DeleteFunc(r.Attributions, func(a dispute.Attribution) bool { return !slices.Contains(keep, a.ID) })
		}
	}
	conflicting(t, seen(t, "two-rival-perpetrators", only("t0", "t1", "u0")), doers)
	conflicting(t, seen(t, "two-rival-perpetrators", only("t0")))
	// Who names two does not name the second instead of the first.
	conflicting(t, seen(t, "two-rival-perpetrators", only("t0", "t1"), says("t2", "o1", dispute.StanceAsserts, "ag-virginia", "")))
	conflicting(t, seen(t, "two-rival-perpetrators", only("t0", "t1"), claims(dispute.Claim{ID: "both", Entails: []dispute.ClaimID{"ag-virginia", "ag-wisconsin"}}), func(r *dispute.Record) {
		statement(r, "t0").Claim, statement(r, "t1").Claim = "both", "both"
	}))
	// What its organ does a state does.
	conflicting(t, seen(t, "two-rival-perpetrators", only("t0", "t1"), func(r *dispute.Record) {
		r.Actors = append(r.Actors, dispute.Actor{ID: "army", Kind: dispute.ActorOrgan, Name: "the army", Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationPartOf, To: "virginia"}}})
		claim(r, "ag-wisconsin").Content.Agency.Actor = "army"
	}))
	// The event itself names one.
	filed := func(doer dispute.ActorID) func(*dispute.Record) {
		return func(r *dispute.Record) {
			r.Events[0].Participants = append(r.Events[0].Participants, dispute.Participant{Role: dispute.RoleActor, Actor: doer})
		}
	}
	conflicting(t, seen(t, "two-rival-perpetrators", only("t1"), filed("virginia")), "doers: event/launch claim/ag-wisconsin")
	conflicting(t, seen(t, "two-rival-perpetrators", only("t1"), filed("wisconsin")))
}

func TestArchivistCommitsIsTold(t *testing.T) {
	const c, d = "speaker-against-principal: actor/a claim/c attribution/t", "speaker-against-principal: actor/a claim/d attribution/t2"
	v := seen(t, "archivist-commits")
	conflicting(t, v, c, d)
	stands(t, v, "c", dispute.LabelAlleged, 1, 0)
	stands(t, v, "d", dispute.LabelAlleged, 1, 0)
	conflicting(t, seen(t, "archivist-commits", reversed, func(r *dispute.Record) {
		statement(r, "t").OnRecord, statement(r, "t2").Said = 0, edtf.Date{}
	}), c, d)
	conflicting(t, seen(t, "archivist-commits", func(r *dispute.Record) { // adverse to the state's government
		r.Actors = append(r.Actors, dispute.Actor{ID: "gov", Kind: dispute.ActorGovernment, Name: "gov", Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationPartOf, To: "a"}}})
		claim(r, "c").Adverse = []dispute.ActorID{"gov"}
	}), c, d)
	conflicting(t, seen(t, "archivist-commits", func(r *dispute.Record) { claim(r, "c").Adverse = nil }), d)
}

func TestAnotherSpeakerSupersedesIsTold(t *testing.T) {
	const want = "re-attribution: attribution/den attribution/new"
	v := seen(t, "another-speaker-supersedes")
	conflicting(t, v, want)
	stands(t, v, "k", dispute.LabelReported, 2, 0)
	if text := v.Conflicts()[0].String(); text != "a statement by Ukraine (den) was replaced by one by Blog (new), with another speaker and stance" {
		t.Errorf("told as %q", text)
	}
	r := record(t, "another-speaker-supersedes")
	for _, c := range dispute.Diff(disputetest.View(t, r, dispute.Lens{KnownBy: day("2024-08-06")}), disputetest.View(t, r, dispute.Lens{})).Changes {
		if strings.HasPrefix(c.Key, "conflict/") && c.Kind != dispute.ChangeCorrected {
			t.Errorf("%s is %s, want corrected", c.Key, c.Kind)
		}
	}
	same := func(r *dispute.Record) {
		a, b := statement(r, "den"), statement(r, "new")
		b.Speaker, b.Stance = a.Speaker, a.Stance
	}
	conflicting(t, seen(t, "another-speaker-supersedes", same))
	conflicting(t, seen(t, "another-speaker-supersedes", same, func(r *dispute.Record) { statement(r, "new").Stance = dispute.StanceAsserts }), want)
	conflicting(t, seen(t, "another-speaker-supersedes", same, func(r *dispute.Record) {
		statement(r, "new").Claim = "l"
		claims(dispute.Claim{ID: "l"})(r)
	}), want)
	conflicting(t, seen(t, "another-speaker-supersedes", same, func(r *dispute.Record) { statement(r, "den").Speaker = "" })) // now it is known who
}

func TestQuotedSaysFabricatedIsTold(t *testing.T) {
	const want = "disowned: attribution/t attribution/u"
	conflicting(t, seen(t, "quoted-says-fabricated"), want)
	conflicting(t, seen(t, "quoted-says-fabricated", reversed, func(r *dispute.Record) { statement(r, "u").Stance = dispute.StanceDenies }), want)
	conflicting(t, seen(t, "quoted-says-fabricated", func(r *dispute.Record) { statement(r, "u").Speaker = "b" }))
}

func TestHijackedAccountIsTold(t *testing.T) {
	one, two := "disowned: attribution/1 attribution/3", "disowned: attribution/2 attribution/4"
	conflicting(t, seen(t, "hijacked-account"), one, two)
	conflicting(t, seen(t, "hijacked-account", reversed), one, two)
	conflicting(t, seen(t, "hijacked-account", func(r *dispute.Record) { statement(r, "4").Speaker = "iran" }), one)
}

func TestTollUpdatedByOneBody(t *testing.T) {
	v := seen(t, "toll-updated-by-one-body")
	conflicting(t, v)
	for _, id := range []dispute.ClaimID{"f1", "f2", "f3"} {
		stands(t, v, id, dispute.LabelReported, 2, 0)
	}
	for id, want := range map[dispute.ClaimID]dispute.AttributionID{"f1": "a2", "f2": "a3", "f3": ""} {
		if got := v.Status(id).For.Roots()[0].UpdatedBy; got != want {
			t.Errorf("%s is updated by %q, want %q", id, got, want)
		}
	}
	s := v.Figures("quake")[0]
	if *s.Least != 6301 || *s.Greatest != 6301 || s.Distinct != 1 || s.Disagreement != (dispute.Disagreement{Modal: 1, Total: 1}) || s.Origins != 1 {
		t.Errorf("from %d to %d, %d figures, disagreement %s, %d origins", *s.Least, *s.Greatest, s.Distinct, s.Disagreement, s.Origins)
	}
	for _, row := range s.Rows {
		if want := row.Claim == "f1" || row.Claim == "f2"; row.Updated != want || row.Claim != "f9" && row.For != 2 {
			t.Errorf("%s: updated %t, for %d", row.Claim, row.Updated, row.For)
		}
	}
	want := `"killed" in "the campaign in Venezuela": 32: reported (2,0) — stated by OCHA (since updated); ` +
		`5546: reported (2,0) — stated by OCHA (since updated); 6301: reported (2,0) — stated by OCHA; 6438: unasserted (0,0); ` +
		`updated by OCHA: 32 on 25 June 2026, then 5546 on 24 July 2026, then 6301 on 10 August 2026; one best figure, 6301 (at most 1 origin)`
	if diff := cmp.Diff(want, s.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if text := v.Status("f1").String(); text != "reported (2,0) — for: OCHA (since updated) (at most 1 origin); not adjudicated" {
		t.Errorf("f1 is %s", text)
	}
	if text := v.Sentence(dispute.ClaimID("f1").Ref()); text != "OCHA said that 32 were killed — reported (2,0), at most 1 origin for it, not adjudicated, since updated" {
		t.Errorf("f1 is told as %q", text)
	}
	// By the first days nothing was updated yet, and then only the first figure.
	for by, current := range map[string]int64{"2026-06-30": 32, "2026-07-30": 5546} {
		v := disputetest.View(t, record(t, "toll-updated-by-one-body"), dispute.Lens{KnownBy: day(by)})
		if s := v.Figures("quake")[0]; s.Distinct != 1 || *s.Greatest != current {
			t.Errorf("by %s: %s", by, s)
		}
	}
	current := func(name string, want string, edits ...func(*dispute.Record)) {
		t.Helper()
		v := seen(t, "toll-updated-by-one-body", edits...)
		var got []string
		sets := v.Figures("quake")
		for _, row := range sets[len(sets)-1].Rows { // "killed" comes last
			if slices.ContainsFunc(row.Stated, func(r dispute.Root) bool { return r.UpdatedBy == "" && r.DisownedBy == nil }) {
				got = append(got, string(row.Claim))
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: current are %q, want %s", name, got, want)
		}
		if conflict := slices.ContainsFunc(v.Conflicts(), func(c dispute.Conflict) bool { return c.Kind == dispute.ConflictFigures }); conflict != (len(got) > 1) {
			t.Errorf("%s: a conflict: %t", name, conflict)
		}
	}
	current("another order", "f3", reversed)
	current("the undercut is withdrawn", "f9", says("w", "analyst", dispute.StanceRetracts, "", ""), func(r *dispute.Record) { statement(r, "w").Attribution = "u" })
	current("it disowns the last one, which is on file still and not current", "f2", says("w", "ocha", dispute.StanceDenies, "", ""), func(r *dispute.Record) { statement(r, "w").Attribution = "a3" })
	current("it takes the last one back", "f2", says("w", "ocha", dispute.StanceRetracts, "", ""), func(r *dispute.Record) { statement(r, "w").Attribution = "a3" })
	current("it goes back to the first figure", "f1", says("a4", "ocha", dispute.StanceAsserts, "f1", "2026-08-12"))
	current("another body says the first figure", "f1 f3", says("b", "dash", dispute.StanceAsserts, "f1", "2026-08-01"))
	current("a part of the body is not the body", "f2 f3", func(r *dispute.Record) {
		r.Actors = append(r.Actors, dispute.Actor{ID: "unit", Kind: dispute.ActorOrgan, Name: "unit", Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationPartOf, To: "ocha"}}})
		statement(r, "a3").Speaker = "unit"
	})
	current("days that may be the same", "f2 f3", func(r *dispute.Record) {
		statement(r, "a2").Said, statement(r, "a3").Said = edtf.MustParse("2026-07"), edtf.MustParse("2026-07-31")
	})
	current("of somebody else", "f3", claims(dispute.Claim{ID: "g", Content: dispute.Content{Figure: &dispute.Figure{Event: "quake", Category: "hurt", Best: number(1)}}}),
		says("a4", "ocha", dispute.StanceAsserts, "g", "2026-09-01"))
	current("a joint one stands while one signatory gave no other", "f2 f3", func(r *dispute.Record) { statement(r, "a2").Jointly = []dispute.ActorID{"dash"} })
	current("both signatories gave another", "f3", func(r *dispute.Record) { statement(r, "a2").Jointly = []dispute.ActorID{"dash"} }, says("b", "dash", dispute.StanceAsserts, "f3", "2026-09-01"))
	current("nobody's contradiction any more", "f3", func(r *dispute.Record) { claim(r, "f3").Contradicts = []dispute.ClaimID{"f1", "f2"} })
	stands(t, seen(t, "toll-updated-by-one-body", func(r *dispute.Record) { claim(r, "f3").Contradicts = []dispute.ClaimID{"f1", "f2"} }), "f3", dispute.LabelReported, 2, 0)
}

func TestUpdatedDates(t *testing.T) {
	edit := func(said string) func(*dispute.Record) {
		return func(r *dispute.Record) {
			r.Events[0].When = edtf.Date{}
			claims(dispute.Claim{ID: "d2", Content: dispute.Content{Dating: &dispute.Dating{Event: "e", When: edtf.MustParse("2024-08-04")}}})(r)
			says("t2", "a", dispute.StanceAsserts, "d2", said)(r)
		}
	}
	v := seen(t, "date-against-event", edit("2024-08-11"))
	conflicting(t, v)
	s := v.Dates("e")
	if s.Starts != 1 || len(s.Series) != 1 || s.Series[0].Speaker != "a" || len(s.Series[0].Steps) != 2 || s.Series[0].Steps[1].Claim != "d2" {
		t.Errorf("the dates are %s", s)
	}
	conflicting(t, seen(t, "date-against-event", edit("2024-08-10")), "dates: event/e claim/d1 claim/d2")
	asserted := v.Account("a").Asserts
	if len(asserted) != 2 || !asserted[0].Updated || asserted[0].String() != "in August (since updated)" || asserted[1].Updated {
		t.Errorf("the account is %v", asserted)
	}
	if c := v.Compare("a"); len(c.Agreed) != 1 || c.Agreed[0].Claim != "d2" {
		t.Errorf("a says %v", c)
	}
}
