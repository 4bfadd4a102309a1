package precedence

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/internal/span"
)

func TestOrder(t *testing.T) {
	exact := func(d int64) Node { return Node{Start: at(span.Range{First: d, Last: d})} }
	between := func(a, b int64) Node { return Node{Start: at(span.Range{First: a, Last: b})} }
	tests := []struct {
		name  string
		nodes []Node
		links []Link
		want  Order
	}{
		{name: "nothing", want: Order{Sequence: []int32{}, First: []int32{}, Last: []int32{}, Exact: []bool{}}},
		{
			name:  "exact days, two of them one",
			nodes: []Node{exact(5), exact(3), exact(5)},
			want: Order{
				Sequence: []int32{1, 0, 2}, Certain: []bool{true, false},
				First: []int32{2, 1, 2}, Last: []int32{3, 1, 3}, Exact: []bool{true, true, true},
			},
		},
		{
			name:  "open beginning and undated come first",
			nodes: []Node{exact(1), {}, between(span.NegInf, 4), between(2, 3)},
			want: Order{
				Sequence: []int32{2, 1, 0, 3}, Certain: []bool{false, false, true},
				First: []int32{1, 1, 1, 2}, Last: []int32{3, 4, 4, 4}, Exact: []bool{true, true, true, true},
			},
		},
		{
			name:  "links decide within one day, then the index",
			nodes: []Node{exact(7), exact(7), exact(7), exact(7)},
			links: []Link{{3, 0}, {2, 1}},
			want: Order{
				Sequence: []int32{2, 1, 3, 0}, Certain: []bool{true, false, true},
				First: []int32{2, 2, 1, 1}, Last: []int32{4, 4, 3, 3}, Exact: []bool{true, true, true, true},
			},
		},
		{
			name:  "a chain by way of a node of other bounds",
			nodes: []Node{{}, between(2, 5), {}},
			links: []Link{{2, 1}, {1, 0}},
			want: Order{
				Sequence: []int32{2, 1, 0}, Certain: []bool{true, true},
				First: []int32{3, 2, 1}, Last: []int32{3, 2, 1}, Exact: []bool{true, true, true},
			},
		},
		{
			name:  "a cycle orders nothing",
			nodes: []Node{exact(2), exact(2), exact(3)},
			links: []Link{{0, 1}, {1, 0}},
			want: Order{
				Sequence: []int32{0, 1, 2}, Certain: []bool{false, true},
				First: []int32{1, 1, 3}, Last: []int32{2, 2, 3}, Exact: []bool{false, false, true},
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, *Tighten(tt.nodes, tt.links).Order()); diff != "" {
				t.Errorf("order (-want +got):\n%s", diff)
			}
		})
	}
}

// ordering is what every placement of a world has in common.
type ordering struct {
	before      [][]bool
	first, last []int32
	holds       bool
}

// enumerate looks at every placement and, within one day, every order that the
// links allow.
func (w world) enumerate() ordering {
	n := len(w.starts)
	path := w.paths()
	o := ordering{make([][]bool, n), make([]int32, n), make([]int32, n), false}
	for v := range n {
		o.first[v] = int32(n)
		o.before[v] = slices.Repeat([]bool{true}, n)
	}
	w.placements(func(days []int) {
		o.holds = true
		for v, d := range days {
			first, last := int32(1), int32(n)
			for u, e := range days {
				o.before[v][u] = o.before[v][u] && (d < e || path[v][u])
				if e < d || e == d && path[u][v] {
					first++
				}
				if d < e || e == d && path[v][u] {
					last--
				}
			}
			o.first[v], o.last[v] = min(o.first[v], first), max(o.last[v], last)
		}
	})
	return o
}

