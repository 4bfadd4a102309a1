package dispute

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dispute-go/dispute/internal/english"
	"github.com/dispute-go/dispute/internal/ints"
)

// String returns the conflict in a sentence, without the final full stop.
func (c Conflict) String() string { return c.text() }

func (c Conflict) text() string {
	switch {
	case c.read != nil:
		return c.read.Text
	case c.from == nil:
		return ""
	}
	return conflictSentences[c.from.kind](conflictWords{words{c.from.court}}, c.from)
}

// Reasons returns the items that the conflict rests on: what conflicts, and
// because of what it does.
func (c Conflict) Reasons() Reasons {
	switch {
	case c.read != nil:
		return c.read.Reasons
	case c.from == nil:
		return Reasons{}
	}
	g := c.from.court.reason()
	root := g.Fact(c.text(), c.from.kind.String())
	for _, n := range ints.Merge(c.from.items, c.from.over) {
		g.Because(root, g.any(n))
	}
	for _, n := range c.from.claims[:min(len(c.from.claims), mostNamed)] { // whose standing it tells
		if status, ok := g.graft(words{c.from.court}.statusReasons(c.from.court.judge(c.from.court.proposition(n)))); ok {
			g.Because(root, status)
		}
	}
	return g.done(root)
}

// conflictWords say what does not go together.
type conflictWords struct{ words }

// conflictSentences are how a conflict of each kind is told.
var conflictSentences = [...]func(conflictWords, *clash) string{
	ConflictSpeakerPrincipal: conflictWords.principalText,
	ConflictContradiction:    conflictWords.contradictionText,
	ConflictFigures:          conflictWords.figuresDisagree,
	ConflictChronology:       conflictWords.chronologyText,
	ConflictReversed:         conflictWords.reversedText,
	ConflictCitation:         conflictWords.citationText,
	ConflictHierarchy:        conflictWords.hierarchyText,
	ConflictSupersession:     conflictWords.supersessionText,
	ConflictIdentity:         conflictWords.identityText,
	ConflictDisowned:         conflictWords.disownedText,
	ConflictDates:            conflictWords.datesDisagree,
	ConflictItself:           conflictWords.itselfText,
	ConflictFigureOrder:      conflictWords.disorderedText,
	ConflictDoers:            conflictWords.doersText,
	ConflictRelations:        conflictWords.relationsText,
	ConflictMeanings:         conflictWords.meaningsText,
	ConflictReattribution:    conflictWords.reattributionText,
}

func (v conflictWords) principalText(x *clash) string {
	if text := v.acrossText(x); text != "" {
		return fmt.Sprintf("what %s said, not counted as committing %s, does not go together with the word of %s itself: %s",
			v.spokenText(x.one), v.name(x.about), v.name(x.about), text)
	}
	organs, principal, claim := v.spokenText(x.one), v.name(x.about), v.d.claim(x.claim).Text
	if x.ownWord {
		return fmt.Sprintf("%s, not counted as committing %s, and %s itself differ on whether %s", organs, principal, principal, claim)
	}
	return fmt.Sprintf("%s, not counted as committing %s, said something adverse to it on whether %s", organs, principal, claim)
}

// acrossText tells statements that do not go together by what they entail or
// contradict; it is empty where all are on what one claim states.
func (v conflictWords) acrossText(x *clash) string {
	said := slices.Concat(x.one, x.other)
	other := func(s signed) bool { return s.voice.claim != none && v.keyOf(s.voice.claim) != v.keyOf(x.claim) }
	if !slices.ContainsFunc(said, other) {
		return ""
	}
	var list []int32
	for _, s := range said {
		list = append(list, s.voice.items()[0]) // the attribution, or the event that lists a source
	}
	return strings.Join(v.few(ints.Merge(list), func(n int32) string {
		if v.ref(n).Kind == ItemEvent {
			return "that this occurred, " + v.eventName(n)
		}
		return v.clause(n, maxNesting)
	}), "; ")
}

