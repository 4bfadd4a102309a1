package briefing

import (
	"regexp"
	"slices"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/english"
)

// References as the sentences of answers have them: kind and ID, or an ID in
// brackets.
var (
	reference = regexp.MustCompile(`\b(actor|source|event|claim|attribution)/([a-z0-9._:-]*[a-z0-9_-])`)
	bracketed = regexp.MustCompile(` ?[(\[]([a-z0-9._:-]+)[)\]]`)
)

// plain takes the IDs of items on file out of a sentence of an answer: it names
// items where a reference stands, and drops IDs that only tell statements apart.
func (t *teller) plain(text string) string {
	if strings.ContainsAny(text, "([") {
		text = bracketed.ReplaceAllStringFunc(text, func(s string) string {
			if t.onFile(bracketed.FindStringSubmatch(s)[1]) {
				return ""
			}
			return s
		})
	}
	text = t.withoutVersions(text)
	if !strings.Contains(text, "/") {
		return text
	}
	return reference.ReplaceAllStringFunc(text, func(s string) string {
		m := reference.FindStringSubmatch(s)
		var kind dispute.ItemKind
		if kind.UnmarshalText([]byte(m[1])) != nil {
			return s
		}
		return t.itemName(dispute.Ref{Kind: kind, ID: m[2]}, s)
	})
}

// withoutVersions drops the IDs of a statement and of the one by which it was
// replaced.
func (t *teller) withoutVersions(text string) string {
	const words = ", since superseded by one by "
	var b strings.Builder
	for {
		i := strings.Index(text, words)
		open := strings.LastIndexByte(text[:max(i, 0)], '(')
		end := strings.IndexByte(text[max(i, 0):], ')')
		if i < 0 || end < 0 {
			b.WriteString(text)
			return b.String()
		}
		end += i
		said := text[i+len(words) : end]
		comma := strings.LastIndex(said, ", ")
		if open >= 0 && comma >= 0 && t.onFile(text[open+1:i]) && t.onFile(said[comma+2:]) {
			b.WriteString(text[:open+1] + words[2:] + said[:comma])
		} else {
			b.WriteString(text[:end])
		}
		text = text[end:]
	}
}

// onFile reports whether any item but a claim or an actor has an ID: words that are
// no IDs do not stand alone in brackets where these are named.
func (t *teller) onFile(id string) bool {
	if _, ok := t.v.Attribution(dispute.AttributionID(id)); ok {
		return true
	}
	_, ok := t.v.Event(dispute.EventID(id))
	return ok
}

// itemName names an item, or returns what stands for one that is not there.
func (t *teller) itemName(ref dispute.Ref, missing string) string {
	switch ref.Kind {
	case dispute.ItemActor:
		if _, ok := t.v.Actor(dispute.ActorID(ref.ID)); ok {
			return t.name(dispute.ActorID(ref.ID))
		}
	case dispute.ItemSource:
		if _, ok := t.v.Source(dispute.SourceID(ref.ID)); ok {
			return t.sourceName(dispute.SourceID(ref.ID))
		}
	case dispute.ItemEvent:
		if e, ok := t.v.Event(dispute.EventID(ref.ID)); ok {
			return "“" + t.eventName(e) + "”"
		}
	case dispute.ItemClaim:
		if c, ok := t.v.Claim(dispute.ClaimID(ref.ID)); ok {
			return "the claim that " + c.Text
		}
	case dispute.ItemAttribution:
		if a, ok := t.v.Attribution(dispute.AttributionID(ref.ID)); ok {
			return "a statement by " + t.speakers(a)
		}
	}
	return missing
}

// sourceName is a source's title, or else its kind.
func (t *teller) sourceName(id dispute.SourceID) string {
	s, ok := t.v.Source(id)
	switch {
	case !ok:
		return "an unknown source"
	case s.Confidential:
		return "a confidential source"
	case s.Title == "":
		return "an untitled " + english.Words(string(s.Kind))
	}
	return s.Title
}

// speakers names who made a statement.
func (t *teller) speakers(a dispute.Attribution) string {
	switch {
	case a.Confidential:
		return "a confidential speaker"
	case a.Speaker == "":
		return "an unknown speaker"
	}
	who := append([]dispute.ActorID{a.Speaker}, a.Jointly...)
	slices.Sort(who)
	text := t.jointly(slices.Compact(who))
	if a.Stance == dispute.StanceHasNotResponded { // which nobody does jointly
		text = strings.TrimSuffix(text, " jointly")
	}
	if len(a.OnBehalfOf) > 0 {
		text += ", on behalf of " + t.namesOf(a.OnBehalfOf) + ","
	}
	return text
}
