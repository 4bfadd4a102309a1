package dispute_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// An end without a target presupposes support only as the first change of all,
// whatever else begins later.
func TestAnEndWithoutATargetPresupposesOnlyAsTheFirst(t *testing.T) {
	const begin, end = dispute.EventKind("begin-arms"), dispute.EventKind("end-arms")
	type act struct {
		kind          dispute.EventKind
		when, against string
	}
	for _, tc := range []struct {
		name string
		acts []act
		days []string
		want []string
		gaps []dispute.EventID
	}{
		{"explained by a supply against one", []act{{begin, "2020-01-01", "c"}, {end, "2020-03-01", ""}, {begin, "2020-04-01", ""}},
			[]string{"2019-12-31", "2020-01-15", "2020-03-15", "2020-04-01"}, []string{"", "weapons/c certain", "", "weapons certain"}, nil},
		{"explained by one of two", []act{{begin, "2020-01-01", "c"}, {end, "2020-03-01", ""}, {begin, "2020-04-01", "d"}},
			[]string{"2019-12-31", "2020-01-15", "2020-03-15", "2020-04-01"}, []string{"", "weapons/c certain", "", "weapons/d certain"}, nil},
		{"not explained", []act{{end, "2020-03-01", ""}, {begin, "2020-04-01", "c"}},
			[]string{"2019-12-31", "2020-03-01", "2020-04-01"}, []string{"(weapons) certain", "", "weapons/c certain"}, nil},
		{"perhaps explained", []act{{begin, "2020", "c"}, {end, "2020-03-01", ""}},
			[]string{"2019-12-31", "2020-02-15", "2020-03-15", "2020-12-31"}, []string{"(weapons) possible", "weapons/c possible, (weapons) possible", "weapons/c possible", "weapons/c possible"}, nil},
		{"ended already", []act{{begin, "2020-01-01", "c"}, {end, "2020-02-01", "c"}, {end, "2020-03-01", ""}},
			[]string{"2019-12-31", "2020-01-15", "2020-02-15"}, []string{"", "weapons/c certain", ""}, []dispute.EventID{"c"}},
		{"ends what is against one, not what had ended", []act{{begin, "2020-01-01", "c"}, {begin, "2020-01-01", "d"}, {end, "2020-02-01", "d"}, {end, "2020-03-01", ""}},
			[]string{"2020-02-15", "2020-03-15"}, []string{"weapons/c certain", ""}, nil},
	} {
		f := disputetest.NewCaseFile("a", "b", "c", "d")
		for i, x := range tc.acts {
			e := f.Event(dispute.EventID(string(rune(97+i))), x.kind, x.when, "actor", "a", "recipient", "b")
			if x.against != "" {
				e.Participants = append(e.Participants, dispute.Participant{Role: dispute.RoleTarget, Actor: dispute.ActorID(x.against)})
			}
		}
		r := f.View(t, dispute.Lens{Policy: dispute.Policy{Rules: disputetest.ArmsRules()}}).Relation("a", "b", dispute.TrackSupport)
		var got []string
		for _, day := range tc.days {
			got = append(got, disputetest.Brief(r.On(disputetest.Day(day))))
		}
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
		var gaps []dispute.EventID
		for _, g := range r.History().Gaps {
			gaps = append(gaps, g.Event)
		}
		if diff := cmp.Diff(tc.gaps, gaps); diff != "" {
			t.Errorf("%s, gaps (-want +got):\n%s", tc.name, diff)
		}
	}
}

// daysText says a range of days, of which one end is bounded, in English.
func daysText(r dispute.DayRange) string {
	days := edtf.Range{First: edtf.OpenPast(), Last: edtf.OpenFuture()}
	if !r.First.IsZero() {
		days.First = edtf.DayBound(r.First)
	}
	if !r.Last.IsZero() {
		days.Last = edtf.DayBound(r.Last)
	}
	return days.English()
}

// turnsOf writes turns as "event, end, state, certainty, days".
func turnsOf(list []dispute.RelationChange) []string {
	var words []string
	for _, x := range list {
		word := string(x.Event) + string(x.Claim)
		if x.End {
			word = "end of " + word
		}
		if word += ": " + x.State.String(); x.Ceases {
			word += " ceases"
		}
		words = append(words, word+" "+x.Certainty.String()+" "+daysText(x.Days))
	}
	return words
}

