package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/course"
	"github.com/dispute-go/dispute/internal/domain"
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/precedence"
	"github.com/dispute-go/dispute/internal/span"
	"github.com/dispute-go/dispute/internal/ticks"
	"github.com/dispute-go/dispute/internal/ties"
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
		before := x.at(v.replacing(l.Event.Ref()))
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
	t.Ever = domain.NeverEnds(until)
	if domain.HasOpenStart(e.When) && t.Start[0].First == span.NegInf {
		t.Start = domain.OpenStart()
	}
	if !x.time.Consistent(place) {
		t.Agree()
	}
	return t
}

// chronology is when the events were, and how their occurrence stands.
type chronology struct {
	*court
	events eventIndex
}

// eventIndex holds the events of a view and their chronology. Its slices are
// indexed by place among the current events, which are ordered by ID.
type eventIndex struct {
	list     []int32         // the current events
	place    map[int32]int32 // of an event in list
	standing []Standing
	label    []Label
	apart    map[int32]*assessment // by place: of which the view takes different things for different parts, or may
	time     *precedence.Result
	clashing map[int32][]int32 // by component: the places of the events whose chronology cannot hold, ascending
}

func newChronology(c *court) *chronology {
	v := &chronology{court: c}
	v.indexEvents()
	return v
}

func (v *chronology) indexEvents() {
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
			before := x.at(v.replacing(l.Event.Ref()))
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
		x.clashing[component] = ints.Merge(list)
	}
	x.standing = make([]Standing, len(x.list))
	x.label = make([]Label, len(x.list))
	x.apart = map[int32]*assessment{}
	for p, n := range x.list {
		s := v.judge(v.occurrenceOf(n))
		x.standing[p], x.label[p] = s.standing, s.label
		if s.apart() {
			x.apart[int32(p)] = s
		}
	}
}

// standingFor returns what the view takes event e for as far as it is the act of
// one of its doers.
func (v *chronology) standingFor(e, doer int32) Standing {
	p := v.events.at(e)
	if x := v.events.apart[p]; x != nil {
		return x.verdictFor(doer).standing
	}
	return v.events.standing[p]
}

// acceptedFor reports whether the view accepts event e as far as it is the act
// of one of its doers.
func (v *chronology) acceptedFor(e, doer int32) bool {
	return v.standingFor(e, doer) == StandingAccepted
}

// standingBetween returns what the view takes event e for as an act that takes
// two and is to stand between a and b.
func (v *chronology) standingBetween(e, a, b int32) Standing {
	p := v.events.at(e)
	if x := v.events.apart[p]; x != nil {
		return x.verdictBetween(a, b).standing
	}
	return v.events.standing[p]
}

// startDays returns the days on which the event at place p can have started.
func (v *chronology) startDays(p int32) ties.Window {
	w := ties.AnyDay
	if day, ok := domain.Day(v.events.time.EarliestStart(p)); ok {
		w.First = day.Number()
	}
	if day, ok := domain.Day(v.events.time.LatestStart(p)); ok {
		w.Last = day.Number()
	}
	return w
}

// eventDomains returns when an event can start and when it can end.
func eventDomains(e *Event) (start, end []span.Range) {
	ends := e.When
	if !e.Until.IsZero() {
		ends = e.Until
	}
	start, end = domain.Starts(e.When), domain.Ends(ends)
	if day, ok := e.When.Day(); ok && e.Sequence > 0 {
		tick := ticks.First(day.Number()) + int64(e.Sequence)
		start = []span.Range{{First: tick, Last: tick}}
		if e.Until.IsZero() {
			end = []span.Range{{First: tick, Last: ticks.Last(day.Number())}}
		}
	}
	if e.Phase == PhaseOngoing && e.Until.IsZero() && slices.Equal(start, end) {
		end = []span.Range{{First: start[0].First, Last: span.PosInf}}
	}
	return start, end
}

// termOfDate returns the term of something dated on its own.
func termOfDate(d edtf.Date) course.Term {
	if d.IsZero() {
		return course.Term{Start: span.All(), End: span.All()}
	}
	t := course.Term{Start: domain.Starts(d), End: domain.Ends(d), Ever: domain.NeverEnds(d)}
	if domain.HasOpenStart(d) {
		t.Start = domain.OpenStart()
	}
	t.Agree()
	return t
}

// coverOf returns the days of a term that a date tells of. What is dated by one
// date, not by an interval, lies on single days of it, as far as anybody knows.
func coverOf(t course.Term, when edtf.Date) course.Cover {
	return course.CoverOf(t, when.Kind() == edtf.KindDate || when.Kind() == edtf.KindOneOf)
}
