package dispute

import (
	"iter"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/course"
)

// A RelationYear is what a relation was in one year: its states are those at the
// ends of the days of the year.
type RelationYear struct {
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
	AtLeast State `json:"at_least,omitzero"`
	AtMost  State `json:"at_most,omitzero"`

	from Relation // which words are made of
	read *said    // the words that came with it
}

// Years yields what the relation was in each year from first to last, both
// inclusive, in their order. A state that held at the end of any day of a year
// is one of that year: the dyad-years of quantitative research. The answer is
// sound, and blunt where dates are vague: that a state held is only certain if
// it did on one and the same day in every placement, or if a change to it lies
// within the year with nothing else near it. Two attacks of one month make a
// year of force less certain than one does, but for AtLeast. Years are those of
// the proleptic Gregorian calendar, the year 0 among them. A relation that was
// read from JSON yields none.
//
// The cost is near-linear in the changes of the relation and in the years.
func (r Relation) Years(first, last int64) iter.Seq[RelationYear] {
	return func(yield func(RelationYear) bool) {
		if r.read != nil {
			return
		}
		strands := r.strands()
		alone, levels := make([][]course.Turning, len(strands)), make([]course.Levels, len(strands))
		for i, s := range strands {
			if alone[i] = s.AloneAndSure(); r.pair.Track == TrackHostility {
				levels[i] = s.Levels()
			}
		}
		for n := first; n <= last; n++ {
			y := RelationYear{Pair: r.pair, Year: n, NoChangeRecorded: r.unchanged(), from: r}
			from, _ := edtf.NewDay(n, 1, 1) // every year has these
			to, _ := edtf.NewDay(n, 12, 31)
			days := course.Days{First: from.Number(), Last: to.Number()}
			for i := range strands {
				y.States = r.file.strands[i].appendWithin(y.States, days, alone[i])
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

// appendWithin adds the states possible at the end of some of a few days; alone
// are the changes that surely take effect on days of their own.
func (s *strand) appendWithin(list []PossibleState, days course.Days, alone []course.Turning) []PossibleState {
	segment := s.Within(days, alone)
	for state := range segment.Possible.All() {
		list = append(list, s.possible(state, &segment))
	}
	return list
}

// level bounds the highest level of the year, whose states and days are given.
// An unknown level can be any.
func (y *RelationYear) level(l *course.Levels, days course.Days) {
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

// A DayCount is on how many days a relation was in a state.
type DayCount struct {
	Pair
	State State    `json:"state"`
	First edtf.Day `json:"first,omitzero"`
	Last  edtf.Day `json:"last,omitzero"`
	// AtLeast and AtMost bound the number of days from First to Last, both
	// inclusive, at the end of which the state held, over all placements of the
	// uncertain dates. Presupposed days count, and where the last change wins
	// AtMost counts days of unknown state.
	AtLeast int64 `json:"at_least"`
	AtMost  int64 `json:"at_most"`

	from Relation // which words are made of
	read *said    // the words that came with it
}

// CountDays returns on how many of the days from first to last, both inclusive,
// the relation was in a state at the end of the day; of support against
// whomever. The bounds are sound: at least the days on which it is certain, at
// most those on which it is possible. They are blunt where dates are vague: of an
// attack on one day of a month, the force lasts 0 to 30 days, since no day of
// them is certain and each is possible. Without both days, with the last before
// the first, or with a state of another track, there are none, and the reasons
// say why. Of a relation that was read from JSON they are 0 and all days.
func (r Relation) CountDays(s State, first, last edtf.Day) DayCount {
	count := DayCount{Pair: r.pair, State: s, First: first, Last: last, from: r}
	if !s.BelongsTo(r.pair.Track) || first.IsZero() || last.IsZero() || last.Compare(first) < 0 {
		return count
	}
	counted := bit(s)
	if !r.pair.Track.Concurrent() {
		counted |= bit(0) // unknown, which can be any
	}
	days := course.Days{First: first.Number(), Last: last.Number()}
	var possible, certain []course.Days
	if r.read != nil || r.unchanged() && counted != bit(s) {
		possible = append(possible, days)
	}
	for _, strand := range r.strands() {
		for _, x := range strand.Between(days) {
			if x.Possible&counted != 0 {
				possible = append(possible, x.Days)
			}
			if x.Certain&bit(s) != 0 {
				certain = append(certain, x.Days)
			}
		}
	}
	count.AtLeast, count.AtMost = course.Count(certain), course.Count(possible)
	return count
}
