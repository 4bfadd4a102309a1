package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/examples/internal/program"
)

// A section is one part of the briefing.
type section int

const (
	happened section = iota
	learnt
	corrected
	expected
	passed
)

var sections = []struct{ title, lead string }{
	happened:  {"What happened", "It happened after %s, if it did; how it stands is said with it."},
	learnt:    {"What was learnt", "It is newly told since %s, or told more precisely. It may have been so before."},
	corrected: {"What was corrected", "It was told otherwise by %s, was withdrawn, or is no longer on file."},
	expected:  {"What is expected", "It had not happened by %s and has been announced since."},
	passed:    {"What the passing of time changed", "No item that came in after %s accounts for it."},
}

// sectionOf returns where changes of a kind belong, and false for a kind that
// changes no answer.
func sectionOf(k dispute.ChangeKind) (section, bool) {
	switch k {
	case dispute.ChangeWorld:
		return happened, true
	case dispute.ChangeLearnt:
		return learnt, true
	case dispute.ChangeCorrected:
		return corrected, true
	case dispute.ChangeLens:
		return passed, true
	}
	return 0, false
}

// A subject is what several changes are about: an event, a claim, and so on.
// Subjects are listed by rank, then by place, then by ID.
type subject struct {
	rank, place int
	id          string
}

const (
	rankEvent = iota
	rankClaim
	rankRelation
	rankQuestion
	rankConflict
	rankSource
	rankActor
)

func (s subject) compare(o subject) int {
	if c := s.rank - o.rank; c != 0 {
		return c
	}
	if c := s.place - o.place; c != 0 {
		return c
	}
	return strings.Compare(s.id, o.id)
}

// A paragraph is what one section says on one subject.
type paragraph struct {
	head  string // empty for what the subject is called
	lines []line
}

// A line is one sentence; those of lesser order come first.
type line struct {
	order int
	text  string
}

const (
	orderItem = iota
	orderDates
	orderStanding
	orderRivals
	orderStatements
)

// A briefing sorts changes into sections and, in each, by subject.
type briefing struct {
	a, b       *dispute.View
	paragraphs map[section]map[subject]*paragraph
	places     map[dispute.EventID]int // in the timeline, counted from 1
	fresh      map[subject]bool        // events that only b has
	restated   map[subject]bool        // events and claims told as they were and are
	grounds    int                     // answers that rest on other items
}

// brief returns what leads from view a to view b, in Markdown.
func brief(title string, a, b *dispute.View) string {
	if title == "" {
		title = "Untitled record"
	}
	f := briefing{a: a, b: b, paragraphs: map[section]map[subject]*paragraph{}, places: map[dispute.EventID]int{}, fresh: map[subject]bool{}, restated: map[subject]bool{}}
	for i, entry := range b.Timeline().Entries {
		f.places[entry.Event] = i + 1
	}
	changes := dispute.Diff(a, b).Changes
	for _, c := range changes {
		f.meet(c)
	}
	for _, c := range changes {
		f.tell(c)
	}

	var out strings.Builder
	fmt.Fprintf(&out, "# %s: what changed\n\n%s\n", program.Markdown(title), f.preamble())
	for s, words := range sections {
		subjects := f.paragraphs[section(s)]
		if len(subjects) == 0 {
			continue
		}
		fmt.Fprintf(&out, "\n## %s\n\n%s\n\n", words.title, fmt.Sprintf(words.lead, a.Day().English()))
		keys := make([]subject, 0, len(subjects))
		for key := range subjects {
			keys = append(keys, key)
		}
		slices.SortFunc(keys, subject.compare)
		for _, key := range keys {
			f.print(&out, key, subjects[key])
		}
	}
	switch {
	case len(changes) == 0:
		out.WriteString("\nNothing changed.\n")
	case f.grounds > 0:
		fmt.Fprintf(&out, "\nUnchanged, though resting on other items now: %s.\n", count(f.grounds, "answer"))
	}
	return out.String()
}

func (f *briefing) print(out *strings.Builder, key subject, p *paragraph) {
	head, lines := p.head, p.lines
	if head == "" && len(lines) == 1 && key.rank >= rankQuestion {
		head, lines = lines[0].text, nil
	}
	if head == "" {
		head = f.name(key)
	}
	fmt.Fprintf(out, "- %s\n", head)
	slices.SortStableFunc(lines, func(a, b line) int { return a.order - b.order })
	for _, l := range lines {
		fmt.Fprintf(out, "  - %s\n", l.text)
	}
}

func (f *briefing) preamble() string {
	from, to := f.a.Lens(), f.b.Lens()
	text := fmt.Sprintf("From what was on file by %s to what was on file by %s", from.RecordedBy.English(), to.RecordedBy.English())
	if !from.KnownBy.IsZero() {
		text = fmt.Sprintf("From what was public by %s to what was public by %s", from.KnownBy.English(), to.KnownBy.English())
	}
	if actor, ok := f.b.Actor(to.Standpoint); ok {
		return text + ", from the standpoint of " + program.Markdown(actor.Name) + "."
	}
	return text + ", from nobody's standpoint."
}

func (f *briefing) add(s section, key subject, order int, text string) {
	if text != "" {
		p := f.at(s, key)
		p.lines = append(p.lines, line{order, text})
	}
}

// at returns what a section says on a subject, empty at first.
func (f *briefing) at(s section, key subject) *paragraph {
	if f.paragraphs[s] == nil {
		f.paragraphs[s] = map[subject]*paragraph{}
	}
	if f.paragraphs[s][key] == nil {
		f.paragraphs[s][key] = &paragraph{}
	}
	return f.paragraphs[s][key]
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
