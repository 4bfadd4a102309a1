package fold

// reduce drops from the sorted changes of one group, in place, those that can
// never decide anything, whatever other changes join them. It returns what is
// left.
func (m *Machine) reduce(changes []Change) []Change {
	n := 0
	if m.plain && !m.befores {
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
		day := changes[i:end]
		decisive := m.decisive(day)
		for j, c := range day {
			if m.befores && j == 0 || !m.idle(day, j, decisive) {
				changes[n] = c
				n++
			}
		}
		i = end
	}
	return changes[:n]
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
			if e.Not == 0 && (e.Lasts == Stays || m.holdable>>e.To&1 == 0) {
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
	if e.Lasts == OneDay {
		return m.layered && m.repeated(day[i:])
	}
	return e.Lasts == Stays && (i < decisive || m.fleeting[c.effect()] && i+1 < len(day))
}

// repeated reports whether the first of the changes has its effect again
// before anything that does not last one day. In a layered machine their order
// among each other does not matter, and they end together.
func (m *Machine) repeated(day []Change) bool {
	for _, c := range day[1:] {
		if m.effects[c.effect()].Lasts != OneDay || c.IsEnd() {
			return false
		}
		if c.effect() == day[0].effect() {
			return true
		}
	}
	return false
}
