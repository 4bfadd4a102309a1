package edtf

// Date returns the date that says what b says, and whether it says exactly
// that: whether [Date.Bounds] of it gives b. EDTF has no text for some bounds,
// such as a start from 25 July to 3 August with an end on the 10th; there the
// date is a wider one, of which all that b allows remains possible:
// "2024-07-25../2024-08-10". For an instant beside others it has the days that
// the instant may lie in. It is the zero Date for bounds that cannot be
// placed and for those without any day.
//
// Of several texts it is the first that fits: a day, a month, a quarter or
// another part of a year that is no season, a year, a decade, century or
// millennium ("193X"); else a set or an interval of years, of months, of days.
// Qualifiers, seasons and time shifts do not come back.
func (b Bounds) Date() (d Date, exact bool) {
	var room boundRange
	if p := b.placement(&room); b == (Bounds{}) || !p.feasible() {
		return Date{}, false
	}
	if at, ok := b.EarliestStart.Time(); ok && b.EarliestStart == b.LatestEnd {
		d = FromTime(at)
		return d, d.Bounds() == b
	}
	days := b.inAnyZone()
	known := days.EarliestStart.kind != BoundUnknown && days.LatestEnd.kind != BoundUnknown
	if known && days.EarliestStart == days.EarliestEnd && days.LatestStart == days.LatestEnd {
		d = oneOfRanges([]Range{{days.EarliestStart, days.LatestEnd}})
	} else {
		d = Date{kind: KindInterval}
		d.startKind, d.start = endWithin(days.EarliestStart, days.LatestStart, openPast, EndOnOrAfter)
		d.endKind, d.end = endWithin(days.EarliestEnd, days.LatestEnd, openFuture, EndOnOrBefore)
		if !isDated(d.startKind) && !isDated(d.endKind) {
			return Date{}, false
		}
	}
	return d, d.Bounds() == b
}

func isDated(kind EndKind) bool { return kind != EndOpen && kind != EndUnknown }

// endWithin returns an end of an interval that lies from first to last. Where
// no date spans just these days it is given by the limit that matters most.
func endWithin(first, last, open Bound, limit EndKind) (EndKind, part) {
	if first == open && last == open {
		return EndOpen, part{}
	}
	if first.kind == BoundDay && last.kind == BoundDay {
		if p, ok := partOver(first.Day(), last.Day()); ok {
			return EndDate, p
		}
	}
	if limit == EndOnOrAfter && first.kind == BoundUnknown || limit == EndOnOrBefore && last.kind == BoundUnknown {
		return EndUnknown, part{} // there may be none at all
	}
	if first.kind == BoundDay && (limit == EndOnOrAfter || last.kind != BoundDay) {
		return EndOnOrAfter, first.Day().cut(first.Day().edge(1, 1))
	}
	if last.kind == BoundDay {
		return EndOnOrBefore, last.Day().cut(last.Day().edge(12, monthLengthIn(last.year, last.month)))
	}
	return EndUnknown, part{}
}

// partOver returns the single date whose first and last day these are.
func partOver(first, last Day) (part, bool) {
	p := first.cut(PrecisionDay)
	if p.spans(first, last) {
		return p, true
	}
	p = first.cut(PrecisionMonth)
	for next := uint8(codeQuarter1); next <= codeSubYearLast+1 && p.precision == PrecisionMonth; next++ {
		if p.spans(first, last) {
			return p, true
		}
		p.month = next
	}
	p = first.cut(PrecisionYear)
	for place := int64(10); place <= 10_000 && p.year >= 0 && !p.isLong(); place *= 10 {
		if p.spans(first, last) {
			return p, true
		}
		p.year -= p.year % place
		p.mask = p.mask<<1 | maskYearOnes
	}
	return p, p.spans(first, last)
}

func (p *part) spans(first, last Day) bool {
	a, b := p.granules(&Options{})
	return a.first == first && b.last == last
}

// cut returns the day, month or year of d; the year where EDTF writes no days.
func (d Day) cut(precision Precision) part {
	p := partOf(d)
	if p.isLong() {
		precision = PrecisionYear
	}
	if p.precision = precision; precision < PrecisionDay {
		p.day = 0
	}
	if precision < PrecisionMonth {
		p.month = 0
	}
	return p
}

// edge returns the precision of the longest date that begins with d, the month
// and day being 1 and 1, or that ends with it, these being the last ones.
func (d Day) edge(month, day uint8) Precision {
	switch {
	case d.day != day:
		return PrecisionDay
	case d.month != month:
		return PrecisionMonth
	}
	return PrecisionYear
}

// oneOfRanges returns the date of something that lies within one of the ranges,
// which ascend and lie apart.
func oneOfRanges(ranges []Range) Date {
	if len(ranges) == 1 && ranges[0].First.kind == BoundDay && ranges[0].Last.kind == BoundDay {
		if p, ok := partOver(ranges[0].First.Day(), ranges[0].Last.Day()); ok {
			return dateOf(&p)
		}
	}
	text := []byte{'['}
	for i, r := range ranges {
		if i > 0 {
			text = append(text, ',')
		}
		it := r.item()
		text = it.append(text)
	}
	d, err := Parse(string(append(text, ']')))
	if err != nil {
		return Date{} // no day known of it
	}
	return d
}

// item returns the range as a member of a set.
func (r Range) item() setItem {
	first, last := r.First.Day(), r.Last.Day()
	from, to := PrecisionYear, PrecisionYear
	if r.First.kind == BoundDay {
		from = first.edge(1, 1)
	}
	if r.Last.kind == BoundDay {
		to = last.edge(12, monthLengthIn(last.year, last.month))
	}
	it := setItem{first: first.cut(max(from, to)), last: last.cut(max(from, to)), kind: itemRange}
	if it.first.isLong() || it.last.isLong() {
		it.first, it.last = first.cut(PrecisionYear), last.cut(PrecisionYear)
	}
	switch {
	case r.Last.kind != BoundDay:
		it.kind = itemFrom
	case r.First.kind != BoundDay:
		it.kind, it.first = itemUpTo, it.last
	case it.first == it.last:
		it.kind = itemDate
	}
	return it
}
