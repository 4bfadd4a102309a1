package main

import (
	"encoding/csv"
	"strconv"
	"strings"

	"github.com/dispute-go/dispute/internal/markup"
)

// csv writes all rows, list by list.
func (t *table) csv() (string, error) {
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	write := func(cells ...string) {
		for i := range cells {
			cells[i] = markup.Cell(cells[i])
		}
		w.Write(cells) // errors stay with the writer
	}
	write("list", "kind", "id", "text", "label", "for", "against",
		t.parties[0].Name+": word", t.parties[0].Name+": statements",
		t.parties[1].Name+": word", t.parties[1].Name+": statements")
	for _, r := range t.rows {
		label, supporting, opposing := "", "", ""
		if r.status.Label != 0 {
			label = r.status.Label.String()
			supporting, opposing = strconv.Itoa(r.status.For.Level), strconv.Itoa(r.status.Against.Level)
		}
		write(lists[r.list].name, r.kind, r.id, r.text, label, supporting, opposing,
			r.words[0].verb, strings.Join(r.words[0].statements, " | "),
			r.words[1].verb, strings.Join(r.words[1].statements, " | "))
	}
	w.Flush()
	return b.String(), w.Error()
}
