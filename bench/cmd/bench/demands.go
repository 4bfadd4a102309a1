package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/dispute-go/dispute/bench/measure"
)

// A demand is a ratio that is to be at most, or at least, a number of times.
// Without a number it is shown for information.
type demand struct {
	what         string
	over, under  string // peers
	upper, lower func(measure.Result) float64
	most, least  float64
}

// What is compared of two results. Go programs of one thread are compared by
// their processor time, which other programs on the machine disturb least; the
// databases by the time that passes.
func elapsed(r measure.Result) float64   { return r.Total() }
func foldOnly(r measure.Result) float64  { return r.Fold }
func processor(r measure.Result) float64 { return r.CPU }
func perQuery(r measure.Result) float64  { return r.AsOfCPU / float64(r.Queries) }
func peak(r measure.Result) float64      { return float64(r.Peak) }

const million = 1_000_000

var demands = []demand{
	{what: "dispute / tuned", over: "dispute", under: "tuned", upper: processor, lower: processor, most: 2},
	{what: "dispute-stream / tuned", over: "dispute-stream", under: "tuned", upper: processor, lower: processor, most: 2},
	{what: "dispute-names / tuned-names", over: "dispute-names", under: "tuned-names", upper: processor, lower: processor, most: 2},
	{what: "duckdb / dispute, end to end", over: "duckdb", under: "dispute", upper: elapsed, lower: elapsed, least: 6},
	{what: "duckdb's fold alone, 2 threads / dispute, end to end", over: "duckdb", under: "dispute", upper: foldOnly, lower: elapsed, least: 2},
	{what: "duckdb / dispute-names, end to end", over: "duckdb", under: "dispute-names", upper: elapsed, lower: elapsed, least: 3},
	{what: "sqlite / dispute, end to end", over: "sqlite", under: "dispute", upper: elapsed, lower: elapsed, least: 40},
	{what: "peak memory, dispute / duckdb", over: "dispute", under: "duckdb", upper: peak, lower: peak, most: 1},
	{what: "rate of as-of queries, dispute / plain", over: "plain", under: "dispute", upper: perQuery, lower: perQuery, least: 2},
	{what: "rate of as-of queries, dispute-names / plain-names", over: "plain-names", under: "dispute-names", upper: perQuery, lower: perQuery},
	{what: "plain / dispute", over: "plain", under: "dispute", upper: processor, lower: processor},
	{what: "plain-names / dispute-names", over: "plain-names", under: "dispute-names", upper: processor, lower: processor},
}

// printDemands prints each ratio with what is demanded of it.
func printDemands(w io.Writer, order []subject, medians map[subject]measure.Result) {
	fmt.Fprintln(w, "| events | ratio | measured | demanded | |")
	fmt.Fprintln(w, "|--:|:--|--:|:--|:--|")
	var sizes []int
	for _, s := range order {
		if !slices.Contains(sizes, s.events) {
			sizes = append(sizes, s.events)
		}
	}
	for _, n := range sizes {
		for _, d := range demands {
			a, ok := medians[subject{n, d.over}]
			b, both := medians[subject{n, d.under}]
			if ok && both {
				if n < million { // demanded is only what a fold of many events costs
					d.most, d.least = 0, 0
				}
				d.print(w, n, d.upper(a)/d.lower(b))
			}
		}
		printLateDemands(w, n, medians)
		if n > sizes[0] {
			printFlatness(w, sizes[0], n, medians)
		}
	}
}

func (d demand) print(w io.Writer, events int, measured float64) {
	demanded, verdict := "", ""
	switch {
	case d.most > 0:
		demanded, verdict = fmt.Sprintf("at most %g", d.most), verdictOn(measured <= d.most)
	case d.least > 0:
		demanded, verdict = fmt.Sprintf("at least %g", d.least), verdictOn(measured >= d.least)
	}
	fmt.Fprintf(w, "| %d | %s | %s | %s | %s |\n", events, d.what, times(measured), demanded, verdict)
}

// times writes small ratios with two decimals and great ones with none.
func times(x float64) string {
	if x < 100 {
		return fmt.Sprintf("%.2f", x)
	}
	return fmt.Sprintf("%.0f", x)
}

func verdictOn(holds bool) string {
	if holds {
		return "holds"
	}
	return "**fails**"
}

// printLateDemands prints what is demanded of single late events.
func printLateDemands(w io.Writer, n int, medians map[subject]measure.Result) {
	r, ok := medians[subject{n, late}]
	if !ok {
		return
	}
	only := func(d demand) demand {
		if n != million {
			d.most, d.least = 0, 0
		}
		return d
	}
	if t, ok := medians[subject{n, "tuned"}]; ok {
		only(demand{what: "tuned, all events / dispute, one late event", least: 10_000}).print(w, n, t.CPU*1e6/r.Late.Insert)
	}
	only(demand{what: "one late event, 99th percentile / median", most: 10}).print(w, n, r.Late.P99/r.Late.Median)
}

// printFlatness prints how the cost of an event, beyond that of sorting it,
// grows from few events to many.
func printFlatness(w io.Writer, few, many int, medians map[subject]measure.Result) {
	beyond := func(n int) (float64, bool) {
		r, ok := medians[subject{n, "dispute"}]
		floor, both := medians[subject{n, "sort-only"}]
		return (r.CPU - floor.CPU) / float64(n), ok && both
	}
	a, ok := beyond(few)
	b, both := beyond(many)
	if ok && both && a > 0 {
		what := fmt.Sprintf("dispute, cost of an event beyond sort-only / the same with %d events", few)
		demand{what: what, most: 1.3}.print(w, many, b/a)
	}
}
