package edtf

import "math/bits"

const (
	yearsPerCycle = 400
	daysPerCycle  = 146097
	epochDay      = 719528 // days from 0000-01-01 to 1970-01-01
)

// isLeap applies the Gregorian leap rule to any year, year 0 included.
func isLeap(year int64) bool {
	return year&3 == 0 && (year%100 != 0 || year%400 == 0)
}

// monthLength returns the number of days of month 1–12.
func monthLength(month uint8, leap bool) uint8 {
	if month == 2 {
		if leap {
			return 29
		}
		return 28
	}
	return 30 + (month^month>>3)&1
}

func monthLengthIn(year int64, month uint8) uint8 {
	return monthLength(month, month == 2 && isLeap(year))
}

// daysBeforeMonth counts the days of a year that lie before its month.
func daysBeforeMonth(month uint8, leap bool) int64 {
	days := (int64(month)*367 - 362) / 12
	if month > 2 {
		days -= 2
		if leap {
			days++
		}
	}
	return days
}

func floorDiv(a, b int64) (quotient, remainder int64) {
	quotient, remainder = a/b, a%b
	if remainder < 0 {
		quotient--
		remainder += b
	}
	return quotient, remainder
}

// cycleOf splits a date into its 400-year cycle and the day within that cycle,
// 0 to 146096.
func cycleOf(year int64, month, day uint8) (cycle, dayOfCycle int64) {
	cycle, y := floorDiv(year, yearsPerCycle)
	days := y*365 + (y+3)/4 - (y+99)/100 + (y+399)/400
	return cycle, days + daysBeforeMonth(month, isLeap(y)) + int64(day) - 1
}

// dateInCycle is the inverse of cycleOf for the years 0 to 399 of a cycle.
func dateInCycle(dayOfCycle int64) (year int64, month, day uint8) {
	year = dayOfCycle / 366
	for {
		next := year + 1
		start := next*365 + (next+3)/4 - (next+99)/100 + (next+399)/400
		if start > dayOfCycle {
			break
		}
		year = next
	}
	rest := dayOfCycle - (year*365 + (year+3)/4 - (year+99)/100 + (year+399)/400)
	leap := isLeap(year)
	month = uint8(rest/31) + 1
	if month < 12 && daysBeforeMonth(month+1, leap) <= rest {
		month++
	}
	return year, month, uint8(rest-daysBeforeMonth(month, leap)) + 1
}

// pow10 holds the powers of ten that fit an int64.
var pow10 = [19]uint64{
	1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9,
	1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
}

// digitsOf counts the decimal digits of n; zero has one.
func digitsOf(n uint64) int {
	count := 1
	for count < len(pow10) && n >= pow10[count] {
		count++
	}
	return count
}

// magnitude is |n|, also for the least int64.
func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// mulFits multiplies and reports whether the product fits 64 bits.
func mulFits(a, b uint64) (uint64, bool) {
	high, low := bits.Mul64(a, b)
	return low, high == 0
}
