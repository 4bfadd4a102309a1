package dispute

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/course"
	"github.com/dispute-go/dispute/internal/domain"
	"github.com/dispute-go/dispute/internal/ints"
)

// relationFile returns what is on file on a track between two actors, or nil
// where nothing is.
func (v *relations) relationFile(a, b int32, t Track) *relationFile {
	if t.Mutual() && b < a {
		a, b = b, a
	}
	f := &relationFile{v: v, a: a, b: b, rules: map[int32][]*Rule{}}
	f.pair = Pair{t, idOf[ActorID](v.sight, a), idOf[ActorID](v.sight, b)} // which were asked for, or may be named
	f.collect()
	if t.Concurrent() {
		f.buildKinds()
	} else {
		f.buildCourse()
	}
	if len(f.events)+len(f.claims)+len(f.replaced)+f.affiliations == 0 {
		return nil
	}
	slices.SortStableFunc(f.gaps, func(a, b Gap) int {
		return cmp.Or(cmp.Compare(a.Event, b.Event), cmp.Compare(a.Rule, b.Rule), compareFlags(a.End, b.End), a.When.First.Compare(b.When.First), a.When.compareLast(b.When))
	})
	for _, list := range [][]report{f.beside, f.alleged} {
		slices.SortFunc(list, func(a, b report) int {
			return cmp.Or(cmp.Compare(a.Claim, b.Claim), cmp.Compare(a.Event, b.Event), cmp.Compare(a.State, b.State), cmp.Compare(a.Against, b.Against))
		})
	}
	return f
}

