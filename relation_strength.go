package dispute

import "math/bits"

// precedences are, by state, the states of lasting events that give way to it:
// none of those events can start from it, and it can start from them.
type precedences [maxStates]uint64

func givingWay(changes []change) (gives precedences) {
	var barred, barring [maxStates]uint64 // what all, and what any, of the events of a state cannot start from
	var lasting uint64
	for i := range changes {
		c := &changes[i]
		if !c.lasting || c.isEnd {
			continue
		}
		if lasting&bit(c.state) == 0 {
			barred[c.state] = c.leaves
		}
		lasting |= bit(c.state)
		barred[c.state] &= c.leaves
		barring[c.state] |= c.leaves
	}
	for s := range State(maxStates) {
		for weak := range State(maxStates) {
			if s != weak && lasting&bit(weak) != 0 && barred[weak]&bit(s) != 0 && barring[s]&bit(weak) == 0 {
				gives[s] |= bit(weak)
			}
		}
	}
	return gives
}

// strongest returns what can hold when something ends that brought own, given
// the states of what possibly and what surely goes on: own where that does, else
// the greatest of those that do not give way to another, else the greatest.
func (p *precedences) strongest(own, possibly, surely uint64) uint64 {
	if surely&own != 0 {
		return own
	}
	if p.circular(possibly) {
		if possibly != surely {
			return possibly
		}
		if left := p.firm(possibly); left != 0 {
			return greatest(left)
		}
		return greatest(possibly)
	}
	left := possibly
	for m := surely; m != 0; m &= m - 1 {
		left &^= p[bits.TrailingZeros64(m)]
	}
	if firm := greatest(p.firm(possibly) & surely); firm != 0 {
		left &^= firm - 1
	}
	return left | possibly&own
}

// firm returns those of some states that give way to none of them.
func (p *precedences) firm(states uint64) uint64 {
	firm := states
	for m := states; m != 0; m &= m - 1 {
		firm &^= p[bits.TrailingZeros64(m)]
	}
	return firm
}

// circular reports whether some states give way to one another in a circle.
func (p *precedences) circular(states uint64) bool {
	for states != 0 {
		firm := p.firm(states)
		if firm == 0 {
			return true
		}
		states &^= firm
	}
	return false
}

// greatest returns the greatest of some states, if there is any.
func greatest(states uint64) uint64 {
	if states == 0 {
		return 0
	}
	return 1 << (bits.Len64(states) - 1)
}
