package fold

import (
	"iter"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/fold"
)

// On returns the spell of a track between two actors in which a day lies, and
// false if there is none: no change is recorded by then, or what held has
// ended. Where several states can hold at once it returns the first in the
// order of [dispute.State]; see [Coded.AllOn]. The cost is O(log n) for n
// spells of the pair on the track.
func (f *Coded) On(from, to uint32, t dispute.Track, day int32) (s CodedSpell, ok bool) {
	if t.Concurrent() {
		for s := range f.AllOn(from, to, t, day) {
			return s, true
		}
		return CodedSpell{}, false
	}
	if max(from, to) > MaxActor || from == to || f.isZero() {
		return CodedSpell{}, false
	}
	pair, way := pairOf(from, to)
	lane, ok := f.rules.laneOf(t, way == 1)
	if !ok {
		return CodedSpell{}, false
	}
	store := f.stores[f.storeOf(from, to)]
	g, ok := store.Find(pair | fold.Lane(lane))
	if !ok {
		return CodedSpell{}, false
	}
	c, last, before := store.On(g, min(max(day, fold.MinDay), fold.MaxDay))
	if c.State() == 0 {
		return CodedSpell{}, false
	}
	if t.Mutual() {
		from, to = min(from, to), max(from, to)
	}
	s.Track, s.State, s.From, s.To = t, dispute.State(c.State()), from, to
	s.First, s.Last = c.Day(), last
	s.Position, s.Ended, s.Presupposed = c.Position(), c.IsEnd(), before
	if before {
		s.First = OpenStart
	}
	if last == fold.MaxDay {
		s.Last = OpenEnd
	}
	return s, true
}

// AllOn yields the spells of a track between two actors in which a day lies,
// in the order of their states: at most one unless several states can hold at
// once.
func (f *Coded) AllOn(from, to uint32, t dispute.Track, day int32) iter.Seq[CodedSpell] {
	return func(yield func(CodedSpell) bool) {
		if !t.Concurrent() {
			if s, ok := f.On(from, to, t, day); ok {
				yield(s)
			}
			return
		}
		r := reader{Coded: f}
		for groups := f.groupsOf(from, to, t); len(groups) > 0; {
			var spells []CodedSpell
			spells, groups = r.ofOneState(groups)
			for _, s := range spells {
				if s.First <= day && day <= s.Last && !yield(s) {
					return
				}
			}
		}
	}
}

// SpellsOf yields the spells of a track between two actors by their first day,
// then by state.
func (f *Coded) SpellsOf(from, to uint32, t dispute.Track) iter.Seq[CodedSpell] {
	return func(yield func(CodedSpell) bool) {
		r := reader{Coded: f}
		r.yieldSpells(f.groupsOf(from, to, t), yield)
	}
}

// Spells yields all spells, ordered by track, From, To, first day and state.
// The cost of a full walk is O(n + g log g) for n spells of g relations.
func (f *Coded) Spells() iter.Seq[CodedSpell] {
	return func(yield func(CodedSpell) bool) {
		f.walk(func(actor uint32) uint32 { return actor }, yield)
	}
}

// walk yields all spells in the order of the ranks of their actors.
func (f *Coded) walk(rank func(uint32) uint32, yield func(CodedSpell) bool) {
	r := reader{Coded: f}
	for groups := f.groups(rank); len(groups) > 0; {
		n := 1
		for n < len(groups) && groups[n].relation() == groups[0].relation() {
			n++
		}
		if !r.yieldSpells(groups[:n], yield) {
			return
		}
		groups = groups[n:]
	}
}
