package dispute

import (
	"iter"
	"math/bits"
)

// ancestors tells which changes of a track must come before which by links.
type ancestors struct {
	any  []bool     // by change: some change must come before it
	sets [][]uint64 // by change, a set of changes; nil where it would be too large
}

// has reports whether a must come after b.
func (a *ancestors) has(c, b int32) bool {
	return a.sets[c] != nil && a.sets[c][b/64]&(1<<(b%64)) != 0
}

// of yields the changes that must come before c, ascending.
func (a *ancestors) of(c int32) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for w, word := range a.sets[c] {
			for ; word != 0; word &= word - 1 {
				if !yield(int32(64*w + bits.TrailingZeros64(word))) {
					return
				}
			}
		}
	}
}

// ancestorsOf follows the links from the changes back. Where the sets would be
// too large it tells only who has any.
func (v *View) ancestorsOf(changes []change) ancestors {
	words := (len(changes) + 63) / 64
	a, ok := v.ancestorSets(changes, words, func(i int32) int32 { return i })
	if !ok {
		one, _ := v.ancestorSets(changes, 1, func(int32) int32 { return 0 })
		a = ancestors{any: one.any}
	}
	return a
}

// ancestorSets numbers the changes in the sets by number. It gives up when
// sets of more than one word grow too large.
func (v *View) ancestorSets(changes []change, words int, number func(int32) int32) (ancestors, bool) {
	at := map[int32]int32{}
	for i, c := range changes {
		if c.place != none && !c.isEnd {
			at[c.place] = int32(i)
		}
	}
	sets := map[int32][]uint64{} // by place: the starts that links put before it
	cost := 0
	for _, c := range changes {
		if c.place != none && !v.collect(c.place, at, sets, words, number, &cost) {
			return ancestors{}, false
		}
	}
	a := ancestors{any: make([]bool, len(changes)), sets: make([][]uint64, len(changes))}
	for i, c := range changes {
		set := sets[c.place]
		if c.isEnd {
			set = append(make([]uint64, 0, words), set...)
			for len(set) < words {
				set = append(set, 0)
			}
			n := number(c.start)
			set[n/64] |= 1 << (n % 64)
		}
		a.sets[i] = set
		a.any[i] = set != nil
	}
	return a, true
}

// collect fills sets for a place and for all that links put before it, those
// first. A place with nothing before it has no set.
func (v *View) collect(place int32, at map[int32]int32, sets map[int32][]uint64, words int, number func(int32) int32, cost *int) bool {
	type step struct {
		place int32
		done  bool
	}
	stack := []step{{place, false}}
	for len(stack) > 0 {
		s := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if _, ok := sets[s.place]; ok {
			continue
		}
		if !s.done {
			stack = append(stack, step{s.place, true})
			v.beforeLinks(s.place, func(b int32) {
				if _, ok := sets[b]; !ok {
					stack = append(stack, step{b, false})
				}
			})
			continue
		}
		var set []uint64
		v.beforeLinks(s.place, func(b int32) {
			before, own := sets[b], int32(-1)
			if i, ok := at[b]; ok {
				own = number(i)
			}
			if before == nil && own < 0 {
				return
			}
			if set == nil {
				set = make([]uint64, words)
				*cost += words
			}
			for w := range before {
				set[w] |= before[w]
			}
			if own >= 0 {
				set[own/64] |= 1 << (own % 64)
			}
		})
		if words > 1 && *cost > maxAncestors {
			return false
		}
		sets[s.place] = set
	}
	return true
}
