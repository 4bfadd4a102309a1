package fold

// A Spell is a longest stretch of days on which one state holds in a group.
type Spell struct {
	State uint8
	// First and Last are its days, both inclusive. A spell that no change has
	// ended lasts until [MaxDay], one before the first change from [MinDay].
	First, Last int32
	// Position is that of the change that brought the state: of the last one
	// on the first day that agrees with it; 0 for a spell before them all.
	Position uint32
	// Ended tells that the state came with the end of what that change began.
	Ended bool
	// Before tells a spell before the first change.
	Before bool
}

// On returns the cause of the spell in which a day lies and the last day of the
// spell, in O(log n) for n spells of the group. The state of the cause is 0 if
// the day lies in none. A spell before the first change has a cause on
// [MinDay], and before is true.
func (s *Store) On(g int, day int32) (c Cause, last int32, before bool) {
	if t := s.touched(g); t != nil {
		return s.onTouched(g, t, day)
	}
	from, after, end := s.upTo(g, packDay(day))
	if s.tellsBefore && after <= from+1 {
		if c, last, ok := s.onBefore(g, day); ok {
			return c, last, true
		}
	}
	if after == from {
		return 0, 0, false
	}
	last = MaxDay
	if after < end {
		last = s.causes[after].Day() - 1
	}
	return s.causes[after-1], last, false
}

// onTouched is On for a group that single changes have been made to.
func (s *Store) onTouched(g int, t *group, day int32) (c Cause, last int32, before bool) {
	if s.tellsBefore {
		if c, last, ok := s.onBefore(g, day); ok {
			return c, last, true
		}
	}
	p := t.causes.after(NewChange(day, 0, 0).dayEnd())
	c, _ = t.causes.last(p)
	last = MaxDay
	if t.causes.holds(p) {
		last = t.causes.change(p).Day() - 1
	}
	return c, last, false
}

// onBefore is On for a day in the spell before the first change, and returns
// false for others.
func (s *Store) onBefore(g int, day int32) (Cause, int32, bool) {
	before, ok := s.before(g)
	if !ok || day > before.Last {
		return 0, 0, false
	}
	return NewChange(MinDay, 0, before.State), before.Last, true
}

// spell returns the spell that a cause begins, and false for state 0.
func spell(c Cause, last int32) (Spell, bool) {
	return Spell{State: c.State(), First: c.Day(), Last: last, Position: c.Position(), Ended: c.IsEnd()}, c.State() != 0
}

// before returns the spell before the first change of a group, which goes on
// after it if that brought the same state.
func (s *Store) before(g int) (Spell, bool) {
	m := s.machine(g)
	if !m.tellsBefore {
		return Spell{}, false
	}
	first, ok := s.first(g)
	if !ok || first.Day() == MinDay {
		return Spell{}, false
	}
	x := Spell{State: m.effects[first.effect()].Before, First: MinDay, Last: first.Day() - 1, Before: true}
	if causes := s.firstCauses(g); len(causes) > 0 && causes[0].State() == x.State && sameDay(causes[0], first) {
		x.Last = MaxDay
		if len(causes) > 1 {
			x.Last = causes[1].Day() - 1
		}
	}
	return x, x.State != 0
}

// firstCauses returns at least the first two causes of a group, if it has as
// many.
func (s *Store) firstCauses(g int) []Cause {
	t := s.touched(g)
	switch {
	case t == nil:
		return s.bulkCauses(g)
	case len(t.causes.of) == 0:
		return nil
	case len(t.causes.of) > 1 && len(t.causes.of[0]) == 1:
		return []Cause{t.causes.of[0][0], t.causes.of[1][0]}
	}
	return t.causes.of[0]
}

func (s *Store) first(g int) (Change, bool) {
	if t := s.touched(g); t != nil {
		if t.changes.len() == 0 {
			return 0, false
		}
		return t.changes.firsts[0], true
	}
	if bulk := s.bulkChanges(g); len(bulk) > 0 {
		return bulk[0], true
	}
	return 0, false
}

// Causes returns the causes of the spells of a group by their days, and true,
// if that is all there is to know: where single changes have come, and where
// something is told of the time before the first change, it returns false.
func (s *Store) Causes(g int) ([]Cause, bool) {
	if s.touched(g) != nil || s.machine(g).tellsBefore {
		return nil, false
	}
	return s.bulkCauses(g), true
}

// AppendSpells appends the spells of a group by their days.
func (s *Store) AppendSpells(dst []Spell, g int) []Spell {
	start := len(dst)
	before, ok := s.before(g)
	if ok {
		dst = append(dst, before)
	}
	if t := s.touched(g); t != nil {
		for i, block := range t.causes.of {
			last := MaxDay
			if i+1 < len(t.causes.of) {
				last = t.causes.firsts[i+1].Day() - 1
			}
			dst = appendSpells(dst, block, last)
		}
	} else {
		dst = appendSpells(dst, s.bulkCauses(g), MaxDay)
	}
	if ok && len(dst) > start+1 && dst[start+1].First <= before.Last { // the same spell
		dst = append(dst[:start+1], dst[start+2:]...)
	}
	return dst
}

// appendSpells appends the spells of causes of which the last one's spell
// lasts until the given day.
func appendSpells(dst []Spell, causes []Cause, last int32) []Spell {
	for i, c := range causes {
		until := last
		if i+1 < len(causes) {
			until = causes[i+1].Day() - 1
		}
		if x, ok := spell(c, until); ok {
			dst = append(dst, x)
		}
	}
	return dst
}
