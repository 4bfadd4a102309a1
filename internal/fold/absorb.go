package fold

import "slices"

// pendingAtLeast is the number of changes put that are absorbed in one go, or
// as many as are held if that is more: so each change is moved O(log n) times.
const pendingAtLeast = 1 << 20

// Put adds a change to the group with the given key. Nothing can be asked
// until [Store.Absorb] was called.
func (s *Store) Put(key uint64, c Change) {
	e := s.index.at(key)
	if int(e.number) > len(s.keys) {
		s.keys = append(s.keys, key)
	}
	e.pending++
	s.pendingGroups = append(s.pendingGroups, e.number-1)
	s.pendingChanges = append(s.pendingChanges, c)
}

// Full reports whether so much has been put that [Store.Absorb] is due.
func (s *Store) Full() bool {
	return len(s.pendingChanges) >= max(pendingAtLeast, s.held)
}

// Absorb takes in what has been put. A change that is already there is dropped.
// With final, memory that only serves to put more is released, and questions
// can be asked. It refuses to hold 2³² changes or more, and then forgets what
// has been put.
func (s *Store) Absorb(final bool) error {
	err := s.absorb()
	s.pendingGroups, s.pendingChanges = s.pendingGroups[:0], s.pendingChanges[:0]
	if final {
		s.pendingGroups, s.pendingChanges = nil, nil
		if s.stale {
			s.settle()
		}
	}
	return err
}

func (s *Store) absorb() error {
	if len(s.pendingChanges) == 0 {
		return nil
	}
	held := s.held + len(s.pendingChanges)
	if held > maxChanges {
		s.forgetPending()
		return tooMany(held)
	}
	next := make([]uint32, len(s.keys)+1)
	for i := range s.index.entries {
		if e := &s.index.entries[i]; e.number != 0 {
			next[e.number-1] = e.pending
			e.pending = 0
		}
	}
	// Lay the groups out one after the other, old changes first.
	all := make([]Change, held)
	starts := make([]uint32, len(s.keys)+1)
	var at uint32
	for g := range s.keys {
		starts[g] = at
		old := s.appendChanges(all[:at], g)
		at, next[g] = uint32(len(old))+next[g], uint32(len(old))
	}
	starts[len(s.keys)] = at
	olds := slices.Clone(next)
	for i, g := range s.pendingGroups {
		all[next[g]] = s.pendingChanges[i]
		next[g]++
	}
	// Sort each group and move it up to the one before it.
	var sorter sorter
	at = 0
	for g := range s.keys {
		list := all[starts[g]:starts[g+1]]
		list = sorter.join(list, int(olds[g]-starts[g]))
		if !s.whole {
			list = s.machine(g).reduce(list)
		}
		starts[g] = at
		at += uint32(copy(all[at:], list))
	}
	starts[len(s.keys)] = at
	s.changes, s.offsets = all[:at:at], starts
	if int(at) < held-held/4 {
		s.changes = slices.Clone(s.changes)
	}
	s.groups, s.held, s.stale = nil, int(at), true
	return nil
}

// forgetPending takes back what has been put.
func (s *Store) forgetPending() {
	for i := range s.index.entries {
		s.index.entries[i].pending = 0
	}
}

// settle finds the causes of all spells anew.
func (s *Store) settle() {
	var w sweep
	offsets := make([]uint32, len(s.keys)+1)
	var n uint32
	for g := range s.keys {
		n += uint32(w.countCauses(s.machine(g), s.bulkChanges(g)))
		offsets[g+1] = n
	}
	causes := make([]cause, 0, n)
	for g := range s.keys {
		causes = w.appendCauses(causes, s.machine(g), s.bulkChanges(g))
	}
	s.causes, s.causeOffsets, s.stale = causes, offsets, false
}
