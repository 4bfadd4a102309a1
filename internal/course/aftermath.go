package course

import "math"

// A move is what a change does, whichever change does it.
type move struct {
	isEnd bool
	state State  // what a start brings; of an end, that of its start
	mask  States // what is barred to a start; what an end can fall back to
}

// from returns some states together with what the move can make of them.
func (m move) from(states States) States {
	switch {
	case m.isEnd && states.Has(m.state):
		return states | m.mask
	case !m.isEnd && states&^m.mask != 0:
		return states | Of(m.state)
	}
	return states
}

// moves returns the moves of the changes, and of each change which one it makes.
func (x *analysis) moves() (list []move, of []int32) {
	known := map[move]int32{}
	of = make([]int32, len(x.changes))
	for i := range x.changes {
		c := &x.changes[i]
		m := move{false, c.State, c.Barred}
		if c.falls() {
			m = move{true, x.changes[c.Start].State, x.fallback[i]}
		}
		n, ok := known[m]
		if !ok {
			n = int32(len(list))
			known[m] = n
			list = append(list, m)
		}
		of[i] = n
	}
	return list, of
}

// cutToAftermath takes states out of segments that cannot hold because of what
// has surely happened. Once a start has, only those states can hold that hold
// after it, and what the changes that can come after it make of them.
func (x *analysis) cutToAftermath(segments []Segment) []Segment {
	moves, of := x.moves()
	for n := range moves {
		if moves[n].isEnd {
			continue
		}
		a := aftermath{analysis: x, move: int32(n), moves: moves, of: of, counts: make([]int32, len(moves)), latest: None}
		if list := a.segments(); list != nil {
			segments = meet(segments, list)
		}
	}
	return segments
}

// An aftermath goes through the days, looking on each at one start of a move: of
// those that have surely happened, the one that begins last.
type aftermath struct {
	*analysis
	move   int32
	moves  []move
	of     []int32 // by change: its move
	latest int32   // the start looked at, or None
	counts []int32 // by move: the changes that can lie by the day, and after latest or just before it
	// How far the changes have been gone through: by first, to count them; by
	// last, to count them no longer; by last, to find latest.
	counted, dropped, settled int
	list                      []Segment
}

// segments returns the states that can hold in the aftermath of the move, and
// nil if no start of the move ever has surely happened.
func (a *aftermath) segments() []Segment {
	for {
		day := a.nextDay()
		if day == math.MaxInt64 {
			return a.list
		}
		a.count(day)
		a.settle(day)
		if a.latest == None {
			continue
		}
		a.drop()
		a.counts[a.move]-- // latest itself
		a.add(day, a.unsplit(a.reachable(a.brought[a.latest])))
		a.counts[a.move]++
	}
}

// nextDay returns the next day on which a start of the move has surely happened
// or a change can take effect.
func (a *aftermath) nextDay() int64 {
	day := int64(math.MaxInt64)
	for a.settled < len(a.byLast) && a.of[a.byLast[a.settled]] != a.move {
		a.settled++
	}
	if a.settled < len(a.byLast) {
		day = a.changes[a.byLast[a.settled]].Days().Last
	}
	if a.counted < len(a.byFirst) {
		day = min(day, a.changes[a.byFirst[a.counted]].Days().First)
	}
	return day
}

// count counts the changes that can take effect by a day.
func (a *aftermath) count(day int64) {
	for ; a.counted < len(a.byFirst); a.counted++ {
		i := a.byFirst[a.counted]
		if a.changes[i].Days().First > day {
			return
		}
		a.counts[a.of[i]]++
	}
}

// settle finds the latest start of the move that has surely happened by a day.
func (a *aftermath) settle(day int64) {
	for ; a.settled < len(a.byLast); a.settled++ {
		i := a.byLast[a.settled]
		if a.changes[i].Days().Last > day {
			return
		}
		if a.of[i] == a.move && (a.latest == None || a.changes[i].first() >= a.changes[a.latest].first()) {
			a.latest = i
		}
	}
}

// drop counts those changes no longer that surely come before latest.
func (a *aftermath) drop() {
	for ; a.dropped < len(a.byLast); a.dropped++ {
		i := a.byLast[a.dropped]
		if a.changes[i].last() >= a.changes[a.latest].first() {
			return
		}
		a.counts[a.of[i]]--
	}
}

// reachable returns the states that the counted changes can make of some states.
func (a *aftermath) reachable(states States) States {
	for {
		was := states
		for n, m := range a.moves {
			if a.counts[n] > 0 {
				states = m.from(states)
			}
		}
		if states == was {
			return states
		}
	}
}

// add says what is possible from a day on. Before the first one every state is.
func (a *aftermath) add(day int64, possible States) {
	if n := len(a.list); n > 0 {
		a.list[n-1].Last = day - 1
	} else if day != everyDay.First {
		a.list = append(a.list, Segment{Days: Days{everyDay.First, day - 1}, Possible: ^States(0)})
	}
	a.list = appendSegment(a.list, Segment{Days: Days{day, everyDay.Last}, Possible: possible})
}
