package edtf_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/dispute-go/dispute/edtf"
)

var (
	slowPhrases = flag.Int("phrases", 5000, "pairs of anchor and phrase that TestPhrasesAgainstSlowReader tries")
	slowSeed    = flag.Uint64("phraseseed", 1, "seed of TestPhrasesAgainstSlowReader")
)

// TestPhrasesAgainstSlowReader compares ParsePhrase with a slow reader of the
// conventions, which shares no code with it: it makes a phrase from known parts
// and finds what it stands for by going from day to day. No phrase that is
// accepted may be off, and one is refused where, and only where, the conventions
// refuse it. Run 100,000 pairs with -phrases 100000.
func TestPhrasesAgainstSlowReader(t *testing.T) {
	t.Logf("%d pairs, seed %d", *slowPhrases, *slowSeed)
	s := &slowReader{Rand: rand.New(rand.NewPCG(*slowSeed, 0))}
	kinds := slowKinds()
	type tally struct{ accepted, refused, wrong int }
	tallies := make([]tally, len(kinds))
	reported := 0
	for i := range *slowPhrases {
		k := i % len(kinds)
		s.turn()
		row := s.row(kinds[k].make(s))
		if row.value != "" {
			tallies[k].accepted++
		} else {
			tallies[k].refused++
		}
		wrong := row.wrong(row.phrase)
		if wrong == "" {
			continue
		}
		tallies[k].wrong++
		if reported++; reported <= 40 {
			t.Errorf("%s: %q on %s, side %q, order %q, reference %s: %s", kinds[k].name, row.phrase, row.anchor, row.side, row.order, row.reference, wrong)
		}
	}
	if reported > 40 {
		t.Errorf("%d more", reported-40)
	}
	for k, kind := range kinds {
		t.Logf("%-22s %6d accepted %6d refused %6d wrong", kind.name, tallies[k].accepted, tallies[k].refused, tallies[k].wrong)
	}
}

// slowReader makes phrases and knows what they stand for on an anchor.
type slowReader struct {
	*rand.Rand
	anchor    time.Time
	reference time.Time
	side      string
	order     string
}

// slowReading is what a phrase stands for: a value, or the reason it is refused.
type slowReading struct {
	phrase  string
	value   string
	refused string
}

// slowSpan is a stretch of days and the EDTF text that stands for it.
type slowSpan struct {
	first, last time.Time
	text        string
}

// turn draws an anchor between 1850 and 2150, often one near the turn of a year
// or at the end of February, and sometimes a choice of side.
func (s *slowReader) turn() {
	year := 1850 + s.IntN(300)
	s.anchor = date(year, 1, 1).AddDate(0, 0, s.IntN(365))
	switch s.IntN(8) {
	case 0:
		s.anchor = date(year, 12, 20).AddDate(0, 0, s.IntN(24))
	case 1:
		s.anchor = date(year, 2, 25).AddDate(0, 0, s.IntN(8))
	}
	s.reference, s.side, s.order = time.Time{}, "", ""
	if s.IntN(3) == 0 {
		s.side = s.pick("past", "future", "nearest")
	}
}

func (s *slowReader) row(r slowReading) corpusRow {
	row := corpusRow{file: "slow", phrase: r.phrase, value: r.value, refused: r.refused, side: s.side, order: s.order}
	row.anchor = edtf.MustParseDay(iso(s.anchor))
	if !s.reference.IsZero() {
		row.reference = edtf.MustParseDay(iso(s.reference))
	}
	return row
}

func (s *slowReader) pick(words ...string) string { return words[s.IntN(len(words))] }

// byRule settles the year: it walks away from the anchor, a day at a time on
// both sides, until it meets the span of some year. In each step the past comes
// first, so that of two that are as near it is the past one.
func (s *slowReader) byRule(phrase string, ofYear func(year int) (slowSpan, bool)) slowReading {
	return s.settle(phrase, s.side, ofYear)
}

func (s *slowReader) settle(phrase, side string, ofYear func(year int) (slowSpan, bool)) slowReading {
	var spans []slowSpan
	for year := s.anchor.Year() - 9; year <= s.anchor.Year()+9; year++ {
		if span, ok := ofYear(year); ok {
			spans = append(spans, span)
		}
	}
	var past, next *slowSpan
	pastAt, nextAt := 0, 0
	for step := 0; past == nil || next == nil; step++ {
		if step > 9*366 {
			return slowReading{phrase: phrase, refused: "no such day"}
		}
		before, after := s.anchor.AddDate(0, 0, -step), s.anchor.AddDate(0, 0, step)
		for i := range spans {
			span := &spans[i]
			if step == 0 && !span.first.After(s.anchor) && !span.last.Before(s.anchor) {
				return slowReading{phrase: phrase, value: span.text}
			}
			if past == nil && span.last.Equal(before) {
				past, pastAt = span, step
			}
			if next == nil && span.first.Equal(after) {
				next, nextAt = span, step
			}
		}
	}
	switch {
	case side == "past" || side != "future" && pastAt <= nextAt:
		return slowReading{phrase: phrase, value: past.text}
	case side == "future" || side == "nearest":
		return slowReading{phrase: phrase, value: next.text}
	}
	return slowReading{phrase: phrase, refused: past.text + " or " + next.text}
}

