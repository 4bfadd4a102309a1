package dispute

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/domain"
	"github.com/dispute-go/dispute/internal/english"
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/precedence"
	"github.com/dispute-go/dispute/internal/span"
)

// Sentence says an item in an English sentence, without its final full stop.
// It is empty for an item that is not there. An ID leads to the last version that
// states the same. Where that was replaced by something else (a statement by one of
// another speaker, stance or target, an event by one of another kind, doer or target),
// it is told as it was, and what replaces it is told as well.
//
//   - An attribution keeps the speaker, the stance and its strength, the words
//     quoted, the precision of the date, and the carrier.
//   - A claim is said by those who say it, then by those who deny it, with how
//     it stands: "Mali said that …; Ukraine denied it — contested (1,1), …".
//   - An event is said with when it was, as precisely as is known and in the
//     source's words, who says so and who denies it, what it was about or a
//     response to, and how it stands. One that has not taken place is said to
//     be expected or cancelled.
//   - A source is named with its authors, its publisher, its platform and when
//     it was published. A confidential one is not named anywhere.
//   - An actor is named with its kind.
//
// What speakers say is in the past tense, claims and events in the words of
// the record. The cost is that of the status of a claim or event.
func (v *View) Sentence(ref Ref) string {
	v = v.orEmpty()
	n := v.asMade(ref)
	if n == none {
		return ""
	}
	switch ref.Kind {
	case ItemActor:
		a := v.d.actor(n)
		return english.UpperFirst(fmt.Sprintf("%s (%s)", v.name(n), english.Words(a.Kind.String())))
	case ItemSource:
		return english.UpperFirst(words{v.court}.sourceSentence(n))
	case ItemEvent:
		return english.UpperFirst(sentences{words{v.court}, v.chronology}.eventSentence(n))
	case ItemClaim:
		return english.UpperFirst(sentences{words{v.court}, v.chronology}.claimSentence(n))
	}
	return words{v.court}.attributionSentence(n)
}

// Report says that whoever speaks in a source reports an event in it, as a
// sentence without its final full stop: what listing the source on the event
// stands for. That is its publisher, or else its authors, or the doer of the event
// whose own word it is. Of several versions of the event it is one that lists the
// source. It is empty if either is not there.
func (v *View) Report(event EventID, source SourceID) string {
	v = v.orEmpty()
	e, s := v.resolve(event.Ref()), v.resolve(source.Ref())
	if e == none || s == none {
		return ""
	}
	for _, n := range []int32{e, v.d.find(event.Ref()), v.head[e]} {
		if slices.Contains(v.sourcesOf(n), s) {
			e = n
			break
		}
	}
	who, verb := words{v.court}.publisherName(s), " reported this: "
	if i := slices.IndexFunc(v.reports(e), func(r voice) bool { return r.source == s }); i >= 0 {
		r := v.reports(e)[i]
		if who = (words{v.court}).reporter(&r); r.onRecord {
			verb = " said this: "
		}
	}
	text := english.UpperFirst(who) + verb + v.eventName(e)
	if !v.confidential(s) {
		text += " — " + v.sourceName(s)
	}
	return text + words{v.court}.fateOfReport(e, s)
}

// sourceSentence names a source with everybody who brought it about.
func (v words) sourceSentence(n int32) string {
	s := v.d.source(n)
	if v.confidential(n) {
		return v.sourcePhrase(n)
	}
	text := "“" + v.sourceName(n) + "”"
	publisher := v.resolve(s.Publisher.Ref())
	var authors, behalf []int32
	for _, a := range s.Authors {
		authors = append(authors, v.resolve(a.Actor.Ref()))
		for _, id := range a.OnBehalfOf {
			behalf = append(behalf, v.resolve(id.Ref()))
		}
	}
	if len(authors) > 0 && !slices.Equal(authors, []int32{publisher}) {
		text += ", by " + v.names(authors)
		if behalf = ints.Merge(behalf); len(behalf) > 0 {
			text += " on behalf of " + v.names(behalf)
		}
	}
	var published string
	if publisher != none {
		published += " by " + v.name(publisher)
	}
	if p := v.resolve(s.Platform.Ref()); p != none {
		published += " on " + v.name(p)
	}
	if !s.Published.IsZero() {
		published += " " + dateWords(s.Published)
	}
	if published != "" {
		text += ", published" + published
	}
	return text
}

// eventSentence says when an event was, what it was, and on whose word.
// sentences say events and claims.
type sentences struct {
	words
	in *chronology
}

func (v sentences) eventSentence(n int32) string {
	e := v.d.event(n)
	when := e.filedWords()
	if v.current[n] {
		when = e.phased(v.in.whenWords(v.in.events.at(n)))
	}
	s := v.judge(v.occurrenceOf(n))
	words := v.voicesSaid(s, "")
	if !e.Phase.took() {
		for _, source := range v.sourcesOf(n) {
			words = append(words, "according to "+v.sourceSentence(source))
		}
	}
	if words == nil {
		words = append(words, nobodySays)
	}
	for _, l := range e.Links { // what comes after what, the dates tell
		if other := v.replacing(l.Event.Ref()); other != none && l.Kind != LinkAfter {
			words = append(words, english.Words(l.Kind.String())+" this: "+v.eventName(other))
		}
	}
	if date := v.datedBefore(n); !date.IsZero() {
		words = append(words, "before its date was corrected it was on file as "+dateWords(date))
	}
	text := when + ": " + v.eventName(n) + " — " + strings.Join(words, "; ")
	if e.Phase.took() || s.label != LabelUnasserted {
		text += " — " + v.standingWords(s)
	}
	return text + v.replacedText(s.of)
}

