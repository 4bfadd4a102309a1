package laws_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// Keys ascend and do not repeat, every fact has items, and deleting an item
// with what depends on it leaves every fact that did not name it as it was.
// Questions that end are left out of the last: they rest on what is not on file.
func TestSnapshotNamesWhatItRestsOn(t *testing.T) {
	for seed := range disputetest.LawSeeds(disputetest.FewerIfShort(30)) {
		r := disputetest.WithoutVersions(disputetest.RandomRecord(seed))
		l := (&disputetest.World{Rand: rand.New(rand.NewPCG(seed, 7))}).Lens()
		before := disputetest.View(t, r, l).Snapshot()
		for i, f := range before.Facts {
			if i > 0 && before.Facts[i-1].Key >= f.Key {
				t.Fatalf("seed %d: key %q after %q", seed, f.Key, before.Facts[i-1].Key)
			}
			if len(f.Items) == 0 || !slices.IsSortedFunc(f.Items, dispute.Ref.Compare) {
				t.Errorf("seed %d: %s rests on %v", seed, f.Key, f.Items)
			}
		}
		for _, ref := range disputetest.AllRefs(r) {
			rest, gone := disputetest.Without(r, ref)
			if gone[dispute.Ref{Kind: dispute.ItemActor, ID: string(l.Standpoint)}] {
				continue
			}
			after := disputetest.View(t, rest, l).Snapshot()
			for _, f := range before.Facts {
				if slices.ContainsFunc(f.Items, func(r dispute.Ref) bool { return gone[r] }) {
					continue
				}
				got := after.Fact(f.Key)
				if got.Key == "" && strings.HasPrefix(f.Key, "question/") {
					continue // what was deleted kept it open: an answer, or what settles it, does not count
				}
				if !cmp.Equal(f, got) {
					t.Errorf("seed %d, lens %+v: without %v, of which it names none, %s is another (-with +without):\n%s", seed, l, ref, f.Key, cmp.Diff(f, got))
				}
			}
		}
	}
}
