package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/group"
	"github.com/dispute-go/dispute/internal/ints"
)

// judge weighs a proposition. Its lists of what was looked at may lack what decides
// nothing; see [assessment.inFull].
func (v *court) judge(p proposition) *assessment { return v.assess(p, true) }

// inFull returns the assessment with all that was looked at, which reasons name.
func (x *assessment) inFull() *assessment {
	if !x.cut {
		return x
	}
	return x.court.assess(x.of, false)
}

func (v *court) assess(p proposition, brief bool) *assessment {
	if v.identifies(p) {
		v = v.plain
	}
	x := &assessment{court: v, of: p, evidence: v.gather(p, brief)}
	x.named = v.named(p)
	stake := v.stakesIn(p, x.named)
	x.supporting = v.weigh(p, x.voices, &stake, false)
	x.opposing = v.weigh(p, x.voices, &stake, true)
	x.label = x.labelOf(x.supporting.level, x.opposing.level)
	if p.event != none {
		v.settle(x)
	} else {
		x.verdict = v.stand(x)
	}
	return x
}

// stand decides what the view takes a claim for that is about no occurrence.
func (v *court) stand(x *assessment) verdict {
	if party := v.ways.standpoint; party != none {
		says := v.committed(&x.supporting, party)
		denies := v.committed(&x.opposing, party)
		switch {
		case says && !denies:
			return verdict{standing: StandingAccepted, rule: StandingRuleStandpoint}
		case denies && !says:
			return verdict{standing: StandingDropped, rule: StandingRuleStandpoint}
		}
	}
	if v.ways.accept[x.label] {
		return verdict{standing: StandingAccepted, rule: StandingRuleLabel}
	}
	return verdict{standing: StandingOpen}
}

// gather collects what is said on a proposition: directly; through claims
// that entail it, whose supporters support it; through claims it entails,
// whose opponents oppose it; and through declared contradictions, whose
// supporters oppose it. A contradiction is no attack.
func (v *court) gather(p proposition, brief bool) evidence {
	h := v.hear(p)
	e := evidence{voices: h.voices, withdrawn: h.withdrawn, looked: h.looked, through: slices.Clip(p.claims)}
	v.findRepeated(&e)
	if !v.connected(p) {
		return e
	}
	heard := map[int32]hearing{}
	listen := func(c int32) hearing {
		q := v.proposition(c)
		key := q.claims[0]
		if _, ok := heard[key]; !ok {
			heard[key] = v.hear(q)
			e.looked.add(heard[key].looked)
			e.through = append(e.through, q.claims...)
		}
		return heard[key]
	}
	taken := map[argumentKey]bool{}
	for _, r := range h.voices {
		taken[keyOf(r)] = true
	}
	for _, b := range v.bearings(p, &e, brief) {
		for _, r := range listen(b.claim).voices {
			if r.against != b.said || taken[keyOf(r)] {
				continue
			}
			if b.rival && v.updated(r) { // which is no rival account any more
				continue
			}
			taken[keyOf(r)] = true
			r.rival = b.rival
			if r.against = b.against; r.claim == none {
				r.claim = b.claim
			}
			e.voices = append(e.voices, r)
		}
	}
	slices.SortFunc(e.voices, compareVoices)
	e.through = ints.Merge(e.through)
	return e
}

// A bearing is another claim that bears on a proposition: what is said for it, or said
// against it, counts for that or against it.
type bearing struct {
	claim                int32
	said, against, rival bool
}

// bearings returns the claims that bear on p. Where brief is wanted, those of which
// nothing is said are left out; the evidence notes it.
func (v *court) bearings(p proposition, e *evidence, brief bool) []bearing {
	var stronger, weaker []int32
	if brief {
		stronger, weaker = v.stronger, v.weaker
	}
	lead := func(claims []int32, cut bool) []int32 {
		e.cut = e.cut || cut
		return claims
	}
	var list []bearing
	add := func(b bearing) {
		if _, own := slices.BinarySearch(p.claims, b.claim); !own {
			list = append(list, b)
		}
	}
	for _, c := range lead(v.reached(p, v.on.entailedBy, stronger)) {
		add(bearing{claim: c})
	}
	for _, c := range lead(v.reached(p, v.on.entails, weaker)) {
		add(bearing{c, true, true, false})
		for _, rival := range v.on.rivals[c] {
			for _, r := range lead(v.reached(v.proposition(rival), v.on.entailedBy, stronger)) {
				add(bearing{r, false, true, true})
			}
		}
	}
	return list
}

