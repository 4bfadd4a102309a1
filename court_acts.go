package dispute

import (
	"cmp"
	"math"
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/origins"
)

// precedence orders verdicts: what is accepted comes first, by rule, and what is
// dropped last.
func (d verdict) precedence() int {
	switch d.standing {
	case StandingAccepted:
		return slices.Index([]StandingRule{StandingRuleStandpoint, StandingRulePerformative, StandingRuleLabel, StandingRuleAgreed}, d.rule)
	case StandingDropped:
		return math.MaxInt
	}
	return math.MaxInt - 1
}

// or returns the verdict that comes first.
func (d verdict) or(o verdict) verdict {
	if o.standing != 0 && o.precedence() < d.precedence() {
		return o
	}
	return d
}

// does reports whether whoever has the role does the event: its actors, and the
// parties to a mutual act.
func (r ParticipantRole) does() bool { return r == RoleActor || r == RoleParty }

// takesTwo reports whether an event is to stand between two parts.
func (v *sight) takesTwo(e int32, a, b *share) bool {
	return slices.ContainsFunc(v.ways.mutual[v.d.event(e).Kind], func(m rolePair) bool {
		return slices.Contains(a.paired, m.from) && slices.Contains(b.paired, m.to) ||
			slices.Contains(b.paired, m.from) && slices.Contains(a.paired, m.to)
	})
}

// sharesOf returns the parts in an event, by actor.
func (v *sight) sharesOf(e int32) []share {
	event := v.d.event(e)
	mutual := v.ways.mutual[event.Kind]
	participants := v.d.usesOf(e).many(slotParticipants)
	var list []share // few of the participants
	for i, p := range event.Participants {
		x := share{actor: v.latest(participants[i]), doer: p.Role.does(), since: math.MaxInt64}
		if slices.ContainsFunc(mutual, func(m rolePair) bool { return p.Role == m.from || p.Role == m.to }) {
			x.paired = []ParticipantRole{p.Role}
		} else if x.alone = x.doer; !x.doer {
			continue
		}
		list = append(list, x)
	}
	slices.SortStableFunc(list, func(a, b share) int { return cmp.Compare(a.actor, b.actor) })
	n := 0
	for _, x := range list {
		if n > 0 && list[n-1].actor == x.actor {
			was := &list[n-1]
			was.doer, was.alone, was.paired = was.doer || x.doer, was.alone || x.alone, append(was.paired, x.paired...)
			continue
		}
		list[n] = x
		n++
	}
	return list[:n]
}

// shareOf returns the part that an actor has, or nil.
func (x *assessment) shareOf(actor int32) *share {
	i, ok := slices.BinarySearchFunc(x.shares, actor, func(p share, a int32) int { return cmp.Compare(p.actor, a) })
	if !ok {
		return nil
	}
	return &x.shares[i]
}

// apart reports whether an occurrence is taken for different things as to
// different parts, or may be as to different pairs of them.
func (x *assessment) apart() bool {
	if len(x.shares) < 2 {
		return false
	}
	return slices.ContainsFunc(x.shares, func(s share) bool {
		return s.standing != x.standing || s.paired != nil && len(x.shares) > 2
	})
}

// verdictFor returns the verdict as to one actor: that on the whole, if it has no
// part of its own.
func (x *assessment) verdictFor(actor int32) verdict {
	if s := x.shareOf(actor); s != nil {
		return s.verdict
	}
	return x.verdict
}

// verdictBetween returns the verdict as to two actors between whom it is to
// stand: that on the whole, if one of them has no part of its own.
func (x *assessment) verdictBetween(a, b int32) verdict {
	if s, t := x.shareOf(a), x.shareOf(b); s != nil && t != nil {
		return x.court.verdict(x, s, t)
	}
	return x.verdict
}

