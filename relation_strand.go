package dispute

import (
	"cmp"
	"math"
	"math/bits"
	"slices"

	"github.com/dispute-go/dispute/internal/lastchange"
	"github.com/dispute-go/dispute/internal/span"
)

// maxStates bounds the number of states, so that a set of them is a word.
const maxStates = 64

// A strand is the course of a relation, or of one kind of it with one target
// where several can hold at once.
type strand struct {
	kind     State // where several states can hold at once
	against  int32 // the target, or none
	rulers   []ruler
	premises []ruler   // the changes that can be the first, and what they presuppose
	effects  *effects  // of the changes, if there are any
	holdings []holding // what makes a kind hold as long as it goes on
	segments []segment // ascending, together every day
}

// A ruler is a change or a claim that a state can rest on.
type ruler struct {
	ruling Ruling
	states uint64 // that it can bring
	runs   []run  // of days on which it can rule, ascending
}

// A run is a run of days, both inclusive. An inner run leaves out the closed
// days, which begin with a change that is surely later than any close inside
// a range.
type run struct {
	first, last int64
	inner       bool
}

// A segment is a run of days on which the same states can hold.
type segment struct {
	first, last                    int64
	possible, certain, presupposed uint64
}

// course returns the strand of changes on a track where the last one wins, and
// the changes that found a state they cannot start from.
func (v *View) course(changes []change, t Track) (strand, []Gap) {
	s := strand{against: none}
	x := v.effectsOf(changes, t)
	var gaps []Gap
	for i := range changes {
		if c := &changes[i]; !c.lasting && x.idle(int32(i)) {
			gaps = append(gaps, Gap{Event: c.ruling.Event, Rule: c.ruling.Rule, State: statesIn(x.shown(bit(c.state)))[0],
				Found: statesIn(x.shown(x.found[i])), When: c.ruling.When})
		}
	}
	s.premises = x.premises()
	s.rulers = x.rulersOf()
	s.effects = x
	var closed []int64
	if x.closing != nil {
		closed = sortedKeys(x.closingOf(func(i int32) bool { return !x.idle(i) }))
	}
	m := x.lastMarks(len(s.premises))
	m.presuppose(s.premises)
	s.segments = meet(m.segments(closed), s.ruled())
	if going := goingOn(changes, x.gives); going != nil {
		s.segments = meet(s.segments, going)
	}
	if x.conditional() {
		s.segments = x.since(s.segments)
	}
	for i := range s.segments {
		if p := s.segments[i].possible; bits.OnesCount64(p) == 1 {
			s.segments[i].certain = p
		}
	}
	return s, gaps
}

// lastMarks marks what the changes that can take effect bring where they can be
// the last, and leaves room for what premises mark.
func (x *effects) lastMarks(premises int) marks {
	var kept []int32
	to := make([]int32, len(x.changes))
	for i := range x.changes {
		if x.tells(int32(i)) {
			to[i] = int32(len(kept))
			kept = append(kept, int32(i))
		}
	}
	events := make([]lastchange.Event, len(kept))
	for i, k := range kept {
		events[i].Domain = x.changes[k].domain
	}
	var links [][2]int32
	for _, l := range x.followers(func(i int32) bool { return !x.tells(i) }) {
		if x.tells(l[0]) {
			links = append(links, [2]int32{to[l[0]], to[l[1]]})
		}
	}
	m := make(marks, 0, 2*len(kept)+4*premises)
	var runs []run
	for i, ranges := range lastchange.Ticks(events, links) {
		c := &x.changes[kept[i]]
		runs = runs[:0]
		for _, ticks := range ranges {
			runs = appendRuns(runs, c.domain, c.isEnd, ticks)
		}
		for _, r := range runs {
			m.add(r, x.shown(x.brought[kept[i]]), layerPossible)
		}
	}
	return m
}

// ruled returns the states that something on file can make rule, or that the
// first change presupposes.
func (s *strand) ruled() []segment {
	runs := 0
	for i := range s.rulers {
		runs += len(s.rulers[i].runs)
	}
	m := make(marks, 0, 2*runs+4*len(s.premises))
	for i := range s.rulers {
		for _, r := range s.rulers[i].runs {
			m.add(r, s.rulers[i].states, layerPossible)
		}
	}
	m.presuppose(s.premises)
	return m.segments(nil)
}

