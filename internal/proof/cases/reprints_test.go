package cases

import (
	"testing"

	"github.com/dispute-go/dispute"
)

// newsroom is a record in which article w is by m, and r1 by n reprints it; own is
// n's own reporting. Listed on the attack are the sources given.
func newsroom(listed ...dispute.SourceID) dispute.Record {
	article := func(id dispute.SourceID, by dispute.ActorID, of dispute.SourceID) dispute.Source {
		return dispute.Source{ID: id, Kind: dispute.SourceArticle, Publisher: by, ReprintOf: of}
	}
	return dispute.Record{
		Actors: []dispute.Actor{
			{ID: "x", Kind: dispute.ActorState, Name: "X"}, {ID: "y", Kind: dispute.ActorState, Name: "Y"},
			{ID: "m", Kind: dispute.ActorMedium, Name: "M"}, {ID: "n", Kind: dispute.ActorMedium, Name: "N"},
		},
		Sources: []dispute.Source{article("w", "m", ""), article("r1", "n", "w"), article("own", "n", ""), article("r2", "m", "own")},
		Events: []dispute.Event{{ID: "hit", Kind: dispute.KindAttack, Summary: "the attack", Sources: listed,
			Participants: []dispute.Participant{{Actor: "x", Role: dispute.RoleActor}, {Actor: "y", Role: dispute.RoleTarget}}}},
		Claims: []dispute.Claim{{ID: "o", Text: "the attack occurred", Content: dispute.Content{Occurred: "hit"}}},
	}
}

// A reprint is the word of who made its original: it ties the reprinter's own
// reporting to nothing.
func TestAReprintIsNotItsPublishersOwnReporting(t *testing.T) {
	says := func(r dispute.Record, by dispute.ActorID, in dispute.SourceID) dispute.Record {
		id := dispute.AttributionID("says-" + string(by) + "-" + string(in))
		r.Attributions = append(r.Attributions, dispute.Attribution{ID: id, Speaker: by, Source: in, Claim: "o",
			Stance: dispute.StanceAsserts, Lineage: dispute.LineageFirstHand})
		return r
	}
	derived := newsroom("d", "own")
	derived.Sources = append(derived.Sources, dispute.Source{ID: "d", Kind: dispute.SourceArticle, DerivedFrom: []dispute.SourceID{"r1"}, Authors: []dispute.Author{{Actor: "m"}}})
	anonymous := says(says(newsroom(), "n", "r1"), "n", "own")
	anonymous.Sources[0].Publisher = ""
	for name, x := range map[string]struct {
		record         dispute.Record
		label          dispute.Label
		level, origins int
	}{
		"original and own":                  {newsroom("w", "own"), dispute.LabelCorroborated, 3, 2},
		"reprint beside them":               {newsroom("w", "r1", "own"), dispute.LabelCorroborated, 3, 2},
		"reprint and own":                   {newsroom("r1", "own"), dispute.LabelCorroborated, 3, 2},
		"reprint listed, own said":          {says(newsroom("r1"), "n", "own"), dispute.LabelCorroborated, 3, 2},
		"reprint said, own said":            {says(says(newsroom(), "n", "r1"), "n", "own"), dispute.LabelCorroborated, 3, 2},
		"each reprints the other":           {newsroom("r1", "r2"), dispute.LabelCorroborated, 3, 2},
		"all four":                          {newsroom("w", "own", "r1", "r2"), dispute.LabelCorroborated, 3, 2},
		"what is made from a reprint":       {derived, dispute.LabelCorroborated, 3, 2},
		"original and reprint":              {newsroom("w", "r1"), dispute.LabelReported, 2, 1},
		"original listed, reprint said":     {says(newsroom("w"), "n", "r1"), dispute.LabelReported, 2, 1},
		"own and what the other took of it": {newsroom("own", "r2"), dispute.LabelReported, 2, 1},
		"reprint of what nobody made":       {anonymous, dispute.LabelReported, 2, 1},
	} {
		t.Run(name, func(t *testing.T) {
			v := view(t, x.record, dispute.Lens{})
			occurred(t, v, "hit", x.label, x.level, 0)
			origins(t, v.EventStatus("hit"), x.origins)
		})
	}
}
