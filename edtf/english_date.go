package edtf

import "strings"

// English returns what d says in words, as it could stand in a sentence; ""
// for the zero Date. No preposition comes before a date: "4 August 2024",
// "July 2024", "spring 2001". By kind of value:
//
//	2024-08-04                   4 August 2024
//	2001-21, 2001-34, 2001-26    spring 2001, the second quarter of 2001, northern summer 2001
//	-0043, 0045, Y170000002      44 BCE, 45 CE, 170,000,002 CE
//	201X, 20XX                   the 2010s, a year from 2000 to 2099
//	XXXX-10, 156X-12-25          October (year unknown), 25 December of a year in the 1560s
//	2004-06-XX, 1984-1X          a day in June 2004, a month from October to December 1984
//	1950S2                       a year from 1900 to 1999, estimated as 1950
//	2019?, 1984~, 2004-06-11%    sometime in 2019, uncertain · about 1984 · about 11 June 2004, uncertain
//	2004?-06-11                  11 June 2004, year uncertain
//	1985-04-12T23:20:30Z         12 April 1985, 23:20:30 UTC
//	2024-07-25/2024-07-27        25 to 27 July 2024
//	193X/194X                    the 1930s to the 1940s
//	2024-07/.., ../2008          since July 2024 · ending 2008, no start
//	1985/, /2024-08-21           starting 1985, end unknown · ending 21 August 2024, start unknown
//	1984../1990                  starting 1984 or later, ending 1990
//	[2024-08-01..2024-08-21]     between 1 and 21 August 2024
//	[2024-07-21..2024-07-31]     late July 2024 (days 1–10 early, 11–20 mid-, from 21 late)
//	[1667,1668,1670..1672]       1667, 1668 or 1670 to 1672
//	[..1984], [1760-12..]        1984 or earlier, December 1760 or later
//	{2024-08-19,2024-08-20}      19 and 20 August 2024
//	{1670..1672}, {..1984}       all of 1670 to 1672, all of 1984 and earlier
//
// Years are worded as by [Day.English]. Everything the canonical text says is
// in the words, so that different canonical texts have different words, but
// for:
//
//   - the exponent of a year: "Y17E7" and "Y170000000" are both
//     "170,000,000 CE";
//   - unspecified digits that leave one possibility or a list of them:
//     "1984-X3" is "March 1984", as is "1984-03", and "2004-07-3X" is "30 or 31
//     July 2004", as is "[2004-07-30,2004-07-31]".
//
// [ParsePhrase] reads the words back, on any day, to an equal date, but for
// what no news text says:
//
//   - years of more than four digits, and significant digits;
//   - unspecified digits other than a whole day, a whole month, a whole year or
//     the last digits of a year, and all of them before "or later";
//   - sets of one date, sets of several that go on beyond one of them, sets with
//     a qualifier on some of their dates only, and "all of" a qualified date
//     "and later";
//   - what is longer than a phrase can be.
//
// The cost is linear in the length of the text of d.
func (d Date) English() string { return d.EnglishIn(OrderDayMonth) }

// EnglishIn is English with day and month in the given order: "August 4, 2024",
// "July 25 to 27, 2024". A comma follows the year where the words go on.
func (d Date) EnglishIn(order DateOrder) string {
	switch d.kind {
	case KindDate:
		p := &d.start
		if all := p.components(); p.precision != PrecisionDay && p.isStated() &&
			p.qualifier.uncertain() == all && p.qualifier.approximate() != all {
			return "sometime in " + order.date(p)
		}
		return order.date(p)
	case KindDateTime:
		return order.date(&d.start) + ", " + d.timeEnglish()
	case KindInterval:
		return order.interval(&d)
	case KindOneOf, KindAllOf:
		return order.set(&d)
	}
	return ""
}

func (d *Date) timeEnglish() string {
	text := string(d.appendTime(nil))
	clock, zone := strings.TrimSuffix(text[:len("15:04:05")], ":00"), text[len("15:04:05"):]
	if d.zoned {
		return clock + " UTC" + strings.TrimSuffix(zone, "Z")
	}
	return clock
}

