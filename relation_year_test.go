package dispute_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

func TestYears(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b")
	f.Event("threat", dispute.KindThreatenForce, "2019", "actor", "a", "target", "b")
	f.Event("raid", dispute.KindAttack, "2020-12-20/2021-01-05", "actor", "a", "target", "b")
	f.Event("siege", dispute.KindBlockade, "[2022-12-31,2023-01-01]", "actor", "a", "target", "b")
	r := f.View(t, dispute.Lens{}).Relation("a", "b", dispute.TrackHostility)
	var got []string
	for y := range r.Years(2018, 2024) {
		s := dispute.RelationState{States: y.States}
		got = append(got, fmt.Sprintf("%d: %s; %s to %s", y.Year, disputetest.Brief(s), y.AtLeast, y.AtMost))
	}
	if diff := cmp.Diff([]string{
		"2018: (none) certain; none to none",
		"2019: threat certain, (none) possible; threat to threat",
		"2020: none certain, force certain; force to force",
		"2021: none certain, force certain; force to force",
		"2022: none certain, force possible; none to force",
		"2023: none certain, force possible; none to force",
		"2024: none certain; none to none",
	}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for y := range (dispute.Relation{}).Years(2024, 2024) {
		if !y.NoChangeRecorded || y.Year != 2024 {
			t.Errorf("the zero relation: %+v, want no change recorded", y)
		}
	}
}

// What is said of a year names whom it was against.
func TestYearsInWords(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b", "c")
	f.Event("arms", dispute.KindProvideWeapons, "2024-08-04", "actor", "a", "recipient", "b", "target", "c")
	for y := range f.View(t, dispute.Lens{}).Relation("a", "b", dispute.TrackSupport).Years(2024, 2024) {
		if got, want := y.String(), "support from a to b in 2024: weapons against c, certain"; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestDurations(t *testing.T) {
	r := sahelBreak().View(t, dispute.Lens{}).Relation("mali", "ukraine", dispute.TrackDiplomaticRelations)
	for _, tc := range []struct {
		state       dispute.State
		first, last string
		want        [2]int64
	}{
		{dispute.StateSevered, "2024-08-01", "2024-08-31", [2]int64{11, 31}},
		{dispute.StateEstablished, "2024-08-01", "2024-08-31", [2]int64{0, 20}},
		{dispute.StateEstablished, "2024-07-01", "2024-07-31", [2]int64{31, 31}},
		{dispute.StateSevered, "2024-08-31", "2024-08-31", [2]int64{1, 1}},
		{dispute.StateSevered, "2024-08-21", "2024-08-21", [2]int64{1, 1}},
		{dispute.StateSevered, "2024-08-20", "2024-08-20", [2]int64{0, 1}},
		{dispute.StateSevered, "2024-07-31", "2024-07-31", [2]int64{0, 0}},
		{dispute.StateSevered, "2024-08-31", "2024-08-01", [2]int64{}},
		{dispute.StateWar, "2024-08-01", "2024-08-31", [2]int64{}},
	} {
		d := r.CountDays(tc.state, disputetest.Day(tc.first), disputetest.Day(tc.last))
		if got := [2]int64{d.AtLeast, d.AtMost}; got != tc.want {
			t.Errorf("%s from %s to %s: %d to %d days, want %d to %d", tc.state, tc.first, tc.last, got[0], got[1], tc.want[0], tc.want[1])
		}
	}
}

// What happened on a day counts in its year, whatever the state is at its end.
func TestYearsKnowWhatHappenedWithinADay(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b", "c", "d")
	f.Event("attack", dispute.KindAttack, "2024-06-03", "actor", "a", "target", "b").Sequence = 1
	f.Event("truce", dispute.KindDeclareTruce, "2024-06-03", "actor", "a", "target", "b").Sequence = 2
	f.Event("war", dispute.KindDeclareWar, "2023-06-03", "actor", "a", "target", "c")
	f.Event("peace", dispute.KindDeclareTruce, "2024-01-01", "actor", "a", "target", "c").Sequence = 2
	f.Event("strike", dispute.KindAttack, "2026-01", "actor", "a", "target", "d")
	f.Event("strike-again", dispute.KindAttack, "2026-01", "actor", "a", "target", "d")
	f.Event("quiet", dispute.KindDeclareTruce, "2026-01", "actor", "a", "target", "d")
	v := f.View(t, dispute.Lens{})
	for _, tc := range []struct {
		to   dispute.ActorID
		year int64
		want string
	}{
		{"b", 2023, "none to none"},
		{"b", 2024, "force to force"},
		{"b", 2025, "none to none"},
		{"c", 2022, "not stated to war"},
		{"c", 2023, "force to war"},
		{"c", 2024, "none to none"},
		{"d", 2026, "force to war"},
	} {
		for y := range v.Relation("a", tc.to, dispute.TrackHostility).Years(tc.year, tc.year) {
			if got := fmt.Sprint(y.AtLeast, " to ", y.AtMost); got != tc.want {
				t.Errorf("towards %s in %d: %s, want %s", tc.to, tc.year, got, tc.want)
			}
		}
	}
}

func TestTheLastYearsAndDaysOfAll(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b")
	f.Event("cut", dispute.KindSeverRelations, "2024-08-04", "actor", "a", "target", "b")
	v := f.View(t, dispute.Lens{})
	for _, r := range []dispute.Relation{v.Relation("a", "b", dispute.TrackDiplomaticRelations), v.Relation("a", "b", dispute.TrackHostility)} {
		var got []int64
		for y := range r.Years(math.MaxInt64-1, math.MaxInt64) {
			if got = append(got, y.Year); len(got) > 2 {
				t.Fatal("the years do not end")
			}
		}
		if diff := cmp.Diff([]int64{math.MaxInt64 - 1, math.MaxInt64}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", r.Pair(), diff)
		}
	}
	const days int64 = 1<<41 + 1
	far := disputetest.Day("2024-08-04").AddDays(days - 1)
	if d := v.Relation("a", "b", dispute.TrackDiplomaticRelations).CountDays(dispute.StateSevered, disputetest.Day("2024-08-04"), far); d.AtLeast != days || d.AtMost != days {
		t.Errorf("severed for %d to %d days, want %d", d.AtLeast, d.AtMost, days)
	}
}

// An unknown state can be any, and a state of another track none.
func TestDurationsOfTheUnknown(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b")
	f.Event("war", dispute.KindDeclareWar, "2024-08-10", "actor", "a", "target", "b")
	v := f.View(t, dispute.Lens{})
	for _, tc := range []struct {
		track       dispute.Track
		state       dispute.State
		first, last string
		want        [2]int64
		fact        string
	}{
		{dispute.TrackHostility, dispute.StateForce, "2024-08-01", "2024-08-20", [2]int64{11, 20}, "hostility from a to b: duration of force"},
		{dispute.TrackHostility, dispute.StateSevered, "2024-08-01", "2024-08-20", [2]int64{}, "hostility from a to b: duration of severed: no state of this track"},
		{dispute.TrackHostility, dispute.StateForce, "2024-08-20", "2024-08-01", [2]int64{}, "hostility from a to b: duration of force: the last day given is before the first"},
		{dispute.TrackHostility, dispute.StateForce, "", "2024-08-01", [2]int64{}, "hostility from a to b: duration of force: no days given"},
		{dispute.TrackStance, dispute.StateNeutral, "2024-08-01", "2024-08-20", [2]int64{0, 20}, "stance from a to b: no change recorded"},
		{dispute.TrackSupport, dispute.StateTroops, "2024-08-01", "2024-08-20", [2]int64{0, 0}, "support from a to b: no change recorded"},
	} {
		day := func(s string) (d edtf.Day) {
			if s != "" {
				d = disputetest.Day(s)
			}
			return d
		}
		d := v.Relation("a", "b", tc.track).CountDays(tc.state, day(tc.first), day(tc.last))
		if got := [2]int64{d.AtLeast, d.AtMost}; got != tc.want || conclusion(d.Reasons()) != tc.fact {
			t.Errorf("%v, %v: %v days by %q, want %v by %q", tc.track, tc.state, got, conclusion(d.Reasons()), tc.want, tc.fact)
		}
	}
}

// A change whose days have no last comes after those that have one.
func TestChangesWithoutALastDayComeLast(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b")
	f.Event("mend", dispute.KindRestoreRelations, "[2024-08-01..]", "actor", "a", "target", "b")
	f.Event("sever", dispute.KindSeverRelations, "[2024-08-01..2024-08-09]", "actor", "a", "target", "b")
	r := f.View(t, dispute.Lens{}).Relation("a", "b", dispute.TrackDiplomaticRelations)
	if diff := cmp.Diff([]string{"sever: severed certain between 1 and 9 August 2024", "mend: established certain on or after 1 August 2024"},
		turnsOf(r.Changes(disputetest.Day("2024-01-01"), edtf.Day{}))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Where nothing is on file the answers rest on the actors that are.
func TestNothingOnFileHasReasons(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b")
	r := f.View(t, dispute.Lens{}).Relation("a", "nobody", dispute.TrackStance)
	var years dispute.RelationYear
	for years = range r.Years(2024, 2024) {
	}
	for i, reasons := range []dispute.Reasons{r.On(disputetest.Day("2024-08-04")).Reasons(), r.On(edtf.Day{}).Reasons(), r.History().Reasons(), years.Reasons(),
		r.CountDays(dispute.StateNeutral, disputetest.Day("2024-08-04"), disputetest.Day("2024-08-05")).Reasons()} {
		if diff := cmp.Diff([]dispute.Ref{{Kind: dispute.ItemActor, ID: "a"}}, reasons.Items()); diff != "" {
			t.Errorf("answer %d (-want +got):\n%s", i, diff)
		}
		if got, want := conclusion(reasons), "stance from a to nobody: no change recorded"; got != want {
			t.Errorf("answer %d: %q, want %q", i, got, want)
		}
	}
	if r := (dispute.Relation{}).On(disputetest.Day("2024-08-04")); !r.NoChangeRecorded || r.Reasons().Items() != nil {
		t.Errorf("the zero relation: %+v", r)
	}
	f.Event("praise", dispute.KindPraise, "2024-08-04", "actor", "a", "target", "b")
	if got := conclusion(f.View(t, dispute.Lens{}).Relation("a", "b", dispute.TrackStance).On(edtf.Day{}).Reasons()); got != "stance from a to b: no day given" {
		t.Errorf("without a day: %q", got)
	}
}

// conclusion returns the fact that reasons explain.
func conclusion(r dispute.Reasons) string { return r.Nodes[r.Root].Fact }
