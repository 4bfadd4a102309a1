package dispute

import "github.com/dispute-go/dispute/edtf"

// A Source is a carrier of statements: a letter, a post, an article, a
// dataset. It is not a speaker; its authors and its publisher are.
type Source struct {
	ID SourceID `json:"id"` // names the source in references; no other source has it
	// Supersedes is an earlier version, which this one replaces from its own days
	// on: what refers to that then leads here. See [Record].
	Supersedes SourceID   `json:"supersedes,omitzero"`
	Kind       SourceKind `json:"kind"`           // what sort of document it is, such as "communique"
	Title      string     `json:"title,omitzero"` // its title, as printed
	// Authors wrote or signed it, in the order it names them.
	Authors []Author `json:"authors,omitempty"`
	// Publisher made it public, Platform is where.
	Publisher ActorID `json:"publisher,omitzero"`
	Platform  ActorID `json:"platform,omitzero"` // where it was made public
	// Published is when; the source's own wording of it is in Wording.
	Published edtf.Date `json:"published,omitzero"`
	Wording   string    `json:"wording,omitzero"` // the source's own wording of when it was published
	// DerivedFrom names the sources it was made with the help of: quoted,
	// translated or summarised. It may hold reporting of its own. A set.
	DerivedFrom []SourceID `json:"derived_from,omitempty"`
	// ReprintOf is the source whose whole text it carries: what it says is that
	// source's word, and no origin of its own.
	ReprintOf SourceID `json:"reprint_of,omitzero"`
	// Custody says through whose hands it came, in order.
	Custody []Custody `json:"custody,omitempty"`
	// Reliability is an analyst's grade; it is shown and never counted.
	Reliability Reliability `json:"reliability,omitzero"`
	// Confidential sources are left out by exporters unless told otherwise.
	// Answers name them by their IDs; their titles, and who brought them about,
	// only [View.Source] and the other look-ups of the record tell.
	Confidential bool   `json:"confidential,omitzero"`
	URL          string `json:"url,omitzero"`      // where it can be read
	Language     string `json:"language,omitzero"` // its language, as a code of BCP 47 such as "fr"
	Note         string `json:"note,omitzero"`     // whatever else is to be kept, for people
	// Known is the day on which it became public, Recorded that on which it was
	// put on file; see [Record].
	Known    edtf.Day `json:"known,omitzero"`
	Recorded edtf.Day `json:"recorded,omitzero"` // the day on which it was put on file
}

// An Author wrote or signed a source, for itself or on behalf of others.
type Author struct {
	Actor ActorID `json:"actor"` // who wrote or signed it
	// OnBehalfOf names whom the author wrote for. A set.
	OnBehalfOf []ActorID `json:"on_behalf_of,omitempty"`
}

// Custody is one holder of a source on its way.
type Custody struct {
	Holder ActorID   `json:"holder"`        // through whose hands it came
	When   edtf.Date `json:"when,omitzero"` // when the holder came by it
	// How the holder came by it, such as "obtained".
	How string `json:"how,omitzero"`
}

// SourceKind says what sort of carrier a source is. The vocabulary is open.
type SourceKind string

// Kinds of source in common use.
const (
	SourceLetter     SourceKind = "letter"
	SourceStatement  SourceKind = "statement"
	SourceCommunique SourceKind = "communique"
	SourcePost       SourceKind = "post"
	SourceArticle    SourceKind = "article"
	SourceRecording  SourceKind = "recording"
	SourceDataset    SourceKind = "dataset"
)

// Reliability is an analyst's Admiralty grade of a source (STANAG 2511), A
// to F. The zero Reliability is ungraded. F, "cannot be judged", is a grade
// of its own. Grades are shown as letters and never turned into numbers.
type Reliability uint8

// The Admiralty grades of a source.
const (
	ReliabilityA Reliability = iota + 1 // completely reliable
	ReliabilityB                        // usually reliable
	ReliabilityC                        // fairly reliable
	ReliabilityD                        // not usually reliable
	ReliabilityE                        // unreliable
	ReliabilityF                        // reliability cannot be judged
)

var reliabilities = vocabulary{"reliability", []string{"ungraded", "A", "B", "C", "D", "E", "F"}}

// String returns the letter, or "ungraded".
func (r Reliability) String() string { return reliabilities.text(uint8(r)) }

// MarshalText returns the letter; the zero value has none.
func (r Reliability) MarshalText() ([]byte, error) { return reliabilities.marshal(uint8(r)) }

// UnmarshalText reads a letter from A to F; any other text is an error.
func (r *Reliability) UnmarshalText(text []byte) error {
	return reliabilities.unmarshal(text, (*uint8)(r))
}
