package briefing

import (
	"strings"

	"github.com/dispute-go/dispute/internal/markup"
)

// Markdown returns the briefing as Markdown (CommonMark 0.31, and tables of GitHub
// Flavored Markdown 0.29). Texts of the record are escaped.
func (b Briefing) Markdown() string {
	var m markdown
	b.print(&m)
	return m.String()
}

// markdown lays a briefing out as Markdown. What begins a new line within an item
// stands after a hard line break.
type markdown struct{ strings.Builder }

func (m *markdown) line(list ...string) {
	m.WriteString(strings.Join(list, ""))
	m.WriteByte('\n')
}

func (m *markdown) title(text string)    { m.line("# ", markup.Markdown(clip(text, 2*nameWords)), "\n") }
func (m *markdown) scope(text string)    { m.line(markup.Markdown(text)) }
func (m *markdown) lead(text string)     { m.line(markup.Markdown(text), "\n") }
func (m *markdown) section(title string) { m.line("\n## ", markup.Markdown(title), "\n") }

func (m *markdown) legend(lines []string) {
	m.line("\n", strings.Join(escaped(lines), "\\\n"))
}

func (m *markdown) item(number string, x parts, beneath []parts) {
	lead := "- "
	if number != "" {
		lead += number + "\\. " // else a note would begin a list within the list
	}
	lines := []string{lead + bold(x)}
	for _, x := range beneath {
		lines = append(lines, "  "+bold(x))
	}
	m.line(strings.Join(lines, "\\\n"))
}

// bold is a whole line, what it is about in bold.
func bold(x parts) string {
	rest := markup.Markdown(x.rest())
	switch {
	case x.head == "":
		return rest
	case rest == "":
		return "**" + markup.Markdown(x.head) + "**"
	}
	return "**" + markup.Markdown(x.head) + "**: " + rest
}

func escaped(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = markup.Markdown(s)
	}
	return out
}

func (m *markdown) table(columns []string, rows [][]string) {
	m.line("| ", strings.Join(escaped(columns), " | "), " |")
	m.line("|", strings.Repeat("---|", len(columns)))
	for _, r := range rows {
		m.line("| ", strings.Join(escaped(r), " | "), " |")
	}
}
