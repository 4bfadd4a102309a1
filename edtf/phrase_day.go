package edtf

import "time"

// Days, nights and weekends, counted from the anchor or told by their weekday.
// A week runs from Monday to Sunday.

// daysFrom is the day that lies n days after another.
func daysFrom(from func(*reading) Day, n int64) resolver {
	return func(r *reading, _ placing) (sense, *refusal) { return senseOfDay(from(r).AddDays(n)), nil }
}

// nightFrom is the night that begins n days after another.
func nightFrom(from func(*reading) Day, n int64) resolver {
	return func(r *reading, _ placing) (sense, *refusal) {
		d := from(r).AddDays(n)
		return nightOf(senseOfDay(d)), nil
	}
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
	return sense{kind: KindOneOf, items: items, cycle: s.cycle, night: true}
}

// allDays reports whether s is days only.
func (s *sense) allDays() bool {
	for i := range s.items {
		if !s.items[i].first.isDay() || !s.items[i].greatest().isDay() {
			return false
		}
	}
	return s.isBounded()
}

// resolveWeekday is the last such day on or before a day, or the first after.
func resolveWeekday(r *reading, p placing) (sense, *refusal) {
	d := weekdayBefore(p.at, r.weekday)
	if p.future {
		d = weekdayAfter(p.at, r.weekday)
	}
	s := senseOfDay(d)
	s.cycle = cycleWeek
	return s, nil
}

func resolveWeekdayOfWeek(r *reading, _ placing) (sense, *refusal) {
	monday := weekOf(r.anchor).AddDays(7 * int64(r.which))
	return senseOfDay(weekdayAfter(monday, r.weekday)), nil
}

func resolvePastWeekday(r *reading, _ placing) (sense, *refusal) {
	return senseOfDay(weekdayBefore(r.anchor.AddDays(-1), r.weekday)), nil
}

func resolveComingWeekday(r *reading, _ placing) (sense, *refusal) {
	return senseOfDay(weekdayAfter(r.anchor.AddDays(1), r.weekday)), nil
}

// resolveThatWeekday resolves "last", "this" and "next" before a weekday. Where
// the week of the anchor has the nearest, "last" and "next" leave open whether
// it or the one a week further is meant.
func resolveThatWeekday(r *reading, p placing) (sense, *refusal) {
	switch r.which {
	case 0:
		return resolveWeekdayOfWeek(r, p)
	case 1:
		d := weekdayAfter(r.anchor.AddDays(1), r.weekday)
		if weekOf(d) != weekOf(r.anchor) {
			return senseOfDay(d), nil
		}
		return oneOf(senseOfDay(d), senseOfDay(d.AddDays(7))), nil
	}
	d := weekdayBefore(r.anchor.AddDays(-1), r.weekday)
	if d.before(weekOf(r.anchor)) {
		return senseOfDay(d), nil
	}
	return oneOf(senseOfDay(d.AddDays(-7)), senseOfDay(d)), nil
}

func weekendFrom(saturday Day) sense { return senseWithinDays(saturday, saturday.AddDays(1)) }

// resolveWeekend is the last weekend that begins on or before a day, or the
// first that ends after it.
func resolveWeekend(_ *reading, p placing) (sense, *refusal) {
	s := weekendFrom(weekdayBefore(p.at, time.Saturday))
	if p.future {
		s = weekendFrom(weekdayAfter(p.at.AddDays(-1), time.Saturday))
	}
	s.cycle = cycleWeek
	return s, nil
}

func resolveLastWeekend(r *reading, _ placing) (sense, *refusal) {
	return weekendFrom(weekOf(r.anchor).AddDays(-2)), nil
}

func resolveThatWeekend(r *reading, p placing) (sense, *refusal) {
	switch r.which {
	case -1:
		return resolveLastWeekend(r, p)
	case 0:
		return weekendFrom(weekOf(r.anchor).AddDays(5)), nil
	}
	saturday := weekdayAfter(r.anchor.AddDays(1), time.Saturday)
	if weekOf(saturday) != weekOf(r.anchor) {
		return weekendFrom(saturday), nil
	}
	return oneOf(weekendFrom(saturday), weekendFrom(saturday.AddDays(7))), nil
}

func resolveComingWeekend(r *reading, _ placing) (sense, *refusal) {
	return weekendFrom(weekdayAfter(r.anchor.AddDays(1), time.Saturday)), nil
}

