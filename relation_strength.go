package dispute

import "math/bits"

// precedences are, by state, the states of lasting events that give way to it:
// none of those events can start from it, and each of its own can start from
// them. They are those of the whole table of rules, whatever is on file.
type precedences [maxStates]uint64

// givingWay returns the precedences on every track.
func givingWay(rules []Rule) (gives [TrackStance + 1]precedences) {
	var lasting [TrackStance + 1]uint64
	var barred, barring [TrackStance + 1][maxStates]uint64 // what all, and what any, of the rules to a state cannot start from
	for i := range rules {
		r := &rules[i]
		if r.After == 0 {
			continue
		}
		leaves := bitsOf(r.Not)
		if lasting[r.Track]&bit(r.State) == 0 {
			barred[r.Track][r.State] = leaves
		}
		lasting[r.Track] |= bit(r.State)
		barred[r.Track][r.State] &= leaves
		barring[r.Track][r.State] |= leaves
	}
	for t, states := range lasting {
		for _, s := range statesIn(states) {
			for _, weak := range statesIn(states &^ bit(s)) {
				if barred[t][weak]&bit(s) != 0 && barring[t][s]&bit(weak) == 0 {
					gives[t][s] |= bit(weak)
				}
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
