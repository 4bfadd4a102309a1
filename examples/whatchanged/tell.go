package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/examples/internal/program"
)

// A topic is a change's key taken apart; see [dispute.Fact].
type topic struct {
	name string // such as "event", "dates", "status"
	ref  dispute.Ref
	rest []string
}

func topicOf(key string) topic {
	parts := strings.Split(key, "/")
	var kind dispute.ItemKind
	switch {
	case slices.Contains([]string{"status", "claimed-dates", "figures"}, parts[0]) && len(parts) >= 3 && kind.UnmarshalText([]byte(parts[1])) == nil:
		return topic{name: parts[0], ref: dispute.Ref{Kind: kind, ID: parts[2]}}
	case len(parts) == 3 && parts[2] == "dates":
		return topic{name: "dates", ref: dispute.Ref{Kind: dispute.ItemEvent, ID: parts[1]}}
	case len(parts) == 2 && kind.UnmarshalText([]byte(parts[0])) == nil:
		return topic{name: parts[0], ref: dispute.Ref{Kind: kind, ID: parts[1]}}
	}
	return topic{name: parts[0], rest: parts[1:]}
}

// meet notes what is told as a whole, so that its standing is not told again.
func (f *briefing) meet(c dispute.Change) {
	t := topicOf(c.Key)
	if t.name != "event" && t.name != "claim" {
		return
	}
	key := f.subject(t.ref)
	switch {
	case c.Before.Key == "":
		f.fresh[key] = t.name == "event" || f.fresh[key]
	case c.After.Key != "" && f.isRestated(c, t.ref):
		f.restated[key] = true
	}
}

// isRestated reports whether a revised event or claim is told as it was and as
// it is.
func (f *briefing) isRestated(c dispute.Change, ref dispute.Ref) bool {
	if ref.Kind == dispute.ItemEvent {
		return c.Kind == dispute.ChangeCorrected
	}
	before, _ := f.a.Claim(dispute.ClaimID(ref.ID))
	after, _ := f.b.Claim(dispute.ClaimID(ref.ID))
	return before.Text != after.Text
}

// subject returns what an item is part of the story of: statements belong to
// the claim they are on, claims that an event occurred to the event.
func (f *briefing) subject(ref dispute.Ref) subject {
	switch ref.Kind {
	case dispute.ItemEvent:
		id := f.event(dispute.EventID(ref.ID)).ID
		return subject{rankEvent, f.places[id], string(id)}
	case dispute.ItemClaim:
		claim := f.claim(dispute.ClaimID(ref.ID))
		if e := claim.Content.Occurred; e != "" {
			return f.subject(e.Ref())
		}
		return subject{rankClaim, 0, string(claim.ID)}
	case dispute.ItemAttribution:
		seen := map[dispute.AttributionID]bool{}
		for id := dispute.AttributionID(ref.ID); !seen[id]; {
			seen[id] = true
			a := f.attribution(id)
			switch {
			case a.Claim != "":
				return f.subject(a.Claim.Ref())
			case a.Attribution == "":
				return f.subject(a.TargetSource.Ref())
			}
			id = a.Attribution
		}
		return subject{rankClaim, 1, ref.ID} // statements about each other in a circle
	case dispute.ItemSource:
		return subject{rankSource, 0, string(f.source(dispute.SourceID(ref.ID)).ID)}
	}
	return subject{rankActor, 0, ref.ID}
}

// name says what a subject is about, without saying that it is so.
func (f *briefing) name(key subject) string {
	switch key.rank {
	case rankEvent:
		return "On this: " + program.Markdown(summary(f.event(dispute.EventID(key.id))))
	case rankClaim:
		if claim := f.claim(dispute.ClaimID(key.id)); claim.ID != "" {
			return "On whether " + program.Markdown(claim.Text)
		}
	case rankRelation:
		return program.Upper(program.Markdown(key.id))
	case rankSource:
		return "On the source: " + cmp.Or(carrier(f.b, dispute.SourceID(key.id)), carrier(f.a, dispute.SourceID(key.id)))
	}
	return program.Markdown(key.id)
}

