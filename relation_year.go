package dispute

import (
	"iter"
	"math/bits"
	"slices"

	"github.com/dispute-go/dispute/edtf"
)

// A Year is what a relation was in one year: its states are those at the ends
// of the days of the year.
type Year struct {
	Pair
	Year int64 `json:"year"`
	// NoChangeRecorded is that of [RelationState].
	NoChangeRecorded bool `json:"no_change_recorded,omitzero"`
	// States are the states that held on some day of the year, in every
	// placement of the uncertain dates or in some; certain ones first, then by
	// state and target. Rulings are left out: [Relation.Changes] has them.
	States []PossibleState `json:"states,omitempty"`
	// AtLeast and AtMost bound the highest level of the year on the hostility
	// track (Correlates of War, MID codebook, hostility levels), where
	// [StateNone] is the lowest: at the end of a day or just after something has
	// begun, so that an attack counts even where a truce follows on its day.
	// They are zero where nothing bounds the level, and on other tracks.
	AtLeast State   `json:"at_least,omitzero"`
	AtMost  State   `json:"at_most,omitzero"`
	Reasons Reasons `json:"reasons"`
}

// Years yields what the relation was in each year from first to last, both
// inclusive, in their order. A state that held at the end of any day of a year
// is one of that year: the dyad-years of quantitative research. The answer is
// sound, and blunt where dates are vague: that a state held is only certain if
// it did on one and the same day in every placement, or if a change to it lies
// within the year with nothing else near it. Two attacks of one month make a
// year of force less certain than one does, but for AtLeast. The Reasons of all
// years are shared and must not be modified. Years are those of the proleptic
// Gregorian calendar, the year 0 among them.
//
// The cost is near-linear in the changes of the relation and in the years.
func (r Relation) Years(first, last int64) iter.Seq[Year] {
	return func(yield func(Year) bool) {
		reasons, alone, acts := r.reasons("years"), r.alone(), r.acts()
		for n := first; n <= last; n++ {
			y := Year{Pair: r.pair, Year: n, NoChangeRecorded: r.unchanged(), Reasons: reasons}
			from, _ := edtf.NewDay(n, 1, 1) // every year has these
			to, _ := edtf.NewDay(n, 12, 31)
			for i := range alone {
				y.States = append(y.States, r.on.strands[i].within(r.on, alone[i], from.Number(), to.Number())...)
			}
			slices.SortStableFunc(y.States, PossibleState.compare)
			for i := range acts {
				y.level(acts[i], &r.on.strands[i], from.Number(), to.Number())
			}
			if !yield(y) || n == last {
				return
			}
		}
	}
}

// level bounds the highest level of the year, whose states and days are given.
// An unknown level can be any.
func (y *Year) level(a acts, s *strand, first, last int64) {
	y.AtLeast, y.AtMost = a.atLeast(first, last), a.atMost(s, first, last)
	unknown := false
	for _, p := range y.States {
		unknown = unknown || p.State == 0
		if p.Certainty == CertaintyCertain {
			y.AtLeast = max(y.AtLeast, p.State)
		}
		y.AtMost = max(y.AtMost, p.State)
	}
	if unknown {
		y.AtMost = StateWar
	}
}

// within returns the states possible on some day from first to last, given the
// changes that lie alone.
func (s *strand) within(f *relationFile, alone []turning, first, last int64) []PossibleState {
	var possible, certain, presupposed uint64
	i, _ := slices.BinarySearchFunc(s.segments, first, func(x segment, day int64) int { return compare(x.last, day) })
	for ; i < len(s.segments) && s.segments[i].first <= last; i++ {
		possible |= s.segments[i].possible
		certain |= s.segments[i].certain
		presupposed |= s.segments[i].presupposed
	}
	if bits.OnesCount64(possible) == 1 && !f.pair.Track.Concurrent() {
		certain = possible
	}
	at, _ := slices.BinarySearchFunc(alone, first, func(t turning, day int64) int { return compare(t.first, day) })
	for ; at < len(alone) && alone[at].first <= last; at++ {
		if alone[at].last <= last {
			certain |= alone[at].states & possible
		}
	}
	var list []PossibleState
	for m := possible; m != 0; m &= m - 1 {
		state := State(bits.TrailingZeros64(m))
		p := PossibleState{State: state, Against: f.v.actorID(s.against), Certainty: CertaintyPossible,
			Presupposed: state != 0 && presupposed&bit(state) != 0}
		if certain&bit(state) != 0 {
			p.Certainty = CertaintyCertain
		}
		list = append(list, p)
	}
	return list
}
