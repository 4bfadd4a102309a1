package dispute

import (
	"cmp"
	"iter"
	"math"
	"slices"

	"github.com/dispute-go/dispute/internal/ticks"
)

// A SolidarityStep is that one actor did towards a third what another had done
// before it, such as breaking off relations: because of it, as far as that is
// stated, or at least soon after.
type SolidarityStep struct {
	Leader   ActorID `json:"leader"`
	Follower ActorID `json:"follower"`
	// Toward is the actor to whom both did it. Against is at whom both aimed
	// it, where it is support and that is on file.
	Toward  ActorID `json:"toward"`
	Against ActorID `json:"against,omitzero"`
	// Track and State are what both acts change, and to what; Ends says that
	// they end State.
	Track Track `json:"track,omitzero"`
	State State `json:"state,omitzero"`
	Ends  bool  `json:"ends,omitzero"`
	// First and Then are the two acts.
	First EventID `json:"first"`
	Then  EventID `json:"then"`
	// Motive is the stated link of the second act to the first, because of it
	// or in response to it; zero where nothing but the timing speaks for it.
	// That one act came after the other is no evidence of a motive.
	Motive LinkKind `json:"motive,omitzero"`
	// Certainty tells whether the second act started after the first, by no
	// more days than asked for.
	Certainty Certainty `json:"certainty"`
	// AtLeast and AtMost bound the days from the one start to the other, where
	// the second came after the first; with Unbounded there is no greatest.
	AtLeast   int64 `json:"at_least"`
	AtMost    int64 `json:"at_most,omitzero"`
	Unbounded bool  `json:"unbounded,omitzero"`

	from *followedAct // which words are made of
	read *said        // the words that came with it
}

// A followedAct is an act and the one that followed it.
type followedAct struct {
	v           *chronology
	first, then act
}

// An act is what one actor does to another by a rule.
type act struct {
	track    Track
	state    State
	ends     bool
	toward   int32
	against  int32 // at whom it is aimed, or none
	actor    int32
	place    int32
	from, to int64 // the days on which it can have started
}

// same orders acts by what is done to whom.
func (a act) same(b act) int {
	return cmp.Or(cmp.Compare(a.track, b.track), cmp.Compare(a.toward, b.toward), cmp.Compare(a.against, b.against), cmp.Compare(a.state, b.state), compareFlags(a.ends, b.ends))
}

// Solidarity yields who followed whom: pairs of acts of two actors, each accepted of
// its own actor, that do the same to a third, by the rules of relations in which one of the
// two roles is that of the actor. Where a motive is stated it yields them
// whatever their dates; else where the second can have started after the
// first by no more than the given number of days. They are ordered by track,
// then by the third actor, target of support, state, first act, second act and
// actors, and are sound: none is left out, excluded or certain that is not. A
// chain of followers is read off by going from the Then of one to those whose
// First it is.
//
// The cost is near-linear in the events and in the pairs within the days.
func (v *View) Solidarity(days int64) iter.Seq[SolidarityStep] {
	v = v.orEmpty()
	return func(yield func(SolidarityStep) bool) {
		find := follower{v.relations}
		acts := find.acts()
		for len(acts) > 0 {
			n := 1
			for n < len(acts) && acts[n].same(acts[0]) == 0 {
				n++
			}
			for _, f := range find.steps(acts[:n], days) {
				if !yield(f) {
					return
				}
			}
			acts = acts[n:]
		}
	}
}

// A follower finds who followed whom.
type follower struct{ *relations }

// acts returns the accepted acts, by what is done to whom, then by the first
// day on which they can have started.
func (v follower) acts() []act {
	var list []act
	for p, n := range v.events.list {
		e := v.d.event(n)
		if v.events.standing[p] != StandingAccepted || !e.Phase.took() {
			continue
		}
		t := v.termOf(int32(p))
		from, to := ticks.Day(t.Start[0].First), ticks.Day(t.Start[len(t.Start)-1].Last)
		for _, r := range v.filed.rules[e.Kind] {
			other := r.To
			if r.To == RoleActor {
				other = r.From
			} else if r.From != RoleActor {
				continue
			}
			for _, x := range e.Participants {
				for _, y := range e.Participants {
					a := act{track: r.Track, state: r.State, ends: r.Ends, actor: v.resolve(x.Actor.Ref()), toward: v.resolve(y.Actor.Ref()),
						place: int32(p), from: from, to: to}
					if x.Role != RoleActor || y.Role != other || a.actor == a.toward || v.facing(e, r, a.actor, a.toward) != otherSide ||
						v.standingOfAct(n, r, &a) != StandingAccepted {
						continue
					}
					for _, a.against = range v.targets(e, r) {
						list = append(list, a)
					}
				}
			}
		}
	}
	slices.SortFunc(list, func(a, b act) int {
		return cmp.Or(a.same(b), cmp.Compare(a.from, b.from), cmp.Compare(a.place, b.place), cmp.Compare(a.actor, b.actor))
	})
	return slices.Compact(list)
}

