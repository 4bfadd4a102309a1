package briefing

import (
	"html"
	"strings"

	"github.com/dispute-go/dispute/internal/markup"
)

// HTML returns the briefing as a fragment of HTML: one article element, to be put
// into a page of UTF-8. Texts of the record are escaped; it has no links, styles or
// scripts.
func (b Briefing) HTML() string {
	h := hypertext{}
	h.WriteString("<article class=\"briefing\">\n")
	b.print(&h)
	h.endList()
	h.WriteString("</article>\n")
	return h.String()
}

// hypertext lays a briefing out as HTML.
type hypertext struct {
	strings.Builder
	inList bool
}

// element writes one element on a line of its own.
func (h *hypertext) element(name, text string) {
	h.endList()
	h.WriteString("<" + name + ">" + safe(text) + "</" + name + ">\n")
}

func (h *hypertext) endList() {
	if h.inList {
		h.WriteString("</ul>\n")
		h.inList = false
	}
}

// safe is a text on one line in which nothing is markup.
func safe(text string) string { return html.EscapeString(markup.Line(text)) }

func (h *hypertext) title(text string)    { h.element("h1", text) }
func (h *hypertext) scope(text string)    { h.element("p", text) }
func (h *hypertext) lead(text string)     { h.element("p", text) }
func (h *hypertext) section(title string) { h.element("h2", title) }

func (h *hypertext) legend(lines []string) {
	for _, l := range lines {
		h.element("p", l)
	}
}

func (h *hypertext) item(number string, x parts, beneath []parts) {
	if !h.inList {
		h.WriteString("<ul>\n")
		h.inList = true
	}
	h.WriteString("<li>")
	if number != "" {
		h.WriteString(safe(number) + ". ")
	}
	h.WriteString(strong(x))
	for _, x := range beneath {
		h.WriteString("<br>" + strong(x))
	}
	h.WriteString("</li>\n")
}

// strong is a whole line, what it is about in bold.
func strong(x parts) string {
	if x.head == "" {
		return safe(x.rest())
	}
	head := "<strong>" + safe(x.head) + "</strong>"
	if x.rest() == "" {
		return head
	}
	return head + ": " + safe(x.rest())
}

func (h *hypertext) table(columns []string, rows [][]string) {
	h.endList()
	h.WriteString("<table>\n")
	for i, r := range append([][]string{columns}, rows...) {
		cell := "td"
		if i == 0 {
			cell = "th"
		}
		h.WriteString("<tr>")
		for _, c := range r {
			h.WriteString("<" + cell + ">" + safe(c) + "</" + cell + ">")
		}
		h.WriteString("</tr>\n")
	}
	h.WriteString("</table>\n")
}
