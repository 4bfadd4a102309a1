package edtf

import "iter"

// StartRanges yields the disjoint, ascending and maximal ranges of days, or of
// instants, on which what d dates may start, with default Options: one range
// for most dates, several for a set or for unspecified digits as in
// "156X-12-25". An open start is one range of open bounds, an unknown start one
// of unknown bounds, as is the range of the zero Date; a set that goes on
// without limit has an open bound on that side. For "all of a set" it is the
// one range of the bounds.
//
// The sequence can be used again and stopped at any point. A range costs
// logarithmic time in the number of members of a set, constant time otherwise;
// a set is read and arranged first.
func (d Date) StartRanges() iter.Seq[Range] {
	return func(yield func(Range) bool) {
		var o Options
		if d.kind == KindInterval && d.startKind == EndDate {
			d.startSpans(&o, yield)
			return
		}
		if d.eventful() {
			d.eventRanges(&o, yield)
			return
		}
		b := d.bounds(&o)
		yield(Range{b.EarliestStart, b.LatestStart})
	}
}

// EndRanges yields the ranges on which what d dates may end, as StartRanges
// does for its start.
func (d Date) EndRanges() iter.Seq[Range] {
	return func(yield func(Range) bool) {
		var o Options
		if d.kind == KindInterval && d.endKind == EndDate {
			d.endSpans(&o, yield)
			return
		}
		if d.eventful() {
			d.eventRanges(&o, yield)
			return
		}
		b := d.bounds(&o)
		yield(Range{b.EarliestEnd, b.LatestEnd})
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
func (d *Date) startSpans(o *Options, yield func(Range) bool) {
	b := d.bounds(o)
	it := newSpans(&d.start, o)
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

func (d *Date) endSpans(o *Options, yield func(Range) bool) {
	b := d.bounds(o)
	it := newSpans(&d.end, o)
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

// setRanges merges the ranges of all items of a one-of set.
func (d *Date) setRanges(o *Options, yield func(Range) bool) {
	streams := d.itemStreams(o)
	var pending Range
	some := false
	for len(streams) > 0 {
		r := streams[0].head
		streams.advance()
		if !some {
			pending, some = r, true
			continue
		}
		if pending.Last.infinite > 0 {
			break
		}
		if dayBound(pending.Last.Day().AddDays(1)).Compare(r.First) < 0 {
			if !yield(pending) {
				return
			}
			pending = r
			continue
		}
		pending.Last = later(pending.Last, r.Last)
	}
	if some {
		yield(pending)
	}
}

// stream is what is left of the ranges of one item; head comes first.
type stream struct {
	head Range
	item *setItem // nil when there is nothing after head
	rest spans
}

// streams is a heap of streams, the one with the earliest head on top.
type streams []stream

func (d *Date) itemStreams(o *Options) streams {
	var all streams
	for r := d.items(); r.read(); {
		if r.item.kind == itemDate && r.item.first.mask != 0 {
			item := r.item
			s := stream{item: &item}
			s.rest = newSpans(&item.first, o)
			first, _ := s.rest.next()
			s.head = first.bounds()
			all = append(all, s)
			continue
		}
		first, last := r.item.itemBounds(o)
		all = append(all, stream{head: Range{first.EarliestStart, last.LatestEnd}})
	}
	for i := len(all)/2 - 1; i >= 0; i-- {
		all.down(i)
	}
	return all
}

// advance replaces the top by the next range of its stream.
func (h *streams) advance() {
	top := &(*h)[0]
	if top.item != nil {
		if next, ok := top.rest.next(); ok {
			top.head = next.bounds()
			h.down(0)
			return
		}
	}
	last := len(*h) - 1
	(*h)[0] = (*h)[last]
	*h = (*h)[:last]
	h.down(0)
}

func (h streams) down(i int) {
	for {
		child := 2*i + 1
		if child >= len(h) {
			return
		}
		if child+1 < len(h) && h[child+1].head.First.Compare(h[child].head.First) < 0 {
			child++
		}
		if h[child].head.First.Compare(h[i].head.First) >= 0 {
			return
		}
		h[i], h[child] = h[child], h[i]
		i = child
	}
}
