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

// MarshalJSON returns the status with its words and its reasons.
func (s Status) MarshalJSON() ([]byte, error) {
	type fields Status
	return json.Marshal(struct {
		fields
		said
	}{fields(s), saidOf(s)})
}

// UnmarshalJSON reads a status. It keeps the words and the reasons that came
// with it.
func (s *Status) UnmarshalJSON(data []byte) error {
	type fields Status
	x := struct {
		*fields
		said
	}{fields: new(fields)}
	if err := json.Unmarshal(data, &x); err != nil {
		return err
	}
	*s = Status(*x.fields)
	s.read = &x.said
	return nil
}

// Equal reports whether two statuses say the same, in all fields, words and
// reasons.
func (s Status) Equal(o Status) bool { return sameAnswer(s, o) }

// MarshalJSON returns the set with its words and its reasons.
func (s FigureSet) MarshalJSON() ([]byte, error) {
	type fields FigureSet
	return json.Marshal(struct {
		fields
		said
	}{fields(s), saidOf(s)})
}

// UnmarshalJSON reads a set. It keeps the words and the reasons that came with
// it.
func (s *FigureSet) UnmarshalJSON(data []byte) error {
	type fields FigureSet
	x := struct {
		*fields
		said
	}{fields: new(fields)}
	if err := json.Unmarshal(data, &x); err != nil {
		return err
	}
	*s = FigureSet(*x.fields)
	s.read = &x.said
	return nil
}

// Equal reports whether two sets say the same, in all fields, words and
// reasons.
func (s FigureSet) Equal(o FigureSet) bool { return sameAnswer(s, o) }

// MarshalJSON returns the set with its words and its reasons.
func (s DateSet) MarshalJSON() ([]byte, error) {
	type fields DateSet
	return json.Marshal(struct {
		fields
		said
	}{fields(s), saidOf(s)})
}

// UnmarshalJSON reads a set. It keeps the words and the reasons that came with
// it.
func (s *DateSet) UnmarshalJSON(data []byte) error {
	type fields DateSet
	x := struct {
		*fields
		said
	}{fields: new(fields)}
	if err := json.Unmarshal(data, &x); err != nil {
		return err
	}
	*s = DateSet(*x.fields)
	s.read = &x.said
	return nil
}

// Equal reports whether two sets say the same, in all fields, words and
// reasons.
func (s DateSet) Equal(o DateSet) bool { return sameAnswer(s, o) }
