package edtf_test

import (
	"fmt"
	"time"
)

// What is counted from the anchor or from a day of reference.
var slowAnchorKinds = []slowKind{
	{"weekday", slowWeekday},
	{"weekdays", func(s *slowReader) slowReading {
		s.side = ""
		a, b := s.weekday(), s.weekday()
		for a == b {
			b = s.weekday()
		}
		first := walk(s.anchor, -1, isWeekday(a))
		last := walk(first, 1, isWeekday(b))
		joint, write := s.rangeWords()
		if joint == "-" {
			joint = "to"
		}
		phrase := write.prefix + s.weekdayName(a) + " " + joint + " " + s.weekdayName(b)
		return slowReading{phrase: phrase, value: write.text(iso(first), iso(last))}
	}},
	{"time of day", func(s *slowReader) slowReading {
		s.side = ""
		weekday := s.weekday()
		d := walk(s.anchor, -1, isWeekday(weekday))
		name := s.weekdayName(weekday)
		phrase := s.pick("early "+name+" morning", "late "+name+" afternoon", "in the early hours of "+name,
			"before dawn on "+name, "at 3 p.m. on "+name, "late on "+name+" evening", name+" morning")
		return slowReading{phrase: phrase, value: iso(d)}
	}},
	{"night", func(s *slowReader) slowReading {
		s.side = ""
		weekday := s.weekday()
		d := walk(s.anchor, -1, isWeekday(weekday))
		name := s.weekdayName(weekday)
		phrase := s.pick(name+" night", "late "+name+" night", "on "+name+" night",
			"overnight from "+name+" to "+d.AddDate(0, 0, 1).Weekday().String())
		return slowReading{phrase: phrase, value: sometimeOn(d, d.AddDate(0, 0, 1))}
	}},
	{"range from a night", func(s *slowReader) slowReading {
		s.side = ""
		weekday := s.weekday()
		next := time.Weekday((int(weekday) + 1 + s.IntN(6)) % 7)
		first := walk(s.anchor, -1, isWeekday(weekday))
		last := walk(first.AddDate(0, 0, 1), 1, isWeekday(next))
		phrase := s.pick("", "from ") + s.weekdayName(weekday) + " night to " + s.weekdayName(next)
		return slowReading{phrase: phrase + s.pick("", " morning", " evening"), value: iso(first) + "../" + iso(last)}
	}},
	{"count", func(s *slowReader) slowReading {
		n, unit := 1+s.IntN(40), s.pick(slowUnits...)
		number := s.numberWord(n) + " " + plural(n, unit)
		qualifier := ""
		var phrase string
		switch s.IntN(5) {
		case 0:
			phrase = s.pick("", "just ", "only ") + number + " ago"
		case 1:
			phrase, qualifier = s.pick("nearly ", "almost ", "about ", "roughly ")+number+" ago", "~"
		case 2:
			phrase = number + " earlier"
		case 3:
			phrase, n = number+" later", -n
		case 4:
			phrase, n = "in "+number, -n
		}
		first, last := counted(s.anchor, -n, unit)
		return slowReading{phrase: phrase, value: oneOrWithin(first, last, qualifier)}
	}},
	{"exact count", func(s *slowReader) slowReading {
		n, unit := 2+s.IntN(30), s.pick(slowUnits...)
		number, weekday := s.numberWord(n)+" "+plural(n, unit), s.weekday()
		month, day := 1+s.IntN(12), 1+s.IntN(28)
		switch s.IntN(5) {
		case 0:
			return slowReading{phrase: number + " ago today", value: iso(moved(s.anchor, -n, unit))}
		case 1:
			return slowReading{phrase: number + " from today", value: iso(moved(s.anchor, n, unit))}
		case 2:
			return slowReading{phrase: "in " + number + "' time", value: oneOrWithinCounted(s.anchor, n, unit)}
		case 3:
			side := s.side
			if side == "" {
				side = "nearest"
			}
			return s.settle(number+" from "+s.dayMonth(fmt.Sprint(day), month), side, func(year int) (slowSpan, bool) {
				d := date(year, month, day)
				return slowSpan{d, d, iso(moved(d, n, unit))}, true
			})
		}
		friday := walk(s.anchor, 1, isWeekday(weekday))
		return slowReading{phrase: number + " from " + s.weekdayName(weekday), value: iso(moved(friday, n, unit))}
	}},
	{"weekday and number", func(s *slowReader) slowReading {
		near := s.anchor.AddDate(0, 0, s.IntN(61)-30)
		weekday := near.Weekday()
		if s.IntN(4) == 0 {
			weekday = s.weekday()
		}
		phrase := weekday.String() + s.pick(" the ", ", the ", " ") + ordinal(near.Day())
		same := func(d time.Time) bool { return d.Day() == near.Day() }
		for _, d := range []time.Time{walk(s.anchor, -1, same), walk(s.anchor.AddDate(0, 0, 1), 1, same)} {
			if d.Weekday() == weekday {
				return slowReading{phrase: phrase, value: iso(d)}
			}
		}
		return slowReading{phrase: phrase, refused: "neither month fits the weekday"}
	}},
	{"two counts", func(s *slowReader) slowReading {
		n, unit := 1+s.IntN(8), s.pick(slowUnits...)
		first, _ := counted(s.anchor, -n-1, unit)
		_, last := counted(s.anchor, -n, unit)
		phrase := s.numberWord(n) + s.pick(" or ", " to ") + s.numberWord(n+1) + " " + unit + "s ago"
		return slowReading{phrase: phrase, value: sometimeIn(first, last)}
	}},
	{"past window", func(s *slowReader) slowReading {
		n := 1 + s.IntN(30)
		unit, days := "day", n
		if s.IntN(2) == 0 {
			unit, days = "week", 7*n
		}
		number := s.numberWord(n) + " " + plural(n, unit)
		if n == 1 {
			number = unit
		}
		first := s.anchor.AddDate(0, 0, -days)
		phrase := s.pick("in the past ", "in the last ", "over the past ", "within the past ") + number
		return slowReading{phrase: phrase, value: sometimeOn(first, s.anchor)}
	}},
	{"limit by weekday", func(s *slowReader) slowReading {
		weekday := s.weekday()
		name := s.weekdayName(weekday)
		next := iso(walk(s.anchor, 1, isWeekday(weekday)))
		last := iso(walk(s.anchor, -1, isWeekday(weekday)))
		switch s.IntN(6) {
		case 0:
			return slowReading{phrase: s.pick("until ", "through ", "up to ", "till ") + name, value: "/" + next}
		case 3:
			after := iso(walk(s.anchor, -1, isWeekday(weekday)).AddDate(0, 0, 1))
			return slowReading{phrase: "after " + name, value: "[" + after + "..]"}
		case 4:
			before := iso(walk(s.anchor, 1, isWeekday(weekday)).AddDate(0, 0, -1))
			return slowReading{phrase: "before " + name, value: "[.." + before + "]"}
		case 1:
			return slowReading{phrase: s.pick("from ", "starting ", "beginning ", "starting on ") + name, value: next + "/.."}
		case 2:
			return slowReading{phrase: "by " + name, value: "[.." + next + "]"}
		}
		return slowReading{phrase: "since " + name, value: last + "/.."}
	}},
	{"limit by date", func(s *slowReader) slowReading {
		month, day := 1+s.IntN(12), 1+s.IntN(31)
		text := s.dayMonth(fmt.Sprint(day), month)
		return slowLimit(s, text, func(year int) (first, last time.Time, ok bool) {
			d, ok := realDay(year, month, day)
			return d, d, ok
		}, iso, func(d time.Time, n int) time.Time { return d.AddDate(0, 0, n) })
	}},
	{"limit by month", func(s *slowReader) slowReading {
		month := 1 + s.IntN(12)
		return slowLimit(s, s.monthName(month), func(year int) (first, last time.Time, ok bool) {
			return date(year, month, 1), lastDay(year, month), true
		}, isoMonth, func(d time.Time, n int) time.Time { return date(d.Year(), int(d.Month())+n, 1) })
	}},
	{"reference", slowReference},
	{"earlier and later", func(s *slowReader) slowReading {
		y, m := s.anchor.Year(), int(s.anchor.Month())
		monday, sunday := weekOf(s.anchor)
		switch s.IntN(6) {
		case 0:
			return slowReading{phrase: "earlier in " + s.monthName(m), value: sometimeOn(date(y, m, 1), s.anchor)}
		case 1:
			return slowReading{phrase: "later in " + s.monthName(m), value: sometimeOn(s.anchor, lastDay(y, m))}
		case 2:
			return slowReading{phrase: "earlier this week", value: sometimeOn(monday, s.anchor)}
		case 3:
			return slowReading{phrase: "later this week", value: sometimeOn(s.anchor, sunday)}
		case 4:
			return slowReading{phrase: "earlier this year", value: sometimeOn(date(y, 1, 1), s.anchor)}
		}
		return slowReading{phrase: "by year's end", value: "[.." + iso(date(y, 12, 31)) + "]"}
	}},
}

