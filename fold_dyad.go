package dispute

import (
	"cmp"
	"fmt"
	"iter"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/fold"
)

// A DyadEvent is one event of a feed, between two actors that have names.
type DyadEvent struct {
	// From and To are the actors. An event between an actor and itself changes
	// nothing.
	From, To ActorID
	// Kind says what happened. The roles of the actors are those that
	// [FoldRules.Code] takes where none are given: From is the actor and To the
	// target if there are rules for that.
	Kind EventKind
	// Day is the day of the event, its first if it goes on; within the limits
	// of [CodedEvent].
	Day edtf.Day
	// MoreDays is as in [CodedEvent].
	MoreDays uint16
}

// A DyadSpell is a longest run of days on which a state holds between two
// actors. It is comparable.
type DyadSpell struct {
	Track Track
	State State
	// From and To are the actors; on mutual tracks From has the lesser ID.
	From, To ActorID
	// First and Last are its days, both inclusive. First is zero for a spell
	// that holds before all events, Last for one that nothing has ended.
	First, Last edtf.Day
	// Position, Ended and Presupposed are as in [CodedSpell].
	Position    uint32
	Ended       bool
	Presupposed bool
}

// A DyadFold is a [CodedFold] of events whose actors have names. The zero
// DyadFold is a fold of no events under [DefaultRules].
type DyadFold struct {
	coded   *CodedFold
	numbers map[ActorID]uint32
	names   []ActorID
}

// NewDyadFold returns a fold of no events under the given rules; nil stands for
// those of [DefaultRules].
func NewDyadFold(rules *FoldRules, o FoldOptions) *DyadFold {
	return &DyadFold{coded: NewCodedFold(rules, o), numbers: map[ActorID]uint32{}}
}

// ready makes a zero fold one of no events.
func (f *DyadFold) ready() {
	if f.coded == nil {
		*f = *NewDyadFold(nil, FoldOptions{})
	}
}

// orEmpty returns a fold, and one of no events for a zero fold.
func (f *DyadFold) orEmpty() *DyadFold {
	if f.coded == nil {
		return NewDyadFold(nil, FoldOptions{})
	}
	return f
}

// Rules returns the rules of the fold.
func (f *DyadFold) Rules() *FoldRules { return f.orEmpty().coded.rules }

// Next is that of [CodedFold].
func (f *DyadFold) Next() int64 { return f.orEmpty().coded.next }

// Len is that of [CodedFold].
func (f *DyadFold) Len() int { return f.orEmpty().coded.Len() }

// Add adds the events of a stream, as [CodedFold.Add] does, with the same
// errors; those that concern an actor name it. It also keeps the ID of every
// actor it meets, of which there can be 268,435,456.
func (f *DyadFold) Add(events iter.Seq[DyadEvent]) error {
	f.ready()
	if events == nil {
		return nil
	}
	in := f.intake()
	for e := range events {
		if !in.add(&e) {
			break
		}
	}
	return in.done()
}

// AddSlice is [DyadFold.Add] for the events of a slice, which it neither keeps
// nor changes.
func (f *DyadFold) AddSlice(events []DyadEvent) error {
	f.ready()
	f.coded.reserve(len(events))
	in := f.intake()
	for i := range events {
		if !in.add(&events[i]) {
			break
		}
	}
	return in.done()
}

// AddAt is [DyadFold.Add] for events that have positions of their own; see
// [CodedFold.AddAt].
func (f *DyadFold) AddAt(events iter.Seq2[uint32, DyadEvent]) error {
	f.ready()
	if events == nil {
		return nil
	}
	in := f.intake()
	in.positions = make([]uint32, 0, foldBuffer)
	for p, e := range events {
		in.positions = append(in.positions, p)
		if !in.add(&e) {
			break
		}
	}
	return in.done()
}

// A dyadIntake gives numbers to the names of a stream of events.
type dyadIntake struct {
	f         *DyadFold
	events    []CodedEvent
	positions []uint32 // nil unless the events have their own
	kinds     nameCache[EventKind, EventCode]
	actors    nameCache[ActorID, uint32]
	err       error
}

func (f *DyadFold) intake() *dyadIntake {
	return &dyadIntake{f: f, events: make([]CodedEvent, 0, foldBuffer)}
}

// add takes one event in and reports whether it wants another.
func (in *dyadIntake) add(e *DyadEvent) bool {
	coded, err := in.code(e)
	if err != nil {
		in.err = err
		return false
	}
	if in.events = append(in.events, coded); len(in.events) == foldBuffer {
		in.flush()
	}
	return in.err == nil
}

