package fold

import (
	"fmt"
	"iter"

	"github.com/dispute-go/dispute"
)

// A Named fold is a [Coded] one of events whose actors have names and whose
// days are dates. The zero Named is a fold of no events under
// [dispute.DefaultRules]; a nil one answers as that does and takes nothing in.
type Named struct {
	coded   Coded
	numbers map[dispute.ActorID]uint32
	names   []dispute.ActorID // by number
	unruled map[dispute.EventKind]*int64
}

// NewNamed returns a fold of no events under the given rules; nil and zero ones
// stand for those of [dispute.DefaultRules].
func NewNamed(rules *Rules, o Options) *Named {
	return &Named{coded: *NewCoded(rules, o), numbers: map[dispute.ActorID]uint32{}}
}

// ready makes a zero fold one of no events. It refuses a nil one.
func (f *Named) ready() error {
	if f == nil {
		return fmt.Errorf("%w: a nil fold takes nothing in, want one from NewNamed or a zero one", dispute.ErrMissing)
	}
	if f.numbers == nil {
		f.numbers = map[dispute.ActorID]uint32{}
	}
	return f.coded.ready()
}

// Rules returns the rules of the fold.
func (f *Named) Rules() *Rules {
	if f == nil {
		return (*Coded)(nil).Rules()
	}
	return f.coded.Rules()
}

// Next is that of [Coded].
func (f *Named) Next() int64 {
	if f == nil {
		return 0
	}
	return f.coded.next
}

// Len is that of [Coded].
func (f *Named) Len() int {
	if f == nil {
		return 0
	}
	return f.coded.Len()
}

// Add adds the events of a stream, as [Coded.Add] does, with the same errors;
// those that concern an actor name it. An event without a day, or without one
// of its actors, is an error that wraps [dispute.ErrMissing]; an actor whose ID a
// record could not have is one that wraps [dispute.ErrValue] or
// [dispute.ErrLimit]. It also keeps the
// ID of every actor it meets, of which there can be 268,435,456.
func (f *Named) Add(events iter.Seq[Event]) error {
	if err := f.ready(); err != nil || events == nil {
		return err
	}
	in := f.intake()
	for e := range events {
		if !in.add(&e) {
			break
		}
	}
	return in.done()
}

// AddSlice is [Named.Add] for the events of a slice, which it neither keeps nor
// changes.
func (f *Named) AddSlice(events []Event) error {
	if err := f.ready(); err != nil {
		return err
	}
	f.coded.reserve(len(events))
	in := f.intake()
	for i := range events {
		if !in.add(&events[i]) {
			break
		}
	}
	return in.done()
}

// AddAt is [Named.Add] for events that have positions of their own; see
// [Coded.AddAt].
func (f *Named) AddAt(events iter.Seq2[uint32, Event]) error {
	if err := f.ready(); err != nil || events == nil {
		return err
	}
	in := f.intake()
	in.positions = make([]uint32, 0, streamBlock)
	for p, e := range events {
		in.positions = append(in.positions, p)
		if !in.add(&e) {
			break
		}
	}
	return in.done()
}

// Insert adds one event at a position, at the cost of [Coded.Insert] and with
// the errors of [Named.Add].
func (f *Named) Insert(position uint32, e Event) (bool, error) {
	if err := f.ready(); err != nil {
		return false, err
	}
	coded, unruled, err := (&coder{f: f}).code(&e)
	if err != nil {
		return false, atPosition(int64(position), err)
	}
	if unruled != nil {
		*unruled++
	}
	return f.coded.Insert(position, coded)
}

// Remove takes one event out, at the cost and with the errors of
// [Coded.Remove], and with those of [Named.Add].
func (f *Named) Remove(position uint32, e Event) (bool, error) {
	if err := f.ready(); err != nil {
		return false, err
	}
	_, _, known := f.pair(e.From, e.To)
	if usable := checkActor(e.From) == nil && checkActor(e.To) == nil; usable && !known && f.coded.whole {
		return false, nil // and no number for whoever is not known
	}
	coded, _, err := (&coder{f: f}).code(&e)
	if err != nil {
		return false, atPosition(int64(position), err)
	}
	return f.coded.Remove(position, coded)
}
