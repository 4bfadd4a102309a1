package dispute

import (
	"iter"
	"math/bits"
	"slices"

	"github.com/dispute-go/dispute/edtf"
)

// A Year is what a relation was in one year. On a day of the year counts.
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
	// [StateNone] is the lowest; zero where nothing bounds it, and on other
	// tracks.
	AtLeast State   `json:"at_least,omitzero"`
	AtMost  State   `json:"at_most,omitzero"`
	Reasons Reasons `json:"reasons"`
}

// Years yields what the relation was in each year from first to last, both
// inclusive, in their order; years that have no [edtf.Day] are left out. A state that held on any day of a year is one of
// that year: the dyad-years of quantitative research. The answer is sound. The
// Reasons of all years are shared and must not be modified. Years are those of
// the proleptic Gregorian calendar, the year 0 among them.
//
// The cost is near-linear in the changes of the relation and in the years.
func (r Relation) Years(first, last int64) iter.Seq[Year] {
	return func(yield func(Year) bool) {
		if r.on == nil {
			for y := first; y <= last; y++ {
				if !yield(Year{Pair: r.pair, Year: y, NoChangeRecorded: true}) {
					return
				}
			}
			return
		}
		f := r.on
		reasons, alone := f.reasons("years"), r.alone()
		for n := first; n <= last; n++ {
			from, err := edtf.NewDay(n, 1, 1)
			if err != nil {
				continue
			}
			to, err := edtf.NewDay(n, 12, 31)
			if err != nil {
				continue
			}
			y := Year{Pair: r.pair, Year: n, NoChangeRecorded: f.unchanged(), Reasons: reasons}
			for i := range f.strands {
				y.States = append(y.States, f.strands[i].within(f, alone[i], from.Number(), to.Number())...)
			}
			slices.SortStableFunc(y.States, PossibleState.compare)
			if r.pair.Track == TrackHostility {
				y.level()
			}
			if !yield(y) {
				return
			}
		}
	}
}

// level bounds the highest level of the year. An unknown level can be any.
func (y *Year) level() {
	unknown := false
	for _, p := range y.States {
		unknown = unknown || p.State == 0
		if p.Certainty == Certain {
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
		p := PossibleState{State: state, Against: f.v.actorID(s.against), Certainty: Possible,
			Presupposed: state != 0 && presupposed&bit(state) != 0}
		if certain&bit(state) != 0 {
			p.Certainty = Certain
		}
		list = append(list, p)
	}
	return list
}

// A Duration is for how many days a relation was in a state.
type Duration struct {
	Pair
	State State    `json:"state"`
	First edtf.Day `json:"first"`
	Last  edtf.Day `json:"last"`
	// AtLeast and AtMost bound the number of days from First to Last, both
	// inclusive, on which the state held, over all placements of the uncertain
	// dates. Presupposed days count.
	AtLeast int64   `json:"at_least"`
	AtMost  int64   `json:"at_most"`
	Reasons Reasons `json:"reasons"`
}

// Duration returns for how many of the days from first to last, both
// inclusive, the relation was in a state; of support against whomever. The
// bounds are sound: at least the days on which it is certain, at most those on
// which it is possible. Without both days, or with the last before the first,
// there are none.
func (r Relation) Duration(s State, first, last edtf.Day) Duration {
	d := Duration{Pair: r.pair, State: s, First: first, Last: last}
	if r.on == nil || first.IsZero() || last.IsZero() || !s.On(r.pair.Track) {
		return d
	}
	from, to := clampDay(first.Number()), clampDay(last.Number())
	var possible, certain ruler
	for i := range r.on.strands {
		for _, x := range r.on.strands[i].segments {
			days := run{first: max(x.first, from), last: min(x.last, to)}
			if days.first > days.last {
				continue
			}
			if x.possible&bit(s) != 0 {
				possible.runs = append(possible.runs, days)
			}
			if x.certain&bit(s) != 0 {
				certain.runs = append(certain.runs, days)
			}
		}
	}
	d.AtLeast, d.AtMost = certain.count(), possible.count()
	d.Reasons = r.on.reasons("duration of " + s.String())
	return d
}

// count returns how many days the runs hold, each once.
func (r *ruler) count() int64 {
	r.unite()
	n := int64(0)
	for _, x := range r.runs {
		n += x.last - x.first + 1
	}
	return n
}
