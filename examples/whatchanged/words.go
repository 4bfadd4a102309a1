package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/examples/internal/program"
)

// The lookups find an item in the later view, else in the earlier one.

func (f *briefing) event(id dispute.EventID) dispute.Event {
	if e, ok := f.b.Event(id); ok {
		return e
	}
	e, _ := f.a.Event(id)
	return e
}

func (f *briefing) claim(id dispute.ClaimID) dispute.Claim {
	if c, ok := f.b.Claim(id); ok {
		return c
	}
	c, _ := f.a.Claim(id)
	return c
}

func (f *briefing) attribution(id dispute.AttributionID) dispute.Attribution {
	if a, ok := f.b.Attribution(id); ok {
		return a
	}
	a, _ := f.a.Attribution(id)
	return a
}

func (f *briefing) source(id dispute.SourceID) dispute.Source {
	if s, ok := f.b.Source(id); ok {
		return s
	}
	s, _ := f.a.Source(id)
	return s
}

func (f *briefing) actor(id dispute.ActorID) string {
	if a, ok := f.b.Actor(id); ok {
		return a.Name
	}
	if a, ok := f.a.Actor(id); ok {
		return a.Name
	}
	return string(id)
}

func summary(e dispute.Event) string {
	if e.Summary == "" {
		return string(e.ID)
	}
	return e.Summary
}

// carrier names a source, who brought it about and when.
func carrier(v *dispute.View, id dispute.SourceID) string {
	return program.Markdown(v.Sentence(id.Ref()))
}

// fieldTexts lists changed fields, and is empty if there are none.
func fieldTexts(head string, fields []dispute.FieldChange) string {
	var list []string
	for _, field := range fields {
		list = append(list, fieldText(field))
	}
	if list == nil {
		return ""
	}
	return head + ": " + strings.Join(list, "; ")
}

// fieldText says what a field of an item on file was and is.
func fieldText(c dispute.FieldChange) string {
	name := strings.ReplaceAll(strings.TrimPrefix(c.Path, "/"), "_", " ")
	switch {
	case c.Before == "":
		return fmt.Sprintf("%s: %s", name, value(c.After))
	case c.After == "":
		return fmt.Sprintf("%s no longer: %s", name, value(c.Before))
	}
	return fmt.Sprintf("%s: %s, before: %s", name, value(c.After), value(c.Before))
}

// value shows a text in quotation marks and anything else as JSON.
func value(raw string) string {
	var text string
	if json.Unmarshal([]byte(raw), &text) == nil {
		return "“" + program.Markdown(text) + "”"
	}
	return program.Markdown(raw)
}
