package dispute

import (
	"math"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/ints"
)

func newTies(v *sight) *ties {
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

// timed reports whether it depends on the day whether the tie holds.
func (t tie) timed() bool { return t.possible != anyDay || t.certain != anyDay && t.certain != never }

func anyTie(tie) bool { return true }

func upwardTie(t tie) bool { return t.kind.leadsUp() }

func voiceTie(t tie) bool {
	return t.kind == AffiliationSpeaksFor || t.kind == AffiliationHoldsOffice
}

// walk returns every actor reached from n over ties that can have held in w,
// n included, ascending; timed tells whether any tie on the way is.
func (t *ties) walk(n int32, w window, follow func(tie) bool) (reached []int32, timed bool) {
	var seen ints.Numbering[int32]
	seen.Add(n)
	for i := 0; i < len(seen.Keys); i++ {
		for _, e := range t.of[seen.Keys[i]] {
			if !follow(e) {
				continue
			}
			timed = timed || e.timed()
			if e.possible.overlaps(w) {
				seen.Add(e.to)
			}
		}
	}
	slices.Sort(seen.Keys)
	return seen.Keys, timed
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
	var bound, voices ints.Numbering[int32]
	bound.Add(n)
	voices.Add(n)
	for i := 0; i < len(voices.Keys); i++ {
		for _, e := range t.of[voices.Keys[i]] {
			if !e.certain.covers(w) {
				continue
			}
			kind := t.v.d.actor(e.to).Kind
			if upwardTie(e) && t.v.ways.committing[e.role] {
				bound.Add(e.to)
			}
			if voiceTie(e) {
				voices.Add(e.to)
				if kind != ActorState && kind != ActorGovernment {
					bound.Add(e.to)
				}
			}
		}
	}
	for i := 0; i < len(bound.Keys); i++ {
		if t.v.d.actor(bound.Keys[i]).Kind != ActorGovernment {
			continue
		}
		for _, e := range t.of[bound.Keys[i]] {
			if upwardTie(e) && e.certain.covers(w) {
				bound.Add(e.to)
			}
		}
	}
	slices.Sort(bound.Keys)
	return bound.Keys
}
