package dispute

import (
	"cmp"

	"github.com/dispute-go/dispute/internal/course"
)

// Track is one independent dimension of the relation between two actors.
// The zero Track is not stated and is refused where a track is needed.
type Track uint8

// The tracks. Diplomatic relations and cooperation are mutual: the order of
// the two actors does not matter. The other tracks run from the first actor
// to the second: representation from the sending to the receiving state,
// membership from the member to the organisation, support from the supporter
// to the recipient.
const (
	TrackDiplomaticRelations Track = iota + 1 // whether two states have diplomatic relations
	TrackRepresentation                       // at what level one is represented at the other
	TrackHostility                            // what force one uses against the other
	TrackCooperation                          // pacts and cooperation between the two
	TrackMembership                           // whether one is a member of the other
	TrackSupport                              // what one gives the other, and against whom
	TrackStance                               // how one speaks of the other
)

var tracks = vocabulary{"track", []string{"not stated", "diplomatic-relations", "representation",
	"hostility", "cooperation", "membership", "support", "stance"}}

// String returns the word for t.
func (t Track) String() string { return tracks.text(uint8(t)) }

// MarshalText returns the word for t; the zero value has none.
func (t Track) MarshalText() ([]byte, error) { return tracks.marshal(uint8(t)) }

// UnmarshalText reads the word for t; any other text is an error.
func (t *Track) UnmarshalText(text []byte) error { return tracks.unmarshal(text, (*uint8)(t)) }

// Mutual reports whether the track runs between two actors without direction.
func (t Track) Mutual() bool { return t == TrackDiplomaticRelations || t == TrackCooperation }

// Concurrent reports whether several states of the track can hold at once,
// each with a beginning and an end of its own, as kinds of support do. On
// the other tracks the last change wins.
func (t Track) Concurrent() bool { return t == TrackCooperation || t == TrackSupport }

// State is a state of a relation on a track. The zero State is not stated.
type State uint8

// The states. StateNone is shared by the tracks that know it; every other
// state belongs to one track.
const (
	StateNone State = iota + 1 // nothing of the kind

	// Diplomatic relations (Vienna Convention on Diplomatic Relations, 1961,
	// arts. 2, 45 and 63).
	StateEstablished      // diplomatic relations exist
	StateSuspended        // they are suspended, and not broken off
	StateSevered          // they are broken off
	StateReducedOrSevered // all that a bare CAMEO 161 tells

	// Representation (Vienna Convention, arts. 9, 14, 19, 45 and 46).
	StateAmbassador       // an ambassador heads the mission
	StateMinister         // a minister or envoy heads it
	StateChargeDAffaires  // a chargé d'affaires heads it
	StateChargeAdInterim  // a chargé d'affaires heads it for the time being
	StateInterestsSection // a section in another state's mission looks after interests
	StateProtectingPower  // a third state looks after interests
	StateRecalled         // the head of the mission is recalled
	StateExpelled         // diplomats are expelled

	// Hostility (Correlates of War, MID codebook, hostility levels 2 to 5;
	// level 1 is StateNone).
	StateThreat  // force is threatened
	StateDisplay // force is displayed
	StateForce   // force is used
	StateWar     // there is war

	// Cooperation (ATOP codebook, types of obligation), and cooperation
	// without a pact.
	StateDefencePact       // each is to help the other when attacked
	StateOffencePact       // each is to help the other to attack
	StateNeutralityPact    // each is to stay neutral when the other is at war
	StateNonAggressionPact // neither is to attack the other
	StateConsultationPact  // they are to consult each other
	StateCooperation       // they cooperate otherwise

	// Membership.
	StateApplicant           // membership is applied for
	StateMember              // is a member
	StateMembershipSuspended // membership is suspended
	StateWithdrawalAnnounced // withdrawal is announced, and membership goes on
	StateWithdrawn           // has left

	// Support (UCDP External Support Dataset, types of support).
	StateTroops             // troops are provided
	StateTerritory          // territory is provided
	StateJointOperations    // takes part in operations
	StateWeapons            // weapons are provided
	StateMateriel           // materiel is provided
	StateTraining           // training is provided
	StateFunding            // money is provided
	StateIntelligence       // intelligence is provided
	StateOtherSupport       // support of another sort is provided
	StateUnspecifiedSupport // support is provided, and nobody says of what sort

	// Stance.
	StateSupportive // takes its side
	StateNeutral    // takes no side
	StateCritical   // criticises, accuses or condemns it
	StateRuptured   // has declared all contact ended
)

