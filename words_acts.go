package dispute

import (
	"fmt"
)

// standingText says what the view takes a claim or an event for where that
// does not follow from the label, and of which doers where that differs.
func (v words) standingText(x *assessment) string {
	doers := v.doersIn(x)
	if doers == nil {
		return v.verdictText(x, x.verdict, "")
	}
	var text string
	for _, d := range verdictsOn(doers) {
		as := ""
		if divided(doers) {
			as = " as to " + v.names(d.doers)
		}
		if d.rule == StandingRulePerformative {
			text += "; accepted as an act of " + v.names(d.doers)
		} else {
			text += v.verdictText(x, d.verdict, as)
		}
	}
	return text
}

// verdictText says what the view takes something for, as to some doers or as a
// whole, if that says anything beyond the label.
func (v words) verdictText(x *assessment, d verdict, as string) string {
	switch {
	case d.rule == StandingRuleStandpoint:
		return fmt.Sprintf("; %s%s from the standpoint of %s", d.standing, as, v.name(v.ways.standpoint))
	case d.rule == StandingRuleAgreed:
		return fmt.Sprintf("; accepted%s, as %s and %s both say so", as, v.name(d.agreement.a), v.name(d.agreement.b))
	case as == "":
		return ""
	case d.standing == StandingAccepted:
		return "; accepted" + as
	}
	return "; not accepted" + as
}
