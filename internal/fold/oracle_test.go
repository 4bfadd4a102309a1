package fold

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
)

// An event of the oracle: what it does, from which day to which, both
// inclusive. Its position is its index.
type event struct {
	key         uint64
	first, last int32 // last is meant only for effects that last until an end
	effect      uint8
}

const noEnd = 1 << 20

// changes returns the changes that stand for an event.
func (e event) changes(m *Machine, position int) []Change {
	begins := NewChange(e.first, uint32(position), e.effect)
	if m.effects[e.effect].Lasts == UntilEnd && e.last < noEnd {
		return []Change{begins, begins.End(e.last + 1)}
	}
	return []Change{begins}
}

// spellsByDay is the oracle: it walks over every day and decides what holds
// from the events alone, as their description says.
func spellsByDay(effects []Effect, events map[int]event) []Spell {
	positions := sortedKeys(events)
	if len(positions) == 0 {
		return nil
	}
	lastDay := func(e event) int32 {
		if effects[e.effect].Lasts == OneDay {
			return e.first
		}
		return e.last
	}
	firstDay, end := int32(noEnd), int32(-noEnd)
	for _, e := range events {
		firstDay = min(firstDay, e.first)
		end = max(end, e.first)
		if effects[e.effect].Lasts == UntilEnd && e.last < noEnd {
			end = max(end, e.last)
		}
	}
	var spells []Spell
	open := func(s Spell) {
		if n := len(spells); n > 0 {
			spells[n-1].Last = s.First - 1
		}
		s.Last = MaxDay
		spells = append(spells, s)
	}
	var state uint8
	var by []int // what has brought or confirmed the state since it was another
	for day := firstDay; day <= end+2; day++ {
		was, cause := state, Spell{}
		stays := slices.ContainsFunc(by, func(p int) bool { return effects[events[p].effect].Lasts == Stays })
		// What ended yesterday.
		var goesOn []uint8
		for _, e := range events {
			if effects[e.effect].Lasts != Stays && e.first < day && day <= lastDay(e) {
				goesOn = append(goesOn, effects[e.effect].To)
			}
		}
		for _, p := range positions {
			e := events[p]
			x := effects[e.effect]
			if x.Lasts == Stays || lastDay(e) != day-1 || x.To != was || slices.Contains(goesOn, was) || stays {
				continue
			}
			falls := x.After
			if len(goesOn) > 0 {
				falls = strongest(effects, goesOn)
			}
			if cause.Ended && falls < state {
				continue // of what follows on one day, the greatest does
			}
			by = nil
			state, cause = falls, Spell{Position: uint32(p), Ended: true}
		}
		// What begins today.
		for _, p := range positions {
			e := events[p]
			if e.first != day {
				continue
			}
			x := effects[e.effect]
			if state == x.To || x.Not>>state&1 == 0 {
				if state != x.To {
					by = nil
				}
				by = append(by, p)
				state, cause = x.To, Spell{Position: uint32(p)}
			}
		}
		if state != was {
			cause.State, cause.First = state, day
			open(cause)
		}
	}
	spells = slices.DeleteFunc(spells, func(s Spell) bool { return s.State == 0 })
	first := slices.MinFunc(positions, func(a, b int) int {
		return cmp.Or(cmp.Compare(events[a].first, events[b].first), cmp.Compare(a, b))
	})
	if b := effects[events[first].effect].Before; b != 0 {
		before := Spell{State: b, First: MinDay, Last: firstDay - 1, Before: true}
		if len(spells) > 0 && spells[0].State == b && spells[0].First == firstDay {
			before.Last = spells[0].Last
			spells = spells[1:]
		}
		spells = slices.Insert(spells, 0, before)
	}
	return spells
}

func sortedKeys(events map[int]event) []int {
	var keys []int
	for p := range events {
		keys = append(keys, p)
	}
	slices.Sort(keys)
	return keys
}

// strongest returns the greatest of the states to which no other one of them
// gives way the other way round.
func strongest(effects []Effect, among []uint8) uint8 {
	givesWay := func(weak, strong uint8) bool {
		all, any, seen := true, false, false
		for _, e := range effects {
			if e.Lasts == Stays {
				continue
			}
			if e.To == weak {
				seen = true
				all = all && e.Not>>strong&1 != 0
			}
			any = any || e.To == strong && e.Not>>weak&1 != 0
		}
		return weak != strong && seen && all && !any
	}
	best := uint8(0)
	for _, s := range among {
		if !slices.ContainsFunc(among, func(t uint8) bool { return givesWay(s, t) }) {
			best = max(best, s)
		}
	}
	if best == 0 {
		best = slices.Max(among)
	}
	return best
}

// A kind of machine the tests fold with.
type sample struct {
	name    string
	effects []Effect
}

