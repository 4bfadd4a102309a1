package briefing

import (
	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// How large the first screen is at most, bounds included: in lines of [Briefing.Text]
// and in words, which are what blanks separate, of that and of [Briefing.Markdown].
const (
	ScreenLines = 40
	ScreenWords = 350
)

// Options say how to brief. The zero Options are the documented defaults.
type Options struct {
	// Title is printed on top; a view does not know the title of its record. Empty
	// stands for "Untitled record".
	Title string
	// Day is the day on which relations are told. The zero Day stands for
	// [LastDay]. [Changes] has no use for it.
	Day edtf.Day
	// Full adds the rest to the first screen.
	Full bool
}

// A Briefing is a dispute, or what changed in one, told in sections. The zero
// Briefing has none.
type Briefing struct {
	Title string `json:"title,omitzero"`
	// Day is the day on which relations are told; zero where nothing on file has a
	// day, and for changes.
	Day edtf.Day `json:"day,omitzero"`
	// Scope says what was looked at, and from whose standpoint.
	Scope string `json:"scope,omitzero"`
	// Legend says what the words and marks mean. It has three lines.
	Legend []string `json:"legend,omitempty"`
	// Screen is the first screen, Rest what [Options].Full adds.
	Screen []Section `json:"screen,omitempty"`
	Rest   []Section `json:"rest,omitempty"`
}

// A Section is a list, or a table if it has columns.
type Section struct {
	// Name is a word that stays the same from version to version, such as
	// "contested" or "timeline".
	Name  string `json:"name"`
	Title string `json:"title"`
	// Lead is a sentence before the lines, empty for most sections.
	Lead string `json:"lead,omitzero"`
	// Mark is what the marks of the lines have in common, a label or a label and
	// a pair. It is not printed with each of them.
	Mark Mark `json:"mark,omitzero"`
	// Columns are the heads of a table. Each line then has as many cells.
	Columns []string `json:"columns,omitempty"`
	Lines   []Line   `json:"lines,omitempty"`
	// More is how many lines were left out.
	More int `json:"more,omitzero"`
}

// A Line is one thing that is told.
type Line struct {
	// Number is that of a note, of a source ("S1") or of an event in the timeline.
	Number string `json:"number,omitzero"`
	// Head is what it is about, Mark how that stands, Text what is said of it.
	Head string `json:"head,omitzero"`
	Mark Mark   `json:"mark,omitzero"`
	Text string `json:"text,omitzero"`
	// Cells are the cells of a table.
	Cells []string `json:"cells,omitempty"`
	// Lines belong to this one.
	Lines []Line `json:"lines,omitempty"`
	// Items are the items of the record that it is about, sorted and without
	// repeats. Of an actor that is known from confidential items alone there is no
	// reference.
	Items []dispute.Ref `json:"items,omitempty"`
}

// A Mark is how something stands; see [dispute.Status]. The zero Mark is none.
type Mark struct {
	Label dispute.Label `json:"label"`
	// For and Against are the levels of the evidence, 0 to 4.
	For     int `json:"for"`
	Against int `json:"against"`
	// OriginsFor and OriginsAgainst are how many origins there are at most.
	OriginsFor     int `json:"origins_for"`
	OriginsAgainst int `json:"origins_against"`
	// Adjudicated says that a competent body's finding is among the evidence.
	Adjudicated bool `json:"adjudicated,omitzero"`
}

// New briefs on a view. A nil view is an empty one. The cost is that of the
// timeline, of the statuses of all events and claims, of all relations on one day,
// and of the open questions; with Full also of conflicts, figures and dates.
func New(v *dispute.View, o Options) Briefing {
	t := newTeller(v)
	day := o.Day
	if day.IsZero() {
		day = LastDay(v)
	}
	t.day = day
	b := Briefing{Title: titleOf(o), Day: day, Scope: t.scope(), Legend: legend()}
	t.gather()
	relations, open := t.relations(), t.openDraft()
	b.Screen = fill(b, []draft{t.contestedDraft(), t.changedDraft(relations), t.claimedDraft(), open, t.expectedDraft()})
	switch {
	case len(t.events)+len(t.claims)+len(relations) == 0:
		b.Scope += " Nothing is on file."
	case len(b.Screen) == 0:
		b.Scope += " Nothing is contested, changed, only claimed, open or expected."
	}
	if o.Full {
		b.Rest = t.rest(relations, b.Screen)
	}
	return b
}

// titleOf returns the title of a briefing.
func titleOf(o Options) string {
	if o.Title == "" {
		return "Untitled record"
	}
	return o.Title
}

// legend says what the marks mean.
func legend() []string {
	return []string{
		"Nothing here says who is right. °: not adjudicated.",
		"Pair (for, against): 1 interested parties or hints, 2 an outside source, 3 one more or an admission, 4 a finding.",
		"≤2: at most two origins, however often repeated.",
	}
}
