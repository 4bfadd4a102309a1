package reasons

import (
	"fmt"
	"iter"
	"strings"
	"unicode"
)

// A Line is one line of the outline of a graph.
type Line struct {
	// Node is the index of the node the line is about.
	Node int
	// Depth is 0 for a line by itself, and one more than that of the line it
	// is a reason for otherwise.
	Depth int
	// Open says that the node's own reasons follow, one deeper. A node is open
	// in one line only; where it comes up elsewhere it is only mentioned.
	Open bool
	// Number tells nodes apart that have reasons and come up more than once,
	// counted from 1 in the order in which they come up; 0 for all others.
	Number int
}

// outlineDepth is how deep an outline goes before it goes on by itself.
const outlineDepth = 12

// Outline yields the graph as the lines of an outline, from the root down. A
// node is open where it is nearest to the root, so that the outline is as flat
// as the graph allows; what lies deeper than twelve steps is opened in a line by
// itself further down. There are as many lines as the graph has edges, and one
// more for the root and for each line by itself: never as many as it has paths.
//
// The order is that of Nodes and Because, and so canonical. An index of a node
// that is not there is passed over.
func (g Graph) Outline() iter.Seq[Line] {
	return func(yield func(Line) bool) {
		o := g.outline()
		if o == nil {
			return
		}
		for len(o.apart) > 0 {
			start := o.apart[0]
			o.apart = o.apart[1:]
			if !o.write(start, yield) {
				return
			}
		}
	}
}

// Edges yields every pair of a node and one it rests on, as indexes of Nodes,
// ascending: what a drawing of the graph needs beside Nodes.
func (g Graph) Edges() iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for i, n := range g.Nodes {
			for _, b := range n.Because {
				if g.has(b) && !yield(i, b) {
					return
				}
			}
		}
	}
}

// Text returns the outline as indented lines. What comes up again is
// referred to by number. The zero Graph is "nothing on file".
func (g Graph) Text() string {
	var b strings.Builder
	for line := range g.Outline() {
		n := g.Nodes[line.Node]
		b.WriteString(strings.Repeat("  ", line.Depth))
		if line.Number != 0 && line.Open {
			fmt.Fprintf(&b, "#%d ", line.Number)
		}
		b.WriteString(oneLine(n.Text))
		if n.Rule != "" {
			fmt.Fprintf(&b, " [%s]", oneLine(n.Rule))
		}
		if n.See != "" {
			fmt.Fprintf(&b, " (see %s)", oneLine(n.See))
		}
		if line.Number != 0 && !line.Open {
			fmt.Fprintf(&b, " (see #%d)", line.Number)
		}
		b.WriteByte('\n')
	}
	if b.Len() == 0 {
		return "nothing on file"
	}
	return b.String()
}

// Markdown returns the outline as a nested list (CommonMark), in which what
// comes up again is referred to by number. Names and texts are escaped. The
// zero Graph is a list of one line, "nothing on file".
func (g Graph) Markdown() string {
	var b strings.Builder
	for line := range g.Outline() {
		n := g.Nodes[line.Node]
		b.WriteString(strings.Repeat("  ", line.Depth))
		b.WriteString("- ")
		if line.Number != 0 && line.Open {
			fmt.Fprintf(&b, "**(%d)** ", line.Number)
		}
		b.WriteString(markdownText(n.Text))
		if n.Rule != "" {
			fmt.Fprintf(&b, " *(%s)*", markdownText(n.Rule))
		}
		if n.See != "" {
			fmt.Fprintf(&b, ", see %s", markdownText(n.See))
		}
		if line.Number != 0 && !line.Open {
			fmt.Fprintf(&b, ", see **(%d)**", line.Number)
		}
		b.WriteByte('\n')
	}
	if b.Len() == 0 {
		return "- nothing on file\n"
	}
	return b.String()
}

// has reports whether there is a node of this index.
func (g Graph) has(node int) bool { return node >= 0 && node < len(g.Nodes) }

// outline is the state of writing an outline.
type outline struct {
	g        Graph
	steps    []int  // by node: the least number of steps from the root, or -1
	repeated []bool // by node: it has reasons and comes up more than once
	opened   []bool
	number   []int
	numbers  int
	apart    []int // nodes to be opened in a line by themselves, in order
}

// outline returns nil when there is no root.
func (g Graph) outline() *outline {
	if !g.has(g.Root) {
		return nil
	}
	n := len(g.Nodes)
	o := &outline{g: g, steps: make([]int, n), repeated: make([]bool, n), opened: make([]bool, n), number: make([]int, n), apart: []int{g.Root}}
	for i := range o.steps {
		o.steps[i] = -1
	}
	o.steps[g.Root] = 0
	mentioned := make([]bool, n)
	mentioned[g.Root] = true
	reached := []int{g.Root}
	for i := 0; i < len(reached); i++ {
		for _, b := range g.Nodes[reached[i]].Because {
			if !g.has(b) {
				continue
			}
			if o.steps[b] < 0 {
				o.steps[b] = o.steps[reached[i]] + 1
				reached = append(reached, b)
			}
			if mentioned[b] || o.byItself(b) {
				o.repeated[b] = len(g.Nodes[b].Because) > 0
			}
			mentioned[b] = true
		}
	}
	return o
}

// byItself reports whether a node is opened in a line by itself.
func (o *outline) byItself(node int) bool {
	return o.steps[node]%outlineDepth == 0 && len(o.g.Nodes[node].Because) > 0
}

// write writes the lines from a node that stands by itself.
func (o *outline) write(start int, yield func(Line) bool) bool {
	type step struct{ node, depth int }
	stack := []step{{start, 0}}
	for len(stack) > 0 {
		s := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		line := Line{Node: s.node, Depth: s.depth}
		because := o.g.Nodes[s.node].Because
		if s.depth == 0 || o.steps[s.node] == o.steps[start]+s.depth {
			switch {
			case o.opened[s.node] || len(because) == 0:
			case s.depth > 0 && o.byItself(s.node):
				if o.number[s.node] == 0 { // its first mention
					o.apart = append(o.apart, s.node)
				}
			default:
				line.Open = true
				o.opened[s.node] = true
			}
		}
		if o.repeated[s.node] {
			if o.number[s.node] == 0 {
				o.numbers++
				o.number[s.node] = o.numbers
			}
			line.Number = o.number[s.node]
		}
		if !yield(line) {
			return false
		}
		if line.Open {
			for i := len(because) - 1; i >= 0; i-- {
				if o.g.has(because[i]) {
					stack = append(stack, step{because[i], s.depth + 1})
				}
			}
		}
	}
	return true
}

// oneLine returns text without what would break a line.
func oneLine(text string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsControl(c) || c == '\u2028' || c == '\u2029' {
			return ' '
		}
		return c
	}, text)
}

// markdownText returns text that stands for itself in a line of Markdown.
func markdownText(text string) string {
	text = strings.TrimSpace(oneLine(text))
	var b strings.Builder
	digits := 0 // so far only digits, which would begin a list with what follows
	for i, c := range text {
		special := strings.ContainsRune("\\`*_[]<>&~|#!^$@:", c) && !strings.HasPrefix(text[i:], ": ") // which links nothing
		start := i == 0 && strings.ContainsRune("-+=", c)
		if special || start || digits == i && i > 0 && (c == '.' || c == ')') {
			b.WriteByte('\\')
		}
		if c >= '0' && c <= '9' && digits == i {
			digits = i + 1
		}
		b.WriteRune(c)
	}
	return b.String()
}
