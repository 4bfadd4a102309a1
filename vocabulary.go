package dispute

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/course"
)

// vocabulary is one closed list of words. Index 0 is what the zero value is
// called when printed. In the vocabularies of the record it has no text form and
// is never read from text; in those of answers, some of which are not assessed,
// it can have one.
type vocabulary struct {
	noun  string
	words []string
}

func (v *vocabulary) text(n uint8) string {
	if int(n) < len(v.words) {
		return v.words[n]
	}
	return fmt.Sprintf("%s(%d)", v.noun, n)
}

func (v *vocabulary) valid(n uint8) bool { return int(n) < len(v.words) }

func (v *vocabulary) marshal(n uint8) ([]byte, error) {
	if n == 0 {
		return nil, fmt.Errorf("%s is not stated: expected %s", v.noun, v.list())
	}
	if !v.valid(n) {
		return nil, fmt.Errorf("unknown %s %d: expected %s", v.noun, n, v.list())
	}
	return []byte(v.words[n]), nil
}

func (v *vocabulary) unmarshal(text []byte, n *uint8) error {
	if n == nil {
		return errNowhere
	}
	for i, w := range v.words[1:] {
		if w == string(text) {
			*n = uint8(i + 1)
			return nil
		}
	}
	return fmt.Errorf("unknown %s %q: expected %s", v.noun, text, v.list())
}

// marshalAny is marshal where what is not assessed has a word as well.
func (v *vocabulary) marshalAny(n uint8) ([]byte, error) {
	if n == 0 {
		return []byte(v.words[0]), nil
	}
	return v.marshal(n)
}

// unmarshalAny is unmarshal where what is not assessed has a word as well.
func (v *vocabulary) unmarshalAny(text []byte, n *uint8) error {
	if n != nil && v.words[0] == string(text) {
		*n = 0
		return nil
	}
	return v.unmarshal(text, n)
}

func (v *vocabulary) list() string {
	quoted := make([]string, 0, len(v.words))
	for _, w := range v.words[1:] {
		quoted = append(quoted, fmt.Sprintf("%q", w))
	}
	return strings.Join(quoted[:len(quoted)-1], ", ") + " or " + quoted[len(quoted)-1]
}

