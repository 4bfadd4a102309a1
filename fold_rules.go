package dispute

import (
	"fmt"
	"math"
	"reflect"
	"slices"

	"github.com/dispute-go/dispute/internal/fold"
)

// FoldRules is a table of rules made ready for folding streams of events. It
// is immutable and safe for concurrent use; get one from [NewFoldRules].
type FoldRules struct {
	source  []Rule
	codes   []foldCode
	byRoles map[foldRoles]EventCode
	byKind  map[EventKind]EventCode
	unclear map[EventKind]bool // kinds that could be meant in several pairs of roles
	lanes   []foldLane
	lane    map[foldLane]uint8
	// single has, by track where the last change wins, one more than the
	// number of its lane forward and of that backward; 0 for none.
	single   [TrackStance + 1][2]uint8
	mirror   []uint8 // by lane: that of the pair the other way round
	machines []*fold.Machine
}

// An EventCode stands for a kind of event between actors in two roles, in one
// [FoldRules]. The zero EventCode stands for every event that changes nothing.
// Codes depend on nothing but the table, so that they can be kept beside it.
type EventCode uint16

type foldRoles struct {
	kind     EventKind
	from, to ParticipantRole
}

// A foldCode is what events with a code do.
type foldCode struct {
	foldRoles
	effects []foldEffect
}

// A foldEffect is what an event does to one lane of its pair of actors: to one
// lane if the code of its first actor is the lesser, else to the other.
type foldEffect struct {
	lanes [2]uint8
	// oneDay is the effect in the lane, longer the one of an event that goes
	// on after its day; they are the same where the end changes nothing.
	oneDay, longer uint8
}

// A foldLane is one of the histories of a pair of actors. On mutual tracks it
// is that of the pair, else that from the one actor to the other. Where several
// states hold at once, each has a lane for what begins and ends it, and one for
// what holds it as long as it goes on.
type foldLane struct {
	track    Track
	backward bool // from the actor with the greater code to the other
	state    State
	held     bool
	// place is that of the lane among those of its track and direction: by
	// state, what begins and ends a state before what holds it.
	place uint8
}

// NewFoldRules makes a table of rules ready; nil stands for [DefaultRules]. It
// refuses rules that a [Policy] could not have, more than 32,767 of them, and
// more than 128 that differ in what they do on one track.
// The slice is not kept.
func NewFoldRules(rules []Rule) (*FoldRules, error) {
	if rules == nil {
		rules = defaultRules
	} else if err := checkRules(rules); err != nil {
		return nil, err
	}
	if len(rules) > math.MaxInt16 {
		return nil, fmt.Errorf("%w: %d rules, expected at most %d", ErrLimit, len(rules), math.MaxInt16)
	}
	t := &FoldRules{
		source:  cloneRules(rules),
		codes:   make([]foldCode, 1),
		byRoles: map[foldRoles]EventCode{}, byKind: map[EventKind]EventCode{}, unclear: map[EventKind]bool{},
		lane: map[foldLane]uint8{},
	}
	c := foldCompiler{FoldRules: t, effects: map[foldLane][]fold.Effect{}}
	byKind := map[EventKind][]*Rule{}
	for i := range rules {
		r := &rules[i]
		byKind[r.Event] = append(byKind[r.Event], r)
		t.add(foldRoles{r.Event, r.From, r.To})
		t.add(foldRoles{r.Event, r.To, r.From})
	}
	for kind, list := range byKind {
		t.chooseRoles(kind, list)
	}
	for i := range t.codes {
		c.compile(&t.codes[i], byKind[t.codes[i].kind])
	}
	for i, lane := range t.lanes {
		if !lane.track.Concurrent() {
			way := 0
			if lane.backward {
				way = 1
			}
			t.single[lane.track][way] = uint8(i + 1)
		}
		other := lane
		other.backward = !lane.track.Mutual() && !lane.backward
		t.mirror = append(t.mirror, t.lane[other])
		m, err := fold.NewMachine(c.effects[lane])
		if err != nil {
			return nil, fmt.Errorf("%w: rules for the track %q: %w", ErrLimit, lane.track, err)
		}
		t.machines = append(t.machines, m)
	}
	return t, nil
}

func (t *FoldRules) add(roles foldRoles) {
	if _, ok := t.byRoles[roles]; !ok {
		t.byRoles[roles] = EventCode(len(t.codes))
		t.codes = append(t.codes, foldCode{foldRoles: roles})
	}
}

// chooseRoles finds the roles meant where a kind is named without them.
func (t *FoldRules) chooseRoles(kind EventKind, rules []*Rule) {
	best, several := -1, false
	seen := map[foldRoles]bool{}
	for _, r := range rules {
		x := foldRoles{kind, r.From, r.To}
		if x.to == RoleActor {
			x.from, x.to = x.to, x.from
		}
		if seen[x] || seen[foldRoles{kind, x.to, x.from}] {
			continue
		}
		seen[x] = true
		rank := 0
		if x.from == RoleActor {
			rank++
			if x.to == RoleTarget {
				rank++
			}
		}
		several = several && rank <= best || rank == best
		if rank > best {
			best = rank
			t.byKind[kind] = t.byRoles[x]
		}
	}
	if several {
		delete(t.byKind, kind)
		t.unclear[kind] = true
	}
}

