package conformance

import (
	"encoding/json"
	"os/exec"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/export/origins"
	"github.com/dispute-go/dispute/sahel2024"
)

// TestDOT has Graphviz read the graphs of all claims: every statement that the view has
// on a claim is a node, every text is shown as it is, and nothing was made up.
func TestDOT(t *testing.T) {
	if _, err := exec.LookPath("dot"); err != nil {
		t.Skip("Graphviz is not installed; .ci/run installs it")
	}
	for name, record := range map[string]dispute.Record{"sahel2024": sahel2024.Record(), "hostile": hostileRecord()} {
		dossier, err := dispute.Compile(record)
		if err != nil {
			t.Fatal(err)
		}
		v, err := dossier.View(dispute.Lens{})
		if err != nil {
			t.Fatal(err)
		}
		tried := 0
		for c := range v.Claims(dispute.ClaimQuery{}) {
			if tried++; tried > 12 {
				break
			}
			graph, err := origins.DOT(v, c.ID)
			if err != nil {
				t.Fatal(err)
			}
			nodes, edges := drawn(t, graph)
			if _, ok := nodes["claim"]; !ok {
				t.Errorf("%s, %s: the claim is not drawn", name, c.ID)
			}
			if got, want := words(nodes["claim"]), strings.Join(strings.Fields(c.Text), " "); !strings.EqualFold(got, want) {
				t.Errorf("%s, %s: the claim is shown as %q, want %q", name, c.ID, got, want)
			}
			meant := 0
			for a := range v.Attributions(dispute.AttributionQuery{Claim: c.ID}) {
				meant++
				if _, ok := nodes[a.ID.Ref().String()]; !ok {
					t.Errorf("%s, %s: %s is not drawn", name, c.ID, a.ID)
				}
			}
			if edges < meant {
				t.Errorf("%s, %s: %d arrows for %d statements", name, c.ID, edges, meant)
			}
			for node := range nodes {
				if kind, _, _ := strings.Cut(node, "/"); node != "claim" && kind != "attribution" && kind != "source" {
					t.Errorf("%s, %s: a node %q that nobody meant", name, c.ID, node)
				}
			}
		}
	}
}

// drawn returns the labels of the nodes of a graph, and how many arrows it has, as
// Graphviz understands it.
func drawn(t *testing.T, graph string) (nodes map[string]string, edges int) {
	t.Helper()
	dot := exec.Command("dot", "-Tjson")
	dot.Stdin = strings.NewReader(graph)
	var errs strings.Builder
	dot.Stderr = &errs
	out, err := dot.Output()
	if err != nil || strings.Contains(errs.String(), "Error") {
		t.Fatalf("%v\n%s\n%s", err, errs.String(), graph)
	}
	var g struct {
		Objects []struct {
			Name, Label string
			Nodes       []int
		}
		Edges []any
	}
	if err := json.Unmarshal(out, &g); err != nil {
		t.Fatal(err)
	}
	nodes = map[string]string{}
	for _, o := range g.Objects {
		if o.Nodes == nil {
			nodes[o.Name] = o.Label
		}
	}
	return nodes, len(g.Edges)
}

// words is a label as it is read: its escapes undone, and lines made spaces.
func words(label string) string {
	return strings.Join(strings.Fields(strings.NewReplacer(`\n`, " ", `\\`, `\`, "&amp;", "&").Replace(label)), " ")
}
