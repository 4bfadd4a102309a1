package briefing

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/english"
)

// rest tells everything, each thing once.
func (t *teller) rest(relations []relation, screen []Section) (list []Section) {
	n := newNotebook(t)
	t.numbered = true
	list = append(list, t.timeline(n))
	list = append(list, t.claimSections(n)...)
	list = append(list, t.relationTable(relations), t.allOpen(screen), t.rivals(), t.conflicts())
	list = append(list, n.sections()...)
	return slices.DeleteFunc(list, func(s Section) bool { return len(s.Lines) == 0 })
}

// timelineLead explains what the legend of the screen has no room for.
const timelineLead = "≤2:1 is at most two origins for it and one against. Own act: whoever did it says so on the record, which is " +
	"doing it. The last column has the numbers of statements below; indirectly is by what is said on a related claim."

// timeline is a table of all events.
func (t *teller) timeline(n *notebook) Section {
	s := Section{Name: "timeline", Title: "Timeline", Lead: timelineLead, Columns: []string{"No.", "When", "What", "Stands", "Statements"}}
	for i, m := range t.events {
		number := strconv.Itoa(i + 1)
		stands := m.mark.String()
		if !took(m.phase) && m.mark.Label == dispute.LabelUnasserted {
			stands = ""
		}
		if v := t.verdict(m.status); v != "" {
			stands += ", " + v
		}
		s.Lines = append(s.Lines, Line{Number: number, Mark: m.mark, Items: refs(m.ref()),
			Cells: []string{number, t.when(m.event), t.eventName(m.event) + t.besides(m.event), stands, n.told(m)}})
	}
	return s
}

// besides tells where an event was and names the events to which it is tied, but
// for what it only comes after: the dates tell that.
func (t *teller) besides(e dispute.Event) string {
	var list []string
	if e.Place != "" {
		list = append(list, e.Place)
	}
	for _, l := range e.Links {
		if other, ok := t.v.Event(l.Event); ok && l.Kind != dispute.LinkAfter {
			list = append(list, english.Words(l.Kind.String())+" no. "+strconv.Itoa(t.place[other.ID]))
		}
	}
	if list == nil {
		return ""
	}
	return " (" + strings.Join(list, "; ") + ")"
}

// told names the statements on a matter, and of an event that has not taken place
// who announced it.
func (n *notebook) told(m matter) string {
	text := n.mentions(m.status)
	if !m.isEvent() || took(m.phase) {
		return text
	}
	var sources []string
	for _, id := range m.event.Sources {
		sources = append(sources, n.source(id))
	}
	if text != "" && sources != nil {
		text += "; "
	}
	return text + english.List(sources)
}

// claimSections lists the claims by how they stand.
func (t *teller) claimSections(n *notebook) (list []Section) {
	for _, label := range ranks {
		s := Section{Name: "claims-" + label.String(), Title: "Claims " + label.String() + ": " + meanings[label], Mark: Mark{Label: label}}
		var some []matter
		told := map[dispute.ClaimID]string{}
		for _, m := range t.claims {
			if m.mark.Label == label {
				some = append(some, m)
				told[m.claim.ID] = n.mentions(m.status)
			}
		}
		key := func(m matter) string { return m.mark.String() + told[m.claim.ID] + t.verdict(m.status) }
		for _, c := range t.choruses(some, key) {
			m := c.matters[0]
			l := Line{Head: english.UpperFirst(c.text(t)), Mark: m.mark, Text: told[m.claim.ID]}
			if v := t.verdict(m.status); v != "" {
				l.Text = v + "; " + l.Text
			}
			for _, x := range c.matters {
				l.Items = append(l.Items, x.ref())
			}
			l.Items = refs(l.Items...)
			s.Lines = append(s.Lines, l)
		}
		list = append(list, s)
	}
	return list
}

// allOpen lists what is open where the screen has not all of it.
func (t *teller) allOpen(screen []Section) Section {
	s := Section{Name: "all-open", Title: "All that is open"}
	for _, x := range screen {
		cut := func(l Line) bool { return strings.Contains(l.Text, ellipsis) }
		if x.Name != "open" || x.More == 0 && !slices.ContainsFunc(x.Lines, cut) {
			continue
		}
		for _, m := range t.openMatters() {
			s.Lines = append(s.Lines, t.openLine(m))
		}
	}
	return s
}

// rivals lists the figures and the dates on which those who give them differ.
func (t *teller) rivals() Section {
	s := Section{Name: "rivals", Title: "Rival figures and dates"}
	for x := range t.v.AllFigures() {
		if x.Distinct > 1 || len(x.Series) > 0 {
			s.Lines = append(s.Lines, Line{Head: english.UpperFirst(t.plain(x.String())), Items: refs(x.Event.Ref())})
		}
	}
	for x := range t.v.AllDates() {
		if x.Starts > 1 || x.Ends > 1 || len(x.Series) > 0 {
			s.Lines = append(s.Lines, Line{Head: english.UpperFirst(t.plain(x.String())), Items: refs(x.Event.Ref())})
		}
	}
	return s
}

// conflicts lists what does not go together.
func (t *teller) conflicts() Section {
	s := Section{Name: "conflicts", Title: "What does not go together"}
	for _, c := range t.v.Conflicts() {
		s.Lines = append(s.Lines, Line{Text: english.UpperFirst(t.plain(c.String())), Items: refs(slices.Clone(c.Items)...)})
	}
	return s
}
