package dispute

import (
	"math"
	"slices"

	"github.com/dispute-go/dispute/edtf"
)

// A window is the days on which something was said, first and last inclusive.
type window struct{ first, last int64 }

// anyDay is the window of a statement without a date, never one without days.
var (
	anyDay = window{math.MinInt64, math.MaxInt64}
	never  = window{math.MaxInt64, math.MinInt64}
)

// startWindow returns the days on which d can have begun.
func startWindow(d edtf.Date) window {
	b := d.Bounds()
	w := anyDay
	if day := b.EarliestStart.Day(); !day.IsZero() {
		w.first = day.Number()
	}
	if day := b.LatestStart.Day(); !day.IsZero() {
		w.last = day.Number()
	}
	return w
}

// A tie is an affiliation of a current actor with another one.
type tie struct {
	to   int32
	kind AffiliationKind
	role OfficeRole
	// The days on which it can have held, and on which it surely held.
	possible, certain window
}

// ties holds the affiliations of a view. Dependence follows every kind but
// membership; principals follow only those that lead up.
type ties struct {
	v     *View
	of    [][]tie      // by actor number
	fixed []fixedReach // by actor number
}

// A fixedReach is where an actor's ties lead to, where that never changes
// because none of them has a period. Otherwise it is zero.
type fixedReach struct{ dependsOn, leadUp, principals, commits []int32 }

func newTies(v *View) *ties {
	_, to := v.d.span(ItemActor)
	t := &ties{v: v, of: make([][]tie, to), fixed: make([]fixedReach, to)}
	for _, n := range v.currents(ItemActor) {
		for _, a := range v.d.actor(n).Affiliations {
			if a.Kind != AffiliationMemberOf {
				t.of[n] = append(t.of[n], newTie(v.resolve(a.To.Ref()), a))
			}
		}
		slices.SortFunc(t.of[n], func(a, b tie) int { return int(a.to) - int(b.to) })
	}
	t.settle()
	return t
}

// settle works out where the ties of actors lead to, where that never changes.
func (t *ties) settle() {
	for _, n := range t.v.currents(ItemActor) {
		if len(t.of[n]) == 0 {
			self := t.v.d.only(n)
			t.fixed[n] = fixedReach{self, self, self, self}
		} else if reached, timed := t.walk(n, anyDay, anyTie); !timed {
			t.fixed[n] = fixedReach{reached, t.leadUp(n, anyDay), t.principals(n, anyDay), t.commits(n, anyDay)}
		}
	}
}

// joined returns the ties of a view that takes the actors of each group for
// one. Every member gets a tie to the first one, and that one gets those of
// all. They carry dependence only: what they are for leads nowhere up and
// commits nobody.
func (t *ties) joined(groups [][]int32) *ties {
	j := &ties{v: t.v, of: slices.Clone(t.of), fixed: make([]fixedReach, len(t.fixed))}
	for _, members := range groups {
		hub := members[0]
		ofHub := slices.Clone(t.of[hub])
		for _, n := range members[1:] {
			j.of[n] = append(slices.Clone(t.of[n]), tie{to: hub, possible: anyDay, certain: never})
			for _, e := range t.of[n] {
				ofHub = append(ofHub, tie{to: e.to, possible: e.possible, certain: never})
			}
		}
		j.of[hub] = ofHub
	}
	j.settle()
	return j
}

func newTie(to int32, a Affiliation) tie {
	t := tie{to: to, kind: a.Kind, role: a.Role, possible: anyDay, certain: anyDay}
	if a.Period.IsZero() {
		return t
	}
	b := a.Period.Bounds()
	if day := b.EarliestStart.Day(); !day.IsZero() {
		t.possible.first = day.Number()
	}
	if day := b.LatestEnd.Day(); !day.IsZero() {
		t.possible.last = day.Number()
	}
	// "../2024" has no beginning, and "2024/.." no end. "[2024..]", some day from
	// then on, can begin after any day, and "[..2024]" can end before any.
	t.certain = never
	if day := b.LatestStart.Day(); !day.IsZero() {
		t.certain.first = day.Number()
	} else if b.LatestStart == edtf.OpenPast() {
		t.certain.first = math.MinInt64
	}
	if day := b.EarliestEnd.Day(); !day.IsZero() {
		t.certain.last = day.Number()
	} else if b.EarliestEnd == edtf.OpenFuture() {
		t.certain.last = math.MaxInt64
	}
	return t
}

