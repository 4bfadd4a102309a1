package edtf_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/edtf"
)

func TestReading(t *testing.T) {
	extent := edtf.Options{Reading: edtf.ReadingExtent}
	tests := []struct {
		text string
		want [4]string
	}{
		{"2024-07-25", [4]string{"2024-07-25", "2024-07-25", "2024-07-25", "2024-07-25"}},
		{"2024-07", [4]string{"2024-07-01", "2024-07-01", "2024-07-31", "2024-07-31"}},
		{"2024", [4]string{"2024-01-01", "2024-01-01", "2024-12-31", "2024-12-31"}},
		{"2001-24", [4]string{"2001-12-01", "2001-12-01", "2002-02-28", "2002-02-28"}},
		{"2001-34", [4]string{"2001-04-01", "2001-04-01", "2001-06-30", "2001-06-30"}},
		{"Y170000002", [4]string{"170000002-01-01", "170000002-01-01", "170000002-12-31", "170000002-12-31"}},
		// Throughout one year, month or day that is not named.
		{"201X", [4]string{"2010-01-01", "2019-01-01", "2010-12-31", "2019-12-31"}},
		{"1985-XX", [4]string{"1985-01-01", "1985-12-01", "1985-01-31", "1985-12-31"}},
		{"1985-04-XX", [4]string{"1985-04-01", "1985-04-30", "1985-04-01", "1985-04-30"}},
		{"156X-12-25", [4]string{"1560-12-25", "1569-12-25", "1560-12-25", "1569-12-25"}},
		{"1950S2", [4]string{"1900-01-01", "1999-01-01", "1900-12-31", "1999-12-31"}},
		// An interval says itself that its ends are sometime within.
		{"1964/2008", [4]string{"1964-01-01", "1964-12-31", "2008-01-01", "2008-12-31"}},
		{"2004-06/..", [4]string{"2004-06-01", "2004-06-30", "+inf", "+inf"}},
		{"[1667,1668,1670..1672]", [4]string{"1667-01-01", "1672-01-01", "1667-12-31", "1672-12-31"}},
		{"[..1984]", [4]string{"-inf", "1984-01-01", "-inf", "1984-12-31"}},
		{"{1667,1668,1670..1672}", [4]string{"1667-01-01", "1667-01-01", "1672-12-31", "1672-12-31"}},
		{"{1960,1961-12}", [4]string{"1960-01-01", "1960-01-01", "1961-12-31", "1961-12-31"}},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			if diff := cmp.Diff(test.want, boundTexts(edtf.MustParse(test.text).BoundsWith(extent))); diff != "" {
				t.Errorf("bounds (-want +got):\n%s", diff)
			}
		})
	}
	for _, text := range accepted() {
		d := edtf.MustParse(text)
		if d.BoundsWith(edtf.Options{}) != d.Bounds() {
			t.Errorf("%q: the zero Options are not the default", text)
		}
	}
}

