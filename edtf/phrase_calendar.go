package edtf

// calendarUnit returns the day, week, month, year, decade or century that lies
// n of them after the one that holds d; a fortnight is two weeks.
func calendarUnit(d Day, u unit, n int64) (sense, *refusal) {
	if u == unitFortnight {
		u, n = unitWeek, 2*n
	}
	first := shift(unitStarts[u](d), u, n)
	switch u {
	case unitDay:
		return senseOfDay(first), nil
	case unitWeek:
		return senseWithinDays(first, first.AddDays(6)).ofUnit(u), nil
	case unitMonth:
		return periodIn(yearPart(first.year), first.month), nil
	case unitQuarter:
		return periodIn(yearPart(first.year), codeQuarter1+first.month/3), nil
	case unitYear:
		return senseOf(yearPart(first.year)).ofUnit(u), nil
	case unitCentury:
		return senseWithin(yearPart(first.year), yearPart(first.year+99)).ofUnit(u), nil
	}
	return decadeFrom(first.year)
}

func decadeFrom(year int64) (sense, *refusal) {
	if year < 0 {
		return sense{}, unfit("a decade of the common era")
	}
	return senseOf(decadePart(year)).ofUnit(unitDecade), nil
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
		return comesRound(cycleYear, p, func(k int64) (sense, bool) { return make(p.at.year + k) })
	}
	s, ok := make(r.yearOf())
	if !ok {
		return sense{}, unfit("a day that the month has in that year")
	}
	return s, nil
}

func dayIn(year int64, month, day int) (sense, bool) {
	d := Day{year, uint8(month), uint8(day)}
	return senseOfDay(d), d.day <= monthLengthIn(year, d.month)
}

// dayOfMonth is a day of the month that is named, or of any.
func (r *reading) dayOfMonth(p placing) (sense, *refusal) {
	if r.code > 0 {
		return r.inYear(p, func(year int64) (sense, bool) { return dayIn(year, r.code, r.day) })
	}
	return comesRound(cycleMonth, p, func(k int64) (sense, bool) {
		at := Day{p.at.year, p.at.month, 1}.addMonths(k)
		return dayIn(at.year, int(at.month), r.day)
	})
}

// resolveDate resolves a day of a month. A weekday settles the year, or the month:
// of the last such date on or before the anchor and the next one after it, it has
// to fit one.
func resolveDate(r *reading, p placing) (sense, *refusal) {
	if !r.named {
		return r.dayOfMonth(p)
	}
	var weekdays []string
	for _, p := range []placing{{at: r.anchor}, {at: r.anchor.AddDays(1), future: true}} {
		s, no := r.dayOfMonth(p)
		if no != nil {
			return sense{}, no
		}
		d, _ := s.day()
		if d.Weekday() == r.weekday {
			s.cycle = 0
			return s, nil
		}
		weekdays = append(weekdays, d.English()+" is a "+d.Weekday().String())
		if r.year.given {
			break
		}
	}
	return sense{}, unfit("the weekday of that date: " + listEnglish(weekdays, " and "))
}

// resolveWritten resolves a date in figures.
func resolveWritten(r *reading, _ placing) (sense, *refusal) {
	switch d := r.clock.date; {
	case r.clock.week:
		return calendarUnit(d.exactDay(), unitWeek, 0)
	case d.precision == PrecisionMonth:
		return senseOf(d).ofUnit(unitMonth), nil
	default:
		return senseOf(d), nil
	}
}

func resolveWeekOfYear(r *reading, _ placing) (sense, *refusal) {
	monday, ok := isoWeek(r.yearOf(), r.plain)
	if !ok {
		return sense{}, unfit("a week that the year has")
	}
	return calendarUnit(monday, unitWeek, 0)
}

// periodIn is a month, season, quarter or half of a year, by its code.
func periodIn(year part, code uint8) sense {
	units := [...]unit{unitMonth, unitSeason, unitSeason, unitSeason, unitQuarter, 0, unitHalf}
	year.month, year.precision = code, PrecisionMonth
	return senseOf(year).ofUnit(units[subYearFamily(code)])
}