func (v conflictWords) itselfText(x *clash) string {
	says, denies, principal, claim := v.spokenText(x.one), v.spokenText(x.other), v.name(x.about), v.d.claim(x.claim).Text
	if text := v.acrossText(x); text != "" {
		as := "for " + principal + ", but not counted as committing it,"
		if x.ownWord {
			as = "as the word of " + principal
		}
		return "what is said " + as + " does not go together: " + text
	}
	as := ""
	switch {
	case x.ownWord && (says != principal || denies != principal):
		as = fmt.Sprintf(", as the word of %s,", principal)
	case !x.ownWord:
		as = fmt.Sprintf(", for %s but not counted as committing it,", principal)
	}
	if says == denies {
		return fmt.Sprintf("%s both says and denies%s that %s", says, as, claim)
	}
	return fmt.Sprintf("%s says and %s denies%s that %s", says, denies, as, claim)
}

func (v conflictWords) contradictionText(x *clash) string {
	return "contradictory claims are made: " + v.standingsText(x)
}

func (v conflictWords) figuresDisagree(x *clash) string {
	return fmt.Sprintf("the figures for %q of %s disagree", x.category, v.eventFiled(x.about))
}

func (v conflictWords) disorderedText(x *clash) string {
	f := v.d.claim(x.claim).Content.Figure
	return fmt.Sprintf("a figure for %q of %s is out of order: %s", x.category, v.eventFiled(x.about), FigureRow{Low: f.Low, Best: f.Best, High: f.High}.number())
}

func (v conflictWords) datesDisagree(x *clash) string {
	text := fmt.Sprintf("the dates of %s disagree", v.eventFiled(x.about))
	if x.ownWord {
		text += fmt.Sprintf(" with the one that it is on file with, %s", v.d.event(x.about).When)
	}
	return text
}

func (v conflictWords) doersText(x *clash) string {
	text := fmt.Sprintf("who did this is told differently, %s: %s", v.eventFiled(x.about), v.standingsText(x))
	if filed := v.doers(x.about); len(filed) > 0 {
		text += "; the event names " + v.names(filed)
	}
	return text
}

func (v conflictWords) relationsText(x *clash) string {
	r := v.d.claim(x.claim).Content.Relation
	return fmt.Sprintf("the %s of %s and %s are told differently for one time: %s", english.Words(r.Track.String()),
		v.name(v.resolve(r.From.Ref())), v.name(v.resolve(r.To.Ref())), v.standingsText(x))
}

func (v conflictWords) meaningsText(x *clash) string {
	read := v.d.find(v.d.claim(x.claims[0]).Content.Meaning.Attribution.Ref())
	return fmt.Sprintf("what was meant by %s is told differently: %s", v.statementText(read), v.standingsText(x))
}

// statementText names a statement by who made it and its ID, which is that of its
// first version unless somebody else made that; and of one that was replaced, what
// replaces it.
func (v conflictWords) statementText(n int32) string {
	who, id := v.speakersText([]int32{n}), v.ref(n).ID
	if first := v.first[n]; v.speakersText([]int32{first}) == who {
		id = v.ref(first).ID
	}
	if now := v.head[n]; now != n && v.speakersText([]int32{now}) != who {
		id += fmt.Sprintf(", since superseded by one by %s, %s", v.speakersText([]int32{now}), v.ref(now).ID)
	}
	return fmt.Sprintf("a statement by %s (%s)", who, id)
}

// eventFiled names an event, and what replaces it.
func (v conflictWords) eventFiled(n int32) string {
	return v.eventName(n) + bracketed(v.replacedWords(proposition{event: n}))
}

// bracketed returns words that say what replaces something, in brackets.
func bracketed(text string) string {
	if text == "" {
		return ""
	}
	return " (since " + text + ")"
}

func (v conflictWords) reattributionText(x *clash) string {
	said := func(n int32) string { return fmt.Sprintf("%s (%s)", v.speakersText([]int32{n}), v.ref(n).ID) }
	return fmt.Sprintf("a statement by %s was replaced by one by %s, with another %s", said(x.about), said(x.latest),
		english.List(v.fieldsReattributed(x.about, x.latest)))
}

// standingsText tells the rival claims and how each stands.
func (v conflictWords) standingsText(x *clash) string {
	return strings.Join(v.few(x.claims, func(c int32) string {
		s := v.judge(v.proposition(c))
		return fmt.Sprintf("that %s%s — %s, %s", v.d.claim(c).Text, bracketed(v.replacedWords(s.of)), s.summary(), s.standing)
	}), "; ")
}

