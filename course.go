package dispute

import (
	"cmp"
	"container/heap"
	"math"
	"math/bits"
	"slices"

	"github.com/dispute-go/dispute/internal/giveway"
	"github.com/dispute-go/dispute/internal/lastchange"
	"github.com/dispute-go/dispute/internal/span"
)

// ancestors tells which changes of a track must come before which by links.
type ancestors struct {
	any    []bool  // by change: some change must come before it
	latest []int64 // by change: the greatest first half tick of those that must
	start  []int32 // by change: its start, if it is an end, or none
	// By change, sets of changes: those that must come before it, and those
	// that must come before one of those; of an end, those of its start. Nil
	// where they would be too large.
	sets, second [][]uint64
}

// apart reports whether some change must come between b and c.
func (a *ancestors) apart(b, c int32) bool {
	if start := a.start[c]; start != none {
		return in(a.sets[start], b)
	}
	return in(a.second[c], b)
}

// precedes reports whether b must come before c.
func (a *ancestors) precedes(b, c int32) bool {
	if start := a.start[c]; start != none {
		return b == start || in(a.sets[start], b)
	}
	return in(a.sets[c], b)
}

// ancestorsOf follows the links from the changes back, off the track too.
func ancestorsOf(x *lineup) ancestors {
	n := len(x.changes)
	a := ancestors{any: make([]bool, n), latest: make([]int64, n), start: make([]int32, n)}
	known := map[int32]*lineage{}
	cost := 0
	if x.linked {
		for i := range x.changes {
			if p := x.changes[i].place; p != none {
				x.trace(p, known, &cost)
			}
		}
	}
	if cost <= maxAncestors {
		a.sets, a.second = make([][]uint64, n), make([][]uint64, n)
	}
	for i := range x.changes {
		c := &x.changes[i]
		a.any[i], a.latest[i], a.start[i] = c.isEnd, span.NegInf, none
		if l := known[c.place]; l != nil {
			a.any[i], a.latest[i] = a.any[i] || l.any, l.latest
			if a.sets != nil {
				a.sets[i], a.second[i] = l.set, l.second
			}
		}
		if c.isEnd {
			a.start[i], a.latest[i] = c.start, max(a.latest[i], x.changes[c.start].first())
		}
	}
	return a
}

func in(set []uint64, n int32) bool { return set != nil && set[n/64]&(1<<(n%64)) != 0 }

// A lineage is what links put before a place.
type lineage struct {
	any         bool
	latest      int64
	set, second []uint64
}

// add takes in what lies before by way of place b.
func (l *lineage) add(of *lineage, b int32, x *lineup, cost *int) {
	i, onTrack := x.at[b]
	l.any = l.any || of.any || onTrack
	l.latest = max(l.latest, of.latest)
	if onTrack {
		l.latest = max(l.latest, x.changes[i].first())
	}
	if !of.any && !onTrack || *cost > maxAncestors {
		return
	}
	if l.set == nil {
		words := (len(x.changes) + 63) / 64
		l.set, l.second = make([]uint64, words), make([]uint64, words)
		*cost += 2 * words
	}
	for w, word := range of.set {
		l.set[w] |= word
		if onTrack {
			l.second[w] |= word
		} else {
			l.second[w] |= of.second[w]
		}
	}
	if onTrack {
		l.set[i/64] |= 1 << (i % 64)
	}
}

// trace notes the lineage of a place, after those of all that links put before
// it. Beyond maxAncestors it notes no sets.
func (x *lineup) trace(place int32, known map[int32]*lineage, cost *int) {
	stack := []int32{place}
	for len(stack) > 0 {
		p := stack[len(stack)-1]
		if known[p] != nil {
			stack = stack[:len(stack)-1]
			continue
		}
		ready := true
		x.v.beforeLinks(p, func(b int32) {
			if known[b] == nil {
				stack = append(stack, b)
				ready = false
			}
		})
		if !ready {
			continue
		}
		l := &lineage{latest: span.NegInf}
		x.v.beforeLinks(p, func(b int32) { l.add(known[b], b, x, cost) })
		known[p] = l
	}
}

