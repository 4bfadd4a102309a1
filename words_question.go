package dispute

import (
	"fmt"
	"math"
	"strings"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/english"
	"github.com/dispute-go/dispute/internal/ints"
)

// String returns the question in a sentence, without the final full stop.
func (q Question) String() string { return q.text() }

func (q Question) text() string {
	switch {
	case q.read != nil:
		return q.read.Text
	case q.from == nil:
		return ""
	}
	v := questionWords{questions{q.from.chronology}}
	manner := v.manner(q.from)
	if manner.undated {
		return manner.sentence(v, q.from)
	}
	return asOf(q.AsOf) + manner.sentence(v, q.from)
}

// Reasons returns the items and rules that the question rests on.
func (q Question) Reasons() Reasons {
	switch {
	case q.read != nil:
		return q.read.Reasons
	case q.from == nil:
		return Reasons{}
	}
	v := questionWords{questions{q.from.chronology}}
	g := v.reason()
	root := g.Fact(q.text(), q.from.kind.String())
	v.manner(q.from).because(v, q.from, g, root)
	return g.done(root)
}

// asOf begins a sentence with the day as of which it is so.
func asOf(day edtf.Day) string {
	if day.IsZero() {
		return ""
	}
	return "as of " + day.English() + ", "
}

// questionWords say what is open.
type questionWords struct{ questions }

// A questionManner is how a matter is told: its sentence, and what its root
// rests on.
type questionManner struct {
	sentence func(questionWords, *openMatter) string
	because  func(v questionWords, m *openMatter, g *reasoning, root int)
	undated  bool // the sentence does not begin with a day
}

var questionManners = [...]questionManner{
	QuestionNoResponse:      {sentence: questionWords.unanswered, because: questionWords.becauseUnanswered},
	QuestionDenialOfAnother: {sentence: questionWords.deniesAnother, because: questionWords.becauseUnanswered},
	QuestionAgeing:          {sentence: questionWords.ageing, because: questionWords.becauseExpected},
	QuestionOverdue:         {sentence: questionWords.overdue, because: questionWords.becauseExpected},
	QuestionNoOrigin:        {sentence: questionWords.originless, because: questionWords.becauseOriginless, undated: true},
}

func (v questionWords) manner(m *openMatter) questionManner {
	if m.report != none {
		return questionManner{sentence: questionWords.silence, because: questionWords.becauseSilent}
	}
	return questionManners[m.kind]
}

func (v questionWords) unanswered(m *openMatter) string {
	return fmt.Sprintf("no response from %s to this is on file: %s", v.name(m.respondent), v.eventName(m.event))
}

func (v questionWords) deniesAnother(m *openMatter) string {
	return fmt.Sprintf("%s; %s denies something else, that %s",
		v.unanswered(m), v.name(m.respondent), v.d.claim(m.otherClaim).Text)
}

func (v questionWords) becauseUnanswered(m *openMatter, g *reasoning, root int) {
	g.Because(root, g.actor(m.respondent))
	v.becauseOccurrence(m, g, root)
	g.Because(root, v.dates(g, v.events.at(m.event)))
	v.becauseFallen(m, g, root)
	v.becauseSaid(g, root, m.found.disregarded(m.respondent, m.asked))
	if m.denial != none {
		v.becauseSaid(g, root, []int32{m.denial})
		g.claim(root, m.otherClaim)
	}
}

// becauseFallen lets a question rest on reports of silence that do not count.
func (v questionWords) becauseFallen(m *openMatter, g *reasoning, root int) {
	for _, s := range m.silent {
		if list := s.fallen; s.whole {
			v.becauseSaid(g, root, v.challengers(list...))
		} else {
			v.becauseSaid(g, root, v.undoing(list...))
		}
	}
}

func (v questionWords) ageing(m *openMatter) string {
	return v.expected(m, "the time has begun in which this is expected, ")
}

func (v questionWords) overdue(m *openMatter) string {
	return v.expected(m, "this is overdue, which was expected ")
}

