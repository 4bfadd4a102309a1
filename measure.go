package dispute

import (
	"fmt"

	"github.com/dispute-go/dispute/internal/chain"
)

// measure reports the items that refer to too much, and the first item of each
// chain of attributions or of hierarchy that is too long. The members of a
// cycle count as one.
func measure(r *Record, l Limits, found *problems) {
	r.items(func(at int, it item) {
		n := 0
		it.references(func(_ place, to Ref) {
			if to.ID != "" {
				n++
			}
		})
		if n > l.References {
			found.add(pointer(listNames[it.entry().ref.Kind], at),
				fmt.Errorf("%w: %d references, expected at most %d", ErrLimit, n, l.References))
		}
	})
	actors := numbered(len(r.Actors), func(i int) ActorID { return r.Actors[i].ID })
	tooLong(len(r.Actors), l.HierarchyDepth, "/actors", "actors in one chain of part-of, speaks-for and holds-office",
		func(i int, arrow func(int32, bool)) {
			for _, a := range r.Actors[i].Affiliations {
				if n, ok := actors[a.To]; a.Kind.leadsUp() {
					arrow(n, ok)
				}
			}
		}, found)
	attributions := numbered(len(r.Attributions), func(i int) AttributionID { return r.Attributions[i].ID })
	tooLong(len(r.Attributions), l.AttributionDepth, "/attributions", "attributions in one chain",
		func(i int, arrow func(int32, bool)) {
			a := &r.Attributions[i]
			n, ok := attributions[a.Attribution]
			arrow(n, ok)
			for _, id := range a.Relays {
				n, ok := attributions[id]
				arrow(n, ok)
			}
		}, found)
}

// numbered maps IDs to indexes, the last one where an ID is repeated.
func numbered[T comparable](n int, id func(int) T) map[T]int32 {
	index := make(map[T]int32, n)
	for i := range n {
		index[id(i)] = int32(i)
	}
	return index
}

// tooLong reports the items whose longest chain is the first to exceed limit;
// arrows calls arrow for everything an item points at, if it is on file.
func tooLong(n, limit int, list, what string, arrows func(i int, arrow func(int32, bool)), found *problems) {
	next := make([][]int32, n)
	for i := range n {
		arrows(i, func(to int32, ok bool) {
			if ok {
				next[i] = append(next[i], to)
			}
		})
	}
	for i, length := range chain.Lengths(next) {
		if int(length) == limit+1 {
			found.add(list+pointer(i), fmt.Errorf("%w: %d %s, expected at most %d", ErrLimit, length, what, limit))
		}
	}
}
