package edtf

import "fmt"

// Truth is the answer to a question about uncertain dates: true or false only
// when it is so in every way the dates can be placed. The zero Truth is
// unknown.
type Truth uint8

const (
	// TruthUnknown is neither certain nor excluded.
	TruthUnknown Truth = iota
	// TruthFalse is excluded.
	TruthFalse
	// TruthTrue is certain.
	TruthTrue
)

var truthNames = [...]string{"unknown", "false", "true"}

// String returns "unknown", "false" or "true".
func (t Truth) String() string {
	if int(t) < len(truthNames) {
		return truthNames[t]
	}
	return "invalid"
}

// AppendText appends what String returns; a Truth that is none of the three is
// an error.
func (t Truth) AppendText(b []byte) ([]byte, error) {
	if t > TruthTrue {
		return b, fmt.Errorf("edtf: truth %q: expected one of %q", t.String(), truthNames)
	}
	return append(b, truthNames[t]...), nil
}

// MarshalText returns what AppendText appends.
func (t Truth) MarshalText() ([]byte, error) { return t.AppendText(nil) }

// UnmarshalText reads "unknown", "false" and "true"; every other text is an
// error.
func (t *Truth) UnmarshalText(text []byte) error {
	if t == nil {
		return errNowhere
	}
	for i, name := range truthNames {
		if string(text) == name {
			*t = Truth(i)
			return nil
		}
	}
	return fmt.Errorf("edtf: truth %q: expected one of %q", text, truthNames)
}

// Not returns the truth of the opposite; unknown stays unknown.
func (t Truth) Not() Truth {
	switch t {
	case TruthFalse:
		return TruthTrue
	case TruthTrue:
		return TruthFalse
	}
	return TruthUnknown
}

// judge tells whether what holds in the wanted relations holds in all, none or
// some of the possible ones.
func judge(possible, wanted Relations) Truth {
	switch {
	case possible == 0:
		return TruthUnknown
	case possible&^wanted == 0:
		return TruthTrue
	case possible&wanted == 0:
		return TruthFalse
	}
	return TruthUnknown
}