// meet leaves in a what is possible in b too. Where both are sound, so is what
// is left. Neither may be empty.
func meet(a, b []segment) []segment {
	var list []segment
	for i, j := 0, 0; i < len(a); {
		x := a[i]
		x.first, x.last = max(x.first, b[j].first), min(x.last, b[j].last)
		x.possible &= b[j].possible
		list = appendSegment(list, x)
		if x.last == a[i].last {
			i++
		}
		if x.last == b[j].last {
			j++
		}
	}
	return list
}

// appendSegment adds a segment, or lengthens the last one if it is alike.
func appendSegment(list []segment, x segment) []segment {
	if n := len(list); n > 0 && list[n-1].possible == x.possible && list[n-1].certain == x.certain && list[n-1].presupposed == x.presupposed {
		list[n-1].last = x.last
		return list
	}
	return append(list, x)
}

// goingOn returns the states that can hold by what goes on alone. It is nil
// unless every change is the start or the end of a lasting event, what follows
// is the same for all, each can start from it, and of any two of their states
// one gives way to the other: then the strongest of what goes on is the state,
// which makes this exact where no links are involved.
func goingOn(changes []change, gives *precedences) []segment {
	if slices.ContainsFunc(changes, func(c change) bool { return !c.lasting }) {
		return nil
	}
	var present, left, after uint64
	m := make(marks, 0, 2*len(changes))
	for i := range changes {
		c := &changes[i]
		if c.isEnd && after&^bit(c.state) != 0 {
			return nil
		}
		if c.isEnd {
			after = bit(c.state)
			continue
		}
		present |= bit(c.state)
		left |= c.leaves
		possible, certain := run{first: halfDay(c.first()), last: math.MaxInt64}, run{first: halfDay(c.last()), last: math.MaxInt64}
		if c.end != none {
			possible.last, certain.last = halfDay(changes[c.end].last()), halfDay(changes[c.end].first())
		}
		m.add(possible, bit(c.state), layerPossible)
		if certain.first <= certain.last && certain.first != math.MaxInt64 && certain.last != math.MinInt64 {
			m.add(certain, bit(c.state), layerCertain)
		}
	}
	if left&after != 0 {
		return nil
	}
	for s := range State(maxStates) {
		for t := range s {
			if both := bit(s) | bit(t); present&both == both && gives[s]&bit(t) == 0 && gives[t]&bit(s) == 0 {
				return nil
			}
		}
	}
	for i := range changes {
		after |= changes[i].premise()
	}
	list := m.segments(nil)
	for i := range list {
		x := &list[i]
		if x.certain == 0 {
			x.possible |= after
		}
		for m := x.certain; m != 0; m &= m - 1 {
			x.possible &^= gives[bits.TrailingZeros64(m)]
		}
	}
	return list
}

// appendRuns adds the days asked for in ticks, on which a change with this
// domain can rule.
func appendRuns(runs []run, domain []span.Range, isEnd bool, ticks span.Range) []run {
	add := func(first, last int64, inner bool) {
		if from, to := daysAsked(max(first, ticks.First), min(last, ticks.Last)); from <= to {
			runs = append(runs, run{from, to, inner})
		}
	}
	if !isEnd {
		add(ticks.First, ticks.Last, false)
		return runs
	}
	// A close inside a range stands in for the one before it, so that it rules
	// only on days that do not begin with something surely later.
	from, _ := slices.BinarySearchFunc(domain, ticks.First, func(r span.Range, t int64) int {
		if r.Last < t {
			return -1
		}
		return 1
	})
	for j := max(from-1, 0); j < len(domain) && domain[j].First <= ticks.Last; j++ {
		own, until := domain[j], span.PosInf
		if j+1 < len(domain) {
			until = domain[j+1].First - 1
		}
		if own.First < own.Last {
			add(own.First, own.Last, true)
		}
		add(own.Last, until, false)
	}
	return runs
}

// marks collects where states begin and cease to be possible.
type marks []mark

type mark struct {
	day    int64
	step   int32
	layer  layer
	states uint64
}

type layer uint8

const (
	layerPossible layer = iota
	layerInner          // possible but for closed days
	layerPresupposed
	layerCertain
	layers
)

