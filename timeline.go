package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/domain"
	"github.com/dispute-go/dispute/internal/precedence"
	"github.com/dispute-go/dispute/internal/span"
)

// A Timeline is the events of a view in order. What is certain about the
// order is the partial order "definitely before" (see [View.Before]); the
// order of Entries is one of those that agree with it, chosen by rule:
// earliest start first, open beginnings before all, then latest start, then
// links, then ID.
type Timeline struct {
	Entries []TimelineEntry `json:"entries,omitempty"`
	// Contradictions are the groups of events whose chronology cannot hold.
	// The events linked with them keep the dates they were given.
	Contradictions []Contradiction `json:"contradictions,omitempty"`

	from *chronology // which reasons are made of
	read *said       // the reasons that came with it
}

// A TimelineEntry is one event's place in a timeline.
type TimelineEntry struct {
	Event EventID `json:"event"`
	// Span is when it was; its reasons are among those of the timeline.
	Span Span `json:"span"`
	// First and Last are the least and the greatest rank the event can have,
	// counted from 1, inclusive. Exact says that both can occur; otherwise
	// they are only outer limits, as for events in a group of more than some
	// four thousand that links connect.
	First int  `json:"first"`
	Last  int  `json:"last"`
	Exact bool `json:"exact"`
	// Certain says that the event is definitely before the next entry; if
	// not, the two stand in this order by rule only.
	Certain bool `json:"certain"`
	// Phase, Label and Standing tell how far the event has come, and how its
	// occurrence stands.
	Phase    Phase    `json:"phase,omitzero"`
	Label    Label    `json:"label"`
	Standing Standing `json:"standing"`
}

// A Span is when an event can have started and ended, after its links to
// other events have been taken into account. All bounds are inclusive; an
// open or unknown bound is unbounded.
type Span struct {
	Event         EventID  `json:"event"`
	EarliestStart edtf.Day `json:"earliest_start,omitzero"`
	LatestStart   edtf.Day `json:"latest_start,omitzero"`
	EarliestEnd   edtf.Day `json:"earliest_end,omitzero"`
	LatestEnd     edtf.Day `json:"latest_end,omitzero"`
	// Ongoing says that it has no end: not one that is unknown, but none so far.
	Ongoing bool `json:"ongoing,omitzero"`
	// Tightened says that links made it narrower than the event's own date.
	Tightened bool `json:"tightened,omitzero"`

	from *chronology // which reasons are made of; nil for a span within a timeline
	read *said       // the reasons that came with it
}

// A Contradiction is a group of events whose chronology cannot hold: links
// that lead in a circle, or that leave no day for an event.
type Contradiction struct {
	Kind   ContradictionKind `json:"kind,omitzero"`
	Events []EventID         `json:"events,omitempty"`
}

// ContradictionKind says why a chronology cannot hold.
type ContradictionKind uint8

// The kinds. The zero ContradictionKind is none.
const (
	ContradictionCircle ContradictionKind = iota + 1 // links lead from an event back to itself
	ContradictionNoDay                               // no day is left for an event
)

var contradictionKinds = vocabulary{"contradiction", []string{"none", "circle", "no-day"}}

// String returns the word for k.
func (k ContradictionKind) String() string { return contradictionKinds.text(uint8(k)) }

// MarshalText returns the word for k; the zero value has none.
func (k ContradictionKind) MarshalText() ([]byte, error) { return contradictionKinds.marshal(uint8(k)) }

// UnmarshalText reads the word for k; any other text is an error.
func (k *ContradictionKind) UnmarshalText(text []byte) error {
	return contradictionKinds.unmarshal(text, (*uint8)(k))
}

// Timeline returns all events of the view, whatever their standing, in order.
// The cost is near-linear in events and links.
func (v *View) Timeline() Timeline {
	v = v.orEmpty()
	x := &v.events
	if len(x.list) == 0 {
		return Timeline{}
	}
	order := x.time.Order()
	t := Timeline{Entries: make([]TimelineEntry, len(x.list)), from: v.chronology}
	for i, p := range order.Sequence {
		n := x.list[p]
		t.Entries[i] = TimelineEntry{
			Event: EventID(v.ref(n).ID), Span: v.bounds(p),
			First: int(order.First[p]), Last: int(order.Last[p]), Exact: order.Exact[p],
			Certain: i < len(order.Certain) && order.Certain[i],
			Phase:   v.d.event(n).Phase, Label: x.label[p], Standing: x.standing[p],
		}
	}
	t.Contradictions = v.contradictions()
	return t
}

