package dispute

import (
	"strings"

	"github.com/dispute-go/dispute/internal/english"
	"github.com/dispute-go/dispute/internal/ints"
)

// droppedText names whose statements no longer count, and why.
func (v words) droppedText(x *assessment) string {
	if len(x.withdrawn) == 0 {
		return ""
	}
	var words ints.Numbering[string]
	for _, w := range x.withdrawn {
		words.Add(v.dropped(&w) + " (" + v.fateWords(&w) + ")")
	}
	return "; no longer counted: " + strings.Join(words.Keys, ", ")
}

// dropped names who no longer stands by a statement, or whose it was.
func (v words) dropped(w *withdrawal) string {
	switch n := w.voice.attribution; {
	case n == none:
		return v.reporter(&w.voice)
	case w.gone != nil && !v.confidential(n):
		return v.names(w.gone)
	default:
		return english.List(v.putDownTo(n))
	}
}

// fateWords says what became of a statement, and who withdrew it where that was not
// those whose it was, or who speaks for them.
func (v words) fateWords(w *withdrawal) string {
	text := w.why.words()
	if w.why != DropRetracted {
		return text
	}
	var by ints.Numbering[string]
	var signed []int32
	for _, n := range ints.Merge(w.by, w.through()) {
		speakers, behalf := v.speakersOf(n)
		signed = append(append(signed, speakers...), behalf...)
		for _, name := range v.putDownTo(n) {
			by.Add(name)
		}
	}
	gone := w.gone
	if gone == nil {
		gone = w.voice.speakers
	}
	if who := english.List(by.Keys); len(ints.Shared(ints.Merge(signed), gone)) < len(gone) && who != v.dropped(w) {
		text += " by " + who
	}
	return text
}

// repeatedText names who still repeats what no longer counts.
func (v words) repeatedText(x *assessment) string {
	if len(x.repeated) == 0 {
		return ""
	}
	var who ints.Numbering[string]
	for _, r := range x.repeated {
		switch {
		case r.attribution != none:
			for _, name := range v.putDownTo(r.attribution) {
				who.Add(name)
			}
		case len(r.by) == 0 || v.confidential(r.source):
			who.Add(v.sourcePhrase(r.source))
		default:
			who.Add(v.names(r.by))
		}
	}
	return "; still repeated by " + english.List(who.Keys)
}

// fateOf says what keeps a statement from counting, or a retraction or an
// undercut from taking anything away.
func (v words) fateOf(n int32) string {
	a := v.d.attribution(n)
	switch {
	case a.Stance == StanceHasNotResponded: // which is nobody's statement
	case a.Lineage == 0:
		return " (of unknown origin)"
	case a.Lineage == LineageRelaying, !v.current[n]:
	case a.Stance == StanceRetracts || a.Stance == StanceUndercuts:
		t := v.resolve(a.Attribution.Ref())
		if t == none || v.claimOf(t) == none {
			break
		}
		if !v.takesAway(n, t) {
			return " (which takes nothing away)"
		}
	case v.claimOf(n) != none && v.challenged(n):
		list := v.court.fateOf(n)
		if len(list) == 0 {
			break
		}
		w := &list[0]
		text := v.fateWords(w)
		if w.gone != nil && text == w.why.words() && !v.confidential(n) { // of the signatories named
			text += " by " + v.names(w.gone)
		}
		return " (" + text + ")"
	}
	return ""
}

// fateOfReport says what became of what source s reports, that event e took place,
// and what replaces the event.
func (v words) fateOfReport(e, s int32) string {
	text := v.replacedText(proposition{event: e})
	for _, w := range v.hear(v.occurrenceOf(e)).withdrawn {
		if w.voice.attribution == none && w.voice.source == s {
			return " (" + v.fateWords(&w) + ")" + text
		}
	}
	return text
}

// challenged reports whether anybody retracts or undercuts a statement, or
// undercuts what carries it.
func (v words) challenged(n int32) bool {
	if s := v.sourceOf(n); s != none && len(v.on.impeached[s]) > 0 {
		return true
	}
	return v.undercutOrWithdrawn(n)
}