// expected says when an event was expected, and by whom.
func (v questionWords) expected(m *openMatter, how string) string {
	when := v.whenWords(v.events.at(m.event))
	if s := v.bounds(v.events.at(m.event)); s.EarliestStart.IsZero() && s.LatestEnd.IsZero() {
		how, when = "this is expected, ", "without a date" // so that no time of its own can have begun
	}
	if w := v.d.event(m.event).Wording; w != "" {
		when += fmt.Sprintf(" (“%s”)", w)
	}
	return how + when + v.accordingToAll(m.event) + ": " + v.eventName(m.event)
}

// accordingToAll names who says that an event is expected, if anybody does.
func (v questionWords) accordingToAll(n int32) string {
	var names ints.Numbering[string]
	for r := range spoken(v.judge(v.occurrenceOf(n)).supporting.roots) {
		names.Add(words{v.court}.whoText(r))
	}
	for _, source := range v.sourcesOf(n) {
		names.Add(words{v.court}.publisherName(source))
	}
	if len(names.Keys) == 0 {
		return ""
	}
	return ", according to " + english.List(names.Keys)
}

func (v questionWords) becauseExpected(m *openMatter, g *reasoning, root int) {
	g.Because(root, v.dates(g, v.events.at(m.event)))
	v.becauseOccurrence(m, g, root)
	for _, source := range v.sourcesOf(m.event) {
		g.Because(root, g.source(source))
	}
}

// becauseOccurrence lets a question rest on how the occurrence of its event
// stands.
func (v questionWords) becauseOccurrence(m *openMatter, g *reasoning, root int) {
	if status, ok := g.graft(words{v.court}.statusReasons(v.judge(v.occurrenceOf(m.event)))); ok {
		g.Because(root, status)
	}
}

// becauseSaid lets a question rest on statements, and on how it stands that
// events occurred.
func (v questionWords) becauseSaid(g *reasoning, root int, lists ...[]int32) {
	for _, n := range ints.Merge(lists...) {
		if v.ref(n).Kind != ItemEvent {
			g.Because(root, g.any(n))
		} else if status, ok := g.graft(words{v.court}.why(v.occurrenceOf(n))); ok {
			g.Because(root, status, v.dates(g, v.events.at(n)))
		}
	}
}

func (v questionWords) originless(m *openMatter) string {
	return "no first-hand statement by a known speaker is on file for or against this: " + v.d.claim(m.claim).Text
}

// becauseOriginless names what is said on the claim itself: that there is
// nothing else is absence.
func (v questionWords) becauseOriginless(m *openMatter, g *reasoning, root int) {
	g.Because(root, g.Item(m.claim))
	said := v.on.statements[m.claim]
	v.becauseSaid(g, root, said, v.retold(said))
}

func (v questionWords) silence(m *openMatter) string {
	w := words{v.court}
	text := fmt.Sprintf("according to %s, %s has not responded to %s", w.silenceReporter(m.report), v.name(m.respondent), v.unheeded(m))
	if m.day.IsZero() {
		text = silenceDay(v.saidOn(m.report)) + ", " + text
	}
	return text + v.repliedWords(m)
}

// silenceDay says for which day a silence was reported where that is not known
// exactly.
func silenceDay(date edtf.Date) string {
	text := "on a day that is not known"
	if !date.IsZero() {
		text += " exactly, " + dateWords(date)
	}
	return text
}

// repliedWords tells, beside a report of silence, of answers that may be later, and
// of earlier ones to the same claim where no document was to be answered.
func (v questionWords) repliedWords(m *openMatter) string {
	since, how := int64(math.MinInt64), "; an earlier answer to that is on file"
	switch {
	case m.perhaps:
		since, how = m.when.First, "; an answer that may be later is on file"
	case m.attribution != none:
		return ""
	}
	given := m.found.direct(m.respondent, m.asked, since)
	switch {
	case len(given) > 0:
		w := conflictWords{words{v.court}}
		return how + ": " + strings.Join(w.few(given, w.replyText), "; ")
	case m.perhaps: // on what the claim entails, or what contradicts it
		return how
	}
	return ""
}

