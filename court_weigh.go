package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/origins"
	"github.com/dispute-go/dispute/internal/ties"
)

// weigh reduces one side's statements to a level.
func (v *court) weigh(p proposition, voices []voice, stake *stakes, against bool) side {
	n := 0
	for _, r := range voices {
		if r.against == against {
			n++
		}
	}
	if n == 0 {
		return side{}
	}
	x := side{roots: make([]*voice, 0, n)}
	var few [8]origins.Root // room enough for most sides
	weights := few[:0]
	stakeOf := map[int32]stakes{}
	hurt := liabilities{v: v}
	for i := range voices {
		r := &voices[i]
		if r.against != against {
			continue
		}
		r.interest, r.act = stake.interest(r)
		if r.claim != none && !slices.Contains(p.claims, r.claim) {
			r.elsewhere = true
			other, ok := stakeOf[r.claim]
			if !ok {
				q := v.proposition(r.claim)
				other = v.stakesIn(q, v.named(q))
				stakeOf[r.claim] = other
			}
			if r.interest == none {
				r.interest, r.act = other.interest(r)
			}
		}
		r.finding = r.interest == none && r.commitsOnRecord() && v.competent(*r)
		r.admit(v.admitters(r, p, &hurt))
		x.roots = append(x.roots, r)
		weights = append(weights, v.weight(r))
	}
	x.level = origins.Level(weights)
	x.origins = origins.Number(weights)
	for i, r := range x.roots {
		r.origin = int32(weights[i].Origin)
	}
	return x
}

// weight returns what a root is to the counting of origins.
func (v *court) weight(r *voice) origins.Root {
	return origins.Root{Reach: v.footing(r), Joint: v.joint(r), Implied: r.implied || r.disowned() != nil,
		Interested: r.interest != none, Admission: r.admission, Finding: r.finding}
}

// admitters returns the speakers by whom a statement is an admission, or nil
// if it is none: on the record, adverse to its own side, by the party itself or
// by someone who can commit it. Saying what is adverse to a party, and denying
// what favours it, is adverse. What counts is the claim on which it was made,
// whatever other one it bears on; but towards a rival that is adverse to its side
// too it is a denial like any other.
func (v *court) admitters(r *voice, p proposition, hurt *liabilities) []int32 {
	if !r.commitsOnRecord() || r.attribution == none || r.claim == none {
		return nil
	}
	parties := hurt.by(r.claim, v.d.attribution(r.attribution).Stance == StanceDenies)
	if len(parties) == 0 {
		return nil
	}
	var list []int32
	for _, s := range r.speakers {
		if v.ownSide(s, parties, r.when) && !(r.rival && v.ownSide(s, v.liable(p.claims, false), r.when)) {
			list = append(list, s)
		}
	}
	return list
}

// ownSide reports whether one of some parties is on the side of those whom a
// speaker commits: one of them, or a government or an organ of one.
func (v *court) ownSide(s int32, parties []int32, when ties.Window) bool {
	committed := v.ties.Commits(s, when)
	if ints.Intersect(committed, parties) {
		return true
	}
	return slices.ContainsFunc(parties, func(party int32) bool {
		switch v.d.actor(party).Kind {
		case ActorGovernment, ActorOrgan, ActorOffice:
			return ints.Intersect(v.ties.SurelyUp(party, when), committed)
		}
		return false
	})
}

// liabilities are the parties to which saying or denying something is adverse,
// by what is said or denied, each found once.
type liabilities struct {
	v     *court
	found map[liability][]int32
}

type liability struct {
	claim  int32 // the first that states it
	denied bool
}

// by returns the parties to which saying claim c, or denying it, is adverse.
func (x *liabilities) by(c int32, denied bool) []int32 {
	claims := x.v.proposition(c).claims
	if len(claims) == 1 { // which is found as fast as looked up
		return x.v.liable(claims, denied)
	}
	key := liability{claims[0], denied}
	if parties, ok := x.found[key]; ok {
		return parties
	}
	if x.found == nil {
		x.found = map[liability][]int32{}
	}
	x.found[key] = x.v.liable(claims, denied)
	return x.found[key]
}

