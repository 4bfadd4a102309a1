package dispute

import "github.com/dispute-go/dispute/edtf"

// A Claim is one neutral proposition, which nobody has yet said: who says or
// denies it is an [Attribution].
type Claim struct {
	ID ClaimID `json:"id"` // names the claim in references; no other claim has it
	// Supersedes is an earlier version, which this one replaces from its own days
	// on: what refers to that then leads here. See [Record].
	Supersedes ClaimID `json:"supersedes,omitzero"`
	// Text is the proposition as a neutral clause that can follow "that", so
	// with a small first letter unless a name stands there, and without a
	// final full stop: "Ukraine supported the Tuareg rebels".
	Text string `json:"text"`
	// Content says the same in structure, where there is one.
	Content Content `json:"content,omitzero"`
	// Adverse names whom it would speak against if it were so, Favours whom
	// it would speak for. Sets.
	Adverse []ActorID `json:"adverse,omitempty"`
	Favours []ActorID `json:"favours,omitempty"` // whom it would speak for if it were so
	// Contradicts names claims that cannot hold together with this one; it
	// is read in both directions. Entails names claims that hold if this
	// one does. Sets.
	Contradicts []ClaimID `json:"contradicts,omitempty"`
	Entails     []ClaimID `json:"entails,omitempty"` // the claims that hold if this one does
	Note        string    `json:"note,omitzero"`     // whatever else is to be kept, for people
	// Known is the day on which it became public, Recorded that on which it was
	// put on file; see [Record].
	Known    edtf.Day `json:"known,omitzero"`
	Recorded edtf.Day `json:"recorded,omitzero"` // the day on which it was put on file
}

// Content is a claim's structure. At most one field is set; the zero Content
// is a claim in words only.
type Content struct {
	// Occurred claims that this event occurred.
	Occurred EventID `json:"occurred,omitzero"`
	// Agency claims who did it.
	Agency *Agency `json:"agency,omitzero"`
	// Relation claims that a relation between actors held.
	Relation *RelationClaim `json:"relation,omitzero"`
	// Figure claims a number.
	Figure *Figure `json:"figure,omitzero"`
	// Identity claims that two actors are the same.
	Identity *Identity `json:"identity,omitzero"`
	// Meaning claims what someone meant.
	Meaning *Meaning `json:"meaning,omitzero"`
	// Dating claims when an event happened.
	Dating *Dating `json:"dating,omitzero"`
}

// IsZero reports whether the claim has no structure.
func (c Content) IsZero() bool { return c == Content{} }

// Agency claims that an actor did what an event describes.
type Agency struct {
	Event EventID `json:"event"` // what was done
	Actor ActorID `json:"actor"` // who did it
}

// RelationClaim claims that a relation held between two actors.
type RelationClaim struct {
	Track Track   `json:"track"` // the dimension of the relation
	From  ActorID `json:"from"`  // whose relation it is
	To    ActorID `json:"to"`    // to whom it leads
	// Against is at whom support was aimed, where that is claimed.
	Against ActorID `json:"against,omitzero"`
	// State is the state claimed. On the support track absent means support
	// of a kind not stated.
	State State `json:"state,omitzero"`
	// Trend says whether the relation is claimed to be growing or shrinking.
	Trend Trend `json:"trend,omitzero"`
	// When it is claimed to have held. A low-precision date or a one-of set
	// means sometime within, an interval means throughout.
	When    edtf.Date `json:"when,omitzero"`
	Wording string    `json:"wording,omitzero"` // the source's own wording of the time
}

// Trend says which way a claimed relation is going. The zero Trend is not
// stated.
type Trend uint8

// The trends.
const (
	TrendRising  Trend = iota + 1 // there is more of it
	TrendSteady                   // it stays as it is
	TrendFalling                  // there is less of it
)

var trends = vocabulary{"trend", []string{"not stated", "rising", "steady", "falling"}}

// String returns the word for t.
func (t Trend) String() string { return trends.text(uint8(t)) }

// MarshalText returns the word for t; the zero value has none.
func (t Trend) MarshalText() ([]byte, error) { return trends.marshal(uint8(t)) }

// UnmarshalText reads the word for t; any other text is an error.
func (t *Trend) UnmarshalText(text []byte) error { return trends.unmarshal(text, (*uint8)(t)) }

// A Figure claims a number about an event, such as how many were killed.
// Low, Best and High are whole numbers from 0 to 10¹², each nil where it was
// not given; nil is not 0.
type Figure struct {
	Event EventID `json:"event"` // what it was counted in
	// Category is what was counted, such as "killed".
	Category string `json:"category"`
	// Of names who was counted, such as the fighters of one side.
	Of   ActorID `json:"of,omitzero"`
	Low  *int64  `json:"low,omitzero"`  // the lowest number given
	Best *int64  `json:"best,omitzero"` // the number held to be right
	High *int64  `json:"high,omitzero"` // the highest number given
}

// Dating claims when an event happened. When and Until read as those of
// [Event]; a claim that dates an event changes nothing of the event itself.
type Dating struct {
	Event EventID   `json:"event"`          // what is dated
	When  edtf.Date `json:"when,omitzero"`  // when it happened, or began
	Until edtf.Date `json:"until,omitzero"` // when it ended
}

// Identity claims that two actors on file are one and the same.
type Identity struct {
	A ActorID `json:"a"` // one of the two
	B ActorID `json:"b"` // the other one
}

// Meaning claims what the speaker of an attribution meant by it.
type Meaning struct {
	Attribution AttributionID `json:"attribution"` // the statement that is read
	// As is the claim it is read as making, where there is one on file.
	As ClaimID `json:"as,omitzero"`
}
