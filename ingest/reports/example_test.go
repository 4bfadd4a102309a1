package reports_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/ingest/reports"
)

// Three reports on one event, which differ on the day and on the dead. The
// third has no number: that is not 0.
func Example() {
	const table = `event,report,outlet,day,dead
KE-7,r1,Gazette,2031-05-02,14
KE-7,r2,Herald,2031-05-02,20
KE-7,r3,Courier,2031-05-03,
`
	record, err := reports.Read(strings.NewReader(table), reports.Table{
		Event: "event", Report: "report", Publisher: "outlet", Start: "day", End: "day",
		Figures: []reports.FigureColumns{{Category: "killed", Best: "dead"}},
		Kind:    dispute.KindAttack,
		Lineage: dispute.LineageFirstHand,
	})
	if err != nil {
		log.Fatal(err)
	}
	dossier, err := dispute.Compile(record)
	if err != nil {
		log.Fatal(err)
	}
	view, err := dossier.View(dispute.Lens{})
	if err != nil {
		log.Fatal(err)
	}
	id := reports.EventID("KE-7")
	for _, set := range view.Figures(id) {
		fmt.Println(set)
	}
	fmt.Println(view.Dates(id))
	for _, conflict := range view.Conflicts() {
		fmt.Println(conflict)
	}
	// Output:
	// "killed" in "event KE-7": 14: reported (2,0) — stated by Gazette; 20: reported (2,0) — stated by Herald; 2 best figures from 14 to 20 (at most 2 origins)
	// when "event KE-7" happened: 2031-05-02: corroborated (3,0) — stated by Gazette, Herald; 2031-05-03: reported (2,0) — stated by Courier; 2 starts, disagreement 1 − 2/3; 2 ends, disagreement 1 − 2/3 (at most 3 origins)
	// the figures for "killed" of event KE-7 disagree
	// the dates of event KE-7 disagree
}

// A cell that does not hold what its column should is an error with its place.
func ExampleRead_errors() {
	const table = "event,report,dead\nKE-7,r1,about 20\n,r2,3\n"
	_, err := reports.Read(strings.NewReader(table), reports.Table{
		Event: "event", Report: "report", Kind: dispute.KindAttack,
		Figures: []reports.FigureColumns{{Category: "killed", Best: "dead"}},
	})
	fmt.Println(err)
	// Output:
	// line 2 column 9: "dead": invalid value: "about 20", expected a whole number from 0 to 1000000000000
	// line 3 column 1: "event": missing value: expected a key
}
