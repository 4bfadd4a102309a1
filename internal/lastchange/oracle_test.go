package lastchange

import (
	"flag"
	"fmt"
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/internal/span"
)

var worldCount = flag.Int("worlds", 25_000, "random worlds compared with the enumeration of every placement")

// The oracle lives on a few days and holds a domain as a bit set of days. The two
// lowest and the two highest days stand for the unbounded past and future, so that
// an open domain can lie on either side of a question asked there.
const (
	firstDay, lastDay = 0, 8
	pastDay           = 1
	futureDay         = 7
)

type world struct {
	domains []uint16 // bit d: the event may lie on day d
	links   [][2]int32
}

// followers returns, for each event, the set of those that links put after it.
func (w world) followers() []uint16 {
	after := make([]uint16, len(w.domains))
	for range w.domains {
		for _, l := range w.links {
			after[l[0]] |= 1<<l[1] | after[l[1]]
		}
	}
	return after
}

// placements calls visit with the day of every event, for every placement that
// obeys the links.
func (w world) placements(visit func(days []int)) {
	days := make([]int, len(w.domains))
	var place func(i int)
	place = func(i int) {
		if i == len(days) {
			visit(days)
			return
		}
	next:
		for left := w.domains[i]; left != 0; left &= left - 1 {
			days[i] = bits.TrailingZeros16(left)
			for _, l := range w.links {
				if max(l[0], l[1]) == int32(i) && days[l[0]] > days[l[1]] {
					continue next
				}
			}
			place(i + 1)
		}
	}
	place(0)
}

// tightened keeps of every domain the days that occur in some placement, and
// reports whether there is a placement at all.
func (w world) tightened() (world, bool) {
	seen := make([]uint16, len(w.domains))
	found := false
	w.placements(func(days []int) {
		found = true
		for i, d := range days {
			seen[i] |= 1 << d
		}
	})
	return world{seen, w.links}, found
}

type answer struct {
	Rulers    uint16
	Unchanged bool
}

// enumerate answers for every day, from every placement and, within one day, every
// order that the links allow.
func (w world) enumerate() [lastDay + 1]answer {
	var answers [lastDay + 1]answer
	followers := w.followers()
	w.placements(func(days []int) {
		var on [lastDay + 1]uint16
		for i, d := range days {
			on[d] |= 1 << i
		}
		var latest uint16
		for d, set := range on {
			if set != 0 {
				latest = 0
				for left := set; left != 0; left &= left - 1 {
					if i := bits.TrailingZeros16(left); followers[i]&set == 0 {
						latest |= 1 << i
					}
				}
			}
			answers[d].Rulers |= latest
			answers[d].Unchanged = answers[d].Unchanged || latest == 0
		}
	})
	return answers
}

// events returns the world in ticks, its outermost days as unbounded.
func (w world) events() []Event {
	events := make([]Event, len(w.domains))
	for i, days := range w.domains {
		var d []span.Range
		for day := firstDay; day <= lastDay; day++ {
			if days>>day&1 == 0 {
				continue
			}
			if n := len(d); n > 0 && d[n-1].Last == int64(day-1) {
				d[n-1].Last++
			} else {
				d = append(d, span.Range{First: int64(day), Last: int64(day)})
			}
		}
		if d[0].First == firstDay {
			d[0].First = span.NegInf
		}
		if n := len(d) - 1; d[n].Last == lastDay {
			d[n].Last = span.PosInf
		}
		if !slices.Equal(d, span.All()) {
			events[i].Domain = d
		}
	}
	return events
}

