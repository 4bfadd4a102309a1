package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/english"
)

// A list is what is left open in a view, in the order of the library.
type list struct {
	Title      string     `json:"title,omitzero"`
	KnownBy    edtf.Day   `json:"known_by,omitzero"`
	RecordedBy edtf.Day   `json:"recorded_by,omitzero"`
	Questions  []question `json:"questions"`
}

// A question is one of them, with what its IDs stand for.
type question struct {
	ID         string           `json:"id"`
	Kind       string           `json:"kind"`
	Text       string           `json:"text"`
	Respondent *party           `json:"respondent,omitempty"`
	Channel    *channel         `json:"channel,omitempty"`
	When       dispute.DayRange `json:"when,omitzero"`
	AsOf       edtf.Day         `json:"as_of,omitzero"`
	// About is the event, statement or claim that is open.
	About   dispute.Ref   `json:"about"`
	Because []dispute.Ref `json:"because,omitempty"`
}

type party struct {
	ID   dispute.ActorID `json:"id"`
	Name string          `json:"name"`
}

// A channel is the document that is to be answered.
type channel struct {
	ID        dispute.SourceID `json:"id"`
	Title     string           `json:"title,omitzero"`
	Publisher string           `json:"publisher,omitzero"`
	Published edtf.Date        `json:"published,omitzero"`
}

// kinds are the kinds of question, by the words for them.
var kinds = []string{
	dispute.QuestionNoResponse.String(),
	dispute.QuestionDenialOfAnother.String(),
	dispute.QuestionAgeing.String(),
	dispute.QuestionOverdue.String(),
	dispute.QuestionNoOrigin.String(),
}

func isKind(word string) bool { return slices.Contains(kinds, word) }

// collect returns the questions of a kind and for a respondent; empty is any.
func collect(v *dispute.View, title, kind string, respondent dispute.ActorID) list {
	l := list{Title: title, KnownBy: v.Lens().KnownBy, RecordedBy: v.Lens().RecordedBy, Questions: []question{}}
	for _, q := range v.OpenQuestions() {
		if kind != "" && q.Kind.String() != kind || respondent != "" && q.Respondent != respondent {
			continue
		}
		x := question{ID: q.ID, Kind: q.Kind.String(), Text: q.String(), AsOf: q.AsOf, Because: q.Reasons().Items()}
		x.About, x.When = about(v, q)
		if a, ok := v.Actor(q.Respondent); ok {
			x.Respondent = &party{a.ID, a.Name}
		}
		if s, ok := v.Source(q.Channel); ok {
			x.Channel = &channel{ID: s.ID, Title: "a confidential source"}
			if publisher, _ := v.Actor(s.Publisher); !s.Confidential {
				x.Channel = &channel{s.ID, s.Title, publisher.Name, s.Published}
			}
		}
		l.Questions = append(l.Questions, x)
	}
	return l
}

// about returns what a question is about, and when that was done or said. For
// a statement without a day it is the day of its source; without that, it was
// no later than the day on which it became known.
func about(v *dispute.View, q dispute.Question) (dispute.Ref, dispute.DayRange) {
	switch {
	case q.Event != "":
		span := v.When(q.Event)
		return q.Event.Ref(), dispute.DayRange{First: span.EarliestStart, Last: span.LatestStart}
	case q.Attribution != "":
		a, _ := v.Attribution(q.Attribution)
		s, _ := v.Source(a.Source)
		for _, date := range []edtf.Date{a.Said, s.Published} {
			if !date.IsZero() {
				b := date.Bounds()
				return a.ID.Ref(), dispute.DayRange{First: b.EarliestStart.Day(), Last: b.LatestStart.Day()}
			}
		}
		return a.ID.Ref(), dispute.DayRange{Last: a.Known}
	}
	return q.Claim.Ref(), dispute.DayRange{}
}

// text writes one paragraph for each question.
func (l list) text() string {
	var b strings.Builder
	if l.Title != "" {
		fmt.Fprintln(&b, line(l.Title))
	}
	fmt.Fprintf(&b, "%s, %s\n", count(len(l.Questions), "open question"), l.scope())
	for i, q := range l.Questions {
		fmt.Fprintf(&b, "\n%d. %s.\n", i+1, line(english.UpperFirst(q.Text)))
		row := func(name, value string) {
			if value != "" {
				fmt.Fprintf(&b, "   %-12s%s\n", name, line(value))
			}
		}
		row("kind", q.Kind)
		if q.Respondent != nil {
			row("respondent", fmt.Sprintf("%s [%s]", q.Respondent.Name, q.Respondent.ID))
		}
		if q.Channel != nil {
			row("channel", q.Channel.text())
		}
		if q.When != (dispute.DayRange{}) {
			row(q.occasion(), days(q.When))
		}
		if !q.AsOf.IsZero() {
			row("as of", q.AsOf.English())
		}
		row("id", q.ID)
	}
	return b.String()
}

func (l list) scope() string {
	switch {
	case !l.KnownBy.IsZero() && !l.RecordedBy.IsZero():
		return fmt.Sprintf("by what was public by %s and on file by %s", l.KnownBy.English(), l.RecordedBy.English())
	case !l.KnownBy.IsZero():
		return "by what was public by " + l.KnownBy.English()
	case !l.RecordedBy.IsZero():
		return "by what was on file by " + l.RecordedBy.English()
	}
	return "by everything on file"
}

// occasion names what happened on the days of When: an expected event has not
// been raised.
func (q question) occasion() string {
	if q.Kind == dispute.QuestionAgeing.String() || q.Kind == dispute.QuestionOverdue.String() {
		return "expected"
	}
	return "raised"
}

func (c channel) text() string {
	text := c.Title
	if text == "" {
		text = string(c.ID)
	}
	if c.Publisher != "" {
		text += ", published by " + c.Publisher
	}
	if !c.Published.IsZero() {
		text += ", " + c.Published.English()
	}
	return fmt.Sprintf("%s [%s]", text, c.ID)
}

// days says a range of days without more precision than there is.
func days(r dispute.DayRange) string {
	first, last := edtf.OpenPast(), edtf.OpenFuture()
	if !r.First.IsZero() {
		first = edtf.DayBound(r.First)
	}
	if !r.Last.IsZero() {
		last = edtf.DayBound(r.Last)
	}
	return edtf.Range{First: first, Last: last}.English()
}

// json writes the list as JSON with a final line feed.
func (l list) json() (string, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(l)
	return b.String(), err
}

// line puts text on one line.
func line(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, s)
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
