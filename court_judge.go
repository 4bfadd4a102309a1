package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/group"
	"github.com/dispute-go/dispute/internal/ints"
)

// judge weighs a proposition.
func (v *court) judge(p proposition) *assessment {
	if v.identifies(p) {
		v = v.plain
	}
	x := &assessment{court: v, of: p, evidence: v.gather(p)}
	x.named = v.named(p)
	stake := v.stakesIn(x.named)
	x.supporting = v.weigh(p, x.voices, stake, false)
	x.opposing = v.weigh(p, x.voices, stake, true)
	x.label = LabelOf(x.supporting.level, x.opposing.level)
	if x.label == LabelUnasserted && slices.ContainsFunc(x.withdrawn, func(w withdrawal) bool {
		return w.why == DropRetracted && !w.voice.against
	}) {
		x.label = LabelRetracted
	}
	x.standing, x.rule = v.stand(x)
	return x
}

// stand decides what the view takes a proposition for.
func (v *court) stand(x *assessment) (Standing, StandingRule) {
	if party := v.ways.standpoint; party != none {
		says := v.committed(&x.supporting, party)
		denies := v.committed(&x.opposing, party)
		switch {
		case says && !denies:
			return StandingAccepted, StandingRuleStandpoint
		case denies && !says:
			return StandingDropped, StandingRuleStandpoint
		}
	}
	if x.of.event != none && len(v.performers(x)) > 0 {
		return StandingAccepted, StandingRulePerformative
	}
	if v.ways.accept[x.label] {
		return StandingAccepted, StandingRuleLabel
	}
	return StandingOpen, 0
}

// committed reports whether a party is committed to one side: one of its
// roots, not merely implied, is by someone whose word commits the party.
func (v *court) committed(x *side, party int32) bool {
	return slices.ContainsFunc(x.roots, func(r *voice) bool { return !r.implied && v.commitsTo(*r, party) })
}

// commitsTo reports whether a statement commits a party.
func (v *court) commitsTo(r voice, party int32) bool {
	return slices.ContainsFunc(r.speakers, func(s int32) bool {
		return slices.Contains(v.ties.Commits(s, r.when), party)
	})
}

// bound returns whom the roots of one side commit on the record; to imply
// commits nobody. Ascending.
func (v *court) bound(x *side) []int32 {
	var lists [][]int32
	for _, r := range x.roots {
		if !r.commitsOnRecord() {
			continue
		}
		for _, s := range r.speakers {
			lists = append(lists, v.ties.Commits(s, r.when))
		}
	}
	return ints.Merge(lists...)
}

// performers returns who of the doers of a performative act that took place
// establishes it: whoever an on-record assertion commits to it, unless one is
// also committed to the contrary.
func (v *court) performers(x *assessment) []int32 {
	if e := v.d.event(x.of.event); !traitsOf[e.Kind].performative || !e.Phase.took() {
		return nil
	}
	said, denied := v.bound(&x.supporting), v.bound(&x.opposing)
	return slices.DeleteFunc(v.doers(x.of.event), func(doer int32) bool {
		_, performs := slices.BinarySearch(said, doer)
		_, disowns := slices.BinarySearch(denied, doer)
		return !performs || disowns
	})
}

// gather collects what is said on a proposition: directly; through claims
// that entail it, whose supporters support it; through claims it entails,
// whose opponents oppose it; and through declared contradictions, whose
// supporters oppose it. A contradiction is no attack.
func (v *court) gather(p proposition) evidence {
	h := v.hear(p)
	e := evidence{voices: h.voices, withdrawn: h.withdrawn, heard: h.heard, through: slices.Clip(p.claims)}
	if !v.connected(p) {
		return e
	}
	up := v.entailing(p, v.on.entailedBy)
	down := v.entailing(p, v.on.entails)
	heard := map[int32]hearing{}
	listen := func(c int32) hearing {
		q := v.proposition(c)
		key := q.claims[0]
		if _, ok := heard[key]; !ok {
			heard[key] = v.hear(q)
			e.heard = append(e.heard, heard[key].heard...)
			e.through = append(e.through, q.claims...)
		}
		return heard[key]
	}
	taken := map[argumentKey]bool{}
	for _, r := range h.voices {
		taken[keyOf(r)] = true
	}
	take := func(c int32, side, as bool) {
		for _, r := range listen(c).voices {
			if r.against != side || taken[keyOf(r)] {
				continue
			}
			taken[keyOf(r)] = true
			if r.against = as; r.claim == none {
				r.claim = c
			}
			e.voices = append(e.voices, r)
		}
	}
	own := func(c int32) bool { return slices.Contains(p.claims, c) }
	for _, c := range up {
		if !own(c) {
			take(c, false, false)
		}
	}
	for _, c := range down {
		if !own(c) {
			take(c, true, true)
		}
		for _, rival := range v.on.rivals[c] {
			for _, r := range v.entailing(v.proposition(rival), v.on.entailedBy) {
				if !own(r) {
					take(r, false, true)
				}
			}
		}
	}
	slices.SortFunc(e.voices, compareVoices)
	e.heard, e.through = ints.Merge(e.heard), ints.Merge(e.through)
	return e
}

// newCourt weighs by the ties on file and, if the policy says so, takes those
// for the same of whom a court that takes nobody for the same accepts that they
// are. So identity claims are weighed by the record's own affiliations alone:
// none of them decides on the evidence for itself or for another.
func newCourt(m *mentions) *court {
	index, claims := m.indexTwins()
	plain := &court{mentions: m, ties: newTies(m.sight), twins: index}
	plain.plain = plain
	if !m.lens.Policy.Identities || len(claims) == 0 {
		return plain
	}
	c := &court{mentions: m, ties: plain.ties, twins: index, plain: plain}
	groups := c.twins.join(plain, claims)
	if groups != nil {
		c.ties = plain.ties.Joined(groups)
	}
	return c
}

// join takes those for the same of whom the court accepts that they are, and
// returns the groups of more than one.
func (x *twinIndex) join(by *court, claims []int32) [][]int32 {
	x.accepted = map[int32]bool{}
	_, actors := by.d.span(ItemActor)
	groups := group.New(int(actors))
	for _, c := range claims {
		if x.accepted[c] = by.judge(by.proposition(c)).standing == StandingAccepted; x.accepted[c] {
			i := by.d.claim(c).Content.Identity
			groups.Join(by.resolve(i.A.Ref()), by.resolve(i.B.Ref()))
		}
	}
	x.hub, x.members = map[int32]int32{}, map[int32][]int32{}
	var joined [][]int32
	for _, members := range groups.Groups() {
		if len(members) > 1 {
			joined = append(joined, members)
			x.members[members[0]] = members
			for _, n := range members {
				x.hub[n] = members[0]
			}
		}
	}
	return joined
}

// identifies reports whether p claims an identity, in a view that takes such
// claims: then it is weighed without them.
func (v *court) identifies(p proposition) bool {
	return v.plain != v && p.event == none && v.d.claim(p.claims[0]).Content.Identity != nil
}

// doers returns who does an event: its actors, and the parties to a mutual act.
func (v *sight) doers(e int32) []int32 {
	var list []int32
	participants := v.d.usesOf(e).many(slotParticipants)
	for i, part := range v.d.event(e).Participants {
		if part.Role == RoleActor || part.Role == RoleParty {
			list = append(list, v.latest(participants[i]))
		}
	}
	return ints.Merge(list)
}
