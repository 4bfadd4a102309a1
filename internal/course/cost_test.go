package course

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/dispute-go/dispute/internal/giveway"
	"github.com/dispute-go/dispute/internal/span"
	"github.com/dispute-go/dispute/internal/ticks"
)

// A heavy track is one on which everything bears.
type heavy struct {
	name    string
	days    func(i, n int, rng *rand.Rand) (first, last int64) // of a start
	gap     bool                                               // the day in the middle is left out
	lasts   bool                                               // until a day of the same days
	chained bool                                               // each start follows the one before it
}

const heavyDays = 10_000

func exact(_, _ int, rng *rand.Rand) (int64, int64) {
	d := rng.Int64N(heavyDays)
	return d, d
}

func oneDay(int, int, *rand.Rand) (int64, int64) { return 0, 0 }

func oneWindow(int, int, *rand.Rand) (int64, int64) { return 0, heavyDays }

func windows(_, _ int, rng *rand.Rand) (int64, int64) {
	d := rng.Int64N(heavyDays)
	return d, d + rng.Int64N(heavyDays/10)
}

func nested(i, n int, _ *rand.Rand) (int64, int64) {
	in := int64(i) * heavyDays / int64(2*n)
	return in, heavyDays - in
}

func staggered(i, n int, _ *rand.Rand) (int64, int64) {
	d := int64(i) * heavyDays / int64(n)
	return d, d + heavyDays/2
}

var heavies = []heavy{
	{"exact", exact, false, false, false},
	{"one day", oneDay, false, false, false},
	{"one day, chained", oneDay, false, false, true},
	{"one window", oneWindow, false, false, false},
	{"one window, chained", oneWindow, false, false, true},
	{"overlapping", windows, false, false, false},
	{"gaps", windows, true, false, false},
	{"nested", nested, false, false, false},
	{"staggered", staggered, false, false, false},
	{"staggered, chained", staggered, false, false, true},
	{"lasting, one day", oneDay, false, true, false},
	{"lasting, one window", oneWindow, false, true, false},
	{"lasting, overlapping", windows, false, true, false},
	{"lasting, nested", nested, false, true, false},
	{"lasting, staggered", staggered, false, true, false},
	{"lasting, staggered and chained", staggered, false, true, true},
	{"lasting, gaps", windows, true, true, false},
}

// changes returns the changes of n starts, half of which last if any do, and
// their links.
func (h *heavy) changes(n int) ([]Change, Links) {
	rng := rand.New(rand.NewPCG(1, uint64(n)))
	domain := func(i int) []span.Range {
		first, last := h.days(i, n, rng)
		if mid := (first + last) / 2; h.gap && first < mid && mid < last {
			return []span.Range{{First: ticks.First(first), Last: ticks.Last(mid - 1)}, {First: ticks.First(mid + 1), Last: ticks.Last(last)}}
		}
		return []span.Range{{First: ticks.First(first), Last: ticks.Last(last)}}
	}
	var list []Change
	for i := range n {
		s := State(1 + rng.IntN(4))
		t := Term{Start: domain(i), End: domain(i)}
		if t.Agree(); h.chained {
			t.End = []span.Range{{First: t.Start[0].First, Last: ticks.Last(2 * heavyDays)}}
		}
		list = AppendChanges(list, Change{Place: int32(i), State: s, Barred: Of(1 + State(rng.IntN(4))), Premise: Of(5)},
			h.lasts && s > 2, 6, t)
	}
	if !h.chained {
		return list, nil
	}
	return list, func(place int32, visit func(int32)) {
		if place > 0 {
			visit(place - 1)
		}
	}
}

// What is kept of many changes that overlap grows with their number, not with
// the number of pairs of them.
func TestHeavyTracksAreNearLinear(t *testing.T) {
	const n = 4_000
	for _, h := range heavies {
		changes, links := h.changes(n)
		s := Solve(changes, links, &giveway.Table{})
		kept, ranges := len(s.Segments), 0
		for _, r := range s.Rulers {
			kept += len(r.Days)
		}
		for _, list := range s.phases[0].analysis.before {
			kept += len(list)
		}
		for _, sets := range [][][]uint64{s.phases[0].analysis.ancestors.sets, s.phases[0].analysis.ancestors.second} {
			for _, set := range sets {
				kept += len(set)
			}
		}
		for i := range changes {
			ranges += len(changes[i].Domain)
		}
		b := usualBounds
		if most := b.before + b.beforeEach*len(changes) + 2*b.ancestors + 16*ranges; kept > most {
			t.Errorf("%s: %d things are kept of %d ranges, want at most %d", h.name, kept, ranges, most)
		}
		if len(s.Turnings()) == 0 || len(s.Stretches()) == 0 {
			t.Errorf("%s: no turnings, or no stretches", h.name)
		}
	}
}

func BenchmarkSolve(b *testing.B) {
	for _, h := range heavies {
		for _, n := range []int{10_000, 100_000} {
			b.Run(fmt.Sprint(h.name, "/n=", n), func(b *testing.B) {
				changes, links := h.changes(n)
				for b.Loop() {
					Solve(changes, links, &giveway.Table{})
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/start")
			})
		}
	}
}

// Finding the state of a day and what it rests on makes nothing but what the
// caller keeps of it.
func BenchmarkOneDay(b *testing.B) {
	changes, links := heavies[0].changes(10)
	s := Solve(changes, links, &giveway.Table{})
	for b.Loop() {
		seg, n := s.At(heavyDays/2), 0
		for i := range s.Rulers {
			if r := &s.Rulers[i]; r.States&seg.Possible != 0 && r.On(heavyDays/2) {
				n++
			}
		}
		if n == 0 {
			b.Fatal("nothing rules")
		}
	}
}
