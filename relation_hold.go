package dispute

// A hold is a state that what stays brings, told apart within the engine from
// the same state while it only lasts as long as something goes on: an end
// releases the one, not the other.
type hold struct{ lasts, stays State }

// holdStates finds the states that both what ends and what stays bring, and
// gives what stays a state of its own there, numbered from the top.
func holdStates(changes []change) []hold {
	var ending, staying uint64
	for i := range changes {
		switch c := &changes[i]; {
		case c.isEnd:
			ending |= bit(changes[c.start].state)
		case !c.lasting:
			staying |= bit(c.state)
		}
	}
	both := statesIn(ending & staying)
	holds := make([]hold, len(both))
	for i, s := range both {
		holds[i] = hold{s, State(maxStates - 1 - i)}
	}
	for i := range changes {
		for _, h := range holds {
			changes[i].hold(h)
		}
	}
	return holds
}

// hold tells the two states of h apart in what a change brings and leaves: one
// that stays takes over what only lasts, one that lasts leaves what stays.
func (c *change) hold(h hold) {
	switch {
	case c.isEnd:
	case !c.lasting && c.state == h.lasts:
		c.state, c.leaves = h.stays, c.leaves&^bit(h.lasts)|bit(h.stays)
	case c.leaves&bit(h.lasts) != 0:
		c.leaves |= bit(h.stays)
	}
}

// shown returns states as they are told, held or not.
func (x *effects) shown(states uint64) uint64 {
	for _, h := range x.holds {
		if states&bit(h.stays) != 0 {
			states = states&^bit(h.stays) | bit(h.lasts)
		}
	}
	return states
}
