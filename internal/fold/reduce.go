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
			first := j == 0 && m.befores
			if first || j == decisive || !m.covers(day[decisive], c, j < decisive) {
				changes[n] = c
				n++
			}
		}
		i = end
	}
	return changes[:n]
}

// decisive returns the index of the change of a day that makes others of the
// day irrelevant: in a ranked machine the last of the highest in rank of those
// that last one day, else the last one that works from every state; 0 if there
// is none.
func (m *Machine) decisive(day []Change) int {
	found := 0
	for i, c := range day {
		e := &m.effects[c.effect()]
		switch {
		case c&beginning == 0:
		case !m.ranked:
			if e.Not == 0 {
				found = i
			}
		case e.Lasts == OneDay:
			if f := &m.effects[day[found].effect()]; f.Lasts != OneDay || m.rank[f.To] <= m.rank[e.To] {
				found = i
			}
		}
	}
	return found
}

// covers reports whether the decisive change of a day makes another one of the
// day irrelevant, which comes before it or not.
func (m *Machine) covers(decisive, c Change, before bool) bool {
	d, e := &m.effects[decisive.effect()], &m.effects[c.effect()]
	if (decisive&c)&beginning == 0 {
		return false
	}
	if m.ranked {
		return d.Lasts == OneDay && e.Lasts == OneDay
	}
	return before && d.Not == 0 && e.Lasts == Stays
}
