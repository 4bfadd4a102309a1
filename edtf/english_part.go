package edtf

import (
	"strconv"
	"strings"
)

// isPlain reports whether p is stated in full, without unspecified digits,
// significant digits or qualifiers.
func (p *part) isPlain() bool { return p.isStated() && p.qualifier == 0 }

func (p *part) isStated() bool { return p.mask == 0 && p.digits == 0 }

// isName reports whether the words of p are a name with at most "about" before
// it, as those of "the 1930s" are.
func (p *part) isName() bool {
	return (p.isStated() || p.precision == PrecisionYear && p.isDecade()) && (p.qualifier == 0 || p.whole() == qualifierApproximate)
}

// isDecade reports whether the year of p is a decade that has a name: "the
// 1900s" may be a century.
func (p *part) isDecade() bool {
	return p.mask&maskYear == maskYearOnes && !p.negative && p.year >= 1000 && (p.year%100 != 0 || p.year == 2000)
}

// isPartial reports whether p leaves several months or days, but not all.
func (p *part) isPartial() bool {
	month, day := p.mask&maskMonth, p.mask&maskDay
	return month != 0 && month != maskMonth || day != 0 && day != maskDay
}

func (p *part) components() Components { return 1<<p.precision - 1 }

// qualifierOfParts stands for a qualifier of some components only.
const qualifierOfParts = ^qualifier(0)

// whole returns the qualifier of p as a whole, 0 when it has none.
func (p *part) whole() qualifier {
	if p.qualifier != 0 && p.sharedRun() != int(p.precision) {
		return qualifierOfParts
	}
	return p.qualifier.component(0)
}

// english puts the words of a qualifier of the whole around a text.
func (q qualifier) english(text string) string {
	if q.approximate() != 0 {
		text = "about " + text
	}
	if q.uncertain() != 0 {
		text += ", uncertain"
	}
	return text
}

// date returns p in words, with its qualifiers.
func (o DateOrder) date(p *part) string {
	text := p.yearEnglish()
	switch p.precision {
	case PrecisionMonth:
		text = p.monthEnglish()
	case PrecisionDay:
		text = o.day(p)
	}
	all := p.components()
	approximate, uncertain := p.qualifier.approximate(), p.qualifier.uncertain()
	if approximate == all {
		text, approximate = "about "+text, 0
	}
	if uncertain == approximate {
		return text + p.qualifierEnglish(uncertain, "uncertain and approximate")
	}
	return text + p.qualifierEnglish(uncertain, "uncertain") + p.qualifierEnglish(approximate, "approximate")
}

func (p *part) qualifierEnglish(c Components, word string) string {
	switch c {
	case 0:
		return ""
	case p.components():
		return ", " + word
	}
	var names []string
	for i, name := range [...]string{"day", subYearNoun(p.month), "year"} {
		if c.Has(ComponentDay >> i) {
			names = append(names, name)
		}
	}
	return ", " + listEnglish(names, " and ") + " " + word
}

// yearEnglish returns the year of p in words.
func (p *part) yearEnglish() string {
	switch {
	case p.mask&maskYear == maskYear && !p.negative:
		return "an unknown year"
	case p.isDecade():
		return "the " + strconv.FormatInt(p.year, 10) + "s"
	}
	return p.someYear()
}

// someYear returns the year in words that name one year.
func (p *part) someYear() string {
	y := p.years()
	if y.count == 1 {
		if p.digits > 0 {
			return "exactly " + yearEnglish(p.year)
		}
		return yearEnglish(p.year)
	}
	span := "a year from " + yearEnglish(y.at(0)) + " to " + yearEnglish(y.at(y.count-1))
	switch mask := p.mask & maskYear; {
	case p.digits > 0:
		return span + ", estimated as " + yearEnglish(p.year)
	case p.isDecade():
		return "a year in the " + strconv.FormatInt(p.year, 10) + "s"
	case mask&(mask+1) != 0: // digits before the last are free, and not all after them
		return "a year numbered " + string(p.appendYear(nil))
	}
	return span
}

// yearAfter returns the year as it follows a month, a season or a day, a stated
// one after the joint.
func (p *part) yearAfter(joint string) string {
	switch mask := p.mask & maskYear; {
	case mask == 0:
		return joint + yearEnglish(p.year)
	case mask == maskYear && !p.negative:
		return " (year unknown)"
	}
	return " of " + p.someYear()
}

// monthEnglish returns the month, season or other part of the year in words.
func (p *part) monthEnglish() string {
	if p.month > 12 {
		return p.subYearEnglish()
	}
	months := p.months()
	if p.mask&maskMonth == maskMonth {
		return "a month" + p.yearAfter(" of ")
	}
	if isRun(months) {
		return "a month from " + monthNames[months[0]-1] + " to " + monthNames[months[len(months)-1]-1] + p.yearAfter(" ")
	}
	return listEnglish(textsOf(months, func(m uint8) string { return monthNames[m-1] }), " or ") + p.yearAfter(" ")
}

var (
	seasonNames  = [4]string{"spring", "summer", "autumn", "winter"}
	hemispheres  = [3]string{"", "northern ", "southern "}
	ordinalWords = [4]string{"first", "second", "third", "fourth"}
)

func (p *part) subYearEnglish() string {
	if season := p.month - codeSpring; p.month < codeQuarter1 {
		return hemispheres[season/seasonsPerYear] + seasonNames[season%seasonsPerYear] + p.yearAfter(" ")
	}
	kind := subYearFamily(p.month) - subYearFamily(codeQuarter1)
	first := [...]uint8{codeQuarter1, codeQuadrimester1, codeSemestral1}[kind]
	return "the " + ordinalWords[p.month-first] + [...]string{" quarter", " four-month period", " half"}[kind] + p.yearAfter(" of ")
}

