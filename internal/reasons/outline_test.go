package reasons_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/internal/reasons"
)

// graph builds a graph from "fact: because because", the first one the root.
func graph(lines ...string) reasons.Graph {
	var g reasons.Graph
	index := map[string]int{}
	for _, l := range lines {
		fact, _, _ := strings.Cut(l, ":")
		index[fact] = len(g.Nodes)
		g.Nodes = append(g.Nodes, reasons.Node{Text: fact})
	}
	for i, l := range lines {
		_, because, _ := strings.Cut(l, ":")
		for _, f := range strings.Fields(because) {
			g.Nodes[i].Because = append(g.Nodes[i].Because, index[f])
		}
	}
	return g
}

func TestText(t *testing.T) {
	deep := []string{"n00: n01 last"}
	for i := 1; i < 15; i++ {
		deep = append(deep, fmt.Sprintf("n%02d: n%02d", i, i+1))
	}
	deep = append(deep, "n15", "last")
	for _, c := range []struct {
		name string
		g    reasons.Graph
		want string
	}{
		{"nothing", reasons.Graph{}, "nothing on file"},
		{"no such root", reasons.Graph{Nodes: []reasons.Node{{Text: "a"}}, Root: 1}, "nothing on file"},
		{"one", graph("a"), "a\n"},
		{"a tree", graph("a: b c", "b: d", "c", "d"), "a\n  b\n    d\n  c\n"},
		{"what has no reasons is not numbered", graph("a: b c", "b: d", "c: d", "d"), "a\n  b\n    d\n  c\n    d\n"},
		{"a diamond", graph("a: b c", "b: d", "c: d", "d: e", "e"), "a\n  b\n    #1 d\n      e\n  c\n    d (see #1)\n"},
		{"open where it is nearest to the root", graph("a: b d", "b: c", "c: d", "d: e", "e"), "a\n  b\n    c\n      d (see #1)\n  #1 d\n    e\n"},
		{"a circle", graph("a: b", "b: a c", "c"), "#1 a\n  b\n    a (see #1)\n    c\n"},
		{"its own reason", graph("a: a"), "#1 a\n  a (see #1)\n"},
		{"what is not there", reasons.Graph{Nodes: []reasons.Node{{Text: "a", Because: []int{-1, 1, 7}}, {Text: "b"}}}, "a\n  b\n"},
		{"what is told elsewhere", reasons.Graph{Nodes: []reasons.Node{{Text: "a", Rule: "dates", See: "when/event/b\n"}}}, "a [dates] (see when/event/b )\n"},
		{"text that would break a line", reasons.Graph{Nodes: []reasons.Node{{Text: "a\nb\u2028c\td", Rule: "r\r"}}}, "a b c d [r ]\n"},
		{"a chain of more than twelve steps", graph(deep...), "n00\n  n01\n    n02\n      n03\n        n04\n          n05\n            n06\n              n07\n" +
			"                n08\n                  n09\n                    n10\n                      n11\n                        n12 (see #1)\n" +
			"  last\n#1 n12\n  n13\n    n14\n      n15\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, c.g.Text()); diff != "" {
				t.Errorf("text (-want +got):\n%s", diff)
			}
		})
	}
}

func TestMarkdown(t *testing.T) {
	for _, c := range []struct {
		name string
		g    reasons.Graph
		want string
	}{
		{"nothing", reasons.Graph{}, "- nothing on file\n"},
		{"a diamond", graph("a: b c", "b: d", "c: d", "d: e", "e"), "- a\n  - b\n    - **(1)** d\n      - e\n  - c\n    - d, see **(1)**\n"},
		{"rules", reasons.Graph{Nodes: []reasons.Node{{Text: "status of claim/a_b", Rule: "pair; none"}}}, "- status of claim/a\\_b *(pair; none)*\n"},
		{"what is told elsewhere", reasons.Graph{Nodes: []reasons.Node{{Text: "a", Rule: "dates", See: "when/event/b_c"}}}, "- a *(dates)*, see when/event/b\\_c\n"},
		{"a list inside", reasons.Graph{Nodes: []reasons.Node{{Text: " - 1"}}}, "- \\- 1\n"},
		{"a numbered list inside", reasons.Graph{Nodes: []reasons.Node{{Text: "12. b 3. c"}}}, "- 12\\. b 3. c\n"},
		{"another numbered list inside", reasons.Graph{Nodes: []reasons.Node{{Text: "90) b"}}}, "- 90\\) b\n"},
		{"a heading inside", reasons.Graph{Nodes: []reasons.Node{{Text: "# a"}}}, "- \\# a\n"},
		{"markup", reasons.Graph{Nodes: []reasons.Node{{Text: "<b>*a*</b> [x](https://y) `z` \\ | ~q~\n&amp;"}}},
			"- \\<b\\>\\*a\\*\\</b\\> \\[x\\](https\\://y) \\`z\\` \\\\ \\| \\~q\\~ \\&amp;\n"},
		{"colons", reasons.Graph{Nodes: []reasons.Node{{Text: "status: a, ends:"}, {Text: "b"}}}, "- status: a, ends\\:\n"},
		{"a point first", reasons.Graph{Nodes: []reasons.Node{{Text: ".5"}}}, "- .5\n"},
		{"what needs no escape", reasons.Graph{Nodes: []reasons.Node{{Text: "Côte d'Ivoire (2.5 - 3) “so” 7"}}}, "- Côte d'Ivoire (2.5 - 3) “so” 7\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, c.g.Markdown()); diff != "" {
				t.Errorf("markdown (-want +got):\n%s", diff)
			}
		})
	}
}

