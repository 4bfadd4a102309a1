package briefing

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/english"
)

// A teller gathers what a view tells.
type teller struct {
	v        *dispute.View
	day      edtf.Day
	names    map[dispute.ActorID]string
	place    map[dispute.EventID]int // in the timeline, counted from 1
	numbered bool                    // the timeline is printed, so that its numbers mean something
	events   []matter                // in that order
	claims   []matter                // by ID, without those that an event occurred
}

// A matter is an event or a claim, and how it stands.
type matter struct {
	event  dispute.Event
	claim  dispute.Claim // zero for an event
	phase  dispute.Phase // of an event
	status dispute.Status
	mark   Mark
}

func newTeller(v *dispute.View) *teller {
	if v == nil {
		v = new(dispute.View)
	}
	return &teller{v: v, names: map[dispute.ActorID]string{}, place: map[dispute.EventID]int{}}
}

// gather finds how every event and every claim stands.
func (t *teller) gather() {
	t.gatherEvents()
	for c := range t.v.Claims(dispute.ClaimQuery{}) {
		if c.Content.Occurred == "" {
			s := t.v.Status(c.ID)
			t.claims = append(t.claims, matter{claim: c, status: s, mark: markOf(s)})
		}
	}
}

// gatherEvents finds how every event stands.
func (t *teller) gatherEvents() {
	for i, entry := range t.v.Timeline().Entries {
		e, _ := t.v.Event(entry.Event)
		t.place[e.ID] = i + 1
		s := t.v.EventStatus(e.ID)
		t.events = append(t.events, matter{event: e, phase: entry.Phase, status: s, mark: markOf(s)})
	}
}

func (m matter) isEvent() bool { return m.claim.ID == "" }

func (m matter) ref() dispute.Ref {
	if m.isEvent() {
		return m.event.ID.Ref()
	}
	return m.claim.ID.Ref()
}

// text says what it is about, without saying that it is so.
func (t *teller) text(m matter) string {
	if m.isEvent() {
		return t.eventName(m.event)
	}
	return m.claim.Text
}

// eventName is an event's summary, or else its kind and who took part.
func (t *teller) eventName(e dispute.Event) string {
	if e.Summary != "" {
		return e.Summary
	}
	name := english.Words(string(e.Kind))
	var who []string
	for _, p := range e.Participants {
		who = append(who, t.name(p.Actor))
	}
	if who == nil {
		return "an event without a summary: " + name
	}
	return name + ": " + strings.Join(who, ", ")
}

// when says when an event was, in the words of its sentence, with what it is
// besides if it has not taken place.
func (t *teller) when(e dispute.Event) string {
	name := cmp.Or(e.Summary, string(e.ID))
	when, _, ok := strings.Cut(t.v.Sentence(e.ID.Ref()), ": "+name+" — ")
	if !ok {
		return t.v.When(e.ID).String()
	}
	return lowerFirst(when)
}

// name is an actor's name, if it may be told.
func (t *teller) name(id dispute.ActorID) string {
	if name, ok := t.names[id]; ok {
		return name
	}
	name := "an unknown actor"
	if a, ok := t.v.Actor(id); ok {
		if name = a.Name; strings.HasPrefix(t.v.Sentence(a.ID.Ref()), english.UpperFirst(concealed)) {
			name = concealed
		}
	}
	t.names[id] = name
	return name
}

// concealed is what [dispute.View.Sentence] calls an actor that is known from
// confidential items alone.
const concealed = "a confidential actor"

// namesOf lists actors in words.
func (t *teller) namesOf(ids []dispute.ActorID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = t.name(id)
	}
	return english.List(names)
}

// jointly lists who says something together.
func (t *teller) jointly(ids []dispute.ActorID) string {
	if len(ids) > 1 {
		return t.namesOf(ids) + " jointly"
	}
	return t.namesOf(ids)
}

// scope says what was looked at, and from whose standpoint if that is a party's.
func (t *teller) scope() string {
	text := t.seen()
	if !t.day.IsZero() && t.day != t.v.Day() {
		text = "as of " + t.day.English() + ": " + text
	}
	return english.UpperFirst(text) + t.standpoint() + "."
}

// standpoint says from whose standpoint a view looks, if from anybody's.
func (t *teller) standpoint() string {
	id := t.v.Lens().Standpoint
	if id == "" {
		return ""
	}
	return ", from the standpoint of " + clip(t.name(id), nameWords)
}

// seen says what a view sees.
func (t *teller) seen() string {
	l := t.v.Lens()
	switch {
	case !l.KnownBy.IsZero() && !l.RecordedBy.IsZero():
		return "what was public by " + l.KnownBy.English() + " and on file by " + l.RecordedBy.English()
	case !l.KnownBy.IsZero():
		return "what was public by " + l.KnownBy.English()
	case !l.RecordedBy.IsZero():
		return "what was on file by " + l.RecordedBy.English()
	}
	return "everything on file"
}

// refs sorts references and drops repeats.
func refs(list ...dispute.Ref) []dispute.Ref {
	slices.SortFunc(list, dispute.Ref.Compare)
	return slices.Compact(list)
}
