package dispute

import (
	"fmt"
	"strings"
)

// vocabulary is one closed list of words. Index 0 is what the zero value is
// called when printed. In the vocabularies of the record it has no text form and
// is never read from text; in those of answers, some of which are not assessed,
// it can have one.
type vocabulary struct {
	noun  string
	words []string
}

func (v *vocabulary) text(n uint8) string {
	if int(n) < len(v.words) {
		return v.words[n]
	}
	return fmt.Sprintf("%s(%d)", v.noun, n)
}

func (v *vocabulary) valid(n uint8) bool { return int(n) < len(v.words) }

func (v *vocabulary) marshal(n uint8) ([]byte, error) {
	if n == 0 {
		return nil, fmt.Errorf("%s is not stated: expected %s", v.noun, v.list())
	}
	if !v.valid(n) {
		return nil, fmt.Errorf("unknown %s %d: expected %s", v.noun, n, v.list())
	}
	return []byte(v.words[n]), nil
}

func (v *vocabulary) unmarshal(text []byte, n *uint8) error {
	if n == nil {
		return errNowhere
	}
	for i, w := range v.words[1:] {
		if w == string(text) {
			*n = uint8(i + 1)
			return nil
		}
	}
	return fmt.Errorf("unknown %s %q: expected %s", v.noun, text, v.list())
}

// marshalAny is marshal where what is not assessed has a word as well.
func (v *vocabulary) marshalAny(n uint8) ([]byte, error) {
	if n == 0 {
		return []byte(v.words[0]), nil
	}
	return v.marshal(n)
}

// unmarshalAny is unmarshal where what is not assessed has a word as well.
func (v *vocabulary) unmarshalAny(text []byte, n *uint8) error {
	if n != nil && v.words[0] == string(text) {
		*n = 0
		return nil
	}
	return v.unmarshal(text, n)
}

func (v *vocabulary) list() string {
	quoted := make([]string, 0, len(v.words))
	for _, w := range v.words[1:] {
		quoted = append(quoted, fmt.Sprintf("%q", w))
	}
	if len(quoted) < 2 {
		return strings.Join(quoted, "")
	}
	return strings.Join(quoted[:len(quoted)-1], ", ") + " or " + quoted[len(quoted)-1]
}
