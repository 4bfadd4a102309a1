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

func endDomain(d edtf.Date) []span.Range {
	b := d.Bounds()
	return domainOf(d, d.EndRanges(), edtf.Range{First: b.EarliestEnd, Last: b.LatestEnd})
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

// maxRanges is the greatest number of ranges kept of one date. Few bytes can
// stand for very many, such as "XXXX-XX-23"; beyond it their hull is used,
// which is sound.
const maxRanges = 1000

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

// startDomain returns the ticks on which what d dates can start, endDomain
// those on which it can end. Both are sorted and their ranges do not overlap.
// For the zero Date they are all ticks.
func startDomain(d edtf.Date) []span.Range {
	b := d.Bounds()
	return domainOf(d, d.StartRanges(), edtf.Range{First: b.EarliestStart, Last: b.LatestStart})
}

// tickDay returns the day of a tick, and false for an unbounded one.
func tickDay(tick int64) (edtf.Day, bool) {
	if tick == span.NegInf || tick == span.PosInf {
		return edtf.Day{}, false
	}
	return edtf.DayFromNumber(tick >> tickBits), true
}

// compareDays orders days, an absent one after all others.
func compareDays(a, b edtf.Day) int {
	switch {
	case a.IsZero() == b.IsZero():
		return a.Compare(b)
	case a.IsZero():
		return 1
	}
	return -1
}

// asked returns the half tick on which the state of a day is asked for.
func asked(day int64) int64 { return closeOf(day) - 1 }

// closeHalves returns the half ticks on which something is over whose last day
// lies in the domain. Of a range of several days only the closes of the days
// count; what lies between stands in for the close before it.
func closeHalves(domain []span.Range) []span.Range {
	var halves []span.Range
	for _, r := range domain {
		h := r
		if r.First != span.NegInf {
			h.First = closeOf(r.First >> tickBits)
		}
		if r.Last != span.PosInf {
			h.Last = closeOf(r.Last >> tickBits)
		}
		if n := len(halves); n > 0 && h.First <= halves[n-1].Last {
			halves[n-1].Last = h.Last
		} else {
			halves = append(halves, h)
		}
	}
	return halves
}

// closeOf returns the half tick after the last tick of a day.
func closeOf(day int64) int64 { return (day+1)<<dayBits - 1 }

// Changes lie on half ticks: an event's tick t becomes 2t, and the odd half
// tick after the last tick of a day is where a lasting event ends whose last
// day it is: after all that happens on that day, and before all that happens
// on the next. A state is asked for on the last tick of a day, so that the end
// shows from the next day on.
const dayBits = tickBits + 1

// daysAsked returns the days asked for on a half tick from first to last, both
// inclusive; there may be none, so that from is past to.
func daysAsked(first, last int64) (from, to int64) {
	if first > last || first == span.PosInf || last == span.NegInf {
		return 1, 0
	}
	from, to = math.MinInt64, math.MaxInt64
	if first != span.NegInf {
		from = halfDay(first)
		if asked(from) < first {
			from++
		}
	}
	if last != span.PosInf {
		to = halfDay(last)
		if asked(to) > last {
			to--
		}
	}
	return from, to
}

func half(tick int64) int64 {
	if tick == span.NegInf || tick == span.PosInf {
		return tick
	}
	return 2 * tick
}

// halfDay returns the day of a half tick, unbounded ones as they are.
func halfDay(t int64) int64 {
	if t == span.NegInf || t == span.PosInf {
		return t
	}
	return t >> dayBits
}

// hasOpenStart reports whether a date says that there is no beginning, as
// "../2024" does. "[2024..]", on some day from then, does not.
func hasOpenStart(d edtf.Date) bool { return d.Bounds().LatestStart == edtf.OpenPast() }

// neverEnds reports whether a date says that there is no end, as "2024/.."
// does. "[..2024]", on some day by then, does not.
func neverEnds(d edtf.Date) bool { return d.Bounds().EarliestEnd == edtf.OpenFuture() }

func next(day int64) int64 {
	if day == math.MinInt64 || day == math.MaxInt64 {
		return day
	}
	return day + 1
}

// startHalves returns the half ticks on which something starts.
func startHalves(domain []span.Range) []span.Range {
	halves := make([]span.Range, len(domain))
	for i, r := range domain {
		halves[i] = span.Range{First: half(r.First), Last: half(r.Last)}
	}
	return halves
}

// A term is when something can start and when it can end. ever says that it
// has no end.
type term struct {
	start, end []span.Range
	ever       bool
}

// hold cuts start and end to what they leave of each other.
func (t *term) hold() {
	if t.ever {
		t.end = span.All()
	}
	held := precedence.Tighten([]precedence.Node{{Start: t.start, End: t.end}}, nil)
	if !held.Consistent(0) {
		t.end = []span.Range{{First: t.start[0].First, Last: span.PosInf}}
		held = precedence.Tighten([]precedence.Node{{Start: t.start, End: t.end}}, nil)
	}
	t.start, t.end = held.Start[0], held.End[0]
}

// termOfDate returns the term of something dated on its own.
func termOfDate(d edtf.Date) term {
	if d.IsZero() {
		return term{start: span.All(), end: span.All()}
	}
	t := term{start: startDomain(d), end: endDomain(d), ever: neverEnds(d)}
	if hasOpenStart(d) {
		t.start = []span.Range{{First: span.NegInf, Last: span.NegInf}}
	}
	t.hold()
	return t
}

// tickDayNumber returns the day of a tick, unbounded ones as they are.
func tickDayNumber(t int64) int64 {
	if t == math.MinInt64 || t == math.MaxInt64 {
		return t
	}
	return t >> tickBits
}

// A run is a run of days, both inclusive. An inner run leaves out the closed
// days, which begin with a change that is surely later than any close inside
// a range.
type run struct {
	first, last int64
	inner       bool
}