// words says why a statement no longer counts.
func (r DropReason) words() string {
	switch r {
	case DropRetracted:
		return "withdrawn since"
	case DropDisowned:
		return "disowned since"
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

// The reasons. The zero DropReason is none. DropDisowned is that of some
// signatories of a joint statement, who say that it is not theirs; the others'
// word stands. A statement disowned by all still counts, as [Root.DisownedBy] says.
const (
	DropRetracted DropReason = iota + 1
	DropUndercut
	DropDisowned
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
// itself, then the label, then whether two opposed sides agree.
const (
	StandingRuleStandpoint   StandingRule = iota + 1 // the standpoint's own word
	StandingRuleLabel                                // the label is one the policy accepts
	StandingRulePerformative                         // the doer itself is on the record for the act; or one of two parties is, and neither denies it
	StandingRuleAgreed                               // committing speakers of two opposed sides both say so on the record
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

var dropReasons = vocabulary{"drop reason", []string{"none", "retracted", "undercut", "disowned"}}

var labels = vocabulary{"label", []string{"not assessed", "unasserted", "retracted", "denied", "alleged",
	"reported", "corroborated", "confirmed", "contested", "refuted", "conflicted"}}

var standingRules = vocabulary{"standing rule", []string{"none", "standpoint", "label", "performative", "agreed"}}

var standings = vocabulary{"standing", []string{"not assessed", "open", "accepted", "dropped"}}

// The answers.
const (
	CertaintyExcluded Certainty = iota + 1 // in no placement of the uncertain dates
	CertaintyPossible                      // in some placements
	CertaintyCertain                       // in every placement
)

// Certainty is a three-valued answer under uncertain dates. The zero
// Certainty is not assessed.
type Certainty uint8

// MarshalText returns the word for c, "not assessed" for the zero value.
func (c Certainty) MarshalText() ([]byte, error) { return certainties.marshalAny(uint8(c)) }

// UnmarshalText reads the word for c, "not assessed" as the zero value; any other text is an error.
func (c *Certainty) UnmarshalText(text []byte) error {
	return certainties.unmarshalAny(text, (*uint8)(c))
}

// String returns the word for c.
func (c Certainty) String() string { return certainties.text(uint8(c)) }

var certainties = vocabulary{"certainty", []string{"not assessed", "excluded", "possible", "certain"}}

// A DayRange is every day from First to Last, both inclusive; a zero Day leaves
// its side unbounded. The zero DayRange is every day.
type DayRange struct {
	First edtf.Day `json:"first,omitzero"`
	Last  edtf.Day `json:"last,omitzero"`
	// Open says that it is no day at all but an open beginning, before all
	// days. First and Last are zero then.
	Open bool `json:"open,omitzero"`
}

// Contains reports whether d lies in r. The zero Day lies in no range.
func (r DayRange) Contains(d edtf.Day) bool {
	return !d.IsZero() && !r.Open && (r.First.IsZero() || r.First.Compare(d) <= 0) && (r.Last.IsZero() || d.Compare(r.Last) <= 0)
}

// dayRange returns the days from first to last; the least and the greatest
// number are unbounded.
func dayRange(first, last int64) DayRange {
	var r DayRange
	if last == math.MinInt64 {
		return DayRange{Open: true}
	}
	if first != math.MinInt64 && first != math.MaxInt64 {
		r.First = edtf.DayFromNumber(first)
	}
	if last != math.MaxInt64 {
		r.Last = edtf.DayFromNumber(last)
	}
	return r
}

// rangeOf returns days as they are told.
func rangeOf(d course.Days) DayRange { return dayRange(d.First, d.Last) }

// compareLast orders by last day, one without an end after all others, and what
// lies before all days before them.
func (r DayRange) compareLast(o DayRange) int {
	unbounded := func(r DayRange) bool { return r.Last.IsZero() && !r.Open }
	return cmp.Or(compareFlags(unbounded(r), unbounded(o)), r.Last.Compare(o.Last))
}

// compareDays orders days, an absent one after all others.
func compareDays(a, b edtf.Day) int {
	switch {
	case a.IsZero() == b.IsZero():
		return a.Compare(b)
	case a.IsZero():
		return 1
	}
	return -1
}

// compareFlags orders what is false before what is true.
func compareFlags(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// ConflictKind says what sort of conflict it is. The zero value is none.
type ConflictKind uint8

// The kinds of conflict.
const (
	// A speaker says what its principal, or someone who can commit the
	// principal, denies; or denies what the principal says; or speaks against
	// its own side without being able to commit it. What one says may also entail
	// what the other denies, or contradict it by declaration.
	ConflictSpeakerPrincipal ConflictKind = iota + 1
	// Claims declared contradictory that somebody stands by, directly or by what
	// entails them: all that are connected by contradictions are one conflict.
	ConflictContradiction
	// Somebody stands by more than one best figure for one event, category and
	// group, or by figures whose ranges have no number in common; see [FigureSet].
	ConflictFigures
	// Events whose chronology cannot hold; they keep the dates they were given.
	ConflictChronology
	// An event that ends before it begins, or is said to by a claim that
	// somebody makes on when it happened.
	ConflictReversed
	// Attributions or sources that pass each other on in a circle; none of
	// them is an origin.
	ConflictCitation
	// Actors that are part of, speak for, hold an office of, or are controlled by
	// each other in a circle, by ties that surely hold on one day. To depend on
	// each other is none.
	ConflictHierarchy
	// Items that supersede each other in a circle, which all stay; or several
	// items that supersede the same one, of which the one entered last rules.
	ConflictSupersession
	// Identity claims that somebody stands by lead from an actor back to itself.
	ConflictIdentity
	// A speaker, or whoever commits its principal on that day, denies or
	// undercuts, first-hand, the statement that is attributed to it, and stands
	// by that.
	ConflictDisowned
	// Dates that somebody stands by, of the start or of the end of one event, have
	// no day in common, or one of them has none in common with the event's own.
	ConflictDates
	// One side says both: a speaker asserts and denies the same on the record; or
	// of two speakers that both commit one principal, or of two that speak for it
	// without committing it, one says what the other denies; or what is said entails
	// what is denied; or both say what is declared to contradict.
	ConflictItself
	// Of a figure that somebody stands by, the low number is above the best or the
	// high one, or the best above the high one.
	ConflictFigureOrder
	// Claims that somebody stands by name different actors as who did one event,
	// and none of these is named by all who name one.
	ConflictDoers
	// Claims that somebody stands by give different states, or trends, of one
	// relation for the same time.
	ConflictRelations
	// Claims that somebody stands by read one statement as making different
	// claims.
	ConflictMeanings
	// A statement supersedes one with another speaker, stance or target, which it
	// replaces.
	ConflictReattribution
)

var conflictKinds = vocabulary{"conflict kind", []string{"none", "speaker-against-principal", "contradiction", "figures",
	"chronology", "reversed-period", "circular-citation", "circular-hierarchy", "supersession", "circular-identity", "disowned", "dates",
	"side-against-itself", "figure-out-of-order", "doers", "relations", "meanings", "re-attribution"}}

// namesVersions reports whether a conflict is about versions, not about what
// stands for them now.
func (k ConflictKind) namesVersions() bool {
	return k == ConflictSupersession || k == ConflictReattribution
}

// String returns the word for k.
func (k ConflictKind) String() string { return conflictKinds.text(uint8(k)) }

// MarshalText returns the word for k.
func (k ConflictKind) MarshalText() ([]byte, error) { return conflictKinds.marshal(uint8(k)) }

// UnmarshalText reads the word for k; any other text is an error.
func (k *ConflictKind) UnmarshalText(text []byte) error {
	return conflictKinds.unmarshal(text, (*uint8)(k))
}
