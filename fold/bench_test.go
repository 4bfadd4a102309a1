package fold_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/fold"
)

// pairFeed returns n events of the default rules between the given number of
// actors over 40 years, in random order of days.
func pairFeed(codes []fold.Code, actors uint32, n int) []fold.CodedEvent {
	rng := rand.New(rand.NewPCG(1, 9))
	list := make([]fold.CodedEvent, n)
	for i := range list {
		list[i] = fold.CodedEvent{Day: rng.Int32N(14610), From: rng.Uint32N(actors), To: rng.Uint32N(actors), Code: pick(rng, codes)}
	}
	return list
}

func BenchmarkAddSlice(b *testing.B) {
	rules := defaultRules(b)
	for _, n := range []int{1e5, 1e6} {
		b.Run(fmt.Sprintf("default-rules/%d", n), func(b *testing.B) {
			events := pairFeed(codesOf(b, rules), 200, n)
			for b.Loop() {
				if err := fold.NewCoded(rules, fold.Options{}).AddSlice(events); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/event")
		})
	}
}

// BenchmarkOnePair folds events of one pair that all go on beyond each other.
func BenchmarkOnePair(b *testing.B) {
	rules := defaultRules(b)
	for _, n := range []int{1e4, 1e5, 1e6} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			events := pairFeed(codesOf(b, rules), 2, n)
			for i := range events {
				events[i].MoreDays = int32(10_000 + i%5_000)
			}
			for b.Loop() {
				if err := fold.NewCoded(rules, fold.Options{}).AddSlice(events); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/event")
		})
	}
}

func BenchmarkOn(b *testing.B) {
	rules := defaultRules(b)
	f := fold.NewCoded(rules, fold.Options{})
	if err := f.AddSlice(pairFeed(codesOf(b, rules), 200, 1e6)); err != nil {
		b.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(1, 10))
	for b.Loop() {
		f.On(rng.Uint32N(200), rng.Uint32N(200), dispute.TrackHostility, rng.Int32N(14610))
	}
}

// BenchmarkLateEvent inserts one event into a fold of a million and removes it.
func BenchmarkLateEvent(b *testing.B) {
	rules := defaultRules(b)
	events := pairFeed(codesOf(b, rules), 200, 1_100_000)
	f := fold.NewCoded(rules, fold.Options{Removable: true})
	if err := f.AddSlice(events[:1_000_000]); err != nil {
		b.Fatal(err)
	}
	late, i := events[1_000_000:], 0
	for b.Loop() {
		position := uint32(1_000_000 + i)
		if _, err := f.Insert(position, late[i]); err != nil {
			b.Fatal(err)
		}
		if _, err := f.Remove(position, late[i]); err != nil {
			b.Fatal(err)
		}
		i = (i + 1) % len(late)
	}
}
