package edtf_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/dispute-go/dispute/edtf"
)

// These days serve as anchors: two turns of the year and a 29 February.
const anchorDays, firstAnchor = 480, "2023-12-01"

// eachAnchor calls check with every anchor and the same day of package time.
func eachAnchor(check func(anchor edtf.Day, at time.Time)) {
	at, err := time.Parse(time.DateOnly, firstAnchor)
	if err != nil {
		panic(err)
	}
	for end := at.AddDate(0, 0, anchorDays); at.Before(end); at = at.AddDate(0, 0, 1) {
		check(edtf.DayFromTime(at), at)
	}
}

// expectAt reports when a phrase does not stand for the wanted EDTF text; of
// dates without their year the past ones are taken.
func expectAt(t *testing.T, phrase string, anchor edtf.Day, want string) {
	t.Helper()
	got, err := edtf.ParsePhraseWith(phrase, anchor, edtf.PhraseOptions{Side: edtf.SidePast})
	if err != nil {
		t.Errorf("%s on %s: %v", phrase, anchor, err)
	} else if got.Date.String() != want {
		t.Errorf("%s on %s = %s, want %s", phrase, anchor, got.Date, want)
	}
}

// search returns the first day from at on, in steps of one day, that fits.
func search(at time.Time, step int, fits func(time.Time) bool) time.Time {
	for !fits(at) {
		at = at.AddDate(0, 0, step)
	}
	return at
}

func dayText(at time.Time) string { return at.Format(time.DateOnly) }

func daysText(first, last time.Time) string {
	if first.Equal(last) {
		return dayText(first)
	}
	return "[" + dayText(first) + ".." + dayText(last) + "]"
}

// sameWeek compares the weeks of ISO 8601.
func sameWeek(a, b time.Time) bool {
	year, week := a.ISOWeek()
	year2, week2 := b.ISOWeek()
	return year == year2 && week == week2
}

// TestPhraseWeekdays looks for weekdays day by day.
func TestPhraseWeekdays(t *testing.T) {
	eachAnchor(func(anchor edtf.Day, at time.Time) {
		for w := time.Sunday; w <= time.Saturday; w++ {
			is := func(d time.Time) bool { return d.Weekday() == w }
			past, coming := search(at.AddDate(0, 0, -1), -1, is), search(at.AddDate(0, 0, 1), +1, is)
			expectAt(t, "on "+w.String(), anchor, dayText(search(at, -1, is)))
			expectAt(t, "past "+w.String(), anchor, dayText(past))
			expectAt(t, "the coming "+w.String(), anchor, dayText(coming))
			expectAt(t, "by "+w.String(), anchor, "[.."+dayText(search(at, +1, is))+"]")
			if sameWeek(past, at) {
				expectAt(t, "last "+w.String(), anchor, "["+dayText(past.AddDate(0, 0, -7))+","+dayText(past)+"]")
			} else {
				expectAt(t, "last "+w.String(), anchor, dayText(past))
			}
			if sameWeek(coming, at) {
				expectAt(t, "next "+w.String(), anchor, "["+dayText(coming)+","+dayText(coming.AddDate(0, 0, 7))+"]")
			} else {
				expectAt(t, "next "+w.String(), anchor, dayText(coming))
			}
			for offset, which := range []string{"last", "this", "next"} {
				week := at.AddDate(0, 0, 7*(offset-1))
				day := search(week.AddDate(0, 0, -6), +1, func(d time.Time) bool { return is(d) && sameWeek(d, week) })
				expectAt(t, w.String()+" "+which+" week", anchor, dayText(day))
			}
		}
	})
}

// TestPhraseWeeks looks for the first and the last day of weeks day by day.
func TestPhraseWeeks(t *testing.T) {
	eachAnchor(func(anchor edtf.Day, at time.Time) {
		for offset, which := range []string{"last week", "this week", "next week"} {
			week := at.AddDate(0, 0, 7*(offset-1))
			first := search(week, -1, func(d time.Time) bool { return !sameWeek(d.AddDate(0, 0, -1), week) })
			last := search(week, +1, func(d time.Time) bool { return !sameWeek(d.AddDate(0, 0, 1), week) })
			expectAt(t, which, anchor, daysText(first, last))
			if offset == 1 {
				expectAt(t, "earlier this week", anchor, daysText(first, at))
				expectAt(t, "later this week", anchor, daysText(at, last))
			}
		}
		weekend := func(d time.Time) bool { return d.Weekday() == time.Saturday }
		begun := search(at, -1, weekend)
		expectAt(t, "over the weekend", anchor, daysText(begun, begun.AddDate(0, 0, 1)))
		coming := search(at.AddDate(0, 0, 1), +1, weekend)
		expectAt(t, "the coming weekend", anchor, daysText(coming, coming.AddDate(0, 0, 1)))
		ended := search(at, -1, func(d time.Time) bool { return weekend(d) && !sameWeek(d, at) })
		expectAt(t, "last weekend", anchor, daysText(ended, ended.AddDate(0, 0, 1)))
	})
}

