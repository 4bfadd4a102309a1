package edtf

import "iter"

// Intersect returns the date of something that both d and other date, and
// whether there can be such a thing: of "2024-07" and "[2024-07-23..2024-08-01]"
// it is "[2024-07-23..2024-07-31]". The answer is as wide as [Bounds.Date] has
// to make it, and for what lies within one of several ranges exact. Qualifiers
// move nothing here and do not come back. The cost is linear in the number of
// ranges (see [Date.StartRanges]).
func (d Date) Intersect(other Date) (Date, bool) {
	if !d.eventful() || !other.eventful() {
		b, ok := d.Bounds().Intersect(other.Bounds())
		date, _ := b.Date()
		return date, ok
	}
	var common []Range
	next, stop := iter.Pull(other.StartRanges())
	defer stop()
	b, more := next()
	for a := range d.StartRanges() {
		for more && b.Last.Compare(a.First) < 0 {
			b, more = next()
		}
		for ; more && b.First.Compare(a.Last) <= 0; b, more = next() {
			common = append(common, Range{later(a.First, b.First), earlier(a.Last, b.Last)})
			if a.Last.Compare(b.Last) < 0 {
				break
			}
		}
	}
	if len(common) == 0 {
		return Date{}, false
	}
	return oneOfRanges(common), true
}

// Overlap returns the time that what d and other date have in common, if they
// have any, and whether they have some as [Date.Overlaps] tells: of
// "2024-07-25/2024-08-02" and "2024-08-01/.." it is "2024-08-01/2024-08-02", and
// true. The date is as wide as [Bounds.Date] has to make it; it is zero where
// they have none, and where nothing is known of it.
func (d Date) Overlap(other Date) (Date, Truth) {
	b, _ := d.Bounds().Overlap(other.Bounds())
	date, _ := b.Date()
	return date, d.Overlaps(other)
}

// Overlap returns the bounds of the time that two spans with these bounds have
// in common, if they have any, and whether they have some: it starts with the
// later of both starts and ends with the earlier of both ends. The bounds are
// zero when that is false. Where there are days beside instants, an instant
// counts as the days that it may lie in.
func (b Bounds) Overlap(other Bounds) (Bounds, Truth) {
	truth := b.Overlaps(other)
	var room, otherRoom boundRange
	x, y := b.placement(&room), other.placement(&otherRoom)
	if truth == TruthFalse || !x.feasible() || !y.feasible() {
		return Bounds{}, truth
	}
	if (x.days || y.days) && (x.instants || y.instants) {
		b, other = b.inAnyZone(), other.inAnyZone()
	}
	all := Bounds{
		EarliestStart: later(b.EarliestStart, other.EarliestStart),
		LatestEnd:     earlierKnown(b.LatestEnd, other.LatestEnd),
	}
	if b.LatestStart.kind != BoundUnknown && other.LatestStart.kind != BoundUnknown {
		all.LatestStart = later(b.LatestStart, other.LatestStart)
	}
	if b.EarliestEnd.kind != BoundUnknown && other.EarliestEnd.kind != BoundUnknown {
		all.EarliestEnd = earlier(b.EarliestEnd, other.EarliestEnd)
	}
	if start, end := all.EarliestStart, all.LatestEnd; start.kind != BoundUnknown && end.kind != BoundUnknown {
		if all.LatestStart.kind == BoundUnknown || end.Compare(all.LatestStart) < 0 {
			all.LatestStart = end
		}
		if all.EarliestEnd.Compare(start) < 0 {
			all.EarliestEnd = start
		}
	}
	return all, truth
}

// earlierKnown returns the earlier of two bounds, of which an unknown one may
// be any day.
func earlierKnown(a, b Bound) Bound {
	if a.kind == BoundUnknown {
		a, b = b, a
	}
	if b.kind == BoundUnknown && a.isPlaced() {
		return a
	}
	return earlier(a, b)
}

// inAnyZone puts for instants the days that they may lie in.
func (b Bounds) inAnyZone() Bounds {
	day := func(b Bound, shift int32) Bound {
		if b.kind != BoundInstant {
			return b
		}
		return dayBound(b.moment(0).shifted(shift).day)
	}
	return Bounds{
		day(b.EarliestStart, -widestShift), day(b.LatestStart, +widestShift),
		day(b.EarliestEnd, -widestShift), day(b.LatestEnd, +widestShift),
	}
}

// Intersect returns what is known when both b and other hold of the same
// thing: of two bounds on the same side the narrower, of an unknown and a known
// one the known; then a start is no later than the latest end and an end no
// earlier than the earliest start, unless nothing is known of it. What lies
// beyond all days, such as an end that never comes, is among the placements of
// a bound that is open to that side. It returns false, and the zero Bounds, when
// the two cannot both hold. An instant is narrower than the day it may lie in;
// the day may be of any zone, up to 14 hours ahead of UTC and behind it.
func (b Bounds) Intersect(other Bounds) (Bounds, bool) {
	var slack int32
	var room, otherRoom boundRange
	x, y := b.placement(&room), other.placement(&otherRoom)
	if (x.days || y.days) && (x.instants || y.instants) {
		slack = widestShift
	}
	start, starts, ok := intersect(Range{b.EarliestStart, b.LatestStart}, Range{other.EarliestStart, other.LatestStart}, startRange, slack)
	if !ok {
		return Bounds{}, false
	}
	end, ends, ok := intersect(Range{b.EarliestEnd, b.LatestEnd}, Range{other.EarliestEnd, other.LatestEnd}, endRange, slack)
	if !ok || starts.first.compare(ends.last) > 0 {
		return Bounds{}, false
	}
	if start.Last.kind != BoundUnknown && ends.last.place == onLine && starts.last.compare(ends.last) > 0 {
		start.Last = end.Last
	}
	if end.First.kind != BoundUnknown && starts.first.place == onLine && ends.first.compare(starts.first) < 0 {
		end.First = start.First
	}
	return Bounds{start.First, start.Last, end.First, end.Last}, true
}

// intersect returns the common part of two ranges and its moments.
func intersect(a, b Range, convert func(first, last Bound) momentRange, slack int32) (Range, momentRange, bool) {
	x, y := a.loose(convert, slack), b.loose(convert, slack)
	if b.First.kind != BoundUnknown && (a.First.kind == BoundUnknown || narrower(y.first.compare(x.first), b.First)) {
		a.First, x.first = b.First, y.first
	}
	if b.Last.kind != BoundUnknown && (a.Last.kind == BoundUnknown || narrower(x.last.compare(y.last), b.Last)) {
		a.Last, x.last = b.Last, y.last
	}
	return a, x, x.first.compare(x.last) <= 0
}

// loose returns the moments of a range, its days widened by the slack.
func (r Range) loose(convert func(first, last Bound) momentRange, slack int32) momentRange {
	m := convert(r.First, r.Last)
	if r.First.kind == BoundDay {
		m.first = m.first.shifted(-slack)
	}
	if r.Last.kind == BoundDay {
		m.last = m.last.shifted(+slack)
	}
	return m
}

// narrower decides by a comparison, and prefers an instant where it is even.
func narrower(comparison int, bound Bound) bool {
	return comparison > 0 || comparison == 0 && bound.kind == BoundInstant
}
