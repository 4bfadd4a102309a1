// Package giveway tells which state rules where several lasting acts go on at
// once, each of which brings a state of its own. States are numbers below
// [States]; a set of them is a word that has bit s for state s.
package giveway

import "math/bits"

// States is how many states there can be.
const States = 64

// An Act is one kind of lasting act: it brings State, and cannot start from the
// states of the set Leaves.
type Act struct {
	State  uint8
	Leaves uint64
}

// A Table has, by state, the set of states that give way to it. In the zero
// Table none gives way to another.
type Table [States]uint64

// Among returns the table of all kinds of acts there are. A state gives way to
// another where none of the acts that bring it can start from the other, and
// each of those that bring the other can start from it.
func Among(acts []Act) Table {
	var brought uint64
	var byAll, byAny [States]uint64 // what all, and what any, of the acts to a state leave
	for _, a := range acts {
		if brought>>a.State&1 == 0 {
			byAll[a.State] = a.Leaves
		}
		brought |= 1 << a.State
		byAll[a.State] &= a.Leaves
		byAny[a.State] |= a.Leaves
	}
	var t Table
	for strong := range t {
		for weak := range t {
			both := uint64(1)<<strong | 1<<weak
			if strong != weak && brought&both == both && byAll[weak]>>strong&1 != 0 && byAny[strong]>>weak&1 == 0 {
				t[strong] |= 1 << weak
			}
		}
	}
	return t
}

// Firm returns those of some states that give way to none of them.
func (t *Table) Firm(states uint64) uint64 { return t.without(states, states) }

// without returns those of some states that give way to none of others.
func (t *Table) without(states, others uint64) uint64 {
	for ; others != 0; others &= others - 1 {
		states &^= t[bits.TrailingZeros64(others)]
	}
	return states
}

// Ruling returns the one state that rules where all of some states go on: the
// greatest of the firm ones, or of all if none is firm. Of no states there is
// none.
func (t *Table) Ruling(states uint64) uint64 {
	if firm := t.Firm(states); firm != 0 {
		return greatest(firm)
	}
	return greatest(states)
}

// greatest returns the greatest of some states, if there is any.
func greatest(states uint64) uint64 {
	if states == 0 {
		return 0
	}
	return 1 << (bits.Len64(states) - 1)
}

// CanRule returns the states that can rule as an act ends that brought the state
// own, given those that other acts possibly and surely go on with: own where an
// act of that state still goes on, else the ruling one of what does. It leaves
// out none that can, and names no other where the states of possibly stand in
// one row, each giving way to all after it, where none of them gives way, or
// where possibly and surely are the same. That nothing goes on is not considered.
func (t *Table) CanRule(own, possibly, surely uint64) uint64 {
	switch {
	case surely&own != 0:
		return own
	case possibly == surely:
		return t.Ruling(possibly)
	case t.circular(possibly):
		return possibly
	}
	left := t.without(possibly, surely)
	if sure := greatest(t.Firm(possibly) & surely); sure != 0 {
		left &^= sure - 1 // what is less than one that rules if nothing greater does
	}
	return left | possibly&own
}

// circular reports whether some states give way to one another in a circle.
func (t *Table) circular(states uint64) bool {
	for states != 0 {
		firm := t.Firm(states)
		if firm == 0 {
			return true
		}
		states &^= firm
	}
	return false
}
