package dispute

import "github.com/dispute-go/dispute/internal/ints"

// A facing tells how two participants of an event stand to each other.
type facing uint8

const (
	otherSide facing = iota
	sameSide
	sidesNotTold
)

// facing tells whether a rule on hostility holds between two participants of an
// event: between sides, never within one. Two roles are two sides. Of actors in
// one role, two are against each other; of more, only those whose sides are told.
func (v *relations) facing(e *Event, r *Rule, a, b int32) facing {
	if r.Track != TrackHostility {
		return otherSide
	}
	mine, other := v.sidesOf(e, r, a), v.sidesOf(e, r, b)
	switch told := mine != nil && other != nil; {
	case told && len(mine) == 1 && len(other) == 1 && mine[0] == other[0]:
		return sameSide
	case told || r.From != r.To || v.countOf(e, r.From) == 2:
		return otherSide
	}
	return sidesNotTold
}

// sidesOf returns the sides of an actor in the roles of a rule, each once.
func (v *relations) sidesOf(e *Event, r *Rule, actor int32) []string {
	var sides ints.Numbering[string]
	for _, p := range e.Participants {
		if p.Side != "" && (p.Role == r.From || p.Role == r.To) && v.resolve(p.Actor.Ref()) == actor {
			sides.Add(p.Side)
		}
	}
	return sides.Keys
}

// countOf returns how many actors have a role in an event.
func (v *relations) countOf(e *Event, role ParticipantRole) int {
	var actors []int32
	for _, p := range e.Participants {
		if p.Role == role {
			actors = append(actors, v.resolve(p.Actor.Ref()))
		}
	}
	return len(ints.Merge(actors))
}
