package briefing

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/english"
)

// A relation is one track between two actors, as it stood on the day.
type relation struct {
	of    dispute.Relation
	pair  dispute.Pair
	state dispute.RelationState
}

// relations returns all that is on file between two actors, in the order of the
// view. Where nothing on file has a day, the states are those of the whole course.
func (t *teller) relations() (list []relation) {
	for r := range t.v.Relations() {
		s := r.On(t.day)
		if t.day.IsZero() {
			s = courseOf(r)
		}
		list = append(list, relation{r, r.Pair(), s})
	}
	return list
}

// courseOf tells the course of a relation as one state.
func courseOf(r dispute.Relation) dispute.RelationState {
	h := r.History()
	s := dispute.RelationState{Pair: h.Pair, NoChangeRecorded: h.NoChangeRecorded, Claims: h.Claims, Alleged: h.Alleged}
	for _, x := range h.Spells {
		s.States = append(s.States, dispute.PossibleState{State: x.State, Against: x.Against, Certainty: x.Certainty, Rulings: x.Rulings})
	}
	return s
}

// A turn is a state that a relation was brought into.
type turn struct {
	pair  dispute.Pair
	state dispute.PossibleState
	last  edtf.Day // on which one of its rulings can have taken effect
}

// A cluster is turns to one state that share an actor, or that one event brought
// about.
type cluster struct {
	track   dispute.Track
	state   dispute.State
	against dispute.ActorID
	with    dispute.ActorID // the shared actor; empty for one event
	to      bool            // the shared actor stands at the end of the pairs
	event   dispute.EventID
	turns   []turn
	last    edtf.Day
}

// clusters puts the changes of relations together, by track, the latest first.
func (t *teller) clusters(list []relation) []*cluster {
	var turns []turn
	shared := map[cluster0]int{}
	for _, r := range list {
		for _, p := range r.state.States {
			x := turn{pair: r.pair, state: p}
			if !x.isChange() || p.State == 0 {
				continue
			}
			turns = append(turns, x)
			shared[keyOf(x, true)]++
			shared[keyOf(x, false)]++
		}
	}
	at := map[cluster0]*cluster{}
	var all []*cluster
	for _, x := range turns {
		key := keyOf(x, shared[keyOf(x, true)] >= shared[keyOf(x, false)])
		c := at[key]
		if c == nil {
			c = &cluster{track: key.track, state: key.state, against: key.against, with: key.with, to: key.to, event: key.event}
			at[key] = c
			all = append(all, c)
		}
		c.turns = append(c.turns, x)
		if x.last.Compare(c.last) > 0 {
			c.last = x.last
		}
	}
	slices.SortStableFunc(all, func(a, b *cluster) int {
		return cmp.Or(cmp.Compare(a.track, b.track), b.last.Compare(a.last))
	})
	return all
}

// A cluster0 is what the turns of a cluster have in common.
type cluster0 struct {
	track         dispute.Track
	state         dispute.State
	against, with dispute.ActorID
	to            bool
	event         dispute.EventID
}

// keyOf returns what a turn would share with others: on hostility the event, else
// the actor at the end or at the beginning of the pair, without direction on
// mutual tracks.
func keyOf(x turn, to bool) cluster0 {
	key := cluster0{track: x.pair.Track, state: x.state.State, against: x.state.Against, with: x.pair.From, to: to && !x.pair.Track.Mutual()}
	if to {
		key.with = x.pair.To
	}
	if e := x.state.Rulings[0].Event; x.pair.Track == dispute.TrackHostility && e != "" {
		key.with, key.to, key.event = "", false, e
	}
	return key
}

// isChange reports whether an event or a claim brought it, and notes the day.
func (x *turn) isChange() (is bool) {
	for _, r := range x.state.Rulings {
		if r.Event == "" && r.Claim == "" {
			continue
		}
		is = true
		for _, d := range []edtf.Day{r.When.First, r.When.Last} {
			if d.Compare(x.last) > 0 {
				x.last = d
			}
		}
	}
	return is
}

// other returns the actor of a pair that is not the shared one.
func (c *cluster) other(p dispute.Pair) dispute.ActorID {
	if p.From == c.with {
		return p.To
	}
	return p.From
}

// changedDraft tells which relations changed: by track, the latest change first.
func (t *teller) changedDraft(list []relation) draft {
	d := draft{Section: Section{Name: "relations", Title: "Relations that changed"}, after: 1}
	all := t.clusters(list)
	for _, c := range all {
		d.total += len(c.turns)
	}
	for _, c := range all[:min(len(all), mostLines)] {
		d.add(len(c.turns), t.clusterLine(c))
	}
	return d
}