func (w window) overlaps(o window) bool { return w.first <= o.last && o.first <= w.last }
func (w window) covers(o window) bool   { return w.first <= o.first && o.last <= w.last }

// timed reports whether it depends on the day whether the tie holds.
func (t tie) timed() bool { return t.possible != anyDay || t.certain != anyDay && t.certain != never }

func anyTie(tie) bool      { return true }
func upwardTie(t tie) bool { return t.kind.leadsUp() }
func voiceTie(t tie) bool {
	return t.kind == AffiliationSpeaksFor || t.kind == AffiliationHoldsOffice
}

// walk returns every actor reached from n over ties that can have held in w,
// n included, ascending; timed tells whether any tie on the way is.
func (t *ties) walk(n int32, w window, follow func(tie) bool) (reached []int32, timed bool) {
	var seen numbering[int32]
	seen.add(n)
	for i := 0; i < len(seen.keys); i++ {
		for _, e := range t.of[seen.keys[i]] {
			if !follow(e) {
				continue
			}
			timed = timed || e.timed()
			if e.possible.overlaps(w) {
				seen.add(e.to)
			}
		}
	}
	slices.Sort(seen.keys)
	return seen.keys, timed
}

// dependsOn returns n and every actor whose word is not independent of n's
// because n is part of it, speaks for it, is controlled by it or declared
// dependent on it, over any number of steps. Two actors are dependent when
// the two lists share an actor.
func (t *ties) dependsOn(n int32, w window) []int32 {
	if fixed := t.fixed[n].dependsOn; fixed != nil {
		return fixed
	}
	reached, _ := t.walk(n, w, anyTie)
	return reached
}

// leadUp returns n and every actor above it up to its principals.
func (t *ties) leadUp(n int32, w window) []int32 {
	if fixed := t.fixed[n].leadUp; fixed != nil {
		return fixed
	}
	reached, _ := t.walk(n, w, upwardTie)
	return reached
}

// principals returns for whom n speaks in the end: the actors at the top of
// its part-of, speaks-for and holds-office ties. For an actor without any it
// is the actor itself; in a hierarchy that runs in a circle it is the circle.
func (t *ties) principals(n int32, w window) []int32 {
	if fixed := t.fixed[n].principals; fixed != nil {
		return fixed
	}
	all := t.leadUp(n, w)
	var tops []int32
	for _, a := range all {
		if !slices.ContainsFunc(t.of[a], func(e tie) bool { return upwardTie(e) && e.possible.overlaps(w) }) {
			tops = append(tops, a)
		}
	}
	if tops == nil {
		return all
	}
	return tops
}

// commits returns every actor that n's word commits in w: itself; whoever it,
// or someone it speaks for or whose office it holds, is affiliated with in a
// committing office; for a government also its state; and, where the
// principal is neither a state nor a government, whoever it speaks for.
// Affiliations count only when they surely held.
func (t *ties) commits(n int32, w window) []int32 {
	if fixed := t.fixed[n].commits; fixed != nil {
		return fixed
	}
	var bound, voices numbering[int32]
	bound.add(n)
	voices.add(n)
	for i := 0; i < len(voices.keys); i++ {
		for _, e := range t.of[voices.keys[i]] {
			if !e.certain.covers(w) {
				continue
			}
			kind := t.v.d.actor(e.to).Kind
			if upwardTie(e) && t.v.ways.committing[e.role] {
				bound.add(e.to)
			}
			if voiceTie(e) {
				voices.add(e.to)
				if kind != ActorState && kind != ActorGovernment {
					bound.add(e.to)
				}
			}
		}
	}
	for i := 0; i < len(bound.keys); i++ {
		if t.v.d.actor(bound.keys[i]).Kind != ActorGovernment {
			continue
		}
		for _, e := range t.of[bound.keys[i]] {
			if upwardTie(e) && e.certain.covers(w) {
				bound.add(e.to)
			}
		}
	}
	slices.Sort(bound.keys)
	return bound.keys
}

// intersects reports whether two ascending lists share an element.
func intersects(a, b []int32) bool { return firstShared(a, b) != none }

// firstShared returns the first element that two ascending lists share, or none.
func firstShared(a, b []int32) int32 {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			return a[i]
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return none
}

// merge returns the ascending union of lists.
func merge(lists ...[]int32) []int32 {
	var all []int32
	for _, l := range lists {
		all = append(all, l...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
