package sahel2024_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
)

// changed returns the keys of the changes of one kind that are about an item,
// not about an answer.
func changed(d dispute.Difference, kind dispute.ChangeKind) []string {
	var keys []string
	for c := range d.Of(kind) {
		if strings.Count(c.Key, "/") == 1 {
			keys = append(keys, c.Key)
		}
	}
	return keys
}

func change(t *testing.T, d dispute.Difference, key string) dispute.Change {
	t.Helper()
	i := slices.IndexFunc(d.Changes, func(c dispute.Change) bool { return c.Key == key })
	if i < 0 {
		t.Fatalf("no change %q", key)
	}
	return d.Changes[i]
}

// From the report to what was on file a day later: the dates got sharper, and
// the publisher was corrected.
func TestWhatTheSecondLayerLearntAndCorrected(t *testing.T) {
	a, b := look(t, reportLayer), look(t, fullLayer)
	d := dispute.Diff(a, b)
	same(t, "corrected items", []string{
		"attribution/outlet-names-publisher", "attribution/publisher-shows-letter",
		"claim/letter-publisher", "event/letter-published", "source/letter",
	}, changed(d, dispute.ChangeCorrected))
	same(t, "what happened meanwhile", []string{"source/later-text"}, changed(d, dispute.ChangeWorld))

	publisher := change(t, d, "source/letter").Fields[0]
	same(t, "publisher of the letter", dispute.FieldChange{Path: "/publisher", Kind: dispute.ChangeCorrected,
		Before: `"alliance-of-sahel-states"`, After: `"mali-foreign-ministry"`}, publisher)
	for _, event := range []string{"alliance-founded", "attack", "gur-remarks", "mali-accuses", "mali-cuts-ties", "niger-cuts-ties"} {
		for _, key := range []string{"event/" + event, "event/" + event + "/dates"} {
			if got := change(t, d, key).Kind; got != dispute.ChangeLearnt {
				t.Errorf("%s: %v, want learnt", key, got)
			}
		}
		for _, f := range change(t, d, "event/"+event).Fields {
			if f.Kind != dispute.ChangeLearnt {
				t.Errorf("event/%s%s: %v, want learnt", event, f.Path, f.Kind)
			}
		}
	}
	for _, c := range d.Changes {
		if c.Key == "status/claim/ukraine-supported-rebels" && c.Before.Text != c.After.Text {
			t.Errorf("the support claim came to stand otherwise:\n%s\n%s", c.Before.Text, c.After.Text)
		}
	}
	applied(t, a, b, d)
}

// From what was public on 1 August to what was public on 21 August: some of it
// happened in between, some had happened before.
func TestWhatHappenedAndWhatWasLearntInAugust(t *testing.T) {
	a, b := look(t, knownBy("2024-08-01")), look(t, knownBy("2024-08-21"))
	d := dispute.Diff(a, b)
	happened, learnt := changed(d, dispute.ChangeWorld), changed(d, dispute.ChangeLearnt)
	for _, key := range []string{
		"event/mali-cuts-ties", "event/mali-accuses", "event/niger-cuts-ties", "event/demand-to-council", "event/letter-published",
		"event/report-published", "event/council-deliberation", "source/report", "attribution/mali-announces-break",
	} {
		if !slices.Contains(happened, key) {
			t.Errorf("%s: %v, want world", key, change(t, d, key).Kind)
		}
	}
	for _, key := range []string{
		"event/monitoring", "event/sahel-conflict", "claim/wagner-fighters-killed", "claim/malian-soldiers-killed",
		"claim/rebels-attacked", "attribution/rebels-count-wagner", "source/rebels-count",
	} {
		if !slices.Contains(learnt, key) {
			t.Errorf("%s: %v, want learnt", key, change(t, d, key).Kind)
		}
	}
	same(t, "corrected", nil, changed(d, dispute.ChangeCorrected))
	same(t, "severances on 1 August", dispute.Fact{}, a.Snapshot().Fact("event/mali-cuts-ties"))
	applied(t, a, b, d)
}

func applied(t *testing.T, a, b *dispute.View, d dispute.Difference) {
	t.Helper()
	got, err := a.Snapshot().Apply(d)
	if err != nil {
		t.Fatalf("Apply: %v", err)
	}
	same(t, "first snapshot and difference", b.Snapshot(), got)
}
