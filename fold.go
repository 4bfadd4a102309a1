package dispute

import (
	"fmt"
	"iter"
	"math"
	"slices"
	"sync"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/fold"
)

// A CodedEvent is one event of a feed, between two actors that have numbers.
// The zero CodedEvent changes nothing.
type CodedEvent struct {
	// Day is the day of the event, counted from 1970-01-01 as [edtf.Day.Number]
	// counts; from [MinFoldDay] to [MaxFoldDay].
	Day int32
	// From and To are the numbers of the two actors, up to [MaxFoldActor]. An
	// event between an actor and itself changes nothing.
	From, To uint32
	// Kind says what happened and who of the two did it; see [FoldRules.Code].
	Kind EventCode
	// MoreDays is how many days the event goes on after Day: 0 if it is over on
	// its day, [NoEnd] if it has not ended. It matters only to rules whose
	// state holds no longer than the event ([Rule].After).
	MoreDays uint16
}

// NoEnd stands for the MoreDays of an event that has not ended.
const NoEnd uint16 = math.MaxUint16

// Limits of a [CodedEvent], all inclusive. The days reach some 21,900 years
// before and after 1970.
const (
	MinFoldDay   int32  = -8_000_000
	MaxFoldDay   int32  = 8_000_000
	MaxFoldActor uint32 = 1<<fold.ActorBits - 1
)

// FoldOptions are the choices of a fold. None of them changes an answer.
type FoldOptions struct {
	// Workers is how many goroutines take in events, from 1 to 256; less or more
	// is taken for these. Each does its own pairs of actors.
	Workers int
	// Removable keeps every change, so that events can be removed again. Else
	// changes are dropped that can never decide anything whatever else comes.
	Removable bool
}

// A CodedFold keeps the relations of numbered actors as a stream of coded
// events makes them. It follows the rules that decide a [Relation] and gives
// the spells that a dossier with these events gives where every date is one
// exact day or an interval of such, every event is accepted, and the position
// in the stream is the sequence within a day. Events with uncertain dates, and
// who says what, belong into a [Record]. In four points it knows less:
//
//   - Support has no target: all support of one kind is one.
//   - Where several changes on one day agree with the state at its end, the
//     last of them is named as its cause, not the first.
//   - Where several lasting events go on as another ends, and their rules do
//     not say which gives way ([Rule].Not), a dossier holds each of their
//     states possible; a fold takes the last in the order of [State].
//   - Where the state falls back to what goes on as another event ends, the
//     event that ended is named as the cause, not the one that goes on.
//
// What a fold answers depends on the events and their positions, never on the
// order in which they came, the portions they came in or the options. A fold
// must not be changed while others use it; readers alone do not disturb each
// other.
//
// The zero CodedFold is a fold of no events under [DefaultRules].
//
// # Memory
//
// A fold keeps 8 bytes for every change that can still decide something,
// whatever else comes, and 8⅛ for every spell. Of the changes of a pair, track
// and day all are dropped but the last by each row of the rules, where an
// earlier one by the row can make no difference; by default that is so for all
// rows but those on joining, withdrawing and expelling, of which a day's are all
// kept. Most days keep one change, since many rows make others void. Events
// that go on after their day are all kept, each with its end.
//
// While events are added, changes wait, and take up to 28 bytes each until they
// are put in order: for each worker as many as it keeps, but at least 8,388,608
// and, if they come in a slice, up to 16,777,216.
type CodedFold struct {
	rules  *FoldRules
	whole  bool
	stores []*fold.Store // by worker
	next   int64         // the position after the last one
}

// NewCodedFold returns a fold of no events under the given rules; nil stands
// for those of [DefaultRules].
func NewCodedFold(rules *FoldRules, o FoldOptions) *CodedFold {
	if rules == nil {
		rules, _ = NewFoldRules(nil)
	}
	f := &CodedFold{rules: rules, whole: o.Removable, stores: make([]*fold.Store, min(max(o.Workers, 1), 256))}
	for i := range f.stores {
		f.stores[i] = fold.New(rules.machines, o.Removable)
	}
	return f
}

// ready makes a zero fold one of no events.
func (f *CodedFold) ready() {
	if f.stores == nil {
		*f = *NewCodedFold(nil, FoldOptions{})
	}
}

// Rules returns the rules of the fold.
func (f *CodedFold) Rules() *FoldRules { return f.orEmpty().rules }

