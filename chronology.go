package dispute

import (
	"github.com/dispute-go/dispute/internal/span"
)

// at returns an event's place, or none.
func (x *eventIndex) at(n int32) int32 {
	if p, ok := x.place[n]; ok {
		return p
	}
	return none
}

// beforeLinks calls visit with the places that links put before an event. The
// links of a chronology that cannot hold do not count.
func (v *chronology) beforeLinks(place int32, visit func(int32)) {
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

// termOf returns an event's tightened term. Where its chronology cannot hold,
// its own date stands; where that ends before it begins, nothing is known of
// the end.
func (v *chronology) termOf(place int32) term {
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

// startDays returns the days on which the event at place p can have started.
func (v *chronology) startDays(p int32) window {
	w := anyDay
	if day, ok := tickDay(v.events.time.EarliestStart(p)); ok {
		w.first = day.Number()
	}
	if day, ok := tickDay(v.events.time.LatestStart(p)); ok {
		w.last = day.Number()
	}
	return w
}
