package precedence

import (
	"flag"
	"fmt"
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/dispute-go/dispute/internal/span"
)

var worldCount = flag.Int("worlds", 10_000, "random worlds compared with the enumeration of every placement")

var onlyExported = cmpopts.IgnoreUnexported(Result{})

func at(ranges ...span.Range) []span.Range { return ranges }

func TestTighten(t *testing.T) {
	tests := []struct {
		name                 string
		nodes                []Node
		links                []Link
		start                [][]span.Range
		earliestBy, latestBy []int32
		endBy                []int32
		contradictions       []Contradiction
		consistent           []bool
		component            []int32
	}{
		{name: "nothing", start: [][]span.Range{}, earliestBy: []int32{}, latestBy: []int32{}, endBy: []int32{}, component: []int32{}},
		{
			name:       "undated follows dated",
			nodes:      []Node{{}, {Start: at(span.Range{First: 4, Last: 6})}},
			links:      []Link{{1, 0}},
			start:      [][]span.Range{at(span.Range{First: 4, Last: span.PosInf}), at(span.Range{First: 4, Last: 6})},
			earliestBy: []int32{1, Declared}, latestBy: []int32{Declared, Declared}, endBy: []int32{0, 1},
			consistent: []bool{true, true}, component: []int32{0, 0},
		},
		{
			name: "one-of set loses the range that came too early",
			nodes: []Node{
				{Start: at(span.Range{First: 1, Last: 3}, span.Range{First: 10, Last: 12})},
				{Start: at(span.Range{First: 5, Last: 20})},
			},
			links:      []Link{{1, 0}},
			start:      [][]span.Range{at(span.Range{First: 10, Last: 12}), at(span.Range{First: 5, Last: 12})},
			earliestBy: []int32{1, Declared}, latestBy: []int32{Declared, 0}, endBy: []int32{0, 1},
			consistent: []bool{true, true}, component: []int32{0, 0},
		},
		{
			name: "smallest of several reasons",
			nodes: []Node{
				{Start: at(span.Range{First: 0, Last: 9})},
				{Start: at(span.Range{First: 5, Last: 5})},
				{Start: at(span.Range{First: 5, Last: 9})},
				{Start: at(span.Range{First: 2, Last: 9})},
			},
			links: []Link{{3, 0}, {2, 0}, {1, 0}},
			start: [][]span.Range{
				at(span.Range{First: 5, Last: 9}), at(span.Range{First: 5, Last: 5}),
				at(span.Range{First: 5, Last: 9}), at(span.Range{First: 2, Last: 9}),
			},
			earliestBy: []int32{1, Declared, Declared, Declared}, latestBy: []int32{Declared, Declared, Declared, Declared},
			endBy:      []int32{0, 1, 2, 3},
			consistent: []bool{true, true, true, true}, component: []int32{0, 0, 0, 0},
		},
		{
			name: "an end bounds the start and what comes before",
			nodes: []Node{
				{},
				{Start: at(span.Range{First: 2, Last: 9}), End: at(span.Range{First: 0, Last: 4})},
			},
			links:      []Link{{0, 1}},
			start:      [][]span.Range{at(span.Range{First: span.NegInf, Last: 4}), at(span.Range{First: 2, Last: 4})},
			earliestBy: []int32{Declared, Declared}, latestBy: []int32{1, 1}, endBy: []int32{Declared, 1},
			consistent: []bool{true, true}, component: []int32{0, 0},
		},
		{
			name: "cycle, beside a component that holds",
			nodes: []Node{
				{Start: at(span.Range{First: 1, Last: 5})}, {Start: at(span.Range{First: 3, Last: 4})}, {},
				{Start: at(span.Range{First: 2, Last: 2})}, {},
			},
			links: []Link{{0, 1}, {1, 0}, {1, 2}, {3, 4}},
			start: [][]span.Range{
				at(span.Range{First: 1, Last: 5}), at(span.Range{First: 3, Last: 4}), span.All(),
				at(span.Range{First: 2, Last: 2}), at(span.Range{First: 2, Last: span.PosInf}),
			},
			earliestBy: []int32{Declared, Declared, Declared, Declared, 3},
			latestBy:   []int32{Declared, Declared, Declared, Declared, Declared},
			endBy:      []int32{Declared, Declared, Declared, 3, 4},
			contradictions: []Contradiction{
				{Kind: Cycle, Nodes: []int32{0, 1}},
			},
			consistent: []bool{false, false, false, true, true}, component: []int32{0, 0, 0, 3, 3},
		},
		{
			name:           "self link",
			nodes:          []Node{{Start: at(span.Range{First: 1, Last: 5})}},
			links:          []Link{{0, 0}},
			start:          [][]span.Range{at(span.Range{First: 1, Last: 5})},
			earliestBy:     []int32{Declared},
			latestBy:       []int32{Declared},
			endBy:          []int32{Declared},
			contradictions: []Contradiction{{Kind: Cycle, Nodes: []int32{0}}},
			consistent:     []bool{false}, component: []int32{0},
		},
		{
			name: "window empty by way of an undated node",
			nodes: []Node{
				{Start: at(span.Range{First: 1, Last: 2})}, {}, {Start: at(span.Range{First: 7, Last: 8})},
			},
			links:          []Link{{2, 1}, {1, 0}},
			start:          [][]span.Range{at(span.Range{First: 1, Last: 2}), span.All(), at(span.Range{First: 7, Last: 8})},
			earliestBy:     []int32{Declared, Declared, Declared},
			latestBy:       []int32{Declared, Declared, Declared},
			endBy:          []int32{Declared, Declared, Declared},
			contradictions: []Contradiction{{Kind: Empty, Nodes: []int32{0, 1, 2}, Lower: 2, Upper: 0}},
			consistent:     []bool{false, false, false}, component: []int32{0, 0, 0},
		},
		{
			name: "the nearest bound that explains an empty window is named",
			nodes: []Node{
				{Start: at(span.Range{First: 9, Last: 9})}, {Start: at(span.Range{First: 8, Last: 9})},
				{Start: at(span.Range{First: 2, Last: 2})},
			},
			links: []Link{{0, 1}, {1, 2}},
			start: [][]span.Range{
				at(span.Range{First: 9, Last: 9}), at(span.Range{First: 8, Last: 9}), at(span.Range{First: 2, Last: 2}),
			},
			earliestBy:     []int32{Declared, Declared, Declared},
			latestBy:       []int32{Declared, Declared, Declared},
			endBy:          []int32{Declared, Declared, Declared},
			contradictions: []Contradiction{{Kind: Empty, Nodes: []int32{1, 2}, Lower: 1, Upper: 2}},
			consistent:     []bool{false, false, false}, component: []int32{0, 0, 0},
		},
		{
			name: "the nearest bound that explains an empty end is named",
			nodes: []Node{
				{Start: at(span.Range{First: 9, Last: 9})}, {Start: at(span.Range{First: 8, Last: 9})},
				{Start: at(span.Range{First: 2, Last: 20}), End: at(span.Range{First: 2, Last: 7})},
			},
			links: []Link{{0, 1}, {1, 2}},
			start: [][]span.Range{
				at(span.Range{First: 9, Last: 9}), at(span.Range{First: 8, Last: 9}), at(span.Range{First: 2, Last: 20}),
			},
			earliestBy:     []int32{Declared, Declared, Declared},
			latestBy:       []int32{Declared, Declared, Declared},
			endBy:          []int32{Declared, Declared, Declared},
			contradictions: []Contradiction{{Kind: Empty, Nodes: []int32{1, 2}, Lower: 1, Upper: 2, UpperEnd: true}},
			consistent:     []bool{false, false, false}, component: []int32{0, 0, 0},
		},
		{
			name:           "ends before it begins",
			nodes:          []Node{{Start: at(span.Range{First: 5, Last: 6}), End: at(span.Range{First: 1, Last: 4})}},
			start:          [][]span.Range{at(span.Range{First: 5, Last: 6})},
			earliestBy:     []int32{Declared},
			latestBy:       []int32{Declared},
			endBy:          []int32{Declared},
			contradictions: []Contradiction{{Kind: Empty, Nodes: []int32{0}, Lower: 0, Upper: 0, UpperEnd: true}},
			consistent:     []bool{false}, component: []int32{0},
		},
		{
			name: "two clashes with one cause, and one whose chain runs along the first",
			nodes: []Node{
				{Start: at(span.Range{First: 9, Last: 9})}, // cause
				{Start: at(span.Range{First: 1, Last: 2})}, // clash with 0
				{}, // carries 9
				{Start: at(span.Range{First: 3, Last: 3})},                                             // clash with 0 by way of 2
				{Start: at(span.Range{First: 4, Last: 4})},                                             // the same way
				{Start: at(span.Range{First: 1, Last: 9}), End: at(span.Range{First: 0, Last: 5})},     // its end clashes with 0
				{Start: at(span.Range{First: 20, Last: 20}), End: at(span.Range{First: 19, Last: 19})}, // elsewhere
			},
			links: []Link{{0, 1}, {0, 2}, {2, 3}, {2, 4}, {0, 5}},
			start: [][]span.Range{
				at(span.Range{First: 9, Last: 9}), at(span.Range{First: 1, Last: 2}), span.All(),
				at(span.Range{First: 3, Last: 3}), at(span.Range{First: 4, Last: 4}),
				at(span.Range{First: 1, Last: 9}), at(span.Range{First: 20, Last: 20}),
			},
			earliestBy: slices.Repeat([]int32{Declared}, 7),
			latestBy:   slices.Repeat([]int32{Declared}, 7),
			endBy:      slices.Repeat([]int32{Declared}, 7),
			contradictions: []Contradiction{
				{Kind: Empty, Nodes: []int32{0, 1}, Lower: 0, Upper: 1},
				{Kind: Empty, Nodes: []int32{0, 2, 4}, Lower: 0, Upper: 4},
				{Kind: Empty, Nodes: []int32{0, 5}, Lower: 0, Upper: 5, UpperEnd: true},
				{Kind: Empty, Nodes: []int32{6}, Lower: 6, Upper: 6, UpperEnd: true},
			},
			consistent: make([]bool, 7), component: []int32{0, 0, 0, 0, 0, 0, 6},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := Tighten(tt.nodes, tt.links)
			var consistent []bool
			for v := range int32(len(tt.nodes)) {
				consistent = append(consistent, r.Consistent(v))
			}
			for _, c := range []struct {
				what      string
				want, got any
			}{
				{"starts", tt.start, r.Start},
				{"EarliestStartBy", tt.earliestBy, r.EarliestStartBy},
				{"LatestStartBy", tt.latestBy, r.LatestStartBy},
				{"EarliestEndBy", tt.endBy, r.EarliestEndBy},
				{"contradictions", tt.contradictions, r.Contradictions},
				{"consistent", tt.consistent, consistent},
				{"component", tt.component, r.Component},
			} {
				if diff := cmp.Diff(c.want, c.got); diff != "" {
					t.Errorf("%s (-want +got):\n%s", c.what, diff)
				}
			}
		})
	}
}