// tell puts one change where it belongs.
func (f *briefing) tell(c dispute.Change) {
	s, ok := sectionOf(c.Kind)
	if !ok {
		f.grounds++
		return
	}
	switch t := topicOf(c.Key); t.name {
	case "event":
		f.tellEvent(s, c, dispute.EventID(t.ref.ID))
	case "dates":
		f.add(s, f.subject(t.ref), orderDates, f.dates(c, dispute.EventID(t.ref.ID)))
	case "status":
		f.add(s, f.subject(t.ref), orderStanding, f.status(t.ref))
	case "claimed-dates":
		f.add(s, f.subject(t.ref), orderRivals, rivals("Rival dates", c))
	case "figures":
		f.add(s, f.subject(t.ref), orderRivals, rivals("Rival figures", c))
	case "claim":
		f.add(s, f.subject(t.ref), orderItem, f.claimLine(c, dispute.ClaimID(t.ref.ID)))
	case "attribution":
		f.add(s, f.subject(t.ref), orderStatements, f.statement(c, dispute.AttributionID(t.ref.ID)))
	case "source":
		f.add(s, f.subject(t.ref), orderItem, f.sourceLine(c, dispute.SourceID(t.ref.ID)))
	case "actor":
		f.add(s, f.subject(t.ref), orderItem, f.actorLine(c, dispute.ActorID(t.ref.ID)))
	case "relation":
		name, text := f.relation(t.rest)
		f.add(s, subject{rankRelation, 0, name}, orderItem, text)
	case "question":
		f.add(s, subject{rankQuestion, 0, c.Key}, orderItem, f.told("Open", "No longer listed as open", "Still open, put otherwise", c))
	case "conflict":
		f.add(s, subject{rankConflict, 0, c.Key}, orderItem, f.told("Does not go together", "No longer listed as a conflict", "Still a conflict, put otherwise", c))
	default:
		f.add(s, subject{rankActor, 1, c.Key}, orderItem, "Changed: "+program.Markdown(c.Key))
	}
}

// told says what a question or a conflict says, as it is written in the facts,
// and of one that is gone by whose word.
func (f *briefing) told(appeared, gone, stays string, c dispute.Change) string {
	before, after := text(c.Before), text(c.After)
	switch {
	case before == "":
		return appeared + ": " + program.Markdown(after)
	case after == "":
		line := gone + ": " + program.Markdown(before)
		if words := f.words(f.b, c.Because); words != "" {
			line += " — since then on file: " + words
		}
		return line
	case before == after:
		return ""
	}
	return stays + ": " + program.Markdown(after)
}

// rivals sets what a set of rival dates or figures says beside what it said. It
// is empty where only an item named in it is called otherwise.
func rivals(head string, c dispute.Change) string {
	before, after := text(c.Before), text(c.After)
	switch {
	case before == "":
		return head + ": " + program.Markdown(after)
	case after == "":
		return head + ": none any more, before: " + program.Markdown(before)
	case rows(c.Before) == rows(c.After):
		return ""
	}
	return head + ": " + program.Markdown(after) + "\n  - Before: " + program.Markdown(before)
}

// rows returns the rows of a set of rival dates or figures as JSON.
func rows(f dispute.Fact) string {
	var set struct{ Rows json.RawMessage }
	if json.Unmarshal([]byte(f.Text), &set) != nil {
		return f.Text
	}
	return string(set.Rows)
}

// text returns the sentence in a fact's answer and the items it names beside.
func text(f dispute.Fact) string {
	var answer struct {
		Text  string
		Items []dispute.Ref
	}
	if f.Text == "" || json.Unmarshal([]byte(f.Text), &answer) != nil {
		return ""
	}
	var items []string
	for _, ref := range answer.Items {
		items = append(items, ref.String())
	}
	if items == nil {
		return answer.Text
	}
	return answer.Text + " [" + strings.Join(items, ", ") + "]"
}

