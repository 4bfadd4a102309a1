package edtf_test

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/edtf"
)

func TestDayEnglish(t *testing.T) {
	tests := []struct{ day, want string }{
		{"", ""},
		{"2024-08-04", "4 August 2024"},
		{"2024-12-31", "31 December 2024"},
		{"1000-01-01", "1 January 1000"},
		{"0999-01-01", "1 January 999 CE"},
		{"0001-01-01", "1 January 1 CE"},
		{"0000-12-31", "31 December 1 BCE"},
		{"-0043-03-15", "15 March 44 BCE"},
		{"9999-12-31", "31 December 9999"},
		{"10000-01-01", "1 January 10,000 CE"},
		{"-9999-01-01", "1 January 10,000 BCE"},
		{"170000002-01-01", "1 January 170,000,002 CE"},
		{fmt.Sprint(int64(math.MaxInt64)) + "-12-31", "31 December 9,223,372,036,854,775,807 CE"},
		{fmt.Sprint(int64(math.MinInt64)) + "-01-01", "1 January 9,223,372,036,854,775,809 BCE"},
	}
	for _, test := range tests {
		var d edtf.Day
		if test.day != "" {
			d = edtf.MustParseDay(test.day)
		}
		if got := d.English(); got != test.want {
			t.Errorf("day %q: English() = %q, want %q", test.day, got, test.want)
		}
	}
}

func TestRangeEnglish(t *testing.T) {
	day := func(text string) edtf.Bound { return edtf.DayBound(edtf.MustParseDay(text)) }
	instant := func(text string) edtf.Bound {
		at, err := time.Parse(time.RFC3339, text)
		if err != nil {
			t.Fatal(err)
		}
		return edtf.InstantBound(at)
	}
	leap := edtf.MustParse("2016-12-31T23:59:60Z").Bounds().LatestEnd
	tests := []struct {
		name        string
		first, last edtf.Bound
		want        string
	}{
		{"one day", day("2024-08-04"), day("2024-08-04"), "on 4 August 2024"},
		{"within a month", day("2024-08-01"), day("2024-08-21"), "between 1 and 21 August 2024"},
		{"within a year", day("2024-07-29"), day("2024-08-04"), "between 29 July and 4 August 2024"},
		{"over years", day("2023-12-29"), day("2024-01-04"), "between 29 December 2023 and 4 January 2024"},
		{"before the era", day("-0043-03-01"), day("-0043-03-15"), "between 1 and 15 March 44 BCE"},
		{"open first", edtf.OpenPast(), day("2024-08-21"), "by 21 August 2024"},
		{"unknown first", edtf.Bound{}, day("2024-08-21"), "by 21 August 2024"},
		{"open last", day("2024-08-04"), edtf.OpenFuture(), "on or after 4 August 2024"},
		{"unknown last", day("2024-08-04"), edtf.Bound{}, "on or after 4 August 2024"},
		{"zero", edtf.Bound{}, edtf.Bound{}, "on an unknown day"},
		{"any day", edtf.OpenPast(), edtf.OpenFuture(), "on an unknown day"},
		{"unknown to open", edtf.Bound{}, edtf.OpenFuture(), "on an unknown day"},
		{"never ending", edtf.OpenFuture(), edtf.OpenFuture(), "without end"},
		{"never starting", edtf.OpenPast(), edtf.OpenPast(), "without beginning"},
		{"instant", instant("1985-04-12T23:20:30Z"), instant("1985-04-12T23:20:30Z"), "at 23:20:30 UTC on 12 April 1985"},
		{"whole minute", instant("1985-04-12T00:00:00Z"), instant("1985-04-12T00:00:00Z"), "at 00:00 UTC on 12 April 1985"},
		{"leap second", leap, leap, "at 23:59:60 UTC on 31 December 2016"},
		{"instants", instant("1985-04-12T23:20:30Z"), instant("1985-04-13T03:20:00Z"),
			"between 23:20:30 UTC on 12 April 1985 and 03:20 UTC on 13 April 1985"},
		{"day and instant", day("1985-04-12"), instant("1985-04-13T03:20:00Z"),
			"between 12 April 1985 and 03:20 UTC on 13 April 1985"},
		{"until an instant", edtf.OpenPast(), instant("1985-04-13T03:20:00Z"), "by 03:20 UTC on 13 April 1985"},
		{"from an instant", instant("1985-04-13T03:20:00Z"), edtf.OpenFuture(), "at or after 03:20 UTC on 13 April 1985"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := (edtf.Range{First: test.first, Last: test.last}).English(); got != test.want {
				t.Errorf("English() = %q, want %q", got, test.want)
			}
		})
	}
}

