package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
)

// named returns the actors a proposition names: whom it is adverse to, whom
// it favours, and who is in its structured content.
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
		if a := v.latest(x.attribution); a != none {
			add(v.d.usesOf(a).one(slotSpeaker))
		}
	}
	slices.Sort(actors)
	return slices.Compact(actors)
}

// stakes answers who has a stake in a set of named actors.
type stakes struct {
	v      *court
	actors []int32
	fixed  []int32 // what the actors depend on, when that never changes; else nil
}

func (v *court) stakesIn(actors []int32) stakes {
	s := stakes{v: v, actors: actors}
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
	return s
}

// interested reports whether a statement's speakers, or anyone they depend
// on, are named or dependent on someone named.
func (s stakes) interested(r voice) bool { return s.interest(r) != none }

// interest returns the actor that makes a statement interested, or none: one
// that is named and on whom its speakers depend, who are among those, or else
// one on whom both they and somebody named depend.
func (s stakes) interest(r voice) int32 {
	if len(s.actors) == 0 {
		return none
	}
	reach, through := s.v.reach(r), int32(none)
	if s.fixed != nil {
		through = ints.FirstShared(reach, s.fixed)
	} else {
		for _, a := range s.actors {
			if through = ints.FirstShared(reach, s.v.ties.DependsOn(a, r.when)); through != none {
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