// From the outline of any graph the graph can be told again: it has every edge
// once, opens every node with reasons once, and numbers what it refers to.
func TestOutlineTellsTheGraph(t *testing.T) {
	for seed := range uint64(3000) {
		rng := rand.New(rand.NewPCG(seed, 0x0e))
		n := 1 + rng.IntN(40)
		g := reasons.Graph{Nodes: make([]reasons.Node, n), Root: rng.IntN(n)}
		for i := range g.Nodes {
			g.Nodes[i].Text = fmt.Sprint(i)
			for range rng.IntN(3) {
				b := rng.IntN(n)
				if rng.IntN(3) > 0 {
					b = (i + 1) % n // long chains too
				}
				g.Nodes[i].Because = append(g.Nodes[i].Because, b)
			}
			slices.Sort(g.Nodes[i].Because)
			g.Nodes[i].Because = slices.Compact(g.Nodes[i].Because)
		}
		told := map[int][]int{} // by node: what stands under it
		numberOf, opened := map[int]int{}, map[int]bool{}
		var above []int // the open node at each depth
		apart, lines, next := 0, 0, 1
		for line := range g.Outline() {
			lines++
			switch {
			case line.Depth == 0:
				apart++
				if !line.Open && len(g.Nodes[line.Node].Because) > 0 {
					t.Fatalf("seed %d: node %d stands by itself and is not open", seed, line.Node)
				}
			case line.Depth > len(above) || line.Depth > 12:
				t.Fatalf("seed %d: node %d at depth %d under %v", seed, line.Node, line.Depth, above)
			default:
				told[above[line.Depth-1]] = append(told[above[line.Depth-1]], line.Node)
			}
			above = above[:line.Depth]
			if line.Open {
				if opened[line.Node] {
					t.Fatalf("seed %d: node %d opened twice", seed, line.Node)
				}
				opened[line.Node] = true
				above = append(above, line.Node)
			} else if len(g.Nodes[line.Node].Because) > 0 && line.Number == 0 {
				t.Fatalf("seed %d: node %d is not open and refers to nothing", seed, line.Node)
			}
			if line.Number != 0 {
				if was, ok := numberOf[line.Node]; ok && was != line.Number || !ok && line.Number != next {
					t.Fatalf("seed %d: node %d has number %d, want %d or %d", seed, line.Node, line.Number, was, next)
				} else if !ok {
					numberOf[line.Node] = line.Number
					next++
				}
			}
		}
		want, edges := map[int][]int{}, 0
		for reached := []int{g.Root}; len(reached) > 0; reached = reached[1:] {
			i := reached[0]
			if _, ok := want[i]; ok || len(g.Nodes[i].Because) == 0 {
				continue
			}
			want[i] = g.Nodes[i].Because
			edges += len(want[i])
			reached = append(reached, want[i]...)
		}
		if diff := cmp.Diff(want, told); diff != "" {
			t.Fatalf("seed %d: edges (-graph +outline):\n%s\n%s", seed, diff, g.Text())
		}
		if lines != edges+apart || len(numberOf) != next-1 {
			t.Fatalf("seed %d: %d lines for %d edges, %d of them by themselves", seed, lines, edges, apart)
		}
		for node := range numberOf {
			if !opened[node] {
				t.Fatalf("seed %d: node %d is referred to and never opened", seed, node)
			}
		}
	}
}