// randomWorld returns a tightened world of at most six events on five days, some
// of them open to the past or the future, half of the worlds with links.
func randomWorld(rng *rand.Rand) world {
	for {
		n := rng.IntN(7)
		w := world{domains: make([]uint16, n)}
		for i := range w.domains {
			var days uint16
			for days == 0 {
				if rng.IntN(3) == 0 { // one-of set
					days = uint16(rng.IntN(1 << 5))
				} else {
					a, b := rng.IntN(5), rng.IntN(5)
					days = 1<<(max(a, b)+1) - 1<<min(a, b)
				}
			}
			days <<= 2
			if rng.IntN(8) == 0 {
				days |= days&-days - 1 // back to the first day
			}
			if rng.IntN(8) == 0 {
				days |= 1<<(lastDay+1) - 1<<bits.Len16(days)
			}
			w.domains[i] = days
		}
		if n > 1 && rng.IntN(2) == 0 {
			order := rng.Perm(n)
			for range 1 + rng.IntN(n) {
				a, b := rng.IntN(n), rng.IntN(n)
				if a != b {
					w.links = append(w.links, [2]int32{int32(order[min(a, b)]), int32(order[max(a, b)])})
				}
			}
		}
		if tight, ok := w.tightened(); ok {
			return tight
		}
	}
}

func (w world) String() string {
	return fmt.Sprintf("domains %v, links %v", w.events(), w.links)
}

func answersOf(on func(d int64) ([]int32, bool)) [lastDay + 1]answer {
	var got [lastDay + 1]answer
	for d := pastDay; d <= futureDay; d++ {
		rulers, unchanged := on(int64(d))
		for _, x := range rulers {
			got[d].Rulers |= 1 << x
		}
		got[d].Unchanged = unchanged
	}
	return got
}

// inner drops the outermost two days, on which an open domain is not shown whole.
func inner(a [lastDay + 1]answer) [lastDay + 1]answer {
	a[firstDay], a[lastDay] = answer{}, answer{}
	return a
}

func TestAgainstEveryPlacement(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	linked, never := 0, 0
	for i := range *worldCount {
		w := randomWorld(rng)
		events := w.events()
		r := Solve(events, w.links)
		want := inner(w.enumerate())
		if diff := cmpAnswers(want, answersOf(r.On)); diff != "" {
			t.Fatalf("world %d: %v: On (-want +got):\n%s", i, w, diff)
		}
		fromTicks := func(d int64) (rulers []int32, unchanged bool) {
			for x, ticks := range r.Ticks {
				if span.Contains(ticks, d) {
					rulers = append(rulers, int32(x))
				}
			}
			return rulers, span.Contains(r.Unchanged, d)
		}
		if diff := cmpAnswers(want, answersOf(fromTicks)); diff != "" {
			t.Fatalf("world %d: %v: Ticks (-want +got):\n%s", i, w, diff)
		}
		if len(w.links) > 0 {
			linked++
		}
		for _, ticks := range r.Ticks {
			if len(ticks) == 0 {
				never++
			}
			for j := 1; j < len(ticks); j++ {
				if ticks[j-1].Last+1 >= ticks[j].First {
					t.Fatalf("world %d: %v: ranges not maximal: %v", i, w, ticks)
				}
			}
		}
	}
	if linked < *worldCount/4 || never == 0 {
		t.Errorf("%d of %d worlds linked, %d events that never rule: the worlds are too tame", linked, *worldCount, never)
	}
}

func cmpAnswers(want, got [lastDay + 1]answer) string {
	if want == got {
		return ""
	}
	return cmp.Diff(want, got)
}

func TestSegmentsAgainstOn(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	for i := range 5000 {
		w := randomWorld(rng)
		r := Solve(w.events(), w.links)
		at := span.NegInf
		var previous Segment
		for s := range r.Segments() {
			if s.Ticks.First != at || s.Ticks.Last < at {
				t.Fatalf("world %d: %v: segment %v, expected one from %d", i, w, s.Ticks, at)
			}
			if at != span.NegInf && slices.Equal(s.Rulers, previous.Rulers) && s.Unchanged == previous.Unchanged {
				t.Fatalf("world %d: %v: segments %v and %v are one", i, w, previous, s)
			}
			if len(s.Rulers) == 0 && !s.Unchanged {
				t.Fatalf("world %d: %v: nothing is possible in %v", i, w, s.Ticks)
			}
			for _, d := range []int64{s.Ticks.First, s.Ticks.Last} {
				rulers, unchanged := r.On(d)
				if !slices.Equal(rulers, s.Rulers) || unchanged != s.Unchanged {
					t.Fatalf("world %d: %v: On(%d) = %v, %v, segment %v", i, w, d, rulers, unchanged, s)
				}
			}
			previous, at = s, s.Ticks.Last+1
		}
		if previous.Ticks.Last != span.PosInf {
			t.Fatalf("world %d: %v: last segment ends at %d", i, w, previous.Ticks.Last)
		}
	}
}

