package dispute_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// An empty record and a record of one actor have empty answers, not errors.
func TestNothingOnFile(t *testing.T) {
	for name, r := range map[string]dispute.Record{
		"empty":     {},
		"one actor": {Actors: []dispute.Actor{{ID: "aland", Kind: dispute.ActorState, Name: "Aland"}}},
	} {
		t.Run(name, func(t *testing.T) {
			v := disputetest.View(t, r, dispute.Lens{KnownBy: disputetest.Day("2024-08-21")})
			if got := v.Timeline(); len(got.Entries) != 0 || len(got.Contradictions) != 0 {
				t.Errorf("timeline of nothing: %+v", got)
			}
			if got := v.Status("no-such-claim"); got.Label != 0 || got.String() != "not assessed" {
				t.Errorf("status of an unknown claim: %v", got)
			}
			if got := v.EventStatus("no-such-event"); got.Label != 0 {
				t.Errorf("status of an unknown event: %v", got)
			}
			if got := v.Before("a", "b"); got != 0 {
				t.Errorf("order of unknown events: %v", got)
			}
			if got := v.When("no-such-event"); len(got.Reasons().Nodes) != 0 || !got.LatestEnd.IsZero() {
				t.Errorf("dates of an unknown event: %v", got)
			}
			if got := v.Sentence(dispute.AttributionID("no-such-attribution").Ref()); got != "" {
				t.Errorf("sentence of an unknown attribution: %q", got)
			}
			if got := v.Conflicts(); len(got) != 0 {
				t.Errorf("conflicts of nothing: %v", got)
			}
			for _, q := range v.OpenQuestions() {
				t.Errorf("open question of nothing: %v", q.ID)
			}
		})
	}
}

func TestViewRefuses(t *testing.T) {
	d, err := dispute.Compile(disputetest.Cast())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		lens dispute.Lens
		want error
	}{
		{"an unknown standpoint", dispute.Lens{Standpoint: "atlantis"}, dispute.ErrDanglingReference},
		{"an unknown competent body", dispute.Lens{Policy: dispute.Policy{Competent: []dispute.ActorID{"court"}}}, dispute.ErrDanglingReference},
		{"no label", dispute.Lens{Policy: dispute.Policy{Accept: []dispute.Label{0}}}, dispute.ErrValue},
		{"a label that does not exist", dispute.Lens{Policy: dispute.Policy{Accept: []dispute.Label{99}}}, dispute.ErrValue},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := d.View(c.lens); !errors.Is(err, c.want) {
				t.Errorf("got error %v, want %v", err, c.want)
			}
		})
	}
}

// dated returns a raid statement that was known and recorded on these days.
func dated(id dispute.AttributionID, known, recorded string) dispute.Attribution {
	a := disputetest.Says(id, "beland", dispute.StanceAsserts, "raid")
	if known != "" {
		a.Known = disputetest.Day(known)
	}
	if recorded != "" {
		a.Recorded = disputetest.Day(recorded)
	}
	return a
}

// Known and recorded days: inclusive, the recorded day being the known day
// where it is not given, and absent both meaning always.
func TestLensDays(t *testing.T) {
	r := disputetest.Cast()
	published := disputetest.Says("published", "beland", dispute.StanceAsserts, "raid")
	published.Source = "paper"
	vague := disputetest.Says("vague", "beland", dispute.StanceAsserts, "raid")
	vague.Published = edtf.MustParse("2024-08")
	r.Sources = []dispute.Source{{ID: "paper", Kind: dispute.SourceArticle, Published: edtf.MustParse("2024-08-05")}}
	r.Attributions = []dispute.Attribution{
		dated("always", "", ""), dated("known", "2024-08-05", ""), dated("recorded-later", "2024-08-05", "2024-08-09"), published, vague,
	}
	d, err := dispute.Compile(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		known, recorded string
		want            []dispute.AttributionID
	}{
		{"2024-08-04", "", []dispute.AttributionID{"always"}},
		{"2024-08-05", "", []dispute.AttributionID{"always", "known", "published", "recorded-later"}},
		{"2024-08-30", "", []dispute.AttributionID{"always", "known", "published", "recorded-later"}},
		{"2024-08-31", "", []dispute.AttributionID{"always", "known", "published", "recorded-later", "vague"}},
		{"", "2024-08-05", []dispute.AttributionID{"always", "known", "published"}},
		{"", "2024-08-09", []dispute.AttributionID{"always", "known", "published", "recorded-later"}},
		{"2024-08-05", "2024-08-08", []dispute.AttributionID{"always", "known", "published"}},
	} {
		var l dispute.Lens
		if c.known != "" {
			l.KnownBy = disputetest.Day(c.known)
		}
		if c.recorded != "" {
			l.RecordedBy = disputetest.Day(c.recorded)
		}
		v, err := d.View(l)
		if err != nil {
			t.Fatal(err)
		}
		var got []dispute.AttributionID
		for _, root := range v.Status("raid").For.Roots() {
			got = append(got, root.Attribution)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("known by %q, recorded by %q: got %v, want %v", c.known, c.recorded, got, c.want)
		}
	}
}

