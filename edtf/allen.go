package edtf

import "slices"

// Relations returns the relations possible between what d and other date, in
// the reading "occurrence": a date of low precision, or one of a set, lies
// within one range of its [Date.StartRanges]; an interval joins each of its
// starts with each of its ends. It is exact for those placements. What is dated
// in days is placed on whole days, an instant on its second of UTC. An instant
// and days are compared for every zone the days may be of, up to 14 hours ahead
// of UTC and behind it. The zero Date may lie anywhere; "all of a set" is the
// span from its first to its last member.
//
// The cost is constant for values of one range each, else linear in the number
// of their ranges.
func (d Date) Relations(other Date) Relations { return d.RelationsWith(other, Options{}) }

// RelationsWith is Relations with the given Options. It places a date that has
// several ranges by its bounds alone in the reading "extent", and a date with
// unspecified digits in a set where it is padded: then a relation may be among
// the possible ones that is not.
func (d Date) RelationsWith(other Date, o Options) Relations {
	if d.simple(&o) && other.simple(&o) {
		var room, otherRoom boundRange
		return relate(d.placement(&other, &o, &room), other.placement(&d, &o, &otherRoom))
	}
	a, b := d.shape(&other, &o), other.shape(&d, &o)
	switch {
	case len(a.events) > 0 && len(b.events) > 0:
		return relateEvents(a.events, b.events)
	case len(a.events) > 0:
		return relateToEach(b.place, a.events).Converse()
	case len(b.events) > 0:
		return relateToEach(a.place, b.events)
	}
	return relate(a.place, b.place)
}

// Relations returns the relations possible between two things of which the
// bounds are known: each start within its bounds joined with each end within
// its bounds that is not before it. It is empty when b or other cannot be
// placed at all. Units and zones are as for [Date.Relations].
func (b Bounds) Relations(other Bounds) Relations {
	var room, otherRoom boundRange
	return relate(b.placement(&room), other.placement(&otherRoom))
}

// Before tells whether what d dates ends before what other dates starts. On one
// and the same day that is unknown: days have no order within. It is true when
// d certainly ends on an earlier day than other starts, and false when it
// certainly ends on a later one; two instants are compared by the second, an
// instant and a day for every zone the day may be of.
func (d Date) Before(other Date) Truth { return d.BeforeWith(other, Options{}) }

// BeforeWith is Before with the given Options.
func (d Date) BeforeWith(other Date, o Options) Truth {
	var room, otherRoom boundRange
	a, b := d.placement(&other, &o, &room), other.placement(&d, &o, &otherRoom)
	return before(a, b)
}

// After tells whether what d dates starts after what other dates ends, in the
// manner of Before.
func (d Date) After(other Date) Truth { return other.Before(d) }

// AfterWith is After with the given Options.
func (d Date) AfterWith(other Date, o Options) Truth { return other.BeforeWith(d, o) }

// Within tells whether no day of what d dates lies outside what other dates.
// Other is read as all dates are: "2024-07" is something sometime in July, not
// all of July, which is "2024-07-01/2024-07-31" or, with [Bounds.Within], the
// bounds in the reading "extent". "All of a set" may happen in every member or
// last from the first to the last: what lies between members is within it for
// all that is known, not certainly.
func (d Date) Within(other Date) Truth { return d.WithinWith(other, Options{}) }

// WithinWith is Within with the given Options.
func (d Date) WithinWith(other Date, o Options) Truth {
	truth := judge(d.RelationsWith(other, o), relationsWithin)
	if truth == TruthTrue && other.kind == KindAllOf {
		return other.certainOfMember(d.bounds(&o), relationsWithin, &o)
	}
	return truth
}

// Overlaps tells whether what d and other date have a day in common. "All of a
// set" is read as for [Date.Within]; of two such sets it is certain only by
// the bounds of one member of either at the edges of the sets.
func (d Date) Overlaps(other Date) Truth { return d.OverlapsWith(other, Options{}) }

// OverlapsWith is Overlaps with the given Options.
func (d Date) OverlapsWith(other Date, o Options) Truth {
	truth := judge(d.RelationsWith(other, o), relationsSharing)
	switch {
	case truth != TruthTrue:
	case d.kind == KindAllOf && other.kind == KindAllOf:
		return d.certainOfEdges(&other, &o)
	case d.kind == KindAllOf:
		return d.certainOfMember(other.bounds(&o), relationsSharing, &o)
	case other.kind == KindAllOf:
		return other.certainOfMember(d.bounds(&o), relationsSharing, &o)
	}
	return truth
}

