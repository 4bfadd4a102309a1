package course

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"

	"github.com/dispute-go/dispute/internal/giveway"
	"github.com/dispute-go/dispute/internal/span"
	"github.com/dispute-go/dispute/internal/ticks"
)

// beyond is a half tick after all days. What is over on a day, and passes, can
// as well begin there.
const beyond = int64(1) << 62

// A passage is something that passes: it gives back when it ends.
type passage struct {
	start, end int32
	begins     int64 // the first day of all on which it can go on
	sure       int64 // the day from which it has surely begun
	until      int64 // the last day on which it surely goes on, if it has begun
	last       int64 // the last day of all on which it can go on
	early      bool  // it can be the first change of all
	resets     bool  // it brings its state whatever it finds
}

// How something that passes counts on a day.
const (
	asItIs  byte = iota // it goes on, or has not begun
	perhaps             // it may be over
	isOver              // it is: all that counts is what it presupposed, if it was the first
)

func (p *passage) on(day int64) byte {
	switch {
	case day <= p.until && p.until != math.MinInt64:
		return asItIs
	case day <= p.last && p.last != math.MinInt64:
		return perhaps
	}
	return isOver
}

// surely reports whether it has surely begun before a day, and goes on.
func (p *passage) surely(day int64) bool { return p.sure < day && p.on(day) == asItIs }

// A passer solves changes of which some pass. The state of a day is that of the
// changes without those that are over by then: so it solves them once for each
// choice of those that count, and takes from every answer the days of the choice.
type passer struct {
	changes []Change
	links   Links
	gives   *giveway.Table
	bounds  bounds

	passages  []passage
	stays     reaches // what does not pass, from the start to the last half tick of its end
	resetters []int32 // of what stays, those that bring their state whatever they find, by last day
	begunBy   int64   // the half tick by which something has surely begun
	resets    bool    // it leaves out what came before what resets
	choices   []choice
	byKey     map[string]int
}

// A choice is which changes count on some days.
type choice struct {
	reset    int32 // surely on a day before these: nothing that surely came before it matters; or None
	passages []int32
	modes    []byte
	days     []Days
	blunt    bool // they are too many to tell
}

func solvePassing(changes []Change, links Links, gives *giveway.Table, within bounds) *Strand {
	w := newPasser(changes, links, gives, within)
	if !w.choose(false) {
		w.choose(true)
	}
	return w.compose()
}

// work returns how many changes and choices can be looked at.
func (w *passer) work() int { return w.bounds.passing + w.bounds.passingEach*len(w.changes) }

func newPasser(changes []Change, links Links, gives *giveway.Table, within bounds) *passer {
	w := &passer{changes: changes, links: links, gives: gives, bounds: within, begunBy: span.PosInf}
	w.sortOut()
	return w
}

// resetting reports whether a start brings its state whatever it finds.
func (c *Change) resetting() bool { return !c.IsEnd && !c.Lasts && c.Barred&^Of(c.State) == 0 }

// sortOut tells what passes from what stays.
func (w *passer) sortOut() {
	for i := range w.changes {
		if c := &w.changes[i]; !c.IsEnd {
			w.begunBy = min(w.begunBy, c.last())
		}
	}
	for i := range w.changes {
		c := &w.changes[i]
		switch {
		case c.IsEnd:
		case c.Passes:
			end := &w.changes[c.End]
			w.passages = append(w.passages, passage{start: int32(i), end: c.End,
				begins: ticks.HalfDay(c.first()), sure: ticks.HalfDay(c.last()),
				until: ticks.HalfDay(end.first()), last: ticks.HalfDay(end.last()),
				early: c.first() <= w.begunBy, resets: c.resetting()})
		default:
			last := c.last()
			if c.End != None {
				last = max(last, w.changes[c.End].last())
			} else if c.Lasts {
				last = span.PosInf
			}
			w.stays.list = append(w.stays.list, reach{Range: span.Range{First: c.first(), Last: last}, change: int32(i)})
			if c.resetting() {
				w.resetters = append(w.resetters, int32(i))
			}
		}
	}
	w.stays.index()
	slices.SortStableFunc(w.resetters, func(a, b int32) int {
		return cmp.Or(cmp.Compare(w.changes[a].Days().Last, w.changes[b].Days().Last), cmp.Compare(w.changes[a].first(), w.changes[b].first()))
	})
}

