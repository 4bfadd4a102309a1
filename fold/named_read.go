package fold

import (
	"cmp"
	"iter"
	"slices"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// On returns the spell of a track between two actors in which a day lies, and
// false if there is none; see [Coded.On]. In the zero day lies none.
func (f *Named) On(from, to dispute.ActorID, t dispute.Track, day edtf.Day) (x Spell, ok bool) {
	a, b, ok := f.pair(from, to)
	if !ok || day.IsZero() {
		return x, false
	}
	s, ok := f.coded.On(a, b, t, nearestDay(day))
	if !ok {
		return x, false
	}
	f.name(&x, &s)
	return x, true
}

// AllOn yields the spells of a track between two actors in which a day lies,
// in the order of their states; see [Coded.AllOn].
func (f *Named) AllOn(from, to dispute.ActorID, t dispute.Track, day edtf.Day) iter.Seq[Spell] {
	return func(yield func(Spell) bool) {
		a, b, ok := f.pair(from, to)
		if !ok || day.IsZero() {
			return
		}
		for s := range f.coded.AllOn(a, b, t, nearestDay(day)) {
			if !yield(f.named(s)) {
				return
			}
		}
	}
}

// SpellsOf yields the spells of a track between two actors by their first day,
// then by state.
func (f *Named) SpellsOf(from, to dispute.ActorID, t dispute.Track) iter.Seq[Spell] {
	return func(yield func(Spell) bool) {
		a, b, ok := f.pair(from, to)
		if !ok {
			return
		}
		for s := range f.coded.SpellsOf(a, b, t) {
			if !yield(f.named(s)) {
				return
			}
		}
	}
}

// Spells yields all spells, ordered by track, From, To, first day and state.
// The cost of a full walk is O(n + g log g) for n spells of g relations.
func (f *Named) Spells() iter.Seq[Spell] {
	return func(yield func(Spell) bool) {
		if f == nil {
			return
		}
		ranks := f.ranks()
		var last int32
		var lastDay edtf.Day
		f.coded.walk(func(actor uint32) uint32 { return ranks[actor] }, func(s CodedSpell) bool {
			var x Spell
			f.setNames(&x, &s)
			switch {
			case s.First == OpenStart:
			case s.First == last+1 && !lastDay.IsZero(): // the spell before ended the day before
				x.First = lastDay.AddDays(1)
			default:
				x.First = edtf.DayFromNumber(int64(s.First))
			}
			if s.Last != OpenEnd {
				x.Last = edtf.DayFromNumber(int64(s.Last))
			}
			last, lastDay = s.Last, x.Last
			return yield(x)
		})
	}
}

// pair returns the numbers of two actors, if both have one.
func (f *Named) pair(from, to dispute.ActorID) (a, b uint32, ok bool) {
	if f == nil {
		return 0, 0, false
	}
	if a, ok = f.numbers[from]; ok {
		b, ok = f.numbers[to]
	}
	return a, b, ok
}

// ranks returns the place of every actor in the order of the IDs.
func (f *Named) ranks() []uint32 {
	order := make([]uint32, len(f.names))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return cmp.Compare(f.names[a], f.names[b]) })
	ranks := make([]uint32, len(order))
	for rank, actor := range order {
		ranks[actor] = uint32(rank)
	}
	return ranks
}

// named returns a spell with the names of its actors, and with dates.
func (f *Named) named(s CodedSpell) (x Spell) {
	f.name(&x, &s)
	return x
}

// name sets x, which is zero, to the spell s.
func (f *Named) name(x *Spell, s *CodedSpell) {
	f.setNames(x, s)
	if s.First != OpenStart {
		x.First = edtf.DayFromNumber(int64(s.First))
	}
	if s.Last != OpenEnd {
		x.Last = edtf.DayFromNumber(int64(s.Last))
	}
}

// setNames sets all of x but its days.
func (f *Named) setNames(x *Spell, s *CodedSpell) {
	x.Track, x.State = s.Track, s.State
	x.From, x.To = f.names[s.From], f.names[s.To]
	if s.Track.Mutual() && x.To < x.From {
		x.From, x.To = x.To, x.From
	}
	x.Position, x.Ended, x.Presupposed = s.Position, s.Ended, s.Presupposed
}