// relation is how "that", "following" and the like count.
type relation struct {
	from func(*reading) Day
	n    int64
}

var relations = map[string]relation{
	"this": {fromAnchor, 0}, "that": {fromTold, 0}, "same": {fromTold, 0},
	"following": {fromTold, 1}, "next": {fromTold, 1}, "the next": {fromTold, 1},
	"previous": {fromTold, -1}, "preceding": {fromTold, -1},
}

// related counts by the first word of a wording.
func related(make func(d Day, u unit, n int64) (sense, *refusal)) resolver {
	return func(r *reading, _ placing) (sense, *refusal) {
		rel := relations[r.words[r.start].text]
		return make(rel.from(r), r.unit, rel.n)
	}
}

func dayUnit(d Day, _ unit, n int64) (sense, *refusal) { return senseOfDay(d.AddDays(n)), nil }

func nightUnit(d Day, _ unit, n int64) (sense, *refusal) {
	return nightOf(senseOfDay(d.AddDays(n))), nil
}

// resolveAtTime resolves a time of day: the day, whatever its hour.
func resolveAtTime(r *reading, p placing) (sense, *refusal) {
	return each(r.kids[r.count-1], p, func(s sense) (sense, *refusal) {
		if !s.allDays() {
			return sense{}, &refusal{at: r.kids[r.count-1].at, expected: "a single day"}
		}
		return s, nil
	})
}

// resolveTimeOf is the same where the day comes first.
func resolveTimeOf(r *reading, p placing) (sense, *refusal) { return r.kids[0].resolve(p) }

// resolveMoment resolves a day with a time set off by a comma.
func resolveMoment(r *reading, p placing) (sense, *refusal) {
	return each(r.kids[0], p, func(s sense) (sense, *refusal) {
		if _, ok := s.day(); !ok {
			return sense{}, &refusal{at: r.kids[0].at, expected: "a single day"}
		}
		s.clock = r.written
		return s, nil
	})
}

// resolveNight resolves the night of a day, or of two in a row.
func resolveNight(r *reading, p placing) (sense, *refusal) {
	return each(r.kids[0], p, func(s sense) (sense, *refusal) {
		days := s.days()
		_, oneDay := s.day()
		twoDays := s.allDays() && s.kind != KindOneOf && days.first.AddDays(1) == days.last
		if !oneDay && !twoDays && !(s.kind == KindOneOf && s.allDays()) {
			return sense{}, &refusal{at: r.kids[0].at, expected: "a day, or two in a row"}
		}
		if twoDays {
			s = senseWithinDays(days.first, days.last)
		}
		return nightOf(s), nil
	})
}

// resolveNightInto resolves the night that leads to a day.
func resolveNightInto(r *reading, p placing) (sense, *refusal) {
	return each(r.kids[0], p, func(s sense) (sense, *refusal) {
		d, ok := s.day()
		if !ok {
			return sense{}, &refusal{at: r.kids[0].at, expected: "a single day"}
		}
		return nightOf(senseOfDay(d.AddDays(-1))), nil
	})
}

// resolveWeekOf resolves the week of a day, or a week by its first and last.
func resolveWeekOf(r *reading, p placing) (sense, *refusal) {
	return each(r.kids[0], p, func(s sense) (sense, *refusal) {
		if d, ok := s.day(); ok {
			return calendarUnit(d, unitWeek, 0)
		}
		if days := s.days(); s.kind == KindInterval && s.allDays() && days.last.Number()-days.first.Number() < 7 {
			return s, nil
		}
		return sense{}, &refusal{at: r.kids[0].at, expected: "a day, or the first and the last of a week"}
	})
}

// resolveWeekendOf resolves a weekend by one or both of its days.
func resolveWeekendOf(r *reading, p placing) (sense, *refusal) {
	return each(r.kids[0], p, func(s sense) (sense, *refusal) {
		if s.allDays() {
			days := s.days()
			saturday := weekdayBefore(days.first, time.Saturday)
			sunday := saturday.AddDays(1)
			if d, ok := s.day(); ok && !sunday.before(d) {
				return weekendFrom(saturday), nil
			}
			if s.kind != KindOneOf && days == (granule{saturday, sunday}) {
				return senseThroughout(partOf(saturday), partOf(sunday)), nil
			}
		}
		return sense{}, &refusal{at: r.kids[0].at, expected: "a Saturday, a Sunday or both"}
	})
}
