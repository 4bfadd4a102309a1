package fold

import "slices"

// pendingAtLeast is the number of changes put that are absorbed in one go, or
// as many as are held if that is more: so each change is moved O(log n) times.
const pendingAtLeast = 1 << 20

// Reserve makes room for n changes to be put, or as many as are absorbed in
// one go.
func (s *Store) Reserve(n int) {
	n = min(n, s.batch())
	s.pendingGroups = slices.Grow(s.pendingGroups, n)
	s.pendingChanges = slices.Grow(s.pendingChanges, n)
}

// Put adds a change to the group with the given key. Nothing can be asked
// until [Store.Absorb] was called.
func (s *Store) Put(key uint64, c Change) {
	g := s.number(key)
	if g >= len(s.waiting) {
		s.waiting = append(s.waiting, make([]uint32, g+1-len(s.waiting))...)
	}
	s.waiting[g]++
	s.pendingGroups = append(s.pendingGroups, uint32(g))
	s.pendingChanges = append(s.pendingChanges, c)
}

func (s *Store) batch() int { return max(pendingAtLeast, s.held) }

// Full reports whether so much has been put that [Store.Absorb] is due.
func (s *Store) Full() bool {
	return len(s.pendingChanges) >= s.batch()
}

// Absorb takes in what has been put. A change that is already there is dropped.
// With final, memory that only serves to put more is released, and questions
// can be asked. It refuses to hold 2³² changes or more, and then forgets what
// has been put.
func (s *Store) Absorb(final bool) error {
	err := s.absorb()
	s.pendingGroups, s.pendingChanges = s.pendingGroups[:0], s.pendingChanges[:0]
	if final {
		s.pendingGroups, s.pendingChanges, s.waiting = nil, nil, nil
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
		clear(s.waiting)
		return tooMany(held)
	}
	order := s.order()
	// Lay the groups out one after the other, old changes first.
	all := make([]Change, held)
	starts := make([]uint32, len(order))
	next := make([]uint32, len(order))
	var at uint32
	for _, g := range order {
		starts[g] = at
		next[g] = uint32(len(s.appendChanges(all[:at], int(g))))
		at = next[g]
		if int(g) < len(s.waiting) {
			at += s.waiting[g]
		}
	}
	clear(s.waiting)
	olds := slices.Clone(next)
	for i, g := range s.pendingGroups {
		all[next[g]] = s.pendingChanges[i]
		next[g]++
	}
	// Sort each group and move it up to the one before it.
	var sorter sorter
	offsets := make([]uint32, len(order)+1)
	at = 0
	for i, g := range order {
		list := sorter.join(all[starts[g]:next[g]], int(olds[g]-starts[g]))
		if !s.whole {
			list = s.machine(int(g)).reduce(list)
		}
		offsets[i] = at
		at += uint32(copy(all[at:], list))
	}
	offsets[len(order)] = at
	s.changes, s.offsets = all[:at:at], offsets
	if int(at) < held-held/4 {
		s.changes = slices.Clone(s.changes)
	}
	s.groups, s.held, s.stale = nil, int(at), true
	s.renumber(order)
	return nil
}

// order returns the numbers of the groups in the order of their keys.
func (s *Store) order() []uint32 {
	list := make([]keyed, len(s.keys))
	for g, key := range s.keys {
		list[g] = keyed{key, uint32(g)}
	}
	list = sortKeyed(list)
	order := make([]uint32, len(list))
	for i, x := range list {
		order[i] = x.number
	}
	return order
}

// renumber numbers the groups in the given order.
func (s *Store) renumber(order []uint32) {
	keys := make([]uint64, len(order))
	for i, g := range order {
		keys[i] = s.keys[g]
		if int(g) != i {
			s.index.renumber(keys[i], i)
		}
	}
	s.keys = keys
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
