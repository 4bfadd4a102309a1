package edtf

import "strconv"

// English returns the day in words, "4 August 2024", and "" for the zero Day.
// Years 1 to 999 and years above 9999 carry "CE", the latter with commas; the
// years before them are counted backwards without a year zero: year 0 is
// "1 BCE", year −43 "44 BCE".
func (d Day) English() string { return d.EnglishIn(OrderDayMonth) }

// EnglishIn is English with day and month in the given order, as in
// "August 4, 2024".
func (d Day) EnglishIn(order DateOrder) string {
	if d.IsZero() {
		return ""
	}
	p := partOf(d)
	return order.date(&p)
}

// English returns the range as possible days, with the preposition they take:
//
//	on 4 August 2024
//	between 1 and 21 August 2024            both included
//	by 21 August 2024                       first day open or unknown
//	on or after 4 August 2024               last day open or unknown
//	on an unknown day                       neither known
//	at 23:20:30 UTC on 12 April 1985        instants
//	without end, without beginning          both ends open on the same side
//
// What comes after its last day is printed as it stands.
func (r Range) English() string { return r.EnglishIn(OrderDayMonth) }

// EnglishIn is English with day and month in the given order, as in
// "between August 1 and 21, 2024".
func (r Range) EnglishIn(order DateOrder) string {
	on := "on "
	if r.First.kind == BoundInstant {
		on = "at "
	}
	switch same := r.First == r.Last; {
	case same && r.First == openFuture:
		return "without end"
	case same && r.First.infinite != 0:
		return "without beginning"
	case !r.First.isPlaced() && !r.Last.isPlaced():
		return "on an unknown day"
	case !r.First.isPlaced():
		return "by " + order.bound(r.Last)
	case !r.Last.isPlaced():
		return on + "or after " + order.bound(r.First)
	case same:
		return on + order.bound(r.First)
	case r.First.kind == BoundDay && r.Last.kind == BoundDay:
		first, last := partOf(r.First.Day()), partOf(r.Last.Day())
		return "between " + joinTwo(order.dates(&first, &last), " and ")
	}
	return "between " + joinTwo([]string{order.bound(r.First), order.bound(r.Last)}, " and ")
}

func (o DateOrder) bound(b Bound) string {
	day := b.Day().EnglishIn(o)
	if b.kind == BoundDay {
		return day
	}
	return string(appendClockEnglish(nil, b.second)) + " UTC on " + day
}

// appendClockEnglish writes hh:mm, with seconds unless they are zero.
func appendClockEnglish(b []byte, second int32) []byte {
	b = appendClock(b, second)
	if second%60 == 0 && second != 86400 {
		b = b[:len(b)-len(":00")]
	}
	return b
}

var monthNames = [12]string{
	"January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December",
}

// yearEnglish writes a year of the calendar in which year 0 is 1 BCE.
func yearEnglish(year int64) string {
	n := magnitude(year)
	era := ""
	switch {
	case year <= 0:
		n++
		era = " BCE"
	case n < 1000 || n > 9999:
		era = " CE"
	}
	digits := strconv.FormatUint(n, 10)
	for i := len(digits) - 3; i > 0 && n > 9999; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits + era
}

func ordinal(n uint8) string { return strconv.Itoa(int(n)) + ordinalSuffix(int(n)) }

// ordinalSuffix returns "st", "nd", "rd" or "th".
func ordinalSuffix(n int) string {
	if n/10%10 == 1 {
		return "th"
	}
	return [10]string{"th", "st", "nd", "rd", "th", "th", "th", "th", "th", "th"}[n%10]
}
