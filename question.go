package dispute

import (
	"fmt"
	"iter"
	"math"
	"slices"
	"strings"

	"github.com/dispute-go/dispute/edtf"
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

// OpenQuestions yields what the record leaves open, ordered by kind, then by
// ID. A response counts from the day it was given: a denial that is certainly
// older than an accusation is no answer to it. Whether an expected event is
// ageing or overdue is told only if the lens has a day.
func (v *View) OpenQuestions() iter.Seq[Question] {
	return func(yield func(Question) bool) {
		silences := v.reportedSilences()
		list := slices.Clone(silences)
		list = append(list, v.unanswered(silences)...)
		list = append(list, v.expectations()...)
		list = append(list, v.originless()...)
		slices.SortFunc(list, func(a, b Question) int {
			if a.Kind != b.Kind {
				return int(a.Kind) - int(b.Kind)
			}
			if c := strings.Compare(a.ID, b.ID); c != 0 {
				return c
			}
			return b.AsOf.Compare(a.AsOf) // of several reports the last one tells
		})
		for _, q := range slices.CompactFunc(list, func(a, b Question) bool { return a.ID == b.ID }) {
			if !yield(q) {
				return
			}
		}
	}
}

// responds reports whether a stance is an answer of any sort.
func (s Stance) responds() bool {
	switch s {
	case StanceAsserts, StanceImplies, StanceDenies, StanceNeitherConfirmsNorDenies, StanceDeclinesComment:
		return true
	}
	return false
}

// answersFor reports whether attribution n was made by actor, or by someone
// who speaks for it.
func (v *View) answersFor(n, actor int32) bool {
	a := v.d.attribution(n)
	speakers, behalf := v.speakersOf(a)
	w := v.saidWindow(a)
	return slices.ContainsFunc(merge(speakers, behalf), func(s int32) bool {
		return slices.Contains(v.ties.leadUp(s, w), actor)
	})
}

// reportedSilences turns every report that somebody has not responded into a
// question, unless that somebody responded later.
func (v *View) reportedSilences() []Question {
	var list []Question
	for _, n := range v.currents(ItemAttribution) {
		a := v.d.attribution(n)
		speaker := v.resolve(a.Speaker.Ref())
		if a.Stance != StanceHasNotResponded || speaker == none {
			continue
		}
		statement, claim := v.resolve(a.Attribution.Ref()), v.resolve(a.Claim.Ref())
		var said []int32 // what could be a response
		if statement != none {
			claim = v.resolve(v.d.attribution(statement).Claim.Ref())
			said = append(said, v.on.answers[statement]...)
		}
		if claim != none {
			said = append(said, v.on.statements[claim]...)
		}
		silent := v.saidWindow(a)
		said = slices.DeleteFunc(said, func(m int32) bool {
			return !v.d.attribution(m).Stance.responds() || !v.answersFor(m, speaker)
		})
		if slices.ContainsFunc(said, func(m int32) bool { return v.saidWindow(v.d.attribution(m)).first > silent.last }) {
			continue
		}
		list = append(list, v.silence(n, speaker, statement, claim, said))
	}
	return list
}

// silence asks for the response that attribution n reports missing, to a
// statement or to a claim. What was said before does not answer it, and is
// named among the reasons.
func (v *View) silence(n, speaker, statement, claim int32, before []int32) Question {
	q := Question{Kind: QuestionNoResponse, Respondent: v.actorID(speaker), AsOf: v.dayOf(v.saidWindow(v.d.attribution(n)))}
	g := v.reason()
	because := []int{g.attribution(n)}
	for _, m := range before {
		because = append(because, g.attribution(m))
	}
	var about string
	var subject Ref
	if claim != none {
		q.Claim = ClaimID(v.ref(claim).ID)
		about, subject = "the allegation that "+v.d.claim(claim).Text, v.firstRef(claim)
		because = append(because, g.item(claim))
	}
	if statement != none {
		q.Attribution = v.attributionID(statement)
		about, subject = "this: "+v.clause(statement, maxNesting), v.firstRef(statement)
		because = append(because, g.attribution(statement))
		if channel := v.resolve(v.d.attribution(statement).Source.Ref()); channel != none {
			q.Channel = SourceID(v.ref(channel).ID)
			about = v.sourcePhrase(channel) + ", in which " + v.clause(statement, maxNesting)
		}
	}
	q.Text = fmt.Sprintf("%s has not responded to %s%s", v.name(speaker), about, asOf(q.AsOf))
	q.ID = v.questionID(q.Kind, subject, q.Respondent, q.Channel)
	q.Reasons = g.done(g.fact(q.Text, q.Kind.String(), because...))
	return q
}

// unanswered finds accusations and demands without a response. Where a report
// of silence already says so for an organ of the respondent, the report
// stands for it.
func (v *View) unanswered(reports []Question) []Question {
	var list []Question
	silences := v.indexSilences(reports)
	x := &v.events
	for place, n := range x.list {
		e := v.d.event(n)
		if !traitsOf[e.Kind].answerable || !e.Phase.took() || x.standing[place] != StandingAccepted {
			continue
		}
		for _, r := range v.respondents(e) {
			if v.reportedSilent(e, r, silences) {
				continue
			}
			answer, other := v.answerTo(n, int32(place), r)
			if answer {
				continue
			}
			q := Question{Kind: QuestionNoResponse, Event: EventID(v.ref(n).ID), Respondent: v.actorID(r), AsOf: v.Day()}
			if c := v.resolve(e.Carrier.Ref()); c != none {
				q.Channel = SourceID(v.ref(c).ID)
			}
			g := v.reason()
			because := []int{g.actor(r)}
			if root, ok := g.graft(v.assess(v.occurrenceOf(n)).Reasons); ok {
				because = append(because, root)
			}
			because = append(because, g.span(int32(place)))
			q.Text = fmt.Sprintf("%s has not responded to this: %s%s", v.name(r), v.eventName(n), asOf(q.AsOf))
			if len(other) > 0 {
				q.Kind = QuestionDenialOfAnother
				q.Text = fmt.Sprintf("%s has not responded to this: %s; it denies something else, that %s%s",
					v.name(r), v.eventName(n), v.d.claim(v.resolve(v.d.attribution(other[0]).Claim.Ref())).Text, asOf(q.AsOf))
				for _, m := range other {
					because = append(because, g.attribution(m))
				}
			}
			q.ID = v.questionID(q.Kind, v.firstRef(n), q.Respondent, q.Channel)
			q.Reasons = g.done(g.fact(q.Text, q.Kind.String(), because...))
			list = append(list, q)
		}
	}
	return list
}

// respondents returns who is expected to answer an event: its addressees, or
// else those it is aimed at.
func (v *View) respondents(e *Event) []int32 {
	var addressees, targets []int32
	for _, part := range e.Participants {
		switch part.Role {
		case RoleAddressee:
			addressees = append(addressees, v.resolve(part.Actor.Ref()))
		case RoleTarget:
			targets = append(targets, v.resolve(part.Actor.Ref()))
		}
	}
	if addressees != nil {
		return merge(addressees)
	}
	return merge(targets)
}

// silenceIndex lists the reports of silence by the document that was not
// answered and by the claim.
type silenceIndex struct {
	byChannel map[SourceID][]int32 // who is silent
	byClaim   map[ClaimID][]int32
}

func (v *View) indexSilences(silences []Question) silenceIndex {
	x := silenceIndex{map[SourceID][]int32{}, map[ClaimID][]int32{}}
	for _, q := range silences {
		r := v.resolve(q.Respondent.Ref())
		if q.Channel != "" {
			x.byChannel[q.Channel] = append(x.byChannel[q.Channel], r)
		}
		x.byClaim[q.Claim] = append(x.byClaim[q.Claim], r)
	}
	return x
}

// reportedSilent reports whether a report of silence by respondent r, or by an
// organ of it, is about event e: about the same document, or, where the
// event names none, about a claim the event puts forward.
func (v *View) reportedSilent(e *Event, r int32, silences silenceIndex) bool {
	speaksFor := func(s int32) bool { return slices.Contains(v.ties.leadUp(s, anyDay), r) }
	if c := v.resolve(e.Carrier.Ref()); c != none {
		return slices.ContainsFunc(silences.byChannel[SourceID(v.ref(c).ID)], speaksFor)
	}
	return slices.ContainsFunc(e.Claims, func(id ClaimID) bool {
		c := v.resolve(id.Ref())
		return slices.ContainsFunc(silences.byClaim[ClaimID(v.ref(c).ID)], speaksFor)
	})
}

// answerTo reports whether respondent r, or someone who speaks for it,
// answered event n; if not, it returns its denials of other claims that are
// linked with the event's by entailment.
func (v *View) answerTo(n, place, r int32) (answered bool, denials []int32) {
	e := v.d.event(n)
	earliest := v.events.time.EarliestStart(place)
	inTime := func(m int32) bool {
		return lastTick(v.saidWindow(v.d.attribution(m)).last) >= earliest
	}
	own := map[int32]bool{}
	var claims []int32
	for _, id := range e.Claims {
		c := v.resolve(id.Ref())
		own[c] = true
		claims = append(claims, c)
		for _, m := range v.on.statements[c] {
			if v.d.attribution(m).Stance.responds() && v.answersFor(m, r) && inTime(m) {
				return true, nil
			}
			if v.d.attribution(m).Source == e.Carrier && e.Carrier != "" {
				for _, a := range v.on.answers[m] {
					if v.d.attribution(a).Stance.responds() && v.answersFor(a, r) && inTime(a) {
						return true, nil
					}
				}
			}
		}
	}
	for _, f := range v.on.responses[n] {
		if v.events.standing[v.events.at(f)] != StandingAccepted {
			continue
		}
		for _, doer := range v.doers(f) {
			if slices.Contains(v.ties.leadUp(doer, anyDay), r) {
				return true, nil
			}
		}
	}
	p := proposition{claims: merge(claims), event: none}
	for _, c := range merge(v.entailing(p, v.on.entails), v.entailing(p, v.on.entailedBy)) {
		for _, m := range v.on.statements[c] {
			if !own[c] && v.d.attribution(m).Stance == StanceDenies && v.answersFor(m, r) {
				denials = append(denials, m)
			}
		}
	}
	return false, denials
}

// expectations finds expected events whose window has begun or has passed.
func (v *View) expectations() []Question {
	today := v.Day()
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
		case x.time.LatestEnd(p) < firstTick(today.Number()):
			q.Kind = QuestionOverdue
			q.Text = fmt.Sprintf("what was expected is overdue: %s%s", v.eventName(n), asOf(today))
		case x.time.EarliestStart(p) <= lastTick(today.Number()):
			q.Kind = QuestionAgeing
			q.Text = fmt.Sprintf("the time in which this is expected has begun: %s%s", v.eventName(n), asOf(today))
		default:
			continue
		}
		q.ID = v.questionID(q.Kind, v.firstRef(n), "", "")
		g := v.reason()
		q.Reasons = g.done(g.fact(q.Text, q.Kind.String(), g.span(p)))
		list = append(list, q)
	}
	return list
}

