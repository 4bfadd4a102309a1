package course

import (
	"slices"

	"github.com/dispute-go/dispute/internal/span"
	"github.com/dispute-go/dispute/internal/ticks"
)

// A Ruler is a change, or a cover of a kind, that a state can rest on.
type Ruler struct {
	Change int32
	States States // that it can bring
	Days   []Days // on which it can be what the state rests on: ascending, none meeting the next
}

// Extent returns the days from the first to the last on which it can rule.
func (r *Ruler) Extent() Days { return extent(r.Days) }

// On reports whether it can rule on a day.
func (r *Ruler) On(day int64) bool { return hasDay(r.Days, day) }

// A ruling finds the rulers of a track.
type ruling struct {
	*analysis
	takeovers []int64
	breakers  map[States]*breakers
	cuts      int // how often days can still be cut
	entries   []entry
	asked     []askedDays
}

// rulers returns the changes that can rule, and when. A change rules from where
// it takes effect until another takes effect on its states, and what lasts no
// longer than it goes on. A change to the state that already holds takes no
// effect, so that the one before it rules on. Where what ruled ends while
// something else goes on, that rules.
func (x *analysis) rulers() []Ruler {
	list := make([]Ruler, 0, len(x.changes))
	w := ruling{analysis: x, takeovers: x.takeovers(), breakers: map[States]*breakers{}, cuts: x.bounds.cuts}
	for i := range x.changes {
		if r := w.ruler(int32(i)); len(r.Days) > 0 {
			list = append(list, r)
		}
	}
	return list
}

func (w *ruling) ruler(i int32) Ruler {
	c := &w.changes[i]
	r := Ruler{Change: i, States: Of(c.State)}
	switch {
	case c.inert:
		r.States = c.Premise
	case c.falls():
		r.States &= w.fallback[i] &^ w.worksOn(i)
	}
	w.asked = w.asked[:0]
	if until := w.until(i); w.takeovers[i] < until {
		w.asked = appendAsked(w.asked, span.Range{First: w.takeovers[i], Last: before(until)})
	}
	if w.tells(i) && r.States != 0 {
		w.fromEntries(i, r.States)
	}
	r.States = w.unsplit(r.States)
	r.Days = make([]Days, 0, len(w.asked))
	for _, a := range w.asked {
		r.Days = append(r.Days, a.Days)
	}
	r.Days = Unite(r.Days)
	return r
}

// fromEntries adds the days on which a change rules from where it takes effect.
func (w *ruling) fromEntries(i int32, states States) {
	c := &w.changes[i]
	by := w.breakers[states]
	if by == nil {
		by = w.breakersOf(states)
		w.breakers[states] = by
	}
	w.entries = w.appendEntries(w.entries[:0], i, true)
	for _, e := range w.entries {
		overtaken := by.ofAll()
		if !e.initial {
			overtaken = by.after(e.own)
		}
		last := min(before(by.followedBy[i]), before(overtaken), before(w.until(i)))
		if last < e.First {
			continue
		}
		r := span.Range{First: e.First, Last: last}
		if c.IsEnd {
			w.asked = appendAskedOfEnd(w.asked, []span.Range{e.Range}, r)
		} else {
			w.asked = appendAsked(w.asked, r)
		}
	}
	if c.IsEnd {
		w.asked = w.leaveOut(w.asked, by.closedDays)
	}
}

// until returns the half tick by which a change is surely over: what lasts
// rules no longer than it goes on.
func (x *analysis) until(i int32) int64 {
	if c := &x.changes[i]; c.Lasts && c.End != None {
		return x.changes[c.End].last()
	}
	return span.PosInf
}

// askedDays are days whose state is asked for in a run of half ticks. Inner ones
// come of an end that lies inside a range of its domain, and so stands in for
// the close before: they are not closed days, which begin with something that
// surely comes after that close.
type askedDays struct {
	Days
	inner bool
}

// appendAsked adds the days asked for in a run of half ticks.
func appendAsked(list []askedDays, r span.Range) []askedDays {
	if from, to := ticks.Asked(r.First, r.Last); from <= to {
		list = append(list, askedDays{Days: Days{from, to}})
	}
	return list
}

// appendAskedOfEnd adds the days asked for in a run of half ticks, in which an
// end with the given domain is the last change.
func appendAskedOfEnd(list []askedDays, domain []span.Range, r span.Range) []askedDays {
	add := func(first, last int64, inner bool) {
		if from, to := ticks.Asked(max(first, r.First), min(last, r.Last)); from <= to {
			list = append(list, askedDays{Days{from, to}, inner})
		}
	}
	at, _ := slices.BinarySearchFunc(domain, r.First, func(d span.Range, t int64) int {
		if d.Last < t {
			return -1
		}
		return 1
	})
	for j := max(at-1, 0); j < len(domain) && domain[j].First <= r.Last; j++ {
		own, until := domain[j], span.PosInf
		if j+1 < len(domain) {
			until = domain[j+1].First - 1
		}
		if own.First < own.Last {
			add(own.First, own.Last, true)
		}
		add(own.Last, until, false)
	}
	return list
}

// leaveOut takes closed days out of inner ones, as long as there are cuts left: a
// day too many is sound.
func (w *ruling) leaveOut(list []askedDays, closed []int64) []askedDays {
	var kept []askedDays
	for _, x := range list {
		i, _ := slices.BinarySearch(closed, x.First)
		for ; x.inner && i < len(closed) && closed[i] <= x.Last && w.cuts > 0; i++ {
			w.cuts--
			if x.First < closed[i] {
				kept = append(kept, askedDays{Days: Days{x.First, closed[i] - 1}})
			}
			x.First = closed[i] + 1
		}
		if x.First <= x.Last {
			kept = append(kept, askedDays{Days: x.Days})
		}
	}
	return kept
}
