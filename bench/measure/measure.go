// Package measure runs one peer once and says what it took.
package measure

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"time"

	"github.com/dispute-go/dispute/bench/peer"
	"github.com/dispute-go/dispute/bench/workload"
	"github.com/dispute-go/dispute/fold"
)

// A Result is one run. Times are in milliseconds, memory is in MiB.
type Result struct {
	Peer                    string
	Events, Queries         int
	Load, Fold, Fetch, AsOf float64
	// CPU is the processor time of Load, Fold and Fetch on all threads, AsOfCPU
	// that of AsOf; on a busy machine they say more than the time that passed.
	CPU, AsOfCPU float64
	// Before is the memory of the process before Load, Peak the most there was
	// until the intervals were fetched.
	Before, Peak int64
	Intervals    int
	Sum, Answers int64 // checksums
	Late         *Late `json:",omitempty"`
}

// Total is the time from the events to the intervals in memory.
func (r Result) Total() float64 { return r.Load + r.Fold + r.Fetch }

// Late is what single late events took, in nanoseconds. Of the insertions,
// whose times include reading the clock, Median and P99 are quantiles.
type Late struct {
	Events                               int
	Insert, Median, P99, Slowest, Remove float64
}

// Peer runs one peer.
func Peer(m peer.Maker, n, queries int) (Result, error) {
	r := Result{Peer: m.Name, Events: n, Queries: queries}
	p, err := m.New(workload.Events(n))
	if err != nil {
		return r, err
	}
	defer p.Close()
	asked := workload.Queries(queries)
	debug.FreeOSMemory()
	resetPeak()
	r.Before = memory("VmRSS")
	used := processorTime()
	var answers []workload.Answer
	for _, step := range []struct {
		took *float64
		do   func() error
	}{
		{&r.Load, p.Load},
		{&r.Fold, p.Fold},
		{&r.Fetch, p.Fetch},
		{&r.AsOf, func() (err error) {
			r.CPU = milliseconds(processorTime() - used)
			r.Peak = memory("VmHWM")
			if !m.SortOnly {
				answers, err = p.AsOf(asked)
			}
			return err
		}},
	} {
		start := time.Now()
		if err := step.do(); err != nil {
			return r, err
		}
		*step.took = milliseconds(time.Since(start))
	}
	r.AsOfCPU = milliseconds(processorTime()-used) - r.CPU
	intervals := p.Intervals()
	r.Intervals, r.Sum = len(intervals), workload.IntervalSum(intervals)
	r.Answers = workload.AnswerSum(answers)
	return r, nil
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// LateEvents folds n events, inserts as many late ones as are asked for one by
// one, each at a random day, compares with a fold of all, removes them again,
// and compares with the fold of the n.
func LateEvents(n, late int) (Result, error) {
	r := Result{Peer: "late", Events: n, Late: &Late{}}
	rules, err := peer.Rules()
	if err != nil {
		return r, err
	}
	events, err := peer.Coded(rules, workload.Events(n+late))
	if err != nil {
		return r, err
	}
	f := fold.NewCoded(rules, fold.Options{Removable: true})
	if err := f.AddSlice(events[:n]); err != nil {
		return r, err
	}
	before := checksum(f)
	runtime.GC()
	took := make([]float64, 0, late)
	start := time.Now()
	for i, e := range events[n:] {
		if e.Code == 0 {
			continue
		}
		one := time.Now()
		if _, err := f.Insert(uint32(n+i), e); err != nil {
			return r, err
		}
		took = append(took, float64(time.Since(one).Nanoseconds()))
	}
	r.Late.Events = len(took)
	r.Late.Insert = float64(time.Since(start).Nanoseconds()) / float64(len(took))
	intervals := peer.Intervals(f)
	r.Intervals, r.Sum = len(intervals), workload.IntervalSum(intervals)
	whole := fold.NewCoded(rules, fold.Options{})
	if err := whole.AddSlice(events); err != nil {
		return r, err
	}
	if want := checksum(whole); r.Sum != want {
		return r, fmt.Errorf("checksum %d after %d late events, want %d", r.Sum, late, want)
	}
	start = time.Now()
	for i, e := range events[n:] {
		if _, err := f.Remove(uint32(n+i), e); err != nil {
			return r, err
		}
	}
	r.Late.Remove = float64(time.Since(start).Nanoseconds()) / float64(len(took))
	if after := checksum(f); after != before {
		return r, fmt.Errorf("checksum %d after the late events were removed, want %d", after, before)
	}
	slices.Sort(took)
	r.Late.Median, r.Late.P99, r.Late.Slowest = took[len(took)/2], took[len(took)*99/100], took[len(took)-1]
	return r, nil
}

func checksum(f *fold.Coded) int64 { return workload.IntervalSum(peer.Intervals(f)) }
