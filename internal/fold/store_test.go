package fold

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func newStore(tb testing.TB, whole bool) *Store {
	return New(machines(tb), whole)
}

// put puts the events at the given positions, in that order.
func put(s *Store, events []event, positions []int) {
	for _, p := range positions {
		e := events[p]
		for _, c := range e.changes(s.machines[e.key>>(2*ActorBits)], p) {
			s.Put([]uint64{e.key}, []Change{c})
		}
	}
}

func absorb(tb testing.TB, s *Store, final bool) {
	if err := s.Absorb(final); err != nil {
		tb.Fatal(err)
	}
}

func placed(events []event, positions []int) map[int]event {
	m := map[int]event{}
	for _, p := range positions {
		m[p] = events[p]
	}
	return m
}

func upTo(n int) []int {
	var list []int
	for i := range n {
		list = append(list, i)
	}
	return list
}

// seeds is how many seeds are tried, with -short a tenth of n.
func seeds(n uint64) uint64 {
	if testing.Short() {
		return n / 10
	}
	return n
}

// TestFoldAgainstOracle folds random events in random order and portions, with
// single insertions between, and compares with the oracle.
func TestFoldAgainstOracle(t *testing.T) {
	for seed := range seeds(4000) {
		rng := rand.New(rand.NewPCG(seed, 1))
		events := randomEvents(rng, rng.IntN(40))
		order := upTo(len(events))
		if rng.IntN(2) == 0 {
			rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		}
		s := newStore(t, rng.IntN(2) == 0)
		for rest := order; ; {
			n := rng.IntN(len(rest) + 1)
			put(s, events, rest[:n])
			absorb(t, s, true)
			rest = rest[n:]
			for range min(rng.IntN(3), len(rest)) {
				e := events[rest[0]]
				if ok, err := s.Insert(e.key, e.changes(s.machines[e.key>>(2*ActorBits)], rest[0])...); !ok || err != nil {
					t.Fatalf("seed %d: insert of a new change: %v, %v", seed, ok, err)
				}
				rest = rest[1:]
			}
			if len(rest) == 0 {
				break
			}
		}
		check(t, s, placed(events, order), fmt.Sprintf("seed %d, whole %v", seed, s.whole))
	}
}

// check compares what a store answers with the oracle.
func check(t *testing.T, s *Store, events map[int]event, where string) {
	t.Helper()
	want := want(events)
	if diff := cmp.Diff(want, got(s)); diff != "" {
		t.Fatalf("%s: spells (-want +got):\n%s", where, diff)
	}
	for key, spells := range want {
		g, ok := s.Find(key)
		if !ok {
			t.Fatalf("%s: group %d not found", where, key)
		}
		for day := int32(-20); day < 40; day++ {
			var want Spell
			for _, x := range spells {
				if x.First <= day && day <= x.Last {
					want = x
				}
			}
			got := on(s, g, day)
			if got != want {
				t.Fatalf("%s: group %d on day %d: got %+v, want %+v", where, key, day, got, want)
			}
		}
	}
}

// TestLateEventsAgainstOracle inserts and removes single events.
func TestLateEventsAgainstOracle(t *testing.T) {
	for seed := range seeds(1500) {
		rng := rand.New(rand.NewPCG(seed, 2))
		events := randomEvents(rng, 1+rng.IntN(60))
		s := newStore(t, true)
		var in []int
		for p := range events {
			if rng.IntN(2) == 0 {
				in = append(in, p)
			}
		}
		put(s, events, in)
		absorb(t, s, true)
		for step := range 20 {
			p := rng.IntN(len(events))
			e := events[p]
			changes := e.changes(s.machines[e.key>>(2*ActorBits)], p)
			at, had := slices.BinarySearch(in, p)
			var ok bool
			var err error
			if rng.IntN(2) == 0 {
				if ok, err = s.Insert(e.key, changes...); !had {
					in = slices.Insert(in, at, p)
				}
				had = !had
			} else if ok, err = s.Remove(e.key, changes...); had {
				in = slices.Delete(in, at, at+1)
			}
			if ok != had || err != nil {
				t.Fatalf("seed %d: %v, %v", seed, ok, err)
			}
			check(t, s, placed(events, in), fmt.Sprintf("seed %d, step %d", seed, step))
			if want := count(s, events, in); s.Len() != want {
				t.Fatalf("seed %d: %d changes, want %d", seed, s.Len(), want)
			}
		}
	}
}

