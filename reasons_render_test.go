package dispute_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

func TestReasonsEdgesAndOutline(t *testing.T) {
	r := dispute.Reasons{Nodes: []dispute.Reason{{Because: []int{1, 2}}, {Because: []int{-1, 2, 9}}, {}}}
	var got [][2]int
	for from, to := range r.Edges() {
		got = append(got, [2]int{from, to})
	}
	if diff := cmp.Diff([][2]int{{0, 1}, {0, 2}, {1, 2}}, got); diff != "" {
		t.Errorf("edges (-want +got):\n%s", diff)
	}
	var lines []dispute.ReasonLine
	for line := range r.Outline() {
		lines = append(lines, line)
	}
	want := []dispute.ReasonLine{{Node: 0, Open: true}, {Node: 1, Depth: 1, Open: true}, {Node: 2, Depth: 2}, {Node: 2, Depth: 1}}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Errorf("outline (-want +got):\n%s", diff)
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
