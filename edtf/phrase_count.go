package edtf

// isWhole reports whether a count is one whole number.
func (k *node) isWhole() bool { return k.row.count == countWhole }

// number returns the count, 1 for a unit alone.
func (k *node) number() int64 { return max(k.read.n, 1) }

// counting is what a count leaves open.
type counting uint8

const (
	countWhole counting = iota // two days, a week
	countHalf                  // a year and a half
	countTwo                   // two or three days
	countSome                  // a few days, days
)

// counted returns what lies so many units from a day.
func counted(from func(*reading) Day, sign int64) resolver {
	return func(r *reading, _ placing) (sense, *refusal) { return r.kids[0].counted(from(r), sign) }
}

// approximately qualifies what another resolver gives.
func approximately(resolve resolver) resolver {
	return func(r *reading, p placing) (sense, *refusal) {
		s, no := resolve(r, p)
		if no == nil {
			s.qualify(qualifierApproximate)
		}
		return s, no
	}
}

func fromAnchor(r *reading) Day { return r.anchor }
func fromTold(r *reading) Day   { return r.told }

func (k *node) counted(from Day, sign int64) (sense, *refusal) {
	c := &k.read
	if c.unit == unitHour && k.row.count != countSome {
		return c.hours(from, sign), nil
	}
	switch k.row.count {
	case countSome:
		// Two is the least number of what is in the plural.
		s, no := calendarUnit(from, max(c.unit, unitDay), 2*sign)
		if no != nil {
			return sense{}, no
		}
		first, last := s.limits()
		if c.unit == unitHour {
			first, last = partOf(from), partOf(from)
		}
		if sign < 0 {
			return senseUpTo(last), nil
		}
		return senseFrom(first), nil
	case countHalf:
		switch c.unit {
		case unitYear:
			return calendarUnit(from, unitMonth, sign*(12*c.n+6))
		case unitDecade:
			return calendarUnit(from, unitYear, sign*(10*c.n+5))
		case unitCentury:
			return calendarUnit(from, unitYear, sign*(100*c.n+50))
		}
		return sense{}, unfit("a half of a year, a decade or a century")
	case countTwo:
		near, no := calendarUnit(from, c.unit, sign*min(c.n, c.m))
		if no != nil {
			return sense{}, no
		}
		far, no := calendarUnit(from, c.unit, sign*max(c.n, c.m))
		if no != nil {
			return sense{}, no
		}
		if sign < 0 {
			near, far = far, near
		}
		first, _ := near.limits()
		_, last := far.limits()
		return senseWithin(first, last), nil
	}
	return calendarUnit(from, c.unit, sign*k.number())
}

// resolveNearly qualifies a counted date; "some months ago" has nothing to
// qualify.
func resolveNearly(r *reading, p placing) (sense, *refusal) {
	if s, no := r.kids[0].resolve(p); no == nil && !s.isBounded() && r.words[r.start].text == "some" {
		return s, nil
	}
	return qualified(qualifierApproximate)(r, p)
}

// hours are on one of two days, as the hour of the anchor is unknown, or on one
// day when they make whole days.
func (c *reading) hours(from Day, sign int64) sense {
	near, far := from.AddDays(sign*(min(c.n, max(c.m, c.n))/24)), from.AddDays(sign*((max(c.n, c.m)+23)/24))
	if sign < 0 {
		near, far = far, near
	}
	return senseWithinDays(near, far)
}

// reach returns the day that lies a whole count from the anchor, or the
// farther of two counts; of hours, the last day on which that can be.
func (k *node) reach(sign int64) Day {
	c := &k.read
	n := max(c.n, c.m, 1)
	if c.unit == unitHour {
		return c.anchor.AddDays(sign * ((n + 23) / 24))
	}
	if k.row.count == countHalf {
		return shift(shift(c.anchor, c.unit, sign*c.n), unitMonth, sign*map[unit]int64{unitYear: 6, unitDecade: 60, unitCentury: 600}[c.unit])
	}
	return shift(c.anchor, c.unit, sign*n)
}

