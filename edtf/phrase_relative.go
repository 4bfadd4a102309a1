package edtf

import "time"

// calendarUnit returns the day, week, month, year or decade that lies n of
// them after the one that holds d.
func calendarUnit(d Day, u unit, n int64) (sense, *refusal) {
	switch u {
	case unitDay:
		return senseOfDay(d.AddDays(n)), nil
	case unitWeek:
		monday := weekOf(d).AddDays(7 * n)
		return senseWithinDays(monday, monday.AddDays(6)), nil
	case unitMonth:
		return senseOf(monthOf(Day{d.year, d.month, 1}.addMonths(n))), nil
	case unitYear:
		return senseOf(yearPart(d.year + n)), nil
	}
	year := d.year + 10*n
	if year < 0 {
		return sense{}, unfit("a decade of the common era")
	}
	return senseOf(decadePart(year - year%10)), nil
}

// shift moves d by n units, to the day of the same number in a month.
func shift(d Day, u unit, n int64) Day {
	switch u {
	case unitDay:
		return d.AddDays(n)
	case unitWeek:
		return d.AddDays(7 * n)
	case unitMonth:
		return d.addMonths(n)
	case unitYear:
		return d.addMonths(12 * n)
	}
	return d.addMonths(120 * n)
}

// unitWindow returns the first and the last day of the week, month or year of
// the anchor.
func (r *reading) unitWindow() (first, last Day) {
	s, _ := calendarUnit(r.anchor, r.unit, 0)
	first, last, _ = s.days()
	return first, last
}

// daysFromAnchor is the day that lies n days after the anchor.
func daysFromAnchor(n int64) func(*reading) (sense, *refusal) {
	return func(r *reading) (sense, *refusal) { return senseOfDay(r.anchor.AddDays(n)), nil }
}

// nightFromAnchor is that day or the one after it.
func nightFromAnchor(n int64) func(*reading) (sense, *refusal) {
	return func(r *reading) (sense, *refusal) {
		return senseWithinDays(r.anchor.AddDays(n), r.anchor.AddDays(n+1)), nil
	}
}

// unitFromAnchor is the unit that lies so many units from the anchor's.
func unitFromAnchor(n int64) func(*reading) (sense, *refusal) {
	return func(r *reading) (sense, *refusal) { return calendarUnit(r.anchor, r.unit, n) }
}

func resolveWeek(r *reading) (sense, *refusal) { return calendarUnit(r.anchor, unitWeek, r.which) }

func resolveAgo(r *reading) (sense, *refusal) { return calendarUnit(r.anchor, r.unit, -r.n) }

func resolveLater(r *reading) (sense, *refusal) { return calendarUnit(r.anchor, r.unit, r.n) }

// resolveSomeAgo takes two as the least number of what is in the plural.
func resolveSomeAgo(r *reading) (sense, *refusal) {
	s, no := calendarUnit(r.anchor, r.unit, -2)
	if no != nil {
		return sense{}, no
	}
	_, last := s.limits()
	return senseUpTo(last), nil
}

func resolveOverAgo(r *reading) (sense, *refusal) {
	return senseUpTo(partOf(shift(r.anchor, r.unit, -r.n))), nil
}

// hoursFromAnchor is on one of two days, as the hour of the anchor is unknown,
// or on one day when the hours make whole days.
func hoursFromAnchor(sign int64) func(*reading) (sense, *refusal) {
	return func(r *reading) (sense, *refusal) {
		near, far := r.anchor.AddDays(sign*(r.n/24)), r.anchor.AddDays(sign*((r.n+23)/24))
		if sign < 0 {
			near, far = far, near
		}
		return senseWithinDays(near, far), nil
	}
}

func resolvePastHours(r *reading) (sense, *refusal) {
	return senseWithinDays(r.anchor.AddDays(-(r.n+23)/24), r.anchor), nil
}

func resolveNextHours(r *reading) (sense, *refusal) {
	return senseWithinDays(r.anchor, r.anchor.AddDays((r.n+23)/24)), nil
}

func resolvePast(r *reading) (sense, *refusal) {
	return senseWithinDays(shift(r.anchor, r.unit, -max(r.n, 1)), r.anchor), nil
}

func resolveOverPast(r *reading) (sense, *refusal) {
	return senseThroughout(partOf(shift(r.anchor, r.unit, -max(r.n, 1))), partOf(r.anchor)), nil
}

func resolveNext(r *reading) (sense, *refusal) {
	return senseWithinDays(r.anchor.AddDays(1), shift(r.anchor, r.unit, max(r.n, 1))), nil
}

func resolveWithin(r *reading) (sense, *refusal) {
	return senseWithinDays(r.anchor, shift(r.anchor, r.unit, r.n)), nil
}

// resolveComing ends after one of the next larger unit.
func resolveComing(r *reading) (sense, *refusal) {
	if r.unit >= unitYear {
		return senseFrom(partOf(r.anchor.AddDays(1))), nil
	}
	return senseWithinDays(r.anchor.AddDays(1), shift(r.anchor, r.unit+1, 1)), nil
}

func resolveRecent(r *reading) (sense, *refusal) { return senseEnding(partOf(r.anchor)), nil }

