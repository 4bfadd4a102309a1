package dispute_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// toldBy returns the facts on which the root of a status rests, each with its
// rule and the attributions and sources that it rests on itself.
func toldBy(r dispute.Reasons) []string {
	var list []string
	for _, b := range r.Nodes[r.Root].Because {
		n := r.Nodes[b]
		if n.Item.Kind != 0 {
			continue
		}
		line := n.Fact
		if n.Rule != "" {
			line += " [" + n.Rule + "]"
		}
		for _, x := range n.Because {
			line += " < " + r.Nodes[x].Fact
		}
		list = append(list, line)
	}
	return list
}

// The facts under a status say who speaks and why a statement counts as it
// does, or why it counts nothing; the cases are those of the rules.
func TestStatusReasonsSayWhyStatementsCount(t *testing.T) {
	everybody := "named in claim/c: they and who depends on them are interested < actor/x < actor/y"
	for _, tt := range []struct {
		name  string
		said  statements
		lens  dispute.Lens
		about dispute.ClaimID // c where empty
		want  []string
	}{
		{name: "disinterested", said: statements{say("t1", "m1"), say("t2", "m2", denies)}, want: []string{
			"against claim/c, origin 1: M2 [disinterested: counts 2] < attribution/t2",
			"for claim/c, origin 1: M1 [disinterested: counts 2] < attribution/t1",
			everybody,
		}},
		{name: "interested", said: statements{say("t1", "y"), say("t2", "x-agent"), say("t3", "y-friend"), say("t4", "m1", with("y-police"))}, want: []string{
			"for claim/c, adding no origin: M1 and Y-POLICE jointly, interested through actor/y [interested: counts 1] < attribution/t4",
			"for claim/c, origin 1: Y, a party named in it [interested: counts 1] < attribution/t1",
			"for claim/c, origin 1: Y-FRIEND, interested through actor/y [interested: counts 1] < attribution/t3",
			"for claim/c, origin 2: X-AGENT, interested through actor/x [interested: counts 1] < attribution/t2",
			everybody,
		}},
		{name: "through whom nobody named", said: statements{say("t1", "held", of("about-held"))}, about: "about-held", want: []string{
			"for claim/about-held, origin 1: HELD, interested through actor/holding [interested: counts 1] < attribution/t1",
			"named in claim/about-held: they and who depends on them are interested < actor/held-too",
		}},
		{name: "implied, admitted and found", said: statements{say("t1", "m1", implies), say("t2", "x-minister", onRecord), say("t3", "court", onRecord)},
			lens: competent("court"), want: []string{
				"for claim/c, origin 1: implied by M1 [implication: counts 1] < attribution/t1",
				"for claim/c, origin 2: X-MINISTER as an admission, interested through actor/x [admission: counts 3] < attribution/t2",
				"for claim/c, origin 3: found by COURT [finding: counts 4] < attribution/t3",
				everybody,
			}},
		{name: "the same of several statements", said: statements{say("t1", "m1"), say("t2", "m1")}, want: []string{
			"for claim/c, origin 1: M1 [disinterested: counts 2] < attribution/t1 < attribution/t2",
			everybody,
		}},
		{name: "by way of another claim", said: statements{say("t1", "m1", of("rival")), say("t2", "m2", of("stronger")), say("t3", "m3", of("stronger"), denies)}, want: []string{
			"against claim/c, origin 1: M1, on another claim [disinterested: counts 2] < attribution/t1",
			"for claim/c, origin 1: M2, on another claim [disinterested: counts 2] < attribution/t2",
			everybody,
			"on another claim, and not bearing on claim/c [counts nothing] < attribution/t3",
		}},
		{name: "retracted", said: statements{say("t1", "m1"), say("t2", "m1", retracts("t1")), say("t3", "y", retracts("t1"))}, want: []string{
			"dropped from claim/c: attribution/t1, retracted by attribution/t2 [counts nothing] < attribution/t1 < attribution/t2",
			everybody,
		}},
		{name: "undercut", said: statements{say("t1", "m1"), say("t2", "m2", undercuts("t1")), say("t3", "m3", undercuts("t1")), say("t4", "m4"), say("t5", "m5", undercuts("t4")), say("t6", "m6", undercuts("t5"))}, want: []string{
			"dropped from claim/c: attribution/t1, undercut by attribution/t2, attribution/t3 [counts nothing] < attribution/t1 < attribution/t2 < attribution/t3",
			"for claim/c, origin 1: M4 [disinterested: counts 2] < attribution/t4",
			everybody,
			"undercuts and retractions that take nothing from claim/c by themselves [counts nothing] < attribution/t5 < attribution/t6",
		}},
		{name: "by many", said: statements{say("t1", "m1"), say("t2", "m2", undercuts("t1")), say("t3", "m3", undercuts("t1")), say("t4", "m4", undercuts("t1")), say("t5", "m5", undercuts("t1"))}, want: []string{
			"dropped from claim/c: attribution/t1, undercut by 4 attributions [counts nothing] < attribution/t1 < attribution/t2 < attribution/t3 < attribution/t4 < attribution/t5",
			everybody,
		}},
		{name: "with its source", said: statements{say("t1", "m1", in("article")), say("t2", "m3", in("article")), say("t3", "m2", impeaches("article"))}, want: []string{
			"dropped from claim/c: attribution/t1, undercut with source/article [counts nothing] < attribution/t1 < source/article, undercut with what it says on claim/c",
			"dropped from claim/c: attribution/t2, undercut with source/article [counts nothing] < attribution/t2 < source/article, undercut with what it says on claim/c",
			everybody,
		}},
		{name: "what is no evidence", said: statements{say("t1", "m1", relays()), say("t2", "m2", unknown), say("t3", ""), say("t4", "y", reads("t1")), say("t5", "x", takes(dispute.StanceDeclinesComment)),
			say("t6", "m2", to(dispute.StanceAsserts, "t1"))}, want: []string{
			everybody,
			"neither for nor against claim/c [counts nothing] < attribution/t5",
			"of unknown origin on claim/c [counts nothing] < attribution/t2 < attribution/t3",
			"passed on about claim/c [counts nothing] < attribution/t1 < attribution/t6",
			"somebody's reading on claim/c [counts nothing] < attribution/t4",
		}},
		{name: "a denial of one's words that is undercut", said: statements{say("t1", "m1"), say("t2", "m1", to(dispute.StanceDenies, "t1")), say("t3", "m2", undercuts("t2"))}, want: []string{
			"denials of statements on claim/c that disown none [counts nothing] < attribution/t2",
			"for claim/c, origin 1: M1 [disinterested: counts 2] < attribution/t1",
			everybody,
			"undercuts and retractions that take nothing from claim/c by themselves [counts nothing] < attribution/t3",
		}},
		{name: "an act", said: statements{say("t1", "y-president", of("severed"), onRecord)}, about: "severed", want: []string{
			"event/severance: an act of Y, established by the own word of Y [performative act] < actor/y < attribution/t1",
			"for event/severance, origin 1: Y-PRESIDENT, interested through actor/y [interested: counts 1] < attribution/t1",
			"named in event/severance: they and who depends on them are interested < actor/x < actor/y",
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := props()
			r.Claims = append(r.Claims, dispute.Claim{ID: "about-held", Text: "it held", Adverse: []dispute.ActorID{"held-too"}})
			r.Attributions = tt.said
			about := tt.about
			if about == "" {
				about = "c"
			}
			s := disputetest.View(t, r, tt.lens).Status(about)
			if diff := cmp.Diff(tt.want, toldBy(s.Reasons())); diff != "" {
				t.Errorf("%s (-want +got):\n%s", s, diff)
			}
		})
	}
}
