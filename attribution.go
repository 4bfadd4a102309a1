package dispute

import "github.com/dispute-go/dispute/edtf"

// An Attribution says who takes what stance to what, and where that was said.
// It commits its carrier only to "this was said".
//
// It has one target: a claim, another attribution, or (for undercuts and
// retractions) a source. An interpretation has two: the attribution that is interpreted and
// the claim it is read as making.
type Attribution struct {
	ID AttributionID `json:"id"` // names the statement in references; no other has it
	// Supersedes is an earlier version, which this one replaces from its own days
	// on: what refers to that then leads here. See [Record].
	Supersedes AttributionID `json:"supersedes,omitzero"`
	// Speaker is who takes the stance. Absent means that nobody knows who
	// spoke; such an attribution is never evidence. A speaker who is
	// unnamed but known to exist is an [Actor].
	Speaker ActorID `json:"speaker,omitzero"`
	// Jointly names those who signed with the speaker. A set.
	Jointly []ActorID `json:"jointly,omitempty"`
	// OnBehalfOf names whom the speakers say they speak for. A set.
	OnBehalfOf []ActorID `json:"on_behalf_of,omitempty"`
	Stance     Stance    `json:"stance"` // what the speaker does with it
	// Claim, Attribution and TargetSource are what the stance is taken to.
	Claim        ClaimID       `json:"claim,omitzero"`
	Attribution  AttributionID `json:"attribution,omitzero"`   // the statement that it is about
	TargetSource SourceID      `json:"target_source,omitzero"` // the document that it is about
	// Source carries the statement.
	Source SourceID `json:"source,omitzero"`
	// Lineage says whether the statement is the speaker's own or passed on.
	Lineage Lineage `json:"lineage,omitzero"`
	// Relays names the attributions, RelaysSources the sources, that a
	// relaying statement passes on. Sets.
	Relays        []AttributionID `json:"relays,omitempty"`
	RelaysSources []SourceID      `json:"relays_sources,omitempty"` // the documents that it passes on
	// Cue is the word that signals the stance in the source, such as "alleged".
	Cue      string   `json:"cue,omitzero"`
	Strength Strength `json:"strength,omitzero"` // how firmly it is said
	// Scope says how far the stance reaches, such as "any involvement".
	Scope string `json:"scope,omitzero"`
	// Quotation holds the speaker's words, verbatim and without quotation marks.
	Quotation string `json:"quotation,omitzero"`
	// Said is when it was said, Published when that was made public; Wording
	// is the source's own wording of Said.
	Said      edtf.Date `json:"said,omitzero"`
	Published edtf.Date `json:"published,omitzero"` // when it was made public
	Wording   string    `json:"wording,omitzero"`   // the source's own wording of when it was said
	// OnRecord says on what terms it was said. Only what was said on the
	// record can be an admission or establish an act.
	OnRecord RecordLevel `json:"on_record,omitzero"`
	// Credibility is an analyst's grade; it is shown and never counted.
	Credibility Credibility `json:"credibility,omitzero"`
	// Confidential attributions are left out by exporters unless told otherwise.
	// They count like others, and answers name them by their IDs; who speaks in
	// them, and in which words, only [View.Attribution] and the other look-ups of
	// the record tell.
	Confidential bool   `json:"confidential,omitzero"`
	Note         string `json:"note,omitzero"` // whatever else is to be kept, for people
	// Known is the day on which it became public, Recorded that on which it was
	// put on file; see [Record].
	Known    edtf.Day `json:"known,omitzero"`
	Recorded edtf.Day `json:"recorded,omitzero"` // the day on which it was put on file
}

// Stance is what a speaker does with a claim or an attribution. The zero
// Stance is not stated and is refused in a record.
type Stance uint8

// The stances. On another attribution, asserts means "says that this was
// said" and denies means "says that it was not"; retracts withdraws it, as who
// published a source can withdraw that, and undercuts says that it or its source is forged, misquoted or unreliable. Like
// every item, these last two take effect in the views that see them, from their
// known and recorded days on; the day on which they were said does not matter.
const (
	StanceAsserts                  Stance = iota + 1 // says that it is so
	StanceImplies                                    // hints that it is so, or takes it for granted
	StanceDenies                                     // says that it is not so
	StanceNeitherConfirmsNorDenies                   // refuses to say whether it is so
	StanceDeclinesComment                            // refuses to speak of it
	StanceHasNotResponded                            // had not answered by then, as somebody reports
	StanceInterprets                                 // reads somebody's words as meaning it
	StanceRetracts                                   // takes back an own statement or document
	StanceUndercuts                                  // says that a statement or a document is not to be relied on, whatever is true
)

