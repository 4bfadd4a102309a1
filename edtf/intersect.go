package edtf

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
