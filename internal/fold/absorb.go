package fold

import "slices"

// A store absorbs in one go the changes that are announced with
// [Store.Reserve], up to mostReserved, or as many as it holds if that is more,
// but at least pendingAtLeast. So each change is moved O(log n) times, and once
// if it was announced.
const (
	pendingAtLeast = 1 << 22
	mostReserved   = 1 << 24
)

func (s *Store) batch() int { return max(pendingAtLeast, s.held, s.reserved) }

// Reserve makes room for n changes to be put.
func (s *Store) Reserve(n int) {
	s.reserved = min(n, mostReserved)
	s.pendingGroups = slices.Grow(s.pendingGroups, s.reserved)
	s.pendingChanges = slices.Grow(s.pendingChanges, s.reserved)
}

// Put adds changes to the groups with the given keys, one to each key. Nothing
// can be asked until [Store.Absorb] was called.
func (s *Store) Put(keys []uint64, changes []Change) {
	at := len(s.pendingGroups)
	if at+len(keys) > cap(s.pendingGroups) {
		more := max(min(3*at, s.batch()-at), 0) + len(keys)
		s.pendingGroups = slices.Grow(s.pendingGroups, more)
		s.pendingChanges = slices.Grow(s.pendingChanges, more)
	}
	s.pendingChanges = append(s.pendingChanges, changes...)
	s.pendingGroups = s.pendingGroups[:at+len(keys)]
	groups := s.pendingGroups[at:]
	least, most := s.least, s.most
	for i, key := range keys {
		least, most = min(least, changes[i]), max(most, changes[i])
		e := s.entry(key)
		e.waiting++
		groups[i] = e.number - 1
	}
	s.least, s.most = least, most
}

// Full reports whether so much has been put that [Store.Absorb] is due.
func (s *Store) Full() bool {
	return len(s.pendingChanges) >= s.batch()
}

// Absorb takes in what has been put. A change that is already there is dropped.
// With final, memory that only serves to put more is released, and questions
// can be asked. It refuses to hold 2³¹ changes or more, and then forgets what
// has been put.
func (s *Store) Absorb(final bool) error {
	err := s.absorb()
	s.pendingGroups, s.pendingChanges = s.pendingGroups[:0], s.pendingChanges[:0]
	if final {
		s.pendingGroups, s.pendingChanges, s.reserved = nil, nil, 0
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
	groups := len(s.keys)
	next := make([]uint32, groups)
	s.index.takeWaiting(next)
	held := s.held + len(s.pendingChanges)
	if held > maxChanges {
		return tooMany(held)
	}
	// Lay the groups out one after the other, old changes first.
	all := make([]Change, held)
	starts := make([]uint32, groups+1)
	var at uint32
	for g := range groups {
		starts[g] = at
		waiting := next[g]
		next[g] = uint32(len(s.appendChanges(all[:at], g)))
		at = next[g] + waiting
	}
	olds := slices.Clone(next)
	for i, g := range s.pendingGroups {
		all[next[g]] = s.pendingChanges[i]
		next[g]++
	}
	// Sort each group and move it up to the one before it.
	sorter := newSorter(s.least, s.most)
	at = 0
	for g := range groups {
		list := sorter.join(all[starts[g]:next[g]], int(olds[g]-starts[g]))
		if !s.whole {
			list = s.machine(g).reduce(list)
		}
		starts[g] = at
		at += uint32(copy(all[at:], list))
	}
	starts[groups] = at
	s.changes, s.offsets = all[:at:at], starts
	if int(at) < held-held/4 {
		s.changes = slices.Clone(s.changes)
	}
	s.groups, s.held, s.stale = nil, int(at), true
	return nil
}

// settle finds the causes of all spells anew.
func (s *Store) settle() {
	room, longest := 0, 0
	for g := range s.keys {
		changes := s.bulkChanges(g)
		if m := s.machine(g); m.plain {
			room += m.countPlainCauses(changes)
			longest = max(longest, len(changes))
		} else {
			room += len(changes)
		}
	}
	var w sweep
	offsets := make([]uint32, len(s.keys)+1)
	causes := make([]Cause, 0, room+longest) // appending needs room for what it leaves out
	for g := range s.keys {
		causes = w.appendCauses(causes, s.machine(g), s.bulkChanges(g))
		offsets[g+1] = uint32(len(causes))
	}
	if len(causes) < cap(causes)-cap(causes)/4 {
		causes = slices.Clone(causes)
	}
	s.causes, s.causeOffsets, s.stale = causes, offsets, false
	s.mark()
}
