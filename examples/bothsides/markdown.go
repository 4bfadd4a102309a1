package main

import (
	"fmt"
	"strings"

	"github.com/dispute-go/dispute/internal/english"
	"github.com/dispute-go/dispute/internal/program"
)

// markdown writes the table as one Markdown table for each list. Lists without
// rows say so.
func (t *table) markdown(title string) string {
	if title == "" {
		title = "Untitled record"
	}
	var b strings.Builder
	a, z := program.Markdown(t.parties[0].Name), program.Markdown(t.parties[1].Name)
	fmt.Fprintf(&b, "# %s: %s and %s side by side\n\n%s\n", program.Markdown(title), a, z, t.preamble())
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
			fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", program.Markdown(english.UpperFirst(r.text)), cell(r.words[0]), cell(r.words[1]), stands)
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
		parts = append(parts, program.Markdown(s))
	}
	return strings.Join(parts, "<br>")
}

func (t *table) preamble() string {
	return fmt.Sprintf("%s. A party's word is what those say who can commit it. How a thing stands counts what everybody says, as evidence for and against from 0 to 4.", program.Scope(t.v.Lens()))
}
