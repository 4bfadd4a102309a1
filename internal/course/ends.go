package course

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/internal/span"
)

// A jointKey is the one half tick on which something ends, and the state that it
// brought.
type jointKey struct {
	at    int64
	state State
}

// A joint is all the ends of one state that lie on the same half tick and can lie
// on no other. They happen at once: none finds what another brings. Where nothing
// else goes on, the greatest of the states that follow them does.
type joint struct {
	one   int32 // any of the ends
	count int   // how many there are
	after State // the greatest that follows
}

// jointOf returns the key of an end, if it lies on one half tick alone.
func (x *analysis) jointOf(i int32) (jointKey, bool) {
	c := &x.changes[i]
	if !c.falls() || c.first() < c.last() {
		return jointKey{}, false
	}
	return jointKey{c.first(), x.changes[c.Start].State}, true
}

// jointEnds gathers the ends that happen at once.
func (x *analysis) jointEnds() map[jointKey]joint {
	ends := map[jointKey]joint{}
	for i := range x.changes {
		if key, ok := x.jointOf(int32(i)); ok {
			j := ends[key]
			ends[key] = joint{int32(i), j.count + 1, max(j.after, x.changes[i].State)}
		}
	}
	return ends
}

// endAtOnce reports whether two changes are ends that lie on one half tick alone.
func endAtOnce(c, e *Change) bool {
	return c.falls() && e.falls() && c.first() == c.last() && c.first() == e.first() && c.first() == e.last()
}

// endsWithAnother reports whether another end of the same state happens at once
// with an end, so that it can be the one that counts.
func (x *analysis) endsWithAnother(i int32) bool {
	key, ok := x.jointOf(i)
	return ok && x.joint[key].count > 1
}

// follows returns the state that follows an end where nothing else goes on.
func (x *analysis) follows(i int32) State {
	if key, ok := x.jointOf(i); ok {
		return x.joint[key].after
	}
	return x.changes[i].State
}

// end returns what an end, with those that happen at once, makes of some states.
func (x *analysis) end(i int32, found States) States {
	key, ok := x.jointOf(i)
	if !ok {
		if own := x.worksOn(i); found&own != 0 {
			found = found&^own | x.fallback[i]
		}
		return found
	}
	after := found
	for s := range (found &^ Of(0)).All() {
		if key.state = s; x.joint[key].count > 0 {
			after &^= Of(s)
		}
	}
	for s := range (found &^ after &^ Of(0)).All() {
		key.state = s
		after |= x.fallback[x.joint[key].one]
	}
	return after
}

// fallbacks returns for every end what the state can fall back to where it is
// that of its start: the strongest of what else goes on, or what follows where
// nothing does.
func (x *analysis) fallbacks() []States {
	list := make([]States, len(x.changes))
	going, lasting := x.goingByState()
	for i := range x.changes {
		c := &x.changes[i]
		if !c.falls() {
			continue
		}
		own := x.changes[c.Start].State
		var possibly, surely States
		for s := range lasting.All() {
			others := going[s].count(c.first(), c.last())
			if s == own && c.first() < c.last() {
				others-- // itself
			}
			if others > 0 {
				possibly |= Of(s)
			}
			if going[s].surely(c.first(), c.last()) {
				surely |= Of(s)
			}
		}
		list[i] = States(x.gives.CanRule(uint64(Of(own)), uint64(possibly), uint64(surely)))
		if surely == 0 {
			list[i] |= Of(x.follows(int32(i)))
		}
	}
	return list
}

// going is when what lasts goes on, of one state: the half ticks at which each
// can have begun, and the last ones at which each can still go on, ascending; and
// from when some surely does, with how long, ascending.
type going struct {
	begin, end  []int64
	from, until []int64
}

// count returns how many can go on at some half tick from first to last.
func (g *going) count(first, last int64) int {
	over, _ := slices.BinarySearch(g.end, first)
	return upTo(g.begin, last) - over
}

// surely reports whether one surely goes on from first to past last.
func (g *going) surely(first, last int64) bool {
	i := upTo(g.from, first)
	return i > 0 && (g.until[i-1] > last || g.until[i-1] == span.PosInf)
}

// goingByState returns when what lasts goes on, by state, and the states.
func (x *analysis) goingByState() (by [MaxStates]going, states States) {
	for _, i := range x.byLast {
		c := &x.changes[i]
		if !c.Lasts || c.IsEnd {
			continue
		}
		states |= Of(c.State)
		last, until := span.PosInf, span.PosInf
		if c.End != None {
			last, until = x.changes[c.End].last(), x.changes[c.End].first()
			if last == span.NegInf {
				continue
			}
			last--
		}
		g := &by[c.State]
		g.begin, g.end = append(g.begin, c.first()), append(g.end, last)
		if n := len(g.until); n > 0 {
			until = max(until, g.until[n-1])
		}
		g.from, g.until = append(g.from, c.last()), append(g.until, until)
	}
	for s := range states.All() {
		slices.Sort(by[s].begin)
		slices.Sort(by[s].end)
	}
	return by, states
}

// surelyGoingOn returns the half ticks at which something surely goes on, as a
// domain whose ranges do not meet.
func (x *analysis) surelyGoingOn() []span.Range {
	var list []span.Range
	for i := range x.changes {
		c := &x.changes[i]
		if c.IsEnd || !c.Lasts {
			continue
		}
		r := span.Range{First: c.last(), Last: span.PosInf}
		if c.End != None {
			r.Last = before(x.changes[c.End].first())
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

// pastGoingOn returns the first half tick from t on at which nothing surely goes
// on.
func (x *analysis) pastGoingOn(t int64) int64 {
	i, _ := slices.BinarySearchFunc(x.surely, t, func(r span.Range, t int64) int { return cmp.Compare(r.Last, t) })
	switch {
	case i == len(x.surely) || x.surely[i].First > t:
		return t
	case x.surely[i].Last == span.PosInf:
		return span.PosInf
	}
	return x.surely[i].Last + 1
}
