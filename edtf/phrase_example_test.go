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
		if c.Example == "late July" {
			fmt.Printf("%s = %s: %s\n", c.Pattern, c.Date, c.Meaning)
		}
	}
	// Output:
	// {third} {the-month} [{year}] = [2024-07-21..2024-07-31]: days 1–10, 11–20, 21 to the last
}
