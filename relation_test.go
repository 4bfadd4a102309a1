package dispute

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dispute-go/dispute/edtf"
	"github.com/google/go-cmp/cmp"
)

// brief writes a state as "state: certainty" items; presupposed states are in
// parentheses, what supports a target is followed by it.
func brief(s RelationState) string {
	if s.NoChangeRecorded {
		return "no change recorded"
	}
	var items []string
	for _, p := range s.States {
		name := p.State.String()
		if p.State == 0 {
			name = "unknown"
		}
		if p.Against != "" {
			name += "/" + string(p.Against)
		}
		if p.Presupposed {
			name = "(" + name + ")"
		}
		items = append(items, name+" "+p.Certainty.String())
	}
	return strings.Join(items, ", ")
}

// A relationQuery is a question of a relation and the answer worked out by hand.
type relationQuery struct {
	from, to ActorID
	track    Track
	day      string
	want     string
}

func checkStates(t *testing.T, v *View, queries []relationQuery) {
	t.Helper()
	for _, q := range queries {
		r := v.Relation(q.from, q.to, q.track)
		if diff := cmp.Diff(q.want, brief(r.On(dayOf(q.day)))); diff != "" {
			t.Errorf("%s on %s (-want +got):\n%s", r.Pair(), q.day, diff)
		}
	}
}

const (
	diplomatic = TrackDiplomaticRelations
	sever      = KindSeverRelations
)

// sahelBreak is the break of relations as a report of 21 August 2024 tells it.
func sahelBreak() *caseFile {
	f := newCaseFile("mali", "niger", "burkina-faso", "ukraine")
	f.event("mali-cuts-ties", sever, "[2024-08-01..2024-08-21]", "actor", "mali", "target", "ukraine").
		Summary = "Mali severs diplomatic relations with Ukraine"
	f.event("niger-cuts-ties", sever, "[..2024-08-21]", "actor", "niger", "target", "ukraine").
		Links = []Link{{LinkAfter, "mali-cuts-ties"}}
	f.Events[1].Summary = "Niger severs diplomatic relations with Ukraine"
	return f
}

func TestSeveredWithinAMonth(t *testing.T) {
	v := sahelBreak().view(t, Lens{})
	checkStates(t, v, []relationQuery{
		{"mali", "ukraine", diplomatic, "2024-07-31", "(established) certain"},
		{"mali", "ukraine", diplomatic, "2024-08-01", "severed possible, (established) possible"},
		{"mali", "ukraine", diplomatic, "2024-08-07", "severed possible, (established) possible"},
		{"mali", "ukraine", diplomatic, "2024-08-20", "severed possible, (established) possible"},
		{"mali", "ukraine", diplomatic, "2024-08-21", "severed certain"},
		{"ukraine", "mali", diplomatic, "2024-08-21", "severed certain"},
		// Niger's break follows Mali's, so that it cannot lie before August.
		{"niger", "ukraine", diplomatic, "2024-07-31", "(established) certain"},
		{"niger", "ukraine", diplomatic, "2024-08-01", "severed possible, (established) possible"},
		{"niger", "ukraine", diplomatic, "2024-08-21", "severed certain"},
		{"burkina-faso", "ukraine", diplomatic, "2024-08-21", "no change recorded"},
		{"mali", "niger", diplomatic, "2024-08-21", "no change recorded"},
		{"mali", "ukraine", TrackRepresentation, "2024-08-21", "no change recorded"},
		{"mali", "ukraine", TrackStance, "2024-08-21", "no change recorded"},
		{"mali", "mali", diplomatic, "2024-08-21", "no change recorded"},
		{"mali", "nobody", diplomatic, "2024-08-21", "no change recorded"},
	})
}

