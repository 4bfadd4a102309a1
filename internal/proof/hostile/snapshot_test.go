package hostile_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// Snapshots and differences of long chains and large circles take near-linear
// time; quadratic time or memory would run into the limits of the test.
func TestSnapshotOfHostileRecords(t *testing.T) {
	const n = 5_000
	circle := disputetest.Chain(n)
	circle.Events[0].Links = disputetest.After(circle.Events[n-1].ID)
	clashing := disputetest.Chain(n) // every other one is dated before the one that it follows
	for i := range clashing.Events {
		clashing.Events[i].When = edtf.MustParse([]string{"2024-08", "2024-07"}[i%2])
	}
	for name, r := range map[string]dispute.Record{"chain": disputetest.Chain(n), "circle": circle, "clashing": clashing} {
		later := disputetest.Chain(1).Events[0]
		later.ID, later.Supersedes, later.When, later.Links = "e000000b", "e000000", edtf.MustParse("2024-07-05"), r.Events[0].Links
		later.Recorded = disputetest.Day(disputetest.SecondDay)
		r.Events = append(r.Events, later)
		d := disputetest.RevisedOn(t, r)
		if name != "chain" {
			continue
		}
		sharper := 0
		for _, c := range d.Changes {
			if strings.HasSuffix(c.Key, "/dates") && c.Kind == dispute.ChangeLearnt {
				sharper++
				if fmt.Sprint(c.Because) != "[event/e000000b]" {
					t.Fatalf("%s because of %v", c.Key, c.Because)
				}
			}
		}
		if sharper != n {
			t.Errorf("%d dates became sharper, want %d", sharper, n)
		}
	}
}
