package edtf_test

import (
	"fmt"

	"github.com/dispute-go/dispute/edtf"
)

func ExampleFromMonth() {
	july, _ := edtf.FromMonth(2024, 7)
	spring, _ := edtf.FromMonth(2024, 21)
	fmt.Println(edtf.FromYear(2024), july, spring)
	// Output:
	// 2024 2024-07 2024-21
}

func ExampleDate_Qualified() {
	d := edtf.MustParse("2024-07-04")
	whole, _ := d.Qualified(0, edtf.AllComponents)
	day, _ := d.Qualified(edtf.ComponentDay, 0)
	fmt.Println(whole, day)
	// Output:
	// 2024-07-04~ 2024-07-?04
}

func ExampleInterval() {
	july := edtf.End{Date: edtf.MustParse("2024-07")}
	since, _ := edtf.Interval(july, edtf.End{Kind: edtf.EndOpen})
	until, _ := edtf.Interval(edtf.End{Kind: edtf.EndUnknown}, july)
	for _, d := range []edtf.Date{since, until} {
		fmt.Println(d, "-", d.English())
	}
	// Output:
	// 2024-07/.. - since July 2024
	// /2024-07 - ending July 2024, start unknown
}

func ExampleOneOf() {
	d, _ := edtf.OneOf(
		edtf.Member{First: edtf.FromYear(1667)},
		edtf.Member{Kind: edtf.MemberRange, First: edtf.FromYear(1670), Last: edtf.FromYear(1672)})
	fmt.Println(d, "-", d.English())
	// Output:
	// [1667,1670..1672] - 1667 or 1670 to 1672
}

func ExampleAllOf() {
	d, _ := edtf.AllOf(edtf.Member{First: edtf.MustParse("2024-08-19")}, edtf.Member{First: edtf.MustParse("2024-08-20")})
	fmt.Println(d, "-", d.English())
	// Output:
	// {2024-08-19,2024-08-20} - 19 and 20 August 2024
}

func ExampleBounds_Date() {
	for _, text := range []string{"2001-21", "1985-04-12T23:20:30+04:30", "1964/2008"} {
		d, exact := edtf.MustParse(text).Bounds().Date()
		fmt.Println(text, "=", d, exact)
	}
	// Output:
	// 2001-21 = [2001-03..2001-05] true
	// 1985-04-12T23:20:30+04:30 = 1985-04-12T18:50:30Z true
	// 1964/2008 = 1964/2008 true
}

func ExampleDate_Intersect() {
	// One report says July, another says the last ten days before August 2.
	d, possible := edtf.MustParse("2024-07").Intersect(edtf.MustParse("[2024-07-23..2024-08-01]"))
	fmt.Println(d, possible)
	// Output:
	// [2024-07-23..2024-07-31] true
}

func ExampleDate_Overlap() {
	ceasefire := edtf.MustParse("2024-07-25/2024-08-02")
	talks := edtf.MustParse("2024-08-01/..")
	fmt.Println(ceasefire.Overlap(talks))
	// Output:
	// 2024-08-01/2024-08-02 true
}

func ExampleDate_BeforeWith() {
	letter, summit := edtf.MustParse("2024-08-19~"), edtf.MustParse("2024-08-21")
	fmt.Println("about 19 August, as it stands:", letter.Before(summit))
	fmt.Println("give or take two days:", letter.BeforeWith(summit, edtf.Options{Padding: edtf.Padding{Days: 2}}))
	// Output:
	// about 19 August, as it stands: true
	// give or take two days: unknown
}

func ExampleDate_WithinWith() {
	post, day := edtf.MustParse("2024-08-07T01:30:00+03:00"), edtf.MustParse("2024-08-07")
	fmt.Println("a day of any zone:", post.Within(day))
	fmt.Println("a day of the same zone:", post.WithinWith(day, edtf.Options{SameZone: true}))
	// Output:
	// a day of any zone: unknown
	// a day of the same zone: true
}
