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
		"attribution/outlet-names-publisher", "attribution/publisher-publishes-letter", "attribution/publisher-shows-letter",
		"claim/letter-publisher", "event/letter-published", "source/letter",
	}, changed(d, dispute.ChangeCorrected))
	same(t, "what happened meanwhile", nil, slices.Collect(d.Of(dispute.ChangeWorld)))

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

// From what was public on 1 August to what was public on 21 August: what
// happened in between is told from what was learnt. Events happen; that one is
// expected, and everything said, published or put on file, is learnt.
func TestWhatHappenedAndWhatWasLearntInAugust(t *testing.T) {
	a, b := look(t, knownBy("2024-08-01")), look(t, knownBy("2024-08-21"))
	d := dispute.Diff(a, b)
	happened := []string{
		"event/demand-to-council", "event/letter-published", "event/mali-accuses", "event/mali-cuts-ties",
		"event/niger-cuts-ties", "event/report-published",
	}
	same(t, "items that happened", happened, changed(d, dispute.ChangeWorld))
	same(t, "corrected", nil, changed(d, dispute.ChangeCorrected))
	same(t, "severances on 1 August", dispute.Fact{}, a.Snapshot().Fact("event/mali-cuts-ties"))

	for key, want := range map[string]dispute.ChangeKind{
		"relation/diplomatic-relations/mali/ukraine":  dispute.ChangeWorld,
		"relation/diplomatic-relations/niger/ukraine": dispute.ChangeWorld,
		"status/event/mali-cuts-ties":                 dispute.ChangeWorld,
		"event/council-deliberation":                  dispute.ChangeLearnt,
		"status/claim/ukraine-supported-rebels":       dispute.ChangeLearnt,
		"status/claim/wagner-fighters-killed":         dispute.ChangeLearnt,
		"attribution/mali-announces-break":            dispute.ChangeLearnt,
		"source/report":                               dispute.ChangeLearnt,
	} {
		if got := change(t, d, key).Kind; got != want {
			t.Errorf("%s: %v, want %v", key, got, want)
		}
	}
	for c := range d.Of(dispute.ChangeWorld) {
		if !slices.ContainsFunc(c.Because, func(r dispute.Ref) bool { return slices.Contains(happened, strings.TrimSuffix(r.String(), "-dated")) }) {
			t.Errorf("%s happened because of %v, which names nothing that happened", c.Key, c.Because)
		}
	}
	applied(t, a, b, d)
}

// The accusation of 4 August is not answered by the end of the month: that it is
// no longer open as such is learnt from the report that the ministry is silent.
func TestSilenceReportedLaterAnswersNothing(t *testing.T) {
	a, b := look(t, knownBy("2024-08-05")), look(t, knownBy("2024-08-30"))
	for c := range dispute.Diff(a, b).Of(dispute.ChangeLearnt) {
		if strings.HasPrefix(c.Key, "question/no-response/event/mali-accuses/ukraine") && c.After.Key == "" {
			same(t, "what made it vanish", []dispute.Ref{dispute.AttributionID("ministry-silent-on-accusations").Ref()}, c.Because)
			return
		}
	}
	t.Error("the question did not vanish")
}

func applied(t *testing.T, a, b *dispute.View, d dispute.Difference) {
	t.Helper()
	got, err := a.Snapshot().Apply(d)
	if err != nil {
		t.Fatalf("Apply: %v", err)
	}
	same(t, "first snapshot and difference", b.Snapshot(), got)
}
