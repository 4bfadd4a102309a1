package course

import (
	"cmp"
	"maps"
	"slices"

	"github.com/dispute-go/dispute/internal/giveway"
	"github.com/dispute-go/dispute/internal/lastchange"
	"github.com/dispute-go/dispute/internal/span"
	"github.com/dispute-go/dispute/internal/ticks"
)

// A Strand is the course of the changes of one track, or of one kind where
// several states hold at once. It is never modified once made, but for the order
// of its Rulers, which the caller may choose.
type Strand struct {
	Rulers []Ruler // by change
	// Premises are the changes that can be the first of all, with what they
	// presuppose, on the days before them that leave room for it.
	Premises []Ruler
	Segments []Segment // ascending, together every day
	Gaps     []Gap     // by change

	kind    State   // of which it is the course, or 0 if of a track
	phases  []phase // by what counts; none if there are no changes
	changes []Change
	passes  bool    // something does
	blunt   Days    // on which too much passes to tell what counts
	covers  []Cover // of a kind
	first   int32   // the number of the first cover
}

// A phase is days on which the same changes count, and what those can do.
type phase struct {
	*analysis
	of   []int32 // by change of the analysis: its number in the strand
	days []Days  // ascending
}

// A Gap is a change that takes effect in no placement, though nothing that lasts
// goes on by it, or one that goes together with nothing that it can find.
type Gap struct {
	Change int32
	State  State  // what it would have brought
	Found  States // what it can find
}

// Solve returns the course of changes, of which there is at least one, on a track
// where the last change wins. The arguments are neither modified nor kept.
func Solve(changes []Change, links Links, gives *giveway.Table) *Strand {
	return solve(changes, links, gives, usualBounds)
}

func solve(changes []Change, links Links, gives *giveway.Table, within bounds) *Strand {
	changes = slices.Clone(changes)
	if slices.ContainsFunc(changes, func(c Change) bool { return c.Passes }) {
		return solvePassing(changes, links, gives, within)
	}
	x := analyse(changes, links, gives, within)
	s := &Strand{Rulers: x.rulers(), Premises: x.premises(), Gaps: x.gaps(), changes: changes, blunt: Days{First: 1}}
	s.phases = []phase{{analysis: x, days: []Days{everyDay}}}
	var closed []int64
	if x.fixedDays != nil {
		closed = slices.Sorted(maps.Keys(x.fixedDaysOf(func(i int32) bool { return !x.idle(i) })))
	}
	m := x.lastMarks(s.Premises)
	for _, r := range s.moveInert(x) {
		for _, d := range r.Days {
			m.add(d, r.States, layerPresupposed)
		}
	}
	// Each of these is sound, so what all of them leave is.
	s.Segments = meet(m.segments(closed), s.byRulers())
	if list := byGoingOn(x.changes, gives); list != nil {
		s.Segments = meet(s.Segments, list)
	}
	if conditional(x.changes) {
		s.Segments = x.cutToAftermath(s.Segments)
	}
	for i := range s.Segments {
		if p := s.Segments[i].Possible; p.One() {
			s.Segments[i].Certain = p
		}
	}
	return s
}

// moveInert makes premises of the rulers that only presuppose, and returns them.
func (s *Strand) moveInert(x *analysis) []Ruler {
	var inert []Ruler
	s.Rulers = slices.DeleteFunc(s.Rulers, func(r Ruler) bool {
		if x.changes[r.Change].inert {
			inert = append(inert, r)
		}
		return x.changes[r.Change].inert
	})
	s.Premises = append(s.Premises, inert...)
	return inert
}

// At returns the segment that holds a day.
func (s *Strand) At(day int64) *Segment { return &from(s.Segments, day)[0] }

func (x *analysis) gaps() []Gap {
	var list []Gap
	for i := range x.changes {
		c := &x.changes[i]
		if fits := cmp.Or(c.Fits, x.worksOn(int32(i))); !c.Lasts && x.found[i]&fits == 0 {
			list = append(list, Gap{int32(i), x.unsplit(Of(c.State)).Least(), x.unsplit(x.found[i])})
		}
	}
	return list
}

func (x *analysis) premises() []Ruler {
	n := 0
	for _, first := range x.first {
		if first {
			n++
		}
	}
	list, days := make([]Ruler, 0, n), make([]Days, 0, n)
	for i, first := range x.first {
		if !first {
			continue
		}
		at, _ := span.Prev(x.changes[i].Domain, x.begunBy)
		if at == span.NegInf {
			continue
		}
		if from, to := ticks.Asked(span.NegInf, before(at)); from <= to {
			days = append(days, Days{from, to})
			list = append(list, Ruler{int32(i), x.changes[i].Premise, days[len(days)-1 : len(days) : len(days)]})
		}
	}
	return list
}

// lastMarks marks what the changes that can take effect bring where they can be
// the last, and the premises of those that can be the first.
func (x *analysis) lastMarks(premises []Ruler) marks {
	var kept []int32
	to := make([]int32, len(x.changes))
	for i := range x.changes {
		if x.tells(int32(i)) {
			to[i] = int32(len(kept))
			kept = append(kept, int32(i))
		}
	}
	events := make([]lastchange.Event, len(kept))
	for i, k := range kept {
		events[i].Domain = x.changes[k].Domain
	}
	var links [][2]int32
	for _, l := range x.followers(func(i int32) bool { return !x.tells(i) }) {
		if x.tells(l.before) {
			links = append(links, [2]int32{to[l.before], to[l.after]})
		}
	}
	m := make(marks, 0, 2*len(kept)+4*len(premises))
	var asked []askedDays
	for i, ranges := range lastchange.Ticks(events, links) {
		c := &x.changes[kept[i]]
		asked = asked[:0]
		for _, r := range ranges {
			if c.IsEnd {
				asked = appendAskedOfEnd(asked, c.Domain, r)
			} else {
				asked = appendAsked(asked, r)
			}
		}
		for _, a := range asked {
			l := layerPossible
			if a.inner {
				l = layerInner
			}
			m.add(a.Days, x.unsplit(x.brought[kept[i]]), l)
		}
	}
	m.addPremises(premises)
	return m
}

// byRulers returns the states that some ruler can make rule, or that a premise
// is.
func (s *Strand) byRulers() []Segment {
	n := 0
	for i := range s.Rulers {
		n += len(s.Rulers[i].Days)
	}
	m := make(marks, 0, 2*n+4*len(s.Premises))
	for i := range s.Rulers {
		for _, d := range s.Rulers[i].Days {
			m.add(d, s.Rulers[i].States, layerPossible)
		}
	}
	m.addPremises(s.Premises)
	return m.segments(nil)
}
