package dispute

import "fmt"

// String returns who followed whom by which acts, such as
// "event/two by niger follows event/one by mali"; it is empty for the zero
// SolidarityStep.
func (s SolidarityStep) String() string {
	if s.First == "" {
		return ""
	}
	return fmt.Sprintf("event/%s by %s follows event/%s by %s", s.Then, s.Follower, s.First, s.Leader)
}

// Reasons returns the items and rules that the step rests on: the actors, and
// of both acts why they are accepted and when they were.
func (s SolidarityStep) Reasons() Reasons {
	switch {
	case s.read != nil:
		return s.read.Reasons
	case s.from == nil:
		return Reasons{}
	}
	rule := "timing"
	if s.Motive != 0 {
		rule = "stated motive"
	}
	return s.from.reasons(s.String(), rule)
}

func (x *followedAct) reasons(fact, rule string) Reasons {
	v := x.v
	g := v.reason()
	because := []int{g.Item(x.first.actor), g.Item(x.then.actor), g.Item(x.first.toward)}
	if x.first.against != none {
		because = append(because, g.Item(x.first.against))
	}
	for _, p := range []int32{x.first.place, x.then.place} {
		if root, ok := g.graft(words{v.court}.why(v.occurrenceOf(v.events.list[p]))); ok {
			because = append(because, root)
		}
		because = append(because, v.dates(g, p))
	}
	return g.done(g.Fact(fact, rule, because...))
}
