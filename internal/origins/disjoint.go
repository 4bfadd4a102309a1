package origins

import (
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
)

// pairBudget bounds the work of disjointPair. Beyond it two statements count
// as dependent, which never raises a level.
const pairBudget = 1 << 22

// fewPairs are compared as they are.
const fewPairs = 64

// disjointPair reports whether a list of as and a list of bs share nothing.
// All lists are ascending.
func disjointPair(as, bs [][]int32) bool {
	if int64(len(as))*int64(len(bs)) <= fewPairs {
		for _, a := range as {
			for _, b := range bs {
				if !ints.Intersect(a, b) {
					return true
				}
			}
		}
		return false
	}
	as, bs = distinct(as), distinct(bs)
	var actors ints.Numbering[int32]
	var holders []int64 // in how many bs an actor is
	for _, b := range bs {
		for _, x := range b {
			n, isNew := actors.Add(x)
			if isNew {
				holders = append(holders, 0)
			}
			holders[n]++
		}
	}
	work := 0
	for _, a := range as {
		touched := int64(0)
		for _, x := range a {
			if n, ok := actors.Find(x); ok {
				touched += holders[n]
			}
		}
		if touched < int64(len(bs)) {
			return true
		}
		if len(a) == 1 {
			continue // every b holds its only actor
		}
		for _, b := range bs {
			if work += len(a) + len(b); work > pairBudget {
				return false
			}
			if !ints.Intersect(a, b) {
				return true
			}
		}
	}
	return false
}

func distinct(lists [][]int32) [][]int32 {
	lists = slices.Clone(lists)
	slices.SortFunc(lists, slices.Compare[[]int32])
	return slices.CompactFunc(lists, slices.Equal[[]int32])
}
