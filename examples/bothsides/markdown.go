package main

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dispute-go/dispute"
)

// markdown writes the table as one Markdown table for each list. Lists without
// rows say so.
func (t *table) markdown(title string) string {
	if title == "" {
		title = "Untitled record"
	}
	var b strings.Builder
	a, z := escape(t.parties[0].Name), escape(t.parties[1].Name)
	fmt.Fprintf(&b, "# %s: %s and %s side by side\n\n%s\n", escape(title), a, z, t.preamble())
	for l, words := range lists {
		fmt.Fprintf(&b, "\n## %s\n\n", words.title)
		if words.lead != "" {
			fmt.Fprintf(&b, "%s\n\n", words.lead)
		}
		head := false
		for _, r := range t.rows {
			if r.list != list(l) {
				continue
			}
			if !head {
				fmt.Fprintf(&b, "| | %s | %s | Stands |\n|---|---|---|---|\n", a, z)
				head = true
			}
			stands := "open"
			if r.status.Label != 0 {
				stands = fmt.Sprintf("%s (%d,%d)", r.status.Label, r.status.For.Level, r.status.Against.Level)
			}
			fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", escape(upper(r.text)), cell(r.words[0]), cell(r.words[1]), stands)
		}
		if !head {
			b.WriteString("Nothing on file.\n")
		}
	}
	return b.String()
}

// cell says a party's word, one statement to a line.
func cell(w word) string {
	if w.verb == "" {
		return "–"
	}
	parts := []string{"*" + w.verb + "*"}
	for _, s := range w.statements {
		parts = append(parts, escape(s))
	}
	return strings.Join(parts, "<br>")
}

func (t *table) preamble() string {
	return fmt.Sprintf("%s. A party's word is what those say who can commit it. How a thing stands counts what everybody says, as evidence for and against from 0 to 4.", scope(t.v.Lens()))
}

func scope(lens dispute.Lens) string {
	switch {
	case !lens.KnownBy.IsZero() && !lens.RecordedBy.IsZero():
		return fmt.Sprintf("What was public by %s and on file by %s", lens.KnownBy.English(), lens.RecordedBy.English())
	case !lens.KnownBy.IsZero():
		return "What was public by " + lens.KnownBy.English()
	case !lens.RecordedBy.IsZero():
		return "What was on file by " + lens.RecordedBy.English()
	}
	return "Everything on file"
}

func upper(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}

// escape makes text safe within a cell of a Markdown table or a heading: what
// could be taken for markup is escaped (CommonMark 0.31, sections 2.4 and 6),
// and everything is put on one line.
func escape(s string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range strings.TrimSpace(s) {
		switch {
		case unicode.IsControl(r) || r == '\u2028' || r == '\u2029':
			r = ' '
		case strings.ContainsRune("\\`*_<>&|~", r), strings.ContainsRune("(:", r) && last == ']':
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}
