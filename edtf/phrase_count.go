package edtf

// counting is what a count leaves open.
type counting uint8

const (
	countWhole counting = iota // two days, a week
	countHalf                  // a year and a half
	countTwo                   // two or three days
	countSome                  // a few days, days: two of them or more
)

// isWhole reports whether a count is one number, which is 1 for a unit alone.
func (k *node) isWhole() bool { return k.row.count == countWhole }

func (k *node) number() int64 { return max(k.read.n, 1) }

// counted is what lies so many units from a day.
func counted(day from, sign int64) resolver {
	return func(r *reading, _ placing) (sense, *refusal) { return r.kids[0].counted(day(r), sign) }
}

// units returns a count as at least and at most so many units.
func (k *node) units() (u unit, near, far int64) {
	c := &k.read
	u, near, far = c.unit, k.number(), k.number()
	switch half := halfUnits[u]; {
	case k.row.count == countHalf:
		u, near = half.unit, half.n*(2*c.n+1)
		far = near
	case k.row.count == countTwo:
		near, far = min(c.n, c.m), max(c.n, c.m)
	case k.row.count == countSome:
		near, far = 2, 2
	}
	if u == unitHour {
		// The hour of the anchor is unknown.
		u, near, far = unitDay, near/24, (far+23)/24
	}
	return u, near, far
}

func (k *node) counted(from Day, sign int64) (sense, *refusal) {
	u, near, far := k.units()
	a, no := calendarUnit(from, u, min(near*sign, far*sign))
	if no != nil {
		return sense{}, no
	}
	b, no := calendarUnit(from, u, max(near*sign, far*sign))
	if no != nil {
		return sense{}, no
	}
	first, _ := a.limits()
	_, last := b.limits()
	switch {
	case k.row.count == countSome && sign < 0:
		return senseUpTo(last), nil
	case k.row.count == countSome:
		return senseFrom(first), nil
	case near == far:
		return a, nil
	}
	return senseWithin(first, last), nil
}

// reach returns the day that lies a count from another, or the farther of
// two counts; of hours, the last day on which that can be.
func (k *node) reach(from Day, sign int64) Day {
	u, _, far := k.units()
	return shift(from, u, sign*far)
}

// resolveOver resolves "more than a year ago" and "at least three days ago".
func resolveOver(r *reading, _ placing) (sense, *refusal) {
	return senseUpTo(partOf(r.kids[0].reach(r.anchor, -1))), nil
}

// past resolves "the past week": from so many before the anchor to it. Of no
// stated number only the end is known.
func past(kind Kind) resolver {
	return func(r *reading, _ placing) (sense, *refusal) {
		if r.kids[0].row.count == countSome {
			return senseEnding(partOf(r.anchor)), nil
		}
		return senseOfDays(kind, granule{r.kids[0].reach(r.anchor, -1), r.anchor}), nil
	}
}

// next resolves "the coming week": from so many days after the anchor, or with
// hours from it, to a count after it. Of no stated number it ends after one of
// the next larger unit.
func next(days int64) resolver {
	return func(r *reading, _ placing) (sense, *refusal) {
		from, u := r.anchor.AddDays(days), r.kids[0].read.unit
		if u == unitHour {
			from = r.anchor
		}
		if r.kids[0].row.count != countSome {
			return senseWithinDays(from, r.kids[0].reach(r.anchor, 1)), nil
		}
		larger := map[unit]unit{unitHour: unitDay, unitDay: unitWeek, unitWeek: unitMonth, unitFortnight: unitMonth, unitMonth: unitYear}[u]
		if larger == 0 {
			return senseFrom(partOf(from)), nil
		}
		return senseWithinDays(from, shift(r.anchor, larger, 1)), nil
	}
}

// untilNow is up to the anchor, all along or sometime.
func untilNow(make func(part) sense) resolver {
	return func(r *reading, _ placing) (sense, *refusal) { return make(partOf(r.anchor)), nil }
}

// nearly qualifies a counted date; "some months ago" has nothing to qualify.
func nearly(resolve resolver) resolver {
	return func(r *reading, p placing) (sense, *refusal) {
		s, no := resolve(r, p)
		switch {
		case no != nil || !s.isBounded() && r.words[r.start].text == "some":
			return s, no
		case !s.isBounded():
			return sense{}, unfit("a number")
		}
		return s.qualify(qualifierApproximate), nil
	}
}

// exactly is the day so many units from the anchor, or from a day in the wording;
// "a day from 1 to 9 February" is no such day.
func exactly(sign int64) resolver {
	return func(r *reading, _ placing) (sense, *refusal) {
		count, d, ok := r.kids[0], r.anchor, true
		if r.count > 1 {
			s, no := r.kids[1].choose(upcoming)
			if no != nil {
				return sense{}, no
			}
			d, ok = s.day()
		}
		if u := count.read.unit; !ok || !count.isWhole() || u == unitHour || u == unitDay && count.number() == 1 {
			return sense{}, unfit("a number of days, weeks, months or years from a single day")
		}
		return senseOfDay(count.reach(d, sign)), nil
	}
}

// unitsFrom is "three days after 4 August": counted from the day, or from each
// day of a range, or in months from a month.
func unitsFrom(sign int64) func(*reading, sense) (sense, bool) {
	return func(r *reading, s sense) (sense, bool) {
		count := r.kids[0]
		n, u := sign*count.number(), count.read.unit
		s = s.point()
		d, isDay := s.day()
		first, last := s.items[0].first, *s.items[len(s.items)-1].greatest()
		switch isRange := len(s.items) == 1 && s.allDays() && u >= unitDay && u < unitMonth; {
		case isDay:
			found, no := count.counted(d, sign)
			return found, no == nil
		case count.isWhole() && isRange && first.qualifier|last.qualifier == 0:
			moved := senseThroughout(partOf(shift(first.exactDay(), u, n)), partOf(shift(last.exactDay(), u, n)))
			moved.kind = s.kind
			return moved, true
		case count.isWhole() && s.kind == KindDate && first.qualifier == 0 && s.unit != 0 && u >= unitMonth && (u == s.unit || u >= unitYear && u > s.unit):
			found, no := calendarUnit(s.days().first, u, n)
			return found, no == nil
		}
		return s, false
	}
}
