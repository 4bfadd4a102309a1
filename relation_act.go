package dispute

import (
	"math/bits"
	"slices"
)

// acts tell how high the level is just after the changes of a strand, whatever
// follows on the same day.
type acts struct {
	begun  []begun   // by first day
	brings []segment // what changes can bring, by day
	leaves []segment // what those that begin leave where they find it, by day
}

// A begun change lies between two days, and the level is not below least then.
type begun struct {
	first, last int64
	least       State
}

// acts returns those of every strand on the hostility track.
func (r Relation) acts() []acts {
	if r.on == nil || r.pair.Track != TrackHostility {
		return nil
	}
	list := make([]acts, len(r.on.strands))
	for i := range list {
		list[i] = r.on.strands[i].acts()
	}
	return list
}

func (s *strand) acts() acts {
	x := s.effects
	var a acts
	var brings, leaves marks
	for i := range x.changes {
		c := &x.changes[i]
		if c.isEnd {
			continue
		}
		days := run{first: halfDay(c.first()), last: halfDay(c.last())}
		leaves.add(days, x.shown(c.leaves), layerPossible)
		if least := bits.TrailingZeros64(x.shown(x.brought[i])); least > 0 {
			a.begun = append(a.begun, begun{days.first, days.last, State(least)})
		}
	}
	for _, t := range s.turnings() {
		for _, days := range t.days {
			brings.add(days, t.states, layerPossible)
		}
	}
	slices.SortFunc(a.begun, func(a, b begun) int { return compare(a.first, b.first) })
	a.brings, a.leaves = brings.segments(nil), leaves.segments(nil)
	return a
}

// atLeast returns the level that some change surely is not below that lies
// between two days; zero if there is none.
func (a *acts) atLeast(first, last int64) State {
	level := State(0)
	i, _ := slices.BinarySearchFunc(a.begun, first, func(b begun, day int64) int { return compare(b.first, day) })
	for ; i < len(a.begun) && a.begun[i].first <= last; i++ {
		if a.begun[i].last <= last {
			level = max(level, a.begun[i].least)
		}
	}
	return level
}

// atMost returns the highest level that some change can bring between two days,
// or leave that was there before the first.
func (a *acts) atMost(s *strand, first, last int64) State {
	levels := possibleBetween(a.brings, first, last)
	levels |= possibleBetween(a.leaves, first, first) & possibleBetween(s.segments, first-1, first-1)
	if levels == 0 {
		return 0
	}
	return State(bits.Len64(levels) - 1)
}

// possibleBetween returns what is possible on some day between two.
func possibleBetween(list []segment, first, last int64) uint64 {
	possible := uint64(0)
	i, _ := slices.BinarySearchFunc(list, first, func(x segment, day int64) int { return compare(x.last, day) })
	for ; i < len(list) && list[i].first <= last; i++ {
		possible |= list[i].possible
	}
	return possible
}
