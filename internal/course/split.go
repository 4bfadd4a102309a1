package course

// A split is a state that some changes bring until their end (it lasts) and others
// until something else changes it (it stays). An end takes away the state that
// lasts, and not the one that stays. So within the calculus they are two states;
// those that stay are numbered from the top down.
type split struct{ lasts, stays State }

// splitStates finds the states to be split, and gives the changes the two states
// instead.
func splitStates(changes []Change) []split {
	var ending, staying States
	for i := range changes {
		switch c := &changes[i]; {
		case c.falls():
			ending |= Of(changes[c.Start].State)
		case !c.Lasts && !c.inert:
			staying |= Of(c.State)
		}
	}
	var splits []split
	for s := range (ending & staying &^ Of(0)).All() {
		splits = append(splits, split{s, MaxStates - 1 - State(len(splits))})
	}
	for i := range changes {
		for _, s := range splits {
			changes[i].split(s)
		}
	}
	return splits
}

// split puts the two states in place of the one in a start. One that brings it and
// stays brings the state that stays, and is barred by that alone: it takes over
// from the one that lasts. Any other that is barred by it is barred by both.
func (c *Change) split(s split) {
	switch {
	case c.falls(), c.inert:
	case !c.Lasts && c.State == s.lasts:
		c.State, c.Barred = s.stays, c.Barred&^Of(s.lasts)|Of(s.stays)
	case c.Barred.Has(s.lasts):
		c.Barred |= Of(s.stays)
	}
}

// unsplit returns states as the caller knows them: each of two is the one that was
// split.
func (x *analysis) unsplit(states States) States {
	for _, s := range x.splits {
		if states.Has(s.stays) {
			states = states&^Of(s.stays) | Of(s.lasts)
		}
	}
	return states
}
