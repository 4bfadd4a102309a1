package chain

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLengths(t *testing.T) {
	tests := []struct {
		name string
		next [][]int32
		want []int32
	}{
		{"empty", nil, []int32{}},
		{"alone", [][]int32{{}}, []int32{1}},
		{"self-loop", [][]int32{{0}}, []int32{1}},
		{"line", [][]int32{{1}, {2}, {}}, []int32{3, 2, 1}},
		{"line backwards", [][]int32{{}, {0}, {1}}, []int32{1, 2, 3}},
		{"longer way counts", [][]int32{{3, 1}, {2}, {3}, {}}, []int32{4, 3, 2, 1}},
		{"cycle", [][]int32{{1}, {2}, {0}}, []int32{1, 1, 1}},
		{"cycle in the middle", [][]int32{{1}, {2}, {1, 3}, {}}, []int32{3, 2, 2, 1}},
		{"two cycles", [][]int32{{1}, {0, 2}, {3}, {2}}, []int32{2, 2, 1, 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, Lengths(tt.next)); diff != "" {
				t.Errorf("lengths (-want +got):\n%s", diff)
			}
		})
	}
}

// TestLengthsBruteForce compares with the definition: reachability by
// repeated multiplication, then the longest chain over the classes of nodes
// that reach each other.
func TestLengthsBruteForce(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for world := range 20_000 {
		n := 1 + rng.IntN(7)
		next := make([][]int32, n)
		reach := make([][]bool, n)
		for i := range n {
			reach[i] = make([]bool, n)
			reach[i][i] = true
			for range rng.IntN(3) {
				to := rng.IntN(n)
				next[i] = append(next[i], int32(to))
				reach[i][to] = true
			}
		}
		for k := range n {
			for i := range n {
				for j := range n {
					reach[i][j] = reach[i][j] || reach[i][k] && reach[k][j]
				}
			}
		}
		var longest func(i int) int32
		longest = func(i int) int32 {
			var most int32
			for j := range n {
				if reach[i][j] && !reach[j][i] {
					most = max(most, longest(j))
				}
			}
			return most + 1
		}
		want := make([]int32, n)
		for i := range n {
			want[i] = longest(i)
		}
		if diff := cmp.Diff(want, Lengths(next)); diff != "" {
			t.Fatalf("world %d %v (-want +got):\n%s", world, next, diff)
		}
	}
}

func BenchmarkLengths(b *testing.B) {
	for _, shape := range []struct {
		name string
		to   func(i, n int) int
	}{
		{"line", func(i, n int) int { return min(i+1, n-1) }},
		{"line backwards", func(i, n int) int { return max(i-1, 0) }},
		{"cycle", func(i, n int) int { return (i + 1) % n }},
	} {
		for _, n := range []int{10_000, 100_000} {
			next := make([][]int32, n)
			for i := range n {
				next[i] = []int32{int32(shape.to(i, n))}
			}
			b.Run(shape.name+"/"+map[int]string{10_000: "10k", 100_000: "100k"}[n], func(b *testing.B) {
				for b.Loop() {
					Lengths(next)
				}
			})
		}
	}
}
