package dispute

import "math/bits"

func bit(s State) uint64 { return 1 << s }

func bitsOf(list []State) uint64 {
	var mask uint64
	for _, s := range list {
		mask |= bit(s)
	}
	return mask
}

// maxStates bounds the number of states, so that a set of them is a word.
const maxStates = 64

func statesIn(mask uint64) []State {
	var list []State
	for ; mask != 0; mask &= mask - 1 {
		if s := State(bits.TrailingZeros64(mask)); s != 0 {
			list = append(list, s)
		}
	}
	return list
}
