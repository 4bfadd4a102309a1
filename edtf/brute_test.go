package edtf_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/edtf"
)

// calendarDay is a day and its place in the sequence of days.
type calendarDay struct{ place, year, month, day int }

func (d calendarDay) String() string {
	if d.year < 0 {
		return fmt.Sprintf("-%04d-%02d-%02d", -d.year, d.month, d.day)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// daysLike lists the days whose text has the pattern, by trying all days of
// the years −9999 to 9999 one after another: an independent reading of X.
func daysLike(pattern string) []calendarDay {
	negative := strings.HasPrefix(pattern, "-")
	month, day := "XX", "XX"
	parts := strings.Split(strings.TrimPrefix(pattern, "-"), "-")
	if len(parts) > 1 {
		month = parts[1]
	}
	if len(parts) > 2 {
		day = parts[2]
	}
	var found []calendarDay
	place := 0
	for y := -9999; y <= 9999; y++ {
		lengths := [12]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
		if y%4 == 0 && y%100 != 0 || y%400 == 0 {
			lengths[1] = 29
		}
		if y < 0 != negative || !like(max(y, -y), parts[0]) {
			place += 337 + lengths[1]
			continue
		}
		for m := range 12 {
			for d := range lengths[m] {
				if like(m+1, month) && like(d+1, day) {
					found = append(found, calendarDay{place, y, m + 1, d + 1})
				}
				place++
			}
		}
	}
	return found
}

func like(n int, pattern string) bool {
	for i := len(pattern) - 1; i >= 0; i-- {
		if pattern[i] != 'X' && int(pattern[i]-'0') != n%10 {
			return false
		}
		n /= 10
	}
	return true
}

// joined turns ascending days into maximal ranges.
func joined(days []calendarDay) [][2]string {
	var ranges [][2]string
	for i, d := range days {
		if i == 0 || d.place != days[i-1].place+1 {
			ranges = append(ranges, [2]string{d.String(), ""})
		}
		if i == len(days)-1 || d.place != days[i+1].place-1 {
			ranges[len(ranges)-1][1] = d.String()
		}
	}
	return ranges
}

func rangeTexts(ranges func(func(edtf.Range) bool)) [][2]string {
	var texts [][2]string
	for r := range ranges {
		texts = append(texts, [2]string{r.First.String(), r.Last.String()})
	}
	return texts
}

var patterns = strings.Fields(`19XX 201X 1X99 X999 XX00 -000X -1XXX -1X9X -X000
	2004-XX 2004-0X 2004-1X 2004-X1 2004-X0 1XXX-XX 1XXX-12 XXXX-0X 19XX-02 -00X4-X2
	2004-02-XX 2004-02-2X 2003-02-2X 2004-XX-XX 2004-XX-31 2004-X2-3X 2004-0X-X1
	156X-12-25 15XX-12-XX XXXX-12-XX XXXX-XX-XX XXXX-XX-23 XXXX-XX-3X XXXX-02-29
	19XX-02-29 XX00-02-29 19XX-X2-29 190X-0X-29 X9X9-X9-X9 -XX00-02-29 -000X-0X-X0
	2000-02-29 XXX1-12-0X X8XX-02-29 1985 1985-04 1985-04-12 -0001-12-31 2004-02-X9 XXX4-02-2X`)

func TestUnspecifiedDigitsAgainstAllDays(t *testing.T) {
	for _, pattern := range patterns {
		t.Run(pattern, func(t *testing.T) {
			days := daysLike(pattern)
			d := edtf.MustParse(pattern)
			want := joined(days)
			for name, got := range map[string][][2]string{"StartRanges": rangeTexts(d.StartRanges()), "EndRanges": rangeTexts(d.EndRanges())} {
				if !slices.Equal(got, want) { // cmp is slow on 120,000 ranges
					t.Errorf("%s (-want +got):\n%s", name, cmp.Diff(want, got))
				}
			}
			if diff := cmp.Diff(within(days[0].String(), days[len(days)-1].String()), boundTexts(d.Bounds())); diff != "" {
				t.Errorf("bounds (-want +got):\n%s", diff)
			}
		})
	}
}

// Every pattern of a month and a day is refused exactly if no day fits it.
func TestUnspecifiedMonthAndDayExist(t *testing.T) {
	digits := "0123456789X"
	years := []string{"2003", "2004", "XXXX", "XXX1", "-000X"}
	if testing.Short() {
		years = years[:2]
	}
	for _, year := range years {
		fits := make(map[string]bool)
		seen := make(map[[2]int]bool)
		for _, d := range daysLike(year) {
			if seen[[2]int{d.month, d.day}] {
				continue
			}
			seen[[2]int{d.month, d.day}] = true
			for mask := range 16 {
				pattern := fmt.Appendf(nil, "-%02d-%02d", d.month, d.day)
				for bit, at := range [4]int{1, 2, 4, 5} {
					if mask>>bit&1 != 0 {
						pattern[at] = 'X'
					}
				}
				fits[year+string(pattern)] = true
			}
		}
		accepted := 0
		for _, m1 := range digits {
			for _, m2 := range digits {
				for _, d1 := range digits {
					for _, d2 := range digits {
						text := fmt.Sprintf("%s-%c%c-%c%c", year, m1, m2, d1, d2)
						_, err := edtf.Parse(text)
						if (err == nil) != fits[text] {
							t.Fatalf("Parse(%q): %v, want accepted: %v", text, err, fits[text])
						}
						if err == nil {
							accepted++
						}
					}
				}
			}
		}
		if accepted != len(fits) {
			t.Errorf("year %s: %d patterns accepted, want %d", year, accepted, len(fits))
		}
	}
}

// shortLists lists the days of the patterns that match not too many of them.
var shortLists = sync.OnceValue(func() map[string][]calendarDay {
	days := make(map[string][]calendarDay)
	for _, pattern := range patterns {
		if found := daysLike(pattern); len(found) <= 5000 {
			days[pattern] = found
		}
	}
	return days
})

// The ends of an interval bound each other to the day.
func TestIntervalsAgainstAllDays(t *testing.T) {
	days := shortLists()
	reversed := 0
	for first, starts := range days {
		for last, ends := range days {
			if testing.Short() && len(starts)+len(ends) > 1000 {
				continue
			}
			text := first + "/" + last
			d, err := edtf.Parse(text)
			latestEnd, earliestStart := ends[len(ends)-1], starts[0]
			if (err == nil) != (earliestStart.place <= latestEnd.place) {
				t.Errorf("Parse(%q): %v", text, err)
			}
			if err != nil {
				reversed++
				continue
			}
			latestStart, earliestEnd := starts[0], ends[len(ends)-1]
			for _, s := range starts {
				if s.place <= latestEnd.place {
					latestStart = s
				}
			}
			for _, e := range slices.Backward(ends) {
				if e.place >= earliestStart.place {
					earliestEnd = e
				}
			}
			want := [4]string{earliestStart.String(), latestStart.String(), earliestEnd.String(), latestEnd.String()}
			if diff := cmp.Diff(want, boundTexts(d.Bounds())); diff != "" {
				t.Errorf("%s (-want +got):\n%s", text, diff)
			}
		}
	}
	if reversed == 0 || reversed == len(days)*len(days) {
		t.Errorf("%d of %d intervals are reversed", reversed, len(days)*len(days))
	}
}

// A set of patterns has the days of all of them.
func TestSetsAgainstAllDays(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	days := shortLists()
	choices := slices.Sorted(maps.Keys(days))
	for range 200 {
		var all []calendarDay
		var members []string
		for range 1 + random.IntN(6) {
			pattern := choices[random.IntN(len(choices))]
			members = append(members, pattern)
			all = append(all, days[pattern]...)
		}
		slices.SortFunc(all, func(a, b calendarDay) int { return a.place - b.place })
		all = slices.Compact(all)
		text := "[" + strings.Join(members, ",") + "]"
		want, got := joined(all), rangeTexts(edtf.MustParse(text).StartRanges())
		if !slices.Equal(got, want) {
			t.Errorf("%s (-want +got):\n%s", text, cmp.Diff(want, got))
		}
	}
}

func TestSetRanges(t *testing.T) {
	tests := []struct {
		text string
		want [][2]string
	}{
		{"[1667,1668,1670..1672]", [][2]string{{"1667-01-01", "1668-12-31"}, {"1670-01-01", "1672-12-31"}}},
		{"[1672,1670,1671,1667]", [][2]string{{"1667-01-01", "1667-12-31"}, {"1670-01-01", "1672-12-31"}}},
		{"[..1760-12-03]", [][2]string{{"-inf", "1760-12-03"}}},
		{"[1760-12..]", [][2]string{{"1760-12-01", "+inf"}}},
		{"[1760-01,1760-02,1760-12..]", [][2]string{{"1760-01-01", "1760-02-29"}, {"1760-12-01", "+inf"}}},
		{"[..1760,1765,1770..]", [][2]string{{"-inf", "1760-12-31"}, {"1765-01-01", "1765-12-31"}, {"1770-01-01", "+inf"}}},
		{"[..1760,1750,1755..]", [][2]string{{"-inf", "+inf"}}},
		{"[1990,1755..]", [][2]string{{"1755-01-01", "+inf"}}},
		{"[1667,1760-12]", [][2]string{{"1667-01-01", "1667-12-31"}, {"1760-12-01", "1760-12-31"}}},
		{"[2024-07-31,2024-08-01]", [][2]string{{"2024-07-31", "2024-08-01"}}},
		{"[2024-07,2024-07-15]", [][2]string{{"2024-07-01", "2024-07-31"}}},
		{"[198X-12-25,1983]", [][2]string{
			{"1980-12-25", "1980-12-25"}, {"1981-12-25", "1981-12-25"}, {"1982-12-25", "1982-12-25"},
			{"1983-01-01", "1983-12-31"}, {"1984-12-25", "1984-12-25"}, {"1985-12-25", "1985-12-25"},
			{"1986-12-25", "1986-12-25"}, {"1987-12-25", "1987-12-25"}, {"1988-12-25", "1988-12-25"}, {"1989-12-25", "1989-12-25"},
		}},
		{"[198X-12-31,198X-01-01]", [][2]string{
			{"1980-01-01", "1980-01-01"}, {"1980-12-31", "1981-01-01"}, {"1981-12-31", "1982-01-01"}, {"1982-12-31", "1983-01-01"},
			{"1983-12-31", "1984-01-01"}, {"1984-12-31", "1985-01-01"}, {"1985-12-31", "1986-01-01"}, {"1986-12-31", "1987-01-01"},
			{"1987-12-31", "1988-01-01"}, {"1988-12-31", "1989-01-01"}, {"1989-12-31", "1989-12-31"},
		}},
		{"[999X-24,XXX9]", func() [][2]string {
			var want [][2]string
			for y := 9; y < 9999; y += 10 {
				want = append(want, [2]string{fmt.Sprintf("%04d-01-01", y), fmt.Sprintf("%04d-12-31", y)})
			}
			for y := 9990; y < 9998; y++ {
				february := 28
				if (y+1)%4 == 0 {
					february = 29
				}
				want = append(want, [2]string{fmt.Sprintf("%d-12-01", y), fmt.Sprintf("%d-02-%d", y+1, february)})
			}
			return append(want, [2]string{"9998-12-01", "10000-02-29"})
		}()},
		{"[2001-24,2002-21]", [][2]string{{"2001-12-01", "2002-05-31"}}},
		{"[Y-9223372036854775808..Y9223372036854775807]", [][2]string{{"-9223372036854775808-01-01", "9223372036854775807-12-31"}}},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			d := edtf.MustParse(test.text)
			for name, ranges := range map[string]func(func(edtf.Range) bool){"StartRanges": d.StartRanges(), "EndRanges": d.EndRanges()} {
				if diff := cmp.Diff(test.want, rangeTexts(ranges)); diff != "" {
					t.Errorf("%s (-want +got):\n%s", name, diff)
				}
			}
		})
	}
}

