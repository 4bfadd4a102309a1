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
	for i := range voices {
		if voices[i].against == against {
			n++
		}
	}
	if n == 0 {
		return side{}
	}
	x := side{roots: make([]*voice, 0, n)}
	var few [8]origins.Root // room enough for most sides
	weights := few[:0]
	stakeOf := map[int32]*stakes{}
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
				in := v.stakesIn(q, v.named(q))
				other, stakeOf[r.claim] = &in, &in
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
		if hurt.ownSide(s, parties, r.when) && !(r.rival && hurt.ownSide(s, hurt.by(p.claims[0], false), r.when)) {
			list = append(list, s)
		}
	}
	return list
}

// liabilities are the parties to which saying or denying something is adverse,
// by what is said or denied, each found once.
type liabilities struct {
	v     *court
	found map[liability][]int32
	sides [2]ownSide // those of the parties that were asked for last
}

// An ownSide is whose word is that of the own side of some parties.
type ownSide struct {
	parties []int32
	when    ties.Window
	dated   bool // whether it is so in that window alone
	side    ties.Target
}

// ownSide reports whether one of some parties is on the side of those whom a
// speaker commits: one of them, or a government or an organ of one.
func (x *liabilities) ownSide(s int32, parties []int32, when ties.Window) bool {
	if len(parties) == 0 {
		return false
	}
	for i := range x.sides {
		if own := &x.sides[i]; slices.Equal(own.parties, parties) && (!own.dated || own.when == when) {
			return own.side.Committed(s, when)
		}
	}
	own := ownSide{parties: parties, when: when}
	side := parties
	for _, party := range parties {
		switch x.v.d.actor(party).Kind {
		case ActorGovernment, ActorOrgan, ActorOffice:
			own.dated = true
			side = append(slices.Clip(side), x.v.ties.SurelyUp(party, when)...)
		}
	}
	if own.dated {
		side = ints.Merge(side)
	}
	own.side = x.v.ties.Toward(side)
	x.sides = [2]ownSide{own, x.sides[0]}
	return x.sides[0].side.Committed(s, when)
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
	// charges are the accusations and demands that put it forward, each of a doer
	// who is no competent body, by whom none before it is.
	charges []charge

	named, roots ties.Target // the actors, and what they depend on where that never changes
	when         ties.Window // the days of dated
	dated        []ties.Target
}

// A charge is an accusation or a demand, by one of its doers.
type charge struct {
	event, doer int32
	on          ties.Window // the days of by, where these matter
	by          ties.Target // those on whom the doer depends
	always      bool        // that never changes
}

func (v *court) stakesIn(p proposition, actors []int32) stakes {
	s := stakes{v: v, actors: actors}
	s.charge(p)
	s.named = v.ties.Toward(actors)
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
	s.roots = v.ties.Toward(s.fixed)
	s.rivals = v.rivalPrincipals(actors, ties.AnyDay)
	return s
}

// interest returns the actor that makes a statement interested, and the event by
// which it does, or none: one that is named and on whom its speakers depend, who
// are among those; or one on whom both they and somebody named depend; or who
// makes an accusation or demand that puts the proposition forward; or somebody
// named whose adversary they are or depend on. Where nobody is named, it is
// whoever has an adversary.
func (s *stakes) interest(r *voice) (through, by int32) {
	if through = s.shared(r); through != none {
		return through, none
	}
	for i := range s.charges {
		if x := &s.charges[i]; r.dependedOn(x.dependence(s.v, r.when)) != none {
			return x.doer, x.event
		}
	}
	return s.opposed(r)
}

// shared returns the actor through whom a statement is interested as one of
// somebody named, or none.
func (s *stakes) shared(r *voice) int32 {
	if len(s.actors) == 0 {
		return none
	}
	through := int32(none)
	if s.fixed != nil {
		through = r.dependedOn(&s.roots)
	} else {
		list := s.rootsOn(r.when)
		for i := 0; i < len(list) && through == none; i++ {
			through = r.dependedOn(&list[i])
		}
	}
	if through == none {
		return none
	}
	if named := r.dependedOn(&s.named); named != none {
		return named
	}
	return through
}

// dependedOn returns the first of some actors on whom a statement depends, or none.
func (r *voice) dependedOn(actors *ties.Target) int32 {
	first := int32(none)
	look := func(speakers []int32) {
		for _, s := range speakers {
			if a := actors.DependedOn(s, r.when); a != none && (first == none || a < first) {
				first = a
			}
		}
	}
	look(r.speakers)
	if r.aside != nil {
		look(r.aside.behalf)
		look(r.aside.borrowed)
	}
	return first
}

// rootsOn returns what each of the actors named depends on in a window.
func (s *stakes) rootsOn(when ties.Window) []ties.Target {
	if s.dated == nil || s.when != when {
		s.when, s.dated = when, s.dated[:0]
		for _, a := range s.actors {
			s.dated = append(s.dated, s.v.ties.Toward(s.v.ties.DependsOn(a, when)))
		}
	}
	return s.dated
}

// charge finds the charges that put p forward. That of a competent body makes it no
// side.
func (s *stakes) charge(p proposition) {
	v := s.v
	var seen ints.Numbering[int32]
	for _, c := range p.claims {
		for _, e := range v.adversaries.charges[c] {
			day := startWindow(v.d.event(e).When)
			for _, doer := range v.doers(e) {
				if _, known := seen.Find(doer); known {
					continue
				}
				if _, competent := v.outside(doer, day); !competent {
					seen.Add(doer)
					s.charges = append(s.charges, charge{event: e, doer: doer})
				}
			}
		}
	}
}

// dependence returns on whom the doer depends in a window.
func (x *charge) dependence(v *court, when ties.Window) *ties.Target {
	if x.always || x.by.Actors() != nil && x.on == when {
		return &x.by
	}
	var list []int32
	if list, x.always = v.ties.AlwaysDependsOn(x.doer); !x.always {
		list = v.ties.DependsOn(x.doer, when)
	}
	x.on, x.by = when, v.ties.Toward(list)
	return &x.by
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
