package cases

import (
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// capitals is a record of three states, with a ministry of b, a medium, and one
// event among the states; claim o says that it occurred.
func capitals(kind dispute.EventKind, roles ...dispute.ParticipantRole) dispute.Record {
	state := func(id dispute.ActorID) dispute.Actor {
		return dispute.Actor{ID: id, Kind: dispute.ActorState, Name: string(id)}
	}
	tied := func(id dispute.ActorID, kind dispute.ActorKind, a dispute.Affiliation) dispute.Actor {
		return dispute.Actor{ID: id, Kind: kind, Name: string(id), Affiliations: []dispute.Affiliation{a}}
	}
	r := dispute.Record{
		Actors: []dispute.Actor{state("a"), state("b"), state("c"), {ID: "m", Kind: dispute.ActorMedium, Name: "m"},
			tied("fma", dispute.ActorPerson, dispute.Affiliation{Kind: dispute.AffiliationHoldsOffice, To: "a", Role: dispute.OfficeForeignMinister}),
			tied("bdef", dispute.ActorOrgan, dispute.Affiliation{Kind: dispute.AffiliationPartOf, To: "b"})},
		Events: []dispute.Event{{ID: "e", Kind: kind, Summary: "the act", When: edtf.MustParse("2024-08-04")}},
		Claims: []dispute.Claim{{ID: "o", Text: "it occurred", Content: dispute.Content{Occurred: "e"}}},
	}
	for i, role := range roles {
		r.Events[0].Participants = append(r.Events[0].Participants, dispute.Participant{Actor: r.Actors[i].ID, Role: role})
	}
	return r
}

func edited(r dispute.Record, edits ...func(*dispute.Record)) dispute.Record {
	for _, edit := range edits {
		edit(&r)
	}
	return r
}

// The denial of an organ that commits nobody weighs against the part of its own
// side, and against nobody else's.
func TestAnOrgansDenialIsOfItsOwnSidesPart(t *testing.T) {
	reported := says("1", "m", dispute.StanceAsserts, "o", "2024-08-04")
	denied := says("2", "bdef", dispute.StanceDenies, "o", "2024-08-05")
	severed := capitals(dispute.KindSeverRelations, dispute.RoleActor, dispute.RoleActor, dispute.RoleTarget)
	v := disputetest.View(t, edited(severed, reported, denied), dispute.Lens{})
	occurred(t, v, "e", dispute.LabelContested, 2, 1)
	doers(t, v, "e", "a accepted label", "b open none")

	tied := capitals(dispute.KindSeverRelations, dispute.RoleActor, dispute.RoleActor, dispute.RoleTarget)
	tied.Actors[5].Affiliations[0].Period = edtf.MustParse("2000/2010") // it was b's ministry once
	doers(t, disputetest.View(t, edited(tied, reported, denied), dispute.Lens{}), "e", "a open none", "b open none")

	pact := capitals(dispute.KindSignDefencePact, dispute.RoleParty, dispute.RoleParty, dispute.RoleParty)
	v = disputetest.View(t, edited(pact, reported, denied), dispute.Lens{})
	doers(t, v, "e", "a accepted label", "b open none", "c accepted label")
}

// It is not the denial of the party: what one party to a pact says on record, and
// the other does not itself deny, stands between them.
func TestAnOrgansDenialIsNotItsStates(t *testing.T) {
	pact := capitals(dispute.KindSignDefencePact, dispute.RoleParty, dispute.RoleParty)
	signed := says("1", "fma", dispute.StanceAsserts, "o", "2024-08-04")
	v := disputetest.View(t, edited(pact, signed, says("2", "bdef", dispute.StanceDenies, "o", "2024-08-05")), dispute.Lens{})
	doers(t, v, "e", "a accepted performative", "b accepted performative")
	pact = capitals(dispute.KindSignDefencePact, dispute.RoleParty, dispute.RoleParty)
	v = disputetest.View(t, edited(pact, signed, says("2", "b", dispute.StanceDenies, "o", "2024-08-05")), dispute.Lens{})
	doers(t, v, "e", "a open none", "b open none")
}

// Who holds an office has its word; a deputy or a chief of staff at it has not.
func TestWhoAtAnOfficeCommits(t *testing.T) {
	for role, want := range map[dispute.OfficeRole]int{"": 3, dispute.OfficeForeignMinister: 3, "deputy": 1, "chief-of-staff": 1} {
		r := dispute.Record{
			Actors: []dispute.Actor{{ID: "a", Kind: dispute.ActorState, Name: "a"},
				{ID: "office", Kind: dispute.ActorOffice, Name: "office", Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationSpeaksFor, To: "a", Role: dispute.OfficeForeignMinister}}},
				{ID: "p", Kind: dispute.ActorPerson, Name: "p", Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationHoldsOffice, To: "office", Role: role}}}},
			Claims: []dispute.Claim{{ID: "o", Text: "it is so", Adverse: []dispute.ActorID{"a"}}},
		}
		label := dispute.LabelCorroborated
		if want == 1 {
			label = dispute.LabelAlleged
		}
		stands(t, disputetest.View(t, edited(r, says("1", "p", dispute.StanceAsserts, "o", "2024")), dispute.Lens{}), "o", label, want, 0)
	}
}