// What an event or a statement has no days of its own for is known, and so
// recorded, from those of its sources on: an event from when all of them are known,
// a statement from when it was published itself, if that is given.
func TestDaysTakenFromSources(t *testing.T) {
	r := disputetest.Cast()
	source := func(id dispute.SourceID, known string) dispute.Source {
		return dispute.Source{ID: id, Kind: dispute.SourceArticle, Publisher: "herald", Known: disputetest.Day(known), Recorded: disputetest.Day("2024-08-01")}
	}
	r.Sources = []dispute.Source{source("first", "2024-08-05"), source("second", "2024-08-09")}
	r.Events = []dispute.Event{{ID: "attack", Kind: dispute.KindAttack, Sources: []dispute.SourceID{"first", "second"}}}
	early, late := disputetest.Says("early", "herald", dispute.StanceAsserts, "raid"), disputetest.Says("late", "herald", dispute.StanceAsserts, "raid")
	early.Source, early.Published, late.Source = "second", edtf.MustParse("2024-08-03"), "second"
	r.Attributions = []dispute.Attribution{early, late}
	for day, want := range map[string][3]bool{ // the event, the early statement, the late one
		"2024-08-02": {}, "2024-08-03": {1: true}, "2024-08-08": {1: true}, "2024-08-09": {true, true, true},
	} {
		v := disputetest.View(t, r, dispute.Lens{RecordedBy: disputetest.Day(day)})
		_, event := v.Event("attack")
		_, early := v.Attribution("early")
		_, late := v.Attribution("late")
		if got := [3]bool{event, early, late}; got != want {
			t.Errorf("recorded by %s: got %t, want %t", day, got, want)
		}
	}
}

// What refers to something not yet there is not there either, over any
// number of steps.
func TestItemsGoWithWhatTheyReferTo(t *testing.T) {
	r := disputetest.Cast()
	r.Actors = append(r.Actors, dispute.Actor{ID: "witness", Kind: dispute.ActorPerson, Name: "a witness", Recorded: disputetest.Day("2024-09-01")})
	r.Sources = []dispute.Source{{ID: "paper", Kind: dispute.SourceArticle, Publisher: "witness"}}
	a := disputetest.Says("a", "beland", dispute.StanceAsserts, "raid")
	a.Source = "paper"
	r.Attributions = []dispute.Attribution{a}
	if got := disputetest.View(t, r, dispute.Lens{RecordedBy: disputetest.Day("2024-08-31")}).Status("raid"); got.Label != dispute.LabelUnasserted {
		t.Errorf("before the witness is on file: %v, want unasserted", got)
	}
	if got := disputetest.View(t, r, dispute.Lens{RecordedBy: disputetest.Day("2024-09-01")}).Status("raid"); got.Label != dispute.LabelAlleged {
		t.Errorf("once the witness is on file: %v, want alleged", got)
	}
}