func TestSentences(t *testing.T) {
	v := sahelBreak().view(t, Lens{})
	for _, tc := range []struct{ from, day, want string }{
		{"mali", "2024-07-31", "established (presupposed): certain"},
		{"mali", "2024-08-07", "severed: possible (between 1 and 21 August 2024) — Mali severs diplomatic relations with Ukraine [mali-cuts-ties], which took place on the word of newspaper; established (presupposed): possible"},
		{"mali", "2024-08-21", "severed: certain (between 1 and 21 August 2024) — Mali severs diplomatic relations with Ukraine [mali-cuts-ties], which took place on the word of newspaper"},
		{"burkina-faso", "2024-08-21", "no change recorded"},
	} {
		got := fmt.Sprint(v.Relation(ActorID(tc.from), "ukraine", diplomatic).On(dayOf(tc.day)))
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s on %s (-want +got):\n%s", tc.from, tc.day, diff)
		}
	}
}

// Whoever says that something took place does not say that it is over; nor is an
// affiliation without a period a matter of dates.
func TestSentencesOfEndsAndAffiliations(t *testing.T) {
	f := newCaseFile("a", "b", "c", "body")
	f.event("siege", KindBlockade, "2024-08-01/2024-08-03", "actor", "a", "target", "b")
	f.alleged("raid", KindAttack, "2024-08-01/2024-08-03", "actor", "a", "target", "c")
	f.alleged("shots", KindAttack, "[2024-08-01,2024-08-08]", "actor", "a", "target", "c")
	f.Actors[1].Affiliations = []Affiliation{{Kind: AffiliationMemberOf, To: "body"}}
	f.Actors[2].Affiliations = []Affiliation{{Kind: AffiliationMemberOf, To: "body", Period: dateOf("2024-01-01/2024-07-31")}}
	v := f.view(t, Lens{})
	for _, tc := range []struct {
		from, to ActorID
		track    Track
		want     string
	}{
		{"a", "b", TrackHostility, "no later hostile act on file: certain (on 4 August 2024) — after the end of: blockade [siege], which took place on the word of newspaper"},
		{"a", "c", TrackHostility, "no change recorded; alleged: attack [raid] (over by then: between 1 and 3 August 2024), unasserted (0,0); " +
			"attack [shots] (not on this day: between 1 and 8 August 2024), unasserted (0,0)"},
		{"a", "body", TrackMembership, "member: certain — by the affiliation on file with a [a]"},
		{"b", "body", TrackMembership, "none: certain (on 1 August 2024) — after the end of the affiliation on file with b [b]"},
	} {
		if diff := cmp.Diff(tc.want, v.Relation(tc.from, tc.to, tc.track).On(dayOf("2024-08-06")).String()); diff != "" {
			t.Errorf("%s and %s (-want +got):\n%s", tc.from, tc.to, diff)
		}
	}
}

func TestPairs(t *testing.T) {
	v := sahelBreak().view(t, Lens{})
	for _, tc := range []struct {
		from, to ActorID
		track    Track
		want     Pair
	}{
		{"ukraine", "mali", diplomatic, Pair{diplomatic, "mali", "ukraine"}},
		{"mali", "ukraine", diplomatic, Pair{diplomatic, "mali", "ukraine"}},
		{"niger", "mali", diplomatic, Pair{diplomatic, "mali", "niger"}}, // nothing on file
		{"niger", "mali", TrackStance, Pair{TrackStance, "niger", "mali"}},
	} {
		if diff := cmp.Diff(tc.want, v.Relation(tc.from, tc.to, tc.track).Pair()); diff != "" {
			t.Errorf("%s and %s (-want +got):\n%s", tc.from, tc.to, diff)
		}
	}
}

func TestZeroRelation(t *testing.T) {
	var r Relation
	if s := r.On(dayOf("2024-08-07")); !s.NoChangeRecorded || s.String() != "no change recorded" {
		t.Errorf("got %q, want no change recorded", s)
	}
	if h := r.History(); !h.NoChangeRecorded || r.Spells() != nil {
		t.Errorf("got history %+v, want none", h)
	}
	if r.String() != "no relation" || r.Pair() != (Pair{}) {
		t.Errorf("got %q with the pair %v, want no relation", r, r.Pair())
	}
	mali := sahelBreak().view(t, Lens{}).Relation("mali", "ukraine", diplomatic)
	if s := mali.On(edtf.Day{}); s.NoChangeRecorded || s.States != nil || s.String() != "no day given" {
		t.Errorf("without a day: %q with states %v, want no day given", s, s.States)
	}
}