func count(s *Store, events []event, positions []int) int {
	n := 0
	for _, p := range positions {
		n += len(events[p].changes(s.machines[events[p].key>>(2*ActorBits)], p))
	}
	return n
}

func TestRemoveNeedsAWholeStore(t *testing.T) {
	s := newStore(t, false)
	if _, err := s.Remove(1, NewChange(1, 1, 0)); !errors.Is(err, ErrNotWhole) {
		t.Errorf("got %v, want %v", err, ErrNotWhole)
	}
}

// TestManyChangesOfOneGroup goes beyond the size of a block.
func TestManyChangesOfOneGroup(t *testing.T) {
	for lane := range samples {
		rng := rand.New(rand.NewPCG(uint64(lane), 3))
		events := make([]event, 3000)
		for i := range events {
			first := rng.Int32N(2000)
			events[i] = event{Key(3, 5, uint8(lane)), first, first + rng.Int32N(4), uint8(rng.IntN(len(samples[lane].effects)))}
		}
		one, refolded := newStore(t, true), newStore(t, true)
		put(one, events, upTo(1500))
		absorb(t, one, true)
		for p := 1500; p < len(events); p++ {
			m := one.machines[lane]
			if ok, err := one.Insert(events[p].key, events[p].changes(m, p)...); !ok || err != nil {
				t.Fatal(ok, err)
			}
			if q := p - 1500; q%3 != 0 {
				if ok, err := one.Remove(events[q].key, events[q].changes(m, q)...); !ok || err != nil {
					t.Fatal(ok, err)
				}
			}
		}
		left := slices.DeleteFunc(upTo(len(events)), func(p int) bool { return p < 1500 && p%3 != 0 })
		put(refolded, events, left)
		absorb(t, refolded, true)
		if diff := cmp.Diff(got(refolded), got(one)); diff != "" {
			t.Errorf("%s: (-refolded +edited):\n%s", samples[lane].name, diff)
		}
		if one.Len() != refolded.Len() {
			t.Errorf("%s: %d changes, want %d", samples[lane].name, one.Len(), refolded.Len())
		}
	}
}

// TestWhatCannotDecideIsDropped: where effects work from every state, or are
// ranked, one change of each day is left; where they are barred by states that
// no other effect minds, two.
func TestWhatCannotDecideIsDropped(t *testing.T) {
	for name, most := range map[string]int{"the last wins": 10, "switched on and off": 10, "one state before all": 10,
		"one day in ranks": 10, "one barred by one": 20} {
		lane := slices.IndexFunc(samples, func(s sample) bool { return s.name == name })
		rng := rand.New(rand.NewPCG(uint64(lane), 4))
		events := make([]event, 1000)
		for i := range events {
			events[i] = event{key: Key(3, 5, uint8(lane)), first: int32(i / 5 % 10), effect: uint8(rng.IntN(len(samples[lane].effects)))}
		}
		bulk, single := newStore(t, false), newStore(t, false)
		put(bulk, events, upTo(len(events)))
		absorb(t, bulk, true)
		for p, e := range events {
			if _, err := single.Insert(e.key, e.changes(single.machines[lane], p)...); err != nil {
				t.Fatal(err)
			}
		}
		if bulk.Len() > most || single.Len() != bulk.Len() {
			t.Errorf("%s: %d changes left in bulk, %d one by one, want at most %d", name, bulk.Len(), single.Len(), most)
		}
	}
}

func TestTooManyChangesAreRefused(t *testing.T) {
	s := newStore(t, true)
	key := Key(1, 2, 0)
	put := func(position uint32) { s.Put([]uint64{key}, []Change{NewChange(1, position, 0)}) }
	put(0)
	absorb(t, s, true)
	s.held += maxChanges - 1
	put(1)
	if err := s.Absorb(true); err == nil || err.Error() != "2147483648 changes, expected at most 2147483647" {
		t.Errorf("in bulk: %v", err)
	}
	if _, err := s.Insert(key, NewChange(2, 2, 0)); err == nil {
		t.Error("one by one: no error")
	}
	s.held -= maxChanges - 1
	put(3)
	absorb(t, s, true)
	if s.Len() != 2 {
		t.Errorf("%d changes held after a refusal, want 2", s.Len())
	}
}
