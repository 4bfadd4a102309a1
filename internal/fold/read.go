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

// On returns the spell in which a day lies, and false if none does, in
// O(log n) for n spells of the group.
func (s *Store) On(g int, day int32) (Spell, bool) {
	if s.tellsBefore {
		if before, ok := s.before(g); ok && day <= before.Last {
			return before, true
		}
	}
	end := NewChange(day, 0, 0).dayEnd()
	if t := s.touched(g); t != nil {
		p := t.causes.after(end)
		last, ok := t.causes.last(p)
		switch {
		case !ok:
			return Spell{}, false
		case t.causes.holds(p):
			return spell(last, t.causes.change(p).Day()-1)
		}
		return spell(last, MaxDay)
	}
	causes := s.bulkCauses(g)
	if len(causes) == 0 || causes[0] > end {
		return Spell{}, false
	}
	at := 0
	for n := len(causes); n > 1; {
		half := n / 2
		if causes[at+half] <= end {
			at += half
		}
		n -= half
	}
	if at+1 < len(causes) {
		return spell(causes[at], causes[at+1].Day()-1)
	}
	return spell(causes[at], MaxDay)
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
