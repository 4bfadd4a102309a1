package hostile_test

import (
	"fmt"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// answerShapes are versions, accusations and answers, where much bears on much.
var answerShapes = []hostileShape{
	{"versions that each give another figure", func(n int) dispute.Record {
		r := disputetest.Cast()
		r.Events = []dispute.Event{{ID: "attack", Kind: dispute.KindAttack}}
		for i := range n / 2 {
			c := dispute.Claim{ID: dispute.ClaimID(numbered("c", i)), Text: "a toll",
				Content: dispute.Content{Figure: disputetest.FigureOf("attack", "killed", fmt.Sprint(i))}}
			if i > 0 {
				c.Supersedes = dispute.ClaimID(numbered("c", i-1))
			}
			r.Claims = append(r.Claims, c)
			r.Attributions = append(r.Attributions, disputetest.States("herald", c.ID))
		}
		return r
	}, askVersions},
	{"versions that give two figures by turns, and branch", func(n int) dispute.Record {
		r := disputetest.Cast()
		r.Events = []dispute.Event{{ID: "attack", Kind: dispute.KindAttack}}
		for i := range n / 2 {
			c := dispute.Claim{ID: dispute.ClaimID(numbered("c", i)), Text: "a toll",
				Content: dispute.Content{Figure: disputetest.FigureOf("attack", "killed", fmt.Sprint(i%2))}}
			if i > 0 {
				c.Supersedes = dispute.ClaimID(numbered("c", (i-1)/2))
			}
			r.Claims = append(r.Claims, c)
			r.Attributions = append(r.Attributions, disputetest.States("herald", c.ID))
		}
		return r
	}, askVersions},
	{"re-attributions of one statement", func(n int) dispute.Record {
		r := disputetest.Cast()
		speakers := []dispute.ActorID{"aland", "beland", "herald"}
		for i := range n {
			a := disputetest.Says(dispute.AttributionID(numbered("a", i)), speakers[i%3], dispute.StanceDenies, "raid")
			if i > 0 {
				a.Supersedes = dispute.AttributionID(numbered("a", i-1))
			}
			r.Attributions = append(r.Attributions, a)
		}
		return r
	}, askVersions},
	{"accusations and answers on one claim", func(n int) dispute.Record {
		r := accused(n/2, func(int) dispute.ClaimID { return "raid" })
		for i := range n / 2 {
			a := disputetest.Says(dispute.AttributionID(numbered("d", i)), "aland", dispute.StanceDenies, "raid")
			a.Said = edtf.MustParse("2024-08-01") // before the accusations: none is an answer
			r.Attributions = append(r.Attributions, a)
		}
		return r
	}, askOpen},
	{"accusations and answers to one statement in one document", func(n int) dispute.Record {
		r := accused(n/2, func(int) dispute.ClaimID { return "raid" })
		r.Sources = append(r.Sources, dispute.Source{ID: "letter", Kind: dispute.SourceLetter, Publisher: "beland"})
		for i := range r.Events {
			r.Events[i].Carrier = "letter"
		}
		charge := disputetest.Says("charge", "beland", dispute.StanceAsserts, "raid")
		charge.Source = "letter"
		r.Attributions = append(r.Attributions, charge)
		for i := range n / 2 {
			a := disputetest.Aimed(dispute.AttributionID(numbered("d", i)), "aland", dispute.StanceDenies, "charge")
			a.Said = edtf.MustParse("2024-08-01")
			r.Attributions = append(r.Attributions, a)
		}
		return r
	}, askOpen},
	{"accusations along a chain of entailments, the end denied", func(n int) dispute.Record {
		return chained(n, disputetest.Says("d", "aland", dispute.StanceDenies, "c0000000"))
	}, askOpen},
	{"accusations along a chain of entailments, the beginning denied", func(n int) dispute.Record {
		return chained(n, disputetest.Says("d", "aland", dispute.StanceDenies, dispute.ClaimID(numbered("c", n/3-1))))
	}, askOpen},
	{"accusations of many rivals of one claim", func(n int) dispute.Record {
		r := accused(n/3, func(i int) dispute.ClaimID { return dispute.ClaimID(numbered("r", i)) })
		for i := range n / 3 {
			r.Claims = append(r.Claims, dispute.Claim{ID: dispute.ClaimID(numbered("r", i)), Text: "a rival", Contradicts: []dispute.ClaimID{"raid"}})
			a := disputetest.Says(dispute.AttributionID(numbered("d", i)), "aland", dispute.StanceAsserts, "raid")
			a.Said = edtf.MustParse("2024-08-01")
			r.Attributions = append(r.Attributions, a)
		}
		return r
	}, askOpen},
	{"reports of silence and accusations on one claim", func(n int) dispute.Record {
		r := accused(n/2, func(int) dispute.ClaimID { return "raid" })
		for i := range n / 2 {
			a := disputetest.Says(dispute.AttributionID(numbered("s", i)), "aland-agency", dispute.StanceHasNotResponded, "raid")
			a.Said = edtf.MustParse("2024-08-01")
			r.Attributions = append(r.Attributions, a)
		}
		return r
	}, askOpen},
	{"replies on file as events to one accusation of many", func(n int) dispute.Record {
		r := accused(1, func(int) dispute.ClaimID { return "raid" })
		for i := range n / 2 {
			id := dispute.ActorID(numbered("x", i))
			r.Actors = append(r.Actors, dispute.Actor{ID: id, Kind: dispute.ActorState, Name: string(id)})
			r.Events[0].Participants = append(r.Events[0].Participants, dispute.Participant{Role: dispute.RoleTarget, Actor: id})
			r.Events = append(r.Events, dispute.Event{ID: dispute.EventID(numbered("r", i)), Kind: dispute.KindDeny, Sources: []dispute.SourceID{"wire"},
				Links: []dispute.Link{{Kind: dispute.LinkInResponseTo, Event: r.Events[0].ID}}, Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "herald"}}})
		}
		return r
	}, askOpen},
	{"expected and occurred events of one kind", func(n int) dispute.Record {
		r := disputetest.Cast()
		r.Sources = []dispute.Source{{ID: "wire", Kind: dispute.SourceArticle, Publisher: "courier"}}
		for i := range n / 2 {
			e := dispute.Event{ID: dispute.EventID(numbered("e", i)), Kind: dispute.KindDeliberate, When: edtf.MustParse("2024-08-01/2024-08-31"),
				Phase: dispute.PhaseExpected, Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "aland"}}}
			r.Events = append(r.Events, e)
			e.ID, e.Phase, e.Sources = dispute.EventID(numbered("f", i)), 0, []dispute.SourceID{"wire"}
			e.When = edtf.MustParse("2024-08/2024-09")
			r.Events = append(r.Events, e)
		}
		return r
	}, askOpen},
}

