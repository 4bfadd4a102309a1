package course

import "github.com/dispute-go/dispute/internal/giveway"

// SolveKind returns the course of one kind, where several can hold at once: it
// holds while any of its covers goes on, and from a change that brings it to one
// that brings another state. At least one change or cover is needed. The answer
// gives covers the numbers after those of the changes.
func SolveKind(kind State, changes []Change, covers []Cover, links Links, gives *giveway.Table) *Strand {
	s := &Strand{kind: kind, covers: covers, first: int32(len(changes))}
	var m marks
	only := Of(kind)
	if len(changes) > 0 {
		all := Solve(changes, links, gives)
		s.Rulers, s.Premises = rulersOf(only, all.Rulers), rulersOf(only, all.Premises)
		s.Gaps, s.phases, s.changes, s.passes, s.blunt = all.Gaps, all.phases, all.changes, all.passes, all.blunt
		for _, x := range all.Segments {
			for _, said := range []struct {
				states States
				layer  layer
			}{{x.Possible, layerPossible}, {x.Certain, layerCertain}, {x.Presupposed, layerPresupposed}} {
				if said.states&only != 0 {
					m.add(x.Days, only, said.layer)
				}
			}
		}
	}
	for i, c := range covers {
		for _, d := range c.Possible {
			m.add(d, only, layerPossible)
		}
		if !c.Certain.empty() {
			m.add(c.Certain, only, layerCertain)
		}
		s.Rulers = append(s.Rulers, Ruler{s.first + int32(i), only, c.Possible})
	}
	s.Segments = m.segments(nil)
	return s
}

// rulersOf returns the rulers that can bring one of some states, with these.
func rulersOf(states States, rulers []Ruler) []Ruler {
	var list []Ruler
	for _, r := range rulers {
		if r.States &= states; r.States != 0 {
			list = append(list, r)
		}
	}
	return list
}