// resolveCode resolves what has a code in EDTF, and the nth quarter.
func resolveCode(r *reading, p placing) (sense, *refusal) {
	code := uint8(r.code)
	switch {
	case r.nth > 4:
		return sense{}, unfit("the first to the fourth quarter")
	case code == 0:
		code = codeQuarter1 + uint8(r.nth) - 1
	}
	return r.inYear(p, func(year int64) (sense, bool) { return periodIn(yearPart(year), code), true })
}

// resolveWinter resolves a winter by the two years it lies in.
func resolveWinter(r *reading, _ placing) (sense, *refusal) {
	if int64(r.plain)+1 != r.year.number {
		return sense{}, unfit("two years in a row")
	}
	return periodIn(yearPart(int64(r.plain)), codeSpring+3), nil
}

func codeOfYear(r *reading, k int64) sense { return periodIn(yearPart(r.anchor.year+k), uint8(r.code)) }

// inWeek is what lies in a week.
type inWeek func(r *reading, monday Day) sense

func weekdayIn(r *reading, monday Day) sense { return senseOfDay(weekdayAfter(monday, r.weekday)) }

func weekendIn(_ *reading, m Day) sense { return senseWithinDays(m.AddDays(5), m.AddDays(6)) }

func (of inWeek) turn(r *reading, k int64) sense { return of(r, weekOf(r.anchor).AddDays(7*k)) }

// place is the last on or before a day, or the first after.
func (of inWeek) place(r *reading, p placing) (sense, *refusal) {
	return comesRound(cycleWeek, p, func(k int64) (sense, bool) { return of(r, weekOf(p.at).AddDays(7*k)), true })
}

// related is the one of the week that the first word relates to, the first after
// it or the last before it.
func (of inWeek) related(r *reading, p placing) (sense, *refusal) {
	rel, near, c := r.relation(), *r, *r.context
	c.anchor, near.context = rel.day(r), &c
	return turn(turnComing*int(rel.n), of.turn)(&near, p)
}

func resolveWeekdayOfWeek(r *reading, _ placing) (sense, *refusal) {
	return inWeek(weekdayIn).turn(r, int64(r.which)), nil
}

// unitOf is the unit so many from that of the anchor.
func unitOf(n int64) resolver {
	return func(r *reading, _ placing) (sense, *refusal) {
		return calendarUnit(r.anchor, r.unit, n+int64(r.which))
	}
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
	return decadeFrom(year)
}

func resolveCentury(r *reading, _ placing) (sense, *refusal) {
	last := int64(r.nth) * 100
	first := last - 99
	if r.era {
		first, last = 1-last, 1-first
	}
	return senseWithin(yearPart(first), yearPart(last)).ofUnit(unitCentury), nil
}

// from is how a wording counts: from the anchor or from the day of reference.
type from func(*reading) Day

func fromAnchor(r *reading) Day { return r.anchor }
func fromTold(r *reading) Day   { return r.told }

// relation is what is so many units from a day.
type relation struct {
	day from
	n   int64
}

// relations is how the words of wordings count.
var relations = map[string]relation{
	"today": {fromAnchor, 0}, "now": {fromAnchor, 0}, "currently": {fromAnchor, 0}, "present": {fromAnchor, 0}, "end": {fromAnchor, 0},
	"yesterday": {fromAnchor, -1}, "tomorrow": {fromAnchor, 1}, "tonight": {fromAnchor, 0}, "overnight": {fromAnchor, -1}, "last": {fromAnchor, -1},
	"this": {fromAnchor, 0}, "that": {fromTold, 0}, "then": {fromTold, 0}, "same": {fromTold, 0}, "earlier": {fromTold, 0}, "later": {fromTold, 0},
	"following": {fromTold, 1}, "next": {fromTold, 1}, "the next": {fromTold, 1},
	"previous": {fromTold, -1}, "preceding": {fromTold, -1}, "before": {fromTold, -1}, "after": {fromTold, 1},
}

// relation is how the first word counts, or the one after it.
func (r *reading) relation() relation {
	if rel, ok := relations[r.words[r.start].text]; ok {
		return rel
	}
	return relations[r.words[r.start+1].text]
}

// related is the day, night, week and so on that the first word relates to.
func related(u unit, night bool) resolver {
	return func(r *reading, _ placing) (sense, *refusal) {
		rel := r.relation()
		s, no := calendarUnit(rel.day(r), max(u, r.unit), rel.n)
		if night {
			s = nightOf(s)
		}
		return s, no
	}
}
