package edtf_test

import (
	"fmt"
	"time"
)

// Days, months and ranges of them, with and without a year.
var slowDayKinds = []slowKind{
	{"day", func(s *slowReader) slowReading {
		month, day := 1+s.IntN(12), 1+s.IntN(31)
		phrase := s.pick("", "", "on ") + s.dayMonth(fmt.Sprint(day), month)
		return s.byRule(phrase, func(year int) (slowSpan, bool) {
			d, ok := realDay(year, month, day)
			return slowSpan{d, d, iso(d)}, ok
		})
	}},
	{"day with year", func(s *slowReader) slowReading {
		year, month, day := 1900+s.IntN(200), 1+s.IntN(12), 1+s.IntN(31)
		phrase := fmt.Sprintf("%d %s %d", day, s.monthName(month), year)
		if s.IntN(2) == 0 {
			phrase = fmt.Sprintf("%s %d, %d", s.monthName(month), day, year)
		}
		if d, ok := realDay(year, month, day); ok {
			return slowReading{phrase: phrase, value: iso(d)}
		}
		return slowReading{phrase: phrase, refused: "no such day"}
	}},
	{"days of one month", func(s *slowReader) slowReading {
		month := 1 + s.IntN(12)
		first := 1 + s.IntN(28)
		last := first + 1 + s.IntN(31-first)
		joint, write := s.rangeWords()
		phrase := s.dayMonth(fmt.Sprintf("%d %s %d", first, joint, last), month)
		if joint == "-" {
			phrase = s.dayMonth(fmt.Sprintf("%d%s%d", first, s.pick("-", "–"), last), month)
		}
		return s.byRule(write.prefix+phrase, func(year int) (slowSpan, bool) {
			a, ok := realDay(year, month, first)
			b, fits := realDay(year, month, last)
			return slowSpan{a, b, write.text(iso(a), iso(b))}, ok && fits
		})
	}},
	{"days of two months", func(s *slowReader) slowReading {
		start := date(2023, 1, 1).AddDate(0, 0, s.IntN(365))
		end := date(start.Year(), int(start.Month())+1, 1).AddDate(0, 0, s.IntN(60))
		joint, write := s.rangeWords()
		if joint == "-" {
			joint = "to"
		}
		format := s.pick("2 January", "January 2")
		phrase := write.prefix + start.Format(format) + " " + joint + " " + end.Format(format)
		return s.byRule(phrase, func(year int) (slowSpan, bool) {
			a, ok := realDay(year, int(start.Month()), start.Day())
			b, fits := realDay(year, int(end.Month()), end.Day())
			if end.Year() > start.Year() {
				b, fits = realDay(year+1, int(end.Month()), end.Day())
			}
			return slowSpan{a, b, write.text(iso(a), iso(b))}, ok && fits
		})
	}},
	{"month", func(s *slowReader) slowReading {
		month := 1 + s.IntN(12)
		return s.byRule(s.pick("", "in ")+s.monthName(month), func(year int) (slowSpan, bool) {
			d := date(year, month, 1)
			return slowSpan{d, lastDay(year, month), isoMonth(d)}, true
		})
	}},
	{"months", func(s *slowReader) slowReading {
		first := 1 + s.IntN(12)
		length := 1 + s.IntN(11)
		joint, write := s.rangeWords()
		if joint == "-" {
			joint = "to"
		}
		phrase := write.prefix + s.monthName(first) + " " + joint + " " + s.monthName((first+length-1)%12+1)
		return s.byRule(phrase, func(year int) (slowSpan, bool) {
			a, b := date(year, first, 1), date(year, first+length, 1)
			return slowSpan{a, lastDay(year, first+length), write.text(isoMonth(a), isoMonth(b))}, true
		})
	}},
	{"weekday and date", func(s *slowReader) slowReading {
		near := s.anchor.AddDate(0, 0, s.IntN(731)-365)
		if near.Month() == time.February && near.Day() == 29 {
			near = near.AddDate(0, 0, 1)
		}
		weekday := near.Weekday()
		if s.IntN(4) == 0 {
			weekday = s.weekday()
		}
		same := func(d time.Time) bool { return d.Month() == near.Month() && d.Day() == near.Day() }
		phrase := weekday.String() + ", " + s.dayMonth(fmt.Sprint(near.Day()), int(near.Month()))
		for _, d := range []time.Time{walk(s.anchor, -1, same), walk(s.anchor.AddDate(0, 0, 1), 1, same)} {
			if d.Weekday() == weekday {
				return slowReading{phrase: phrase, value: iso(d)}
			}
		}
		return slowReading{phrase: phrase, refused: "neither year fits the weekday"}
	}},
	{"week of", func(s *slowReader) slowReading {
		month, day := 1+s.IntN(12), 1+s.IntN(28)
		return s.byRule("the week of "+s.dayMonth(fmt.Sprint(day), month), func(year int) (slowSpan, bool) {
			monday, sunday := weekOf(date(year, month, day))
			return slowSpan{monday, sunday, sometimeOn(monday, sunday)}, true
		})
	}},
	{"months to", func(s *slowReader) slowReading {
		month, n := 1+s.IntN(12), 2+s.IntN(11)
		phrase := "in the " + s.numberWord(n) + " months to " + s.monthName(month)
		return s.byRule(phrase, func(year int) (slowSpan, bool) {
			text := isoMonth(date(year, month-n+1, 1)) + "/" + isoMonth(date(year, month, 1))
			return slowSpan{date(year, month, 1), lastDay(year, month), text}, true
		})
	}},
	{"night of two days", func(s *slowReader) slowReading {
		month, day := 1+s.IntN(12), 1+s.IntN(27)
		phrase := s.pick("", "on ") + "the night of " + s.dayMonth(fmt.Sprintf("%d-%d", day, day+1), month)
		return s.byRule(phrase, func(year int) (slowSpan, bool) {
			a, b := date(year, month, day), date(year, month, day+1)
			return slowSpan{a, b, sometimeOn(a, b)}, true
		})
	}},
}

