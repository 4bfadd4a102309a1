package dispute

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
