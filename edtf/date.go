package edtf

import (
	"errors"
	"fmt"
	"time"
)

// Kind is what a [Date] is.
type Kind uint8

const (
	// KindNone is the kind of the zero Date only.
	KindNone Kind = iota
	// KindDate is a year, a year with a month or a sub-year code, or a day,
	// possibly with unspecified digits.
	KindDate
	// KindDateTime is a day with a time of day.
	KindDateTime
	// KindInterval has a start and an end.
	KindInterval
	// KindOneOf is a set in square brackets: one of its members.
	KindOneOf
	// KindAllOf is a set in braces: all of its members.
	KindAllOf
)

var kindNames = [...]string{"none", "date", "date-time", "interval", "one of a set", "all of a set"}

// String returns "none", "date", "date-time", "interval", "one of a set" or
// "all of a set".
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "invalid"
}

// EndKind is how the start or the end of an interval is stated.
type EndKind uint8

const (
	// EndDate is a date: the interval starts or ends sometime within it.
	EndDate EndKind = iota
	// EndOpen is "..": the interval has no start or no end.
	EndOpen
	// EndUnknown is empty: nothing is known of the start or the end.
	EndUnknown
	// EndOnOrBefore is ".." before a date: the start or the end lies on or
	// before it (ISO 8601-2, 10.6).
	EndOnOrBefore
	// EndOnOrAfter is ".." after a date: the start or the end lies on or
	// after it (ISO 8601-2, 10.6).
	EndOnOrAfter
)

var endKindNames = [...]string{"date", "open", "unknown", "on or before", "on or after"}

// String returns "date", "open", "unknown", "on or before" or "on or after".
func (k EndKind) String() string {
	if int(k) < len(endKindNames) {
		return endKindNames[k]
	}
	return "invalid"
}

// Date is any EDTF value: a date, a date-time, an interval or a set. It is
// immutable and safe for concurrent use.
//
// The zero Date is an absent date: IsZero reports it, its texts are empty and
// all its bounds are unknown. In JSON, omitzero leaves it out.
//
// Compare Dates with [Date.Equal]; == also compares the source texts. A Date
// keeps the string it was parsed from, and so the memory behind that string.
type Date struct {
	source     string // empty when built without text
	start, end part   // the date itself, or the ends of an interval
	second     int32  // of a date-time, counted in its own zone
	shift      int16  // minutes ahead of UTC
	kind       Kind
	startKind  EndKind
	endKind    EndKind
	zoned      bool
	leap       bool // the leap second after second
	canonical  bool // source is canonical text
}

// FromDay returns the date of one day, such as "2024-08-07"; for the zero Day
// it returns the zero Date. EDTF writes no days beyond the years −9999 to
// 9999: there FromDay returns the year, whose bounds hold the day.
func FromDay(d Day) Date {
	if d.IsZero() {
		return Date{}
	}
	p := partOf(d)
	if p.isLong() {
		p.month, p.day, p.precision = 0, 0, PrecisionYear
	}
	return Date{start: p, kind: KindDate}
}

// FromTime returns the date-time of the second in which t lies, with the time
// shift of its location, or in UTC where that shift is no whole number of
// minutes or above 14 hours. Beyond the years −9999 to 9999, which EDTF gives
// no times, it returns the year.
func FromTime(t time.Time) Date {
	_, offset := t.Zone()
	if offset%60 != 0 || offset > maxShift*60 || offset < -maxShift*60 {
		t, offset = t.UTC(), 0
	}
	d := FromDay(DayFromTime(t))
	if !d.start.isDay() {
		return d
	}
	d.kind, d.zoned, d.shift = KindDateTime, true, int16(offset/60)
	d.second = int32(t.Hour()*3600 + t.Minute()*60 + t.Second())
	return d
}

var errDayRange = errors.New("expected a day of the years -9999 to 9999")

// dayParts checks the days of an interval or a set.
func dayParts(first, last Day) (a, b part, err error) {
	a, b = partOf(first), partOf(last)
	for _, d := range [2]Day{first, last} {
		if d.IsZero() || d.year > 9999 || d.year < -9999 {
			return a, b, fmt.Errorf("edtf: day %q: %w", d.String(), errDayRange)
		}
	}
	if last.before(first) {
		return a, b, fmt.Errorf("edtf: last day %q: expected it on or after the first day %q", last.String(), first.String())
	}
	return a, b, nil
}

