package dispute

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/domain"
	"github.com/dispute-go/dispute/internal/english"
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ties"
)

// attributionSentence says who takes what stance to what, when, in which words,
// where, and what became of it.
func (v words) attributionSentence(n int32) string {
	text := english.UpperFirst(v.clause(n, maxNesting))
	if s := v.sourceOf(n); s != none {
		text += " — " + v.sourcePhrase(s)
	}
	text += v.publishedWords(n) + v.fateOf(n)
	if !v.current[n] {
		text += "; superseded by this: " + v.clause(v.head[n], maxNesting)
	}
	return text
}

// publishedWords says when a statement of which nobody says when it was made was
// published, unless the title of its source does.
func (v words) publishedWords(n int32) string {
	d, s := v.publishedOn(n), v.sourceOf(n)
	if !v.d.attribution(n).Said.IsZero() || d.IsZero() || s != none && strings.Contains(v.d.source(s).Title, d.English()) {
		return ""
	}
	return ", published " + dateWords(d)
}

// publishedOn returns when a statement was published, or else its source.
func (v words) publishedOn(n int32) edtf.Date {
	d := v.d.attribution(n).Published
	if s := v.sourceOf(n); s != none && d.IsZero() {
		d = v.d.source(s).Published
	}
	return d
}

// maxNesting bounds how many statements about statements a sentence unfolds.
const maxNesting = 4

// clause returns who takes what stance to what, in the past tense.
func (v words) clause(n int32, depth int) string {
	a := v.d.attribution(n)
	clause := v.speakerPhrase(n) + " " + v.stancePhrase(a, depth)
	if a.Scope != "" {
		clause += fmt.Sprintf(" (scope: %s)", a.Scope)
	}
	if !v.current[n] && depth < maxNesting {
		clause += " (since superseded)"
	}
	if a.Stance == StanceHasNotResponded { // which its speaker does not say
		return "according to " + v.silenceReporter(n) + v.passingOn(a) + ", " + clause
	}
	return clause
}

// silenceReporter names whoever reports that a speaker did not respond: who
// published it, or else the carrier.
func (v words) silenceReporter(n int32) string {
	s := v.sourceOf(n)
	switch p := v.publisherOf(n); {
	case v.confidential(n):
		return "a confidential reporter"
	case s == none:
		return "an unknown reporter"
	case p == none || v.confidential(s):
		return v.sourcePhrase(s)
	default:
		return v.name(p)
	}
}

// passingOn says what whoever reports a silence passes on, if anything.
func (v words) passingOn(a *Attribution) string {
	if a.Lineage == LineageRelaying {
		if phrase, told := v.relayed(a); told != nothingPassedOn {
			return ", passing on " + phrase
		}
	}
	return ""
}

// speakerPhrase names the signatories and whom they say they speak for.
func (v words) speakerPhrase(n int32) string {
	if v.confidential(n) {
		return confidentialSpeaker
	}
	signatories, behalf := v.speakersOf(n)
	if signatories == nil {
		return unknownSpeaker
	}
	phrase := v.jointly(signatories)
	if v.d.attribution(n).Stance == StanceHasNotResponded { // which nobody does jointly
		phrase = v.names(signatories)
	}
	if len(behalf) > 0 {
		phrase += ", on behalf of " + v.names(behalf) + ","
	}
	return phrase
}

func (v words) jointly(speakers []int32) string {
	if len(speakers) > 1 {
		return v.names(speakers) + " jointly"
	}
	return v.names(speakers)
}

// represented returns those of behalf whom the speakers are known to speak
// for, and whether that is all of them and leaves no speaker out. To say that
// one speaks for somebody does not suffice.
func (v words) represented(speakers, behalf []int32, w ties.Window) (known []int32, all bool) {
	if len(behalf) == 0 {
		return nil, false
	}
	all = true
	var lists [][]int32
	for _, s := range speakers {
		above := v.ties.LeadUp(s, w)
		all = all && ints.Intersect(above, behalf)
		lists = append(lists, above)
	}
	above := ints.Merge(lists...)
	for _, b := range behalf {
		if _, ok := slices.BinarySearch(above, b); ok {
			known = append(known, b)
		}
	}
	return known, all && len(known) == len(behalf)
}

// speakingFor returns whom a statement is put down to: those its speakers are
// known to speak for, or the speakers.
func (v words) speakingFor(n int32) []int32 {
	speakers, behalf := v.speakersOf(n)
	if _, known := v.represented(speakers, behalf, v.saidWindow(n)); known {
		return behalf
	}
	return speakers
}

