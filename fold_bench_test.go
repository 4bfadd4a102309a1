package dispute

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// pairFeed returns n events of the default rules between the given number of
// actors over 40 years, in random order of days.
func pairFeed(rules *FoldRules, actors uint32, n int) []CodedEvent {
	rng := rand.New(rand.NewPCG(1, 9))
	list := make([]CodedEvent, n)
	for i := range list {
		list[i] = CodedEvent{Day: rng.Int32N(14610), From: rng.Uint32N(actors), To: rng.Uint32N(actors), Kind: EventCode(rng.IntN(len(rules.codes)))}
	}
	return list
}

func BenchmarkCodedFold(b *testing.B) {
	rules := defaultRulesForFold(b)
	for _, n := range []int{1e5, 1e6} {
		b.Run(fmt.Sprintf("default-rules/%d", n), func(b *testing.B) {
			events := pairFeed(rules, 200, n)
			for b.Loop() {
				if err := NewCodedFold(rules, FoldOptions{}).AddSlice(events); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/event")
		})
	}
}

// BenchmarkOnePair folds events of one pair that all go on beyond each other.
func BenchmarkOnePair(b *testing.B) {
	rules := defaultRulesForFold(b)
	for _, n := range []int{1e4, 1e5, 1e6} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			events := pairFeed(rules, 2, n)
			for i := range events {
				events[i].MoreDays = uint16(10_000 + i%5_000)
			}
			for b.Loop() {
				if err := NewCodedFold(rules, FoldOptions{}).AddSlice(events); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/event")
		})
	}
}

func BenchmarkFoldOn(b *testing.B) {
	rules := defaultRulesForFold(b)
	f := NewCodedFold(rules, FoldOptions{})
	if err := f.AddSlice(pairFeed(rules, 200, 1e6)); err != nil {
		b.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(1, 10))
	for b.Loop() {
		f.On(rng.Uint32N(200), rng.Uint32N(200), TrackHostility, rng.Int32N(14610))
	}
}

// BenchmarkLateEvent inserts one event into a fold of a million and removes it.
func BenchmarkLateEvent(b *testing.B) {
	rules := defaultRulesForFold(b)
	events := pairFeed(rules, 200, 1_100_000)
	f := NewCodedFold(rules, FoldOptions{Removable: true})
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