// appendChanges adds the start of something with the given term and, if it
// lasts and has an end, its end.
func appendChanges(list []change, c change, after State, t term) []change {
	c.domain = startHalves(t.start)
	c.leaves |= bit(c.state)
	c.start, c.end = none, none
	c.lasting = after != 0
	c.ruling.When = dayRange(halfDay(c.first()), halfDay(c.last()))
	at := int32(len(list))
	if !c.lasting || t.ever {
		return append(list, c)
	}
	end := c
	c.end, end.start = at+1, at
	end.domain = closeHalves(t.end)
	end.state, end.leaves, end.presupposes, end.isEnd = after, 0, 0, true
	end.ruling.End = true
	end.ruling.When = dayRange(next(halfDay(end.first())), next(halfDay(end.last())))
	return append(list, c, end)
}

// A change is the start of an event on a track, or the end of a lasting one.
type change struct {
	ruling Ruling // but for its days
	place  int32  // of its event among the view's events, or none
	domain []span.Range
	state  State  // what it brings
	leaves uint64 // the states it cannot start from, its own included
	// presupposes is what the state was if this is the first change; perhaps
	// says that it can have been none as well.
	presupposes State
	perhaps     bool
	// A lasting event's start knows its end, and the end its start; none
	// otherwise. What never ends has no end, and lasts.
	start, end int32
	lasting    bool
	isEnd      bool
}

func (c *change) first() int64 { return c.domain[0].First }

func (c *change) last() int64 { return c.domain[len(c.domain)-1].Last }

// premise returns what the state can have been if this is the first change.
func (c *change) premise() uint64 {
	if c.perhaps {
		return bit(c.presupposes) | bit(StateNone)
	}
	return bit(c.presupposes)
}

// effectsOf follows what the changes of one track can find. Every change finds
// what one of those brought that can come just before it, or, where it can be
// the first, what it presupposes: the least such states are what it can find.
func (v *relations) effectsOf(changes []change, t Track) *effects {
	x := &effects{lineup: v.lineUp(changes), holds: holdStates(changes), gives: &v.filed.gives[t], found: make([]uint64, len(changes)), brought: make([]uint64, len(changes)), least: span.PosInf}
	lasting := false
	for i := range changes {
		c := &changes[i]
		x.least = min(x.least, c.last())
		x.all |= bit(c.state) | c.premise()
		lasting = lasting || c.isEnd
	}
	if lasting {
		x.closing = x.closingOf(func(int32) bool { return true })
	}
	x.ancestors = ancestorsOf(&x.lineup)
	x.reaches = reachesOf(&x.lineup)
	x.listBefore()
	x.first = x.canBeFirst()
	x.together = x.endingTogether()
	x.falls = x.fallsOf()
	x.going = x.goesOn()
	for i := range changes {
		if x.first[i] {
			x.found[i] |= changes[i].premise()
		}
		if x.before[i] == nil {
			x.found[i] |= x.all
		}
	}
	x.spread()
	return x
}

// affordable returns the greatest count such that all up to it sum up to no
// more than maxFound, or maxFoundEach if that is more, and their sum.
func affordable(counts []int) (most, total int) {
	sorted := slices.Sorted(slices.Values(counts))
	for i := 0; i < len(sorted); {
		n, sum := sorted[i], total
		for ; i < len(sorted) && sorted[i] == n; i++ {
			sum += n
		}
		if sum > maxFound && n > maxFoundEach {
			break
		}
		most, total = n, sum
	}
	return most, total
}

// effects tells what every change of a track finds and brings.
type effects struct {
	lineup
	holds []hold
	gives *giveway.Table // of what goes on
	// found and brought are the states it can find and leave behind, as bits.
	found, brought []uint64
	falls          []uint64 // what a lasting event's end falls back to
	together       map[closing]ending
	ancestors      ancestors
	reaches        reaches
	before         [][]reach       // by change: where others can come just before it; nil if too many
	first          []bool          // by change: it can come before all others
	closing        map[int64]int64 // where something lasts
	going          []span.Range    // where something surely goes on
	least          int64           // the half tick by which something has surely changed
	all            uint64          // every state that anything brings or presupposes
}

// bring returns what change i leaves behind, given what it can find.
func (x *effects) bring(i int32) uint64 {
	c := &x.changes[i]
	found := x.found[i]
	if c.isEnd {
		return x.end(i, found)
	}
	brought := found & c.leaves
	if found&^c.leaves != 0 {
		brought |= bit(c.state)
	}
	return brought
}

// canBeFirst tells which changes can come before all others.
func (x *effects) canBeFirst() []bool {
	can := make([]bool, len(x.changes))
	for i := range x.changes {
		c := &x.changes[i]
		can[i] = !c.isEnd && !x.ancestors.any[i] && c.first() <= x.least
	}
	return can
}