func (m *marks) add(r run, states uint64, l layer) {
	if r.inner {
		l = layerInner
	}
	*m = append(*m, mark{r.first, +1, l, states})
	if r.last != math.MaxInt64 {
		*m = append(*m, mark{r.last + 1, -1, l, states})
	}
}

// premises returns the changes that can be the first, with what they presuppose
// on days before them that leave room for it.
func (x *effects) premises() []ruler {
	n := 0
	for _, first := range x.first {
		if first {
			n++
		}
	}
	list, runs := make([]ruler, 0, n), make([]run, 0, n)
	for i, first := range x.first {
		if !first {
			continue
		}
		at, _ := span.Prev(x.changes[i].domain, x.least)
		if at == span.NegInf {
			continue
		}
		if from, to := daysAsked(span.NegInf, before(at)); from <= to {
			runs = append(runs, run{first: from, last: to})
			r := ruler{ruling: x.changes[i].ruling, states: x.changes[i].premise(), runs: runs[len(runs)-1 : len(runs) : len(runs)]}
			r.ruling.Days = dayRange(from, to)
			list = append(list, r)
		}
	}
	return list
}

// presuppose adds what the first changes presuppose.
func (m *marks) presuppose(premises []ruler) {
	for _, r := range premises {
		m.add(r.runs[0], r.states, layerPossible)
		m.add(r.runs[0], r.states, layerPresupposed)
	}
}

// segments returns the longest runs of days on which the same states can hold.
func (m marks) segments(closed []int64) []segment {
	if slices.ContainsFunc(m, func(x mark) bool { return x.layer == layerInner }) {
		for _, d := range closed {
			m = append(m, mark{day: d}, mark{day: d + 1})
		}
	}
	slices.SortFunc(m, func(a, b mark) int { return cmp.Compare(a.day, b.day) })
	var list []segment
	var counts [layers][maxStates]int32
	var masks [layers]uint64
	at := int64(math.MinInt64)
	for i := 0; ; {
		for i < len(m) && m[i].day == at {
			for s := m[i].states; s != 0; s &= s - 1 {
				n := bits.TrailingZeros64(s)
				c := &counts[m[i].layer][n]
				if *c += m[i].step; *c > 0 {
					masks[m[i].layer] |= 1 << n
				} else {
					masks[m[i].layer] &^= 1 << n
				}
			}
			i++
		}
		last := int64(math.MaxInt64)
		if i < len(m) {
			last = m[i].day - 1
		}
		seg := segment{at, last, masks[layerPossible], masks[layerCertain], masks[layerPresupposed]}
		for len(closed) > 0 && closed[0] < at {
			closed = closed[1:]
		}
		if len(closed) == 0 || closed[0] != at {
			seg.possible |= masks[layerInner]
		}
		list = appendSegment(list, seg)
		if i == len(m) {
			return list
		}
		at = m[i].day
	}
}

// at returns the segment that holds a day.
func (s *strand) at(day int64) *segment {
	i, _ := slices.BinarySearchFunc(s.segments, day, func(x segment, day int64) int {
		if x.last < day {
			return -1
		}
		return 1
	})
	return &s.segments[i]
}

// on reports whether the ruler can rule on a day.
func (r *ruler) on(day int64) bool {
	return slices.ContainsFunc(r.runs, func(x run) bool { return x.first <= day && day <= x.last })
}

// on returns the states possible on a day.
func (s *strand) on(f *relationFile, day int64) []PossibleState {
	seg := s.at(day)
	var list []PossibleState
	for m := seg.possible; m != 0; m &= m - 1 {
		state := State(bits.TrailingZeros64(m))
		p := PossibleState{State: state, Against: f.v.actorID(s.against), Certainty: Possible,
			Presupposed: state != 0 && seg.presupposed&bit(state) != 0}
		if seg.certain&bit(state) != 0 {
			p.Certainty = Certain
		}
		for i := range s.rulers {
			if r := &s.rulers[i]; r.states&bit(state) != 0 && r.on(day) {
				p.Rulings = append(p.Rulings, r.ruling)
			}
		}
		list = append(list, p)
	}
	return list
}

func statesIn(mask uint64) []State {
	var list []State
	for ; mask != 0; mask &= mask - 1 {
		if s := State(bits.TrailingZeros64(mask)); s != 0 {
			list = append(list, s)
		}
	}
	return list
}
