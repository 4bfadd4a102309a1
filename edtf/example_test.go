package edtf_test

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/dispute-go/dispute/edtf"
)

func Example() {
	attack := edtf.MustParse("2024-07-25/2024-07-27") // from the 25th to the 27th
	rupture := edtf.MustParse("2024-08")              // sometime in August
	letter := edtf.MustParse("2024-08-19~")           // about 19 August

	for _, d := range []edtf.Date{attack, rupture, letter} {
		b := d.Bounds()
		fmt.Printf("%s starts %s to %s, ends %s to %s\n", d, b.EarliestStart, b.LatestStart, b.EarliestEnd, b.LatestEnd)
	}
	fmt.Println("attack before rupture:", attack.Before(rupture))
	fmt.Println("rupture before letter:", rupture.Before(letter))
	fmt.Println("rupture and letter may be:", rupture.Relations(letter))
	// Output:
	// 2024-07-25/2024-07-27 starts 2024-07-25 to 2024-07-25, ends 2024-07-27 to 2024-07-27
	// 2024-08 starts 2024-08-01 to 2024-08-31, ends 2024-08-01 to 2024-08-31
	// 2024-08-19~ starts 2024-08-19 to 2024-08-19, ends 2024-08-19 to 2024-08-19
	// attack before rupture: true
	// rupture before letter: unknown
	// rupture and letter may be: before, meets, equals, finished by, contains, started by, met by, after
}

func ExampleParse() {
	for _, text := range []string{"1985-04-12", "156X-12-25", "?2004-06-~11", "1985-13"} {
		d, err := edtf.Parse(text)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%s: %s, level %d\n", d, d.Kind(), d.Level())
	}
	// Output:
	// 1985-04-12: date, level 0
	// 156X-12-25: date, level 2
	// 2004?-06-~11: date, level 2
	// edtf: invalid "1985-13": at byte 5 found "13", expected a month 01-12, unspecified digits as X, or a sub-year code 21-41
}

func ExampleParseError() {
	_, err := edtf.Parse("2008/1964")
	if fail, ok := errors.AsType[*edtf.ParseError](err); ok {
		fmt.Println(fail.Input[fail.Pos:], "-", fail.Expected)
	}
	// Output:
	// 1964 - an end that can lie on or after the start
}

func ExampleDate_BoundsWith() {
	d := edtf.MustParse("2004-06~")
	show := func(name string, o edtf.Options) {
		b := d.BoundsWith(o)
		fmt.Printf("%s: starts %s to %s, ends %s to %s\n", name, b.EarliestStart, b.LatestStart, b.EarliestEnd, b.LatestEnd)
	}
	show("sometime in", edtf.Options{})
	show("throughout", edtf.Options{Reading: edtf.ReadingExtent})
	show("give or take", edtf.Options{Padding: edtf.Padding{Months: 1}})
	// Output:
	// sometime in: starts 2004-06-01 to 2004-06-30, ends 2004-06-01 to 2004-06-30
	// throughout: starts 2004-06-01 to 2004-06-01, ends 2004-06-30 to 2004-06-30
	// give or take: starts 2004-05-01 to 2004-07-31, ends 2004-05-01 to 2004-07-31
}

func ExampleOptions_seasons() {
	summer := edtf.MustParse("2001-22")
	for _, o := range []edtf.Options{{}, {Hemisphere: edtf.HemisphereSouth}, {Seasons: edtf.SeasonsQuarter}} {
		b := summer.BoundsWith(o)
		fmt.Println(b.EarliestStart, b.LatestEnd)
	}
	// Output:
	// 2001-06-01 2001-08-31
	// 2001-12-01 2002-02-28
	// 2001-07-01 2001-09-30
}

func ExampleDate_StartRanges() {
	for r := range edtf.MustParse("[1667,1668,1670..1672]").StartRanges() {
		fmt.Println(r.First, "to", r.Last)
	}
	// Output:
	// 1667-01-01 to 1668-12-31
	// 1670-01-01 to 1672-12-31
}