// rangeWriting says how a range begins and what value it has.
type rangeWriting struct {
	prefix string
	text   func(first, last string) string
}

// rangeWords draws the words of a range: "from … to", "between … and", or a dash.
func (s *slowReader) rangeWords() (joint string, write rangeWriting) {
	throughout := func(first, last string) string { return first + "/" + last }
	switch s.IntN(4) {
	case 0:
		return "-", rangeWriting{"", throughout}
	case 1:
		return "and", rangeWriting{"between ", sometimeIn}
	case 2:
		return s.pick("to", "through"), rangeWriting{"from ", throughout}
	}
	return s.pick("to", "until", "through"), rangeWriting{"", throughout}
}

// Parts of months and years, and longer spans.
var slowSpanKinds = []slowKind{
	{"part of a month", func(s *slowReader) slowReading {
		month, part := 1+s.IntN(12), s.IntN(5)
		words := []string{"early", "mid", "late", "early to mid", "mid to late"}
		return s.byRule(words[part]+" "+s.monthName(month), func(year int) (slowSpan, bool) {
			first := date(year, month, []int{1, 11, 21, 1, 11}[part])
			last := lastDay(year, month)
			if end := []int{10, 20, 0, 20, 0}[part]; end > 0 {
				last = date(year, month, end)
			}
			return slowSpan{first, last, sometimeOn(first, last)}, true
		})
	}},
	{"part of a year", func(s *slowReader) slowReading {
		year, part := 1900+s.IntN(200), s.IntN(3)
		phrase := []string{"early", "mid", "late"}[part] + " " + fmt.Sprint(year)
		return slowReading{phrase: phrase, value: sometimeIn(fmt.Sprintf("%d-%02d", year, 4*part+1), fmt.Sprintf("%d-%02d", year, 4*part+4))}
	}},
	{"week of a month", func(s *slowReader) slowReading {
		month, n := 1+s.IntN(12), s.IntN(5)
		phrase := "the " + []string{"first", "second", "third", "fourth", "last"}[n] + " week of " + s.monthName(month)
		return s.byRule(phrase, func(year int) (slowSpan, bool) {
			first := date(year, month, 1).AddDate(0, 0, 7*n)
			if n == 4 {
				first = lastDay(year, month).AddDate(0, 0, -6)
			}
			return slowSpan{first, first.AddDate(0, 0, 6), sometimeOn(first, first.AddDate(0, 0, 6))}, true
		})
	}},
	{"weekday of a month", func(s *slowReader) slowReading {
		month, n, weekday := 1+s.IntN(12), s.IntN(5), s.weekday()
		phrase := "the " + []string{"first", "second", "third", "fourth", "last"}[n] + " " + s.weekdayName(weekday) + s.pick(" in ", " of ") + s.monthName(month)
		return s.byRule(phrase, func(year int) (slowSpan, bool) {
			d := walk(date(year, month, 1), 1, isWeekday(weekday)).AddDate(0, 0, 7*n)
			if n == 4 {
				d = walk(lastDay(year, month), -1, isWeekday(weekday))
			}
			return slowSpan{d, d, iso(d)}, true
		})
	}},
	{"weekend of a month", func(s *slowReader) slowReading {
		month, n := 1+s.IntN(12), s.IntN(3)
		phrase := "the " + []string{"first", "second", "last"}[n] + " weekend of " + s.monthName(month)
		return s.byRule(phrase, func(year int) (slowSpan, bool) {
			d := walk(date(year, month, 1), 1, isWeekday(time.Saturday)).AddDate(0, 0, 7*n)
			if n == 2 {
				d = walk(lastDay(year, month), -1, isWeekday(time.Saturday))
			}
			return slowSpan{d, d.AddDate(0, 0, 1), sometimeOn(d, d.AddDate(0, 0, 1))}, true
		})
	}},
	{"quarter or half", func(s *slowReader) slowReading {
		names := []string{"Q1", "Q2", "Q3", "Q4", "H1", "H2"}
		n := s.IntN(6)
		length, code, place := 3, 33+n, n
		if n >= 4 {
			length, code, place = 6, 40+n-4, n-4
		}
		ofYear := func(year int) (slowSpan, bool) {
			first := place*length + 1
			return slowSpan{date(year, first, 1), lastDay(year, first+length-1), fmt.Sprintf("%d-%d", year, code)}, true
		}
		if s.IntN(2) == 0 {
			year := 1900 + s.IntN(200)
			return slowReading{phrase: fmt.Sprint(names[n], " ", year), value: fmt.Sprintf("%d-%d", year, code)}
		}
		return s.byRule(names[n], ofYear)
	}},
	{"quarter beside the anchor", func(s *slowReader) slowReading {
		quarter, n := s.anchor.Year()*4+(int(s.anchor.Month())-1)/3, s.IntN(3)
		phrase := []string{"last", "this", "next"}[n] + " quarter"
		quarter += n - 1
		return slowReading{phrase: phrase, value: fmt.Sprintf("%d-%d", quarter/4, 33+quarter%4)}
	}},
	{"all of a season", func(s *slowReader) slowReading {
		n := s.IntN(4)
		return s.byRule("all "+[]string{"spring", "summer", "autumn", "winter"}[n]+s.pick("", " long"), func(year int) (slowSpan, bool) {
			return slowSpan{date(year, 3+3*n, 1), lastDay(year, 5+3*n), fmt.Sprintf("%d-%d", year, 21+n)}, true
		})
	}},
	{"season with year", func(s *slowReader) slowReading {
		year, n := 1900+s.IntN(99), s.IntN(4)
		name := []string{"spring", "summer", s.pick("autumn", "fall"), "winter"}[n]
		phrase := fmt.Sprint(s.pick("", "in the "), name, " of ", year)
		if n == 3 && s.IntN(2) == 0 {
			phrase = fmt.Sprintf("the winter of %d-%s", year, s.pick(fmt.Sprint(year+1), fmt.Sprintf("%02d", (year+1)%100)))
		}
		return slowReading{phrase: phrase, value: fmt.Sprintf("%d-%d", year, 21+n)}
	}},
	{"season beside the anchor", slowSeason},
	{"decade", slowDecade},
	{"century", func(s *slowReader) slowReading {
		n, part := 5+s.IntN(16), s.IntN(4)
		first := 100*(n-1) + 1
		a, b := []int{0, 0, 33, 66}[part], []int{99, 32, 65, 99}[part]
		phrase := "the " + []string{"", "early ", "mid-", "late "}[part] + ordinal(n) + " century"
		return slowReading{phrase: phrase, value: sometimeIn(fmt.Sprintf("%04d", first+a), fmt.Sprintf("%04d", first+b))}
	}},
	{"first months", func(s *slowReader) slowReading {
		year, n := 1900+s.IntN(200), 2+s.IntN(11)
		phrase := fmt.Sprintf("the first %s months of %d", s.numberWord(n), year)
		value := fmt.Sprintf("%d-01/%d-%02d", year, year, n)
		if s.IntN(2) == 0 {
			phrase = fmt.Sprintf("the first %s months of the year", s.numberWord(n))
			value = fmt.Sprintf("%d-01/%d-%02d", s.anchor.Year(), s.anchor.Year(), n)
		}
		return slowReading{phrase: phrase, value: value}
	}},
	{"numeric", slowNumeric},
	{"ISO week", func(s *slowReader) slowReading {
		year, week := 1900+s.IntN(200), 1+s.IntN(53)
		phrase := fmt.Sprintf("%d-W%02d", year, week)
		var days []time.Time
		for d := date(year, 1, 1).AddDate(0, 0, -7); d.Before(date(year+1, 1, 8)); d = d.AddDate(0, 0, 1) {
			if y, w := d.ISOWeek(); y == year && w == week {
				days = append(days, d)
			}
		}
		if len(days) == 0 {
			return slowReading{phrase: phrase, refused: "no such week"}
		}
		return slowReading{phrase: phrase, value: sometimeOn(days[0], days[6])}
	}},
	{"ordinal date", func(s *slowReader) slowReading {
		year, n := 1900+s.IntN(200), 1+s.IntN(366)
		phrase := fmt.Sprintf("%d-%03d", year, n)
		for d := date(year, 1, 1); d.Year() == year; d = d.AddDate(0, 0, 1) {
			if d.YearDay() == n {
				return slowReading{phrase: phrase, value: iso(d)}
			}
		}
		return slowReading{phrase: phrase, refused: "no such day"}
	}},
}

