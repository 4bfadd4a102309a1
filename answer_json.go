package dispute

// sameAnswer tells whether two answers of one type say the same in all fields,
// words and reasons.
func sameAnswer[T explained](a, b T) bool {
	w := contentWriter{}
	return w.text(a) == w.text(b) && w.text(a.Reasons()) == w.text(b.Reasons())
}

// MarshalJSON returns the status with its words and its reasons.
func (s Status) MarshalJSON() ([]byte, error) {
	type fields Status
	return writeAnswer(fields(s), s)
}

// UnmarshalJSON reads a status. It keeps the words and the reasons that came
// with it.
func (s *Status) UnmarshalJSON(data []byte) error {
	type fields Status
	return readAnswer(data, (*fields)(s), &s.read)
}

// Equal reports whether two statuses say the same, in all fields, words and
// reasons.
func (s Status) Equal(o Status) bool { return sameAnswer(s, o) }

// MarshalJSON returns the set with its words and its reasons.
func (s FigureSet) MarshalJSON() ([]byte, error) {
	type fields FigureSet
	return writeAnswer(fields(s), s)
}

// UnmarshalJSON reads a set. It keeps the words and the reasons that came
// with it.
func (s *FigureSet) UnmarshalJSON(data []byte) error {
	type fields FigureSet
	return readAnswer(data, (*fields)(s), &s.read)
}

// Equal reports whether two sets say the same, in all fields, words and
// reasons.
func (s FigureSet) Equal(o FigureSet) bool { return sameAnswer(s, o) }

// MarshalJSON returns the set with its words and its reasons.
func (s DateSet) MarshalJSON() ([]byte, error) {
	type fields DateSet
	return writeAnswer(fields(s), s)
}

// UnmarshalJSON reads a set. It keeps the words and the reasons that came
// with it.
func (s *DateSet) UnmarshalJSON(data []byte) error {
	type fields DateSet
	return readAnswer(data, (*fields)(s), &s.read)
}

// Equal reports whether two sets say the same, in all fields, words and
// reasons.
func (s DateSet) Equal(o DateSet) bool { return sameAnswer(s, o) }
