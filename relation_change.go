package dispute

import (
	"cmp"
	"iter"
	"math"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/course"
	"github.com/dispute-go/dispute/internal/ticks"
)

// A RelationChange is a change of a relation that can have taken effect: an event
// or claim that begins, or the end of one that lasts, and the state it brings.
type RelationChange struct {
	Pair
	// Ruling is what brings the state. Its Days are those on which it can take
	// effect, here and not otherwise: what begins later on the same day can
	// hide it from [Relation.On].
	Ruling
	// State is what it brings. A change that can bring several is
	// listed with each.
	State   State   `json:"state,omitzero"`
	Against ActorID `json:"against,omitzero"`
	// Ceases says that State ends with it, on cooperation and support.
	Ceases bool `json:"ceases,omitzero"`
	// Certainty tells what was asked for: that it takes effect between two
	// days, that it is the first change, or the last.
	Certainty Certainty `json:"certainty"`

	from  Relation // which words are made of
	asked changeQuestion
	read  *said // the words that came with it
}

// A changeQuestion is what a RelationChange answers.
type changeQuestion uint8

const (
	whichChanges changeQuestion = iota
	whichFirst
	whichLast
)

// Changes returns what can have changed after the first day and by the second:
// ordered by the first day on which it can have taken effect, then by the
// last, then by event, claim, end and state. A change is certain if it takes
// effect between the two days in every placement of the uncertain dates. The
// zero Day leaves its side unbounded.
//
// The answer is exact on tracks where the last change wins and every change
// counts, as the last change is; else it is sound, so that none is certain or left
// out that is not.
//
// The cost is near-linear in the changes of the relation.
func (r Relation) Changes(from, to edtf.Day) []RelationChange {
	days := course.Days{First: math.MinInt64, Last: math.MaxInt64}
	if !from.IsZero() {
		days.First = ticks.Clamp(from.Number()) + 1
	}
	if !to.IsZero() {
		days.Last = ticks.Clamp(to.Number())
	}
	list := changesFound{r: r, asked: whichChanges}
	for i, s := range r.strands() {
		for _, t := range s.Turnings() {
			if found, sure := t.Within(days); found != nil {
				t.Days = found
				list.add(i, &t, certaintyOf(true, sure))
			}
		}
	}
	return list.inOrder()
}

// FirstChange returns the changes that can have been the first to take effect,
// and LastChange those that can have been the last, in the order of
// [Relation.Changes]; no changes leave nothing. Where there is only one, it is
// certain. On cooperation and support they are those of all kinds together.
//
// On tracks where the last change wins the first change is exact, with one-of
// sets and with links, and so is the last where every change counts: where none
// depends on the state it finds and nothing that lasts ends. Else, and where
// hundreds of changes overlap, the answer is sound: none that can be the first,
// or the last, is left out.
func (r Relation) FirstChange() []RelationChange {
	turnings, sure := course.First(r.strands())
	return r.outermost(whichFirst, turnings, sure)
}

// LastChange returns the changes that can have been the last to take effect:
// see [Relation.FirstChange].
func (r Relation) LastChange() []RelationChange {
	turnings, sure := course.Last(r.strands())
	return r.outermost(whichLast, turnings, sure)
}

// outermost returns the changes of turnings by strand. A single one is certain
// if some change surely takes effect.
func (r Relation) outermost(asked changeQuestion, turnings [][]course.Turning, sure bool) []RelationChange {
	found := changesFound{r: r, asked: asked}
	for i := range turnings {
		for j := range turnings[i] {
			found.add(i, &turnings[i][j], CertaintyPossible)
		}
	}
	if len(found.list) == 1 && sure {
		found.list[0].Certainty = CertaintyCertain
	}
	return found.inOrder()
}

// changesFound is an answer as it is put together.
type changesFound struct {
	r     Relation
	asked changeQuestion
	list  []RelationChange
}

// add adds a change for each state that a turning of a strand can bring.
func (x *changesFound) add(strand int, t *course.Turning, c Certainty) {
	s := &x.r.file.strands[strand]
	if !t.States.One() {
		c = CertaintyPossible
	}
	ruling := s.rulings[t.Change]
	ruling.Days = rangeOf(course.Days{First: t.Days[0].First, Last: t.Days[len(t.Days)-1].Last})
	if t.EndsCover {
		ruling.End, ruling.When = true, rangeOf(t.Bounds)
	}
	for state := range t.States.All() {
		change := RelationChange{Pair: x.r.pair, Ruling: ruling, State: State(state), Against: s.target, Certainty: c,
			Ceases: t.EndsCover, from: x.r, asked: x.asked}
		if x.r.pair.Track.Concurrent() && change.State == StateNone {
			change.State, change.Ceases = s.kind, true // the change that ends it brings nothing
		}
		x.list = append(x.list, change)
	}
}

// inOrder returns the changes in their order.
func (x *changesFound) inOrder() []RelationChange {
	slices.SortStableFunc(x.list, func(a, b RelationChange) int {
		return cmp.Or(a.Days.First.Compare(b.Days.First), a.Days.compareLast(b.Days), cmp.Compare(a.Event, b.Event),
			cmp.Compare(a.Claim, b.Claim), compareFlags(a.End, b.End), cmp.Compare(a.State, b.State), cmp.Compare(a.Against, b.Against))
	})
	return x.list
}

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
	State State    `json:"state,omitzero"`
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
