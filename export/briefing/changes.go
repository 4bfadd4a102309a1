package briefing

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/english"
)

// A kind of change, in the order in which they are told.
type part int

const (
	happened part = iota
	learnt
	corrected
	announced
	passed
	partsTold
)

var changeSections = [partsTold]struct{ name, title, lead string }{
	happened:  {"happened", "What happened", "After %s, if it did."},
	learnt:    {"learnt", "What was learnt", "Newly told since %s, or more precisely; it may have been so before."},
	corrected: {"corrected", "What was corrected", "Told otherwise by %s, withdrawn, or no longer on file."},
	announced: {"announced", "What is expected", "Announced since %s."},
	passed:    {"passed", "What the passing of time changed", "Nothing that came in after %s accounts for it."},
}

// partOf returns where changes of a kind belong, and false for a kind that changes
// no answer.
func partOf(k dispute.ChangeKind) (part, bool) {
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

// A subject is what several changes are about. Subjects are told by rank, then by
// place, then by ID.
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
	return cmp.Or(cmp.Compare(s.rank, o.rank), cmp.Compare(s.place, o.place), cmp.Compare(s.id, o.id))
}

// A paragraph is what one section says on one subject.
type paragraph struct {
	line  Line
	told  []saying
	names []string // of what is new, for the rest alone
	items []dispute.Ref
	weight
}

// A weight says how much a change matters on the screen.
type weight int

const (
	lightChange    weight = iota // dates, and who says so
	middlingChange               // the pair, what is open, what does not go together
	weightyChange                // what is new, and what stands otherwise
)

// A saying is one change; those of lesser order come first, and those of the last
// one are for the rest alone.
type saying struct {
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

// changes sorts what differs between two views into sections and, in each, by
// subject.
type changes struct {
	a, b       *teller
	notes      *notebook
	paragraphs [partsTold]map[subject]*paragraph
	fresh      map[dispute.EventID]bool // events that only the later view has
	restated   map[dispute.EventID]bool // events told as they were and are
	spoken     map[placed][]int         // the notes on a subject in a section
	grounds    int                      // answers that rest on other items
}

// A placed subject is one in a section.
type placed struct {
	in part
	on subject
}

// Changes briefs on what leads from an earlier view to a later one: what happened,
// what was learnt, what was corrected, what was announced, and what the passing of
// time changed. The views may be of one dossier or of two. Options.Day has no
// meaning here. New statements, sources and actors are in the rest only. The cost
// is that of [dispute.Diff].
func Changes(a, b *dispute.View, o Options) Briefing {
	c := changes{a: newTeller(a), b: newTeller(b), fresh: map[dispute.EventID]bool{}, restated: map[dispute.EventID]bool{}, spoken: map[placed][]int{}}
	c.a.gatherEvents()
	c.b.gatherEvents()
	c.notes = newNotebook(c.b)
	out := Briefing{Title: titleOf(o) + ": what changed", Legend: legend()}
	out.Scope = "From " + c.a.seen() + " to " + c.b.seen() + c.b.standpoint() + "."
	list := dispute.Diff(c.a.v, c.b.v).Changes
	for _, x := range list {
		if t := topicOf(x.Key); t.name == "event" && x.Before.Key == "" {
			e, _ := c.b.v.Event(dispute.EventID(t.ref.ID))
			c.fresh[e.ID] = true
		}
	}
	for _, x := range list {
		c.tell(x)
	}
	var drafts []draft
	for in := range partsTold {
		d, s := c.section(in)
		drafts = append(drafts, d)
		if o.Full && len(s.Lines) > 0 {
			out.Rest = append(out.Rest, s)
		}
	}
	out.Screen = fill(out, drafts)
	if o.Full && len(list) > 0 {
		out.Rest = slices.DeleteFunc(append(out.Rest, c.notes.sections()...), func(s Section) bool { return len(s.Lines) == 0 })
	}
	if len(list) == 0 {
		out.Scope += " Nothing changed."
	}
	if c.grounds > 0 && o.Full {
		unchanged := Section{Name: "unchanged", Title: "Unchanged", Lead: english.Count(c.grounds, "answer") + " that rest on other items now."}
		out.Rest = append(out.Rest, unchanged)
	}
	return out
}

// section returns what one section says: on the screen, and as a whole.
func (c *changes) section(in part) (draft, Section) {
	words := changeSections[in]
	day := "the earlier view"
	if d := c.a.v.Day(); !d.IsZero() {
		day = d.English()
	}
	s := Section{Name: words.name, Title: words.title, Lead: fmt.Sprintf(words.lead, day)}
	d := draft{Section: s}
	s.Name, s.Title, s.Lead = "all-"+s.Name, s.Title+", in full", ""
	subjects := make([]subject, 0, len(c.paragraphs[in]))
	for key := range c.paragraphs[in] {
		subjects = append(subjects, key)
	}
	slices.SortFunc(subjects, subject.compare)
	var screen []weighed
	for _, key := range subjects {
		p := c.paragraphs[in][key]
		slices.SortStableFunc(p.told, func(a, b saying) int { return a.order - b.order })
		l := p.line
		if l.Head == "" {
			l.Head = english.UpperFirst(c.name(key))
		}
		l.Items = refs(p.items...)
		short := l
		var texts []string
		for _, x := range p.told {
			l.Lines = append(l.Lines, Line{Text: x.text})
			if x.order < orderStatements {
				texts = append(texts, x.text)
			}
		}
		if said := numbers(c.spoken[placed{in, key}]); said != "" {
			l.Lines = append(l.Lines, Line{Text: "newly said: " + said})
		}
		if p.names != nil {
			l.Text = strings.Join(p.names, ", ")
		}
		s.Lines = append(s.Lines, l)
		d.total++
		if short.Text != "" {
			texts = slices.Insert(texts, 0, short.Text)
		}
		short.Text = strings.Join(texts, "; ")
		if key.rank < rankSource && (short.Text != "" || key.rank >= rankQuestion) {
			screen = append(screen, weighed{short, p.weight})
		}
	}
	slices.SortStableFunc(screen, func(a, b weighed) int { return cmp.Compare(b.weight, a.weight) })
	for _, x := range screen[:min(len(screen), mostLines)] {
		d.add(1, x.Line)
	}
	return d, s
}

// A weighed line is one for the screen.
type weighed struct {
	Line
	weight
}

// at returns what a section says on a subject, empty at first.
func (c *changes) at(in part, key subject, about ...dispute.Ref) *paragraph {
	if c.paragraphs[in] == nil {
		c.paragraphs[in] = map[subject]*paragraph{}
	}
	p := c.paragraphs[in][key]
	if p == nil {
		p = &paragraph{}
		c.paragraphs[in][key] = p
	}
	p.items = append(p.items, about...)
	return p
}

// rank says how much a change of a subject matters; the most of several counts.
func (c *changes) rank(in part, key subject, w weight) {
	if w > lightChange {
		p := c.at(in, key)
		p.weight = max(p.weight, w)
	}
}

func (c *changes) add(in part, key subject, order int, text string, about ...dispute.Ref) {
	if text != "" {
		p := c.at(in, key, about...)
		p.told = append(p.told, saying{order, text})
	}
}
