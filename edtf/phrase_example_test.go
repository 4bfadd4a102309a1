package edtf_test

import (
	"fmt"

	"github.com/dispute-go/dispute/edtf"
)

func ExampleParsePhrase() {
	report := edtf.MustParseDay("2024-08-21")
	for _, text := range []string{"late July", "earlier this month", "in recent years", "in the coming days", "last Tuesday", "soon"} {
		phrase, err := edtf.ParsePhrase(text, report)
		if err != nil {
			fmt.Printf("%s: not understood\n", text)
			continue
		}
		fmt.Printf("%s: %s, %s\n", phrase.Text, phrase.Date, phrase.Date.English())
	}
	// Output:
	// late July: [2024-07-21..2024-07-31], late July 2024
	// earlier this month: [2024-08-01..2024-08-21], between 1 and 21 August 2024
	// in recent years: /2024-08-21, ending 21 August 2024, start unknown
	// in the coming days: [2024-08-22..2024-08-28], between 22 and 28 August 2024
	// last Tuesday: [2024-08-13,2024-08-20], 13 or 20 August 2024
	// soon: not understood
}

func ExampleConventions() {
	for _, c := range edtf.Conventions() {
		if c.Example == "the end of July" {
			fmt.Printf("%s = %s: %s\n", c.Pattern, c.Date, c.Meaning)
		}
	}
	// Output:
	// {edge} of {period} = [2024-07-21..2024-07-31]: of a week Monday–Wednesday, Tuesday–Thursday, Thursday–Sunday; of a month days 1–10, 11–20, 21 to the last; of a year January–April, May–August, September–December; of a decade years 0–3, 4–6, 7–9; of a century years 1–33, 34–66, 67–100; beside a limit its first or last day
}

func ExampleParsePhraseWith() {
	report := edtf.MustParseDay("2024-08-21")
	_, err := edtf.ParsePhrase("30 August", report)
	fmt.Println(err)
	coming := edtf.PhraseOptions{Side: edtf.SideFuture}
	p, _ := edtf.ParsePhraseWith("30 August", report, coming)
	fmt.Println(p.Date)
	attack := edtf.PhraseOptions{Reference: edtf.MustParseDay("2024-07-27")}
	p, _ = edtf.ParsePhraseWith("the following morning", report, attack)
	fmt.Println(p.Date)
	// Output:
	// edtf: "30 August" may be 2023-08-30 or 2024-08-30: the later one is nearer; give the year, or choose past, future or nearest
	// 2024-08-30
	// 2024-07-28
}