func TestSeasonConventions(t *testing.T) {
	north := edtf.Options{}
	south := edtf.Options{Hemisphere: edtf.HemisphereSouth}
	quarterNorth := edtf.Options{Seasons: edtf.SeasonsQuarter}
	quarterSouth := edtf.Options{Seasons: edtf.SeasonsQuarter, Hemisphere: edtf.HemisphereSouth}
	tests := []struct {
		name    string
		options edtf.Options
		want    map[string][2]string
	}{
		{"meteorological, north", north, map[string][2]string{
			"2001-21": {"2001-03-01", "2001-05-31"}, "2001-22": {"2001-06-01", "2001-08-31"},
			"2001-23": {"2001-09-01", "2001-11-30"}, "2001-24": {"2001-12-01", "2002-02-28"},
			"2001-25": {"2001-03-01", "2001-05-31"}, "2001-29": {"2001-09-01", "2001-11-30"},
		}},
		{"meteorological, south", south, map[string][2]string{
			"2001-21": {"2001-09-01", "2001-11-30"}, "2001-22": {"2001-12-01", "2002-02-28"},
			"2001-23": {"2001-03-01", "2001-05-31"}, "2001-24": {"2001-06-01", "2001-08-31"},
			"2001-25": {"2001-03-01", "2001-05-31"}, "2001-29": {"2001-09-01", "2001-11-30"},
			"2001-28": {"2001-12-01", "2002-02-28"}, "2001-30": {"2001-12-01", "2002-02-28"},
		}},
		{"quarters, north", quarterNorth, map[string][2]string{
			"2001-21": {"2001-04-01", "2001-06-30"}, "2001-22": {"2001-07-01", "2001-09-30"},
			"2001-23": {"2001-10-01", "2001-12-31"}, "2001-24": {"2001-01-01", "2001-03-31"},
			"2001-25": {"2001-04-01", "2001-06-30"}, "2001-28": {"2001-01-01", "2001-03-31"},
			"2001-29": {"2001-10-01", "2001-12-31"}, "2001-32": {"2001-07-01", "2001-09-30"},
		}},
		{"quarters, south", quarterSouth, map[string][2]string{
			"2001-21": {"2001-10-01", "2001-12-31"}, "2001-22": {"2001-01-01", "2001-03-31"},
			"2001-23": {"2001-04-01", "2001-06-30"}, "2001-24": {"2001-07-01", "2001-09-30"},
			"2001-27": {"2001-10-01", "2001-12-31"}, "2001-31": {"2001-04-01", "2001-06-30"},
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for text, want := range test.want {
				got := boundTexts(edtf.MustParse(text).BoundsWith(test.options))
				if diff := cmp.Diff(within(want[0], want[1]), got); diff != "" {
					t.Errorf("%s (-want +got):\n%s", text, diff)
				}
			}
			for code, want := range map[string][2]string{
				"2001-33": {"2001-01-01", "2001-03-31"}, "2001-38": {"2001-05-01", "2001-08-31"}, "2001-41": {"2001-07-01", "2001-12-31"},
				"2001-04": {"2001-04-01", "2001-04-30"},
			} {
				if got := boundTexts(edtf.MustParse(code).BoundsWith(test.options)); got != within(want[0], want[1]) {
					t.Errorf("%s = %v, want %v: no convention moves it", code, got, want)
				}
			}
		})
	}
}

// seasonConventions holds the first month of spring, summer, autumn and winter.
var seasonConventions = []struct {
	options edtf.Options
	first   [4]time.Month
}{
	{edtf.Options{}, [4]time.Month{3, 6, 9, 12}},
	{edtf.Options{Seasons: edtf.SeasonsQuarter}, [4]time.Month{4, 7, 10, 1}},
	{edtf.Options{Hemisphere: edtf.HemisphereSouth}, [4]time.Month{9, 12, 3, 6}},
	{edtf.Options{Seasons: edtf.SeasonsQuarter, Hemisphere: edtf.HemisphereSouth}, [4]time.Month{10, 1, 4, 7}},
}

// codeDays returns the first and last day of a month or sub-year code when the
// convention of that number holds for the seasons without a hemisphere.
func codeDays(year, code, convention int) (first, last time.Time) {
	month, length := time.Month(code), 1
	switch {
	case code >= 33:
		month, length = time.Month(3*(code-33)+1), 3
	case code >= 29:
		month, length = seasonConventions[convention|2].first[code-29], 3
	case code >= 25:
		month, length = seasonConventions[convention&^2].first[code-25], 3
	case code >= 21:
		month, length = seasonConventions[convention].first[code-21], 3
	}
	first = time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
	return first, first.AddDate(0, length, -1)
}

// Under each of the four conventions an interval of seasons is read by the
// first in which its start is not after its end: the one asked for, the other
// rule, the other hemisphere, both; in none of them it is refused.
func TestSeasonIntervalsAgainstEnumeration(t *testing.T) {
	codes := []int{1, 2, 3, 6, 11, 12, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 36}
	moved, refused := 0, 0
	for _, a := range codes {
		for _, b := range codes {
			for year := 2011; year <= 2013; year++ {
				text := fmt.Sprintf("2012-%02d/%d-%02d", a, year, b)
				d, err := edtf.Parse(text)
				for asked, c := range seasonConventions {
					held := 0
					var start, end [2]time.Time
					for ; held < 4; held++ {
						start[0], start[1] = codeDays(2012, a, asked^held)
						end[0], end[1] = codeDays(year, b, asked^held)
						if !end[1].Before(start[0]) {
							break
						}
					}
					if (err == nil) != (held < 4) {
						t.Fatalf("Parse(%q): %v, but it holds in convention %d", text, err, held)
					}
					if err != nil {
						refused++
						continue
					}
					if held > 0 {
						moved++
					}
					want := [4]string{dayText(start[0]), dayText(start[1]), dayText(end[0]), dayText(end[1])}
					if start[1].After(end[1]) {
						want[1] = want[3]
					}
					if end[0].Before(start[0]) {
						want[2] = want[0]
					}
					if got := boundTexts(d.BoundsWith(c.options)); got != want {
						t.Errorf("%s with %+v: %v, want %v", text, c.options, got, want)
					}
				}
			}
		}
	}
	if moved < 100 || refused < 100 {
		t.Errorf("%d intervals read by another convention, %d refused: want 100 at least", moved, refused)
	}
}