// canPrecede reports whether the change of f can come just before change i
// where i lies in f.
func (x *effects) canPrecede(f reach, i int32) bool {
	c := &x.changes[f.change]
	if c.isEnd {
		if e := &x.changes[i]; e.isEnd && c.first() == c.last() && c.first() == e.first() && c.first() == e.last() {
			return false // they happen at once
		}
		// What lies inside a range of closes stands in for the close before:
		// whatever must happen on that very day comes after it.
		if day := halfDay(f.First); day == halfDay(f.Last) {
			if over, ok := x.closing[day]; ok && f.First > over && f.Last < closeOf(day) && span.Contains(c.domain, f.First) {
				return false
			}
		}
	}
	if x.ancestors.sets == nil {
		return true
	}
	latest, ok := span.Prev(c.domain, f.Last)
	return ok && x.ancestors.latest[i] <= latest && !x.ancestors.precedes(i, f.change) && !x.ancestors.apart(f.change, i)
}

// closingOf returns, for every day on which some change that counts surely
// happens and on no other, the first half tick by which one has.
func (x *effects) closingOf(counts func(i int32) bool) map[int64]int64 {
	days := map[int64]int64{}
	for i := range x.changes {
		c := &x.changes[i]
		day := halfDay(c.first())
		if c.isEnd || c.first() == span.NegInf || day != halfDay(c.last()) || !counts(int32(i)) {
			continue
		}
		if by, ok := days[day]; !ok || c.last() < by {
			days[day] = c.last()
		}
	}
	return days
}

// fallsOf returns for every end of a lasting event what the state falls back
// to where it still is that event's: the state of what still goes on, or what
// follows where nothing does.
func (x *effects) fallsOf() []uint64 {
	falls := make([]uint64, len(x.changes))
	going, lasting := x.lastings()
	for i := range x.changes {
		c := &x.changes[i]
		if !c.isEnd {
			continue
		}
		own := bit(x.changes[c.start].state)
		var possibly, surely uint64
		for m := lasting; m != 0; m &= m - 1 {
			s := bits.TrailingZeros64(m)
			others := going[s].count(c.first(), c.last())
			if bit(State(s)) == own && c.first() < c.last() {
				others-- // itself
			}
			if others > 0 {
				possibly |= 1 << s
			}
			if going[s].surely(c.first(), c.last()) {
				surely |= 1 << s
			}
		}
		if falls[i] = x.gives.CanRule(own, possibly, surely); surely == 0 {
			falls[i] |= bit(x.follows(int32(i)))
		}
	}
	return falls
}

// idle reports whether a change leaves every state it can find.
func (x *effects) idle(i int32) bool {
	c := &x.changes[i]
	if !c.isEnd {
		return x.found[i]&^c.leaves == 0
	}
	own := bit(x.changes[c.start].state)
	return x.found[i]&own == 0 || x.falls[i] == own
}

// lastings returns the lasting events by state, and their states.
func (x *effects) lastings() (by [maxStates]lasting, states uint64) {
	for _, i := range x.byLast {
		c := &x.changes[i]
		if !c.lasting || c.isEnd {
			continue
		}
		states |= bit(c.state)
		last, until := span.PosInf, span.PosInf
		if c.end != none {
			last, until = x.changes[c.end].last(), x.changes[c.end].first()
			if last == span.NegInf {
				continue
			}
			last--
		}
		l := &by[c.state]
		l.begin, l.end = append(l.begin, c.first()), append(l.end, last)
		if n := len(l.until); n > 0 {
			until = max(until, l.until[n-1])
		}
		l.from, l.until = append(l.from, c.last()), append(l.until, until)
	}
	for m := states; m != 0; m &= m - 1 {
		l := &by[bits.TrailingZeros64(m)]
		slices.Sort(l.begin)
		slices.Sort(l.end)
	}
	return by, states
}