func TestOrderAgainstEveryPlacement(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	tested, linked, loose := 0, 0, 0
	for i := range *worldCount {
		w := randomWorld(rng, false)
		want := w.enumerate()
		if !want.holds {
			continue
		}
		tested++
		r := Tighten(w.nodes(), w.links)
		for a := range want.before {
			for b := range want.before {
				if got := r.DefinitelyBefore(int32(a), int32(b)); got != want.before[a][b] {
					t.Fatalf("world %d: %v: %d definitely before %d = %v, want %v", i, w, a, b, got, want.before[a][b])
				}
			}
		}
		o := r.Order()
		if diff := cmp.Diff(expectedSequence(r, want.before), o.Sequence); diff != "" {
			t.Fatalf("world %d: %v: sequence (-want +got):\n%s", i, w, diff)
		}
		for x, a := range o.Sequence {
			for _, b := range o.Sequence[x+1:] {
				if want.before[b][a] {
					t.Fatalf("world %d: %v: sequence %v puts %d before %d", i, w, o.Sequence, a, b)
				}
			}
			if x > 0 && o.Certain[x-1] != want.before[o.Sequence[x-1]][a] {
				t.Fatalf("world %d: %v: sequence %v, certain %v at %d", i, w, o.Sequence, o.Certain, x-1)
			}
		}
		if diff := cmp.Diff([][]int32{want.first, want.last}, [][]int32{o.First, o.Last}); diff != "" {
			t.Fatalf("world %d: %v: ranks (-want +got):\n%s", i, w, diff)
		}
		if slices.Contains(o.Exact, false) {
			t.Fatalf("world %d: %v: exact %v, want all", i, w, o.Exact)
		}
		first, last, exact := r.ranks(0)
		for v := range first {
			isLinked := slices.ContainsFunc(w.links, func(l Link) bool { return int(l.Before) == v || int(l.After) == v })
			if isLinked {
				linked++
			}
			if exact[v] == isLinked {
				t.Fatalf("world %d: %v: without exact counting, exact[%d] = %v", i, w, v, exact[v])
			}
			if first[v] > want.first[v] || last[v] < want.last[v] ||
				exact[v] && (first[v] != want.first[v] || last[v] != want.last[v]) {
				t.Fatalf("world %d: %v: without exact counting, ranks of %d are %d to %d (exact %v), want %d to %d",
					i, w, v, first[v], last[v], exact[v], want.first[v], want.last[v])
			}
			if first[v] != want.first[v] || last[v] != want.last[v] {
				loose++
			}
		}
	}
	if tested < *worldCount/4 || linked < *worldCount/10 || loose == 0 {
		t.Errorf("%d worlds with a placement, %d linked nodes, %d loose ranks: the worlds are too tame", tested, linked, loose)
	}
}

// expectedSequence picks, time and again, the node of least bounds and then least
// index among those that nothing left over comes before.
func expectedSequence(r *Result, before [][]bool) []int32 {
	var left, sequence []int32
	for v := range before {
		left = append(left, int32(v))
	}
	for len(left) > 0 {
		best := -1
		for i, v := range left {
			if slices.ContainsFunc(left, func(u int32) bool { return before[u][v] && v != u }) {
				continue
			}
			if best < 0 || slices.Compare(
				[]int64{r.EarliestStart(v), r.LatestStart(v)},
				[]int64{r.EarliestStart(left[best]), r.LatestStart(left[best])}) < 0 {
				best = i
			}
		}
		sequence = append(sequence, left[best])
		left = slices.Delete(left, best, best+1)
	}
	return sequence
}

// randomNodes returns nodes of all degrees of vagueness on days 0 to 99, and links
// in the order of their true days, of which there is therefore a placement.
func randomNodes(rng *rand.Rand, n, links, vagueness int) ([]Node, []Link) {
	nodes := make([]Node, n)
	order := make([]int32, n)
	day := make([]int64, n)
	for v := range nodes {
		order[v] = int32(v)
		day[v] = rng.Int64N(100)
		nodes[v].Start = at(span.Range{
			First: day[v] - rng.Int64N(int64(vagueness)), Last: day[v] + rng.Int64N(int64(vagueness)),
		})
	}
	slices.SortStableFunc(order, func(a, b int32) int { return int(day[a] - day[b]) })
	made := make([]Link, links)
	for i := range made {
		a := rng.IntN(n - 1)
		b := a + 1 + rng.IntN(min(n-a-1, 20))
		made[i] = Link{order[a], order[b]}
	}
	return nodes, made
}

