package edtf

import (
	"iter"
	"slices"
)

// StartRanges yields the disjoint, ascending and maximal ranges of days, or of
// instants, on which what d dates may start, with default Options: one range
// for most dates, several for a set or for unspecified digits as in
// "156X-12-25". An open start is one range of open bounds, an unknown start one
// of unknown bounds, as is the range of the zero Date; a set that goes on
// without limit has an open bound on that side. For "all of a set" it is the
// one range of the bounds.
//
// The sequence can be used again and stopped at any point. There can be many
// ranges: "XXXX-XX-23" has 120,000. The members of a set are read and sorted
// first; those with unspecified digits then cost a step for each of them and
// each of at most 20,000 years.
func (d Date) StartRanges() iter.Seq[Range] { return d.startRanges(Options{}) }

func (d Date) startRanges(o Options) iter.Seq[Range] {
	return func(yield func(Range) bool) {
		switch {
		case d.kind == KindInterval && d.startKind == EndDate:
			d.startSpans(o, yield)
		case d.eventful():
			d.eventRanges(&o, yield)
		default:
			b := d.bounds(&o)
			yield(Range{b.EarliestStart, b.LatestStart})
		}
	}
}

// EndRanges yields the ranges on which what d dates may end, as StartRanges
// does for its start.
func (d Date) EndRanges() iter.Seq[Range] { return d.endRanges(Options{}) }

func (d Date) endRanges(o Options) iter.Seq[Range] {
	return func(yield func(Range) bool) {
		switch {
		case d.kind == KindInterval && d.endKind == EndDate:
			d.endSpans(o, yield)
		case d.eventful():
			d.eventRanges(&o, yield)
		default:
			b := d.bounds(&o)
			yield(Range{b.EarliestEnd, b.LatestEnd})
		}
	}
}

// eventful reports whether d is placed by ranges that hold start and end.
func (d *Date) eventful() bool { return d.kind == KindDate || d.kind == KindOneOf }

// eventRanges yields the ranges within one of which a date or a member of a
// one-of set lies.
func (d *Date) eventRanges(o *Options, yield func(Range) bool) {
	if d.kind == KindOneOf {
		d.setRanges(o, yield)
		return
	}
	it := newSpans(&d.start, o)
	for s, ok := it.next(); ok; s, ok = it.next() {
		if !yield(s.bounds()) {
			return
		}
	}
}

func (s span) bounds() Range { return Range{dayBound(s.first), dayBound(s.last)} }

// startSpans yields the days of the start of an interval that are not after
// its latest end.
func (d *Date) startSpans(o Options, yield func(Range) bool) {
	d.settle(&o)
	b := d.bounds(&o)
	it := newSpans(&d.start, &o)
	for s, ok := it.next(); ok; s, ok = it.next() {
		r := s.bounds()
		if r.First.Compare(b.LatestStart) > 0 {
			return
		}
		r.Last = earlier(r.Last, b.LatestStart)
		if !yield(r) {
			return
		}
	}
}

func (d *Date) endSpans(o Options, yield func(Range) bool) {
	d.settle(&o)
	b := d.bounds(&o)
	it := newSpans(&d.end, &o)
	for s, ok := it.next(); ok; s, ok = it.next() {
		r := s.bounds()
		if r.Last.Compare(b.EarliestEnd) < 0 {
			continue
		}
		r.First = later(r.First, b.EarliestEnd)
		if !yield(r) {
			return
		}
	}
}

// setRanges merges the ranges of all items of a one-of set. Of a date with
// unspecified digits that is padded it takes the hull.
func (d *Date) setRanges(o *Options, yield func(Range) bool) {
	var exact []Range
	var masked maskedDays
	for r := d.items(); r.read(); {
		if first := &r.item.first; r.item.kind == itemDate && first.mask != 0 && !first.isPadded(o) {
			masked.add(&r.item.first, o)
			continue
		}
		first, last := r.item.itemBounds(o)
		exact = append(exact, Range{first.EarliestStart, last.LatestEnd})
	}
	slices.SortFunc(exact, func(a, b Range) int { return a.First.Compare(b.First) })
	masked.arrange()

	var pending Range
	some := false
	piece, more := masked.next()
	for more || len(exact) > 0 {
		var r Range
		if !more || len(exact) > 0 && exact[0].First.Compare(dayBound(piece.first)) <= 0 {
			r, exact = exact[0], exact[1:]
		} else {
			r = piece.bounds()
			piece, more = masked.next()
		}
		switch {
		case !some:
			pending, some = r, true
		case pending.Last.infinite > 0:
			yield(pending)
			return
		case dayBound(pending.Last.Day().AddDays(1)).Compare(r.First) < 0:
			if !yield(pending) {
				return
			}
			pending = r
		default:
			pending.Last = later(pending.Last, r.Last)
		}
	}
	if some {
		yield(pending)
	}
}
