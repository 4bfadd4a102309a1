package course

import (
	"iter"
	"math/bits"

	"github.com/dispute-go/dispute/internal/giveway"
)

// MaxStates bounds the number of states, so that a set of them is a word.
const MaxStates = giveway.States

// A State is a number below [MaxStates]. The zero State is unknown. Where some
// state is brought both by what stays and by what lasts, the states from the
// top are used to tell the two apart, and must not be used by the caller.
type State = uint8

// States is a set of states: it has bit s for state s. The zero value is empty.
type States uint64

// Of returns the set of one state.
func Of(s State) States { return 1 << s }

// Has reports whether s is in the set.
func (x States) Has(s State) bool { return x>>s&1 != 0 }

// One reports whether the set holds exactly one state.
func (x States) One() bool { return bits.OnesCount64(uint64(x)) == 1 }

// Least returns the least state of a set that is not empty.
func (x States) Least() State { return State(bits.TrailingZeros64(uint64(x))) }

// Greatest returns the greatest state of a set that is not empty.
func (x States) Greatest() State { return State(bits.Len64(uint64(x)) - 1) }

// All yields the states of the set, ascending.
func (x States) All() iter.Seq[State] {
	return func(yield func(State) bool) {
		for ; x != 0; x &= x - 1 {
			if !yield(x.Least()) {
				return
			}
		}
	}
}
