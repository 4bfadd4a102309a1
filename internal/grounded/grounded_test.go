package grounded

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLabel(t *testing.T) {
	tests := []struct {
		name    string
		n       int
		attacks [][2]int32
		want    []Status
	}{
		{"nothing", 0, nil, []Status{}},
		{"unattacked", 2, nil, []Status{In, In}},
		{"reinstatement", 3, [][2]int32{{0, 1}, {1, 2}}, []Status{In, Out, In}},
		{"mutual attack", 2, [][2]int32{{0, 1}, {1, 0}}, []Status{Undecided, Undecided}},
		{"self attack", 1, [][2]int32{{0, 0}}, []Status{Undecided}},
		{"self attacker defeated", 3, [][2]int32{{0, 0}, {1, 0}, {0, 2}}, []Status{Out, In, In}},
		{"odd cycle", 3, [][2]int32{{0, 1}, {1, 2}, {2, 0}}, []Status{Undecided, Undecided, Undecided}},
		{"odd cycle broken from outside", 4, [][2]int32{{0, 1}, {1, 2}, {2, 0}, {3, 0}}, []Status{Out, In, Out, In}},
		{"floating acceptance stays undecided", 4, [][2]int32{{0, 1}, {1, 0}, {0, 2}, {1, 2}, {2, 3}},
			[]Status{Undecided, Undecided, Undecided, Undecided}},
		{"repeated attack", 3, [][2]int32{{0, 1}, {0, 1}, {1, 2}, {1, 2}}, []Status{In, Out, In}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, Label(tt.n, tt.attacks)); diff != "" {
				t.Errorf("labels (-want +got):\n%s", diff)
			}
		})
	}
}

// iterate applies Dung's characteristic function F(S) = {a : S defends a} from
// the empty set up to its least fixed point.
func iterate(n int, attacks [][2]int32) []Status {
	in := make([]bool, n)
	hit := func(set []bool) []bool {
		out := make([]bool, n)
		for _, a := range attacks {
			out[a[1]] = out[a[1]] || set[a[0]]
		}
		return out
	}
	for {
		next := make([]bool, n)
		out := hit(in)
		for x := range next {
			next[x] = true
			for _, a := range attacks {
				if int(a[1]) == x && !out[a[0]] {
					next[x] = false
				}
			}
		}
		if slices.Equal(in, next) {
			break
		}
		in = next
	}
	labels := make([]Status, n)
	for x, out := range hit(in) {
		if in[x] {
			labels[x] = In
		} else if out {
			labels[x] = Out
		}
	}
	return labels
}

func TestLabelAgainstCharacteristicFunction(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	seen := map[Status]int{}
	for range 20_000 {
		n := 1 + rng.IntN(9)
		attacks := make([][2]int32, rng.IntN(2*n))
		for i := range attacks {
			attacks[i] = [2]int32{rng.Int32N(int32(n)), rng.Int32N(int32(n))}
		}
		want := iterate(n, attacks)
		for _, s := range want {
			seen[s]++
		}
		for range 2 {
			if diff := cmp.Diff(want, Label(n, attacks)); diff != "" {
				t.Fatalf("n %d, attacks %v (-want +got):\n%s", n, attacks, diff)
			}
			rng.Shuffle(len(attacks), func(i, j int) { attacks[i], attacks[j] = attacks[j], attacks[i] })
		}
	}
	for _, s := range []Status{Undecided, In, Out} {
		if seen[s] < 1000 {
			t.Errorf("only %d arguments were %v: the worlds are too tame", seen[s], s)
		}
	}
}

func TestStatusString(t *testing.T) {
	var zero Status
	got := fmt.Sprintf("%v %v %v %q", zero, In, Out, Status(9))
	if want := `undecided in out ""`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// BenchmarkReversedChain labels a chain in which every argument is attacked by
// the next one, so that a scan in index order would need n rounds.
func BenchmarkReversedChain(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			attacks := make([][2]int32, 0, n)
			for x := int32(1); int(x) < n; x++ {
				attacks = append(attacks, [2]int32{x, x - 1})
			}
			for b.Loop() {
				Label(n, attacks)
			}
		})
	}
}

// BenchmarkRandom labels random frameworks with 1.5 attacks to an argument.
func BenchmarkRandom(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			rng := rand.New(rand.NewPCG(5, 6))
			attacks := make([][2]int32, n*3/2)
			for i := range attacks {
				attacks[i] = [2]int32{rng.Int32N(int32(n)), rng.Int32N(int32(n))}
			}
			for b.Loop() {
				Label(n, attacks)
			}
		})
	}
}