// standingOfAct returns what the view takes event n for as what one actor did to
// another by a rule.
func (v follower) standingOfAct(n int32, r *Rule, a *act) Standing {
	if r.Mutual {
		return v.standingBetween(n, a.actor, a.toward)
	}
	return v.standingFor(n, a.actor)
}

// steps returns who followed whom among acts that do the same.
func (v follower) steps(acts []act, days int64) []SolidarityStep {
	var list []SolidarityStep
	type key struct{ first, then, leader, follower int32 }
	seen := map[key]bool{}
	consider := func(x, y *act) {
		if x.actor == y.actor || x.place == y.place || seen[key{x.place, y.place, x.actor, y.actor}] {
			return
		}
		if f, ok := v.step(x, y, days); ok {
			seen[key{x.place, y.place, x.actor, y.actor}] = true
			list = append(list, f)
		}
	}
	open := map[int32][]*act{} // by actor: what can be followed or still to come
	at := map[int32][]*act{}
	for i := range acts {
		y := &acts[i]
		for actor, list := range open {
			if actor == y.actor {
				continue
			}
			list = slices.DeleteFunc(list, func(x *act) bool { return plus(x.to, days) < y.from })
			if open[actor] = list; len(list) == 0 {
				delete(open, actor)
			}
			for _, x := range list {
				consider(x, y)
				consider(y, x)
			}
		}
		open[y.actor] = append(open[y.actor], y)
		at[y.place] = append(at[y.place], y)
	}
	for i := range acts { // stated motives, whatever the dates
		y := &acts[i]
		for _, l := range v.d.event(v.events.list[y.place]).Links {
			if p := v.events.at(v.replacing(l.Event.Ref())); p != none && l.Kind.motive() {
				for _, x := range at[p] {
					consider(x, y)
				}
			}
		}
	}
	slices.SortFunc(list, func(a, b SolidarityStep) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.Then, b.Then), cmp.Compare(a.Leader, b.Leader), cmp.Compare(a.Follower, b.Follower))
	})
	return list
}

// motive reports whether the link states why the one event followed the other.
func (k LinkKind) motive() bool { return k == LinkBecauseOf || k == LinkInResponseTo }

// plus adds days to a day number, unbounded ones as they are.
func plus(day, days int64) int64 {
	if day == math.MinInt64 || day == math.MaxInt64 {
		return day
	}
	return day + min(max(days, 0), ticks.MaxDay)
}

// step returns that act y followed x, if it can have.
func (v follower) step(x, y *act, days int64) (SolidarityStep, bool) {
	f := SolidarityStep{Leader: v.actorID(x.actor), Follower: v.actorID(y.actor), Toward: v.actorID(x.toward), Against: v.actorID(x.against),
		Track: x.track, State: x.state, Ends: x.ends, Certainty: CertaintyPossible}
	ids := v.eventIDs([]int32{x.place, y.place})
	f.First, f.Then = ids[0], ids[1]
	for _, l := range v.d.event(v.events.list[y.place]).Links {
		if l.Kind.motive() && v.events.at(v.replacing(l.Event.Ref())) == x.place && (f.Motive == 0 || l.Kind < f.Motive) {
			f.Motive = l.Kind
		}
	}
	f.Unbounded = x.from == math.MinInt64 || y.to == math.MaxInt64
	if x.to != math.MaxInt64 && y.from != math.MinInt64 {
		f.AtLeast = max(0, y.from-x.to)
	}
	if !f.Unbounded {
		f.AtMost = max(0, y.to-x.from)
	}
	before := v.before(x.place, y.place)
	switch {
	case before == CertaintyExcluded || f.AtLeast > days:
		f.Certainty = CertaintyExcluded
	case before == CertaintyCertain && !f.Unbounded && f.AtMost <= days:
		f.Certainty = CertaintyCertain
	}
	if f.Motive == 0 && f.Certainty == CertaintyExcluded {
		return f, false
	}
	f.from = &followedAct{v.chronology, *x, *y}
	return f, true
}
