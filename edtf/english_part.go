package edtf

import (
	"strconv"
	"strings"
)

// isPlain reports whether p is stated in full, without unspecified digits,
// significant digits or qualifiers.
func (p *part) isPlain() bool { return p.isStated() && p.qualifier == 0 }

func (p *part) isStated() bool { return p.mask == 0 && p.digits == 0 }

// english returns p in words, with its qualifiers.
func (p *part) english() string {
	var text string
	switch p.precision {
	case PrecisionYear:
		text = p.yearEnglish()
	case PrecisionMonth:
		text = p.monthEnglish()
	default:
		text = p.dayEnglish()
	}
	if p.qualifier == 0 {
		return text
	}
	all := Components(1<<p.precision - 1)
	var b strings.Builder
	approximate, uncertain := p.qualifier.approximate(), p.qualifier.uncertain()
	if approximate == all && p.isStated() {
		b.WriteString("about ")
		approximate = 0
	}
	b.WriteString(text)
	if uncertain == approximate {
		p.writeQualifier(&b, uncertain, all, "uncertain and approximate")
		return b.String()
	}
	p.writeQualifier(&b, uncertain, all, "uncertain")
	p.writeQualifier(&b, approximate, all, "approximate")
	return b.String()
}

func (p *part) writeQualifier(b *strings.Builder, c, all Components, word string) {
	if c == 0 {
		return
	}
	b.WriteString(", ")
	if c != all {
		var names []string
		if c.Has(ComponentDay) {
			names = append(names, "day")
		}
		if c.Has(ComponentMonth) {
			names = append(names, subYearNoun(p.month))
		}
		if c.Has(ComponentYear) {
			names = append(names, "year")
		}
		b.WriteString(listEnglish(names, " and "))
		b.WriteByte(' ')
	}
	b.WriteString(word)
}

// yearEnglish returns the year of p in words.
func (p *part) yearEnglish() string {
	if p.isStated() || p.mask&maskYear == 0 && p.digits == 0 {
		return yearEnglish(p.year)
	}
	y := p.years()
	if p.digits > 0 {
		if y.count == 1 {
			return "exactly " + yearEnglish(p.year)
		}
		return "a year from " + yearsEnglish(y.at(0), y.at(y.count-1), " to ") + ", estimated as " + yearEnglish(p.year)
	}
	switch mask := p.mask & maskYear; mask {
	case maskYearOnes:
		// "the 2000s" may be a decade or a century.
		if !p.negative && p.year >= 1000 && p.year%100 != 0 {
			return "a year in the " + strconv.FormatInt(p.year, 10) + "s"
		}
	case maskYearOnes | maskYearTens, maskYearOnes | maskYearTens | maskYearHundreds, maskYear:
	default:
		return "a year numbered " + string(p.appendYear(nil))
	}
	return "a year from " + yearsEnglish(y.at(0), y.at(y.count-1), " to ")
}

// ofYear returns the year as it follows a month or a season.
func (p *part) ofYear() string {
	if p.mask&maskYear == 0 {
		return " " + yearEnglish(p.year)
	}
	return " of " + p.yearEnglish()
}

// yearsEnglish joins two years and names an era they share once.
func yearsEnglish(first, last int64, joint string) string {
	number, era := yearAndEra(first)
	number2, era2 := yearAndEra(last)
	if era == era2 {
		era = ""
	}
	return number + era + joint + number2 + era2
}

// monthEnglish returns the month, season or other part of the year in words.
func (p *part) monthEnglish() string {
	if p.month > 12 {
		return p.subYearEnglish()
	}
	months := p.months()
	if len(months) == 12 {
		return "a month of " + p.yearEnglish()
	}
	if isRun(months) {
		return "a month from " + monthNames[months[0]-1] + " to " + monthNames[months[len(months)-1]-1] + p.ofYear()
	}
	names := make([]string, len(months))
	for i, m := range months {
		names[i] = monthNames[m-1]
	}
	return listEnglish(names, " or ") + p.ofYear()
}

var (
	seasonNames  = [4]string{"spring", "summer", "autumn", "winter"}
	ordinalWords = [4]string{"first", "second", "third", "fourth"}
)

