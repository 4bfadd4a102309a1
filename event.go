package dispute

import "github.com/dispute-go/dispute/edtf"

// An Event is something that happened, is going on, is expected or was
// called off. That it is on file does not make it established: see
// [View.EventStatus].
type Event struct {
	ID EventID `json:"id"` // names the event in references; no other event has it
	// Supersedes is an earlier version, which this one replaces from its own days
	// on: what refers to that then leads here. See [Record].
	Supersedes EventID   `json:"supersedes,omitzero"`
	Kind       EventKind `json:"kind"` // what sort of event it is, such as "sever-relations"
	// Summary is a neutral sentence without its final full stop, such as
	// "Mali severs diplomatic relations with Ukraine".
	Summary string `json:"summary,omitzero"`
	// Participants are who took part, and how. A set.
	Participants []Participant `json:"participants,omitempty"`
	// When it happened. A low-precision date or a one-of set means sometime
	// within, an interval means throughout, absent means any day.
	When edtf.Date `json:"when,omitzero"`
	// Until is when it ended, for sources that date the two apart; absent
	// means that When tells. An end before the start is a conflict, no error.
	Until edtf.Date `json:"until,omitzero"`
	// Wording is the source's own wording of When, such as "earlier this month".
	Wording string `json:"wording,omitzero"`
	// Sequence orders events of one exact day: 1 before 2. 0 means that
	// nothing is known of the order; it counts only where When is one day.
	Sequence int `json:"sequence,omitzero"`
	// Place is where, in words.
	Place string `json:"place,omitzero"`
	Phase Phase  `json:"phase,omitzero"` // how far it has come; absent says that it took place
	// Links tie the event to other events. A set.
	Links []Link `json:"links,omitempty"`
	// Claims are what a verbal act puts forward, presupposes or answers: what
	// an accusation accuses of, what a demand takes for granted, what a
	// denial denies. Naming a claim here is no evidence for it. A set.
	Claims []ClaimID `json:"claims,omitempty"`
	// Asks is the act a demand or appeal asks its addressee for; who that
	// act is to be aimed at has the role "target".
	Asks EventKind `json:"asks,omitzero"`
	// Carrier is the document or statement by which a verbal act was
	// performed, such as the letter that makes a demand.
	Carrier SourceID `json:"carrier,omitzero"`
	// Sources report the event: each is shorthand for its publisher, or else
	// its authors, asserting first-hand that the event occurred. A letter, a
	// statement, a communique or a post of one of the event's doers, or of
	// somebody who commits it or surely speaks for it that day, is that doer's
	// own on-record word. A set.
	Sources []SourceID `json:"sources,omitempty"`
	Note    string     `json:"note,omitzero"` // whatever else is to be kept, for people
	// Known is the day on which it became public, Recorded that on which it was
	// put on file; see [Record].
	Known    edtf.Day `json:"known,omitzero"`
	Recorded edtf.Day `json:"recorded,omitzero"` // the day on which it was put on file
}

// A Participant is an actor's part in an event.
type Participant struct {
	Role  ParticipantRole `json:"role"`  // in what part, such as "actor" or "target"
	Actor ActorID         `json:"actor"` // who took part
	// Side is a short label of the side on which the actor takes part, where
	// several act on two or more: allies share it. It means something within
	// its event only. Empty is not told.
	Side string `json:"side,omitzero"`
}

// ParticipantRole is the part an actor plays in an event. The vocabulary is
// open; the rules of relations name the constants.
type ParticipantRole string

// Roles in common use.
const (
	RoleActor        ParticipantRole = "actor"        // who does it
	RoleTarget       ParticipantRole = "target"       // at whom it is aimed, who is accused or condemned
	RoleAddressee    ParticipantRole = "addressee"    // to whom it is said
	RoleParty        ParticipantRole = "party"        // a party to a mutual act
	RoleOrganisation ParticipantRole = "organisation" // the body joined or left
	RoleRecipient    ParticipantRole = "recipient"    // who is given something
	RoleVictim       ParticipantRole = "victim"       // who is harmed
	RoleObserver     ParticipantRole = "observer"     // who only watches
)

// A Link ties an event to an earlier or another one.
type Link struct {
	Kind  LinkKind `json:"kind"`  // how the two are tied
	Event EventID  `json:"event"` // the other event
}

// LinkKind says how an event is tied to another one. The zero value is not
// stated and is refused in a record.
type LinkKind uint8

// The kinds of link. After, because-of and in-response-to mean that the event
// starts no earlier than the other one starts. About orders nothing.
const (
	LinkAfter        LinkKind = iota + 1 // it came after that
	LinkBecauseOf                        // it came about because of that
	LinkInResponseTo                     // it answers that
	LinkAbout                            // it is about that, whenever it was
)

var linkKinds = vocabulary{"link kind", []string{"not stated", "after", "because-of", "in-response-to", "about"}}

// String returns the word for k.
func (k LinkKind) String() string { return linkKinds.text(uint8(k)) }

// MarshalText returns the word for k; the zero value has none.
func (k LinkKind) MarshalText() ([]byte, error) { return linkKinds.marshal(uint8(k)) }

// UnmarshalText reads the word for k; any other text is an error.
func (k *LinkKind) UnmarshalText(text []byte) error { return linkKinds.unmarshal(text, (*uint8)(k)) }

// orders reports whether the link orders the two events in time.
func (k LinkKind) orders() bool { return k != LinkAbout && k != 0 }

// Phase says how far an event has come. The zero Phase is not stated, which
// the engine reads as occurred: an event on file is one said to have occurred.
type Phase uint8

// The phases of an event.
const (
	PhaseOccurred  Phase = iota + 1 // it took place
	PhaseOngoing                    // it has begun; no end is on file
	PhaseExpected                   // it is announced or awaited
	PhaseCancelled                  // it was expected and called off
)

var phases = vocabulary{"phase", []string{"not stated", "occurred", "ongoing", "expected", "cancelled"}}

// String returns the word for p.
func (p Phase) String() string { return phases.text(uint8(p)) }

// MarshalText returns the word for p; the zero value has none.
func (p Phase) MarshalText() ([]byte, error) { return phases.marshal(uint8(p)) }

// UnmarshalText reads the word for p; any other text is an error.
func (p *Phase) UnmarshalText(text []byte) error { return phases.unmarshal(text, (*uint8)(p)) }

// took reports whether an event of this phase has at least begun.
func (p Phase) took() bool { return p != PhaseExpected && p != PhaseCancelled }