func (in *dyadIntake) flush() {
	positions := in.positions
	if positions != nil {
		positions = positions[:len(in.events)] // one that failed has no event
		in.positions = in.positions[:0]
	}
	if err := in.f.coded.take(in.events, positions); err != nil {
		in.err = err
	}
	in.events = in.events[:0]
}

func (in *dyadIntake) done() error {
	failed := in.err
	in.flush()
	if failed != nil {
		in.err = failed
	}
	return in.f.coded.settle(in.err)
}

// code returns the event with numbers for its names.
func (in *dyadIntake) code(e *DyadEvent) (c CodedEvent, err error) {
	var ok bool
	if c.Kind, ok = in.kinds.get(e.Kind); !ok {
		if c.Kind, err = in.f.coded.rules.Code(e.Kind, "", ""); err != nil {
			return c, err
		}
		in.kinds.put(e.Kind, c.Kind)
	}
	if c.Day, err = foldDay(e.Day); err != nil {
		return c, err
	}
	if c.From, err = in.number(e.From); err != nil {
		return c, err
	}
	c.To, err = in.number(e.To)
	c.MoreDays = e.MoreDays
	return c, err
}

func (in *dyadIntake) number(id ActorID) (uint32, error) {
	if n, ok := in.actors.get(id); ok {
		return n, nil
	}
	n, err := in.f.number(id)
	if err == nil {
		in.actors.put(id, n)
	}
	return n, err
}

// code returns the event with numbers for its names.
func (f *DyadFold) code(e *DyadEvent) (c CodedEvent, err error) {
	if c.Kind, err = f.coded.rules.Code(e.Kind, "", ""); err != nil {
		return c, err
	}
	if c.Day, err = foldDay(e.Day); err != nil {
		return c, err
	}
	if c.From, err = f.number(e.From); err != nil {
		return c, err
	}
	c.To, err = f.number(e.To)
	c.MoreDays = e.MoreDays
	return c, err
}

func foldDay(d edtf.Day) (int32, error) {
	n := d.Number()
	switch {
	case d.IsZero():
		return 0, fmt.Errorf("%w: an event without a day, want one", ErrMissing)
	case n < int64(MinFoldDay) || n > int64(MaxFoldDay):
		return 0, fmt.Errorf("%w: day %q, expected %q to %q", ErrLimit, d,
			edtf.DayFromNumber(int64(MinFoldDay)), edtf.DayFromNumber(int64(MaxFoldDay)))
	}
	return int32(n), nil
}

// number returns the number of an actor, a new one if it has none.
func (f *DyadFold) number(id ActorID) (uint32, error) {
	n, ok := f.numbers[id]
	if !ok {
		switch {
		case id == "":
			return 0, fmt.Errorf("%w: an event without one of its two actors, want both", ErrMissing)
		case len(f.names) > int(MaxFoldActor):
			return 0, fmt.Errorf("%w: actor %q, expected at most %d actors", ErrLimit, id, len(f.names))
		}
		n = uint32(len(f.names))
		f.numbers[id] = n
		f.names = append(f.names, id)
	}
	return n, nil
}

// Insert adds one event at a position, at the cost and with the errors of
// [CodedFold.Insert].
func (f *DyadFold) Insert(position uint32, e DyadEvent) (bool, error) {
	f.ready()
	coded, err := f.code(&e)
	if err != nil {
		return false, err
	}
	return f.coded.Insert(position, coded)
}

// Remove takes one event out, at the cost and with the errors of
// [CodedFold.Remove].
func (f *DyadFold) Remove(position uint32, e DyadEvent) (bool, error) {
	f.ready()
	if _, _, ok := f.pair(e.From, e.To); !ok && e.From != "" && e.To != "" && f.coded.whole {
		return false, nil // and no number for whoever is not known
	}
	coded, err := f.code(&e)
	if err != nil {
		return false, err
	}
	return f.coded.Remove(position, coded)
}

// Merge adds all that another fold keeps; see [CodedFold.Merge].
func (f *DyadFold) Merge(other *DyadFold) error {
	if other == nil {
		return nil
	}
	f.ready()
	other = other.orEmpty()
	if err := f.coded.mergeable(other.coded); err != nil {
		return err
	}
	numbers := make([]uint32, len(other.names))
	for i, id := range other.names {
		n, err := f.number(id)
		if err != nil {
			return err
		}
		numbers[i] = n
	}
	rules := f.coded.rules
	return f.coded.mergeAs(other.coded, func(key uint64) uint64 {
		a, b, lane := fold.Parts(key)
		pair, way := foldPair(numbers[a], numbers[b])
		if way == 1 {
			lane = rules.mirror[lane]
		}
		return pair | fold.Lane(lane)
	})
}