func TestDateEnglish(t *testing.T) {
	tests := []struct{ text, want string }{
		// Dates in full.
		{"2024-08-04", "4 August 2024"},
		{"2024-07", "July 2024"},
		{"2024", "2024"},
		{"0045", "45 CE"},
		{"0000", "1 BCE"},
		{"-0043", "44 BCE"},
		{"-1985", "1986 BCE"},
		{"-0043-03-15", "15 March 44 BCE"},
		{"Y170000002", "170,000,002 CE"},
		{"Y-170000002", "170,000,003 BCE"},
		{"Y-17E7", "170,000,001 BCE"},
		{"2001-21", "spring 2001"},
		{"2001-24", "winter 2001"},
		{"2001-26", "summer 2001 (northern hemisphere)"},
		{"2001-31", "autumn 2001 (southern hemisphere)"},
		{"2001-34", "the second quarter of 2001"},
		{"2001-39", "the third four months of 2001"},
		{"2001-41", "the second half of 2001"},

		// Unspecified and significant digits.
		{"201X", "a year in the 2010s"},
		{"200X", "a year from 2000 to 2009"},
		{"001X", "a year from 10 to 19 CE"},
		{"000X", "a year from 1 BCE to 9 CE"},
		{"-000X", "a year from 10 to 2 BCE"},
		{"-198X", "a year from 1990 to 1981 BCE"},
		{"20XX", "a year from 2000 to 2099"},
		{"XXXX", "a year from 1 BCE to 9999"},
		{"1X5X", "a year numbered 1X5X"},
		{"2004-XX", "a month of 2004"},
		{"1984-1X", "a month from October to December 1984"},
		{"1984-X1", "January or November 1984"},
		{"1XXX-12", "December of a year from 1000 to 1999"},
		{"1XXX-XX", "a month of a year from 1000 to 1999"},
		{"156X-21", "spring of a year in the 1560s"},
		{"1985-04-XX", "a day in April 1985"},
		{"1985-XX-XX", "a day in 1985"},
		{"2004-06-1X", "a day from 10 to 19 June 2004"},
		{"2023-02-2X", "a day from 20 to 28 February 2023"},
		{"2024-02-2X", "a day from 20 to 29 February 2024"},
		{"2004-06-X1", "1, 11 or 21 June 2004"},
		{"2004-07-3X", "30 or 31 July 2004"},
		{"156X-12-25", "25 December of a year in the 1560s"},
		{"1984-XX-15", "the 15th of a month of 1984"},
		{"1984-X1-02", "the 2nd of January or November 1984"},
		{"1984-XX-X3", "the 3rd, 13th or 23rd of a month of 1984"},
		{"1984-1X-1X", "a day from the 10th to the 19th of a month from October to December 1984"},
		{"1984-1X-XX", "a day in a month from October to December 1984"},
		{"XXXX-12-XX", "a day in December of a year from 1 BCE to 9999"},
		{"1950S2", "a year from 1900 to 1999, estimated as 1950"},
		{"-1950S2", "a year from 2000 to 1901 BCE, estimated as 1951 BCE"},
		{"1950S4", "exactly 1950"},
		{"Y171010000S3", "a year from 171,000,000 to 171,999,999 CE, estimated as 171,010,000 CE"},

		// Qualifiers.
		{"2019?", "sometime in 2019, uncertain"},
		{"2019-07?", "sometime in July 2019, uncertain"},
		{"2019-07-04?", "4 July 2019, uncertain"},
		{"1984~", "about 1984"},
		{"1984%", "about 1984, uncertain"},
		{"2004-06~", "about June 2004"},
		{"2004-06-11%", "about 11 June 2004, uncertain"},
		{"2004-06~-11", "11 June 2004, month and year approximate"},
		{"2004?-06-11", "11 June 2004, year uncertain"},
		{"?2004-06-~11", "11 June 2004, year uncertain, day approximate"},
		{"2004-%06-11", "11 June 2004, month uncertain and approximate"},
		{"2001-~34", "the second quarter of 2001, quarter approximate"},
		{"2001-~21", "spring 2001, season approximate"},
		{"2001-~37", "the first four months of 2001, four months approximate"},
		{"2001-~40", "the first half of 2001, half approximate"},
		{"201X~", "a year in the 2010s, approximate"},
		{"201X?", "a year in the 2010s, uncertain"},
		{"1950S2?", "a year from 1900 to 1999, estimated as 1950, uncertain"},

		// Times.
		{"1985-04-12T23:20:30", "12 April 1985, 23:20:30"},
		{"1985-04-12T23:20:30Z", "12 April 1985, 23:20:30 UTC"},
		{"1985-04-12T23:20:00-04", "12 April 1985, 23:20 UTC-04:00"},
		{"1985-04-12T00:00:00+04:30", "12 April 1985, 00:00 UTC+04:30"},
		{"2016-12-31T23:59:60Z", "31 December 2016, 23:59:60 UTC"},

		// Intervals.
		{"2024-07-25/2024-07-27", "25 to 27 July 2024"},
		{"2024-07-29/2024-08-04", "29 July to 4 August 2024"},
		{"2023-12-30/2024-01-02", "30 December 2023 to 2 January 2024"},
		{"2004-06/2004-08", "June to August 2004"},
		{"2004-06/2006-08", "June 2004 to August 2006"},
		{"1964/2008", "1964 to 2008"},
		{"-0045/-0043", "46 to 44 BCE"},
		{"-0003/0005", "4 BCE to 5 CE"},
		{"2001-21/2001-23", "spring to autumn 2001"},
		{"2001-21/2001-34", "spring 2001 to the second quarter of 2001"},
		{"2004-02-01/2005", "1 February 2004 to 2005"},
		{"2004/2004", "starting and ending 2004"},
		{"2004~/2005~", "about 2004 to about 2005"},
		{"2004-06?/2005", "starting June 2004, uncertain; ending 2005"},
		{"2004-06-XX/2004-07-03", "starting a day in June 2004, ending 3 July 2004"},
		{"2024-07/..", "since July 2024"},
		{"../2008", "until 2008"},
		{"2008?/..", "since 2008, uncertain"},
		{"1985/", "starting 1985, end unknown"},
		{"/2024-08-21", "ending 21 August 2024, start unknown"},
		{"../..1984", "ending 1984 or earlier, no start"},
		{"1984../1990", "starting 1984 or later, ending 1990"},
		{"..1984?/1990", "starting 1984, uncertain, or earlier; ending 1990"},
		{"1984../..", "starting 1984 or later, no end"},

		// Sets.
		{"[2024-07-01..2024-07-10]", "early July 2024"},
		{"[2024-07-11..2024-07-20]", "mid-July 2024"},
		{"[2024-07-21..2024-07-31]", "late July 2024"},
		{"[2023-02-21..2023-02-28]", "late February 2023"},
		{"[2024-02-21..2024-02-28]", "between 21 and 28 February 2024"},
		{"[2024-08-01..2024-08-21]", "between 1 and 21 August 2024"},
		{"[2024-07-29..2024-08-04]", "between 29 July and 4 August 2024"},
		{"[2023-12-29..2024-01-04]", "between 29 December 2023 and 4 January 2024"},
		{"[2023-05..2023-06]", "between May and June 2023"},
		{"[2019..2021]", "between 2019 and 2021"},
		{"[2019?..2021]", "one of 2019, uncertain, to 2021"},
		{"[201X..203X]", "one of a year in the 2010s through a year in the 2030s"},
		{"[1667,1668,1670..1672]", "one of 1667, 1668 and 1670 to 1672"},
		{"[1667?,1668]", "one of 1667, uncertain; and 1668"},
		{"[1667,1760-12]", "one of 1667 and December 1760"},
		{"[1984]", "one of 1984"},
		{"[..1984]", "1984 or earlier"},
		{"[1760-12..]", "December 1760 or later"},
		{"[1760-01,1760-02,1760-12..]", "one of January 1760, February 1760 and December 1760 or later"},
		{"{1960,1961-12}", "all of 1960 and December 1961"},
		{"{2024-07-21..2024-07-31}", "all of 21 to 31 July 2024"},
		{"{..1984}", "all of 1984 and earlier"},
		{"{1960,1984..}", "all of 1960 and 1984 and later"},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			if got := edtf.MustParse(test.text).English(); got != test.want {
				t.Errorf("English() = %q, want %q", got, test.want)
			}
		})
	}
	if got := (edtf.Date{}).English(); got != "" {
		t.Errorf("zero Date: English() = %q, want none", got)
	}
}