// References lead through the chain of supersession, from the superseding
// item's own days on.
func TestSupersession(t *testing.T) {
	r := disputetest.Cast()
	version := func(id, supersedes dispute.EventID, when, recorded string) dispute.Event {
		return dispute.Event{ID: id, Supersedes: supersedes, Kind: dispute.KindAttack, When: edtf.MustParse(when), Recorded: disputetest.Day(recorded)}
	}
	r.Events = []dispute.Event{
		version("e1", "", "2024-07", "2024-08-01"),
		version("e2", "e1", "[2024-07-21..2024-07-31]", "2024-08-05"),
		version("e3", "e2", "2024-07-25", "2024-08-09"),
	}
	d, err := dispute.Compile(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ recorded, event, first, last string }{
		{"2024-08-01", "e1", "2024-07-01", "2024-07-31"},
		{"2024-08-05", "e2", "2024-07-21", "2024-07-31"},
		{"2024-08-09", "e3", "2024-07-25", "2024-07-25"},
	} {
		v, err := d.View(dispute.Lens{RecordedBy: disputetest.Day(c.recorded)})
		if err != nil {
			t.Fatal(err)
		}
		got := v.When("e1")
		if got.Event != dispute.EventID(c.event) || got.EarliestStart != disputetest.Day(c.first) || got.LatestStart != disputetest.Day(c.last) {
			t.Errorf("recorded by %s: e1 is %s, %s to %s; want %s, %s to %s", c.recorded,
				got.Event, got.EarliestStart, got.LatestStart, c.event, c.first, c.last)
		}
		if n := len(v.Timeline().Entries); n != 1 {
			t.Errorf("recorded by %s: %d entries, want one for all versions", c.recorded, n)
		}
	}
}

// Where versions branch, the one entered last of all that nothing supersedes
// rules, whatever its ID and however far down its branch, and every version leads
// to it.
func TestSupersessionFork(t *testing.T) {
	r := disputetest.Cast()
	r.Claims = append(r.Claims,
		dispute.Claim{ID: "b", Text: "entered last", Supersedes: "raid", Recorded: disputetest.Day("2024-08-09")},
		dispute.Claim{ID: "c", Text: "entered first", Supersedes: "raid", Recorded: disputetest.Day("2024-08-05")},
		dispute.Claim{ID: "d", Text: "a version of the one entered first", Supersedes: "c", Recorded: disputetest.Day("2024-08-10")})
	for _, id := range []dispute.ClaimID{"raid", "b", "c", "d"} {
		if got := disputetest.View(t, r, dispute.Lens{}).Status(id); got.Claim != "d" {
			t.Errorf("%s leads to %s, want d", id, got.Claim)
		}
	}
	if got := disputetest.View(t, r, dispute.Lens{RecordedBy: disputetest.Day("2024-08-08")}).Status("raid"); got.Claim != "c" {
		t.Errorf("before b was entered raid leads to %s, want c", got.Claim)
	}
	if got := disputetest.View(t, r, dispute.Lens{RecordedBy: disputetest.Day("2024-08-09")}).Status("d"); got.Label != 0 {
		t.Errorf("before d was entered it is %s", got.Label)
	}
	if got := disputetest.View(t, r, dispute.Lens{RecordedBy: disputetest.Day("2024-08-09")}).Status("c"); got.Claim != "b" {
		t.Errorf("before d was entered c leads to %s, want b", got.Claim)
	}
}

// The record is neither modified nor kept.
func TestCompileNeitherModifiesNorKeeps(t *testing.T) {
	r := disputetest.Accusation()
	r.Events[0].Participants = slices.Clone(r.Events[0].Participants)
	d, err := dispute.Compile(r)
	if err != nil {
		t.Fatal(err)
	}
	r.Events[0].Participants[0].Actor = "herald"
	r.Claims[0].Text = "overwritten"
	got := d.Record()
	if got.Events[0].Participants[0].Actor == "herald" || slices.ContainsFunc(got.Claims, func(c dispute.Claim) bool { return c.Text == "overwritten" }) {
		t.Error("the dossier keeps the caller's slices")
	}
	got.Events[0].Participants[0].Actor = "herald"
	if again := d.Record(); again.Events[0].Participants[0].Actor == "herald" {
		t.Error("the dossier gives out its own slices")
	}
}
