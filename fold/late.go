package fold

import (
	"fmt"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/fold"
)

// Insert adds one event at a position, as if it had come with the others, and
// reports whether it changed anything in what is kept. [Coded.Next] is the
// position after all others; an event of the same pair, track and day at a
// greater position outweighs it. The errors are those of [Coded.Add].
//
// The cost does not depend on the size of the fold: it is O(log n) for n
// changes of the pair on the track where no rule of it has Not or After; else
// also the changes of the days from the first to the last day of the event,
// and on to the day on which the state is again what it was before; and, where
// any event on them went on after its day, the changes before that.
func (f *Coded) Insert(position uint32, e CodedEvent) (bool, error) {
	if err := f.ready(); err != nil {
		return false, err
	}
	if err := f.rules.check(&e); err != nil {
		return false, atPosition(int64(position), err)
	}
	f.unruled += countUnruled([]CodedEvent{e})
	f.next = max(f.next, int64(position)+1)
	return f.edit(position, &e, (*fold.Store).Insert)
}

// Remove takes one event out, as if it had never come, and reports whether it
// was there. A fold knows an event by what it changes: one of another code, or
// of another duration, that changes the same at that position is the same. It
// is an error that wraps [dispute.ErrValue] unless the fold was made with
// Removable of its [Options]. The cost is that of [Coded.Insert].
func (f *Coded) Remove(position uint32, e CodedEvent) (bool, error) {
	if err := f.ready(); err != nil {
		return false, err
	}
	if err := f.rules.check(&e); err != nil {
		return false, atPosition(int64(position), err)
	}
	if !f.whole {
		return false, fmt.Errorf("%w: a removal at position %d from a fold that drops what cannot decide, expected one made with Options.Removable", dispute.ErrValue, position)
	}
	return f.edit(position, &e, (*fold.Store).Remove)
}

// edit inserts or removes the changes of one event.
func (f *Coded) edit(position uint32, e *CodedEvent, edit func(*fold.Store, uint64, ...fold.Change) (bool, error)) (bool, error) {
	effects := f.rules.codes[e.Code].effects
	if len(effects) == 0 || e.From == e.To {
		return false, nil
	}
	store := f.stores[f.storeOf(e.From, e.To)]
	pair, way := pairOf(e.From, e.To)
	done := false
	for i := range effects {
		x := &effects[i]
		changes, n := [2]fold.Change{fold.NewChange(e.Day, position, x.oneDay)}, 1
		if e.MoreDays > 0 && x.oneDay != x.longer {
			var ended bool
			if changes[0], changes[1], ended = x.longerChanges(e, position); ended {
				n = 2
			}
		}
		ok, err := edit(store, pair|fold.Lane(x.lanes[way]), changes[:n]...)
		if err != nil {
			return done, fmt.Errorf("%w: %w", dispute.ErrLimit, err)
		}
		done = done || ok
	}
	return done, nil
}
