package fold

import (
	"errors"
	"slices"
)

// A group holds what single changes have made of a group that came in bulk.
type group struct {
	long            bool // some change goes on until an end of its own
	passing         bool // some change passes
	changes, causes blocks
}

// ErrNotWhole is returned for a removal from a store that does not keep every
// change.
var ErrNotWhole = errors.New("only a store that keeps every change can remove one")

// touch returns the group in the form that single changes can be made to.
func (s *Store) touch(g int) *group {
	if len(s.groups) < len(s.keys) {
		s.groups = append(s.groups, make([]*group, len(s.keys)-len(s.groups))...)
	}
	if s.groups[g] == nil {
		changes := s.bulkChanges(g)
		t := &group{changes: blocksOf(changes), causes: blocksOf(s.bulkCauses(g))}
		if m := s.machine(g); !m.plain {
			t.long = slices.ContainsFunc(changes, m.goesOn)
		}
		t.passing = s.machine(g).anyPasses(changes)
		s.groups[g] = t
	}
	return s.groups[g]
}

func (m *Machine) goesOn(c Change) bool { return m.effects[c.effect()].Lasts == UntilEnd }

// touched returns the group if single changes have been made to it, else nil.
func (s *Store) touched(g int) *group {
	if g < len(s.groups) {
		return s.groups[g]
	}
	return nil
}

// appendChanges appends the changes held of a group, in order.
func (s *Store) appendChanges(dst []Change, g int) []Change {
	if t := s.touched(g); t != nil {
		return t.changes.appendTo(dst)
	}
	return append(dst, s.bulkChanges(g)...)
}

// Insert adds one change to the group with the given key, or one and its end,
// as if it had come with the others, and reports whether it was not there yet.
// It refuses to hold 2³¹ changes or more.
//
// For n changes in the group it costs O(log n), if every effect stays and
// works from every state; else it goes through the days from the first change
// to the last one, and on to the first day at the end of which the state is
// what it was before and no effect that stays can hold it; and, if anything in the group has an end of its own,
// through all that was before. Where something passes, it goes through all.
func (s *Store) Insert(key uint64, changes ...Change) (bool, error) {
	if err := s.checkHolds(len(changes)); err != nil {
		return false, err
	}
	g := int(s.entry(key).number - 1)
	t, m := s.touch(g), s.machine(g)
	if slices.ContainsFunc(changes, t.changes.has) {
		return false, nil
	}
	crowded := false
	for _, c := range changes {
		at := t.changes.seek(c)
		previous, follows := t.changes.last(at)
		crowded = crowded || follows && sameDay(previous, c) || t.changes.holds(at) && sameDay(t.changes.change(at), c)
		t.changes.insert(at, c)
		s.least, s.most = min(s.least, c), max(s.most, c)
		t.long = t.long || m.goesOn(c)
	}
	s.held += len(changes)
	s.repair(t, m, changes)
	if !s.whole && crowded {
		s.held -= t.reduceDay(m, changes[0])
	}
	return true, nil
}

// Remove takes one change, or one and its end, out of the group with the given
// key, as if it had never come, and reports whether it was there. It costs
// what [Store.Insert] costs. It returns [ErrNotWhole] for a store that does
// not keep every change.
func (s *Store) Remove(key uint64, changes ...Change) (bool, error) {
	if !s.whole {
		return false, ErrNotWhole
	}
	g, ok := s.Find(key)
	if !ok {
		return false, nil
	}
	t, m := s.touch(g), s.machine(g)
	for _, c := range changes {
		if !t.changes.has(c) {
			return false, nil
		}
	}
	for _, c := range changes {
		t.changes.remove(t.changes.seek(c))
	}
	s.held -= len(changes)
	s.repair(t, m, changes)
	return true, nil
}

// reduceDay drops the changes of the day of c that no longer matter, and
// returns how many.
func (t *group) reduceDay(m *Machine, c Change) int {
	day := t.changes.appendDay(nil, t.changes.seek(c.dayStart()))
	kept := m.reduce(slices.Clone(day))
	for i, j := 0, 0; i < len(day); i++ {
		if j < len(kept) && kept[j] == day[i] {
			j++
		} else {
			t.changes.remove(t.changes.seek(day[i]))
		}
	}
	return len(day) - len(kept)
}