// listBefore lists for every change those that can come just before it, and
// where it lies then; nil where that would be too many.
func (x *effects) listBefore() {
	counts := make([]int, len(x.changes))
	for i := range x.changes {
		for _, r := range x.changes[i].domain {
			counts[i] += x.reaches.count(r)
		}
	}
	most, total := affordable(counts)
	x.before = make([][]reach, len(x.changes))
	arena := make([]reach, 0, total)
	for i := range x.changes {
		if counts[i] > most {
			continue
		}
		start := len(arena)
		for _, r := range x.changes[i].domain {
			x.reaches.around(r, func(f reach) {
				if f.change == int32(i) {
					return
				}
				f.First, f.Last = max(f.First, r.First), min(f.Last, r.Last)
				if x.canPrecede(f, int32(i)) {
					arena = append(arena, f)
				}
			})
		}
		x.before[i] = arena[start:len(arena):len(arena)]
	}
}

// spread hands on what each change brings to those that can come just after it.
func (x *effects) spread() {
	// The changes that can come just after i are after[from[i]:from[i+1]].
	from := make([]int32, len(x.changes)+1)
	for _, list := range x.before {
		for j := range list {
			from[list[j].change]++
		}
	}
	sum := int32(0)
	for i, n := range from {
		from[i], sum = sum, sum+n
	}
	after, at := make([]int32, sum), slices.Clone(from)
	for i, list := range x.before {
		for j := range list {
			f := list[j].change
			after[at[f]] = int32(i)
			at[f]++
		}
	}
	pending, waiting := slices.Clone(x.byFirst), make([]bool, len(x.changes))
	for i := range waiting {
		waiting[i] = true
	}
	for len(pending) > 0 {
		i := pending[0]
		pending, waiting[i] = pending[1:], false
		brought := x.bring(i)
		if brought == x.brought[i] {
			continue
		}
		x.brought[i] = brought
		for _, j := range after[from[i]:from[i+1]] {
			if x.found[j]|brought != x.found[j] {
				x.found[j] |= brought
				if !waiting[j] {
					waiting[j] = true
					pending = append(pending, j)
				}
			}
		}
	}
}

// tells reports whether a change tells anything of the state: it takes effect,
// or can be the first, and then leaves what it presupposes.
func (x *effects) tells(i int32) bool { return !x.idle(i) || x.first[i] }

// lasting is the lasting events of one state: the half ticks at which each can
// have begun and can still go on, ascending, and from when, and how long, some
// surely goes on.
type lasting struct {
	begin, end  []int64
	from, until []int64
}

// count returns how many of the events can go on at some half tick from first
// to last.
func (l *lasting) count(first, last int64) int {
	over, _ := slices.BinarySearch(l.end, first)
	return upTo(l.begin, last) - over
}

// surely reports whether one of the events surely goes on from first to past
// last.
func (l *lasting) surely(first, last int64) bool {
	i := upTo(l.from, first)
	return i > 0 && (l.until[i-1] > last || l.until[i-1] == span.PosInf)
}

// The work of telling what each change found is bounded; beyond the bounds
// every state of the track counts as found, which keeps the answer sound.
const (
	// Pairs of a change and another that can come just before it: so many in
	// all, of the changes that have the fewest, and so many of each in any case.
	maxFound     = 1 << 18
	maxFoundEach = 32
	maxAncestors = 1 << 20 // words of sets of changes that must come before
)

// hold tells the two states of h apart in what a change brings and leaves: one
// that stays takes over what only lasts, one that lasts leaves what stays.
func (c *change) hold(h hold) {
	switch {
	case c.isEnd:
	case !c.lasting && c.state == h.lasts:
		c.state, c.leaves = h.stays, c.leaves&^bit(h.lasts)|bit(h.stays)
	case c.leaves&bit(h.lasts) != 0:
		c.leaves |= bit(h.stays)
	}
}

// shown returns states as they are told, held or not.
func (x *effects) shown(states uint64) uint64 {
	for _, h := range x.holds {
		if states&bit(h.stays) != 0 {
			states = states&^bit(h.stays) | bit(h.lasts)
		}
	}
	return states
}

// A hold is a state that what stays brings, told apart within the engine from
// the same state while it only lasts as long as something goes on: an end
// releases the one, not the other.
type hold struct{ lasts, stays State }

// holdStates finds the states that both what ends and what stays bring, and
// gives what stays a state of its own there, numbered from the top.
func holdStates(changes []change) []hold {
	var ending, staying uint64
	for i := range changes {
		switch c := &changes[i]; {
		case c.isEnd:
			ending |= bit(changes[c.start].state)
		case !c.lasting:
			staying |= bit(c.state)
		}
	}
	both := statesIn(ending & staying)
	holds := make([]hold, len(both))
	for i, s := range both {
		holds[i] = hold{s, State(maxStates - 1 - i)}
	}
	for i := range changes {
		for _, h := range holds {
			changes[i].hold(h)
		}
	}
	return holds
}

