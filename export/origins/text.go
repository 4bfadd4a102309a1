package origins

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/english"
)

// text writes the graph as indented lines: under each first-hand statement
// those that pass it on.
func (g *graph) text() string {
	w := writer{graph: g, seen: map[*node]bool{}}
	w.line(0, "%s [%s]", english.UpperFirst(g.claim.Text), g.claim.ID)
	w.line(0, "%s", g.status)
	w.line(0, "%s", g.summary())
	w.side("Said first-hand", rootFor, g.status.For)
	w.side("Denied first-hand, or contradicted", rootAgainst, g.status.Against)
	w.list("Withdrawn or undercut, and no longer counted", dropped)
	w.circular()
	w.list("Of unknown origin", unsourced)
	w.rest("Passed on, but not from any of these", relay)
	w.list("Answers that take neither side", response)
	w.list("Readings of what somebody said", reading)
	w.rest("Other statements on these statements", beside)
	return w.String()
}

type writer struct {
	strings.Builder
	*graph
	seen map[*node]bool
}

// line writes one line, with whatever would break it made a space.
func (w *writer) line(depth int, format string, args ...any) {
	text := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, fmt.Sprintf(format, args...))
	fmt.Fprintf(w, "%s%s\n", strings.Repeat("  ", depth), text)
}

// summary counts statements and those who make them against origins.
func (g *graph) summary() string {
	speakers := map[dispute.ActorID]bool{}
	statements := 0
	for _, n := range g.list() {
		switch n.part {
		case rootFor, rootAgainst, relay, unsourced:
			statements++
			for _, id := range g.signatories(n) {
				speakers[id] = true
			}
		}
	}
	if statements == 0 {
		return "nobody is on file as saying so or denying it"
	}
	text := fmt.Sprintf("%s by %s: %s for and %s against it",
		count(statements, "statement"), count(len(speakers), "known speaker"), origins(g.status.For), origins(g.status.Against))
	if g.status.For.Origins > 1 || g.status.Against.Origins > 1 {
		text += "; independence is not established"
	}
	return text
}

func origins(side dispute.Side) string {
	if side.Origins == 0 {
		return "no origin"
	}
	return "at most " + count(side.Origins, "origin")
}

// side writes the roots of one side by origin.
func (w *writer) side(title string, p part, side dispute.Side) {
	roots := w.of(p)
	if len(roots) == 0 {
		return
	}
	w.line(0, "")
	w.line(0, "%s: %s", title, origins(side))
	for i, n := range roots {
		if i == 0 || n.root.Origin != roots[i-1].root.Origin {
			if n.root.Origin == 0 {
				w.line(1, "adding no origin, as a signatory has one already")
			} else {
				w.line(1, "origin %d", n.root.Origin)
			}
		}
		w.node(2, n, "")
		if c, ok := w.v.Claim(n.root.Claim); ok {
			w.line(3, "on another claim that bears on this one: %s [%s]", c.Text, c.ID)
		}
		if m := marks(n.root); m != nil {
			w.line(3, "%s", strings.Join(m, ", "))
		}
		w.onIt(3, n)
	}
}

func (w *writer) list(title string, p part) {
	w.write(title, w.of(p))
}

// rest writes the nodes with a part that have not been written yet.
func (w *writer) rest(title string, p part) {
	var nodes []*node
	for _, n := range w.of(p) {
		if !w.seen[n] {
			nodes = append(nodes, n)
		}
	}
	w.write(title, nodes)
}

func (w *writer) write(title string, nodes []*node) {
	if len(nodes) == 0 {
		return
	}
	w.line(0, "")
	w.line(0, "%s:", title)
	for _, n := range nodes {
		if n.part == dropped {
			w.node(1, n, n.why.String()+": ")
		} else {
			w.node(1, n, "")
		}
		w.onIt(2, n)
	}
}

// node writes a statement.
func (w *writer) node(depth int, n *node, lead string) {
	w.line(depth, "%s%s [%s]", lead, w.sentence(n), n.ref.ID)
	w.seen[n] = true
}

// onIt writes the statements about a statement, and those about them, each
// once.
func (w *writer) onIt(depth int, n *node) {
	for _, e := range n.from {
		if w.seen[e.node] {
			w.line(depth, "%s; see above: [%s]", kindBy[e.kind], e.node.ref.ID)
			continue
		}
		if e.node.part != relay && e.node.part != beside {
			w.line(depth, "%s; see under its own head: [%s]", kindBy[e.kind], e.node.ref.ID)
			continue
		}
		w.node(depth, e.node, kindBy[e.kind]+": ")
		w.onIt(depth+1, e.node)
	}
}

// kindBy says an edge's kind from its other end.
var kindBy = map[string]string{
	passesOn:                      "passed on",
	"says it was said":            "said to have been said",
	"implies it was said":         "implied to have been said",
	"denies it was said":          "denied to have been said",
	"neither confirms nor denies": "neither confirmed nor denied",
	"declines comment on":         "not commented on",
	"has not responded to":        "not responded to",
	"reads":                       "read",
	"withdraws":                   "withdrawn",
	"undercuts":                   "undercut",
}

// circular writes the circles of citations.
func (w *writer) circular() {
	if len(w.circles) == 0 {
		return
	}
	w.line(0, "")
	w.line(0, "Circular reporting: each passes on another, and none of them is an origin:")
	for i, c := range w.circles {
		w.line(1, "circle %d", i+1)
		for _, ref := range c.Items {
			if n := w.nodes[ref]; n != nil {
				w.node(2, n, "")
				for _, e := range n.to {
					if w.inCircle(n, e.node) {
						w.line(3, "%s [%s]", e.kind, e.node.ref.ID)
					}
				}
				for _, e := range n.from {
					if !w.inCircle(n, e.node) && !w.seen[e.node] {
						w.node(3, e.node, kindBy[e.kind]+": ")
						w.onIt(4, e.node)
					}
				}
			}
		}
	}
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