// doersIn returns the doers' parts, in the order of the participants.
func (v *sight) doersIn(x *assessment) []*share {
	if len(x.shares) == 0 {
		return nil
	}
	list := make([]*share, 0, len(x.shares))
	participants := v.d.usesOf(x.of.event).many(slotParticipants)
	for i, p := range v.d.event(x.of.event).Participants {
		if !p.Role.does() {
			continue
		}
		if s := x.shareOf(v.latest(participants[i])); !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	if len(list) == 0 {
		return nil
	}
	return list
}

// divided reports whether the view takes an occurrence for different things of
// different doers.
func divided(doers []*share) bool {
	return slices.ContainsFunc(doers, func(p *share) bool { return p.standing != doers[0].standing })
}

// A sharedVerdict is a verdict on some doers, who are in the order of the
// participants.
type sharedVerdict struct {
	verdict
	doers []int32
}

// verdictsOn returns the verdicts on doers, in their precedence.
func verdictsOn(doers []*share) []sharedVerdict {
	var list []sharedVerdict
	for _, p := range doers {
		at := slices.IndexFunc(list, func(d sharedVerdict) bool { return d.verdict == p.verdict })
		if at < 0 {
			at, list = len(list), append(list, sharedVerdict{verdict: p.verdict})
		}
		list[at].doers = append(list[at].doers, p.actor)
	}
	slices.SortStableFunc(list, func(a, b sharedVerdict) int { return cmp.Compare(a.precedence(), b.precedence()) })
	return list
}

// settle decides what the view takes an occurrence for, for each part in it. The
// occurrence is accepted if it is for any doer.
func (v *court) settle(x *assessment) {
	x.shares = v.sharesOf(x.of.event)
	x.doers = v.doersIn(x)
	v.hearShares(x)
	v.weighShares(x)
	v.takeStandpoint(x)
	v.decide(x)
	if x.standing == StandingOpen || x.apart() { // else nothing is left to agree on
		if x.agreed = v.agreementsOn(x); x.agreed != nil {
			v.decide(x)
		}
	}
}

// decide decides it for each part, and then for the whole.
func (v *court) decide(x *assessment) {
	crowds := crowdsOf(x.shares)
	var whole verdict
	for i := range x.shares {
		a := &x.shares[i]
		a.verdict = verdict{}
		for _, b := range crowds {
			if (b.of != a || b.count > 1) && v.takesTwo(x.of.event, a, b.of) {
				a.verdict = v.verdict(x, a, b.of).or(a.verdict)
			}
		}
		if a.alone || a.standing == 0 {
			a.verdict = v.verdict(x, a, nil).or(a.verdict)
		}
		if a.doer {
			whole = a.verdict.or(whole)
		}
	}
	if whole.standing == 0 { // nobody does it
		x.dropped = x.dropped || slices.ContainsFunc(x.shares, func(s share) bool { return s.dropped })
		whole = v.verdict(x, nil, nil)
	}
	x.verdict = whole
}

// A crowd is parts in an act that takes two, which are alike in all on which the
// verdict depends.
type crowd struct {
	of    *share // one of them
	count int
}

// crowdsOf returns the crowds among parts.
func crowdsOf(shares []share) []crowd {
	var list []crowd
	for i := range shares {
		p := &shares[i]
		if p.paired == nil {
			continue
		}
		at := slices.IndexFunc(list, func(c crowd) bool { return c.of.alike(p) })
		if at < 0 {
			at, list = len(list), append(list, crowd{of: p})
		}
		list[at].count++
	}
	return list
}

func (p *share) alike(o *share) bool {
	return p.said == o.said && p.denied == o.denied && p.dropped == o.dropped &&
		p.supporting == o.supporting && p.opposing == o.opposing && slices.Equal(p.paired, o.paired)
}

// verdict decides it for a part alone, for two between whom an act is to stand,
// or for nobody.
func (v *court) verdict(x *assessment, a, b *share) verdict {
	supporting, opposing, dropped := x.supporting.level, x.opposing.level, x.dropped
	if a != nil {
		supporting, opposing, dropped = a.supporting, a.opposing, dropped || a.dropped
	}
	if b != nil {
		supporting, opposing, dropped = max(supporting, b.supporting), max(opposing, b.opposing), dropped || b.dropped
	}
	switch {
	case x.taken:
		return verdict{standing: StandingAccepted, rule: StandingRuleStandpoint}
	case dropped:
		return verdict{standing: StandingDropped, rule: StandingRuleStandpoint}
	case v.performed(x, a, b):
		return verdict{standing: StandingAccepted, rule: StandingRulePerformative}
	case v.ways.accept[x.labelOf(supporting, opposing)]:
		return verdict{standing: StandingAccepted, rule: StandingRuleLabel}
	}
	if agreement := x.agreedFor(a, b); agreement != nil {
		return verdict{StandingAccepted, StandingRuleAgreed, agreement}
	}
	return verdict{standing: StandingOpen}
}

// objects reports whether somebody denies what others agree on.
func (p *share) objects() bool { return p.denied && !p.said }

// performed reports whether an act that took place is established by the own
// word of its doer, or of one of two between whom it is to stand, and denied by
// none of them.
func (v *court) performed(x *assessment, a, b *share) bool {
	switch e := v.d.event(x.of.event); {
	case a == nil || !e.Phase.took() || a.denied:
		return false
	case b == nil:
		return a.doer && a.said && traitsOf[e.Kind].performative
	}
	return (a.said || b.said) && !b.denied
}

// eachOwn calls visit with every part whose own word a statement is.
func (v *court) eachOwn(x *assessment, r *voice, visit func(*share)) {
	for _, s := range r.speakers {
		for _, a := range v.ties.SpeaksFor(s, r.when) {
			if p := x.shareOf(a); p != nil {
				visit(p)
			}
		}
	}
}

// hearShares finds who says so and who denies it of those who have a part. To
// deny what one once said on record takes nothing back.
func (v *court) hearShares(x *assessment) {
	for _, r := range x.supporting.roots {
		if r.commitsOnRecord() {
			v.eachOwn(x, r, func(p *share) { p.said, p.since = true, min(p.since, r.when.Last) })
		}
	}
	for _, r := range x.opposing.roots {
		if r.commitsOnRecord() {
			v.eachOwn(x, r, func(p *share) { p.denied = p.denied || p.since >= r.when.First })
		}
	}
}

// weighShares tells the levels as they count for each part: one part's denial
// counts for that part alone, and its admission is for another an interested
// statement.
func (v *court) weighShares(x *assessment) {
	for i := range x.shares {
		x.shares[i].supporting, x.shares[i].opposing = x.supporting.level, x.opposing.level
	}
	if len(x.shares) < 2 {
		return
	}
	admits := func(r *voice) []int32 { return r.admitters() }
	for i, level := range v.levels(x, &x.supporting, admits, func(w *origins.Root) bool { w.Admission = false; return true }) {
		x.shares[i].supporting = level
	}
	denies := func(r *voice) []int32 { return r.speakers }
	for i, level := range v.levels(x, &x.opposing, denies, func(*origins.Root) bool { return false }) {
		x.shares[i].opposing = level
	}
}

// levels returns the level of a side as it counts for each part. A root all of
// whose speakers that matter speak for parts counts for the others only as
// weakened, if at all. Where there is no such root the list is empty.
func (v *court) levels(x *assessment, s *side, matter func(*voice) []int32, weaken func(*origins.Root) bool) []int {
	whose := make([][]int32, len(s.roots)) // by root that is some parts' own: these
	for i, r := range s.roots {
		whose[i] = v.sharesSpeaking(x, r, matter(r))
	}
	speaking := ints.Merge(whose...)
	if len(speaking) == 0 {
		return nil
	}
	weights := make([]origins.Root, len(s.roots))
	for i, r := range s.roots {
		weights[i] = v.weight(r)
	}
	level := func(of int32) int {
		var list []origins.Root
		for i, w := range weights {
			if _, own := slices.BinarySearch(whose[i], of); own || whose[i] == nil || weaken(&w) {
				list = append(list, w)
			}
		}
		return origins.Level(list)
	}
	others := level(none)
	all := make([]int, len(x.shares))
	for i, p := range x.shares {
		if all[i] = others; slices.Contains(speaking, p.actor) {
			all[i] = level(p.actor)
		}
	}
	return all
}

// sharesSpeaking returns the actors whose parts some speakers of a root speak
// for or, where they speak for none, whose organs they surely are; nil if one of
// them is neither. An organ's denial weighs against the part of its own side alone,
// but it is not that side's own denial: see [court.hearShares].
func (v *court) sharesSpeaking(x *assessment, r *voice, speakers []int32) []int32 {
	var own []int32
	for _, s := range speakers {
		parts := x.partsOf(v.ties.SpeaksFor(s, r.when))
		if parts == nil {
			parts = x.partsOf(v.ties.SurelyUp(s, r.when))
		}
		if parts == nil {
			return nil
		}
		own = append(own, parts...)
	}
	return ints.Merge(own)
}

// partsOf returns those of some actors who have a part.
func (x *assessment) partsOf(actors []int32) []int32 {
	var list []int32
	for _, a := range actors {
		if x.shareOf(a) != nil {
			list = append(list, a)
		}
	}
	return list
}

// takeStandpoint finds what the party whose standpoint the view takes, if any,
// says and denies. What it denies as a doer, it denies of its own part.
func (v *court) takeStandpoint(x *assessment) {
	party := v.ways.standpoint
	if party == none || !v.committed(&x.opposing, party) {
		x.taken = party != none && v.committed(&x.supporting, party)
		return
	}
	if v.committed(&x.supporting, party) {
		return // it is against itself
	}
	for _, r := range x.opposing.roots {
		if !v.commitsByWord(*r, party) {
			continue
		}
		own := v.sharesSpeaking(x, r, r.speakers)
		x.dropped = x.dropped || own == nil
		for _, a := range own {
			x.shareOf(a).dropped = true
		}
	}
}
