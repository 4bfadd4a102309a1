// Package lastchange tells which of several uncertainly dated events can be the
// latest one by a given tick, where the latest change wins.
//
// A placement gives every event one tick of its domain and obeys the links. By
// tick d the ruling change of a placement is its latest event at or before d; of
// unlinked events at the same tick any may be the later one. An event is a
// possible ruler on d if it rules in some placement.
//
// The rule (DESIGN.md §4.4), exact over tightened domains: let τ be the greatest
// possible tick of event e that is not after d. Then e can rule on d if and only
// if τ exists, every event that cannot lie after d can lie at or before τ, and no
// event that must follow e by links lies certainly at or before d. That nothing
// has changed yet is possible if and only if every event can lie after d.
package lastchange

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/internal/span"
)

// An Event is one change on the track. The zero value may lie on any tick.
type Event struct {
	// Domain is the possible ticks: a domain as [span.Range] defines it. A nil or
	// empty domain is every tick. It must be tightened: each of its ticks occurs
	// in some placement (as precedence.Tighten leaves it).
	Domain []span.Range
}

// Rulings tells for every tick who can rule. Get one from [Solve]. It is safe for
// concurrent readers as long as nobody writes to its fields.
type Rulings struct {
	// Ticks holds, for each event by index, the ticks on which it can rule: the
	// longest possible ranges, ascending, none touching the next; none at all if
	// linked events always supersede it at once.
	Ticks [][]span.Range
	// Unchanged holds the ticks on which it is possible that no event has happened
	// yet: one range from [span.NegInf], or none. Without events it is every tick.
	Unchanged []span.Range

	index []ruling // every range of Ticks, by its first tick and then its event
	reach []int64  // implicit tree over index: the last tick of any range below
}

type ruling struct {
	ticks span.Range
	event int32
}

// Solve applies the rule to all events of one track. A link {before, after} names
// two events by index: after lies no earlier than before and takes effect later
// than it, even on one tick. Links must be acyclic; where a chain of links leads
// from one event to another through points off the track, a link of the two must
// say so. Of the links from one event, one to the follower whose last tick is least
// is enough. The order and repetition of links do not matter, nor does the order of
// events but for the numbering of the answer. The arguments are neither changed nor
// kept.
//
// It costs O((e + r) log (e + r) + l) for e events of r ranges and l links, however
// much the events overlap.
func Solve(events []Event, links [][2]int32) *Rulings {
	r := solve(events, links)
	r.buildIndex()
	return r
}

// Ticks returns the ticks on which each event can rule: [Rulings.Ticks].
func Ticks(events []Event, links [][2]int32) [][]span.Range {
	return solve(events, links).Ticks
}

func solve(events []Event, links [][2]int32) *Rulings {
	s := newSolver(events, links)
	ranges := 0
	for i := range events {
		ranges += len(s.domain(i))
	}
	r := &Rulings{Ticks: make([][]span.Range, len(events))}
	arena := make([]span.Range, 0, ranges)
	for i := range events {
		start := len(arena)
		arena = s.appendTicks(arena, i)
		r.Ticks[i] = arena[start:len(arena):len(arena)]
	}
	if happened := s.overtaken[0]; happened > span.NegInf {
		r.Unchanged = []span.Range{{First: span.NegInf, Last: before(happened)}}
	}
	return r
}

// A bounds is the first and the last tick of an event.
type bounds struct{ first, last int64 }

// A solver holds what is needed of all events to tell when one can rule.
type solver struct {
	events  []Event
	every   []span.Range // what a domain that is not given stands for
	byFirst []bounds     // of all events, by the first tick
	// superseded is by event the tick from which a follower has certainly
	// happened. overtaken[i] is the tick from which some event that cannot lie
	// before byFirst[i].first has; its last element is PosInf.
	superseded, overtaken []int64
}

func newSolver(events []Event, links [][2]int32) *solver {
	n := len(events)
	s := &solver{events: events, every: span.All(),
		byFirst: make([]bounds, n), superseded: make([]int64, n), overtaken: make([]int64, n+1)}
	for i := range events {
		d := s.domain(i)
		s.byFirst[i] = bounds{d[0].First, d[len(d)-1].Last}
		s.superseded[i] = span.PosInf
	}
	for _, l := range links { // while byFirst is still by event
		s.superseded[l[0]] = min(s.superseded[l[0]], s.byFirst[l[1]].last)
	}
	slices.SortFunc(s.byFirst, func(a, b bounds) int { return cmp.Compare(a.first, b.first) })
	s.overtaken[n] = span.PosInf
	for i := n - 1; i >= 0; i-- {
		s.overtaken[i] = min(s.overtaken[i+1], s.byFirst[i].last)
	}
	return s
}

func (s *solver) domain(event int) []span.Range {
	if d := s.events[event].Domain; len(d) > 0 {
		return d
	}
	return s.every
}

// appendTicks adds the ticks on which an event can rule. From a tick of its
// domain on, it can until a follower, or an event that cannot lie earlier than
// that tick, has certainly happened, or the next range of its domain begins.
func (s *solver) appendTicks(list []span.Range, event int) []span.Range {
	if s.superseded[event] == span.NegInf {
		return list
	}
	domain, start := s.domain(event), len(list)
	for j, own := range domain {
		// Within its own range the event can lie on the very tick, at or after
		// everything that has certainly happened; past it, only until one event
		// that must be later has.
		later, _ := slices.BinarySearchFunc(s.byFirst, own.Last, func(b bounds, t int64) int {
			if b.first <= t {
				return -1
			}
			return 1
		})
		end := min(before(s.overtaken[later]), before(s.superseded[event]))
		if j+1 < len(domain) {
			end = min(end, domain[j+1].First-1)
		}
		if end < own.First {
			continue
		}
		if n := len(list); n > start && list[n-1].Last == own.First-1 {
			list[n-1].Last = end
		} else {
			list = append(list, span.Range{First: own.First, Last: end})
		}
	}
	return list
}

// before returns the last tick before t, where PosInf is never reached.
func before(t int64) int64 {
	if t == span.PosInf {
		return t
	}
	return t - 1
}
