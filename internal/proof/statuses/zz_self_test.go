package statuses_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/dispute-go/dispute/internal/disputetest"
)

func TestZZSelf(t *testing.T) {
	met, seen := map[string]int{}, map[string]int{}
	records := *disputetest.OracleRecords
	for i := range records {
		m := newMaker(*disputetest.OracleSeed + uint64(i))
		r := m.record()
		lens := m.lens()
		disputetest.View(t, r, lens)
		o := newOracle(r, lens)
		for _, ref := range disputetest.Propositions(&r) {
			count(seen, o.answer(ref).Status)
		}
		for rule := range o.met {
			met[rule]++
		}
	}
	for _, rule := range slices.Sorted(maps.Keys(met)) {
		t.Logf("%5.1f %% of records: %s", 100*float64(met[rule])/float64(records), rule)
	}
	for _, rule := range slices.Sorted(maps.Keys(seen)) {
		t.Logf("%5d: %s", seen[rule], rule)
	}
}