// firmness returns the words for a strength, before and after the verb. What
// is hedged keeps the word that says so in the source.
func (a *Attribution) firmness() (firm, how string) {
	switch {
	case a.Strength == StrengthCategorical:
		return "categorically ", ""
	case a.Strength == StrengthHedged && a.Cue != "":
		return "", fmt.Sprintf(" in hedged terms (“%s”)", a.Cue)
	case a.Strength == StrengthHedged:
		return "", " in hedged terms"
	}
	return "", ""
}

// manner returns how a stance is taken, in words before and after the verb: the
// strength, the date and the words quoted.
func (a *Attribution) manner() (firm, how string) {
	firm, how = a.firmness()
	switch {
	case a.Said.IsZero():
	case a.Stance == StanceHasNotResponded:
		how += " as of " + a.Said.English()
	default:
		how += " " + dateWords(a.Said)
	}
	if a.Wording != "" {
		how += fmt.Sprintf(" (“%s”)", a.Wording)
	}
	if a.Quotation != "" && !a.Confidential {
		how += fmt.Sprintf(", in the words “%s”,", a.Quotation)
	}
	return firm, how
}

// stancePhrase says what the speakers did, how and when.
func (v words) stancePhrase(a *Attribution, depth int) string {
	what := v.objectOf(a, depth)
	if a.Stance == StanceInterprets {
		what = v.readingOf(a, what)
	}
	firm, how := a.manner()
	if a.Lineage == LineageRelaying && a.Stance != StanceHasNotResponded {
		phrase, told := v.relayed(a)
		switch told {
		case toldAlike:
			return "passed on" + how + " " + phrase + ": " + a.object(what)
		case notTold:
			return "passed on" + how + " " + phrase + ": " + a.matter(what)
		case toldOtherwise:
			how += ", passing on " + phrase + ","
		}
	}
	switch a.Stance {
	case StanceAsserts:
		return firm + "said" + how + " that " + what
	case StanceImplies:
		return firm + "implied" + how + " that " + what
	case StanceDenies:
		return firm + "denied" + how + " that " + what
	case StanceNeitherConfirmsNorDenies:
		return "neither confirmed nor denied" + how + " that " + what
	case StanceDeclinesComment:
		return "declined" + how + " to comment on whether " + what
	case StanceHasNotResponded:
		return "had not responded" + how + " to " + v.statementPhrase(a, what)
	case StanceInterprets:
		return "read" + how + " " + what
	case StanceRetracts:
		return "withdrew" + how + " " + v.statementPhrase(a, what)
	}
	return "disputed" + how + " that this is to be relied on: " + what
}

// readingOf names the statement that is read, given as a clause, and what it is read as.
func (v words) readingOf(a *Attribution, statement string) string {
	if c := v.resolve(a.Claim.Ref()); c != none {
		return fmt.Sprintf("the statement that %s as meaning that %s", statement, v.d.claim(c).Text)
	}
	return "this: " + statement
}

// statementPhrase names what a stance is taken to, given as a clause: a
// statement somebody made, or one anybody might make.
func (v words) statementPhrase(a *Attribution, what string) string {
	if v.resolve(a.Attribution.Ref()) != none {
		return "this: " + what
	}
	if s := v.resolve(a.TargetSource.Ref()); s != none {
		return v.carrierPhrase(s)
	}
	return "the statement that " + what
}

// objectOf returns what the stance is taken to, as a clause. Of a longer chain
// of statements about statements than depth it tells the end.
func (v words) objectOf(a *Attribution, depth int) string {
	if t := v.asMade(a.Attribution.Ref()); t != none {
		if depth > 0 {
			return v.clause(t, depth-1)
		}
		end, steps := v.lastStatement(t)
		if end == none {
			return "something was said that leads to no statement on file (" + v.ref(t).ID + ")"
		}
		if steps == 0 {
			return v.clause(end, 0)
		}
		return fmt.Sprintf("by way of %s, %s", english.Count(steps, "more report"), v.clause(end, 0))
	}
	if c := v.resolve(a.Claim.Ref()); c != none {
		return v.d.claim(c).Text
	}
	return v.sourcePhrase(v.resolve(a.TargetSource.Ref()))
}

