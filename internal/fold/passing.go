package fold

import "slices"

func (m *Machine) passes(c Change) bool { return m.effects[c.effect()].Lasts == Passes }

// anyPasses reports whether some of a few changes pass.
func (m *Machine) anyPasses(changes []Change) bool {
	return m.passing && slices.ContainsFunc(changes, m.passes)
}

// A replay plays the steps of a group, each a function of standings, and can
// leave one out again: it is a tree of them, each node the function that its
// steps make together.
type replay struct {
	index     [MaxStates]uint8 // of a state among those of the machine
	states    []uint8
	standings int     // how many there are: each state, held or not
	leaves    int     // a power of two
	nodes     []uint8 // by node: by standing, that after it
}

// replayOf returns a replay of so many steps that do nothing.
func replayOf(m *Machine, steps int) *replay {
	r := &replay{leaves: 1}
	seen := uint64(0)
	add := func(s uint8) {
		if seen>>s&1 == 0 {
			seen |= 1 << s
			r.index[s] = uint8(len(r.states))
			r.states = append(r.states, s)
		}
	}
	add(0)
	for _, e := range m.effects {
		add(e.To)
		add(e.Before)
		add(e.After)
	}
	for r.leaves < steps {
		r.leaves *= 2
	}
	r.standings = 2 * len(r.states)
	r.nodes = make([]uint8, 2*r.leaves*r.standings)
	for i := range r.nodes {
		r.nodes[i] = uint8(i % r.standings)
	}
	return r
}

func (r *replay) number(s standing) uint8 {
	n := 2 * r.index[s.state]
	if s.held {
		n++
	}
	return n
}

func (r *replay) of(number uint8) standing { return standing{r.states[number/2], number%2 == 1} }

func (r *replay) node(n int) []uint8 { return r.nodes[n*r.standings : (n+1)*r.standings] }

// set makes a step what a function does; nil is nothing.
func (r *replay) set(step int, do func(standing) standing) {
	n := r.leaves + step
	for i, node := 0, r.node(n); i < r.standings; i++ {
		if node[i] = uint8(i); do != nil {
			node[i] = r.number(do(r.of(uint8(i))))
		}
	}
	for n /= 2; n > 0; n /= 2 {
		first, then, node := r.node(2*n), r.node(2*n+1), r.node(n)
		for i := range node {
			node[i] = then[first[i]]
		}
	}
}

// from returns what all steps make of a standing.
func (r *replay) from(s standing) standing { return r.of(r.node(1)[r.number(s)]) }

// A passingSweep is a sweep through changes of which some pass.
type passingSweep struct {
	*sweep
	replay *replay
	first  standing       // before all changes
	steps  int            // so many there are
	stepOf map[Change]int // of what passes, by its identity
}

// identity returns what a change and its end have in common.
func (c Change) identity() Change { return c & (beginning - 1) }

// appendPassingCauses does what appendCauses does where something passes.
func (w *sweep) appendPassingCauses(dst []Cause, m *Machine, changes []Change) []Cause {
	w.reset(m, m.effects[changes[0].effect()].Before)
	p := passingSweep{sweep: w, replay: replayOf(m, 3*len(changes)), first: standing{state: w.state}, stepOf: map[Change]int{}}
	return w.appendDays(dst, changes, p.day)
}

// day goes through one day, as that of a sweep does.
func (p *passingSweep) day(day uint64, changes []Change) Cause {
	var ends []Change
	last, over := Change(0), false // something that passes is over
	for len(changes) > 0 && changes[0].IsEnd() {
		c := changes[0]
		if changes = changes[1:]; p.m.passes(c) {
			p.replay.set(p.stepOf[c.identity()], nil)
			over, last = true, c
		} else {
			ends = append(ends, c)
		}
	}
	if len(ends)+len(p.today) > 0 {
		last = max(last, p.end(day, ends))
		p.replay.set(p.steps, p.endings())
		p.steps++
	}
	if over {
		s := p.replay.from(p.first)
		p.state, p.held = s.state, s.held
	}
	for _, c := range changes {
		e := &p.m.effects[c.effect()]
		if p.begin(c); p.state == e.To {
			last = c
		}
		p.replay.set(p.steps, e.after)
		if p.m.passes(c) {
			p.stepOf[c.identity()] = p.steps
		}
		p.steps++
	}
	if last == 0 && len(changes) > 0 { // none could start: what was goes on
		last = changes[0]
	}
	return last.with(p.state)
}

// endings returns what the ends gone through last do.
func (p *passingSweep) endings() func(standing) standing {
	return func(s standing) standing {
		if s.held {
			return s
		}
		to, found := s.state, false
		for _, c := range p.over {
			e := &p.m.effects[c.effect()]
			if e.To != s.state {
				continue
			}
			if falls := p.fallBack(e); falls != s.state && (!found || falls > to) {
				to, found = falls, true
			}
		}
		return standing{to, false}
	}
}
