package peer

import (
	"fmt"
	"slices"
	"testing"

	"github.com/dispute-go/dispute/bench/workload"
)

// TestPeersAgree runs the workload on every peer.
func TestPeersAgree(t *testing.T) {
	const n = 10_000
	intervals, sum, ok := workload.Known(n)
	if !ok {
		t.Fatal("no published checksum")
	}
	queries := workload.Queries(2000)
	answered := map[int64][]string{}
	for _, m := range All() {
		if m.SortOnly {
			continue
		}
		p, err := m.New(workload.Events(n))
		if err != nil {
			t.Fatalf("%s: %v", m.Name, err)
		}
		defer p.Close()
		if err := p.Load(); err != nil {
			t.Fatalf("%s: load: %v", m.Name, err)
		}
		if err := p.Fold(); err != nil {
			t.Fatalf("%s: fold: %v", m.Name, err)
		}
		if err := p.Fetch(); err != nil {
			t.Fatalf("%s: fetch: %v", m.Name, err)
		}
		list := p.Intervals()
		if got := workload.IntervalSum(list); len(list) != intervals || got != sum {
			t.Errorf("%s: %d intervals with checksum %d, want %d with %d", m.Name, len(list), got, intervals, sum)
		}
		answers, err := p.AsOf(queries)
		if err != nil {
			t.Fatalf("%s: as of: %v", m.Name, err)
		}
		s := workload.AnswerSum(answers)
		answered[s] = append(answered[s], m.Name)
	}
	if len(answered) != 1 {
		t.Errorf("the answers to as-of queries differ: %v", answered)
	}
}

func BenchmarkFoldAndFetch(b *testing.B) {
	for _, n := range []int{1e6, 1e7} {
		events := workload.Events(n)
		for _, name := range []string{"dispute", "dispute-stream", "dispute-names", "tuned", "tuned-names"} {
			b.Run(fmt.Sprintf("%d/%s", n, name), func(b *testing.B) {
				m, _ := Find(name)
				for b.Loop() {
					b.StopTimer()
					p, err := m.New(events)
					if err != nil {
						b.Fatal(err)
					}
					b.StartTimer()
					if err := p.Fold(); err != nil {
						b.Fatal(err)
					}
					if err := p.Fetch(); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// TestFloorSorts: the peer that only sorts does so.
func TestFloorSorts(t *testing.T) {
	p, err := newFloor(workload.Events(50_000))
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Fold(); err != nil {
		t.Fatal(err)
	}
	if !slices.IsSorted(p.(*floor).words) {
		t.Error("the words are not sorted")
	}
}

func BenchmarkAsOf(b *testing.B) {
	queries := workload.Queries(1e6)
	for _, n := range []int{1e5, 1e6, 1e7} {
		events := workload.Events(n)
		for _, name := range []string{"dispute", "plain", "tuned", "dispute-names", "plain-names"} {
			b.Run(fmt.Sprintf("%d/%s", n, name), func(b *testing.B) {
				m, _ := Find(name)
				p, err := m.New(events)
				if err != nil {
					b.Fatal(err)
				}
				if err := p.Fold(); err != nil {
					b.Fatal(err)
				}
				for b.Loop() {
					if _, err := p.AsOf(queries); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(queries)), "ns/query")
			})
		}
	}
}
