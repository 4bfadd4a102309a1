package edtf

import (
	"errors"
	"fmt"
	"unicode/utf8"
)

// ParseError says where a text stops being EDTF and what would have been right
// there. [Parse], [ParseDay] and the UnmarshalText methods return it.
type ParseError struct {
	// Input is the whole text.
	Input string
	// Pos is the byte offset of the problem, len(Input) when the text ends
	// too early.
	Pos int
	// Expected describes what was expected at Pos, in words.
	Expected string
}

// errNowhere is the error of reading into a nil pointer.
var errNowhere = errors.New("edtf: a nil pointer, expected somewhere to put what is read")

// excerptLength bounds how much of the input an error text quotes.
const excerptLength = 48

// Error names the input, shortened when long, the byte offset, the text found
// there and what was expected instead.
func (e *ParseError) Error() string {
	if e == nil {
		return "edtf: no problem"
	}
	found := "the end of the text"
	if e.Pos >= 0 && e.Pos < len(e.Input) {
		found = fmt.Sprintf("%q", excerpt(e.Input[e.Pos:], 8))
	}
	return fmt.Sprintf("edtf: invalid %q: at byte %d found %s, expected %s",
		excerpt(e.Input, excerptLength), e.Pos, found, e.Expected)
}

// excerpt shortens s to at most n bytes and an ellipsis, without cutting a
// character.
func excerpt(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}

func refuse(input string, pos int, expected string) *ParseError {
	return &ParseError{Input: input, Pos: pos, Expected: expected}
}

// AmbiguousError reports a wording that fits two dates, which are far apart or
// of which the later one is the nearer. A caller can show both and ask, or
// choose with [PhraseOptions].
type AmbiguousError struct {
	// Text is the wording as given.
	Text string
	// Readings are the two dates, the earlier one first.
	Readings [2]Date
	// Advice says what to do about it.
	Advice string
}

// Error names the wording, both dates and what to do.
func (e *AmbiguousError) Error() string {
	if e == nil {
		return "no ambiguous date"
	}
	return fmt.Sprintf("edtf: %q may be %s or %s: %s", excerpt(e.Text, excerptLength), e.Readings[0], e.Readings[1], e.Advice)
}

func ambiguous(text string, a, b Date, advice string) *AmbiguousError {
	return &AmbiguousError{text, [2]Date{a, b}, advice}
}