func TestOtherRanges(t *testing.T) {
	tests := []struct {
		text       string
		start, end [][2]string
	}{
		{"2004-06/2006-08", [][2]string{{"2004-06-01", "2004-06-30"}}, [][2]string{{"2006-08-01", "2006-08-31"}}},
		{"2004/2004-05", [][2]string{{"2004-01-01", "2004-05-31"}}, [][2]string{{"2004-05-01", "2004-05-31"}}},
		{"1985/..", [][2]string{{"1985-01-01", "1985-12-31"}}, [][2]string{{"+inf", "+inf"}}},
		{"../1985", [][2]string{{"-inf", "-inf"}}, [][2]string{{"1985-01-01", "1985-12-31"}}},
		{"1985/", [][2]string{{"1985-01-01", "1985-12-31"}}, [][2]string{{"unknown", "unknown"}}},
		{"/1985", [][2]string{{"unknown", "unknown"}}, [][2]string{{"1985-01-01", "1985-12-31"}}},
		{"156X-12-25/1563-06", [][2]string{{"1560-12-25", "1560-12-25"}, {"1561-12-25", "1561-12-25"}, {"1562-12-25", "1562-12-25"}}, [][2]string{{"1563-06-01", "1563-06-30"}}},
		{"1567-06/156X-12-25", [][2]string{{"1567-06-01", "1567-06-30"}}, [][2]string{{"1567-12-25", "1567-12-25"}, {"1568-12-25", "1568-12-25"}, {"1569-12-25", "1569-12-25"}}},
		{"2004-X1/2004-X1-15", [][2]string{{"2004-01-01", "2004-01-31"}, {"2004-11-01", "2004-11-15"}}, [][2]string{{"2004-01-15", "2004-01-15"}, {"2004-11-15", "2004-11-15"}}},
		{"..2004/2005", [][2]string{{"-inf", "2004-12-31"}}, [][2]string{{"2005-01-01", "2005-12-31"}}},
		{"2004/2005..", [][2]string{{"2004-01-01", "2004-12-31"}}, [][2]string{{"2005-01-01", "+inf"}}},
		{"{1667,1668,1670..1672}", [][2]string{{"1667-01-01", "1667-12-31"}}, [][2]string{{"1672-01-01", "1672-12-31"}}},
		{"1985-04-12T23:20:30Z", [][2]string{{"1985-04-12T23:20:30Z", "1985-04-12T23:20:30Z"}}, [][2]string{{"1985-04-12T23:20:30Z", "1985-04-12T23:20:30Z"}}},
		{"192X-24", nil, nil},
	}
	for y := 1920; y < 1930; y++ {
		last := "28"
		if (y+1)%4 == 0 {
			last = "29"
		}
		winter := [2]string{fmt.Sprintf("%d-12-01", y), fmt.Sprintf("%d-02-%s", y+1, last)}
		tests[len(tests)-1].start = append(tests[len(tests)-1].start, winter)
	}
	tests[len(tests)-1].end = tests[len(tests)-1].start
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			d := edtf.MustParse(test.text)
			if diff := cmp.Diff(test.start, rangeTexts(d.StartRanges())); diff != "" {
				t.Errorf("StartRanges (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(test.end, rangeTexts(d.EndRanges())); diff != "" {
				t.Errorf("EndRanges (-want +got):\n%s", diff)
			}
		})
	}
	if diff := cmp.Diff([][2]string{{"unknown", "unknown"}}, rangeTexts(edtf.Date{}.StartRanges())); diff != "" {
		t.Errorf("zero date (-want +got):\n%s", diff)
	}
}