// Whatever the convention, the reading and the padding, no start lies after its
// end: neither the earliest nor the latest.
func TestBoundsAreInOrder(t *testing.T) {
	var parts, texts []string
	for _, year := range []string{"2011", "2012", "201X", "2012S3"} {
		parts = append(parts, year)
		for _, month := range []string{"-01", "-02", "-12", "-XX", "-1X", "-21", "-22", "-23", "-24", "-25", "-28", "-29", "-32", "-33", "-36", "-39", "-41"} {
			parts = append(parts, year+month, year+month+"~")
		}
		parts = append(parts, year+"-02-28", year+"-12-XX", year+"-XX-31", year+"-X2-~3X")
	}
	texts = append(texts, parts...)
	for _, a := range parts {
		texts = append(texts, a+"/..", a+"/", "../"+a, "/"+a, "["+a+"..]", "{.."+a+"}")
		for _, b := range parts {
			texts = append(texts, a+"/"+b, a+"../"+b, a+"/.."+b, ".."+a+"/"+b+"..", "["+a+".."+b+"]", "{"+a+".."+b+"}", "{"+a+","+b+"}")
		}
	}
	count := 0
	for _, text := range texts {
		d, err := edtf.Parse(text)
		if err != nil {
			continue
		}
		for _, c := range seasonConventions {
			for _, reading := range []edtf.Reading{edtf.ReadingOccurrence, edtf.ReadingExtent} {
				for _, padding := range []edtf.Padding{{}, {Years: 1, Months: 14, Days: 40}} {
					o := c.options
					o.Reading, o.Padding = reading, padding
					count++
					if b := d.BoundsWith(o); !inOrder(b) {
						t.Errorf("%s with %+v: %v", text, o, boundTexts(b))
					}
				}
			}
		}
	}
	if count < 200_000 {
		t.Errorf("only %d bounds tried, expected 200,000 at least", count)
	}
}

// inOrder reports whether no bound that is known lies on the wrong side of
// another.
func inOrder(b edtf.Bounds) bool {
	for _, pair := range [...][2]edtf.Bound{
		{b.EarliestStart, b.LatestStart}, {b.EarliestEnd, b.LatestEnd},
		{b.EarliestStart, b.EarliestEnd}, {b.LatestStart, b.LatestEnd},
	} {
		if pair[0].Kind() != edtf.BoundUnknown && pair[1].Kind() != edtf.BoundUnknown && pair[0].Compare(pair[1]) > 0 {
			return false
		}
	}
	return true
}

// A range of seasons holds every season between its codes, in any convention.
func TestSeasonRangesAgainstMembers(t *testing.T) {
	for _, o := range []edtf.Options{
		{}, {Hemisphere: edtf.HemisphereSouth}, {Seasons: edtf.SeasonsQuarter},
		{Seasons: edtf.SeasonsQuarter, Hemisphere: edtf.HemisphereSouth}, {Reading: edtf.ReadingExtent, Hemisphere: edtf.HemisphereSouth},
	} {
		for _, base := range []int{21, 25, 29} {
			for from := range 4 {
				for count := 1; count <= 10; count++ {
					var members []string
					for k := from; k < from+count; k++ {
						members = append(members, fmt.Sprintf("%d-%d", 2001+k/4, base+k%4))
					}
					for _, brackets := range []string{"[]", "{}"} {
						span := brackets[:1] + members[0] + ".." + members[count-1] + brackets[1:]
						list := brackets[:1] + strings.Join(members, ",") + brackets[1:]
						want, got := boundTexts(edtf.MustParse(list).BoundsWith(o)), boundTexts(edtf.MustParse(span).BoundsWith(o))
						if got != want {
							t.Errorf("%s with %+v: %v, but %s: %v", span, o, got, list, want)
						}
					}
				}
			}
		}
	}
}

