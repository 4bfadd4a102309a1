package fold

import (
	"fmt"
	"iter"
	"slices"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/fold"
)

// How many are taken in one go.
const (
	// Events of a stream.
	streamBlock = 1 << 10
	// Events of a slice: few enough to stay in the cache until they have been
	// looked at twice.
	sliceBlock = 1 << 14
	// Changes handed to a store.
	changeBlock = 256
)

// Add adds the events of a stream, in any order of days, at the positions from
// [Coded.Next] on. It stops with an error that wraps [dispute.ErrValue] or
// [dispute.ErrLimit] at the first event that has an unknown code, an actor or a
// day beyond the limits, or a position of 2³² or more; the events before that
// one are then in the fold. It also stops, with [dispute.ErrLimit], where a
// worker would keep 2³¹ changes or more; some of the events are then lost. A nil
// stream has no events.
//
// The cost is near-linear in the events, plus that of going through what is
// kept once; for single events use [Coded.Insert].
func (f *Coded) Add(events iter.Seq[CodedEvent]) error {
	if err := f.ready(); err != nil || events == nil {
		return err
	}
	var in struct {
		n      uint
		events [streamBlock]CodedEvent
		err    error
	}
	events(func(e CodedEvent) bool {
		// Field by field: e comes in registers, and to copy it as one would
		// have to wait until all of it is in memory.
		x := &in.events[in.n%streamBlock]
		x.Day, x.From, x.To, x.Code, x.MoreDays = e.Day, e.From, e.To, e.Code, e.MoreDays
		if in.n++; in.n < streamBlock {
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

// AddSlice is [Coded.Add] for the events of a slice, which it neither keeps nor
// changes.
func (f *Coded) AddSlice(events []CodedEvent) error {
	if err := f.ready(); err != nil {
		return err
	}
	f.reserve(len(events))
	for block := range slices.Chunk(events, sliceBlock) {
		if err := f.take(block, nil); err != nil {
			return f.settle(err)
		}
	}
	return f.settle(nil)
}

// AddAt is [Coded.Add] for events that have positions of their own, as they
// need where a stream is split and folded in parts. The positions can come in
// any order; two events at one position are both kept unless they change the
// same in the same way.
func (f *Coded) AddAt(events iter.Seq2[uint32, CodedEvent]) error {
	if err := f.ready(); err != nil || events == nil {
		return err
	}
	buffer := make([]CodedEvent, 0, streamBlock)
	positions := make([]uint32, 0, streamBlock)
	for p, e := range events {
		buffer, positions = append(buffer, e), append(positions, p)
		if len(buffer) == streamBlock {
			if err := f.take(buffer, positions); err != nil {
				return f.settle(err)
			}
			buffer, positions = buffer[:0], positions[:0]
		}
	}
	return f.settle(f.take(buffer, positions))
}

// reserve announces as many events as are said to come.
func (f *Coded) reserve(events int) {
	for _, s := range f.stores {
		s.Reserve(events / len(f.stores))
	}
}

// take puts events into the stores. The positions are those given, or those
// from f.next on.
func (f *Coded) take(events []CodedEvent, positions []uint32) error {
	n, err := f.rules.usable(events)
	if err != nil {
		at := f.next + int64(n)
		if positions != nil {
			at = int64(positions[n])
		}
		err = atPosition(at, err)
	}
	if positions == nil && f.next+int64(n) > 1<<32 {
		n = int(1<<32 - f.next)
		err = fmt.Errorf("%w: event at position %d, expected less than %d", dispute.ErrLimit, int64(1<<32), int64(1<<32))
	}
	f.unruled += countUnruled(events[:n])
	errs := make([]error, len(f.stores))
	f.each(func(i int) { errs[i] = f.put(i, events[:n], positions) })
	if positions == nil {
		f.next += int64(n)
	} else if n > 0 {
		f.next = max(f.next, int64(slices.Max(positions[:n]))+1)
	}
	for _, e := range errs {
		if e != nil {
			return fmt.Errorf("%w: %w", dispute.ErrLimit, e)
		}
	}
	return err
}

// put puts the changes of events into store i, if they are of its pairs.
func (f *Coded) put(i int, events []CodedEvent, positions []uint32) error {
	store := f.stores[i]
	codes, alone := f.rules.codes, len(f.stores) == 1
	var keys [changeBlock]uint64
	var changes [changeBlock]fold.Change
	n := 0
	for at := range events {
		e := &events[at]
		effects := codes[e.Code].effects
		if len(effects) == 0 || e.From == e.To || !alone && f.storeOf(e.From, e.To) != i {
			continue
		}
		position := uint32(f.next + int64(at))
		if positions != nil {
			position = positions[at]
		}
		pair, way := pairOf(e.From, e.To)
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
			if n++; n >= changeBlock-1 { // no room for two
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
func (x *effect) longerChanges(e *CodedEvent, position uint32) (begins, ends fold.Change, ended bool) {
	if e.MoreDays == NoEnd {
		return fold.NewChange(e.Day, position, x.endless), 0, false
	}
	begins = fold.NewChange(e.Day, position, x.longer)
	return begins, begins.End(e.Day + int32(e.MoreDays) + 1), true
}
