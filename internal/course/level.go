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
	l := Levels{strand: s}
	var brought, kept marks
	least := make([]State, len(s.changes)) // by change: the level reached at least in every phase
	for i := range least {
		least[i] = MaxStates
	}
	for _, p := range s.phases {
		p.levels(&kept, least)
	}
	for i, level := range least {
		days := s.changes[i].Days()
		if !s.changes[i].IsEnd && level > 0 && level < MaxStates && days.cut(s.blunt).empty() {
			l.starts = append(l.starts, leveledStart{days, level})
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

// levels says what is barred to the starts of a phase, and lowers what they reach
// at least to what they do in it.
func (p *phase) levels(kept *marks, least []State) {
	for i := range p.changes {
		c := &p.changes[i]
		number := p.number(int32(i))
		days := Days{ticks.HalfDay(c.first()), ticks.HalfDay(c.last())}
		if c.IsEnd || number == None || !meets(p.days, days) {
			continue
		}
		kept.add(days, p.unsplit(c.Barred), layerPossible)
		level := State(0)
		if after := p.unsplit(p.brought[i]); after != 0 {
			level = after.Least()
		}
		least[number] = min(least[number], level)
	}
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
