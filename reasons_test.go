package dispute_test

import (
	"fmt"
	"strings"
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

func TestReasonsEdgesAndOutline(t *testing.T) {
	r := dispute.Reasons{Nodes: []dispute.Reason{{Because: []int{1, 2}}, {Because: []int{-1, 2, 9}}, {}}}
	var got [][2]int
	for from, to := range r.Edges() {
		got = append(got, [2]int{from, to})
	}
	if diff := cmp.Diff([][2]int{{0, 1}, {0, 2}, {1, 2}}, got); diff != "" {
		t.Errorf("edges (-want +got):\n%s", diff)
	}
	var lines []dispute.ReasonLine
	for line := range r.Outline() {
		lines = append(lines, line)
	}
	want := []dispute.ReasonLine{{Node: 0, Open: true}, {Node: 1, Depth: 1, Open: true}, {Node: 2, Depth: 2}, {Node: 2, Depth: 1}}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Errorf("outline (-want +got):\n%s", diff)
	}
	for range r.Edges() {
		break
	}
	for range r.Outline() {
		break
	}
}

// ladders are records with 2⁶⁰ paths from the answer to its grounds: claims
// that entail two claims each of which entails the next two, and reports each
// of which passes on the two before it.
func ladders(depth int) map[string]dispute.Record {
	claims, relays := disputetest.Cast(), disputetest.Cast()
	name := func(side string, i int) string { return fmt.Sprintf("%s%03d", side, i) }
	for i := range depth {
		for _, side := range []string{"l", "r"} {
			c := dispute.Claim{ID: dispute.ClaimID(name(side, i)), Text: "claim " + name(side, i), Adverse: []dispute.ActorID{"aland"}, Entails: []dispute.ClaimID{"raid"}}
			if i > 0 {
				c.Entails = []dispute.ClaimID{dispute.ClaimID(name("l", i-1)), dispute.ClaimID(name("r", i-1))}
			}
			claims.Claims = append(claims.Claims, c)
			claims.Attributions = append(claims.Attributions, disputetest.States("herald", c.ID))
			a := disputetest.Says(dispute.AttributionID(name(side, i)), "courier", dispute.StanceAsserts, "raid")
			if i > 0 {
				a.Claim, a.Attribution = "", dispute.AttributionID(name("l", i-1))
				a.Lineage = dispute.LineageRelaying
				a.Relays = []dispute.AttributionID{dispute.AttributionID(name("l", i-1)), dispute.AttributionID(name("r", i-1))}
			}
			relays.Attributions = append(relays.Attributions, a)
		}
	}
	return map[string]dispute.Record{"claims": claims, "relays": relays}
}

// A ladder of 60 diamonds, which has 2⁶⁰ paths, is explained by a graph that
// has each item once, and told in as many lines as the graph has edges.
func TestReasonsOfALadderOfDiamondsAreSmall(t *testing.T) {
	const depth = 60
	for name, r := range ladders(depth) {
		t.Run(name, func(t *testing.T) {
			v := disputetest.View(t, r, dispute.Lens{})
			s := v.Status("raid")
			items := len(r.Actors) + len(r.Claims) + len(r.Attributions)
			if n := len(s.Reasons().Nodes); n > items+1 || n < 2*depth {
				t.Errorf("%d nodes for %d items", n, items)
			}
			edges := 0
			for range s.Reasons().Edges() {
				edges++
			}
			if edges > 10*depth {
				t.Errorf("%d edges for a ladder of depth %d", edges, depth)
			}
			for form, text := range map[string]string{"text": s.Reasons().String(), "markdown": s.Reasons().Markdown()} {
				if lines := strings.Count(text, "\n"); lines > edges+edges/4+1 || len(text) > 80*lines {
					t.Errorf("%s of %d lines and %d bytes for %d edges", form, lines, len(text), edges)
				}
			}
		})
	}
}

func BenchmarkLadderOfDiamonds(b *testing.B) {
	for name, r := range ladders(60) {
		b.Run(name, func(b *testing.B) {
			v := disputetest.MustView(b, r)
			for b.Loop() {
				s := v.Status("raid")
				if len(s.Reasons().String())+len(s.Reasons().Markdown()) == 0 {
					b.Fatal("no reasons")
				}
			}
		})
	}
}
