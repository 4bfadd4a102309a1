package briefing

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/english"
)

// mentions names by their numbers all statements that bear on something, and what
// each of them does there.
func (n *notebook) mentions(s dispute.Status) string {
	var parts []string
	add := func(word string, notes []int) {
		if text := numbers(notes); text != "" {
			parts = append(parts, word+" "+text)
		}
	}
	for _, side := range []struct {
		word string
		of   dispute.Side
	}{{"for", s.For}, {"against", s.Against}} {
		direct, elsewhere := n.roots(side.of, s.Event)
		add(side.word, direct)
		add("indirectly "+side.word, elsewhere)
	}
	add("passed on", n.statements(s.Relays))
	add("of unknown origin", n.statements(s.Unsourced))
	var responses []dispute.AttributionID
	for _, r := range s.Responses {
		responses = append(responses, r.Attribution)
	}
	add("neither way", n.statements(responses))
	add("readings", n.statements(s.Interpretations))
	for _, d := range s.Dropped {
		parts = append(parts, n.dropped(d, s.Event))
	}
	return strings.Join(parts, "; ")
}

// roots returns the notes of a side, those on another claim apart.
func (n *notebook) roots(s dispute.Side, event dispute.EventID) (direct, elsewhere []int) {
	for r := range spoken(s) {
		about, number := event, 0
		if c, ok := n.t.v.Claim(r.Claim); ok && r.Claim != "" {
			about = c.Content.Occurred
		}
		if r.Attribution != "" {
			number = n.statement(r.Attribution)
		} else {
			number = n.report(about, r.Source)
		}
		if r.Claim == "" {
			direct = append(direct, number)
		} else {
			elsewhere = append(elsewhere, number)
		}
	}
	return direct, elsewhere
}

func (n *notebook) statements(ids []dispute.AttributionID) (list []int) {
	for _, id := range ids {
		list = append(list, n.statement(id))
	}
	return list
}

// dropped tells a statement that no longer counts, and by what.
func (n *notebook) dropped(d dispute.Dropped, event dispute.EventID) string {
	var number int
	if d.Attribution != "" {
		number = n.statement(d.Attribution)
	} else {
		number = n.report(event, d.Source)
	}
	text := "no longer counted " + strconv.Itoa(number) + " (" + english.Words(d.Why.String())
	if by := numbers(n.statements(d.By)); by != "" {
		text += " by " + by
	}
	if d.Impeached != "" {
		text += ", as was " + n.source(d.Impeached)
	}
	return text + ")"
}

// numbers lists the numbers of notes, each once and ascending, runs of three and
// more by their ends.
func numbers(list []int) string {
	list = slices.Clone(list)
	slices.Sort(list)
	list = slices.Compact(list)
	var parts []string
	for i := 0; i < len(list); {
		j := i
		for j+1 < len(list) && list[j+1] == list[j]+1 {
			j++
		}
		switch {
		case list[i] == 0: // leads back to what is being told
			j = i
		case j-i > 1:
			parts = append(parts, strconv.Itoa(list[i])+"–"+strconv.Itoa(list[j]))
		default:
			j = i
			parts = append(parts, strconv.Itoa(list[i]))
		}
		i = j + 1
	}
	return strings.Join(parts, ", ")
}

// sections returns the notes and their sources.
func (n *notebook) sections() (list []Section) {
	for i := 0; i < len(n.listed); i++ { // sources lead to further ones
		n.sourceLine(n.listed[i])
	}
	var sources []Line
	for _, id := range n.listed {
		sources = append(sources, n.sourceLine(id))
	}
	for i := range n.notes {
		n.notes[i].Items = refs(n.notes[i].Items...)
	}
	return []Section{
		{Name: "statements", Title: "Statements, by the numbers used above", Lines: n.notes},
		{Name: "sources", Title: "Sources", Lines: sources},
	}
}

func (n *notebook) sourceLine(id dispute.SourceID) Line {
	l := Line{Number: n.source(id), Items: refs(id.Ref())}
	s, ok := n.t.v.Source(id)
	switch {
	case !ok:
		l.Text = "a source that is not on file"
		return l
	case s.Confidential:
		l.Text = "a confidential source"
		return l
	}
	l.Text = n.t.v.Sentence(s.ID.Ref())
	if s.Title == "" {
		l.Text = strings.Replace(l.Text, "“the "+string(s.Kind)+" "+string(s.ID)+"”", n.t.sourceName(s.ID), 1)
	}
	for _, c := range s.Custody {
		how := c.How
		if how == "" {
			how = "held"
		}
		l.Text += ", " + how + " by " + n.t.name(c.Holder)
	}
	var from []string
	for _, id := range s.DerivedFrom {
		from = append(from, n.source(id))
	}
	if from != nil {
		l.Text += ", made with the help of " + english.List(from)
	}
	if s.ReprintOf != "" {
		l.Text += ", a reprint of " + n.source(s.ReprintOf)
	}
	return l
}
