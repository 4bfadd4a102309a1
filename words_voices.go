package dispute

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dispute-go/dispute/internal/english"
	"github.com/dispute-go/dispute/internal/ints"
)

// A telling is how far the words for what a relay passes on tell its stance.
type telling uint8

const (
	nothingPassedOn telling = iota // or the statement itself says what
	notTold                        // documents, or nothing on file
	toldAlike                      // statements of the same stance on the same
	toldOtherwise                  // other statements
)

// relayed names what a relay passes on: where it comes from in the end, as far
// as is on file, with the stances taken there, and by way of whom.
func (v words) relayed(a *Attribution) (string, telling) {
	ends, between := v.passedOn(a)
	own := v.asMade(a.Attribution.Ref())
	if own != none && slices.Contains(ints.Merge(ends, between), own) {
		return "", nothingPassedOn
	}
	told := notTold
	var does ints.Numbering[string] // what is done at the ends, in order
	var who []ints.Numbering[string]
	var words []string
	for _, n := range ends {
		if v.ref(n).Kind == ItemSource {
			words = append(words, "what is in "+v.sourcePhrase(n))
			continue
		}
		x := v.d.attribution(n)
		verb := x.verb()
		if alike := x.Stance == a.Stance && v.resolve(x.Claim.Ref()) == v.resolve(a.Claim.Ref()) && v.asMade(x.Attribution.Ref()) == own; !alike {
			told = toldOtherwise
			if x.Claim != "" && v.resolve(x.Claim.Ref()) != v.resolve(a.Claim.Ref()) {
				verb += fmt.Sprintf(" (on whether %s)", v.d.claim(v.resolve(x.Claim.Ref())).Text)
			}
		} else if told == notTold {
			told = toldAlike
		}
		if !v.current[n] {
			verb += " (since superseded)"
		}
		at, isNew := does.Add(verb)
		if isNew {
			who = append(who, ints.Numbering[string]{})
		}
		for _, name := range v.putDownTo(n) {
			who[at].Add(name)
		}
	}
	for at := len(does.Keys) - 1; at >= 0; at-- { // statements before documents
		words = slices.Insert(words, 0, "what "+english.List(who[at].Keys)+" "+does.Keys[at])
	}
	phrase := english.List(words)
	if phrase == "" {
		phrase = "what others said"
	}
	if len(between) > 0 {
		phrase += ", by way of " + v.carriers(between)
	}
	return phrase, told
}

// passedOn follows what a statement relays to where it comes from, over at
// most lineageLimit steps: the statements and sources at the ends of the
// chains, and the relays between. Where no end is found, what it names itself
// is taken for the end. Both are ascending.
func (v words) passedOn(a *Attribution) (ends, between []int32) {
	var list []int32
	seen := map[int32]bool{}
	cite := func(a *Attribution) {
		for _, id := range a.Relays {
			if n := v.asMade(id.Ref()); !seen[n] {
				seen[n] = true
				list = append(list, n)
			}
		}
		for _, id := range a.RelaysSources {
			if n := v.resolve(id.Ref()); !seen[n] {
				seen[n] = true
				list = append(list, n)
			}
		}
	}
	cite(a)
	direct := len(list)
	for i := 0; i < len(list); i++ {
		n := list[i]
		if v.ref(n).Kind == ItemAttribution && i < lineageLimit {
			if x := v.d.attribution(n); x != a && x.Lineage == LineageRelaying && len(x.Relays)+len(x.RelaysSources) > 0 {
				cite(x)
				between = append(between, n)
				continue
			}
		}
		if v.ref(n).Kind == ItemSource || v.d.attribution(n) != a {
			ends = append(ends, n)
		}
	}
	if ends == nil { // a circle, or a chain too long: what it names itself
		return ints.Merge(list[:direct]), nil
	}
	return ints.Merge(ends), ints.Merge(between)
}

// carriers names who passes statements on.
func (v words) carriers(list []int32) string {
	var names ints.Numbering[string]
	for _, n := range list {
		for _, name := range v.putDownTo(n) {
			names.Add(name)
		}
	}
	return english.List(names.Keys)
}

// object is what a stance is taken to, after words that tell the stance.
func (a *Attribution) object(what string) string {
	switch a.Stance {
	case StanceAsserts, StanceImplies, StanceDenies, StanceNeitherConfirmsNorDenies:
		return "that " + what
	case StanceDeclinesComment:
		return "whether " + what
	}
	return what
}

// matter is a stance and what it is taken to, as something passed on.
func (a *Attribution) matter(what string) string {
	switch a.Stance {
	case StanceImplies:
		return "an implication that " + what
	case StanceDenies:
		return "a denial that " + what
	case StanceNeitherConfirmsNorDenies:
		return "neither a confirmation nor a denial that " + what
	case StanceDeclinesComment:
		return "a refusal to comment on whether " + what
	case StanceInterprets:
		return "a reading of " + what
	case StanceRetracts:
		return "a withdrawal of this: " + what
	case StanceUndercuts:
		return "a dispute of whether this is to be relied on: " + what
	}
	return a.object(what)
}

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