// The ranges are disjoint, ascending, maximal, repeatable and stop early, and
// their ends are the bounds.
func TestRangesAgainstBounds(t *testing.T) {
	for _, text := range accepted() {
		d := edtf.MustParse(text)
		bounds := d.Bounds()
		checkRanges(t, text, slices.Collect(d.StartRanges()), bounds.EarliestStart, bounds.LatestStart)
		checkRanges(t, text, slices.Collect(d.EndRanges()), bounds.EarliestEnd, bounds.LatestEnd)
		for range d.EndRanges() {
			break
		}
		for first := range d.StartRanges() {
			for again := range d.StartRanges() {
				if again != first {
					t.Errorf("%q: the second pass starts with %v, the first with %v", text, again, first)
				}
				break
			}
			break
		}
	}
}

func checkRanges(t *testing.T, text string, ranges []edtf.Range, earliest, latest edtf.Bound) {
	t.Helper()
	if len(ranges) == 0 || ranges[0].First != earliest || ranges[len(ranges)-1].Last != latest {
		t.Errorf("%q: ranges %v do not span the bounds %s to %s", text, ranges, earliest, latest)
		return
	}
	for i, r := range ranges {
		if r.First.Compare(r.Last) > 0 {
			t.Errorf("%q: range %v is reversed", text, r)
		}
		if i > 0 && ranges[i-1].Last.Day().AddDays(1).Compare(r.First.Day()) >= 0 {
			t.Errorf("%q: ranges %v and %v should be one", text, ranges[i-1], r)
		}
	}
}
