package course_test

import (
	"math/rand/v2"
	"testing"

	"github.com/dispute-go/dispute/internal/course"
	"github.com/dispute-go/dispute/internal/giveway"
	"github.com/dispute-go/dispute/internal/precedence"
)

// A kind holds on a day if something that covers it goes on, or if the last change
// brings it: the answer leaves out no day on which it can, and is certain of none
// on which it need not.
func TestKindsAgainstEveryPlacement(t *testing.T) {
	const kind, other = course.State(1), course.State(2)
	count := 4 * *worldCount
	if testing.Short() {
		count /= 4
	}
	rng := rand.New(rand.NewPCG(*worldSeed, 60))
	blunt, answers := 0, 0
	for range count {
		var w world
		var covers []course.Cover
		var spans [][][2]int // by cover: the days it can be on
		for range rng.IntN(4) {
			e := event{state: kind, premise: course.Of(other), starts: someDays(rng)}
			if rng.IntN(2) == 0 {
				e.state = other
			}
			w.events = append(w.events, e)
		}
		for len(covers) < rng.IntN(3) || len(covers)+len(w.events) == 0 {
			starts, ends := someDays(rng), someDays(rng)
			node := precedence.Node{Start: domain(starts, 0), End: domain(ends, 0)}
			cut := precedence.Tighten([]precedence.Node{node}, nil)
			if !cut.Consistent(0) {
				continue
			}
			covers = append(covers, course.CoverOf(course.Term{Start: cut.Start[0], End: cut.End[0]}, false))
			var list [][2]int
			for _, first := range starts {
				for _, last := range ends {
					if first <= last {
						list = append(list, [2]int{first, last})
					}
				}
			}
			spans = append(spans, list)
		}
		changes, _, _, _ := w.changes()
		var plays []play
		if changes != nil {
			if plays = w.plays(100_000); plays == nil {
				continue
			}
		}
		s := course.SolveKind(kind, changes, covers, nil, &giveway.Table{})
		for d := range asked + 1 {
			can, must := false, false
			for _, list := range spans {
				on := 0
				for _, x := range list {
					if x[0] <= d && d <= x[1] {
						on++
					}
				}
				can, must = can || on > 0, must || on == len(list)
			}
			on := 0
			for j := range plays {
				if plays[j].states[d] == kind {
					on++
				}
			}
			can, must = can || on > 0, must || on == len(plays) && on > 0
			got := s.At(int64(d))
			if can && !got.Possible.Has(kind) || !must && got.Certain.Has(kind) || got.Possible&^course.Of(kind) != 0 {
				t.Fatalf("day %d: it can hold %t, it must %t; the answer is %+v\n%s%v", d, can, must, got, w.String(), spans)
			}
			answers++
			if can != got.Possible.Has(kind) || must != got.Certain.Has(kind) {
				blunt++
			}
			for _, r := range s.Rulers {
				if int(r.Change) >= len(changes) {
					if possible, _ := covers[int(r.Change)-len(changes)].On(int64(d)); possible != r.On(int64(d)) {
						t.Fatalf("day %d: cover %d is possible %t, as a ruler %t", d, r.Change, possible, !possible)
					}
				}
			}
		}
	}
	t.Logf("of %d answers %d are less sharp than the truth", answers, blunt)
	if blunt > 0 {
		t.Errorf("%d of %d answers are less sharp than the truth, want none", blunt, answers)
	}
}
