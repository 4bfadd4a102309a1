package dispute

import (
	"fmt"
	"slices"

	"github.com/dispute-go/dispute/internal/fold"
)

// Insert adds one event at a position, as if it had come with the others, and
// reports whether it changed anything in what is kept. [CodedFold.Next] is the
// position after all others; an event of the same pair, track and day at a
// greater position outweighs it. The errors are those of [CodedFold.Add].
//
// The cost does not depend on the size of the fold: it is O(log n) for n
// changes of the pair on the track where no rule of it has Not or After; else
// also the changes of the days from the first to the last day of the event,
// and on to the day on which the state is again what it was before; and, where
// any event on them went on after its day, the changes before that.
func (f *CodedFold) Insert(position uint32, e CodedEvent) (bool, error) {
	f.ready()
	if err := f.check(&e); err != nil {
		return false, err
	}
	f.next = max(f.next, int64(position)+1)
	return f.edit(position, &e, (*fold.Store).Insert)
}

// Remove takes one event out, as if it had never come, and reports whether it
// was there. A fold knows an event by what it changes: one of another kind, or
// of another duration, that changes the same at that position is the same. It is an error that
// wraps [ErrValue] unless the fold is [FoldOptions].Removable. The cost is
// that of [CodedFold.Insert].
func (f *CodedFold) Remove(position uint32, e CodedEvent) (bool, error) {
	f.ready()
	if err := f.check(&e); err != nil {
		return false, err
	}
	if !f.whole {
		return false, fmt.Errorf("%w: a removal at position %d from a fold that drops what cannot decide, expected one made with FoldOptions.Removable", ErrValue, position)
	}
	return f.edit(position, &e, (*fold.Store).Remove)
}

func (f *CodedFold) edit(position uint32, e *CodedEvent, edit func(*fold.Store, uint64, ...fold.Change) (bool, error)) (bool, error) {
	effects := f.rules.codes[e.Kind].effects
	if len(effects) == 0 || e.From == e.To {
		return false, nil
	}
	store := f.stores[f.storeOf(e.From, e.To)]
	pair, way := foldPair(e.From, e.To)
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
			return done, fmt.Errorf("%w: %w", ErrLimit, err)
		}
		done = done || ok
	}
	return done, nil
}

// Merge adds all that another fold keeps, as if its events had come to this
// one; the other is not changed. It serves to fold a stream in parts: split by
// pairs of actors, or in any other way with positions of the whole stream
// ([CodedFold.AddAt]). It is an error that wraps [ErrValue] if the two were
// not made with the same rules or only one is Removable. A nil fold adds nothing. The cost is
// near-linear in what the two keep.
func (f *CodedFold) Merge(other *CodedFold) error {
	if other == nil {
		return nil
	}
	f.ready()
	other = other.orEmpty()
	if err := f.mergeable(other); err != nil {
		return err
	}
	return f.mergeAs(other, func(key uint64) uint64 { return key })
}

func (f *CodedFold) mergeable(other *CodedFold) error {
	if !other.rules.same(f.rules) {
		return fmt.Errorf("%w: a fold with other rules, expected the same", ErrValue)
	}
	if other.whole != f.whole {
		return fmt.Errorf("%w: a fold whose FoldOptions.Removable is %t, expected %t", ErrValue, other.whole, f.whole)
	}
	return nil
}

// mergeAs adds what another fold keeps, each change under another key.
func (f *CodedFold) mergeAs(other *CodedFold, rekey func(uint64) uint64) error {
	if other == f {
		return nil
	}
	f.next = max(f.next, other.next)
	errs := make([]error, len(f.stores))
	f.each(func(i int) {
		var keys []uint64
		var changes []fold.Change
		put := func() {
			f.stores[i].Put(keys, changes)
			keys, changes = keys[:0], changes[:0]
			if f.stores[i].Full() && errs[i] == nil {
				errs[i] = f.stores[i].Absorb(false)
			}
		}
		for _, s := range other.stores {
			for key, c := range s.Changes() {
				key = rekey(key)
				if from, to, _ := fold.Parts(key); f.storeOf(from, to) != i {
					continue
				}
				keys, changes = append(keys, key), append(changes, c)
				if len(keys) == foldBatch {
					put()
				}
			}
		}
		put()
	})
	if i := slices.IndexFunc(errs, func(err error) bool { return err != nil }); i >= 0 {
		return f.settle(fmt.Errorf("%w: %w", ErrLimit, errs[i]))
	}
	return f.settle(nil)
}
