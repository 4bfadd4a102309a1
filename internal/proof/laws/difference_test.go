package laws_test

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// Snapshot b is snapshot a and the difference, whatever the views.
func TestDiffLaws(t *testing.T) {
	kinds := map[dispute.ChangeKind]int{}
	for seed := range disputetest.LawSeeds(120) {
		w := disputetest.World{Rand: rand.New(rand.NewPCG(seed, 5))}
		first := disputetest.RandomRecord(seed)
		second := first
		if seed%4 == 0 {
			second = disputetest.RandomRecord(seed + 1)
		}
		l, m := w.Lens(), w.Lens()
		a, b := disputetest.View(t, first, l), disputetest.View(t, second, m)
		d := dispute.Diff(a, b)
		from, to := a.Snapshot(), b.Snapshot()
		got, err := from.Apply(d)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if diff := cmp.Diff(to, got); diff != "" {
			t.Fatalf("seed %d, %v to %v: a + difference (-b +got):\n%s", seed, l, m, diff)
		}
		if diff := cmp.Diff(a.Snapshot(), from); diff != "" {
			t.Fatalf("seed %d: Apply modified the snapshot:\n%s", seed, diff)
		}
		if same := dispute.Diff(a, a); len(same.Changes) > 0 {
			t.Errorf("seed %d: a view differs from itself: %v", seed, same.Changes)
		}
		for _, c := range d.Changes {
			kinds[c.Kind]++
			if c.Kind == dispute.ChangeWorld && a.Day().IsZero() {
				t.Errorf("seed %d: %s is of the world, but the first view has no day", seed, c.Key)
			}
			if (c.Kind == dispute.ChangeReasons) != (c.Before.Text == c.After.Text) {
				t.Errorf("seed %d: %s: %v from %q to %q", seed, c.Key, c.Kind, c.Before.Text, c.After.Text)
			}
			silence := c.Kind == dispute.ChangeReasons && strings.HasPrefix(c.Key, "question/no-response/") // of several reports another tells
			if (c.Kind == dispute.ChangeLens) != (len(c.Because) == 0) && !silence {
				t.Errorf("seed %d: %s is %v because of %v", seed, c.Key, c.Kind, c.Because)
			}
		}
		// Plain data: it survives being written and read, and depends on no order.
		text, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		var back dispute.Difference
		if err := json.Unmarshal(text, &back); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(d, back); diff != "" {
			t.Fatalf("seed %d: the difference read back (-want +got):\n%s", seed, diff)
		}
		if diff := cmp.Diff(d, dispute.Diff(disputetest.View(t, disputetest.Shuffled(w.Rand, first), l), disputetest.View(t, disputetest.Shuffled(w.Rand, second), m))); diff != "" {
			t.Fatalf("seed %d: of the shuffled records (-want +got):\n%s", seed, diff)
		}
	}
	for k := dispute.ChangeReasons; k <= dispute.ChangeCorrected; k++ {
		if kinds[k] < 5 {
			t.Errorf("only %d changes of kind %v", kinds[k], k)
		}
	}
}

// What a change names as its causes made the difference: without them the fact
// is what it was, whatever else is new.
func TestDiffNamesWhatMadeTheDifference(t *testing.T) {
	records, gone, checked := 0, 0, 0
	for seed := range disputetest.LawSeeds(disputetest.FewerIfShort(200)) {
		records++
		rng := rand.New(rand.NewPCG(seed, 21))
		later := disputetest.RandomRecord(seed)
		drawn := map[dispute.Ref]bool{}
		disputetest.EachItem(&later, func(ref dispute.Ref, item reflect.Value) {
			item.FieldByName("Supersedes").SetString("") // a version between would take its place
			if ref.Kind != dispute.ItemActor && rng.IntN(100) < 15 {
				drawn[ref] = true
			}
		})
		earlier := disputetest.Lacking(later, drawn)
		a, b := disputetest.View(t, earlier, dispute.Lens{}), disputetest.View(t, later, dispute.Lens{})
		for c := range dispute.Diff(b, a).Of(dispute.ChangeLens) {
			t.Errorf("seed %d, backwards: nothing made the difference in %s:\n%s\n%s", seed, c.Key, c.Before.Text, c.After.Text)
		}
		for _, c := range dispute.Diff(a, b).Changes {
			topic, _, _ := strings.Cut(c.Key, "/")
			if strings.Count(c.Key, "/") == 1 || c.Kind == dispute.ChangeReasons || topic == "event" {
				continue // items, and dates, which new events may bear on and cancel
			}
			if c.Kind == dispute.ChangeLens {
				t.Errorf("seed %d: nothing made the difference in %s:\n%s\n%s", seed, c.Key, c.Before.Text, c.After.Text)
				continue
			}
			causes := map[dispute.Ref]bool{}
			for _, ref := range c.Because {
				causes[ref] = true
			}
			checked++
			if c.After.Key == "" {
				gone++
			}
			if got := disputetest.View(t, disputetest.Lacking(later, causes), dispute.Lens{}).Snapshot().Fact(c.Key); got.Text != c.Before.Text {
				t.Errorf("seed %d: %s is because of %v, but without that it is not what it was\nwas     %s\nis      %s\nwithout %s", seed, c.Key, c.Because, c.Before.Text, c.After.Text, got.Text)
			}
		}
	}
	if records >= 200 && (checked < 5*records/3 || gone < records/6) {
		t.Errorf("only %d changes were looked at, of which %d are gone", checked, gone)
	}
}
