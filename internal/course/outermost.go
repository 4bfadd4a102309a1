package course

import (
	"iter"
	"math"

	"github.com/dispute-go/dispute/internal/ticks"
)

// First returns, by strand, the turnings that can be the first of all to take
// effect, their Days cut to those on which they can; sure tells that one of all
// turnings surely takes effect. The strands are the one strand of a track, or
// those of kinds.
func First(strands []*Strand) (list [][]Turning, sure bool) {
	list, surely := turningsOf(strands)
	if x, only := onlyAnalysis(strands); only {
		keepDays(list, func(t *Turning) []Days {
			if !x.first[t.Change] {
				return nil
			}
			return daysWithin(t.Days, Days{everyDay.First, ticks.HalfDay(x.begunBy)})
		})
		return list, true // the first change always takes effect
	}
	by := int64(math.MaxInt64) // a day by which one has taken effect
	for t := range surely {
		by, sure = min(by, t.Bounds.Last), true
	}
	keepDays(list, func(t *Turning) []Days {
		if t.preceded {
			return nil
		}
		return daysWithin(t.Days, Days{everyDay.First, by})
	})
	return list, sure
}

// Last returns, by strand, the turnings that can be the last of all to take
// effect, as [First] returns the first.
func Last(strands []*Strand) (list [][]Turning, sure bool) {
	list, surely := turningsOf(strands)
	if x, only := onlyAnalysis(strands); only {
		sure = true
		if x.fixedDays == nil {
			days := x.lastDays()
			keepDays(list, func(t *Turning) []Days { return days[t.Change] })
			return list, sure
		}
		segments := strands[0].Segments
		final := segments[len(segments)-1].Possible // what the last change brings still holds
		for i := range list[0] {
			list[0][i].States &= final
		}
	}
	from := int64(math.MinInt64) // the last change does not lie before this day
	for t := range surely {
		from, sure = max(from, t.Bounds.First), true
	}
	keepDays(list, func(t *Turning) []Days {
		if t.followed || t.States == 0 {
			return nil
		}
		return daysWithin(t.Days, Days{from, everyDay.Last})
	})
	return list, sure
}

// turningsOf returns the turnings of strands, and those of them that surely take
// effect.
func turningsOf(strands []*Strand) (list [][]Turning, surely iter.Seq[*Turning]) {
	list = make([][]Turning, len(strands))
	for i, s := range strands {
		list[i] = s.Turnings()
	}
	return list, func(yield func(*Turning) bool) {
		for _, turnings := range list {
			for i := range turnings {
				if turnings[i].Sure && !yield(&turnings[i]) {
					return
				}
			}
		}
	}
}

// keepDays keeps of every turning the days that when returns, and drops those
// for which it returns none.
func keepDays(list [][]Turning, when func(*Turning) []Days) {
	for i, turnings := range list {
		kept := turnings[:0]
		for _, t := range turnings {
			if t.Days = when(&t); t.Days != nil {
				kept = append(kept, t)
			}
		}
		list[i] = kept
	}
}

// onlyAnalysis returns the analysis of the one strand of a track, if there is but
// one since nothing passes.
func onlyAnalysis(strands []*Strand) (*analysis, bool) {
	if len(strands) != 1 || strands[0].kind != 0 || strands[0].passes {
		return nil, false
	}
	return strands[0].phases[0].analysis, true
}

// lastDays returns, by change, the days on which it can be the last to take
// effect where nothing ends: all changes that surely take effect on its state
// come before it.
func (x *analysis) lastDays() [][]Days {
	list := make([][]Days, len(x.changes))
	known := map[State]*breakers{}
	var entries []entry
	for i := range x.changes {
		i := int32(i)
		c := &x.changes[i]
		if x.idle(i) {
			continue
		}
		by := known[c.State]
		if by == nil {
			by = x.breakersOf(Of(c.State))
			known[c.State] = by
		}
		if by.followed[i] {
			continue
		}
		latest := int64(math.MinInt64) // where the one that begins last of them begins
		if n := len(by.firsts); n > 0 {
			latest = by.firsts[n-1]
		}
		entries = x.appendEntries(entries[:0], i, false)
		for _, e := range entries {
			if e.own >= latest && !(e.initial && len(by.firsts) > 0) {
				list[i] = append(list[i], Days{ticks.HalfDay(max(e.First, latest)), ticks.HalfDay(e.Last)})
			}
		}
		list[i] = Unite(list[i])
	}
	return list
}
