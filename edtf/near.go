package edtf

// nearDays is how far from 1970-01-01 the days are that nearDay takes, some
// 730,000 years.
const nearDays = 1 << 28

// nearDay returns the day with a number n, |n| ≤ nearDays, in few steps: those
// of C. Neri and L. Schneider, "Euclidean affine functions and their
// application to calendar algorithms" (Software: Practice and Experience 53,
// 2023), figure 12. A year begins in March there.
func nearDay(n int64) Day {
	const cyclesBefore = 1840 // at least as many as nearDays has, and even so m < 1<<30
	m := uint32(n + epochDay - marchDay + cyclesBefore*daysPerCycle)
	a := 4*m + 3
	century, b := a/daysPerCycle, a%daysPerCycle|3
	c := uint64(2939745) * uint64(b)
	year, dayOfYear := uint32(c>>32), uint32(c)/2939745/4
	d := 2141*dayOfYear + 197913
	month, day := d>>16, d&0xffff/2141
	y := int64(100*century+year) - cyclesBefore*yearsPerCycle
	if dayOfYear >= 306 { // January or February
		y, month = y+1, month-12
	}
	return Day{y, uint8(month), uint8(day + 1)}
}

// marchDay is the number of days from 1 January to 1 March of the year 0.
const marchDay = 60