// Code returns the code of events of a kind whose first actor has the role
// from and whose second has the role to. With two empty roles, those are meant
// for which there are rules: actor and target if there are any for them, else
// the actor and another role, else the only two roles; it is an error if that
// leaves several. A kind or roles for which there is no rule change nothing
// and have the zero code. Roles must be both given or both empty. Nil rules are
// those of [DefaultRules].
func (t *FoldRules) Code(kind EventKind, from, to ParticipantRole) (EventCode, error) {
	if t == nil {
		t, _ = NewFoldRules(nil)
	}
	switch {
	case from == "" && to == "":
		if t.unclear[kind] {
			return 0, fmt.Errorf("%w: there are rules for events of the kind %q in several pairs of roles, want the roles of the actors", ErrValue, kind)
		}
		return t.byKind[kind], nil
	case from == "" || to == "":
		return 0, fmt.Errorf("%w: the roles %q and %q of an event of the kind %q: want both or neither", ErrMissing, from, to, kind)
	}
	return t.byRoles[foldRoles{kind, from, to}], nil
}

// laneOf returns the lane of a track where the last change wins.
func (t *FoldRules) laneOf(track Track, backward bool) (uint8, bool) {
	if int(track) >= len(t.single) {
		return 0, false
	}
	n := t.single[track][0]
	if backward && !track.Mutual() {
		n = t.single[track][1]
	}
	return n - 1, n > 0
}

// same reports whether two tables were made of the same rules, in whatever order
// their rules name the states that they leave.
func (t *FoldRules) same(other *FoldRules) bool {
	return t == other || slices.EqualFunc(t.source, other.source, func(a, b Rule) bool {
		same := bitsOf(a.Not) == bitsOf(b.Not)
		a.Not, b.Not = nil, nil
		return same && reflect.DeepEqual(a, b)
	})
}

// foldCompiler collects the effects of each lane.
type foldCompiler struct {
	*FoldRules
	effects map[foldLane][]fold.Effect
}

// compile finds what a code does. On tracks where the last change wins, the
// first rule that fits decides, as it does for an event on file.
func (c *foldCompiler) compile(code *foldCode, rules []*Rule) {
	type subject struct {
		track    Track
		backward bool
		state    State // where several hold at once
	}
	done := map[subject]bool{}
	for _, r := range rules {
		forward := r.From == code.from && r.To == code.to
		backward := r.From == code.to && r.To == code.from
		for _, direction := range []struct{ fits, backward bool }{{forward, false}, {backward, true}} {
			s := subject{track: r.Track, backward: direction.backward && !r.Track.Mutual()}
			if r.Track.Concurrent() {
				s.state = r.State
			}
			if direction.fits && !done[s] {
				done[s] = true
				code.effects = append(code.effects, c.effect(r, s.backward))
			}
		}
	}
}

// effect returns what a rule does for an event, from its first actor to the
// second or the other way round.
func (c *foldCompiler) effect(r *Rule, backward bool) foldEffect {
	lane := foldLane{track: r.Track}
	e := fold.Effect{To: uint8(r.State), Not: bitsOf(r.Not), Before: uint8(r.Presupposes), After: uint8(r.After)}
	if r.Track.Concurrent() {
		lane.state, lane.held = r.State, r.After != 0
		lane.place = uint8(2 * slices.Index(r.Track.states(), r.State))
		if lane.held {
			lane.place++
		}
		e = fold.Effect{To: 1}
		if r.Ends {
			e.To = 0
			e.Before = uint8(min(r.Presupposes, 1))
		}
	}
	var x foldEffect
	for i := range x.lanes {
		lane.backward = !r.Track.Mutual() && backward != (i == 1)
		x.lanes[i] = c.number(lane)
		x.oneDay, x.longer = c.kindsOf(lane, e, r.After != 0)
	}
	return x
}

func (c *foldCompiler) number(lane foldLane) uint8 {
	n, ok := c.lane[lane]
	if !ok {
		n = uint8(len(c.lanes))
		c.lane[lane] = n
		c.lanes = append(c.lanes, lane)
	}
	return n
}

// kindsOf returns the numbers of the effects, in a lane, of events that are
// over on their day and of those that go on. Both lanes of an effect get the
// same effects in the same order, so that the numbers are the same.
func (c *foldCompiler) kindsOf(lane foldLane, e fold.Effect, lasts bool) (oneDay, longer uint8) {
	if !lasts {
		n := c.effectNumber(lane, e)
		return n, n
	}
	e.Lasts = fold.OneDay
	oneDay = c.effectNumber(lane, e)
	e.Lasts = fold.UntilEnd
	return oneDay, c.effectNumber(lane, e)
}

// effectNumber returns the number of an effect. Numbers beyond what a machine
// can have are refused with the machine.
func (c *foldCompiler) effectNumber(lane foldLane, e fold.Effect) uint8 {
	n := slices.Index(c.effects[lane], e)
	if n < 0 {
		n = len(c.effects[lane])
		c.effects[lane] = append(c.effects[lane], e)
	}
	return uint8(n)
}
