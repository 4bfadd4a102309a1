package edtf

import (
	"cmp"
	"math/bits"
	"slices"
)

// maskedDays merges many dates with unspecified digits: it goes through the
// years once and gathers, for each, the days of all dates that match it. So the
// cost is that of comparing each date with each year, however many days match.
type maskedDays struct {
	patterns []yearPattern
	groups   []dayGroup
	year     int64 // the year in hand
	last     int64 // the last year that may match
	month    int   // the next month of that year to look at, 12 when done
	days     monthBits
}

// monthBits holds the days of each month, day 1 in bit 0.
type monthBits [12]uint32

// yearPattern is the year of one date, its digits as nibbles, with the days
// that go with it. Masked nibbles are all ones in mask.
type yearPattern struct {
	days         dayPattern
	digits, mask uint16
	negative     bool
}

// dayPattern tells which days of a year match a date.
type dayPattern struct {
	month, day uint8
	mask       uint8 // the bits of part.mask for month and day
	after      uint8 // 1 when the days lie in the year after the year written
}

// dayGroup is a run of patterns that have the same days.
type dayGroup struct {
	patterns   []yearPattern
	after      int64
	common     monthBits // the days in a common year
	leapDayToo bool      // 29 February belongs to it in a leap year
}

// add takes up a date that has unspecified digits.
func (m *maskedDays) add(p *part, o *Options) {
	y := p.years()
	digits, mask := nibbles(magnitude(p.year)), uint16(0)
	for i := range 4 {
		if p.mask>>i&1 != 0 {
			mask |= 0xf << (4 * i)
		}
	}
	pattern := yearPattern{digits: digits, mask: mask, negative: p.negative}
	first, last := y.at(0), y.at(y.count-1)
	add := func(month, day, bits, after uint8) {
		pattern.days = dayPattern{month, day, bits, after}
		m.patterns = append(m.patterns, pattern)
		if len(m.patterns) == 1 {
			m.year, m.last = first, last
		}
		m.year = min(m.year, first)
		m.last = max(m.last, last+int64(after))
	}
	switch {
	case p.precision == PrecisionYear:
		add(0, 0, maskMonth|maskDay, 0)
	case isSubYear(p.month):
		g := seasonGranule(2000, p.month, o) // any year: its months are the same
		for month := g.first.month; ; month = month%12 + 1 {
			after := uint8(0)
			if month < g.first.month {
				after = 1
			}
			add(month, 0, maskDay, after)
			if month == g.last.month {
				break
			}
		}
	case p.precision == PrecisionMonth:
		add(p.month, 0, p.mask&maskMonth|maskDay, 0)
	default:
		add(p.month, p.day, p.mask&(maskMonth|maskDay), 0)
	}
}

func nibbles(n uint64) uint16 {
	return uint16(n/1000<<12 | n/100%10<<8 | n/10%10<<4 | n%10)
}

func (y yearPattern) compare(other yearPattern) int {
	return cmp.Or(
		cmp.Compare(y.days.month, other.days.month), cmp.Compare(y.days.day, other.days.day),
		cmp.Compare(y.days.mask, other.days.mask), cmp.Compare(y.days.after, other.days.after),
		// Those that match most years come first, to be found soon.
		cmp.Compare(bits.OnesCount16(other.mask), bits.OnesCount16(y.mask)),
		cmp.Compare(y.mask, other.mask), cmp.Compare(y.digits, other.digits),
		compareBool(y.negative, other.negative),
	)
}

// arrange groups what was added and stands before the first year.
func (m *maskedDays) arrange() {
	slices.SortFunc(m.patterns, yearPattern.compare)
	m.patterns = slices.Compact(m.patterns)
	for rest := m.patterns; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].days == rest[0].days {
			n++
		}
		m.groups = append(m.groups, newDayGroup(rest[:n]))
		rest = rest[n:]
	}
	m.month = 12
	m.year--
	if len(m.patterns) == 0 {
		m.last = m.year
	}
}

func newDayGroup(patterns []yearPattern) dayGroup {
	days := patterns[0].days
	g := dayGroup{patterns: patterns, after: int64(days.after)}
	p := part{month: days.month, day: days.day, mask: days.mask}
	for month := range uint8(12) {
		if !p.matchesMonth(month + 1) {
			continue
		}
		for day := range monthLength(month+1, false) {
			if p.matchesDay(day + 1) {
				g.common[month] |= 1 << day
			}
		}
	}
	g.leapDayToo = p.matchesMonth(2) && p.matchesDay(29)
	return g
}

// matches reports whether one of the patterns has the year.
func (g *dayGroup) matches(year int64) bool {
	year -= g.after
	if year < -9999 || year > 9999 {
		return false
	}
	digits, negative := nibbles(magnitude(year)), year < 0
	for i := range g.patterns {
		if p := &g.patterns[i]; (p.digits^digits)&^p.mask == 0 && p.negative == negative {
			return true
		}
	}
	return false
}

// next returns the next days, which may touch those before.
func (m *maskedDays) next() (span, bool) {
	for {
		for ; m.month < 12; m.month++ {
			left := m.days[m.month]
			if left == 0 {
				continue
			}
			first := bits.TrailingZeros32(left)
			length := bits.TrailingZeros32(^(left >> first))
			m.days[m.month] &^= (1<<length - 1) << first
			month := uint8(m.month) + 1
			return span{Day{m.year, month, uint8(first) + 1}, Day{m.year, month, uint8(first + length)}}, true
		}
		if m.year >= m.last {
			return span{}, false
		}
		m.year++
		m.gather()
	}
}

// gather puts the days of the year in hand into m.days.
func (m *maskedDays) gather() {
	m.month, m.days = 0, monthBits{}
	leap := isLeap(m.year)
	for i := range m.groups {
		g := &m.groups[i]
		if !g.matches(m.year) {
			continue
		}
		for month, days := range g.common {
			m.days[month] |= days
		}
		if leap && g.leapDayToo {
			m.days[1] |= 1 << 28
		}
	}
}
