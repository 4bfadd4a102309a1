package fold

import "slices"

// A store absorbs in one go the changes that are announced with
// [Store.Reserve], up to mostReserved, or as many as it holds if that is more,
// but at least pendingAtLeast. So each change is moved O(log n) times, and once
// if it was announced.
const (
	pendingAtLeast = 1 << 23
	mostReserved   = 1 << 24
)

// A portion is part of what waits to be absorbed: changes, and their groups.
// Portions grow up to fullPortion; none is moved to make room.
type portion struct {
	groups  []uint32
	changes []Change
}

const (
	leastPortion = 1 << 8
	fullPortion  = 1 << 16
)

func (s *Store) batch() int { return max(pendingAtLeast, s.held, s.reserved) }

// Reserve announces n changes.
func (s *Store) Reserve(n int) { s.reserved = min(n, mostReserved) }

// room returns a portion with room for n more changes.
func (s *Store) room(n int) *portion {
	for ; s.filling < len(s.pending); s.filling++ {
		if p := &s.pending[s.filling]; len(p.changes)+n <= cap(p.changes) {
			return p
		}
	}
	size := max(n, min(max(s.waiting, leastPortion), fullPortion))
	s.pending = append(s.pending, portion{make([]uint32, 0, size), make([]Change, 0, size)})
	return &s.pending[s.filling]
}

// Put adds changes to the groups with the given keys, one to each key. Nothing
// can be asked until [Store.Absorb] was called.
func (s *Store) Put(keys []uint64, changes []Change) {
	p := s.room(len(keys))
	at := len(p.groups)
	p.changes = append(p.changes, changes...)
	p.groups = p.groups[:at+len(keys)]
	s.waiting += len(keys)
	groups := p.groups[at:]
	least, most := s.least, s.most
	for i, key := range keys {
		least, most = min(least, changes[i]), max(most, changes[i])
		e := s.index.inDense(key)
		if e == nil || e.number == 0 {
			e = s.entry(key)
		}
		e.waiting++
		groups[i] = e.number - 1
	}
	s.least, s.most = least, most
}

// Full reports whether so much has been put that [Store.Absorb] is due.
func (s *Store) Full() bool { return s.waiting >= s.batch() }

// Absorb takes in what has been put. A change that is already there is dropped.
// With final, memory that only serves to put more is released, and questions
// can be asked. It refuses to hold 2³¹ changes or more, and then forgets what
// has been put.
func (s *Store) Absorb(final bool) error {
	err := s.absorb()
	for i := range s.pending {
		p := &s.pending[i]
		p.groups, p.changes = p.groups[:0], p.changes[:0]
	}
	s.filling, s.waiting = 0, 0
	if final {
		s.pending, s.reserved = nil, 0
		if s.stale {
			s.settle()
		}
	}
	return err
}

func (s *Store) absorb() error {
	if s.waiting == 0 {
		return nil
	}
	groups := len(s.keys)
	next := make([]uint32, groups)
	s.index.takeWaiting(next)
	if err := s.checkHolds(s.waiting); err != nil {
		return err
	}
	held := s.held + s.waiting
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
	for _, p := range s.pending {
		for i, g := range p.groups {
			all[next[g]] = p.changes[i]
			next[g]++
		}
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
		if m := s.machine(g); m.plain && !m.anyPasses(changes) {
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