func TestTightenAgainstEveryPlacement(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	seen := map[string]int{}
	for i := range *worldCount {
		w := randomWorld(rng, i%4 == 0)
		r := Tighten(w.nodes(), w.links)
		for v, members := range w.components() {
			part := w.part(members)
			starts, ends, holds := part.projected()
			holds = holds && !part.cyclic()
			if got := r.Consistent(int32(v)); got != holds {
				t.Fatalf("world %d: %v: node %d consistent = %v, want %v", i, w, v, got, holds)
			}
			if r.Component[v] != members[0] {
				t.Fatalf("world %d: %v: node %d in component %d, want %d", i, w, v, r.Component[v], members[0])
			}
			wantStart, wantEnd := w.starts[v], w.ends[v]
			if holds {
				seen["consistent"]++
				own := slices.Index(members, int32(v))
				wantStart, wantEnd = starts[own], ends[own]
				if wantStart != w.starts[v] && wantStart&(wantStart+wantStart&-wantStart) != 0 {
					seen["tightened with a gap"]++
				}
			}
			if got := daysOf(r.Start[v]); got != wantStart {
				t.Fatalf("world %d: %v: start of %d is %07b, want %07b", i, w, v, got, wantStart)
			}
			if got := daysOf(r.End[v]); got != wantEnd {
				t.Fatalf("world %d: %v: end of %d is %07b, want %07b", i, w, v, got, wantEnd)
			}
		}
		for _, c := range r.Contradictions {
			seen[c.Kind.String()]++
			if err := genuine(w, c); err != nil {
				t.Fatalf("world %d: %v: %+v %v", i, w, c, err)
			}
		}
		for v, members := range w.components() {
			listed := slices.ContainsFunc(r.Contradictions, func(c Contradiction) bool {
				return slices.Contains(members, c.Nodes[0])
			})
			if listed == r.Consistent(int32(v)) {
				t.Fatalf("world %d: %v: node %d consistent = %v, its component listed = %v", i, w, v, !listed, listed)
			}
		}
	}
	for _, what := range []string{"consistent", "tightened with a gap", "cycle", "empty"} {
		if seen[what] < *worldCount/100 {
			t.Errorf("%q occurs only %d times: the worlds are too tame", what, seen[what])
		}
	}
}