var states = vocabulary{"state", []string{"not stated", "none",
	"established", "suspended", "severed", "reduced-or-severed",
	"ambassador", "minister", "charge-d-affaires", "charge-ad-interim", "interests-section",
	"protecting-power", "recalled", "expelled",
	"threat", "display", "force", "war",
	"defence-pact", "offence-pact", "neutrality-pact", "non-aggression-pact", "consultation-pact", "cooperation",
	"applicant", "member", "membership-suspended", "withdrawal-announced", "withdrawn",
	"troops", "territory", "joint-operations", "weapons", "materiel", "training", "funding",
	"intelligence", "other-support", "unspecified-support",
	"supportive", "neutral", "critical", "ruptured"}}

// String returns the word for s.
func (s State) String() string { return states.text(uint8(s)) }

// MarshalText returns the word for s; the zero value has none.
func (s State) MarshalText() ([]byte, error) { return states.marshal(uint8(s)) }

// UnmarshalText reads the word for s; any other text is an error.
func (s *State) UnmarshalText(text []byte) error { return states.unmarshal(text, (*uint8)(s)) }

// BelongsTo reports whether s is a state of track t.
func (s State) BelongsTo(t Track) bool {
	switch {
	case s == StateNone:
		return t != 0 && tracks.valid(uint8(t)) && t != TrackSupport && t != TrackCooperation && t != TrackStance
	case s >= StateEstablished && s <= StateReducedOrSevered:
		return t == TrackDiplomaticRelations
	case s >= StateAmbassador && s <= StateExpelled:
		return t == TrackRepresentation
	case s >= StateThreat && s <= StateWar:
		return t == TrackHostility
	case s >= StateDefencePact && s <= StateCooperation:
		return t == TrackCooperation
	case s >= StateApplicant && s <= StateWithdrawn:
		return t == TrackMembership
	case s >= StateTroops && s <= StateUnspecifiedSupport:
		return t == TrackSupport
	case s >= StateSupportive && s <= StateRuptured:
		return t == TrackStance
	}
	return false
}

// States returns the states that the track has, in the order of [State]. A track
// that is not stated, or unknown, has none. The slice is the caller's own.
func (t Track) States() []State {
	var list []State
	for s := StateNone; states.valid(uint8(s)); s++ {
		if s.BelongsTo(t) {
			list = append(list, s)
		}
	}
	return list
}

// A Pair is a track between two actors.
type Pair struct {
	Track Track   `json:"track,omitzero"`
	From  ActorID `json:"from"`
	To    ActorID `json:"to"`
}

// Compare orders pairs by track, then by From, then by To.
func (p Pair) Compare(o Pair) int {
	return cmp.Or(cmp.Compare(p.Track, o.Track), cmp.Compare(p.From, o.From), cmp.Compare(p.To, o.To))
}

// String returns the track and the two actors, such as
// "support from ukraine to rebels" or "cooperation of mali and niger".
func (p Pair) String() string {
	if p.Track.Mutual() {
		return p.Track.String() + " of " + string(p.From) + " and " + string(p.To)
	}
	return p.Track.String() + " from " + string(p.From) + " to " + string(p.To)
}

// bit returns the set of one state.
func bit(s State) course.States { return course.Of(uint8(s)) }

// bitsOf returns a set of states as a word.
func bitsOf(list []State) uint64 {
	var set course.States
	for _, s := range list {
		set |= bit(s)
	}
	return uint64(set)
}

// statesIn returns the states of a set that are stated, ascending.
func statesIn(set course.States) []State {
	var list []State
	for s := range set.All() {
		if s != 0 {
			list = append(list, State(s))
		}
	}
	return list
}