// OneOfDays returns "[2024-07-21..2024-07-31]": sometime from the first to the
// last day, both included; with first equal to last it returns that day. It is
// an error when either day is zero, beyond the years −9999 to 9999, or when
// last is before first.
func OneOfDays(first, last Day) (Date, error) {
	if _, _, err := dayParts(first, last); err != nil {
		return Date{}, err
	}
	if first == last {
		return FromDay(first), nil
	}
	text := append(last.append(append(first.append([]byte{'['}), "..."[:2]...)), ']')
	return Date{source: string(text), kind: KindOneOf, canonical: true}, nil
}

// Span returns "2024-07-25/2024-07-27": throughout the days from the first to
// the last, both included. It is an error when either day is zero, beyond the
// years −9999 to 9999, or when last is before first.
func Span(first, last Day) (Date, error) {
	a, b, err := dayParts(first, last)
	if err != nil {
		return Date{}, err
	}
	return Date{start: a, end: b, kind: KindInterval}, nil
}

// IsZero reports whether d is the absent date.
func (d Date) IsZero() bool { return d.kind == KindNone }

// Kind tells what d is.
func (d Date) Kind() Kind { return d.kind }

// isSet reports whether d is a set, of either kind.
func (d *Date) isSet() bool { return d.kind == KindOneOf || d.kind == KindAllOf }

// Day returns the day d is, and true, if d is one exact day or a date-time:
// then it is the day as written, in the zone of the date-time. A qualified day
// is one exact day too.
func (d Date) Day() (Day, bool) {
	if (d.kind == KindDate || d.kind == KindDateTime) && d.start.isDay() {
		return d.start.exactDay(), true
	}
	return Day{}, false
}

// Level returns the lowest conformance level of the specification, 0, 1 or 2,
// that has the canonical text of d; 0 for the zero Date.
func (d Date) Level() int {
	switch d.kind {
	case KindDate, KindDateTime:
		return d.start.level()
	case KindInterval:
		level := 0
		for _, end := range [2]struct {
			kind EndKind
			p    *part
		}{{d.startKind, &d.start}, {d.endKind, &d.end}} {
			switch {
			case end.kind == EndOpen || end.kind == EndUnknown:
				level = max(level, 1)
			case end.kind != EndDate || end.p.mask != 0:
				return 2
			default:
				level = max(level, end.p.level())
			}
		}
		return level
	case KindOneOf, KindAllOf:
		return 2
	}
	return 0
}

func (p *part) level() int {
	if p.exponent > 0 || p.digits > 0 || p.month >= codeSpringNorth {
		return 2
	}
	level := 0
	if p.negative || p.isLong() || p.month >= codeSpring || p.qualifier != 0 || p.mask != 0 {
		level = 1
	}
	if p.qualifier != 0 && p.sharedRun() != int(p.precision) {
		return 2
	}
	switch p.mask {
	case 0, maskDay, maskMonth | maskDay:
		return level
	case maskMonth:
		if p.precision == PrecisionMonth {
			return level
		}
	case maskYearOnes, maskYearOnes | maskYearTens:
		if p.precision == PrecisionYear {
			return level
		}
	}
	return 2
}

// Equal reports whether d and other say the same in the same way: whether
// their canonical texts are the same.
func (d Date) Equal(other Date) bool {
	if d.isSet() && d.kind == other.kind {
		if d.canonical && other.canonical {
			return d.source == other.source
		}
		a, b := d.items(), other.items()
		for a.read() {
			if !b.read() || a.item != b.item {
				return false
			}
		}
		return !b.read()
	}
	d.source, other.source = "", ""
	d.canonical, other.canonical = false, false
	return d == other
}

// Compare orders dates by when they start and end. It is a total order: the
// zero Date, then by earliest start, latest end, latest start and earliest end
// as [Bound.Compare] orders them, with default Options, and then by canonical
// text. It is 0 exactly if the dates are Equal.
func (d Date) Compare(other Date) int {
	if d.kind == KindNone || other.kind == KindNone {
		return compareBool(d.kind != KindNone, other.kind != KindNone)
	}
	a, b := d.Bounds(), other.Bounds()
	if c := a.EarliestStart.Compare(b.EarliestStart); c != 0 {
		return c
	}
	if c := a.LatestEnd.Compare(b.LatestEnd); c != 0 {
		return c
	}
	if c := a.LatestStart.Compare(b.LatestStart); c != 0 {
		return c
	}
	if c := a.EarliestEnd.Compare(b.EarliestEnd); c != 0 {
		return c
	}
	if d.Equal(other) {
		return 0
	}
	if d.String() < other.String() {
		return -1
	}
	return 1
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
