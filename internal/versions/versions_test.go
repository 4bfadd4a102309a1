package versions_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/versions"
)

// A world is items, what they supersede, and in what order they were entered.
type world struct {
	Supersedes []int32
	There      []bool
	Entered    []int // by item: its place in the order of entry
}

func (w world) follow() versions.Versions {
	return versions.Follow(w.There,
		func(n int32) int32 { return w.Supersedes[n] },
		func(a, b int32) bool { return w.Entered[a] > w.Entered[b] })
}

// dropDangling takes away what supersedes an item that is not there.
func (w world) dropDangling() {
	for range w.There {
		for n, old := range w.Supersedes {
			w.There[n] = w.There[n] && (old == ints.None || w.There[old])
		}
	}
}

// circular reports whether superseding leads from n back to n.
func (w world) circular(n int32) bool {
	at := n
	for range w.There {
		if at = w.Supersedes[at]; at == ints.None || at == n {
			break
		}
	}
	return at == n
}

// branches returns what replaces old or would, were it alone.
func (w world) branches(old int32) []int32 {
	var list []int32
	for n := range int32(len(w.There)) {
		if w.There[n] && w.Supersedes[n] == old && !w.circular(n) {
			list = append(list, n)
		}
	}
	return list
}

func (w world) first(n int32) int32 {
	if w.circular(n) || w.Supersedes[n] == ints.None {
		return n
	}
	return w.first(w.Supersedes[n])
}

// ends reports whether m is a version of first that nothing supersedes.
func (w world) ends(first, m int32) bool {
	return w.There[m] && w.first(m) == first && len(w.branches(m)) == 0
}

// stands reports whether m is the version that all versions of first lead to:
// of all that end there, none was entered later.
func (w world) stands(first, m int32) bool {
	for other := range int32(len(w.There)) {
		if w.ends(first, other) && w.Entered[other] > w.Entered[m] {
			return false
		}
	}
	return w.ends(first, m)
}

// branchTo returns the version by which n comes from old, or none.
func (w world) branchTo(n, old int32) int32 {
	for n != ints.None && !w.circular(n) && w.Supersedes[n] != old {
		n = w.Supersedes[n]
	}
	if n == ints.None || w.circular(n) {
		return ints.None
	}
	return n
}

// want is the slow answer, found by trying every item as the one that stands.
func (w world) want(t *testing.T) versions.Versions {
	items := int32(len(w.There))
	v := versions.Versions{First: make([]int32, items), Head: make([]int32, items)}
	inCircle := map[int32]bool{}
	for n := range items {
		v.First[n], v.Head[n] = ints.None, ints.None
		if !w.There[n] {
			continue
		}
		v.First[n] = w.first(n)
		for m := range items {
			if w.stands(v.First[n], m) {
				if v.Head[n] != ints.None {
					t.Fatalf("both %d and %d stand for %d in %+v", v.Head[n], m, n, w)
				}
				v.Head[n] = m
			}
		}
		if w.circular(n) && !inCircle[n] {
			circle := []int32{n}
			for m := w.Supersedes[n]; m != n; m = w.Supersedes[m] {
				circle = append(circle, m)
			}
			slices.Sort(circle)
			for _, m := range circle {
				inCircle[m] = true
			}
			v.Circles = append(v.Circles, circle)
		}
		if list := w.branches(n); len(list) > 1 {
			v.Forks = append(v.Forks, versions.Fork{Old: n, Branches: list})
		}
	}
	for i, f := range v.Forks {
		v.Forks[i].Rules = w.branchTo(v.Head[f.Old], f.Old)
	}
	slices.SortFunc(v.Forks, func(a, b versions.Fork) int { return int(a.Branches[0] - b.Branches[0]) })
	return v
}

func (w world) compare(t *testing.T) {
	t.Helper()
	got, want := w.follow(), w.want(t)
	// cmp.Diff is slow: it is asked for words only.
	if slices.Equal(got.First, want.First) && slices.Equal(got.Head, want.Head) &&
		slices.EqualFunc(got.Circles, want.Circles, slices.Equal[[]int32]) &&
		slices.EqualFunc(got.Forks, want.Forks, func(a, b versions.Fork) bool {
			return a.Old == b.Old && a.Rules == b.Rules && slices.Equal(a.Branches, b.Branches)
		}) {
		return
	}
	t.Fatalf("%+v: (-want +got)\n%s", w, cmp.Diff(want, got))
}

