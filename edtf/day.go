package edtf

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"time"
)

// Day is one day of the proleptic Gregorian calendar: the Gregorian rules
// carried on into every past and future year, with a year zero (ISO 8601-1,
// 4.2.1). It has no zone and no time of day. Any int64 year is possible.
//
// The zero Day is no day at all: IsZero reports it, it prints as the empty
// string and sorts before every real day. Two Days are the same day exactly
// if they are ==.
type Day struct {
	year       int64
	month, day uint8
}

var (
	firstDay = Day{math.MinInt64, 1, 1}
	lastDay  = Day{math.MaxInt64, 12, 31}
)

// NewDay returns the given day, month 1–12 and day 1–31, or an error when the
// calendar has no such day.
func NewDay(year int64, month, day int) (Day, error) {
	if month < 1 || month > 12 {
		return Day{}, fmt.Errorf("edtf: month %q: expected 1 to 12", strconv.Itoa(month))
	}
	if last := int(monthLengthIn(year, uint8(month))); day < 1 || day > last {
		return Day{}, fmt.Errorf("edtf: day %q: expected 1 to %d in month %d of year %d", strconv.Itoa(day), last, month, year)
	}
	return Day{year, uint8(month), uint8(day)}, nil
}

// DayFromNumber returns the day n days after 1970-01-01, or before it when n
// is negative. Every int64 names a day.
func DayFromNumber(n int64) Day {
	if -nearDays <= n && n <= nearDays {
		return nearDay(n)
	}
	return Day{1970, 1, 1}.AddDays(n)
}

// DayFromTime returns the calendar day t shows in its own location.
func DayFromTime(t time.Time) Day {
	// Not by t.Date, as a year is an int there, which can have 32 bits.
	_, offset := t.Zone()
	n, second := floorDiv(t.Unix(), 86400)
	more, _ := floorDiv(second+int64(offset), 86400)
	return DayFromNumber(n + more)
}

// Year returns the year, negative before year 0, and 0 for the zero Day.
func (d Day) Year() int64 { return d.year }

// Month returns the month, 1–12, and 0 for the zero Day.
func (d Day) Month() int { return int(d.month) }

// DayOfMonth returns the day of the month, 1–31, and 0 for the zero Day.
func (d Day) DayOfMonth() int { return int(d.day) }

// IsZero reports whether d is no day.
func (d Day) IsZero() bool { return d == Day{} }

// Compare orders days by time: -1 when d is earlier than other, +1 when it is
// later, 0 when they are the same. The zero Day comes first.
func (d Day) Compare(other Day) int {
	if d.IsZero() || other.IsZero() {
		return cmp.Compare(d.month, other.month)
	}
	return cmp.Compare(d.order(other), 0)
}

// Equal reports whether d and other are the same day, as == does; comparing
// packages look for this method.
func (d Day) Equal(other Day) bool { return d == other }

// order is negative, zero or positive, for two real days.
func (d Day) order(other Day) int {
	if d.year != other.year {
		if d.year < other.year {
			return -1
		}
		return 1
	}
	return int(d.month)<<5 + int(d.day) - int(other.month)<<5 - int(other.day)
}

func (d Day) before(other Day) bool { return d.order(other) < 0 }

// numberLimit bounds the day numbers Number gives.
const numberLimit = 1 << 62

// Number returns the days from 1970-01-01 to d, negative before it. Numbers
// beyond ±(1<<62), some 10¹⁶ years away, are cut off there; the zero Day has
// the least number.
func (d Day) Number() int64 {
	if d.IsZero() {
		return -numberLimit
	}
	cycle, day := cycleOf(d.year, d.month, d.day)
	if cycle > numberLimit/daysPerCycle {
		return numberLimit
	}
	if cycle < -numberLimit/daysPerCycle {
		return -numberLimit
	}
	return min(max(cycle*daysPerCycle+day-epochDay, -numberLimit), numberLimit)
}

// AddDays returns the day n days after d, or before it when n is negative. It
// is exact for every year and stops at the first and last day of the int64
// years. The zero Day stays zero.
func (d Day) AddDays(n int64) Day {
	if d.IsZero() {
		return d
	}
	if n == 1 && d.day < 28 {
		d.day++
		return d
	}
	cycle, day := cycleOf(d.year, d.month, d.day)
	cycles, days := floorDiv(n, daysPerCycle)
	carry, day := floorDiv(day+days, daysPerCycle)
	cycle += cycles + carry
	if cycle > math.MaxInt64/yearsPerCycle {
		return lastDay
	}
	if cycle < math.MinInt64/yearsPerCycle-1 {
		return firstDay
	}
	inCycle, month, dayOfMonth := dateInCycle(day)
	// The outermost cycles are cut by the int64 range.
	year := cycle*yearsPerCycle + inCycle
	if cycle > 0 && year < 0 {
		return lastDay
	}
	if cycle < 0 && year > 0 {
		return firstDay
	}
	return Day{year, month, dayOfMonth}
}

// addMonths moves d by n months and keeps the day of the month, or takes the
// last day of a month that is too short. It stops at the first and last day of
// the int64 years.
func (d Day) addMonths(n int64) Day {
	years, months := floorDiv(n, 12)
	month := int64(d.month) + months
	if month > 12 {
		month -= 12
		years++
	}
	year := d.year + years
	if years > 0 && year < d.year {
		return lastDay
	}
	if years < 0 && year > d.year {
		return firstDay
	}
	d.year, d.month = year, uint8(month)
	d.day = min(d.day, monthLengthIn(year, d.month))
	return d
}

