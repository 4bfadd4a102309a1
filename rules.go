package dispute

import "fmt"

// A Rule says that an event of one kind changes one track of the relation
// between the participants in two roles. Rules are data: [DefaultRules] is
// the documented table, and a [Policy] may bring its own.
type Rule struct {
	// Name identifies the rule in reasons, such as "diplomatic/sever".
	Name string `json:"name"`
	// Event is the kind of event the rule is about.
	Event EventKind `json:"event"`
	// From and To are the roles between whose actors the track runs. Where
	// both are the same role, it runs between every two actors of that role.
	From ParticipantRole `json:"from"`
	To   ParticipantRole `json:"to"`
	// Track and State say what the relation is from the event on.
	Track Track `json:"track"`
	State State `json:"state"`
	// After is the state once a lasting event has ended; zero leaves State.
	After State `json:"after,omitzero"`
	// Ends says that State ends instead of beginning, on tracks where several
	// states can hold at once.
	Ends bool `json:"ends,omitzero"`
	// Presupposes is what the state must have been where this is the first
	// change on file; zero presupposes nothing.
	Presupposes State `json:"presupposes,omitzero"`
	// Not are states the change cannot start from: it then leaves the state
	// and is reported as a gap. A change to the state that already holds is
	// always one.
	Not []State `json:"not,omitempty"`
	// CAMEO and PLOVER are the event's codes, where there are any.
	CAMEO  string `json:"cameo,omitzero"`
	PLOVER string `json:"plover,omitzero"`
	// Basis says where the rule comes from.
	Basis string `json:"basis,omitzero"`
}

var defaultRules = []Rule{
	{Name: "diplomatic/sever", Event: KindSeverRelations, From: RoleActor, To: RoleTarget,
		Track: TrackDiplomaticRelations, State: StateSevered, Presupposes: StateEstablished, PLOVER: "COERCE",
		Basis: "Vienna Convention on Diplomatic Relations (1961), art. 45: breaking off relations is one side's act"},
}

func checkRules(rules []Rule) error {
	for i, r := range rules {
		if !r.State.On(r.Track) {
			return fmt.Errorf("%w: rule %d (%q): %q is not a state of the track %q", ErrValue, i, r.Name, r.State, r.Track)
		}
	}
	return nil
}