// TestDateEnglishDistinct words every value of a grammar and expects no words
// twice.
func TestDateEnglishDistinct(t *testing.T) {
	words := make(map[string]string)
	count := 0
	add := func(text string) {
		d, err := edtf.Parse(text)
		if err != nil || d.String() != text {
			return // Not a date after all, or not its canonical text.
		}
		count++
		got := d.English()
		if before, ok := words[got]; ok {
			t.Errorf("%q and %q are both %q", before, text, got)
		}
		words[got] = text
	}

	years := strings.Fields(`0000 0001 0009 0019 0045 0999 1000 1560 1900 1984 2000 2001 2010 2019 2020 2023 2024 2100 9999
		-0001 -0043 -0999 -1000 -1984 -9999 Y10000 Y-10000 Y170000002 Y-170000002
		000X 001X 019X 156X 200X 201X 00XX 10XX 19XX 20XX 0XXX 1XXX XXXX X000 1X84 19X4 1X5X X9X9 1X00
		-000X -001X -198X -20XX -1XXX -XXXX -1X84
		1950S1 1950S2 1950S3 1951S3 1950S4 -1950S2 -1950S4 0050S1 Y171010000S3 Y-171010000S3`)
	var months, dates []string
	for m := 1; m <= 41; m++ {
		months = append(months, fmt.Sprintf("-%02d", m))
	}
	months = append(months, "-XX", "-0X", "-1X", "-X1", "-X2")
	days := []string{"-XX", "-0X", "-1X", "-2X", "-3X", "-X0", "-X1", "-X9"}
	for d := 1; d <= 31; d++ {
		days = append(days, fmt.Sprintf("-%02d", d))
	}
	for _, year := range years {
		dates = append(dates, year)
		for _, month := range months {
			dates = append(dates, year+month)
			for _, day := range days {
				// In the thirties and in February these leave one possibility.
				if day == "-3X" && !strings.Contains("-01-03-05-07-08-10-12-XX-0X-1X-X1", month) ||
					strings.HasPrefix(day, "-X") && (month == "-02" || month == "-X2") {
					continue
				}
				dates = append(dates, year+month+day)
			}
		}
	}
	for _, date := range dates {
		add(date)
	}

	qualified := []string{}
	for _, date := range []string{"1984", "-0043", "201X", "1950S2", "2004-06", "2004-21", "2004-34", "2004-1X", "2004-06-11", "2004-06-XX", "201X-06-11"} {
		sign, rest, _ := strings.Cut(date, "-")
		fields := append([]string{sign}, strings.Split(rest, "-")...)
		if sign == "" { // A negative year.
			fields = []string{date}
		}
		if rest == "" {
			fields = fields[:1]
		}
		for _, a := range []string{"", "?", "~", "%"} {
			qualified = append(qualified, date+a)
			if len(fields) < 2 {
				continue
			}
			for _, b := range []string{"", "?", "~", "%"} {
				two := []string{fields[0] + a + "-" + b + fields[1], fields[0] + "-" + fields[1] + a}
				for _, text := range two {
					qualified = append(qualified, text)
					if len(fields) < 3 {
						continue
					}
					qualified = append(qualified, text+"-"+b+fields[2], text+"-"+fields[2])
					for _, c := range []string{"?", "~", "%"} {
						qualified = append(qualified, text+"-"+c+fields[2])
					}
				}
			}
		}
	}
	seen := map[string]bool{}
	for _, text := range qualified {
		if d, err := edtf.Parse(text); err == nil && !seen[d.String()] {
			seen[d.String()] = true
			if words[d.English()] != d.String() {
				add(d.String())
			}
		}
	}

	ends := []string{"1984", "1985", "-0043", "-0044", "0045", "0046", "Y170000002", "201X", "1950S2", "1984?", "1984~", "1985%",
		"2004-06", "2004-07", "2004-12", "2005-01", "2004-21", "2004-23", "2005-21", "2004-34", "2004-XX", "2004-06?",
		"2004-06-01", "2004-06-10", "2004-06-11", "2004-06-20", "2004-06-21", "2004-06-30", "2004-07-01", "2005-06-01",
		"2004-06-XX", "2004-06-11?", "2004-06-11~", "?2004-06-11", "2004-06-~11"}
	joined := []string{}
	for _, a := range ends {
		joined = append(joined, a+"/..", a+"/", "../"+a, "/"+a, a+"../..", a+"../", ".."+a+"/..", ".."+a+"/",
			"../.."+a, "/.."+a, "../"+a+"..", "/"+a+"..",
			"["+a+"]", "["+a+"..]", "[.."+a+"]", "{"+a+"}", "{"+a+"..}", "{.."+a+"}")
		for _, b := range ends {
			joined = append(joined, a+"/"+b, a+"../"+b, ".."+a+"/"+b, a+"/"+b+"..", a+"/.."+b, a+"../"+b+"..", ".."+a+"/.."+b,
				"["+a+","+b+"]", "{"+a+","+b+"}", "["+a+".."+b+"]", "{"+a+".."+b+"}",
				"[.."+a+","+b+"]", "["+a+","+b+"..]", "{.."+a+","+b+"}", "{"+a+","+b+"..}",
				"["+a+".."+b+",2010]", "["+a+","+b+",2010]", "{2010,"+a+".."+b+"}", "[2010,"+a+".."+b+",2012..]")
		}
	}
	for _, text := range joined {
		add(text)
	}

	for _, day := range []string{"1985-04-12", "-0043-03-15"} {
		for _, clock := range []string{"00:00:00", "00:00:01", "00:01:00", "23:20:30", "23:59:59"} {
			for _, zone := range []string{"", "Z", "+00:01", "+04:30", "-04:30", "+14:00", "-14:00"} {
				add(day + "T" + clock + zone)
			}
		}
	}
	add("2016-12-31T23:59:60")
	add("2016-12-31T23:59:60Z")
	if count < 50_000 {
		t.Errorf("only %d values tried, expected 50,000 at least", count)
	}
}

// TestDateEnglishCoincides holds the documented values that share their words.
func TestDateEnglishCoincides(t *testing.T) {
	for _, pair := range [][2]string{
		{"Y17E7", "Y170000000"},
		{"1984-X3", "1984-03"},
		{"1984-X0", "1984-10"},
		{"2004-06-3X", "2004-06-30"},
	} {
		a, b := edtf.MustParse(pair[0]), edtf.MustParse(pair[1])
		if diff := cmp.Diff(b.English(), a.English()); diff != "" {
			t.Errorf("%q and %q (-want +got):\n%s", pair[1], pair[0], diff)
		}
		if got, want := a.Bounds(), b.Bounds(); got != want {
			t.Errorf("%q and %q share their words but not their bounds", pair[0], pair[1])
		}
	}
}

// TestDateEnglishLinear words a set of 10⁵ members.
func TestDateEnglishLinear(t *testing.T) {
	text := "[" + strings.Repeat("1984,", 99_999) + "1985]"
	want := len("one of ") + 99_999*len("1984, ") - len(", ") + len(" and 1985")
	if got := len(edtf.MustParse(text).English()); got != want {
		t.Errorf("%d bytes, want %d", got, want)
	}
}
