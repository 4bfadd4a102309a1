package statuses_test

import (
	"slices"
	"strconv"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// This file makes the items of a random record bear on each other.

// revise makes most versions of an event or a claim say what the earlier one
// says, wholly or but for one thing.
func (m *maker) revise(r *dispute.Record) {
	for i := range r.Events {
		e := &r.Events[i]
		if e.Supersedes == "" || m.chance(30) {
			continue
		}
		old := disputetest.Copy(r.Events[index(e.Supersedes)])
		e.Kind, e.Participants, e.Phase = old.Kind, old.Participants, old.Phase
		if len(e.Participants) == 0 || m.chance(50) {
			continue
		}
		switch part := &e.Participants[m.rng.IntN(len(e.Participants))]; m.rng.IntN(5) {
		case 0:
			part.Actor = m.actor()
		case 1:
			part.Role = choose(m, dispute.RoleActor, dispute.RoleTarget, dispute.RoleParty, dispute.RoleVictim, dispute.RoleObserver)
		case 2:
			part.Side = choose(m, "", "north", "south", "east")
		case 3:
			e.Phase = choose(m, dispute.PhaseOccurred, dispute.PhaseOngoing, dispute.PhaseExpected)
		case 4:
			e.Kind = choose(m, dispute.KindAttack, dispute.KindBattle)
		}
	}
	for i := range r.Claims {
		c := &r.Claims[i]
		if c.Supersedes == "" || m.chance(30) {
			continue
		}
		c.Content = disputetest.Copy(r.Claims[index(c.Supersedes)].Content)
		switch x := &c.Content; {
		case m.chance(50):
		case x.Figure != nil:
			x.Figure.Best = disputetest.Number(m.rng.Int64N(2))
		case x.Relation != nil && m.chance(70):
			x.Relation.When = m.about()
		case x.Relation != nil:
			x.Relation.Against = m.actor()
		case x.Dating != nil:
			x.Dating.When = m.about()
		case x.Occurred != "":
			x.Occurred = m.event()
		}
	}
}

// about is a date that can be more exact than another one.
func (m *maker) about() edtf.Date {
	return disputetest.Date(choose(m, "", "2024", "2024-01", "2024-01-04", "2023", "2024-01-03/2024-01-05"))
}

// cast lets a statement be made by somebody whom it concerns, so that rules on
// their words are met: who takes part in the event, who is named, who spoke
// before, whose document it is.
func (m *maker) cast(r *dispute.Record, a *dispute.Attribution) {
	if a.Speaker == "" || !m.chance(55) {
		return
	}
	var concerned []dispute.ActorID
	switch {
	case a.TargetSource != "":
		concerned = m.concernedBy(r.Sources[index(a.TargetSource)])
	case a.Attribution != "":
		said := r.Attributions[index(a.Attribution)]
		concerned = append(said.Jointly, said.Speaker)
	case a.Claim != "":
		c := r.Claims[index(a.Claim)]
		concerned = append(concerned, c.Adverse...)
		if e := c.Content.Occurred; e != "" {
			for _, p := range r.Events[index(e)].Participants {
				concerned = append(concerned, p.Actor)
			}
		}
		if a.Source != "" {
			concerned = append(concerned, m.concernedBy(r.Sources[index(a.Source)])...)
		}
	}
	concerned = slices.DeleteFunc(slices.Clone(concerned), func(x dispute.ActorID) bool { return x == "" })
	if len(concerned) == 0 {
		return
	}
	a.Speaker = choose(m, concerned...)
	if m.chance(70) {
		a.OnRecord = dispute.RecordLevelOn
	}
	if m.chance(40) { // somebody above or below speaks instead
		var near []dispute.ActorID
		for _, x := range r.Actors {
			for _, t := range x.Affiliations {
				if t.To == a.Speaker {
					near = append(near, x.ID)
				}
				if x.ID == a.Speaker {
					near = append(near, t.To)
				}
			}
		}
		if len(near) > 0 {
			before := a.Speaker
			if a.Speaker = choose(m, near...); m.chance(30) {
				a.OnBehalfOf = []dispute.ActorID{before}
			}
		}
	}
}

func (m *maker) concernedBy(s dispute.Source) []dispute.ActorID {
	list := []dispute.ActorID{s.Publisher}
	for _, a := range s.Authors {
		list = append(list, a.Actor)
	}
	return list
}

// index is the place of an item of a made record in its list.
func index[ID ~string](id ID) int {
	n, err := strconv.Atoi(string(id[1:]))
	if err != nil {
		panic(err)
	}
	return n
}