// Next returns the position that the next added event gets: one more than the
// greatest so far, at first 0.
func (f *CodedFold) Next() int64 { return f.next }

// Len returns the number of changes kept. One event can make several, on
// different tracks.
func (f *CodedFold) Len() int {
	n := 0
	for _, s := range f.stores {
		n += s.Len()
	}
	return n
}

// Add adds the events of a stream, in any order of days, at the positions from
// [CodedFold.Next] on. It stops with an error that wraps [ErrValue] or
// [ErrLimit] at the first event that has an unknown kind, an actor or a day
// beyond the limits, or a position of 2³² or more; the events before that one
// are then in the fold. It also stops, with [ErrLimit], where a worker would
// keep 2³¹ changes or more; some of the events are then lost.
//
// The cost is near-linear in the events, plus that of going through what is
// kept once; for single events use [CodedFold.Insert].
func (f *CodedFold) Add(events iter.Seq[CodedEvent]) error {
	f.ready()
	if events == nil {
		return nil
	}
	var in struct {
		n      uint
		events [foldBuffer]CodedEvent
		err    error
	}
	events(func(e CodedEvent) bool {
		// Field by field: e comes in registers, and to copy it as one would
		// have to wait until all of it is in memory.
		x := &in.events[in.n%foldBuffer]
		x.Day, x.From, x.To, x.Kind, x.MoreDays = e.Day, e.From, e.To, e.Kind, e.MoreDays
		if in.n++; in.n < foldBuffer {
			return true
		}
		in.n, in.err = 0, f.take(in.events[:], nil)
		return in.err == nil
	})
	if in.err == nil {
		in.err = f.take(in.events[:in.n], nil)
	}
	return f.settle(in.err)
}

// foldBuffer is the number of events taken from a stream in one go.
const foldBuffer = 1 << 10

// AddSlice is [CodedFold.Add] for the events of a slice, which it neither keeps
// nor changes.
func (f *CodedFold) AddSlice(events []CodedEvent) error {
	f.ready()
	f.reserve(len(events))
	for block := range slices.Chunk(events, foldBlock) {
		if err := f.take(block, nil); err != nil {
			return f.settle(err)
		}
	}
	return f.settle(nil)
}

// foldBlock is the number of events of a slice that are taken in one go: few
// enough to stay in the cache until they have been looked at twice.
const foldBlock = 1 << 14

// AddAt is [CodedFold.Add] for events that have positions of their own, as
// they need where a stream is split and folded in parts. The positions can
// come in any order; two events at one position are both kept unless they
// change the same in the same way.
func (f *CodedFold) AddAt(events iter.Seq2[uint32, CodedEvent]) error {
	f.ready()
	if events == nil {
		return nil
	}
	buffer := make([]CodedEvent, 0, foldBuffer)
	positions := make([]uint32, 0, foldBuffer)
	for p, e := range events {
		buffer, positions = append(buffer, e), append(positions, p)
		if len(buffer) == foldBuffer {
			if err := f.take(buffer, positions); err != nil {
				return f.settle(err)
			}
			buffer, positions = buffer[:0], positions[:0]
		}
	}
	return f.settle(f.take(buffer, positions))
}

// take puts events into the stores. The positions are those given, or those
// from f.next on.
func (f *CodedFold) take(events []CodedEvent, positions []uint32) error {
	n, err := f.usable(events)
	if positions == nil && f.next+int64(n) > 1<<32 {
		n = int(1<<32 - f.next)
		err = fmt.Errorf("%w: event at position %d, expected less than %d", ErrLimit, int64(1<<32), int64(1<<32))
	}
	errs := make([]error, len(f.stores))
	f.each(func(i int) { errs[i] = f.put(i, events[:n], positions) })
	if positions == nil {
		f.next += int64(n)
	} else if n > 0 {
		f.next = max(f.next, int64(slices.Max(positions[:n]))+1)
	}
	for _, e := range errs {
		if e != nil {
			return fmt.Errorf("%w: %w", ErrLimit, e)
		}
	}
	return err
}

// reserve announces as many events as are said to come.
func (f *CodedFold) reserve(events int) {
	for _, s := range f.stores {
		s.Reserve(events / len(f.stores))
	}
}

// each runs a job for each store.
func (f *CodedFold) each(job func(i int)) {
	if len(f.stores) == 1 {
		job(0)
		return
	}
	var all sync.WaitGroup
	for i := range f.stores {
		all.Go(func() { job(i) })
	}
	all.Wait()
}

