package dispute_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// graph builds reasons from "fact: because because", the first one the root.
func graph(lines ...string) dispute.Reasons {
	var r dispute.Reasons
	index := map[string]int{}
	for _, l := range lines {
		fact, _, _ := strings.Cut(l, ":")
		index[fact] = len(r.Nodes)
		r.Nodes = append(r.Nodes, dispute.Reason{Fact: fact})
	}
	for i, l := range lines {
		_, because, _ := strings.Cut(l, ":")
		for _, f := range strings.Fields(because) {
			r.Nodes[i].Because = append(r.Nodes[i].Because, index[f])
		}
	}
	return r
}

func TestReasonsText(t *testing.T) {
	deep := []string{"n00: n01 last"}
	for i := 1; i < 15; i++ {
		deep = append(deep, fmt.Sprintf("n%02d: n%02d", i, i+1))
	}
	deep = append(deep, "n15", "last")
	for _, c := range []struct {
		name string
		r    dispute.Reasons
		want string
	}{
		{"nothing", dispute.Reasons{}, "nothing on file"},
		{"no such root", dispute.Reasons{Nodes: []dispute.Reason{{Fact: "a"}}, Root: 1}, "nothing on file"},
		{"one", graph("a"), "a\n"},
		{"a tree", graph("a: b c", "b: d", "c", "d"), "a\n  b\n    d\n  c\n"},
		{"what has no reasons is not numbered", graph("a: b c", "b: d", "c: d", "d"), "a\n  b\n    d\n  c\n    d\n"},
		{"a diamond", graph("a: b c", "b: d", "c: d", "d: e", "e"), "a\n  b\n    #1 d\n      e\n  c\n    d (see #1)\n"},
		{"open where it is nearest to the root", graph("a: b d", "b: c", "c: d", "d: e", "e"), "a\n  b\n    c\n      d (see #1)\n  #1 d\n    e\n"},
		{"a circle", graph("a: b", "b: a c", "c"), "#1 a\n  b\n    a (see #1)\n    c\n"},
		{"its own reason", graph("a: a"), "#1 a\n  a (see #1)\n"},
		{"what is not there", dispute.Reasons{Nodes: []dispute.Reason{{Fact: "a", Because: []int{-1, 1, 7}}, {Fact: "b"}}}, "a\n  b\n"},
		{"text that would break a line", dispute.Reasons{Nodes: []dispute.Reason{{Fact: "a\nb\u2028c\td", Rule: "r\r"}}}, "a b c d [r ]\n"},
		{"a chain of more than twelve steps", graph(deep...), "n00\n  n01\n    n02\n      n03\n        n04\n          n05\n            n06\n              n07\n" +
			"                n08\n                  n09\n                    n10\n                      n11\n                        n12 (see #1)\n" +
			"  last\n#1 n12\n  n13\n    n14\n      n15\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, c.r.String()); diff != "" {
				t.Errorf("text (-want +got):\n%s", diff)
			}
		})
	}
}

