package edtf

import "strings"

// English returns what d says in words, as it could stand in a sentence; ""
// for the zero Date. No preposition comes before a date: "4 August 2024",
// "July 2024", "spring 2001". Everything the canonical text says is in the
// words, so that different canonical texts have different words, but for:
//
//   - the exponent of a year: "Y17E7" and "Y170000000" are both
//     "170,000,000 CE";
//   - unspecified digits that leave one possibility: "1984-X3" is
//     "March 1984".
//
// By kind of value:
//
//	2024-08-04                   4 August 2024
//	2001-21, 2001-34             spring 2001, the second quarter of 2001
//	-0043, 0045, Y170000002      44 BCE, 45 CE, 170,000,002 CE
//	201X, 2004-06-XX             a year in the 2010s, a day in June 2004
//	1984-1X                      a month from October to December 1984
//	1950S2                       a year from 1900 to 1999, estimated as 1950
//	2019?, 1984~, 2004-06-11%    sometime in 2019, uncertain · about 1984 · about 11 June 2004, uncertain
//	2004?-06-11                  11 June 2004, year uncertain
//	1985-04-12T23:20:30Z         12 April 1985, 23:20:30 UTC
//	2024-07-25/2024-07-27        25 to 27 July 2024
//	2024-07/.., ../2008          since July 2024, until 2008
//	/2024-08-21, 1985/           ending 21 August 2024, start unknown · starting 1985, end unknown
//	1984../1990                  starting 1984 or later, ending 1990
//	[2024-08-01..2024-08-21]     between 1 and 21 August 2024
//	[2024-07-21..2024-07-31]     late July 2024 (days 1–10 early, 11–20 mid-, from 21 late)
//	[1667,1668,1670..1672]       one of 1667, 1668 and 1670 to 1672
//	[..1984], [1760-12..]        1984 or earlier, December 1760 or later
//	{1960,1961-12}               all of 1960 and December 1961
//
// Years are worded as by [Day.English]. The cost is linear in the length of
// the text of d.
func (d Date) English() string {
	switch d.kind {
	case KindDate:
		return d.dateEnglish()
	case KindDateTime:
		return d.start.english() + ", " + d.timeEnglish()
	case KindInterval:
		return d.intervalEnglish()
	case KindOneOf, KindAllOf:
		return d.setEnglish()
	}
	return ""
}

func (d *Date) dateEnglish() string {
	p := &d.start
	text := p.english()
	all := Components(1<<p.precision - 1)
	if p.precision != PrecisionDay && p.isStated() && p.qualifier.uncertain() == all && p.qualifier.approximate() != all {
		return "sometime in " + text
	}
	return text
}

func (d *Date) timeEnglish() string {
	var clock []byte
	if d.leap {
		clock = appendClock(clock, d.second)
		clock = append(clock[:len(clock)-2], "60"...)
	} else {
		clock = appendClockEnglish(clock, d.second)
	}
	if !d.zoned {
		return string(clock)
	}
	clock = append(clock, " UTC"...)
	if d.shift != 0 {
		sign, shift := byte('+'), int32(d.shift)
		if shift < 0 {
			sign, shift = '-', -shift
		}
		clock = appendClock(append(clock, sign), shift*60)
		clock = clock[:len(clock)-len(":00")]
	}
	return string(clock)
}

func (d *Date) intervalEnglish() string {
	start, end := d.startKind, d.endKind
	switch {
	case start == EndDate && end == EndOpen:
		return "since " + d.start.english()
	case start == EndOpen && end == EndDate:
		return "until " + d.end.english()
	case start == EndDate && end == EndDate && d.start.isStated() && d.end.isStated():
		if d.start == d.end {
			return "starting and ending " + d.start.english()
		}
		if text := spanEnglish(&d.start, &d.end, " to "); !strings.Contains(text, ", ") {
			return text
		}
	}
	texts := []string{
		endEnglish(start, &d.start, "starting ", "no start", "start unknown"),
		endEnglish(end, &d.end, "ending ", "no end", "end unknown"),
	}
	if start == EndOpen || start == EndUnknown {
		texts[0], texts[1] = texts[1], texts[0]
	}
	return listEnglish(texts, ", ")
}

func endEnglish(kind EndKind, p *part, verb, open, unknown string) string {
	switch kind {
	case EndOpen:
		return open
	case EndUnknown:
		return unknown
	case EndOnOrBefore:
		return verb + orFurther(p, "or earlier")
	case EndOnOrAfter:
		return verb + orFurther(p, "or later")
	}
	return verb + p.english()
}

func orFurther(p *part, further string) string {
	text := p.english()
	if strings.Contains(text, ", ") {
		return text + ", " + further
	}
	return text + " " + further
}

func (d *Date) setEnglish() string {
	quantity, earlier, later := "one of ", "or earlier", "or later"
	if d.kind == KindAllOf {
		quantity, earlier, later = "all of ", "and earlier", "and later"
	}
	var texts []string
	r := d.items()
	for r.read() {
		it := &r.item
		switch it.kind {
		case itemDate:
			texts = append(texts, it.first.english())
		case itemUpTo:
			texts = append(texts, orFurther(&it.first, earlier))
		case itemFrom:
			texts = append(texts, orFurther(&it.first, later))
		case itemRange:
			joint := " to "
			if !it.first.isStated() || !it.last.isStated() {
				joint = " through "
			}
			texts = append(texts, spanEnglish(&it.first, &it.last, joint))
		}
	}
	last := &r.item
	if d.kind == KindOneOf && len(texts) == 1 {
		switch {
		case last.kind == itemUpTo || last.kind == itemFrom:
			return texts[0]
		case last.kind == itemRange && last.first.isPlain() && last.last.isPlain():
			return runEnglish(&last.first, &last.last)
		}
	}
	return quantity + listEnglish(texts, " and ")
}

// runEnglish returns "sometime from first to last" in words.
func runEnglish(first, last *part) string {
	if first.precision == PrecisionDay && first.year == last.year && first.month == last.month {
		third := ""
		switch {
		case first.day == 1 && last.day == 10:
			third = "early "
		case first.day == 11 && last.day == 20:
			third = "mid-"
		case first.day == 21 && last.day == monthLengthIn(last.year, last.month):
			third = "late "
		}
		if third != "" {
			return third + monthNames[last.month-1] + last.ofYear()
		}
	}
	return "between " + spanEnglish(first, last, " and ")
}