// certainOfMember returns true if one of the relations certainly holds of b to
// one member of an all-of set, or to one at either end of a range in it; else
// unknown.
func (d *Date) certainOfMember(b Bounds, wanted Relations, o *Options) Truth {
	for r := d.items(); r.read(); {
		first, last := r.item.itemBounds(o)
		for _, member := range [...]Bounds{first, last} {
			if !member.EarliestStart.isOpen() && b.certainly(wanted, member) {
				return TruthTrue
			}
		}
	}
	return TruthUnknown
}

// certainly reports whether b, by the days of its bounds alone, lies within
// other, or shares time with it.
func (b *Bounds) certainly(wanted Relations, other Bounds) bool {
	if wanted == relationsWithin {
		return other.LatestStart.noLater(b.EarliestStart) && b.LatestEnd.noLater(other.EarliestEnd)
	}
	return other.LatestStart.noLater(b.EarliestEnd) && b.LatestStart.noLater(other.EarliestEnd)
}

// noLater reports whether b lies no later than other, both being days or open.
func (b Bound) noLater(other Bound) bool {
	return b.kind != BoundUnknown && other.kind != BoundUnknown &&
		b.kind != BoundInstant && other.kind != BoundInstant && b.Compare(other) <= 0
}

// certainOfEdges is certainOfMember for two sets, of which it looks at the
// members of other that start first and end last.
func (d *Date) certainOfEdges(other *Date, o *Options) Truth {
	var start, end Bounds
	for r := other.items(); r.read(); {
		first, last := r.item.itemBounds(o)
		for _, member := range [...]Bounds{first, last} {
			if member.EarliestStart.isOpen() {
				continue
			}
			if start == (Bounds{}) || member.EarliestStart.Compare(start.EarliestStart) < 0 {
				start = member
			}
			if end == (Bounds{}) || member.LatestEnd.Compare(end.LatestEnd) > 0 {
				end = member
			}
		}
	}
	for _, member := range [...]Bounds{start, end} {
		if d.certainOfMember(member, relationsSharing, o) == TruthTrue {
			return TruthTrue
		}
	}
	return TruthUnknown
}

func (b Bound) isOpen() bool { return b.kind == BoundOpen }

// Before is [Date.Before] for bounds.
func (b Bounds) Before(other Bounds) Truth {
	var room, otherRoom boundRange
	return before(b.placement(&room), other.placement(&otherRoom))
}

func before(first, second placement) Truth {
	var room, otherRoom boundRange
	if first.instants && second.days || first.days && second.instants {
		first, second = first.widen(&room), second.widen(&otherRoom)
	}
	if !first.feasible() || !second.feasible() {
		return TruthUnknown
	}
	if first.ends.last().compare(second.starts.first()) < 0 {
		return TruthTrue
	}
	end, _ := first.ends.atLeast(first.starts.first())
	start, _ := second.starts.atMost(second.ends.last())
	if first.ends.grid == dayEnds {
		end = dayStarts.floor(end)
	}
	if second.starts.grid == dayStarts {
		start = dayEnds.ceil(start)
	}
	if end.compare(start) > 0 {
		return TruthFalse
	}
	return TruthUnknown
}

// After is [Date.After] for bounds.
func (b Bounds) After(other Bounds) Truth { return other.Before(b) }

// Within is [Date.Within] for bounds.
func (b Bounds) Within(other Bounds) Truth { return judge(b.Relations(other), relationsWithin) }

// Overlaps is [Date.Overlaps] for bounds.
func (b Bounds) Overlaps(other Bounds) Truth { return judge(b.Relations(other), relationsSharing) }

// impossibleForMoment holds what one second can be to whole days in no zone.
const impossibleForMoment = relationsSharing&^relationsWithin | 1<<(RelationEquals-1)

// relate returns the relations possible between a and b.
func relate(a, b placement) Relations {
	if !(a.instants && b.days || a.days && b.instants) {
		return relateAligned(a, b)
	}
	var room, otherRoom boundRange
	all := relateAligned(a.widen(&room), b.widen(&otherRoom))
	if a.moment {
		all &^= impossibleForMoment
	}
	if b.moment {
		all &^= impossibleForMoment.Converse()
	}
	return all
}

