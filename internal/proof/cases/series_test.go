package cases

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// toll is a record of figures of one strike, f10, f20 and f30, without statements.
func toll() dispute.Record {
	r := dispute.Record{
		Actors: []dispute.Actor{{ID: "x", Kind: dispute.ActorState, Name: "X"}, {ID: "z", Kind: dispute.ActorState, Name: "Z"},
			{ID: "un", Kind: dispute.ActorNGO, Name: "UN"}, {ID: "n", Kind: dispute.ActorMedium, Name: "N"}},
		Events: []dispute.Event{{ID: "hit", Kind: dispute.KindAttack, When: edtf.MustParse("2024-08"),
			Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "x"}, {Role: dispute.RoleTarget, Actor: "z"}}}},
	}
	for _, n := range []int64{10, 20, 30} {
		claims(dispute.Claim{ID: dispute.ClaimID(fmt.Sprint("f", n)), Content: dispute.Content{Figure: &dispute.Figure{Event: "hit", Category: "killed", Best: &n}}})(&r)
	}
	return r
}

// seriesOf tells the series of a set: who, and the attributions in order.
func seriesOf(list []dispute.Series) []string {
	var told []string
	for _, s := range list {
		text := string(s.Speaker) + ":"
		for _, step := range s.Steps {
			text += " " + string(step.Attribution)
		}
		told = append(told, text)
	}
	return told
}

func tollWith(t testing.TB, edits ...func(*dispute.Record)) *dispute.View {
	t.Helper()
	r := toll()
	for _, edit := range edits {
		edit(&r)
	}
	return disputetest.View(t, r, dispute.Lens{})
}

// A figure is updated by all that its speaker says since: two values given on one
// day are both steps.
func TestSeriesHasEveryStep(t *testing.T) {
	asserts := dispute.StanceAsserts
	jointly := func(r *dispute.Record) { statement(r, "t1").Jointly = []dispute.ActorID{"z"} }
	for what, c := range map[string]struct {
		edits []func(*dispute.Record)
		want  string
	}{
		"two values on one day": {[]func(*dispute.Record){says("t1", "un", asserts, "f10", "2024-08-10"), says("t2", "un", asserts, "f20", "2024-08-12"),
			says("t3", "un", asserts, "f30", "2024-08-12")}, "un: t1 t2 t3"},
		"the later value on the first day, too": {[]func(*dispute.Record){says("t1", "un", asserts, "f10", "2024-08-10"), says("t2", "un", asserts, "f20", "2024-08-12"),
			says("t3", "un", asserts, "f20", "2024-08-10")}, "un: t1 t2"},
		"two values in any order": {[]func(*dispute.Record){says("t1", "un", asserts, "f10", "2024-08-10"), says("t2", "un", asserts, "f20", "[2024-08-12..2024-08-14]"),
			says("t3", "un", asserts, "f30", "[2024-08-13..2024-08-15]")}, "un: t1 t2 t3"},
		"each signatory by itself": {[]func(*dispute.Record){says("t1", "x", asserts, "f10", "2024-08-10"), says("t2", "x", asserts, "f20", "2024-08-12"),
			says("t3", "z", asserts, "f20", "2024-08-12"), jointly}, "x: t1 t2, z: t1 t3"},
		"the latest repeated": {[]func(*dispute.Record){says("t1", "un", asserts, "f10", "2024-08-10"), says("t2", "un", asserts, "f20", "2024-08-12"),
			says("t3", "un", asserts, "f20", "2024-08-13")}, "un: t1 t2"},
		"the first repeated last": {[]func(*dispute.Record){says("t1", "un", asserts, "f10", "2024-08-10"), says("t2", "un", asserts, "f20", "2024-08-12"),
			says("t3", "un", asserts, "f10", "2024-08-13")}, "un: t1 t2 t3"},
		"an implication last": {[]func(*dispute.Record){says("t1", "un", asserts, "f10", "2024-08-10"), says("t2", "un", asserts, "f20", "2024-08-12"),
			says("t3", "un", dispute.StanceImplies, "f30", "2024-08-13")}, "un: t1 t2"},
		"by one signatory alone": {[]func(*dispute.Record){says("t1", "x", asserts, "f10", "2024-08-10"), says("t2", "x", asserts, "f20", "2024-08-12"), jointly}, ""},
		"within an interval":     {[]func(*dispute.Record){says("t1", "un", asserts, "f10", "2024-08-10/2024-08-15"), says("t2", "un", asserts, "f20", "2024-08-12")}, ""},
		"after an interval":      {[]func(*dispute.Record){says("t1", "un", asserts, "f10", "2024-08-10/2024-08-11"), says("t2", "un", asserts, "f20", "2024-08-12")}, "un: t1 t2"},
	} {
		t.Run(what, func(t *testing.T) {
			for _, v := range []*dispute.View{tollWith(t, c.edits...), tollWith(t, append(slices.Clone(c.edits), reversed)...)} {
				if got := strings.Join(seriesOf(v.Figures("hit")[0].Series), ", "); got != c.want {
					t.Errorf("the series are %q, want %q", got, c.want)
				}
			}
		})
	}
}

