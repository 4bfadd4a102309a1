package ints_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dispute-go/dispute/internal/ints"
)

// sets draws two random sets and returns them as ascending lists and as maps.
func sets(rnd *rand.Rand) (a, b []int32, inA, inB map[int32]bool) {
	draw := func() ([]int32, map[int32]bool) {
		in := map[int32]bool{}
		for range rnd.IntN(12) {
			in[int32(rnd.IntN(20))] = true
		}
		var list []int32
		for n := range int32(20) {
			if in[n] {
				list = append(list, n)
			}
		}
		return list, in
	}
	a, inA = draw()
	b, inB = draw()
	return a, b, inA, inB
}

func TestListsAgainstMaps(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 5_000 {
		a, b, inA, inB := sets(rnd)
		var union, both []int32
		for n := range int32(20) {
			if inA[n] || inB[n] {
				union = append(union, n)
			}
			if inA[n] && inB[n] {
				both = append(both, n)
			}
		}
		first := ints.None
		if len(both) > 0 {
			first = both[0]
		}
		shuffled := slices.Clone(b)
		rnd.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if got := ints.Merge(a, shuffled, a); !slices.Equal(got, union) {
			t.Fatalf("Merge(%v, %v) = %v, want %v", a, shuffled, got, union)
		}
		if got := ints.Shared(a, b); !slices.Equal(got, both) {
			t.Fatalf("Shared(%v, %v) = %v, want %v", a, b, got, both)
		}
		if got := ints.FirstShared(a, b); got != first {
			t.Fatalf("FirstShared(%v, %v) = %d, want %d", a, b, got, first)
		}
		if got := ints.Intersect(a, b); got != (len(both) > 0) {
			t.Fatalf("Intersect(%v, %v) = %t", a, b, got)
		}
	}
}

func TestNumberingAgainstMap(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		var n ints.Numbering[int]
		want := map[int]int{}
		for range 4 * ints.Few {
			key := rnd.IntN(2 * ints.Few)
			at, had := want[key]
			if got, ok := n.Find(key); ok != had || ok && got != at {
				t.Fatalf("Find(%d) = %d, %t, want %d, %t", key, got, ok, at, had)
			}
			if !had {
				at = len(want)
				want[key] = at
			}
			if got, isNew := n.Add(key); got != at || isNew == had {
				t.Fatalf("Add(%d) = %d, %t, want %d, %t", key, got, isNew, at, !had)
			}
			if n.Keys[at] != key {
				t.Fatalf("key %d has number %d, where %d stands", key, at, n.Keys[at])
			}
		}
	}
}
