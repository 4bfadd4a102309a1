package course_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/dispute-go/dispute/internal/course"
	"github.com/dispute-go/dispute/internal/giveway"
	"github.com/dispute-go/dispute/internal/precedence"
	"github.com/dispute-go/dispute/internal/span"
	"github.com/dispute-go/dispute/internal/ticks"
)

// A world is a few events on a few days, so that every placement of them can be
// written down. One day stands for all before the first, and one for all after
// the last.
type world struct {
	events []event
	gives  giveway.Table
}

// An event is a start and, if it lasts and is not endless, an end. Without a
// state it changes nothing: links lead through it.
type event struct {
	state    course.State
	barred   course.States // but for its state
	premise  course.States
	lasts    bool
	endless  bool
	passes   bool // it gives back when it ends
	period   bool // its end brings what follows, whatever else goes on
	endBars  course.States
	after    course.State
	starts   []int // days on which it can start
	sequence int   // in the day; 0 is at any time of it
	ends     []int // days it can have as its last
	follows  []int // events that it starts no earlier than
}

const (
	past   = -1 // any day before those asked for
	days   = 4  // the days on which things are dated are 1 to days
	asked  = days + 2
	future = days + 3 // any day after those asked for
)

func (e *event) ended() bool { return (e.lasts || e.passes || e.period) && !e.endless }

// falls reports whether its end depends on what else goes on.
func (e *event) falls() bool { return e.lasts && !e.endless }

// A shape says what the changes of a world are like.
type shape struct {
	name    string
	barred  bool // starts are barred from states other than their own
	lasting int  // percent of kinds of events that last
	passing int  // percent of the others that give back when they end
	periods int  // percent of the rest whose end takes effect by itself
}

var shapes = []shape{
	{"every change counts", false, 0, 0, 0},
	{"barred", true, 0, 0, 0},
	{"mixed", true, 50, 0, 0},
	{"lasting", true, 100, 0, 0},
	{"passing, else every change counts", false, 0, 50, 0},
	{"passing", true, 30, 60, 0},
	{"periods", true, 0, 0, 60},
	{"all", true, 30, 40, 40},
}

// randomWorld returns a world of at most a number of events, of up to five kinds.
func (s *shape) randomWorld(rng *rand.Rand, most int) world {
	var w world
	kinds := make([]event, 5)
	for i := range kinds {
		kinds[i] = s.randomKind(rng)
	}
	var acts []giveway.Act
	for _, r := range kinds {
		if r.lasts {
			acts = append(acts, giveway.Act{State: r.state, Leaves: uint64(r.barred | course.Of(r.state))})
		}
	}
	w.gives = giveway.Among(acts)
	linked := rng.IntN(2) == 0
	for i := range 1 + rng.IntN(most) {
		e := kinds[rng.IntN(len(kinds))]
		if rng.IntN(7) == 0 {
			e = event{}
		}
		e.starts = someDays(rng)
		switch rng.IntN(8) {
		case 0:
			e.starts = []int{past} // without a beginning
		case 1, 2, 3:
			if slices.Min(e.starts) > past && slices.Max(e.starts) < future {
				e.sequence = 1 + rng.IntN(3)
			}
		}
		e.endless = (e.lasts || e.passes || e.period) && rng.IntN(8) == 0
		if e.ended() {
			e.ends = someDays(rng)
		}
		for j := range i {
			if linked && rng.IntN(3) == 0 {
				e.follows = append(e.follows, j)
			}
		}
		w.events = append(w.events, e)
	}
	return w
}

// randomKind returns an event of no days. Its premise is none of the states that
// it cannot start from.
func (s *shape) randomKind(rng *rand.Rand) event {
	e := event{state: 1 + course.State(rng.IntN(4)), after: 5 + course.State(rng.IntN(2)), lasts: rng.IntN(100) < s.lasting}
	if !e.lasts && s.passing > 0 {
		e.passes = rng.IntN(100) < s.passing
	}
	if !e.lasts && !e.passes && s.periods > 0 {
		if e.period = rng.IntN(100) < s.periods; e.period && s.barred {
			e.endBars = course.States(rng.IntN(1<<6)) & 0b111110
		}
	}
	if s.barred {
		e.barred = course.States(rng.IntN(1<<6)) & 0b111110
	}
	if s.barred && rng.IntN(2) == 0 { // in a row: from a greater one
		e.barred = 0
		for o := e.state + 1; o <= 4; o++ {
			e.barred |= course.Of(o)
		}
	}
	if after := 1 + course.State(rng.IntN(4)); after != e.state && rng.IntN(4) == 0 {
		e.after = after
	}
	e.premise = course.Of(6)
	if other := 1 + course.State(rng.IntN(5)); other != e.state && !e.barred.Has(other) {
		if e.premise = course.Of(other); rng.IntN(4) == 0 {
			e.premise |= course.Of(6)
		}
	}
	return e
}

// someDays returns ascending days: some of those dated, all from the past on, or
// all to the future.
func someDays(rng *rand.Rand) []int {
	first := 1 + rng.IntN(days)
	last := min(days, first+rng.IntN(3))
	switch rng.IntN(16) {
	case 0:
		first = past
	case 1:
		last = future
	}
	var list []int
	for d := first; d <= last; d++ {
		if d == first || d == last || first == past || last == future || rng.IntN(3) > 0 {
			list = append(list, d)
		}
	}
	return list
}

