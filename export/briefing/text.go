package briefing

import (
	"strings"
	"unicode/utf8"

	"github.com/dispute-go/dispute/internal/markup"
)

// Text returns the briefing as plain text, in lines of at most 114 characters
// (longer words aside). Cells of a table are separated by " | ".
func (b Briefing) Text() string {
	var p plainText
	b.print(&p)
	return p.String()
}

const textWidth = 114

// plainText lays a briefing out as plain text.
type plainText struct{ strings.Builder }

// wrapped writes a text in lines, the first after a lead, the others indented.
func (p *plainText) wrapped(lead, text, indent string) {
	column := utf8.RuneCountInString(lead)
	p.WriteString(lead)
	for i, word := range strings.Fields(markup.Line(text)) {
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case column+1+n > textWidth:
			p.WriteString("\n" + indent)
			column = len(indent)
		default:
			p.WriteByte(' ')
			column++
		}
		p.WriteString(word)
		column += n
	}
	p.WriteByte('\n')
}

func (p *plainText) title(text string)    { p.wrapped("", clip(text, 2*nameWords), "") }
func (p *plainText) scope(text string)    { p.wrapped("", text, "") }
func (p *plainText) lead(text string)     { p.wrapped("", text, "") }
func (p *plainText) section(title string) { p.wrapped("\n", strings.ToUpper(title), "") }

func (p *plainText) legend(lines []string) {
	for _, l := range lines {
		p.wrapped("", l, "  ")
	}
}

func (p *plainText) item(number string, x parts, beneath []parts) {
	lead := "- "
	if number != "" {
		lead = number + ". "
	}
	p.wrapped(lead, headed(x), "  ")
	var lines []string
	for i, x := range beneath {
		if last := len(lines) - 1; i > 0 && utf8.RuneCountInString(lines[last]+headed(x)) < textWidth-4 {
			lines[last] += "; " + headed(x)
		} else {
			lines = append(lines, headed(x))
		}
	}
	for _, l := range lines {
		p.wrapped("  ", l, "    ")
	}
}

// headed is a whole line.
func headed(x parts) string {
	if x.head == "" || x.rest() == "" {
		return x.head + x.rest()
	}
	return x.head + ": " + x.rest()
}

func (p *plainText) table(columns []string, rows [][]string) {
	p.wrapped("", strings.Join(columns, " | "), "  ")
	for _, r := range rows {
		p.wrapped("", strings.Join(r, " | "), "  ")
	}
}