// The calendar, by package time alone.

func date(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

// realDay is date for a day that exists.
func realDay(year, month, day int) (time.Time, bool) {
	d := date(year, month, day)
	return d, int(d.Month()) == month && d.Day() == day
}

func lastDay(year, month int) time.Time { return date(year, month+1, 1).AddDate(0, 0, -1) }

func iso(d time.Time) string { return d.Format("2006-01-02") }

func isoMonth(d time.Time) string { return d.Format("2006-01") }

func sometimeIn(first, last string) string { return "[" + first + ".." + last + "]" }

// sometimeOn is one of several days, or the day when it is one.
func sometimeOn(first, last time.Time) string {
	if first.Equal(last) {
		return iso(first)
	}
	return sometimeIn(iso(first), iso(last))
}

// walk goes from a day, itself included, by step until it finds one that fits.
func walk(from time.Time, step int, fits func(time.Time) bool) time.Time {
	for !fits(from) {
		from = from.AddDate(0, 0, step)
	}
	return from
}

func isWeekday(w time.Weekday) func(time.Time) bool {
	return func(d time.Time) bool { return d.Weekday() == w }
}

func weekOf(d time.Time) (monday, sunday time.Time) {
	return walk(d, -1, isWeekday(time.Monday)), walk(d, 1, isWeekday(time.Sunday))
}

func (s *slowReader) weekday() time.Weekday { return time.Weekday(s.IntN(7)) }

// monthName writes a month as newspapers do.
func (s *slowReader) monthName(month int) string {
	name := time.Month(month).String()
	if short := shortNames[name]; s.IntN(4) == 0 && len(short) > 0 {
		return s.pick(short...)
	}
	return name
}

func (s *slowReader) weekdayName(w time.Weekday) string {
	if s.IntN(5) == 0 {
		return s.pick(shortNames[w.String()]...)
	}
	return w.String()
}

// dayMonth writes a day of a month in either order.
func (s *slowReader) dayMonth(day string, month int) string {
	if s.IntN(2) == 0 {
		return day + " " + s.monthName(month)
	}
	return s.monthName(month) + " " + day
}

// numberWord writes a number, in words up to ten or in digits.
func (s *slowReader) numberWord(n int) string {
	words := strings.Fields("zero one two three four five six seven eight nine ten")
	if n < len(words) && s.IntN(3) > 0 {
		return words[n]
	}
	return fmt.Sprint(n)
}

func plural(n int, unit string) string {
	if n == 1 {
		return unit
	}
	return unit + "s"
}

var slowUnits = []string{"day", "week", "month", "year"}

// counted is the day, or the week, month or year of the calendar, n units after
// a day, by its first and last part.
func counted(from time.Time, n int, unit string) (first, last string) {
	switch unit {
	case "day":
		d := iso(from.AddDate(0, 0, n))
		return d, d
	case "week":
		monday, sunday := weekOf(from.AddDate(0, 0, 7*n))
		return iso(monday), iso(sunday)
	case "month":
		m := isoMonth(date(from.Year(), int(from.Month())+n, 1))
		return m, m
	}
	y := fmt.Sprintf("%04d", from.Year()+n)
	return y, y
}

func oneOrWithinCounted(from time.Time, n int, unit string) string {
	first, last := counted(from, n, unit)
	return oneOrWithin(first, last, "")
}

// moved is the day n units after a day, of the same number in its month or the
// last of that month.
func moved(from time.Time, n int, unit string) time.Time {
	switch unit {
	case "day":
		return from.AddDate(0, 0, n)
	case "week":
		return from.AddDate(0, 0, 7*n)
	case "year":
		n *= 12
	}
	last := lastDay(from.Year(), int(from.Month())+n)
	return date(last.Year(), int(last.Month()), min(from.Day(), last.Day()))
}

// oneOrWithin writes a span by its parts; qualifier goes to each.
func oneOrWithin(first, last, qualifier string) string {
	if first == last {
		return first + qualifier
	}
	return sometimeIn(first+qualifier, last+qualifier)
}

// slowKind is a kind of phrase and the function that makes one.
type slowKind struct {
	name string
	make func(*slowReader) slowReading
}

func slowKinds() []slowKind {
	return slices.Concat(slowDayKinds, slowSpanKinds, slowAnchorKinds)
}
