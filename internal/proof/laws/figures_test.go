package laws_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// On random records every set is what counting by hand gives: rows are all
// figure claims of the set, each as its status has it, and the votes are those
// of connected groups of speakers found by comparing every two.
func TestFiguresAgainstCountingByHand(t *testing.T) {
	speakers := []dispute.ActorID{"aland", "aland-ministry", "aland-agency", "beland", "courier", "herald", "gazette"}
	above := map[dispute.ActorID]dispute.ActorID{"aland-ministry": "aland", "aland-agency": "aland", "gazette": "herald"}
	reach := func(r dispute.Root) map[dispute.ActorID]bool {
		all := map[dispute.ActorID]bool{}
		for _, s := range r.Speakers {
			all[s] = true
			if a := above[s]; a != "" {
				all[a] = true
			}
		}
		return all
	}
	dependent := func(a, b dispute.Root) bool {
		for s := range reach(a) {
			if reach(b)[s] {
				return true
			}
		}
		return false
	}
	disagreed, unvoiced := 0, 0
	for seed := range uint64(2000) {
		rng := rand.New(rand.NewPCG(seed, 0xf16))
		figures := map[dispute.ClaimID]string{}
		var statements []dispute.Attribution
		for i := range 1 + rng.IntN(6) {
			id := dispute.ClaimID(fmt.Sprintf("f%d", i))
			figures[id] = []string{"0", "1", "1-2-3", "2", "1--3", "--"}[rng.IntN(6)]
			for range rng.IntN(4) {
				a := disputetest.Says(dispute.AttributionID(fmt.Sprintf("a%d", len(statements))), speakers[rng.IntN(len(speakers))],
					[]dispute.Stance{dispute.StanceAsserts, dispute.StanceAsserts, dispute.StanceDenies}[rng.IntN(3)], id)
				if rng.IntN(4) == 0 {
					a.Jointly = []dispute.ActorID{speakers[rng.IntN(len(speakers))]}
				}
				statements = append(statements, a)
			}
		}
		v := disputetest.View(t, disputetest.Counting(figures, statements...), dispute.Lens{})
		s := v.Figures("attack")[0]
		if len(s.Rows) != len(figures) {
			t.Fatalf("seed %d: %d rows for %d claims", seed, len(s.Rows), len(figures))
		}
		var roots []dispute.Root
		values := map[int64][]int{} // by best figure: indexes of roots
		for _, row := range s.Rows {
			status := v.Status(row.Claim)
			if row.Label != status.Label || row.For != status.For.Level || row.Against != status.Against.Level || len(row.Stated) != len(status.For.Roots()) {
				t.Fatalf("seed %d: row %+v, status %s", seed, row, status)
			}
			for _, r := range status.For.Roots() {
				if row.Best != nil {
					values[*row.Best] = append(values[*row.Best], len(roots))
				}
				roots = append(roots, r)
			}
		}
		joint := func(i int) bool { return len(roots[i].Speakers) > 1 }
		addsNone := make([]bool, len(roots)) // a joint statement with a signatory heard otherwise
		for i := range roots {
			for j := range roots {
				addsNone[i] = addsNone[i] || joint(i) && !joint(j) && dependent(roots[i], roots[j])
			}
		}
		group := make([]int, len(roots)) // relabelled until nothing changes
		for i := range group {
			group[i] = i
		}
		for changed := true; changed; {
			changed = false
			for i := range roots {
				for j := range roots {
					if joint(i) == joint(j) && !addsNone[i] && !addsNone[j] && dependent(roots[i], roots[j]) && group[j] < group[i] {
						group[i], changed = group[j], true
					}
				}
			}
		}
		var want dispute.Disagreement
		for _, list := range values {
			origins := map[int]bool{}
			for _, i := range list {
				if !addsNone[i] {
					origins[group[i]] = true
				}
			}
			n := len(origins)
			if n == 0 {
				n = 1
				unvoiced++
			}
			want.Total += n
			want.Modal = max(want.Modal, n)
		}
		if s.Disagreement != want || s.Distinct != len(values) {
			t.Fatalf("seed %d: disagreement %s over %d figures, by hand %s over %d:\n%s", seed, s.Disagreement, s.Distinct, want, len(values), s)
		}
		if (s.Disagreement.Modal < s.Disagreement.Total) != (s.Distinct > 1) {
			t.Fatalf("seed %d: disagreement %s with %d distinct figures", seed, s.Disagreement, s.Distinct)
		}
		if s.Distinct > 1 {
			disagreed++
		}
	}
	if disagreed < 500 || unvoiced < 10 {
		t.Errorf("only %d sets disagreed, and %d figures were given by joint statements alone", disagreed, unvoiced)
	}
}
