package course

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// A Segment is a run of days on which the same states are possible.
type Segment struct {
	Days
	Possible, Certain States
	// Presupposed are those of the possible states that can rest on a premise.
	Presupposed States
}

// everyDay is all days.
var everyDay = Days{math.MinInt64, math.MaxInt64}

// appendSegment adds a segment, or lengthens the last one if it is alike.
func appendSegment(list []Segment, x Segment) []Segment {
	if n := len(list); n > 0 && list[n-1].Possible == x.Possible && list[n-1].Certain == x.Certain && list[n-1].Presupposed == x.Presupposed {
		list[n-1].Last = x.Last
		return list
	}
	return append(list, x)
}

// from returns the segments from the one that holds a day on. Segments are
// ascending, and together every day.
func from(list []Segment, day int64) []Segment {
	i, _ := slices.BinarySearchFunc(list, day, func(x Segment, day int64) int { return cmp.Compare(x.Last, day) })
	return list[i:]
}

// Between returns the segments of some days, cut to these.
func (s *Strand) Between(days Days) []Segment {
	var list []Segment
	for _, x := range from(s.Segments, days.First) {
		if x.Days = x.cut(days); x.empty() {
			break
		}
		list = append(list, x)
	}
	return list
}

// possibleWithin returns the states that are possible on some day of some days.
func possibleWithin(list []Segment, days Days) States {
	possible := States(0)
	for _, x := range from(list, days.First) {
		if x.First > days.Last {
			break
		}
		possible |= x.Possible
	}
	return possible
}

// meet leaves in a the states that are possible in b too. Where both are sound,
// so is what is left. Both are every day.
func meet(a, b []Segment) []Segment {
	list := make([]Segment, 0, max(len(a), len(b)))
	for i, j := 0, 0; i < len(a); {
		x := a[i]
		x.Days = x.cut(b[j].Days)
		x.Possible &= b[j].Possible
		list = appendSegment(list, x)
		if x.Last == a[i].Last {
			i++
		}
		if x.Last == b[j].Last {
			j++
		}
	}
	return list
}

// A layer is what a mark says of states.
type layer uint8

const (
	layerPossible layer = iota
	layerInner          // possible but for closed days
	layerPresupposed
	layerCertain
	layers
)

// A mark is a day from which on states are said once more, or once less, on a
// layer.
type mark struct {
	day    int64
	step   int32
	layer  layer
	states States
}

// marks collects what is said of the states of days, as segments are made of it.
type marks []mark

func (m *marks) add(d Days, states States, l layer) {
	*m = append(*m, mark{d.First, +1, l, states})
	if d.Last != math.MaxInt64 {
		*m = append(*m, mark{d.Last + 1, -1, l, states})
	}
}

// addPremises says what changes presuppose that can be the first.
func (m *marks) addPremises(premises []Ruler) {
	for _, r := range premises {
		for _, d := range r.Days {
			m.add(d, r.States, layerPossible)
			m.add(d, r.States, layerPresupposed)
		}
	}
}

// segments returns the longest runs of days of which the same is said, given the
// closed days, ascending. It uses the memory of the marks.
func (m marks) segments(closed []int64) []Segment {
	if slices.ContainsFunc(m, func(x mark) bool { return x.layer == layerInner }) {
		for _, d := range closed {
			m = append(m, mark{day: d}, mark{day: d + 1})
		}
	}
	slices.SortFunc(m, func(a, b mark) int { return cmp.Compare(a.day, b.day) })
	var list []Segment
	var t tally
	at := everyDay.First
	for i := 0; ; at = m[i].day {
		for ; i < len(m) && m[i].day == at; i++ {
			t.take(&m[i])
		}
		days := Days{at, everyDay.Last}
		if i < len(m) {
			days.Last = m[i].day - 1
		}
		seg := Segment{days, t.said[layerPossible], t.said[layerCertain], t.said[layerPresupposed]}
		for len(closed) > 0 && closed[0] < at {
			closed = closed[1:]
		}
		if len(closed) == 0 || closed[0] != at {
			seg.Possible |= t.said[layerInner]
		}
		list = appendSegment(list, seg)
		if i == len(m) {
			return list
		}
	}
}

// A tally counts how often each state is said on each layer.
type tally struct {
	counts [layers][MaxStates]int32
	said   [layers]States // those with a count
}

func (t *tally) take(m *mark) {
	for s := m.states; s != 0; s &= s - 1 {
		n := bits.TrailingZeros64(uint64(s))
		c := &t.counts[m.layer][n]
		if *c += m.step; *c > 0 {
			t.said[m.layer] |= 1 << n
		} else {
			t.said[m.layer] &^= 1 << n
		}
	}
}
