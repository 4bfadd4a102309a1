package edtf

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
	night              bool // of two days, so that no range begins or ends with it
	clock              *word
}

// cycle is how often a date without its year, month or week comes round.
type cycle uint8

const (
	cycleWeek cycle = iota + 1
	cycleMonth
	cycleYear
)

// refusal says what was expected of the words that start with one of them.
type refusal struct {
	at       int // -1 when not yet known
	expected string
	readings [2]Date // when the words fit two dates
	absent   bool    // the year has none, but another one may
}

func unfit(expected string) *refusal { return &refusal{at: -1, expected: expected} }

func yearPart(year int64) part {
	return part{year: year, precision: PrecisionYear, negative: year < 0}
}

func monthPart(year int64, month uint8) part {
	return part{year: year, month: month, precision: PrecisionMonth, negative: year < 0}
}

func decadePart(year int64) part {
	p := yearPart(year)
	p.mask = maskYearOnes
	return p
}

// monthOf returns the month a day lies in.
func monthOf(d Day) part { return monthPart(d.year, d.month) }

func senseOf(p part) sense {
	return sense{kind: KindDate, items: []setItem{{first: p, kind: itemDate}}}
}

func senseOfDay(d Day) sense { return senseOf(partOf(d)) }

// senseWithin is sometime from a to b.
func senseWithin(a, b part) sense {
	if a == b {
		return senseOf(a)
	}
	return sense{kind: KindOneOf, items: []setItem{{first: a, last: b, kind: itemRange}}}
}

func senseWithinDays(a, b Day) sense { return senseWithin(partOf(a), partOf(b)) }

// senseThroughout is from a to b all along.
func senseThroughout(a, b part) sense {
	return sense{kind: KindInterval, items: []setItem{{first: a, last: b, kind: itemRange}}}
}

// senseEnding ends at b; nothing is known of its start.
func senseEnding(b part) sense {
	s := senseThroughout(part{}, b)
	s.startKind = EndUnknown
	return s
}

func senseUpTo(p part) sense {
	return sense{kind: KindOneOf, items: []setItem{{first: p, kind: itemUpTo}}}
}

func senseFrom(p part) sense {
	return sense{kind: KindOneOf, items: []setItem{{first: p, kind: itemFrom}}}
}

// date writes s as EDTF, and refuses what cannot be written.
func (s *sense) date() (Date, *refusal) {
	for i := range s.items {
		if s.items[i].first.isLong() || s.items[i].last.isLong() {
			return Date{}, unfit("a date within the years -9999 to 9999")
		}
	}
	var text []byte
	first, last := &s.items[0].first, &s.items[0].last
	switch s.kind {
	case KindDate:
		text = first.append(text)
	case KindInterval:
		text = appendEnd(text, s.startKind, first)
		text = appendEnd(append(text, '/'), s.endKind, last)
	default:
		text = s.appendItems(text)
	}
	if s.clock != nil {
		text = s.clock.appendTime(text)
	}
	d, err := Parse(string(text))
	if err != nil {
		return Date{}, unfit("a second date that does not lie before the first")
	}
	return d, nil
}

// appendItems writes a set.
func (s *sense) appendItems(b []byte) []byte {
	brackets := "[]"
	if s.kind == KindAllOf {
		brackets = "{}"
	}
	b = append(b, brackets[0])
	for i := range s.items {
		it := &s.items[i]
		if i > 0 {
			b = append(b, ',')
		}
		if it.kind == itemUpTo {
			b = append(b, ".."...)
		}
		b = it.first.append(b)
		if it.kind == itemFrom || it.kind == itemRange {
			b = append(b, ".."...)
		}
		if it.kind == itemRange {
			b = it.last.append(b)
		}
	}
	return append(b, brackets[1])
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
		return s.startKind != EndOpen && s.startKind != EndUnknown && s.endKind != EndOpen && s.endKind != EndUnknown
	case KindOneOf, KindAllOf:
		return s.items[0].kind != itemUpTo && s.items[len(s.items)-1].kind != itemFrom
	}
	return s.kind == KindDate
}

