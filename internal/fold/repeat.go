package fold

import "math/bits"

// A standing is a state of a group within a day, and whether it is held; see
// [sweep].
type standing struct {
	state uint8
	held  bool
}

// after returns what becomes of a standing when an effect begins.
func (e *Effect) after(s standing) standing {
	if e.Not>>s.state&1 != 0 {
		return s
	}
	return standing{e.To, !e.lasts() || s.held && s.state == e.To}
}

// mostPairs bounds the work of findRepeatable for one effect. Where it does not
// suffice, the effect is not taken for repeatable.
const mostPairs = 1 << 12

// findRepeatable finds the effects of which only the last one of a day matters,
// whatever else happens on it: with an earlier one and without it, two courses
// of the day may differ until the last one, and never after it.
func (m *Machine) findRepeatable() {
	states := uint64(1)
	for _, e := range m.effects {
		states |= 1<<e.To | 1<<e.After | 1<<e.Before
	}
	for i := range m.effects {
		m.repeatable[i] = m.effects[i].Lasts < UntilEnd && m.isRepeatable(&m.effects[i], states)
	}
}

func (m *Machine) isRepeatable(x *Effect, states uint64) bool {
	type courses struct{ with, without standing }
	seen := map[courses]bool{}
	var open []courses
	reach := func(c courses) {
		if c.with != c.without && !seen[c] {
			seen[c] = true
			open = append(open, c)
		}
	}
	for s := states; s != 0; s &= s - 1 {
		for _, held := range []bool{false, true} {
			before := standing{uint8(bits.TrailingZeros64(s)), held}
			reach(courses{x.after(before), before})
		}
	}
	for len(open) > 0 {
		c := open[len(open)-1]
		open = open[:len(open)-1]
		if x.after(c.with) != x.after(c.without) || len(seen) > mostPairs {
			return false
		}
		for i := range m.effects {
			e := &m.effects[i]
			reach(courses{e.after(c.with), e.after(c.without)})
		}
	}
	return true
}
