package statuses_test

import (
	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// A scene is a few items of a random record that are made to meet a rule which
// chance alone would hardly meet. Everything else stays as it is.
type scene struct {
	m          *maker
	t, u       *dispute.Attribution
	s, copied  *dispute.Source
	e, act     *dispute.Event // the same one in some records
	c, rival   *dispute.Claim // the same one in some records
	a, b, aide *dispute.Actor
}

// stage puts on one of the scenes, in most records that have room for one.
func (m *maker) stage(r *dispute.Record) {
	m.body, m.side = "", ""
	if len(r.Attributions) < 2 || len(r.Sources) < 2 || m.calm || !m.chance(70) {
		return
	}
	x := &scene{m: m, t: &r.Attributions[0], u: &r.Attributions[1], s: &r.Sources[0], copied: &r.Sources[1],
		e: &r.Events[0], act: &r.Events[len(r.Events)-1], c: &r.Claims[0], rival: &r.Claims[len(r.Claims)-1], a: &r.Actors[0], b: &r.Actors[1], aide: &r.Actors[2]}
	x.c.Content = dispute.Content{Occurred: x.e.ID}
	choose(m, x.disownedPost, x.authorInArticle, x.holderFinds, x.formerAuthor, x.bothSidesAssert, x.withdrawnArticle,
		x.sidesAssert, x.accuserAsserts, x.adversariesAssert, x.partyDenies, x.otherDoerDenies, x.organAdmitted, x.signatoryWithdraws, x.figureUpdated)()
}

// says makes a statement on the claim, on the record, and at one at an attribution
// or a source.
func (x *scene) says(a *dispute.Attribution, by *dispute.Actor, stance dispute.Stance) {
	a.Speaker, a.Stance, a.Lineage, a.OnRecord = by.ID, stance, dispute.LineageFirstHand, dispute.RecordLevelOn
	a.Claim, a.Attribution, a.TargetSource = x.c.ID, "", ""
}

func (x *scene) at(a *dispute.Attribution, by *dispute.Actor, stance dispute.Stance, said dispute.AttributionID, document dispute.SourceID) {
	x.says(a, by, stance)
	a.Claim, a.Attribution, a.TargetSource = "", said, document
}

// between lets two take part in the event, by the roles that they have in it.
func (x *scene) between(first, second dispute.ParticipantRole) {
	x.e.Phase = 0
	x.e.Participants = []dispute.Participant{{Role: first, Actor: x.a.ID}, {Role: second, Actor: x.b.ID}}
}

// A doer's own post is listed, and its words are disowned.
func (x *scene) disownedPost() {
	x.s.Kind, x.s.Publisher, x.e.Sources = dispute.SourcePost, x.a.ID, []dispute.SourceID{x.s.ID}
	x.between(dispute.RoleActor, dispute.RoleTarget)
	x.says(x.t, x.a, dispute.StanceAsserts)
	x.t.Source = x.s.ID
	x.at(x.u, x.a, dispute.StanceDenies, x.t.ID, "")
	if x.m.chance(30) {
		x.t.Jointly = []dispute.ActorID{x.b.ID}
	}
}

// An article is listed, and its author speaks in it, or its publisher does.
func (x *scene) authorInArticle() {
	x.s.Kind, x.s.Authors, x.s.Publisher, x.e.Phase = dispute.SourceArticle, []dispute.Author{{Actor: x.aide.ID}}, x.b.ID, 0
	x.e.Sources = choose(x.m, []dispute.SourceID{x.s.ID}, nil)
	x.says(x.t, x.aide, dispute.StanceAsserts)
	x.says(x.u, x.b, dispute.StanceAsserts)
	x.t.Source, x.u.Source = x.s.ID, choose(x.m, x.s.ID, x.copied.ID)
}

// Somebody speaks for a competent body.
func (x *scene) holderFinds() {
	x.aide.Affiliations = []dispute.Affiliation{{Kind: dispute.AffiliationHoldsOffice, To: x.b.ID, Period: x.m.period()}}
	x.m.body = x.b.ID
	x.says(x.t, x.aide, dispute.StanceAsserts)
	x.t.OnBehalfOf = []dispute.ActorID{x.b.ID}
}

// An author has left office since.
func (x *scene) formerAuthor() {
	x.aide.Affiliations = []dispute.Affiliation{{Kind: dispute.AffiliationPartOf, To: x.a.ID, Period: disputetest.Date("2023")}}
	x.s.Authors, x.s.Published = []dispute.Author{{Actor: x.aide.ID}}, disputetest.Date("2023-05-01")
	x.says(x.t, x.aide, dispute.StanceAsserts)
	x.t.Source = x.s.ID
	if x.m.chance(40) { // and the letter is leaked later
		x.t.Said, x.s.Published = x.s.Published, disputetest.Date("2024-01-02")
	}
	if !x.m.peaceful {
		x.at(x.u, x.a, dispute.StanceUndercuts, "", x.s.ID)
		x.u.Said = disputetest.Date("2024-01-05")
	}
}

// Doer and target both assert what happened.
func (x *scene) bothSidesAssert() {
	x.between(dispute.RoleActor, dispute.RoleTarget)
	x.e.Kind = choose(x.m, dispute.KindAttack, dispute.KindCoup, dispute.KindBattle)
	x.says(x.t, x.a, dispute.StanceAsserts)
	x.says(x.u, x.b, dispute.StanceAsserts)
}

// An article is withdrawn, and what was made from it is not.
func (x *scene) withdrawnArticle() {
	x.copied.ReprintOf, x.copied.DerivedFrom, x.s.ReprintOf, x.s.DerivedFrom = x.s.ID, nil, "", nil
	if x.m.chance(40) {
		x.copied.ReprintOf, x.copied.DerivedFrom = "", []dispute.SourceID{x.s.ID}
	}
	x.s.Publisher, x.e.Sources, x.e.Phase = x.aide.ID, []dispute.SourceID{x.copied.ID, choose(x.m, x.s.ID, x.copied.ID)}, 0
	x.at(x.u, x.aide, dispute.StanceRetracts, "", x.s.ID)
}

// Two sides that are told assert what happened.
func (x *scene) sidesAssert() {
	x.between(dispute.RoleParty, dispute.RoleParty)
	x.e.Participants[0].Side, x.e.Participants[1].Side = "north", "south"
	x.e.Kind = choose(x.m, dispute.KindCoup, dispute.KindBattle)
	x.says(x.t, x.a, dispute.StanceAsserts)
	x.says(x.u, x.b, dispute.StanceAsserts)
}

// An accuser asserts its accusation, which names another.
func (x *scene) accuserAsserts() {
	x.between(dispute.RoleActor, dispute.RoleTarget)
	x.e.Kind, x.e.Claims = dispute.KindAccuse, []dispute.ClaimID{x.c.ID}
	x.c.Content, x.c.Adverse, x.c.Favours = dispute.Content{}, []dispute.ActorID{x.b.ID}, nil
	x.says(x.t, x.a, dispute.StanceAsserts)
	if x.m.chance(30) {
		x.m.body = x.a.ID
	}
}

// Adversaries assert what a third one did.
func (x *scene) adversariesAssert() {
	x.a.Kind, x.a.Affiliations, x.b.Kind, x.b.Affiliations = dispute.ActorState, nil, dispute.ActorState, nil
	x.act.Kind, x.act.Phase, x.act.Sources = dispute.KindAttack, 0, []dispute.SourceID{x.s.ID}
	x.act.Participants = []dispute.Participant{{Role: dispute.RoleActor, Actor: x.a.ID}, {Role: dispute.RoleTarget, Actor: x.b.ID}}
	x.s.ReprintOf, x.s.DerivedFrom = "", nil
	if x.act != x.e {
		x.e.Kind, x.e.Participants = dispute.KindCoup, []dispute.Participant{{Role: dispute.RoleActor, Actor: x.aide.ID}}
	}
	x.says(x.t, x.a, dispute.StanceAsserts)
	x.says(x.u, x.b, dispute.StanceAsserts)
}

// A party to a mutual act, or a doer, denies it: before, after, or the other one.
func (x *scene) partyDenies() {
	x.between(dispute.RoleParty, dispute.RoleParty)
	x.e.Kind = choose(x.m, dispute.KindSignDefencePact, dispute.KindDeclareTruce, dispute.KindEstablishRelations, dispute.KindSeverRelations)
	x.says(x.t, x.a, dispute.StanceAsserts)
	x.t.Said = disputetest.Date("2024-01-04")
	if x.m.chance(70) {
		x.says(x.u, choose(x.m, x.a, x.a, x.b), dispute.StanceDenies)
		x.u.Said = disputetest.Date(choose(x.m, "2024-01-03", "2024-01-05", "2024-01"))
	}
}

// One doer asserts an act and another denies it, whose standpoint may be taken.
func (x *scene) otherDoerDenies() {
	x.between(dispute.RoleActor, dispute.RoleActor)
	x.e.Kind = choose(x.m, dispute.KindSeverRelations, dispute.KindAttack, dispute.KindRecallAmbassador)
	x.says(x.t, x.a, dispute.StanceAsserts)
	x.says(x.u, x.b, dispute.StanceDenies)
	if x.m.chance(60) {
		x.m.side = x.b.ID
	}
}

// Somebody admits what is adverse to a government or an organ of its own.
func (x *scene) organAdmitted() {
	x.aide.Kind = choose(x.m, dispute.ActorGovernment, dispute.ActorOrgan, dispute.ActorPerson)
	x.aide.Affiliations = []dispute.Affiliation{{Kind: dispute.AffiliationPartOf, To: x.a.ID, Period: x.m.period()}}
	x.c.Content, x.c.Adverse, x.c.Favours = dispute.Content{}, []dispute.ActorID{x.aide.ID}, nil
	x.says(x.t, x.a, dispute.StanceAsserts)
}

// A signatory withdraws from what it signed jointly for somebody.
func (x *scene) signatoryWithdraws() {
	x.aide.Affiliations = []dispute.Affiliation{{Kind: dispute.AffiliationPartOf, To: x.a.ID, Period: x.m.period()}}
	x.says(x.t, x.aide, dispute.StanceAsserts)
	x.t.Jointly, x.t.OnBehalfOf = []dispute.ActorID{x.b.ID}, []dispute.ActorID{x.a.ID}
	x.at(x.u, x.aide, dispute.StanceRetracts, x.t.ID, "")
}

// Somebody gives a figure or a date, and then another one.
func (x *scene) figureUpdated() {
	of := func(n int64) dispute.Content {
		return dispute.Content{Figure: &dispute.Figure{Event: x.e.ID, Category: "killed", Best: disputetest.Number(n)}}
	}
	x.rival.Content, x.c.Content = of(1), of(2)
	if x.m.chance(30) {
		x.rival.Content = dispute.Content{Dating: &dispute.Dating{Event: x.e.ID, When: x.m.about()}}
		x.c.Content = dispute.Content{Dating: &dispute.Dating{Event: x.e.ID, When: x.m.about()}}
	}
	x.c.Contradicts = []dispute.ClaimID{x.rival.ID}
	x.says(x.t, x.a, dispute.StanceAsserts)
	x.says(x.u, x.a, choose(x.m, dispute.StanceAsserts, dispute.StanceImplies))
	x.t.Claim, x.t.Said = x.rival.ID, disputetest.Date("2024-01-03")
	x.u.Said = disputetest.Date(choose(x.m, "2024-01-04", "2024-01", "2024-01-02"))
}
