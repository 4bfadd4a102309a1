package giveway

import (
	"math/rand/v2"
	"testing"
)

func set(states ...int) (s uint64) {
	for _, x := range states {
		s |= 1 << x
	}
	return s
}

func TestAmong(t *testing.T) {
	for _, tt := range []struct {
		name string
		acts []Act
		want map[int]uint64 // by state: what gives way to it
	}{
		{"no acts", nil, nil},
		{"acts that start from anything", []Act{{1, 0}, {2, 0}}, nil},
		{"in a row", []Act{{1, set(2, 3)}, {2, set(3)}, {3, 0}}, map[int]uint64{2: set(1), 3: set(1, 2)}},
		{"each leaves the other", []Act{{1, set(2)}, {2, set(1)}}, nil},
		{"in a circle", []Act{{1, set(2)}, {2, set(3)}, {3, set(1)}}, map[int]uint64{1: set(3), 2: set(1), 3: set(2)}},
		{"one of two acts can start from the other state", []Act{{1, set(2)}, {1, 0}, {2, 0}}, nil},
		{"one of two acts cannot start from the other state", []Act{{1, set(2)}, {2, 0}, {2, set(1)}}, nil},
		{"a state that no act brings", []Act{{1, set(2)}}, nil},
		{"a state left by its own act", []Act{{1, set(1)}}, nil},
		{"the outermost states", []Act{{0, set(63)}, {63, 0}}, map[int]uint64{63: set(0)}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var want Table
			for s, w := range tt.want {
				want[s] = w
			}
			if got := Among(tt.acts); got != want {
				t.Errorf("got %v, want %v", got, want)
			}
		})
	}
}

func TestRuling(t *testing.T) {
	row := Among([]Act{{1, set(2, 3)}, {2, set(3)}, {3, 0}})
	circle := Among([]Act{{1, set(2)}, {2, set(3)}, {3, set(1)}})
	backward := Among([]Act{{1, 0}, {2, set(1)}})
	for _, tt := range []struct {
		name         string
		table        Table
		states, want uint64
	}{
		{"nothing", row, 0, 0},
		{"one", row, set(2), set(2)},
		{"the strongest of a row", row, set(1, 2), set(2)},
		{"the stronger is the lesser", backward, set(1, 2), set(1)},
		{"none gives way", Table{}, set(4, 9), set(9)},
		{"each gives way: the greatest", circle, set(1, 2, 3), set(3)},
		{"part of a circle", circle, set(1, 2), set(2)},
	} {
		if got := tt.table.Ruling(tt.states); got != tt.want {
			t.Errorf("%s: got %b, want %b", tt.name, got, tt.want)
		}
	}
}

// TestCanRule compares with every set of what can go on.
func TestCanRule(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	exact := 0
	for range 20_000 {
		n := 1 + rng.IntN(5)
		var acts []Act
		rowed, flat := rng.IntN(3) == 0, rng.IntN(3) == 0
		for s := range n {
			for range 1 + rng.IntN(2) {
				leaves := rng.Uint64() & rng.Uint64() & (1<<n - 1)
				switch {
				case flat:
					leaves = 0
				case rowed:
					leaves = (1<<n - 1) &^ (1<<(s+1) - 1) // all greater ones
				}
				acts = append(acts, Act{uint8(s), leaves})
			}
		}
		table := Among(acts)
		possibly := rng.Uint64() & (1<<n - 1)
		surely := possibly & rng.Uint64()
		own := uint64(1) << rng.IntN(n)
		var want uint64
		for s := uint64(1); s < 1<<n; s++ {
			switch {
			case s&^possibly != 0 || surely&^s != 0:
			case s&own != 0:
				want |= own
			default:
				want |= rulingByHand(acts, s)
			}
		}
		got := table.CanRule(own, possibly, surely)
		if want&^got != 0 {
			t.Fatalf("%v, own %b, possibly %b, surely %b: got %b, leaves out some of %b", acts, own, possibly, surely, got, want)
		}
		if rowed || flat || possibly == surely {
			exact++
			if got != want {
				t.Fatalf("%v, own %b, possibly %b, surely %b: got %b, want %b", acts, own, possibly, surely, got, want)
			}
		}
	}
	if exact < 5_000 {
		t.Errorf("%d exact answers compared, want at least 5,000", exact)
	}
}

// rulingByHand says by the acts alone which of some states rules.
func rulingByHand(acts []Act, states uint64) uint64 {
	givesWay := func(weak, strong int) bool {
		for _, a := range acts {
			if int(a.State) == weak && a.Leaves>>strong&1 == 0 || int(a.State) == strong && a.Leaves>>weak&1 != 0 {
				return false
			}
		}
		return weak != strong
	}
	best, last := -1, -1
	for s := range States {
		if states>>s&1 == 0 {
			continue
		}
		last = s
		firm := true
		for other := range States {
			firm = firm && !(states>>other&1 != 0 && givesWay(s, other))
		}
		if firm {
			best = s
		}
	}
	if best < 0 {
		best = last
	}
	return 1 << best
}
