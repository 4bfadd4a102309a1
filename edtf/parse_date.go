package edtf

import "math"

// What is expected where, in the words of ParseError.
const (
	wantDate      = "a date"
	wantYearDigit = "a year of four digits, X for an unspecified one"
	wantMonth     = "a month 01-12, unspecified digits as X, or a sub-year code 21-41"
	wantDay       = "a day of that month, two digits, X for an unspecified one"
	wantEnd       = "the end of the text"
)

// scanDate reads one date into p, starting at s[i], and returns the index after
// it. What may follow is the caller's business. plain is false when the text
// is possibly not in canonical form.
func scanDate(s string, i int, p *part) (next int, plain bool, fail *ParseError) {
	plain = true
	if i < len(s) {
		if q := qualifierOf(s[i]); q != 0 {
			p.qualifier, plain = q, false
			i++
		}
	}
	if i >= len(s) {
		return i, plain, refuse(s, i, wantDate)
	}
	if s[i] == 'Y' {
		i, fail = scanLongYear(s, i+1, p)
	} else {
		i, fail = scanYear(s, i, p)
	}
	if fail != nil {
		return i, plain, fail
	}
	if i < len(s) {
		if q := qualifierOf(s[i]); q != 0 {
			p.qualifier |= q
			i++
			plain = plain && (i >= len(s) || s[i] != '-')
		}
	}
	if i >= len(s) || s[i] != '-' || p.digits != 0 || p.isLong() {
		return i, plain, nil
	}
	i, plain, fail = scanMonth(s, i+1, p, plain)
	if fail != nil || i >= len(s) || s[i] != '-' {
		return i, plain, fail
	}
	return scanDay(s, i+1, p, plain)
}

// scanYear reads a four-digit year.
func scanYear(s string, i int, p *part) (int, *ParseError) {
	p.precision = PrecisionYear
	start := i
	if s[i] == '-' {
		p.negative = true
		i++
	}
	if len(s)-i < 4 {
		return i, refuse(s, afterDigits(s, i), wantYearDigit)
	}
	year := int64(0)
	for k := i; k < i+4; k++ {
		year *= 10
		p.mask <<= 1
		if c := s[k] - '0'; c <= 9 {
			year += int64(c)
		} else if s[k] == 'X' {
			p.mask |= 1
		} else {
			return k, refuse(s, k, wantYearDigit)
		}
	}
	if p.negative {
		if year == 0 && p.mask == 0 {
			return start, refuse(s, start, "year zero as 0000, without a sign")
		}
		year = -year
	}
	p.year = year
	i += 4
	if i < len(s) && s[i] == 'S' && p.mask == 0 {
		return scanSignificant(s, i+1, p)
	}
	return i, nil
}

// afterDigits returns the index of the first byte that is no digit and no X.
func afterDigits(s string, i int) int {
	for i < len(s) && (isDigit(s[i]) || s[i] == 'X') {
		i++
	}
	return i
}

// scanLongYear reads a year after its letter Y.
func scanLongYear(s string, i int, p *part) (int, *ParseError) {
	p.precision = PrecisionYear
	if i < len(s) && s[i] == '-' {
		p.negative = true
		i++
	}
	start := i
	n, i, fail := scanNumber(s, i, math.MaxUint64, "an integer without leading zeros", "a year within the int64 range")
	if fail != nil {
		return i, fail
	}
	if i < len(s) && s[i] == 'E' {
		var exponent uint64
		exponent, i, fail = scanNumber(s, i+1, uint64(len(pow10)-1), "a positive exponent without leading zeros", "a year within the int64 range")
		if fail != nil {
			return i, fail
		}
		var ok bool
		if n, ok = mulFits(n, pow10[exponent]); !ok {
			return start, refuse(s, start, "a year within the int64 range")
		}
		p.exponent = uint8(exponent)
	}
	year, ok := signedYear(n, p.negative)
	if !ok {
		return start, refuse(s, start, "a year within the int64 range")
	}
	if n <= 9999 {
		return start, refuse(s, start, "a year of more than four digits after Y")
	}
	p.year = year
	if i < len(s) && s[i] == 'S' {
		return scanSignificant(s, i+1, p)
	}
	return i, nil
}

