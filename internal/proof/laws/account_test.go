package laws_test

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// On random records: the order and repetition of parties do not matter; the
// word of a party that denies nothing is accepted from its standpoint; and
// every line has reasons that name its statements.
func TestCompareLaws(t *testing.T) {
	parties := []dispute.ActorID{"aland", "beland", "courier"}
	accepted := 0
	for seed := range disputetest.LawSeeds(150) {
		rng := rand.New(rand.NewPCG(seed, 4))
		d, err := dispute.Compile(disputetest.RandomRecord(seed))
		if err != nil {
			t.Fatal(err)
		}
		v, err := d.View(dispute.Lens{})
		if err != nil {
			t.Fatal(err)
		}
		want := v.Compare(parties...)
		shuffled := append(parties[:3:3], parties[rng.IntN(3)])
		rng.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if diff := cmp.Diff(want, v.Compare(shuffled...)); diff != "" {
			t.Fatalf("seed %d: Compare(%v) (-want +got):\n%s", seed, shuffled, diff)
		}
		for _, list := range [][]dispute.ComparisonLine{want.Agreed, want.Rejected, want.Disputed, want.OneSided} {
			for _, l := range list {
				named := map[dispute.Ref]bool{}
				for _, ref := range l.Reasons().Items() {
					named[ref] = true
				}
				for _, w := range append(l.For[:len(l.For):len(l.For)], l.Against...) {
					for _, id := range w.Attributions {
						if !named[id.Ref()] {
							t.Errorf("seed %d: the reasons of %s%s do not name %s", seed, l.Event, l.Claim, id)
						}
					}
				}
			}
		}
		for _, l := range append(want.Agreed[:len(want.Agreed):len(want.Agreed)], want.OneSided...) {
			for _, w := range l.For {
				if len(w.Attributions) == 0 {
					continue
				}
				from, err := d.View(dispute.Lens{Standpoint: w.Party})
				if err != nil {
					t.Fatal(err)
				}
				status := from.Status(l.Claim)
				if l.Event != "" {
					status = from.EventStatus(l.Event)
				}
				if status.Standing != dispute.StandingAccepted || status.Rule != dispute.StandingRuleStandpoint {
					t.Errorf("seed %d: %s%s is the word of %s, but from there it is %v by %v", seed, l.Event, l.Claim, w.Party, status.Standing, status.Rule)
				}
				accepted++
			}
		}
	}
	if accepted < 50 {
		t.Errorf("only %d words checked", accepted)
	}
}