func (v *relations) lineUp(changes []change) lineup {
	l := lineup{v: v, changes: changes}
	l.byFirst = ordered(len(changes), func(i int32) int64 { return changes[i].first() })
	l.byLast = ordered(len(changes), func(i int32) int64 { return changes[i].last() })
	for i := range changes {
		if c := &changes[i]; c.place != none && !c.isEnd {
			v.beforeLinks(c.place, func(int32) { l.linked = true })
		}
	}
	if l.linked {
		l.at = map[int32]int32{}
		for i := range changes {
			if c := &changes[i]; c.place != none && !c.isEnd {
				l.at[c.place] = int32(i)
			}
		}
	}
	return l
}

// A lineup is the changes of a track, in order of time, and the links between
// them.
type lineup struct {
	v               *relations
	changes         []change
	byFirst, byLast []int32         // the changes by first and by last half tick
	linked          bool            // links put something before some change
	at              map[int32]int32 // where linked: the start at a place
}

// followers returns, for every change that others must follow, a link to the
// one whose last half tick is least. What skip reports does not follow; a nil
// skip reports nothing.
func (l *lineup) followers(skip func(i int32) bool) [][2]int32 {
	var links [][2]int32
	if !l.linked {
		for i := range l.changes {
			if c := &l.changes[i]; c.isEnd && (skip == nil || !skip(int32(i))) {
				links = append(links, [2]int32{c.start, int32(i)})
			}
		}
		return links
	}
	passed := map[int32]bool{}
	var pending []int32
	for _, i := range l.byLast {
		c := &l.changes[i]
		if skip != nil && skip(i) {
			continue
		}
		if c.place == none {
			if c.isEnd {
				links = append(links, [2]int32{c.start, i})
			}
			continue
		}
		visit := func(p int32) {
			if passed[p] {
				return
			}
			passed[p] = true
			if s, ok := l.at[p]; ok {
				links = append(links, [2]int32{s, i})
			}
			pending = append(pending, p)
		}
		if c.isEnd {
			visit(c.place)
		} else {
			l.v.beforeLinks(c.place, visit)
		}
		for len(pending) > 0 {
			p := pending[len(pending)-1]
			pending = pending[:len(pending)-1]
			l.v.beforeLinks(p, visit)
		}
	}
	return links
}

// ordered returns the numbers below n by key, those of one key ascending.
func ordered(n int, key func(i int32) int64) []int32 {
	type item struct {
		key int64
		i   int32
	}
	items := make([]item, n)
	for i := range items {
		items[i] = item{key(int32(i)), int32(i)}
	}
	slices.SortFunc(items, func(a, b item) int {
		if a.key != b.key {
			return compare(a.key, b.key)
		}
		return int(a.i - b.i)
	})
	list := make([]int32, n)
	for i := range items {
		list[i] = items[i].i
	}
	return list
}

// comes tells, of some changes, when one that lies surely later has come.
type comes struct {
	firsts, lasts []int64 // of the changes, by first; the least last from there on
}

// after returns when one that surely lies after t has come.
func (x *comes) after(t int64) int64 {
	i := upTo(x.firsts, t)
	if i == len(x.lasts) {
		return span.PosInf
	}
	return x.lasts[i]
}

// least returns when the first of all has come.
func (x *comes) least() int64 {
	if len(x.lasts) == 0 {
		return span.PosInf
	}
	return x.lasts[0]
}

// comings returns when those come that counts reports.
func comings(l *lineup, counts func(i int32) bool) comes {
	x := comes{firsts: make([]int64, 0, len(l.changes)), lasts: make([]int64, 0, len(l.changes))}
	for _, i := range l.byFirst {
		if counts(i) {
			x.firsts = append(x.firsts, l.changes[i].first())
			x.lasts = append(x.lasts, l.changes[i].last())
		}
	}
	for i := len(x.lasts) - 2; i >= 0; i-- {
		x.lasts[i] = min(x.lasts[i], x.lasts[i+1])
	}
	return x
}

// A reach is a run of half ticks at which a change can be the last one so far.
type reach struct {
	span.Range
	own     int64 // the last half tick of the range of its domain that it begins in
	change  int32
	initial bool // for an effect: as the first of all
}

