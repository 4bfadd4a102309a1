package edtf

import "iter"

// placement is all the ways in which something can lie on the time line: each
// start with each end that is not before it.
type placement struct {
	starts, ends moments
	days         bool // a bound is a day
	instants     bool // a bound is an instant
	moment       bool // it is one instant
}

// boundRange is room for the two ranges of a placement by four bounds.
type boundRange [2]momentRange

func (b *Bounds) placement(room *boundRange) placement {
	starts, ends := dayStarts, dayEnds
	if b.EarliestStart.kind == BoundInstant || b.LatestStart.kind == BoundInstant {
		starts = everySecond
	}
	if b.EarliestEnd.kind == BoundInstant || b.LatestEnd.kind == BoundInstant {
		ends = everySecond
	}
	room[0] = starts.clip(startRange(b.EarliestStart, b.LatestStart))
	room[1] = ends.clip(endRange(b.EarliestEnd, b.LatestEnd))
	p := placement{starts: moments{starts, room[0:1]}, ends: moments{ends, room[1:2]}}
	for _, bound := range [4]Bound{b.EarliestStart, b.LatestStart, b.EarliestEnd, b.LatestEnd} {
		p.days = p.days || bound.kind == BoundDay
		p.instants = p.instants || bound.kind == BoundInstant
	}
	p.moment = p.instants && b.EarliestStart == b.LatestEnd
	return p
}

// widen gives the instants of p the time shift that days of an unknown zone may
// have from UTC, for a comparison with such days.
func (p placement) widen(room *boundRange) placement {
	for i, l := range [2]*moments{&p.starts, &p.ends} {
		if l.grid == everySecond {
			room[i] = momentRange{l.first().shifted(-widestShift), l.last().shifted(+widestShift)}
			l.ranges = room[i : i+1]
		}
	}
	return p
}

// startRange returns the moments from one bound to another, on which something
// may start. A start of which nothing is known may also not be at all.
func startRange(first, last Bound) momentRange {
	r := momentRange{first.moment(0), last.moment(lastSecond)}
	switch {
	case first.kind == BoundUnknown || first.infinite < 0 && last.infinite < 0:
		r.first.place = infinitePast
	case first.infinite < 0:
		r.first.place = withoutFirst
	}
	if last.kind == BoundUnknown || last.infinite > 0 {
		r.last.place = withoutLast
	}
	return r
}

func endRange(first, last Bound) momentRange {
	r := momentRange{first.moment(0), last.moment(lastSecond)}
	if first.kind == BoundUnknown || first.infinite < 0 {
		r.first.place = withoutFirst
	}
	switch {
	case last.kind == BoundUnknown || first.infinite > 0 && last.infinite > 0:
		r.last.place = infiniteFuture
	case last.infinite > 0:
		r.last.place = withoutLast
	}
	return r
}

// moment returns the given second of a day, the second of an instant, or the
// infinite past or future.
func (b Bound) moment(second int32) moment {
	switch b.kind {
	case BoundOpen:
		return moment{place: place(b.infinite) * infiniteFuture}
	case BoundInstant:
		second = min(b.second, lastSecond)
	}
	return moment{day: b.Day(), second: second}
}

// feasible reports whether there is any way at all.
func (p placement) feasible() bool {
	return p.starts.ranges[0].first.compare(p.starts.last()) <= 0 &&
		p.ends.ranges[0].first.compare(p.ends.last()) <= 0 &&
		p.starts.first().compare(p.ends.last()) <= 0
}

// collectMoments turns ranges of days into moments on the grid.
func collectMoments(g grid, ranges iter.Seq[Range], convert func(first, last Bound) momentRange) moments {
	all := moments{grid: g}
	for r := range ranges {
		all.ranges = append(all.ranges, g.clip(convert(r.First, r.Last)))
	}
	return all
}