// TestRanksOfLargerWorlds crosses the bounds of the 64-node bit sets.
func TestRanksOfLargerWorlds(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 6))
	for _, n := range []int{63, 64, 65, 129, 300} {
		for _, vagueness := range []int{2, 30, 1000} {
			for _, links := range []int{n / 3, n, 3 * n} {
				t.Run(fmt.Sprintf("%d nodes, %d links, vagueness %d", n, links, vagueness), func(t *testing.T) {
					nodes, links := randomNodes(rng, n, links, vagueness)
					r := Tighten(nodes, links)
					if len(r.Contradictions) != 0 {
						t.Fatalf("contradictions %v", r.Contradictions)
					}
					wantFirst, wantLast := make([]int32, n), make([]int32, n)
					for v := range int32(n) {
						wantFirst[v], wantLast[v] = 1, int32(n)
						for u := range int32(n) {
							if r.DefinitelyBefore(u, v) {
								wantFirst[v]++
							}
							if r.DefinitelyBefore(v, u) {
								wantLast[v]--
							}
						}
					}
					first, last, exact := r.ranks(n)
					if slices.Contains(exact, false) {
						t.Error("not all exact")
					}
					if diff := cmp.Diff([][]int32{wantFirst, wantLast}, [][]int32{first, last}); diff != "" {
						t.Errorf("ranks (-want +got):\n%s", diff)
					}
					first, last, _ = r.ranks(n / 2)
					for v := range first {
						if first[v] > wantFirst[v] || last[v] < wantLast[v] || first[v] < 1 || last[v] > int32(n) {
							t.Errorf("bounded ranks of %d are %d to %d, want around %d to %d",
								v, first[v], last[v], wantFirst[v], wantLast[v])
						}
					}
				})
			}
		}
	}
}

// TestRanksBeyondExactCounting shows what is left of a long chain and a wide fan.
func TestRanksBeyondExactCounting(t *testing.T) {
	tests := []struct {
		name        string
		nodes       int
		links       []Link
		first, last []int32
	}{
		{"chain", 4, []Link{{3, 2}, {2, 1}, {1, 0}}, []int32{4, 3, 2, 1}, []int32{4, 3, 2, 1}},
		{"fan in, then on", 5, []Link{{0, 3}, {1, 3}, {2, 3}, {3, 4}}, []int32{1, 1, 1, 4, 5}, []int32{3, 3, 3, 4, 5}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			first, last, exact := Tighten(make([]Node, tt.nodes), tt.links).ranks(1)
			if diff := cmp.Diff([][]int32{tt.first, tt.last}, [][]int32{first, last}); diff != "" {
				t.Errorf("ranks (-want +got):\n%s", diff)
			}
			if slices.Contains(exact, true) {
				t.Errorf("exact %v, want none", exact)
			}
		})
	}
}

func TestDefinitelyBeforeIsAStrictPartialOrderInEveryWorld(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	inconsistent := 0
	for i := range 5000 {
		w := randomWorld(rng, i%2 == 0)
		r := Tighten(w.nodes(), w.links)
		if len(r.Contradictions) > 0 {
			inconsistent++
		}
		n := int32(len(w.starts))
		sequence := r.Order().Sequence
		place := make([]int, n)
		for at, v := range sequence {
			place[v] = at
		}
		for a := range n {
			if r.DefinitelyBefore(a, a) {
				t.Fatalf("world %d: %v: %d before itself", i, w, a)
			}
			for b := range n {
				if r.DefinitelyBefore(a, b) && place[a] >= place[b] {
					t.Fatalf("world %d: %v: sequence %v, but %d comes before %d", i, w, sequence, a, b)
				}
				for c := range n {
					if r.DefinitelyBefore(a, b) && r.DefinitelyBefore(b, c) && !r.DefinitelyBefore(a, c) {
						t.Fatalf("world %d: %v: %d, %d, %d not transitive", i, w, a, b, c)
					}
				}
			}
		}
	}
	if inconsistent < 500 {
		t.Errorf("only %d worlds with a contradiction: the worlds are too tame", inconsistent)
	}
}