func (t *teller) clusterLine(c *cluster) Line {
	var items []dispute.Ref
	for _, x := range c.turns {
		items = append(items, x.pair.From.Ref(), x.pair.To.Ref())
		for _, r := range x.state.Rulings {
			if r.Event != "" {
				items = append(items, r.Event.Ref())
			} else if r.Claim != "" {
				items = append(items, r.Claim.Ref())
			}
		}
	}
	l := Line{Items: refs(items...)}
	state := possibly(c.turns[0].state.Certainty) + t.stateName(c.track, c.state, c.against)
	if c.event != "" {
		e, _ := t.v.Event(c.event)
		if c.state != dispute.StateNone {
			state = "hostility: " + state
		}
		l.Head, l.Text = english.UpperFirst(t.eventName(e)), t.when(e)+"; "+state
		return l
	}
	each := t.turned(c)
	l.Head = english.UpperFirst(t.trackWith(c))
	l.Text = state
	if len(c.turns) == 1 && !c.track.Mutual() {
		p := c.turns[0].pair
		l.Head = english.UpperFirst(t.v.Relation(p.From, p.To, p.Track).String())
		each = []string{daysOfRulings(c.turns[0])}
	}
	if !strings.HasPrefix(each[0], "by ") && len(c.turns) > 1 {
		l.Text += ":"
	}
	l.Text = strings.TrimSpace(l.Text + " " + strings.Join(each, ", "))
	if still := t.bystanders(c); still != nil {
		l.Text += "; " + english.List(still) + ": no change recorded"
	}
	return l
}

// turned says whose relation changed, by whom, and when, those of the same days
// together.
func (t *teller) turned(c *cluster) []string {
	type lot struct{ by, days string }
	var lots []lot
	names := map[lot][]string{}
	for _, x := range c.turns[:min(len(c.turns), mostNames)] {
		other := c.other(x.pair)
		at := lot{days: daysOfRulings(x)}
		for _, r := range x.state.Rulings {
			if e, ok := t.v.Event(r.Event); ok && c.track.Mutual() && doneBy(e, other) && !doneBy(e, c.with) {
				at.by = "by "
			}
		}
		if names[at] == nil {
			lots = append(lots, at)
		}
		names[at] = append(names[at], t.name(other))
	}
	var each []string
	for _, at := range lots {
		each = append(each, strings.TrimSpace(at.by+english.List(names[at])+" "+at.days))
	}
	if extra := len(c.turns) - mostNames; extra > 0 {
		each = append(each, english.Count(extra, "more change"))
	}
	return each
}

// daysOfRulings says when a state was brought about.
func daysOfRulings(x turn) string {
	var days []string
	for _, r := range x.state.Rulings {
		if day := daysOf(r.When); day != "" && !slices.Contains(days, day) && len(days) < 2 {
			days = append(days, day)
		}
	}
	return strings.Join(days, " or ")
}

// doneBy reports whether an actor is one of the doers of an event.
func doneBy(e dispute.Event, a dispute.ActorID) bool {
	return slices.ContainsFunc(e.Participants, func(p dispute.Participant) bool {
		return p.Actor == a && (p.Role == dispute.RoleActor || p.Role == dispute.RoleParty)
	})
}

// bystanders names who acted together with one whose diplomatic relations changed,
// towards the same actor, without any change of its own on file: a reader would
// take it for one of them.
func (t *teller) bystanders(c *cluster) (names []string) {
	if c.track != dispute.TrackDiplomaticRelations {
		return nil
	}
	seen, changer := map[dispute.ActorID]bool{c.with: true}, map[dispute.ActorID]bool{}
	for _, x := range c.turns {
		other := c.other(x.pair)
		seen[other], changer[other] = true, true
	}
	changed := func(e dispute.Event) bool {
		return slices.ContainsFunc(e.Participants, func(p dispute.Participant) bool {
			return changer[p.Actor] && (p.Role == dispute.RoleActor || p.Role == dispute.RoleParty)
		})
	}
	towards := func(p dispute.Participant) bool { return p.Actor == c.with && p.Role == dispute.RoleTarget }
	for _, m := range t.events {
		e := m.event
		if m.status.Standing != dispute.StandingAccepted || len(e.Participants) < 3 || !slices.ContainsFunc(e.Participants, towards) || !changed(e) {
			continue
		}
		for _, p := range e.Participants {
			if seen[p.Actor] || p.Role != dispute.RoleActor {
				continue
			}
			seen[p.Actor] = true
			if t.v.Relation(p.Actor, c.with, c.track).On(t.day).NoChangeRecorded {
				names = append(names, t.name(p.Actor))
			}
		}
	}
	return names
}

// possibly stands before what is not certain.
func possibly(c dispute.Certainty) string {
	if c == dispute.CertaintyCertain {
		return ""
	}
	return "possibly "
}

// stateName is a state in words.
func (t *teller) stateName(track dispute.Track, s dispute.State, against dispute.ActorID) string {
	name := english.Words(s.String())
	switch {
	case s == 0:
		name = "unknown"
	case s == dispute.StateNone && track == dispute.TrackHostility:
		name = "no later hostile act on file"
	}
	if against != "" {
		name += " against " + t.name(against)
	}
	return name
}

// trackWith names a track with the shared actor, or with both where there is one
// pair alone.
func (t *teller) trackWith(c *cluster) string {
	word, name := english.Words(c.track.String()), t.name(c.with)
	switch {
	case c.track.Mutual():
		return word + " with " + name
	case c.track == dispute.TrackMembership && c.to:
		return word + " in " + name
	case c.track == dispute.TrackHostility || c.track == dispute.TrackStance:
		return word + map[bool]string{true: " towards ", false: " of "}[c.to] + name
	case c.track == dispute.TrackMembership:
		return word + " of " + name
	}
	return word + map[bool]string{true: " to ", false: " from "}[c.to] + name
}