// slowLimit puts a limit before a date without its year, or after it. All limits
// take the nearest one unless a side is chosen; "since" takes the last unless the
// future is.
func slowLimit(s *slowReader, text string, ofYear func(int) (first, last time.Time, ok bool), write func(time.Time) string, move func(time.Time, int) time.Time) slowReading {
	before, after := " or "+s.pick("before", "earlier"), " or "+s.pick("after", "later")
	limits := []struct {
		wording, value string
		moved          int
	}{
		{s.pick("until ", "through ", "up to ", "till ", "up until ") + text, "/%s", 0},
		{s.pick("from ", "starting ", "beginning ", "starting from ") + text, "%s/..", 0},
		{s.pick("by ", "on or before ", "no later than ", "not later than ") + text, "[..%s]", 0},
		{text + before, "[..%s]", 0},
		{s.pick("before ", "prior to ") + text, "[..%s]", -1},
		{s.pick("on or after ", "no earlier than ", "not earlier than ") + text, "[%s..]", 0},
		{text + after, "[%s..]", 0},
		{"after " + text, "[%s..]", 1},
		{s.pick("since ", "ever since ") + text, "%s/..", 0},
		{text + s.pick(" to the present", " - now", " to now"), "%s/..", 0},
	}
	k := s.IntN(len(limits))
	limit, side := limits[k], s.side
	switch {
	case k >= len(limits)-2 && side != "future":
		side = "past"
	case side == "":
		side = "nearest"
	}
	return s.settle(limit.wording, side, func(year int) (slowSpan, bool) {
		first, last, ok := ofYear(year)
		return slowSpan{first, last, fmt.Sprintf(limit.value, write(move(first, limit.moved)))}, ok
	})
}

