package fold

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

type input struct {
	key    uint64
	change Change
}

// randomInputs returns n changes of 199·100 pairs in four lanes over 40 years,
// the pairs as unequal in size as those of event feeds.
func randomInputs(n int) []input {
	rng := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(rng, 1.2, 1, 199)
	in := make([]input, n)
	for i := range in {
		a, b := zipf.Uint64(), zipf.Uint64()
		for a == b {
			b = zipf.Uint64()
		}
		in[i] = input{Key(uint32(min(a, b)), uint32(max(a, b)), uint8(rng.IntN(4))),
			NewChange(rng.Int32N(14610), uint32(i), uint8(rng.IntN(4)))}
	}
	return in
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
		in := randomInputs(n)
		for _, whole := range []bool{false, true} {
			b.Run(fmt.Sprintf("%d/whole=%v", n, whole), func(b *testing.B) {
				for b.Loop() {
					s := New(fourStates(b), whole)
					for _, x := range in {
						s.Put(x.key, x.change)
					}
					if err := s.Absorb(true); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/event")
			})
		}
	}
}
