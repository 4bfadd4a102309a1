package disputetest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// Cast is a small world for hand-worked cases: two states, each with a foreign
// ministry that can commit it and an agency that cannot, and two media.
func Cast() dispute.Record {
	var r dispute.Record
	for _, state := range []string{"aland", "beland"} {
		id := dispute.ActorID(state)
		r.Actors = append(r.Actors,
			dispute.Actor{ID: id, Kind: dispute.ActorState, Name: state},
			dispute.Actor{ID: id + "-ministry", Kind: dispute.ActorOrgan, Name: state + "'s ministry",
				Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationPartOf, To: id, Role: dispute.OfficeForeignMinistry}}},
			dispute.Actor{ID: id + "-agency", Kind: dispute.ActorOrgan, Name: state + "'s agency",
				Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationPartOf, To: id}}})
	}
	for _, medium := range []string{"courier", "herald"} {
		r.Actors = append(r.Actors, dispute.Actor{ID: dispute.ActorID(medium), Kind: dispute.ActorMedium, Name: medium})
	}
	r.Claims = []dispute.Claim{{ID: "raid", Text: "aland raided a village", Adverse: []dispute.ActorID{"aland"}, Favours: []dispute.ActorID{"beland"}}}
	return r
}

// Says returns a first-hand, on-record statement on a claim.
func Says(id dispute.AttributionID, speaker dispute.ActorID, stance dispute.Stance, claim dispute.ClaimID) dispute.Attribution {
	return dispute.Attribution{ID: id, Speaker: speaker, Stance: stance, Claim: claim,
		Lineage: dispute.LineageFirstHand, OnRecord: dispute.RecordLevelOn}
}

// After links an event to one that it follows.
func After(id dispute.EventID) []dispute.Link {
	return []dispute.Link{{Kind: dispute.LinkAfter, Event: id}}
}

// Number returns a figure.
func Number(n int64) *int64 { return &n }

// Accusation is a small world in which beland accuses aland of the raid on 10
// August 2024, in a letter.
func Accusation() dispute.Record {
	r := Cast()
	r.Sources = []dispute.Source{{ID: "letter", Kind: dispute.SourceLetter, Title: "the letter"}}
	r.Events = []dispute.Event{{
		ID: "accuses", Kind: dispute.KindAccuse, Summary: "beland accuses aland", When: edtf.MustParse("2024-08-10"),
		Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "beland"}, {Role: dispute.RoleTarget, Actor: "aland"}},
		Claims:       []dispute.ClaimID{"raid"}, Carrier: "letter",
	}}
	r.Claims = append(r.Claims, dispute.Claim{ID: "accused", Text: "beland accused aland", Content: dispute.Content{Occurred: "accuses"}})
	made := Says("made", "beland", dispute.StanceAsserts, "accused")
	charge := Says("charge", "beland", dispute.StanceAsserts, "raid")
	charge.Source, charge.Said = "letter", edtf.MustParse("2024-08-10")
	r.Attributions = append(r.Attributions, made, charge)
	return r
}

// On dates a statement.
func On(a dispute.Attribution, day string) dispute.Attribution {
	a.Said = edtf.MustParse(day)
	return a
}

// Aimed is a statement about another one.
func Aimed(id dispute.AttributionID, speaker dispute.ActorID, stance dispute.Stance, at dispute.AttributionID) dispute.Attribution {
	a := Says(id, speaker, stance, "")
	a.Attribution = at
	return a
}

// Unsourced leaves open how a statement came to be known.
func Unsourced(a dispute.Attribution) dispute.Attribution {
	a.Lineage = 0
	return a
}

// Counting is a record with an attack, and figure claims on how many were
// killed, each "best", "low-best-high" or "low--high", stated by whoever the
// statements say.
func Counting(figures map[dispute.ClaimID]string, statements ...dispute.Attribution) dispute.Record {
	r := Cast()
	r.Actors = append(r.Actors, dispute.Actor{ID: "gazette", Kind: dispute.ActorMedium, Name: "gazette",
		Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationControlledBy, To: "herald"}}})
	r.Events = []dispute.Event{{ID: "attack", Kind: dispute.KindAttack, Summary: "an attack"}}
	for _, id := range slices.Sorted(func(yield func(dispute.ClaimID) bool) {
		for id := range figures {
			if !yield(id) {
				return
			}
		}
	}) {
		r.Claims = append(r.Claims, dispute.Claim{ID: id, Text: "so many were killed",
			Content: dispute.Content{Figure: FigureOf("attack", "killed", figures[id])}})
	}
	r.Attributions = statements
	return r
}

// FigureOf reads a figure: "best", "low-best-high" or "low--high".
func FigureOf(event dispute.EventID, category, text string) *dispute.Figure {
	f := &dispute.Figure{Event: event, Category: category}
	parse := func(s string) *int64 {
		if s == "" {
			return nil
		}
		var n int64
		if _, err := fmt.Sscan(s, &n); err != nil {
			panic(err)
		}
		return &n
	}
	parts := strings.Split(text, "-")
	if len(parts) == 1 {
		f.Best = parse(parts[0])
		return f
	}
	f.Low, f.Best, f.High = parse(parts[0]), parse(parts[1]), parse(parts[2])
	return f
}

// States returns a statement of a speaker that a claim is so.
func States(speaker dispute.ActorID, claim dispute.ClaimID) dispute.Attribution {
	return Says(dispute.AttributionID(string(speaker)+"-on-"+string(claim)), speaker, dispute.StanceAsserts, claim)
}

// Jointly lets others sign a statement.
func Jointly(a dispute.Attribution, with ...dispute.ActorID) dispute.Attribution {
	a.ID, a.Jointly = "joint-"+a.ID, with
	return a
}

// OnBehalf lets a statement be made for others.
func OnBehalf(a dispute.Attribution, of ...dispute.ActorID) dispute.Attribution {
	a.OnBehalfOf = of
	return a
}

// Relaying makes a statement one that passes others on.
func Relaying(a dispute.Attribution, of ...dispute.AttributionID) dispute.Attribution {
	a.Lineage, a.Relays = dispute.LineageRelaying, of
	return a
}

// Accepting returns the lens with accepted identities taken for dependence.
func Accepting(l dispute.Lens) dispute.Lens {
	l.Policy.Identities = true
	return l
}

// Chain is n events that each follow the one before; the first is dated.
func Chain(n int) dispute.Record {
	var r dispute.Record
	for i := range n {
		e := dispute.Event{ID: dispute.EventID(fmt.Sprintf("e%06d", i)), Kind: dispute.KindAttack}
		if i == 0 {
			e.When = edtf.MustParse("2024-07")
		} else {
			e.Links = After(r.Events[i-1].ID)
		}
		r.Events = append(r.Events, e)
	}
	return r
}

// DatedEvent returns an attack at a date, "" for none, with links.
func DatedEvent(id dispute.EventID, when string, links ...dispute.Link) dispute.Event {
	e := dispute.Event{ID: id, Kind: dispute.KindAttack, Links: links}
	if when != "" {
		e.When = edtf.MustParse(when)
	}
	return e
}
