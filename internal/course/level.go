package course

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/internal/ticks"
)

// Levels tells how high the state is just after the starts of a strand, whatever
// follows on the same day. It is for tracks of which a greater state is a higher
// level.
type Levels struct {
	strand  *Strand
	starts  []leveledStart // by first day
	brought []Segment      // what turnings can bring, by day
	kept    []Segment      // what is barred to starts, and so stays where they find it, by day
}

// A leveledStart is a start that lies on one of some days, and the level that is
// reached at least just after it.
type leveledStart struct {
	days  Days
	least State
}

// Levels returns the levels of a strand that has changes.
func (s *Strand) Levels() Levels {
	x := s.analysis
	l := Levels{strand: s}
	var brought, kept marks
	for i := range x.changes {
		c := &x.changes[i]
		if c.IsEnd {
			continue
		}
		days := Days{ticks.HalfDay(c.first()), ticks.HalfDay(c.last())}
		kept.add(days, x.unsplit(c.Barred), layerPossible)
		if after := x.unsplit(x.brought[i]); after != 0 && after.Least() > 0 {
			l.starts = append(l.starts, leveledStart{days, after.Least()})
		}
	}
	for _, t := range s.Turnings() {
		for _, d := range t.Days {
			brought.add(d, t.States, layerPossible)
		}
	}
	slices.SortFunc(l.starts, func(a, b leveledStart) int { return cmp.Compare(a.days.First, b.days.First) })
	l.brought, l.kept = brought.segments(nil), kept.segments(nil)
	return l
}

// AtLeast returns the level that is surely reached by a start on one of some
// days; zero if there is none.
func (l *Levels) AtLeast(days Days) State {
	level := State(0)
	i, _ := slices.BinarySearchFunc(l.starts, days.First, func(s leveledStart, day int64) int { return cmp.Compare(s.days.First, day) })
	for _, s := range l.starts[i:] {
		if s.days.First > days.Last {
			break
		}
		if s.days.Last <= days.Last {
			level = max(level, s.least)
		}
	}
	return level
}

// AtMost returns the highest level that a change can bring on one of some days,
// or that was there before and can stay through a start of the first of them;
// zero if there is none. The level is no higher than that, or than one possible
// at the end of one of these days. The first day must not be the least.
func (l *Levels) AtMost(days Days) State {
	levels := possibleWithin(l.brought, days)
	levels |= possibleWithin(l.kept, Days{days.First, days.First}) & l.strand.At(days.First-1).Possible
	if levels == 0 {
		return 0
	}
	return levels.Greatest()
}