// relateAligned is relate for a and b of one zone. Each relation asks
// for an order of the four ends, or for two of them to coincide; where a
// choice is left, the one that leaves most room to the others is taken, so
// that a few look-ups decide for all ways of placing the two.
func relateAligned(a, b placement) Relations {
	if !a.feasible() || !b.feasible() {
		return 0
	}
	all := precede(a, b) | precede(b, a).Converse()

	// The first start of the one after the first start of the other, and the
	// last end of the one before the last end of the other.
	startB, startsLaterB := b.starts.above(a.starts.first())
	startA, startsLaterA := a.starts.above(b.starts.first())
	endA, endsSoonerA := a.ends.below(b.ends.last())
	endB, endsSoonerB := b.ends.below(a.ends.last())
	sameStart, _, startTogether := a.starts.common(b.starts, anywhere)
	_, sameEnd, endTogether := a.ends.common(b.ends, anywhere)

	for _, c := range [...]struct {
		relation   Relation
		start, end *moment
		possible   bool
	}{
		{RelationOverlaps, &startB, &endA, startsLaterB && endsSoonerA},
		{RelationStarts, &sameStart, &endA, startTogether && endsSoonerA},
		{RelationDuring, &startA, &endA, startsLaterA && endsSoonerA},
		{RelationFinishes, &startA, &sameEnd, startsLaterA && endTogether},
		{RelationEquals, &sameStart, &sameEnd, startTogether && endTogether},
		{RelationFinishedBy, &startB, &sameEnd, startsLaterB && endTogether},
		{RelationContains, &startB, &endB, startsLaterB && endsSoonerB},
		{RelationStartedBy, &sameStart, &endB, startTogether && endsSoonerB},
		{RelationOverlappedBy, &startA, &endB, startsLaterA && endsSoonerB},
	} {
		if c.possible && c.start.compare(*c.end) <= 0 {
			all |= c.relation.set()
		}
	}
	return all
}

// precede returns those of "before" and "meets" that are possible.
func precede(a, b placement) Relations {
	var all Relations
	firstEnd, _ := a.ends.atLeast(a.starts.first())
	lastStart, _ := b.starts.atMost(b.ends.last())
	after := firstEnd.next()
	if after.compare(lastStart) < 0 {
		all = RelationBefore.set()
	} else if after.compare(lastStart) > 0 {
		return 0
	}
	var room [1]momentRange
	if _, _, some := a.ends.following(&room).common(b.starts, momentRange{after, lastStart}); some {
		all |= RelationMeets.set()
	}
	return all
}

// simple reports whether d is placed by its bounds.
func (d *Date) simple(o *Options) bool {
	return d.kind != KindOneOf && d.start.mask|d.end.mask == 0 || d.eventful() && o.Reading == ReadingExtent
}

// placement is that of d by its bounds, in a comparison with other.
func (d *Date) placement(other *Date, o *Options, room *boundRange) placement {
	if !o.SameZone || !d.zoned || other.zoned {
		b := d.bounds(o)
		return b.placement(room)
	}
	local := *d
	local.shift = 0
	b := local.bounds(o)
	p := b.placement(room)
	p.instants, p.moment = false, false // as exact as days are, on one clock with them
	return p
}

// shape is all that is known of where a date lies: in one of several ranges
// that hold its start and its end, or else in one placement.
type shape struct {
	events []Range
	place  placement
}

func (d *Date) shape(other *Date, o *Options) shape {
	if !d.simple(o) {
		if d.kind == KindInterval {
			return shape{place: placement{
				starts: collectMoments(dayStarts, d.startRanges(*o), startRange),
				ends:   collectMoments(dayEnds, d.endRanges(*o), endRange),
				days:   true,
			}}
		}
		if events := slices.Collect(d.startRanges(*o)); len(events) > 1 {
			return shape{events: events}
		}
	}
	return shape{place: d.placement(other, o, new(boundRange))}
}

// relateToEach returns the relations of a to something in one of the ranges.
func relateToEach(a placement, events []Range) Relations {
	var all Relations
	var room boundRange
	for _, r := range events {
		all |= relate(a, r.placement(&room))
		if all == AllRelations {
			break
		}
	}
	return all
}

// relateEvents returns the relations of something in one of the ranges a to
// something in one of the ranges b. Ranges that neither overlap nor touch are
// not compared one by one.
func relateEvents(a, b []Range) Relations {
	var all Relations
	var room, otherRoom boundRange
	passed := 0 // ranges of b that lie before the present range, with a gap
	for _, r := range a {
		place := r.placement(&room)
		for passed < len(b) && b[passed].endsBefore(r) {
			passed++
		}
		if passed > 0 {
			all |= RelationAfter.set()
		}
		next := passed
		for ; next < len(b) && !r.endsBefore(b[next]); next++ {
			all |= relate(place, b[next].placement(&otherRoom))
		}
		if next < len(b) {
			all |= RelationBefore.set()
		}
		if all == AllRelations {
			break
		}
	}
	return all
}

// endsBefore reports whether a day lies between r and other, which is later.
func (r Range) endsBefore(other Range) bool {
	return r.Last.moment(lastSecond).next().compare(other.First.moment(0)) < 0
}

// placement is that of something that lies within r.
func (r Range) placement(room *boundRange) placement {
	b := Bounds{r.First, r.Last, r.First, r.Last}
	return b.placement(room)
}
