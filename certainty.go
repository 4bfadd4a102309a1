package dispute

// The answers.
const (
	CertaintyExcluded Certainty = iota + 1 // in no placement of the uncertain dates
	CertaintyPossible                      // in some placements
	CertaintyCertain                       // in every placement
)

// Certainty is a three-valued answer under uncertain dates. The zero
// Certainty is not assessed.
type Certainty uint8

// MarshalText returns the word for c, "not assessed" for the zero value.
func (c Certainty) MarshalText() ([]byte, error) { return certainties.marshalAny(uint8(c)) }

// UnmarshalText reads the word for c, "not assessed" as the zero value; any other text is an error.
func (c *Certainty) UnmarshalText(text []byte) error {
	return certainties.unmarshalAny(text, (*uint8)(c))
}

// String returns the word for c.
func (c Certainty) String() string { return certainties.text(uint8(c)) }

var certainties = vocabulary{"certainty", []string{"not assessed", "excluded", "possible", "certain"}}
