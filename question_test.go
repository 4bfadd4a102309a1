package dispute_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// bearing makes a record in which nobody speaks on the raid, but somebody takes
// a stance to another claim.
func bearing(c dispute.Claim, stance dispute.Stance) func(*dispute.Record) {
	return func(r *dispute.Record) {
		*r = disputetest.Cast()
		r.Claims = append(r.Claims, c)
		r.Attributions = append(r.Attributions, disputetest.Says("a", "herald", stance, c.ID))
	}
}

func TestOpenQuestions(t *testing.T) {
	add := func(list ...dispute.Attribution) func(*dispute.Record) {
		return func(r *dispute.Record) { r.Attributions = append(r.Attributions, list...) }
	}
	silence := func(id dispute.AttributionID, day string) dispute.Attribution {
		a := disputetest.On(disputetest.Says(id, "aland-ministry", dispute.StanceHasNotResponded, ""), day)
		a.Attribution = "charge"
		return a
	}
	jointSilence := silence("n", "2024-08-15")
	jointSilence.Jointly = []dispute.ActorID{"herald"}
	expect := func(when string) func(*dispute.Record) {
		return func(r *dispute.Record) {
			*r = disputetest.Cast()
			r.Claims = nil
			r.Events = []dispute.Event{{ID: "session", Kind: dispute.KindDeliberate, Phase: dispute.PhaseExpected, When: edtf.MustParse(when)}}
		}
	}
	cases := []struct {
		name string
		by   string // the lens's known-by day
		edit func(*dispute.Record)
		want []string
	}{
		{"the accused has not answered", "", add(),
			[]string{"no-response/event/accuses/aland/letter"}},
		{"the accused denied it later", "", add(disputetest.On(disputetest.Says("d", "aland", dispute.StanceDenies, "raid"), "2024-08-12")), nil},
		{"the accused denied it on the same day", "", add(disputetest.On(disputetest.Says("d", "aland", dispute.StanceDenies, "raid"), "2024-08-10")), nil},
		{"its agency answered for it", "", add(disputetest.On(disputetest.Says("d", "aland-agency", dispute.StanceDeclinesComment, "raid"), "2024-08-12")), nil},
		{"nobody knows when the accused denied it", "", add(disputetest.Says("d", "aland", dispute.StanceDenies, "raid")), nil},
		{"an older denial is no answer", "", add(disputetest.On(disputetest.Says("d", "aland", dispute.StanceDenies, "raid"), "2024-08-09")),
			[]string{"no-response/event/accuses/aland/letter"}},
		{"a third party's denial is no answer", "", add(disputetest.On(disputetest.Says("d", "herald", dispute.StanceDenies, "raid"), "2024-08-12")),
			[]string{"no-response/event/accuses/aland/letter"}},
		{"an event in response is an answer", "", func(r *dispute.Record) {
			r.Events = append(r.Events, dispute.Event{ID: "rejects", Kind: dispute.KindReject, Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "aland"}},
				Links: []dispute.Link{{Kind: dispute.LinkInResponseTo, Event: "accuses"}}})
			r.Claims = append(r.Claims, dispute.Claim{ID: "rejected", Text: "aland rejected it", Content: dispute.Content{Occurred: "rejects"}})
			r.Attributions = append(r.Attributions, disputetest.Says("said-no", "aland", dispute.StanceAsserts, "rejected"))
		}, nil},
		{"the addressee is asked, and the accused", "", func(r *dispute.Record) {
			r.Events[0].Participants = append(r.Events[0].Participants, dispute.Participant{Role: dispute.RoleAddressee, Actor: "herald"})
		}, []string{"no-response/event/accuses/aland/letter", "no-response/event/accuses/herald/letter"}},
		{"of a demand the addressee alone is asked", "", func(r *dispute.Record) {
			r.Events[0].Kind = dispute.KindDemand
			r.Events[0].Participants = append(r.Events[0].Participants, dispute.Participant{Role: dispute.RoleAddressee, Actor: "herald"})
		}, []string{"no-response/event/accuses/herald/letter"}},
		{"a report of silence stands for its principal's", "", add(silence("n", "2024-08-15")),
			[]string{"no-response/attribution/charge/aland-ministry/letter"}},
		{"an earlier denial by another organ does not cancel it", "", add(silence("n", "2024-08-15"), disputetest.On(disputetest.Says("d", "aland", dispute.StanceDenies, "raid"), "2024-08-11")),
			[]string{"no-response/attribution/charge/aland-ministry/letter"}},
		{"of two reports of silence the last one tells", "", add(silence("n", "2024-08-15"), silence("m", "2024-08-17")),
			[]string{"no-response/attribution/charge/aland-ministry/letter"}},
		{"a response after the report of silence answers", "", add(silence("n", "2024-08-15"), disputetest.On(disputetest.Says("d", "aland-ministry", dispute.StanceDenies, "raid"), "2024-08-16")), nil},
		{"a response that may be older than the report of silence does not answer it", "", add(silence("n", "2024-08-15"), disputetest.On(disputetest.Says("d", "aland-ministry", dispute.StanceDenies, "raid"), "2024-08")),
			[]string{"no-response/attribution/charge/aland-ministry/letter"}},
		{"a response on the day of the report of silence does not answer it", "", add(silence("n", "2024-08-15"), disputetest.On(disputetest.Says("d", "aland-ministry", dispute.StanceDenies, "raid"), "2024-08-15")),
			[]string{"no-response/attribution/charge/aland-ministry/letter"}},
		{"a report of silence on the day of the accusation stands for its principal's", "", add(silence("n", "2024-08-10")),
			[]string{"no-response/attribution/charge/aland-ministry/letter"}},
		{"a report of silence from before the accusation does not", "", add(silence("n", "2024-08-09")),
			[]string{"no-response/attribution/charge/aland-ministry/letter", "no-response/event/accuses/aland/letter"}},
		{"silence is no answer", "", add(disputetest.On(disputetest.Says("n", "aland", dispute.StanceHasNotResponded, "raid"), "2024-08-12")),
			[]string{"no-response/claim/raid/aland", "no-response/event/accuses/aland/letter"}},
		{"silence reported of two is asked of each", "", add(jointSilence),
			[]string{"no-response/attribution/charge/aland-ministry/letter", "no-response/attribution/charge/herald/letter"}},
		{"one of two reported silent has answered since", "", add(jointSilence, disputetest.On(disputetest.Says("d", "aland-ministry", dispute.StanceDenies, "raid"), "2024-08-16")),
			[]string{"no-response/attribution/charge/herald/letter"}},
		{"a withdrawn answer is none", "", add(disputetest.On(disputetest.Says("d", "aland", dispute.StanceDenies, "raid"), "2024-08-12"), disputetest.Aimed("back", "aland", dispute.StanceRetracts, "d")),
			[]string{"no-response/event/accuses/aland/letter"}},
		{"an undercut answer is none", "", add(disputetest.On(disputetest.Says("d", "aland-agency", dispute.StanceDeclinesComment, "raid"), "2024-08-12"), disputetest.Aimed("forged", "herald", dispute.StanceUndercuts, "d")),
			[]string{"no-response/event/accuses/aland/letter"}},
		{"an undercut by the other side takes no answer away", "", add(disputetest.On(disputetest.Says("d", "aland", dispute.StanceDenies, "raid"), "2024-08-12"), disputetest.Aimed("forged", "beland", dispute.StanceUndercuts, "d")), nil},
		{"an answer of unknown lineage is none", "", add(disputetest.Unsourced(disputetest.On(disputetest.Says("d", "aland", dispute.StanceDenies, "raid"), "2024-08-12"))),
			[]string{"no-response/event/accuses/aland/letter"}},
		{"who only says that he speaks for the accused answers too", "", add(disputetest.OnBehalf(disputetest.On(disputetest.Says("d", "herald", dispute.StanceDenies, "raid"), "2024-08-12"), "aland")), nil},
		{"an answer to the statement in the document is one", "", add(disputetest.On(disputetest.Aimed("d", "aland", dispute.StanceDeclinesComment, "charge"), "2024-08-12")), nil},
		{"a withdrawn answer does not end a reported silence", "", add(silence("n", "2024-08-15"), disputetest.On(disputetest.Says("d", "aland-ministry", dispute.StanceDenies, "raid"), "2024-08-16"),
			disputetest.Aimed("back", "aland-ministry", dispute.StanceRetracts, "d")), []string{"no-response/attribution/charge/aland-ministry/letter"}},
		{"an undercut report of silence gives way to what is on file", "", add(silence("n", "2024-08-15"), disputetest.Aimed("wrong", "herald", dispute.StanceUndercuts, "n")),
			[]string{"no-response/event/accuses/aland/letter"}},
		{"a withdrawn denial of something else is none", "", func(r *dispute.Record) {
			r.Claims = append(r.Claims, dispute.Claim{ID: "massacre", Text: "aland killed villagers", Entails: []dispute.ClaimID{"raid"}})
			r.Attributions = append(r.Attributions, disputetest.On(disputetest.Says("d", "aland", dispute.StanceDenies, "massacre"), "2024-08-12"), disputetest.Aimed("back", "aland", dispute.StanceRetracts, "d"))
		}, []string{"no-response/event/accuses/aland/letter"}},
		{"an accusation that is not established asks nothing", "", func(r *dispute.Record) {
			r.Attributions = r.Attributions[1:] // beland did not say that it accused
		}, []string{"no-origin/claim/accused"}},
		{"the accused denies something else", "", func(r *dispute.Record) {
			r.Claims = append(r.Claims, dispute.Claim{ID: "massacre", Text: "aland killed villagers", Entails: []dispute.ClaimID{"raid"}})
			r.Attributions = append(r.Attributions, disputetest.On(disputetest.Says("d", "aland", dispute.StanceDenies, "massacre"), "2024-08-12"))
		}, []string{"denial-of-another/event/accuses/aland/letter"}},
		{"an older denial of one of two things alleged is no denial of another", "", func(r *dispute.Record) {
			r.Claims = append(r.Claims, dispute.Claim{ID: "massacre", Text: "aland killed villagers", Entails: []dispute.ClaimID{"raid"}})
			r.Events[0].Claims = append(r.Events[0].Claims, "massacre")
			r.Attributions = append(r.Attributions, disputetest.On(disputetest.Says("d", "aland", dispute.StanceDenies, "massacre"), "2024-08-09"))
		}, []string{"no-response/event/accuses/aland/letter"}},
		{"nobody said it first-hand", "", func(r *dispute.Record) {
			*r = disputetest.Cast()
			a := disputetest.Says("a", "courier", dispute.StanceAsserts, "raid")
			a.Lineage = 0
			r.Attributions = append(r.Attributions, a)
		}, []string{"no-origin/claim/raid"}},
		{"nobody said it, but somebody what entails it", "", bearing(dispute.Claim{ID: "massacre", Text: "m", Entails: []dispute.ClaimID{"raid"}}, dispute.StanceAsserts), nil},
		{"somebody only denied what entails it", "", bearing(dispute.Claim{ID: "massacre", Text: "m", Entails: []dispute.ClaimID{"raid"}}, dispute.StanceDenies), []string{"no-origin/claim/raid"}},
		{"nobody denied it, but somebody what it entails", "", func(r *dispute.Record) {
			bearing(dispute.Claim{ID: "violence", Text: "v"}, dispute.StanceDenies)(r)
			r.Claims[0].Entails = []dispute.ClaimID{"violence"}
		}, nil},
		{"somebody only said what it entails", "", func(r *dispute.Record) {
			bearing(dispute.Claim{ID: "violence", Text: "v"}, dispute.StanceAsserts)(r)
			r.Claims[0].Entails = []dispute.ClaimID{"violence"}
		}, []string{"no-origin/claim/raid"}},
		{"somebody said what contradicts it", "", bearing(dispute.Claim{ID: "peace", Text: "p", Contradicts: []dispute.ClaimID{"raid"}}, dispute.StanceAsserts), nil},
		{"what was said to contradict it is disputed", "", func(r *dispute.Record) {
			bearing(dispute.Claim{ID: "peace", Text: "p", Contradicts: []dispute.ClaimID{"raid"}}, dispute.StanceAsserts)(r)
			said := r.Attributions[len(r.Attributions)-1]
			r.Attributions = append(r.Attributions, disputetest.Aimed("disputed", "courier", dispute.StanceUndercuts, said.ID))
		}, nil},
		{"somebody only denied what contradicts it", "", bearing(dispute.Claim{ID: "peace", Text: "p", Contradicts: []dispute.ClaimID{"raid"}}, dispute.StanceDenies), []string{"no-origin/claim/raid"}},
		{"the only one who said it took it back", "", func(r *dispute.Record) {
			*r = disputetest.Cast()
			r.Attributions = append(r.Attributions, disputetest.States("herald", "raid"), disputetest.Aimed("back", "herald", dispute.StanceRetracts, "herald-on-raid"))
		}, nil},
		{"without a day nothing is overdue", "", expect("2024-08-22"), nil},
		{"not yet due", "2024-08-21", expect("[2024-08-22..2024-08-28]"), nil},
		{"due from its first day", "2024-08-22", expect("[2024-08-22..2024-08-28]"), []string{"ageing/event/session"}},
		{"due to its last day", "2024-08-28", expect("[2024-08-22..2024-08-28]"), []string{"ageing/event/session"}},
		{"overdue when the whole window has passed", "2024-08-29", expect("[2024-08-22..2024-08-28]"), []string{"overdue/event/session"}},
		{"expected some time", "2024-08-29", expect("2024-08-22/.."), []string{"ageing/event/session"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := disputetest.Accusation()
			c.edit(&r)
			var l dispute.Lens
			if c.by != "" {
				l.KnownBy = edtf.MustParseDay(c.by)
			}
			var got []string
			for _, q := range disputetest.View(t, r, l).OpenQuestions() {
				got = append(got, q.ID)
				if q.String() == "" || len(q.Reasons().Items()) == 0 {
					t.Errorf("question %q lacks its text or reasons", q.ID)
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("open questions (-want +got):\n%s", diff)
			}
		})
	}
}

