package origins

import (
	"fmt"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/english"
	"github.com/dispute-go/dispute/internal/markup"
)

// Mermaid returns the same as [DOT] in the language of Mermaid (mermaid.js.org), as a
// flowchart, which many sites draw where they show Markdown. The errors and the cost are
// those of [Text].
func Mermaid(v *dispute.View, claim dispute.ClaimID) (string, error) {
	g, err := graphOf(v, claim)
	if err != nil {
		return "", err
	}
	return g.mermaid(), nil
}

func (g *graph) mermaid() string {
	var b strings.Builder
	numbers := map[*node]int{}
	for i, n := range g.list() {
		numbers[n] = i
	}
	box := func(n *node, indent string) {
		open, closed := "([", "])" // what is no root has round ends
		if n.part == rootFor || n.part == rootAgainst {
			open, closed = "[", "]"
		}
		fmt.Fprintf(&b, "%sn%d%s\"%s\"%s\n", indent, numbers[n], open, markup.Mermaid(strings.Join(g.lines(n), " — ")), closed)
	}
	b.WriteString("flowchart RL\n")
	fmt.Fprintf(&b, "    claim[\"%s\"]\n", markup.Mermaid(english.UpperFirst(g.claim.Text)+" — "+g.status.Label.String()))
	for _, side := range []struct {
		name string
		part part
	}{{"for", rootFor}, {"against", rootAgainst}} {
		origin := 0
		for _, n := range g.of(side.part) {
			if n.root.Origin != origin {
				if origin != 0 {
					b.WriteString("    end\n")
				}
				if origin = n.root.Origin; origin != 0 {
					fmt.Fprintf(&b, "    subgraph %s%d[\"%s#58; at most one origin\"]\n", side.name, origin, side.name)
				}
			}
			box(n, "        ")
		}
		if origin != 0 {
			b.WriteString("    end\n")
		}
	}
	for _, n := range g.list() {
		if n.part != rootFor && n.part != rootAgainst {
			box(n, "    ")
		}
	}
	for _, n := range g.list() {
		for _, e := range n.to {
			fmt.Fprintf(&b, "    n%d -.->|\"%s\"| n%d\n", numbers[n], markup.Mermaid(e.kind), numbers[e.node])
		}
		if text, _, ok := g.stance(n); ok {
			fmt.Fprintf(&b, "    n%d -->|\"%s\"| claim\n", numbers[n], markup.Mermaid(text))
		}
	}
	return b.String()
}
