package edtf_test

import (
	"fmt"

	"github.com/dispute-go/dispute/edtf"
)

func ExampleDate_English() {
	for _, text := range []string{"2024-08-04", "[2024-07-21..2024-07-31]", "2024-07-25/2024-07-27", "2019?", "1984~", "201X", "-0043", "2024-07/.."} {
		fmt.Println(edtf.MustParse(text).English())
	}
	// Output:
	// 4 August 2024
	// late July 2024
	// 25 to 27 July 2024
	// sometime in 2019, uncertain
	// about 1984
	// the 2010s
	// 44 BCE
	// since July 2024
}

func ExampleDate_EnglishIn() {
	for _, text := range []string{"2024-08-04", "2024-07-25/2024-07-27", "{2024-08-19,2024-08-20}", "XXXX-10-04"} {
		fmt.Println(edtf.MustParse(text).EnglishIn(edtf.OrderMonthDay))
	}
	// Output:
	// August 4, 2024
	// July 25 to 27, 2024
	// August 19 and 20, 2024
	// October 4 (year unknown)
}

func ExampleRange_English() {
	window := edtf.MustParse("[2024-08-01..2024-08-21]").Bounds()
	fmt.Println("Relations were severed", edtf.Range{First: window.EarliestStart, Last: window.LatestStart}.English()+".")
	// Output: Relations were severed between 1 and 21 August 2024.
}
