package edtf

// Sub-year groupings: "Level 2, Sub-year groupings" of the specification.
const (
	codeSpring           = 21 // to 24, independent of location
	codeSpringNorth      = 25
	codeSpringSouth      = 29
	codeQuarter1         = 33
	codeQuadrimester1    = 37
	codeSemestral1       = 40
	codeSubYearLast      = 41
	seasonsPerYear       = 4
	springMeteorological = 3
	springQuarter        = 4
)

// isSubYear reports whether a month component is a sub-year code.
func isSubYear(month uint8) bool { return month >= codeSpring && month <= codeSubYearLast }

// isSeason reports whether p is a season, whose months depend on convention.
func (p *part) isSeason() bool { return p.month >= codeSpring && p.month < codeQuarter1 }

// season returns the first of the seasons that match p, or with -1 the last.
func (p *part) season(which int) part {
	y := p.years()
	k := uint64(0)
	if which < 0 {
		k = y.count - 1
	}
	return part{year: y.at(k), month: p.month, precision: PrecisionMonth}
}

// nextSeason returns the season with the next code of the same four.
func (p part) nextSeason() part {
	if p.month++; (p.month-codeSpring)%seasonsPerYear == 0 {
		p.month -= seasonsPerYear
		p.year++
	}
	return p
}

func (p part) previousSeason() part {
	if (p.month-codeSpring)%seasonsPerYear == 0 {
		p.month += seasonsPerYear
		p.year--
	}
	p.month--
	return p
}

// subYearFamily numbers the groups of codes that divide a year in the same way.
func subYearFamily(code uint8) uint8 {
	switch {
	case code < codeSpring:
		return 0
	case code < codeQuarter1:
		return 1 + (code-codeSpring)/seasonsPerYear
	case code < codeQuadrimester1:
		return 4
	case code < codeSemestral1:
		return 5
	}
	return 6
}

// seasonGranule returns the days of a sub-year code.
func seasonGranule(year int64, code uint8, o *Options) granule {
	var first, length uint8
	switch {
	case code >= codeSemestral1:
		first, length = (code-codeSemestral1)*6, 6
	case code >= codeQuadrimester1:
		first, length = (code-codeQuadrimester1)*4, 4
	case code >= codeQuarter1:
		first, length = (code-codeQuarter1)*3, 3
	default:
		first, length = springMeteorological-1, 3
		if o.Seasons == SeasonsQuarter {
			first = springQuarter - 1
		}
		first += (code - codeSpring) % seasonsPerYear * 3
		if code >= codeSpringSouth || code < codeSpringNorth && o.Hemisphere == HemisphereSouth {
			first += 6
		}
		first %= 12
	}
	last, lastYear := first+length, year
	if last > 12 {
		last -= 12
		lastYear++
	}
	return granule{Day{year, first + 1, 1}, Day{lastYear, last, monthLengthIn(lastYear, last)}}
}

// settle changes the season convention of o where the interval d cannot hold
// under it: to the other rule, else to the other hemisphere, else to both.
func (d *Date) settle(o *Options) {
	if !d.start.isSeason() && !d.end.isSeason() || !isLimit(d.startKind, EndOnOrAfter) || !isLimit(d.endKind, EndOnOrBefore) {
		return
	}
	for _, c := range o.seasonConventions() {
		if !reversedWith(&d.start, &d.end, &c) {
			o.Seasons, o.Hemisphere = c.Seasons, c.Hemisphere
			return
		}
	}
}

// isLimit reports whether an end of an interval keeps the other from lying
// beyond it.
func isLimit(kind, further EndKind) bool { return kind == EndDate || kind == further }

// seasonConventions returns all four, that of o first.
func (o *Options) seasonConventions() [4]Options {
	rules, hemispheres := [2]SeasonRule{SeasonsMeteorological, SeasonsQuarter}, [2]Hemisphere{HemisphereNorth, HemisphereSouth}
	if o.Seasons == SeasonsQuarter {
		rules[0], rules[1] = rules[1], rules[0]
	}
	if o.Hemisphere == HemisphereSouth {
		hemispheres[0], hemispheres[1] = hemispheres[1], hemispheres[0]
	}
	var all [4]Options
	for i := range all {
		all[i] = Options{Seasons: rules[i%2], Hemisphere: hemispheres[i/2]}
	}
	return all
}

// neighbour returns the date of the same precision right before or after p,
// for a step of −1 or 1. Only a year may be long.
func (p part) neighbour(step int64) part {
	switch {
	case p.precision == PrecisionDay:
		return partOf(p.exactDay().AddDays(step))
	case p.precision == PrecisionMonth && p.month <= 12:
		return monthOf(Day{p.year, p.month, 1}.addMonths(step))
	case p.precision == PrecisionMonth:
		first, count := subYearCodes(p.month)
		n := int64(p.month-first) + step
		p.month, p.year = first+uint8((n+count)%count), p.year+(n+count)/count-1
	default:
		p.year += step
	}
	p.negative = p.year < 0
	return p
}

// subYearCodes returns the first code that divides a year as the given one
// does, and how many there are.
func subYearCodes(code uint8) (first uint8, count int64) {
	switch {
	case code < codeQuarter1:
		return code - (code-codeSpring)%4, 4
	case code < codeQuadrimester1:
		return codeQuarter1, 4
	case code < codeSemestral1:
		return codeQuadrimester1, 3
	}
	return codeSemestral1, 2
}
