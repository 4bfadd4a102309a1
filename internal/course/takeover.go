package course

import (
	"cmp"
	"container/heap"

	"github.com/dispute-go/dispute/internal/span"
)

// takeovers returns, by change, the half tick from which it can rule because it
// goes on while what ruled ends; unbounded where it cannot.
func (x *analysis) takeovers() []int64 {
	t := takeover{analysis: x, from: make([]int64, len(x.changes))}
	for i := range t.from {
		t.from[i] = span.PosInf
	}
	for s := range t.open {
		t.open[s] = span.NegInf
	}
	t.plan()
	for len(t.agenda) > 0 {
		if m := heap.Pop(&t.agenda).(moment); x.changes[m.change].IsEnd {
			t.end(m)
		} else {
			t.begin(m)
		}
	}
	return t.from
}

// A takeover goes through the moments at which something may begin or end, in
// the order of time.
type takeover struct {
	*analysis
	from    []int64 // what takeovers returns
	agenda  agenda
	waiting [MaxStates][]int32 // by state: what has begun and not yet taken over
	open    [MaxStates]int64   // by state: the last half tick at which something may end and fall back to it
}

// plan puts on the agenda every start of what lasts, and each of its ends that can
// matter: where the start takes effect, or the end does by itself. Where states
// are brought by what lasts alone, an end whose start takes no effect has none
// either, unless the start takes over; then [takeover.take] adds the end.
func (t *takeover) plan() {
	alone := t.statesOfLastingAlone()
	for i := range t.changes {
		c := &t.changes[i]
		if c.IsEnd || !c.Lasts {
			continue
		}
		t.agenda = append(t.agenda, moment{c.first(), int32(i)})
		if c.End != None && (!t.idle(int32(i)) || !alone && !t.idle(c.End)) {
			t.agenda = append(t.agenda, moment{t.changes[c.End].first(), c.End})
		}
	}
	heap.Init(&t.agenda)
}

// statesOfLastingAlone reports whether nothing stays, and no start brings a state
// that is a premise or follows an end.
func (x *analysis) statesOfLastingAlone() bool {
	var starts, others States
	for i := range x.changes {
		c := &x.changes[i]
		if !c.Lasts {
			return false
		}
		if others |= c.Premise; c.IsEnd {
			others |= Of(c.State)
		} else {
			starts |= Of(c.State)
		}
	}
	return starts&others == 0
}

// begin handles a start: it takes over at once where something that falls back to
// its state may still be ending, and waits otherwise.
func (t *takeover) begin(m moment) {
	s := t.changes[m.change].State
	if t.open[s] >= m.at {
		t.take(m.change, m.at)
	} else {
		t.waiting[s] = append(t.waiting[s], m.change)
	}
}

// end handles an end: whatever waits takes over, if its state is one that the end
// can fall back to, and if it is not surely over by then. Only the start that
// belongs to the end goes on waiting.
func (t *takeover) end(m moment) {
	c := &t.changes[m.change]
	for s := range t.fallback[m.change].All() {
		t.open[s] = max(t.open[s], c.last())
		list := t.waiting[s]
		t.waiting[s] = nil
		for _, i := range list {
			switch {
			case i == c.Start:
				t.waiting[s] = append(t.waiting[s], i)
			case t.from[i] == span.PosInf && t.until(i) > m.at:
				t.take(i, m.at)
			}
		}
	}
}

// take lets a start rule from a half tick on, and puts its end on the agenda,
// which matters now.
func (t *takeover) take(i int32, at int64) {
	t.from[i] = at
	if end := t.changes[i].End; end != None {
		heap.Push(&t.agenda, moment{max(at, t.changes[end].first()), end})
	}
}

// A moment is where something may begin or end.
type moment struct {
	at     int64
	change int32
}

// An agenda is a heap of moments, the first in time on top.
type agenda []moment

func (a agenda) Len() int { return len(a) }

func (a agenda) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(a[i].at, a[j].at), cmp.Compare(a[i].change, a[j].change)) < 0
}

func (a agenda) Swap(i, j int) { a[i], a[j] = a[j], a[i] }

func (a *agenda) Push(x any) { *a = append(*a, x.(moment)) }

func (a *agenda) Pop() any {
	last := len(*a) - 1
	m := (*a)[last]
	*a = (*a)[:last]
	return m
}