func TestDayRangeContains(t *testing.T) {
	fourth, fifth := dayOf("2024-08-04"), dayOf("2024-08-05")
	for _, tc := range []struct {
		name string
		r    DayRange
		want []bool // the 3rd, 4th, 5th and 6th, and no day
	}{
		{"every day", DayRange{}, []bool{true, true, true, true, false}},
		{"two days", DayRange{First: fourth, Last: fifth}, []bool{false, true, true, false, false}},
		{"from a day on", DayRange{First: fourth}, []bool{false, true, true, true, false}},
		{"up to a day", DayRange{Last: fifth}, []bool{true, true, true, false, false}},
		{"an open beginning", DayRange{Open: true}, []bool{false, false, false, false, false}},
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

// A correction to an event that only bounds the date of another corrects
// nothing of the relation that the other changes; one of its date does.
func TestCorrectionsOfEventsThatOnlyBoundDates(t *testing.T) {
	f := newCaseFile("a", "b", "c")
	f.event("cut", sever, "[..2024-08-21]", "actor", "a", "target", "b")
	f.event("cut-dated", sever, "[2024-08-02..2024-08-21]", "actor", "a", "target", "b").Supersedes = "cut"
	f.event("letter", KindPublish, "2024-08-20", "actor", "b").Links = []Link{{LinkAfter, "cut"}}
	f.event("letter-corrected", KindPublish, "2024-08-20", "actor", "c").Supersedes = "letter"
	f.event("letter-moved", KindPublish, "2024-08-10", "actor", "c").Supersedes = "letter-corrected"
	for i, day := range []string{"2024-08-21", "2024-08-22", "2024-08-21", "2024-08-22", "2024-08-23"} {
		f.Events[i].Recorded = dayOf(day)
	}
	f.Events[3].Links, f.Events[4].Links = f.Events[2].Links, f.Events[2].Links
	for _, tc := range []struct {
		from, to string
		want     ChangeKind
		because  []Ref
	}{
		{"2024-08-21", "2024-08-22", ChangeLearnt, []Ref{EventID("cut-dated").Ref()}},
		{"2024-08-22", "2024-08-23", ChangeCorrected, []Ref{EventID("letter-moved").Ref()}},
	} {
		a, b := f.view(t, Lens{RecordedBy: dayOf(tc.from)}), f.view(t, Lens{RecordedBy: dayOf(tc.to)})
		found := false
		for _, c := range Diff(a, b).Changes {
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

// Two walk-outs of one day each, after which relations are severed: the second
// cannot start from that, and leaves it.
func TestWhatFollowsStopsWhatLasts(t *testing.T) {
	rules := []Rule{{Name: "break", Event: "walk-out", From: RoleActor, To: RoleTarget, Track: TrackDiplomaticRelations, State: StateSuspended,
		Presupposes: StateEstablished, After: StateSevered, Not: []State{StateSevered}}}
	f := newCaseFile("a", "b")
	f.event("first", "walk-out", "2024-08-01", "actor", "a", "target", "b")
	f.event("second", "walk-out", "2024-08-05", "actor", "a", "target", "b")
	r := f.view(t, Lens{Policy: Policy{Rules: rules}}).Relation("a", "b", TrackDiplomaticRelations)
	if got := brief(r.On(dayOf("2024-08-05"))); got != "severed certain" {
		t.Errorf("on the second: %q, want severed", got)
	}
	if d := r.CountDays(StateSevered, dayOf("2024-08-01"), dayOf("2024-08-10")); d.AtLeast != 9 || d.AtMost != 9 {
		t.Errorf("severed for %d to %d days, want 9", d.AtLeast, d.AtMost)
	}
}