// collect finds the events and claims that bear on the relation, and what did
// before it was replaced.
func (f *relationFile) collect() {
	v, x, a, b, t := f.v, &f.v.filed, f.a, f.b, f.pair.Track
	for _, n := range ints.Shared(x.events[a], x.events[b]) {
		rules, untold := v.rulesFor(v.d.event(n), a, b, t)
		if rules == nil && untold == nil {
			continue
		}
		p := v.events.at(n)
		f.events = append(f.events, p)
		if f.rules[p] = rules; rules == nil {
			f.untold(p, untold)
		}
	}
	for _, n := range ints.Shared(x.claims[a], x.claims[b]) {
		if f.speaksOf(n) {
			f.claims = append(f.claims, n)
		}
	}
	for _, n := range ints.Shared(x.oldEvents[a], x.oldEvents[b]) {
		if rules, untold := v.rulesFor(v.d.event(n), a, b, t); rules != nil || untold != nil {
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
}

// untold reports an accepted event that tells nothing of the pair, since it does
// not tell on whose sides they are.
func (f *relationFile) untold(p int32, r *Rule) {
	e := f.v.d.event(f.v.events.list[p])
	if !e.Phase.took() || f.v.events.standing[p] != StandingAccepted {
		return
	}
	f.gaps = append(f.gaps, Gap{Event: e.ID, Rule: r.Name, State: r.State, SidesNotTold: true,
		When: rangeOf(coverOf(f.v.termOf(p), e.When).Begins)})
}

// speaksOf reports whether relation claim n is on the pair and track.
func (f *relationFile) speaksOf(n int32) bool {
	c := f.v.d.claim(n).Content.Relation
	from, to := f.v.resolve(c.From.Ref()), f.v.resolve(c.To.Ref())
	return c.Track == f.pair.Track && (from == f.a && to == f.b || f.pair.Track.Mutual() && from == f.b && to == f.a)
}

// buildCourse fills in a track on which the last change wins.
func (f *relationFile) buildCourse() {
	list := newChangeList(len(f.events))
	for _, p := range f.events {
		if f.rules[p] == nil {
			continue
		}
		r := f.rules[p][0]
		if d, ok := f.accepted(p, r, none); ok {
			d.Passes = f.passes(p, r)
			d.Barred = course.States(bitsOf(r.Not))
			list.add(d, r.After, f.v.termOf(p))
		}
	}
	if f.pair.Track == TrackMembership {
		f.addAffiliations(&list)
	}
	if len(list.changes) > 0 {
		s := course.Solve(list.changes, f.v.beforeLinks, &f.v.filed.gives[f.pair.Track])
		f.strands = []strand{{Strand: s, rulings: list.rulings}}
		gaps := slices.DeleteFunc(slices.Clone(s.Gaps), func(g course.Gap) bool { return leftOnItsLastDay(s, &list.changes[g.Change], g) })
		f.gaps = append(f.gaps, list.gaps(gaps)...)
	}
	for _, n := range f.claims {
		f.claimBeside(n)
	}
}

// leftOnItsLastDay reports whether a gap is the end of an affiliation which finds
// that the member has left, and can have left on its last day: some records count
// the day on which somebody leaves as one of membership, others do not.
func leftOnItsLastDay(s *course.Strand, c *course.Change, g course.Gap) bool {
	over := course.States(isOver)
	if c.Place != none || !c.IsEnd || g.Found&^over != 0 {
		return false
	}
	dayBefore := max(c.Days().First, math.MinInt64+2) - 2 // the end takes effect on the day after the last
	return s.At(dayBefore).Possible&^over != 0
}

// A kindKey is a kind of support or cooperation, and its target.
type kindKey struct {
	state   State
	against int32 // or none
}

// kindDrafts collects what bears on each kind.
type kindDrafts struct {
	*relationFile
	changes map[kindKey][]draft
	lasting map[kindKey][]lastingKind
	endings map[State][]draft // of a kind without a target
}

// A lastingKind makes a kind hold as long as it goes on.
type lastingKind struct {
	course.Cover
	ruling Ruling // but for Days
}

// buildKinds fills in a track on which several states hold at once, each with
// a course of its own: it holds while anything of it goes on, and from an event
// that begins it to one that ends it.
func (f *relationFile) buildKinds() {
	k := kindDrafts{f, map[kindKey][]draft{}, map[kindKey][]lastingKind{}, map[State][]draft{}}
	for _, p := range f.events {
		taken := map[kindKey]bool{}
		for _, r := range f.rules[p] {
			for _, against := range f.v.targets(f.v.d.event(f.v.events.list[p]), r) {
				key := kindKey{r.State, against}
				if taken[key] {
					continue
				}
				if d, ok := f.accepted(p, r, against); ok {
					taken[key] = true
					k.take(p, r, key, d)
				}
			}
		}
	}
	for _, n := range f.claims {
		k.claim(n)
	}
	copies := map[gapKey]int{}
	for state, list := range k.endings {
		k.endAll(state, list, copies)
	}
	keys := slices.AppendSeq(slices.Collect(maps.Keys(k.changes)), maps.Keys(k.lasting))
	slices.SortFunc(keys, func(a, b kindKey) int {
		return cmp.Or(cmp.Compare(a.state, b.state), cmp.Compare(a.against, b.against))
	})
	for _, key := range slices.Compact(keys) {
		f.strands = append(f.strands, k.strand(key))
	}
	f.keepGaps(copies)
}

// take takes in what an accepted event does to a kind by a rule.
func (k *kindDrafts) take(p int32, r *Rule, key kindKey, d draft) {
	switch {
	case r.After != 0:
		k.addLasting(key, coverOf(k.v.termOf(p), k.v.d.event(k.v.events.list[p]).When), d.ruling)
	case !r.Ends:
		d.Premise, d.Passes = bit(StateNone), k.passes(p, r)
		k.changes[key] = append(k.changes[key], d)
	case key.against == none:
		d.State = uint8(StateNone)
		k.endings[r.State] = append(k.endings[r.State], d)
	default:
		d.State = uint8(StateNone)
		k.changes[key] = append(k.changes[key], d)
	}
}

func (k *kindDrafts) addLasting(key kindKey, c course.Cover, ruling Ruling) {
	ruling.When = rangeOf(c.Begins)
	k.lasting[key] = append(k.lasting[key], lastingKind{c, ruling})
}

// claim takes in a relation claim.
func (k *kindDrafts) claim(n int32) {
	x := k.v.d.claim(n).Content.Relation
	s := k.v.judge(k.v.proposition(n))
	state := x.State
	if k.pair.Track == TrackSupport && state == 0 && x.Trend == 0 {
		state = StateUnspecifiedSupport
	}
	if s.standing != StandingAccepted || state == 0 || x.Trend != 0 {
		k.claimBeside(n)
	}
	if s.standing == StandingAccepted && state != 0 {
		k.addLasting(kindKey{state, k.v.resolve(x.Against.Ref())}, coverOf(termOfDate(x.When), x.When),
			Ruling{Claim: ClaimID(k.v.ref(n).ID), Rule: "claimed relation"})
	}
}

// strand returns the course of one kind, and notes its gaps.
func (k *kindDrafts) strand(key kindKey) strand {
	list := newChangeList(len(k.changes[key]))
	for _, d := range k.changes[key] {
		list.add(d, 0, k.v.termOf(d.Place))
	}
	s := strand{kind: key.state, target: k.v.actorID(key.against), rulings: list.rulings}
	var covers []course.Cover
	for _, l := range k.lasting[key] {
		covers = append(covers, l.Cover)
		s.rulings = append(s.rulings, l.ruling)
	}
	s.Strand = course.SolveKind(uint8(key.state), list.changes, covers, k.v.beforeLinks, &k.v.filed.gives[k.pair.Track])
	k.gaps = append(k.gaps, list.gaps(s.Gaps)...)
	slices.SortStableFunc(s.Rulers, func(a, b course.Ruler) int {
		x, y := &s.rulings[a.Change], &s.rulings[b.Change]
		return cmp.Or(cmp.Compare(x.Event, y.Event), cmp.Compare(x.Claim, y.Claim))
	})
	return s
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
func (k *kindDrafts) endAll(state State, list []draft, copies map[gapKey]int) {
	// When a change against some target can have come, and when one has.
	earliest, by := int64(math.MaxInt64), int64(math.MaxInt64)
	var keys []kindKey
	for key, against := range k.changes {
		if key.state != state || key.against == none {
			continue
		}
		keys = append(keys, key)
		for _, d := range against {
			start := k.v.termOf(d.Place).Start
			earliest, by = min(earliest, start[0].First), min(by, start[len(start)-1].Last)
		}
	}
	bare := kindKey{state, none}
	needed := k.changes[bare] != nil
	var own []draft
	for _, d := range list {
		start := k.v.termOf(d.Place).Start
		nothing := d
		nothing.Premise = bit(StateNone)
		switch {
		case by < start[0].First:
			d = nothing
		case earliest <= start[len(start)-1].Last && keys != nil:
			d.Premise |= bit(StateNone)
			needed = true
		default:
			needed = true
		}
		own = append(own, d)
		for _, key := range keys {
			k.changes[key] = append(k.changes[key], nothing)
		}
		copies[gapKey{d.ruling.Event, d.ruling.Rule}] = len(keys)
	}
	if !needed {
		return
	}
	k.changes[bare] = append(k.changes[bare], own...)
	for _, d := range own {
		copies[gapKey{d.ruling.Event, d.ruling.Rule}]++
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

// ruleAffiliation is the rule by which an affiliation on file makes a member.
const ruleAffiliation = "membership/affiliation"

// The states that the start and the end of an affiliation go together with. Its
// end leaves what is over.
var (
	startsAsMember = bitsOf([]State{0, StateNone, StateApplicant, StateMember, StateWithdrawn})
	endsAsMember   = bitsOf([]State{StateMember, StateWithdrawalAnnounced})
	isOver         = bitsOf([]State{StateNone, StateWithdrawn})
)

// addAffiliations adds the changes that the member's own affiliations with the
// organisation tell of: the start of each, before all other changes where it has
// none, and its end. A later act rules, and so do they where they are later.
func (f *relationFile) addAffiliations(list *changeList) {
	var terms []course.Term
	for _, a := range f.v.d.actor(f.a).Affiliations {
		if a.Kind == AffiliationMemberOf && f.v.resolve(a.To.Ref()) == f.b {
			terms = append(terms, termOfAffiliation(a.Period))
		}
	}
	f.affiliations = len(terms)
	start := course.Change{Place: none, State: uint8(StateMember), Premise: bit(StateNone), Fits: course.States(startsAsMember)}
	end := course.Change{Place: none, State: uint8(StateNone), Premise: bit(0), Barred: course.States(isOver), Fits: course.States(endsAsMember)}
	for i, t := range terms {
		if goesOnIn(t, terms, i) {
			t.Ever = true // as far as this one tells
		}
		list.note(course.AppendPeriod(list.changes, start, end, t), Ruling{Actor: f.pair.From, Rule: ruleAffiliation})
	}
}

// termOfAffiliation returns the term of an affiliation. One without a period has
// no start and no end.
func termOfAffiliation(period edtf.Date) course.Term {
	if period.IsZero() {
		return course.Term{Start: domain.OpenStart(), Ever: true}
	}
	return termOfDate(period)
}

// goesOnIn reports whether a term surely ends while another one goes on.
func goesOnIn(t course.Term, terms []course.Term, own int) bool {
	if t.Ever {
		return false
	}
	first, last := t.End[0].First, t.End[len(t.End)-1].Last
	for i, o := range terms {
		if i != own && o.Start[len(o.Start)-1].Last <= first && (o.Ever || o.End[0].First > last) {
			return true
		}
	}
	return false
}