// datedBefore returns the date of the last earlier version of event n that states
// the same and cannot have started on a day of n, if there is one: what was said of
// that stays said, but not of the new date.
func (v sentences) datedBefore(n int32) edtf.Date {
	seen := map[int32]bool{}
	for m := n; m != none && !seen[m] && v.latest(m) == n; m = v.d.find(v.d.event(m).Supersedes.Ref()) {
		seen[m] = true
		date := v.d.event(m).When
		if len(span.Meet(domain.Starts(date), domain.Starts(v.d.event(n).When))) == 0 {
			return date
		}
	}
	return edtf.Date{}
}

// nobodySays is said of what has no roots.
const nobodySays = "no first-hand statement counts"

// claimSentence says who says and who denies a claim.
func (v sentences) claimSentence(n int32) string {
	s := v.judge(v.proposition(n))
	text := v.d.claim(n).Text
	words := v.voicesSaid(s, text)
	if words == nil {
		words = []string{"on whether " + text + ", " + nobodySays}
	}
	return strings.Join(words, "; ") + " — " + v.standingWords(s) + v.replacedText(s.of)
}

// String returns the timeline with one event a line, such as
// "event/letter: on 21 August 2024".
func (t Timeline) String() string {
	lines := make([]string, len(t.Entries))
	for i, e := range t.Entries {
		lines[i] = e.Event.Ref().String() + ": " + e.Span.String()
	}
	return strings.Join(lines, "\n")
}

// Reasons returns the items and rules that the timeline rests on: the dates of
// every event, what they follow from, and how its occurrence stands.
func (t Timeline) Reasons() Reasons {
	switch {
	case t.read != nil:
		return t.read.Reasons
	case t.from == nil:
		return Reasons{}
	}
	v := t.from
	g := v.reason()
	g.whole = true
	var because []int
	for p, n := range v.events.list {
		because = append(because, v.dates(g, int32(p)))
		if root, ok := g.graft(words{v.court}.why(v.occurrenceOf(n))); ok {
			because = append(because, root)
		}
	}
	return g.done(g.Fact(fmt.Sprintf("timeline of %d events", len(v.events.list)), ruleDates, because...))
}

// Reasons returns the items and rules that the span rests on: the event's own
// date, and the events whose links made it narrower. Those of a span within a
// [Timeline] are among the timeline's.
func (s Span) Reasons() Reasons {
	switch {
	case s.read != nil:
		return s.read.Reasons
	case s.from == nil:
		return Reasons{}
	}
	v := s.from
	g := v.reason()
	g.whole = true
	return g.done(v.dates(g, v.events.at(v.replacing(s.Event.Ref()))))
}

// dates adds the bounds of the event at place p: its own date, and the chain of
// events that tightened it. Of a long chain it gives the beginning, so that n
// answers about n events of one chain do not list it n times, unless the
// reasons are to be whole.
func (v *chronology) dates(g *reasoning, p int32) int {
	x := &v.events
	fact := fmt.Sprintf("dates of event/%s: start %s", v.ref(x.list[p]).ID, rangeText(x.time.EarliestStart(p), x.time.LatestStart(p)))
	if i, ok := g.Known(fact); ok {
		return i
	}
	if !g.whole && g.spans == datesItems {
		i := g.Fact(fact, ruleDates)
		g.See(i, v.datesKey(p))
		return i
	}
	g.spans++
	i := g.Fact(fact, ruleDates, g.Item(x.list[p]))
	for _, by := range []int32{x.time.EarliestStartBy[p], x.time.LatestStartBy[p]} {
		if by != precedence.Declared && by != p {
			g.Because(i, v.dates(g, by))
		}
	}
	if list := x.clashing[x.time.Component[p]]; list != nil {
		g.Because(i, v.clash(g, list))
	}
	return i
}

// clash adds that the chronology of some events cannot hold, so that all that
// is linked with them keeps the dates it was given.
func (v *chronology) clash(g *reasoning, places []int32) int {
	x := &v.events
	fact := fmt.Sprintf("the chronology of event/%s and what is linked with it cannot hold", v.ref(x.list[places[0]]).ID)
	i, ok := g.Known(fact)
	if ok {
		return i
	}
	i = g.Fact(fact, "declared dates are kept")
	if !g.whole && len(places) > datesItems {
		g.See(i, v.clashKey(places))
		return i
	}
	for _, q := range places {
		g.Because(i, g.Item(x.list[q]))
	}
	return i
}

func rangeText(first, last int64) string {
	text := func(tick int64, open string) string {
		if day, ok := domain.Day(tick); ok {
			return day.String()
		}
		return open
	}
	return text(first, "on any day") + " to " + text(last, "on any day")
}

// nameOr returns an actor's name, or the ID of one that is not there.
func (v *sight) nameOr(id ActorID) string {
	if n := v.resolve(id.Ref()); n != none {
		return v.name(n)
	}
	return string(id)
}