func TestStatesAgainstSegments(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	merged := 0
	for i := range 5000 {
		w := randomWorld(rng)
		states := make([]uint8, len(w.domains))
		for x := range states {
			states[x] = []uint8{0, 1, MaxState}[rng.IntN(3)]
		}
		var want []StateSegment
		for s := range Solve(w.events(), w.links).Segments() {
			var set uint64
			for _, x := range s.Rulers {
				set |= 1 << states[x]
			}
			if s.Unchanged {
				set |= Unchanged
			}
			if n := len(want); n > 0 && want[n-1].States == set {
				want[n-1].Ticks.Last = s.Ticks.Last
				merged++
			} else {
				want = append(want, StateSegment{s.Ticks, set})
			}
		}
		got, err := SolveStates(w.events(), states, w.links)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("world %d: %v, states %v (-want +got):\n%s", i, w, states, diff)
		}
	}
	if merged == 0 {
		t.Error("no two segments shared their states: the worlds are too tame")
	}
}

func TestPermutationChangesOnlyTheNumbers(t *testing.T) {
	rng := rand.New(rand.NewPCG(13, 14))
	for i := range 3000 {
		w := randomWorld(rng)
		want := Solve(w.events(), w.links)
		to := rng.Perm(len(w.domains))
		moved := world{domains: make([]uint16, len(to))}
		for x, y := range to {
			moved.domains[y] = w.domains[x]
		}
		for _, l := range w.links {
			moved.links = append(moved.links, [2]int32{int32(to[l[0]]), int32(to[l[1]])})
		}
		rng.Shuffle(len(moved.links), func(i, j int) {
			moved.links[i], moved.links[j] = moved.links[j], moved.links[i]
		})
		got := Solve(moved.events(), append(moved.links, moved.links...))
		back := make([][]span.Range, len(to))
		for x, y := range to {
			back[x] = got.Ticks[y]
		}
		if diff := cmp.Diff(want.Ticks, back, equateEmpty); diff != "" {
			t.Fatalf("world %d: %v as %v (-want +got):\n%s", i, w, to, diff)
		}
		if diff := cmp.Diff(want.Unchanged, got.Unchanged); diff != "" {
			t.Fatalf("world %d: %v unchanged (-want +got):\n%s", i, w, diff)
		}
	}
}

func TestWideningNeverRemovesARuler(t *testing.T) {
	rng := rand.New(rand.NewPCG(15, 16))
	grew := 0
	for i := range 10_000 {
		w := randomWorld(rng)
		if len(w.links) > 0 || len(w.domains) == 0 {
			continue
		}
		wide := world{domains: slices.Clone(w.domains)}
		wide.domains[rng.IntN(len(wide.domains))] |= 1 << rng.IntN(lastDay+1)
		narrow, broad := Solve(w.events(), nil), Solve(wide.events(), nil)
		for d := pastDay; d <= futureDay; d++ {
			before, unchangedBefore := narrow.On(int64(d))
			after, unchangedAfter := broad.On(int64(d))
			for _, x := range before {
				if !slices.Contains(after, x) {
					t.Fatalf("world %d: %v widened to %v: event %d no longer rules on %d", i, w, wide, x, d)
				}
			}
			if unchangedBefore && !unchangedAfter {
				t.Fatalf("world %d: %v widened to %v: no longer possibly unchanged on %d", i, w, wide, d)
			}
			if len(after) > len(before) {
				grew++
			}
		}
	}
	if grew == 0 {
		t.Error("widening never added a ruler: the worlds are too tame")
	}
}