// What is said on behalf of a council is its finding where its presidency says it, on
// something in which no signatory has a stake; a committee of it is not its office.
func TestWhoSpeaksForACouncil(t *testing.T) {
	president := dispute.Affiliation{Kind: dispute.AffiliationHoldsOffice, To: "presidency", Period: edtf.MustParse("2024-07-01/2024-08-31")}
	council := func(adverse dispute.ActorID, edit func(*dispute.Record)) dispute.Record {
		r := dispute.Record{
			Actors: []dispute.Actor{{ID: "a", Kind: dispute.ActorState, Name: "a"},
				{ID: "b", Kind: dispute.ActorState, Name: "b", Affiliations: []dispute.Affiliation{president}},
				{ID: "council", Kind: dispute.ActorOrgan, Name: "council"},
				{ID: "presidency", Kind: dispute.ActorOffice, Name: "presidency", Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationPartOf, To: "council"}}},
				{ID: "committee", Kind: dispute.ActorOrgan, Name: "committee", Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationPartOf, To: "council"}}}},
			Claims: []dispute.Claim{{ID: "o", Text: "it is so", Adverse: []dispute.ActorID{adverse}}},
		}
		says("1", "b", dispute.StanceAsserts, "o", "2024-07-15", func(a *dispute.Attribution) { a.OnBehalfOf = []dispute.ActorID{"council"} })(&r)
		edit(&r)
		return r
	}
	by := func(speaker dispute.ActorID, jointly ...dispute.ActorID) func(*dispute.Record) {
		return func(r *dispute.Record) { r.Attributions[0].Speaker, r.Attributions[0].Jointly = speaker, jointly }
	}
	denies := func(r *dispute.Record) { r.Attributions[0].Stance = dispute.StanceDenies }
	for name, x := range map[string]struct {
		record       dispute.Record
		label        dispute.Label
		for_, denied int
	}{
		"the state that presides":           {council("a", by("b")), dispute.LabelConfirmed, 4, 0},
		"the presidency":                    {council("a", by("presidency")), dispute.LabelConfirmed, 4, 0},
		"the state that presides on itself": {council("b", denies), dispute.LabelDenied, 0, 1},
		"a committee":                       {council("a", by("committee")), dispute.LabelReported, 2, 0},
		"jointly with whom it favours": {council("a", func(r *dispute.Record) {
			r.Claims[0].Favours = []dispute.ActorID{"b"}
			by("council", "b")(r)
		}), dispute.LabelAlleged, 1, 0},
		"jointly with whom it is adverse to": {council("a", by("council", "a")), dispute.LabelCorroborated, 3, 0},
	} {
		t.Run(name, func(t *testing.T) { stands(t, competent(t, x.record, "council"), "o", x.label, x.for_, x.denied) })
	}
}