func ExampleDate_Fields() {
	f, _ := edtf.MustParse("?2004-06-~11").Fields()
	fmt.Println(f.Year, f.Month, f.Day, "uncertain:", f.Uncertain, "approximate:", f.Approximate)
	// Output:
	// 2004 6 11 uncertain: y approximate: d
}

func ExampleDate_Ends() {
	start, end, _ := edtf.MustParse("1985-04-12/..").Ends()
	fmt.Println(start.Kind, start.Date, "-", end.Kind)
	// Output:
	// date 1985-04-12 - open
}

func ExampleDate_Members() {
	for m := range edtf.MustParse("[..1760-12,1765?]").Members() {
		fmt.Println(m.Kind, m.First)
	}
	// Output:
	// up to 1760-12
	// date 1765?
}

func ExampleDate_Compare() {
	dates := []edtf.Date{edtf.MustParse("1985"), edtf.MustParse("../1984"), edtf.MustParse("1984-1X"), edtf.MustParse("1984")}
	slices.SortFunc(dates, edtf.Date.Compare)
	fmt.Println(dates)
	// Output:
	// [../1984 1984 1984-1X 1985]
}

func ExampleDate_Within() {
	july := edtf.MustParse("2024-07-01/2024-07-31")
	for _, text := range []string{"[2024-07-21..2024-07-31]", "2024-07-25/2024-08-02", "2024-07-25/", "2024-06"} {
		fmt.Println(text, edtf.MustParse(text).Within(july))
	}
	// Output:
	// [2024-07-21..2024-07-31] true
	// 2024-07-25/2024-08-02 false
	// 2024-07-25/ unknown
	// 2024-06 false
}

func ExampleBounds_Within() {
	event := edtf.MustParse("2024-07-25/2024-07-27").Bounds()
	month := edtf.MustParse("2024-07")
	fmt.Println("within something sometime in July:", event.Within(month.Bounds()))
	fmt.Println("within July:", event.Within(month.BoundsWith(edtf.Options{Reading: edtf.ReadingExtent})))
	// Output:
	// within something sometime in July: unknown
	// within July: true
}

func ExampleDate_Duration() {
	for _, text := range []string{"2024-07", "2024-07-25/2024-07-27", "1964/2008", "1985/.."} {
		d := edtf.MustParse(text).Duration()
		fmt.Printf("%s: %s to %s days\n", text, d.Shortest, d.Longest)
	}
	// Output:
	// 2024-07: 1 to 31 days
	// 2024-07-25/2024-07-27: 3 to 3 days
	// 1964/2008: 15707 to 16437 days
	// 1985/..: +inf to +inf days
}

func ExampleBounds_Intersect() {
	// One report says July, another says the last ten days before August 2.
	b, possible := edtf.MustParse("2024-07").Bounds().Intersect(edtf.MustParse("[2024-07-23..2024-08-01]").Bounds())
	fmt.Println(b.EarliestStart, b.LatestEnd, possible)
	// Output:
	// 2024-07-23 2024-07-31 true
}

func ExampleRelations_Compose() {
	// The statement came during the talks, the talks before the summit.
	statement := edtf.RelationsOf(edtf.RelationDuring)
	talks := edtf.RelationsOf(edtf.RelationBefore, edtf.RelationMeets)
	fmt.Println(statement.Compose(talks))
	// Output:
	// before
}

func ExampleOneOfDays() {
	d, err := edtf.OneOfDays(edtf.MustParseDay("2024-07-21"), edtf.MustParseDay("2024-07-31"))
	fmt.Println(d, err)
	// Output:
	// [2024-07-21..2024-07-31] <nil>
}

func ExampleFromTime() {
	t := time.Date(2024, time.August, 7, 9, 30, 0, 0, time.FixedZone("", 2*60*60))
	d := edtf.FromTime(t)
	fmt.Println(d, "is", d.Bounds().EarliestStart)
	// Output:
	// 2024-08-07T09:30:00+02:00 is 2024-08-07T07:30:00Z
}

func ExampleDay() {
	d := edtf.MustParseDay("2024-02-28")
	fmt.Println(d.AddDays(2), d.Weekday(), d.Number())
	// Output:
	// 2024-03-01 Wednesday 19781
}
