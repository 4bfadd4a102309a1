package edtf

// Precision is the finest component a date has.
type Precision uint8

const (
	// PrecisionNone is the precision of what is no single date.
	PrecisionNone Precision = iota
	// PrecisionYear is a year, also one with unspecified or significant
	// digits.
	PrecisionYear
	// PrecisionMonth is a year with a month or a sub-year code.
	PrecisionMonth
	// PrecisionDay is a day.
	PrecisionDay
)

var precisionNames = [...]string{"none", "year", "month", "day"}

// String returns "none", "year", "month" or "day".
func (p Precision) String() string {
	if int(p) < len(precisionNames) {
		return precisionNames[p]
	}
	return "invalid"
}

// part is one date: a year, a year with a month or a sub-year code, or a day,
// each digit of which may be unspecified. It carries no time of day.
type part struct {
	year      int64 // unspecified digits count as zero
	month     uint8 // 1–12 or a sub-year code 21–41; unspecified digits count as zero
	day       uint8
	mask      uint8 // which digits are unspecified
	qualifier qualifier
	digits    uint8 // significant digits, 0 when not stated
	exponent  uint8 // the power of ten a year is written with, 0 for none
	precision Precision
	negative  bool // also when all the digits of a negative year are unspecified or zero
}

// The bits of part.mask, one for each digit.
const (
	maskYearOnes uint8 = 1 << iota
	maskYearTens
	maskYearHundreds
	maskYearThousands
	maskMonthOnes
	maskMonthTens
	maskDayOnes
	maskDayTens

	maskYear  = maskYearOnes | maskYearTens | maskYearHundreds | maskYearThousands
	maskMonth = maskMonthOnes | maskMonthTens
	maskDay   = maskDayOnes | maskDayTens
)

// isDay reports whether p is one exact day.
func (p *part) isDay() bool { return p.precision == PrecisionDay && p.mask == 0 }

// isLong reports whether the year needs the letter Y.
func (p *part) isLong() bool {
	return p.exponent > 0 || p.year > 9999 || p.year < -9999
}

func (p *part) exactDay() Day { return Day{p.year, p.month, p.day} }

func partOf(d Day) part {
	return part{year: d.year, month: d.month, day: d.day, precision: PrecisionDay, negative: d.year < 0}
}

func yearPart(year int64) part {
	return part{year: year, precision: PrecisionYear, negative: year < 0}
}

func monthPart(year int64, month uint8) part {
	return part{year: year, month: month, precision: PrecisionMonth, negative: year < 0}
}

func decadePart(year int64) part {
	p := yearPart(year)
	p.mask = maskYearOnes
	return p
}

// monthOf returns the month a day lies in.
func monthOf(d Day) part { return monthPart(d.year, d.month) }

func (p *part) matchesMonth(month uint8) bool {
	return matches(month, p.month, p.mask>>4)
}

func (p *part) matchesDay(day uint8) bool {
	return matches(day, p.day, p.mask>>6)
}

// matches compares two digits with a pattern, of which bit 0 of the mask frees
// the ones and bit 1 the tens.
func matches(value, pattern, mask uint8) bool {
	return (mask&2 != 0 || value/10 == pattern/10) && (mask&1 != 0 || value%10 == pattern%10)
}

// leastMatch returns the least number from 1 to the limit, at most 31, that
// matches the pattern, or 0.
func leastMatch(pattern, mask, limit uint8) uint8 {
	least := pattern
	if least == 0 && mask != 0 {
		least = 1 // "XX" and "0X"
		if mask&1 == 0 {
			least = 10 // "X0"
		}
	}
	if least > limit {
		return 0
	}
	return least
}

// greatestMatch returns the greatest number from 1 to the limit, at most 31,
// that matches the pattern, or 0.
func greatestMatch(pattern, mask, limit uint8) uint8 {
	greatest := pattern
	switch mask & 3 {
	case 1:
		greatest = min(pattern+9, limit)
	case 2:
		if limit >= pattern {
			greatest += (limit - pattern) / 10 * 10
		}
	case 3:
		greatest = limit
	}
	if greatest > limit || greatest < pattern {
		return 0
	}
	return greatest
}

// firstMonth returns the first month that matches, or the sub-year code, or 0.
func (p *part) firstMonth() uint8 {
	if p.mask&maskMonth == 0 {
		return p.month
	}
	return leastMatch(p.month, p.mask>>4&3, 12)
}

func (p *part) lastMonth() uint8 {
	if p.mask&maskMonth == 0 {
		return p.month
	}
	return greatestMatch(p.month, p.mask>>4, 12)
}

// firstDay returns the first month and day that match in a year, or 0, 0.
func (p *part) firstDay(leap bool) (month, day uint8) {
	last := p.lastMonth()
	for m := p.firstMonth(); m != 0 && m <= last; m++ {
		if p.matchesMonth(m) {
			if d := leastMatch(p.day, p.mask>>6, monthLength(m, leap)); d != 0 {
				return m, d
			}
		}
	}
	return 0, 0
}

func (p *part) lastDay(leap bool) (month, day uint8) {
	first := p.firstMonth()
	for m := p.lastMonth(); m != 0 && m >= first; m-- {
		if p.matchesMonth(m) {
			if d := greatestMatch(p.day, p.mask>>6, monthLength(m, leap)); d != 0 {
				return m, d
			}
		}
	}
	return 0, 0
}

// exists reports whether at least one real month or day matches.
func (p *part) exists() bool {
	if p.precision == PrecisionMonth {
		return p.firstMonth() != 0
	}
	if m, _ := p.firstDay(false); m != 0 {
		return true
	}
	m, _ := p.firstDay(true)
	y := p.years()
	return m != 0 && y.hasLeap()
}

// granule is one date at its full precision: the days of one year, month,
// season or day.
type granule struct{ first, last Day }

// granules returns the first and the last granule that match p.
func (p *part) granules(o *Options) (first, last granule) {
	if p.isDay() {
		d := p.exactDay()
		return granule{d, d}, granule{d, d}
	}
	from, to := p.year, p.year
	if p.mask&maskYear != 0 || p.digits != 0 {
		y := p.years()
		from, to = y.at(0), y.at(y.count-1)
	}
	switch p.precision {
	case PrecisionYear:
		return yearGranule(from), yearGranule(to)
	case PrecisionMonth:
		return p.monthGranule(from, p.firstMonth(), o), p.monthGranule(to, p.lastMonth(), o)
	}
	m, d := p.firstDay(isLeap(from))
	if m == 0 {
		y := p.years()
		from = y.firstLeap()
		m, d = p.firstDay(true)
	}
	first.first = Day{from, m, d}
	m, d = p.lastDay(isLeap(to))
	if m == 0 {
		y := p.years()
		to = y.lastLeap()
		m, d = p.lastDay(true)
	}
	last.first = Day{to, m, d}
	first.last, last.last = first.first, last.first
	return first, last
}

func yearGranule(year int64) granule {
	return granule{Day{year, 1, 1}, Day{year, 12, 31}}
}

func (p *part) monthGranule(year int64, month uint8, o *Options) granule {
	if month > 12 {
		return seasonGranule(year, month, o)
	}
	return granule{Day{year, month, 1}, Day{year, month, monthLengthIn(year, month)}}
}