// unheeded says what was not responded to.
func (v questionWords) unheeded(m *openMatter) string {
	w := words{v.court}
	switch {
	case m.channel != none:
		return w.sourcePhrase(m.channel) + ", in which " + w.clause(m.attribution, maxNesting)
	case m.attribution != none:
		return "this: " + w.clause(m.attribution, maxNesting)
	}
	return "the allegation that " + v.d.claim(m.claim).Text
}

// becauseSilent names also what was said before, which does not answer it.
func (v questionWords) becauseSilent(m *openMatter, g *reasoning, root int) {
	direct := m.found.direct(m.respondent, m.asked, math.MinInt64)
	v.becauseSaid(g, root, []int32{m.report}, direct, m.found.disregarded(m.respondent, m.asked))
	for _, n := range direct {
		v.becauseWeighed(g, root, n)
	}
	if m.perhaps {
		v.becauseSaid(g, root, m.found.besides(m.respondent, m.asked, m.when.First))
	}
	if m.silence.challenged {
		v.becauseSaid(g, root, v.challengers(m.silence))
	}
	if m.claim != none {
		g.Because(root, g.Item(m.claim))
	}
	if m.attribution != none {
		g.Because(root, g.attribution(m.attribution))
	}
	v.becauseFallen(m, g, root)
	if m.silence.challenged || m.silent != nil {
		v.becauseNamed(g, root, v.about(m.claim))
	}
}

// becauseNamed names the claims of p, and whom they name: on that depends whose
// undercuts count.
func (v questionWords) becauseNamed(g *reasoning, root int, p proposition) {
	for _, c := range p.claims {
		g.claim(root, c)
	}
	for _, a := range v.named(p) {
		g.Because(root, g.actor(a))
	}
}

// String returns the answer in a sentence, without the final full stop.
func (a Answer) String() string { return a.text() }

func (a Answer) text() string {
	switch {
	case a.read != nil:
		return a.read.Text
	case a.from == nil:
		return ""
	}
	v := words{a.from.court}
	text := v.replyText(a.from.given.item)
	if a.Reply == "" {
		text = english.UpperFirst(text)
	}
	if a.AuthorityNotEstablished {
		text += " (on whose authority for " + v.name(a.from.respondent) + " is not established)"
	}
	if a.PossiblyEarlier {
		text += " (which may have been before what it answers)"
	}
	return text
}

// replyText says an answer: what was said, or the event.
func (v words) replyText(n int32) string {
	if v.ref(n).Kind == ItemEvent {
		return v.eventName(n)
	}
	return v.clause(n, maxNesting)
}

// becauseWeighed names what was weighed against a statement that answers: had it
// taken effect, the statement would be no answer.
func (v questionWords) becauseWeighed(g *reasoning, root int, n int32) {
	if v.ref(n).Kind == ItemEvent {
		return
	}
	said, _ := v.voiceOf(n)
	p := v.about(said.claim)
	if of := v.latest(v.d.usesOf(n).one(slotAttribution)); of != none {
		p = v.about(v.claimOf(of))
	}
	var h hearing
	v.sift(&h, p, []voice{said})
	h.looked.add(v.disownings[n].looked)
	weighed, acts := h.all()
	if len(weighed) > 1 || len(acts) > 0 {
		v.becauseSaid(g, root, weighed, v.actItems(acts))
		v.becauseNamed(g, root, p)
	}
}

// Reasons returns the items and rules that the answer rests on: what is answered
// and that it took place, the answer, what was weighed against it, and whoever it speaks for.
func (a Answer) Reasons() Reasons {
	switch {
	case a.read != nil:
		return a.read.Reasons
	case a.from == nil:
		return Reasons{}
	}
	v, x := questionWords{questions{a.from.chronology}}, a.from
	g := v.reason()
	root := g.Fact(v.ref(x.given.item).String()+" answers "+v.ref(x.event).String(), "answer", g.Item(x.event), g.actor(x.respondent))
	v.becauseSaid(g, root, []int32{x.event}, []int32{x.given.item})
	v.becauseWeighed(g, root, x.given.item)
	if x.given.on != none {
		g.claim(root, x.given.on)
	}
	return g.done(root)
}
