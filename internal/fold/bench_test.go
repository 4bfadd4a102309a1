package fold

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// randomInputs returns n changes of 199·100 pairs in four lanes over 40 years,
// the pairs as unequal in size as those of event feeds.
func randomInputs(n int) ([]uint64, []Change) {
	rng := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(rng, 1.2, 1, 199)
	keys, changes := make([]uint64, n), make([]Change, n)
	for i := range keys {
		a, b := zipf.Uint64(), zipf.Uint64()
		for a == b {
			b = zipf.Uint64()
		}
		keys[i] = Key(uint32(min(a, b)), uint32(max(a, b)), uint8(rng.IntN(4)))
		changes[i] = NewChange(rng.Int32N(14610), uint32(i), uint8(rng.IntN(4)))
	}
	return keys, changes
}

func fourStates(tb testing.TB) []*Machine {
	m, err := NewMachine([]Effect{{To: 1}, {To: 2}, {To: 3}, {To: 4}})
	if err != nil {
		tb.Fatal(err)
	}
	return []*Machine{m, m, m, m}
}

func BenchmarkFold(b *testing.B) {
	for _, n := range []int{1e5, 1e6} {
		keys, changes := randomInputs(n)
		for _, whole := range []bool{false, true} {
			b.Run(fmt.Sprintf("%d/whole=%v", n, whole), func(b *testing.B) {
				for b.Loop() {
					s := New(fourStates(b), whole)
					s.Put(keys, changes)
					if err := s.Absorb(true); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/event")
			})
		}
	}
}
