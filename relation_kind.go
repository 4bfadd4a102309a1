package dispute

import (
	"cmp"
	"maps"
	"math"
	"math/bits"
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
)

// A kindKey is a kind of support or cooperation, and its target.
type kindKey struct {
	state   State
	against int32 // or none
}

// buildKinds fills in a track on which several states hold at once, each with
// a course of its own: it holds while any of its holdings goes on, and from
// an event that begins it to one that ends it.
func (f *relationFile) buildKinds() {
	v := f.v
	changes := map[kindKey][]change{}
	holdings := map[kindKey][]holding{}
	ends := map[State][]change{} // endings without a target
	for _, p := range f.events {
		taken := map[kindKey]bool{}
		for _, r := range f.rules[p] {
			targets := v.targets(v.d.event(v.events.list[p]), r)
			for _, against := range targets {
				key := kindKey{r.State, against}
				if taken[key] {
					continue
				}
				c, ok := f.accepted(p, r, against)
				if !ok {
					continue
				}
				taken[key] = true
				switch {
				case r.After != 0:
					h := holding{c.ruling, coverOf(v.termOf(p), v.d.event(v.events.list[p]).When)}
					h.ruling.When = h.cover.begins()
					holdings[key] = append(holdings[key], h)
				case r.Ends:
					c.state = StateNone
					if against == none {
						ends[r.State] = append(ends[r.State], c)
					} else {
						changes[key] = append(changes[key], c)
					}
				default:
					c.presupposes = StateNone
					changes[key] = append(changes[key], c)
				}
			}
		}
	}
	for _, n := range f.claims {
		f.claimKind(n, holdings)
	}
	copies := map[gapKey]int{}
	for state, list := range ends {
		f.endAll(state, list, changes, copies)
	}
	keys := slices.AppendSeq(slices.Collect(maps.Keys(changes)), maps.Keys(holdings))
	slices.SortFunc(keys, func(a, b kindKey) int {
		return cmp.Or(cmp.Compare(a.state, b.state), cmp.Compare(a.against, b.against))
	})
	for _, key := range slices.Compact(keys) {
		f.strands = append(f.strands, f.kindStrand(key, changes[key], holdings[key]))
	}
	f.keepGaps(copies)
}

// targets returns at whom an event aims the support that a rule tells of, or
// none as the only one.
func (v *relations) targets(e *Event, r *Rule) []int32 {
	var list []int32
	if r.Track == TrackSupport && r.From != RoleTarget && r.To != RoleTarget {
		for _, part := range e.Participants {
			if part.Role == RoleTarget {
				list = append(list, v.resolve(part.Actor.Ref()))
			}
		}
	}
	if list == nil {
		return []int32{none}
	}
	return ints.Merge(list)
}

// claimKind takes in a relation claim.
func (f *relationFile) claimKind(n int32, holdings map[kindKey][]holding) {
	x := f.v.d.claim(n).Content.Relation
	s := f.v.judge(f.v.proposition(n))
	state := x.State
	if f.pair.Track == TrackSupport && state == 0 && x.Trend == 0 {
		state = StateUnspecifiedSupport
	}
	if s.standing != StandingAccepted || state == 0 || x.Trend != 0 {
		f.claimBeside(n)
	}
	if s.standing == StandingAccepted && state != 0 {
		key := kindKey{state, f.v.resolve(x.Against.Ref())}
		c := coverOf(termOfDate(x.When), x.When)
		holdings[key] = append(holdings[key], holding{Ruling{Claim: ClaimID(f.v.ref(n).ID), Rule: "claimed relation", When: c.begins()}, c})
	}
}

// kindStrand returns the strand of one kind.
func (f *relationFile) kindStrand(key kindKey, changes []change, holdings []holding) strand {
	s := strand{kind: key.state, against: key.against, holdings: holdings}
	var m marks
	kind := bit(key.state)
	if changes != nil {
		var list []change
		for _, c := range changes {
			list = appendChanges(list, c, 0, f.v.termOf(c.place))
		}
		course, gaps := f.v.course(list, f.pair.Track)
		f.gaps = append(f.gaps, gaps...)
		s.rulers, s.premises = ofKind(course.rulers, kind), ofKind(course.premises, kind)
		s.effects = course.effects
		for _, seg := range course.segments {
			r := run{first: seg.first, last: seg.last}
			if seg.possible&kind != 0 {
				m.add(r, kind, layerPossible)
			}
			if seg.certain&kind != 0 {
				m.add(r, kind, layerCertain)
			}
			if seg.presupposed&kind != 0 {
				m.add(r, kind, layerPresupposed)
			}
		}
	}
	for _, h := range holdings {
		r := ruler{ruling: h.ruling, states: kind, runs: h.cover.possible}
		r.ruling.Days = dayRange(r.runs[0].first, r.runs[len(r.runs)-1].last)
		for _, x := range r.runs {
			m.add(x, kind, layerPossible)
		}
		if c := h.cover.certain; c.first <= c.last {
			m.add(c, kind, layerCertain)
		}
		s.rulers = append(s.rulers, r)
	}
	slices.SortStableFunc(s.rulers, func(a, b ruler) int {
		return cmp.Or(cmp.Compare(a.ruling.Event, b.ruling.Event), cmp.Compare(a.ruling.Claim, b.ruling.Claim))
	})
	s.segments = m.segments(nil)
	return s
}

// ofKind returns the rulers that can bring a kind.
func ofKind(rulers []ruler, kind uint64) []ruler {
	var list []ruler
	for _, r := range rulers {
		if r.states &= kind; r.states != 0 {
			list = append(list, r)
		}
	}
	return list
}