// genuine checks a contradiction in isolation.
func genuine(w world, c Contradiction) error {
	if !slices.IsSorted(c.Nodes) {
		return fmt.Errorf("is not sorted")
	}
	part := w.part(c.Nodes)
	path := part.paths()
	if c.Kind == Cycle {
		for a := range path {
			for b := range path {
				if !path[a][b] {
					return fmt.Errorf("is no cycle")
				}
			}
		}
		return nil
	}
	if _, _, holds := part.projected(); holds {
		return fmt.Errorf("can be placed")
	}
	lower, upper := slices.Index(c.Nodes, c.Lower), slices.Index(c.Nodes, c.Upper)
	if lower != upper && !path[lower][upper] {
		return fmt.Errorf("has no chain from lower to upper")
	}
	for _, days := range part.starts {
		if lowest := days & -days; days&(days+lowest) != 0 {
			return nil // gaps may add to the bounds
		}
	}
	upperDays := part.starts[upper]
	if c.UpperEnd {
		upperDays = part.ends[upper]
	}
	if bits.TrailingZeros8(part.starts[lower]) < bits.Len8(upperDays) {
		return fmt.Errorf("does not rest on the bounds named")
	}
	return nil
}

// TestReasons checks that the nodes named as the reasons of a bound, and the links
// between them, make the bound what it is, and that each is the smallest to do so.
func TestReasons(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 2))
	longest := 0
	for i := range *worldCount {
		w := randomWorld(rng, false)
		r := Tighten(w.nodes(), w.links)
		for v := range int32(len(w.starts)) {
			if !r.Consistent(v) {
				continue
			}
			chain := []int32{v}
			for u := r.EarliestStartBy[v]; u != Declared; u = r.EarliestStartBy[u] {
				chain = append(chain, u)
			}
			alone := Tighten(w.part(chain).nodes(), w.part(chain).links)
			if got, want := alone.EarliestStart(0), r.EarliestStart(v); got != want {
				t.Fatalf("world %d: %v: chain %v gives earliest start %d, want %d", i, w, chain, got, want)
			}
			longest = max(longest, len(chain))
			want := Declared
			if first := declaredStart(w, v)[0].First; r.EarliestStart(v) > first {
				for _, l := range w.links {
					next, _ := span.Next(declaredStart(w, v), r.EarliestStart(l.Before))
					if l.After == v && next == r.EarliestStart(v) && (want == Declared || l.Before < want) {
						want = l.Before
					}
				}
			}
			if r.EarliestStartBy[v] != want {
				t.Fatalf("world %d: %v: earliest start of %d by %d, want %d", i, w, v, r.EarliestStartBy[v], want)
			}

			want = Declared
			if r.LatestStart(v) < last(declaredStart(w, v)) {
				bounds := map[int32]int64{v: r.LatestEnd(v)}
				for _, l := range w.links {
					if l.Before == v {
						bounds[l.After] = r.LatestStart(l.After)
					}
				}
				for u := range int32(len(w.starts)) {
					bound, ok := bounds[u]
					prev, _ := span.Prev(declaredStart(w, v), bound)
					if ok && want == Declared && prev == r.LatestStart(v) {
						want = u
					}
				}
			}
			if r.LatestStartBy[v] != want {
				t.Fatalf("world %d: %v: latest start of %d by %d, want %d", i, w, v, r.LatestStartBy[v], want)
			}
		}
	}
	if longest < 3 {
		t.Errorf("longest chain of reasons has %d nodes: the worlds are too tame", longest)
	}
}