// A shift is a day from which something that passes counts in another way.
type shift struct {
	day     int64
	passage int32
}

// choose goes through the days and notes which changes count when. It reports
// whether that is as much as can be solved. With resets, what surely came before
// one is left out: that takes less work, and tells less of what a state rests on.
func (w *passer) choose(resets bool) bool {
	w.resets, w.choices, w.byKey = resets, nil, map[string]int{}
	var shifts []shift
	for i := range w.passages {
		p := &w.passages[i]
		for _, day := range []int64{p.begins, ticks.NextDay(p.sure), ticks.NextDay(p.until), ticks.NextDay(p.last)} {
			if day != math.MinInt64 && day != math.MaxInt64 {
				shifts = append(shifts, shift{day, int32(i)})
			}
		}
	}
	slices.SortFunc(shifts, func(a, b shift) int { return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.passage, b.passage)) })
	live := newLiving(w)
	for at, from := 0, everyDay.First; ; {
		days := Days{from, everyDay.Last}
		if at < len(shifts) {
			days.Last = shifts[at].day - 1
		}
		if !days.empty() {
			live.advance(from)
			w.note(live.choice(from), days)
		}
		if at == len(shifts) {
			break
		}
		for from = shifts[at].day; at < len(shifts) && shifts[at].day == from; at++ {
			live.shift(shifts[at].passage, from)
		}
	}
	size := 0
	for i := range w.choices {
		size += w.size(&w.choices[i])
	}
	return size <= w.work() && live.work >= 0
}

// note notes that a choice counts on some days, later than those noted before.
func (w *passer) note(c choice, days Days) {
	key := binary.AppendVarint(nil, int64(c.reset))
	if c.blunt {
		key = []byte("blunt")
	}
	for i, p := range c.passages {
		key = append(binary.AppendVarint(key, int64(p)), c.modes[i])
	}
	at, known := w.byKey[string(key)]
	if !known {
		at = len(w.choices)
		w.byKey[string(key)] = at
		w.choices = append(w.choices, c)
	}
	w.choices[at].days = append(w.choices[at].days, days)
}

// size returns at most how many changes a choice has.
func (w *passer) size(c *choice) int { return w.stays.count(w.window(c)) + 2*len(c.passages) }

// window returns the half ticks in which what stays matters to a choice.
func (w *passer) window(c *choice) span.Range {
	r := span.Range{First: span.NegInf, Last: span.PosInf}
	if last := c.days[len(c.days)-1].Last; last != math.MaxInt64 {
		r.Last = ticks.Close(last)
	}
	if c.reset == None {
		if w.begunBy != span.PosInf {
			r.Last = max(r.Last, w.begunBy) // what can be the first presupposes something
		} else {
			r.Last = span.PosInf
		}
		return r
	}
	r.First = w.changes[c.reset].first()
	return r
}

// counting returns the changes that count in a choice, and their numbers.
func (w *passer) counting(c *choice) (list []Change, of []int32) {
	window := w.window(c)
	w.stays.meeting(window, func(r reach) { of = append(of, r.change) })
	slices.Sort(of)
	list = make([]Change, 0, 2*(len(of)+len(c.passages)))
	for _, i := range of {
		list = append(list, w.changes[i])
		list[len(list)-1].End = None
	}
	for at, n := 0, len(of); at < n; at++ {
		if end := w.changes[of[at]].End; end != None {
			list[at].End = int32(len(list))
			list, of = append(list, w.changes[end]), append(of, end)
			list[len(list)-1].Start = int32(at)
		}
	}
	for i, n := range c.passages {
		p := &w.passages[n]
		x := w.changes[p.start]
		x.Passes, x.End = false, None
		if c.modes[i] != asItIs && p.early && c.reset == None {
			list, of = append(list, x.presupposing()), append(of, p.end)
		}
		if c.modes[i] == isOver {
			continue
		}
		if c.modes[i] == perhaps && x.last() < beyond {
			// Where it is over, its links put nothing after it.
			x.Place, x.Domain = None, append(slices.Clone(x.Domain), span.Range{First: beyond, Last: beyond})
		}
		list, of = append(list, x), append(of, p.start)
	}
	return list, of
}

// presupposing returns a change that does nothing but presuppose what c does, if
// it is the first.
func (c Change) presupposing() Change {
	c.State, c.Barred, c.Fits, c.inert = c.Premise.Least(), ^States(0), ^States(0), true
	return c
}
