package edtf

import "strconv"

// Length is a number of days, or unlimited, or unknown, which is the zero
// Length.
type Length struct {
	days int64
	kind BoundKind // BoundDay, BoundOpen or BoundUnknown
}

// Kind returns BoundDay for a number of days, BoundOpen for what has no limit
// and BoundUnknown for what is not known.
func (l Length) Kind() BoundKind { return l.kind }

// Days returns the number of days, at least 1 and cut off at 1<<62, and false
// for what is unlimited or unknown.
func (l Length) Days() (int64, bool) { return l.days, l.kind == BoundDay }

// String returns the number of days, "+inf" or "unknown".
func (l Length) String() string {
	switch l.kind {
	case BoundDay:
		return strconv.FormatInt(l.days, 10)
	case BoundOpen:
		return "+inf"
	}
	return "unknown"
}

// Duration says how long something lasts at least and at most, in days of
// which the first and the last both count. An instant counts the UTC day it
// lies in.
type Duration struct {
	Shortest, Longest Length
}

// Duration returns how long what d dates may last, in the reading
// "occurrence": an event sometime in July lasts from 1 to 31 days. It is exact
// for the placements described at [Date.Relations]. With an open end both
// lengths are unlimited; with an unknown one the longest is unknown. Of the
// zero Date both are unknown.
func (d Date) Duration() Duration {
	if d.IsZero() {
		return Duration{}
	}
	if d.simple(&Options{}) {
		return d.Bounds().Duration()
	}
	if d.eventful() {
		longest := Length{days: 1, kind: BoundDay}
		for r := range d.StartRanges() {
			b := Bounds{r.First, r.Last, r.First, r.Last}
			longest = longest.max(b.Duration().Longest)
		}
		return Duration{Length{days: 1, kind: BoundDay}, longest}
	}
	duration := d.Bounds().Duration()
	if duration.Shortest.kind == BoundDay && d.startKind == EndDate && d.endKind == EndDate {
		duration.Shortest.days = d.shortest()
	}
	return duration
}

// shortest returns the least number of days of an interval both ends of which
// are dates.
func (d *Date) shortest() int64 {
	var o Options
	d.settle(&o)
	starts := newSpans(&d.start, &o)
	ends := newSpans(&d.end, &o)
	least := int64(numberLimit)
	start, moreStarts := starts.next()
	end, moreEnds := ends.next()
	for moreStarts && moreEnds {
		switch {
		case end.last.before(start.first):
			end, moreEnds = ends.next()
		case !start.last.before(end.first):
			return 1
		default:
			least = min(least, daysBetween(start.last, end.first))
			start, moreStarts = starts.next()
		}
	}
	return least
}

// Duration returns how long something with these bounds may last. It is zero
// when b cannot be placed at all.
func (b Bounds) Duration() Duration {
	var room boundRange
	p := b.placement(&room)
	if b == (Bounds{}) || !p.feasible() {
		return Duration{}
	}
	longest := Length{kind: BoundDay}
	first, last := p.starts.first(), p.ends.last()
	switch {
	case b.EarliestStart.kind == BoundUnknown || b.LatestEnd.kind == BoundUnknown:
		longest.kind = BoundUnknown
	case first.place != onLine || last.place != onLine:
		longest.kind = BoundOpen
	default:
		longest.days = daysBetween(first.day, last.day)
	}
	shortest := Length{kind: BoundDay}
	start, end := p.starts.last(), p.ends.first()
	switch {
	case start.place == infinitePast || end.place == infiniteFuture:
		return Duration{Length{kind: BoundOpen}, Length{kind: BoundOpen}}
	case start.place != onLine || end.place != onLine || end.compare(start) < 0:
		shortest.days = 1
	default:
		shortest.days = daysBetween(start.day, end.day)
	}
	return Duration{shortest, longest}
}

// daysBetween counts the days from first to last, both included.
func daysBetween(first, last Day) int64 {
	cycle, day := cycleOf(first.year, first.month, first.day)
	lastCycle, endDay := cycleOf(last.year, last.month, last.day)
	if lastCycle-cycle > numberLimit/daysPerCycle {
		return numberLimit
	}
	return min((lastCycle-cycle)*daysPerCycle+endDay-day+1, numberLimit)
}

func (l Length) max(other Length) Length {
	if l.kind == BoundOpen || other.kind == BoundOpen {
		return Length{kind: BoundOpen}
	}
	return Length{max(l.days, other.days), BoundDay}
}
