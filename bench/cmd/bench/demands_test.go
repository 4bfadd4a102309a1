package main

import (
	"strings"
	"testing"

	"github.com/dispute-go/dispute/bench/measure"
)

// TestDemands: a ratio stands beside its demand and says whether it holds;
// fewer events than a million are shown without.
func TestDemands(t *testing.T) {
	medians := map[subject]measure.Result{
		{100_000, "dispute"}:   {CPU: 20},
		{100_000, "tuned"}:     {CPU: 5},
		{100_000, "sort-only"}: {CPU: 10},
		{million, "dispute"}:   {CPU: 150, Fold: 150, Peak: 70, AsOfCPU: 10, Queries: 100},
		{million, "tuned"}:     {CPU: 100},
		{million, "sort-only"}: {CPU: 10},
		{million, "duckdb"}:    {Fold: 250, Fetch: 1000, Peak: 80},
		{million, "plain"}:     {CPU: 600, AsOfCPU: 15, Queries: 100},
		{million, late}:        {Late: &measure.Late{Insert: 1000, Median: 10, P99: 200}},
	}
	var order []subject
	for _, n := range []int{100_000, million} {
		for _, p := range []string{"dispute", "tuned", "sort-only", "duckdb", "plain", late} {
			if _, ok := medians[subject{n, p}]; ok {
				order = append(order, subject{n, p})
			}
		}
	}
	var b strings.Builder
	printDemands(&b, order, medians)
	for _, line := range []string{
		"| 100000 | dispute / tuned | 4.00 |  |  |",
		"| 1000000 | dispute / tuned | 1.50 | at most 2 | holds |",
		"| 1000000 | duckdb / dispute, end to end | 8.33 | at least 6 | holds |",
		"| 1000000 | duckdb's fold alone, 2 threads / dispute, end to end | 1.67 | at least 2 | **fails** |",
		"| 1000000 | peak memory, dispute / duckdb | 0.88 | at most 1 | holds |",
		"| 1000000 | rate of as-of queries, dispute / plain | 1.50 | at least 2 | **fails** |",
		"| 1000000 | plain / dispute | 4.00 |  |  |",
		"| 1000000 | tuned, all events / dispute, one late event | 100000 | at least 10000 | holds |",
		"| 1000000 | one late event, 99th percentile / median | 20.00 | at most 10 | **fails** |",
		"| 1000000 | dispute, cost of an event beyond sort-only / the same with 100000 events | 1.40 | at most 1.3 | **fails** |",
	} {
		if !strings.Contains(b.String(), line+"\n") {
			t.Errorf("no line %q in\n%s", line, b.String())
		}
	}
}