func (f *briefing) tellEvent(s section, c dispute.Change, id dispute.EventID) {
	key := f.subject(id.Ref())
	before, after := account(f.a, id), account(f.b, id)
	switch {
	case c.Before.Key == "":
		if e, _ := f.b.Event(id); e.Phase == dispute.PhaseExpected {
			s = expected
		}
		f.at(s, key).head = after
	case c.After.Key == "":
		f.at(s, key).head = "No longer on file: " + before
	case f.restated[key]:
		f.add(s, key, orderItem, "Was: "+before)
		f.add(s, key, orderItem, "Is: "+after)
	default:
		f.add(s, key, orderItem, f.details(c))
	}
}

// account says when an event was, what it was, and on whose word; of an
// expected event, who announced it.
func account(v *dispute.View, id dispute.EventID) string {
	e, ok := v.Event(id)
	if !ok {
		return ""
	}
	return program.Strong(v.Sentence(e.ID.Ref()), summary(e)) + standpoint(v, v.EventStatus(e.ID))
}

// details says what else is told of an event that was not corrected.
func (f *briefing) details(c dispute.Change) string {
	var list []string
	for _, field := range c.Fields {
		switch field.Path {
		case "/when", "/until", "/wording", "/sources":
			// The dates tell, and the standing names the sources.
		default:
			list = append(list, fieldText(field))
		}
	}
	if list == nil {
		return ""
	}
	text := "More is told: " + strings.Join(list, "; ")
	if words := f.words(f.b, c.Because); words != "" {
		text += " — according to " + words
	}
	return text
}

// dates says when an event was, if that is told otherwise than before: by the
// word of its own sources or, where links to other events narrow it, of theirs.
func (f *briefing) dates(c dispute.Change, id dispute.EventID) string {
	before, after := f.a.When(id), f.b.When(id)
	if c.Before.Key == "" || c.After.Key == "" || f.restated[f.subject(id.Ref())] || before.String() == after.String() {
		return ""
	}
	text := fmt.Sprintf("Dated %s (before: %s)", after, before)
	because, way := c.Because, "by the word of"
	if own := after.Event.Ref(); !after.Tightened && slices.Contains(because, own) {
		because = []dispute.Ref{own}
	} else if after.Tightened {
		way = "inferred from linked events, as dated by the word of"
	}
	if words := f.words(f.b, because); words != "" {
		text += " — " + way + " " + words
	}
	return text
}

// status says how a claim or an event stands, if that is said otherwise than
// before. On new events the first line says it already.
func (f *briefing) status(ref dispute.Ref) string {
	before, after := f.standing(f.a, ref), f.standing(f.b, ref)
	key := f.subject(ref)
	switch {
	case before == after, f.restated[key], key.rank == rankEvent && (f.fresh[key] || ref.Kind == dispute.ItemClaim):
		return ""
	case after == "":
		return "Stood before: " + program.Markdown(before)
	case before == "":
		return "Stands: " + program.Markdown(after)
	}
	return "Stands now: " + program.Markdown(after) + "\n  - Stood before: " + program.Markdown(before)
}

func (f *briefing) standing(v *dispute.View, ref dispute.Ref) string {
	s := v.EventStatus(dispute.EventID(ref.ID))
	if ref.Kind == dispute.ItemClaim {
		s = v.Status(dispute.ClaimID(ref.ID))
	}
	return stands(v, s)
}

// stands says a status in words and, from a party's standpoint, what that makes
// of it. It is empty for what is not there.
func stands(v *dispute.View, s dispute.Status) string {
	if s.Label == 0 {
		return ""
	}
	return s.String() + standpoint(v, s)
}

// standpoint says what a party's standpoint makes of a status, where the words
// of that do not say so.
func standpoint(v *dispute.View, s dispute.Status) string {
	if v.Lens().Standpoint == "" || s.Rule == dispute.StandingRuleStandpoint {
		return ""
	}
	return fmt.Sprintf("; %s from this standpoint", s.Standing)
}