// lastStatement follows statements about statements from n to the one that is
// about a claim or a source, and returns how many steps that takes; none if it
// leads in a circle or takes more than lineageLimit.
func (v words) lastStatement(n int32) (end int32, steps int) {
	seen := map[int32]bool{n: true}
	for {
		next := v.asMade(v.d.attribution(n).Attribution.Ref())
		if next == none {
			return n, steps
		}
		if seen[next] || steps == lineageLimit {
			return none, 0
		}
		seen[next] = true
		n = next
		steps++
	}
}

// verb says what a speaker does, without what with.
func (a *Attribution) verb() string {
	firm, how := a.firmness()
	switch a.Stance {
	case StanceImplies:
		return firm + "implied" + how
	case StanceDenies:
		return firm + "denied" + how
	case StanceNeitherConfirmsNorDenies:
		return "neither confirmed nor denied"
	case StanceDeclinesComment:
		return "declined to comment on"
	case StanceHasNotResponded:
		return "reported to be unanswered"
	case StanceInterprets:
		return "read"
	case StanceRetracts:
		return "withdrew"
	case StanceUndercuts:
		return "disputed"
	}
	return firm + "said" + how
}

// putDownTo names whom a statement is put down to. A silence is put down to whoever
// reports it.
func (v words) putDownTo(n int32) []string {
	speakers := v.speakingFor(n)
	switch {
	case v.d.attribution(n).Stance == StanceHasNotResponded:
		return []string{v.silenceReporter(n)}
	case v.confidential(n):
		return []string{confidentialSpeaker}
	case len(speakers) == 0:
		return []string{unknownSpeaker}
	}
	names := make([]string, len(speakers))
	for i, s := range speakers {
		names[i] = v.name(s)
	}
	return names
}

// words say in English what a court weighs and who said it.
type words struct{ *court }

func (v words) sourcePhrase(n int32) string {
	if v.confidential(n) {
		return "a confidential source"
	}
	return v.sourceName(n)
}

// carrierPhrase names a source with its kind.
func (v words) carrierPhrase(n int32) string {
	s := v.d.source(n)
	if v.confidential(n) || s.Title == "" {
		return v.sourcePhrase(n)
	}
	return "the " + english.Words(string(s.Kind)) + " “" + s.Title + "”"
}

// publisherName names who published a source, or else wrote it, unless it is
// confidential.
func (v words) publisherName(source int32) string {
	speakers, _ := v.tellers(source)
	switch {
	case v.confidential(source):
		return v.sourcePhrase(source)
	case len(speakers) == 0:
		return "an unknown publisher"
	}
	return v.jointly(speakers)
}

// name returns an actor's name, if it may be told. Every name that is put into
// words comes from here.
func (v *sight) name(n int32) string {
	if v.isConcealed(n) {
		return confidentialActor
	}
	return v.d.actor(n).Name
}

// names returns actors' names as a list in words.
func (v *sight) names(list []int32) string {
	if len(list) == 1 {
		return v.name(list[0])
	}
	words := make([]string, len(list))
	for i, n := range list {
		words[i] = v.name(n)
	}
	return english.List(words)
}

// eventName returns an event's summary, or its ID where it has none.
func (v *sight) eventName(n int32) string {
	return cmp.Or(v.d.event(n).Summary, string(v.d.event(n).ID))
}

func (v *sight) eventNames(list []int32) string {
	words := make([]string, len(list))
	for i, n := range list {
		words[i] = v.eventName(n)
	}
	return strings.Join(words, "; ")
}

// sourceName returns a source's title, or its kind and ID where it has none.
func (v *sight) sourceName(n int32) string {
	s := v.d.source(n)
	return cmp.Or(s.Title, "the "+string(s.Kind)+" "+string(s.ID))
}

const (
	unknownSpeaker      = "an unknown speaker"
	confidentialSpeaker = "a confidential speaker"
)

// dateWords says when something was, with the preposition it takes, and without
// more precision than is known. What only an approximate, uncertain or spread
// out date says, or an interval of which one end is not known, is quoted as what
// is given.
func dateWords(d edtf.Date) string {
	start, end, lasts := d.Ends()
	if domain.Doubtful(d) || d.Kind() == edtf.KindAllOf || lasts && (start.Date.IsZero() || end.Date.IsZero()) {
		return "at a time given as “" + d.English() + "”"
	}
	b := d.Bounds()
	return cmp.Or(eventWords(d, edtf.Date{}), edtf.Range{First: b.EarliestStart, Last: b.LatestStart}.English())
}
