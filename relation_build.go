package dispute

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/internal/course"
	"github.com/dispute-go/dispute/internal/domain"
	"github.com/dispute-go/dispute/internal/ints"
)

func (v *relations) relation(a, b int32, t Track) Relation {
	if t.Mutual() && b < a {
		a, b = b, a
	}
	f := &relationFile{v: v, a: a, b: b, rules: map[int32][]*Rule{}}
	f.pair = Pair{t, v.actorID(a), v.actorID(b)}
	x := &v.filed
	for _, n := range ints.Shared(x.events[a], x.events[b]) {
		if rules := v.rulesFor(v.d.event(n), a, b, t); rules != nil {
			p := v.events.at(n)
			f.events = append(f.events, p)
			f.rules[p] = rules
		}
	}
	for _, n := range ints.Shared(x.claims[a], x.claims[b]) {
		if f.speaksOf(n) {
			f.claims = append(f.claims, n)
		}
	}
	for _, n := range ints.Shared(x.oldEvents[a], x.oldEvents[b]) {
		if v.rulesFor(v.d.event(n), a, b, t) != nil {
			f.replaced = append(f.replaced, n)
		}
	}
	for _, n := range ints.Shared(x.oldClaims[a], x.oldClaims[b]) {
		if f.speaksOf(n) {
			f.replaced = append(f.replaced, n)
		}
	}
	if t == TrackMembership {
		for _, n := range x.oldMembers[a] {
			if slices.Contains(v.bodiesOf(n), b) {
				f.replaced = append(f.replaced, n)
			}
		}
	}
	if t.Concurrent() {
		f.buildKinds()
	} else {
		f.buildCourse()
	}
	if len(f.events)+len(f.claims)+len(f.replaced) == 0 && !f.affiliated {
		return Relation{v: v, pair: f.pair}
	}
	slices.SortFunc(f.gaps, func(a, b Gap) int { return cmp.Or(cmp.Compare(a.Event, b.Event), cmp.Compare(a.Rule, b.Rule)) })
	for _, list := range [][]report{f.beside, f.alleged} {
		slices.SortFunc(list, func(a, b report) int {
			return cmp.Or(cmp.Compare(a.Claim, b.Claim), cmp.Compare(a.Event, b.Event), cmp.Compare(a.State, b.State), cmp.Compare(a.Against, b.Against))
		})
	}
	return Relation{v: v, pair: f.pair, file: f}
}

// buildCourse fills in a track on which the last change wins.
func (f *relationFile) buildCourse() {
	list := newChangeList(len(f.events))
	for _, p := range f.events {
		r := f.rules[p][0]
		if d, ok := f.accepted(p, r, none); ok {
			d.Barred = course.States(bitsOf(r.Not))
			list.add(d, r.After, f.v.termOf(p))
		}
	}
	if f.pair.Track == TrackMembership && len(list.changes) == 0 {
		f.addAffiliations(&list)
		f.affiliated = len(list.changes) > 0
	}
	if len(list.changes) > 0 {
		s := course.Solve(list.changes, f.v.beforeLinks, &f.v.filed.gives[f.pair.Track])
		f.strands = []strand{{Strand: s, against: none, rulings: list.rulings}}
		f.gaps = list.gaps(s.Gaps)
	}
	for _, n := range f.claims {
		f.claimBeside(n)
	}
}

// addAffiliations adds the changes that the member's own affiliations with the
// organisation tell of.
func (f *relationFile) addAffiliations(list *changeList) {
	for _, a := range f.v.d.actor(f.a).Affiliations {
		if a.Kind != AffiliationMemberOf || f.v.resolve(a.To.Ref()) != f.b {
			continue
		}
		d := draft{course.Change{Place: none, State: uint8(StateMember), Premise: bit(StateNone)},
			Ruling{Actor: f.pair.From, Rule: "membership/affiliation"}}
		if !a.Period.IsZero() {
			list.add(d, StateNone, termOfDate(a.Period))
			continue
		}
		list.add(d, StateNone, course.Term{Start: domain.OpenStart(), Ever: true})
		list.rulings[len(list.rulings)-1].When = DayRange{} // nothing is said of when
	}
}
