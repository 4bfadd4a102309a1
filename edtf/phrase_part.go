package edtf

import "time"

// resolver gives a convention its date, from what its slots have read.
type resolver func(*reading, placing) (sense, *refusal)

// resolveThird resolves an early, middle or late part of a period, or a run of
// them.
func resolveThird(r *reading, p placing) (sense, *refusal) {
	return each(r.kids[0], p, func(period sense) (sense, *refusal) {
		s, ok := thirds(period, r.third, r.last)
		if !ok {
			return sense{}, &refusal{at: r.kids[0].at, expected: "a week, a month, a quarter, a year, a decade or a century"}
		}
		if days := period.days(); r.edge && r.third == thirdEarly {
			s.edge = days.first
		} else if r.edge && r.third == thirdLate {
			s.edge, s.atEnd = days.last, true
		}
		return s, nil
	})
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

func thirds(period sense, from, to third) (sense, bool) {
	bounds, ok := thirdBounds[period.unit]
	if !ok || from > to {
		return sense{}, false
	}
	days := period.days()
	first, last := bounds[from-1].first, bounds[to-1].last
	switch period.unit {
	case unitWeek, unitMonth:
		end := days.first.AddDays(last)
		if last < 0 {
			end = days.last
		}
		return senseWithinDays(days.first.AddDays(first), end), true
	case unitDecade, unitCentury:
		return senseWithin(yearPart(days.first.year+first), yearPart(days.first.year+last)), true
	}
	return senseWithin(monthOf(days.first.addMonths(first)), monthOf(days.first.addMonths(last))), true
}

// resolvePeriodEnd resolves "year's end".
func resolvePeriodEnd(r *reading, _ placing) (sense, *refusal) {
	period, no := calendarUnit(r.anchor, r.unit, 0)
	if no != nil {
		return sense{}, no
	}
	s, _ := thirds(period, thirdLate, thirdLate)
	s.edge, s.atEnd = period.days().last, true
	return s, nil
}

// resolveThatUnit resolves "the month" within another wording.
func resolveThatUnit(r *reading, _ placing) (sense, *refusal) {
	return calendarUnit(r.anchor, r.unit, 0)
}

// ranked resolves the nth of what a period holds, counted from its end when nth
// is −1.
func ranked(find func(r *reading, period sense) (granule, bool), missing string) resolver {
	return func(r *reading, p placing) (sense, *refusal) {
		return each(r.kids[0], p, func(period sense) (sense, *refusal) {
			days, ok := find(r, period)
			if ok = ok && period.isBounded() && !period.hasSeason(); !ok {
				return sense{}, &refusal{at: r.start, expected: missing, absent: true}
			}
			return senseWithinDays(days.first, days.last), nil
		})
	}
}

// nthDay finds a day of a period, every so many days from the first that fits.
func nthDay(r *reading, first, last granule, every int64) (granule, bool) {
	if r.nth < 0 {
		return last, true
	}
	n := every * int64(r.nth-1)
	return granule{first.first.AddDays(n), first.last.AddDays(n)}, true
}

func findDay(r *reading, period sense) (granule, bool) {
	days := period.days()
	found, _ := nthDay(r, granule{days.first, days.first}, granule{days.last, days.last}, 1)
	return found, !days.last.before(found.first)
}

func findWeekday(r *reading, period sense) (granule, bool) {
	days := period.days()
	first, last := weekdayAfter(days.first, r.weekday), weekdayBefore(days.last, r.weekday)
	found, _ := nthDay(r, granule{first, first}, granule{last, last}, 7)
	return found, !days.last.before(found.first)
}

func findWeekend(r *reading, period sense) (granule, bool) {
	r.weekday = time.Saturday
	found, ok := findWeekday(r, period)
	return granule{found.first, found.first.AddDays(1)}, ok
}

// findWeek finds seven days, counted from the first of the period.
func findWeek(r *reading, period sense) (granule, bool) {
	days := period.days()
	found, _ := nthDay(r, granule{days.first, days.first.AddDays(6)}, granule{days.last.AddDays(-6), days.last}, 7)
	return found, period.unit >= unitMonth && !days.last.before(found.last)
}

func findHalf(r *reading, period sense) (granule, bool) {
	days := period.days()
	middle := Day{days.first.year, days.first.month, 15}
	if r.nth == 1 {
		return granule{days.first, middle}, period.unit == unitMonth
	}
	return granule{middle.AddDays(1), days.last}, period.unit == unitMonth && (r.nth == 2 || r.nth < 0)
}

// resolveHalf resolves the half of a month or a year.
func resolveHalf(r *reading, p placing) (sense, *refusal) {
	return each(r.kids[0], p, func(period sense) (sense, *refusal) {
		if days, ok := findHalf(r, period); ok {
			return senseWithinDays(days.first, days.last), nil
		}
		if period.unit != unitYear || r.nth > 2 {
			return sense{}, unfit(`"first half" or "second half" of a month or a year`)
		}
		nth := r.nth
		if nth < 0 {
			nth = 2
		}
		return senseOf(monthPart(period.days().first.year, codeSemestral1+uint8(nth)-1)), nil
	})
}

// resolveDivision resolves "the second quarter of 2024": counted from 1, with
// as many in a year.
func resolveDivision(first uint8, count int, u unit) resolver {
	return func(r *reading, p placing) (sense, *refusal) {
		return each(r.kids[0], p, func(period sense) (sense, *refusal) {
			nth := r.nth
			if nth < 0 {
				nth = count
			}
			if period.unit != unitYear || nth > count || period.items[0].first.mask != 0 {
				return sense{}, unfit("a part that the year has")
			}
			s := senseOf(monthPart(period.items[0].first.year, first+uint8(nth)-1))
			s.unit = u
			return s, nil
		})
	}
}

// resolveFirstUnits resolves "the first nine months of the year": those units
// throughout.
func resolveFirstUnits(r *reading, p placing) (sense, *refusal) {
	count, u := r.kids[0], r.kids[0].read.unit
	return each(r.kids[1], p, func(period sense) (sense, *refusal) {
		whole := period.days()
		days := granule{whole.first, shift(whole.first, u, count.number()).AddDays(-1)}
		if r.nth < 0 {
			days = granule{shift(whole.last.AddDays(1), u, -count.number()), whole.last}
		}
		if r.nth > 1 || u == unitHour || !count.isWhole() || period.hasSeason() || !period.isBounded() || days.first.before(whole.first) || whole.last.before(days.last) {
			return sense{}, unfit("as many as the period has")
		}
		return senseThroughout(inUnits(days, u)), nil
	})
}

// inUnits writes the first and the last day in months or years where they are
// whole ones.
func inUnits(days granule, u unit) (a, b part) {
	switch {
	case u == unitMonth && days.first.day == 1:
		return monthOf(days.first), monthOf(days.last)
	case u >= unitYear && days.first.day == 1 && days.first.month == 1:
		return yearPart(days.first.year), yearPart(days.last.year)
	case u == unitYear && days.first.day == 1:
		return monthOf(days.first), monthOf(days.last)
	}
	return partOf(days.first), partOf(days.last)
}

// resolveUnitsTo resolves "the 12 months to July": the span that ends with the
// date, which is in months when the date is.
func resolveUnitsTo(r *reading, p placing) (sense, *refusal) {
	count, u := r.kids[0], r.kids[0].read.unit
	return each(r.kids[1], p, func(to sense) (sense, *refusal) {
		if !to.isBounded() || to.kind != KindDate || u == unitHour || !count.isWhole() {
			return sense{}, &refusal{at: r.kids[1].at, expected: wantWindow}
		}
		last := to.days()
		days := granule{shift(last.last.AddDays(1), u, -count.number()), last.last}
		s := senseThroughout(partOf(days.first), partOf(days.last))
		if to.items[0].first.precision < PrecisionDay {
			s = senseThroughout(inUnits(days, max(u, to.unit)))
			if to.unit < unitYear {
				s = senseThroughout(inUnits(days, min(u, unitYear)))
			}
		}
		s.near = to.days()
		return s, nil
	})
}

// resolveEarlier resolves "earlier in August" and "earlier this month": from
// the first day of the period to the day it is told from.
func resolveEarlier(r *reading, _ placing) (sense, *refusal) { return r.split(true) }

// resolveLater resolves "later in August": from the day it is told from to the
// last day of the period.
func resolveLater(r *reading, _ placing) (sense, *refusal) { return r.split(false) }

func (r *reading) split(before bool) (sense, *refusal) {
	at := r.told
	if r.words[r.start+1].text == "this" || r.words[r.start+1].text == "far" {
		at = r.anchor
	}
	period, no := r.kids[0].resolve(placing{at: at})
	if r.kids[0].row.level == levelUnit {
		period, no = calendarUnit(at, r.kids[0].read.unit, 0)
	}
	if no != nil {
		return sense{}, no
	}
	days := period.days()
	if at.before(days.first) || days.last.before(at) {
		return sense{}, &refusal{at: r.kids[0].at, expected: "a period that holds the anchor, or the day of reference"}
	}
	if before {
		return senseWithinDays(days.first, at), nil
	}
	return senseWithinDays(at, days.last), nil
}

func resolveSoFar(r *reading, _ placing) (sense, *refusal) {
	s, no := r.split(true)
	if no != nil {
		return sense{}, no
	}
	days := s.days()
	return senseThroughout(partOf(days.first), partOf(days.last)), nil
}
