package edtf

import "time"

// yearOf returns the year that is given.
func (r *reading) yearOf() int64 {
	if r.year.relative {
		return r.anchor.year + r.year.number
	}
	return r.year.number
}

// window is what lies in a year and a month; ok is false when nothing does.
type window func(year int64, month uint8) (first, last Day, ok bool)

// inMonth places a window in the month that is read, and in the year that is
// given or that the side tells.
func (r *reading) inMonth(w window) (first, last Day, floating bool, no *refusal) {
	if r.month.relative {
		if r.year.given {
			return first, last, false, unfit("no year beside a month that is counted from the anchor")
		}
		month := Day{r.anchor.year, r.anchor.month, 1}.addMonths(r.month.offset)
		first, last, ok := w(month.year, month.month)
		if !ok {
			return first, last, false, unfit("a day that the month has")
		}
		return first, last, false, nil
	}
	if r.year.given {
		first, last, ok := w(r.yearOf(), r.month.name)
		if !ok {
			return first, last, false, unfit("a day that the month has in that year")
		}
		return first, last, false, nil
	}
	return r.nearest(12, r.month.name, w)
}

// nearest places a window in the month that the side tells, in steps of one or
// twelve months from the given month of the reference year.
func (r *reading) nearest(step int64, month uint8, w window) (first, last Day, floating bool, no *refusal) {
	if r.side == sideStated {
		return first, last, true, unfit(wantStatedYear)
	}
	// The 29th of February returns within eight years.
	for k := int64(0); k <= 8*12/step; k++ {
		n := -k * step
		if r.side == sideFuture {
			n = -n
		}
		at := Day{r.ref.year, month, 1}.addMonths(n)
		first, last, ok := w(at.year, at.month)
		if ok && (r.side == sidePast && !r.ref.before(first) || r.side == sideFuture && !last.before(r.ref)) {
			return first, last, true, nil
		}
	}
	return first, last, true, unfit("a day that the month has")
}

func dayWindow(day int) window {
	return func(year int64, month uint8) (first, last Day, ok bool) {
		d := Day{year, month, uint8(day)}
		return d, d, d.day <= monthLengthIn(year, month)
	}
}

func monthWindow(year int64, month uint8) (first, last Day, ok bool) {
	return Day{year, month, 1}, Day{year, month, monthLengthIn(year, month)}, true
}

func thirdOfMonth(t third) window {
	return func(year int64, month uint8) (first, last Day, ok bool) {
		first, last, ok = monthWindow(year, month)
		switch t {
		case thirdEarly:
			last.day = 10
		case thirdMid:
			first.day, last.day = 11, 20
		case thirdLate:
			first.day = 21
		}
		return first, last, ok
	}
}

func halfOfMonth(nth int) window {
	return func(year int64, month uint8) (first, last Day, ok bool) {
		first, last, ok = monthWindow(year, month)
		if nth == 1 {
			last.day = 15
		} else {
			first.day = 16
		}
		return first, last, ok
	}
}

// weekOf returns the Monday of the week of d.
func weekOf(d Day) Day { return d.AddDays(-int64(d.Weekday()+6) % 7) }

// weekdayAfter returns the first such weekday on or after d.
func weekdayAfter(d Day, w time.Weekday) Day { return d.AddDays(int64(w-d.Weekday()+7) % 7) }

// weekdayBefore returns the last such weekday on or before d.
func weekdayBefore(d Day, w time.Weekday) Day { return d.AddDays(-(int64(d.Weekday()-w+7) % 7)) }

// within returns the sense of a placed window.
func within(first, last Day, floating bool, no *refusal) (sense, *refusal) {
	if no != nil {
		return sense{}, no
	}
	s := senseWithinDays(first, last)
	s.floating = floating
	return s, nil
}

func resolveDate(r *reading) (sense, *refusal) {
	s, no := within(r.inMonth(dayWindow(r.day)))
	if no == nil && r.named && s.items[0].first.exactDay().Weekday() != r.weekday {
		return sense{}, unfit("the weekday of that date, which is " + s.items[0].first.exactDay().Weekday().String())
	}
	return s, no
}

func resolveISODay(r *reading) (sense, *refusal) { return senseOfDay(r.exact), nil }

func resolveDayOfMonth(r *reading) (sense, *refusal) {
	return within(r.nearest(1, r.ref.month, dayWindow(r.day)))
}

func resolveDayOfThisMonth(r *reading) (sense, *refusal) {
	r.month = monthWords{relative: true}
	return within(r.inMonth(dayWindow(r.day)))
}