func ordinal(n int) string {
	switch {
	case n%10 == 1 && n != 11:
		return fmt.Sprint(n, "st")
	case n%10 == 2 && n != 12:
		return fmt.Sprint(n, "nd")
	case n%10 == 3 && n != 13:
		return fmt.Sprint(n, "rd")
	}
	return fmt.Sprint(n, "th")
}

// slowSeason reads "last", "this" and "next" season by the meteorological
// seasons of the north.
func slowSeason(s *slowReader) slowReading {
	n, word := s.IntN(4), s.pick("last", "this", "next")
	phrase := word + " " + []string{"spring", "summer", "autumn", "winter"}[n]
	span := func(year int) slowSpan {
		first := 3 + 3*n
		return slowSpan{date(year, first, 1), lastDay(year, first+2), fmt.Sprintf("%d-%d", year, 21+n)}
	}
	year := s.anchor.Year()
	switch word {
	case "this":
		for y := year - 1; y <= year; y++ {
			if a := span(y); !a.first.After(s.anchor) && !a.last.Before(s.anchor) {
				return slowReading{phrase: phrase, value: a.text}
			}
		}
		return slowReading{phrase: phrase, value: span(year).text}
	case "last":
		y := year
		for !span(y).last.Before(s.anchor) {
			y--
		}
		if y == year {
			return slowReading{phrase: phrase, value: "[" + span(y-1).text + "," + span(y).text + "]"}
		}
		return slowReading{phrase: phrase, value: span(y).text}
	}
	y := year - 1
	for !span(y).first.After(s.anchor) {
		y++
	}
	if y == year {
		return slowReading{phrase: phrase, value: "[" + span(y).text + "," + span(y+1).text + "]"}
	}
	return slowReading{phrase: phrase, value: span(y).text}
}

