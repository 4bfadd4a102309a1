package dispute

// words says why a statement no longer counts.
func (r DropReason) words() string {
	if r == DropRetracted {
		return "withdrawn since"
	}
	return "disputed, and not relied on"
}

// DropReason says why a statement no longer counts.
type DropReason uint8

// MarshalText returns the word for r; the zero value has none.
func (r DropReason) MarshalText() ([]byte, error) { return dropReasons.marshal(uint8(r)) }

// UnmarshalText reads the word for r; any other text is an error.
func (r *DropReason) UnmarshalText(text []byte) error {
	return dropReasons.unmarshal(text, (*uint8)(r))
}

// String returns the word for r.
func (r DropReason) String() string { return dropReasons.text(uint8(r)) }

// The reasons. The zero DropReason is none.
const (
	DropRetracted DropReason = iota + 1
	DropUndercut
)

// Label sums up the evidence on a claim. The zero Label is not assessed.
type Label uint8

// MarshalText returns the word for l, "not assessed" for the zero value.
func (l Label) MarshalText() ([]byte, error) { return labels.marshalAny(uint8(l)) }

// UnmarshalText reads the word for l, "not assessed" as the zero value; any other text is an error.
func (l *Label) UnmarshalText(text []byte) error { return labels.unmarshalAny(text, (*uint8)(l)) }

// String returns the word for l.
func (l Label) String() string { return labels.text(uint8(l)) }

// The labels; the table of [LabelOf] says which pair of levels has which.
const (
	LabelUnasserted   Label = iota + 1 // no statement on it counts, and none for it was retracted
	LabelRetracted                     // no statement on it counts, and one for it was retracted
	LabelDenied                        // nobody says so, somebody denies it
	LabelAlleged                       // interested parties say so
	LabelReported                      // one disinterested root says so
	LabelCorroborated                  // roots not known to depend on each other, or an admission
	LabelConfirmed                     // a competent body, or an admission with support
	LabelContested                     // said and denied
	LabelRefuted                       // a competent body finds against it
	LabelConflicted                    // findings on both sides
)

// LabelOf returns the label of a pair of levels, each 0 to 4, for whoever has the
// levels alone or shows the table; [View.Status] has labelled them:
//
//	for \ against   0              1–3         4
//	0               unasserted     denied      refuted
//	1               alleged        contested   refuted
//	2               reported       contested   refuted
//	3               corroborated   contested   refuted
//	4               confirmed      confirmed   conflicted
//
// A claim at (0, 0) is retracted instead of unasserted where a statement for it
// was taken back, not where all were undercut; LabelOf cannot see that. Levels
// outside 0 to 4 have no label.
func LabelOf(supporting, opposing int) Label {
	if supporting < 0 || supporting > 4 || opposing < 0 || opposing > 4 {
		return 0
	}
	column := 1
	switch opposing {
	case 0:
		column = 0
	case 4:
		column = 2
	}
	return [5][3]Label{
		{LabelUnasserted, LabelDenied, LabelRefuted},
		{LabelAlleged, LabelContested, LabelRefuted},
		{LabelReported, LabelContested, LabelRefuted},
		{LabelCorroborated, LabelContested, LabelRefuted},
		{LabelConfirmed, LabelConfirmed, LabelConflicted},
	}[supporting][column]
}

// The rules. The standpoint is asked first, then whether the act establishes
// itself, then the label.
const (
	StandingRuleStandpoint   StandingRule = iota + 1 // the standpoint's own word
	StandingRuleLabel                                // the label is one the policy accepts
	StandingRulePerformative                         // one of its doers is on the record for the act, and not against it
)

// Standing is what a view takes a claim or an event for. The zero Standing is
// not assessed.
type Standing uint8

// MarshalText returns the word for s, "not assessed" for the zero value.
func (s Standing) MarshalText() ([]byte, error) { return standings.marshalAny(uint8(s)) }

// UnmarshalText reads the word for s, "not assessed" as the zero value; any other text is an error.
func (s *Standing) UnmarshalText(text []byte) error { return standings.unmarshalAny(text, (*uint8)(s)) }

// String returns the word for s.
func (s Standing) String() string { return standings.text(uint8(s)) }

// The standings.
const (
	StandingOpen     Standing = iota + 1 // neither accepted nor dropped
	StandingAccepted                     // taken
	StandingDropped                      // denied by the party whose standpoint the view takes
)

// StandingRule is the rule that decided a standing. The zero StandingRule is
// none: nothing decided it.
type StandingRule uint8

// MarshalText returns the word for r, "none" for the zero value.
func (r StandingRule) MarshalText() ([]byte, error) { return standingRules.marshalAny(uint8(r)) }

// UnmarshalText reads the word for r, "none" as the zero value; any other text is an error.
func (r *StandingRule) UnmarshalText(text []byte) error {
	return standingRules.unmarshalAny(text, (*uint8)(r))
}

// String returns the word for r.
func (r StandingRule) String() string { return standingRules.text(uint8(r)) }

var dropReasons = vocabulary{"drop reason", []string{"none", "retracted", "undercut"}}

var labels = vocabulary{"label", []string{"not assessed", "unasserted", "retracted", "denied", "alleged",
	"reported", "corroborated", "confirmed", "contested", "refuted", "conflicted"}}

var standingRules = vocabulary{"standing rule", []string{"none", "standpoint", "label", "performative"}}

var standings = vocabulary{"standing", []string{"not assessed", "open", "accepted", "dropped"}}
