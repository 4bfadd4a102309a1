package edtf

// years is the ascending sequence of the years that match a part: the
// consecutive years of a number with significant digits, or those whose
// unspecified digits are filled in.
type years struct {
	first    int64  // for consecutive years
	count    uint64 // of years; never 0
	base     int64  // the magnitude with unspecified digits as zero
	mask     uint8  // unspecified digits; 0 for consecutive years
	negative bool
}

var placeValue = [4]int64{1, 10, 100, 1000}

func (p *part) years() years {
	if p.digits != 0 {
		low, high := significantRange(magnitude(p.year), int(p.digits))
		if p.year < 0 {
			low, high = high, low
			return years{first: -int64(low), count: low - high + 1}
		}
		return years{first: int64(low), count: high - low + 1}
	}
	mask := p.mask & maskYear
	if mask == 0 {
		return years{first: p.year, count: 1}
	}
	y := years{base: p.year, count: 1, mask: mask, negative: p.negative}
	if y.negative {
		y.base = -y.base
	}
	for m := mask; m != 0; m &= m - 1 {
		y.count *= 10
	}
	if y.negative && y.base == 0 {
		y.count-- // there is no year -0000
	}
	return y
}

// significantRange returns the least and the greatest number that share their
// first digits with n.
func significantRange(n uint64, digits int) (low, high uint64) {
	unit := uint64(1)
	if extra := digitsOf(n) - digits; extra > 0 {
		unit = pow10[extra]
	}
	low = n - n%unit
	return low, low + (unit - 1)
}

// at returns year number k, counted from zero.
func (y *years) at(k uint64) int64 {
	if y.mask == 0 {
		return y.first + int64(k)
	}
	if y.negative {
		k = y.count - 1 - k
		if y.base == 0 {
			k++
		}
	}
	n := y.base
	for i, place := range placeValue {
		if y.mask>>i&1 != 0 {
			n += int64(k%10) * place
			k /= 10
		}
	}
	if y.negative {
		return -n
	}
	return n
}

// upTo counts the years that are not after the given one.
func (y *years) upTo(year int64) uint64 {
	low, high := uint64(0), y.count
	for low < high {
		middle := low + (high-low)/2
		if y.at(middle) <= year {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// run returns how many consecutive years start at number k, which must be the
// start of such a run.
func (y *years) run(k uint64) uint64 {
	if y.mask == 0 {
		return y.count - k
	}
	run := uint64(1)
	for m := y.mask; m&1 != 0; m >>= 1 {
		run *= 10
	}
	if y.negative && y.base == 0 && k+run > y.count {
		return y.count - k // the run that would end in -0000
	}
	return run
}

// hasLeap reports whether any year is a leap year. Its cost does not depend on
// the number of years.
func (y *years) hasLeap() bool {
	if y.mask == 0 {
		for k := uint64(0); k < min(y.count, 9); k++ {
			if isLeap(y.at(k)) {
				return true
			}
		}
		return false
	}
	low, high := y.mask&3, y.mask>>2
	for two := int64(4); two < 100; two += 4 {
		if matchesPair(two, y.base%100, low) {
			return true
		}
	}
	if !matchesPair(0, y.base%100, low) {
		return false
	}
	for two := int64(0); two < 100; two += 4 {
		if matchesPair(two, y.base/100, high) && !(y.negative && two == 0) {
			return true
		}
	}
	return false
}

// matchesPair compares two digits with a pattern whose masked digits are free.
func matchesPair(n, pattern int64, mask uint8) bool {
	return (mask&1 != 0 || n%10 == pattern%10) && (mask&2 != 0 || n/10 == pattern/10)
}

// firstLeap returns the first leap year; there must be one.
func (y *years) firstLeap() int64 {
	k := uint64(0)
	for !isLeap(y.at(k)) {
		k++
	}
	return y.at(k)
}

func (y *years) lastLeap() int64 {
	k := y.count - 1
	for !isLeap(y.at(k)) {
		k--
	}
	return y.at(k)
}
