package origins

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/internal/ints"
)

func TestNumber(t *testing.T) {
	joint := func(reach ...int32) Root { return Root{Reach: reach, Joint: true} }
	single := func(reach ...int32) Root { return Root{Reach: reach} }
	for _, c := range []struct {
		name  string
		roots []Root
		want  []int
		count int
	}{
		{"none", nil, nil, 0},
		{"one", []Root{single(1)}, []int{1}, 1},
		{"one joint statement", []Root{joint(1, 2)}, []int{1}, 1},
		{"two that share nothing", []Root{single(1), single(2)}, []int{1, 2}, 2},
		{"two that share one", []Root{single(1, 3), single(2, 3)}, []int{1, 1}, 1},
		{"two that a third one leads to", []Root{single(1), single(2), single(1, 2)}, []int{1, 1, 1}, 1},
		{"numbered by their first ones", []Root{single(9), single(1), single(5, 9)}, []int{1, 2, 1}, 2},
		{"a joint statement of one with a voice", []Root{single(1), joint(1, 2), single(2)}, []int{1, 0, 2}, 2},
		{"a joint statement of two without", []Root{single(1), joint(2, 3)}, []int{1, 2}, 2},
		{"two joint statements", []Root{joint(1, 2), joint(2, 3)}, []int{1, 1}, 1},
	} {
		if count := Number(c.roots); count != c.count {
			t.Errorf("%s: %d origins, want %d", c.name, count, c.count)
		}
		if diff := cmp.Diff(c.want, numbers(c.roots)); diff != "" {
			t.Errorf("%s: numbers (-want +got):\n%s", c.name, diff)
		}
	}
}

func numbers(roots []Root) (list []int) {
	for _, r := range roots {
		list = append(list, r.Origin)
	}
	return list
}

func TestLevel(t *testing.T) {
	admission := Root{Reach: []int32{1}, Admission: true, Interested: true}
	for _, c := range []struct {
		name  string
		roots []Root
		want  int
	}{
		{"none", nil, 0},
		{"implied", []Root{{Reach: []int32{1}, Implied: true}, {Reach: []int32{2}, Implied: true}}, 1},
		{"interested", []Root{{Reach: []int32{1}, Interested: true}, {Reach: []int32{2}, Interested: true}}, 1},
		{"disinterested", []Root{{Reach: []int32{1}}}, 2},
		{"two dependent", []Root{{Reach: []int32{1, 2}}, {Reach: []int32{2}}}, 2},
		{"disinterested and implied", []Root{{Reach: []int32{1}}, {Reach: []int32{2}, Implied: true}}, 2},
		{"two independent", []Root{{Reach: []int32{1}}, {Reach: []int32{2}}}, 3},
		{"disinterested and interested", []Root{{Reach: []int32{1}}, {Reach: []int32{2}, Interested: true}}, 3},
		{"an admission", []Root{admission}, 3},
		{"an admission and one that depends on it", []Root{admission, {Reach: []int32{1, 2}}}, 3},
		{"an admission and one that does not", []Root{admission, {Reach: []int32{2}}}, 4},
		{"a finding", []Root{{Reach: []int32{1}, Finding: true}}, 4},
	} {
		if got := Level(c.roots); got != c.want {
			t.Errorf("%s: level %d, want %d", c.name, got, c.want)
		}
	}
}

// randomRoots returns up to most roots, of which each depends on few of many, and
// sometimes nearly all on one.
func randomRoots(rng *rand.Rand, most, many int) []Root {
	roots := make([]Root, rng.IntN(most))
	common := rng.IntN(3) == 0
	for i := range roots {
		reach := []int32{rng.Int32N(int32(many))}
		if common && rng.IntN(30) > 0 {
			reach[0] = 0
		}
		for range rng.IntN(3) {
			reach = append(reach, rng.Int32N(int32(many)))
		}
		roots[i] = Root{Reach: ints.Merge(reach), Joint: rng.IntN(4) == 0}
		switch rng.IntN(24) {
		case 0:
			roots[i].Admission = true
		case 1, 2, 3, 4:
			roots[i].Implied = true
		case 5, 6, 7, 8, 9, 10:
			roots[i].Interested = true
		}
	}
	return roots
}

// The groups are what is left when any two that share something are put together
// until nothing changes.
func TestNumberAgainstMergingGroups(t *testing.T) {
	for seed := range uint64(3000) {
		rng := rand.New(rand.NewPCG(seed, 1))
		roots := randomRoots(rng, 12, 4+rng.IntN(40))
		var voices [][]int32
		for _, r := range roots {
			if !r.Joint {
				voices = append(voices, r.Reach)
			}
		}
		voiced := ints.Merge(voices...)
		label := make([]int, len(roots)) // by root: the first root of its group, or -1
		for i, r := range roots {
			if label[i] = i; len(roots) > 1 && r.Joint && ints.Intersect(r.Reach, voiced) {
				label[i] = -1
			}
		}
		for changed := true; changed; {
			changed = false
			for i := range roots {
				for j := range roots {
					if label[i] >= 0 && label[j] > label[i] && ints.Intersect(roots[i].Reach, roots[j].Reach) {
						label[j], changed = label[i], true
					}
				}
			}
		}
		firsts := slices.Compact(slices.Sorted(slices.Values(label)))
		firsts = slices.DeleteFunc(firsts, func(l int) bool { return l < 0 })
		var want []int
		for _, l := range label {
			want = append(want, slices.Index(firsts, l)+1)
		}
		count := Number(roots)
		if diff := cmp.Diff(want, numbers(roots)); diff != "" || count != len(firsts) {
			t.Fatalf("seed %d: %d origins, want %d; numbers (-want +got):\n%s", seed, count, len(firsts), diff)
		}
	}
}

// A level is what comparing every pair says, for many roots too.
func TestLevelAgainstAllPairs(t *testing.T) {
	reached := map[int]int{}
	for seed := range uint64(3000) {
		rng := rand.New(rand.NewPCG(seed, 2))
		roots := randomRoots(rng, 40, 2+rng.IntN(6))
		want := 0
		for i, r := range roots {
			alone := 1
			switch {
			case r.Admission:
				alone = 3
			case !r.Implied && !r.Interested:
				alone = 2
			}
			want = max(want, alone)
			for _, s := range roots[i+1:] {
				if r.Implied || s.Implied || ints.Intersect(r.Reach, s.Reach) {
					continue
				}
				switch {
				case r.Admission && !s.Interested || s.Admission && !r.Interested:
					want = max(want, 4)
				case !r.Interested || !s.Interested:
					want = max(want, 3)
				}
			}
		}
		if got := Level(roots); got != want {
			t.Fatalf("seed %d: level %d, want %d, of %+v", seed, got, want, roots)
		}
		reached[want]++
	}
	for level := range 5 {
		if reached[level] < 20 {
			t.Errorf("level %d was tried %d times only", level, reached[level])
		}
	}
}