// slowDecade reads decades by four digits, by two and by "this" and the like.
func slowDecade(s *slowReader) slowReading {
	switch s.IntN(4) {
	case 0:
		tens := 180 + s.IntN(23)
		phrase := fmt.Sprintf("the %d0s", tens)
		if tens%10 == 0 && tens != 200 {
			return slowReading{phrase: phrase, refused: "a decade or a century"}
		}
		return slowReading{phrase: phrase, value: fmt.Sprintf("%dX", tens)}
	case 1:
		tens := 2 + s.IntN(8)
		year := s.anchor.Year()
		for year%100 != 10*tens {
			year--
		}
		return slowReading{phrase: fmt.Sprintf("the '%d0s", tens), value: fmt.Sprintf("%dX", year/10)}
	case 2:
		tens, part := 180+s.IntN(23), s.IntN(3)
		if tens%10 == 0 {
			tens++
		}
		a, b := []int{0, 4, 7}[part], []int{3, 6, 9}[part]
		phrase := fmt.Sprintf("the %s %d0s", []string{"early", "mid", "late"}[part], tens)
		return slowReading{phrase: phrase, value: sometimeIn(fmt.Sprint(10*tens+a), fmt.Sprint(10*tens+b))}
	}
	word := s.IntN(3)
	return slowReading{phrase: []string{"last", "this", "next"}[word] + " decade", value: fmt.Sprintf("%dX", s.anchor.Year()/10+word-1)}
}

// slowNumeric reads a numeric date by trying both orders.
func slowNumeric(s *slowReader) slowReading {
	year, a, b := 1900+s.IntN(200), 1+s.IntN(31), 1+s.IntN(12)
	if s.IntN(2) == 0 {
		a, b = b, a
	}
	mark := s.pick("/", ".", "-")
	s.order = s.pick("", "day-month", "month-day")
	phrase := fmt.Sprintf("%d%s%d%s%d", a, mark, b, mark, year)
	if s.IntN(3) == 0 {
		year = s.anchor.Year() - 80 + s.IntN(100)
		phrase = fmt.Sprintf("%d%s%d%s%02d", a, mark, b, mark, year%100)
		if s.order == "" {
			return slowReading{phrase: phrase, refused: "the order is not given"}
		}
	}
	found := map[string]bool{}
	if d, ok := realDay(year, b, a); ok && s.order != "month-day" {
		found[iso(d)] = true
	}
	if d, ok := realDay(year, a, b); ok && s.order != "day-month" {
		found[iso(d)] = true
	}
	if len(found) != 1 {
		return slowReading{phrase: phrase, refused: "which is the month"}
	}
	for value := range found {
		return slowReading{phrase: phrase, value: value}
	}
	panic("unreachable")
}