// domain returns the ticks of days, of which the outermost stand for all beyond.
func domain(list []int, sequence int) []span.Range {
	var d []span.Range
	for _, day := range list {
		r := span.Range{First: ticks.First(int64(day)), Last: ticks.Last(int64(day))}
		switch {
		case sequence > 0:
			r = span.Range{First: r.First + int64(sequence), Last: r.First + int64(sequence)}
		case day == past && len(list) == 1:
			r = span.Range{First: span.NegInf, Last: span.NegInf}
		case day == past:
			r.First = span.NegInf
		case day == future:
			r.Last = span.PosInf
		}
		if n := len(d); n > 0 && d[n-1].Last+1 == r.First {
			d[n-1].Last = r.Last
		} else {
			d = append(d, r)
		}
	}
	return d
}

// changes returns the changes of the world, the event of each, and its links; not
// ok if the dates and links contradict each other.
func (w *world) changes() (list []course.Change, of []int, links course.Links, ok bool) {
	nodes := make([]precedence.Node, len(w.events))
	var order []precedence.Link
	for i := range w.events {
		e := &w.events[i]
		nodes[i] = precedence.Node{Start: domain(e.starts, e.sequence), End: domain(e.ends, 0)}
		for _, j := range e.follows {
			order = append(order, precedence.Link{Before: int32(j), After: int32(i)})
		}
	}
	cut := precedence.Tighten(nodes, order)
	if len(cut.Contradictions) > 0 {
		return nil, nil, nil, false
	}
	for i := range w.events {
		e := &w.events[i]
		if e.state == 0 {
			continue
		}
		start, term := course.Change{Place: int32(i), State: e.state, Barred: e.barred, Premise: e.premise}, course.Term{Start: cut.Start[i], End: cut.End[i], Ever: e.endless}
		switch {
		case e.passes:
			list = course.AppendPassing(list, start, term)
		case e.period:
			list = course.AppendPeriod(list, start, course.Change{Place: int32(i), State: e.after, Barred: e.endBars}, term)
		default:
			list = course.AppendChanges(list, start, e.lasts, e.after, term)
		}
		for len(of) < len(list) {
			of = append(of, i)
		}
	}
	links = func(place int32, visit func(int32)) {
		for _, j := range w.events[place].follows {
			visit(int32(j))
		}
	}
	return list, of, links, len(list) > 0
}

func (w *world) String() string {
	var b strings.Builder
	for i := range w.events {
		fmt.Fprintf(&b, "%d: %+v\n", i, w.events[i])
	}
	return b.String()
}

// A moment is the start or the end of an event in a placement.
type moment struct {
	event int
	end   bool
	day   int // of the start; the last day of an end
}

// placements calls visit with every order of all starts and ends that the days,
// the sequences and the links allow. The order must not be kept.
func (w *world) placements(visit func([]moment)) {
	starts, ends := make([]int, len(w.events)), make([]int, len(w.events))
	var place func(i int)
	place = func(i int) {
		if i == len(w.events) {
			w.orders(starts, ends, visit)
			return
		}
		e := &w.events[i]
		for _, starts[i] = range e.starts {
			if slices.ContainsFunc(e.follows, func(j int) bool { return starts[j] > starts[i] }) {
				continue
			}
			if !e.ended() {
				place(i + 1)
				continue
			}
			for _, ends[i] = range e.ends {
				if ends[i] >= starts[i] {
					place(i + 1)
				}
			}
		}
	}
	place(0)
}

// orders puts the starts of a day, and then the ends on it, in every order.
func (w *world) orders(starts, ends []int, visit func([]moment)) {
	var order []moment
	placed := map[moment]bool{}
	total := len(w.events)
	for i := range w.events {
		if w.events[i].ended() {
			total++
		}
	}
	var next func(day int, closing bool)
	next = func(day int, closing bool) {
		if len(order) == total {
			visit(order)
			return
		}
		if day > future {
			return
		}
		left := false
		for i := range w.events {
			m := moment{i, closing, day}
			if closing && (!w.events[i].ended() || ends[i] != day) || !closing && starts[i] != day || placed[m] {
				continue
			}
			left = true
			if closing || w.ready(i, starts, placed) {
				placed[m] = true
				order = append(order, m)
				next(day, closing)
				order = order[:len(order)-1]
				delete(placed, m)
			}
		}
		switch {
		case left: // a day is over when all that lies on it has come
		case closing:
			next(day+1, false)
		default:
			next(day, true)
		}
	}
	next(past, false)
}

// ready reports whether all that must start before an event has.
func (w *world) ready(i int, starts []int, placed map[moment]bool) bool {
	e := &w.events[i]
	for j := range w.events {
		o := &w.events[j]
		sooner := e.sequence > 0 && 0 < o.sequence && o.sequence < e.sequence && starts[j] == starts[i] || slices.Contains(e.follows, j)
		if sooner && !placed[moment{j, false, starts[j]}] {
			return false
		}
	}
	return true
}

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

// dayNumber returns the number of a day of a world. Beyond those asked for, it is
// far.
func dayNumber(d int) int64 { return int64(d) }

// hasDay reports whether days have a day of a world. The past and the future are
// in them if some day there is.
func hasDay(list []course.Days, d int) bool {
	return slices.ContainsFunc(list, func(x course.Days) bool {
		switch {
		case d <= 0:
			return x.First <= 0
		case d >= future:
			return x.Last >= future || x.Last == math.MaxInt64
		}
		return x.First <= dayNumber(d) && dayNumber(d) <= x.Last
	})
}