// newCourt weighs by the ties on file and, if the policy says so, takes those
// for the same of whom a court that takes nobody for the same accepts that they
// are. So identity claims are weighed by the record's own affiliations alone:
// none of them decides on the evidence for itself or for another.
func newCourt(m *mentions) *court {
	index, claims := m.indexTwins()
	plain := &court{mentions: m, ties: newTies(m.sight), twins: index}
	plain.plain = plain
	plain.stronger, plain.weaker = m.shortcuts(m.on.entailedBy), m.shortcuts(m.on.entails)
	plain.indexLineage()
	plain.indexAdversaries()
	plain.indexDocket()
	plain.indexDisowned()
	plain.updates = newUpdates(plain)
	if !m.lens.Policy.Identities || len(claims) == 0 {
		return plain
	}
	copied := *plain
	c := &copied
	groups := c.twins.join(plain, claims)
	if groups != nil {
		c.ties = plain.ties.Joined(groups)
		c.indexDocket()
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

// indexTwins indexes who is said to be whom, and to have done what. It also
// returns the current identity claims.
func (v *mentions) indexTwins() (x twinIndex, claims []int32) {
	x.identity, x.acts = map[int32][]int32{}, map[int32][]int32{}
	x.oldIdentity, x.oldActs, x.oldAgency = map[int32][]int32{}, map[int32][]int32{}, map[int32][]int32{}
	put := func(list map[int32][]int32, to Ref, c int32) {
		if n := v.resolve(to); n != none {
			list[n] = append(list[n], c)
		}
	}
	from, to := v.d.span(ItemClaim)
	for c := from; c < to; c++ {
		if !v.alive[c] {
			continue
		}
		identity, acts, now := x.identity, x.acts, c
		if !v.current[c] {
			identity, acts, now = x.oldIdentity, x.oldActs, v.head[c]
		}
		content := v.d.claim(c).Content
		if i := content.Identity; i != nil {
			put(identity, i.A.Ref(), now)
			put(identity, i.B.Ref(), now)
			if v.current[c] {
				claims = append(claims, c)
			}
		}
		if a := content.Agency; a != nil {
			put(acts, a.Actor.Ref(), now)
			if !v.current[c] {
				put(x.oldAgency, a.Event.Ref(), now)
			}
		}
	}
	for _, index := range []map[int32][]int32{x.identity, x.acts, x.oldIdentity, x.oldActs, x.oldAgency} {
		for n, list := range index {
			index[n] = ints.Merge(list)
		}
	}
	return x, claims
}

// same returns the actors that the view takes for actor n, without n.
func (v *court) same(n int32) []int32 {
	hub, ok := v.twins.hub[n]
	if !ok {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(v.twins.members[hub]), func(m int32) bool { return m == n })
}

// other returns whom identity claim c says actor n is, by number.
func (v *court) other(c, n int32) int32 {
	i := v.d.claim(c).Content.Identity
	if a := v.resolve(i.A.Ref()); a != n {
		return a
	}
	return v.resolve(i.B.Ref())
}

// support tells, of all claims of a view at once, what is said on them and
// whether anything bears on them. Finding it is linear in the statements and in
// the declared entailments and contradictions, where asking claim by claim would
// walk a chain of entailments once for each of its claims.
type support struct {
	v *court
	// heard are the hearings of what claims state, by the first claim that does.
	heard map[int32]hearing
	// By claim: supported are those somebody stands by, directly or by a claim
	// that entails it; opposed those that somebody stands against, directly, by
	// denying what it entails, or by standing by what contradicts that.
	supported, opposed []bool
	// current are the supported ones that somebody stands by whose word on it is
	// no figure or date updated or disowned since.
	current []bool
	// stated are the claims for or against which a first-hand statement was ever
	// made, in any of these ways, whatever became of it.
	stated []bool
}

func (v *court) support() *support {
	marks := func() []bool { return make([]bool, len(v.d.nodes)) }
	x := &support{v: v, heard: map[int32]hearing{}, supported: marks(), opposed: marks(), stated: marks()}
	claims := v.apart(ItemClaim)
	var supported, current, opposed, said, denied []int32 // of these the last two whatever became of it
	for _, c := range claims {
		p := v.proposition(c)
		if p.claims[0] != c {
			continue
		}
		h := v.hear(p)
		x.heard[c] = h
		for _, r := range h.voices {
			if r.against {
				opposed = append(opposed, c)
				continue
			}
			if supported = append(supported, c); v.standsBy(r) {
				current = append(current, c)
			}
		}
		for _, w := range h.withdrawn {
			if w.voice.against {
				denied = append(denied, c)
			} else {
				said = append(said, c)
			}
		}
	}
	x.reach(x.supported, x.opposed, claims, supported, opposed)
	x.current = x.supported
	if len(v.updates.next) > 0 || len(v.disownings) > 0 {
		x.current = marks()
		x.mark(x.current, current, v.on.entails)
	}
	evenFor, evenAgainst := marks(), marks()
	x.reach(evenFor, evenAgainst, claims, append(said, supported...), append(denied, opposed...))
	for i := range x.stated {
		x.stated[i] = evenFor[i] || evenAgainst[i]
	}
	return x
}

// reach marks what is supported and what is opposed where some claims are, by
// entailment and contradiction.
func (x *support) reach(supported, opposed []bool, claims, said, denied []int32) {
	x.mark(supported, said, x.v.on.entails)
	for _, c := range claims {
		for _, rival := range x.v.on.rivals[c] {
			if supported[rival] {
				denied = append(denied, c)
			}
		}
	}
	x.mark(opposed, denied, x.v.on.entailedBy)
}

// mark marks claims, all that state the same, and all reached from these over
// the edges.
func (x *support) mark(marked []bool, from []int32, edges [][]int32) {
	claims := slices.Clone(from)
	for len(claims) > 0 {
		c := claims[len(claims)-1]
		claims = claims[:len(claims)-1]
		if marked[c] {
			continue
		}
		for _, same := range x.v.proposition(c).claims {
			marked[same] = true
			claims = append(claims, edges[same]...)
		}
	}
}

// hearing returns what is said directly on what claim c states.
func (x *support) hearing(c int32) hearing { return x.heard[x.v.proposition(c).claims[0]] }

// none reports whether nothing bears on claim c, and nothing ever did.
func (x *support) none(c int32) bool { return !x.stated[c] }

// grounds returns the items on which it rests what is heard on p: all that is
// heard, and what p names, which decides who may undercut it.
func (v *court) grounds(p proposition, h hearing) []int32 {
	heard, acts := h.all()
	list := ints.Merge(heard, p.claims, v.actItems(acts))
	if p.event != none {
		list = append(list, p.event)
	}
	for _, r := range h.voices {
		if r.attribution == none {
			list = append(list, r.event, r.source)
		}
	}
	return append(list, v.updateGrounds(h.voices)...)
}

// backing returns the items on which it rests who stands by claims: what is said
// on them and on those that entail them.
func (x *support) backing(claims []int32) []int32 {
	v := x.v
	var seeds [][]int32
	for _, c := range claims {
		seeds = append(seeds, v.proposition(c).claims)
	}
	var list []int32
	for _, c := range v.entailing(proposition{claims: ints.Merge(seeds...), event: none}, v.on.entailedBy) {
		if p := v.proposition(c); p.claims[0] == c {
			list = append(list, v.grounds(p, x.heard[c])...)
		}
	}
	return ints.Merge(list)
}

// adjudicated reports whether a competent body's finding is among the roots.
func (x *assessment) adjudicated() bool {
	found := func(r *voice) bool { return r.finding }
	return slices.ContainsFunc(x.supporting.roots, found) || slices.ContainsFunc(x.opposing.roots, found)
}
