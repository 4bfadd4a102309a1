package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ties"
)

// agreementsOn finds who agrees on an occurrence that took place. It is nil where
// nobody does.
func (v *court) agreementsOn(x *assessment) *agreements {
	event := v.d.event(x.of.event)
	speakers := 0
	for _, r := range x.supporting.roots {
		if r.commitsOnRecord() {
			speakers += len(r.speakers)
		}
	}
	if speakers < 2 || !event.Phase.took() {
		return nil
	}
	var on agreements
	said := v.bound(&x.supporting)
	var sided []sidedActor
	participants := v.d.usesOf(x.of.event).many(slotParticipants)
	for i, p := range event.Participants {
		actor := v.latest(participants[i])
		if _, says := slices.BinarySearch(said, actor); !says {
			continue
		}
		on.said = append(on.said, actor)
		if p.Role == RoleTarget || p.Role == RoleVictim {
			on.targets = append(on.targets, actor)
		}
		if p.Side != "" {
			sided = append(sided, sidedActor{actor, p.Side})
		}
	}
	on.said, on.targets = ints.Merge(on.said), ints.Merge(on.targets)
	opponents := v.belligerents(x)
	if on.general = v.between(sided, opponents); on.general == nil {
		if len(on.said) < 2 || len(on.targets) == 0 {
			return nil
		}
		return &on
	}
	does := func(actor int32) bool { s := x.shareOf(actor); return s != nil && s.doer }
	on.outside = v.between(slices.DeleteFunc(sided, func(s sidedActor) bool { return does(s.actor) }),
		slices.DeleteFunc(opponents, func(s belligerent) bool { return does(s.actor) }))
	return &on
}

// A sidedActor is on a side of an event.
type sidedActor struct {
	actor int32
	side  string
}

// A belligerent has adversaries, and says something on some days.
type belligerent struct {
	actor int32
	days  int // how many days are in said
	said  [mostDays]ties.Window
}

// mostBelligerents and mostDays bound how many are asked whether they are
// adversaries of each other, and for how many of their statements.
const (
	mostBelligerents = 16
	mostDays         = 4
)

// belligerents returns who has adversaries of those whom the statements for an
// occurrence commit on record, in the order of the statements.
func (v *court) belligerents(x *assessment) []belligerent {
	var list []belligerent
	for _, r := range x.supporting.roots {
		if !r.commitsOnRecord() {
			continue
		}
		for _, s := range r.speakers {
			for _, a := range v.ties.Commits(s, r.when) {
				if !v.adversaries.has[a] {
					continue
				}
				at := slices.IndexFunc(list, func(b belligerent) bool { return b.actor == a })
				if at < 0 && len(list) < mostBelligerents {
					at, list = len(list), append(list, belligerent{actor: a})
				}
				if at >= 0 {
					list[at].hear(r.when)
				}
			}
		}
	}
	return list
}

// hear notes when a belligerent says something, unless that is known already or
// there is no room left.
func (b *belligerent) hear(when ties.Window) {
	if b.days < mostDays && !slices.Contains(b.said[:b.days], when) {
		b.said[b.days] = when
		b.days++
	}
}

// between returns the first two who are on different sides of an event, or else
// the first two adversaries on the days of both their statements, or nil.
func (v *court) between(sided []sidedActor, speakers []belligerent) *agreement {
	if p, q := opposedSides(sided); p != q {
		return &agreement{a: p, b: q}
	}
	for i := range speakers {
		for j := i + 1; j < len(speakers); j++ {
			p, q := &speakers[i], &speakers[j]
			if acts := v.hostileActs(p, q); acts != nil {
				return &agreement{p.actor, q.actor, acts}
			}
		}
	}
	return nil
}

// opposedSides returns two of some actors who are on different sides, or none
// twice. Somebody can be on more than one.
func opposedSides(sided []sidedActor) (a, b int32) {
	besides, with := int32(none), int32(none) // who is on another side as well, and who is on the same side, as the first
	for _, p := range sided {
		switch first := sided[0]; {
		case p.side != first.side && p.actor != first.actor:
			return first.actor, p.actor
		case p.side != first.side:
			besides = p.actor
		case p.actor != first.actor:
			with = p.actor
		}
	}
	if besides == none || with == none {
		return none, none
	}
	return besides, with
}

// hostileActs returns the adversarial acts by which two are adversaries on the
// days of some of their statements, ascending, or nil.
func (v *court) hostileActs(p, q *belligerent) []int32 {
	by := func(b *belligerent) int32 {
		for _, when := range b.said[:b.days] {
			if act := v.adversary(p.actor, q.actor, v.nearby(when)); act != none {
				return act
			}
		}
		return none
	}
	one := by(p)
	if one == none {
		return nil
	}
	other := by(q)
	if other == none {
		return nil
	}
	return ints.Merge([]int32{one, other})
}

// agreedFor returns by what an occurrence is agreed as far as it concerns one
// part or two, or nobody's, or nil. What another doer says is no agreement against
// one's own denial, nor is anybody's between two where the act takes both.
func (x *assessment) agreedFor(a, b *share) *agreement {
	switch {
	case x.agreed == nil:
		return nil
	case a != nil && a.objects() && b == nil:
		return x.agreed.outside
	case a != nil && a.objects() || b != nil && b.objects():
		return nil
	case a == nil || !a.doer || b != nil:
		return x.agreed.general
	}
	if _, says := slices.BinarySearch(x.agreed.said, a.actor); says {
		for _, target := range x.agreed.targets {
			if target != a.actor {
				return &agreement{a: a.actor, b: target}
			}
		}
	}
	return x.agreed.general
}
