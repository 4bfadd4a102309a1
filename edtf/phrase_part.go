package edtf

import "time"

// nthDay is a day of a month by its number.
func nthDay(r *reading, month sense) (sense, bool) {
	s, ok := dayIn(month.items[0].first.year, int(month.items[0].first.month), r.day)
	return s, ok && month.unit == unitMonth && month.kind == KindDate
}

// nightOf is each day of s, or the day after it.
func nightOf(s sense) sense {
	items := make([]setItem, len(s.items))
	for i := range items {
		first, last := s.items[i].first.exactDay(), s.items[i].greatest().exactDay()
		if s.items[i].kind != itemRange {
			last = last.AddDays(1)
		}
		items[i] = setItem{first: partOf(first), last: partOf(last), kind: itemRange}
	}
	return sense{kind: KindOneOf, items: items, cycle: s.cycle}
}

// ofDays passes on days, as what is said of a time of day.
func ofDays(_ *reading, s sense) (sense, bool) { return s, s.allDays() }

// atClock is a day with a time set off by a comma.
func atClock(r *reading, s sense) (sense, bool) {
	s.clock = r.clock
	_, ok := s.day()
	return s, ok
}

// nights is the night of a day, or of two in a row.
func nights(_ *reading, s sense) (sense, bool) {
	if !s.allDays() {
		return s, false
	}
	if days := s.days(); s.kind != KindDate && s.kind != KindOneOf {
		s.items, s.kind = senseWithinDays(days.first, days.last).items, KindOneOf
		return nightOf(s), days.first.AddDays(1) == days.last
	}
	return nightOf(s), true
}

// nightInto is the night that leads to a day.
func nightInto(_ *reading, s sense) (sense, bool) {
	d, ok := s.day()
	return nightOf(senseOfDay(d.AddDays(-1))), ok
}

// weekAround is the week of a day, or a week by its first and last.
func weekAround(_ *reading, s sense) (sense, bool) {
	if d, ok := s.day(); ok {
		s, _ = calendarUnit(d, unitWeek, 0)
		return s, true
	}
	return s, s.kind == KindInterval && s.allDays() && s.days().last.before(s.days().first.AddDays(7))
}

// weekendAround is a weekend by one or both of its days.
func weekendAround(_ *reading, s sense) (sense, bool) {
	days, ok := s.days(), s.allDays()
	saturday := weekdayBefore(days.first, time.Saturday)
	whole := granule{saturday, saturday.AddDays(1)}
	if s.kind == KindDate {
		return senseWithinDays(whole.first, whole.last), ok && !whole.last.before(days.last)
	}
	return senseOfDays(KindInterval, whole), ok && s.kind != KindOneOf && days == whole
}

// thirdBounds hold the first and last day, month or year of each third,
// counted from 0; a last one of −1 is that of the period.
var thirdBounds = map[unit][3]struct{ first, last int64 }{
	unitWeek:    {{0, 2}, {1, 3}, {3, 6}},
	unitMonth:   {{0, 9}, {10, 19}, {20, -1}},
	unitQuarter: {{0, 0}, {1, 1}, {2, 2}},
	unitHalf:    {{0, 1}, {2, 3}, {4, 5}},
	unitYear:    {{0, 3}, {4, 7}, {8, 11}},
	unitDecade:  {{0, 3}, {4, 6}, {7, 9}},
	unitCentury: {{0, 32}, {33, 65}, {66, 99}},
}

// thirds is an early, middle or late part of a period, or a run of them.
func thirds(r *reading, period sense) (sense, bool) {
	bounds, ok := thirdBounds[period.unit]
	if !ok || r.third > r.last {
		return period, false
	}
	days := period.days()
	first, last := bounds[r.third-1].first, bounds[r.last-1].last
	var s sense
	switch period.unit {
	case unitWeek, unitMonth:
		end := days.first.AddDays(last)
		if last < 0 {
			end = days.last
		}
		s = senseWithinDays(days.first.AddDays(first), end)
	case unitDecade, unitCentury:
		s = senseWithin(yearPart(days.first.year+first), yearPart(days.first.year+last))
	default:
		s = senseWithin(monthOf(days.first.addMonths(first)), monthOf(days.first.addMonths(last)))
	}
	if r.edge && r.third == thirdEarly {
		s.edge = days.first
	} else if r.edge && r.third == thirdLate {
		s.edge, s.atEnd = days.last, true
	}
	return s, true
}