// limits returns the first and the last date within a bounded s, with years in
// full.
func (s *sense) limits() (first, last part) {
	first, last = s.items[0].first, *s.items[len(s.items)-1].greatest()
	if first.mask&maskYear != 0 {
		y := first.years()
		first.year, first.mask = y.at(0), first.mask&^maskYear
	}
	if last.mask&maskYear != 0 {
		y := last.years()
		last.year, last.mask = y.at(y.count-1), last.mask&^maskYear
	}
	return first, last
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

// rule returns the days that the rule of the year looks at.
func (s *sense) rule() granule {
	if !s.near.first.IsZero() {
		return s.near
	}
	return s.days()
}

// hasSeason reports whether the days of s depend on the place.
func (s *sense) hasSeason() bool {
	for i := range s.items {
		if s.items[i].first.isSeason() || s.items[i].greatest().isSeason() {
			return true
		}
	}
	return false
}

// day returns the one day that s is.
func (s *sense) day() (Day, bool) {
	if s.kind != KindDate || !s.items[0].first.isDay() || s.items[0].first.qualifier != 0 {
		return Day{}, false
	}
	return s.items[0].first.exactDay(), true
}

const (
	wantWindow   = "a date with a first and a last day"
	wantNoSeason = "no season beside other dates, as its days depend on the place"
)

// end returns one end of an interval. A date stands as it is; of a window, which
// EDTF cannot write there, its first day or later, or its last day or earlier.
func (s *sense) end(atStart bool) (EndKind, part, *refusal) {
	if s.kind == KindDate {
		return EndDate, s.items[0].first, nil
	}
	if !s.isBounded() {
		return 0, part{}, unfit(wantWindow)
	}
	a, b := s.limits()
	switch {
	case s.night:
		return 0, part{}, unfit("a day, not a night")
	case s.hasSeason():
		return 0, part{}, unfit(wantNoSeason)
	case a.qualifier|b.qualifier != 0:
		return 0, part{}, unfit("no approximate or uncertain window at an end of an interval")
	case atStart:
		return EndOnOrAfter, partOf(s.days().first), nil
	}
	return EndOnOrBefore, partOf(s.days().last), nil
}

// qualify puts a qualifier on every date of s.
func (s *sense) qualify(q qualifier) {
	for i := range s.items {
		it := &s.items[i]
		it.first.qualify(q)
		if it.kind == itemRange {
			it.last.qualify(q)
		}
	}
	s.edge = Day{}
}

func (p *part) qualify(q qualifier) {
	for i := range p.precision {
		p.qualifier |= q << i
	}
}

// neighbour returns the date of the same precision right before or after p,
// for a step of −1 or 1. Only a year may be long.
func (p part) neighbour(step int64) part {
	switch {
	case p.precision == PrecisionDay:
		return partOf(p.exactDay().AddDays(step))
	case p.precision == PrecisionMonth && p.month <= 12:
		return monthOf(Day{p.year, p.month, 1}.addMonths(step))
	case p.precision == PrecisionMonth:
		first, count := subYearCodes(p.month)
		n := int64(p.month-first) + step
		p.month, p.year = first+uint8((n+count)%count), p.year+(n+count)/count-1
	default:
		p.year += step
	}
	p.negative = p.year < 0
	return p
}

// subYearCodes returns the first code that divides a year as the given one
// does, and how many there are.
func subYearCodes(code uint8) (first uint8, count int64) {
	switch {
	case code < codeQuarter1:
		return code - (code-codeSpring)%4, 4
	case code < codeQuadrimester1:
		return codeQuarter1, 4
	case code < codeSemestral1:
		return codeQuadrimester1, 3
	}
	return codeSemestral1, 2
}