func resolveMonth(r *reading) (sense, *refusal) {
	first, _, floating, no := r.inMonth(monthWindow)
	if no != nil {
		return sense{}, no
	}
	s := senseOf(monthOf(first))
	s.floating = floating
	return s, nil
}

func resolveYear(r *reading) (sense, *refusal) { return senseOf(yearPart(r.yearOf())), nil }

func resolveThirdOfMonth(r *reading) (sense, *refusal) {
	first, last, floating, no := r.inMonth(thirdOfMonth(r.third))
	s, no := within(first, last, floating, no)
	if no != nil {
		return sense{}, no
	}
	return s.withEdge(r, first, last), nil
}

func resolveThirdOfYear(r *reading) (sense, *refusal) {
	year := r.yearOf()
	first := uint8(r.third-thirdEarly)*4 + 1
	s := senseWithin(monthPart(year, first), monthPart(year, first+3))
	return s.withEdge(r, Day{year, 1, 1}, Day{year, 12, 31}), nil
}

func resolveThirdOfWeek(r *reading) (sense, *refusal) {
	monday := weekOf(r.anchor).AddDays(7 * r.which)
	offset := [...]struct{ first, last int64 }{thirdEarly: {0, 2}, thirdMid: {1, 3}, thirdLate: {3, 6}}[r.third]
	s := senseWithinDays(monday.AddDays(offset.first), monday.AddDays(offset.last))
	return s.withEdge(r, monday, monday.AddDays(6)), nil
}

// withEdge adds the limit of a period that "the start of" or "the end of" it
// names.
func (s sense) withEdge(r *reading, first, last Day) sense {
	switch {
	case !r.edge || r.third == thirdMid:
	case r.third == thirdLate:
		s.edge, s.atEnd = last, true
	default:
		s.edge = first
	}
	return s
}

func resolveThirdOfDecade(r *reading) (sense, *refusal) {
	offset := [...]struct{ first, last int64 }{thirdEarly: {0, 3}, thirdMid: {4, 6}, thirdLate: {7, 9}}[r.third]
	s := senseWithin(yearPart(r.decade+offset.first), yearPart(r.decade+offset.last))
	return s.withEdge(r, Day{r.decade, 1, 1}, Day{r.decade + 9, 12, 31}), nil
}

func resolveHalfOfMonth(r *reading) (sense, *refusal) {
	if r.nth > 2 {
		return sense{}, unfit(`"first half" or "second half"`)
	}
	return within(r.inMonth(halfOfMonth(r.nth)))
}

func resolveHalfOfYear(r *reading) (sense, *refusal) {
	if r.nth > 2 {
		return sense{}, unfit(`"first half" or "second half"`)
	}
	return senseOf(monthPart(r.yearOf(), codeSemestral1+uint8(r.nth)-1)), nil
}

func resolveQuarter(r *reading) (sense, *refusal) {
	if r.nth > 4 {
		return sense{}, unfit("the first to the fourth quarter")
	}
	return senseOf(monthPart(r.yearOf(), codeQuarter1+uint8(r.nth)-1)), nil
}

func resolveFirstDayOfMonth(r *reading) (sense, *refusal) { return within(r.inMonth(dayWindow(1))) }

func resolveLastDayOfMonth(r *reading) (sense, *refusal) {
	return within(r.inMonth(func(year int64, month uint8) (first, last Day, ok bool) {
		_, last, ok = monthWindow(year, month)
		return last, last, ok
	}))
}

func resolveFirstDayOfYear(r *reading) (sense, *refusal) {
	return senseOfDay(Day{r.yearOf(), 1, 1}), nil
}

func resolveLastDayOfYear(r *reading) (sense, *refusal) {
	return senseOfDay(Day{r.yearOf(), 12, 31}), nil
}

func resolveSeason(r *reading) (sense, *refusal) {
	return senseOf(monthPart(r.yearOf(), r.season)), nil
}

func decadePart(year int64) part {
	p := yearPart(year)
	p.mask = maskYearOnes
	return p
}

func resolveDecade(r *reading) (sense, *refusal) { return senseOf(decadePart(r.decade)), nil }

func resolveCentury(r *reading) (sense, *refusal) {
	last := int64(r.nth) * 100
	first := last - 99
	if r.era {
		first, last = 1-last, 1-first
	}
	return senseWithin(yearPart(first), yearPart(last)), nil
}