func (f *briefing) claimLine(c dispute.Change, id dispute.ClaimID) string {
	before, _ := f.a.Claim(id)
	after, _ := f.b.Claim(id)
	switch {
	case c.Before.Key == "":
		return "" // its standing and the statements on it tell
	case c.After.Key == "":
		return "No longer on file as a claim: " + program.Markdown(before.Text)
	case f.isRestated(c, id.Ref()):
		return fmt.Sprintf("Was: %s. Is: %s", claimed(f.a, before), claimed(f.b, after))
	}
	return fieldTexts("Revised", c.Fields)
}

// claimed says who claims and denies what, and how that stands.
func claimed(v *dispute.View, c dispute.Claim) string {
	return program.Markdown(v.Sentence(c.ID.Ref())) + standpoint(v, v.Status(c.ID))
}

// said says a statement as the version has it that replaces it, whoever made that.
func said(v *dispute.View, id dispute.AttributionID) string {
	a, _ := v.Attribution(id)
	return program.Markdown(v.Sentence(a.ID.Ref()))
}

func (f *briefing) statement(c dispute.Change, id dispute.AttributionID) string {
	before, after := said(f.a, id), said(f.b, id)
	switch {
	case c.Before.Key == "":
		return after
	case c.After.Key == "":
		return "No longer on file: " + before
	case before == after:
		return fieldTexts("Revised on file: "+after, c.Fields)
	}
	return fmt.Sprintf("Was: %s. Is: %s", before, after)
}

func (f *briefing) sourceLine(c dispute.Change, id dispute.SourceID) string {
	was, is := carrier(f.a, id), carrier(f.b, id)
	switch {
	case c.Before.Key == "":
		return "New: " + is
	case c.After.Key == "":
		return "No longer on file: " + was
	case was != is:
		return fmt.Sprintf("Was: %s. Is: %s", was, is)
	}
	return fieldTexts("Revised on file", c.Fields)
}

func (f *briefing) actorLine(c dispute.Change, id dispute.ActorID) string {
	switch {
	case c.Before.Key == "":
		return "New: " + program.Markdown(f.b.Sentence(id.Ref()))
	case c.After.Key == "":
		return "No longer on file: " + program.Markdown(f.a.Sentence(id.Ref()))
	}
	return fieldTexts(program.Markdown(f.actor(id)), c.Fields)
}

// relation says how a relation stands on the day of either view.
func (f *briefing) relation(parts []string) (name, text string) {
	var track dispute.Track
	if len(parts) != 3 || track.UnmarshalText([]byte(parts[0])) != nil {
		return strings.Join(parts, "/"), "Changed"
	}
	from, to := dispute.ActorID(parts[1]), dispute.ActorID(parts[2])
	name = f.b.Relation(from, to, track).String()
	if name == f.b.Relation(from, to, track).Pair().String() { // with nothing on file any more
		name = f.a.Relation(from, to, track).String()
	}
	before := f.a.Relation(from, to, track).On(f.a.Day()).String()
	after := f.b.Relation(from, to, track).On(f.b.Day()).String()
	if before == after {
		return name, "Its course is told otherwise; on the later day, as before: " + program.Markdown(after)
	}
	return name, fmt.Sprintf("On %s: %s\n  - Before, on %s: %s", f.b.Day().English(), program.Markdown(after), f.a.Day().English(), program.Markdown(before))
}

// words names the sources behind items: whose word it is. An event is behind
// itself where it lists none.
func (f *briefing) words(v *dispute.View, refs []dispute.Ref) string {
	var list []string
	add := func(s string) {
		if s != "" && !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	for _, ref := range refs {
		switch ref.Kind {
		case dispute.ItemEvent:
			e, _ := v.Event(dispute.EventID(ref.ID))
			for _, id := range e.Sources {
				add(carrier(v, id))
			}
			if len(e.Sources) == 0 {
				add("what is on file on this: " + program.Markdown(summary(e)))
			}
		case dispute.ItemSource:
			add(carrier(v, dispute.SourceID(ref.ID)))
		case dispute.ItemAttribution:
			add(program.Markdown(v.Sentence(ref)))
		}
	}
	return strings.Join(list, "; ")
}
