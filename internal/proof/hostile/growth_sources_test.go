package hostile_test

import (
	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// paper is a source that is undercut as often as somebody speaks.
var paper = dispute.Source{ID: "paper", Kind: dispute.SourceArticle, Publisher: "courier"}

func undercutOfPaper(i int) dispute.Attribution {
	u := disputetest.Says(dispute.AttributionID(numbered("u", i)), "herald", dispute.StanceUndercuts, "")
	u.TargetSource = paper.ID
	return u
}

// silences is n/2 statements by one actor on one claim, and as many reports that it
// has not responded to that.
func silences(n int) dispute.Record {
	r := disputetest.Cast()
	for i := range n / 2 {
		r.Attributions = append(r.Attributions,
			disputetest.Says(dispute.AttributionID(numbered("a", i)), "aland", dispute.StanceAsserts, "raid"),
			disputetest.Says(dispute.AttributionID(numbered("s", i)), "aland", dispute.StanceHasNotResponded, "raid"))
	}
	return r
}

// undercutReports is n/3 reports of silence in one source and as many undercuts of
// that: on one claim, or, where none is given, on one each.
func undercutReports(n int, on dispute.ClaimID) dispute.Record {
	r := disputetest.Cast()
	r.Sources = append(r.Sources, paper)
	for i := range n / 3 {
		c := on
		if c == "" {
			c = dispute.ClaimID(numbered("c", i))
			r.Claims = append(r.Claims, dispute.Claim{ID: c, Text: "a claim"})
		}
		s := disputetest.Says(dispute.AttributionID(numbered("s", i)), "aland", dispute.StanceHasNotResponded, c)
		s.Source = paper.ID
		r.Attributions = append(r.Attributions, s, undercutOfPaper(i))
	}
	return r
}

// accusedReports are such reports of an organ, and as many accusations of the claim.
func accusedReports(n int) dispute.Record {
	r := accused(n/3, func(int) dispute.ClaimID { return "raid" })
	r.Sources = append(r.Sources, paper)
	for i := range n / 3 {
		s := disputetest.Says(dispute.AttributionID(numbered("s", i)), "aland-agency", dispute.StanceHasNotResponded, "raid")
		s.Source = paper.ID
		r.Attributions = append(r.Attributions, s, undercutOfPaper(i))
	}
	return r
}

// retracted is n/2 statements on one claim, each of them withdrawn.
func retracted(n int) dispute.Record {
	r := disputetest.Cast()
	for i := range n / 2 {
		said := disputetest.Says(dispute.AttributionID(numbered("a", i)), "beland", dispute.StanceAsserts, "raid")
		r.Attributions = append(r.Attributions, said,
			disputetest.Aimed(dispute.AttributionID(numbered("b", i)), "beland", dispute.StanceRetracts, said.ID))
	}
	return r
}

// disownedOften is n denials by its speaker that one statement was made.
func disownedOften(n int) dispute.Record {
	r := disputetest.Cast()
	r.Attributions = append(r.Attributions, disputetest.Says("a", "beland", dispute.StanceAsserts, "raid"))
	for i := range n {
		r.Attributions = append(r.Attributions, disputetest.Aimed(dispute.AttributionID(numbered("d", i)), "beland", dispute.StanceDenies, "a"))
	}
	return r
}

// disownedInSource is n/3 statements, a denial of each in one source, and as many
// undercuts of that.
func disownedInSource(n int) dispute.Record {
	r := disputetest.Cast()
	r.Sources = append(r.Sources, paper)
	for i := range n / 3 {
		said := disputetest.Says(dispute.AttributionID(numbered("a", i)), "beland", dispute.StanceAsserts, "raid")
		denial := disputetest.Aimed(dispute.AttributionID(numbered("d", i)), "beland", dispute.StanceDenies, said.ID)
		denial.Source = paper.ID
		r.Attributions = append(r.Attributions, said, denial, undercutOfPaper(i))
	}
	return r
}

// contradicted is n/2 claims that contradict one, and as many statements on that.
func contradicted(n int) dispute.Record {
	r := disputetest.Cast()
	for i := range n / 2 {
		r.Claims = append(r.Claims, dispute.Claim{ID: dispute.ClaimID(numbered("c", i)), Text: "no raid", Contradicts: []dispute.ClaimID{"raid"}})
		r.Attributions = append(r.Attributions, disputetest.Says(dispute.AttributionID(numbered("a", i)), "beland", dispute.StanceAsserts, "raid"))
	}
	return r
}

// truces is a long truce, and within it by turns a short one and an attack.
func truces(n int) dispute.Record {
	r := disputetest.Cast()
	r.Sources = []dispute.Source{{ID: "wire", Kind: dispute.SourceArticle, Publisher: "courier"}}
	start := disputetest.Day("1990-01-01")
	add := func(id string, kind dispute.EventKind, first, last int) {
		when, err := edtf.Span(start.AddDays(int64(first)), start.AddDays(int64(last)))
		if err != nil {
			panic(err)
		}
		r.Events = append(r.Events, dispute.Event{ID: dispute.EventID(id), Kind: kind, When: when, Sources: []dispute.SourceID{"wire"},
			Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "beland"}, {Role: dispute.RoleTarget, Actor: "aland"}}})
	}
	add("long", dispute.KindDeclareTruce, 0, 4*n)
	for i := range n / 2 {
		add(numbered("t", i), dispute.KindDeclareTruce, 4*i, 4*i+2)
		add(numbered("x", i), dispute.KindAttack, 4*i+1, 4*i+1)
	}
	return r
}
