// Package mermaid writes a view in the language of Mermaid (mermaid.js.org), which many
// sites draw where they show Markdown.
//
// Every text is escaped, so that it is shown as it is: a colon or a semicolon in a text
// would begin another event. No name is told of who spoke in confidence. What a timeline
// does not hold are bounds of dates beside their words, links between events, and reasons.
// It cannot be read back.
package mermaid

import (
	"strconv"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/markup"
)

// Timeline returns the events of a view as a timeline, in the order of
// [dispute.View.Timeline], with a section for each year: when each was, and in a sentence
// what is said to have happened and who says so. Events without a date are in a section
// of their own, at their place in the order. The lens is said in the title. A nil view
// has no events. The cost is near-linear in the events.
func Timeline(v *dispute.View, title string) string {
	var b strings.Builder
	b.WriteString("timeline\n")
	if title = titled(v, title); title != "" {
		b.WriteString("    title " + markup.Mermaid(title) + "\n")
	}
	section := ""
	for _, e := range v.Timeline().Entries {
		if s := sectionOf(e.Span); s != section {
			section = s
			b.WriteString("    section " + section + "\n")
		}
		when := e.Span.String()
		if when == "" {
			when = "without a date"
		}
		b.WriteString("        " + markup.Mermaid(when) + " : " + markup.Mermaid(v.Sentence(e.Event.Ref())) + "\n")
	}
	return b.String()
}

// titled adds the lens to a title.
func titled(v *dispute.View, title string) string {
	l := v.Lens()
	var parts []string
	if title != "" {
		parts = append(parts, title)
	}
	if !l.KnownBy.IsZero() {
		parts = append(parts, "as known by "+l.KnownBy.English())
	}
	if !l.RecordedBy.IsZero() {
		parts = append(parts, "as on file by "+l.RecordedBy.English())
	}
	if l.Standpoint != "" {
		a, _ := v.Actor(l.Standpoint)
		parts = append(parts, "as "+a.Name+" tells it")
	}
	return strings.Join(parts, ", ")
}

// sectionOf is the year in which an event began, as far as that is known.
func sectionOf(s dispute.Span) string {
	switch {
	case !s.EarliestStart.IsZero() && s.EarliestStart.Year() == s.LatestStart.Year():
		return strconv.FormatInt(s.EarliestStart.Year(), 10)
	case !s.EarliestStart.IsZero():
		return "since " + strconv.FormatInt(s.EarliestStart.Year(), 10)
	case !s.LatestStart.IsZero():
		return "by " + strconv.FormatInt(s.LatestStart.Year(), 10)
	}
	return "without a date"
}
