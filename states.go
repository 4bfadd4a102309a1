package dispute

import "github.com/dispute-go/dispute/internal/course"

// maxStates bounds the number of states, so that a set of them is a word.
const maxStates = course.MaxStates

// bit returns the set of one state.
func bit(s State) course.States { return course.Of(uint8(s)) }

// bitsOf returns a set of states as a word.
func bitsOf(list []State) uint64 {
	var set course.States
	for _, s := range list {
		set |= bit(s)
	}
	return uint64(set)
}

// statesIn returns the states of a set that are stated, ascending.
func statesIn(set course.States) []State {
	var list []State
	for s := range set.All() {
		if s != 0 {
			list = append(list, State(s))
		}
	}
	return list
}
