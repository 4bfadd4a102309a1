package cases

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// told is a record of two states of which a herald reports one event.
func told(e dispute.Event) dispute.Record {
	e.ID, e.Sources = "e", []dispute.SourceID{"s"}
	if e.Kind == "" {
		e.Kind, e.Participants = dispute.KindCooperate, []dispute.Participant{{Role: dispute.RoleParty, Actor: "x"}, {Role: dispute.RoleParty, Actor: "y"}}
	}
	return dispute.Record{
		Actors: []dispute.Actor{{ID: "x", Kind: dispute.ActorState, Name: "Exland"}, {ID: "y", Kind: dispute.ActorState, Name: "Wyland"},
			{ID: "m", Kind: dispute.ActorMedium, Name: "the herald"}},
		Sources: []dispute.Source{{ID: "s", Kind: dispute.SourceArticle, Title: "a story", Publisher: "m"}},
		Events:  []dispute.Event{e},
	}
}

func date(text string) edtf.Date {
	if text == "" {
		return edtf.Date{}
	}
	return edtf.MustParse(text)
}

// A text keeps of an event's date its end, its doubt and its gaps.
func TestDatesOfEventsAsGiven(t *testing.T) {
	for _, c := range []struct{ when, until, want string }{
		{"2024-08-01/2024-08", "", "From 1 August 2024 to sometime in August 2024"},
		{"2024-08-01", "2024-08", "From 1 August 2024 to sometime in August 2024"},
		{"2022-05-01", "2022-07", "From 1 May 2022 to sometime in July 2022"},
		{"2024-02-03/2024-02", "", "From 3 February 2024 to sometime in February 2024"},
		{"2024-04-19/2024-04-20", "", "From 19 to 20 April 2024"},
		{"2024-01/2024-03", "", "From January to March 2024"},
		{"2020/2022", "", "From 2020 to 2022"},
		{"../2022-05-10", "", "Until 10 May 2022"},
		{"/2022-05-10", "", "Until 10 May 2022"},
		{"", "2022-05-10", "Until 10 May 2022"},
		{"../2022-05", "", "Until sometime in May 2022"},
		{"2022-05-10/", "", "From 10 May 2022"},
		{"2022-05-10/..", "", "Since 10 May 2022"},
		{"2022-05/", "", "From sometime in May 2022"},
		{"2022-05/..", "", "Since sometime in May 2022"},
		{"202X/", "", "From sometime in the 2020s"},
		{"2024-08-XX/", "", "From a day in August 2024"},
		{"2024-08-01/2024-08-01", "", "On 1 August 2024"},
		{"2024-08/2024-08", "", "Between 1 and 31 August 2024"},
		{"2024-08-05", "2024-08-01", "On 5 August 2024"}, // which is told as a conflict
		{"2024-08?/2024-09~", "", "From perhaps sometime in August 2024 to about September 2024"},
		{"2024-08-15?", "", "Perhaps on 15 August 2024"},
		{"2024-08-15~", "", "About 15 August 2024"},
		{"2024-08-15%", "", "Perhaps about 15 August 2024"},
		{"2024?", "", "Perhaps sometime in 2024"},
		{"2024~", "", "About 2024"},
		{"?2024-08-15", "", "On 15 August 2024, year uncertain"},
		{"[2024-08-04,2024-08-09]", "", "On 4 or 9 August 2024"},
		{"{2024-08-04,2024-08-09}", "", "On 4 and 9 August 2024"},
		{"{2024-08,2024-10}", "", "In August and October 2024"},
		{"[2024-08,2024-10-02]", "", "In August 2024 or 2 October 2024"},
		{"2024-XX-04", "", "On the 4th of a month of 2024"},
		{"[..2024-08-04]", "", "By 4 August 2024"},
		{"[2024-08-04..]", "", "On or after 4 August 2024"},
		{"2024-08-04", "", "On 4 August 2024"},
		{"2024-08", "", "Between 1 and 31 August 2024"},
		{"2024-08-XX", "", "Between 1 and 31 August 2024"},
		{"2024-08-04T10:00:00Z", "", "On 4 August 2024"},
		{"", "", "On an unknown day"},
	} {
		v := disputetest.View(t, told(dispute.Event{Summary: "they work together", When: date(c.when), Until: date(c.until)}), dispute.Lens{})
		got, _, _ := strings.Cut(v.Sentence(dispute.EventID("e").Ref()), ": ")
		if got != c.want {
			t.Errorf("%q until %q: %q, want %q", c.when, c.until, got, c.want)
		}
	}
}