// reaches are reaches by first half tick, then change, indexed so that those
// around a range are found, and counted, without a look at the others.
type reaches struct {
	list     []reach
	furthest []int64 // implicit tree over the list: the greatest last
	lasts    []int64 // ascending
}

// around calls visit with every reach that meets r.
func (x *reaches) around(r span.Range, visit func(reach)) {
	n := x.begun(r.Last)
	leaves := len(x.furthest) / 2
	var walk func(node, first, width int)
	walk = func(node, first, width int) {
		switch {
		case first >= n || x.furthest[node] < r.First:
		case width == 1:
			visit(x.list[first])
		default:
			walk(2*node, first, width/2)
			walk(2*node+1, first+width/2, width/2)
		}
	}
	walk(1, 0, leaves)
}

// begun returns how many reaches begin by a half tick.
func (x *reaches) begun(t int64) int {
	n, _ := slices.BinarySearchFunc(x.list, t, func(r reach, t int64) int {
		if r.First <= t {
			return -1
		}
		return 1
	})
	return n
}

// count returns how many reaches meet r.
func (x *reaches) count(r span.Range) int {
	over, _ := slices.BinarySearch(x.lasts, r.First)
	return x.begun(r.Last) - over
}

func (x *reaches) index() {
	slices.SortFunc(x.list, func(a, b reach) int {
		if a.First != b.First {
			return compare(a.First, b.First)
		}
		return cmp.Compare(a.change, b.change)
	})
	leaves := 1
	for leaves < len(x.list) {
		leaves *= 2
	}
	x.furthest = make([]int64, 2*leaves)
	for i := range x.furthest {
		x.furthest[i] = span.NegInf
	}
	x.lasts = make([]int64, len(x.list))
	for i := range x.list {
		x.furthest[leaves+i], x.lasts[i] = x.list[i].Last, x.list[i].Last
	}
	for i := leaves - 1; i > 0; i-- {
		x.furthest[i] = max(x.furthest[2*i], x.furthest[2*i+1])
	}
	slices.Sort(x.lasts)
}

// reachesOf returns where each change can be the last one so far, where those
// on the same half tick can come in either order.
func reachesOf(l *lineup) reaches {
	changes := l.changes
	followed := make([]int64, len(changes)) // by then a change that must follow has come
	ranges := 0
	for i := range followed {
		followed[i] = span.PosInf
		ranges += len(changes[i].domain)
	}
	for _, link := range l.followers(nil) {
		followed[link[0]] = min(followed[link[0]], changes[link[1]].last())
	}
	come := comings(l, func(int32) bool { return true })
	x := reaches{list: make([]reach, 0, ranges)}
	for i := range changes {
		domain := changes[i].domain
		for j, own := range domain {
			last := min(followed[i], come.after(own.Last))
			if j+1 < len(domain) {
				last = min(last, domain[j+1].First-1)
			}
			if last >= own.First {
				x.list = append(x.list, reach{Range: span.Range{First: own.First, Last: last}, change: int32(i), own: own.Last})
			}
		}
	}
	x.index()
	return x
}

// upTo returns how many of an ascending list are not past t.
func upTo(list []int64, t int64) int {
	if t == span.PosInf {
		return len(list)
	}
	n, _ := slices.BinarySearch(list, t+1)
	return n
}

// before returns the half tick before t, where the unbounded is never reached.
func before(t int64) int64 {
	if t == span.PosInf {
		return t
	}
	return t - 1
}

