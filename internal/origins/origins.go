// Package origins tells how many of several statements may be independent of
// each other, and how strong they are together. It knows statements only by the
// numbers of what they depend on: two that share one are dependent.
package origins

import (
	"slices"

	"github.com/dispute-go/dispute/internal/group"
	"github.com/dispute-go/dispute/internal/ints"
)

// A Root is a first-hand statement.
type Root struct {
	// Reach is what it depends on, its speakers included, ascending. It is not
	// empty.
	Reach []int32
	// Joint says that several make it together.
	Joint bool
	// Implied roots count at most 1, Interested ones 1, a Finding 4. An
	// Admission counts 3.
	Implied, Interested, Admission, Finding bool
	// Origin is the number of its group, which [Number] fills in.
	Origin int
}

// Number numbers the groups of roots that depend on each other, from 1, in the
// order of their first roots, and returns how many there are. A joint statement belongs to no group, and has number 0, where what it
// depends on already has a voice in a statement that is not joint; then it
// merges no other statements either. The cost is near-linear in all reaches.
func Number(roots []Root) (count int) {
	if len(roots) == 1 {
		roots[0].Origin = 1
		return 1
	}
	var actors ints.Numbering[int32]
	number := func(a int32) int32 {
		n, _ := actors.Add(a)
		return int32(n)
	}
	for _, r := range roots {
		if !r.Joint {
			for _, a := range r.Reach {
				number(a)
			}
		}
	}
	heard := len(actors.Keys) // those before it have a voice of their own
	silent := func(r Root) bool {
		return r.Joint && slices.ContainsFunc(r.Reach, func(a int32) bool {
			n, ok := actors.Find(a)
			return ok && n < heard
		})
	}
	for _, r := range roots {
		if r.Joint && !silent(r) {
			for _, a := range r.Reach {
				number(a)
			}
		}
	}
	groups := group.New(len(actors.Keys))
	for _, r := range roots {
		if silent(r) {
			continue
		}
		for _, a := range r.Reach[1:] {
			groups.Join(number(r.Reach[0]), number(a))
		}
	}
	var origins ints.Numbering[int32]
	for i, r := range roots {
		roots[i].Origin = 0
		if !silent(r) {
			n, _ := origins.Add(groups.Find(number(r.Reach[0])))
			roots[i].Origin = n + 1
		}
	}
	return len(origins.Keys)
}

// Level returns how strong the roots of one side are together, 0 to 4: 0 none;
// 1 interested or implied ones only; 2 a disinterested one; 3 two that share
// nothing, one of them disinterested, or an admission; 4 a finding, or an
// admission and a disinterested root that share nothing.
//
// Beyond some four million comparisons two roots count as dependent, which
// never raises a level.
func Level(roots []Root) int {
	if len(roots) == 0 {
		return 0
	}
	var few [2][8][]int32 // room enough for most sides
	all, disinterested := few[0][:0], few[1][:0]
	var admissions [][]int32
	level := 1
	for _, r := range roots {
		switch {
		case r.Finding:
			return 4
		case r.Implied:
			continue
		}
		all = append(all, r.Reach)
		if !r.Interested {
			level = 2
			disinterested = append(disinterested, r.Reach)
		}
		if r.Admission {
			admissions = append(admissions, r.Reach)
		}
	}
	switch {
	case disjointPair(admissions, disinterested):
		return 4
	case len(admissions) > 0 || disjointPair(disinterested, all):
		return 3
	}
	return level
}
