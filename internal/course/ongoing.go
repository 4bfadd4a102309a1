package course

import (
	"math"
	"slices"

	"github.com/dispute-go/dispute/internal/giveway"
	"github.com/dispute-go/dispute/internal/ticks"
)

// byGoingOn returns the states that can hold judged by what goes on alone, and
// nil where that is not enough (see [decidedByGoingOn]). The strongest of what
// goes on is the state, which makes this exact where no links are involved.
func byGoingOn(changes []Change, gives *giveway.Table) []Segment {
	if !decidedByGoingOn(changes, gives) {
		return nil
	}
	var otherwise States // what can hold where nothing goes on
	m := make(marks, 0, 2*len(changes))
	for i := range changes {
		c := &changes[i]
		if otherwise |= c.Premise; c.IsEnd {
			otherwise |= Of(c.State)
			continue
		}
		possible, certain := Days{ticks.HalfDay(c.first()), math.MaxInt64}, Days{ticks.HalfDay(c.last()), math.MaxInt64}
		if c.End != None {
			end := &changes[c.End]
			possible.Last, certain.Last = ticks.HalfDay(end.last()), ticks.HalfDay(end.first())
		}
		m.add(possible, Of(c.State), layerPossible)
		if !certain.empty() && certain.First != math.MaxInt64 && certain.Last != math.MinInt64 {
			m.add(certain, Of(c.State), layerCertain)
		}
	}
	list := m.segments(nil)
	for i := range list {
		x := &list[i]
		if x.Certain == 0 {
			x.Possible |= otherwise
		}
		for s := range x.Certain.All() {
			x.Possible &^= States(gives[s])
		}
	}
	return list
}

// decidedByGoingOn reports whether the state depends on nothing but what goes on:
// everything lasts, the same follows every end, each can start from it, and of
// any two of their states one gives way to the other.
func decidedByGoingOn(changes []Change, gives *giveway.Table) bool {
	var brought, barred, after States
	for i := range changes {
		switch c := &changes[i]; {
		case !c.Lasts:
			return false
		case c.IsEnd:
			after |= Of(c.State)
		default:
			brought |= Of(c.State)
			barred |= c.Barred
		}
	}
	return (after == 0 || after.One()) && barred&after == 0 && inOneRow(brought, gives)
}

// inOneRow reports whether of any two of some states one gives way to the other.
func inOneRow(states States, gives *giveway.Table) bool {
	list := slices.Collect(states.All())
	for i, s := range list {
		for _, t := range list[:i] {
			if gives[s]>>t&1 == 0 && gives[t]>>s&1 == 0 {
				return false
			}
		}
	}
	return true
}