// liable returns, ascending, the parties to which saying one of the claims, or
// denying it, is adverse and not in favour.
func (v *court) liable(claims []int32, denied bool) []int32 {
	var parties []int32
	for _, c := range claims {
		u := v.d.usesOf(c)
		own, other := v.latestOf(u.many(slotAdverse)), v.latestOf(u.many(slotFavours))
		if denied {
			own, other = other, own
		}
		if ints.Intersect(own, other) {
			own = without(own, other)
		}
		if len(claims) == 1 {
			return own
		}
		parties = append(parties, own...)
	}
	return ints.Merge(parties)
}

// commitsByWord reports whether a statement is the party's own word.
func (v *court) commitsByWord(r voice, party int32) bool {
	return r.firm() && v.commitsTo(r, party)
}

// committed reports whether a party is committed to one side: one of its
// roots, neither merely implied nor disowned, is by someone whose word commits the party.
func (v *court) committed(x *side, party int32) bool {
	return slices.ContainsFunc(x.roots, func(r *voice) bool { return v.commitsByWord(*r, party) })
}

// labelOf returns the label of a pair of levels.
func (x *assessment) labelOf(supporting, opposing int) Label {
	label := LabelOf(supporting, opposing)
	if label == LabelUnasserted && slices.ContainsFunc(x.withdrawn, func(w withdrawal) bool {
		return w.why == DropRetracted && w.gone == nil && !w.voice.against
	}) {
		return LabelRetracted
	}
	return label
}