// slowWeekday reads one weekday, bare or with "last", "this" or "next".
func slowWeekday(s *slowReader) slowReading {
	s.side = ""
	weekday := s.weekday()
	name := s.weekdayName(weekday)
	before := walk(s.anchor.AddDate(0, 0, -1), -1, isWeekday(weekday))
	after := walk(s.anchor.AddDate(0, 0, 1), 1, isWeekday(weekday))
	monday, sunday := weekOf(s.anchor)
	switch s.IntN(6) {
	case 0:
		return slowReading{phrase: "last " + name, value: eitherWeek(before, before.AddDate(0, 0, -7), !before.Before(monday))}
	case 1:
		return slowReading{phrase: "next " + name, value: eitherWeek(after, after.AddDate(0, 0, 7), !after.After(sunday))}
	case 2:
		return slowReading{phrase: "this " + name, value: iso(walk(monday, 1, isWeekday(weekday)))}
	case 3:
		return slowReading{phrase: s.pick("this past ", "past ") + name, value: iso(before)}
	case 4:
		return slowReading{phrase: s.pick("the coming ", "this coming ") + name, value: iso(after)}
	}
	return slowReading{phrase: s.pick("", "on ") + name, value: iso(walk(s.anchor, -1, isWeekday(weekday)))}
}

// eitherWeek is a day, or that and the other one where it is not clear.
func eitherWeek(d, other time.Time, unclear bool) string {
	if !unclear {
		return iso(d)
	}
	if other.Before(d) {
		d, other = other, d
	}
	return "[" + iso(d) + "," + iso(other) + "]"
}

// slowReference reads what counts from a day of reference beside the anchor.
func slowReference(s *slowReader) slowReading {
	s.reference = s.anchor.AddDate(0, 0, -s.IntN(400))
	next, previous := s.reference.AddDate(0, 0, 1), s.reference.AddDate(0, 0, -1)
	n, unit := 2+s.IntN(9), s.pick(slowUnits...)
	monday, _ := weekOf(s.reference.AddDate(0, 0, 14))
	first, sunday := weekOf(s.reference)
	weekday := s.weekday()
	name := s.weekdayName(weekday)
	choices := []slowReading{
		{phrase: s.pick("the following ", "the next ") + name, value: iso(walk(next, 1, isWeekday(weekday)))},
		{phrase: s.pick("the previous ", "the preceding ") + name, value: iso(walk(previous, -1, isWeekday(weekday)))},
		{phrase: s.pick("that ", "the same ") + name, value: iso(walk(first, 1, isWeekday(weekday)))},
		{phrase: s.pick("that ", "the same ") + "weekend", value: sometimeOn(sunday.AddDate(0, 0, -1), sunday)},
		{phrase: "the night before", value: sometimeOn(previous, s.reference)},
		{phrase: "the evening before", value: iso(previous)},
		{phrase: "since then", value: iso(s.reference) + "/.."},
		{phrase: "until then", value: "/" + iso(s.reference)},
		{phrase: "by then", value: "[.." + iso(s.reference) + "]"},
		{phrase: s.pick("later in the day", "that evening", "later that day", "the same day"), value: iso(s.reference)},
		{phrase: s.pick("the following morning", "the next day", "the following day"), value: iso(next)},
		{phrase: s.pick("the previous day", "the day before"), value: iso(previous)},
		{phrase: "days later", value: "[" + iso(next.AddDate(0, 0, 1)) + "..]"},
		{phrase: "weeks later", value: "[" + iso(monday) + "..]"},
		{phrase: "that month", value: isoMonth(s.reference)},
		{phrase: "yesterday", value: iso(s.anchor.AddDate(0, 0, -1))},
		{phrase: "this month", value: isoMonth(s.anchor)},
	}
	if s.IntN(3) > 0 {
		return choices[s.IntN(len(choices))]
	}
	from, to := counted(s.reference, n, unit)
	return slowReading{phrase: s.numberWord(n) + " " + unit + "s later", value: oneOrWithin(from, to, "")}
}
