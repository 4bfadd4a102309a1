package course

import (
	"cmp"
	"math"
	"slices"
)

// number returns the number in the strand of a change of the analysis; None for
// one that only presupposes.
func (p *phase) number(i int32) int32 {
	switch {
	case p.of == nil:
		return i
	case p.changes[i].inert:
		return None
	}
	return p.of[i]
}

// lies reports whether a change can lie on days of the phase.
func (p *phase) lies(i int32) bool { return p.lie(&p.changes[i], p.changes[i].Days()) }

// lie reports whether a change that takes effect on some days lies on days of the
// phase. An end does on the day before it shows.
func (p *phase) lie(c *Change, days Days) bool {
	if c.IsEnd {
		days = Days{dayBefore(days.First), dayBefore(days.Last)}
	}
	return meets(p.days, days)
}

func dayBefore(day int64) int64 {
	if day == math.MinInt64 || day == math.MaxInt64 {
		return day
	}
	return day - 1
}

// A composer puts the answers of the choices together.
type composer struct {
	*passer
	strand           *Strand
	segments         []Segment
	rulers, premises []Ruler  // by change
	found            []States // by change that can take effect in none: what it can find
	takes            []bool   // by change: it can take effect
	pieces           int      // how many more days rulers can be cut to
	any, presupposed States   // of all changes; of those that can be the first
}

// compose solves each choice, and takes from it what holds on its days. Where
// that would be too much work, any state is possible.
func (w *passer) compose() *Strand {
	n := len(w.changes)
	x := composer{passer: w, strand: &Strand{changes: w.changes, passes: true, blunt: Days{math.MaxInt64, math.MinInt64}},
		rulers: make([]Ruler, n), premises: make([]Ruler, n), found: make([]States, n), takes: make([]bool, n), pieces: w.bounds.cuts + 8*n}
	x.any = x.strand.anyState()
	for i := range x.changes {
		if c := &x.changes[i]; !c.IsEnd && c.first() <= x.begunBy {
			x.presupposed |= c.Premise
		}
	}
	work := w.work()
	for i := range w.choices {
		c := &w.choices[i]
		if work -= w.size(c); c.blunt || work < 0 {
			x.leaveOpen(c.days)
			continue
		}
		list, of := w.counting(c)
		s := solve(list, w.links, w.gives, w.bounds.of(len(list)))
		x.take(s, phase{s.phases[0].analysis, of, c.days})
	}
	return x.done()
}

// leaveOpen says that any state is possible on some days, by any change.
func (x *composer) leaveOpen(days []Days) {
	for _, d := range days {
		x.segments = append(x.segments, Segment{Days: d, Possible: x.any, Presupposed: x.presupposed})
		x.strand.blunt = Days{min(x.strand.blunt.First, d.First), max(x.strand.blunt.Last, d.Last)}
	}
}

// take takes in the answer of a phase.
func (x *composer) take(s *Strand, p phase) {
	x.strand.phases = append(x.strand.phases, p)
	for _, d := range p.days {
		x.segments = append(x.segments, s.Between(d)...)
	}
	for i := range s.Rulers {
		r := &s.Rulers[i]
		x.keep(&x.rulers[p.of[r.Change]], r, p.days)
	}
	for i := range s.Premises {
		r := &s.Premises[i]
		n := p.of[r.Change]
		if c := &x.changes[n]; c.IsEnd && c.Passes {
			n = c.Start
		}
		x.keep(&x.premises[n], r, p.days)
	}
	for i := range p.changes {
		i := int32(i)
		if n := p.number(i); n != None && p.lies(i) {
			x.found[n] |= p.unsplit(p.found[i])
			fits := cmp.Or(p.changes[i].Fits, p.worksOn(i))
			x.takes[n] = x.takes[n] || p.found[i]&fits != 0
		}
	}
}

// keep adds to a ruler of the strand what it is of some days of a phase.
func (x *composer) keep(to, r *Ruler, days []Days) {
	to.States |= r.States
	for _, d := range r.Days {
		at := firstOf(days, d.First)
		if len(days)-at > x.pieces {
			to.Days = append(to.Days, d) // some too many are sound
			continue
		}
		for ; at < len(days) && days[at].First <= d.Last; at++ {
			to.Days = append(to.Days, d.cut(days[at]))
			x.pieces--
		}
	}
}