func declaredStart(w world, v int32) []span.Range {
	if d := domain(w.starts[v]); d != nil {
		return d
	}
	return span.All()
}

func TestOrderAndRepetitionOfLinksDoNotMatter(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	for i := range 3000 {
		w := randomWorld(rng, i%2 == 0)
		want := Tighten(w.nodes(), w.links)
		links := append(slices.Clone(w.links), w.links...)
		rng.Shuffle(len(links), func(i, j int) { links[i], links[j] = links[j], links[i] })
		got := Tighten(w.nodes(), links)
		if diff := cmp.Diff(want, got, onlyExported); diff != "" {
			t.Fatalf("world %d: %v with links %v (-want +got):\n%s", i, w, links, diff)
		}
		if diff := cmp.Diff(want.Order(), got.Order()); diff != "" {
			t.Fatalf("world %d: %v with links %v: order (-want +got):\n%s", i, w, links, diff)
		}
	}
}

func TestRenamingNodesMovesTheAnswers(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 4))
	for i := range 3000 {
		w := randomWorld(rng, i%4 == 0)
		to := rng.Perm(len(w.starts))
		r, moved := Tighten(w.nodes(), w.links), Tighten(w.moved(to).nodes(), w.moved(to).links)
		o, movedOrder := r.Order(), moved.Order()
		for a, x := range to {
			if diff := cmp.Diff(r.Start[a], moved.Start[x]); diff != "" {
				t.Fatalf("world %d: %v as %v: start of %d (-want +got):\n%s", i, w, to, a, diff)
			}
			if diff := cmp.Diff(r.End[a], moved.End[x]); diff != "" {
				t.Fatalf("world %d: %v as %v: end of %d (-want +got):\n%s", i, w, to, a, diff)
			}
			if r.Consistent(int32(a)) != moved.Consistent(int32(x)) || o.First[a] != movedOrder.First[x] ||
				o.Last[a] != movedOrder.Last[x] || o.Exact[a] != movedOrder.Exact[x] {
				t.Fatalf("world %d: %v as %v: answers on node %d differ", i, w, to, a)
			}
			for b, y := range to {
				if r.DefinitelyBefore(int32(a), int32(b)) != moved.DefinitelyBefore(int32(x), int32(y)) {
					t.Fatalf("world %d: %v as %v: precedence of %d and %d differs", i, w, to, a, b)
				}
			}
		}
	}
}

func TestTightenLeavesItsArgumentsAlone(t *testing.T) {
	make := func() ([]Node, []Link) {
		return []Node{
			{Start: at(span.Range{First: 1, Last: 3}, span.Range{First: 5, Last: 9})},
			{Start: at(span.Range{First: 4, Last: 6}), End: at(span.Range{First: 2, Last: 8})},
			{},
		}, []Link{{2, 0}, {1, 0}}
	}
	nodes, links := make()
	r := Tighten(nodes, links)
	for v := range r.Start {
		r.Start[v][0].First, r.End[v][0].First = 100, 100
	}
	wantNodes, wantLinks := make()
	if diff := cmp.Diff(wantNodes, nodes); diff != "" {
		t.Errorf("nodes changed (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(wantLinks, links); diff != "" {
		t.Errorf("links changed (-want +got):\n%s", diff)
	}
}

func TestKindString(t *testing.T) {
	if got, want := fmt.Sprintf("%v %v %q", Cycle, Empty, Kind(0)), `cycle empty ""`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
