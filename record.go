package dispute

import "github.com/dispute-go/dispute/edtf"

// Format is the version of the record's text form. It is the value of the
// "format" key of every encoded record.
const Format = "dispute/1"

// A Record is everything on file about one dispute, as plain data. The zero
// Record is an empty file and is valid.
//
// The five lists are sets: their order carries no meaning and never changes
// an answer. IDs are unique within their list. Items are never overwritten:
// a correction is a new item that supersedes the old one.
type Record struct {
	Title        string        `json:"title,omitzero"`
	Actors       []Actor       `json:"actors,omitempty"`
	Sources      []Source      `json:"sources,omitempty"`
	Events       []Event       `json:"events,omitempty"`
	Claims       []Claim       `json:"claims,omitempty"`
	Attributions []Attribution `json:"attributions,omitempty"`
}

// Every item carries two days beside its content.
//
// Known is the day on which the item became public, Recorded the day on which
// it entered the file. When Known is absent it is taken from the item's
// source: the last day on which that source can have been published. When
// Recorded is absent it is the known day. An item with neither has always
// been on file.
//
// Supersedes names an earlier item of the same type that this one replaces
// from its own days on. References to the earlier item then lead to the
// later one.

// ActorID identifies an [Actor]. IDs have 1 to 128 characters of
// a-z, 0-9, '.', '_', ':' and '-'.
type ActorID string

// SourceID identifies a [Source]; see [ActorID] for its form.
type SourceID string

// EventID identifies an [Event]; see [ActorID] for its form.
type EventID string

// ClaimID identifies a [Claim]; see [ActorID] for its form.
type ClaimID string

// AttributionID identifies an [Attribution]; see [ActorID] for its form.
type AttributionID string

// ItemKind tells the five types of item of a record apart.
type ItemKind uint8

// The types of item. The zero ItemKind names none.
const (
	ItemActor ItemKind = iota + 1
	ItemSource
	ItemEvent
	ItemClaim
	ItemAttribution
)

var itemKinds = vocabulary{"item kind", []string{"none", "actor", "source", "event", "claim", "attribution"}}

// String returns the word for k: "actor", "source" and so on.
func (k ItemKind) String() string { return itemKinds.text(uint8(k)) }

// MarshalText returns the word for k.
func (k ItemKind) MarshalText() ([]byte, error) { return itemKinds.marshal(uint8(k)) }

// UnmarshalText reads the word for k; any other text is an error.
func (k *ItemKind) UnmarshalText(text []byte) error { return itemKinds.unmarshal(text, (*uint8)(k)) }

// A Ref names one item of a record. Refs order by kind, then by ID.
type Ref struct {
	Kind ItemKind `json:"kind"`
	ID   string   `json:"id"`
}

// String returns kind and ID, such as "event/mali-cuts-ties".
func (r Ref) String() string { return r.Kind.String() + "/" + r.ID }

// Compare orders references by kind, then by ID.
func (r Ref) Compare(o Ref) int {
	if r.Kind != o.Kind {
		return int(r.Kind) - int(o.Kind)
	}
	switch {
	case r.ID < o.ID:
		return -1
	case r.ID > o.ID:
		return 1
	}
	return 0
}

// Ref returns the reference to an item with this ID.
func (id ActorID) Ref() Ref { return Ref{ItemActor, string(id)} }

// Ref returns the reference to an item with this ID.
func (id SourceID) Ref() Ref { return Ref{ItemSource, string(id)} }

// Ref returns the reference to an item with this ID.
func (id EventID) Ref() Ref { return Ref{ItemEvent, string(id)} }

// Ref returns the reference to an item with this ID.
func (id ClaimID) Ref() Ref { return Ref{ItemClaim, string(id)} }

// Ref returns the reference to an item with this ID.
func (id AttributionID) Ref() Ref { return Ref{ItemAttribution, string(id)} }

// lastDay returns the last day on which d can have begun, and false when that
// is open or unknown.
func lastDay(d edtf.Date) (edtf.Day, bool) {
	day := d.Bounds().LatestStart.Day()
	return day, !day.IsZero()
}
