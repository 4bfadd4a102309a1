package statements_test

import (
	"fmt"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/ingest/statements"
)

// A denial that a paper reports is one line; without this package it takes two actors, a
// source, a claim and an attribution, some 25 lines of Go.
func ExampleParse() {
	s, err := statements.Parse([]byte(`{"speaker": {"kind": "state", "name": "Beland"}, "stance": "denies",
		"claim": {"text": "Beland sank the trawler Tern", "adverse": [{"kind": "state", "name": "Beland"}]},
		"source": {"kind": "article", "title": "the report", "publisher": {"kind": "medium", "name": "The Courier"}, "published": "2031-03-04"},
		"wording": "yesterday", "lineage": "first-hand"}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Sentence())
	// Output: Beland denied on 3 March 2031 (“yesterday”) that Beland sank the trawler Tern — the report
}

// Several lines make one record, beside what is on file. The letter of three ministers
// is one statement that each of them signs.
func ExampleCollection() {
	lines := `{"speaker": {"kind": "office", "name": "Aland's foreign minister", "speaks_for": {"kind": "state", "name": "Aland"}, "role": "foreign-minister"}, "jointly": [{"kind": "office", "name": "Celand's foreign minister", "speaks_for": {"kind": "state", "name": "Celand"}, "role": "foreign-minister"}, {"kind": "office", "name": "Deland's foreign minister", "speaks_for": {"kind": "state", "name": "Deland"}, "role": "foreign-minister"}], "stance": "asserts", "claim": {"text": "Beland sank the trawler Tern", "adverse": [{"kind": "state", "name": "Beland"}]}, "source": {"kind": "letter", "title": "the letter of the three ministers", "published": "2031-03-06"}, "said": "2031-03-06", "lineage": "first-hand", "on_record": "on-record"}
{"speaker": {"kind": "state", "name": "Beland"}, "stance": "denies", "claim": {"text": "Beland sank the trawler Tern"}, "source": {"kind": "article", "title": "the report", "publisher": {"kind": "medium", "name": "The Courier"}}, "said": "2031-03-03", "lineage": "first-hand"}
{"speaker": {"kind": "state", "name": "Aland"}, "stance": "asserts"}
`
	var collection statements.Collection
	err := statements.ReadLines(strings.NewReader(lines), func(number int, s *statements.Statement, err error) {
		if err != nil {
			fmt.Printf("line %d: %v\n", number, err)
		}
		collection.Add(s)
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	dossier, err := dispute.Compile(collection.Record())
	if err != nil {
		fmt.Println(err)
		return
	}
	view, err := dossier.View(dispute.Lens{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for claim := range view.Claims(dispute.ClaimQuery{}) {
		fmt.Println(claim.Text+":", view.Status(claim.ID))
	}
	// Output:
	// line 3: /claim: missing value: expected what is claimed
	// /source: missing value: expected what carries the statement
	// /said: missing value: expected a date in EDTF, or a wording to read it from
	// Beland sank the trawler Tern: contested (2,1) — for: Aland's foreign minister, Celand's foreign minister and Deland's foreign minister jointly (at most 1 origin); against: Beland (at most 1 origin); not adjudicated
}
