package dispute

// ConflictKind says what sort of conflict it is. The zero value is none.
type ConflictKind uint8

// The kinds of conflict.
const (
	// A speaker says what its principal, or someone who can commit the
	// principal, denies; or denies what the principal says; or speaks against
	// its own side without being able to commit it.
	ConflictSpeakerPrincipal ConflictKind = iota + 1
	// Two claims declared contradictory both have supporters.
	ConflictContradiction
	// Somebody stands by more than one best figure for one event, category and
	// group; see [FigureSet].Distinct.
	ConflictFigures
	// Events whose chronology cannot hold; they keep the dates they were given.
	ConflictChronology
	// An event that ends before it begins, or is said to by a claim that
	// somebody makes on when it happened.
	ConflictReversed
	// Attributions or sources that pass each other on in a circle; none of
	// them is an origin.
	ConflictCitation
	// Actors that are part of, speak for, or control each other in a circle.
	ConflictHierarchy
	// Items that supersede each other in a circle, which all stay; or several
	// items that supersede the same one, of which the one entered last rules.
	ConflictSupersession
	// Identity claims that somebody stands by lead from an actor back to itself.
	ConflictIdentity
	// A speaker denies, first-hand, having said what is attributed to it, and
	// stands by that. The statement still counts.
	ConflictDisowned
	// Somebody stands by more than one start, or end, of one event; see
	// [DateSet].Starts.
	ConflictDates
)

var conflictKinds = vocabulary{"conflict kind", []string{"none", "speaker-against-principal", "contradiction", "figures",
	"chronology", "reversed-period", "circular-citation", "circular-hierarchy", "supersession", "circular-identity", "disowned", "dates"}}

// String returns the word for k.
func (k ConflictKind) String() string { return conflictKinds.text(uint8(k)) }

// MarshalText returns the word for k.
func (k ConflictKind) MarshalText() ([]byte, error) { return conflictKinds.marshal(uint8(k)) }

// UnmarshalText reads the word for k; any other text is an error.
func (k *ConflictKind) UnmarshalText(text []byte) error {
	return conflictKinds.unmarshal(text, (*uint8)(k))
}
