package course

// A split is a state that both what lasts and what stays bring. An end releases
// the state that only lasts, and not the one that stays: within the calculus
// they are two states, the one that stays numbered from the top.
type split struct{ lasts, stays State }

// splitStates splits the states of changes where that is needed, in the changes
// themselves.
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

// split tells the two states apart in what a start brings and is barred from:
// what stays takes over what only lasts, and what lasts is barred from what
// stays.
func (c *Change) split(s split) {
	switch {
	case c.falls(), c.inert:
	case !c.Lasts && c.State == s.lasts:
		c.State, c.Barred = s.stays, c.Barred&^Of(s.lasts)|Of(s.stays)
	case c.Barred.Has(s.lasts):
		c.Barred |= Of(s.stays)
	}
}

// unsplit returns states as the caller knows them.
func (x *analysis) unsplit(states States) States {
	for _, s := range x.splits {
		if states.Has(s.stays) {
			states = states&^Of(s.stays) | Of(s.lasts)
		}
	}
	return states
}
