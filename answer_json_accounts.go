package dispute

// MarshalJSON returns the line with its text and its reasons.
func (l AccountLine) MarshalJSON() ([]byte, error) {
	type fields AccountLine
	return writeAnswer(fields(l), l)
}

// UnmarshalJSON reads a line. It keeps the text and the reasons that came with it.
func (l *AccountLine) UnmarshalJSON(data []byte) error {
	type fields AccountLine
	return readAnswer(data, (*fields)(l), func(w *said) { l.read = w })
}

// Equal reports whether two lines say the same, in all fields, text and reasons.
func (l AccountLine) Equal(o AccountLine) bool { return sameAnswer(l, o) }

// MarshalJSON returns the line with its text and its reasons.
func (l ComparisonLine) MarshalJSON() ([]byte, error) {
	type fields ComparisonLine
	return writeAnswer(fields(l), l)
}

// UnmarshalJSON reads a line. It keeps the text and the reasons that came with it.
func (l *ComparisonLine) UnmarshalJSON(data []byte) error {
	type fields ComparisonLine
	return readAnswer(data, (*fields)(l), func(w *said) { l.read = w })
}

// Equal reports whether two lines say the same, in all fields, text and reasons.
func (l ComparisonLine) Equal(o ComparisonLine) bool { return sameAnswer(l, o) }

// MarshalJSON returns the identity with its text and its reasons.
func (x ActorIdentity) MarshalJSON() ([]byte, error) {
	type fields ActorIdentity
	return writeAnswer(fields(x), x)
}

// UnmarshalJSON reads an identity. It keeps the text and the reasons that came with it.
func (x *ActorIdentity) UnmarshalJSON(data []byte) error {
	type fields ActorIdentity
	return readAnswer(data, (*fields)(x), func(w *said) { x.read = w })
}

// Equal reports whether two identities say the same, in all fields, text and reasons.
func (x ActorIdentity) Equal(o ActorIdentity) bool { return sameAnswer(x, o) }

// MarshalJSON returns the agent with its text and its reasons.
func (x EventAgent) MarshalJSON() ([]byte, error) {
	type fields EventAgent
	return writeAnswer(fields(x), x)
}

// UnmarshalJSON reads an agent. It keeps the text and the reasons that came with it.
func (x *EventAgent) UnmarshalJSON(data []byte) error {
	type fields EventAgent
	return readAnswer(data, (*fields)(x), func(w *said) { x.read = w })
}

// Equal reports whether two agents say the same, in all fields, text and reasons.
func (x EventAgent) Equal(o EventAgent) bool { return sameAnswer(x, o) }

// MarshalJSON returns the step with its reasons.
func (s SolidarityStep) MarshalJSON() ([]byte, error) {
	type fields SolidarityStep
	return writeAnswer(fields(s), s)
}

// UnmarshalJSON reads a step. It keeps the reasons that came with it.
func (s *SolidarityStep) UnmarshalJSON(data []byte) error {
	type fields SolidarityStep
	return readAnswer(data, (*fields)(s), func(w *said) { s.read = w })
}

// Equal reports whether two steps say the same, in all fields and in their reasons.
func (s SolidarityStep) Equal(o SolidarityStep) bool { return sameAnswer(s, o) }

// MarshalJSON returns the span with its reasons.
func (s Span) MarshalJSON() ([]byte, error) {
	type fields Span
	return writeAnswer(fields(s), s)
}

// UnmarshalJSON reads a span. It keeps the reasons that came with it.
func (s *Span) UnmarshalJSON(data []byte) error {
	type fields Span
	return readAnswer(data, (*fields)(s), func(w *said) { s.read = w })
}

// Equal reports whether two spans say the same, in all fields and in their reasons.
func (s Span) Equal(o Span) bool { return sameAnswer(s, o) }

// MarshalJSON returns the timeline with its reasons.
func (t Timeline) MarshalJSON() ([]byte, error) {
	type fields Timeline
	return writeAnswer(fields(t), t)
}

// UnmarshalJSON reads a timeline. It keeps the reasons that came with it.
func (t *Timeline) UnmarshalJSON(data []byte) error {
	type fields Timeline
	return readAnswer(data, (*fields)(t), func(w *said) { t.read = w })
}

// Equal reports whether two timelines say the same, in all fields and in their reasons.
func (t Timeline) Equal(o Timeline) bool { return sameAnswer(t, o) }
