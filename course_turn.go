package dispute

import (
	"math"
	"slices"
)

// turnings returns the changes that can take effect.
func (x *effects) turnings() []turning {
	var firsts, lasts []int64
	for i := range x.changes {
		c := &x.changes[i]
		firsts, lasts = append(firsts, x.dayOf(c, c.first())), append(lasts, x.dayOf(c, c.last()))
	}
	slices.Sort(firsts)
	slices.Sort(lasts)
	var list []turning
	for i := range x.changes {
		if x.idle(int32(i)) {
			continue
		}
		c := &x.changes[i]
		t := turning{change: int32(i), ruling: c.ruling, states: x.shown(bit(c.state)), first: x.dayOf(c, c.first()), last: x.dayOf(c, c.last()), sure: x.sure(int32(i))}
		if c.isEnd {
			t.states = x.falls[i] &^ bit(x.changes[c.start].state)
			t.preceded = x.sure(c.start)
		} else if c.end != none {
			t.followed = x.sure(c.end)
		}
		begun, _ := slices.BinarySearch(firsts, next(t.last))
		over, _ := slices.BinarySearch(lasts, t.first)
		own := 1
		if c.end != none && x.dayOf(&x.changes[c.end], x.changes[c.end].first()) <= t.last {
			own++
		}
		t.alone = begun-over == own && t.last != math.MaxInt64
		for _, e := range x.effective(nil, int32(i), false) {
			t.days = append(t.days, run{first: x.dayOf(c, e.First), last: x.dayOf(c, e.Last)})
		}
		r := ruler{runs: t.days}
		r.unite()
		if t.days = r.runs; t.days != nil {
			list = append(list, t)
		}
	}
	return list
}

// turnings returns the beginning and the end of a holding.
func (h *holding) turnings(kind uint64) []turning {
	c := &h.cover
	earliest, latest := c.possible[0].first, c.possible[len(c.possible)-1].last
	begin := turning{change: none, ruling: h.ruling, states: kind, first: earliest, last: latest, sure: true}
	if !h.ruling.When.Last.IsZero() {
		begin.last = h.ruling.When.Last.Number()
	}
	begin.days = []run{{first: begin.first, last: begin.last}}
	list := []turning{begin}
	surely := c.certain.first <= c.certain.last
	if !surely || c.certain.last != math.MaxInt64 {
		end := turning{change: none, ruling: h.ruling, states: kind, first: next(earliest), last: next(latest), sure: latest != math.MaxInt64, ceases: true}
		if surely {
			end.first = next(c.certain.last)
		}
		end.ruling.End = true
		end.ruling.When = dayRange(end.first, end.last)
		end.days = []run{{first: end.first, last: end.last}}
		list = append(list, end)
	}
	return list
}

// turnings returns the changes of a strand that can take effect.
func (s *strand) turnings() []turning {
	var list []turning
	if s.effects != nil {
		list = s.effects.turnings()
	}
	for i := range s.holdings {
		list = append(list, s.holdings[i].turnings(bit(s.kind))...)
	}
	if len(s.holdings) > 1 || len(s.holdings) > 0 && s.effects != nil {
		for i := range list { // what else holds the kind can keep it from changing anything
			list[i].sure = false
		}
	}
	return list
}

// A turning is a change that can take effect, in day numbers.
type turning struct {
	change int32 // none for what makes a kind hold as long as it goes on
	ruling Ruling
	states uint64 // that it can bring
	days   []run  // on which it can take effect, ascending
	// first and last bound when it lies in time, if it takes effect or not.
	first, last int64
	sure        bool // it takes effect in every placement
	alone       bool // nothing else can lie on its days
	ceases      bool
	// The beginning of an end surely takes effect before it, or the end of a
	// beginning after it.
	preceded, followed bool
}
