package dispute

import (
	"cmp"
	"iter"
	"math"
	"math/bits"
	"slices"

	"github.com/dispute-go/dispute/edtf"
)

// A Turn is a change of a relation that can have taken effect: an event or
// claim that begins, or the end of one that lasts, and the state it brings.
type Turn struct {
	Pair
	// Ruling is what brings the state. Its Days are those on which it can take
	// effect, here and not otherwise: what begins later on the same day can
	// hide it from [Relation.On].
	Ruling
	// State is what it brings. A change that can bring several has a Turn for
	// each.
	State   State   `json:"state"`
	Against ActorID `json:"against,omitzero"`
	// Ceases says that State ends with it, on cooperation and support.
	Ceases bool `json:"ceases,omitzero"`
	// Certainty tells what was asked for: that it takes effect between two
	// days, that it is the first change, or the last.
	Certainty Certainty `json:"certainty"`
	// Reasons are those of the whole answer, which all its turns share. They
	// must not be modified.
	Reasons Reasons `json:"reasons"`
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

// sure reports whether a change takes effect in every placement.
func (x *effects) sure(i int32) bool {
	c := &x.changes[i]
	if !c.isEnd {
		return x.found[i]&c.leaves == 0
	}
	own := bit(x.changes[c.start].state)
	return x.found[i] == own && x.falls[i]&own == 0 && !x.shared(i)
}

// dayOf returns the day from which a change takes effect that lies on a half
// tick.
func (x *effects) dayOf(c *change, t int64) int64 {
	if c.isEnd {
		return next(halfDay(t))
	}
	return halfDay(t)
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

// turns returns the turns that pick takes, in order.
func (r Relation) turns(fact string, turnings [][]turning, pick func(t *turning) ([]run, Certainty)) []Turn {
	var list []Turn
	for i := range turnings {
		s := &r.on.strands[i]
		for j := range turnings[i] {
			t := &turnings[i][j]
			days, c := pick(t)
			if c == Excluded {
				continue
			}
			if bits.OnesCount64(t.states) > 1 {
				c = Possible
			}
			for m := t.states; m != 0; m &= m - 1 {
				turn := Turn{Pair: r.pair, Ruling: t.ruling, State: State(bits.TrailingZeros64(m)), Against: r.on.v.actorID(s.against), Certainty: c, Ceases: t.ceases}
				if r.pair.Track.Concurrent() && turn.State == StateNone {
					turn.State, turn.Ceases = s.kind, true // the change that ends it brings nothing
				}
				turn.Days = dayRange(days[0].first, days[len(days)-1].last)
				list = append(list, turn)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Turn) int {
		return cmp.Or(a.Days.First.Compare(b.Days.First), a.Days.compareLast(b.Days), cmp.Compare(a.Event, b.Event),
			cmp.Compare(a.Claim, b.Claim), compareFlags(a.End, b.End), cmp.Compare(a.State, b.State), cmp.Compare(a.Against, b.Against))
	})
	if len(list) > 0 {
		reasons := r.on.reasons(fact)
		for i := range list {
			list[i].Reasons = reasons
		}
	}
	return list
}

// compareLast orders by last day, one without an end after all others, and what
// lies before all days before them.
func (r DayRange) compareLast(o DayRange) int {
	unbounded := func(r DayRange) bool { return r.Last.IsZero() && !r.Open }
	return cmp.Or(compareFlags(unbounded(r), unbounded(o)), r.Last.Compare(o.Last))
}

func compareFlags(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// Changes yields what can have changed after the first day and by the second:
// ordered by the first day on which it can have taken effect, then by the
// last, then by event, claim, end and state. A change is certain if it takes
// effect between the two days in every placement of the uncertain dates. The
// zero Day leaves its side unbounded.
//
// The answer is exact on tracks where the last change wins and every change
// counts, as the last change is; else it is sound, so that none is certain or left
// out that is not.
//
// The cost is near-linear in the changes of the relation.
func (r Relation) Changes(from, to edtf.Day) iter.Seq[Turn] {
	first, last := int64(math.MinInt64), int64(math.MaxInt64)
	if !from.IsZero() {
		first = clampDay(from.Number()) + 1
	}
	if !to.IsZero() {
		last = clampDay(to.Number())
	}
	return func(yield func(Turn) bool) {
		list := r.turns("changes", r.turnings(), func(t *turning) ([]run, Certainty) {
			days := runsWithin(t.days, first, last)
			switch {
			case days == nil:
				return nil, Excluded
			case t.sure && first <= t.first && t.last <= last:
				return days, Certain
			}
			return days, Possible
		})
		for _, t := range list {
			if !yield(t) {
				return
			}
		}
	}
}

// runsWithin returns the days from first to last.
func runsWithin(days []run, first, last int64) []run {
	var list []run
	for _, x := range days {
		if x.first, x.last = max(x.first, first), min(x.last, last); x.first <= x.last {
			list = append(list, x)
		}
	}
	return list
}

// FirstChange returns the changes that can have been the first to take effect,
// and LastChange those that can have been the last, in the order of
// [Relation.Changes]; no changes leave nothing. Where there is only one, it is
// certain. On cooperation and support they are those of all kinds together.
//
// On tracks where the last change wins the first change is exact, with one-of
// sets and with links, and so is the last where every change counts: where none
// depends on the state it finds and nothing that lasts ends. Else, and where
// hundreds of changes overlap, the answer is sound: none that can be the first,
// or the last, is left out.
func (r Relation) FirstChange() []Turn {
	turnings := r.turnings()
	if r.on != nil && len(turnings) == 1 && !r.pair.Track.Concurrent() {
		x := r.on.strands[0].effects
		return r.outermost("first change", turnings, func(t *turning) []run {
			if !x.first[t.change] {
				return nil
			}
			return runsWithin(t.days, math.MinInt64, halfDay(x.least))
		})
	}
	surely := int64(math.MaxInt64) // the day by which one has taken effect
	for t := range sureOf(turnings) {
		surely = min(surely, t.last)
	}
	return r.outermost("first change", turnings, func(t *turning) []run {
		if t.preceded {
			return nil
		}
		return runsWithin(t.days, math.MinInt64, surely)
	})
}

// LastChange returns the changes that can have been the last to take effect:
// see [Relation.FirstChange].
func (r Relation) LastChange() []Turn {
	turnings := r.turnings()
	if r.on != nil && len(turnings) == 1 && !r.pair.Track.Concurrent() {
		s := &r.on.strands[0]
		if s.effects.closing == nil {
			days := s.effects.lastDays()
			return r.outermost("last change", turnings, func(t *turning) []run { return days[t.change] })
		}
		end := s.segments[len(s.segments)-1].possible // what the last change brings still holds
		for i := range turnings[0] {
			turnings[0][i].states &= end
		}
	}
	surely := int64(math.MinInt64) // the day before which the last does not lie
	for t := range sureOf(turnings) {
		surely = max(surely, t.first)
	}
	return r.outermost("last change", turnings, func(t *turning) []run {
		if t.followed || t.states == 0 {
			return nil
		}
		return runsWithin(t.days, surely, math.MaxInt64)
	})
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

// turnings returns the changes that can take effect, by strand.
func (r Relation) turnings() [][]turning {
	if r.on == nil {
		return nil
	}
	list := make([][]turning, len(r.on.strands))
	for i := range list {
		list[i] = r.on.strands[i].turnings()
	}
	return list
}

// alone returns, by strand and in the order of time, the changes that surely
// take effect on days on which nothing else can: what they bring is the state at
// the end of the day.
func (r Relation) alone() [][]turning {
	list := r.turnings()
	for i := range list {
		list[i] = slices.DeleteFunc(list[i], func(t turning) bool {
			return !t.sure || !t.alone || bits.OnesCount64(t.states) != 1 || r.pair.Track.Concurrent()
		})
		slices.SortFunc(list[i], func(a, b turning) int { return compare(a.first, b.first) })
	}
	return list
}

// sureOf yields the changes that take effect in every placement.
func sureOf(turnings [][]turning) iter.Seq[*turning] {
	return func(yield func(*turning) bool) {
		for _, list := range turnings {
			for i := range list {
				if list[i].sure && !yield(&list[i]) {
					return
				}
			}
		}
	}
}

func (r Relation) outermost(fact string, turnings [][]turning, when func(*turning) []run) []Turn {
	list := r.turns(fact, turnings, func(t *turning) ([]run, Certainty) {
		if days := when(t); days != nil {
			return days, Possible
		}
		return nil, Excluded
	})
	if len(list) == 1 {
		// Where the last change wins, the first on file always takes effect.
		surely := !r.pair.Track.Concurrent()
		for range sureOf(turnings) {
			surely = true
			break
		}
		if surely {
			list[0].Certainty = Certain
		}
	}
	return list
}
