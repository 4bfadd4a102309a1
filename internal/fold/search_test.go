package fold

import (
	"math/rand/v2"
	"testing"
)

// TestOnInLongGroups asks for every day of groups of many spells, whose days
// lie evenly, ever closer, or in one corner, and again after single changes
// have come and gone.
func TestOnInLongGroups(t *testing.T) {
	const days = 40_000
	rng := rand.New(rand.NewPCG(8, 9))
	lies := []func(i, n int) int32{
		func(i, n int) int32 { return int32(i * days / n) },
		func(i, n int) int32 { return int32(i * i * days / (n * n)) },
		func(i, n int) int32 { return int32(i) },
		func(i, n int) int32 { return int32(days - n + i) },
		func(int, int) int32 { return rng.Int32N(days) },
		func(i, n int) int32 { return int32(i%2*(days-n)) + int32(i/2) },
	}
	s := New(fourStates(t), true)
	var keys []uint64
	for _, n := range []int{1, 31, 32, 33, 700, 5000} {
		for _, lie := range lies {
			key := Key(uint32(len(keys)), uint32(len(keys)+1), uint8(len(keys)%4))
			keys = append(keys, key)
			for i := range n {
				s.Put([]uint64{key}, []Change{NewChange(lie(i, n), uint32(i), uint8(rng.IntN(4)))})
			}
		}
	}
	absorb(t, s, true)
	check := func(when string) {
		t.Helper()
		for _, key := range keys {
			g, _ := s.Find(key)
			spells := s.AppendSpells(nil, g)
			at := 0
			for day := int32(-3); day < days+3; day++ {
				for at < len(spells) && spells[at].Last < day {
					at++
				}
				want := Spell{}
				if at < len(spells) && spells[at].First <= day {
					want = spells[at]
				}
				if got := on(s, g, day); got != want {
					t.Fatalf("%s: group %d on day %d: got %+v, want %+v", when, g, day, got, want)
				}
			}
		}
	}
	check("in bulk")
	for i, key := range keys {
		if i%3 == 0 {
			continue
		}
		c := NewChange(rng.Int32N(days), 1<<20, uint8(rng.IntN(4)))
		if ok, err := s.Insert(key, c); !ok || err != nil {
			t.Fatal(ok, err)
		}
		if i%3 == 1 {
			if ok, err := s.Remove(key, c); !ok || err != nil {
				t.Fatal(ok, err)
			}
		}
	}
	check("after single changes")
	s.Put(keys[:1], []Change{NewChange(5, 1<<21, 1)})
	absorb(t, s, true)
	check("in bulk again")
}

// on returns the spell of a day, or the zero Spell.
func on(s *Store, g int, day int32) Spell {
	c, last, before := s.On(g, day)
	if c.State() == 0 {
		return Spell{}
	}
	return Spell{State: c.State(), First: c.Day(), Last: last, Position: c.Position(), Ended: c.IsEnd(), Before: before}
}

// TestPortions puts more than one portion, in pieces of all sizes, twice.
func TestPortions(t *testing.T) {
	keys, changes := randomInputs(300_000)
	whole, pieces := New(fourStates(t), true), New(fourStates(t), true)
	whole.Put(keys, changes)
	absorb(t, whole, true)
	rng := rand.New(rand.NewPCG(10, 11))
	for from := 0; from < len(keys); {
		until := min(from+rng.IntN(1000), len(keys))
		pieces.Put(keys[from:until], changes[from:until])
		if rng.IntN(300) == 0 {
			absorb(t, pieces, false)
		}
		from = until
	}
	absorb(t, pieces, true)
	if whole.Len() != pieces.Len() || whole.Groups() != pieces.Groups() {
		t.Fatalf("%d changes in %d groups, want %d in %d", pieces.Len(), pieces.Groups(), whole.Len(), whole.Groups())
	}
	for g := range whole.Groups() {
		a, _ := whole.Causes(g)
		b, _ := pieces.Causes(g)
		if len(a) != len(b) {
			t.Fatalf("group %d: %d spells, want %d", g, len(b), len(a))
		}
		for i := range a {
			if a[i] != b[i] {
				t.Fatalf("group %d, spell %d: got %x, want %x", g, i, b[i], a[i])
			}
		}
	}
}
