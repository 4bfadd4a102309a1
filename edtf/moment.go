package edtf

import (
	"cmp"
	"slices"
)

// moment is a second on the time line, or one of four places beyond it.
type moment struct {
	place  place
	day    Day
	second int32 // 0 to 86399: a leap second shares the last second of its day
}

// place orders what is not on the time line: the infinite past and future are
// single places, and before and after all days of it lie the limits of what
// has no first or last day.
type place int8

const (
	infinitePast   place = -2
	withoutFirst   place = -1
	onLine         place = 0
	withoutLast    place = +1
	infiniteFuture place = +2
)

const lastSecond = 86399

func (m moment) compare(other moment) int {
	if m.place != onLine || other.place != onLine {
		return cmp.Compare(m.place, other.place)
	}
	if c := m.day.order(other.day); c != 0 {
		return c
	}
	return cmp.Compare(m.second, other.second)
}

// next is the second after m.
func (m moment) next() moment {
	if m.place != onLine {
		return m
	}
	if m.second++; m.second > lastSecond {
		m.second = 0
		if m.day == lastDay {
			return moment{place: withoutLast}
		}
		m.day = m.day.AddDays(1)
	}
	return m
}

func (m moment) previous() moment {
	if m.place != onLine {
		return m
	}
	if m.second--; m.second < 0 {
		m.second = lastSecond
		if m.day == firstDay {
			return moment{place: withoutFirst}
		}
		m.day = m.day.AddDays(-1)
	}
	return m
}

// widestShift is how far a day of some zone may lie from the day of UTC, in
// seconds: the greatest time shift there is in EDTF.
const widestShift = maxShift * 60

// shifted moves m by less than a day.
func (m moment) shifted(seconds int32) moment {
	if m.place != onLine {
		return m
	}
	m.second += seconds
	switch {
	case m.second < 0:
		m.second += lastSecond + 1
		m.day = m.day.AddDays(-1)
	case m.second > lastSecond:
		m.second -= lastSecond + 1
		m.day = m.day.AddDays(1)
	}
	return m
}

// grid is the set of seconds on which the moments of a list lie.
type grid uint8

const (
	everySecond grid = iota
	dayStarts
	dayEnds
)

// ceil is the first moment of the grid not before m.
func (g grid) ceil(m moment) moment {
	if m.place != onLine || g == everySecond {
		return m
	}
	if g == dayEnds {
		m.second = lastSecond
		return m
	}
	if m.second > 0 {
		m.second = lastSecond
		return m.next()
	}
	return m
}

// floor is the last moment of the grid not after m.
func (g grid) floor(m moment) moment {
	if m.place != onLine || g == everySecond {
		return m
	}
	if g == dayStarts {
		m.second = 0
		return m
	}
	if m.second < lastSecond {
		m.second = 0
		return m.previous()
	}
	return m
}

// clip narrows a range to the grid.
func (g grid) clip(r momentRange) momentRange {
	return momentRange{g.ceil(r.first), g.floor(r.last)}
}

// moments is a list of disjoint, ascending ranges of moments on one grid.
type moments struct {
	grid   grid
	ranges []momentRange
}

type momentRange struct{ first, last moment }

func (l moments) first() moment { return l.ranges[0].first }
func (l moments) last() moment  { return l.ranges[len(l.ranges)-1].last }

// from returns the first range that does not end before m.
func (l moments) from(m moment) int {
	if len(l.ranges) == 1 {
		if l.ranges[0].last.compare(m) < 0 {
			return 1
		}
		return 0
	}
	i, _ := slices.BinarySearchFunc(l.ranges, m, func(r momentRange, m moment) int { return r.last.compare(m) })
	return i
}

// atLeast returns the first moment not before m.
func (l moments) atLeast(m moment) (moment, bool) {
	for i := l.from(m); i < len(l.ranges); i++ {
		at := laterMoment(l.ranges[i].first, l.grid.ceil(m))
		if at.compare(l.ranges[i].last) <= 0 {
			return at, true
		}
	}
	return moment{}, false
}

// atMost returns the last moment not after m.
func (l moments) atMost(m moment) (moment, bool) {
	i := l.from(m)
	if i == len(l.ranges) {
		i--
	}
	for ; i >= 0; i-- {
		at := earlierMoment(l.ranges[i].last, l.grid.floor(m))
		if at.compare(l.ranges[i].first) >= 0 {
			return at, true
		}
	}
	return moment{}, false
}

// above returns the first moment after m, which is no later than all days.
// Where there is no first, any later moment will do, and the limit stands for
// it.
func (l moments) above(m moment) (moment, bool) {
	switch m.place {
	case onLine:
		m = m.next()
	case infinitePast:
		m.place = withoutFirst
	}
	return l.atLeast(m)
}

// below returns the last moment before m, which is no earlier than all days.
// Where there is no last, the limit stands for it.
func (l moments) below(m moment) (moment, bool) {
	switch m.place {
	case onLine:
		m = m.previous()
	case infiniteFuture:
		m.place = withoutLast
	}
	return l.atMost(m)
}

// anywhere is the range of all moments.
var anywhere = momentRange{moment{place: infinitePast}, moment{place: infiniteFuture}}

// common returns the first and the last moment that both lists and the range
// within have.
func (l moments) common(other moments, within momentRange) (first, last moment, some bool) {
	i := l.from(laterMoment(other.first(), within.first))
	j := other.from(laterMoment(l.first(), within.first))
	for i < len(l.ranges) && j < len(other.ranges) {
		a, b := l.ranges[i], other.ranges[j]
		low := laterMoment(laterMoment(a.first, b.first), within.first)
		high := earlierMoment(earlierMoment(a.last, b.last), within.last)
		low, high = l.grid.ceil(other.grid.ceil(low)), l.grid.floor(other.grid.floor(high))
		if low.compare(high) <= 0 {
			if !some {
				first, some = low, true
			}
			last = high
		}
		if a.last.compare(b.last) < 0 {
			i++
		} else {
			j++
		}
	}
	return first, last, some
}

// following returns the moments right after those of a list of ends. Room is
// where a single range is put.
func (l moments) following(room *[1]momentRange) moments {
	after := moments{everySecond, room[:]}
	if l.grid == dayEnds {
		after.grid = dayStarts
	}
	if len(l.ranges) > 1 {
		after.ranges = make([]momentRange, len(l.ranges))
	}
	for i, r := range l.ranges {
		after.ranges[i] = momentRange{r.first.next(), r.last.next()}
	}
	return after
}

func laterMoment(a, b moment) moment {
	if b.compare(a) > 0 {
		return b
	}
	return a
}

func earlierMoment(a, b moment) moment {
	if b.compare(a) < 0 {
		return b
	}
	return a
}
