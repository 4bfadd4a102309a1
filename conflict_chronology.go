package dispute

import "github.com/dispute-go/dispute/internal/precedence"

// chronologies finds events that follow each other in a circle or for which no
// day is left.
func (v conflictFinder) chronologies() []*clash {
	var list []*clash
	for _, x := range v.events.time.Contradictions {
		if !v.isReversed(x) {
			c := v.clash(nil, v.eventsAt(x.Nodes)...)
			c.circular = x.Kind == precedence.Cycle
			list = append(list, c)
		}
	}
	return list
}

// reversed finds events that end before they begin, and claims that somebody
// stands by and by which an event does.
func (v conflictFinder) reversed() []*clash {
	var list []*clash
	for _, x := range v.events.time.Contradictions {
		if v.isReversed(x) {
			list = append(list, v.clash(nil, v.eventsAt(x.Nodes)...))
		}
	}
	for _, e := range v.events.list {
		for _, claim := range v.on.datings[e] {
			if v.support.supported[claim] && v.d.claim(claim).Content.Dating.row().Reversed {
				c := v.overEvent(e, []int32{claim})
				c.claim = claim
				list = append(list, c)
			}
		}
	}
	return list
}

// isReversed reports whether a contradiction is that of one event by itself.
func (v conflictFinder) isReversed(x precedence.Contradiction) bool {
	return x.Kind != precedence.Cycle && len(x.Nodes) == 1
}

// eventsAt returns the events at places.
func (v *chronology) eventsAt(places []int32) []int32 {
	events := make([]int32, len(places))
	for i, p := range places {
		events[i] = v.events.list[p]
	}
	return events
}
