package dispute

import (
	"cmp"
	"slices"
)

// A Gap is a change that the state it found does not allow, or that brought
// nothing new. It left the state. What lasts is never one: its state goes on
// beside a stronger one, such as a threat during a war or a second joint
// manoeuvre, and holds where that ends first.
//
// Two more are told as gaps. One is the start or the end of an affiliation that
// finds what it does not go together with, such as the end of one while the
// membership is suspended: it rules, since it comes later. The other is an event
// that tells nothing of the two actors, since it does not tell whose sides they
// are on.
type Gap struct {
	// Event is the change, or Actor the member for an affiliation of its own.
	Event EventID `json:"event,omitzero"`
	Actor ActorID `json:"actor,omitzero"`
	Rule  string  `json:"rule"`
	// End says that it is the end of an affiliation.
	End bool `json:"end,omitzero"`
	// State is what the change would have brought, Found are the states it can
	// have found.
	State State   `json:"state,omitzero"`
	Found []State `json:"found,omitempty"`
	// When are the days on which it can have happened.
	When DayRange `json:"when"`
	// SidesNotTold says that the event has three or more actors in the role of
	// the rule and does not tell the side of both ([Participant].Side). Hostility
	// holds between sides, so that it tells nothing of the pair.
	SidesNotTold bool `json:"sides_not_told,omitzero"`
}

// cloneGaps returns a copy that shares no list with another.
func cloneGaps(list []Gap) []Gap {
	list = slices.Clone(list)
	for i := range list {
		list[i].Found = slices.Clone(list[i].Found)
	}
	return list
}

// A PossibleState is a state that can hold, and what it rests on.
type PossibleState struct {
	// State is absent when nothing is on file of how it stood before the first
	// change.
	State State `json:"state,omitzero"`
	// Against is at whom support is aimed, where that is on file.
	Against   ActorID   `json:"against,omitzero"`
	Certainty Certainty `json:"certainty"`
	// Presupposed says that the state may rest on no record: the first change
	// on file only presupposes it. Without Rulings it rests on nothing else.
	Presupposed bool `json:"presupposed,omitzero"`
	// Rulings are the changes that can be the one that rules on that day.
	Rulings []Ruling `json:"rulings,omitempty"`
}

// compare orders certain states first, then those that rest on something on
// file, then by state and target.
func (p PossibleState) compare(o PossibleState) int {
	return cmp.Or(cmp.Compare(o.Certainty, p.Certainty), cmp.Compare(min(len(o.Rulings), 1), min(len(p.Rulings), 1)),
		cmp.Compare(p.State, o.State), cmp.Compare(p.Against, o.Against))
}

// A ReportedState is what an occurrence or a relation claim on file tells of the
// relation without making its state.
type ReportedState struct {
	Event EventID `json:"event,omitzero"`
	Claim ClaimID `json:"claim,omitzero"`
	// State is what it would bring or says there is; absent where it tells
	// only a trend.
	State   State   `json:"state,omitzero"`
	Against ActorID `json:"against,omitzero"`
	Trend   Trend   `json:"trend,omitzero"`
	// Rule is the rule by which an event would change the relation.
	Rule  string `json:"rule,omitzero"`
	Label Label  `json:"label"`
	// Certainty tells whether, if it is so, it bears on the day: that the
	// event had happened, or was going on if it lasts; that the time claimed
	// includes the day. What surely was over by the day is [CertaintyExcluded].
	Certainty Certainty `json:"certainty"`
	// When are the days on which it can have begun, Days all those on which
	// it can bear on the relation.
	When DayRange `json:"when"`
	Days DayRange `json:"days"`
}

// A Ruling is a change, or a claim, that can be what a state rests on.
type Ruling struct {
	// Event, Claim or Actor is what the state rests on; an actor for an
	// affiliation of its own.
	Event EventID `json:"event,omitzero"`
	Claim ClaimID `json:"claim,omitzero"`
	Actor ActorID `json:"actor,omitzero"`
	// Rule is the name of the rule by which it does.
	Rule string `json:"rule"`
	// End says that it is the end of a lasting event that brought the state.
	End bool `json:"end,omitzero"`
	// When are the days on which the change can have taken effect; for the
	// end of a lasting event that is the day after its last.
	When DayRange `json:"when"`
	// Days runs from the first to the last day on which it can rule. Dates
	// with gaps between them can leave out days in between.
	Days DayRange `json:"days"`
}

// A Spell is a longest run of days on which a state can hold. Where the state
// is certain, then not, then certain again, two spells share the days between:
// one can end there and the next begin.
type Spell struct {
	State   State   `json:"state,omitzero"`
	Against ActorID `json:"against,omitzero"`
	// Certainty is [CertaintyCertain] if the state holds on some day in every placement
	// of the uncertain dates, else [CertaintyPossible].
	Certainty Certainty `json:"certainty"`
	// Possible are the days on which the state can hold, Certain those on
	// which it must: the spell begins between the first of the one and the
	// first of the other, and ends between their last. Certain is nil when
	// there is no such day.
	Possible DayRange  `json:"possible"`
	Certain  *DayRange `json:"certain,omitempty"`
	// Presupposed says that the spell may begin before everything on file:
	// the first change only presupposes it.
	Presupposed bool `json:"presupposed,omitzero"`
	// PresupposedBy are the changes that can be the first and presuppose it;
	// their Days are those before them, as far as they can be the first.
	PresupposedBy []Ruling `json:"presupposed_by,omitempty"`
	// Rulings are the changes and claims that can begin to rule within the
	// spell and with its state, by event and claim. One that can still rule in
	// a later spell is not named there again, unless it begins on a day that
	// both share, or nothing else begins there: then it is the one that rules
	// on longest. A spell without Rulings is presupposed, or has no State:
	// nothing is on file of how it stood.
	Rulings []Ruling `json:"rulings,omitempty"`
}