// Where links narrow a date, the text says what they leave.
func TestDatesNarrowedByLinks(t *testing.T) {
	r := told(dispute.Event{Summary: "they work together", When: edtf.MustParse("2024-08~"), Links: []dispute.Link{{Kind: dispute.LinkAfter, Event: "f"}}})
	r.Events = append(r.Events, dispute.Event{ID: "f", Kind: dispute.KindCooperate, When: edtf.MustParse("2024-08-10")})
	got, _, _ := strings.Cut(disputetest.View(t, r, dispute.Lens{}).Sentence(dispute.EventID("e").Ref()), ": ")
	if got != "Between 10 and 31 August 2024" {
		t.Error(got)
	}
}

// A statement and an update are told with the dates that were given.
func TestDatesOfStatementsAsGiven(t *testing.T) {
	said := func(said, published string) dispute.Record {
		r := told(dispute.Event{Summary: "they work together"})
		for i, s := range []string{"84", "90"} {
			n := int64(84 + 6*i)
			r.Claims = append(r.Claims, dispute.Claim{ID: dispute.ClaimID("c" + s), Text: s + " fell",
				Content: dispute.Content{Figure: &dispute.Figure{Event: "e", Category: "dead", Best: &n}}})
			r.Attributions = append(r.Attributions, disputetest.Says(dispute.AttributionID("a"+s), "x", dispute.StanceAsserts, dispute.ClaimID("c"+s)))
		}
		r.Attributions[0].Said, r.Attributions[0].Published = date(said), date(published)
		r.Attributions[1].Said = date("2024-12-01")
		return r
	}
	for _, c := range []struct{ said, published, sentence, series string }{
		{"2024-08/2024-09", "", "Exland said from August to September 2024 that 84 fell", "84 from August to September 2024, then 90 on 1 December 2024"},
		{"2024-08-01/2024-08", "", "Exland said from 1 August 2024 to sometime in August 2024 that 84 fell", "84 from 1 August 2024 to sometime in August 2024, then 90 on 1 December 2024"},
		{"", "2024-08-07", "Exland said that 84 fell, published on 7 August 2024", "84 published on 7 August 2024, then 90 on 1 December 2024"},
		{"2024-08-05~", "", "Exland said at a time given as “about 5 August 2024” that 84 fell", "84 at a time given as “about 5 August 2024”, then 90 on 1 December 2024"},
		{"2024-XX-04", "2024-10-06", "Exland said on the 4th of a month of 2024 that 84 fell", ""},
	} {
		v := disputetest.View(t, said(c.said, c.published), dispute.Lens{})
		if got := v.Sentence(dispute.AttributionID("a84").Ref()); got != c.sentence {
			t.Errorf("%q %q: %q, want %q", c.said, c.published, got, c.sentence)
		}
		for s := range v.AllFigures() {
			if got := s.String(); !strings.Contains(got, c.series) {
				t.Errorf("%q %q: %q, want %q in it", c.said, c.published, got, c.series)
			}
		}
	}
}

// Of what is expected without a date, no time can have begun.
func TestExpectedWithoutADate(t *testing.T) {
	r := told(dispute.Event{Summary: "the council meets", Phase: dispute.PhaseExpected, Kind: dispute.KindDeliberate})
	v := disputetest.View(t, r, dispute.Lens{KnownBy: day("2024-09-05")})
	q := v.OpenQuestions()
	const want = "as of 5 September 2024, this is expected, without a date, according to the herald: the council meets"
	if len(q) != 1 || q[0].String() != want {
		t.Errorf("open is %q, want %q", q, want)
	}
}

