package dispute

import (
	"cmp"
	"container/heap"
	"math/bits"
	"slices"

	"github.com/dispute-go/dispute/internal/span"
)

// maxCuts bounds how often the days of rulers are cut.
const maxCuts = 1 << 16

// rulersOf returns the changes that can rule, and when. A change rules from
// where it takes effect, which it does where it finds a state it can start
// from, until another takes effect that cannot leave its state, and a lasting
// one no longer than it goes on. A change to the state that already holds takes
// no effect, so that the one before it rules on. Where what ruled ends while
// something else goes on, that rules.
func (x *effects) rulersOf() []ruler {
	rulers := make([]ruler, 0, len(x.changes))
	cuts := maxCuts
	var scratch []reach
	own := make([]span.Range, 1)
	classes := map[uint64]*class{}
	takeover := x.takeovers()
	for i := range x.changes {
		i := int32(i)
		c := &x.changes[i]
		r := ruler{ruling: c.ruling, states: bit(c.state)}
		until := x.until(i)
		if takeover[i] < until {
			r.runs = appendRuns(r.runs, nil, false, span.Range{First: takeover[i], Last: before(until)})
		}
		if c.isEnd {
			r.states &= x.falls[i] &^ bit(x.changes[c.start].state)
		}
		if x.tells(i) && r.states != 0 {
			of := classes[r.states]
			if of == nil {
				of = x.classOf(r.states)
				classes[r.states] = of
			}
			scratch = x.effective(scratch[:0], i, true)
			for _, e := range scratch {
				overtaken := of.least()
				if !e.initial {
					overtaken = of.after(e.own)
				}
				if last := min(before(of.follows[i]), before(overtaken), before(until)); last >= e.First {
					own[0] = e.Range
					r.runs = appendRuns(r.runs, own, c.isEnd, span.Range{First: e.First, Last: last})
				}
			}
			if c.isEnd {
				r.leaveOut(of.closed, &cuts)
			}
		}
		r.states = x.shown(r.states)
		if r.unite(); len(r.runs) > 0 {
			rulers = append(rulers, r)
		}
	}
	return rulers
}

// until returns the half tick by which a change is surely over: what lasts
// rules no longer than it goes on.
func (x *effects) until(i int32) int64 {
	if end := x.changes[i].end; end != none {
		return x.changes[end].last()
	}
	return span.PosInf
}

// takeovers returns by change from where it can rule because it goes on while
// what ruled ends; unbounded where it cannot.
func (x *effects) takeovers() []int64 {
	from := make([]int64, len(x.changes))
	// Where nothing but what goes on brings its state, what begins without
	// effect ends without, unless it takes over in between.
	mixed, brought := false, uint64(0)
	for i := range x.changes {
		c := &x.changes[i]
		mixed = mixed || !c.lasting
		if brought |= c.premise(); c.isEnd {
			brought |= bit(c.state)
		}
	}
	for i := range x.changes {
		if c := &x.changes[i]; !c.isEnd {
			mixed = mixed || brought&bit(c.state) != 0
		}
	}
	var due turns
	for i := range x.changes {
		from[i] = span.PosInf
		c := &x.changes[i]
		if c.isEnd || !c.lasting {
			continue
		}
		due = append(due, turn{c.first(), int32(i)})
		if c.end != none && (!x.idle(int32(i)) || mixed && !x.idle(c.end)) {
			due = append(due, turn{x.changes[c.end].first(), c.end})
		}
	}
	heap.Init(&due)
	var waiting [maxStates][]int32 // what has begun, by state
	var ending [maxStates]int64    // until when something may end, by what its end leaves
	for s := range ending {
		ending[s] = span.NegInf
	}
	take := func(i int32, at int64) {
		from[i] = at
		if end := x.changes[i].end; end != none {
			heap.Push(&due, turn{max(at, x.changes[end].first()), end})
		}
	}
	for len(due) > 0 {
		t := heap.Pop(&due).(turn)
		c := &x.changes[t.change]
		switch {
		case !c.isEnd && ending[c.state] >= t.at:
			take(t.change, t.at)
			continue
		case !c.isEnd:
			waiting[c.state] = append(waiting[c.state], t.change)
			continue
		}
		for left := x.falls[t.change]; left != 0; left &= left - 1 {
			s := bits.TrailingZeros64(left)
			ending[s] = max(ending[s], c.last())
			list := waiting[s]
			waiting[s] = nil
			for _, i := range list {
				switch {
				case i == c.start:
					waiting[s] = append(waiting[s], i)
				case from[i] == span.PosInf && x.until(i) > t.at:
					take(i, t.at)
				}
			}
		}
	}
	return from
}

// goesOn returns the half ticks at which something surely goes on.
func (x *effects) goesOn() []span.Range {
	var list []span.Range
	for i := range x.changes {
		c := &x.changes[i]
		if c.isEnd || !c.lasting {
			continue
		}
		r := span.Range{First: c.last(), Last: span.PosInf}
		if c.end != none {
			r.Last = before(x.changes[c.end].first())
		}
		if r.First <= r.Last && r.First != span.PosInf && r.Last != span.NegInf {
			list = append(list, r)
		}
	}
	slices.SortFunc(list, func(a, b span.Range) int { return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.Last, b.Last)) })
	var united []span.Range
	for _, r := range list {
		if n := len(united); n > 0 && r.First <= united[n-1].Last {
			united[n-1].Last = max(united[n-1].Last, r.Last)
		} else {
			united = append(united, r)
		}
	}
	return united
}

