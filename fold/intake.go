package fold

import (
	"fmt"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/ids"
)

// An intake hands a stream of events to a fold, with numbers for their names.
type intake struct {
	coder
	events    []CodedEvent
	positions []uint32 // nil unless the events have their own
	err       error
}

func (f *Named) intake() *intake {
	return &intake{
		coder:  coder{f, new(nameCache[dispute.EventKind, kindCode]), new(nameCache[dispute.ActorID, uint32])},
		events: make([]CodedEvent, 0, streamBlock),
	}
}

// add takes one event in and reports whether it wants another.
func (in *intake) add(e *Event) bool {
	coded, unruled, err := in.code(e)
	if err != nil {
		in.err = atPosition(in.position(), err)
		return false
	}
	if unruled != nil {
		*unruled++
	}
	if in.events = append(in.events, coded); len(in.events) == streamBlock {
		in.flush()
	}
	return in.err == nil
}

// position returns that of the event being taken in.
func (in *intake) position() int64 {
	n := len(in.events)
	if in.positions != nil {
		return int64(in.positions[n])
	}
	return in.f.coded.next + int64(n)
}

// flush hands over what has been taken in.
func (in *intake) flush() {
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

// done hands over the rest and returns the first error.
func (in *intake) done() error {
	failed := in.err
	in.flush()
	if failed != nil {
		in.err = failed
	}
	return in.f.coded.settle(in.err)
}

// A coder gives numbers to the names of events. Without its caches it looks
// each of them up.
type coder struct {
	f      *Named
	kinds  *nameCache[dispute.EventKind, kindCode]
	actors *nameCache[dispute.ActorID, uint32]
}

// A kindCode is the code of a kind, and where its events are counted if no rule
// knows it.
type kindCode struct {
	code    Code
	unruled *int64 // nil for a kind that has a code
}

// code returns an event with numbers for its names, and where it is counted if it
// comes to be added and no rule knows it.
func (c *coder) code(e *Event) (coded CodedEvent, unruled *int64, err error) {
	kind, ok := c.kinds.get(e.Kind)
	if !ok {
		if kind.code, err = c.f.coded.rules.Code(e.Kind, "", ""); err != nil {
			return coded, nil, err
		}
		if kind.code == 0 {
			kind.unruled = c.f.count(e.Kind)
		}
		c.kinds.put(e.Kind, kind)
	}
	coded.Code = kind.code
	if coded.Day, err = dayNumber(e.Day); err != nil {
		return coded, nil, err
	}
	if coded.From, err = c.number(e.From); err != nil {
		return coded, nil, err
	}
	coded.To, err = c.number(e.To)
	coded.MoreDays = e.MoreDays
	return coded, kind.unruled, err
}

// number returns the number of an actor, a new one if it has none.
func (c *coder) number(id dispute.ActorID) (uint32, error) {
	if n, ok := c.actors.get(id); ok {
		return n, nil
	}
	n, err := c.f.number(id)
	if err == nil {
		c.actors.put(id, n)
	}
	return n, err
}

// number returns the number of an actor, a new one if it has none.
func (f *Named) number(id dispute.ActorID) (uint32, error) {
	n, ok := f.numbers[id]
	if ok {
		return n, nil
	}
	if err := checkActor(id); err != nil {
		return 0, err
	}
	if len(f.names) > int(MaxActor) {
		return 0, fmt.Errorf("%w: actor %q, expected at most %d actors", dispute.ErrLimit, id, len(f.names))
	}
	n = uint32(len(f.names))
	f.numbers[id] = n
	f.names = append(f.names, id)
	return n, nil
}

// checkActor tells why an actor cannot have an ID, if it cannot: by the rule that
// records follow.
func checkActor(id dispute.ActorID) error {
	switch {
	case id == "":
		return fmt.Errorf("%w: an event without one of its two actors, want both", dispute.ErrMissing)
	case len(id) > ids.Bytes:
		return fmt.Errorf("%w: an actor's ID of %d bytes, expected at most %d", dispute.ErrLimit, len(id), ids.Bytes)
	case !ids.Valid(string(id)):
		return fmt.Errorf("%w: ID %q of an actor, expected characters of %s", dispute.ErrValue, id, ids.Characters)
	}
	return nil
}