// On returns the spell of a track between two actors in which a day lies, and
// false if there is none; see [CodedFold.On].
func (f *DyadFold) On(from, to ActorID, t Track, day edtf.Day) (x DyadSpell, ok bool) {
	a, b, ok := f.pair(from, to)
	if !ok || day.IsZero() {
		return x, false
	}
	s, ok := f.coded.On(a, b, t, clampFoldDay(day))
	if !ok {
		return x, false
	}
	f.name(&x, &s)
	return x, true
}

// AllOn yields the spells of a track between two actors in which a day lies,
// in the order of their states; see [CodedFold.AllOn].
func (f *DyadFold) AllOn(from, to ActorID, t Track, day edtf.Day) iter.Seq[DyadSpell] {
	return func(yield func(DyadSpell) bool) {
		a, b, ok := f.pair(from, to)
		if !ok || day.IsZero() {
			return
		}
		for s := range f.coded.AllOn(a, b, t, clampFoldDay(day)) {
			if !yield(f.named(s)) {
				return
			}
		}
	}
}

func (f *DyadFold) pair(from, to ActorID) (a, b uint32, ok bool) {
	a, ok = f.numbers[from]
	if ok {
		b, ok = f.numbers[to]
	}
	return a, b, ok
}

// clampFoldDay returns the number of a day, or of the last one there can be
// changes on before or after it.
func clampFoldDay(d edtf.Day) int32 {
	return int32(min(max(d.Number(), int64(fold.MinDay)), int64(fold.MaxDay)))
}

// SpellsOf yields the spells of a track between two actors by their first day,
// then by state.
func (f *DyadFold) SpellsOf(from, to ActorID, t Track) iter.Seq[DyadSpell] {
	return func(yield func(DyadSpell) bool) {
		a, b, ok := f.pair(from, to)
		if !ok {
			return
		}
		for s := range f.coded.SpellsOf(a, b, t) {
			if !yield(f.named(s)) {
				return
			}
		}
	}
}

// Spells yields all spells, ordered by track, From, To, first day and state.
// The cost of a full walk is O(n + g log g) for n spells of g relations.
func (f *DyadFold) Spells() iter.Seq[DyadSpell] {
	return func(yield func(DyadSpell) bool) {
		ranks := f.ranks()
		var last int32
		var lastDay edtf.Day
		f.orEmpty().coded.walk(func(actor uint32) uint32 { return ranks[actor] }, func(s CodedSpell) bool {
			var x DyadSpell
			f.setNames(&x, &s)
			switch {
			case s.First == OpenStart:
			case s.First == last+1 && !lastDay.IsZero(): // the spell before ended the day before
				x.First = lastDay.AddDays(1)
			default:
				x.First = edtf.DayFromNumber(int64(s.First))
			}
			if s.Last != OpenEnd {
				x.Last = edtf.DayFromNumber(int64(s.Last))
			}
			last, lastDay = s.Last, x.Last
			return yield(x)
		})
	}
}

// ranks returns the place of every actor in the order of the IDs.
func (f *DyadFold) ranks() []uint32 {
	order := make([]uint32, len(f.names))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return cmp.Compare(f.names[a], f.names[b]) })
	ranks := make([]uint32, len(order))
	for rank, actor := range order {
		ranks[actor] = uint32(rank)
	}
	return ranks
}

// named returns the spell with the names of its actors, and with dates.
func (f *DyadFold) named(s CodedSpell) (x DyadSpell) {
	f.name(&x, &s)
	return x
}

// name sets x, which is zero, to the spell s.
func (f *DyadFold) name(x *DyadSpell, s *CodedSpell) {
	f.setNames(x, s)
	if s.First != OpenStart {
		x.First = edtf.DayFromNumber(int64(s.First))
	}
	if s.Last != OpenEnd {
		x.Last = edtf.DayFromNumber(int64(s.Last))
	}
}

// setNames sets all of x but its days.
func (f *DyadFold) setNames(x *DyadSpell, s *CodedSpell) {
	x.Track, x.State = s.Track, s.State
	x.From, x.To = f.names[s.From], f.names[s.To]
	if s.Track.Mutual() && x.To < x.From {
		x.From, x.To = x.To, x.From
	}
	x.Position, x.Ended, x.Presupposed = s.Position, s.Ended, s.Presupposed
}
