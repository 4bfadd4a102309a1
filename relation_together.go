package dispute

// A closing is the one half tick on which something ends, and the state that it
// brought. Ends of one closing happen at once: none finds what another brings,
// and where nothing else goes on the greatest state of those that follow does.
type closing struct {
	at    int64
	state State
}

// An ending is what ends at a closing.
type ending struct {
	one   int32 // of the ends
	count int
	after State // what follows
}

// endingTogether returns what ends at each closing.
func (x *effects) endingTogether() map[closing]ending {
	together := map[closing]ending{}
	for i := range x.changes {
		if at, ok := x.closingAt(int32(i)); ok {
			e := together[at]
			together[at] = ending{int32(i), e.count + 1, max(e.after, x.changes[i].state)}
		}
	}
	return together
}

// closingAt returns the closing of an end, if it lies on one half tick alone.
func (x *effects) closingAt(i int32) (closing, bool) {
	c := &x.changes[i]
	if !c.isEnd || c.first() < c.last() {
		return closing{}, false
	}
	return closing{c.first(), x.changes[c.start].state}, true
}

// follows returns the state that follows an end where nothing else goes on.
func (x *effects) follows(i int32) State {
	if at, ok := x.closingAt(i); ok {
		return x.together[at].after
	}
	return x.changes[i].state
}

// shared reports whether another end of the same state happens at once with an
// end, so that it can be the one that counts.
func (x *effects) shared(i int32) bool {
	at, ok := x.closingAt(i)
	return ok && x.together[at].count > 1
}

// end returns what an end makes of some states, with what ends at once.
func (x *effects) end(i int32, found uint64) uint64 {
	own := bit(x.changes[x.changes[i].start].state)
	at, ok := x.closingAt(i)
	if !ok {
		if found&own != 0 {
			found = found&^own | x.falls[i]
		}
		return found
	}
	left := found
	for _, s := range statesIn(found) {
		at.state = s
		if e := x.together[at]; e.count > 0 {
			left &^= bit(s)
		}
	}
	for _, s := range statesIn(found &^ left) {
		at.state = s
		left |= x.falls[x.together[at].one]
	}
	return left
}