func (o DateOrder) interval(d *Date) string {
	start, end := d.startKind, d.endKind
	switch {
	case start == EndDate && end == EndOpen:
		return "since " + o.date(&d.start)
	case start != EndDate || end != EndDate:
	case d.start == d.end && d.start.qualifier == 0:
		return "starting and ending " + o.date(&d.start)
	case d.start.isSeason() && d.end.precision == PrecisionYear: // "winter 2012 to 2013" is one winter
	case d.start.isName() && d.end.isName() && (d.start.qualifier == 0 || d.end.qualifier != 0):
		return joinTwo(o.dates(&d.start, &d.end), " to ")
	}
	first := o.end(start, &d.start, "starting ", "no start", "start unknown")
	last := o.end(end, &d.end, "ending ", "no end", "end unknown")
	if start == EndOpen || start == EndUnknown {
		first, last = last, first
	}
	if strings.Contains(first+last, ", ") {
		return first + "; " + last
	}
	return first + ", " + last
}

func (o DateOrder) end(kind EndKind, p *part, verb, open, unknown string) string {
	switch kind {
	case EndOpen:
		return open
	case EndUnknown:
		return unknown
	case EndOnOrBefore:
		return verb + orFurther(o.date(p), "or earlier")
	case EndOnOrAfter:
		return verb + orFurther(o.date(p), "or later")
	}
	return verb + o.date(p)
}

func orFurther(text, further string) string {
	if strings.Contains(text, ", ") {
		text += ","
	}
	return text + " " + further
}

// set words a set as "A or B" or "A and B", and as "one of" or "all of" its
// members where those words would not tell whether a qualifier or "or later"
// is said of one of them or of all.
func (o DateOrder) set(d *Date) string {
	var items []setItem
	plain, same, beyond, list := true, true, false, false
	for r := d.items(); r.read(); {
		it := &r.item
		items = append(items, *it)
		plain = plain && it.first.qualifier|it.last.qualifier == 0
		same = same && it.kind == itemDate && it.first.whole() == items[0].first.whole()
		beyond = beyond || it.kind == itemUpTo || it.kind == itemFrom
		list = list || it.first.isPartial() || it.last.isPartial()
	}
	first, q := &items[0], items[0].first.whole()
	single, oneOf, joint := len(items) == 1, d.kind == KindOneOf, "and "
	if oneOf {
		joint = "or "
	}
	quantity := "all of "
	switch same = same && q != qualifierOfParts; {
	case !single && !beyond && !list && (plain || same):
		return q.english(listEnglish(o.members(items, same, joint), " "+joint))
	case oneOf && single && first.kind == itemRange:
		return o.run(&first.first, &first.last)
	case oneOf && single && beyond:
		return o.member(first, joint)
	case oneOf && (beyond || list):
		quantity = "any of " // "one of A and B or later" may be said of both
	case oneOf:
		quantity = "one of "
	case single && first.kind == itemDate:
		quantity = "each of " // "all of July" is from its first to its last day
	}
	return quantity + listEnglish(o.members(items, false, joint), " and ")
}

// members words the members of a set, dates without their qualifiers.
func (o DateOrder) members(items []setItem, dates bool, joint string) []string {
	texts := make([]string, len(items))
	parts := make([]*part, len(items))
	for i := range items {
		texts[i], parts[i] = o.member(&items[i], joint), &items[i].first
		parts[i].qualifier = 0
	}
	if dates {
		return o.dates(parts...)
	}
	return texts
}

func (o DateOrder) member(it *setItem, joint string) string {
	switch it.kind {
	case itemUpTo:
		return orFurther(o.date(&it.first), joint+"earlier")
	case itemFrom:
		return orFurther(o.date(&it.first), joint+"later")
	case itemRange:
		to := " to "
		if !it.first.isStated() || !it.last.isStated() {
			to = " through "
		}
		return joinTwo(o.dates(&it.first, &it.last), to)
	}
	return o.date(&it.first)
}

// run words "sometime from first to last".
func (o DateOrder) run(first, last *part) string {
	if first.isPlain() && last.isPlain() && first.precision == PrecisionDay && first.year == last.year && first.month == last.month {
		end := int64(last.day) - 1
		if last.day == monthLengthIn(last.year, last.month) {
			end = -1
		}
		for i, third := range thirdBounds[unitMonth] {
			if third.first == int64(first.day)-1 && third.last == end {
				return [...]string{"early ", "mid-", "late "}[i] + monthNames[last.month-1] + last.yearAfter(" ")
			}
		}
	}
	return "between " + joinTwo(o.dates(first, last), " and ")
}
