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
		s.side = ""
		weekday := s.weekday()
		name := s.weekdayName(weekday)
		next := iso(walk(s.anchor, 1, isWeekday(weekday)))
		last := iso(walk(s.anchor, -1, isWeekday(weekday)))
		switch s.IntN(4) {
		case 0:
			return slowReading{phrase: s.pick("until ", "through ", "up to ", "till ") + name, value: "/" + next}
		case 1:
			return slowReading{phrase: s.pick("from ", "starting ", "beginning ", "starting on ") + name, value: next + "/.."}
		case 2:
			return slowReading{phrase: "by " + name, value: "[.." + next + "]"}
		}
		return slowReading{phrase: "since " + name, value: last + "/.."}
	}},
	{"limit by date", func(s *slowReader) slowReading {
		s.side = ""
		month, day := 1+s.IntN(12), 1+s.IntN(28)
		write := func(format string) func(int) (slowSpan, bool) {
			return func(year int) (slowSpan, bool) {
				d := date(year, month, day)
				return slowSpan{d, d, fmt.Sprintf(format, iso(d))}, true
			}
		}
		text := s.dayMonth(fmt.Sprint(day), month)
		switch s.IntN(4) {
		case 0:
			return s.settle(s.pick("until ", "through ", "up to ")+text, "nearest", write("/%s"))
		case 1:
			return s.settle(s.pick("from ", "starting ", "beginning ")+text, "nearest", write("%s/.."))
		case 2:
			return s.settle("by "+text, "future", write("[..%s]"))
		}
		return s.settle("since "+text, "past", write("%s/.."))
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
	choices := []slowReading{
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
	first, last := counted(s.reference, n, unit)
	return slowReading{phrase: s.numberWord(n) + " " + unit + "s later", value: oneOrWithin(first, last, "")}
}
