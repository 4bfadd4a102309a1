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
	against  int32 // the target, or none
	rulers   []ruler
	segments []segment // ascending, together every day
	closed   []int64   // days that begin with something surely later than any close inside a range; ascending
}

// A ruler is a change or a claim that a state can rest on.
type ruler struct {
	ruling Ruling
	states uint64 // that it can bring or leave
	own    uint64 // that it can bring
	runs   []run  // of days on which it can rule, ascending
}

// A run is a run of days, both inclusive. An inner run leaves out the strand's
// closed days.
type run struct {
	first, last int64
	inner       bool
}

// A segment is a run of days on which the same states can hold.
type segment struct {
	first, last                    int64
	possible, certain, presupposed uint64
}

// course returns the strand of changes where the last one wins, and the
// changes that found a state they cannot start from.
func (v *View) course(changes []change) (strand, []Gap) {
	s := strand{against: none}
	x := v.effectsOf(changes, v.linksOf(changes))
	var gaps []Gap
	var kept []change
	var from []int32
	for i := range changes {
		if !x.idle(int32(i)) {
			kept = append(kept, changes[i])
			from = append(from, int32(i))
		} else if c := &changes[i]; !c.lasting {
			gaps = append(gaps, Gap{Event: c.ruling.Event, Rule: c.ruling.Rule, State: c.state,
				Found: statesIn(x.found[i]), When: c.ruling.When})
		}
	}
	events := make([]lastchange.Event, len(kept))
	for i := range kept {
		events[i].Domain = kept[i].domain
	}
	rulings := lastchange.Solve(events, v.linksOf(kept))
	for day := range closing(kept) {
		s.closed = append(s.closed, day)
	}
	slices.Sort(s.closed)
	for i := range kept {
		c := &kept[i]
		r := ruler{ruling: c.ruling, states: x.brought[from[i]], own: bit(c.state)}
		if c.isEnd {
			r.own = x.falls[from[i]]
		}
		for _, ticks := range rulings.Ticks[i] {
			r.runs = appendRuns(r.runs, c, ticks)
		}
		if len(r.runs) > 0 {
			r.ruling.Days = dayRange(r.runs[0].first, r.runs[len(r.runs)-1].last)
			s.rulers = append(s.rulers, r)
		}
	}
	var m marks
	for i := range s.rulers {
		for _, r := range s.rulers[i].runs {
			m.add(r, s.rulers[i].states, layerPossible)
		}
	}
	m.presuppose(x)
	s.segments = m.segments(s.closed)
	for i := range s.segments {
		if p := s.segments[i].possible; bits.OnesCount64(p) == 1 {
			s.segments[i].certain = p
		}
	}
	return s, gaps
}

// appendRuns adds the days asked for in ticks, on which change c can rule.
func appendRuns(runs []run, c *change, ticks span.Range) []run {
	add := func(first, last int64, inner bool) {
		if from, to := daysAsked(max(first, ticks.First), min(last, ticks.Last)); from <= to {
			runs = append(runs, run{from, to, inner})
		}
	}
	if !c.isEnd {
		add(ticks.First, ticks.Last, false)
		return runs
	}
	// A close inside a range stands in for the one before it, so that it rules
	// only on days that do not begin with something surely later.
	from, _ := slices.BinarySearchFunc(c.domain, ticks.First, func(r span.Range, t int64) int {
		if r.Last < t {
			return -1
		}
		return 1
	})
	for j := max(from-1, 0); j < len(c.domain) && c.domain[j].First <= ticks.Last; j++ {
		own, until := c.domain[j], span.PosInf
		if j+1 < len(c.domain) {
			until = c.domain[j+1].First - 1
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

// presuppose adds what the first changes presuppose: on days before each of
// them that leave room for it to be the first.
func (m *marks) presuppose(x *effects) {
	least := x.leastLast()
	for i, first := range x.canBeFirst() {
		if !first {
			continue
		}
		at, _ := span.Prev(x.changes[i].domain, least)
		if at == span.NegInf {
			continue
		}
		if at != span.PosInf {
			at--
		}
		if from, to := daysAsked(span.NegInf, at); from <= to {
			p := bit(x.changes[i].presupposes)
			m.add(run{first: from, last: to}, p, layerPossible)
			m.add(run{first: from, last: to}, p, layerPresupposed)
		}
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
		if n := len(list); n > 0 && list[n-1].possible == seg.possible && list[n-1].certain == seg.certain && list[n-1].presupposed == seg.presupposed {
			list[n-1].last = seg.last
		} else {
			list = append(list, seg)
		}
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

// rules reports whether r can rule on a day.
func (s *strand) rules(r *ruler, day int64) bool {
	for _, run := range r.runs {
		if run.first <= day && day <= run.last {
			if !run.inner {
				return true
			}
			if _, closed := slices.BinarySearch(s.closed, day); !closed {
				return true
			}
		}
	}
	return false
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
			if r := &s.rulers[i]; r.states&bit(state) != 0 && s.rules(r, day) {
				p.Rulings = append(p.Rulings, r.as(state))
			}
		}
		list = append(list, p)
	}
	return list
}

// as returns the ruling for one of the states the ruler can stand for.
func (r *ruler) as(s State) Ruling {
	ruling := r.ruling
	ruling.Left = r.own&bit(s) == 0
	return ruling
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