// bound returns whom the roots of one side commit on the record; to imply
// commits nobody. Ascending.
func (v *court) bound(x *side) []int32 {
	var few [8][]int32 // room enough for most sides
	lists := few[:0]
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

// commitsTo reports whether a statement commits a party.
func (v *court) commitsTo(r voice, party int32) bool {
	return slices.ContainsFunc(r.speakers, func(s int32) bool {
		return slices.Contains(v.ties.Commits(s, r.when), party)
	})
}

// named returns the actors a proposition names: whom it is adverse to, whom
// it favours, and who is in its structured content: of what a statement meant,
// all its signatories.
func (v *mentions) named(p proposition) []int32 {
	actors := make([]int32, 0, 8)
	add := func(numbers ...int32) {
		for _, n := range numbers {
			if a := v.latest(n); a != none {
				actors = append(actors, a)
			}
		}
	}
	addEvent := func(e int32) {
		if e == none {
			return
		}
		participants := v.d.usesOf(e).many(slotParticipants)
		for i, part := range v.d.event(e).Participants {
			if part.Role != RoleObserver {
				add(participants[i])
			}
		}
	}
	addEvent(p.event)
	for _, c := range p.claims {
		x := v.d.claimRefs(c)
		add(x.adverse...)
		add(x.favours...)
		add(x.actors...)
		addEvent(v.latest(x.event))
		if p.event == none {
			addEvent(v.latest(x.occurred))
		}
		if a := v.latest(x.attribution); a != none {
			said := v.d.attributionRefs(a)
			add(said.speaker)
			add(said.jointly...)
			add(said.onBehalfOf...)
		}
	}
	slices.Sort(actors)
	return slices.Compact(actors)
}

// stakes answers who has a stake in a proposition.
type stakes struct {
	v      *court
	actors []int32 // that it names
	fixed  []int32 // what the actors depend on, when that never changes; else nil
	// rivals are the principals named that have adversaries, when that never
	// changes.
	rivals []int32
	// charges are the accusations and demands that put it forward.
	charges []int32
}

func (v *court) stakesIn(p proposition, actors []int32) stakes {
	s := stakes{v: v, actors: actors}
	for _, c := range p.claims {
		s.charges = append(s.charges, v.adversaries.charges[c]...)
	}
	all := make([]int32, 0, 2*len(actors))
	for _, a := range actors {
		fixed, ok := v.ties.AlwaysDependsOn(a)
		if !ok {
			return s
		}
		all = append(all, fixed...)
	}
	slices.Sort(all)
	s.fixed = slices.Compact(all)
	s.rivals = v.rivalPrincipals(actors, ties.AnyDay)
	return s
}

// rivalPrincipals returns those principals of some actors that have adversaries,
// ascending.
func (v *court) rivalPrincipals(actors []int32, when ties.Window) []int32 {
	var list []int32
	if len(v.adversaries.pairs) == 0 {
		return nil
	}
	for _, a := range actors {
		for _, principal := range v.ties.Principals(a, when) {
			if v.adversaries.has[principal] {
				list = append(list, principal)
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// interest returns the actor that makes a statement interested, and the event by
// which it does, or none: one that is named and on whom its speakers depend, who
// are among those; or one on whom both they and somebody named depend; or who
// makes an accusation or demand that puts the proposition forward; or somebody
// named whose adversary they are or depend on. Where nobody is named, it is
// whoever has an adversary.
func (s *stakes) interest(r *voice) (through, by int32) {
	reach := s.v.reach(r)
	if through = s.named(reach, r.when); through != none {
		return through, none
	}
	for _, e := range s.charges {
		if doer := s.v.chargedBy(e, reach, r.when); doer != none {
			return doer, e
		}
	}
	return s.opposed(s.v.principalsOf(r), r.when)
}

// named returns the actor through whom those who depend on reach are interested
// as somebody named, or none.
func (s *stakes) named(reach []int32, when ties.Window) int32 {
	if len(s.actors) == 0 {
		return none
	}
	through := int32(none)
	if s.fixed != nil {
		through = ints.FirstShared(reach, s.fixed)
	} else {
		for _, a := range s.actors {
			if through = ints.FirstShared(reach, s.v.ties.DependsOn(a, when)); through != none {
				break
			}
		}
	}
	if through == none {
		return none
	}
	if named := ints.FirstShared(reach, s.actors); named != none {
		return named
	}
	return through
}

// opposed returns the principal named whose adversary is one of some principals,
// and the act that makes them adversaries; where nobody is named, who of these has
// an adversary.
func (s *stakes) opposed(principals []int32, when ties.Window) (through, by int32) {
	x := &s.v.adversaries
	if !slices.ContainsFunc(principals, func(a int32) bool { return x.has[a] }) {
		return none, none
	}
	rivals := s.rivals
	if s.fixed == nil {
		rivals = s.v.rivalPrincipals(s.actors, when)
	}
	if len(s.actors) > 0 && len(rivals) == 0 {
		return none, none
	}
	near := s.v.nearby(when)
	for _, a := range principals {
		if len(s.actors) == 0 {
			if act := s.v.adversary(a, none, near); act != none {
				return a, act
			}
		}
		for _, named := range rivals {
			if act := s.v.adversary(a, named, near); act != none {
				return named, act
			}
		}
	}
	return none, none
}

// chargedBy returns who of the doers of an accusation or a demand those who depend
// on reach depend on, or none. That of a competent body makes it no side.
func (v *court) chargedBy(e int32, reach []int32, when ties.Window) int32 {
	day := startWindow(v.d.event(e).When)
	for _, doer := range v.doers(e) {
		if _, competent := v.outside(doer, day); !competent && ints.Intersect(reach, v.ties.DependsOn(doer, when)) {
			return doer
		}
	}
	return none
}

// bodies returns the competent bodies whose word a statement is: who makes it, and
// those in whose name an office or a holder of theirs, surely so that day, does. A
// committee of theirs is neither; a person on it, such as a judge, is a holder.
func (v *court) bodies(by voice) []int32 {
	if len(v.ways.competent) == 0 {
		return nil
	}
	var list []int32
	for _, s := range by.speakers {
		if v.ways.competent[s] {
			list = append(list, s)
		}
		for _, body := range by.behalf() {
			if v.ways.competent[body] && slices.Contains(v.ties.InNameOf(s, by.when), body) {
				list = append(list, body)
			}
		}
	}
	return ints.Merge(list)
}

// competent reports whether a statement is the word of a body that the policy
// calls competent.
func (v *court) competent(by voice) bool { return v.bodies(by) != nil }
