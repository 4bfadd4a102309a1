package edtf

// Bounds returns the earliest and latest start and end of what d dates, with
// default Options.
func (d Date) Bounds() Bounds {
	var o Options
	return d.bounds(&o)
}

// BoundsWith returns the earliest and latest start and end of what d dates:
//
//   - A date in the reading "occurrence" starts and ends sometime within it:
//     both lie anywhere between its first and its last day. In the reading
//     "extent" it covers one whole day, month, season or year that matches it.
//   - A date-time with a zone is one instant, one without a zone is its day.
//   - An interval starts sometime within its first and ends sometime within
//     its last date, in either reading; the start not after the end. An open
//     end lies beyond all days. An unknown end is unknown in both its bounds.
//   - "One of a set" lies within one of the members; the bounds span them all.
//   - "All of a set" happens in, or lasts through, every member: the bounds
//     are those of the hull, which starts in the first and ends in the last.
//
// Qualifiers move no bound unless the Options state a Padding. The cost is
// constant, for a set linear in the length of its text.
func (d Date) BoundsWith(o Options) Bounds { return d.bounds(&o) }

func (d *Date) bounds(o *Options) Bounds {
	switch d.kind {
	case KindDate:
		if d.start.isDay() && o.Padding == (Padding{}) {
			b := dayBound(d.start.exactDay())
			return Bounds{b, b, b, b}
		}
		return d.start.bounds(o)
	case KindDateTime:
		b := d.instant()
		return Bounds{b, b, b, b}
	case KindInterval:
		return d.intervalBounds(o)
	case KindOneOf:
		return d.oneOfBounds(o)
	case KindAllOf:
		return d.allOfBounds(o)
	}
	return Bounds{}
}

// instant returns the bound of a date-time.
func (d *Date) instant() Bound {
	day := d.start.exactDay()
	if !d.zoned {
		return dayBound(day)
	}
	second := d.second - int32(d.shift)*60
	if second < 0 {
		second += 86400
		day = day.AddDays(-1)
	} else if second >= 86400 {
		second -= 86400
		day = day.AddDays(1)
	}
	b := dayBound(day)
	b.kind = BoundInstant
	b.second = second
	if d.leap {
		b.second++
	}
	return b
}

func (p *part) bounds(o *Options) Bounds {
	first, last := p.granules(o)
	earliestEnd, latestStart := first.first, last.last
	if o.Reading == ReadingExtent {
		earliestEnd, latestStart = first.last, last.first
	}
	if p.isPadded(o) {
		first.first = p.pad(first.first, o, -1)
		earliestEnd = p.pad(earliestEnd, o, -1)
		latestStart = p.pad(latestStart, o, +1)
		last.last = p.pad(last.last, o, +1)
	}
	return Bounds{dayBound(first.first), dayBound(latestStart), dayBound(earliestEnd), dayBound(last.last)}
}

// isPadded reports whether the padding moves the bounds of p.
func (p *part) isPadded(o *Options) bool {
	return o.Padding != (Padding{}) && p.qualifier.approximate() != 0
}

// pad moves a day of an approximate date by the padding the caller asked for.
func (p *part) pad(d Day, o *Options, sign int64) Day {
	approximate := p.qualifier.approximate()
	monthEnd := p.precision < PrecisionDay && d.day == monthLengthIn(d.year, d.month)
	share := p.share(d, o)
	// Of a run of adjacent approximate components the finest decides.
	if approximate.Has(ComponentYear) && !approximate.Has(ComponentMonth) {
		d = d.addMonths(sign * 12 * int64(o.Padding.Years))
	}
	if approximate.Has(ComponentMonth) && !approximate.Has(ComponentDay) {
		d = d.addMonths(sign * int64(o.Padding.Months))
	}
	if approximate.Has(ComponentDay) {
		d = d.AddDays(sign * int64(o.Padding.Days))
	}
	if monthEnd {
		d.day = monthLengthIn(d.year, d.month)
	}
	return d.AddDays(sign * share)
}

// share returns the days of Padding.Percent for a day of an approximate date.
func (p *part) share(d Day, o *Options) int64 {
	if o.Padding.Percent == 0 {
		return 0
	}
	length := int64(1)
	switch approximate := p.qualifier.approximate(); {
	case approximate.Has(ComponentDay):
	case approximate.Has(ComponentMonth):
		g := p.monthGranule(d.year, p.month, o)
		if p.month <= 12 {
			g = p.monthGranule(d.year, d.month, o)
		}
		length = daysBetween(g.first, g.last)
	default:
		g := yearGranule(d.year)
		length = daysBetween(g.first, g.last)
	}
	return (length*int64(o.Padding.Percent) + 99) / 100
}

func (d *Date) intervalBounds(o *Options) Bounds {
	within := *o
	within.Reading = ReadingOccurrence
	if d.start.month >= codeSpring || d.end.month >= codeSpring {
		d.settle(&within)
	}
	if d.startKind == EndDate && d.endKind == EndDate {
		return d.datesBounds(&within)
	}
	var b Bounds
	b.EarliestStart, b.LatestStart = endWindow(d.startKind, &d.start, &within, openPast)
	b.EarliestEnd, b.LatestEnd = endWindow(d.endKind, &d.end, &within, openFuture)
	if d.startKind == EndOpen || d.startKind == EndUnknown || d.endKind == EndOpen || d.endKind == EndUnknown {
		return b
	}
	if b.LatestStart.Compare(b.LatestEnd) > 0 {
		b.LatestStart = d.lastStart(&within, b.LatestEnd)
	}
	if b.EarliestEnd.Compare(b.EarliestStart) < 0 {
		b.EarliestEnd = d.firstEnd(&within, b.EarliestStart)
	}
	return b
}

