package edtf

// span is a run of consecutive days, both ends included.
type span struct{ first, last Day }

// spans yields the days that match one date as disjoint, ascending, maximal
// spans. It holds a place in the sequence and allocates nothing.
type spans struct {
	part    *part
	options *Options
	years   years
	k       uint64 // the number of the year
	month   uint8  // the next month and day to try in that year
	day     uint8
	leap    bool
	yearly  bool // every day of a matching year matches
	padded  bool
	pending span
	some    bool // pending is set
}

func newSpans(p *part, o *Options) spans {
	s := spans{part: p, options: o, years: p.years(), month: 1, day: 1}
	s.yearly = p.precision == PrecisionYear ||
		p.mask&maskMonth == maskMonth && (p.precision == PrecisionMonth || p.mask&maskDay == maskDay)
	s.padded = p.isPadded(o)
	s.leap = isLeap(s.years.at(0))
	return s
}

// seek goes to the first day of year number k.
func (s *spans) seek(k uint64) {
	s.k, s.month, s.day = k, 1, 1
	s.leap = isLeap(s.years.at(k))
}

// lastUpTo returns the last day that matches and is not after the limit, or the
// limit itself if there is none.
func (s *spans) lastUpTo(limit Day) Day {
	if s.padded {
		last := limit
		for found, ok := s.next(); ok && !limit.before(found.first); found, ok = s.next() {
			last = found.last
		}
		return minDay(last, limit)
	}
	for k := s.years.upTo(limit.year); k > 0; k-- {
		year := s.years.at(k - 1)
		if s.yearly {
			return minDay(Day{year, 12, 31}, limit)
		}
		s.seek(k - 1)
		var last Day
		for found, ok := s.piece(); ok && found.first.year == year && !limit.before(found.first); found, ok = s.piece() {
			last = found.last
		}
		if !last.IsZero() {
			return minDay(last, limit)
		}
	}
	return limit
}

// firstFrom returns the first day that matches and is not before the limit, or
// the limit itself if there is none.
func (s *spans) firstFrom(limit Day) Day {
	if !s.padded {
		from := limit.year - 1
		if !s.yearly {
			from-- // a season may reach into the year after its own
		}
		k := s.years.upTo(from)
		if k == s.years.count {
			return limit
		}
		if s.yearly {
			return maxDay(Day{s.years.at(k), 1, 1}, limit)
		}
		s.seek(k)
	}
	for found, ok := s.next(); ok; found, ok = s.next() {
		if !found.last.before(limit) {
			return maxDay(found.first, limit)
		}
	}
	return limit
}

func minDay(a, b Day) Day {
	if b.before(a) {
		return b
	}
	return a
}

func maxDay(a, b Day) Day {
	if a.before(b) {
		return b
	}
	return a
}

// next returns the next span, and false after the last one.
func (s *spans) next() (span, bool) {
	for {
		found, ok := s.piece()
		if !ok {
			ok, s.some = s.some, false
			return s.pending, ok
		}
		if s.padded {
			found.first = s.part.pad(found.first, s.options, -1)
			found.last = s.part.pad(found.last, s.options, +1)
		}
		if !s.some {
			s.pending, s.some = found, true
			continue
		}
		if s.pending.last.AddDays(1).before(found.first) {
			found, s.pending = s.pending, found
			return found, true
		}
		if s.pending.last.before(found.last) {
			s.pending.last = found.last
		}
	}
}

// piece returns the next matching days; a piece may touch the one before.
func (s *spans) piece() (span, bool) {
	for s.k < s.years.count {
		year := s.years.at(s.k)
		if s.yearly {
			s.k += s.years.run(s.k)
			return span{Day{year, 1, 1}, Day{s.years.at(s.k - 1), 12, 31}}, true
		}
		if s.part.precision == PrecisionMonth {
			if found, ok := s.monthPiece(year); ok {
				return found, true
			}
		} else if found, ok := s.dayPiece(year); ok {
			return found, true
		}
		s.k++
		s.month, s.day = 1, 1
		if s.k < s.years.count {
			s.leap = isLeap(s.years.at(s.k))
		}
	}
	return span{}, false
}

func (s *spans) monthPiece(year int64) (span, bool) {
	if s.month > 12 {
		return span{}, false
	}
	if s.part.mask&maskMonth == 0 {
		s.month = 13
		g := s.part.monthGranule(year, s.part.month, s.options)
		return span(g), true
	}
	for ; s.month <= 12; s.month++ {
		if s.part.matchesMonth(s.month) {
			m := s.month
			s.month++
			return span{Day{year, m, 1}, Day{year, m, monthLength(m, s.leap)}}, true
		}
	}
	return span{}, false
}

func (s *spans) dayPiece(year int64) (span, bool) {
	for ; s.month <= 12; s.month, s.day = s.month+1, 1 {
		if !s.part.matchesMonth(s.month) {
			continue
		}
		last := monthLength(s.month, s.leap)
		for s.day <= last && !s.part.matchesDay(s.day) {
			s.day++
		}
		if s.day > last {
			continue
		}
		found := span{Day{year, s.month, s.day}, Day{year, s.month, s.day}}
		for s.day++; s.day <= last && s.part.matchesDay(s.day); s.day++ {
			found.last.day = s.day
		}
		return found, true
	}
	return span{}, false
}
