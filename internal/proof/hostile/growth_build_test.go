package hostile_test

import (
	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// An affiliator says what ties actor i to another one, so that each record may have
// ties of one kind or of several.
type affiliator func(i int, to dispute.ActorID) dispute.Affiliation

func tiedBy(k dispute.AffiliationKind, role dispute.OfficeRole) affiliator {
	return func(_ int, to dispute.ActorID) dispute.Affiliation {
		return dispute.Affiliation{Kind: k, To: to, Role: role}
	}
}

var (
	partOf       = tiedBy(dispute.AffiliationPartOf, "")
	speaksFor    = tiedBy(dispute.AffiliationSpeaksFor, "")
	controlledBy = tiedBy(dispute.AffiliationControlledBy, "")
	memberOf     = tiedBy(dispute.AffiliationMemberOf, "")
	holdsOffice  = tiedBy(dispute.AffiliationHoldsOffice, dispute.OfficeForeignMinister)
)

// dated lets ties hold from some day on, another one for every tie.
func dated(tie affiliator) affiliator {
	return func(i int, to dispute.ActorID) dispute.Affiliation {
		a := tie(i, to)
		a.Period = edtf.MustParse(disputetest.Day("1990-01-01").AddDays(int64(i)).String() + "/..")
		return a
	}
}

// Which actors an actor is tied to, of those numbered so far.
func chainOf(i, _ int) []int { return []int{i - 1} }

func starOf(int, int) []int { return []int{0} }

func circleOf(i, n int) []int { return []int{(i + n - 1) % n} }

func ladderOf(i, _ int) []int { return []int{i - 1, i - 2} }

// affiliated is n/2 actors with ties between them, each of which makes a statement
// on one claim. The last one leads to all others.
func affiliated(n int, to func(i, n int) []int, tie affiliator) dispute.Record {
	r := disputetest.Cast()
	id := func(i int) dispute.ActorID { return dispute.ActorID(numbered("x", i)) }
	for i := range n / 2 {
		a := dispute.Actor{ID: id(i), Kind: dispute.ActorOrgan, Name: string(id(i))}
		for _, j := range to(i, n/2) {
			if j >= 0 && j != i {
				a.Affiliations = append(a.Affiliations, tie(i, id(j)))
			}
		}
		r.Actors = append(r.Actors, a)
		said := disputetest.Says(dispute.AttributionID(a.ID), a.ID, dispute.StanceAsserts, "raid")
		said.Said = edtf.MustParse("2024-08-10")
		r.Attributions = append(r.Attributions, said)
	}
	return r
}

// bipartite is n/2 actors that are part of one, which is part of a hundredth as many,
// each of which is part of a hundred others.
func bipartite(n int) dispute.Record {
	r := disputetest.Cast()
	add := func(id string, parts ...string) {
		a := dispute.Actor{ID: dispute.ActorID(id), Kind: dispute.ActorOrgan, Name: id}
		for _, to := range parts {
			a.Affiliations = append(a.Affiliations, partOf(0, dispute.ActorID(to)))
		}
		r.Actors = append(r.Actors, a)
	}
	var middle []string
	for i := range n / 20 {
		var leaves []string
		for j := range 10 {
			leaf := numbered("leaf", 10*i+j)
			leaves = append(leaves, leaf)
			add(leaf)
		}
		middle = append(middle, numbered("m", i))
		add(middle[i], leaves...)
	}
	add("hub", middle...)
	for i := range n / 2 {
		id := numbered("x", i)
		add(id, "hub")
		r.Attributions = append(r.Attributions, disputetest.Says(dispute.AttributionID(id), dispute.ActorID(id), dispute.StanceAsserts, "raid"))
	}
	return r
}

// entailed is a chain of n/2 claims, each of which entails the one before, and a
// statement on each.
func entailed(n int, stance dispute.Stance) dispute.Record {
	r := entailments(n / 2)
	for i, c := range r.Claims[1:] {
		r.Attributions = append(r.Attributions, disputetest.Says(dispute.AttributionID(c.ID), []dispute.ActorID{"courier", "herald"}[i%2], stance, c.ID))
	}
	return r
}

// occurred is n/2 claims that one event occurred, and a statement on each.
func occurred(n int, stance dispute.Stance) dispute.Record {
	r := disputetest.Cast()
	r.Events = []dispute.Event{{ID: "e", Kind: dispute.KindAttack, Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "aland"}}}}
	for i := range n / 2 {
		c := dispute.Claim{ID: dispute.ClaimID(numbered("c", i)), Text: "it occurred", Content: dispute.Content{Occurred: "e"}}
		r.Claims = append(r.Claims, c)
		r.Attributions = append(r.Attributions, disputetest.Says(dispute.AttributionID(c.ID), "herald", stance, c.ID))
	}
	return r
}

// rivalled is n/2 claims that contradict one, and a statement on each.
func rivalled(n int) dispute.Record {
	r := disputetest.Cast()
	r.Attributions = append(r.Attributions, disputetest.States("courier", "raid"))
	for i := range n / 2 {
		c := dispute.Claim{ID: dispute.ClaimID(numbered("c", i)), Text: "no raid", Contradicts: []dispute.ClaimID{"raid"}}
		r.Claims = append(r.Claims, c)
		r.Attributions = append(r.Attributions, disputetest.States("herald", c.ID))
	}
	return r
}

// undercutSource is n/2 claims, each with a statement in one source, and as many
// undercuts of that.
func undercutSource(n int) dispute.Record {
	r := disputetest.Cast()
	r.Sources = []dispute.Source{{ID: "paper", Kind: dispute.SourceArticle}}
	for i := range n / 2 {
		c := dispute.Claim{ID: dispute.ClaimID(numbered("c", i)), Text: "a claim"}
		r.Claims = append(r.Claims, c)
		a := disputetest.Says(dispute.AttributionID(numbered("a", i)), "beland", dispute.StanceAsserts, c.ID)
		a.Source = "paper"
		u := disputetest.Says(dispute.AttributionID(numbered("u", i)), "herald", dispute.StanceUndercuts, "")
		u.TargetSource = "paper"
		r.Attributions = append(r.Attributions, a, u)
	}
	return r
}
