package fold_test

import (
	"slices"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/fold"
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