func (p *part) subYearEnglish() string {
	switch code := p.month; {
	case code < codeSpringNorth:
		return seasonNames[code-codeSpring] + p.ofYear()
	case code < codeSpringSouth:
		return seasonNames[code-codeSpringNorth] + p.ofYear() + " (northern hemisphere)"
	case code < codeQuarter1:
		return seasonNames[code-codeSpringSouth] + p.ofYear() + " (southern hemisphere)"
	case code < codeQuadrimester1:
		return "the " + ordinalWords[code-codeQuarter1] + " quarter of " + p.yearEnglish()
	case code < codeSemestral1:
		return "the " + ordinalWords[code-codeQuadrimester1] + " four months of " + p.yearEnglish()
	default:
		return "the " + ordinalWords[code-codeSemestral1] + " half of " + p.yearEnglish()
	}
}

// subYearNoun returns what a month component stands for.
func subYearNoun(code uint8) string {
	switch {
	case code < codeSpring:
		return "month"
	case code < codeQuarter1:
		return "season"
	case code < codeQuadrimester1:
		return "quarter"
	case code < codeSemestral1:
		return "four months"
	}
	return "half"
}

// dayEnglish returns the day in words.
func (p *part) dayEnglish() string {
	months, days := p.months(), p.days()
	anyDay := p.mask&maskDay == maskDay
	if len(months) == 1 {
		month := monthNames[months[0]-1] + p.ofYear()
		switch {
		case anyDay:
			return "a day in " + month
		case isRun(days):
			return "a day from " + strconv.Itoa(int(days[0])) + " to " + strconv.Itoa(int(days[len(days)-1])) + " " + month
		}
		return listEnglish(dayTexts(days, func(n uint8) string { return strconv.Itoa(int(n)) }), " or ") + " " + month
	}
	month := p.monthEnglish()
	switch {
	case anyDay && len(months) == 12:
		return "a day in " + p.yearEnglish()
	case anyDay:
		return "a day in " + month
	case isRun(days):
		return "a day from the " + ordinal(days[0]) + " to the " + ordinal(days[len(days)-1]) + " of " + month
	}
	return "the " + listEnglish(dayTexts(days, ordinal), " or ") + " of " + month
}

func dayTexts(days []uint8, text func(uint8) string) []string {
	texts := make([]string, len(days))
	for i, n := range days {
		texts[i] = text(n)
	}
	return texts
}

// months returns the months that match.
func (p *part) months() []uint8 {
	var months []uint8
	for m := uint8(1); m <= 12; m++ {
		if p.matchesMonth(m) {
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

// spanEnglish joins two dates; where they are plain it names a month or a year
// they share once: "25 and 27 July 2024".
func spanEnglish(first, last *part, joint string) string {
	if !first.isPlain() || !last.isPlain() || first.precision != last.precision || *first == *last {
		text := first.english()
		if strings.Contains(text, ", ") {
			text += ","
		}
		return text + joint + last.english()
	}
	end := last.english()
	switch {
	case first.precision == PrecisionYear:
		return yearsEnglish(first.year, last.year, joint)
	case first.year != last.year:
	case first.precision == PrecisionDay && first.month == last.month:
		return strconv.Itoa(int(first.day)) + joint + end
	case first.precision == PrecisionDay:
		return strconv.Itoa(int(first.day)) + " " + monthNames[first.month-1] + joint + end
	case first.month <= 12 && last.month <= 12:
		return monthNames[first.month-1] + joint + end
	case first.month >= codeSpring && first.month < codeSpringNorth && last.month >= codeSpring && last.month < codeSpringNorth:
		return seasonNames[first.month-codeSpring] + joint + end
	}
	return first.english() + joint + end
}

// listEnglish joins texts with commas and, before the last, with the given
// joint; with semicolons where a text holds a comma of its own.
func listEnglish(texts []string, joint string) string {
	comma := ", "
	for _, text := range texts {
		if strings.Contains(text, ", ") {
			comma = "; "
			joint = ";" + strings.TrimPrefix(joint, ",")
			break
		}
	}
	var b strings.Builder
	for i, text := range texts {
		switch {
		case i == 0:
		case i == len(texts)-1:
			b.WriteString(joint)
		default:
			b.WriteString(comma)
		}
		b.WriteString(text)
	}
	return b.String()
}
