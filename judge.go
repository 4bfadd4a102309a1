package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/precedence"
)

func newChronology(c *court) *chronology {
	v := &chronology{court: c}
	v.indexEvents()
	return v
}

func (v *chronology) indexEvents() {
	x := &v.events
	x.list = v.currents(ItemEvent)
	x.place = make(map[int32]int32, len(x.list))
	for p, n := range x.list {
		x.place[n] = int32(p)
	}
	nodes := make([]precedence.Node, len(x.list))
	var links []precedence.Link
	for p, n := range x.list {
		e := v.d.event(n)
		nodes[p].Start, nodes[p].End = eventDomains(e)
		if e.Phase == PhaseCancelled {
			continue
		}
		for _, l := range e.Links {
			before := x.at(v.resolve(l.Event.Ref()))
			if l.Kind.orders() && before != none && v.d.event(x.list[before]).Phase != PhaseCancelled {
				links = append(links, precedence.Link{Before: before, After: int32(p)})
			}
		}
	}
	x.time = precedence.Tighten(nodes, links)
	x.clashing = map[int32][]int32{}
	for _, c := range x.time.Contradictions {
		component := x.time.Component[c.Nodes[0]]
		x.clashing[component] = append(x.clashing[component], c.Nodes...)
	}
	for component, list := range x.clashing {
		x.clashing[component] = ints.Merge(list)
	}
	x.standing = make([]Standing, len(x.list))
	x.label = make([]Label, len(x.list))
	for p, n := range x.list {
		s := v.judge(v.occurrenceOf(n))
		x.standing[p], x.label[p] = s.standing, s.label
	}
}

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
			return StandingAccepted, RuleStandpoint
		case denies && !says:
			return StandingDropped, RuleStandpoint
		}
	}
	if x.of.event != none && len(v.performers(x)) > 0 {
		return StandingAccepted, RulePerformative
	}
	if v.ways.accept[x.label] {
		return StandingAccepted, RuleLabel
	}
	return StandingOpen, 0
}

// committed reports whether a party is committed to one side: one of its
// roots, not merely implied, is by someone whose word commits the party.
func (v *court) committed(x *side, party int32) bool {
	return slices.ContainsFunc(x.roots, func(r *voice) bool { return !r.implied && v.commitsTo(*r, party) })
}

// connected reports whether anything but its own statements bears on p.
func (v *mentions) connected(p proposition) bool {
	return slices.ContainsFunc(p.claims, func(c int32) bool {
		return len(v.on.rivals[c])+len(v.on.entails[c])+len(v.on.entailedBy[c]) > 0
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
