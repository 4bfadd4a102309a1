package dispute

import (
	"math"
	"slices"
)

// endAll adds endings without a target to the courses of a kind: to those of all
// its targets, in which they presuppose nothing, and to the one without a target.
// There they presuppose the kind as far as no change against some target comes
// before; where one surely does, and that course has no other change, they are
// left out. copies counts in how many courses each ending stands.
func (f *relationFile) endAll(state State, list []change, changes map[kindKey][]change, copies map[gapKey]int) {
	// When a change against some target can have come, and when one has.
	earliest, by := int64(math.MaxInt64), int64(math.MaxInt64)
	var keys []kindKey
	for key, against := range changes {
		if key.state != state || key.against == none {
			continue
		}
		keys = append(keys, key)
		for _, c := range against {
			t := f.v.termOf(c.place)
			earliest, by = min(earliest, t.start[0].First), min(by, t.start[len(t.start)-1].Last)
		}
	}
	bare := kindKey{state, none}
	needed := changes[bare] != nil
	var own []change
	for _, c := range list {
		t := f.v.termOf(c.place)
		switch {
		case by < t.start[0].First:
			c.presupposes = StateNone
		case earliest <= t.start[len(t.start)-1].Last && keys != nil:
			c.perhaps, needed = true, true
		default:
			needed = true
		}
		own = append(own, c)
		c.presupposes, c.perhaps = StateNone, false
		for _, key := range keys {
			changes[key] = append(changes[key], c)
		}
		copies[gapKey{c.ruling.Event, c.ruling.Rule}] = len(keys)
	}
	if !needed {
		return
	}
	changes[bare] = append(changes[bare], own...)
	for _, c := range own {
		copies[gapKey{c.ruling.Event, c.ruling.Rule}]++
	}
}

type gapKey struct {
	event EventID
	rule  string
}

// keepGaps leaves one gap of every ending that stands in several courses, and
// none if it ended anything in one of them.
func (f *relationFile) keepGaps(copies map[gapKey]int) {
	count := map[gapKey]int{}
	for _, g := range f.gaps {
		count[gapKey{g.Event, g.Rule}]++
	}
	kept := map[gapKey]bool{}
	f.gaps = slices.DeleteFunc(f.gaps, func(g Gap) bool {
		key := gapKey{g.Event, g.Rule}
		gone := copies[key] > 0 && (count[key] < copies[key] || kept[key])
		kept[key] = true
		return gone
	})
}