// takesSides reports whether a stance is for or against a claim.
func (s Stance) takesSides() bool {
	return s == StanceAsserts || s == StanceImplies || s == StanceDenies
}

var stances = vocabulary{"stance", []string{"not stated", "asserts", "implies", "denies",
	"neither-confirms-nor-denies", "declines-comment", "has-not-responded", "interprets", "retracts", "undercuts"}}

// String returns the word for s.
func (s Stance) String() string { return stances.text(uint8(s)) }

// MarshalText returns the word for s; the zero value has none.
func (s Stance) MarshalText() ([]byte, error) { return stances.marshal(uint8(s)) }

// UnmarshalText reads the word for s; any other text is an error.
func (s *Stance) UnmarshalText(text []byte) error { return stances.unmarshal(text, (*uint8)(s)) }

// Lineage says how a statement came to its carrier. The zero Lineage is
// unknown and gives no evidence.
type Lineage uint8

// The lineages. A medium that speaks in its own voice is first-hand.
const (
	LineageFirstHand Lineage = iota + 1 // the speaker's own words, from own knowledge
	LineageRelaying                     // passes on what others say
)

var lineages = vocabulary{"lineage", []string{"unknown", "first-hand", "relaying"}}

// String returns the word for l.
func (l Lineage) String() string { return lineages.text(uint8(l)) }

// MarshalText returns the word for l; the zero value has none.
func (l Lineage) MarshalText() ([]byte, error) { return lineages.marshal(uint8(l)) }

// UnmarshalText reads the word for l; any other text is an error.
func (l *Lineage) UnmarshalText(text []byte) error { return lineages.unmarshal(text, (*uint8)(l)) }

// Strength is how firmly a stance is taken. The zero Strength is not stated.
// It is shown and never counted.
type Strength uint8

// The strengths.
const (
	StrengthHedged      Strength = iota + 1 // with a reservation, such as "allegedly"
	StrengthPlain                           // without reservation or emphasis
	StrengthCategorical                     // with emphasis, such as "categorically"
)

var strengths = vocabulary{"strength", []string{"not stated", "hedged", "plain", "categorical"}}

// String returns the word for s.
func (s Strength) String() string { return strengths.text(uint8(s)) }

// MarshalText returns the word for s; the zero value has none.
func (s Strength) MarshalText() ([]byte, error) { return strengths.marshal(uint8(s)) }

// UnmarshalText reads the word for s; any other text is an error.
func (s *Strength) UnmarshalText(text []byte) error { return strengths.unmarshal(text, (*uint8)(s)) }

// RecordLevel says on what terms a statement was made. The zero RecordLevel
// is not stated and does not count as on the record.
type RecordLevel uint8

// The terms on which a statement can be made.
const (
	RecordLevelOn         RecordLevel = iota + 1 // for publication, with the speaker's name or office
	RecordLevelBackground                        // for publication, without the name
	RecordLevelOff                               // not for publication
)

var recordLevels = vocabulary{"record level", []string{"not stated", "on-record", "background", "off-record"}}

// String returns the word for l.
func (l RecordLevel) String() string { return recordLevels.text(uint8(l)) }

// MarshalText returns the word for l; the zero value has none.
func (l RecordLevel) MarshalText() ([]byte, error) { return recordLevels.marshal(uint8(l)) }

// UnmarshalText reads the word for l; any other text is an error.
func (l *RecordLevel) UnmarshalText(text []byte) error {
	return recordLevels.unmarshal(text, (*uint8)(l))
}

// Credibility is an analyst's Admiralty grade of a piece of information
// (STANAG 2511), 1 to 6. The zero Credibility is ungraded. 6, "cannot be
// judged", is a grade of its own. Grades are shown and never counted.
type Credibility uint8

// The Admiralty grades of information.
const (
	Credibility1 Credibility = iota + 1 // confirmed by other sources
	Credibility2                        // probably true
	Credibility3                        // possibly true
	Credibility4                        // doubtful
	Credibility5                        // improbable
	Credibility6                        // truth cannot be judged
)

var credibilities = vocabulary{"credibility", []string{"ungraded", "1", "2", "3", "4", "5", "6"}}

// String returns the digit, or "ungraded".
func (c Credibility) String() string { return credibilities.text(uint8(c)) }

// MarshalText returns the digit; the zero value has none.
func (c Credibility) MarshalText() ([]byte, error) { return credibilities.marshal(uint8(c)) }

// UnmarshalText reads a digit from 1 to 6; any other text is an error.
func (c *Credibility) UnmarshalText(text []byte) error {
	return credibilities.unmarshal(text, (*uint8)(c))
}
