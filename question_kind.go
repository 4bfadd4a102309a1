package dispute

// QuestionKind says what is open. The zero value is none.
type QuestionKind uint8

// The kinds of open question.
const (
	// An accusation or a demand has no response from its addressee or, if it
	// has none, the accused; or somebody is reported not to have responded.
	QuestionNoResponse QuestionKind = iota + 1
	// An accusation has no response, but the accused denies a different,
	// related allegation.
	QuestionDenialOfAnother
	// The window in which an event is expected has begun.
	QuestionAgeing
	// The whole window in which an event was expected has passed.
	QuestionOverdue
	// A claim has no first-hand statement by a known speaker.
	QuestionNoOrigin
)

var questionKinds = vocabulary{"question kind", []string{"none", "no-response", "denial-of-another", "ageing", "overdue", "no-origin"}}

// String returns the word for k.
func (k QuestionKind) String() string { return questionKinds.text(uint8(k)) }

// MarshalText returns the word for k.
func (k QuestionKind) MarshalText() ([]byte, error) { return questionKinds.marshal(uint8(k)) }

// UnmarshalText reads the word for k; any other text is an error.
func (k *QuestionKind) UnmarshalText(text []byte) error {
	return questionKinds.unmarshal(text, (*uint8)(k))
}