// What is over is not what nothing is on file of.
func TestWhatIsOverIsNamed(t *testing.T) {
	r := told(dispute.Event{Summary: "they agree", Kind: dispute.KindAgreeCooperation, When: edtf.MustParse("2023-01-01"),
		Participants: []dispute.Participant{{Role: dispute.RoleParty, Actor: "x"}, {Role: dispute.RoleParty, Actor: "y"}}})
	r.Events = append(r.Events, dispute.Event{ID: "f", Kind: dispute.KindEndCooperation, Summary: "it ends", When: edtf.MustParse("2024-01-01"), Sources: []dispute.SourceID{"s"},
		Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "x"}, {Role: dispute.RoleTarget, Actor: "y"}}})
	v := disputetest.View(t, r, dispute.Lens{})
	cooperation := v.Relation("x", "y", dispute.TrackCooperation)
	for d, want := range map[string]string{
		"2022-06-01": "nothing on file is in force on this day",
		"2024-01-01": "nothing on file is in force on this day; over by then: cooperation",
		"2025-01-01": "nothing on file is in force on this day; over by then: cooperation",
	} {
		if got := cooperation.On(day(d)).String(); got != want {
			t.Errorf("%s: %q, want %q", d, got, want)
		}
	}
	if got := v.Relation("x", "y", dispute.TrackHostility).String(); got != "hostility of Exland towards Wyland" {
		t.Error(got)
	}
	if got := v.Relation("x", "nobody", dispute.TrackSupport).String(); got != "support from Exland to nobody" {
		t.Error(got)
	}
}

// The text of a status says of words what became of them, and names nobody who said
// them in confidence.
func TestTextOfAStatus(t *testing.T) {
	retracted := func(confidential bool) *dispute.View {
		r := newsroom()
		joint := dispute.Attribution{ID: "joint", Speaker: "m", Jointly: []dispute.ActorID{"n"}, Claim: "o", Stance: dispute.StanceAsserts,
			Lineage: dispute.LineageFirstHand, Confidential: confidential}
		r.Attributions = []dispute.Attribution{joint, {ID: "back", Speaker: "n", Attribution: "joint", Stance: dispute.StanceRetracts, Lineage: dispute.LineageFirstHand}}
		return disputetest.View(t, r, dispute.Lens{})
	}
	reprinted := func(original, reprint, gone bool) *dispute.View {
		r := newsroom("r1")
		r.Sources[0].Confidential, r.Sources[1].Confidential = original, reprint
		if gone {
			r.Events[0].Sources = append(r.Events[0].Sources, "w")
			r.Attributions = []dispute.Attribution{{ID: "gone", Speaker: "m", TargetSource: "w", Stance: dispute.StanceRetracts, Lineage: dispute.LineageFirstHand}}
		}
		return disputetest.View(t, r, dispute.Lens{})
	}
	for what, c := range map[string]struct {
		status dispute.Status
		says   []string
		not    string
	}{
		"disowned":                              {seen(t, "quoted-says-fabricated").Status("c"), []string{"alleged (1,0) — for: words put down to a and disowned (at most 1 origin)"}, ""},
		"a signatory left":                      {retracted(false).EventStatus("hit"), []string{"for: M (", "no longer counted: N (withdrawn since)"}, ""},
		"a confidential signatory left":         {retracted(true).EventStatus("hit"), []string{"for: a confidential speaker (", "no longer counted: a confidential speaker (withdrawn since)"}, "N (withdrawn since)"},
		"reprinted":                             {reprinted(false, false, false).EventStatus("hit"), []string{"for: M, as reprinted by N ("}, ""},
		"of a confidential source":              {reprinted(true, false, false).EventStatus("hit"), []string{"for: a confidential source ("}, "M, as reprinted"},
		"in a confidential source":              {reprinted(false, true, false).EventStatus("hit"), []string{"for: a confidential source ("}, "reprinted by N"},
		"withdrawn and reprinted":               {reprinted(false, false, true).EventStatus("hit"), []string{"still repeated by N"}, ""},
		"withdrawn and reprinted in confidence": {reprinted(false, true, true).EventStatus("hit"), []string{"still repeated by a confidential source"}, "repeated by N"},
	} {
		text := c.status.String()
		for _, want := range c.says {
			if !strings.Contains(text, want) {
				t.Errorf("%s: got %q, want %q in it", what, text, want)
			}
		}
		if c.not != "" && strings.Contains(text, c.not) {
			t.Errorf("%s: got %q, want nothing of %q", what, text, c.not)
		}
	}
}

