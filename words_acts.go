package dispute

import (
	"fmt"
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
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

// verdicts adds what an occurrence is taken for, of which doers where that
// differs.
func (g *statusReasoning) verdicts(x *assessment) {
	doers := g.v.doersIn(x)
	if doers == nil && x.agreement != nil {
		g.agreed(x, x.agreement)
	}
	for _, d := range verdictsOn(doers) {
		if d.agreement != nil {
			g.agreed(x, d.agreement)
		}
		if d.rule == StandingRulePerformative {
			g.performance(x, d.doers)
		} else if divided(doers) {
			g.write(g.subject, " as to ", g.v.names(d.doers), ": ", d.standing.String())
			fact := g.written("one doer's word is for another an interested statement, its denial none")
			for _, a := range d.doers {
				g.Because(fact, g.actor(a))
			}
		}
	}
}

// performance says whose act it is that the own word of some of them establishes,
// and which statements are that word.
func (g *statusReasoning) performance(x *assessment, doers []int32) {
	var said []int32
	for i := range x.shares {
		if s := &x.shares[i]; s.said && !s.denied {
			said = append(said, s.actor)
		}
	}
	g.write(g.subject, ": an act of ", g.v.names(doers), ", established by the own word of ", g.v.names(said))
	fact := g.written("performative act")
	for _, a := range ints.Merge(doers, said) {
		g.Because(fact, g.actor(a))
	}
	g.onRecord(fact, x, func(r *voice, s int32) bool { return ints.Intersect(g.v.ties.SpeaksFor(s, r.when), said) })
}

// agreed says which two of opposed sides both say so.
func (g *statusReasoning) agreed(x *assessment, by *agreement) {
	a, b := by.a, by.b
	g.write(g.subject, ": ", g.v.name(a), " and ", g.v.name(b), ", of opposed sides, both say so")
	fact := g.written("agreed, whatever its label")
	g.Because(fact, g.actor(a), g.actor(b))
	for _, act := range by.acts {
		g.Because(fact, g.act(act))
	}
	g.onRecord(fact, x, func(r *voice, s int32) bool {
		return ints.Intersect(g.v.ties.Commits(s, r.when), []int32{min(a, b), max(a, b)})
	})
}

// onRecord lets a fact rest on what is said on record for an occurrence by some
// of its speakers.
func (g *statusReasoning) onRecord(fact int, x *assessment, by func(*voice, int32) bool) {
	for _, r := range x.supporting.roots {
		if !r.commitsOnRecord() || !slices.ContainsFunc(r.speakers, func(s int32) bool { return by(r, s) }) {
			continue
		}
		if r.attribution == none {
			g.Because(fact, g.Item(r.event), g.lineage(r.source))
		} else {
			g.Because(fact, g.attribution(r.attribution))
		}
	}
}
