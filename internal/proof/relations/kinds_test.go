package relations_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// kindsOf plays a placement through and returns what holds on each day: a kind
// holds while a lasting event of it goes on, and from a beginning to an ending.
func (w *world) kindsOf(order []moment) []map[dispute.State]bool {
	days := make([]map[dispute.State]bool, worldDays+3)
	on := map[dispute.State]bool{} // but for what only holds as long as an event goes on
	for _, m := range slices.Backward(order) {
		// The first change of a kind, if an ending, presupposes it.
		if e := w.events[m.event]; e.rule != nil && e.accepted && e.ends == nil {
			on[e.rule.State] = e.rule.Ends
		}
	}
	i := 0
	going := map[int]bool{}
	for d := range days {
		for i < len(order) && (order[i].day <= d && !order[i].end || order[i].day < d && order[i].end) {
			m := order[i]
			i++
			e := w.events[m.event]
			switch {
			case e.rule == nil || !e.accepted:
			case m.end:
				delete(going, m.event)
			case e.ends != nil:
				going[m.event] = true
			default:
				on[e.rule.State] = !e.rule.Ends
			}
		}
		days[d] = map[dispute.State]bool{}
		for s, holds := range on {
			if holds {
				days[d][s] = true
			}
		}
		for e := range going {
			days[d][w.events[e].rule.State] = true
		}
	}
	return days
}

// TestKindsAgainstEveryPlacement compares tracks on which several states hold
// at once: exactly the same answers without links, sound ones with links.
func TestKindsAgainstEveryPlacement(t *testing.T) {
	worlds := disputetest.WorldsFor(1500, 300)
	var rules []dispute.Rule
	for _, r := range dispute.DefaultRules() {
		if slices.Contains([]string{"cooperation/defence-pact", "cooperation/end-defence-pact", "cooperation/agree", "cooperation/cooperate"}, r.Name) {
			rules = append(rules, r)
		}
	}
	end := rules[1]
	end.Name, end.State, end.Event, end.Presupposes = "cooperation/end", dispute.StateCooperation, dispute.KindEndCooperation, dispute.StateCooperation
	rules = append(rules, end)
	rng := rand.New(rand.NewPCG(*disputetest.WorldSeed, 7))
	tested, blunt, answers := 0, 0, 0
	for range worlds {
		w := randomWorld(rng, rules, dispute.TrackCooperation, 4)
		w.addClaims(rng)
		var all [][]map[dispute.State]bool
		w.placements(func(order []moment) { all = append(all, w.kindsOf(order)) })
		if all == nil {
			continue
		}
		tested++
		linked := slices.ContainsFunc(w.events, func(e worldEvent) bool { return len(e.after) > 0 })
		_, got := w.answers(t, rules)
		for d := range worldDays + 3 {
			answers++
			want := map[dispute.State]dispute.Certainty{}
			for _, s := range []dispute.State{dispute.StateDefencePact, dispute.StateCooperation} {
				n := 0
				for _, days := range all {
					if days[d][s] {
						n++
					}
				}
				switch n {
				case 0:
				case len(all):
					want[s] = dispute.CertaintyCertain
				default:
					want[s] = dispute.CertaintyPossible
				}
			}
			listed := map[dispute.State]dispute.Certainty{}
			for _, p := range got[d].States {
				listed[p.State] = p.Certainty
			}
			diff := cmp.Diff(want, listed)
			if diff == "" {
				continue
			}
			blunt++
			sound := true
			for _, s := range []dispute.State{dispute.StateDefencePact, dispute.StateCooperation} {
				sound = sound && (listed[s] == want[s] || listed[s] == dispute.CertaintyPossible)
			}
			if !linked || !sound {
				t.Fatalf("on day %d (-want +got):\n%s\n%s", d, diff, w.String())
			}
		}
	}
	t.Logf("of %d answers in %d worlds %.3f%% are less sharp than the truth", answers, tested, 100*float64(blunt)/float64(answers))
	if tested < worlds/2 {
		t.Errorf("only %d of %d worlds have a placement", tested, worlds)
	}
}

// addClaims adds accepted claims of cooperation, which count as lasting events.
func (w *world) addClaims(rng *rand.Rand) {
	rule := &dispute.Rule{Name: "claimed relation", State: dispute.StateCooperation}
	for i := range rng.IntN(3) {
		starts, ends := someDays(rng), someDays(rng)
		if starts[0] > ends[len(ends)-1] {
			starts, ends = ends, starts
		}
		// An interval has one date at each end: a day, or a run of days as a
		// date before and after which nothing is known cannot say. So take one.
		starts, ends = starts[:1], ends[len(ends)-1:]
		w.Claim(dispute.ClaimID(fmt.Sprint("c", i)), dispute.RelationClaim{Track: dispute.TrackCooperation, From: "a", To: "b", State: dispute.StateCooperation,
			When: edtf.MustParse(oneOf(starts) + "/" + oneOf(ends))}, true)
		w.events = append(w.events, worldEvent{rule: rule, accepted: true, starts: starts, ends: ends})
	}
}