// Weekday returns the day of the week, and -1 for the zero Day.
func (d Day) Weekday() time.Weekday {
	if d.IsZero() {
		return -1
	}
	// A cycle is a whole number of weeks; 0000-01-01 was a Saturday.
	_, day := cycleOf(d.year, d.month, d.day)
	return time.Weekday((day + int64(time.Saturday)) % 7)
}

// weekOf returns the Monday of the week of d.
func weekOf(d Day) Day { return d.AddDays(-int64(d.Weekday()+6) % 7) }

// isoWeek returns the Monday of a week of ISO 8601; the first week of a year is
// the one with 4 January.
func isoWeek(year int64, week int) (Day, bool) {
	monday := weekOf(Day{year, 1, 4}).AddDays(7 * int64(week-1))
	return monday, week >= 1 && monday.AddDays(3).year == year
}

// weekdayAfter returns the first such weekday on or after d.
func weekdayAfter(d Day, w time.Weekday) Day { return d.AddDays(int64(w-d.Weekday()+7) % 7) }

// weekdayBefore returns the last such weekday on or before d.
func weekdayBefore(d Day, w time.Weekday) Day { return d.AddDays(-(int64(d.Weekday()-w+7) % 7)) }

// String returns the day as year-month-day, the year with at least four digits
// and a minus sign when negative: "2024-08-07", "-0044-03-15",
// "170000002-01-01". The zero Day gives "".
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	var buf [32]byte
	return string(d.append(buf[:0]))
}

func (d Day) append(b []byte) []byte {
	b = appendYear(b, d.year)
	return append(b, '-', '0'+d.month/10, '0'+d.month%10, '-', '0'+d.day/10, '0'+d.day%10)
}

// appendYear writes at least four digits.
func appendYear(b []byte, year int64) []byte {
	if year < 0 {
		b = append(b, '-')
	}
	n := magnitude(year)
	if n > 9999 {
		return strconv.AppendUint(b, n, 10)
	}
	return append(b, '0'+byte(n/1000), '0'+byte(n/100%10), '0'+byte(n/10%10), '0'+byte(n%10))
}

// AppendText appends what String returns; it never fails.
func (d Day) AppendText(b []byte) ([]byte, error) {
	if d.IsZero() {
		return b, nil
	}
	return d.append(b), nil
}

// MarshalText returns what String returns, empty for the zero Day; it never
// fails. In JSON, omitzero leaves the zero Day out.
func (d Day) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// UnmarshalText reads what ParseDay reads; in particular an empty text is an
// error. On error d keeps its value.
func (d *Day) UnmarshalText(text []byte) error {
	if d == nil {
		return errNowhere
	}
	parsed, err := ParseDay(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// ParseDay reads the form String writes and no other: the year with four
// digits, or with more and then without leading zeros, a minus sign when
// negative, month and day with two digits each. The error is a [*ParseError].
func ParseDay(s string) (Day, error) {
	d, fail := parseDay(s)
	if fail != nil {
		return Day{}, fail
	}
	return d, nil
}

// MustParseDay is ParseDay for text known to be right; it panics on an error.
func MustParseDay(s string) Day {
	d, err := ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

func parseDay(s string) (Day, *ParseError) {
	i := 0
	negative := len(s) > 0 && s[0] == '-'
	if negative {
		i++
	}
	start := i
	var n uint64
	for i < len(s) && isDigit(s[i]) {
		if n > math.MaxUint64/10-1 {
			return Day{}, refuse(s, start, "a year within the int64 range")
		}
		n = n*10 + uint64(s[i]-'0')
		i++
	}
	if i-start < 4 {
		return Day{}, refuse(s, i, "a year of four digits or more")
	}
	if i-start > 4 && s[start] == '0' {
		return Day{}, refuse(s, start, "no leading zero in a year of more than four digits")
	}
	year, ok := signedYear(n, negative)
	if !ok {
		return Day{}, refuse(s, start, "a year within the int64 range")
	}
	if negative && n == 0 {
		return Day{}, refuse(s, 0, "year zero as 0000, without a sign")
	}
	var pair [2]uint8
	for k, name := range [2]string{"a month 01-12", "a day of the month"} {
		if i >= len(s) || s[i] != '-' {
			return Day{}, refuse(s, i, "a hyphen and "+name)
		}
		if i+2 >= len(s) || !isDigit(s[i+1]) || !isDigit(s[i+2]) {
			return Day{}, refuse(s, i+1, name+" of two digits")
		}
		pair[k] = (s[i+1]-'0')*10 + s[i+2] - '0'
		i += 3
	}
	if i != len(s) {
		return Day{}, refuse(s, i, "the end of the text")
	}
	if pair[0] < 1 || pair[0] > 12 {
		return Day{}, refuse(s, i-5, "a month 01-12")
	}
	if last := monthLengthIn(year, pair[0]); pair[1] < 1 || pair[1] > last {
		return Day{}, refuse(s, i-2, "a day 01-"+strconv.Itoa(int(last)))
	}
	return Day{year, pair[0], pair[1]}, nil
}

// signedYear puts the sign to a magnitude and reports whether int64 holds it.
func signedYear(n uint64, negative bool) (int64, bool) {
	if negative {
		return -int64(n), n <= 1<<63
	}
	return int64(n), n <= math.MaxInt64
}

func isDigit(c byte) bool { return c-'0' <= 9 }