// usable returns how many events there are before the first one that cannot
// be used, and why it cannot.
func (f *CodedFold) usable(events []CodedEvent) (int, error) {
	kinds := len(f.rules.codes)
	for i := range events {
		e := &events[i]
		if int(e.Kind) >= kinds || e.From|e.To > MaxFoldActor || e.Day < MinFoldDay || e.Day > MaxFoldDay {
			return i, f.check(e)
		}
	}
	return len(events), nil
}

func (f *CodedFold) check(e *CodedEvent) error {
	switch {
	case int(e.Kind) >= len(f.rules.codes):
		return fmt.Errorf("%w: event code %d, expected less than %d", ErrValue, e.Kind, len(f.rules.codes))
	case max(e.From, e.To) > MaxFoldActor:
		return fmt.Errorf("%w: actor number %d, expected at most %d", ErrLimit, max(e.From, e.To), MaxFoldActor)
	case e.Day < MinFoldDay || e.Day > MaxFoldDay:
		return fmt.Errorf("%w: day %d (%q), expected %d to %d", ErrLimit, e.Day, edtf.DayFromNumber(int64(e.Day)), MinFoldDay, MaxFoldDay)
	}
	return nil
}

// foldBatch is the number of changes handed to a store in one go.
const foldBatch = 256

// put puts the changes of events into store i, if they are of its pairs.
func (f *CodedFold) put(i int, events []CodedEvent, positions []uint32) error {
	store := f.stores[i]
	codes, alone := f.rules.codes, len(f.stores) == 1
	var keys [foldBatch]uint64
	var changes [foldBatch]fold.Change
	n := 0
	for at := range events {
		e := &events[at]
		effects := codes[e.Kind].effects
		if len(effects) == 0 || e.From == e.To || !alone && f.storeOf(e.From, e.To) != i {
			continue
		}
		position := uint32(f.next + int64(at))
		if positions != nil {
			position = positions[at]
		}
		pair, way := foldPair(e.From, e.To)
		for j := range effects {
			x := &effects[j]
			key := pair | fold.Lane(x.lanes[way])
			keys[n], changes[n] = key, fold.NewChange(e.Day, position, x.oneDay)
			if e.MoreDays > 0 && x.oneDay != x.longer {
				begins, ends, ended := x.longerChanges(e, position)
				changes[n] = begins
				if ended {
					n++
					keys[n], changes[n] = key, ends
				}
			}
			if n++; n >= foldBatch-1 { // no room for two
				store.Put(keys[:n], changes[:n])
				n = 0
				if store.Full() {
					if err := store.Absorb(false); err != nil {
						return err
					}
				}
			}
		}
	}
	store.Put(keys[:n], changes[:n])
	return nil
}

// longerChanges returns the beginning and the end of an event that goes on
// after its day.
func (x *foldEffect) longerChanges(e *CodedEvent, position uint32) (begins, ends fold.Change, ended bool) {
	begins = fold.NewChange(e.Day, position, x.longer)
	if e.MoreDays == NoEnd {
		return begins, 0, false
	}
	return begins, begins.End(e.Day + int32(e.MoreDays) + 1), true
}

// foldPair returns the pair of two actors as it is part of a key, and 1 if from
// is the one with the greater number, else 0.
func foldPair(from, to uint32) (pair uint64, way int) {
	if from > to {
		return fold.Pair(to, from), 1
	}
	return fold.Pair(from, to), 0
}

// storeOf returns the store that has a pair of actors.
func (f *CodedFold) storeOf(from, to uint32) int {
	if len(f.stores) == 1 {
		return 0
	}
	pair, _ := foldPair(from, to)
	return int(uint64(uint32(pair*0x9e3779b97f4a7c15>>32)) * uint64(len(f.stores)) >> 32)
}

// settle makes what has been put answerable.
func (f *CodedFold) settle(err error) error {
	errs := make([]error, len(f.stores))
	f.each(func(i int) { errs[i] = f.stores[i].Absorb(true) })
	for _, e := range errs {
		if e != nil && err == nil {
			err = fmt.Errorf("%w: %w", ErrLimit, e)
		}
	}
	return err
}

// orEmpty returns a fold, and one of no events for a zero fold.
func (f *CodedFold) orEmpty() *CodedFold {
	if f.stores == nil {
		return NewCodedFold(nil, FoldOptions{})
	}
	return f
}
