package fold

import (
	"fmt"
	"sync"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/fold"
)

// Options are the choices of a fold. None of them changes an answer. The zero
// Options are one worker, and a fold from which nothing can be removed.
type Options struct {
	// Workers is how many goroutines take in events, from 1 to 256; less or more
	// is taken for these. Each does its own pairs of actors.
	Workers int
	// Removable keeps every change, so that events can be removed again. Else
	// changes are dropped that can never decide anything whatever else comes.
	Removable bool
}

// A Coded fold keeps the relations of numbered actors as a stream of coded
// events makes them. The zero Coded is a fold of no events under
// [dispute.DefaultRules]; a nil one answers as that does and takes nothing in.
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
type Coded struct {
	rules  *Rules
	whole  bool
	stores []*fold.Store // by worker; nil for a zero fold
	next   int64         // the position after the last one
	// How many events came that no rule knows.
	unruled int64
}

// NewCoded returns a fold of no events under the given rules; nil and zero ones
// stand for those of [dispute.DefaultRules].
func NewCoded(rules *Rules, o Options) *Coded {
	rules = rules.orDefault()
	f := &Coded{rules: rules, whole: o.Removable, stores: make([]*fold.Store, min(max(o.Workers, 1), 256))}
	for i := range f.stores {
		f.stores[i] = fold.New(rules.machines, o.Removable)
	}
	return f
}

// isZero reports whether a fold is nil or zero, so that it has no stores.
func (f *Coded) isZero() bool { return f == nil || f.stores == nil }

// orEmpty returns a fold, and one of no events for a nil or a zero fold.
func (f *Coded) orEmpty() *Coded {
	if f.isZero() {
		return NewCoded(nil, Options{})
	}
	return f
}

// ready makes a zero fold one of no events. It refuses a nil one.
func (f *Coded) ready() error {
	if f == nil {
		return fmt.Errorf("%w: a nil fold takes nothing in, want one from NewCoded or a zero one", dispute.ErrMissing)
	}
	if f.isZero() {
		*f = *f.orEmpty()
	}
	return nil
}

// Rules returns the rules of the fold.
func (f *Coded) Rules() *Rules {
	if f.isZero() {
		var none *Rules
		return none.orDefault()
	}
	return f.rules
}

// Next returns the position that the next added event gets: one more than the
// greatest so far, at first 0.
func (f *Coded) Next() int64 {
	if f == nil {
		return 0
	}
	return f.next
}

// Len returns the number of changes kept. One event can make several, on
// different tracks.
func (f *Coded) Len() int {
	if f == nil {
		return 0
	}
	n := 0
	for _, s := range f.stores {
		n += s.Len()
	}
	return n
}

// pairOf returns the pair of two actors as it is part of a key, and 1 if from
// is the one with the greater number, else 0.
func pairOf(from, to uint32) (pair uint64, way int) {
	if from > to {
		return fold.Pair(to, from), 1
	}
	return fold.Pair(from, to), 0
}

// storeOf returns the number of the store that has a pair of actors.
func (f *Coded) storeOf(from, to uint32) int {
	if len(f.stores) == 1 {
		return 0
	}
	pair, _ := pairOf(from, to)
	return int(uint64(uint32(pair*0x9e3779b97f4a7c15>>32)) * uint64(len(f.stores)) >> 32)
}

// each runs a job for each store.
func (f *Coded) each(job func(i int)) {
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

// settle makes what has been put into the stores answerable. It returns the
// error given, if there is one, else its own.
func (f *Coded) settle(err error) error {
	errs := make([]error, len(f.stores))
	f.each(func(i int) { errs[i] = f.stores[i].Absorb(true) })
	for _, e := range errs {
		if e != nil && err == nil {
			err = fmt.Errorf("%w: %w", dispute.ErrLimit, e)
		}
	}
	return err
}
