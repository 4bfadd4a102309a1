package edtf

import "slices"

// sense is the date a wording stands for, before it is written as EDTF.
type sense struct {
	kind               Kind
	items              []setItem // one for a date; one, a range, for an interval
	startKind, endKind EndKind   // of an interval
	cycle              cycle     // how often the wording comes round; 0 for one date
	unit               unit      // of a period, 0 for other dates
	near               granule   // the days that the rule of the year looks at, if not all
	edge               Day       // of "the start of" and "the end of" a period
	atEnd              bool
	clock              *word // of a date-time
}

// refusal says what was expected of the words that start with one of them.
type refusal struct {
	at       int // -1 when not yet known
	expected string
	readings [2]Date // when the words fit two dates
	absent   bool    // the year has none, but another one may
}

func unfit(expected string) *refusal { return &refusal{at: -1, expected: expected} }

func senseOf(p part) sense {
	return sense{kind: KindDate, items: []setItem{{first: p, kind: itemDate}}}
}

func senseOfDay(d Day) sense { return senseOf(partOf(d)) }

// ofUnit says that s is a period of the calendar.
func (s sense) ofUnit(u unit) sense {
	s.unit = u
	return s
}

func senseOfItem(kind Kind, it setItem) sense { return sense{kind: kind, items: []setItem{it}} }

// senseWithin is sometime from a to b.
func senseWithin(a, b part) sense {
	if a == b {
		return senseOf(a)
	}
	return senseOfItem(KindOneOf, setItem{first: a, last: b, kind: itemRange})
}

func senseWithinDays(a, b Day) sense { return senseWithin(partOf(a), partOf(b)) }

// senseThroughout is from a to b, all along.
func senseThroughout(a, b part) sense {
	return senseOfItem(KindInterval, setItem{first: a, last: b, kind: itemRange})
}

// senseOfDays is throughout days for KindInterval, else sometime on them.
func senseOfDays(kind Kind, days granule) sense {
	if kind == KindInterval {
		return senseThroughout(partOf(days.first), partOf(days.last))
	}
	return senseWithinDays(days.first, days.last)
}

// senseEnding ends at b; nothing is known of its start.
func senseEnding(b part) sense {
	return sense{kind: KindInterval, items: []setItem{{last: b, kind: itemRange}}, startKind: EndUnknown}
}

// senseUpTo is on p or before, and senseFrom on p or after.
func senseUpTo(p part) sense { return senseOfItem(KindOneOf, setItem{first: p, kind: itemUpTo}) }
func senseFrom(p part) sense { return senseOfItem(KindOneOf, setItem{first: p, kind: itemFrom}) }

// oneOf is one of two dates.
func oneOf(a, b sense) sense {
	return sense{kind: KindOneOf, items: append(append([]setItem(nil), a.items...), b.items...)}
}

// date writes s as EDTF, and refuses what cannot be written.
func (s *sense) date() (Date, *refusal) {
	d := Date{kind: s.kind, start: s.items[0].first, end: s.items[0].last, startKind: s.startKind, endKind: s.endKind}
	if s.clock != nil {
		d.kind, d.second, d.leap, d.zoned, d.shift = KindDateTime, s.clock.second, s.clock.leap, s.clock.zoned, s.clock.shift
	}
	text := []byte{"[{"[d.kind/KindAllOf]}
	for i := range s.items {
		if s.items[i].first.isLong() || s.items[i].last.isLong() {
			return Date{}, unfit("a date within the years -9999 to 9999")
		}
		if i > 0 {
			text = append(text, ',')
		}
		text = s.items[i].append(text)
	}
	if text = append(text, "]}"[d.kind/KindAllOf]); !d.isSet() {
		text = d.appendCanonical(text[:0])
	}
	d, err := Parse(string(text))
	if err != nil {
		return Date{}, unfit("a second date that does not lie before the first")
	}
	return d, nil
}

// point returns the first or the last day that "the start of" or "the end of"
// a period stands for beside words that need a limit, and else s.
func (s sense) point() sense {
	if s.edge.IsZero() {
		return s
	}
	d := senseOfDay(s.edge)
	d.cycle = s.cycle
	return d
}

// isBounded reports whether s has a first and a last date.
func (s *sense) isBounded() bool {
	switch s.kind {
	case KindInterval:
		return isLimit(s.startKind, EndOnOrAfter) && isLimit(s.endKind, EndOnOrBefore)
	case KindOneOf, KindAllOf:
		return s.items[0].kind != itemUpTo && s.items[len(s.items)-1].kind != itemFrom
	}
	return s.kind == KindDate
}

// limits returns the first and the last date within a bounded s, with years in
// full.
func (s *sense) limits() (first, last part) {
	first, last = s.items[0].first, *s.items[len(s.items)-1].greatest()
	from, to := first.years(), last.years()
	first.year, last.year = from.at(0), to.at(to.count-1)
	first.mask, last.mask = first.mask&^maskYear, last.mask&^maskYear
	return first, last
}

// rule returns the days that the rule of the year looks at.
func (s *sense) rule() granule {
	if s.near != (granule{}) {
		return s.near
	}
	return s.days()
}

// days returns the first and the last day of a bounded s; of a season, in the
// north.
func (s *sense) days() granule {
	a, b := s.limits()
	var o Options
	from, _ := a.granules(&o)
	_, to := b.granules(&o)
	return granule{from.first, to.last}
}

// hasSeason reports whether the days of s depend on the place.
func (s *sense) hasSeason() bool {
	return slices.ContainsFunc(s.items, func(it setItem) bool { return it.first.isSeason() || it.last.isSeason() })
}

// day returns the one day that s is.
func (s *sense) day() (Day, bool) {
	d := &s.items[0].first
	return d.exactDay(), s.kind == KindDate && d.isDay() && d.qualifier == 0
}

// allDays reports whether s is days only.
func (s *sense) allDays() bool {
	other := func(it setItem) bool { return !it.first.isDay() || !it.greatest().isDay() }
	return s.isBounded() && !slices.ContainsFunc(s.items, other)
}

const wantWindow = "a date with a first and a last day"

// end returns one end of an interval. A date stands as it is; of a window, which
// EDTF cannot write there, its first day or later, or its last day or earlier.
func (s *sense) end(atStart bool) (EndKind, part, *refusal) {
	switch it := &s.items[0]; {
	case s.kind == KindDate:
		return EndDate, it.first, nil
	case s.kind == KindOneOf && it.kind == itemUpTo && len(s.items) == 1:
		return EndOnOrBefore, it.first, nil
	case s.kind == KindOneOf && it.kind == itemFrom:
		return EndOnOrAfter, it.first, nil
	case !s.isBounded():
		return 0, part{}, unfit(wantWindow)
	case s.hasSeason():
		return 0, part{}, unfit("no season beside other dates, as its days depend on the place")
	}
	a, b := s.limits()
	switch {
	case a.qualifier|b.qualifier != 0:
		return 0, part{}, unfit("no approximate or uncertain window at an end of an interval")
	case atStart:
		return EndOnOrAfter, partOf(s.days().first), nil
	}
	return EndOnOrBefore, partOf(s.days().last), nil
}

// qualify puts a qualifier on every date of s.
func (s sense) qualify(q qualifier) sense {
	s.items = append([]setItem(nil), s.items...)
	for i := range s.items {
		it := &s.items[i]
		it.first.qualify(q, it.first.components())
		if it.kind == itemRange {
			it.last.qualify(q, it.last.components())
		}
	}
	s.edge = Day{}
	return s
}
