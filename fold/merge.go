package fold

import (
	"fmt"
	"slices"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/fold"
)

// Merge adds all that another fold keeps, as if its events had come to this
// one; the other is not changed. It serves to fold a stream in parts: split by
// pairs of actors, or in any other way with positions of the whole stream
// ([Coded.AddAt]). It is an error that wraps [dispute.ErrValue] if the two were
// not made with the same rules or only one is Removable. A nil fold adds
// nothing. The cost is near-linear in what the two keep.
func (f *Coded) Merge(other *Coded) error {
	if other == nil {
		return nil
	}
	if err := f.ready(); err != nil {
		return err
	}
	other = other.orEmpty()
	if err := f.mergeable(other); err != nil {
		return err
	}
	return f.mergeAs(other, func(key uint64) uint64 { return key })
}

// mergeable tells why another fold cannot be merged, if it cannot.
func (f *Coded) mergeable(other *Coded) error {
	if !other.rules.same(f.rules) {
		return fmt.Errorf("%w: a fold with other rules, expected the same", dispute.ErrValue)
	}
	if other.whole != f.whole {
		return fmt.Errorf("%w: a fold whose Options.Removable is %t, expected %t", dispute.ErrValue, other.whole, f.whole)
	}
	return nil
}

// mergeAs adds what another fold keeps, each change under another key.
func (f *Coded) mergeAs(other *Coded, rekey func(uint64) uint64) error {
	if other == f {
		return nil
	}
	f.next = max(f.next, other.next)
	f.unruled += other.unruled
	errs := make([]error, len(f.stores))
	f.each(func(i int) { errs[i] = f.share(i, other, rekey) })
	if i := slices.IndexFunc(errs, func(err error) bool { return err != nil }); i >= 0 {
		return f.settle(fmt.Errorf("%w: %w", dispute.ErrLimit, errs[i]))
	}
	return f.settle(nil)
}

// share puts into store i what another fold keeps of its pairs.
func (f *Coded) share(i int, other *Coded, rekey func(uint64) uint64) (err error) {
	var keys []uint64
	var changes []fold.Change
	put := func() {
		f.stores[i].Put(keys, changes)
		keys, changes = keys[:0], changes[:0]
		if f.stores[i].Full() && err == nil {
			err = f.stores[i].Absorb(false)
		}
	}
	for _, s := range other.stores {
		for key, c := range s.Changes() {
			key = rekey(key)
			if from, to, _ := fold.Parts(key); f.storeOf(from, to) != i {
				continue
			}
			keys, changes = append(keys, key), append(changes, c)
			if len(keys) == changeBlock {
				put()
			}
		}
	}
	put()
	return err
}

// Merge adds all that another fold keeps; see [Coded.Merge]. The numbers that
// the two have given to their actors do not matter.
func (f *Named) Merge(other *Named) error {
	if other == nil {
		return nil
	}
	if err := f.ready(); err != nil {
		return err
	}
	coded := other.coded.orEmpty()
	if err := f.coded.mergeable(coded); err != nil {
		return err
	}
	if other != f {
		f.countAll(other)
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
	return f.coded.mergeAs(coded, func(key uint64) uint64 {
		a, b, lane := fold.Parts(key)
		pair, way := pairOf(numbers[a], numbers[b])
		if way == 1 {
			lane = rules.mirror[lane]
		}
		return pair | fold.Lane(lane)
	})
}