// spells returns the spells of every strand.
func (f *relationFile) spells() []Spell {
	var list []Spell
	for i := range f.strands {
		list = f.strands[i].appendSpells(list, f)
	}
	slices.SortStableFunc(list, func(a, b Spell) int {
		return cmp.Or(a.Possible.First.Compare(b.Possible.First), compareCertain(a.Certain, b.Certain),
			cmp.Compare(a.State, b.State), cmp.Compare(a.Against, b.Against))
	})
	return list
}

func compareCertain(a, b *DayRange) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	return a.First.Compare(b.First)
}

// A stretch is a spell in day numbers.
type stretch struct {
	first, last int64
	certain     bool
	from, to    int64 // the certain days
	presupposed bool
	// What it rests on, and what presupposes it.
	rulings, premises []Ruling
}

// appendSpells adds the spells of a strand.
func (s *strand) appendSpells(list []Spell, f *relationFile) []Spell {
	stretches := make([][]stretch, maxStates)
	for _, seg := range s.segments {
		for m := seg.possible; m != 0; m &= m - 1 {
			n := bits.TrailingZeros64(m)
			stretches[n] = extend(stretches[n], bit(State(n)), seg)
		}
	}
	for _, r := range s.rulers {
		r.name(stretches, func(t *stretch) { t.rulings = append(t.rulings, r.ruling) })
	}
	for n := range stretches {
		s.nameLonger(State(n), stretches[n])
	}
	for _, r := range s.premises {
		r.states &^= bit(0)
		r.name(stretches, func(t *stretch) { t.premises = append(t.premises, r.ruling) })
	}
	for n := range stretches {
		for _, t := range stretches[n] {
			spell := Spell{State: State(n), Against: f.v.actorID(s.against), Certainty: Possible,
				Possible: dayRange(t.first, t.last), Presupposed: t.presupposed && n != 0, PresupposedBy: t.premises, Rulings: t.rulings}
			if t.certain {
				spell.Certainty = Certain
				certain := dayRange(t.from, t.to)
				spell.Certain = &certain
			}
			list = append(list, spell)
		}
	}
	return list
}

// name calls note with the stretches of its states in which a run of days of
// the ruler begins: with both where they share the day.
func (r *ruler) name(stretches [][]stretch, note func(*stretch)) {
	for m := r.states; m != 0; m &= m - 1 {
		list := stretches[bits.TrailingZeros64(m)]
		named := -1
		for _, x := range r.runs {
			at, _ := slices.BinarySearchFunc(list, x.first, func(t stretch, day int64) int {
				if t.last < day {
					return -1
				}
				return 1
			})
			begins := x.first
			for ; at < len(list) && list[at].first <= x.last; at++ {
				if begins = max(begins, list[at].first); at > named {
					named = at
					note(&list[at])
				}
				if at+1 == len(list) || list[at+1].first > begins {
					break
				}
			}
		}
	}
}

// nameLonger names, in stretches within which nothing begins to rule, what has
// ruled since before and rules on longest.
func (s *strand) nameLonger(state State, list []stretch) {
	type reign struct {
		run
		ruling *Ruling
	}
	var reigns []reign
	for i := range list {
		t := &list[i]
		if state == 0 || t.rulings != nil {
			continue
		}
		if reigns == nil {
			for j := range s.rulers {
				if r := &s.rulers[j]; r.states&bit(state) != 0 {
					for _, x := range r.runs {
						reigns = append(reigns, reign{x, &r.ruling})
					}
				}
			}
			slices.SortStableFunc(reigns, func(a, b reign) int { return cmp.Compare(a.first, b.first) })
			for j := 1; j < len(reigns); j++ { // the longest so far
				if reigns[j-1].last >= reigns[j].last {
					reigns[j].last, reigns[j].ruling = reigns[j-1].last, reigns[j-1].ruling
				}
			}
		}
		day := t.first
		if t.certain {
			day = t.from
		}
		at, _ := slices.BinarySearchFunc(reigns, day, func(r reign, day int64) int {
			if r.first <= day {
				return -1
			}
			return 1
		})
		if at > 0 && reigns[at-1].last >= day {
			t.rulings = append(t.rulings, *reigns[at-1].ruling)
		}
	}
}

// extend takes a segment in which the state is possible into its stretches.
func extend(list []stretch, state uint64, seg segment) []stretch {
	certain := seg.certain&state != 0
	presupposed := seg.presupposed&state != 0
	n := len(list)
	if n == 0 || list[n-1].last == math.MaxInt64 || list[n-1].last+1 < seg.first {
		t := stretch{first: seg.first, last: seg.last, presupposed: presupposed}
		if certain {
			t.certain, t.from, t.to = true, seg.first, seg.last
		}
		return append(list, t)
	}
	t := &list[n-1]
	switch {
	case !certain, !t.certain:
		t.last = seg.last
		t.presupposed = t.presupposed || presupposed
		if certain {
			t.certain, t.from, t.to = true, seg.first, seg.last
		}
	case t.to+1 == seg.first:
		t.last, t.to = seg.last, seg.last
		t.presupposed = t.presupposed || presupposed
	default:
		// Certain again after days on which it was not: the days between
		// belong to both.
		return append(list, stretch{first: t.to + 1, last: seg.last, certain: true, from: seg.first, to: seg.last, presupposed: presupposed})
	}
	return list
}

type gapKey struct {
	event EventID
	rule  string
}

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