// past returns the first half tick from t on at which nothing surely goes on.
func (x *effects) past(t int64) int64 {
	i, _ := slices.BinarySearchFunc(x.going, t, func(r span.Range, t int64) int { return compare(r.Last, t) })
	switch {
	case i == len(x.going) || x.going[i].First > t:
		return t
	case x.going[i].Last == span.PosInf:
		return span.PosInf
	}
	return x.going[i].Last + 1
}

// A turn is where something may begin or end. turns is a heap of them, the
// first in time on top.
type turn struct {
	at     int64
	change int32
}

type turns []turn

func (t turns) Len() int { return len(t) }
func (t turns) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(t[i].at, t[j].at), cmp.Compare(t[i].change, t[j].change)) < 0
}
func (t turns) Swap(i, j int) { t[i], t[j] = t[j], t[i] }
func (t *turns) Push(x any)   { *t = append(*t, x.(turn)) }
func (t *turns) Pop() any {
	last := len(*t) - 1
	x := (*t)[last]
	*t = (*t)[:last]
	return x
}

// leaveOut takes closed days out of inner runs, as long as there are cuts left:
// a ruler too many is sound.
func (r *ruler) leaveOut(closed []int64, cuts *int) {
	var runs []run
	for _, x := range r.runs {
		i, _ := slices.BinarySearch(closed, x.first)
		for ; x.inner && i < len(closed) && closed[i] <= x.last && *cuts > 0; i++ {
			*cuts--
			if x.first < closed[i] {
				runs = append(runs, run{first: x.first, last: closed[i] - 1})
			}
			x.first = closed[i] + 1
		}
		if x.first <= x.last {
			runs = append(runs, run{first: x.first, last: x.last})
		}
	}
	r.runs = runs
}

// unite puts the runs in order, joins those that meet, and notes their extent.
func (r *ruler) unite() {
	slices.SortFunc(r.runs, func(a, b run) int { return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(a.last, b.last)) })
	united := r.runs[:0]
	for _, x := range r.runs {
		if n := len(united); n > 0 && x.first <= next(united[n-1].last) {
			united[n-1].last = max(united[n-1].last, x.last)
		} else {
			united = append(united, x)
		}
	}
	if r.runs = united; len(united) > 0 {
		r.ruling.Days = dayRange(united[0].first, united[len(united)-1].last)
	}
}

// before returns the half tick before t, where the unbounded is never reached.
func before(t int64) int64 {
	if t == span.PosInf {
		return t
	}
	return t - 1
}

// effective appends to list where a change can take effect: where it can be the first,
// or come just after one that leaves a state it can start from. Whatever lies
// surely later than own, of each, comes after the change. An end counts with
// alone only where nothing else surely goes on.
func (x *effects) effective(list []reach, i int32, alone bool) []reach {
	c := &x.changes[i]
	add := func(r span.Range, own int64, initial bool) {
		if c.isEnd {
			r = closesIn(r)
			if _, ok := x.closingAt(i); ok {
				own = r.Last // what ends at once does not come after it
			}
		}
		if r.First <= r.Last {
			list = append(list, reach{Range: r, change: i, own: min(own, r.Last), initial: initial})
		}
	}
	if x.before[i] == nil {
		for _, r := range c.domain {
			add(r, r.Last, false)
		}
		return list
	}
	for _, f := range x.before[i] {
		if c.isEnd && alone {
			f.First = x.past(f.First)
		}
		fits := x.brought[f.change] &^ c.leaves
		if c.isEnd {
			fits = x.brought[f.change] & bit(x.changes[c.start].state)
		}
		if fits != 0 {
			add(f.Range, f.own, false)
		}
	}
	if x.first[i] {
		for _, r := range span.AppendCut(nil, c.domain, span.NegInf, x.least) {
			add(r, r.Last, true)
		}
	}
	return list
}

// closesIn returns the range from the first to the last close of a day in r.
func closesIn(r span.Range) span.Range {
	if r.First != span.NegInf {
		r.First = closeOf(halfDay(r.First))
	}
	if r.Last != span.PosInf && r.Last != closeOf(halfDay(r.Last)) {
		r.Last = closeOf(halfDay(r.Last) - 1)
	}
	return r
}

// A class tells what ends the rule of those who bring the same states.
type class struct {
	comes            // of the changes that do
	follows  []int64 // by change: when one that must follow it by links has come
	followed []bool  // by change: one must
	closed   []int64 // the days on which one surely comes, where something lasts
}

func (x *effects) classOf(states uint64) *class {
	leaves := func(i int32) bool {
		c := &x.changes[i]
		if !c.isEnd {
			return c.leaves&states != 0
		}
		return bit(x.changes[c.start].state) != states || x.falls[i]&states != 0
	}
	k := &class{follows: make([]int64, len(x.changes)), followed: make([]bool, len(x.changes))}
	k.comes = comings(&x.lineup, func(i int32) bool { return !leaves(i) })
	for i := range k.follows {
		k.follows[i] = span.PosInf
	}
	for _, l := range x.followers(leaves) {
		k.follows[l[0]], k.followed[l[0]] = min(k.follows[l[0]], x.changes[l[1]].last()), true
	}
	if x.closing == nil {
		return k
	}
	for _, i := range x.byFirst {
		c := &x.changes[i]
		if day := halfDay(c.first()); !c.isEnd && c.first() != span.NegInf && day == halfDay(c.last()) && !leaves(i) &&
			(len(k.closed) == 0 || k.closed[len(k.closed)-1] != day) {
			k.closed = append(k.closed, day)
		}
	}
	return k
}
