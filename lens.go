package dispute

import "github.com/dispute-go/dispute/edtf"

// A Lens says how a dossier is to be looked at. The zero Lens sees everything
// on file, from nobody's side, under the default policy.
type Lens struct {
	// KnownBy and RecordedBy are inclusive days: only what was public, and
	// only what was on file, by then is seen. An item that refers to
	// something not yet there is not there either. The zero Day is no limit.
	KnownBy    edtf.Day
	RecordedBy edtf.Day
	// Standpoint is the party whose word is taken: what those who can commit
	// it assert is accepted, what they deny is dropped. Empty is nobody's.
	Standpoint ActorID
	Policy     Policy
}

// A Policy is what a reader decides before looking. The zero Policy is the
// documented default.
type Policy struct {
	// Competent names the bodies whose findings settle a claim. None by
	// default. A set.
	Competent []ActorID
	// Committing are the offices whose word commits the actor they are
	// affiliated with. Nil stands for the head of state, the head of
	// government, the foreign minister and the foreign ministry; see
	// [OfficeHeadOfState] for the source. A set.
	Committing []OfficeRole
	// Accept are the labels under which a claim or an event counts as
	// accepted. Nil stands for reported, corroborated and confirmed. A set.
	Accept []Label
	// Identities says that the view takes accepted claims on who is who: that
	// two actors are the same ([Identity]), and who did what an event describes
	// ([Agency]). Actors taken for the same depend on each other. Nothing else
	// changes, and nothing is merged; see [View.Identities] and [View.Agents]. By
	// default it does not.
	Identities bool
	// Rules say which event kinds change which relations. Nil stands for
	// [DefaultRules].
	Rules []Rule
}