// A class tells what ends the rule of those who bring the same states.
type class struct {
	comes            // of the changes that do
	follows  []int64 // by change: when one that must follow it by links has come
	followed []bool  // by change: one must
	closed   []int64 // the days on which one surely comes, where something lasts
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

// until returns the half tick by which a change is surely over: what lasts
// rules no longer than it goes on.
func (x *effects) until(i int32) int64 {
	if end := x.changes[i].end; end != none {
		return x.changes[end].last()
	}
	return span.PosInf
}

// maxCuts bounds how often the days of rulers are cut.
const maxCuts = 1 << 16

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

func (t *turns) Pop() any {
	last := len(*t) - 1
	x := (*t)[last]
	*t = (*t)[:last]
	return x
}

func (t *turns) Push(x any) { *t = append(*t, x.(turn)) }

func (t turns) Swap(i, j int) { t[i], t[j] = t[j], t[i] }

// closure returns the states that the counted moves can make of some states.
func closure(states uint64, moves []move, counts []int32) uint64 {
	for {
		was := states
		for n, a := range moves {
			if counts[n] > 0 {
				states = a.from(states)
			}
		}
		if states == was {
			return states
		}
	}
}

// conditional reports whether some change depends on the state it finds.
func (x *effects) conditional() bool {
	return slices.ContainsFunc(x.changes, func(c change) bool { return c.isEnd || c.leaves&^bit(c.state) != 0 })
}

// moves returns what each change does, as an index of the moves there are.
func (x *effects) moves() (of []int32, list []move) {
	known := map[move]int32{}
	of = make([]int32, len(x.changes))
	for i := range x.changes {
		c := &x.changes[i]
		a := move{c.state, c.leaves, c.isEnd}
		if c.isEnd {
			a.state, a.mask = x.changes[c.start].state, x.falls[i]
		}
		n, ok := known[a]
		if !ok {
			n = int32(len(list))
			known[a] = n
			list = append(list, a)
		}
		of[i] = n
	}
	return of, list
}

// since leaves in segments what can hold given what has surely happened: once
// a change has, only what it can leave behind, and what the changes make of
// that which can come after it. Of the changes that do the same it looks at the
// one that begins last.
func (x *effects) since(segments []segment) []segment {
	of, moves := x.moves()
	for n, a := range moves {
		if a.isEnd {
			continue
		}
		if list := x.sinceMove(int32(n), of, moves); list != nil {
			segments = meet(segments, list)
		}
	}
	return segments
}

// sinceMove does so for the changes that do one thing; it returns nil if none
// of them ever has surely happened.
func (x *effects) sinceMove(n int32, of []int32, moves []move) []segment {
	var list []segment
	counts := make([]int32, len(moves)) // of the changes that can have come after it
	joined, left := 0, 0
	started := none
	add := func(day int64, possible uint64) {
		if k := len(list); k > 0 {
			list[k-1].last = day - 1
		} else if day != math.MinInt64 {
			list = append(list, segment{first: math.MinInt64, last: day - 1, possible: math.MaxUint64})
		}
		list = appendSegment(list, segment{first: day, last: math.MaxInt64, possible: possible})
	}
	for at := 0; ; {
		for at < len(x.byLast) && of[x.byLast[at]] != n {
			at++
		}
		day := int64(math.MaxInt64)
		if at < len(x.byLast) {
			day = halfDay(x.changes[x.byLast[at]].last())
		}
		if joined < len(x.byFirst) {
			c := &x.changes[x.byFirst[joined]]
			day = min(day, x.dayOf(c, c.first()))
		}
		if day == math.MaxInt64 {
			return list
		}
		for ; joined < len(x.byFirst); joined++ {
			c := &x.changes[x.byFirst[joined]]
			if x.dayOf(c, c.first()) > day {
				break
			}
			counts[of[x.byFirst[joined]]]++
		}
		for ; at < len(x.byLast) && halfDay(x.changes[x.byLast[at]].last()) <= day; at++ {
			if i := x.byLast[at]; of[i] == n && (started == none || x.changes[i].first() >= x.changes[started].first()) {
				started = i
			}
		}
		if started == none {
			continue
		}
		for ; left < len(x.byLast) && x.changes[x.byLast[left]].last() < x.changes[started].first(); left++ {
			counts[of[x.byLast[left]]]--
		}
		counts[n]-- // itself
		add(day, x.shown(closure(x.brought[started], moves, counts)))
		counts[n]++
	}
}

// A move is what a change does: a start brings the state unless it finds one
// that it leaves; an end turns the state into one of those it falls back to.
type move struct {
	state State
	mask  uint64 // what a start leaves, what an end falls back to
	isEnd bool
}

// from returns what a move makes of some states, together with them.
func (a move) from(states uint64) uint64 {
	switch {
	case a.isEnd && states&bit(a.state) != 0:
		return states | a.mask
	case !a.isEnd && states&^a.mask != 0:
		return states | bit(a.state)
	}
	return states
}

// course returns the strand of changes on a track where the last one wins, and
// the changes that found a state they cannot start from.
func (v *relations) course(changes []change, t Track) (strand, []Gap) {
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

// appendSegment adds a segment, or lengthens the last one if it is alike.
func appendSegment(list []segment, x segment) []segment {
	if n := len(list); n > 0 && list[n-1].possible == x.possible && list[n-1].certain == x.certain && list[n-1].presupposed == x.presupposed {
		list[n-1].last = x.last
		return list
	}
	return append(list, x)
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

// goingOn returns the states that can hold by what goes on alone. It is nil
// unless every change is the start or the end of a lasting event, what follows
// is the same for all, each can start from it, and of any two of their states
// one gives way to the other: then the strongest of what goes on is the state,
// which makes this exact where no links are involved.
func goingOn(changes []change, gives *giveway.Table) []segment {
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

type layer uint8

const (
	layerPossible layer = iota
	layerInner          // possible but for closed days
	layerPresupposed
	layerCertain
	layers
)

type mark struct {
	day    int64
	step   int32
	layer  layer
	states uint64
}

// marks collects where states begin and cease to be possible.
type marks []mark

func (m *marks) add(r run, states uint64, l layer) {
	if r.inner {
		l = layerInner
	}
	*m = append(*m, mark{r.first, +1, l, states})
	if r.last != math.MaxInt64 {
		*m = append(*m, mark{r.last + 1, -1, l, states})
	}
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

// A ruler is a change or a claim that a state can rest on.
type ruler struct {
	ruling Ruling
	states uint64 // that it can bring
	runs   []run  // of days on which it can rule, ascending
}

// on reports whether the ruler can rule on a day.
func (r *ruler) on(day int64) bool {
	return slices.ContainsFunc(r.runs, func(x run) bool { return x.first <= day && day <= x.last })
}

// A segment is a run of days on which the same states can hold.
type segment struct {
	first, last                    int64
	possible, certain, presupposed uint64
}

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

// givingWay returns, by track, which states of lasting events give way to which.
// That is so by the whole table of rules, whatever is on file.
func givingWay(rules []Rule) (gives [TrackStance + 1]giveway.Table) {
	var acts [TrackStance + 1][]giveway.Act
	for i := range rules {
		if r := &rules[i]; r.After != 0 {
			acts[r.Track] = append(acts[r.Track], giveway.Act{State: uint8(r.State), Leaves: bitsOf(r.Not)})
		}
	}
	for t := range gives {
		gives[t] = giveway.Among(acts[t])
	}
	return gives
}

// A closing is the one half tick on which something ends, and the state that it
// brought. Ends of one closing happen at once: none finds what another brings,
// and where nothing else goes on the greatest state of those that follow does.
type closing struct {
	at    int64
	state State
}

// closingAt returns the closing of an end, if it lies on one half tick alone.
func (x *effects) closingAt(i int32) (closing, bool) {
	c := &x.changes[i]
	if !c.isEnd || c.first() < c.last() {
		return closing{}, false
	}
	return closing{c.first(), x.changes[c.start].state}, true
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

// An ending is what ends at a closing.
type ending struct {
	one   int32 // of the ends
	count int
	after State // what follows
}

// dayOf returns the day from which a change takes effect that lies on a half
// tick.
func (x *effects) dayOf(c *change, t int64) int64 {
	if c.isEnd {
		return next(halfDay(t))
	}
	return halfDay(t)
}

// lastDays returns, by change, the days on which it can be the last to take
// effect, where nothing ends: there all that cannot leave its state comes
// before it.
func (x *effects) lastDays() [][]run {
	list := make([][]run, len(x.changes))
	classes := map[State]*class{}
	var scratch []reach
	for i := range x.changes {
		i := int32(i)
		c := &x.changes[i]
		if x.idle(i) {
			continue
		}
		of := classes[c.state]
		if of == nil {
			of = x.classOf(bit(c.state))
			classes[c.state] = of
		}
		if of.followed[i] {
			continue
		}
		latest := int64(math.MinInt64)
		if n := len(of.firsts); n > 0 {
			latest = of.firsts[n-1]
		}
		r := ruler{}
		scratch = x.effective(scratch[:0], i, false)
		for _, e := range scratch {
			if e.own >= latest && !(e.initial && len(of.firsts) > 0) {
				r.runs = append(r.runs, run{first: halfDay(max(e.First, latest)), last: halfDay(e.Last)})
			}
		}
		r.unite()
		list[i] = r.runs
	}
	return list
}

// sure reports whether a change takes effect in every placement.
func (x *effects) sure(i int32) bool {
	c := &x.changes[i]
	if !c.isEnd {
		return x.found[i]&c.leaves == 0
	}
	own := bit(x.changes[c.start].state)
	return x.found[i] == own && x.falls[i]&own == 0 && !x.shared(i)
}
