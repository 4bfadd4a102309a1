package dispute

import (
	"fmt"
	"slices"

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
}

func (v conflictWords) principalText(x *clash) string {
	organs, principal, claim := v.speakersText(x.organs), v.name(x.about), v.d.claim(x.claim).Text
	if x.ownWord {
		return fmt.Sprintf("%s, not counted as committing %s, and %s itself differ on whether %s", organs, principal, principal, claim)
	}
	return fmt.Sprintf("%s, not counted as committing %s, said something adverse to it on whether %s", organs, principal, claim)
}

func (v conflictWords) contradictionText(x *clash) string {
	return fmt.Sprintf("two contradictory claims are both made: %q and %q", v.d.claim(x.items[0]).Text, v.d.claim(x.items[1]).Text)
}

func (v conflictWords) figuresDisagree(x *clash) string {
	return fmt.Sprintf("the figures for %q of %s disagree", x.category, v.eventName(x.about))
}

func (v conflictWords) datesDisagree(x *clash) string {
	return fmt.Sprintf("the dates of %s disagree", v.eventName(x.about))
}

func (v conflictWords) chronologyText(x *clash) string {
	if x.circular {
		return "events follow each other in a circle: " + v.eventNames(x.items)
	}
	return "no day is left for events that follow each other: " + v.eventNames(x.items)
}

func (v conflictWords) reversedText(x *clash) string {
	if x.claim != none {
		return fmt.Sprintf("a claim dates %s as ending before it begins: %s", v.eventName(x.about), v.d.claim(x.claim).Text)
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
	case !x.circular:
		return fmt.Sprintf("%s supersede the same item, %s; %s was entered last and rules", versions, v.ref(x.about), v.ref(x.latest))
	case len(x.items) == 1:
		return versions + " supersedes itself, and stays"
	}
	return versions + " supersede each other in a circle, so that all stay"
}

func (v conflictWords) disownedText(x *clash) string {
	return fmt.Sprintf("%s denied having said what is attributed to %s", v.names(x.denying), v.names(x.named))
}

// speakersText names the speakers of attributions.
func (v conflictWords) speakersText(attributions []int32) string {
	var names ints.Numbering[string]
	for _, n := range attributions {
		speakers, _ := v.speakersOf(n)
		switch {
		case v.d.attribution(n).Confidential:
			names.Add(confidentialSpeaker)
		case speakers == nil:
			names.Add(unknownSpeaker)
		}
		for _, s := range speakers {
			if !v.d.attribution(n).Confidential {
				names.Add(v.name(s))
			}
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
		return fmt.Sprintf("a statement by %s (%s)", v.speakersText([]int32{n}), v.firstRef(n).ID)
	})
}

// versionsText names items by their IDs, which tell versions apart.
func (v conflictWords) versionsText(list []int32) string {
	return v.fewWords(list, func(n int32) string { return v.ref(n).String() })
}

func (v conflictWords) fewWords(list []int32, word func(int32) string) string {
	var words []string
	for i, n := range list {
		if i == mostNamed {
			words = append(words, fmt.Sprintf("%d more", len(list)-mostNamed))
			break
		}
		words = append(words, word(n))
	}
	return english.List(words)
}