// Qualifiers move nothing of themselves.
func TestQualifiersMoveNoBound(t *testing.T) {
	tests := []struct{ plain, qualified string }{
		{"1984", "1984~"}, {"1984", "1984%"}, {"2004-06", "2004-06~"}, {"2004-06-11", "~2004-%06-?11"},
		{"2001-21", "2001-21~"}, {"156X-12-25", "156X~-12-25"}, {"2004/2005", "2004~/2005?"},
		{"[1984,1990]", "[1984~,1990?]"}, {"1950S2", "1950S2~"},
	}
	for _, test := range tests {
		t.Run(test.qualified, func(t *testing.T) {
			if diff := cmp.Diff(boundTexts(edtf.MustParse(test.plain).Bounds()), boundTexts(edtf.MustParse(test.qualified).Bounds())); diff != "" {
				t.Errorf("bounds of %s and of %s (-plain +qualified):\n%s", test.plain, test.qualified, diff)
			}
		})
	}
}

func TestPadding(t *testing.T) {
	padding := edtf.Options{Padding: edtf.Padding{Years: 2, Months: 3, Days: 10}}
	extent := padding
	extent.Reading = edtf.ReadingExtent
	tests := []struct {
		text    string
		options edtf.Options
		want    [4]string
	}{
		{"1984", padding, within("1984-01-01", "1984-12-31")},
		{"1984?", padding, within("1984-01-01", "1984-12-31")},
		{"1984~", padding, within("1982-01-01", "1986-12-31")},
		{"1984%", padding, within("1982-01-01", "1986-12-31")},
		{"2004-06~", padding, within("2004-03-01", "2004-09-30")},
		{"2004-11~", padding, within("2004-08-01", "2005-02-28")},
		{"2004-02~", padding, within("2003-11-01", "2004-05-31")},
		{"2004-02~", extent, [4]string{"2003-11-01", "2004-05-01", "2003-11-30", "2004-05-31"}},
		{"2004-06-11~", padding, within("2004-06-01", "2004-06-21")},
		{"2004-06-~11", padding, within("2004-06-01", "2004-06-21")},
		{"2004~-06-11", padding, within("2002-06-11", "2006-06-11")},
		{"2004-06~-11", padding, within("2004-03-11", "2004-09-11")},
		{"2004-~06-11", padding, within("2004-03-11", "2004-09-11")},
		{"~2004-06-~11", padding, within("2002-06-01", "2006-06-21")},
		{"2004~-02-29", padding, within("2002-02-28", "2006-02-28")},
		{"2001-34~", padding, within("2001-01-01", "2001-09-30")},
		{"201X~", padding, within("2008-01-01", "2021-12-31")},
		{"Y9223372036854775807~", padding, within("9223372036854775805-01-01", "9223372036854775807-12-31")},
		{"Y-9223372036854775808~", padding, within("-9223372036854775808-01-01", "-9223372036854775806-12-31")},
		{"1984~", extent, [4]string{"1982-01-01", "1986-01-01", "1982-12-31", "1986-12-31"}},
		{"1984~/2004", padding, [4]string{"1982-01-01", "1986-12-31", "2004-01-01", "2004-12-31"}},
		{"2004-06-~01/2004-06-~20", padding, [4]string{"2004-05-22", "2004-06-11", "2004-06-10", "2004-06-30"}},
		{"2004~/2005", padding, [4]string{"2002-01-01", "2005-12-31", "2005-01-01", "2005-12-31"}},
		{"156X~-12-25/1565-06", padding, [4]string{"1558-12-25", "1565-06-30", "1565-06-01", "1565-06-30"}},
		{"156X-12-~25/1565-06", padding, [4]string{"1560-12-15", "1565-01-04", "1565-06-01", "1565-06-30"}},
		{"1565-06/156X-12-~25", padding, [4]string{"1565-06-01", "1565-06-30", "1565-12-15", "1570-01-04"}},
		{"[1984~,1990]", padding, within("1982-01-01", "1990-12-31")},
		{"1984~/..", padding, [4]string{"1982-01-01", "1986-12-31", "+inf", "+inf"}},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			if diff := cmp.Diff(test.want, boundTexts(edtf.MustParse(test.text).BoundsWith(test.options))); diff != "" {
				t.Errorf("bounds (-want +got):\n%s", diff)
			}
		})
	}
	const most = 1<<32 - 1
	far := edtf.Options{Padding: edtf.Padding{Years: most, Months: most, Days: most}}
	first, _ := edtf.NewDay(-most, 1, 1)
	last, _ := edtf.NewDay(most, 1, 1)
	want := within(first.AddDays(-most).String(), last.AddDays(most).String())
	if diff := cmp.Diff(want, boundTexts(edtf.MustParse("0000~-01-~01").BoundsWith(far))); diff != "" {
		t.Errorf("the greatest padding (-want +got):\n%s", diff)
	}
}
