package fold

// reduce drops from the sorted changes of one group, in place, those that can
// never decide anything, whatever other changes join them. It returns what is
// left.
func (m *Machine) reduce(changes []Change) []Change {
	n := 0
	if m.plain && !m.befores && !m.passing {
		for i, c := range changes {
			if i+1 == len(changes) || !sameDay(changes[i+1], c) {
				changes[n] = c
				n++
			}
		}
		return changes[:n]
	}
	for i := 0; i < len(changes); {
		end := i + 1
		for end < len(changes) && sameDay(changes[i], changes[end]) {
			end++
		}
		n += copy(changes[n:], m.reduceDay(changes[i:end]))
		i = end
	}
	return changes[:n]
}

// reduceDay drops changes of one day, in place, and returns what is left.
func (m *Machine) reduceDay(day []Change) []Change {
	if len(day) == 1 || m.anyPasses(day) {
		return day
	}
	decisive, first := m.decisive(day), len(day)
	var again effectSet // which come again on the day
	for i := len(day) - 1; i >= 0; i-- {
		c := day[i]
		if i == 0 && m.befores || !m.idle(day, i, decisive) && !(m.repeatable[c.effect()] && again.has(c)) {
			first--
			day[first] = c
		}
		again.add(c)
	}
	return day[first:]
}

// An effectSet is a set of effects that begin.
type effectSet [MaxEffects / 64]uint64

func (s *effectSet) add(c Change) {
	if !c.IsEnd() {
		s[c.effect()/64] |= 1 << (c.effect() % 64)
	}
}

func (s *effectSet) has(c Change) bool {
	return !c.IsEnd() && s[c.effect()/64]>>(c.effect()%64)&1 != 0
}

// decisive returns the index of a change that makes others of its day
// irrelevant: in a ranked machine the last of the highest in rank of those
// that last one day, else the last one that works from every state, whoever
// holds it; -1 if there is none.
func (m *Machine) decisive(day []Change) int {
	found := -1
	for i, c := range day {
		e := &m.effects[c.effect()]
		switch {
		case c.IsEnd():
		case !m.ranked:
			if e.Not == 0 && (!e.lasts() || m.holdable>>e.To&1 == 0) {
				found = i
			}
		case e.Lasts == OneDay:
			if found < 0 || m.rank[m.to[day[found].effect()]] <= m.rank[e.To] {
				found = i
			}
		}
	}
	return found
}

// idle reports whether change i of a day never decides anything, given the
// index of the decisive one.
func (m *Machine) idle(day []Change, i, decisive int) bool {
	c := day[i]
	e := &m.effects[c.effect()]
	switch {
	case c.IsEnd():
		return false
	case m.ranked:
		return e.Lasts == OneDay && i != decisive
	}
	return !e.lasts() && (i < decisive || m.fleeting[c.effect()] && i+1 < len(day))
}
