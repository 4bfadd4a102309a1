// Package markup puts text that strangers wrote into documents as text.
package markup

import (
	"fmt"
	"strings"
	"unicode"
)

// Line puts everything on one line: control characters and the separators of
// lines and paragraphs become spaces, and the outer ones go.
func Line(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, s))
}

// Markdown escapes what could be taken for markup (CommonMark 0.31, sections
// 2.4, 4 and 6; cells of tables of GitHub Flavored Markdown 0.29, section 4.10)
// and puts everything on one line.
func Markdown(s string) string {
	var b strings.Builder
	last := rune(0)
	s = Line(s)
	marker := len(s) - len(strings.TrimLeft(s, "0123456789"))
	for i, r := range s {
		switch {
		case strings.ContainsRune("\\`*_<>&|~", r),
			strings.ContainsRune("(:", r) && last == ']',          // links and their definitions
			strings.ContainsRune("#+-=", r) && i == 0,             // headings and bullets
			strings.ContainsRune(".)", r) && i == marker && i > 0: // numbered lists
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// formulas are the characters by which spreadsheets know that a cell is to be computed
// (OWASP, CSV Injection): also in their full-width forms.
const formulas = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"

// Cell returns a text that no spreadsheet takes for a formula: one that begins like a
// formula has an apostrophe put before it.
func Cell(text string) string {
	if text != "" && strings.ContainsRune(formulas, []rune(text)[0]) {
		return "'" + text
	}
	return text
}

// Mermaid returns a text that Mermaid shows as it is, on one line: all but letters,
// digits, spaces and plain punctuation is written by its number.
func Mermaid(text string) string {
	var b strings.Builder
	for _, r := range Line(text) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), strings.ContainsRune(" .,'()-–—’“”≤", r):
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "#%d;", r)
		}
	}
	return b.String()
}
