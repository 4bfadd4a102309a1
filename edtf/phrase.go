package edtf

import (
	"errors"
	"fmt"
)

// Phrase is a wording of a date in English and what it stands for on the day
// it was written. The zero Phrase is no phrase.
type Phrase struct {
	// Text is the wording as given.
	Text string `json:"text"`
	// Anchor is the day the wording is counted from.
	Anchor Day `json:"anchor"`
	// Date is what the wording stands for.
	Date Date `json:"date"`
	// Pattern is the convention that was applied, the Pattern of one of
	// [Conventions].
	Pattern string `json:"pattern"`
}

// ErrNoAnchor reports a phrase to be read without the day it is counted from,
// or with one beyond the years −9999 to 9999.
var ErrNoAnchor = errors.New("expected an anchor day of the years -9999 to 9999")

// ParsePhrase reads a wording such as "late July", "earlier this month", "two
// days ago" or "by the end of the year". The anchor is the day the wording is
// counted from: the day of the report, or of the event that "two days later"
// follows. [Conventions] lists every wording that is understood and what it
// stands for; anything else is an error.
//
// Case, commas, articles and the full stop of an abbreviation do not matter,
// nor do "on", "in", "at" or "during" at the start. Numbers may be in words.
// Of a date without its year the last one that begins on or before the anchor
// is meant, whichever way the sentence around it looks; of a date after "by"
// or "before", the first that ends on or after the anchor, as that includes
// the other; after "until" such a date is an error.
//
// The error is a [*ParseError] with the place of the first word that does not
// fit, or wraps [ErrNoAnchor]. A phrase has at most 256 bytes and 24 words; the
// cost is bounded by a constant.
func ParsePhrase(text string, anchor Day) (Phrase, error) {
	if anchor.IsZero() || anchor.year > 9999 || anchor.year < -9999 {
		return Phrase{}, fmt.Errorf("edtf: phrase %q with anchor %q: %w", excerpt(text, excerptLength), anchor.String(), ErrNoAnchor)
	}
	words, fail := splitWords(text)
	if fail != nil {
		return Phrase{}, fail
	}
	m := matcher{words: words, anchor: anchor}
	var found Phrase
	var first *refusal
	for k := range conventions {
		row := &conventions[k]
		if row.inner {
			continue
		}
		at := 0
		read := func(r *reading) bool {
			s, no := (&match{row, *r, at}).resolve(anchor, sidePast)
			if no == nil {
				found.Date, no = s.date()
			}
			if no != nil && first == nil {
				first = no
			}
			return no == nil
		}
		fits := m.fit(row, 0, len(words), read)
		if !fits && row.takesPreposition() && len(words) > 1 && isPreposition(words[0].text) {
			at = 1
			fits = m.fit(row, at, len(words), read)
		}
		if fits {
			found.Text, found.Anchor, found.Pattern = text, anchor, row.Pattern
			return found, nil
		}
	}
	if first != nil {
		return Phrase{}, refuse(text, words[min(max(first.at, 0), len(words)-1)].pos, first.expected)
	}
	if m.furthest >= len(words) {
		return Phrase{}, refuse(text, len(text), m.expectation())
	}
	return Phrase{}, refuse(text, words[m.furthest].pos, m.expectation())
}

// MustParsePhrase is ParsePhrase for a wording known to be right; it panics on
// an error.
func MustParsePhrase(text string, anchor Day) Phrase {
	p, err := ParsePhrase(text, anchor)
	if err != nil {
		panic(err)
	}
	return p
}

// Equal reports whether p and other have the same wording, anchor and pattern
// and equal dates.
func (p Phrase) Equal(other Phrase) bool {
	return p.Text == other.Text && p.Anchor == other.Anchor && p.Pattern == other.Pattern && p.Date.Equal(other.Date)
}

func isPreposition(text string) bool {
	switch text {
	case "on", "in", "at", "during":
		return true
	}
	return false
}

// takesPreposition reports whether "on" or "in" may come first: not before
// "since", "between" and the like.
func (c *convention) takesPreposition() bool { return c.level < levelJoined || !c.keyed }
