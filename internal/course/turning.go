package course

import (
	"cmp"
	"math"
	"slices"

	"github.com/dispute-go/dispute/internal/ticks"
)

// A Turning is a change that can take effect, or the beginning or the end of a
// cover.
type Turning struct {
	Change int32
	States States // that it can bring
	Days   []Days // on which it can take effect: ascending, none meeting the next
	// Bounds are the days between which it lies, whether it takes effect or not.
	Bounds    Days
	Sure      bool // it takes effect in every placement
	Alone     bool // nothing else can lie within its bounds
	EndsCover bool // it is the end of a cover, which brings nothing: States cease
	// Of an end, that its start surely takes effect before it; of a start, that
	// its end surely does after it.
	preceded, followed bool
}

// Within returns the days among some on which the turning can take effect, nil
// if there are none, and whether it surely takes effect on these days.
func (t *Turning) Within(days Days) (found []Days, sure bool) {
	found = daysWithin(t.Days, days)
	return found, found != nil && t.Sure && t.Bounds.cut(days) == t.Bounds
}

// Turnings returns the changes of the strand that can take effect, by change, and
// then the beginning and the end of each cover.
func (s *Strand) Turnings() []Turning {
	var list []Turning
	switch {
	case s.passes:
		list = s.turningsOfPhases()
	case len(s.phases) > 0:
		list = s.phases[0].turnings()
	}
	for i := range s.covers {
		list = s.covers[i].appendTurnings(list, s.first+int32(i), Of(s.kind))
	}
	if len(s.covers) > 1 || len(s.covers) > 0 && len(s.phases) > 0 {
		for i := range list { // what else makes the kind hold can keep it from changing anything
			list[i].Sure = false
		}
	}
	return list
}

func (x *analysis) turnings() []Turning {
	c := crowdOf(x.changes)
	var list []Turning
	var entries []entry
	for i := range x.changes {
		if x.idle(int32(i)) {
			continue
		}
		entries = x.appendEntries(entries[:0], int32(i), false)
		if t := x.turning(int32(i), entries); t.Days != nil {
			t.Alone = c.alone(&x.changes[i], t.Bounds)
			list = append(list, t)
		}
	}
	return list
}

// turning returns what a change brings where it enters.
func (x *analysis) turning(i int32, entries []entry) Turning {
	c := &x.changes[i]
	t := Turning{Change: i, States: x.unsplit(Of(c.State)), Bounds: c.Days(), Sure: x.sure(i)}
	switch {
	case c.IsEnd:
		if c.falls() {
			t.States = x.fallback[i] &^ x.worksOn(i)
		}
		t.preceded = x.sure(c.Start)
	case c.End != None:
		t.followed = x.sure(c.End)
	}
	for _, e := range entries {
		t.Days = append(t.Days, Days{c.dayOf(e.First), c.dayOf(e.Last)})
	}
	t.Days = Unite(t.Days)
	return t
}

// A crowd is the days of all changes.
type crowd struct {
	changes       []Change
	firsts, lasts []int64 // ascending
}

func crowdOf(changes []Change) crowd {
	c := crowd{changes: changes}
	for i := range changes {
		d := changes[i].Days()
		c.firsts, c.lasts = append(c.firsts, d.First), append(c.lasts, d.Last)
	}
	slices.Sort(c.firsts)
	slices.Sort(c.lasts)
	return c
}

// alone reports whether nothing can lie on the days of a change but itself and,
// where that comes so early, its end.
func (c *crowd) alone(x *Change, days Days) bool {
	begun, _ := slices.BinarySearch(c.firsts, ticks.NextDay(days.Last))
	over, _ := slices.BinarySearch(c.lasts, days.First)
	own := 1
	if x.End != None && c.changes[x.End].Days().First <= days.Last {
		own++
	}
	return begun-over == own && days.Last != math.MaxInt64
}

// appendTurnings adds the beginning and the end of a cover that makes a kind
// hold.
func (c *Cover) appendTurnings(list []Turning, number int32, kind States) []Turning {
	all := c.Extent()
	begins := all
	if last := c.Begins.Last; last != math.MinInt64 && last != math.MaxInt64 {
		begins.Last = last
	}
	list = append(list, Turning{Change: number, States: kind, Days: []Days{begins}, Bounds: begins, Sure: true})
	if !c.Certain.empty() && c.Certain.Last == math.MaxInt64 {
		return list // it never ends
	}
	ends := Days{ticks.NextDay(all.First), ticks.NextDay(all.Last)}
	if !c.Certain.empty() {
		ends.First = ticks.NextDay(c.Certain.Last)
	}
	return append(list, Turning{Change: number, States: kind, Days: []Days{ends}, Bounds: ends, Sure: all.Last != math.MaxInt64, EndsCover: true})
}

// AloneAndSure returns, in the order of time, the changes that surely take effect
// on days on which nothing else can lie, so that what they bring is the state at
// the end of the day.
func (s *Strand) AloneAndSure() []Turning {
	list := slices.DeleteFunc(s.Turnings(), func(t Turning) bool { return !t.Sure || !t.Alone || !t.States.One() })
	slices.SortStableFunc(list, func(a, b Turning) int { return cmp.Compare(a.Bounds.First, b.Bounds.First) })
	return list
}

// Within returns the states that are possible on some day of a few, those that
// surely hold on one and the same of them, and those that can be presupposed
// there. Of a kind, certain is only what is so on one of the days. alone is what
// [Strand.AloneAndSure] returns.
func (s *Strand) Within(days Days, alone []Turning) Segment {
	sum := Segment{Days: days}
	for _, x := range from(s.Segments, days.First) {
		if x.First > days.Last {
			break
		}
		sum.Possible |= x.Possible
		sum.Certain |= x.Certain
		sum.Presupposed |= x.Presupposed
	}
	if s.kind != 0 {
		return sum
	}
	if sum.Possible.One() {
		sum.Certain = sum.Possible
	}
	at, _ := slices.BinarySearchFunc(alone, days.First, func(t Turning, day int64) int { return cmp.Compare(t.Bounds.First, day) })
	for _, t := range alone[at:] {
		if t.Bounds.First > days.Last {
			break
		}
		if t.Bounds.Last <= days.Last {
			sum.Certain |= t.States & sum.Possible
		}
	}
	return sum
}
