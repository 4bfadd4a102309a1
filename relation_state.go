package dispute

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/edtf"
)

// A Gap is a change that the state it found does not allow, or that brought
// nothing new. It left the state. What lasts is never one: its state goes on
// beside a stronger one, such as a threat during a war or a second joint
// manoeuvre, and holds where that ends first.
type Gap struct {
	Event EventID `json:"event"`
	Rule  string  `json:"rule"`
	// State is what the change would have brought, Found are the states it can
	// have found.
	State State   `json:"state"`
	Found []State `json:"found,omitempty"`
	// When holds the days on which it can have happened.
	When DayRange `json:"when"`
}

// cloneGaps returns a copy that shares no list with another.
func cloneGaps(list []Gap) []Gap {
	list = slices.Clone(list)
	for i := range list {
		list[i].Found = slices.Clone(list[i].Found)
	}
	return list
}

// A History is the course of a relation.
type History struct {
	Pair
	// NoChangeRecorded is that of [RelationState].
	NoChangeRecorded bool `json:"no_change_recorded,omitzero"`
	// Spells are ordered by their first possible day, then by their first
	// certain day, then by state and target.
	Spells []Spell `json:"spells,omitempty"`
	// Claims, Alleged and Gaps are those of all days; see [RelationState].
	// Their certainty is not assessed.
	Claims  []ReportedState `json:"claims,omitempty"`
	Alleged []ReportedState `json:"alleged,omitempty"`
	Gaps    []Gap           `json:"gaps,omitempty"`

	from Relation // which words are made of
	read *said    // the words that came with it
}

// clone returns a copy that shares no list with h.
func (h History) clone() History {
	h.Spells = slices.Clone(h.Spells)
	for i := range h.Spells {
		s := &h.Spells[i]
		s.Certain, s.Rulings, s.PresupposedBy = clonePointer(s.Certain), slices.Clone(s.Rulings), slices.Clone(s.PresupposedBy)
	}
	h.Claims, h.Alleged, h.Gaps = slices.Clone(h.Claims), slices.Clone(h.Alleged), cloneGaps(h.Gaps)
	return h
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
	// holds the day. What surely was over by the day is [CertaintyExcluded].
	Certainty Certainty `json:"certainty"`
	// When holds the days on which it can have begun, Days all those on which
	// it can bear on the relation.
	When DayRange `json:"when"`
	Days DayRange `json:"days"`
}

// A RelationState is the state of a relation at the end of one day. Under
// uncertain dates several states can be possible; a state that is not listed is
// excluded.
//
// On tracks where the last change wins the states are exact, with one-of sets
// and with links between events: a state is listed exactly if it holds in some
// placement of the uncertain dates, and certain exactly if it holds in all. They
// are sound only, which is to say that no state is certain or excluded that is
// not, where the dates leave open whether a change found a state it cannot
// start from ([Rule].Not), or whether one lasting event ended while another
// went on. Rulings are sound: none is left out that can rule, and one may be
// listed that cannot. Where hundreds of changes of one relation overlap, gaps
// are only told as far as that takes near-linear work. On cooperation and
// support the states are exact where no links are involved, and no end without
// a target beside changes that have one; sound otherwise.
// Events whose chronology cannot hold keep the dates they were given, and their
// links do not count.
type RelationState struct {
	Pair
	Day edtf.Day `json:"day"`
	// NoChangeRecorded says that the view accepts no change of this relation,
	// on whatever day: nothing is known of its state, which is not the same as
	// "none".
	NoChangeRecorded bool `json:"no_change_recorded,omitzero"`
	// States are the states that can hold: certain ones first, then those that
	// rest on something on file, then by state and target. On cooperation and support it is empty where none can.
	States []PossibleState `json:"states,omitempty"`
	// Claims are the relation claims that the view accepts beside the state:
	// on tracks where the last change wins they never alter it. What surely
	// begins after the day is left out. By claim.
	Claims []ReportedState `json:"claims,omitempty"`
	// Alleged are the occurrences and relation claims that the view does not
	// accept; they do not alter the state. What the view's standpoint denies is
	// left out, and what surely begins after the day. Events first, by ID, then
	// claims.
	Alleged []ReportedState `json:"alleged,omitempty"`
	// Gaps are the changes that found a state they cannot start from and left
	// it, as far as they can have happened by the day; see [Gap]. By event and
	// rule.
	Gaps []Gap `json:"gaps,omitempty"`

	from Relation // which words are made of
	read *said    // the words that came with it
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
	// When holds the days on which the change can have taken effect; for the
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
	// Possible holds the days on which the state can hold, Certain those on
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