// A figure that its speaker says it never gave is not current: the one before it
// stands.
func TestDisownedFigureIsNotCurrent(t *testing.T) {
	v := tollWith(t, says("t1", "un", dispute.StanceAsserts, "f10", "2024-08-10"), says("t2", "un", dispute.StanceAsserts, "f20", "2024-08-12"),
		says("t3", "un", dispute.StanceDenies, "", "2024-08-13"), func(r *dispute.Record) { statement(r, "t3").Attribution = "t2" })
	s := v.Figures("hit")[0]
	if s.Distinct != 1 || *s.Least != 10 || *s.Greatest != 10 || s.Disagreement != (dispute.Disagreement{Modal: 1, Total: 1}) || len(s.Series) != 0 {
		t.Errorf("the set is %s: %d distinct, series %v; want 10 alone", s, s.Distinct, s.Series)
	}
	if items := s.Reasons().Items(); !slices.Contains(items, dispute.AttributionID("t3").Ref()) {
		t.Errorf("the set rests on %v", items)
	}
	for _, c := range v.Conflicts() {
		if c.Kind == dispute.ConflictFigures {
			t.Errorf("told as a conflict: %s", c)
		}
	}
}

// A version of an event that was replaced by something else keeps its figures and
// dates, among all as when asked for.
func TestAllFiguresOfReplacedEvent(t *testing.T) {
	v := tollWith(t, says("t1", "un", dispute.StanceAsserts, "f10", "2024-08-10"), says("t2", "n", dispute.StanceAsserts, "d", "2024-08-22"),
		claims(dispute.Claim{ID: "d", Content: dispute.Content{Dating: &dispute.Dating{Event: "hit", When: edtf.MustParse("2024-08-04")}}}),
		func(r *dispute.Record) {
			other := r.Events[0]
			other.ID, other.Kind, other.Supersedes, other.Known = "hit2", dispute.KindAccuse, "hit", day("2024-08-20")
			r.Events = append(r.Events, other)
		})
	var figures, dates []string
	for s := range v.AllFigures() {
		figures = append(figures, string(s.Event))
	}
	for s := range v.AllDates() {
		dates = append(dates, string(s.Event))
	}
	if want := []string{"hit"}; len(v.Figures("hit")) != 1 || !slices.Equal(figures, want) || !slices.Equal(dates, want) {
		t.Errorf("figures of %q and dates of %q, want both of %q", figures, dates, want)
	}
}

// A line of an account says that what a party says is updated where nobody stands by
// it any more who said so for the party.
func TestAccountTellsWhatIsUpdated(t *testing.T) {
	minister := actor(dispute.Actor{ID: "fm", Kind: dispute.ActorPerson, Name: "FM",
		Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationHoldsOffice, To: "x", Role: dispute.OfficeForeignMinister}}})
	first, then := says("t1", "fm", dispute.StanceAsserts, "f10", "2024-08-10"), says("t2", "fm", dispute.StanceAsserts, "f20", "2024-08-12")
	for what, c := range map[string]struct {
		edits []func(*dispute.Record)
		want  bool
	}{
		"the minister gave another figure":                  {[]func(*dispute.Record){minister, first, then}, true},
		"so he did, but the state gave it too":              {[]func(*dispute.Record){minister, first, then, says("t3", "x", dispute.StanceAsserts, "f10", "2024-08-11")}, false},
		"both gave another one":                             {[]func(*dispute.Record){minister, first, then, says("t3", "x", dispute.StanceAsserts, "f10", "2024-08-11"), says("t4", "x", dispute.StanceAsserts, "f30", "2024-08-13")}, true},
		"another one on the same day is none that is later": {[]func(*dispute.Record){minister, first, says("t2", "fm", dispute.StanceAsserts, "f20", "2024-08-10")}, false},
	} {
		found := false
		for _, line := range tollWith(t, c.edits...).Account("x").Asserts {
			if line.Claim == "f10" {
				found = true
				if line.Updated != c.want || strings.HasSuffix(line.String(), "(since updated)") != c.want {
					t.Errorf("%s: updated is %t: %s", what, line.Updated, line)
				}
			}
		}
		if !found {
			t.Errorf("%s: no line", what)
		}
	}
}

// Whether a figure is updated rests on who may undercut the later one: the act
// that makes an adversary of who tried is among the reasons.
func TestAnUpdateThatAnAdversaryUndercuts(t *testing.T) {
	undercut := says("u", "w", dispute.StanceUndercuts, "", "2024-08-14")
	edits := []func(*dispute.Record){
		says("t1", "un", dispute.StanceAsserts, "f10", "2024-08-10"), says("t2", "un", dispute.StanceAsserts, "f20", "2024-08-12"), undercut,
		func(r *dispute.Record) {
			statement(r, "u").Attribution = "t2"
			r.Actors = append(r.Actors, dispute.Actor{ID: "w", Kind: dispute.ActorState, Name: "W"})
			r.Sources = append(r.Sources, dispute.Source{ID: "paper", Title: "paper", Publisher: "n"})
			r.Events = append(r.Events, dispute.Event{ID: "row", Kind: dispute.KindAccuse, When: edtf.MustParse("2024-07"), Sources: []dispute.SourceID{"paper"},
				Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "w"}, {Role: dispute.RoleTarget, Actor: "z"}}})
		},
	}
	s := tollWith(t, edits...).Status("f10")
	if by := s.For.Roots()[0].UpdatedBy; by != "t2" {
		t.Fatalf("updated by %q, want t2, for an adversary undercuts nothing", by)
	}
	items := s.Reasons().Items()
	for _, want := range []dispute.Ref{dispute.EventID("row").Ref(), dispute.ActorID("w").Ref(), dispute.SourceID("paper").Ref()} {
		if !slices.Contains(items, want) {
			t.Errorf("%v is not among the reasons", want)
		}
	}
}
