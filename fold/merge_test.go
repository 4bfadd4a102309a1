package fold_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/fold"
	"github.com/google/go-cmp/cmp"
)

// The order in which a rule names the states that it leaves does not matter.
func TestFoldsUnderReorderedRulesMerge(t *testing.T) {
	reordered := dispute.DefaultRules()
	for i := range reordered {
		slices.Reverse(reordered[i].Not)
	}
	rules, err := fold.NewRules(reordered)
	if err != nil {
		t.Fatal(err)
	}
	if err := fold.NewCoded(nil, fold.Options{}).Merge(fold.NewCoded(rules, fold.Options{})); err != nil {
		t.Error(err)
	}
}

func TestMergeRefuses(t *testing.T) {
	rules := defaultRules(t)
	e := fold.CodedEvent{Day: 3, From: 1, To: 2, Code: codeOf(t, rules, dispute.KindSeverRelations)}
	f := foldOf(t, rules, fold.Options{}, []fold.CodedEvent{e})
	if err := f.Merge(fold.NewCoded(rules, fold.Options{Removable: true})); !errors.Is(err, dispute.ErrValue) {
		t.Errorf("merging one that is Removable into one that is not: %v", err)
	}
	other, err := fold.NewRules(dispute.DefaultRules()[1:])
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Merge(fold.NewCoded(other, fold.Options{})); !errors.Is(err, dispute.ErrValue) {
		t.Errorf("merging one with other rules: %v", err)
	}
	if err := f.Merge(fold.NewCoded(nil, fold.Options{})); err != nil {
		t.Errorf("merging one with equal rules: %v", err)
	}
	kept := slices.Collect(f.Spells())
	if err := f.Merge(f); err != nil {
		t.Errorf("merging one with itself: %v", err)
	}
	if diff := cmp.Diff(kept, slices.Collect(f.Spells())); diff != "" {
		t.Errorf("merging with itself has changed it (-want +got):\n%s", diff)
	}
}
