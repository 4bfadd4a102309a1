package edtf

import "iter"

// Fields holds what is written in one date or date-time.
type Fields struct {
	// Precision is the finest component given.
	Precision Precision
	// Year is the year; its unspecified digits count as zero.
	Year int64
	// Negative reports a minus sign, which Year cannot show in "-000X".
	Negative bool
	// Month is the month 1–12 or the sub-year code 21–41, and Day the day of
	// the month; unspecified digits count as zero. They are 0 beyond the
	// precision.
	Month, Day int
	// The unspecified digits of each component: bit n stands for the digit
	// worth 10ⁿ, so that "156X" has 1 and "XX" has 3.
	UnspecifiedYear, UnspecifiedMonth, UnspecifiedDay uint8
	// SignificantDigits is the number after S, 0 when there is none.
	SignificantDigits int
	// Exponent is the number after E, 0 when there is none.
	Exponent int
	// Uncertain and Approximate are the qualified components.
	Uncertain, Approximate Components
	// Hour, Minute and Second are the time of a date-time, in its own zone;
	// Second is 60 in a leap second.
	Hour, Minute, Second int
	// Zoned reports a zone, which is Shift minutes ahead of UTC.
	Zoned bool
	Shift int
}

// Fields returns the components of a date or a date-time. For other kinds it
// returns false; use Ends and Members there.
func (d Date) Fields() (Fields, bool) {
	if d.kind != KindDate && d.kind != KindDateTime {
		return Fields{}, false
	}
	p := &d.start
	f := Fields{
		Precision:         p.precision,
		Year:              p.year,
		Negative:          p.negative,
		Month:             int(p.month),
		Day:               int(p.day),
		UnspecifiedYear:   p.mask & maskYear,
		UnspecifiedMonth:  p.mask & maskMonth >> 4,
		UnspecifiedDay:    p.mask >> 6,
		SignificantDigits: int(p.digits),
		Exponent:          int(p.exponent),
		Uncertain:         p.qualifier.uncertain(),
		Approximate:       p.qualifier.approximate(),
		Zoned:             d.zoned,
		Shift:             int(d.shift),
	}
	f.Hour, f.Minute, f.Second = int(d.second)/3600, int(d.second)/60%60, int(d.second)%60
	if d.leap {
		f.Second++
	}
	return f, true
}

// End is one end of an interval.
type End struct {
	// Kind tells how the end is stated.
	Kind EndKind
	// Date is the date stated; zero for EndOpen and EndUnknown.
	Date Date
}

// Ends returns the start and the end of an interval, and false for every other
// kind.
func (d Date) Ends() (start, end End, ok bool) {
	if d.kind != KindInterval {
		return End{}, End{}, false
	}
	return endOf(d.startKind, &d.start), endOf(d.endKind, &d.end), true
}

func endOf(kind EndKind, p *part) End {
	if kind == EndOpen || kind == EndUnknown {
		return End{Kind: kind}
	}
	return End{Kind: kind, Date: dateOf(p)}
}

func dateOf(p *part) Date { return Date{start: *p, kind: KindDate} }

// MemberKind is how a member of a set is stated.
type MemberKind uint8

const (
	// MemberDate is one date.
	MemberDate MemberKind = iota
	// MemberRange is "1670..1672": two dates and all between them.
	MemberRange
	// MemberUpTo is "..1984": a date and all before it.
	MemberUpTo
	// MemberFrom is "1984..": a date and all after it.
	MemberFrom
)

var memberKindNames = [...]string{"date", "range", "up to", "from"}

// String returns "date", "range", "up to" or "from".
func (k MemberKind) String() string {
	if int(k) < len(memberKindNames) {
		return memberKindNames[k]
	}
	return "invalid"
}

// Member is what stands between two commas of a set.
type Member struct {
	// Kind tells how the member is stated.
	Kind MemberKind
	// First is the date written; Last is the second date of a MemberRange,
	// zero otherwise.
	First, Last Date
}

// Members yields the members of a set as written, in their order; nothing for
// every other kind.
func (d Date) Members() iter.Seq[Member] {
	return func(yield func(Member) bool) {
		if !d.isSet() {
			return
		}
		for r := d.items(); r.read(); {
			m := Member{Kind: MemberKind(r.item.kind), First: dateOf(&r.item.first)}
			if r.item.kind == itemRange {
				m.Last = dateOf(&r.item.last)
			}
			if !yield(m) {
				return
			}
		}
	}
}
