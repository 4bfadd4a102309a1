package dispute

import (
	"math"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/precedence"
	"github.com/dispute-go/dispute/internal/span"
)

// Changes lie on half ticks: an event's tick t becomes 2t, and the odd half
// tick after the last tick of a day is where a lasting event ends whose last
// day it is: after all that happens on that day, and before all that happens
// on the next. A state is asked for on the last tick of a day, so that the end
// shows from the next day on.
const dayBits = tickBits + 1

func half(tick int64) int64 {
	if tick == span.NegInf || tick == span.PosInf {
		return tick
	}
	return 2 * tick
}

// closeOf returns the half tick after the last tick of a day.
func closeOf(day int64) int64 { return (day+1)<<dayBits - 1 }

// asked returns the half tick on which the state of a day is asked for.
func asked(day int64) int64 { return closeOf(day) - 1 }

// halfDay returns the day of a half tick, unbounded ones as they are.
func halfDay(t int64) int64 {
	if t == span.NegInf || t == span.PosInf {
		return t
	}
	return t >> dayBits
}

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

// startHalves returns the half ticks on which something starts.
func startHalves(domain []span.Range) []span.Range {
	halves := make([]span.Range, len(domain))
	for i, r := range domain {
		halves[i] = span.Range{First: half(r.First), Last: half(r.Last)}
	}
	return halves
}

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

// A change is the start of an event on a track, or the end of a lasting one.
type change struct {
	ruling Ruling // but for its days
	place  int32  // of its event among the view's events, or none
	domain []span.Range
	state  State  // what it brings
	leaves uint64 // the states it cannot start from, its own included
	// presupposes is what the state was if this is the first change; perhaps
	// says that it can have been none as well.
	presupposes State
	perhaps     bool
	// A lasting event's start knows its end, and the end its start; none
	// otherwise. What never ends has no end, and lasts.
	start, end int32
	lasting    bool
	isEnd      bool
}

func (c *change) first() int64 { return c.domain[0].First }
func (c *change) last() int64  { return c.domain[len(c.domain)-1].Last }

// premise returns what the state can have been if this is the first change.
func (c *change) premise() uint64 {
	if c.perhaps {
		return bit(c.presupposes) | bit(StateNone)
	}
	return bit(c.presupposes)
}

func bit(s State) uint64 { return 1 << s }

func bitsOf(list []State) uint64 {
	var mask uint64
	for _, s := range list {
		mask |= bit(s)
	}
	return mask
}

// A term is when something can start and when it can end. ever says that it
// has no end.
type term struct {
	start, end []span.Range
	ever       bool
}

// termOf returns an event's tightened term. Where its chronology cannot hold,
// its own date stands; where that ends before it begins, nothing is known of
// the end.
func (v *View) termOf(place int32) term {
	x := &v.events
	e := v.d.event(x.list[place])
	t := term{start: x.time.Start[place], end: x.time.End[place]}
	until := e.When
	if !e.Until.IsZero() {
		until = e.Until
	}
	t.ever = neverEnds(until)
	if hasOpenStart(e.When) && t.start[0].First == span.NegInf {
		t.start = []span.Range{{First: span.NegInf, Last: span.NegInf}}
	}
	if !x.time.Consistent(place) {
		t.hold()
	}
	return t
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

// neverEnds reports whether a date says that there is no end, as "2024/.."
// does. "[..2024]", on some day by then, does not.
func neverEnds(d edtf.Date) bool { return d.Bounds().EarliestEnd == edtf.OpenFuture() }

// hasOpenStart reports whether a date says that there is no beginning, as
// "../2024" does. "[2024..]", on some day from then, does not.
func hasOpenStart(d edtf.Date) bool { return d.Bounds().LatestStart == edtf.OpenPast() }

// appendChanges adds the start of something with the given term and, if it
// lasts and has an end, its end.
func appendChanges(list []change, c change, after State, t term) []change {
	c.domain = startHalves(t.start)
	c.leaves |= bit(c.state)
	c.start, c.end = none, none
	c.lasting = after != 0
	c.ruling.When = dayRange(halfDay(c.first()), halfDay(c.last()))
	at := int32(len(list))
	if !c.lasting || t.ever {
		return append(list, c)
	}
	end := c
	c.end, end.start = at+1, at
	end.domain = closeHalves(t.end)
	end.state, end.leaves, end.presupposes, end.isEnd = after, 0, 0, true
	end.ruling.End = true
	end.ruling.When = dayRange(next(halfDay(end.first())), next(halfDay(end.last())))
	return append(list, c, end)
}

func next(day int64) int64 {
	if day == math.MinInt64 || day == math.MaxInt64 {
		return day
	}
	return day + 1
}

// dayRange returns the days from first to last; the least and the greatest
// number are unbounded.
func dayRange(first, last int64) DayRange {
	var r DayRange
	if last == math.MinInt64 {
		return DayRange{Open: true}
	}
	if first != math.MinInt64 && first != math.MaxInt64 {
		r.First = edtf.DayFromNumber(first)
	}
	if last != math.MaxInt64 {
		r.Last = edtf.DayFromNumber(last)
	}
	return r
}

// beforeLinks calls visit with the places that links put before an event. The
// links of a chronology that cannot hold do not count.
func (v *View) beforeLinks(place int32, visit func(int32)) {
	x := &v.events
	e := v.d.event(x.list[place])
	if e.Phase == PhaseCancelled || !x.time.Consistent(place) {
		return
	}
	for _, l := range e.Links {
		before := x.at(v.resolve(l.Event.Ref()))
		if l.Kind.orders() && before != none && v.d.event(x.list[before]).Phase != PhaseCancelled {
			visit(before)
		}
	}
}

func compare(a, b int64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
