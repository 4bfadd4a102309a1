package dispute

// ActorID identifies an [Actor]. IDs have 1 to 128 characters of
// a-z, 0-9, '.', '_', ':' and '-'.
type ActorID string

// Ref returns the reference to an item with this ID.
func (id ActorID) Ref() Ref { return Ref{ItemActor, string(id)} }

// SourceID identifies a [Source]; see [ActorID] for its form.
type SourceID string

// Ref returns the reference to an item with this ID.
func (id SourceID) Ref() Ref { return Ref{ItemSource, string(id)} }

// EventID identifies an [Event]; see [ActorID] for its form.
type EventID string

// Ref returns the reference to an item with this ID.
func (id EventID) Ref() Ref { return Ref{ItemEvent, string(id)} }

// ClaimID identifies a [Claim]; see [ActorID] for its form.
type ClaimID string

// Ref returns the reference to an item with this ID.
func (id ClaimID) Ref() Ref { return Ref{ItemClaim, string(id)} }

// AttributionID identifies an [Attribution]; see [ActorID] for its form.
type AttributionID string

// Ref returns the reference to an item with this ID.
func (id AttributionID) Ref() Ref { return Ref{ItemAttribution, string(id)} }

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
