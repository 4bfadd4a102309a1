package briefing

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/dispute-go/dispute"
)

// onlyClaimed is how what is only claimed stands as a rule: interested parties say
// so. The origins differ from line to line.
var onlyClaimed = Mark{Label: dispute.LabelAlleged, For: 1}

// markOf returns how something stands.
func markOf(s dispute.Status) Mark {
	found := func(r dispute.Root) bool { return r.Finding }
	return Mark{
		Label: s.Label, For: s.For.Level, Against: s.Against.Level,
		OriginsFor: s.For.Origins, OriginsAgainst: s.Against.Origins,
		Adjudicated: slices.ContainsFunc(s.For.Roots(), found) || slices.ContainsFunc(s.Against.Roots(), found),
	}
}

// String returns label, pair and origins, such as "contested (1,1)≤2:1°": at most
// two origins for it and one against it. It is empty for the zero Mark.
func (m Mark) String() string {
	if m == (Mark{}) {
		return ""
	}
	origins := ""
	switch {
	case m.OriginsFor > 0 && m.OriginsAgainst > 0:
		origins = fmt.Sprintf("≤%d:%d", m.OriginsFor, m.OriginsAgainst)
	case m.OriginsFor+m.OriginsAgainst > 0:
		origins = fmt.Sprintf("≤%d", m.OriginsFor+m.OriginsAgainst)
	}
	return fmt.Sprintf("%s (%d,%d)%s%s", m.Label, m.For, m.Against, origins, m.open())
}

// open is the mark of what is not adjudicated.
func (m Mark) open() string {
	if m.Adjudicated || m.For+m.Against == 0 {
		return ""
	}
	return "°"
}

// short is String without the origins, which the sides tell.
func (m Mark) short() string {
	m.OriginsFor, m.OriginsAgainst = 0, 0
	return m.String()
}

// bare is the mark without its origins, to compare.
func (m Mark) bare() Mark {
	m.OriginsFor, m.OriginsAgainst = 0, 0
	return m
}

// meanings say in plain words what each label means.
var meanings = map[dispute.Label]string{
	dispute.LabelConflicted:   "bodies whose findings count have found both ways",
	dispute.LabelContested:    "said and denied",
	dispute.LabelRefuted:      "a competent body found against it",
	dispute.LabelDenied:       "nobody says so",
	dispute.LabelAlleged:      "only interested parties say so",
	dispute.LabelReported:     "one outside source says so",
	dispute.LabelCorroborated: "two who are not known to depend on each other say so, or somebody admits it",
	dispute.LabelConfirmed:    "a competent body says so, or an admission with support",
	dispute.LabelRetracted:    "whoever said so took it back",
	dispute.LabelUnasserted:   "nobody says so first-hand",
}

// ranks is the order in which labels are told.
var ranks = []dispute.Label{
	dispute.LabelConflicted, dispute.LabelContested, dispute.LabelRefuted, dispute.LabelDenied, dispute.LabelAlleged,
	dispute.LabelReported, dispute.LabelCorroborated, dispute.LabelConfirmed, dispute.LabelRetracted, dispute.LabelUnasserted,
}

// verdict says what the view takes something for where the label alone does not
// tell.
func (t *teller) verdict(s dispute.Status) string {
	switch s.Rule {
	case dispute.StandingRuleStandpoint:
		return s.Standing.String() + " from this standpoint"
	case dispute.StandingRulePerformative:
		return "own act"
	case dispute.StandingRuleAgreed:
		return "both sides say so"
	}
	return ""
}

// atMost is the mark of how many origins there are at most.
func atMost(origins int) string { return "≤" + strconv.Itoa(origins) }
