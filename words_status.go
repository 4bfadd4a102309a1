package dispute

// String returns the status in words, such as "contested (1,1) — for: …": label,
// pair, and who speaks on each side. Of a status that is not assessed it says so.
func (s Status) String() string {
	if s.Label == 0 {
		return s.Label.String()
	}
	return s.text()
}

func (s Status) text() string {
	switch {
	case s.read != nil:
		return s.read.Text
	case s.from == nil:
		return ""
	}
	return words{s.from.court}.text(s.from)
}

// Reasons returns the items and rules that the status rests on. Right under the
// status stand facts that say who speaks, of which origin, and what a statement
// counts by itself and why, or why it counts nothing.
func (s Status) Reasons() Reasons {
	switch {
	case s.read != nil:
		return s.read.Reasons
	case s.from == nil:
		return Reasons{}
	}
	return words{s.from.court}.statusReasons(s.from)
}
