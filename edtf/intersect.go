package edtf

// Intersect returns what is known when both b and other hold of the same
// thing: of two bounds on the same side the narrower, of an unknown and a known
// one the known; then a start is no later than the latest end and an end no
// earlier than the earliest start. It returns false, and the zero Bounds, when
// the two cannot both hold. Within a day an instant is narrower than the day.
func (b Bounds) Intersect(other Bounds) (Bounds, bool) {
	start, ok := intersect(Range{b.EarliestStart, b.LatestStart}, Range{other.EarliestStart, other.LatestStart}, startRange)
	if !ok {
		return Bounds{}, false
	}
	end, ok := intersect(Range{b.EarliestEnd, b.LatestEnd}, Range{other.EarliestEnd, other.LatestEnd}, endRange)
	if !ok {
		return Bounds{}, false
	}
	starts, ends := startRange(start.First, start.Last), endRange(end.First, end.Last)
	if starts.first.compare(ends.last) > 0 {
		return Bounds{}, false
	}
	if starts.last.place == onLine && ends.last.place == onLine && starts.last.compare(ends.last) > 0 {
		start.Last = end.Last
	}
	if starts.first.place == onLine && ends.first.place == onLine && ends.first.compare(starts.first) < 0 {
		end.First = start.First
	}
	return Bounds{start.First, start.Last, end.First, end.Last}, true
}

func intersect(a, b Range, convert func(first, last Bound) momentRange) (Range, bool) {
	x, y := convert(a.First, a.Last), convert(b.First, b.Last)
	if b.First.kind != BoundUnknown && (a.First.kind == BoundUnknown || narrower(y.first.compare(x.first), b.First)) {
		a.First, x.first = b.First, y.first
	}
	if b.Last.kind != BoundUnknown && (a.Last.kind == BoundUnknown || narrower(x.last.compare(y.last), b.Last)) {
		a.Last, x.last = b.Last, y.last
	}
	return a, x.first.compare(x.last) <= 0
}

// narrower decides by a comparison, and prefers an instant where it is even.
func narrower(comparison int, bound Bound) bool {
	return comparison > 0 || comparison == 0 && bound.kind == BoundInstant
}
