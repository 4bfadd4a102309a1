package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ties"
)

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

func (v *court) stakesIn(p proposition, actors []int32) *stakes {
	s := &stakes{v: v, actors: actors}
	if !v.lens.Policy.NamedOnly {
		for _, c := range p.claims {
			s.charges = append(s.charges, v.adversaries.charges[c]...)
		}
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
	return ints.Merge(list)
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
	if len(x.pairs) == 0 {
		return none, none
	}
	rivals, known := s.rivals, s.fixed != nil
	for _, a := range principals {
		if !x.has[a] {
			continue
		}
		if len(s.actors) == 0 {
			if act := s.v.adversary(a, none, when); act != none {
				return a, act
			}
			continue
		}
		if !known {
			rivals, known = s.v.rivalPrincipals(s.actors, when), true
		}
		for _, named := range rivals {
			if act := s.v.adversary(a, named, when); act != none {
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
		for _, body := range by.behalf {
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
