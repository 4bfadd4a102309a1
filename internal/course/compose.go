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

// A composer puts the answers of the choices together.
type composer struct {
	*passer
	strand           *Strand
	segments         []Segment
	rulers, premises []Ruler  // by change
	found            []States // by change that can take effect in none: what it can find
	takes            []bool   // by change: it can take effect
	pieces           int      // how many more days rulers can be cut to
}

// compose solves each choice, and takes from it what holds on its days. Where
// that would be too much work, any state is possible.
func (w *passer) compose() *Strand {
	n := len(w.changes)
	x := composer{passer: w, strand: &Strand{changes: w.changes, passes: true, blunt: Days{math.MaxInt64, math.MinInt64}},
		rulers: make([]Ruler, n), premises: make([]Ruler, n), found: make([]States, n), takes: make([]bool, n), pieces: w.bounds.cuts + 8*n}
	work := w.bounds.before + 64*n
	for i := range w.choices {
		c := &w.choices[i]
		if work -= w.size(c); c.blunt || work < 0 {
			x.leaveOpen(c.days)
			continue
		}
		list, of := w.counting(c)
		s := solve(list, w.links, w.gives, w.bounds)
		x.take(s, phase{s.phases[0].analysis, of, c.days})
	}
	return x.done()
}

// leaveOpen says that any state is possible on some days, by any change.
func (x *composer) leaveOpen(days []Days) {
	all := States(0)
	for i := range x.changes {
		all |= Of(x.changes[i].State) | x.changes[i].Premise
	}
	for _, d := range days {
		x.segments = append(x.segments, Segment{Days: d, Possible: all})
		x.strand.blunt = Days{min(x.strand.blunt.First, d.First), max(x.strand.blunt.Last, d.Last)}
	}
}

// take takes in the answer of a phase.
func (x *composer) take(s *Strand, p phase) {
	x.strand.phases = append(x.strand.phases, p)
	for _, d := range p.days {
		for _, seg := range s.Between(d) {
			x.segments = append(x.segments, seg)
		}
	}
	for i := range s.Rulers {
		if r := &s.Rulers[i]; r.States != Of(0) || p.number(r.Change) != None {
			x.keep(&x.rulers[p.of[r.Change]], r, p.days)
		}
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
		if n := p.number(i); n != None && meets(p.days, p.changes[i].Days()) {
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
		s.Segments = appendSegment(s.Segments, seg)
	}
	for i := range x.changes {
		c := &x.changes[i]
		r := &x.rulers[i]
		if blunt := (Days{c.Days().First, everyDay.Last}).cut(s.blunt); !c.IsEnd && !blunt.empty() {
			r.States, r.Days, x.takes[i] = r.States|Of(c.State), append(r.Days, blunt), true
		}
		s.Rulers = appendRuler(s.Rulers, int32(i), r)
		s.Premises = appendRuler(s.Premises, int32(i), &x.premises[i])
		if !c.Lasts && !(c.IsEnd && c.Passes) && !x.takes[i] {
			s.Gaps = append(s.Gaps, Gap{int32(i), c.State, x.found[i]})
		}
	}
	return s
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
		if blunt := t.Bounds.cut(s.blunt); !c.IsEnd && !blunt.empty() {
			t.Days, t.States, fails[i] = append(t.Days, blunt), t.States|Of(c.State), true
		}
		if len(t.Days) == 0 || t.States == 0 {
			continue
		}
		t.Days = Unite(t.Days)
		t.Alone = crowd.alone(c, t.Bounds)
		t.Sure = !fails[i] && (!c.IsEnd || !c.Passes || t.Alone)
		list = append(list, *t)
	}
	return list
}

// turnInto adds what the changes of a phase can do on its days.
func (p *phase) turnInto(by []Turning, fails []bool) {
	for i := range p.changes {
		n := p.number(int32(i))
		if n != None && (p.idle(int32(i)) || !p.sure(int32(i))) && meets(p.days, p.changes[i].Days()) {
			fails[n] = true
		}
	}
	for _, t := range p.turnings() {
		n := p.number(t.Change)
		if n == None {
			continue
		}
		for _, d := range t.Days {
			if at := firstOf(p.days, d.First); at < len(p.days) && p.days[at].First <= d.Last {
				by[n].Days = append(by[n].Days, Days{max(d.First, p.days[at].First), d.Last})
				by[n].States |= t.States
			}
		}
	}
}

// turnBack adds what the ends of what passes can do: they bring back what would
// be. One surely does if its day is known and what holds before it, and after.
func (s *Strand) turnBack(by []Turning, fails []bool) {
	for i := range s.changes {
		c := &s.changes[i]
		if !c.IsEnd || !c.Passes {
			continue
		}
		ends := c.Days() // the days after
		if ends.First == math.MinInt64 || ends.First == math.MaxInt64 {
			continue
		}
		was, is := possibleWithin(s.Segments, Days{ends.First - 1, before(ends.Last)}), possibleWithin(s.Segments, ends)
		if was.One() && was == is {
			continue
		}
		if was.One() {
			is &^= was
		}
		by[i].States, by[i].Days = is, []Days{ends}
		fails[i] = ends.First != ends.Last || !was.One() || !is.One() || was == is
	}
}