// resolveOver resolves "more than a year ago" and "at least three days ago".
func resolveOver(r *reading, _ placing) (sense, *refusal) {
	return senseUpTo(partOf(r.kids[0].reach(-1))), nil
}

// resolvePast resolves "the past week": from so many before the anchor to it.
// Of no stated number only the end is known.
func resolvePast(r *reading, _ placing) (sense, *refusal) {
	if r.kids[0].row.count == countSome {
		return senseEnding(partOf(r.anchor)), nil
	}
	return senseWithinDays(r.kids[0].reach(-1), r.anchor), nil
}

func resolveOverPast(r *reading, p placing) (sense, *refusal) {
	s, no := resolvePast(r, p)
	if s.kind == KindOneOf {
		s.kind = KindInterval
	}
	return s, no
}

// resolveNext resolves "the coming week": from the day after the anchor, or
// with hours from it, to so many after it. Of no stated number it ends after
// one of the next larger unit.
func resolveNext(r *reading, _ placing) (sense, *refusal) {
	from, c := r.anchor.AddDays(1), &r.kids[0].read
	if r.kids[0].row.count != countSome {
		if c.unit == unitHour {
			from = r.anchor
		}
		return senseWithinDays(from, r.kids[0].reach(1)), nil
	}
	switch c.unit {
	case unitHour:
		return senseWithinDays(r.anchor, from), nil
	case unitDay:
		return senseWithinDays(from, shift(r.anchor, unitWeek, 1)), nil
	case unitWeek, unitFortnight:
		return senseWithinDays(from, shift(r.anchor, unitMonth, 1)), nil
	case unitMonth:
		return senseWithinDays(from, shift(r.anchor, unitYear, 1)), nil
	}
	return senseFrom(partOf(from)), nil
}

func resolveWithin(r *reading, _ placing) (sense, *refusal) {
	if r.kids[0].row.count == countSome {
		return sense{}, unfit("a number")
	}
	return senseWithinDays(r.anchor, r.kids[0].reach(1)), nil
}

func resolveRecent(r *reading, _ placing) (sense, *refusal) {
	return senseEnding(partOf(r.anchor)), nil
}

func resolveRecently(r *reading, _ placing) (sense, *refusal) {
	return senseUpTo(partOf(r.anchor)), nil
}

// unitsFrom resolves "three days after 4 August": counted from the day, or from
// each day of a range, or in months from a month.
func unitsFrom(sign int64) resolver {
	return func(r *reading, p placing) (sense, *refusal) {
		count := r.kids[0]
		return each(r.kids[1], p, func(s sense) (sense, *refusal) {
			if d, ok := s.day(); ok {
				return count.counted(d, sign)
			}
			s = s.point()
			first, last := &s.items[0].first, s.items[len(s.items)-1].greatest()
			n, u := sign*count.number(), count.read.unit
			switch whole := count.isWhole(); {
			case whole && len(s.items) == 1 && first.isDay() && last.isDay() && s.isBounded() && (u == unitDay || u == unitWeek || u == unitFortnight):
				return s.moved(func(d Day) Day { return shift(d, u, n) }), nil
			case whole && s.kind == KindDate && s.unit != 0 && (u == s.unit || u > unitMonth && u > s.unit):
				return calendarUnit(s.days().first, u, n)
			}
			return sense{}, &refusal{at: r.kids[1].at, expected: "a single day"}
		})
	}
}

// moved moves the days of s.
func (s sense) moved(move func(Day) Day) sense {
	items := append([]setItem(nil), s.items...)
	for i := range items {
		items[i].first = partOf(move(items[i].first.exactDay()))
		if items[i].kind == itemRange {
			items[i].last = partOf(move(items[i].last.exactDay()))
		}
	}
	s.items, s.edge, s.near = items, Day{}, granule{}
	return s
}