func (v *chronology) contradictions() []Contradiction {
	var list []Contradiction
	for _, c := range v.events.time.Contradictions {
		kind := ContradictionNoDay
		if c.Kind == precedence.Cycle {
			kind = ContradictionCircle
		}
		list = append(list, Contradiction{Kind: kind, Events: v.eventIDs(c.Nodes)})
	}
	return list
}

// eventIDs returns the IDs of events given by place.
func (v *chronology) eventIDs(places []int32) []EventID {
	ids := make([]EventID, len(places))
	for i, p := range places {
		ids[i] = EventID(v.ref(v.events.list[p]).ID)
	}
	return ids
}

// When returns when an event can have started and ended. An event that is not
// on file or not there yet has no bounds and no reasons.
func (v *View) When(id EventID) Span {
	v = v.orEmpty()
	p := v.events.at(v.replacing(id.Ref()))
	if p == none {
		return Span{Event: id}
	}
	s := v.bounds(p)
	s.from = v.chronology
	return s
}

// bounds returns a span without its reasons.
func (v *chronology) bounds(p int32) Span {
	x := &v.events
	s := Span{Event: EventID(v.ref(x.list[p]).ID)}
	s.EarliestStart, _ = domain.Day(x.time.EarliestStart(p))
	s.LatestStart, _ = domain.Day(x.time.LatestStart(p))
	s.EarliestEnd, _ = domain.Day(x.time.EarliestEnd(p))
	s.LatestEnd, _ = domain.Day(x.time.LatestEnd(p))
	s.Ongoing = x.time.EarliestEnd(p) == span.PosInf
	start, end := eventDomains(v.d.event(x.list[p]))
	s.Tightened = !slices.Equal(start, x.time.Start[p]) || !slices.Equal(end, x.time.End[p])
	return s
}

// Before tells whether event a starts before event b: certain where the dates
// or the links say so, excluded where b definitely comes before a or both are
// the same event, possible otherwise. Events that are not there are not
// assessed.
func (v *View) Before(a, b EventID) Certainty {
	v = v.orEmpty()
	return v.before(v.events.at(v.replacing(a.Ref())), v.events.at(v.replacing(b.Ref())))
}

// before tells it of the events at places p and q.
func (v *chronology) before(p, q int32) Certainty {
	x := &v.events
	switch {
	case p == none || q == none:
		return 0
	case p == q || x.time.DefinitelyBefore(q, p):
		return CertaintyExcluded
	case x.time.DefinitelyBefore(p, q):
		return CertaintyCertain
	}
	return CertaintyPossible
}

// clashKey is the key of the fact that the chronology of some events cannot hold.
func (v *chronology) clashKey(places []int32) string {
	return "chronology/" + v.firstRef(v.events.list[places[0]]).String()
}

// datesKey is the key of the fact when the event at place p started and ended.
func (v *chronology) datesKey(p int32) string {
	return v.firstRef(v.events.list[p]).String() + "/dates"
}

// datesItems is how many events a fact on dates lists before it refers to the
// facts on which the rest of the chain stands.
const datesItems = 32

// follow returns the event at place p and those from which its bounds follow:
// up to most of them, the nearest first, and those that come next.
func (x *eventIndex) follow(p int32, most int) (near, far []int32) {
	near = []int32{p}
	seen := map[int32]bool{p: true}
	for i := 0; i < len(near); i++ {
		for _, by := range []int32{x.time.EarliestStartBy[near[i]], x.time.LatestStartBy[near[i]]} {
			if by == precedence.Declared || seen[by] {
				continue
			}
			seen[by] = true
			if len(near) < most {
				near = append(near, by)
			} else {
				far = append(far, by)
			}
		}
	}
	return near, far
}