func TestReasonsMarkdown(t *testing.T) {
	for _, c := range []struct {
		name string
		r    dispute.Reasons
		want string
	}{
		{"nothing", dispute.Reasons{}, "- nothing on file\n"},
		{"a diamond", graph("a: b c", "b: d", "c: d", "d: e", "e"), "- a\n  - b\n    - **(1)** d\n      - e\n  - c\n    - d, see **(1)**\n"},
		{"rules", dispute.Reasons{Nodes: []dispute.Reason{{Fact: "status of claim/a_b", Rule: "pair; none"}}}, "- status of claim/a\\_b *(pair; none)*\n"},
		{"a list inside", dispute.Reasons{Nodes: []dispute.Reason{{Fact: " - 1"}}}, "- \\- 1\n"},
		{"a numbered list inside", dispute.Reasons{Nodes: []dispute.Reason{{Fact: "12. b 3. c"}}}, "- 12\\. b 3. c\n"},
		{"a heading inside", dispute.Reasons{Nodes: []dispute.Reason{{Fact: "# a"}}}, "- \\# a\n"},
		{"markup", dispute.Reasons{Nodes: []dispute.Reason{{Fact: "<b>*a*</b> [x](https://y) `z` \\ | ~q~\n&amp;"}}},
			"- \\<b\\>\\*a\\*\\</b\\> \\[x\\](https\\://y) \\`z\\` \\\\ \\| \\~q\\~ \\&amp;\n"},
		{"colons", dispute.Reasons{Nodes: []dispute.Reason{{Fact: "status: a, ends:"}, {Fact: "b"}}}, "- status: a, ends\\:\n"},
		{"what needs no escape", dispute.Reasons{Nodes: []dispute.Reason{{Fact: "Côte d'Ivoire (2.5 - 3) “so” 7"}}}, "- Côte d'Ivoire (2.5 - 3) “so” 7\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, c.r.Markdown()); diff != "" {
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
		r := dispute.Reasons{Nodes: make([]dispute.Reason, n), Root: rng.IntN(n)}
		for i := range r.Nodes {
			r.Nodes[i].Fact = fmt.Sprint(i)
			for range rng.IntN(3) {
				b := rng.IntN(n)
				if rng.IntN(3) > 0 {
					b = (i + 1) % n // long chains too
				}
				r.Nodes[i].Because = append(r.Nodes[i].Because, b)
			}
			slices.Sort(r.Nodes[i].Because)
			r.Nodes[i].Because = slices.Compact(r.Nodes[i].Because)
		}
		told := map[int][]int{} // by node: what stands under it
		numberOf, opened := map[int]int{}, map[int]bool{}
		var above []int // the open node at each depth
		apart, lines, next := 0, 0, 1
		for line := range r.Outline() {
			lines++
			switch {
			case line.Depth == 0:
				apart++
				if !line.Open && len(r.Nodes[line.Node].Because) > 0 {
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
			} else if len(r.Nodes[line.Node].Because) > 0 && line.Number == 0 {
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
		for reached := []int{r.Root}; len(reached) > 0; reached = reached[1:] {
			i := reached[0]
			if _, ok := want[i]; ok || len(r.Nodes[i].Because) == 0 {
				continue
			}
			want[i] = r.Nodes[i].Because
			edges += len(want[i])
			reached = append(reached, want[i]...)
		}
		if diff := cmp.Diff(want, told); diff != "" {
			t.Fatalf("seed %d: edges (-graph +outline):\n%s\n%s", seed, diff, r)
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

func TestReasonsEdges(t *testing.T) {
	r := dispute.Reasons{Nodes: []dispute.Reason{{Because: []int{1, 2}}, {Because: []int{-1, 2, 9}}, {}}}
	var got [][2]int
	for from, to := range r.Edges() {
		got = append(got, [2]int{from, to})
	}
	if diff := cmp.Diff([][2]int{{0, 1}, {0, 2}, {1, 2}}, got); diff != "" {
		t.Errorf("edges (-want +got):\n%s", diff)
	}
	for range r.Edges() {
		break
	}
	for range r.Outline() {
		break
	}
}

// ladders are records with 2⁶⁰ paths from the answer to its grounds: claims
// that entail two claims each of which entails the next two, and reports each
// of which passes on the two before it.
func ladders(depth int) map[string]dispute.Record {
	claims, relays := disputetest.Cast(), disputetest.Cast()
	name := func(side string, i int) string { return fmt.Sprintf("%s%03d", side, i) }
	for i := range depth {
		for _, side := range []string{"l", "r"} {
			c := dispute.Claim{ID: dispute.ClaimID(name(side, i)), Text: "claim " + name(side, i), Adverse: []dispute.ActorID{"aland"}, Entails: []dispute.ClaimID{"raid"}}
			if i > 0 {
				c.Entails = []dispute.ClaimID{dispute.ClaimID(name("l", i-1)), dispute.ClaimID(name("r", i-1))}
			}
			claims.Claims = append(claims.Claims, c)
			claims.Attributions = append(claims.Attributions, disputetest.States("herald", c.ID))
			a := disputetest.Says(dispute.AttributionID(name(side, i)), "courier", dispute.StanceAsserts, "raid")
			if i > 0 {
				a.Claim, a.Attribution = "", dispute.AttributionID(name("l", i-1))
				a.Lineage = dispute.LineageRelaying
				a.Relays = []dispute.AttributionID{dispute.AttributionID(name("l", i-1)), dispute.AttributionID(name("r", i-1))}
			}
			relays.Attributions = append(relays.Attributions, a)
		}
	}
	return map[string]dispute.Record{"claims": claims, "relays": relays}
}

// A ladder of 60 diamonds, which has 2⁶⁰ paths, is explained by a graph that
// has each item once, and told in as many lines as the graph has edges.
func TestReasonsOfALadderOfDiamondsAreSmall(t *testing.T) {
	const depth = 60
	for name, r := range ladders(depth) {
		t.Run(name, func(t *testing.T) {
			v := disputetest.View(t, r, dispute.Lens{})
			s := v.Status("raid")
			items := len(r.Actors) + len(r.Claims) + len(r.Attributions)
			if n := len(s.Reasons().Nodes); n > items+1 || n < 2*depth {
				t.Errorf("%d nodes for %d items", n, items)
			}
			edges := 0
			for range s.Reasons().Edges() {
				edges++
			}
			if edges > 10*depth {
				t.Errorf("%d edges for a ladder of depth %d", edges, depth)
			}
			for form, text := range map[string]string{"text": s.Reasons().String(), "markdown": s.Reasons().Markdown()} {
				if lines := strings.Count(text, "\n"); lines > edges+edges/4+1 || len(text) > 80*lines {
					t.Errorf("%s of %d lines and %d bytes for %d edges", form, lines, len(text), edges)
				}
			}
		})
	}
}

func BenchmarkLadderOfDiamonds(b *testing.B) {
	for name, r := range ladders(60) {
		b.Run(name, func(b *testing.B) {
			v := disputetest.MustView(b, r)
			for b.Loop() {
				s := v.Status("raid")
				if len(s.Reasons().String())+len(s.Reasons().Markdown()) == 0 {
					b.Fatal("no reasons")
				}
			}
		})
	}
}
