package course_test

import (
	"slices"

	"github.com/dispute-go/dispute/internal/course"
)

// A step is a start or an end that takes effect in a placement.
type step struct {
	event int
	end   bool
	state course.State
	day   int // from which the state holds
}

// A play is what a placement comes to: the state at the end of each day and what
// it rests on, what took effect, and the state just after each start, whether it
// took effect or not.
type play struct {
	states [asked + 1]course.State
	rests  [asked + 1][]step // without steps the state is a premise
	steps  []step
	starts []step
}

// A board is what has become of a track as a placement is played.
type board struct {
	state course.State
	stays bool // something brought or confirmed the state that no end of what lasts releases
	rests []step
	going map[int]bool
}

// begin plays a start. It reports whether it takes effect.
func (w *world) begin(b *board, i, day int) bool {
	e := &w.events[i]
	if e.lasts {
		b.going[i] = true
	}
	confirms := b.state == e.state && !e.lasts && !b.stays && w.endedBring(b.state)
	if !confirms && (b.state == e.state || e.barred.Has(b.state)) {
		return false
	}
	b.state, b.stays = e.state, !e.lasts
	b.rests = []step{{i, false, e.state, day}}
	return true
}

// close plays the ends of one day, but for those of what passes, and returns those
// that take effect: those of what lasts at once, where the first of them stands.
func (w *world) close(b *board, ends []int, day int) (steps []step) {
	played := false
	for _, i := range ends {
		e := &w.events[i]
		switch {
		case e.passes:
		case e.period:
			confirms := b.state == e.after && !b.stays && w.endedBring(b.state)
			if confirms || b.state != e.after && !e.endBars.Has(b.state) {
				b.state, b.stays, b.rests = e.after, true, []step{{i, true, e.after, day}}
				steps = append(steps, b.rests[0])
			}
		case !played:
			played = true
			steps = append(steps, w.endAll(b, ends, day)...)
		}
	}
	return steps
}

// endAll plays all ends of what lasts among some of one day.
func (w *world) endAll(b *board, ends []int, day int) []step {
	var over []int
	for _, i := range ends {
		if !w.events[i].falls() {
			continue
		}
		delete(b.going, i)
		if w.events[i].state == b.state && !b.stays {
			over = append(over, i)
		}
	}
	if over == nil {
		return nil
	}
	was := b.state
	b.state, b.rests = w.fallBack(b.state, b.rests, over, b.going, day)
	switch {
	case b.state == was:
		return nil
	case !b.rests[0].end:
		return []step{{over[0], true, b.state, day}}
	}
	return b.rests[:1]
}

// counts plays a placement up to a day, or to its close, without some events.
func (w *world) counts(order []moment, premise course.State, until int, closed bool, without map[int]bool) board {
	b := board{state: premise, going: map[int]bool{}}
	for d, at := past, 0; d <= until; d++ {
		for ; at < len(order) && !order[at].end && order[at].day == d; at++ {
			if i := order[at].event; w.events[i].state != 0 && !without[i] {
				w.begin(&b, i, d)
			}
		}
		var ends []int
		for ; at < len(order) && order[at].end && order[at].day == d; at++ {
			if i := order[at].event; !without[i] {
				ends = append(ends, i)
			}
		}
		if d < until || closed {
			w.close(&b, ends, d+1)
		}
	}
	return b
}

// play plays a placement, as the package's documentation has it, from a premise.
// Each day is played anew, without what passed and was over by then.
func (w *world) play(order []moment, premise course.State) play {
	var p play
	over := map[int]bool{}
	for d, at := past, 0; d <= future; d++ {
		b := w.counts(order, premise, d-1, true, over)
		for ; at < len(order) && !order[at].end && order[at].day == d; at++ {
			i := order[at].event
			if w.events[i].state == 0 {
				continue
			}
			if w.begin(&b, i, d) {
				p.steps = append(p.steps, b.rests[0])
			}
			p.starts = append(p.starts, step{i, false, b.state, d})
		}
		if 0 <= d && d <= asked {
			p.states[d], p.rests[d] = b.state, b.rests
		}
		var ends, passed []int
		for ; at < len(order) && order[at].end && order[at].day == d; at++ {
			if ends = append(ends, order[at].event); w.events[order[at].event].passes {
				passed = append(passed, order[at].event)
				over[order[at].event] = true
			}
		}
		p.steps = append(p.steps, w.close(&b, ends, d+1)...)
		if after := w.counts(order, premise, d, true, over); passed != nil && after.state != b.state {
			for _, i := range passed {
				p.steps = append(p.steps, step{i, true, after.state, d + 1})
			}
		}
	}
	return p
}

// fallBack returns the state, and what it rests on, after events of the state
// have ended at once that nothing holds which stays.
func (w *world) fallBack(state course.State, rests []step, over []int, going map[int]bool, day int) (course.State, []step) {
	with := func(s course.State) []step {
		var list []step
		for i := range w.events {
			if going[i] && w.events[i].state == s {
				list = append(list, step{i, false, s, day})
			}
		}
		return list
	}
	if same := with(state); same != nil {
		if rests == nil {
			return state, nil // the premise still is what it rests on
		}
		rests = slices.DeleteFunc(slices.Clone(rests), func(s step) bool { return s.end || w.events[s.event].falls() && !going[s.event] })
		if len(rests) == 0 {
			rests = same
		}
		return state, rests
	}
	var set course.States
	for i := range going {
		set |= course.Of(w.events[i].state)
	}
	if set != 0 {
		state = w.strongest(set)
		return state, with(state)
	}
	after := course.State(0)
	for _, i := range over {
		after = max(after, w.events[i].after)
	}
	rests = nil
	for _, i := range over {
		if w.events[i].after == after {
			rests = append(rests, step{i, true, after, day})
		}
	}
	return after, rests
}

// strongest returns the greatest of some states that gives way to none of them,
// else the greatest.
func (w *world) strongest(set course.States) course.State {
	best := course.State(0)
	for s := range set.All() {
		if !slices.ContainsFunc(slices.Collect(set.All()), func(o course.State) bool { return w.gives[o]>>s&1 != 0 }) {
			best = s
		}
	}
	if best == 0 {
		best = set.Greatest()
	}
	return best
}

// endedBring reports whether something that ends brings a state.
func (w *world) endedBring(s course.State) bool {
	return slices.ContainsFunc(w.events, func(e event) bool { return e.state == s && e.falls() })
}

// plays returns what every placement comes to, from every premise of its first
// change; nil if there is none, or more than most.
func (w *world) plays(most int) []play {
	var list []play
	w.placements(func(order []moment) {
		if len(list) > most {
			return
		}
		first := slices.IndexFunc(order, func(m moment) bool { return w.events[m.event].state != 0 })
		for s := range w.events[order[first].event].premise.All() {
			list = append(list, w.play(order, s))
		}
	})
	if len(list) > most {
		return nil
	}
	return list
}