// subYearNoun returns what a month component stands for.
func subYearNoun(code uint8) string {
	return [...]string{"month", "season", "season", "season", "quarter", "period", "half"}[subYearFamily(code)]
}

// day returns the day in words.
func (o DateOrder) day(p *part) string {
	months, days := p.months(), p.days()
	anyDay, anyMonth := p.mask&maskDay == maskDay, p.mask&maskMonth == maskMonth
	switch {
	case anyDay && anyMonth:
		return "a day" + p.yearAfter(" in ")
	case anyDay:
		return "a day in " + p.monthEnglish()
	case len(months) == 1 && isRun(days):
		return "a day from " + o.dayOfMonth(number(days[0])+" to "+number(days[len(days)-1]), p, months[0])
	case len(months) == 1 && len(days) == 1:
		return o.dayOfMonth(number(days[0]), p, months[0])
	case isRun(days):
		return "a day from the " + ordinal(days[0]) + " to the " + ordinal(days[len(days)-1]) + " of " + p.monthEnglish()
	case anyMonth || isRun(months):
		return "the " + listEnglish(textsOf(days, ordinal), " or ") + " of " + p.monthEnglish()
	}
	var each []*part
	for _, month := range months {
		for _, day := range days {
			one := part{year: p.year, month: month, day: day, mask: p.mask & maskYear, precision: PrecisionDay, negative: p.negative}
			if one.exists() {
				each = append(each, &one)
			}
		}
	}
	return listEnglish(o.dates(each...), " or ")
}

// dayOfMonth puts days, a month and the year of p in order.
func (o DateOrder) dayOfMonth(days string, p *part, month uint8) string {
	if o == OrderMonthDay {
		return monthNames[month-1] + " " + days + p.yearAfter(", ")
	}
	return days + " " + monthNames[month-1] + p.yearAfter(" ")
}

func number(n uint8) string { return strconv.Itoa(int(n)) }

func textsOf(numbers []uint8, text func(uint8) string) []string {
	texts := make([]string, len(numbers))
	for i, n := range numbers {
		texts[i] = text(n)
	}
	return texts
}

// months returns the months that match, of a day those that have it.
func (p *part) months() []uint8 {
	y := p.years()
	leap := y.hasLeap()
	var months []uint8
	for m := uint8(1); m <= 12; m++ {
		if p.matchesMonth(m) && (p.precision < PrecisionDay || leastMatch(p.day, p.mask>>6, monthLength(m, leap)) != 0) {
			months = append(months, m)
		}
	}
	return months
}

// days returns the days of the month that match in at least one month.
func (p *part) days() []uint8 {
	y := p.years()
	longest := uint8(0)
	leap := y.hasLeap()
	for _, m := range p.months() {
		longest = max(longest, monthLength(m, leap))
	}
	var days []uint8
	for d := uint8(1); d <= longest; d++ {
		if p.matchesDay(d) {
			days = append(days, d)
		}
	}
	return days
}

// isRun reports whether the ascending numbers are three or more without a gap.
func isRun(n []uint8) bool {
	return len(n) > 2 && int(n[len(n)-1]-n[0]) == len(n)-1
}

// dates returns the words of several dates. Where they are plain days or months
// of one year, in their order, only the last one has the year, and where they are of one month
// it is named once: with the last, or with the first when it comes before the day.
func (o DateOrder) dates(parts ...*part) []string {
	texts := make([]string, len(parts))
	first := parts[0]
	oneYear, oneMonth := first.precision != PrecisionYear, first.precision == PrecisionDay
	for i, p := range parts {
		texts[i] = o.date(p)
		oneYear = oneYear && p.isPlain() && p.precision == first.precision && p.year == first.year && p.month <= 12 &&
			(i == 0 || p.exactDay().order(parts[i-1].exactDay()) > 0)
		oneMonth = oneMonth && p.month == first.month
	}
	if !oneYear || len(parts) == 1 {
		return texts
	}
	for i, p := range parts {
		last := i == len(parts)-1
		switch {
		case oneMonth && o == OrderMonthDay && i == 0:
			texts[i] = monthNames[p.month-1] + " " + number(p.day)
		case oneMonth && o == OrderMonthDay && last:
			texts[i] = number(p.day) + p.yearAfter(", ")
		case last:
		case oneMonth:
			texts[i] = number(p.day)
		default:
			texts[i] = strings.TrimSuffix(strings.TrimSuffix(texts[i], p.yearAfter(" ")), ",")
		}
	}
	return texts
}

// joinTwo joins two texts, with a comma where the first holds one.
func joinTwo(texts []string, joint string) string {
	if strings.Contains(texts[0], ", ") {
		return texts[0] + "," + joint + texts[1]
	}
	return texts[0] + joint + texts[1]
}

// listEnglish joins texts with commas and, before the last, with the given
// joint; with semicolons where a text before the last holds a comma of its own.
func listEnglish(texts []string, joint string) string {
	last := len(texts) - 1
	switch last {
	case 0:
		return texts[0]
	case 1:
		return joinTwo(texts, joint)
	}
	comma := ", "
	for _, text := range texts[:last] {
		if strings.Contains(text, ", ") {
			comma, joint = "; ", ";"+joint
			break
		}
	}
	return strings.Join(texts[:last], comma) + joint + texts[last]
}