// An answer counts from the day of what it answers on, and silence is none.
func TestAnswersCountFromTheDay(t *testing.T) {
	for day, want := range map[string]int{"2024-08-09": 0, "2024-08-10": 1, "2024-08-11": 1} {
		r := disputetest.Accusation()
		r.Attributions = append(r.Attributions, disputetest.On(disputetest.Says("d", "aland", dispute.StanceDenies, "raid"), day),
			disputetest.On(disputetest.Says("n", "aland", dispute.StanceHasNotResponded, "raid"), "2024-08-12"))
		list := disputetest.View(t, r, dispute.Lens{}).Answers("accuses")
		if len(list) != want || want == 1 && list[0].Attribution != "d" {
			t.Errorf("denied on %s: answers %v, want %d", day, list, want)
		}
	}
}

// The date of a question is that of the report of silence, or the view's.
func TestOpenQuestionsAreDated(t *testing.T) {
	r := disputetest.Accusation()
	n := disputetest.On(disputetest.Says("n", "aland-ministry", dispute.StanceHasNotResponded, ""), "2024-08-15")
	n.Attribution = "charge"
	earlier := disputetest.On(n, "2024-08-13")
	earlier.ID = "a-report-before"
	r.Attributions = append(r.Attributions, n, earlier)
	for _, q := range disputetest.View(t, r, dispute.Lens{KnownBy: edtf.MustParseDay("2024-08-20")}).OpenQuestions() {
		if want := edtf.MustParseDay("2024-08-15"); q.AsOf != want {
			t.Errorf("%s is as of %s, want %s", q.ID, q.AsOf, want)
		}
	}
	for _, q := range disputetest.View(t, disputetest.Accusation(), dispute.Lens{KnownBy: edtf.MustParseDay("2024-08-20")}).OpenQuestions() {
		if want := edtf.MustParseDay("2024-08-20"); q.AsOf != want {
			t.Errorf("%s is as of %s, want %s", q.ID, q.AsOf, want)
		}
	}
}

