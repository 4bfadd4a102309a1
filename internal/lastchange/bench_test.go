package lastchange

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/dispute-go/dispute/internal/span"
)

// overlapping returns n events on one track, each vague enough to overlap all
// others, one in four of them a one-of set, one in four linked to a later one, and
// one of five states for each.
func overlapping(n int) (events []Event, states []uint8, links [][2]int32) {
	rng := rand.New(rand.NewPCG(1, 1))
	events, states = make([]Event, n), make([]uint8, n)
	for i := range events {
		first, last := int64(i), int64(n+i)
		if i%4 == 0 {
			gap := int64(n/2 + rng.IntN(n/4))
			events[i].Domain = []span.Range{{First: first, Last: gap}, {First: gap + 2, Last: last}}
		} else {
			events[i].Domain = []span.Range{{First: first, Last: last}}
		}
		if i%4 == 1 && i+1 < n {
			links = append(links, [2]int32{int32(i), int32(i + 1 + rng.IntN(n-i-1))})
		}
		states[i] = uint8(rng.IntN(5))
	}
	return events, states, links
}

func sizes(b *testing.B, run func(b *testing.B, n int)) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { run(b, n) })
	}
}

func BenchmarkSolveOverlapping(b *testing.B) {
	sizes(b, func(b *testing.B, n int) {
		events, _, links := overlapping(n)
		b.ReportAllocs()
		for b.Loop() {
			Solve(events, links)
		}
	})
}

func BenchmarkSolveStatesOverlapping(b *testing.B) {
	sizes(b, func(b *testing.B, n int) {
		events, states, links := overlapping(n)
		b.ReportAllocs()
		for b.Loop() {
			if _, err := SolveStates(events, states, links); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkOn asks about one tick of many exact events, where one event rules.
func BenchmarkOn(b *testing.B) {
	sizes(b, func(b *testing.B, n int) {
		events := make([]Event, n)
		for i := range events {
			events[i].Domain = []span.Range{{First: int64(3 * i), Last: int64(3 * i)}}
		}
		r := Solve(events, nil)
		d := int64(0)
		for b.Loop() {
			r.On(d % int64(3*n))
			d += 7919
		}
	})
}

// BenchmarkSegments walks over many events of which at most four overlap.
func BenchmarkSegments(b *testing.B) {
	sizes(b, func(b *testing.B, n int) {
		events := make([]Event, n)
		for i := range events {
			events[i].Domain = []span.Range{{First: int64(3 * i), Last: int64(3*i + 9)}}
		}
		r := Solve(events, nil)
		for b.Loop() {
			for range r.Segments() {
			}
		}
	})
}