// TestPhraseDates looks for dates without their year day by day.
func TestPhraseDates(t *testing.T) {
	eachAnchor(func(anchor edtf.Day, at time.Time) {
		for _, date := range []string{"29 February", "1 January", "31 December", "4 August", "21 August", "30 April"} {
			is := func(d time.Time) bool { return d.Format("2 January") == date }
			expectAt(t, date, anchor, dayText(search(at, -1, is)))
			expectAt(t, "by "+date, anchor, "[.."+dayText(search(at, -1, is))+"]")
		}
		for _, day := range []int{1, 21, 29, 30, 31} {
			found := search(at, -1, func(d time.Time) bool { return d.Day() == day })
			suffix := map[int]string{1: "st", 21: "st", 31: "st"}[day]
			if suffix == "" {
				suffix = "th"
			}
			expectAt(t, fmt.Sprintf("on the %d%s", day, suffix), anchor, dayText(found))
		}
		for m := time.January; m <= time.December; m++ {
			is := func(d time.Time) bool { return d.Month() == m }
			expectAt(t, "in "+m.String(), anchor, search(at, -1, is).Format("2006-01"))
			expectAt(t, "by "+m.String(), anchor, "[.."+search(at, -1, is).Format("2006-01")+"]")
			late := search(at, -1, func(d time.Time) bool { return is(d) && d.Day() == 21 })
			last := search(late, +1, func(d time.Time) bool { return d.AddDate(0, 0, 1).Month() != m })
			expectAt(t, "late "+m.String(), anchor, daysText(late, last))
		}
	})
}

// TestPhraseCounts counts days with package time.
func TestPhraseCounts(t *testing.T) {
	eachAnchor(func(anchor edtf.Day, at time.Time) {
		for _, n := range []int{1, 2, 7, 30, 59, 366} {
			days := fmt.Sprintf("%d days ", n)
			before, after := at.AddDate(0, 0, -n), at.AddDate(0, 0, n)
			expectAt(t, days+"ago", anchor, dayText(before))
			expectAt(t, days+"earlier", anchor, dayText(before))
			expectAt(t, days+"later", anchor, dayText(after))
			expectAt(t, "in "+days, anchor, dayText(after))
			expectAt(t, "in the past "+days, anchor, daysText(before, at))
			expectAt(t, "in the next "+days, anchor, daysText(at.AddDate(0, 0, 1), after))
			expectAt(t, "for the past "+days, anchor, dayText(before)+"/"+dayText(at))
		}
		expectAt(t, "in the coming days", anchor, daysText(at.AddDate(0, 0, 1), at.AddDate(0, 0, 7)))
		expectAt(t, "in recent years", anchor, "/"+dayText(at))
		first := at.AddDate(0, 0, 1-at.Day())
		expectAt(t, "earlier this month", anchor, daysText(first, at))
		expectAt(t, "last month", anchor, first.AddDate(0, -1, 0).Format("2006-01"))
		expectAt(t, "three months ago", anchor, first.AddDate(0, -3, 0).Format("2006-01"))
		expectAt(t, "next month", anchor, first.AddDate(0, 1, 0).Format("2006-01"))
	})
}

// TestPhraseParts checks that early, mid and late divide what they are parts of.
func TestPhraseParts(t *testing.T) {
	next := func(b edtf.Bound) edtf.Bound { return edtf.DayBound(b.Day().AddDays(1)) }
	for _, whole := range []string{"February 2023", "February 2024", "April 2024", "July 2024", "December 2024", "2023", "2024", "the 1990s", "last month", "next year"} {
		all := edtf.MustParsePhrase(whole, conventionAnchor).Date.Bounds()
		divisions := [][]string{{"early ", "mid-", "late "}, {"the beginning of ", "the middle of ", "the end of "}, {"the first half of ", "the second half of "}}
		if strings.HasSuffix(whole, "s") {
			divisions = divisions[:2]
		}
		for _, division := range divisions {
			from := all.EarliestStart
			for i, part := range division {
				b := edtf.MustParsePhrase(part+whole, conventionAnchor).Date.Bounds()
				if b.EarliestStart != from {
					t.Errorf("%s%s starts on %s, want %s", part, whole, b.EarliestStart, from)
				}
				if i == len(division)-1 && b.LatestEnd != all.LatestEnd {
					t.Errorf("%s%s ends on %s, want %s", part, whole, b.LatestEnd, all.LatestEnd)
				}
				from = next(b.LatestEnd)
			}
		}
	}
}

// TestPhraseEnglish reads back what English writes.
func TestPhraseEnglish(t *testing.T) {
	texts := []string{"0045", "0001", "0000", "-0043", "-0043-03-15", "0045-03-15", "-0043-03", "-0003/0005"}
	for _, year := range []string{"1000", "2024", "9998"} {
		texts = append(texts, year, year+"~", year+"?", year+"%", year+"/..", year+"-21", year+"-24", year+"-34", year+"-41",
			"[.."+year+"]", "["+year+"..]", "["+year+"..9999]", year+"/9999")
		for m := 1; m <= 12; m++ {
			month := fmt.Sprintf("%s-%02d", year, m)
			texts = append(texts, month, month+"~", month+"?", month+"%", month+"/..", "[.."+month+"]", "["+month+"..]",
				"["+month+"-01.."+month+"-10]", "["+month+"-11.."+month+"-20]", "["+month+"-21.."+month+"-28]",
				"["+month+"-21.."+month+"-29]", "["+month+"-21.."+month+"-30]", "["+month+"-21.."+month+"-31]",
				"["+month+"-13.."+month+"-19]", month+"-03/"+month+"-07", month+"/9999-12", "["+month+"..9999-12]")
			for d := 1; d <= 31; d++ {
				day := fmt.Sprintf("%s-%02d", month, d)
				texts = append(texts, day, day+"~", day+"?", day+"/..", "[.."+day+"]", "["+day+"..]",
					day+"/9999-12-31", "["+day+"..9999-12-31]", "["+day+".."+year+"-12-31]")
			}
		}
	}
	count := 0
	for _, text := range texts {
		d, err := edtf.Parse(text)
		if err != nil || strings.Contains(text, "-12-31..") && strings.HasSuffix(text, "-12-31]") {
			continue // No such day, or one day twice.
		}
		count++
		expectAt(t, d.English(), conventionAnchor, text)
	}
	if count < 3000 {
		t.Errorf("only %d values read back, want 3000 at least", count)
	}
}
