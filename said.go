package dispute

import (
	"bytes"
	"encoding/json"
)

// said is the words of an answer as its JSON has them.
type said struct {
	Text    string  `json:"text"`
	Reasons Reasons `json:"reasons"`
}

// worded is an answer that makes its words when it is asked for them.
type worded interface {
	text() string
	Reasons() Reasons
}

func saidOf(x worded) said { return said{x.text(), x.Reasons()} }

// sameAnswer tells whether two answers of one type are told alike: by the same
// JSON, their words and reasons included.
func sameAnswer[T json.Marshaler](a, b T) bool {
	x, err := a.MarshalJSON()
	if err != nil {
		return false
	}
	y, err := b.MarshalJSON()
	return err == nil && bytes.Equal(x, y)
}
