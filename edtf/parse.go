package edtf

// Parse reads one EDTF text of level 0, 1 or 2. Nothing is trimmed, folded or
// guessed: spaces, lower-case letters and the basic format of ISO 8601 are
// errors. The cost is linear in the length of s. The Date keeps s as its
// source text. The error is a [*ParseError].
func Parse(s string) (Date, error) {
	var d Date
	if fail := parse(s, &d); fail != nil {
		return Date{}, fail
	}
	return d, nil
}

// MustParse is Parse for text known to be right; it panics on an error.
func MustParse(s string) Date {
	d, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

func parse(s string, d *Date) *ParseError {
	if s == "" {
		return refuse(s, 0, "a date, an interval or a set")
	}
	d.source = s
	switch s[0] {
	case '[', '{':
		return parseSet(s, d)
	case '/', '.':
		return parseInterval(s, d)
	}
	i, plain, fail := scanDate(s, 0, &d.start)
	if fail != nil {
		return fail
	}
	d.kind = KindDate
	d.canonical = plain
	if i == len(s) {
		return nil
	}
	switch s[i] {
	case 'T':
		if d.start.isDay() && d.start.qualifier == 0 {
			return parseTime(s, i+1, d)
		}
	case '/':
		return parseIntervalEnd(s, i, d)
	case '.':
		if plain := isDots(s, i); plain && i+2 < len(s) && s[i+2] == '/' {
			d.startKind = EndOnOrAfter
			return parseIntervalEnd(s, i+2, d)
		}
	}
	return refuse(s, i, wantAfterDate(&d.start))
}

// wantAfterDate says what could have continued a date.
func wantAfterDate(p *part) string {
	switch {
	case p.isLong() || p.digits != 0:
		return "a qualifier, a slash or the end of the text: this form of a year takes no month"
	case p.precision == PrecisionDay && p.mask == 0 && p.qualifier == 0:
		return "T and a time, a qualifier, a slash or the end of the text"
	case p.precision == PrecisionDay || isSubYear(p.month):
		return "a qualifier, a slash or the end of the text"
	}
	return "a hyphen, a qualifier, a slash or the end of the text"
}

func isDots(s string, i int) bool {
	return i+1 < len(s) && s[i] == '.' && s[i+1] == '.'
}
