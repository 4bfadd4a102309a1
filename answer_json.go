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
	return readAnswer(data, (*fields)(s), func(w *said) { s.read = w })
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
	return readAnswer(data, (*fields)(s), func(w *said) { s.read = w })
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
	return readAnswer(data, (*fields)(s), func(w *said) { s.read = w })
}

// Equal reports whether two sets say the same, in all fields, words and
// reasons.
func (s DateSet) Equal(o DateSet) bool { return sameAnswer(s, o) }

// MarshalJSON returns the question with its words and its reasons.
func (q Question) MarshalJSON() ([]byte, error) {
	type fields Question
	return writeAnswer(fields(q), q)
}

// UnmarshalJSON reads a question. It keeps the words and the reasons that came
// with it.
func (q *Question) UnmarshalJSON(data []byte) error {
	type fields Question
	return readAnswer(data, (*fields)(q), func(w *said) { q.read = w })
}

// Equal reports whether two questions say the same, in all fields, words and
// reasons.
func (q Question) Equal(o Question) bool { return sameAnswer(q, o) }

// MarshalJSON returns the conflict with its words and its reasons.
func (c Conflict) MarshalJSON() ([]byte, error) {
	type fields Conflict
	return writeAnswer(fields(c), c)
}

// UnmarshalJSON reads a conflict. It keeps the words and the reasons that came
// with it.
func (c *Conflict) UnmarshalJSON(data []byte) error {
	type fields Conflict
	return readAnswer(data, (*fields)(c), func(w *said) { c.read = w })
}

// Equal reports whether two conflicts say the same, in all fields, words and
// reasons.
func (c Conflict) Equal(o Conflict) bool { return sameAnswer(c, o) }
