package dispute

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/internal/course"
)

// A strand is the course of a relation, or of one kind of it with one target
// where several can hold at once.
type strand struct {
	*course.Strand
	kind     State    // where several states can hold at once
	against  int32    // the target, or none
	rulings  []Ruling // what each change, and then each cover, was; but for Days
}

// ruling returns what a ruler was, with the days on which it can rule.
func (s *strand) ruling(r *course.Ruler) Ruling {
	ruling := s.rulings[r.Change]
	ruling.Days = rangeOf(r.Extent())
	return ruling
}

// appendOn adds the states possible at the end of a day.
func (s *strand) appendOn(list []PossibleState, v *relations, day int64) []PossibleState {
	seg := s.At(day)
	for state := range seg.Possible.All() {
		p := s.possible(v, state, seg)
		for i := range s.Rulers {
			if r := &s.Rulers[i]; r.States.Has(state) && r.On(day) {
				p.Rulings = append(p.Rulings, s.ruling(r))
			}
		}
		list = append(list, p)
	}
	return list
}

// appendWithin adds the states possible at the end of some of a few days; alone
// are the changes that surely take effect on days of their own.
func (s *strand) appendWithin(list []PossibleState, v *relations, days course.Days, alone []course.Turning) []PossibleState {
	seg := s.Within(days, alone)
	for state := range seg.Possible.All() {
		list = append(list, s.possible(v, state, &seg))
	}
	return list
}

// possible returns a state that is possible in a segment, without its rulings.
func (s *strand) possible(v *relations, state course.State, seg *course.Segment) PossibleState {
	p := PossibleState{State: State(state), Against: v.actorID(s.against), Certainty: CertaintyPossible,
		Presupposed: state != 0 && seg.Presupposed.Has(state)}
	if seg.Certain.Has(state) {
		p.Certainty = CertaintyCertain
	}
	return p
}

// spells returns the spells of every strand.
func (f *relationFile) spells() []Spell {
	var list []Spell
	for i := range f.strands {
		list = f.strands[i].appendSpells(list, f.v)
	}
	slices.SortStableFunc(list, func(a, b Spell) int {
		return cmp.Or(a.Possible.First.Compare(b.Possible.First), compareCertain(a.Certain, b.Certain),
			cmp.Compare(a.State, b.State), cmp.Compare(a.Against, b.Against))
	})
	return list
}

func compareCertain(a, b *DayRange) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	return a.First.Compare(b.First)
}

// appendSpells adds the spells of a strand.
func (s *strand) appendSpells(list []Spell, v *relations) []Spell {
	for _, t := range s.Stretches() {
		spell := Spell{State: State(t.State), Against: v.actorID(s.against), Certainty: CertaintyPossible,
			Possible: rangeOf(t.Days), Presupposed: t.Presupposed}
		if t.Certain != nil {
			spell.Certainty = CertaintyCertain
			certain := rangeOf(*t.Certain)
			spell.Certain = &certain
		}
		for _, i := range t.Premises {
			spell.PresupposedBy = append(spell.PresupposedBy, s.ruling(&s.Premises[i]))
		}
		for _, i := range t.Rulers {
			spell.Rulings = append(spell.Rulings, s.ruling(&s.Rulers[i]))
		}
		list = append(list, spell)
	}
	return list
}
