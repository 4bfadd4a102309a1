package origins

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/english"
)

// dot writes the graph in the DOT language (graphviz.org/doc/info/lang.html).
func (g *graph) dot() string {
	var b strings.Builder
	b.WriteString("digraph origins {\n")
	b.WriteString("  rankdir=RL; labelloc=t; fontname=\"sans-serif\"; fontsize=14;\n")
	b.WriteString("  node [fontname=\"sans-serif\", fontsize=10]; edge [fontname=\"sans-serif\", fontsize=9];\n")
	fmt.Fprintf(&b, "  label=%s;\n", quote(wrap(g.status.String(), 100)))
	fmt.Fprintf(&b, "  claim [label=%s, shape=box, style=bold];\n", quote(wrap(english.UpperFirst(g.claim.Text), 30)))
	g.frames(&b, "for", rootFor)
	g.frames(&b, "against", rootAgainst)
	for _, n := range g.list() {
		if n.part != rootFor && n.part != rootAgainst {
			fmt.Fprintf(&b, "  %s\n", g.node(n))
		}
	}
	for _, n := range g.list() {
		g.arrows(&b, n)
	}
	b.WriteString("}\n")
	return b.String()
}

// frames writes the roots of one side, one frame for each origin. A joint
// statement that adds no origin stands outside.
func (g *graph) frames(b *strings.Builder, side string, p part) {
	roots := g.of(p)
	for i, n := range roots {
		origin := n.root.Origin
		if origin == 0 {
			fmt.Fprintf(b, "  %s\n", g.node(n))
			continue
		}
		if i == 0 || roots[i-1].root.Origin != origin {
			fmt.Fprintf(b, "  subgraph cluster_%s_%d {\n    label=%s; style=dashed; fontsize=10;\n",
				side, origin, quote(side+": at most one origin"))
		}
		fmt.Fprintf(b, "    %s\n", g.node(n))
		if i == len(roots)-1 || roots[i+1].root.Origin != origin {
			b.WriteString("  }\n")
		}
	}
}

// lines say whose statement a node is, in which source, and what marks it.
func (g *graph) lines(n *node) []string {
	lines := []string{g.speakers(n)}
	if n.ref.Kind == dispute.ItemAttribution {
		a, _ := g.v.Attribution(dispute.AttributionID(n.ref.ID))
		if s, ok := g.v.Source(a.Source); ok {
			lines = append(lines, title(s))
		}
		if !a.Said.IsZero() {
			lines = append(lines, "said "+a.Said.English())
		}
	} else if s, ok := g.v.Source(dispute.SourceID(n.ref.ID)); ok {
		lines = append(lines, title(s))
	}
	if m := marks(n.root); m != nil {
		lines = append(lines, "("+strings.Join(m, ", ")+")")
	}
	return lines
}

// node writes a node.
func (g *graph) node(n *node) string {
	lines := g.lines(n)
	for i := range lines {
		lines[i] = wrap(lines[i], 30)
	}
	look := map[part]string{
		rootFor:     "shape=box, style=filled, fillcolor=\"#cfe8cf\"",
		rootAgainst: "shape=box, style=filled, fillcolor=\"#f3d0d0\"",
		unsourced:   "shape=ellipse, style=dashed",
		dropped:     "shape=box, style=dotted, fontcolor=\"#777777\"",
		response:    "shape=note",
		reading:     "shape=note",
		beside:      "shape=note",
	}[n.part]
	if look == "" {
		look = "shape=ellipse"
	}
	return fmt.Sprintf("%s [label=%s, %s];", name(n), quote(strings.Join(lines, "\n")), look)
}

func name(n *node) string { return quote(n.ref.String()) }

// arrows writes what a statement passes on or speaks of, and its stance to the
// claim.
func (g *graph) arrows(b *strings.Builder, n *node) {
	for _, e := range n.to {
		look := ""
		switch {
		case g.inCircle(n, e.node):
			look = ", color=red, fontcolor=red, penwidth=2"
		case e.kind != passesOn:
			look = ", style=dashed"
		}
		fmt.Fprintf(b, "  %s -> %s [label=%s%s];\n", name(n), name(e.node), quote(e.kind), look)
	}
	if stance, look, ok := g.stance(n); ok {
		fmt.Fprintf(b, "  %s -> claim [label=%s%s];\n", name(n), quote(stance), look)
	}
}

// stance says what a statement says of the claim, and how its arrow looks, and false
// where what it passes on says that for it.
func (g *graph) stance(n *node) (stance, look string, ok bool) {
	a, _ := g.v.Attribution(dispute.AttributionID(n.ref.ID))
	stance = a.Stance.String()
	if a.Strength == dispute.StrengthCategorical {
		stance += " categorically"
	} else if a.Strength == dispute.StrengthHedged {
		stance += " in hedged terms"
	}
	switch n.part {
	case rootFor, rootAgainst:
		if n.ref.Kind == dispute.ItemSource {
			stance = "reports it"
		}
		if c, ok := g.v.Claim(n.root.Claim); ok {
			stance += " that\n" + wrap(c.Text, 30)
		}
	case dropped:
		stance += " (no longer counted)"
	case unsourced:
		stance += ", of unknown origin"
	default:
		// What is passed on speaks for itself, unless that leads nowhere.
		circular := slices.ContainsFunc(n.to, func(e edge) bool { return g.inCircle(n, e.node) })
		if len(n.to) > 0 && !circular || a.Claim == "" {
			return "", "", false
		}
		stance, look = stance+", without an origin", ", style=dotted"
	}
	return stance, look, true
}

// title names a source without naming a confidential one.
func title(s dispute.Source) string {
	switch {
	case s.Confidential:
		return "a confidential source"
	case s.Title == "":
		return string(s.ID)
	}
	return s.Title
}

// quote writes a string of the DOT language whose text is shown as it is:
// Graphviz reads backslash sequences and HTML entities in labels.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '&':
			b.WriteString("&amp;")
		case r == '\n':
			b.WriteString(`\n`)
		case unicode.IsControl(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// wrap breaks text between words into lines of at most so many characters,
// where the words allow it.
func wrap(s string, width int) string {
	var b strings.Builder
	length := 0
	for _, word := range strings.Fields(s) {
		n := len([]rune(word))
		switch {
		case length == 0:
		case length+1+n > width:
			b.WriteByte('\n')
			length = 0
		default:
			b.WriteByte(' ')
			length++
		}
		b.WriteString(word)
		length += n
	}
	return b.String()
}
