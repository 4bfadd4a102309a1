package dispute

import (
	"github.com/dispute-go/dispute/internal/course"
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
func (v *chronology) termOf(place int32) course.Term {
	x := &v.events
	e := v.d.event(x.list[place])
	t := course.Term{Start: x.time.Start[place], End: x.time.End[place]}
	until := e.When
	if !e.Until.IsZero() {
		until = e.Until
	}
	t.Ever = neverEnds(until)
	if hasOpenStart(e.When) && t.Start[0].First == span.NegInf {
		t.Start = openStart()
	}
	if !x.time.Consistent(place) {
		t.Agree()
	}
	return t
}
