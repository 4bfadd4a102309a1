package edtf

import "fmt"

// FromYear returns the date of a year, such as "2024", or "Y170000002" beyond
// the years −9999 to 9999.
func FromYear(year int64) Date {
	return Date{start: part{year: year, precision: PrecisionYear, negative: year < 0}, kind: KindDate}
}

// FromMonth returns the date of a month, such as "2024-07", or of a sub-year
// code 21–41, such as "2024-21" for spring. It is an error when month is
// neither, or the year lies beyond −9999 to 9999, which EDTF gives no months.
func FromMonth(year int64, month int) (Date, error) {
	if year > 9999 || year < -9999 {
		return Date{}, fmt.Errorf("edtf: year \"%d\": expected -9999 to 9999, for a month", year)
	}
	if (month < 1 || month > 12) && (month < codeSpring || month > codeSubYearLast) {
		return Date{}, fmt.Errorf("edtf: month \"%d\": expected 1 to 12, or a sub-year code 21 to 41", month)
	}
	d := FromYear(year)
	d.start.month, d.start.precision = uint8(month), PrecisionMonth
	return d, nil
}

// Qualified returns d with exactly these components uncertain ("?") and these
// approximate ("~"); what is both gets "%". Components finer than the precision
// of d are left out, so that AllComponents stands for the date as a whole. It
// is an error when d is not a single date: qualify the ends of an interval and
// the members of a set before putting them together.
func (d Date) Qualified(uncertain, approximate Components) (Date, error) {
	if err := d.expectDate("date"); err != nil {
		return Date{}, err
	}
	p := d.start
	all := p.components()
	p.qualifier = qualifier(uncertain&all) | qualifier(approximate&all)<<3
	return dateOf(&p), nil
}

// expectDate returns an error, which calls d by a name, when d is not a single
// date.
func (d *Date) expectDate(name string) error {
	if d.kind != KindDate {
		return fmt.Errorf("edtf: %s %q: expected a single date, without a time", name, d.String())
	}
	return nil
}

// Interval returns the interval with these ends, as [Date.Ends] gives them:
//
//	Interval(End{Date: d}, End{Kind: EndOpen})      since d, "2024-07/.."
//	Interval(End{Kind: EndUnknown}, End{Date: d})   until d, "/2024-07"
//
// It is an error when an end needs a single date and has none, or has one and
// is open or unknown; and what [Parse] refuses is: two ends without a date, and
// an end before the start.
func Interval(start, end End) (Date, error) {
	d := Date{kind: KindInterval, startKind: start.Kind, endKind: end.Kind}
	for _, side := range [...]struct {
		name string
		end  *End
		p    *part
	}{{"start of an interval", &start, &d.start}, {"end of an interval", &end, &d.end}} {
		switch side.end.Kind {
		case EndOpen, EndUnknown:
			if !side.end.Date.IsZero() {
				return Date{}, fmt.Errorf("edtf: %s %q: expected no date where it is %s", side.name, side.end.Date, side.end.Kind)
			}
		case EndDate, EndOnOrBefore, EndOnOrAfter:
			if err := side.end.Date.expectDate(side.name); err != nil {
				return Date{}, err
			}
			*side.p = side.end.Date.start
		default:
			return Date{}, fmt.Errorf("edtf: %s \"%d\": expected one of the five kinds of End", side.name, side.end.Kind)
		}
	}
	return Parse(d.String())
}

// OneOf returns the set of which one member is meant, such as "[1667,1668]",
// with the members as [Date.Members] gives them. It is an error when a member
// lacks a date or has one too many, and what [Parse] refuses is: no members,
// one that goes on without limit between others, and ranges that run backwards
// or join different precisions.
func OneOf(members ...Member) (Date, error) { return setOf("[]", members) }

// AllOf returns the set of which all members are meant, such as
// "{1960,1961-12}", under the conditions of OneOf.
func AllOf(members ...Member) (Date, error) { return setOf("{}", members) }

func setOf(brackets string, members []Member) (Date, error) {
	text := []byte{brackets[0]}
	for i := range members {
		m := &members[i]
		if m.Kind > MemberFrom {
			return Date{}, fmt.Errorf("edtf: member \"%d\": expected one of the four kinds of Member", m.Kind)
		}
		if err := m.First.expectDate("member"); err != nil {
			return Date{}, err
		}
		it := setItem{first: m.First.start, kind: itemKind(m.Kind)}
		switch {
		case m.Kind == MemberRange:
			if err := m.Last.expectDate("last of a range"); err != nil {
				return Date{}, err
			}
			it.last = m.Last.start
		case !m.Last.IsZero():
			return Date{}, fmt.Errorf("edtf: last %q: expected none but for a range", m.Last)
		}
		if i > 0 {
			text = append(text, ',')
		}
		text = it.append(text)
	}
	return Parse(string(append(text, brackets[1])))
}
