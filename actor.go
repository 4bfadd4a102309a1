package dispute

import "github.com/dispute-go/dispute/edtf"

// An Actor is whoever can act, speak, own, publish or be spoken of: a state,
// one of its organs, a person, a newspaper, or a group without clear bounds.
type Actor struct {
	ID ActorID `json:"id"` // names the actor in references; no other actor has it
	// Supersedes is an earlier version, which this one replaces from its own days
	// on: what refers to that then leads here. See [Record].
	Supersedes ActorID   `json:"supersedes,omitzero"`
	Kind       ActorKind `json:"kind"` // what sort of actor it is
	Name       string    `json:"name"` // the name in use, such as "Mali"
	// Aliases are other names in use. A set.
	Aliases []string `json:"aliases,omitempty"`
	// Codes are the actor's codes in outside code lists. A set.
	Codes []Code `json:"codes,omitempty"`
	// Affiliations are the actor's ties to other actors. A set.
	Affiliations []Affiliation `json:"affiliations,omitempty"`
	Note         string        `json:"note,omitzero"` // whatever else is to be kept, for people
	// Known is the day on which it became public, Recorded that on which it was
	// put on file; see [Record].
	Known    edtf.Day `json:"known,omitzero"`
	Recorded edtf.Day `json:"recorded,omitzero"` // the day on which it was put on file
}

// A Code is an actor's code in an outside list.
type Code struct {
	Scheme CodeScheme `json:"scheme"` // the code list, such as "cow"
	Value  string     `json:"value"`  // the code, such as "432"
}

// CodeScheme names a code list. The vocabulary is open.
type CodeScheme string

// Code lists in common use.
const (
	SchemeISO3166  CodeScheme = "iso3166-1"
	SchemeCOW      CodeScheme = "cow"
	SchemeCAMEO    CodeScheme = "cameo"
	SchemeWikidata CodeScheme = "wikidata"
)

// ActorKind says what sort of actor an actor is. The zero ActorKind is not
// stated and is refused in a record.
type ActorKind uint8

// The kinds of actor.
const (
	ActorState           ActorKind = iota + 1 // a state
	ActorGovernment                           // the government of a state, as a body
	ActorOrgan                                // a ministry, agency, council or other organ
	ActorIntergovernment                      // an intergovernmental organisation
	ActorAlliance                             // an alliance or confederation of states
	ActorArmedGroup                           // an armed group that is not a state's force
	ActorMilitaryCompany                      // a private military company
	ActorOffice                               // an office that persons hold, such as a foreign minister's
	ActorPerson                               // a person, named or not
	ActorMedium                               // a news agency, newspaper, broadcaster or site
	ActorPlatform                             // a platform that carries what others publish
	ActorCollective                           // a loosely bounded collective, such as "the West"
	ActorCourt                                // a court or tribunal
	ActorResearchBody                         // a body that does research, such as an institute or a commission of experts
	ActorNGO                                  // a non-governmental organisation
)

var actorKinds = vocabulary{"actor kind", []string{"not stated",
	"state", "government", "organ", "intergovernmental-organisation", "alliance", "armed-group",
	"military-company", "office", "person", "medium", "platform", "collective",
	"court", "research-body", "non-governmental-organisation"}}

// String returns the word for k.
func (k ActorKind) String() string { return actorKinds.text(uint8(k)) }

// MarshalText returns the word for k; the zero value has none.
func (k ActorKind) MarshalText() ([]byte, error) { return actorKinds.marshal(uint8(k)) }

// UnmarshalText reads the word for k; any other text is an error.
func (k *ActorKind) UnmarshalText(text []byte) error {
	return actorKinds.unmarshal(text, (*uint8)(k))
}

// An Affiliation ties an actor to another one for a time.
type Affiliation struct {
	Kind AffiliationKind `json:"kind"` // what ties the actor to the other one
	To   ActorID         `json:"to"`   // the other actor
	// Role says in what capacity; the roles that can commit a state are
	// constants. The vocabulary is open.
	Role OfficeRole `json:"role,omitzero"`
	// Period is when the tie held. An absent period means always.
	Period edtf.Date `json:"period,omitzero"`
	// Wording is the source's own wording of the period, such as "in recent years".
	Wording string `json:"wording,omitzero"`
}

// AffiliationKind says what ties an actor to another. The zero value is not
// stated and is refused in a record.
type AffiliationKind uint8

// The kinds of affiliation. Part-of, speaks-for and holds-office lead up to
// the principal an actor speaks for. Membership does not: a member's act is
// not the bloc's, nor the bloc's the member's. Controlled-by and depends-on
// make two actors dependent on each other without making one speak for the
// other.
const (
	AffiliationPartOf       AffiliationKind = iota + 1 // belongs to it, as a ministry to a state
	AffiliationSpeaksFor                               // speaks for it, as a spokesperson does
	AffiliationHoldsOffice                             // is or was in that office
	AffiliationMemberOf                                // is a member, as of an alliance; its acts are its own
	AffiliationControlledBy                            // is under its control
	AffiliationDependsOn                               // depends on it, as for money or arms
)

var affiliationKinds = vocabulary{"affiliation kind", []string{"not stated",
	"part-of", "speaks-for", "holds-office", "member-of", "controlled-by", "depends-on"}}

// String returns the word for k.
func (k AffiliationKind) String() string { return affiliationKinds.text(uint8(k)) }

// MarshalText returns the word for k; the zero value has none.
func (k AffiliationKind) MarshalText() ([]byte, error) { return affiliationKinds.marshal(uint8(k)) }

// UnmarshalText reads the word for k; any other text is an error.
func (k *AffiliationKind) UnmarshalText(text []byte) error {
	return affiliationKinds.unmarshal(text, (*uint8)(k))
}

// leadsUp reports whether the tie leads to the principal an actor speaks for.
func (k AffiliationKind) leadsUp() bool {
	return k == AffiliationPartOf || k == AffiliationSpeaksFor || k == AffiliationHoldsOffice
}

// OfficeRole is the capacity in which an actor is affiliated with another.
// The vocabulary is open.
type OfficeRole string

// The offices whose word commits a state by default: International Court of
// Justice, Nicaragua v. United States, Merits, 1986, § 64; by analogy Vienna
// Convention on the Law of Treaties (1969), art. 7(2)(a).
const (
	OfficeHeadOfState      OfficeRole = "head-of-state"
	OfficeHeadOfGovernment OfficeRole = "head-of-government"
	OfficeForeignMinister  OfficeRole = "foreign-minister"
	OfficeForeignMinistry  OfficeRole = "foreign-ministry"
)
