package precedence

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/internal/lastchange"
	"github.com/dispute-go/dispute/internal/span"
)

func TestFollowedBy(t *testing.T) {
	between := func(a, b int64) Node {
		return Node{Start: at(span.Range{First: a, Last: b}), End: at(span.Range{First: a, Last: b + 1})}
	}
	tests := []struct {
		name   string
		nodes  []Node
		links  []Link
		points []Point
		want   [][2]int32
	}{
		{"no point", []Node{{}}, nil, nil, nil},
		{"start and end of one node", []Node{between(1, 5)}, nil, []Point{{0, true}, {0, false}}, [][2]int32{{1, 0}}},
		{"by way of a node that is no point", []Node{between(1, 5), {}, between(3, 9)}, []Link{{0, 1}, {1, 2}},
			[]Point{{2, false}, {0, false}}, [][2]int32{{1, 0}}},
		{"bounds say it all", []Node{between(1, 2), between(3, 5), between(3, 9)}, []Link{{0, 1}, {1, 2}},
			[]Point{{0, false}, {2, false}}, nil},
		{"the nearest of several", []Node{between(1, 9), between(1, 7), between(1, 8)}, []Link{{1, 0}, {1, 2}},
			[]Point{{0, false}, {1, false}, {2, false}}, [][2]int32{{1, 2}}},
		{"an end leads nowhere", []Node{between(1, 9), between(1, 9)}, []Link{{0, 1}},
			[]Point{{0, true}, {1, false}}, nil},
		{"a contradiction orders nothing", []Node{between(1, 9), between(1, 9)}, []Link{{0, 1}, {1, 0}},
			[]Point{{0, false}, {1, false}}, nil},
		{"two equally near", []Node{between(1, 9), between(1, 9), between(1, 9)}, []Link{{0, 1}, {0, 2}},
			[]Point{{2, false}, {1, false}, {0, false}}, [][2]int32{{2, 0}}},
		{"a short reach and a long one meet", []Node{between(1, 2), between(1, 9), {}, between(5, 20), between(1, 20)},
			[]Link{{0, 2}, {1, 2}, {2, 3}, {3, 4}},
			[]Point{{0, false}, {1, false}, {4, false}}, [][2]int32{{0, 2}, {1, 2}}},
		{"a long reach and a short one meet", []Node{between(1, 9), between(1, 2), {}, between(5, 20), between(1, 20)},
			[]Link{{0, 2}, {1, 2}, {2, 3}, {3, 4}},
			[]Point{{0, false}, {1, false}, {4, false}}, [][2]int32{{0, 2}, {1, 2}}},
		{"repeated points", []Node{between(1, 9), between(1, 9)}, []Link{{0, 1}},
			[]Point{{0, false}, {0, false}, {1, false}, {1, false}}, [][2]int32{{0, 2}, {1, 2}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, Tighten(tt.nodes, tt.links).FollowedBy(tt.points)); diff != "" {
				t.Errorf("pairs (-want +got):\n%s", diff)
			}
		})
	}
}

// TestLastChangeOnOneTrackOfALinkedWorld runs both packages together, with starts
// and ends on the track and links that lead over nodes off it, against every
// placement of starts and ends.
func TestLastChangeOnOneTrackOfALinkedWorld(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 8))
	tested, paired := 0, 0
	for i := range *worldCount / 2 {
		w := randomWorld(rng, false)
		r := Tighten(w.nodes(), w.links)
		if len(r.Contradictions) > 0 {
			continue
		}
		var points []Point
		for v := range int32(len(w.starts)) {
			if rng.IntN(3) > 0 {
				points = append(points, Point{Node: v})
			}
			if len(points) < 4 && rng.IntN(3) == 0 {
				points = append(points, Point{v, true})
			}
		}
		rng.Shuffle(len(points), func(i, j int) { points[i], points[j] = points[j], points[i] })
		events := make([]lastchange.Event, len(points))
		for x, p := range points {
			events[x].Domain = r.Start[p.Node]
			if p.End {
				events[x].Domain = r.End[p.Node]
			}
		}
		pairs := r.FollowedBy(points)
		if len(pairs) > 0 {
			paired++
		}
		tested++
		rulings := lastchange.Solve(events, pairs)
		// On the outermost days an open domain is not represented whole.
		for d, want := range w.lastChanges(points) {
			if d == firstDay || d == lastDay {
				continue
			}
			rulers, unchanged := rulings.On(int64(d))
			var got []bool
			for x := range points {
				got = append(got, slices.Contains(rulers, int32(x)))
			}
			got = append(got, unchanged)
			if !slices.Equal(got, want) {
				t.Fatalf("world %d: %v, points %v, pairs %v: on %d %v, want %v", i, w, points, pairs, d, got, want)
			}
		}
	}
	if tested < *worldCount/8 || paired < *worldCount/20 {
		t.Errorf("%d worlds, %d with pairs: the worlds are too tame", tested, paired)
	}
}

// lastChanges tells, for every day, which points can be the last by then and, at
// the end, whether possibly none has happened.
func (w world) lastChanges(points []Point) [][]bool {
	path := w.paths()
	mustFollow := func(p, q Point) bool {
		return !p.End && (path[p.Node][q.Node] || q.End && p.Node == q.Node)
	}
	possible := make([][]bool, lastDay+1)
	for d := range possible {
		possible[d] = make([]bool, len(points)+1)
	}
	when := make([]int, len(points))
	w.placements(func(days []int) {
		var place func(x int)
		place = func(x int) {
			if x < len(points) {
				p := points[x]
				when[x] = days[p.Node]
				if !p.End {
					place(x + 1)
					return
				}
				for ; when[x] <= lastDay; when[x]++ {
					if w.ends[p.Node]>>when[x]&1 == 1 {
						place(x + 1)
					}
				}
				return
			}
			for d := range possible {
				latest := -1
				for _, at := range when {
					if at <= d {
						latest = max(latest, at)
					}
				}
				if latest < 0 {
					possible[d][len(points)] = true
				}
				for y, at := range when {
					overtaken := false
					for z := range points {
						overtaken = overtaken || when[z] == at && mustFollow(points[y], points[z])
					}
					if at == latest && !overtaken {
						possible[d][y] = true
					}
				}
			}
		}
		place(0)
	})
	return possible
}