// orders returns every order of n things.
func orders(n int) [][]int {
	if n == 0 {
		return [][]int{nil}
	}
	var list [][]int
	for _, shorter := range orders(n - 1) {
		for at := range n {
			list = append(list, slices.Insert(slices.Clone(shorter), at, n-1))
		}
	}
	return list
}

// Every way in which up to four items can supersede each other, each of them
// there or not, entered in every order.
func TestFollowAllSmallWorlds(t *testing.T) {
	worlds := 0
	for items := range 5 {
		ways := 1
		for range items {
			ways *= items + 1
		}
		for way := range ways {
			for there := range 1 << items {
				w := world{Supersedes: make([]int32, items), There: make([]bool, items)}
				for n, rest := 0, way; n < items; n, rest = n+1, rest/(items+1) {
					w.Supersedes[n] = int32(rest%(items+1)) - 1
					w.There[n] = there>>n&1 == 1
				}
				w.dropDangling()
				for _, w.Entered = range orders(items) {
					w.compare(t)
					worlds++
				}
			}
		}
	}
	if want := 1 + 2*2*1 + 9*4*2 + 64*8*6 + 625*16*24; worlds != want {
		t.Errorf("compared %d worlds, want %d", worlds, want)
	}
}

// Larger worlds, with long chains and bushy trees among them.
func TestFollowRandomWorlds(t *testing.T) {
	rnd := rand.New(rand.NewPCG(11, 3))
	forks, circles, deep := 0, 0, 0
	for range 5_000 {
		items := 1 + rnd.IntN(12)
		near := 1 + rnd.IntN(items) // how far back an item can supersede
		w := world{Supersedes: make([]int32, items), There: make([]bool, items), Entered: rnd.Perm(items)}
		for n := range w.There {
			w.There[n] = rnd.IntN(8) > 0
			switch rnd.IntN(6) {
			case 0:
				w.Supersedes[n] = ints.None
			case 1:
				w.Supersedes[n] = int32(rnd.IntN(items))
			default:
				w.Supersedes[n] = int32(max(0, n-1-rnd.IntN(near)))
			}
		}
		w.dropDangling()
		w.compare(t)
		v := w.follow()
		forks, circles = forks+len(v.Forks), circles+len(v.Circles)
		for n := range v.Head {
			if v.Head[n] != v.First[n] {
				deep++
			}
		}
	}
	if forks < 1_000 || circles < 1_000 || deep < 10_000 {
		t.Errorf("%d forks, %d circles, %d replaced items: the worlds do not test them", forks, circles, deep)
	}
}

// Of two branches the one rules whose last version was entered last, here the
// one that was begun first. A circle of two stays, but for the one that a third
// item supersedes.
func TestFollowByHand(t *testing.T) {
	w := world{
		Supersedes: []int32{ints.None, 0, 0, 1, 5, 4, 4},
		There:      []bool{true, true, true, true, true, true, true},
		Entered:    []int{0, 1, 2, 3, 4, 5, 6},
	}
	want := versions.Versions{
		First:   []int32{0, 0, 0, 0, 4, 5, 4},
		Head:    []int32{3, 3, 3, 3, 6, 5, 6},
		Circles: [][]int32{{4, 5}},
		Forks:   []versions.Fork{{Old: 0, Branches: []int32{1, 2}, Rules: 1}},
	}
	if diff := cmp.Diff(want, w.follow()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A chain of a million versions, oldest first and newest first, and an item that
// as many supersede.
func BenchmarkFollow(b *testing.B) {
	const items = 1_000_000
	for _, shape := range []struct {
		name       string
		supersedes func(n int32) int32
	}{
		{"chain", func(n int32) int32 { return n - 1 }},
		{"chain, newest first", func(n int32) int32 {
			if n == items-1 {
				return ints.None
			}
			return n + 1
		}},
		{"fork", func(n int32) int32 { return min(n, 1) - 1 }},
	} {
		b.Run(shape.name, func(b *testing.B) {
			there := slices.Repeat([]bool{true}, items)
			for b.Loop() {
				versions.Follow(there, shape.supersedes, func(a, b int32) bool { return a > b })
			}
		})
	}
}
