package edtf

import "time"

// unitStarts return the first day of the unit that holds a day.
var unitStarts = [...]func(Day) Day{
	unitWeek:    weekOf,
	unitMonth:   func(d Day) Day { return Day{d.year, d.month, 1} },
	unitYear:    func(d Day) Day { return Day{d.year, 1, 1} },
	unitDecade:  func(d Day) Day { y, _ := floorDiv(d.year, 10); return Day{y * 10, 1, 1} },
	unitCentury: func(d Day) Day { y, _ := floorDiv(d.year-1, 100); return Day{y*100 + 1, 1, 1} },
}

// weekOf returns the Monday of the week of d.
func weekOf(d Day) Day { return d.AddDays(-int64(d.Weekday()+6) % 7) }

// weekdayAfter returns the first such weekday on or after d.
func weekdayAfter(d Day, w time.Weekday) Day { return d.AddDays(int64(w-d.Weekday()+7) % 7) }

// weekdayBefore returns the last such weekday on or before d.
func weekdayBefore(d Day, w time.Weekday) Day { return d.AddDays(-(int64(d.Weekday()-w+7) % 7)) }

// shift moves d by n units, to the day of the same number in a month.
func shift(d Day, u unit, n int64) Day {
	switch u {
	case unitDay:
		return d.AddDays(n)
	case unitWeek:
		return d.AddDays(7 * n)
	case unitFortnight:
		return d.AddDays(14 * n)
	case unitMonth:
		return d.addMonths(n)
	case unitYear:
		return d.addMonths(12 * n)
	case unitDecade:
		return d.addMonths(120 * n)
	}
	return d.addMonths(1200 * n)
}

// calendarUnit returns the day, week, month, year, decade or century that lies
// n of them after the one that holds d; a fortnight is two weeks.
func calendarUnit(d Day, u unit, n int64) (sense, *refusal) {
	if u == unitFortnight {
		u, n = unitWeek, 2*n
	}
	if u == unitDay {
		return senseOfDay(d.AddDays(n)), nil
	}
	first := shift(unitStarts[u](d), u, n)
	var s sense
	switch u {
	case unitWeek:
		s = senseWithinDays(first, first.AddDays(6))
	case unitMonth:
		s = senseOf(monthOf(first))
	case unitYear:
		s = senseOf(yearPart(first.year))
	case unitDecade:
		if first.year < 0 {
			return sense{}, unfit("a decade of the common era")
		}
		s = senseOf(decadePart(first.year))
	default:
		s = senseWithin(yearPart(first.year), yearPart(first.year+99))
	}
	s.unit = u
	return s, nil
}

// yearly places a date that comes round every year; make returns false for a
// year without it.
func yearly(p placing, make func(year int64) (sense, bool)) (sense, *refusal) {
	// A winter goes on into the next year, and the 29th of February returns
	// within eight years.
	for k := range int64(10) {
		year := p.at.year - k
		if p.future {
			year = p.at.year - 1 + k
		}
		if s, ok := make(year); ok && p.holds(s.days()) {
			s.cycle = cycleYear
			return s, nil
		}
	}
	return sense{}, unfit("a day that the month has")
}

// yearOf returns the year that is given.
func (r *reading) yearOf() int64 {
	if r.year.relative {
		return r.anchor.year + r.year.number
	}
	return r.year.number
}

// inYear makes a date in the year that is given, or in each.
func (r *reading) inYear(p placing, make func(year int64) (sense, bool)) (sense, *refusal) {
	if !r.year.given {
		return yearly(p, make)
	}
	s, ok := make(r.yearOf())
	if !ok {
		return sense{}, unfit("a day that the month has in that year")
	}
	return s, nil
}

func dayOfMonth(month, day int) func(year int64) (sense, bool) {
	return func(year int64) (sense, bool) {
		d := Day{year, uint8(month), uint8(day)}
		return senseOfDay(d), d.day <= monthLengthIn(year, d.month)
	}
}

// resolveDate resolves a day of a month. A weekday settles the year: of the
// last such date on or before the anchor and the next one after it, it has to
// fit one.
func resolveDate(r *reading, p placing) (sense, *refusal) {
	make := dayOfMonth(r.month.name, r.day)
	if !r.named {
		return r.inYear(p, make)
	}
	var weekdays []string
	for _, p := range []placing{{at: r.anchor}, {at: r.anchor.AddDays(1), future: true}} {
		s, no := r.inYear(p, make)
		if no != nil {
			return sense{}, no
		}
		d, _ := s.day()
		if d.Weekday() == r.weekday {
			s.cycle = 0
			return s, nil
		}
		weekdays = append(weekdays, d.Weekday().String()+" in "+yearEnglish(d.year))
		if r.year.given {
			break
		}
	}
	return sense{}, unfit("the weekday of that date, which is " + listEnglish(weekdays, " and "))
}

// resolveDayOfMonth resolves a day without its month: the last one on or before
// the anchor.
func resolveDayOfMonth(r *reading, p placing) (sense, *refusal) {
	for k := range int64(3) {
		if p.future {
			k = -k
		}
		at := Day{p.at.year, p.at.month, 1}.addMonths(-k)
		at.day = uint8(r.day)
		if at.day <= monthLengthIn(at.year, at.month) && p.holds(granule{at, at}) {
			s := senseOfDay(at)
			s.cycle = cycleMonth
			return s, nil
		}
	}
	return sense{}, unfit("a day of the month")
}