// datesBounds returns the bounds of an interval with a date at either end.
func (d *Date) datesBounds(o *Options) Bounds {
	start, end := d.start.bounds(o), d.end.bounds(o)
	b := Bounds{start.EarliestStart, start.LatestEnd, end.EarliestStart, end.LatestEnd}
	if b.LatestStart.year < b.EarliestEnd.year {
		return b
	}
	if b.LatestStart.Compare(b.LatestEnd) > 0 {
		b.LatestStart = d.lastStart(o, b.LatestEnd)
	}
	if b.EarliestEnd.Compare(b.EarliestStart) < 0 {
		b.EarliestEnd = d.firstEnd(o, b.EarliestStart)
	}
	return b
}

// endWindow returns the days on which one end of an interval may lie.
func endWindow(kind EndKind, p *part, o *Options, open Bound) (first, last Bound) {
	switch kind {
	case EndOpen:
		return open, open
	case EndUnknown:
		return Bound{}, Bound{}
	}
	b := p.bounds(o)
	switch kind {
	case EndOnOrBefore:
		return openPast, b.LatestEnd
	case EndOnOrAfter:
		return b.EarliestStart, openFuture
	}
	return b.EarliestStart, b.LatestEnd
}

// lastStart returns the last day, not after the limit, on which an interval
// may start.
func (d *Date) lastStart(o *Options, limit Bound) Bound {
	if d.startKind != EndDate || d.start.mask == 0 {
		return limit
	}
	it := newSpans(&d.start, o)
	return dayBound(it.lastUpTo(limit.Day()))
}

// firstEnd returns the first day, not before the limit, on which an interval
// may end.
func (d *Date) firstEnd(o *Options, limit Bound) Bound {
	if d.endKind != EndDate || d.end.mask == 0 {
		return limit
	}
	it := newSpans(&d.end, o)
	return dayBound(it.firstFrom(limit.Day()))
}

// itemBounds returns the bounds of the first and of the last date of an item,
// which are the same for a single date.
func (it *setItem) itemBounds(o *Options) (first, last Bounds) {
	first = it.first.bounds(o)
	last = first
	switch it.kind {
	case itemRange:
		last = it.last.bounds(o)
		if it.first.isSeason() {
			it.seasonBounds(o, &first, &last)
		}
	case itemUpTo:
		first = Bounds{openPast, openPast, openPast, openPast}
	case itemFrom:
		last = Bounds{openFuture, openFuture, openFuture, openFuture}
	}
	return first, last
}

// seasonBounds widens the bounds of a range of seasons. It runs in the order of
// the codes, which is not the order of time in every convention: in the south
// the autumn of a year comes before its spring. The first four and the last
// four seasons hold the earliest and the latest.
func (it *setItem) seasonBounds(o *Options, first, last *Bounds) {
	from, to := it.first.season(0), it.last.season(-1)
	up, down := from, to
	for range seasonsPerYear - 1 {
		if up.year == to.year && up.month == to.month {
			return
		}
		up, down = up.nextSeason(), down.previousSeason()
		b := up.bounds(o)
		first.EarliestStart = earlier(first.EarliestStart, b.EarliestStart)
		first.LatestStart = earlier(first.LatestStart, b.LatestStart)
		first.EarliestEnd = earlier(first.EarliestEnd, b.EarliestEnd)
		first.LatestEnd = earlier(first.LatestEnd, b.LatestEnd)
		b = down.bounds(o)
		last.EarliestStart = later(last.EarliestStart, b.EarliestStart)
		last.LatestStart = later(last.LatestStart, b.LatestStart)
		last.EarliestEnd = later(last.EarliestEnd, b.EarliestEnd)
		last.LatestEnd = later(last.LatestEnd, b.LatestEnd)
	}
}

func (d *Date) oneOfBounds(o *Options) Bounds {
	r := d.items()
	r.read()
	first, last := r.item.itemBounds(o)
	all := Bounds{first.EarliestStart, last.LatestStart, first.EarliestEnd, last.LatestEnd}
	for r.read() {
		first, last = r.item.itemBounds(o)
		all.EarliestStart = earlier(all.EarliestStart, first.EarliestStart)
		all.LatestStart = later(all.LatestStart, last.LatestStart)
		all.EarliestEnd = earlier(all.EarliestEnd, first.EarliestEnd)
		all.LatestEnd = later(all.LatestEnd, last.LatestEnd)
	}
	return all
}

func (d *Date) allOfBounds(o *Options) Bounds {
	r := d.items()
	r.read()
	first, last := r.item.itemBounds(o)
	all := Bounds{first.EarliestStart, first.LatestStart, last.EarliestEnd, last.LatestEnd}
	for r.read() {
		first, last = r.item.itemBounds(o)
		all.EarliestStart = earlier(all.EarliestStart, first.EarliestStart)
		all.LatestStart = earlier(all.LatestStart, first.LatestStart)
		all.EarliestEnd = later(all.EarliestEnd, last.EarliestEnd)
		all.LatestEnd = later(all.LatestEnd, last.LatestEnd)
	}
	all.LatestStart = earlier(all.LatestStart, all.LatestEnd)
	all.EarliestEnd = later(all.EarliestEnd, all.EarliestStart)
	return all
}

func earlier(a, b Bound) Bound {
	if b.Compare(a) < 0 {
		return b
	}
	return a
}

func later(a, b Bound) Bound {
	if b.Compare(a) > 0 {
		return b
	}
	return a
}