// What a competent body says for or against something is a finding, what a doer says
// in its own communiqué is its word, and what a paper says of it is a report.
func TestFindingsOwnWordsAndReports(t *testing.T) {
	r := toll()
	r.Claims = nil
	claims(dispute.Claim{ID: "k"})(&r)
	claims(dispute.Claim{ID: "l"})(&r)
	actor(dispute.Actor{ID: "court", Kind: dispute.ActorCourt, Name: "the court"})(&r)
	says("t1", "court", dispute.StanceDenies, "k", "2024-08-10")(&r)
	says("t2", "court", dispute.StanceAsserts, "l", "2024-08-10")(&r)
	r.Sources = []dispute.Source{{ID: "own", Kind: dispute.SourceCommunique, Publisher: "x"}, {ID: "paper", Kind: dispute.SourceArticle, Publisher: "n"}}
	for id, source := range map[dispute.EventID]dispute.SourceID{"cut": "own", "cut2": "paper"} {
		r.Events = append(r.Events, dispute.Event{ID: id, Kind: dispute.KindSeverRelations, Summary: "X cuts ties", When: edtf.MustParse("2024-08-05"), Sources: []dispute.SourceID{source},
			Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "x"}, {Role: dispute.RoleTarget, Actor: "z"}}})
	}
	v := disputetest.View(t, r, dispute.Lens{Policy: dispute.Policy{Competent: []dispute.ActorID{"court"}}})
	for ref, want := range map[dispute.Ref]string{
		dispute.ClaimID("k").Ref():    "The court denied in a finding that text of k — refuted (0,4)",
		dispute.ClaimID("l").Ref():    "The court found that text of l — confirmed (4,0)",
		dispute.EventID("cut").Ref():  "On 5 August 2024: X cuts ties — X said so — alleged (1,0)",
		dispute.EventID("cut2").Ref(): "On 5 August 2024: X cuts ties — N reported it — reported (2,0)",
	} {
		if got := v.Sentence(ref); !strings.HasPrefix(got, want) {
			t.Errorf("%s: got %q, want it to begin with %q", ref, got, want)
		}
	}
}

// Who speaks jointly has a clause apart; what adds no origin comes last; and a listed
// report is left out only where its publisher says the same in its own name.
func TestWhoSpeaksInAStatus(t *testing.T) {
	said := func(id dispute.AttributionID, by dispute.ActorID, stance dispute.Stance, jointly ...dispute.ActorID) dispute.Attribution {
		return dispute.Attribution{ID: id, Speaker: by, Jointly: jointly, Claim: "o", Stance: stance, Lineage: dispute.LineageFirstHand}
	}
	with := func(listed []dispute.SourceID, list ...dispute.Attribution) *dispute.View {
		r := newsroom(listed...)
		r.Actors = append(r.Actors, dispute.Actor{ID: "k", Kind: dispute.ActorMedium, Name: "K"})
		r.Attributions = list
		return disputetest.View(t, r, dispute.Lens{})
	}
	asserts, implies := dispute.StanceAsserts, dispute.StanceImplies
	joint := with(nil, said("a", "m", asserts, "n"), said("b", "k", asserts))
	if got, want := joint.Sentence(dispute.EventID("hit").Ref()), "On an unknown day: the attack — M and N jointly said so; K said so — corroborated (3,0)"; !strings.HasPrefix(got, want) {
		t.Errorf("got %q, want it to begin with %q", got, want)
	}
	for what, c := range map[string]struct {
		v    *dispute.View
		want string
	}{
		"a joint statement beside its signatories' own": {with(nil, said("a", "m", asserts, "n"), said("b", "m", asserts), said("c", "n", asserts)),
			"corroborated (3,0) — for: [1] M, [2] N, and, adding no origin, M and N jointly (at most 2 origins)"},
		"a listed report and the publisher's own word": {with([]dispute.SourceID{"w"}, said("a", "m", asserts)), "reported (2,0) — for: M (at most 1 origin)"},
		"a listed report and the publisher's hint":     {with([]dispute.SourceID{"w"}, said("a", "m", implies)), "reported (2,0) — for: implied by M, M (at most 1 origin)"},
	} {
		if got := c.v.EventStatus("hit").String(); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: got %q, want it to begin with %q", what, got, c.want)
		}
	}
}

