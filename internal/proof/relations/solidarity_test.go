package relations_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// TestSolidarityAgainstEveryPlacement compares with all placements.
func TestSolidarityAgainstEveryPlacement(t *testing.T) {
	rng := rand.New(rand.NewPCG(*disputetest.WorldSeed, 13))
	rules := slices.DeleteFunc(disputetest.RulesOf(dispute.TrackDiplomaticRelations, nil), func(r dispute.Rule) bool { return r.Name != "diplomatic/sever" })
	pairs, blunt := 0, 0
	for range disputetest.WorldsFor(600, 600) {
		w := randomWorld(rng, rules, dispute.TrackDiplomaticRelations, 4)
		for i := range w.events {
			w.Events[i].Participants[0].Actor = disputetest.Pick(rng, []dispute.ActorID{"a", "c"})
		}
		days := int64(rng.IntN(4))
		type pair struct{ first, then int }
		follows, n := map[pair]int{}, 0
		w.placements(func(order []moment) {
			n++
			for i, x := range order {
				for _, y := range order[i+1:] {
					if int64(y.day-x.day) <= days {
						follows[pair{x.event, y.event}]++
					}
				}
			}
		})
		if n == 0 {
			continue
		}
		got := map[pair]dispute.Certainty{}
		for f := range w.View(t, dispute.Lens{Policy: dispute.Policy{Rules: rules}}).Solidarity(days) {
			var p pair
			fmt.Sscanf(string(f.First), "e%d", &p.first)
			fmt.Sscanf(string(f.Then), "e%d", &p.then)
			got[p] = f.Certainty
		}
		for i, x := range w.events {
			for j, y := range w.events {
				p := pair{i, j}
				if !x.counts() || !y.counts() || i == j || w.Events[i].Participants[0].Actor == w.Events[j].Participants[0].Actor {
					if got[p] != 0 {
						t.Fatalf("%v is listed as %s\n%s", p, got[p], w.String())
					}
					continue
				}
				if slices.Contains(x.starts, longAgo) || slices.Contains(y.starts, longAgo) {
					continue // how many days that is from another day, no placement tells
				}
				pairs++
				in, c := follows[p], got[p]
				if in > 0 && (c == 0 || c == dispute.CertaintyExcluded) || in < n && c == dispute.CertaintyCertain {
					t.Fatalf("%v within %d days in %d of %d placements, the answer is %s\n%s", p, days, in, n, c, w.String())
				}
				if in == 0 && c == dispute.CertaintyPossible || in == n && c != dispute.CertaintyCertain {
					blunt++
				}
			}
		}
	}
	t.Logf("of %d pairs %.2f%% are less sharp than the truth", pairs, 100*float64(blunt)/float64(pairs))
	if pairs < 300 {
		t.Errorf("only %d pairs", pairs)
	}
}
