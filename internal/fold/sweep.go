package fold

import (
	"math/bits"
	"slices"
)

// A sweep goes through the changes of one group day by day.
type sweep struct {
	m     *Machine
	state uint8
	held  bool             // an effect that stays has brought or confirmed the state
	going [MaxStates]int32 // what goes on, by the state it brought
	now   uint64           // the states of what goes on
	today []Change         // what lasts only the day gone through last
	over  []Change         // what ends as a day begins
}

// reset makes w ready for a group in the given state in which nothing goes on.
func (w *sweep) reset(m *Machine, state uint8) {
	*w = sweep{m: m, state: state, today: w.today[:0], over: w.over[:0]}
}

// next returns the next day on which something takes effect, given that of
// the next change, or false if there is none.
func (w *sweep) next(day uint64, ok bool) (uint64, bool) {
	if len(w.today) > 0 {
		if after := w.today[0].packedDay() + 1; after < 1<<dayBits && (!ok || after < day) {
			return after, true
		}
	}
	return day, ok
}

// day goes through one day, of which it is given all changes in order. It
// returns the last one that agrees with the state at the end of the day, which
// means nothing where the state is what it was.
func (w *sweep) day(day uint64, changes []Change) Cause {
	ends := 0
	for ends < len(changes) && changes[ends]&beginning == 0 {
		ends++
	}
	last := w.end(day, changes[:ends])
	for _, c := range changes[ends:] {
		w.begin(c)
		if w.state == w.m.to[c.effect()] {
			last = c
		}
	}
	return last.with(w.state)
}

// end takes out what is over as a day begins: what lasted the day before and
// what the changes say. Where they would leave several states, it is the
// greatest. It returns the last one that agrees with the state that is left.
func (w *sweep) end(day uint64, ends []Change) Change {
	w.over = append(w.over[:0], ends...)
	for _, c := range w.today {
		w.over = append(w.over, onPackedDay(day)|c&(beginning-1))
	}
	w.today = w.today[:0]
	for _, c := range w.over {
		w.count(w.m.to[c.effect()], -1)
	}
	was, last := w.state, Change(0)
	for _, c := range w.over {
		if e := &w.m.effects[c.effect()]; e.To == was && !w.held {
			s := w.fallBack(e)
			if s != was && (last == 0 || s > w.state || s == w.state && c > last) {
				w.state, last = s, c
			}
		}
	}
	return last
}

// begin goes through one change that is not an end.
func (w *sweep) begin(c Change) {
	e := &w.m.effects[c.effect()]
	if e.lasts() {
		w.goOn(c)
	}
	if e.Not>>w.state&1 == 0 {
		w.held = !e.lasts() || w.held && w.state == e.To
		w.state = e.To
	}
}

// goOn counts a lasting change among what goes on.
func (w *sweep) goOn(c Change) {
	if w.m.effects[c.effect()].Lasts == OneDay {
		w.today = append(w.today, c)
	}
	w.count(w.m.to[c.effect()], 1)
}

func (w *sweep) count(s uint8, n int32) {
	w.going[s] += n
	if w.going[s] > 0 {
		w.now |= 1 << s
	} else {
		w.now &^= 1 << s
	}
}

// fallBack returns the state that follows the end of a lasting effect: that of
// what else goes on, without those that give way to another, and if there are
// several the greatest.
func (w *sweep) fallBack(e *Effect) uint8 {
	if w.now == 0 {
		return e.After
	}
	if w.now>>e.To&1 != 0 {
		return e.To
	}
	return uint8(bits.TrailingZeros64(w.m.gives.Ruling(w.now)))
}

// appendCauses appends the causes of the spells that the sorted changes of one
// group make: of every day at the end of which the state is another than
// before, the last change that agrees with it.
func (w *sweep) appendCauses(dst []Cause, m *Machine, changes []Change) []Cause {
	if m.anyPasses(changes) {
		return w.appendPassingCauses(dst, m, changes)
	}
	if m.plain {
		return m.appendPlainCauses(dst, changes)
	}
	w.reset(m, 0)
	return w.appendDays(dst, changes, w.day)
}

// appendDays goes through the days on which something changes, one by one, and
// appends the cause of each new state. State 0 is told before them, also where
// the sweep begins in another one: see [Store.before].
func (w *sweep) appendDays(dst []Cause, changes []Change, through func(day uint64, changes []Change) Cause) []Cause {
	told := uint8(0)
	for {
		day, ok := uint64(0), len(changes) > 0
		if ok {
			day = changes[0].packedDay()
		}
		if day, ok = w.next(day, ok); !ok {
			return dst
		}
		n := 0
		for n < len(changes) && changes[n].packedDay() == day {
			n++
		}
		if c := through(day, changes[:n]); w.state != told {
			dst, told = append(dst, c), w.state
		}
		changes = changes[n:]
	}
}

func (m *Machine) appendPlainCauses(dst []Cause, changes []Change) []Cause {
	n := len(dst)
	dst = slices.Grow(dst, len(changes))[:n+len(changes)]
	var state uint8
	for i, c := range changes {
		s := m.to[c.effect()]
		dst[n] = c.with(s)
		last := i+1 == len(changes) || !sameDay(changes[i+1], c)
		if last && s != state {
			n++
		}
		if last {
			state = s
		}
	}
	return dst[:n]
}

// countPlainCauses returns how many causes appendPlainCauses appends.
func (m *Machine) countPlainCauses(changes []Change) int {
	n, state := 0, uint8(0)
	for i, c := range changes {
		s := m.to[c.effect()]
		last := i+1 == len(changes) || !sameDay(changes[i+1], c)
		if last && s != state {
			n++
		}
		if last {
			state = s
		}
	}
	return n
}
