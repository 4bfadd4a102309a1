package edtf

import (
	"cmp"
	"time"
)

// BoundKind tells what a [Bound] is.
type BoundKind uint8

const (
	// BoundUnknown says that nothing is stated, as at the empty end of
	// "1985/". It is the zero kind.
	BoundUnknown BoundKind = iota
	// BoundDay is a whole day.
	BoundDay
	// BoundInstant is one second of UTC, given by a date-time with a zone.
	BoundInstant
	// BoundOpen is no limit, as at the ".." end of "1985/..".
	BoundOpen
)

var boundKindNames = [...]string{"unknown", "day", "instant", "open"}

// String returns "unknown", "day", "instant" or "open".
func (k BoundKind) String() string {
	if int(k) < len(boundKindNames) {
		return boundKindNames[k]
	}
	return "invalid"
}

// Bound is one end of what is known of a start or an end: a day, an instant,
// open, or unknown, which is the zero Bound. Bounds are inclusive. Two Bounds
// are the same exactly if they are ==.
type Bound struct {
	year       int64
	second     int32 // of the UTC day; 86400 is a leap second
	month, day uint8
	kind       BoundKind
	infinite   int8 // the sign of an open bound
}

var (
	openPast   = Bound{kind: BoundOpen, infinite: -1}
	openFuture = Bound{kind: BoundOpen, infinite: +1}
)

// OpenPast returns the open bound before all days.
func OpenPast() Bound { return openPast }

// OpenFuture returns the open bound after all days.
func OpenFuture() Bound { return openFuture }

// DayBound returns the bound on day d; for the zero Day it is unknown.
func DayBound(d Day) Bound {
	if d.IsZero() {
		return Bound{}
	}
	return dayBound(d)
}

func dayBound(d Day) Bound {
	return Bound{year: d.year, month: d.month, day: d.day, kind: BoundDay}
}

// InstantBound returns the bound on the second in which t lies.
func InstantBound(t time.Time) Bound {
	t = t.UTC()
	b := dayBound(DayFromTime(t))
	b.kind = BoundInstant
	b.second = int32(t.Hour()*3600 + t.Minute()*60 + t.Second())
	return b
}

// Kind tells which of the four kinds b is.
func (b Bound) Kind() BoundKind { return b.kind }

// isPlaced reports whether b is a day or an instant.
func (b Bound) isPlaced() bool { return b.kind == BoundDay || b.kind == BoundInstant }

// Day returns the day of a BoundDay and the UTC day of a BoundInstant, else
// the zero Day.
func (b Bound) Day() Day { return Day{b.year, b.month, b.day} }

// Infinite returns the direction of a BoundOpen: -1 when it lies before all
// days, +1 when after all; for other kinds it returns 0.
func (b Bound) Infinite() int { return int(b.infinite) }

// Unix returns the seconds from 1970-01-01T00:00:00Z to a BoundInstant, and
// false for every other kind. A leap second has the number of the second that
// follows it, as in POSIX.
func (b Bound) Unix() (int64, bool) {
	if b.kind != BoundInstant {
		return 0, false
	}
	return b.Day().Number()*86400 + int64(b.second), true
}

// Time returns a BoundInstant in UTC, and false for every other kind. A leap
// second is given as the second that follows it.
func (b Bound) Time() (time.Time, bool) {
	seconds, ok := b.Unix()
	if !ok {
		return time.Time{}, false
	}
	return time.Unix(seconds, 0).UTC(), true
}

// Equal reports whether b and other are the same bound, as == does; comparing
// packages look for this method.
func (b Bound) Equal(other Bound) bool { return b == other }

// Compare orders bounds by time: open past, unknown, then days and instants,
// open future. A day comes before the instants within it.
func (b Bound) Compare(other Bound) int {
	if b.kind == BoundDay && other.kind == BoundDay {
		return cmp.Compare(b.Day().order(other.Day()), 0)
	}
	if c := cmp.Compare(b.rank(), other.rank()); c != 0 || b.rank() != 2 {
		return c
	}
	return cmp.Or(cmp.Compare(b.Day().order(other.Day()), 0),
		cmp.Compare(b.kind, other.kind), cmp.Compare(b.second, other.second))
}

func (b Bound) rank() int {
	switch {
	case b.infinite < 0:
		return 0
	case b.infinite > 0:
		return 3
	case b.kind == BoundUnknown:
		return 1
	}
	return 2
}

// String returns "unknown", "-inf", "+inf", the day as [Day.String] prints it,
// or the instant in the form of RFC 3339, such as "1985-04-12T23:20:30Z".
func (b Bound) String() string {
	var buf [48]byte
	return string(b.append(buf[:0]))
}

func (b Bound) append(out []byte) []byte {
	switch {
	case b.infinite < 0:
		return append(out, "-inf"...)
	case b.infinite > 0:
		return append(out, "+inf"...)
	case b.kind == BoundUnknown:
		return append(out, "unknown"...)
	}
	out = b.Day().append(out)
	if b.kind == BoundInstant {
		out = append(appendClock(append(out, 'T'), b.second), 'Z')
	}
	return out
}

// appendClock writes hh:mm:ss; second 86400 is the leap second of a day.
func appendClock(b []byte, second int32) []byte {
	hour, minute := second/3600, second/60%60
	second %= 60
	if hour == 24 {
		hour, minute, second = 23, 59, 60
	}
	return append(b, '0'+byte(hour/10), '0'+byte(hour%10), ':',
		'0'+byte(minute/10), '0'+byte(minute%10), ':',
		'0'+byte(second/10), '0'+byte(second%10))
}

// Bounds holds what is known of when something starts and ends. Each of the
// four is inclusive; a start is never later than its end. The zero Bounds
// knows nothing.
type Bounds struct {
	EarliestStart, LatestStart, EarliestEnd, LatestEnd Bound
}

// Range is a run of days, or of instants, from First to Last inclusive.
type Range struct {
	First, Last Bound
}
