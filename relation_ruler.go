package dispute

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/internal/span"
)

// maxCuts bounds how often the days of rulers are cut.
const maxCuts = 1 << 16

// rulersOf returns the changes that can rule, and when. A change rules from
// where it takes effect, which it does where it finds a state it can start
// from, until another takes effect that cannot leave its state. A change to the
// state that already holds takes no effect, so that the one before it rules on.
func (v *View) rulersOf(x *effects) []ruler {
	var rulers []ruler
	cuts := maxCuts
	classes := map[uint64]*class{}
	for i := range x.changes {
		i := int32(i)
		if x.idle(i) {
			continue
		}
		c := &x.changes[i]
		states := bit(c.state)
		if c.isEnd {
			states = x.falls[i] &^ bit(x.changes[c.start].state)
		}
		of := classes[states]
		if of == nil {
			of = v.classOf(x, states)
			classes[states] = of
		}
		r := ruler{ruling: c.ruling, states: states}
		for _, e := range x.effective(i) {
			overtaken := of.least
			if !e.initial {
				overtaken = of.overtaken(e.own)
			}
			if last := min(before(of.follows[i]), before(overtaken)); last >= e.First {
				r.runs = appendRuns(r.runs, []span.Range{e.Range}, c.isEnd, span.Range{First: e.First, Last: last})
			}
		}
		r.leaveOut(of.closed, &cuts)
		if r.unite(); len(r.runs) > 0 {
			rulers = append(rulers, r)
		}
	}
	return rulers
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

// effective returns where a change can take effect: where it can be the first,
// or come just after one that leaves a state it can start from. Whatever lies
// surely later than own, of each, comes after the change.
func (x *effects) effective(i int32) []reach {
	c := &x.changes[i]
	var list []reach
	add := func(r span.Range, own int64, initial bool) {
		if c.isEnd {
			r = closesIn(r)
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
	firsts, lasts []int64 // of the changes that do, by first; the least last from there on
	follows       []int64 // by change: when one that must follow it by links has come
	least         int64   // when any has come
	closed        []int64
}

func (v *View) classOf(x *effects, states uint64) *class {
	leaves := func(c *change) bool {
		if !c.isEnd {
			return c.leaves&states != 0
		}
		i := x.changes[c.start].end
		return bit(x.changes[c.start].state) != states || x.falls[i]&states != 0
	}
	k := &class{follows: make([]int64, len(x.changes))}
	var bounds [][2]int64
	closes := map[int64]bool{}
	for i := range x.changes {
		k.follows[i] = span.PosInf
		c := &x.changes[i]
		if leaves(c) {
			continue
		}
		bounds = append(bounds, [2]int64{c.first(), c.last()})
		if day := halfDay(c.first()); !c.isEnd && c.first() != span.NegInf && day == halfDay(c.last()) {
			closes[day] = true
		}
	}
	for _, l := range v.linksOf(x.changes, leaves) {
		k.follows[l[0]] = min(k.follows[l[0]], x.changes[l[1]].last())
	}
	slices.SortFunc(bounds, func(a, b [2]int64) int { return cmp.Compare(a[0], b[0]) })
	least := span.PosInf
	k.firsts, k.lasts = make([]int64, len(bounds)), make([]int64, len(bounds))
	for i := len(bounds) - 1; i >= 0; i-- {
		least = min(least, bounds[i][1])
		k.firsts[i], k.lasts[i] = bounds[i][0], least
	}
	k.least, k.closed = least, sortedKeys(closes)
	return k
}

// overtaken returns when one that surely lies after t has come.
func (k *class) overtaken(t int64) int64 {
	i, _ := slices.BinarySearchFunc(k.firsts, t, func(first, t int64) int {
		if first <= t {
			return -1
		}
		return 1
	})
	if i == len(k.lasts) {
		return span.PosInf
	}
	return k.lasts[i]
}