// scanSignificant reads the number of significant digits after its letter S.
func scanSignificant(s string, i int, p *part) (int, *ParseError) {
	n := magnitude(p.year)
	limit := digitsOf(n)
	digits, next, fail := scanNumber(s, i, uint64(limit), "a positive number of significant digits without leading zeros",
		"no more significant digits than the year has")
	if fail != nil {
		return next, fail
	}
	p.digits = uint8(digits)
	low, high := significantRange(n, int(digits))
	if _, ok := signedYear(high, p.negative); !ok || high < low {
		return i, refuse(s, i, "significant digits that keep the year within the int64 range")
	}
	return next, nil
}

// scanNumber reads a positive integer without leading zeros.
func scanNumber(s string, i int, limit uint64, want, wantSmaller string) (n uint64, next int, fail *ParseError) {
	start := i
	if i >= len(s) || s[i] == '0' || !isDigit(s[i]) {
		return 0, i, refuse(s, i, want)
	}
	for i < len(s) && isDigit(s[i]) {
		digit := uint64(s[i] - '0')
		if n > (limit-digit)/10 || digit > limit {
			return 0, start, refuse(s, start, wantSmaller)
		}
		n = n*10 + digit
		i++
	}
	return n, i, nil
}

// scanPair reads two digits, each possibly an X, with a qualifier on either
// side, for component 1 (month) or 2 (day).
func scanPair(s string, i, component int, p *part, plain bool, want string) (value uint8, next int, stillPlain bool, fail *ParseError) {
	if i < len(s) {
		if q := qualifierOf(s[i]); q != 0 {
			p.qualifier |= q << component
			plain = false
			i++
		}
	}
	for k := i; k < i+2; k++ {
		value *= 10
		if k >= len(s) {
			return 0, k, plain, refuse(s, k, want)
		}
		if c := s[k] - '0'; c <= 9 {
			value += c
		} else if s[k] == 'X' {
			// Ones and tens of the month are bits 4 and 5, of the day 6 and 7.
			p.mask |= 1 << (2 + 2*component + i + 1 - k)
		} else {
			return 0, k, plain, refuse(s, k, want)
		}
	}
	i += 2
	if i < len(s) {
		if q := qualifierOf(s[i]); q != 0 {
			// A qualifier on the right covers everything to its left.
			q |= q << 1
			if component == 2 {
				q |= q << 1
			}
			p.qualifier |= q
			i++
			plain = plain && (i >= len(s) || s[i] != '-')
		}
	}
	return value, i, plain, nil
}

func scanMonth(s string, i int, p *part, plain bool) (int, bool, *ParseError) {
	value, next, plain, fail := scanPair(s, i, 1, p, plain, wantMonth)
	if fail != nil {
		return next, plain, fail
	}
	p.month, p.precision = value, PrecisionMonth
	if p.mask&maskMonth == 0 {
		if (value < 1 || value > 12) && !isSubYear(value) {
			return i, plain, refuse(s, i, wantMonth)
		}
	} else if !p.exists() {
		return i, plain, refuse(s, i, wantMonth)
	}
	return next, plain, nil
}

func scanDay(s string, i int, p *part, plain bool) (int, bool, *ParseError) {
	if p.mask&maskMonth == 0 && p.month > 12 {
		return i, plain, refuse(s, i-1, "no day after a sub-year code")
	}
	value, next, plain, fail := scanPair(s, i, 2, p, plain, wantDay)
	if fail != nil {
		return next, plain, fail
	}
	p.day, p.precision = value, PrecisionDay
	if p.mask == 0 {
		if value < 1 || value > 28 && value > monthLengthIn(p.year, p.month) {
			return i, plain, refuse(s, i, wantDay)
		}
	} else if !p.exists() {
		return i, plain, refuse(s, i, wantDay)
	}
	return next, plain, nil
}