// A sentence keeps how strongly something was said, with the word for it where there
// is one, and what was neither affirmed nor denied.
func TestStrengthAndStanceOfAStatement(t *testing.T) {
	for _, c := range []struct {
		stance   dispute.Stance
		strength dispute.Strength
		cue      string
		want     string
	}{
		{dispute.StanceAsserts, 0, "", "X said that text of k"},
		{dispute.StanceAsserts, dispute.StrengthCategorical, "", "X categorically said that text of k"},
		{dispute.StanceAsserts, dispute.StrengthHedged, "", "X said in hedged terms that text of k"},
		{dispute.StanceAsserts, dispute.StrengthHedged, "apparently", "X said in hedged terms (“apparently”) that text of k"},
		{dispute.StanceDenies, dispute.StrengthHedged, "", "X denied in hedged terms that text of k"},
		{dispute.StanceImplies, 0, "", "X implied that text of k"},
		{dispute.StanceNeitherConfirmsNorDenies, 0, "", "X neither confirmed nor denied that text of k"},
		{dispute.StanceDeclinesComment, 0, "", "X declined to comment on whether text of k"},
	} {
		r := toll()
		r.Claims = nil
		claims(dispute.Claim{ID: "k"})(&r)
		says("t", "x", c.stance, "k", "", func(a *dispute.Attribution) { a.Strength, a.Cue = c.strength, c.cue })(&r)
		if got := disputetest.View(t, r, dispute.Lens{}).Sentence(dispute.AttributionID("t").Ref()); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// A conflict names twelve items, and says how many more there are.
func TestConflictsNameTwelveItems(t *testing.T) {
	for n, want := range map[int]string{
		12: "S00, S01, S02, S03, S04, S05, S06, S07, S08, S09, S10 and S11",
		13: "S00, S01, S02, S03, S04, S05, S06, S07, S08, S09, S10, S11 and 1 more",
		14: "S00, S01, S02, S03, S04, S05, S06, S07, S08, S09, S10, S11 and 2 more",
	} {
		var r dispute.Record
		for i := range n {
			r.Sources = append(r.Sources, dispute.Source{ID: dispute.SourceID(fmt.Sprintf("s%02d", i)), Kind: dispute.SourceArticle, Title: fmt.Sprintf("S%02d", i),
				DerivedFrom: []dispute.SourceID{dispute.SourceID(fmt.Sprintf("s%02d", (i+1)%n))}})
		}
		list := disputetest.View(t, r, dispute.Lens{}).Conflicts()
		if len(list) != 1 || !strings.HasSuffix(list[0].String(), ": "+want) || len(list[0].Items) != n {
			t.Errorf("a circle of %d: %v, want %q", n, list, want)
		}
	}
}

// A relation names those on whose word an act took place: not who merely hinted at
// it.
func TestOnWhoseWordAnActTookPlace(t *testing.T) {
	r := newsroom("w")
	r.Events[0].Kind, r.Events[0].When = dispute.KindSeverRelations, edtf.MustParse("2024-08-04")
	r.Attributions = []dispute.Attribution{{ID: "hint", Speaker: "n", Claim: "o", Stance: dispute.StanceImplies, Lineage: dispute.LineageFirstHand}}
	const want = "severed: certain (on 4 August 2024) — the attack [hit], which took place on the word of M"
	if got := disputetest.View(t, r, dispute.Lens{}).Relation("x", "y", diplomatic).On(day("2024-08-10")).String(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	r.Attributions[0].Stance = dispute.StanceAsserts
	if got := disputetest.View(t, r, dispute.Lens{}).Relation("x", "y", diplomatic).On(day("2024-08-10")).String(); got != strings.Replace(want, "of M", "of N and of M", 1) {
		t.Errorf("got %q", got)
	}
}