// originless finds claims that somebody passes on and nobody is known to have
// made, and claims without any attribution; a statement on a claim that bears
// on it, as by entailing it, is an origin too.
func (v *View) originless() []Question {
	var list []Question
	for _, c := range v.currents(ItemClaim) {
		e := v.gather(v.proposition(c))
		if len(e.voices)+len(e.withdrawn) > 0 {
			continue
		}
		q := Question{Kind: QuestionNoOrigin, Claim: ClaimID(v.ref(c).ID), AsOf: v.Day()}
		q.Text = fmt.Sprintf("no first-hand statement by a known speaker is on file for or against this: %s", v.d.claim(c).Text)
		q.ID = v.questionID(q.Kind, v.firstRef(c), "", "")
		g := v.reason()
		because := []int{g.item(c)}
		for _, other := range e.through {
			because = append(because, g.item(other))
		}
		for _, m := range e.heard {
			because = append(because, g.attribution(m))
		}
		q.Reasons = g.done(g.fact(q.Text, q.Kind.String(), because...))
		list = append(list, q)
	}
	return list
}

// questionID names a question by its kind, what it is about, who is to answer
// and what, each by its first version.
func (v *View) questionID(kind QuestionKind, about Ref, respondent ActorID, channel SourceID) string {
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

// dayOf returns the last day of a window, or the zero Day if it has none.
func (v *View) dayOf(w window) edtf.Day {
	if w.last == math.MaxInt64 {
		return v.Day()
	}
	return edtf.DayFromNumber(w.last)
}

func asOf(day edtf.Day) string {
	if day.IsZero() {
		return ""
	}
	return ", as of " + day.English()
}
