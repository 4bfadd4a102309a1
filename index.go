package dispute

import (
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/giveway"
	"github.com/dispute-go/dispute/internal/precedence"
	"github.com/dispute-go/dispute/internal/ties"
	"github.com/dispute-go/dispute/internal/versions"
)

// eventIndex holds the events of a view and their chronology. Its slices are
// indexed by place among the current events, which are ordered by ID.
type eventIndex struct {
	list     []int32         // the current events
	place    map[int32]int32 // of an event in list
	standing []Standing
	label    []Label
	time     *precedence.Result
	clashing map[int32][]int32 // by component: the places of the events whose chronology cannot hold, ascending
}

// twinIndex tells who is said to be whom, and who is said to have done what.
// Lists are ascending.
type twinIndex struct {
	identity map[int32][]int32 // by actor: current identity claims on it
	acts     map[int32][]int32 // by actor: current agency claims on it
	// Current claims an earlier version of which was one: of identity and of
	// agency by actor, of agency by event.
	oldIdentity, oldActs, oldAgency map[int32][]int32

	accepted map[int32]bool  // by identity claim
	hub      map[int32]int32 // by actor taken for others: the first one of its group
	members  map[int32][]int32
}

// relationIndex tells which events and claims bear on which actors. Lists are
// ascending.
type relationIndex struct {
	rules  map[EventKind][]*Rule // in the order of the table
	gives  [TrackStance + 1]giveway.Table
	events map[int32][]int32 // by actor: current events with a rule for one of its roles
	claims map[int32][]int32 // by actor: current relation claims
	// Versions that were replaced, likewise.
	oldEvents map[int32][]int32
	oldClaims map[int32][]int32
	// Versions of an actor that were replaced and had memberships.
	oldMembers map[int32][]int32
}

// targets lists, for every item, the current items that speak of it. All
// lists are ascending.
type targets struct {
	statements [][]int32 // by claim: the attributions to it
	answers    [][]int32 // by attribution: the attributions to it
	impeached  [][]int32 // by source: the undercuts of it
	relays     [][]int32 // by attribution or source: the relaying attributions that pass it on
	rivals     [][]int32 // by claim: the claims declared contradictory, in either direction
	entails    [][]int32 // by claim
	entailedBy [][]int32 // by claim
	occurrence [][]int32 // by event: the claims that it occurred
	agency     [][]int32 // by event: the claims who did it
	figures    [][]int32 // by event: the claims of numbers about it
	datings    [][]int32 // by event: the claims when it happened
	responses  [][]int32 // by event: the events linked as a response to it
	moved      [][]int32 // by any item: the current items an earlier version of which spoke of it and that no longer do
}

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
	// changes, and nothing is merged; see [View.Twins] and [View.Agents]. By
	// default it does not.
	Identities bool
	// Rules say which event kinds change which relations. Nil stands for
	// [DefaultRules].
	Rules []Rule
}

// A View is a dossier seen through a [Lens]. It is immutable and safe for use
// by any number of goroutines at once. All its answers are pure functions of
// the record and the lens; lists come in a documented order which never
// depends on the order of the input.
type View struct{ *relations }

// sight is what is there by the lens's days, and what replaces what.
type sight struct {
	d    *Dossier
	lens Lens
	ways policyIndex

	alive   []bool  // was there by the lens's days
	current []bool  // alive, and nothing alive replaces it
	head    []int32 // for what is alive: the current item that replaces it, or itself
	first   []int32 // for what is alive: the first version of it
	circles [][]int32
	forks   []versions.Fork
}

// mentions is what speaks of what.
type mentions struct {
	*sight
	on targets
}

// A court weighs what is said on claims and on the occurrence of events.
type court struct {
	*mentions
	ties  *ties.Graph
	twins twinIndex
	plain *court // the court that takes nobody for the same: itself where the policy takes no identities
}

// chronology is when the events were, and how their occurrence stands.
type chronology struct {
	*court
	events eventIndex
}

// relations is which events and claims bear on the relations of which actors.
type relations struct {
	*chronology
	filed relationIndex
}

// policyIndex is a policy with its defaults filled in.
type policyIndex struct {
	competent  map[int32]bool
	committing map[OfficeRole]bool
	accept     map[Label]bool
	rules      []Rule
	standpoint int32
}
