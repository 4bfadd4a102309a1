package statuses_test

import (
	"slices"

	"github.com/dispute-go/dispute"
)

// This file reads which figures and dates their speakers have updated.

// updated reports whether all who stand by a statement of a figure or a date
// have given another one of the same thing since.
func (o *oracle) updated(s statement) bool {
	if s.attribution == "" || s.against || s.disowned != nil || o.thing(s.claim) == "" {
		return false
	}
	for _, speaker := range s.speakers {
		if !slices.ContainsFunc(o.file.Claims, func(c dispute.Claim) bool { return o.thing(c.ID) == o.thing(s.claim) && o.givenSince(c.ID, speaker, s) }) {
			return false
		}
	}
	return true
}

// givenSince reports whether a speaker has given what a claim gives on a surely
// later day than what a statement gives, which is something else. To imply it does
// not update what was asserted.
func (o *oracle) givenSince(c dispute.ClaimID, speaker dispute.ActorID, than statement) bool {
	if o.value(c) == o.value(than.claim) {
		return false
	}
	p, _ := o.claim(c)
	left, _ := o.standing(p)
	return slices.ContainsFunc(left, func(t statement) bool {
		implied := t.stance == dispute.StanceImplies && than.stance != dispute.StanceImplies
		return !t.against && !implied && t.disowned == nil && slices.Contains(t.speakers, speaker) && t.when.first > than.when.last
	})
}

// thing is what a claim gives a figure or a date of, or "" if it gives none or was
// replaced.
func (o *oracle) thing(id dispute.ClaimID) string {
	switch c := o.claims[id].Content; {
	case o.replaced(id.Ref()):
	case c.Figure != nil:
		return text("figure", o.states[c.Figure.Event.Ref()], c.Figure.Category, c.Figure.Of)
	case c.Dating != nil:
		return text("date", o.states[c.Dating.Event.Ref()])
	}
	return ""
}

// value is the figure or the date that a claim gives.
func (o *oracle) value(id dispute.ClaimID) string {
	c := o.claims[id].Content
	if c.Figure != nil {
		return text(c.Figure.Low, c.Figure.Best, c.Figure.High)
	}
	return text(c.Dating.When.String(), c.Dating.Until.String())
}
