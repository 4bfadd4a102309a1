package dispute

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dispute-go/dispute/internal/english"
	"github.com/dispute-go/dispute/internal/ints"
)

// Sentence says an item in an English sentence, without its final full stop.
// It is empty for an item that is not there.
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
	n := v.resolve(ref)
	if n == none {
		return ""
	}
	switch ref.Kind {
	case ItemActor:
		a := v.d.actor(n)
		return english.UpperFirst(fmt.Sprintf("%s (%s)", a.Name, english.Words(a.Kind.String())))
	case ItemSource:
		return english.UpperFirst(words{v.court}.sourceSentence(n))
	case ItemEvent:
		return english.UpperFirst(sentences{words{v.court}, v.chronology}.eventSentence(n))
	case ItemClaim:
		return english.UpperFirst(sentences{words{v.court}, v.chronology}.claimSentence(n))
	}
	return words{v.court}.attributionSentence(n)
}

// Report says that whoever published a source reports an event in it, as a
// sentence without its final full stop: what listing the source on the event
// stands for. It is empty if either is not there.
func (v *View) Report(event EventID, source SourceID) string {
	v = v.orEmpty()
	e, s := v.resolve(event.Ref()), v.resolve(source.Ref())
	if e == none || s == none {
		return ""
	}
	text := english.UpperFirst(words{v.court}.publisherName(s)) + " reported this: " + v.eventName(e)
	if v.d.source(s).Confidential {
		return text
	}
	return text + " — " + v.sourceName(s)
}

// sourceSentence names a source with everybody who brought it about.
func (v words) sourceSentence(n int32) string {
	s := v.d.source(n)
	if s.Confidential {
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
	when := v.in.bounds(v.in.events.at(n)).String()
	if e.Wording != "" {
		when += fmt.Sprintf(" (“%s”)", e.Wording)
	}
	switch e.Phase {
	case PhaseExpected:
		when = "expected " + when
	case PhaseCancelled:
		when = "cancelled, expected " + when
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
		if other := v.resolve(l.Event.Ref()); other != none && l.Kind != LinkAfter {
			words = append(words, english.Words(l.Kind.String())+" this: "+v.eventName(other))
		}
	}
	text := when + ": " + v.eventName(n) + " — " + strings.Join(words, "; ")
	if e.Phase.took() || s.label != LabelUnasserted {
		text += " — " + v.standingWords(s)
	}
	return text
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
	return strings.Join(words, "; ") + " — " + v.standingWords(s)
}
