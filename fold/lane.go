package fold

import (
	"fmt"
	"slices"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/fold"
)

// A lane is one of the histories of a pair of actors. On mutual tracks it is
// that of the pair, else that from the one actor to the other. Where several
// states hold at once, each has a lane for what begins and ends it, and one for
// what holds it as long as it goes on.
type lane struct {
	track    dispute.Track
	backward bool // from the actor with the greater number to the other
	state    dispute.State
	held     bool
	// place is that of the lane among those of its track and direction: by
	// state, what begins and ends a state before what holds it.
	place uint8
}

// An action is what events with one code do.
type action struct {
	roles
	effects []effect
}

// An effect is what an event does to one lane of its pair of actors: to the
// first if the number of its own first actor is the lesser, else to the second.
type effect struct {
	lanes [2]uint8
	// oneDay is the effect in the lane, longer the one of an event that goes
	// on after its day, endless that of one that has not ended; they are the same
	// where the end changes nothing.
	oneDay, longer, endless uint8
}

// laneOf returns the lane of a track where the last change wins.
func (t *Rules) laneOf(track dispute.Track, backward bool) (uint8, bool) {
	if int(track) >= len(t.single) {
		return 0, false
	}
	n := t.single[track][0]
	if backward && !track.Mutual() {
		n = t.single[track][1]
	}
	return n - 1, n > 0
}

// setSingle sets the number of a lane of a track where the last change wins.
func (t *Rules) setSingle(x lane, number uint8) {
	for int(x.track) >= len(t.single) {
		t.single = append(t.single, [2]uint8{})
	}
	way := 0
	if x.backward {
		way = 1
	}
	t.single[x.track][way] = number + 1
}

// compile finds what the codes do, and the lanes and machines for that, given
// the rules by kind of event.
func (t *Rules) compile(byKind map[dispute.EventKind][]*dispute.Rule) error {
	c := compiler{Rules: t, number: map[lane]uint8{}, effects: map[lane][]fold.Effect{}}
	for i := range t.codes {
		c.complete(&t.codes[i], byKind[t.codes[i].kind])
	}
	for i, x := range t.lanes {
		if !x.track.Concurrent() {
			t.setSingle(x, uint8(i))
		}
		other := x
		other.backward = !x.track.Mutual() && !x.backward
		t.mirror = append(t.mirror, c.number[other])
		m, err := fold.NewMachine(c.effects[x])
		if err != nil {
			return fmt.Errorf("%w: rules for the track %q: %w", dispute.ErrLimit, x.track, err)
		}
		t.machines = append(t.machines, m)
	}
	return nil
}

// A compiler collects the lanes and the effects of each.
type compiler struct {
	*Rules
	number  map[lane]uint8
	effects map[lane][]fold.Effect
}

// complete finds what an action does. On tracks where the last change wins, the
// first rule that fits decides, as it does for an event on file.
func (c *compiler) complete(a *action, rules []*dispute.Rule) {
	type subject struct {
		track    dispute.Track
		backward bool
		state    dispute.State // where several hold at once
	}
	done := map[subject]bool{}
	for _, r := range rules {
		forward := r.From == a.from && r.To == a.to
		backward := r.From == a.to && r.To == a.from
		for _, direction := range []struct{ fits, backward bool }{{forward, false}, {backward, true}} {
			s := subject{track: r.Track, backward: direction.backward && !r.Track.Mutual()}
			if r.Track.Concurrent() {
				s.state = r.State
			}
			if direction.fits && !done[s] {
				done[s] = true
				a.effects = append(a.effects, c.effect(r, s.backward))
			}
		}
	}
}

// effect returns what a rule does for an event, from its first actor to the
// second or the other way round.
func (c *compiler) effect(r *dispute.Rule, backward bool) (x effect) {
	at := lane{track: r.Track}
	e := fold.Effect{To: uint8(r.State), Not: setOf(r.Not), Before: uint8(r.Presupposes), After: uint8(r.After)}
	if r.Track.Concurrent() {
		at.state, at.held = r.State, r.After != 0
		at.place = uint8(2 * slices.Index(r.Track.States(), r.State))
		if at.held {
			at.place++
		}
		e = fold.Effect{To: 1}
		if r.Ends {
			e.To = 0
			e.Before = uint8(min(r.Presupposes, 1))
		}
	}
	for i := range x.lanes {
		at.backward = !r.Track.Mutual() && backward != (i == 1)
		x.lanes[i] = c.laneNumber(at)
		c.setEffects(&x, at, e, r)
	}
	return x
}

// laneNumber returns the number of a lane, a new one if it has none.
func (c *compiler) laneNumber(x lane) uint8 {
	n, ok := c.number[x]
	if !ok {
		n = uint8(len(c.lanes))
		c.number[x] = n
		c.lanes = append(c.lanes, x)
	}
	return n
}

// setEffects sets the numbers of the effects, in a lane, of events that are over
// on their day, that go on and that have not ended. Both lanes of an effect get
// the same effects in the same order, so that the numbers are the same.
func (c *compiler) setEffects(x *effect, at lane, e fold.Effect, r *dispute.Rule) {
	switch {
	case r.After != 0:
		e.Lasts = fold.OneDay
		x.oneDay = c.effectNumber(at, e)
		e.Lasts = fold.UntilEnd
		x.longer = c.effectNumber(at, e)
		x.endless = x.longer
	case r.Restores:
		x.oneDay = c.effectNumber(at, e)
		e.Lasts = fold.Passes
		x.longer = c.effectNumber(at, e)
		x.endless = x.oneDay
	default:
		x.oneDay = c.effectNumber(at, e)
		x.longer, x.endless = x.oneDay, x.oneDay
	}
}

// effectNumber returns the number of an effect. Numbers beyond what a machine
// can have are refused with the machine.
func (c *compiler) effectNumber(x lane, e fold.Effect) uint8 {
	n := slices.Index(c.effects[x], e)
	if n < 0 {
		n = len(c.effects[x])
		c.effects[x] = append(c.effects[x], e)
	}
	return uint8(n)
}