var samples = []sample{
	{"the last wins", []Effect{{To: 1}, {To: 2}, {To: 3}}},
	{"switched on and off", []Effect{{To: 1}, {To: 0}}},
	{"one state before all", []Effect{{To: 1, Before: 4}, {To: 2, Before: 4}}},
	{"a state before", []Effect{{To: 1, Before: 2}, {To: 2, Before: 1}, {To: 3}}},
	{"barred", []Effect{{To: 1, Not: 1<<2 | 1<<3}, {To: 2, Not: 1 << 1, Before: 1}, {To: 3, Before: 2}, {To: 4, Not: 1 << 3}}},
	{"one barred by one", []Effect{{To: 1}, {To: 2}, {To: 3, Not: 1 << 4}, {To: 4}}},
	{"barred by more and more", []Effect{{To: 1, Not: 1 << 4}, {To: 2, Not: 1<<4 | 1<<5}, {To: 3, Not: 1<<4 | 1<<5 | 1<<2}, {To: 4}, {To: 5}}},
	{"own state barred", []Effect{{To: 1, Not: 1 << 1}, {To: 2}}},
	{"lasting in ranks", ranks(1, OneDay, UntilEnd)},
	{"one day in ranks", ranks(1, OneDay)},
	{"lasting in ranks, two states before", append(ranks(1, OneDay, UntilEnd), Effect{To: 4, Before: 5, Lasts: OneDay, After: 1})},
	{"lasting and staying", append(ranks(4, OneDay, UntilEnd), Effect{To: 2}, Effect{To: 5}, Effect{To: 1, Not: 1 << 5})},
	{"lasting without ranks", []Effect{{To: 1, Lasts: UntilEnd, After: 3}, {To: 2, Lasts: OneDay, After: 3}, {To: 3, Lasts: OneDay, After: 2}}},
	{"barring each other", []Effect{{To: 1, Not: 1 << 2, Lasts: UntilEnd, After: 4}, {To: 2, Not: 1 << 1, Lasts: OneDay, After: 4}, {To: 3, Lasts: OneDay, After: 4}}},
	{"in a circle", []Effect{
		{To: 1, Not: 1 << 2, Lasts: UntilEnd, After: 4}, {To: 2, Not: 1 << 3, Lasts: UntilEnd, After: 4}, {To: 3, Not: 1 << 1, Lasts: OneDay, After: 4}}},
	{"followed by several", []Effect{
		{To: 1, Lasts: OneDay, After: 3}, {To: 1, Lasts: UntilEnd, After: 2}, {To: 1, Lasts: OneDay}, {To: 2, Lasts: UntilEnd, After: 1}}},
	{"held", []Effect{{To: 1, Lasts: OneDay}, {To: 1, Lasts: UntilEnd}}},
	{"held by what stays", append(ranks(1, OneDay, UntilEnd), Effect{To: 3, Not: 1 << 4}, Effect{To: 1})},
	{"held, with another state in between", []Effect{{To: 1, Not: 1 << 3}, {To: 2, Not: 1 << 3}, {To: 2, Not: 1 << 3, Lasts: OneDay, After: 3}}},
	{"held and released", []Effect{{To: 1, Lasts: OneDay, After: 2}, {To: 1}, {To: 2}, {To: 2, Lasts: UntilEnd, After: 1}, {To: 0, Lasts: OneDay, After: 1}}},
}

// ranks returns the effects of three states, each of which bars the lesser.
func ranks(after uint8, durations ...Duration) []Effect {
	var effects []Effect
	for _, d := range durations {
		effects = append(effects,
			Effect{To: 2, Not: 1<<3 | 1<<4, Before: 1, Lasts: d, After: after},
			Effect{To: 3, Not: 1 << 4, Before: 1, Lasts: d, After: after},
			Effect{To: 4, Before: 1, Lasts: d, After: after})
	}
	return effects
}

func machines(tb testing.TB) []*Machine {
	var list []*Machine
	for _, s := range samples {
		m, err := NewMachine(s.effects)
		if err != nil {
			tb.Fatal(err)
		}
		list = append(list, m)
	}
	return list
}

// randomEvents returns events of one group for every sample, on a few days.
func randomEvents(rng *rand.Rand, n int) []event {
	days := int32(1 + rng.IntN(12))
	lane := rng.IntN(len(samples))
	several := rng.IntN(2) == 0
	list := make([]event, n)
	for i := range list {
		if several {
			lane = rng.IntN(len(samples))
		}
		e := event{key: Key(0, [...]uint32{1, 1 << 20}[rng.IntN(2)], uint8(lane)), first: rng.Int32N(days) - days/2}
		e.effect = uint8(rng.IntN(len(samples[lane].effects)))
		e.last = e.first + rng.Int32N(days)
		if rng.IntN(6) == 0 {
			e.last = noEnd
		}
		list[i] = e
	}
	return list
}

// want returns what the oracle says of every group.
func want(events map[int]event) map[uint64][]Spell {
	byGroup := map[uint64]map[int]event{}
	for p, e := range events {
		if byGroup[e.key] == nil {
			byGroup[e.key] = map[int]event{}
		}
		byGroup[e.key][p] = e
	}
	spells := map[uint64][]Spell{}
	for key, list := range byGroup {
		if s := spellsByDay(samples[key>>(2*ActorBits)].effects, list); s != nil {
			spells[key] = s
		}
	}
	return spells
}

func got(s *Store) map[uint64][]Spell {
	spells := map[uint64][]Spell{}
	for g := range s.Groups() {
		if list := s.AppendSpells(nil, g); list != nil {
			spells[s.Key(g)] = list
		}
	}
	return spells
}
