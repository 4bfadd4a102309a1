package fold

import (
	"fmt"
	"math/bits"
	"slices"

	"github.com/dispute-go/dispute/internal/giveway"
)

// MaxStates and MaxEffects bound a [Machine].
const (
	MaxStates  = giveway.States
	MaxEffects = 1 << effectBits
)

// An Effect is what a change does to the state of its group: it brings the
// state To, unless the present state is one it cannot start from.
type Effect struct {
	To uint8
	// Not is the set of states, bit s for state s, that the effect leaves.
	Not uint64
	// Before is the state that held before the change if it is the first one
	// of its group; 0 for none. It is told, and changes nothing else.
	Before uint8
	// Lasts says that the state holds only as long as what brought it. Where
	// the present state is still To when that ends, and no effect that stays
	// has brought or confirmed it, the state falls back to that of what else
	// goes on, or else to After.
	Lasts Duration
	After uint8
}

// Duration tells how long what a change begins goes on.
type Duration uint8

const (
	// Stays is until another change.
	Stays Duration = iota
	// OneDay is the day of the change.
	OneDay
	// UntilEnd is until a change made with [Change.End].
	UntilEnd
	// Passes is as Stays until a change made with [Change.End]. From then on the
	// state is what it would be had the change never begun, but for Before of the
	// first change, which stays.
	Passes
)

// lasts reports whether the state holds only as long as what brought it goes on.
func (e *Effect) lasts() bool { return e.Lasts == OneDay || e.Lasts == UntilEnd }

// A Machine says which effects the changes of a group can have. Every group
// begins in state 0, which also stands for: no state.
type Machine struct {
	effects []Effect
	// to is the target of every effect, by number.
	to [MaxEffects]uint8
	// plain tells that every effect stays, or passes, and works from every state,
	// so that the last change of a day decides the day, whatever was before it, as
	// long as nothing has passed.
	plain bool
	// ranked tells that every effect lasts, and that the state is always the
	// highest in rank of what goes on.
	ranked bool
	rank   [MaxStates]uint8
	// fleeting tells of an effect, by number, that it does not matter where
	// another change follows on its day: each other effect works from all
	// states from which this one works, and from the one that it brings, and
	// none asks who holds a state.
	fleeting [MaxEffects]bool
	// repeatable tells of an effect, by number, that only the last one of a day
	// matters.
	repeatable [MaxEffects]bool
	// passing tells that some effect passes.
	passing bool
	// befores tells that Before differs between effects, so that it matters
	// which change of a day is the first.
	befores bool
	// tellsBefore tells that some effect has a state Before.
	tellsBefore bool
	// gives tells which states of lasting effects give way to which.
	gives giveway.Table
	// holdable is the set of states that both effects that last and effects
	// that stay bring.
	holdable uint64
}

// NewMachine returns the machine with the given effects, which changes name by
// their index. It refuses more than [MaxEffects] of them and a state that is
// not below [MaxStates]. The slice is not kept.
func NewMachine(effects []Effect) (*Machine, error) {
	if len(effects) > MaxEffects {
		return nil, fmt.Errorf("%d effects, expected at most %d", len(effects), MaxEffects)
	}
	m := &Machine{plain: true}
	for i, e := range effects {
		if s := max(e.To, e.Before, e.After); s >= MaxStates {
			return nil, fmt.Errorf("state %d in effect %d, expected less than %d", s, i, MaxStates)
		}
		e.Not &^= 1 << e.To // leaving the state it brings is bringing it
		m.effects = append(m.effects, e)
		m.to[i] = e.To
		m.plain = m.plain && e.Not == 0 && !e.lasts()
		m.passing = m.passing || e.Lasts == Passes
		m.tellsBefore = m.tellsBefore || e.Before != 0
		m.befores = m.befores || e.Before != effects[0].Before
	}
	m.holdable = m.targets(func(e *Effect) bool { return !e.lasts() }) &
		m.targets((*Effect).lasts)
	for i, e := range m.effects {
		m.fleeting[i] = m.holdable == 0 && !slices.ContainsFunc(m.effects, func(other Effect) bool {
			return other != e && other.Not&(1<<e.To|^e.Not) != 0
		})
	}
	m.findRepeatable()
	m.giveWay()
	m.rankStates()
	return m, nil
}

// targets returns the set of states that the effects in question bring.
func (m *Machine) targets(which func(*Effect) bool) uint64 {
	var set uint64
	for i := range m.effects {
		if e := &m.effects[i]; which(e) {
			set |= 1 << e.To
		}
	}
	return set
}

// giveWay finds which states of lasting effects give way to which.
func (m *Machine) giveWay() {
	var acts []giveway.Act
	for _, e := range m.effects {
		if e.lasts() {
			acts = append(acts, giveway.Act{State: e.To, Leaves: e.Not})
		}
	}
	m.gives = giveway.Among(acts)
}

// rankStates finds out whether the machine is ranked: every effect lasts; of any
// two states that they bring, the one always gives way to the other, and nothing
// else stops them from beginning; and the same state, which is none of theirs,
// follows the end of all.
func (m *Machine) rankStates() {
	var targets, ranks uint64
	for _, e := range m.effects {
		if e.lasts() {
			targets |= 1 << e.To
		}
	}
	ranked := true
	for _, e := range m.effects {
		ranked = ranked && e.lasts() && e.After == m.effects[0].After && targets>>e.After&1 == 0
		if !e.lasts() {
			continue
		}
		if e.Not&^targets != 0 || m.gives[e.To] != targets&^e.Not&^(1<<e.To) {
			return
		}
		m.rank[e.To] = uint8(bits.OnesCount64(m.gives[e.To]))
		ranks |= 1 << m.rank[e.To]
	}
	// Where no two states have the same number of states below them, they
	// stand in one row.
	m.ranked = ranked && targets != 0 && bits.OnesCount64(ranks) == bits.OnesCount64(targets)
}
