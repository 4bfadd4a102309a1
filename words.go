package dispute

import (
	"cmp"
	"strings"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/english"
)

// words say in English what a court weighs and who said it.
type words struct{ *court }

func (v words) sourcePhrase(n int32) string {
	if v.d.source(n).Confidential {
		return "a confidential source"
	}
	return v.sourceName(n)
}

// publisherName names who published a source, unless it is confidential.
func (v words) publisherName(source int32) string {
	s := v.d.source(source)
	p := v.resolve(s.Publisher.Ref())
	switch {
	case s.Confidential:
		return v.sourcePhrase(source)
	case p == none:
		return "an unknown publisher"
	}
	return v.name(p)
}

// name returns an actor's name.
func (v *sight) name(n int32) string { return v.d.actor(n).Name }

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
// out date says is quoted as what is given.
func dateWords(d edtf.Date) string {
	text := d.English()
	switch qualified := strings.ContainsAny(d.String(), "?~%"); {
	case qualified || d.Kind() == edtf.KindInterval || d.Kind() == edtf.KindAllOf:
		return "at a time given as “" + text + "”"
	case strings.Contains(d.String(), ","): // one of several dates
		return "on " + text
	}
	b := d.Bounds()
	return edtf.Range{First: b.EarliestStart, Last: b.LatestStart}.English()
}
