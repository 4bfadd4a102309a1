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
// or with one beyond the years −9999 to 9999; also such a day of reference.
var ErrNoAnchor = errors.New("expected an anchor day of the years -9999 to 9999")

// ParsePhrase reads a wording such as "late July", "earlier this month", "two
// days ago" or "by the end of the year". The anchor is the day the wording is
// counted from: the day of the report. [Conventions] lists every wording that
// is understood and what it stands for; anything else is an error.
//
// Case, articles and abbreviations do not matter, nor does "on" or "in" at the
// start. Numbers may be in words.
//
// One rule gives a date without its year the year: one that holds the anchor is
// meant; otherwise the last one before the anchor, unless the next one is
// nearer by its closest day. Then the error is an [*AmbiguousError] that names
// both. The rule looks at the whole of "20 to 22 August" or "late August". A
// weekday is the last one on or before the anchor, or, after words such as
// "by" and "until", the first one on or after it. A limit, as "by 30 August" or
// "after 30 August", takes the nearest date; "since" takes the last.
//
// Else it is a [*ParseError] with the place of the first word that does not fit,
// or wraps [ErrNoAnchor]. A phrase has at most 256 bytes and 24 words.
func ParsePhrase(text string, anchor Day) (Phrase, error) {
	return ParsePhraseWith(text, anchor, PhraseOptions{})
}

// ParsePhraseWith is ParsePhrase with the caller's choices.
func ParsePhraseWith(text string, anchor Day, o PhraseOptions) (Phrase, error) {
	if o.Reference.IsZero() {
		o.Reference = anchor
	}
	for _, d := range [2]Day{anchor, o.Reference} {
		if d.IsZero() || d.year > 9999 || d.year < -9999 {
			return Phrase{}, fmt.Errorf("edtf: phrase %q with anchor %q: %w", excerpt(text, excerptLength), d.String(), ErrNoAnchor)
		}
	}
	s := scanner{text: text, order: o.Order, year: anchor.year}
	if err := s.scan(); err != nil {
		return Phrase{}, err
	}
	words := context{anchor, o.Reference, o.Side, s.words}
	n := newMatcher(words).fit(anyDate, 0, len(s.words))
	if n == nil {
		return Phrase{}, words.explain(text)
	}
	found, no := n.choose(choice{})
	var d Date
	if no == nil {
		d, no = found.date()
	}
	switch {
	case no == nil:
		return Phrase{Text: text, Anchor: anchor, Date: d, Pattern: n.row.Pattern}, nil
	case !no.readings[0].IsZero():
		return Phrase{}, ambiguous(text, no.readings[0], no.readings[1], "the later one is nearer; give the year, or choose past, future or nearest")
	}
	return Phrase{}, refuse(text, s.words[min(max(no.at, 0), len(s.words)-1)].pos, no.expected)
}

// explain says where the words stop being a phrase.
func (c context) explain(text string) *ParseError {
	m := newMatcher(c)
	m.explain, m.trial = true, new(reading)
	m.fit(anyDate, 0, len(c.words))
	if m.furthest >= len(c.words) {
		return refuse(text, len(text), m.expectation())
	}
	return refuse(text, c.words[m.furthest].pos, m.expectation())
}

// MustParsePhrase is ParsePhrase; it panics on an error.
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
