package dispute

import (
	"iter"
	"math"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/precedence"
	"github.com/dispute-go/dispute/internal/span"
)

// A day has 1<<tickBits ticks, so that events of one day can be put in
// sequence. An event without a sequence number lies on any tick of its day.
const (
	tickBits    = 20
	maxSequence = 1<<tickBits - 1
	// maxDay bounds the day numbers that have ticks of their own, some three
	// billion years either way; what lies beyond counts as lying on it.
	maxDay = 1 << 40
)

func clampDay(day int64) int64 { return min(max(day, -maxDay), maxDay) }

// firstTick and lastTick return the ends of a day; an unbounded day stays
// unbounded.
func firstTick(day int64) int64 {
	if day == math.MinInt64 {
		return span.NegInf
	}
	return clampDay(day) << tickBits
}

func lastTick(day int64) int64 {
	if day == math.MaxInt64 {
		return span.PosInf
	}
	return clampDay(day)<<tickBits | maxSequence
}

// tickDay returns the day of a tick, and false for an unbounded one.
func tickDay(tick int64) (edtf.Day, bool) {
	if tick == span.NegInf || tick == span.PosInf {
		return edtf.Day{}, false
	}
	return edtf.DayFromNumber(tick >> tickBits), true
}

// maxRanges is the greatest number of ranges kept of one date. Few bytes can
// stand for very many, such as "XXXX-XX-23"; beyond it their hull is used,
// which is sound.
const maxRanges = 1000

// startDomain returns the ticks on which what d dates can start, endDomain
// those on which it can end. Both are sorted and their ranges do not overlap.
// For the zero Date they are all ticks.
func startDomain(d edtf.Date) []span.Range {
	b := d.Bounds()
	return domainOf(d, d.StartRanges(), edtf.Range{First: b.EarliestStart, Last: b.LatestStart})
}

func endDomain(d edtf.Date) []span.Range {
	b := d.Bounds()
	return domainOf(d, d.EndRanges(), edtf.Range{First: b.EarliestEnd, Last: b.LatestEnd})
}

// domainOf returns the ticks of ranges of days, or of their hull where there
// are too many.
func domainOf(d edtf.Date, ranges iter.Seq[edtf.Range], hull edtf.Range) []span.Range {
	if d.IsZero() {
		return span.All()
	}
	var domain []span.Range
	for r := range ranges {
		if len(domain) == maxRanges {
			return []span.Range{rangeTicks(hull)}
		}
		domain = append(domain, rangeTicks(r))
	}
	if domain == nil {
		return span.All()
	}
	return domain
}

// rangeTicks returns the ticks of a range of days. An open or unknown bound is
// unbounded; a range that is open towards the future at both bounds is the
// end of what has none.
func rangeTicks(r edtf.Range) span.Range {
	first, last := int64(math.MinInt64), int64(math.MaxInt64)
	if d := r.First.Day(); !d.IsZero() {
		first = d.Number()
	}
	if d := r.Last.Day(); !d.IsZero() {
		last = d.Number()
	}
	ticks := span.Range{First: firstTick(first), Last: lastTick(last)}
	if r.First.Infinite() > 0 {
		ticks.First = span.PosInf
	}
	if r.Last.Infinite() < 0 {
		ticks.Last = span.NegInf
	}
	return ticks
}

// eventDomains returns when an event can start and when it can end.
func eventDomains(e *Event) (start, end []span.Range) {
	ends := e.When
	if !e.Until.IsZero() {
		ends = e.Until
	}
	start, end = startDomain(e.When), endDomain(ends)
	if day, ok := e.When.Day(); ok && e.Sequence > 0 {
		tick := firstTick(day.Number()) + int64(e.Sequence)
		start = []span.Range{{First: tick, Last: tick}}
		if e.Until.IsZero() {
			end = []span.Range{{First: tick, Last: lastTick(day.Number())}}
		}
	}
	if e.Phase == PhaseOngoing && e.Until.IsZero() && slices.Equal(start, end) {
		end = []span.Range{{First: start[0].First, Last: span.PosInf}}
	}
	return start, end
}

// eventIndex holds the events of a view and their chronology. Its slices are
// indexed by place among the current events, which are ordered by ID.
type eventIndex struct {
	list     []int32         // the current events
	place    map[int32]int32 // of an event in list
	standing []Standing
	label    []Label
	time     *precedence.Result
	clashing map[int32][]int32 // by component: the places of the events whose chronology cannot hold, ascending
}

// at returns an event's place, or none.
func (x *eventIndex) at(n int32) int32 {
	if p, ok := x.place[n]; ok {
		return p
	}
	return none
}

func (v *View) indexEvents() {
	x := &v.events
	x.list = v.currents(ItemEvent)
	x.place = make(map[int32]int32, len(x.list))
	for p, n := range x.list {
		x.place[n] = int32(p)
	}
	nodes := make([]precedence.Node, len(x.list))
	var links []precedence.Link
	for p, n := range x.list {
		e := v.d.event(n)
		nodes[p].Start, nodes[p].End = eventDomains(e)
		if e.Phase == PhaseCancelled {
			continue
		}
		for _, l := range e.Links {
			before := x.at(v.resolve(l.Event.Ref()))
			if l.Kind.orders() && before != none && v.d.event(x.list[before]).Phase != PhaseCancelled {
				links = append(links, precedence.Link{Before: before, After: int32(p)})
			}
		}
	}
	x.time = precedence.Tighten(nodes, links)
	x.clashing = map[int32][]int32{}
	for _, c := range x.time.Contradictions {
		component := x.time.Component[c.Nodes[0]]
		x.clashing[component] = append(x.clashing[component], c.Nodes...)
	}
	for component, list := range x.clashing {
		x.clashing[component] = merge(list)
	}
	x.standing = make([]Standing, len(x.list))
	x.label = make([]Label, len(x.list))
	for p, n := range x.list {
		s, _ := v.judge(v.occurrenceOf(n))
		x.standing[p], x.label[p] = s.Standing, s.Label
	}
}
