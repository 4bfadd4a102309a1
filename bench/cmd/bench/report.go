package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/dispute-go/dispute/bench/measure"
	"github.com/dispute-go/dispute/bench/peer"
	"github.com/dispute-go/dispute/bench/workload"
)

// A subject is what several runs measure.
type subject struct {
	events int
	peer   string
}

// report prints the medians of the results and fails if checksums differ.
func report(w io.Writer, results []measure.Result) error {
	var order []subject
	runs := map[subject][]measure.Result{}
	for _, r := range results {
		s := subject{r.Events, r.Peer}
		if runs[s] == nil {
			order = append(order, s)
		}
		runs[s] = append(runs[s], r)
	}
	medians := map[subject]measure.Result{}
	for s, list := range runs {
		medians[s] = median(list)
	}
	fmt.Fprintf(w, "%s. Medians; times in milliseconds, memory in MiB; ns/event and queries/s by processor time.\n\n", measure.Machine())
	fmt.Fprintln(w, "| events | peer | runs | load | fold | fetch | total | least–most | processor | ns/event | queries/s | memory before → peak |")
	fmt.Fprintln(w, "|--:|:--|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
	for _, s := range order {
		if s.peer != late {
			printRow(w, s, medians[s], runs[s])
		}
	}
	fmt.Fprintln(w)
	for _, m := range peer.All() {
		fmt.Fprintf(w, "- %s: %s\n", m.Name, m.About)
	}
	fmt.Fprintln(w)
	for _, s := range order {
		if s.peer == late {
			printLate(w, s, medians[s].Late)
		}
	}
	printDemands(w, order, medians)
	return errors.Join(compare(results)...)
}

func printRow(w io.Writer, s subject, m measure.Result, runs []measure.Result) {
	totals := make([]float64, 0, len(runs))
	for _, r := range runs {
		totals = append(totals, r.Total())
	}
	rate := "–"
	if m.Answers != 0 {
		rate = fmt.Sprintf("%.2f M", float64(m.Queries)/m.AsOfCPU/1000)
	}
	fmt.Fprintf(w, "| %d | %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f–%.1f | %.1f | %.1f | %s | %d → %d |\n",
		s.events, s.peer, len(totals), m.Load, m.Fold, m.Fetch, m.Total(), slices.Min(totals), slices.Max(totals), m.CPU,
		m.CPU*1e6/float64(s.events), rate, m.Before, m.Peak)
}

func printLate(w io.Writer, s subject, l *measure.Late) {
	fmt.Fprintf(w, "Late events, one by one, into a fold of %d: %.0f ns each to insert (median %.0f, 99th percentile %.0f, slowest %.0f), %.0f to remove",
		s.events, l.Insert, l.Median, l.P99, l.Slowest, l.Remove)
	fmt.Fprint(w, ".\n\n")
}

// median returns the medians of all measured values.
func median(runs []measure.Result) measure.Result {
	m := runs[0]
	of := func(value func(r *measure.Result) *float64) {
		list := make([]float64, 0, len(runs))
		for i := range runs {
			list = append(list, *value(&runs[i]))
		}
		slices.Sort(list)
		*value(&m) = list[len(list)/2]
	}
	of(func(r *measure.Result) *float64 { return &r.Load })
	of(func(r *measure.Result) *float64 { return &r.Fold })
	of(func(r *measure.Result) *float64 { return &r.Fetch })
	of(func(r *measure.Result) *float64 { return &r.AsOf })
	of(func(r *measure.Result) *float64 { return &r.CPU })
	of(func(r *measure.Result) *float64 { return &r.AsOfCPU })
	byPeak := slices.SortedFunc(slices.Values(runs), func(a, b measure.Result) int { return cmp.Compare(a.Peak, b.Peak) })
	m.Before, m.Peak = byPeak[len(byPeak)/2].Before, byPeak[len(byPeak)/2].Peak
	if m.Late != nil {
		late := *m.Late
		m.Late = &late
		of(func(r *measure.Result) *float64 { return &r.Late.Insert })
		of(func(r *measure.Result) *float64 { return &r.Late.Median })
		of(func(r *measure.Result) *float64 { return &r.Late.P99 })
		of(func(r *measure.Result) *float64 { return &r.Late.Slowest })
		of(func(r *measure.Result) *float64 { return &r.Late.Remove })
	}
	return m
}

// compare returns an error for every result that differs from the published
// checksums, or from an earlier result for as many events and queries.
func compare(results []measure.Result) []error {
	type size struct{ events, queries int }
	answers := map[size]measure.Result{}
	folds := map[int]measure.Result{}
	var errs []error
	for _, r := range results {
		if m, ok := peer.Find(r.Peer); !ok || m.SortOnly {
			continue
		}
		if intervals, sum, ok := workload.Known(r.Events); ok && (r.Intervals != intervals || r.Sum != sum) {
			errs = append(errs, fmt.Errorf("%s with %d events: %d intervals with checksum %d, expected %d with %d",
				r.Peer, r.Events, r.Intervals, r.Sum, intervals, sum))
		}
		if first, ok := folds[r.Events]; !ok {
			folds[r.Events] = r
		} else if first.Sum != r.Sum {
			errs = append(errs, fmt.Errorf("%d events: checksum %d of %s, but %d of %s", r.Events, r.Sum, r.Peer, first.Sum, first.Peer))
		}
		s := size{r.Events, r.Queries}
		if first, ok := answers[s]; !ok {
			answers[s] = r
		} else if first.Answers != r.Answers {
			errs = append(errs, fmt.Errorf("%d events, %d queries: checksum %d of %s, but %d of %s",
				r.Events, r.Queries, r.Answers, r.Peer, first.Answers, first.Peer))
		}
	}
	return errs
}
