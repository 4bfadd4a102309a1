package course

import (
	"cmp"
	"math"
	"slices"
)

// A Stretch is a longest run of days on which one state is possible. Where it is
// certain, then not, then certain again, two stretches share the days between:
// the one can end there and the next begin.
type Stretch struct {
	State       State
	Days              // on which it is possible
	Certain     *Days // on which it is certain; nil if there are none
	Presupposed bool  // it may rest on a premise
	// Rulers are those, by their place in [Strand.Rulers], that can begin to rule
	// within the stretch and with its state; where none does, the one that rules
	// on longest. Premises are those that presuppose it, likewise.
	Rulers, Premises []int32
}

// Stretches returns the stretches of every state, by state and then by day.
func (s *Strand) Stretches() []Stretch {
	var by [MaxStates][]Stretch
	for _, seg := range s.Segments {
		for state := range seg.Possible.All() {
			by[state] = extend(by[state], state, seg)
		}
	}
	for i := range s.Rulers {
		s.Rulers[i].name(&by, s.Rulers[i].States, func(t *Stretch) { t.Rulers = append(t.Rulers, int32(i)) })
	}
	for state := range by {
		nameLonger(State(state), by[state], s.Rulers, func(t *Stretch) *[]int32 { return &t.Rulers })
	}
	for i := range s.Premises {
		s.Premises[i].name(&by, s.Premises[i].States&^Of(0), func(t *Stretch) { t.Premises = append(t.Premises, int32(i)) })
	}
	for state := range by {
		nameLonger(State(state), by[state], s.Premises, (*Stretch).presumed)
	}
	return slices.Concat(by[:]...)
}

// extend takes a segment in which a state is possible into its stretches.
func extend(list []Stretch, state State, seg Segment) []Stretch {
	presupposed := state != 0 && seg.Presupposed.Has(state)
	var certain *Days
	if seg.Certain.Has(state) {
		certain = &Days{seg.First, seg.Last}
	}
	n := len(list)
	if n == 0 || list[n-1].Last == math.MaxInt64 || list[n-1].Last+1 < seg.First {
		return append(list, Stretch{State: state, Days: seg.Days, Certain: certain, Presupposed: presupposed})
	}
	t := &list[n-1]
	switch {
	case certain == nil:
	case t.Certain == nil:
		t.Certain = certain
	case t.Certain.Last+1 == seg.First:
		t.Certain.Last = seg.Last
	default:
		// Certain again after days on which it was not: these belong to both.
		return append(list, Stretch{State: state, Days: Days{t.Certain.Last + 1, seg.Last}, Certain: certain, Presupposed: presupposed})
	}
	t.Last = seg.Last
	t.Presupposed = t.Presupposed || presupposed
	return list
}

// name calls note with the stretches of some states in which days of the ruler
// begin: with both where two share the day.
func (r *Ruler) name(by *[MaxStates][]Stretch, states States, note func(*Stretch)) {
	for state := range states.All() {
		list := by[state]
		named := -1
		for _, d := range r.Days {
			at, _ := slices.BinarySearchFunc(list, d.First, func(t Stretch, day int64) int { return cmp.Compare(t.Last, day) })
			begins := d.First
			for ; at < len(list) && list[at].First <= d.Last; at++ {
				if begins = max(begins, list[at].First); at > named {
					named = at
					note(&list[at])
				}
				if at+1 == len(list) || list[at+1].First > begins {
					break
				}
			}
		}
	}
}

// presumed returns where the premises of a stretch are named that rests on them
// alone, else nil.
func (t *Stretch) presumed() *[]int32 {
	if !t.Presupposed || t.Rulers != nil {
		return nil
	}
	return &t.Premises
}

// nameLonger names, in stretches of a state within which no ruler begins, the one
// that has ruled since before and rules on longest.
func nameLonger(state State, list []Stretch, rulers []Ruler, named func(*Stretch) *[]int32) {
	var reigns []reign
	for i := range list {
		t := &list[i]
		names := named(t)
		if state == 0 || names == nil || *names != nil {
			continue
		}
		if reigns == nil {
			reigns = reignsOf(rulers, state)
		}
		day := t.First
		if t.Certain != nil {
			day = t.Certain.First
		}
		at, _ := slices.BinarySearchFunc(reigns, day, func(r reign, day int64) int {
			if r.First <= day {
				return -1
			}
			return 1
		})
		if at > 0 && reigns[at-1].Last >= day {
			*names = append(*names, reigns[at-1].ruler)
		}
	}
}

// A reign is days of a ruler.
type reign struct {
	Days
	ruler int32
}

// reignsOf returns the reigns with a state by first day, each that ends before one
// that began earlier replaced by that one.
func reignsOf(rulers []Ruler, state State) []reign {
	var list []reign
	for i := range rulers {
		if r := &rulers[i]; r.States.Has(state) {
			for _, d := range r.Days {
				list = append(list, reign{d, int32(i)})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b reign) int { return cmp.Compare(a.First, b.First) })
	for i := 1; i < len(list); i++ {
		if list[i-1].Last >= list[i].Last {
			list[i].Last, list[i].ruler = list[i-1].Last, list[i-1].ruler
		}
	}
	return list
}