func TestChangesOfKinds(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b", "c")
	f.Event("pact", dispute.KindSignDefencePact, "2020-03", "party", "a", "party", "b")
	f.Event("lapse", dispute.KindEndDefencePact, "2022-01-01", "party", "a", "party", "b")
	f.Event("drill", dispute.KindCooperate, "2021-06-01/2021-06-03", "party", "a", "party", "b")
	f.Claim("arms", dispute.RelationClaim{Track: dispute.TrackSupport, From: "a", To: "b", Against: "c", State: dispute.StateWeapons, When: disputetest.Date("2024-07-01/..")}, true)
	v := f.View(t, dispute.Lens{})
	r := v.Relation("a", "b", dispute.TrackCooperation)
	for _, tc := range []struct {
		name string
		got  []dispute.RelationChange
		want []string
	}{
		{"all", r.Changes(disputetest.Day("2020-01-01"), disputetest.Day("2024-01-01")), []string{
			"pact: defence-pact certain between 1 and 31 March 2020", "drill: cooperation certain on 1 June 2021",
			"end of drill: cooperation ceases certain on 4 June 2021", "lapse: defence-pact ceases certain on 1 January 2022"}},
		{"from the middle of the month", r.Changes(disputetest.Day("2020-03-15"), disputetest.Day("2021-01-01")), []string{
			"pact: defence-pact possible between 16 and 31 March 2020"}},
		{"first", r.FirstChange(), []string{"pact: defence-pact certain between 1 and 31 March 2020"}},
		{"last", r.LastChange(), []string{"lapse: defence-pact ceases certain on 1 January 2022"}},
		{"support", v.Relation("a", "b", dispute.TrackSupport).Changes(disputetest.Day("2024-01-01"), disputetest.Day("2025-01-01")), []string{
			"arms: weapons certain on 1 July 2024"}},
		{"nothing on file", v.Relation("a", "c", dispute.TrackSupport).Changes(disputetest.Day("2024-01-01"), disputetest.Day("2025-01-01")), nil},
	} {
		if diff := cmp.Diff(tc.want, turnsOf(tc.got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
		for _, x := range tc.got {
			if len(x.Reasons().Items()) == 0 {
				t.Errorf("%s: %s has no reasons", tc.name, x.Event)
			}
		}
	}
}

// A relationQuery is a question of a relation and the answer worked out by hand.
type relationQuery struct {
	from, to dispute.ActorID
	track    dispute.Track
	day      string
	want     string
}

func checkStates(t *testing.T, v *dispute.View, queries []relationQuery) {
	t.Helper()
	for _, q := range queries {
		r := v.Relation(q.from, q.to, q.track)
		if diff := cmp.Diff(q.want, disputetest.Brief(r.On(disputetest.Day(q.day)))); diff != "" {
			t.Errorf("%s on %s (-want +got):\n%s", r.Pair(), q.day, diff)
		}
	}
}

// sahelBreak is the break of relations as a report of 21 August 2024 tells it.
func sahelBreak() *disputetest.CaseFile {
	f := disputetest.NewCaseFile("mali", "niger", "burkina-faso", "ukraine")
	f.Event("mali-cuts-ties", dispute.KindSeverRelations, "[2024-08-01..2024-08-21]", "actor", "mali", "target", "ukraine").
		Summary = "Mali severs diplomatic relations with Ukraine"
	f.Event("niger-cuts-ties", dispute.KindSeverRelations, "[..2024-08-21]", "actor", "niger", "target", "ukraine").
		Links = []dispute.Link{{Kind: dispute.LinkAfter, Event: "mali-cuts-ties"}}
	f.Events[1].Summary = "Niger severs diplomatic relations with Ukraine"
	return f
}

func TestSeveredWithinAMonth(t *testing.T) {
	v := sahelBreak().View(t, dispute.Lens{})
	checkStates(t, v, []relationQuery{
		{"mali", "ukraine", dispute.TrackDiplomaticRelations, "2024-07-31", "(established) certain"},
		{"mali", "ukraine", dispute.TrackDiplomaticRelations, "2024-08-01", "severed possible, (established) possible"},
		{"mali", "ukraine", dispute.TrackDiplomaticRelations, "2024-08-07", "severed possible, (established) possible"},
		{"mali", "ukraine", dispute.TrackDiplomaticRelations, "2024-08-20", "severed possible, (established) possible"},
		{"mali", "ukraine", dispute.TrackDiplomaticRelations, "2024-08-21", "severed certain"},
		{"ukraine", "mali", dispute.TrackDiplomaticRelations, "2024-08-21", "severed certain"},
		// Niger's break follows Mali's, so that it cannot lie before August.
		{"niger", "ukraine", dispute.TrackDiplomaticRelations, "2024-07-31", "(established) certain"},
		{"niger", "ukraine", dispute.TrackDiplomaticRelations, "2024-08-01", "severed possible, (established) possible"},
		{"niger", "ukraine", dispute.TrackDiplomaticRelations, "2024-08-21", "severed certain"},
		{"burkina-faso", "ukraine", dispute.TrackDiplomaticRelations, "2024-08-21", "no change recorded"},
		{"mali", "niger", dispute.TrackDiplomaticRelations, "2024-08-21", "no change recorded"},
		{"mali", "ukraine", dispute.TrackRepresentation, "2024-08-21", "no change recorded"},
		{"mali", "ukraine", dispute.TrackStance, "2024-08-21", "no change recorded"},
		{"mali", "mali", dispute.TrackDiplomaticRelations, "2024-08-21", "no change recorded"},
		{"mali", "nobody", dispute.TrackDiplomaticRelations, "2024-08-21", "no change recorded"},
	})
}

func TestSentences(t *testing.T) {
	v := sahelBreak().View(t, dispute.Lens{})
	for _, tc := range []struct{ from, day, want string }{
		{"mali", "2024-07-31", "established (presupposed): certain"},
		{"mali", "2024-08-07", "severed: possible (between 1 and 21 August 2024) — Mali severs diplomatic relations with Ukraine [mali-cuts-ties], which took place on the word of newspaper; established (presupposed): possible"},
		{"mali", "2024-08-21", "severed: certain (between 1 and 21 August 2024) — Mali severs diplomatic relations with Ukraine [mali-cuts-ties], which took place on the word of newspaper"},
		{"burkina-faso", "2024-08-21", "no change recorded"},
	} {
		got := fmt.Sprint(v.Relation(dispute.ActorID(tc.from), "ukraine", dispute.TrackDiplomaticRelations).On(disputetest.Day(tc.day)))
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s on %s (-want +got):\n%s", tc.from, tc.day, diff)
		}
	}
}

// Whoever says that something took place does not say that it is over; nor is an
// affiliation without a period a matter of dates.
func TestSentencesOfEndsAndAffiliations(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b", "c", "body")
	f.Event("siege", dispute.KindBlockade, "2024-08-01/2024-08-03", "actor", "a", "target", "b")
	f.Alleged("raid", dispute.KindAttack, "2024-08-01/2024-08-03", "actor", "a", "target", "c")
	f.Alleged("shots", dispute.KindAttack, "[2024-08-01,2024-08-08]", "actor", "a", "target", "c")
	f.Actors[1].Affiliations = []dispute.Affiliation{{Kind: dispute.AffiliationMemberOf, To: "body"}}
	f.Actors[2].Affiliations = []dispute.Affiliation{{Kind: dispute.AffiliationMemberOf, To: "body", Period: disputetest.Date("2024-01-01/2024-07-31")}}
	v := f.View(t, dispute.Lens{})
	for _, tc := range []struct {
		from, to dispute.ActorID
		track    dispute.Track
		want     string
	}{
		{"a", "b", dispute.TrackHostility, "no later hostile act on file: certain (on 4 August 2024) — after the end of: blockade [siege], which took place on the word of newspaper"},
		{"a", "c", dispute.TrackHostility, "no change recorded; alleged: attack [raid] (over by then: from 1 to 3 August 2024), unasserted (0,0); " +
			"attack [shots] (not on this day: between 1 and 8 August 2024), unasserted (0,0)"},
		{"a", "body", dispute.TrackMembership, "member: certain — by the affiliation of a that is on file [a]"},
		{"b", "body", dispute.TrackMembership, "none: certain (on 1 August 2024) — after the end of the affiliation of b that is on file [b]"},
	} {
		if diff := cmp.Diff(tc.want, v.Relation(tc.from, tc.to, tc.track).On(disputetest.Day("2024-08-06")).String()); diff != "" {
			t.Errorf("%s and %s (-want +got):\n%s", tc.from, tc.to, diff)
		}
	}
}

func TestPairs(t *testing.T) {
	v := sahelBreak().View(t, dispute.Lens{})
	for _, tc := range []struct {
		from, to dispute.ActorID
		track    dispute.Track
		want     dispute.Pair
	}{
		{"ukraine", "mali", dispute.TrackDiplomaticRelations, dispute.Pair{Track: dispute.TrackDiplomaticRelations, From: "mali", To: "ukraine"}},
		{"mali", "ukraine", dispute.TrackDiplomaticRelations, dispute.Pair{Track: dispute.TrackDiplomaticRelations, From: "mali", To: "ukraine"}},
		{"niger", "mali", dispute.TrackDiplomaticRelations, dispute.Pair{Track: dispute.TrackDiplomaticRelations, From: "mali", To: "niger"}}, // nothing on file
		{"niger", "mali", dispute.TrackStance, dispute.Pair{Track: dispute.TrackStance, From: "niger", To: "mali"}},
	} {
		if diff := cmp.Diff(tc.want, v.Relation(tc.from, tc.to, tc.track).Pair()); diff != "" {
			t.Errorf("%s and %s (-want +got):\n%s", tc.from, tc.to, diff)
		}
	}
}

func TestZeroRelation(t *testing.T) {
	var r dispute.Relation
	if s := r.On(disputetest.Day("2024-08-07")); !s.NoChangeRecorded || s.String() != "no change recorded" {
		t.Errorf("got %q, want no change recorded", s)
	}
	if h := r.History(); !h.NoChangeRecorded || r.Spells() != nil {
		t.Errorf("got history %+v, want none", h)
	}
	if r.String() != "no relation" || r.Pair() != (dispute.Pair{}) {
		t.Errorf("got %q with the pair %v, want no relation", r, r.Pair())
	}
	mali := sahelBreak().View(t, dispute.Lens{}).Relation("mali", "ukraine", dispute.TrackDiplomaticRelations)
	if s := mali.On(edtf.Day{}); s.NoChangeRecorded || s.States != nil || s.String() != "no day given" {
		t.Errorf("without a day: %q with states %v, want no day given", s, s.States)
	}
}

func TestDayRangeContains(t *testing.T) {
	fourth, fifth := disputetest.Day("2024-08-04"), disputetest.Day("2024-08-05")
	for _, tc := range []struct {
		name string
		r    dispute.DayRange
		want []bool // the 3rd, 4th, 5th and 6th, and no day
	}{
		{"every day", dispute.DayRange{}, []bool{true, true, true, true, false}},
		{"two days", dispute.DayRange{First: fourth, Last: fifth}, []bool{false, true, true, false, false}},
		{"from a day on", dispute.DayRange{First: fourth}, []bool{false, true, true, true, false}},
		{"up to a day", dispute.DayRange{Last: fifth}, []bool{true, true, true, false, false}},
		{"an open beginning", dispute.DayRange{Open: true}, []bool{false, false, false, false, false}},
	} {
		var got []bool
		for _, d := range []edtf.Day{fourth.AddDays(-1), fourth, fifth, fifth.AddDays(1), {}} {
			got = append(got, tc.r.Contains(d))
		}
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
}

// An order that runs through an event off the track is a link on it.
func TestLinksRunThroughOtherEvents(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b")
	f.Event("cut", dispute.KindSeverRelations, "2024-08", "actor", "a", "target", "b")
	f.Event("speech", dispute.KindStatement, "2024-08", "actor", "a").Links = []dispute.Link{{Kind: dispute.LinkAfter, Event: "cut"}}
	f.Event("mend", dispute.KindRestoreRelations, "2024-08", "actor", "a", "target", "b").Links = []dispute.Link{{Kind: dispute.LinkAfter, Event: "speech"}}
	after := func() string {
		return disputetest.Brief(f.View(t, dispute.Lens{}).Relation("a", "b", dispute.TrackDiplomaticRelations).On(disputetest.Day("2024-09-01")))
	}
	if diff := cmp.Diff("established certain", after()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	f.Events[1].Links = nil // nothing says which came first
	if diff := cmp.Diff("established possible, severed possible", after()); diff != "" {
		t.Errorf("without the link (-want +got):\n%s", diff)
	}
}

// A correction to an event that only bounds the date of another corrects
// nothing of the relation that the other changes; one of its date does.
func TestCorrectionsOfEventsThatOnlyBoundDates(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b", "c")
	f.Event("cut", dispute.KindSeverRelations, "[..2024-08-21]", "actor", "a", "target", "b")
	f.Event("cut-dated", dispute.KindSeverRelations, "[2024-08-02..2024-08-21]", "actor", "a", "target", "b").Supersedes = "cut"
	f.Event("letter", dispute.KindPublish, "2024-08-20", "actor", "b").Links = []dispute.Link{{Kind: dispute.LinkAfter, Event: "cut"}}
	f.Event("letter-corrected", dispute.KindPublish, "2024-08-20", "actor", "c").Supersedes = "letter"
	f.Event("letter-moved", dispute.KindPublish, "2024-08-10", "actor", "c").Supersedes = "letter-corrected"
	for i, day := range []string{"2024-08-21", "2024-08-22", "2024-08-21", "2024-08-22", "2024-08-23"} {
		f.Events[i].Recorded = disputetest.Day(day)
	}
	f.Events[3].Links, f.Events[4].Links = f.Events[2].Links, f.Events[2].Links
	for _, tc := range []struct {
		from, to string
		want     dispute.ChangeKind
		because  []dispute.Ref
	}{
		{"2024-08-21", "2024-08-22", dispute.ChangeLearnt, []dispute.Ref{dispute.EventID("cut-dated").Ref()}},
		{"2024-08-22", "2024-08-23", dispute.ChangeCorrected, []dispute.Ref{dispute.EventID("letter-moved").Ref()}},
	} {
		a, b := f.View(t, dispute.Lens{RecordedBy: disputetest.Day(tc.from)}), f.View(t, dispute.Lens{RecordedBy: disputetest.Day(tc.to)})
		found := false
		for _, c := range dispute.Diff(a, b).Changes {
			if c.Key == "relation/diplomatic-relations/a/b" {
				found = true
				if diff := cmp.Diff([]any{tc.want, tc.because}, []any{c.Kind, c.Because}); diff != "" {
					t.Errorf("from %s to %s (-want +got):\n%s", tc.from, tc.to, diff)
				}
			}
		}
		if !found {
			t.Errorf("from %s to %s: no change of the relation", tc.from, tc.to)
		}
	}
}

// What was corrected is named where the correction is: a claim of a relation, and an
// affiliation.
func TestRelationsNameWhatWasCorrected(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b", "union")
	tie := []dispute.Affiliation{{Kind: dispute.AffiliationMemberOf, To: "union"}}
	f.Actors = append(f.Actors, dispute.Actor{ID: "m", Kind: dispute.ActorState, Name: "m", Affiliations: tie}, dispute.Actor{ID: "m-2", Supersedes: "m", Kind: dispute.ActorState, Name: "m"})
	friendly := dispute.RelationClaim{Track: dispute.TrackDiplomaticRelations, From: "a", To: "b", State: dispute.StateEstablished, When: disputetest.Date("2024-08-01")}
	f.Claim("friendly", friendly, true)
	friendly.State = dispute.StateSevered
	f.Claim("cut", friendly, true)
	f.Claims[1].Supersedes = "friendly"
	v := f.View(t, dispute.Lens{})
	for _, c := range []struct {
		relation dispute.Relation
		want     dispute.Ref
	}{
		{v.Relation("a", "b", dispute.TrackDiplomaticRelations), dispute.ClaimID("friendly").Ref()},
		{v.Relation("m", "union", dispute.TrackMembership), dispute.ActorID("m").Ref()},
	} {
		if items := c.relation.History().Reasons().Items(); !slices.Contains(items, c.want) {
			t.Errorf("%v: rests on %v, want %v too", c.relation.Pair(), items, c.want)
		}
	}
}

// "[..d]" is some day by d, and "[d..]" some day from d: neither says that
// there is no end, or no beginning, as "d/.." and "../d" do.
func TestHalfOpenSetsAreNoOpenIntervals(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b", "c", "d", "body")
	f.Event("raid", dispute.KindAttack, "[..2024-08-04]", "actor", "a", "target", "b")
	f.Event("siege", dispute.KindBlockade, "[2024-08-04..]", "actor", "a", "target", "c")
	f.Event("war", dispute.KindAttack, "2024-08-04/..", "actor", "a", "target", "d")
	f.Claim("arms", dispute.RelationClaim{Track: dispute.TrackSupport, From: "a", To: "c", State: dispute.StateWeapons, When: disputetest.Date("[2024-08-04..]")}, true)
	f.Claim("money", dispute.RelationClaim{Track: dispute.TrackSupport, From: "a", To: "d", State: dispute.StateFunding, When: disputetest.Date("[..2024-08-04]")}, true)
	f.Claim("men", dispute.RelationClaim{Track: dispute.TrackSupport, From: "b", To: "d", State: dispute.StateTroops, When: disputetest.Date("../2024-08-04")}, true)
	f.Actors[1].Affiliations = []dispute.Affiliation{{Kind: dispute.AffiliationMemberOf, To: "body", Period: disputetest.Date("[2024-08-04..]")}}
	f.Actors[2].Affiliations = []dispute.Affiliation{{Kind: dispute.AffiliationMemberOf, To: "body", Period: disputetest.Date("[..2024-08-04]")}}
	v := f.View(t, dispute.Lens{})
	for _, tc := range []struct {
		from, to dispute.ActorID
		track    dispute.Track
		day      string
		state    dispute.State
		want     dispute.Certainty
	}{
		{"a", "b", dispute.TrackHostility, "2024-08-04", dispute.StateForce, dispute.CertaintyPossible},
		{"a", "b", dispute.TrackHostility, "2024-08-05", dispute.StateForce, dispute.CertaintyExcluded},
		{"a", "b", dispute.TrackHostility, "2099-01-01", dispute.StateNone, dispute.CertaintyCertain},
		{"a", "c", dispute.TrackHostility, "2024-08-03", dispute.StateForce, dispute.CertaintyExcluded},
		{"a", "c", dispute.TrackHostility, "2099-01-01", dispute.StateForce, dispute.CertaintyPossible},
		{"a", "d", dispute.TrackHostility, "2099-01-01", dispute.StateForce, dispute.CertaintyCertain},
		{"a", "c", dispute.TrackSupport, "1900-01-01", dispute.StateWeapons, dispute.CertaintyExcluded},
		{"a", "c", dispute.TrackSupport, "2024-08-04", dispute.StateWeapons, dispute.CertaintyPossible},
		{"a", "d", dispute.TrackSupport, "1900-01-01", dispute.StateFunding, dispute.CertaintyPossible},
		{"a", "d", dispute.TrackSupport, "2024-08-05", dispute.StateFunding, dispute.CertaintyExcluded},
		{"b", "d", dispute.TrackSupport, "1900-01-01", dispute.StateTroops, dispute.CertaintyCertain},
		{"a", "body", dispute.TrackMembership, "1900-01-01", dispute.StateMember, dispute.CertaintyExcluded},
		{"a", "body", dispute.TrackMembership, "2024-08-05", dispute.StateMember, dispute.CertaintyPossible},
		{"b", "body", dispute.TrackMembership, "2099-01-01", dispute.StateMember, dispute.CertaintyExcluded},
	} {
		got := dispute.CertaintyExcluded
		for _, s := range v.Relation(tc.from, tc.to, tc.track).On(disputetest.Day(tc.day)).States {
			if s.State == tc.state {
				got = s.Certainty
			}
		}
		if got != tc.want {
			t.Errorf("%v from %s to %s on %s: %v is %v, want %v", tc.track, tc.from, tc.to, tc.day, tc.state, got, tc.want)
		}
	}
}

// Two walk-outs of one day each, after which relations are severed: the second
// cannot start from that, and leaves it.
func TestWhatFollowsStopsWhatLasts(t *testing.T) {
	rules := []dispute.Rule{{Name: "break", Event: "walk-out", From: dispute.RoleActor, To: dispute.RoleTarget, Track: dispute.TrackDiplomaticRelations,
		State: dispute.StateSuspended, Presupposes: dispute.StateEstablished, After: dispute.StateSevered, Not: []dispute.State{dispute.StateSevered}}}
	f := disputetest.NewCaseFile("a", "b")
	f.Event("first", "walk-out", "2024-08-01", "actor", "a", "target", "b")
	f.Event("second", "walk-out", "2024-08-05", "actor", "a", "target", "b")
	r := f.View(t, dispute.Lens{Policy: dispute.Policy{Rules: rules}}).Relation("a", "b", dispute.TrackDiplomaticRelations)
	if got := disputetest.Brief(r.On(disputetest.Day("2024-08-05"))); got != "severed certain" {
		t.Errorf("on the second: %q, want severed", got)
	}
	if d := r.CountDays(dispute.StateSevered, disputetest.Day("2024-08-01"), disputetest.Day("2024-08-10")); d.AtLeast != 9 || d.AtMost != 9 {
		t.Errorf("severed for %d to %d days, want 9", d.AtLeast, d.AtMost)
	}
}

// What changes, the states of a year and numbers of days say what they are.
func TestReadingsOfARelationInWords(t *testing.T) {
	f := disputetest.NewCaseFile("mali", "ukraine")
	f.Event("cut", dispute.KindSeverRelations, "2024-08-04", "actor", "mali", "target", "ukraine")
	r := f.View(t, dispute.Lens{}).Relation("mali", "ukraine", dispute.TrackDiplomaticRelations)
	first, last := disputetest.Day("2024-08-01"), disputetest.Day("2024-08-31")
	for _, tt := range []struct {
		got  fmt.Stringer
		want string
	}{
		{r.Changes(first, last)[0], "diplomatic-relations of mali and ukraine: severed, certain (on 4 August 2024)"},
		{r.CountDays(dispute.StateSevered, first, last), "diplomatic-relations of mali and ukraine: severed on 28 of the days from 2024-08-01 to 2024-08-31"},
		{dispute.RelationChange{}, ""}, {dispute.DayCount{}, ""}, {dispute.RelationYear{}, ""},
	} {
		if got := tt.got.String(); got != tt.want {
			t.Errorf("%T says %q, want %q", tt.got, got, tt.want)
		}
	}
	for y := range r.Years(2025, 2025) {
		if got, want := y.String(), "diplomatic-relations of mali and ukraine in 2025: severed, certain"; got != want {
			t.Errorf("the year says %q, want %q", got, want)
		}
	}
}

// A claim can tell a state and a trend: the state holds, and the trend is told
// beside it.
func TestTrendOfAnAcceptedClaim(t *testing.T) {
	for what, c := range map[string]struct {
		claim dispute.RelationClaim
		state string // as [disputetest.Brief] says it
		trend dispute.Trend
	}{
		"a state and a trend": {dispute.RelationClaim{State: dispute.StateWeapons, Trend: dispute.TrendRising}, "weapons certain", dispute.TrendRising},
		"a state":             {dispute.RelationClaim{State: dispute.StateWeapons}, "weapons certain", 0},
		"a trend":             {dispute.RelationClaim{Trend: dispute.TrendFalling}, "no change recorded", dispute.TrendFalling},
	} {
		f := disputetest.NewCaseFile("a", "b")
		c.claim.Track, c.claim.From, c.claim.To, c.claim.When = dispute.TrackSupport, "a", "b", edtf.MustParse("2024-08-01/2024-08-31")
		f.Claims = append(f.Claims, dispute.Claim{ID: "c", Text: "so it is", Content: dispute.Content{Relation: &c.claim}})
		f.Attributions = append(f.Attributions, disputetest.Says("said", "newspaper", dispute.StanceAsserts, "c"))
		s := f.View(t, dispute.Lens{}).Relation("a", "b", dispute.TrackSupport).On(disputetest.Day("2024-08-15"))
		var trend dispute.Trend
		for _, r := range s.Claims {
			if trend = r.Trend; r.Claim != "c" || r.State != c.claim.State {
				t.Errorf("%s: beside it is %+v", what, r)
			}
		}
		if state := disputetest.Brief(s); state != c.state || trend != c.trend || (trend != 0) != (len(s.Claims) == 1) {
			t.Errorf("%s: got %q and %s, want %q and %s\n%s", what, state, trend, c.state, c.trend, s)
		}
	}
}
