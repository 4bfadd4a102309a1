package fold_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/fold"
)

// TestSpellsStopWithTheirReader leaves off after any number of spells.
func TestSpellsStopWithTheirReader(t *testing.T) {
	rules := defaultRules(t)
	for seed := range uint64(10) {
		f := foldOf(t, rules, fold.Options{}, codedFeed(rand.New(rand.NewPCG(seed, 11)), codesOf(t, rules), 60))
		all := slices.Collect(f.Spells())
		for n := range all {
			var got []fold.CodedSpell
			for s := range f.Spells() {
				if got = append(got, s); len(got) == n+1 {
					break
				}
			}
			if !slices.Equal(got, all[:n+1]) {
				t.Fatalf("seed %d: got %v, want %v", seed, got, all[:n+1])
			}
		}
	}
}

// TestOn compares On, AllOn and SpellsOf with the list of all spells.
func TestOn(t *testing.T) {
	rules := defaultRules(t)
	codes := codesOf(t, rules)
	for seed := range uint64(40) {
		rng := rand.New(rand.NewPCG(seed, 7))
		f := foldOf(t, rules, fold.Options{Workers: 1 + rng.IntN(2)}, codedFeed(rng, codes, 200))
		all := slices.Collect(f.Spells())
		if !slices.IsSortedFunc(all, func(a, b fold.CodedSpell) int {
			return slices.Compare(
				[]int64{int64(a.Track), int64(a.From), int64(a.To), int64(a.First), int64(a.State)},
				[]int64{int64(b.Track), int64(b.From), int64(b.To), int64(b.First), int64(b.State)})
		}) {
			t.Fatalf("seed %d: spells out of order", seed)
		}
		actors := []uint32{0, 1, 2, 3, 512, 1024, 1 << 18}
		for _, a := range actors {
			for _, b := range actors {
				for track := range dispute.TrackStance + 2 {
					from, to := a, b
					if track.Mutual() {
						from, to = min(a, b), max(a, b)
					}
					var want []fold.CodedSpell
					for _, s := range all {
						if s.Track == track && s.From == from && s.To == to {
							want = append(want, s)
						}
					}
					if diff := cmp.Diff(want, slices.Collect(f.SpellsOf(a, b, track))); diff != "" {
						t.Fatalf("seed %d: spells of %d and %d on %s (-want +got):\n%s", seed, a, b, track, diff)
					}
					for _, day := range []int32{math.MinInt32, -11, -3, 0, 4, 9, 15, 21, 40, math.MaxInt32} {
						on := slices.DeleteFunc(slices.Clone(want), func(s fold.CodedSpell) bool { return day < s.First || s.Last < day })
						slices.SortFunc(on, func(a, b fold.CodedSpell) int { return int(a.State) - int(b.State) })
						got := slices.Collect(f.AllOn(a, b, track, day))
						if !slices.Equal(got, on) {
							t.Fatalf("seed %d: %d and %d on %s, day %d: got %v, want %v", seed, a, b, track, day, got, on)
						}
						first, ok := f.On(a, b, track, day)
						if ok != (len(on) > 0) || ok && first != on[0] || !ok && first != (fold.CodedSpell{}) {
							t.Fatalf("seed %d: %d and %d on %s, day %d: got %v, %v, want the first of %v", seed, a, b, track, day, first, ok, on)
						}
					}
				}
			}
		}
	}
}
