package fold

import (
	"fmt"
	"math"
	"slices"
)

// A Store holds the changes of many groups and the spells they make. Get one
// from [New]. It must not be changed while others read it; readers alone do
// not disturb each other.
type Store struct {
	machines []*Machine
	// whole tells that every change is kept, so that any can be removed.
	whole bool
	// tellsBefore tells that one of the machines does.
	tellsBefore bool

	index  index
	keys   []uint64 // by group
	lanes  []uint8  // by group
	groups []*group // by group; nil if no single change has touched it
	// What came in bulk: the changes of group g and the causes of its spells,
	// from one offset to the next. Groups that came later have none here.
	offsets, causeOffsets    []uint32
	changes                  []Change
	causes                   []Cause
	marks                    []uint32
	firstDay, days, dayShare uint64
	held                     int   // changes, touched groups included
	sweep                    sweep // for repairs

	stale bool // the causes are not those of the changes

	// What waits to be absorbed, in the order in which it came.
	pending           []portion
	filling           int // the portion that is being filled
	waiting, reserved int
	least, most       Change // of those that wait or are held
}

// New returns an empty store of groups that have the machine with the number
// of their lane. With whole, the store keeps every change, and changes can be
// removed; else it drops those that can never decide anything.
func New(machines []*Machine, whole bool) *Store {
	tells := slices.ContainsFunc(machines, func(m *Machine) bool { return m.tellsBefore })
	return &Store{machines: machines, whole: whole, tellsBefore: tells, index: newIndex(len(machines)), offsets: []uint32{0}, causeOffsets: []uint32{0}, least: maxChange}
}

// maxChanges is how many changes one store can hold. Each can cause two spells.
const maxChanges = math.MaxInt32

// checkHolds refuses more changes than one store can hold.
func (s *Store) checkHolds(more int) error {
	if n := int64(s.held) + int64(more); n > maxChanges {
		return fmt.Errorf("%d changes, expected at most %d", n, maxChanges)
	}
	return nil
}

// Groups returns the number of groups, which are numbered from 0.
func (s *Store) Groups() int { return len(s.keys) }

// Key returns the key of a group.
func (s *Store) Key(group int) uint64 { return s.keys[group] }

// Find returns the group that has a key, and false if there is none.
func (s *Store) Find(key uint64) (int, bool) { return s.index.find(key) }

// entry returns the entry of the group that has a key, a new one if there is
// none.
func (s *Store) entry(key uint64) *numbered {
	e := s.index.entry(key)
	if int(e.number) > len(s.keys) {
		s.keys = append(s.keys, key)
		s.lanes = append(s.lanes, uint8(key>>(2*ActorBits)))
	}
	return e
}

// Len returns the number of changes held, without those not yet absorbed.
func (s *Store) Len() int { return s.held }

func (s *Store) machine(group int) *Machine { return s.machines[s.lanes[group]] }

// bulkChanges and bulkCauses are what came of a group in bulk.
func (s *Store) bulkChanges(group int) []Change { return part(s.changes, s.offsets, group) }
func (s *Store) bulkCauses(group int) []Cause   { return part(s.causes, s.causeOffsets, group) }

func part(changes []Change, offsets []uint32, group int) []Change {
	if group+1 >= len(offsets) {
		return nil
	}
	from, to := offsets[group], offsets[group+1]
	return changes[from:to:to]
}
