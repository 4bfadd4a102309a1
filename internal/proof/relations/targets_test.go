package relations_test

import (
	"maps"
	"math/rand/v2"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// aims are kinds of support and at whom they are aimed.
type aim struct {
	state   dispute.State
	against dispute.ActorID
}

// aimsOf plays a placement of beginnings and ends through and returns what holds
// on each day. against is at whom each event aims.
func (w *world) aimsOf(order []moment, against []dispute.ActorID) []map[aim]bool {
	on := map[aim]bool{}
	seen, ended := map[aim]bool{}, map[dispute.State]bool{}
	first := map[dispute.State]bool{}
	for _, m := range order { // what the first changes presuppose
		e := w.events[m.event]
		if e.rule == nil || !e.accepted {
			continue
		}
		key := aim{e.rule.State, against[m.event]}
		switch {
		case e.rule.Ends && key.against == "":
			on[key] = on[key] || !first[key.state]
			ended[key.state] = true
		case e.rule.Ends:
			on[key] = on[key] || !seen[key] && !ended[key.state]
		}
		seen[key], first[key.state] = true, true
	}
	days := make([]map[aim]bool, worldDays+3)
	i := 0
	for d := range days {
		for ; i < len(order) && order[i].day <= d; i++ {
			e := w.events[order[i].event]
			if e.rule == nil || !e.accepted {
				continue
			}
			key := aim{e.rule.State, against[order[i].event]}
			on[key] = !e.rule.Ends
			for other := range on {
				if e.rule.Ends && key.against == "" && other.state == key.state {
					on[other] = false
				}
			}
		}
		days[d] = maps.Clone(on)
	}
	return days
}

// TestTargetsAgainstEveryPlacement compares support aimed at somebody, at
// nobody in particular, and its ends, with all placements: nothing is certain or
// left out that is not.
func TestTargetsAgainstEveryPlacement(t *testing.T) {
	rules := disputetest.ArmsRules()
	other := disputetest.ArmsRules()
	for i := range other {
		other[i].Name += "-funds"
		other[i].Event += "-funds"
		other[i].State = dispute.StateFunding
	}
	other[1].Presupposes = dispute.StateFunding
	rules = append(rules, other...)
	rng := rand.New(rand.NewPCG(*disputetest.WorldSeed, 31))
	worlds, answers, blunt := disputetest.WorldsFor(1500, 300), 0, 0
	for range worlds {
		w := randomWorld(rng, rules, dispute.TrackSupport, 4)
		against := make([]dispute.ActorID, len(w.events))
		for i, e := range w.events {
			if against[i] = disputetest.Pick(rng, []dispute.ActorID{"", "c", "d"}); e.rule != nil && against[i] != "" {
				w.Record.Events[i].Participants = append(w.Record.Events[i].Participants, dispute.Participant{Role: dispute.RoleTarget, Actor: against[i]})
			}
		}
		w.Actors = append(w.Actors, dispute.Actor{ID: "d", Kind: dispute.ActorState, Name: "d"})
		count, placements := make([]map[aim]int, worldDays+3), 0
		for d := range count {
			count[d] = map[aim]int{}
		}
		w.placements(func(order []moment) {
			placements++
			for d, day := range w.aimsOf(order, against) {
				for key, on := range day {
					if on {
						count[d][key]++
					}
				}
			}
		})
		if placements == 0 {
			continue
		}
		_, got := w.answers(t, rules)
		for d := range got {
			listed := map[aim]dispute.Certainty{}
			for _, p := range got[d].States {
				listed[aim{p.State, p.Against}] = p.Certainty
			}
			for key, n := range count[d] {
				if listed[key] == 0 || listed[key] == dispute.CertaintyExcluded {
					t.Fatalf("day %d: %v is left out, but so in %d of %d placements; aimed at %q\n%s", d, key, n, placements, against, w.String())
				}
			}
			answers++
			dull := false
			for key, c := range listed {
				n := count[d][key]
				if c == dispute.CertaintyCertain && n < placements {
					t.Fatalf("day %d: %v is certain, but so in %d of %d placements; aimed at %q\n%s", d, key, n, placements, against, w.String())
				}
				dull = dull || n == 0 || c != dispute.CertaintyCertain && n == placements
			}
			if dull {
				blunt++
			}
		}
	}
	t.Logf("of %d answers %.2f%% are less sharp than the truth", answers, 100*float64(blunt)/float64(answers))
	if answers < worlds {
		t.Errorf("only %d answers in %d worlds", answers, worlds)
	}
}