func numbered(prefix string, i int) string { return fmt.Sprintf("%s%07d", prefix, i) }

// accused is n accusations of one actor by one actor, which an outlet reports.
func accused(n int, of func(i int) dispute.ClaimID) dispute.Record {
	r := disputetest.Cast()
	r.Sources = []dispute.Source{{ID: "wire", Kind: dispute.SourceArticle, Publisher: "courier"}}
	for i := range n {
		r.Events = append(r.Events, dispute.Event{ID: dispute.EventID(numbered("e", i)), Kind: dispute.KindAccuse, Claims: []dispute.ClaimID{of(i)},
			When: edtf.MustParse("2024-08-10"), Sources: []dispute.SourceID{"wire"},
			Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "beland"}, {Role: dispute.RoleTarget, Actor: "aland"}}})
	}
	return r
}

// chained is accusations of the claims of a chain of entailments, and a statement.
func chained(n int, said dispute.Attribution) dispute.Record {
	r := accused(n/3, func(i int) dispute.ClaimID { return dispute.ClaimID(numbered("c", i)) })
	r.Claims = append(r.Claims, entailments(n / 3).Claims[len(disputetest.Cast().Claims):]...)
	r.Attributions = append(r.Attributions, said)
	return r
}

func askOpen(v *dispute.View) {
	v.OpenQuestions()
	v.Answers("e0000000")
}

func askVersions(v *dispute.View) {
	askOpen(v)
	v.Conflicts()
	v.Account("herald")
	v.Figures("attack")
	_ = v.Status("c0000000").Reasons()
}