func resolveRecently(r *reading) (sense, *refusal) { return senseUpTo(partOf(r.anchor)), nil }

func resolveEarlier(r *reading) (sense, *refusal) {
	first, _ := r.unitWindow()
	return senseWithinDays(first, r.anchor), nil
}

func resolveStillToCome(r *reading) (sense, *refusal) {
	_, last := r.unitWindow()
	return senseWithinDays(r.anchor, last), nil
}

func resolveSoFar(r *reading) (sense, *refusal) {
	first, _ := r.unitWindow()
	return senseThroughout(partOf(first), partOf(r.anchor)), nil
}

// bareWeekday returns the weekday that the side tells.
func (r *reading) bareWeekday() (Day, *refusal) {
	switch r.side {
	case sidePast:
		return weekdayBefore(r.ref, r.weekday), nil
	case sideFuture:
		return weekdayAfter(r.ref, r.weekday), nil
	}
	return Day{}, unfit(wantStatedYear)
}

func weekly(first, last Day) (sense, *refusal) {
	s := senseWithinDays(first, last)
	s.floating, s.weekly = true, true
	return s, nil
}

func resolveWeekday(r *reading) (sense, *refusal) {
	d, no := r.bareWeekday()
	if no != nil {
		return sense{}, no
	}
	return weekly(d, d)
}

func resolveWeekdayNight(r *reading) (sense, *refusal) {
	d, no := r.bareWeekday()
	if no != nil {
		return sense{}, no
	}
	return weekly(d, d.AddDays(1))
}

func resolveWeekdayOfWeek(r *reading) (sense, *refusal) {
	monday := weekOf(r.anchor).AddDays(7 * r.which)
	return senseOfDay(weekdayAfter(monday, r.weekday)), nil
}

func resolvePastWeekday(r *reading) (sense, *refusal) {
	return senseOfDay(weekdayBefore(r.anchor.AddDays(-1), r.weekday)), nil
}

func resolveComingWeekday(r *reading) (sense, *refusal) {
	return senseOfDay(weekdayAfter(r.anchor.AddDays(1), r.weekday)), nil
}

// resolveLastWeekday leaves open which is meant when the week of the anchor
// has had one.
func resolveLastWeekday(r *reading) (sense, *refusal) {
	d := weekdayBefore(r.anchor.AddDays(-1), r.weekday)
	if d.before(weekOf(r.anchor)) {
		return senseOfDay(d), nil
	}
	return senseOfList(KindOneOf, senseOfDay(d.AddDays(-7)), senseOfDay(d)), nil
}

func resolveNextWeekday(r *reading) (sense, *refusal) {
	d := weekdayAfter(r.anchor.AddDays(1), r.weekday)
	if weekOf(d) != weekOf(r.anchor) {
		return senseOfDay(d), nil
	}
	return senseOfList(KindOneOf, senseOfDay(d), senseOfDay(d.AddDays(7))), nil
}

func resolveWeekend(r *reading) (sense, *refusal) {
	var saturday Day
	switch r.side {
	case sidePast:
		saturday = weekdayBefore(r.ref, time.Saturday)
	case sideFuture:
		saturday = weekdayAfter(r.ref.AddDays(-1), time.Saturday)
	default:
		return sense{}, unfit(wantStatedYear)
	}
	return weekly(saturday, saturday.AddDays(1))
}

func resolveThisWeekend(r *reading) (sense, *refusal) {
	saturday := weekOf(r.anchor).AddDays(5)
	return senseWithinDays(saturday, saturday.AddDays(1)), nil
}

func resolveLastWeekend(r *reading) (sense, *refusal) {
	saturday := weekOf(r.anchor).AddDays(-2)
	return senseWithinDays(saturday, saturday.AddDays(1)), nil
}

func resolveComingWeekend(r *reading) (sense, *refusal) {
	saturday := weekdayAfter(r.anchor.AddDays(1), time.Saturday)
	return senseWithinDays(saturday, saturday.AddDays(1)), nil
}

func resolveNextWeekend(r *reading) (sense, *refusal) {
	saturday := weekdayAfter(r.anchor.AddDays(1), time.Saturday)
	s := senseWithinDays(saturday, saturday.AddDays(1))
	if weekOf(saturday) != weekOf(r.anchor) {
		return s, nil
	}
	return senseOfList(KindOneOf, s, senseWithinDays(saturday.AddDays(7), saturday.AddDays(8))), nil
}

func resolveLastMonthByName(r *reading) (sense, *refusal) {
	year := r.anchor.year
	if r.month.name >= r.anchor.month {
		return senseOf(monthPart(year-1, r.month.name)), nil
	}
	return senseOfList(KindOneOf, senseOf(monthPart(year-1, r.month.name)), senseOf(monthPart(year, r.month.name))), nil
}

func resolveNextMonthByName(r *reading) (sense, *refusal) {
	year := r.anchor.year
	if r.month.name <= r.anchor.month {
		return senseOf(monthPart(year+1, r.month.name)), nil
	}
	return senseOfList(KindOneOf, senseOf(monthPart(year, r.month.name)), senseOf(monthPart(year+1, r.month.name))), nil
}

func resolveThisMonthByName(r *reading) (sense, *refusal) {
	return senseOf(monthPart(r.anchor.year, r.month.name)), nil
}
