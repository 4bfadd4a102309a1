package dispute

import (
	"iter"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/course"
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
		reasons, strands := r.reasons("years"), r.strands()
		alone, levels := make([][]course.Turning, len(strands)), make([]course.Levels, len(strands))
		for i, s := range strands {
			if alone[i] = s.AloneAndSure(); r.pair.Track == TrackHostility {
				levels[i] = s.Levels()
			}
		}
		for n := first; n <= last; n++ {
			y := Year{Pair: r.pair, Year: n, NoChangeRecorded: r.unchanged(), Reasons: reasons}
			from, _ := edtf.NewDay(n, 1, 1) // every year has these
			to, _ := edtf.NewDay(n, 12, 31)
			days := course.Days{First: from.Number(), Last: to.Number()}
			for i := range strands {
				y.States = r.on.strands[i].appendWithin(y.States, r.v, days, alone[i])
			}
			slices.SortStableFunc(y.States, PossibleState.compare)
			if r.pair.Track == TrackHostility {
				for i := range levels {
					y.level(&levels[i], days)
				}
			}
			if !yield(y) || n == last {
				return
			}
		}
	}
}

// level bounds the highest level of the year, whose states and days are given.
// An unknown level can be any.
func (y *Year) level(l *course.Levels, days course.Days) {
	y.AtLeast, y.AtMost = State(l.AtLeast(days)), State(l.AtMost(days))
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