// ranked resolves the nth of what a period holds, of so many days and so many
// days apart; when nth is −1, the last. One or two days in seven begin on the
// weekday or on Saturday.
func ranked(length, every int64, missing string) resolver {
	return func(r *reading, p placing) (sense, *refusal) {
		return each(r.kids[0], p, func(period sense) (sense, *refusal) {
			days := period.days()
			first, last := days.first, days.last.AddDays(1-length)
			weekday, weekly := r.weekday, length < 7 && every == 7
			if length == 2 {
				weekday = time.Saturday
			}
			if weekly {
				first, last = weekdayAfter(days.first, weekday), weekdayBefore(days.last, weekday)
			}
			if r.nth > 0 {
				last = first.AddDays(every * int64(r.nth-1))
			}
			end := last.AddDays(length - 1)
			fits := !days.last.before(end) || weekly && !days.last.before(last)
			if !fits || period.hasSeason() || length == 7 && period.unit < unitMonth {
				return sense{}, &refusal{at: r.start, expected: missing, absent: true}
			}
			return senseWithinDays(last, end), nil
		})
	}
}

// halves is the half of a month or a year.
func halves(r *reading, period sense) (sense, bool) {
	if period.unit == unitYear {
		return divisions(codeSemestral1, 2)(r, period)
	}
	days := period.days()
	middle := Day{days.first.year, days.first.month, 15}
	if r.nth == 1 {
		return senseWithinDays(days.first, middle), period.unit == unitMonth
	}
	return senseWithinDays(middle.AddDays(1), days.last), period.unit == unitMonth && r.nth <= 2
}

// divisions is the nth of so many parts of a year, by their first code.
func divisions(first uint8, count int) func(*reading, sense) (sense, bool) {
	return func(r *reading, year sense) (sense, bool) {
		nth := r.nth
		if nth < 0 {
			nth = count
		}
		s, ok := partOfYear(year, first+uint8(nth)-1)
		return s, ok && nth <= count
	}
}

// seasons is a season of a year, anywhere or of a hemisphere.
func seasons(r *reading, year sense) (sense, bool) {
	beyond := map[string]uint8{"northern": codeSpringNorth - codeSpring, "southern": codeSpringSouth - codeSpring}
	return partOfYear(year, uint8(r.code)+beyond[r.words[r.start].text])
}

func partOfYear(year sense, code uint8) (sense, bool) {
	d := year.items[0].first
	return periodIn(d, code), year.unit == unitYear && d.qualifier == 0
}

// firstUnits is "the first nine months of the year": those units throughout.
func firstUnits(r *reading, period sense) (sense, bool) {
	u, n, whole := r.kids[0].read.unit, r.kids[0].number(), period.days()
	days := granule{whole.first, shift(whole.first, u, n).AddDays(-1)}
	if r.nth < 0 {
		days = granule{shift(whole.last.AddDays(1), u, -n), whole.last}
	}
	fits := r.nth <= 1 && u != unitHour && r.kids[0].isWhole() && !period.hasSeason()
	return senseThroughout(inUnits(days, u)), fits && !days.first.before(whole.first) && !whole.last.before(days.last)
}

// inUnits writes the first and the last day in months or years where they are whole ones.
func inUnits(days granule, u unit) (a, b part) {
	switch {
	case u >= unitYear && days.first.day == 1 && days.first.month == 1:
		return yearPart(days.first.year), yearPart(days.last.year)
	case u >= unitMonth && days.first.day == 1:
		return monthOf(days.first), monthOf(days.last)
	}
	return partOf(days.first), partOf(days.last)
}

// unitsTo is "the 12 months to July": the span that ends with the date, which
// is in months when the date is.
func unitsTo(r *reading, to sense) (sense, bool) {
	u, last := r.kids[0].read.unit, to.days()
	days := granule{shift(last.last.AddDays(1), u, -r.kids[0].number()), last.last}
	s := senseOfDays(KindInterval, days)
	switch {
	case to.items[0].first.precision == PrecisionYear:
		s = senseThroughout(inUnits(days, u))
	case to.items[0].first.precision == PrecisionMonth:
		s = senseThroughout(inUnits(days, min(u, unitMonth)))
	}
	s.near = last
	return s, to.kind == KindDate && u != unitHour && r.kids[0].isWhole()
}

// split resolves "earlier in August": from the first day of the period to the
// day it is told from, or "later in August": from there to the last.
func split(before bool, kind Kind) resolver {
	return func(r *reading, _ placing) (sense, *refusal) {
		at, kid := r.told, r.kids[0]
		if text := r.words[r.start+1].text; text == "this" || text == "far" {
			at = r.anchor
		}
		period, no := kid.resolve(placing{at: at})
		if kid.row.level == levelUnit {
			period, no = calendarUnit(at, kid.read.unit, 0)
		}
		if no != nil {
			return sense{}, no
		}
		days := period.days()
		if at.before(days.first) || days.last.before(at) {
			return sense{}, kid.refuse("a period that holds the anchor, or the day of reference")
		}
		if before {
			return senseOfDays(kind, granule{days.first, at}), nil
		}
		return senseOfDays(kind, granule{at, days.last}), nil
	}
}
