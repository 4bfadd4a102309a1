package briefing

import (
	"fmt"
	"strings"
)

// A layout is one form of text in which a briefing is printed. Texts are given as
// they are on file; a layout escapes them.
type layout interface {
	title(text string)
	scope(text string)
	legend(lines []string)
	section(title string)
	lead(text string)
	item(number string, parts parts, beneath []parts)
	table(columns []string, rows [][]string)
}

// parts are what one line says: what it is about, how that stands, and the rest.
type parts struct{ head, mark, text string }

// print puts a briefing into a layout.
func (b Briefing) print(to layout) {
	to.title(b.Title)
	to.scope(b.Scope)
	if len(b.Legend) > 0 {
		to.legend(b.Legend)
	}
	for _, list := range [][]Section{b.Screen, b.Rest} {
		for _, s := range list {
			s.print(to)
		}
	}
}

func (s Section) print(to layout) {
	title := s.Title
	switch {
	case s.More > 0 && len(s.Lines) > 0:
		title += fmt.Sprintf(" (and %d more)", s.More)
	case s.More > 0:
		title += fmt.Sprintf(" (%d)", s.More)
	}
	to.section(title)
	if s.Lead != "" {
		to.lead(s.Lead)
	}
	if len(s.Columns) > 0 {
		rows := make([][]string, len(s.Lines))
		for i, l := range s.Lines {
			rows[i] = l.Cells
		}
		to.table(s.Columns, rows)
	} else {
		for _, l := range s.Lines {
			var beneath []parts
			for _, x := range l.Lines {
				beneath = append(beneath, x.parts(s.Mark))
			}
			to.item(l.Number, l.parts(s.Mark), beneath)
		}
	}
}

// parts returns what a line says; of its mark it leaves out what all lines of the
// section have in common.
func (l Line) parts(common Mark) parts {
	p := parts{head: l.Head, text: l.Text}
	switch {
	case l.Mark == (Mark{}) || l.Mark.bare() == common:
	case l.Mark.Label == common.Label:
		p.mark = strings.TrimPrefix(l.Mark.String(), l.Mark.Label.String()+" ")
	case len(l.Lines) > 0:
		p.mark = l.Mark.short()
	default:
		p.mark = l.Mark.String()
	}
	return p
}

// rest is the mark and the text, with what stands between.
func (p parts) rest() string {
	if p.mark != "" && p.text != "" {
		return p.mark + "; " + p.text
	}
	return p.mark + p.text
}
