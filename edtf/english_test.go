package edtf_test

import (
	"fmt"
	"math"
	"os"
	"regexp"
	"slices"
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

// englishRow is a line of testdata/english.txt.
type englishRow struct {
	text                 string
	dayFirst, monthFirst string
	back                 string // "yes", or "no: " and why
}

func englishTable(t testing.TB) []englishRow {
	t.Helper()
	table, err := os.ReadFile("testdata/english.txt")
	if err != nil {
		t.Fatal(err)
	}
	var rows []englishRow
	for line := range strings.Lines(string(table)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		columns := strings.Split(strings.TrimSuffix(line, "\n"), " | ")
		if len(columns) != 4 || columns[3] != "yes" && !strings.HasPrefix(columns[3], "no: ") {
			t.Fatalf("%q: expected four columns, the last one yes, or no and why", line)
		}
		rows = append(rows, englishRow{columns[0], columns[1], columns[2], columns[3]})
	}
	if len(rows) < 140 {
		t.Fatalf("only %d rows", len(rows))
	}
	return rows
}

// TestEnglishTable holds the words of each kind of date, as testdata/english.txt
// has them.
func TestEnglishTable(t *testing.T) {
	seen := map[string]string{}
	for _, row := range englishTable(t) {
		d, err := edtf.Parse(row.text)
		if err != nil || d.String() != row.text {
			t.Errorf("%s: not the canonical text of a date: %v", row.text, err)
			continue
		}
		if before := seen[row.text]; before != "" {
			t.Errorf("%s stands there twice", row.text)
		}
		seen[row.text] = row.text
		for _, order := range []edtf.DateOrder{edtf.OrderUnstated, edtf.OrderDayMonth, edtf.OrderMonthDay} {
			want := row.dayFirst
			if order == edtf.OrderMonthDay {
				want = row.monthFirst
			}
			if got := d.EnglishIn(order); got != want {
				t.Errorf("%s in order %d: %q, want %q", row.text, order, got, want)
			}
		}
		if got := d.English(); got != row.dayFirst {
			t.Errorf("%s: English() = %q, want %q", row.text, got, row.dayFirst)
		}
	}
}

// TestEnglishReadsBack reads what is printed back to an equal date, and refuses
// or reads otherwise only the kinds that the table lists.
func TestEnglishReadsBack(t *testing.T) {
	back := 0
	rows := englishTable(t)
	for _, row := range rows {
		d := edtf.MustParse(row.text)
		if row.back == "yes" {
			back++
		}
		for _, words := range []string{row.dayFirst, row.monthFirst} {
			for _, anchor := range []edtf.Day{conventionAnchor, edtf.MustParseDay("1985-01-01")} {
				p, err := edtf.ParsePhrase(words, anchor)
				equal := err == nil && p.Date.Equal(d)
				if equal != (row.back == "yes") {
					t.Errorf("%q (%s) reads back on %s as %s, %v; the table says %s", words, row.text, anchor, p.Date, err, row.back)
				}
			}
		}
	}
	if back < 130 {
		t.Errorf("%d of %d rows read back, want 130 at least", back, len(rows))
	}
}

// englishValues returns the canonical texts of a grammar of dates: every kind of
// year, month and day, with every qualifier, in every kind of interval and set.
func englishValues() []string {
	var values []string
	seen := map[string]bool{}
	add := func(text string) {
		if d, err := edtf.Parse(text); err == nil && !seen[d.String()] {
			seen[d.String()] = true
			values = append(values, d.String())
		}
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
	for _, text := range qualified {
		add(text)
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
	return values
}

// TestDateEnglishDistinct words every value of the grammar in both orders and
// expects no words twice, but for lists of days or months, which have the words
// of a set of them.
func TestDateEnglishDistinct(t *testing.T) {
	values := englishValues()
	for _, order := range []edtf.DateOrder{edtf.OrderDayMonth, edtf.OrderMonthDay} {
		words := make(map[string]string)
		for _, text := range values {
			d := edtf.MustParse(text)
			got := d.EnglishIn(order)
			if before, ok := words[got]; ok && !(withinNumber(d) && sameDays(d, edtf.MustParse(before))) &&
				!(withinNumber(edtf.MustParse(before)) && sameDays(d, edtf.MustParse(before))) {
				t.Errorf("%q and %q are both %q", before, text, got)
			}
			words[got] = text
		}
	}
	if len(values) < 50_000 {
		t.Errorf("only %d values tried, expected 50,000 at least", len(values))
	}
}

func sameDays(a, b edtf.Date) bool {
	return slices.Equal(slices.Collect(a.StartRanges()), slices.Collect(b.StartRanges())) &&
		slices.Equal(slices.Collect(a.EndRanges()), slices.Collect(b.EndRanges()))
}

// TestEnglishReadsBackAll reads every third value of the grammar back, with -short
// every 30th; FuzzEnglish tries any.
func TestEnglishReadsBackAll(t *testing.T) {
	back, step := 0, 3
	if testing.Short() {
		step = 30
	}
	anchors := []edtf.Day{conventionAnchor, edtf.MustParseDay("1985-01-01"), edtf.MustParseDay("2024-02-29")}
	values := englishValues()
	for i := 0; i < len(values); i += step {
		if checkReadsBack(t, edtf.MustParse(values[i]), anchors[i/step%len(anchors)]) {
			back++
		}
	}
	if back < 24_000/step {
		t.Errorf("only %d values read back", back)
	}
}

// checkReadsBack reads the words of d, in both orders, on the day. They
// stand for d, but for the kinds of date that Date.English names: these may be
// refused, or read as another text of the same or wider bounds. It reports
// whether d came back.
func checkReadsBack(t *testing.T, d edtf.Date, anchor edtf.Day) bool {
	t.Helper()
	listed := readsBackOtherwise(d)
	all := true
	for _, order := range []edtf.DateOrder{edtf.OrderDayMonth, edtf.OrderMonthDay} {
		words := d.EnglishIn(order)
		p, err := edtf.ParsePhrase(words, anchor)
		equal := err == nil && p.Date.Equal(d)
		all = all && equal
		tooLong := len(words) > 256 || len(strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune(" ,;:-–()+", r) })) > 16
		switch {
		case equal:
		case err == nil && !(listed && holdsBounds(p.Date.Bounds(), d.Bounds())):
			t.Errorf("%q (%s) reads back on %s as %s", words, d, anchor, p.Date)
		case err != nil && !listed && !tooLong:
			t.Errorf("%q (%s) on %s: %v", words, d, anchor, err)
		}
	}
	return all
}

// holdsBounds reports whether the first bounds allow all that the second do.
func holdsBounds(wide, b edtf.Bounds) bool {
	return wide.EarliestStart.Compare(b.EarliestStart) <= 0 && wide.LatestStart.Compare(b.LatestStart) >= 0 &&
		wide.EarliestEnd.Compare(b.EarliestEnd) <= 0 && wide.LatestEnd.Compare(b.LatestEnd) >= 0
}

// readsBackOtherwise reports whether d is of a kind that Date.English names
// among those that need not come back.
func readsBackOtherwise(d edtf.Date) bool {
	if d.Kind() == edtf.KindOneOf || d.Kind() == edtf.KindAllOf {
		members, beyond, oneDate, unspecified := 0, false, false, false
		var qualified []bool
		for m := range d.Members() {
			members++
			beyond = beyond || m.Kind == edtf.MemberUpTo || m.Kind == edtf.MemberFrom
			for _, date := range []edtf.Date{m.First, m.Last} {
				if f, ok := date.Fields(); ok {
					qualified = append(qualified, f.Uncertain|f.Approximate != 0)
					unspecified = unspecified || f.UnspecifiedYear|f.UnspecifiedMonth|f.UnspecifiedDay != 0
				}
				if !date.IsZero() && readsBackOtherwise(date) {
					return true
				}
			}
			oneDate = m.Kind == edtf.MemberDate || m.Kind == edtf.MemberRange && m.First.Equal(m.Last)
		}
		if members == 1 {
			return oneDate || beyond && unspecified || beyond && d.Kind() == edtf.KindAllOf && slices.Contains(qualified, true) || slices.Contains(qualified, true) && slices.Contains(qualified, false)
		}
		return beyond || slices.Contains(qualified, true)
	}
	if start, end, ok := d.Ends(); ok {
		for _, end := range []edtf.End{start, end} {
			f, _ := end.Date.Fields()
			beyond := end.Kind == edtf.EndOnOrBefore || end.Kind == edtf.EndOnOrAfter
			if beyond && f.UnspecifiedYear|f.UnspecifiedMonth|f.UnspecifiedDay != 0 || !end.Date.IsZero() && readsBackOtherwise(end.Date) {
				return true
			}
		}
		return false
	}
	f, _ := d.Fields()
	return longYear.MatchString(d.English()) || f.SignificantDigits > 0 || withinNumber(d)
}

// longYear is a year that is written with a comma, which is not read.
var longYear = regexp.MustCompile(`\d,\d`)

// withinNumber reports whether the unspecified digits of a date are others than
// a whole day, a whole month, a whole year or its last digits.
func withinNumber(d edtf.Date) bool {
	f, ok := d.Fields()
	if !ok {
		return false
	}
	return f.UnspecifiedYear&(f.UnspecifiedYear+1) != 0 ||
		f.UnspecifiedMonth != 0 && f.UnspecifiedMonth != 3 || f.UnspecifiedDay != 0 && f.UnspecifiedDay != 3 ||
		f.UnspecifiedMonth == 3 && f.Precision == edtf.PrecisionDay && f.UnspecifiedDay != 3
}

// TestDateEnglishCoincides holds the documented values that share their words.
func TestDateEnglishCoincides(t *testing.T) {
	for _, pair := range [][2]string{
		{"Y17E7", "Y170000000"},
		{"1984-X3", "1984-03"},
		{"1984-X0", "1984-10"},
		{"2004-06-3X", "2004-06-30"},
		{"2004-07-3X", "[2004-07-30,2004-07-31]"},
		{"2004-06-X1", "[2004-06-01,2004-06-11,2004-06-21]"},
		{"1984-X1", "[1984-01,1984-11]"},
		{"2019-X2-31", "2019-12-31"},
		{"2019-X2-29", "2019-12-29"},
		{"2019-X2-3X", "[2019-12-30,2019-12-31]"},
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
	want := 99_999*len("1984, ") - len(", ") + len(" or 1985")
	if got := len(edtf.MustParse(text).English()); got != want {
		t.Errorf("%d bytes, want %d", got, want)
	}
}
