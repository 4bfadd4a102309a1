package dispute_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

func followingText(f dispute.SolidarityStep) string {
	how := "timing"
	if f.Motive != 0 {
		how = f.Motive.String()
	}
	most := fmt.Sprint(f.AtMost)
	if f.Unbounded {
		most = "any"
	}
	return fmt.Sprintf("%s after %s toward %s: %s by %s, %s, %d to %s days", f.Then, f.First, f.Toward, f.State, how, f.Certainty, f.AtLeast, most)
}

func TestSolidarity(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b", "c", "d", "x")
	f.Event("one", dispute.KindSeverRelations, "2024-08-04", "actor", "a", "target", "x")
	f.Event("two", dispute.KindSeverRelations, "2024-08-06", "actor", "b", "target", "x").Links = []dispute.Link{{Kind: dispute.LinkAfter, Event: "one"}, {Kind: dispute.LinkBecauseOf, Event: "one"}}
	f.Event("three", dispute.KindSeverRelations, "[2024-08-06,2024-08-20]", "actor", "c", "target", "x")
	f.Event("late", dispute.KindSeverRelations, "2025-08-06", "actor", "d", "target", "x").Links = []dispute.Link{{Kind: dispute.LinkInResponseTo, Event: "two"}}
	f.Event("other", dispute.KindSuspendRelations, "2024-08-06", "actor", "c", "target", "x")
	f.Event("again", dispute.KindSeverRelations, "2024-08-07", "actor", "a", "target", "x")
	f.Event("elsewhere", dispute.KindSeverRelations, "2024-08-06", "actor", "c", "target", "d")
	f.Event("undated", dispute.KindSeverRelations, "", "actor", "d", "target", "x").Phase = dispute.PhaseExpected
	f.Alleged("rumour", dispute.KindSeverRelations, "2024-08-06", "actor", "d", "target", "x")
	var got []string
	for x := range f.View(t, dispute.Lens{}).Solidarity(10) {
		got = append(got, followingText(x))
		if len(x.Reasons().Items()) < 5 {
			t.Errorf("%s rests on %v, want the actors and the acts at least", got[len(got)-1], x.Reasons().Items())
		}
	}
	if diff := cmp.Diff([]string{
		"three after again toward x: severed by timing, possible, 0 to 13 days",
		"three after one toward x: severed by timing, possible, 2 to 16 days",
		"two after one toward x: severed by because-of, certain, 2 to 2 days",
		"again after three toward x: severed by timing, possible, 0 to 1 days",
		"two after three toward x: severed by timing, possible, 0 to 0 days",
		"again after two toward x: severed by timing, certain, 1 to 1 days",
		"late after two toward x: severed by in-response-to, excluded, 365 to 365 days",
		"three after two toward x: severed by timing, possible, 0 to 14 days",
	}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The days asked for are inclusive.
func TestSolidarityWithinDays(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b", "c", "x")
	f.Event("one", dispute.KindSeverRelations, "2024-08-04", "actor", "a", "target", "x")
	f.Event("two", dispute.KindSeverRelations, "2024-08-06", "actor", "b", "target", "x").Links = []dispute.Link{{Kind: dispute.LinkBecauseOf, Event: "one"}}
	f.Event("three", dispute.KindSeverRelations, "2024-08-08", "actor", "c", "target", "x")
	v := f.View(t, dispute.Lens{})
	for days, want := range map[int64][]string{
		1: {"two after one toward x: severed by because-of, excluded, 2 to 2 days"},
		2: {"two after one toward x: severed by because-of, certain, 2 to 2 days", "three after two toward x: severed by timing, certain, 2 to 2 days"},
		3: {"two after one toward x: severed by because-of, certain, 2 to 2 days", "three after two toward x: severed by timing, certain, 2 to 2 days"},
		4: {"three after one toward x: severed by timing, certain, 4 to 4 days", "two after one toward x: severed by because-of, certain, 2 to 2 days", "three after two toward x: severed by timing, certain, 2 to 2 days"},
	} {
		var got []string
		for x := range v.Solidarity(days) {
			got = append(got, followingText(x))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("within %d days (-want +got):\n%s", days, diff)
		}
	}
}

// Support aimed at somebody else is not the same.
func TestSolidarityToldByTargets(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b", "c", "d")
	f.Event("one", dispute.KindProvideWeapons, "2024-08-04", "actor", "a", "recipient", "b", "target", "c")
	f.Event("other", dispute.KindProvideWeapons, "2024-08-05", "actor", "d", "recipient", "b", "target", "a")
	f.Event("same", dispute.KindProvideWeapons, "2024-08-06", "actor", "d", "recipient", "b", "target", "c", "target", "a")
	f.Event("none", dispute.KindProvideWeapons, "2024-08-07", "actor", "c", "recipient", "b")
	var got []string
	for x := range f.View(t, dispute.Lens{}).Solidarity(10) {
		got = append(got, followingText(x)+" against "+string(x.Against))
	}
	if diff := cmp.Diff([]string{"same after one toward b: weapons by timing, certain, 2 to 2 days against c"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for x := range f.View(t, dispute.Lens{}).Solidarity(10) {
		if !slices.Contains(x.Reasons().Items(), dispute.ActorID("c").Ref()) {
			t.Errorf("it rests on %v, want the target too", x.Reasons().Items())
		}
	}
}

// What is done by the one whom a rule calls to is done toward the other; whoever
// stops reading gets the first step alone.
func TestSolidarityOfActsAtTheOtherEndOfARule(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b", "c", "x")
	for i, actor := range []string{"a", "b", "c"} {
		f.Event(dispute.EventID("leaves-"+actor), "leave-behind", fmt.Sprintf("2024-08-%02d", 4+i), "actor", actor, "target", "x")
	}
	rules := []dispute.Rule{{Name: "left", Event: "leave-behind", From: dispute.RoleTarget, To: dispute.RoleActor, Track: dispute.TrackHostility, State: dispute.StateThreat}}
	var got []string
	for x := range f.View(t, dispute.Lens{Policy: dispute.Policy{Rules: rules}}).Solidarity(1) {
		got = append(got, followingText(x))
		if len(got) == 2 {
			break
		}
	}
	if diff := cmp.Diff([]string{
		"leaves-b after leaves-a toward x: threat by timing, certain, 1 to 1 days",
		"leaves-c after leaves-b toward x: threat by timing, certain, 1 to 1 days",
	}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for x := range f.View(t, dispute.Lens{Policy: dispute.Policy{Rules: rules}}).Solidarity(1) {
		if x.Then != "leaves-b" {
			t.Errorf("goes on to %s", x.Then)
		}
		break
	}
}
