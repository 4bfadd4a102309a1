package group

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestGroups(t *testing.T) {
	tests := []struct {
		name  string
		n     int
		joins [][2]int32
		want  [][]int32
	}{
		{"nothing", 0, nil, [][]int32{}},
		{"all alone", 3, nil, [][]int32{{0}, {1}, {2}}},
		{"pair", 3, [][2]int32{{2, 0}}, [][]int32{{0, 2}, {1}}},
		{"chain from above", 4, [][2]int32{{3, 2}, {2, 1}, {1, 0}}, [][]int32{{0, 1, 2, 3}}},
		{"interleaved", 6, [][2]int32{{5, 1}, {4, 0}, {1, 3}}, [][]int32{{0, 4}, {1, 3, 5}, {2}}},
		{"self and repeat", 2, [][2]int32{{1, 1}, {0, 0}, {0, 1}, {1, 0}}, [][]int32{{0, 1}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := New(tt.n)
			for _, j := range tt.joins {
				p.Join(j[0], j[1])
			}
			if diff := cmp.Diff(tt.want, p.Groups()); diff != "" {
				t.Errorf("groups (-want +got):\n%s", diff)
			}
		})
	}
}

// closure relabels whole groups at every join: slow and obvious.
func closure(n int, joins [][2]int32) []int32 {
	label := New(n).parent
	for _, j := range joins {
		a, b := label[j[0]], label[j[1]]
		for x, l := range label {
			if l == a || l == b {
				label[x] = min(a, b)
			}
		}
	}
	return label
}

func TestFindIsSmallestMemberInAnyOrderOfJoining(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		n := 1 + rng.IntN(12)
		joins := make([][2]int32, rng.IntN(12))
		for i := range joins {
			joins[i] = [2]int32{rng.Int32N(int32(n)), rng.Int32N(int32(n))}
		}
		want := closure(n, joins)
		for range 2 {
			p := New(n)
			distinct := n
			for _, j := range joins {
				if p.Join(j[0], j[1]) {
					distinct--
				}
			}
			got := make([]int32, n)
			for x := range got {
				got[x] = p.Find(int32(x))
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("joins %v of %d (-want +got):\n%s", joins, n, diff)
			}
			if g := len(p.Groups()); g != distinct {
				t.Fatalf("joins %v of %d: %d groups, %d expected", joins, n, g, distinct)
			}
			rng.Shuffle(len(joins), func(i, j int) { joins[i], joins[j] = joins[j], joins[i] })
		}
	}
}

func BenchmarkDescendingChain(b *testing.B) {
	const n = 100_000
	for b.Loop() {
		p := New(n)
		for x := int32(n - 1); x > 0; x-- {
			p.Join(x, x-1)
		}
		p.Groups()
	}
}
