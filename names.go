package dispute

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// name returns an actor's name.
func (v *View) name(n int32) string { return v.d.actor(n).Name }

// names returns actors' names as a list in words.
func (v *View) names(list []int32) string {
	if len(list) == 1 {
		return v.name(list[0])
	}
	words := make([]string, len(list))
	for i, n := range list {
		words[i] = v.name(n)
	}
	return listWords(words)
}

// eventName returns an event's summary, or its ID where it has none.
func (v *View) eventName(n int32) string {
	return cmp.Or(v.d.event(n).Summary, string(v.d.event(n).ID))
}

func (v *View) eventNames(list []int32) string {
	words := make([]string, len(list))
	for i, n := range list {
		words[i] = v.eventName(n)
	}
	return strings.Join(words, "; ")
}

// sourceName returns a source's title, or its kind and ID where it has none.
func (v *View) sourceName(n int32) string {
	s := v.d.source(n)
	return cmp.Or(s.Title, "the "+string(s.Kind)+" "+string(s.ID))
}

// listWords joins words as a sentence does: "a, b and c".
func listWords(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// inWords is a word of a vocabulary as sentences have it: "armed group".
func inWords(word fmt.Stringer) string { return strings.ReplaceAll(word.String(), "-", " ") }

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
