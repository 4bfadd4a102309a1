package fold

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A list of blocks is the sorted list, whatever is put in and taken out, from none
// to several blocks and back.
func TestBlocksAgainstAList(t *testing.T) {
	for seed := range uint64(20) {
		rng := rand.New(rand.NewPCG(seed, 4))
		random := func() Change {
			// The greatest position and effect make a change the last that its day can have.
			return NewChange(rng.Int32N(40), []uint32{rng.Uint32N(90), math.MaxUint32}[rng.IntN(2)], []uint8{0, 1<<effectBits - 1}[rng.IntN(2)])
		}
		var list []Change
		for range rng.IntN(200) {
			list = append(list, random())
		}
		slices.Sort(list)
		list = slices.Compact(list)
		b := blocksOf(slices.Clone(list))
		for step := range 2400 {
			c := random()
			at, had := slices.BinarySearch(list, c)
			switch p := b.seek(c); {
			case b.has(c) != had:
				t.Fatalf("seed %d, step %d: has %x: %t, want %t", seed, step, c, !had, had)
			case had && step > 1200:
				b.remove(p)
				list = slices.Delete(list, at, at+1)
			case !had && step <= 1200:
				b.insert(p, c)
				list = slices.Insert(list, at, c)
			}
			if got := b.appendTo(nil); b.len() != len(list) || !slices.Equal(got, list) {
				t.Fatalf("seed %d, step %d: %d changes %x, want %d: %x", seed, step, b.len(), got, len(list), list)
			}
			after, _ := slices.BinarySearchFunc(list, c, func(x, c Change) int {
				if x <= c {
					return -1
				}
				return 1
			})
			p := b.after(c)
			if b.holds(p) != (after < len(list)) || b.holds(p) && b.change(p) != list[after] {
				t.Fatalf("seed %d, step %d: wrong place after %x", seed, step, c)
			}
			last, ok := b.last(p)
			if ok != (after > 0) || ok && last != list[after-1] {
				t.Fatalf("seed %d, step %d: %x, %t before what is after %x", seed, step, last, ok, c)
			}
			var day []Change
			if after < len(list) {
				for _, x := range list[after:] {
					if sameDay(x, list[after]) {
						day = append(day, x)
					}
				}
			}
			if got := b.appendDay(nil, p); !slices.Equal(got, day) {
				t.Fatalf("seed %d, step %d: the day is %x, want %x", seed, step, got, day)
			}
		}
	}
}

// Single changes on the first and the last days that there are leave what folding all
// at once leaves.
func TestLateChangesAtTheEdgesOfTime(t *testing.T) {
	for seed := range uint64(150) {
		rng := rand.New(rand.NewPCG(seed, 5))
		lane := rng.IntN(len(samples))
		events := make([]event, 12)
		for i := range events {
			e := event{key: Key(3, 5, uint8(lane)), first: MinDay + rng.Int32N(3), effect: uint8(rng.IntN(len(samples[lane].effects)))}
			if rng.IntN(2) == 0 {
				e.first = MaxDay - rng.Int32N(3)
			}
			if e.last = e.first; e.first < 0 || rng.IntN(2) == 0 && e.first < MaxDay-1 {
				e.last++
			} else if e.last == MaxDay {
				e.last = noEnd
			}
			events[i] = e
		}
		late := newStore(t, true)
		var in []int
		for step := range 30 {
			p := rng.IntN(len(events))
			changes := events[p].changes(late.machines[lane], p)
			if at, had := slices.BinarySearch(in, p); !had {
				in = slices.Insert(in, at, p)
				if ok, err := late.Insert(events[p].key, changes...); !ok || err != nil {
					t.Fatal(ok, err)
				}
			} else {
				in = slices.Delete(in, at, at+1)
				if ok, err := late.Remove(events[p].key, changes...); !ok || err != nil {
					t.Fatal(ok, err)
				}
			}
			whole := newStore(t, true)
			put(whole, events, in)
			absorb(t, whole, true)
			if diff := cmp.Diff(got(whole), got(late)); diff != "" {
				t.Fatalf("seed %d, step %d (-at once +one by one):\n%s", seed, step, diff)
			}
		}
		for key := range late.Changes() {
			if key != events[0].key {
				t.Errorf("a change of %d, want %d", key, events[0].key)
			}
			break
		}
	}
}

func TestNewMachineRefuses(t *testing.T) {
	for _, effects := range [][]Effect{{{To: 1}, {To: MaxStates}}, {{To: 1}, {To: 1, Before: MaxStates}}, {{To: 1}, {To: 1, After: MaxStates}}} {
		want := fmt.Sprintf("state %d in effect 1, expected less than %d", MaxStates, MaxStates)
		if _, err := NewMachine(effects); err == nil || err.Error() != want {
			t.Errorf("%v: error %v, want %q", effects, err, want)
		}
	}
}