func (v conflictWords) chronologyText(x *clash) string {
	if x.circular {
		return "events follow each other in a circle: " + v.eventNames(x.items)
	}
	return "no day is left for events that follow each other: " + v.eventNames(x.items)
}

func (v conflictWords) reversedText(x *clash) string {
	if x.claim != none {
		return fmt.Sprintf("a claim dates %s as ending before it begins: %s", v.eventFiled(x.about), v.d.claim(x.claim).Text)
	}
	return "an event ends before it begins: " + v.eventNames(x.items)
}

func (v conflictWords) citationText(x *clash) string {
	return "statements pass each other on in a circle, so that none is an origin: " + v.itemsText(x.items)
}

func (v conflictWords) hierarchyText(x *clash) string {
	return "actors belong to each other in a circle: " + v.itemsText(x.items)
}

func (v conflictWords) identityText(x *clash) string {
	return "identity claims lead from an actor back to itself: " + v.itemsText(x.items)
}

func (v conflictWords) supersessionText(x *clash) string {
	versions := v.versionsText(x.items)
	switch {
	case !x.circular && x.latest == none:
		return fmt.Sprintf("%s supersede the same item, %s; none of these leads to the version entered last, which rules", versions, v.ref(x.about))
	case !x.circular:
		return fmt.Sprintf("%s supersede the same item, %s; %s leads to the version entered last, which rules", versions, v.ref(x.about), v.ref(x.latest))
	case len(x.items) == 1:
		return versions + " supersedes itself, and stays"
	}
	return versions + " supersede each other in a circle, so that all stay"
}

func (v conflictWords) disownedText(x *clash) string {
	return fmt.Sprintf("%s disowned what is attributed to %s", v.disowners(x.latest, x.denying), v.disowners(x.about, x.named))
}

// disowners names some of the speakers of attribution n.
func (v conflictWords) disowners(n int32, speakers []int32) string {
	if v.confidential(n) {
		return confidentialSpeaker
	}
	return v.names(speakers)
}

// spokenText names who makes statements.
func (v conflictWords) spokenText(said []signed) string {
	var names ints.Numbering[string]
	for _, x := range said {
		if v.inConfidence(&x.voice) {
			names.Add(v.whoText(&x.voice))
		} else {
			names.Add(v.name(x.speaker))
		}
	}
	slices.Sort(names.Keys)
	return english.List(names.Keys)
}

// speakersText names the speakers of attributions.
func (v conflictWords) speakersText(attributions []int32) string {
	var names ints.Numbering[string]
	for _, n := range attributions {
		speakers, _ := v.speakersOf(n)
		switch {
		case v.confidential(n):
			names.Add(confidentialSpeaker)
		case speakers == nil:
			names.Add(unknownSpeaker)
		}
		for _, s := range v.openly(n, speakers) {
			names.Add(v.name(s))
		}
	}
	slices.Sort(names.Keys)
	return english.List(names.Keys)
}

// mostNamed bounds how many items a text names.
const mostNamed = 12

// itemsText names items: actors by their names, sources by their titles, and
// statements by who made them.
func (v conflictWords) itemsText(list []int32) string {
	return v.fewWords(list, func(n int32) string {
		switch v.ref(n).Kind {
		case ItemActor:
			return v.name(n)
		case ItemSource:
			return v.sourcePhrase(n)
		}
		return v.statementText(n)
	})
}

// versionsText names items by their IDs, which tell versions apart.
func (v conflictWords) versionsText(list []int32) string {
	return v.fewWords(list, func(n int32) string { return v.ref(n).String() })
}

func (v conflictWords) fewWords(list []int32, word func(int32) string) string {
	return english.List(v.few(list, word))
}

// few names so many items, and says how many more there are.
func (v conflictWords) few(list []int32, word func(int32) string) []string {
	var words []string
	for i, n := range list {
		if i == mostNamed {
			words = append(words, fmt.Sprintf("%d more", len(list)-mostNamed))
			break
		}
		words = append(words, word(n))
	}
	return words
}