// The question rests also on a later report that does not count, and on what took
// that away: without either the later one would tell.
func TestOpenQuestionsNameReportsThatDoNotCount(t *testing.T) {
	r := disputetest.Accusation()
	silence := func(id dispute.AttributionID, day string) dispute.Attribution {
		return disputetest.On(disputetest.Aimed(id, "aland-ministry", dispute.StanceHasNotResponded, "charge"), day)
	}
	r.Attributions = append(r.Attributions, silence("n", "2024-08-15"), silence("m", "2024-08-17"),
		disputetest.Aimed("wrong", "herald", dispute.StanceUndercuts, "m"))
	q := disputetest.View(t, r, dispute.Lens{}).OpenQuestions()[0]
	if want := edtf.MustParseDay("2024-08-15"); q.AsOf != want {
		t.Errorf("as of %s, want %s", q.AsOf, want)
	}
	for _, id := range []dispute.AttributionID{"n", "m", "wrong"} {
		if !slices.Contains(q.Reasons().Items(), id.Ref()) {
			t.Errorf("the reasons do not name %s:\n%s", id, q.Reasons())
		}
	}
}

// Who says that something is expected is named once, whether they say so themselves or
// are listed as saying so.
func TestExpectedEventsNameWhoExpectsThem(t *testing.T) {
	r := disputetest.Cast()
	r.Sources = []dispute.Source{{ID: "story", Kind: dispute.SourceArticle, Publisher: "courier"}, {ID: "note", Kind: dispute.SourceArticle, Publisher: "herald"}}
	r.Events = []dispute.Event{{ID: "session", Kind: dispute.KindDeliberate, Phase: dispute.PhaseExpected, Summary: "the council meets", When: edtf.MustParse("2024-08-01"),
		Sources: []dispute.SourceID{"story", "note"}}}
	r.Claims = []dispute.Claim{{ID: "met", Text: "the council meets", Content: dispute.Content{Occurred: "session"}}}
	r.Attributions = []dispute.Attribution{disputetest.States("courier", "met"), disputetest.States("beland-agency", "met")}
	const want = "as of 21 August 2024, this is overdue, which was expected on 1 August 2024, according to beland's agency, courier and herald: the council meets"
	open := disputetest.View(t, r, dispute.Lens{KnownBy: disputetest.Day("2024-08-21")}).OpenQuestions()
	if len(open) != 1 || open[0].String() != want {
		t.Errorf("got  %v\nwant %q", open, want)
	}
}