// done puts all that was taken in in order.
func (x *composer) done() *Strand {
	s := x.strand
	slices.SortFunc(x.segments, func(a, b Segment) int { return cmp.Compare(a.First, b.First) })
	for _, seg := range x.segments {
		if x.resets { // what is presupposed was not looked at
			seg.Presupposed |= seg.Possible & x.presupposed
		}
		s.Segments = appendSegment(s.Segments, seg)
	}
	for i := range x.changes {
		c := &x.changes[i]
		r := &x.rulers[i]
		if days := x.overlooked(c); !days.empty() {
			r.States, r.Days = r.States|Of(c.State), append(r.Days, days)
			x.takes[i] = x.takes[i] || !days.cut(s.blunt).empty()
		}
		s.Rulers = appendRuler(s.Rulers, int32(i), r)
		s.Premises = appendRuler(s.Premises, int32(i), &x.premises[i])
		if !c.Lasts && !(c.IsEnd && c.Passes) && !x.takes[i] {
			s.Gaps = append(s.Gaps, Gap{int32(i), c.State, x.found[i]})
		}
	}
	return s
}

// overlooked returns the days on which a change may rule and was not looked at.
func (x *composer) overlooked(c *Change) Days {
	days := Days{c.Days().First, everyDay.Last}
	switch {
	case c.IsEnd && c.Passes:
		return Days{First: 1}
	case c.Passes:
		days.Last = dayBefore(x.changes[c.End].Days().Last)
	}
	if x.resets {
		return days
	}
	return days.cut(x.strand.blunt)
}

func appendRuler(list []Ruler, change int32, r *Ruler) []Ruler {
	if len(r.Days) == 0 {
		return list
	}
	return append(list, Ruler{change, r.States, Unite(r.Days)})
}

// turningsOfPhases returns the changes that can take effect, by change, where
// some pass. One surely does if it does in every phase in which it can lie.
func (s *Strand) turningsOfPhases() []Turning {
	by := make([]Turning, len(s.changes))
	fails := make([]bool, len(s.changes)) // in some phase it can lie and need not take effect
	for i := range s.phases {
		p := &s.phases[i]
		p.turnInto(by, fails)
	}
	s.turnBack(by, fails)
	crowd := crowdOf(s.changes)
	var list []Turning
	for i := range by {
		t, c := &by[i], &s.changes[i]
		t.Change, t.Bounds = int32(i), c.Days()
		if blunt := t.Bounds.cut(s.blunt); !blunt.empty() {
			t.Days, fails[i] = append(t.Days, t.Bounds), true
			if t.States |= Of(c.State); c.IsEnd {
				t.States = s.anyState()
			}
		}
		if len(t.Days) == 0 || t.States == 0 {
			continue
		}
		t.Days = Unite(t.Days)
		t.Alone = crowd.alone(c, t.Bounds)
		t.Sure = !fails[i]
		list = append(list, *t)
	}
	return list
}

// turnInto adds what the changes of a phase can do on its days.
func (p *phase) turnInto(by []Turning, fails []bool) {
	for i := range p.changes {
		n := p.number(int32(i))
		if n != None && (p.idle(int32(i)) || !p.sure(int32(i))) && p.lies(int32(i)) {
			fails[n] = true
		}
	}
	for _, t := range p.turnings() {
		n := p.number(t.Change)
		if n == None {
			continue
		}
		for _, d := range t.Days {
			if p.lie(&p.changes[t.Change], d) {
				by[n].Days, by[n].States = append(by[n].Days, d), by[n].States|t.States
			}
		}
	}
}

// anyState returns all states that anything brings or presupposes.
func (s *Strand) anyState() States {
	all := States(0)
	for i := range s.changes {
		all |= Of(s.changes[i].State) | s.changes[i].Premise
	}
	return all
}

// turnBack adds what the ends of what passes can do: they bring back what would
// be. One surely does if nothing else can lie on its day, and it is known what
// holds before and after.
func (s *Strand) turnBack(by []Turning, fails []bool) {
	crowd, all := crowdOf(s.changes), s.anyState()
	for i := range s.changes {
		c := &s.changes[i]
		if !c.IsEnd || !c.Passes {
			continue
		}
		ends := c.Days() // the days after
		by[i].States, by[i].Days, fails[i] = all, []Days{ends}, true
		if ends.First != ends.Last || !crowd.alone(c, ends) {
			continue
		}
		was, is := s.At(ends.First-1).Possible, s.At(ends.First).Possible
		if by[i].States = is; was.One() {
			by[i].States &^= was
		}
		fails[i] = !was.One() || !is.One()
	}
}