func resolveDayOfThatMonth(r *reading, _ placing) (sense, *refusal) {
	at := Day{r.anchor.year, r.anchor.month, 1}.addMonths(int64(r.which))
	at.day = uint8(r.day)
	if at.day > monthLengthIn(at.year, at.month) {
		return sense{}, unfit("a day that the month has")
	}
	return senseOfDay(at), nil
}

// resolveWritten resolves a date in figures.
func resolveWritten(r *reading, _ placing) (sense, *refusal) {
	w := r.written
	if w.days > 0 {
		return calendarUnit(w.date.exactDay(), unitWeek, 0)
	}
	s := senseOf(w.date)
	if w.date.precision == PrecisionMonth {
		s.unit = unitMonth
	}
	return s, nil
}

func resolveWeekOfYear(r *reading, _ placing) (sense, *refusal) {
	year := r.yearOf()
	monday := weekOf(Day{year, 1, 4}).AddDays(7 * int64(r.plain-1))
	if r.plain < 1 || monday.AddDays(3).year != year {
		return sense{}, unfit("a week that the year has")
	}
	return calendarUnit(monday, unitWeek, 0)
}

// resolveCode resolves a month, season, quarter or half of a year.
func (r *reading) code(p placing, code uint8, u unit) (sense, *refusal) {
	s, no := r.inYear(p, func(year int64) (sense, bool) { return senseOf(monthPart(year, code)), true })
	s.unit = u
	return s, no
}

func resolveMonth(r *reading, p placing) (sense, *refusal) {
	return r.code(p, uint8(r.month.name), unitMonth)
}

func resolveQuarter(r *reading, p placing) (sense, *refusal) {
	code := uint8(r.quarter)
	if code == 0 {
		code = codeQuarter1 + uint8(r.nth) - 1
		if r.nth > 4 {
			return sense{}, unfit("the first to the fourth quarter")
		}
	}
	if code >= codeSemestral1 {
		return r.code(p, code, unitHalf)
	}
	return r.code(p, code, unitQuarter)
}

func resolveYear(r *reading, _ placing) (sense, *refusal) {
	s := senseOf(yearPart(r.yearOf()))
	s.unit = unitYear
	return s, nil
}

func resolveSeason(r *reading, _ placing) (sense, *refusal) {
	s := senseOf(monthPart(r.yearOf(), uint8(r.season)))
	s.unit = unitSeason
	return s, nil
}

// resolveSeasonOf resolves a season of the north or the south.
func resolveSeasonOf(first uint8) resolver {
	return func(r *reading, _ placing) (sense, *refusal) {
		return senseOf(monthPart(r.yearOf(), first+uint8(r.season)-codeSpring)), nil
	}
}

// resolveWinter resolves a winter by the two years it lies in.
func resolveWinter(r *reading, _ placing) (sense, *refusal) {
	if int64(r.plain)+1 != r.year.number {
		return sense{}, unfit("two years in a row")
	}
	s := senseOf(monthPart(int64(r.plain), codeSpring+3))
	s.unit = unitSeason
	return s, nil
}

// lastOrNext resolves "last", "this" and "next" before what comes round every
// year. Where the nearest lies in the anchor's year, "last" and "next" leave
// open whether it or the one a year further is meant.
func (r *reading) lastOrNext(code uint8, u unit) (sense, *refusal) {
	of := func(year int64) sense {
		s := senseOf(monthPart(year, code))
		s.unit = u
		return s
	}
	year := r.anchor.year
	switch r.which {
	case 0:
		if before := of(year - 1); !before.days().last.before(r.anchor) {
			year--
		}
		return of(year), nil
	case 1:
		if found := of(year); r.anchor.before(found.days().first) {
			return oneOf(found, of(year+1)), nil
		}
		return of(year + 1), nil
	}
	if found := of(year); found.days().last.before(r.anchor) {
		return oneOf(of(year-1), found), nil
	}
	if found := of(year - 1); found.days().last.before(r.anchor) {
		return found, nil
	}
	return of(year - 2), nil
}

func oneOf(a, b sense) sense {
	return sense{kind: KindOneOf, items: append(a.items, b.items...)}
}

func resolveThatMonth(r *reading, _ placing) (sense, *refusal) {
	return r.lastOrNext(uint8(r.month.name), unitMonth)
}

func resolveThatSeason(r *reading, _ placing) (sense, *refusal) {
	return r.lastOrNext(uint8(r.season), unitSeason)
}

func resolveThatSpan(r *reading, _ placing) (sense, *refusal) {
	return calendarUnit(r.anchor, r.unit, int64(r.which))
}

func spansFromAnchor(n int64) resolver {
	return func(r *reading, _ placing) (sense, *refusal) { return calendarUnit(r.anchor, r.unit, n) }
}

// resolveDecade resolves a decade; one of two figures is the last that began on
// or before the anchor.
func resolveDecade(r *reading, _ placing) (sense, *refusal) {
	year := int64(r.plain)
	switch {
	case year < 100:
		_, behind := floorDiv(r.anchor.year-year, 100)
		year = r.anchor.year - behind
	case year%100 == 0 && year != 2000:
		return sense{}, unfit("a decade such as 1910s, or a century: round hundreds may be either")
	}
	if year < 0 {
		return sense{}, unfit("a decade of the common era")
	}
	s := senseOf(decadePart(year))
	s.unit = unitDecade
	return s, nil
}

func resolveCentury(r *reading, _ placing) (sense, *refusal) {
	last := int64(r.nth) * 100
	first := last - 99
	if r.era {
		first, last = 1-last, 1-first
	}
	s := senseWithin(yearPart(first), yearPart(last))
	s.unit = unitCentury
	return s, nil
}
