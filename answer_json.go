package dispute

import "encoding/json"

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

// sideFields are a side as its JSON has it.
type sideFields struct {
	Level   int    `json:"level"`
	Origins int    `json:"origins"`
	Roots   []Root `json:"roots,omitempty"`
}

func (s Side) fields() sideFields { return sideFields{s.Level, s.Origins, s.Roots()} }

// MarshalJSON returns the side with its roots.
func (s Side) MarshalJSON() ([]byte, error) { return writeObject(s.fields()) }

// UnmarshalJSON reads a side with its roots.
func (s *Side) UnmarshalJSON(data []byte) error {
	if s == nil {
		return errNowhere
	}
	fields := s.fields()
	if err := json.Unmarshal(data, &fields); err != nil {
		return err
	}
	*s = Side{Level: fields.Level, Origins: fields.Origins, read: fields.Roots}
	return nil
}

// Equal reports whether two sides come to the same, by the same roots.
func (s Side) Equal(o Side) bool {
	w := contentWriter{}
	return w.text(s) == w.text(o)
}

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

// MarshalJSON returns the answer with its words and its reasons.
func (a Answer) MarshalJSON() ([]byte, error) {
	type fields Answer
	return writeAnswer(fields(a), a)
}

// UnmarshalJSON reads an answer. It keeps the words and the reasons that came
// with it.
func (a *Answer) UnmarshalJSON(data []byte) error {
	type fields Answer
	return readAnswer(data, (*fields)(a), func(w *said) { a.read = w })
}

// Equal reports whether two answers say the same, in all fields, words and
// reasons.
func (a Answer) Equal(o Answer) bool { return sameAnswer(a, o) }

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

// MarshalJSON returns the state with its words and its reasons.
func (s RelationState) MarshalJSON() ([]byte, error) {
	type fields RelationState
	return writeAnswer(fields(s), s)
}

// UnmarshalJSON reads a state. It keeps the words and the reasons that came with
// it.
func (s *RelationState) UnmarshalJSON(data []byte) error {
	type fields RelationState
	return readAnswer(data, (*fields)(s), func(w *said) { s.read = w })
}

// Equal reports whether two states say the same, in all fields, words and
// reasons.
func (s RelationState) Equal(o RelationState) bool { return sameAnswer(s, o) }

// named is a history with its name, which is no part of what it tells.
type named struct{ History }

func (h named) text() string { return h.String() }

// MarshalJSON returns the history with the name of the relation and the reasons.
func (h History) MarshalJSON() ([]byte, error) {
	type fields History
	return writeAnswer(fields(h), named{h})
}

// UnmarshalJSON reads a history. It keeps the name and the reasons that came with
// it.
func (h *History) UnmarshalJSON(data []byte) error {
	type fields History
	return readAnswer(data, (*fields)(h), func(w *said) { h.read = w })
}

// Equal reports whether two histories say the same, in all fields, name and
// reasons.
func (h History) Equal(o History) bool { return sameAnswer(named{h}, named{o}) }

// MarshalJSON returns the [History] of the relation.
func (r Relation) MarshalJSON() ([]byte, error) { return r.History().MarshalJSON() }

// UnmarshalJSON reads the history of a relation, which is then all that the
// relation can tell.
func (r *Relation) UnmarshalJSON(data []byte) error {
	if r == nil {
		return errNowhere
	}
	if string(data) == "null" {
		return nil
	}
	var h History
	if err := h.UnmarshalJSON(data); err != nil {
		return err
	}
	*r = Relation{pair: h.Pair, read: &h}
	return nil
}

// Equal reports whether two relations have the same history.
func (r Relation) Equal(o Relation) bool { return r.History().Equal(o.History()) }

// MarshalJSON returns the change with the reasons of the answer.
func (c RelationChange) MarshalJSON() ([]byte, error) {
	type fields RelationChange
	return writeAnswer(fields(c), c)
}

// UnmarshalJSON reads a change. It keeps the reasons that came with it.
func (c *RelationChange) UnmarshalJSON(data []byte) error {
	type fields RelationChange
	return readAnswer(data, (*fields)(c), func(w *said) { c.read = w })
}

// Equal reports whether two changes say the same, in all fields and reasons.
func (c RelationChange) Equal(o RelationChange) bool { return sameAnswer(c, o) }

// MarshalJSON returns the year with the reasons of the answer.
func (y RelationYear) MarshalJSON() ([]byte, error) {
	type fields RelationYear
	return writeAnswer(fields(y), y)
}

// UnmarshalJSON reads a year. It keeps the reasons that came with it.
func (y *RelationYear) UnmarshalJSON(data []byte) error {
	type fields RelationYear
	return readAnswer(data, (*fields)(y), func(w *said) { y.read = w })
}

// Equal reports whether two years say the same, in all fields and reasons.
func (y RelationYear) Equal(o RelationYear) bool { return sameAnswer(y, o) }

// MarshalJSON returns the count with its reasons.
func (c DayCount) MarshalJSON() ([]byte, error) {
	type fields DayCount
	return writeAnswer(fields(c), c)
}

// UnmarshalJSON reads a count. It keeps the reasons that came with it.
func (c *DayCount) UnmarshalJSON(data []byte) error {
	type fields DayCount
	return readAnswer(data, (*fields)(c), func(w *said) { c.read = w })
}

// Equal reports whether two counts say the same, in all fields and reasons.
func (c DayCount) Equal(o DayCount) bool { return sameAnswer(c, o) }
