package dispute

import (
	"fmt"
	"strings"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ticks"
)

// A Question is something the record leaves open. It is dated and has an ID
// that stays the same from view to view.
type Question struct {
	ID   string       `json:"id"`
	Kind QuestionKind `json:"kind"`
	// Event is the accusation, demand or expected event it is about,
	// Attribution the statement, Claim the claim; empty where there is none.
	Event       EventID       `json:"event,omitzero"`
	Attribution AttributionID `json:"attribution,omitzero"`
	Claim       ClaimID       `json:"claim,omitzero"`
	// Respondent is who is expected to answer, Channel the document or
	// statement that is to be answered.
	Respondent ActorID  `json:"respondent,omitzero"`
	Channel    SourceID `json:"channel,omitzero"`
	// AsOf is the day as of which it is open: that of the report of silence,
	// or else the view's day; the zero Day when there is neither.
	AsOf edtf.Day `json:"as_of,omitzero"`
	// Text says it in a sentence, without the final full stop.
	Text    string  `json:"text"`
	Reasons Reasons `json:"reasons"`
}

// QuestionKind says what is open. The zero value is none.
type QuestionKind uint8

// The kinds of open question.
const (
	// An accusation or a demand has no response from its addressee or, if it
	// has none, the accused; or somebody is reported not to have responded.
	QuestionNoResponse QuestionKind = iota + 1
	// An accusation has no response, but the accused denies a different,
	// related allegation.
	QuestionDenialOfAnother
	// The window in which an event is expected has begun.
	QuestionAgeing
	// The whole window in which an event was expected has passed.
	QuestionOverdue
	// A claim has no first-hand statement by a known speaker.
	QuestionNoOrigin
)

var questionKinds = vocabulary{"question kind", []string{"none", "no-response", "denial-of-another", "ageing", "overdue", "no-origin"}}

// String returns the word for k.
func (k QuestionKind) String() string { return questionKinds.text(uint8(k)) }

// MarshalText returns the word for k.
func (k QuestionKind) MarshalText() ([]byte, error) { return questionKinds.marshal(uint8(k)) }

// expectations finds expected events whose window has begun or has passed.
// questions finds what is open.
type questions struct{ *chronology }

func (v questions) expectations() []Question {
	today := v.today()
	if today.IsZero() {
		return nil
	}
	var list []Question
	x := &v.events
	for place, n := range x.list {
		if v.d.event(n).Phase != PhaseExpected {
			continue
		}
		p := int32(place)
		q := Question{Event: EventID(v.ref(n).ID), AsOf: today}
		switch {
		case x.time.LatestEnd(p) < ticks.First(today.Number()):
			q.Kind = QuestionOverdue
			q.Text = "this is overdue, which was expected "
		case x.time.EarliestStart(p) <= ticks.Last(today.Number()):
			q.Kind = QuestionAgeing
			q.Text = "the time has begun in which this is expected, "
		default:
			continue
		}
		s := v.judge(v.occurrenceOf(n))
		when := v.bounds(p).English()
		if w := v.d.event(n).Wording; w != "" {
			when += fmt.Sprintf(" (“%s”)", w)
		}
		q.Text = fmt.Sprintf("%s%s%s%s: %s", asOf(today), q.Text, when, words{v.court}.accordingToAll(n, s), v.eventName(n))
		q.ID = v.questionID(q.Kind, v.firstRef(n), "", "")
		g := v.reason()
		because := []int{v.dates(g, p)}
		if root, ok := g.graft(words{v.court}.statusReasons(s)); ok {
			because = append(because, root)
		}
		for _, source := range v.sourcesOf(n) {
			because = append(because, g.source(source))
		}
		q.Reasons = g.done(g.fact(q.Text, q.Kind.String(), because...))
		list = append(list, q)
	}
	return list
}

// sourcesOf returns the sources listed on event n, ascending.
func (v *sight) sourcesOf(n int32) []int32 { return v.latestOf(v.d.usesOf(n).many(slotSources)) }

// accordingToAll names who says that an event is expected, if anybody does.
func (v words) accordingToAll(n int32, s *assessment) string {
	var names ints.Numbering[string]
	for r := range spoken(s.supporting.roots) {
		names.Add(v.whoText(r))
	}
	for _, source := range v.sourcesOf(n) {
		names.Add(v.publisherName(source))
	}
	if len(names.Keys) == 0 {
		return ""
	}
	return ", according to " + listWords(names.Keys)
}

// originless finds claims that somebody passes on and nobody is known to have
// made, and claims without any attribution; a statement on a claim that bears
// on it, as by entailing it, is an origin too. Its reasons are what is said on
// the claim itself: that there is nothing else is absence.
func (v questions) originless() []Question {
	x := v.support()
	var list []Question
	for _, c := range v.currents(ItemClaim) {
		if !x.none(c) {
			continue
		}
		q := Question{Kind: QuestionNoOrigin, Claim: ClaimID(v.ref(c).ID), AsOf: v.today()}
		q.Text = fmt.Sprintf("no first-hand statement by a known speaker is on file for or against this: %s", v.d.claim(c).Text)
		q.ID = v.questionID(q.Kind, v.firstRef(c), "", "")
		g := v.reason()
		because := []int{g.item(c)}
		for _, m := range ints.Merge(v.on.statements[c], v.retold(v.on.statements[c])) {
			because = append(because, g.attribution(m))
		}
		q.Reasons = g.done(g.fact(q.Text, q.Kind.String(), because...))
		list = append(list, q)
	}
	return list
}

// questionID names a question by its kind, what it is about, who is to answer
// and what, each by its first version.
func (v questions) questionID(kind QuestionKind, about Ref, respondent ActorID, channel SourceID) string {
	parts := []string{kind.String(), about.String()}
	for _, ref := range []Ref{respondent.Ref(), channel.Ref()} {
		id := ""
		if n := v.resolve(ref); n != none {
			id = v.firstRef(n).ID
		}
		parts = append(parts, id)
	}
	return strings.TrimRight(strings.Join(parts, "/"), "/")
}

// asOf begins the text of a question with the day as of which it is open.
func asOf(day edtf.Day) string {
	if day.IsZero() {
		return ""
	}
	return "as of " + day.English() + ", "
}
