package dispute

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dispute-go/dispute/edtf"
)

// attributionSentence says who takes what stance to what, in which words, when
// and where.
func (v *View) attributionSentence(n int32) string {
	a := v.d.attribution(n)
	var b strings.Builder
	b.WriteString(upperFirst(v.clause(n, maxNesting)))
	if a.Quotation != "" {
		fmt.Fprintf(&b, ", in the words “%s”", a.Quotation)
	}
	if a.Scope != "" {
		fmt.Fprintf(&b, " (scope: %s)", a.Scope)
	}
	if !a.Said.IsZero() {
		fmt.Fprintf(&b, ", %s", startText(a.Said))
		if a.Wording != "" {
			fmt.Fprintf(&b, " (“%s”)", a.Wording)
		}
	}
	if s := v.sourceOf(n); s != none {
		fmt.Fprintf(&b, " — %s", v.sourcePhrase(s))
	}
	return b.String()
}

// maxNesting bounds how many statements about statements a sentence unfolds.
const maxNesting = 4

// clause returns who takes what stance to what, in the past tense.
func (v *View) clause(n int32, depth int) string {
	a := v.d.attribution(n)
	clause := v.speakerPhrase(n) + " " + v.stancePhrase(a, depth)
	if a.Stance == StanceHasNotResponded { // which its speaker does not say
		return v.accordingTo(n) + ", " + clause
	}
	return clause
}

// accordingTo names whoever reports that a speaker did not respond: who
// published it, or else the carrier.
func (v *View) accordingTo(n int32) string {
	s := v.sourceOf(n)
	switch p := v.publisherOf(n); {
	case s == none:
		return "according to an unknown reporter"
	case p == none || v.d.source(s).Confidential:
		return "according to " + v.sourcePhrase(s)
	default:
		return "according to " + v.name(p)
	}
}

// speakerPhrase names the signatories and whom they say they speak for.
func (v *View) speakerPhrase(n int32) string {
	signatories, behalf := v.speakersOf(n)
	if signatories == nil {
		return "an unknown speaker"
	}
	phrase := v.jointly(signatories)
	if len(behalf) > 0 {
		phrase += ", on behalf of " + v.names(behalf) + ","
	}
	return phrase
}

func (v *View) jointly(speakers []int32) string {
	if len(speakers) > 1 {
		return v.names(speakers) + " jointly"
	}
	return v.names(speakers)
}

// represented returns those of behalf whom the speakers are known to speak
// for, and whether that is all of them and leaves no speaker out. To say that
// one speaks for somebody does not suffice.
func (v *View) represented(speakers, behalf []int32, w window) (known []int32, all bool) {
	if len(behalf) == 0 {
		return nil, false
	}
	all = true
	var lists [][]int32
	for _, s := range speakers {
		above := v.ties.leadUp(s, w)
		all = all && intersects(above, behalf)
		lists = append(lists, above)
	}
	above := merge(lists...)
	for _, b := range behalf {
		if _, ok := slices.BinarySearch(above, b); ok {
			known = append(known, b)
		}
	}
	return known, all && len(known) == len(behalf)
}

// speakingFor returns whom a statement is put down to: those its speakers are
// known to speak for, or the speakers.
func (v *View) speakingFor(n int32) []int32 {
	speakers, behalf := v.speakersOf(n)
	if _, known := v.represented(speakers, behalf, v.saidWindow(n)); known {
		return behalf
	}
	return speakers
}

// firmness returns the words for a strength, before and after the verb. What
// is hedged keeps the word that says so in the source.
func (a *Attribution) firmness() (firm, passing string) {
	switch a.Strength {
	case StrengthHedged:
		passing = " in hedged terms"
		if a.Cue != "" {
			passing += fmt.Sprintf(" (“%s” in the source)", a.Cue)
		}
	case StrengthCategorical:
		firm = "categorically "
	}
	return firm, passing
}

