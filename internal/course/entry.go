package course

import (
	"github.com/dispute-go/dispute/internal/span"
	"github.com/dispute-go/dispute/internal/ticks"
)

// An entry is a run of half ticks at which a change has taken effect and is the
// last one so far: where it can come first of all, or just after one that leaves
// a state it works on.
type entry struct {
	span.Range
	// Whatever lies surely later than own comes after the change.
	own     int64
	initial bool // as the first of all
}

// appendEntries adds the entries of a change to list. With alone, an end counts
// only where nothing else surely goes on.
func (x *analysis) appendEntries(list []entry, i int32, alone bool) []entry {
	c := &x.changes[i]
	if x.before[i] == nil { // too many can come before it to look at them
		for _, r := range c.Domain {
			list = x.appendEntry(list, i, entry{Range: r, own: r.Last})
		}
		return list
	}
	works := x.worksOn(i)
	for _, f := range x.before[i] {
		if c.falls() && alone {
			f.First = x.pastGoingOn(f.First)
		}
		if x.brought[f.change]&works != 0 {
			list = x.appendEntry(list, i, entry{Range: f.Range, own: f.own})
		}
	}
	if x.first[i] {
		for _, r := range span.AppendCut(nil, c.Domain, span.NegInf, x.begunBy) {
			list = x.appendEntry(list, i, entry{Range: r, own: r.Last, initial: true})
		}
	}
	return list
}

// appendEntry adds an entry of a change: of an end, only the closes in it.
func (x *analysis) appendEntry(list []entry, i int32, e entry) []entry {
	if x.changes[i].IsEnd {
		e.Range = ticks.ClosesWithin(e.Range)
		if _, joint := x.jointOf(i); joint {
			e.own = e.Last // what ends at once does not come after it
		}
	}
	if e.First <= e.Last {
		e.own = min(e.own, e.Last)
		list = append(list, e)
	}
	return list
}