// A report of silence is somebody's report; that no answer is on file is not.
func TestOpenQuestionsSayWhoReportsSilence(t *testing.T) {
	r := disputetest.Accusation()
	r.Sources = append(r.Sources, dispute.Source{ID: "story", Kind: dispute.SourceArticle, Title: "a story", Publisher: "courier"},
		dispute.Source{ID: "note", Kind: dispute.SourceArticle, Title: "a note", Publisher: "courier", Confidential: true})
	asked := func(edit func(*dispute.Attribution)) string {
		r := r
		n := disputetest.On(disputetest.Aimed("n", "aland-ministry", dispute.StanceHasNotResponded, "charge"), "2024-08-15")
		edit(&n)
		r.Attributions = append(r.Attributions, n)
		for _, q := range disputetest.View(t, r, dispute.Lens{}).OpenQuestions() {
			return q.String()
		}
		return ""
	}
	const silent = "aland's ministry has not responded to the letter, in which beland said on 10 August 2024 that aland raided a village"
	for source, want := range map[dispute.SourceID]string{
		"story": "as of 15 August 2024, according to courier, " + silent,
		"note":  "as of 15 August 2024, according to a confidential source, " + silent,
		"":      "as of 15 August 2024, according to an unknown reporter, " + silent,
	} {
		if got := asked(func(a *dispute.Attribution) { a.Source = source }); got != want {
			t.Errorf("source %q:\ngot  %q\nwant %q", source, got, want)
		}
	}
	r.Attributions = append(r.Attributions, disputetest.Says("no", "aland", dispute.StanceDenies, "raid"))
	if q := asked(func(a *dispute.Attribution) { a.Attribution, a.Claim = "", "raid" }); q != "as of 15 August 2024, according to an unknown reporter, aland's ministry has not responded to the allegation that aland raided a village" {
		t.Errorf("of a claim: got %q", q)
	}
	r = disputetest.Accusation()
	want := "no response from aland to this is on file: beland accuses aland"
	for _, q := range disputetest.View(t, r, dispute.Lens{}).OpenQuestions() {
		if q.String() != want {
			t.Errorf("got %q, want %q", q.String(), want)
		}
	}
}