// stancePhrase says what the speakers did, with the firmness they showed.
func (v *View) stancePhrase(a *Attribution, depth int) string {
	what := v.objectOf(a, depth)
	firm, passing := a.firmness()
	if a.Lineage == LineageRelaying {
		if phrase := v.relayedPhrase(a); phrase != "" {
			return v.passingOn(a, phrase, what)
		}
	}
	switch a.Stance {
	case StanceAsserts:
		return firm + "said" + passing + " that " + what
	case StanceImplies:
		return firm + "implied" + passing + " that " + what
	case StanceDenies:
		return firm + "denied" + passing + " that " + what
	case StanceNeitherConfirmsNorDenies:
		return "neither confirmed nor denied that " + what
	case StanceDeclinesComment:
		return "declined to comment on whether " + what
	case StanceHasNotResponded:
		return "had not responded to " + v.statementPhrase(a, what)
	case StanceInterprets:
		reading := what
		if c := v.resolve(a.Claim.Ref()); c != none {
			reading = fmt.Sprintf("the statement that %s as meaning that %s", what, v.d.claim(c).Text)
		}
		return "read " + reading
	case StanceRetracts:
		return "withdrew " + v.statementPhrase(a, what)
	case StanceUndercuts:
		return "disputed that this is to be relied on: " + what
	}
	return "spoke of this: " + what
}

// passingOn says that the speakers pass on what others said.
func (v *View) passingOn(a *Attribution, phrase, what string) string {
	_, hedge := a.firmness()
	passed := "passed on" + hedge + " " + phrase + ": "
	switch a.Stance {
	case StanceDenies:
		return passed + "a denial that " + what
	case StanceImplies:
		return passed + "an implication that " + what
	}
	return passed + "that " + what
}

// statementPhrase names what a stance is taken to, given as a clause: a
// statement somebody made, or one anybody might make.
func (v *View) statementPhrase(a *Attribution, what string) string {
	if v.resolve(a.Attribution.Ref()) != none {
		return "this: " + what
	}
	return "the statement that " + what
}

// relayedPhrase names what a statement passes on: where it comes from in the
// end, as far as is on file, and by way of whom. It is empty where the
// statement is that one of them spoke, which says so already.
func (v *View) relayedPhrase(a *Attribution) string {
	ends, between := v.passedOn(a)
	if slices.Contains(merge(ends, between), v.resolve(a.Attribution.Ref())) {
		return ""
	}
	phrase := "what others said"
	if len(ends) > 0 {
		phrase = v.carriers(ends, "what ", " said")
	}
	if len(between) > 0 {
		phrase += ", by way of " + v.carriers(between, "", "")
	}
	return phrase
}

// passedOn follows what a statement relays to where it comes from, over at
// most lineageLimit steps: the statements and sources at the ends of the
// chains, and the relays between. Where no end is found, what it names itself
// is taken for the end. Both are ascending.
func (v *View) passedOn(a *Attribution) (ends, between []int32) {
	var list []int32
	seen := map[int32]bool{}
	cite := func(a *Attribution) {
		for _, id := range a.Relays {
			if n := v.resolve(id.Ref()); !seen[n] {
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
		return merge(list[:direct]), nil
	}
	return merge(ends), merge(between)
}

// carriers names the speakers of statements, between two words, and the
// sources beside them; what is in those, if there is a word before.
func (v *View) carriers(list []int32, before, after string) string {
	var speakers []int32
	var words []string
	for _, n := range list {
		if v.ref(n).Kind == ItemSource {
			if word := v.sourcePhrase(n); before != "" {
				words = append(words, "what is in "+word)
			} else {
				words = append(words, word)
			}
			continue
		}
		speakers = append(speakers, v.speakingFor(n)...)
	}
	if speakers != nil {
		words = slices.Insert(words, 0, before+v.names(merge(speakers))+after)
	}
	return listWords(words)
}

// objectOf returns what the stance is taken to, as a clause.
func (v *View) objectOf(a *Attribution, depth int) string {
	if t := v.resolve(a.Attribution.Ref()); t != none {
		if depth == 0 {
			return "something was said (" + v.ref(t).ID + ")"
		}
		return v.clause(t, depth-1)
	}
	if c := v.resolve(a.Claim.Ref()); c != none {
		return v.d.claim(c).Text
	}
	if s := v.resolve(a.TargetSource.Ref()); s != none {
		return v.sourcePhrase(s)
	}
	return "something unknown"
}

func (v *View) sourcePhrase(n int32) string {
	if v.d.source(n).Confidential {
		return "a confidential source"
	}
	return v.sourceName(n)
}

// startText says when something began, without more precision than is known.
func startText(d edtf.Date) string {
	b := d.Bounds()
	return edtf.Range{First: b.EarliestStart, Last: b.LatestStart}.English()
}
