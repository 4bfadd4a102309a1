package reasons_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/reasons"
)

// names are what the items of a test are called, by number.
type names []string

func (x names) Name(n int32) string { return x[n] }
func (x names) Rank(n int32) int32 {
	place := int32(0)
	for _, other := range x {
		if other < x[n] {
			place++
		}
	}
	return place
}

// Whatever is added in whatever order, the graph tells every node once, sorted
// by what it says, and the same edges as a set of pairs of texts.
func TestGraphAgainstSetsOfTexts(t *testing.T) {
	items := make(names, 40)
	for i := range items {
		items[i] = fmt.Sprintf("%c%02d", 'a'+i*7%5, i)
	}
	for seed := range uint64(300) {
		rng := rand.New(rand.NewPCG(seed, 0x0f))
		b := reasons.New()
		node, edges := map[string]int{}, map[[2]string]bool{}
		for range 1 + rng.IntN(120) {
			text := fmt.Sprintf("%c fact %d", 'a'+rng.IntN(6), rng.IntN(9))
			n := int32(rng.IntN(len(items)))
			isItem := rng.IntN(2) == 0
			if isItem {
				text = items[n]
			}
			var because []int
			for _, other := range slices.Sorted(maps.Keys(node)) {
				if rng.IntN(8) == 0 {
					because = append(because, node[other])
					edges[[2]string{text, other}] = true
				}
			}
			if isItem {
				node[text] = b.Item(n, because...)
			} else {
				node[text] = b.Fact(text, "rule of "+text, because...)
			}
		}
		texts := slices.Sorted(maps.Keys(node))
		root := texts[rng.IntN(len(texts))]
		g := b.Graph(node[root], items)
		if g.Nodes[g.Root].Text != root {
			t.Fatalf("seed %d: root %q, want %q", seed, g.Nodes[g.Root].Text, root)
		}
		var got []string
		told := map[[2]string]bool{}
		for _, n := range g.Nodes {
			got = append(got, n.Text)
			if !slices.IsSorted(n.Because) || len(slices.Compact(slices.Clone(n.Because))) != len(n.Because) {
				t.Fatalf("seed %d: %q rests on %v", seed, n.Text, n.Because)
			}
			for _, other := range n.Because {
				told[[2]string{n.Text, g.Nodes[other].Text}] = true
			}
			isFact := strings.Contains(n.Text, "fact")
			if isFact != (n.Item == ints.None) || isFact != (n.Rule == "rule of "+n.Text) || !isFact && items[n.Item] != n.Text {
				t.Fatalf("seed %d: item %d with rule %q says %q", seed, n.Item, n.Rule, n.Text)
			}
		}
		if diff := cmp.Diff(texts, got); diff != "" {
			t.Fatalf("seed %d: nodes (-want +got):\n%s", seed, diff)
		}
		if diff := cmp.Diff(edges, told); diff != "" {
			t.Fatalf("seed %d: edges (-want +got):\n%s", seed, diff)
		}
	}
}

func TestBuilderNotes(t *testing.T) {
	var b reasons.Builder // the zero one too
	_, first := b.Open(0)
	node, again := b.Open(0)
	if !first || again {
		t.Errorf("an item's own reasons are to be added: %t, then %t", first, again)
	}
	if _, ok := b.Known("far"); ok {
		t.Error("a fact is known before it is added")
	}
	far, near := b.Fact("far", "r"), b.Fact("near", "r", node)
	if at, ok := b.Known("far"); !ok || at != far {
		t.Errorf("the fact is known at %d, %t, want %d", at, ok, far)
	}
	b.See(far, "elsewhere")
	b.See(near, "not needed")
	want := reasons.Graph{Nodes: []reasons.Node{
		{Item: ints.None, Text: "far", Rule: "r", See: "elsewhere"},
		{Item: 0, Text: "item"},
		{Item: ints.None, Text: "near", Rule: "r", Because: []int{1}},
	}, Root: 2}
	if diff := cmp.Diff(want, b.Graph(near, names{"item"})); diff != "" {
		t.Errorf("graph (-want +got):\n%s", diff)
	}
}
