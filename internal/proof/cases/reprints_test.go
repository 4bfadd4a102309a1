package cases

import (
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
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
			v := disputetest.View(t, x.record, dispute.Lens{})
			occurred(t, v, "hit", x.label, x.level, 0)
			origins(t, v.EventStatus("hit"), x.origins)
		})
	}
}

// What an outlet says first-hand in an article made with the help of others is
// reporting of its own, though the article, listed, adds nothing to them.
func TestFirstHandInADerivedArticle(t *testing.T) {
	derived := func(on ...dispute.SourceID) dispute.Record {
		r := newsroom("w", "own")
		r.Actors = append(r.Actors, dispute.Actor{ID: "k", Kind: dispute.ActorMedium, Name: "K"})
		r.Sources = append(r.Sources, dispute.Source{ID: "d", Kind: dispute.SourceArticle, Publisher: "k", DerivedFrom: on})
		return r
	}
	for _, on := range [][]dispute.SourceID{{"w"}, {"w", "own"}} {
		r := derived(on...)
		r.Events[0].Sources = append(r.Events[0].Sources, "d")
		origins(t, disputetest.View(t, r, dispute.Lens{}).EventStatus("hit"), 2)
		r = derived(on...)
		r.Attributions = []dispute.Attribution{{ID: "says", Speaker: "k", Source: "d", Claim: "o", Stance: dispute.StanceAsserts, Lineage: dispute.LineageFirstHand}}
		origins(t, disputetest.View(t, r, dispute.Lens{}).EventStatus("hit"), 3)
		// So an outlet that both of them own makes one voice of the three.
		r.Actors[len(r.Actors)-1].Affiliations = []dispute.Affiliation{{Kind: dispute.AffiliationControlledBy, To: "m"}, {Kind: dispute.AffiliationControlledBy, To: "n"}}
		origins(t, disputetest.View(t, r, dispute.Lens{}).EventStatus("hit"), 1)
	}
}

// lineage is a record in which source s0 is by m0, and each of s1 to s5, by m1 to
// m5, goes back to the one before it in some way; listed on the attack are the
// sources given.
func lineage(back func(s *dispute.Source, to dispute.SourceID), listed ...dispute.SourceID) dispute.Record {
	r := newsroom(listed...)
	r.Sources = nil
	for _, i := range "012345" {
		by := dispute.ActorID("m" + string(i))
		s := dispute.Source{ID: dispute.SourceID("s" + string(i)), Kind: dispute.SourceArticle, Publisher: by}
		if i > '0' {
			back(&s, dispute.SourceID("s"+string(i-1)))
		}
		r.Actors = append(r.Actors, dispute.Actor{ID: by, Kind: dispute.ActorMedium, Name: "M" + string(i)})
		r.Sources = append(r.Sources, s)
	}
	return r
}

func reprinting(s *dispute.Source, of dispute.SourceID) { s.ReprintOf = of }
func drawing(s *dispute.Source, on dispute.SourceID)    { s.DerivedFrom = []dispute.SourceID{on} }

// However many hands an article passed through, it is one origin, and falls with
// what it goes back to.
func TestLineageIsFollowedToItsEnd(t *testing.T) {
	for name, back := range map[string]func(*dispute.Source, dispute.SourceID){"reprints": reprinting, "drawn on": drawing} {
		last := disputetest.View(t, lineage(back, "s5"), dispute.Lens{})
		occurred(t, last, "hit", dispute.LabelReported, 2, 0)
		for first := range 5 { // s0 to s4, beside the last one
			v := disputetest.View(t, lineage(back, "s5", dispute.SourceID("s"+string(rune('0'+first)))), dispute.Lens{})
			occurred(t, v, "hit", dispute.LabelReported, 2, 0)
			origins(t, v.EventStatus("hit"), 1)
		}
		for stance, label := range map[dispute.Stance]dispute.Label{
			dispute.StanceUndercuts: dispute.LabelUnasserted, dispute.StanceRetracts: dispute.LabelRetracted,
		} {
			r := lineage(back, "s5")
			r.Attributions = []dispute.Attribution{{ID: "gone", Speaker: "m0", Stance: stance, TargetSource: "s0", Lineage: dispute.LineageFirstHand}}
			v := disputetest.View(t, r, dispute.Lens{})
			occurred(t, v, "hit", label, 0, 0)
			if s := v.EventStatus("hit"); len(s.Dropped) != 1 || s.Dropped[0].Source != "s5" || s.Dropped[0].Impeached != "s0" {
				t.Errorf("%s, %s: dropped is %+v", name, stance, s.Dropped)
			}
			// Another source that stands holds what draws on both.
			if name == "reprints" {
				continue
			}
			r.Sources[5].DerivedFrom = append(r.Sources[5].DerivedFrom, "own")
			r.Sources = append(r.Sources, dispute.Source{ID: "own", Kind: dispute.SourceArticle, Publisher: "n"})
			occurred(t, disputetest.View(t, r, dispute.Lens{}), "hit", dispute.LabelReported, 2, 0)
		}
	}
	// What is aimed at a reprint on the way falls on what comes after it alone.
	for listed, label := range map[dispute.SourceID]dispute.Label{"s2": dispute.LabelReported, "s3": dispute.LabelUnasserted, "s5": dispute.LabelUnasserted} {
		r := lineage(reprinting, listed)
		r.Attributions = []dispute.Attribution{{ID: "gone", Speaker: "n", Stance: dispute.StanceUndercuts, TargetSource: "s3", Lineage: dispute.LineageFirstHand}}
		if got := disputetest.View(t, r, dispute.Lens{}).EventStatus("hit").Label; got != label {
			t.Errorf("%s with s3 undercut is %s, want %s", listed, got, label)
		}
		r.Attributions = append(r.Attributions, dispute.Attribution{ID: "too", Speaker: "n", Stance: dispute.StanceUndercuts, TargetSource: "s0", Lineage: dispute.LineageFirstHand})
		if got := disputetest.View(t, r, dispute.Lens{}).EventStatus("hit").Label; got != dispute.LabelUnasserted {
			t.Errorf("%s with s3 and s0 undercut is %s, want unasserted", listed, got)
		}
	}
}

// Who commits a publisher's principal may withdraw its article while the publisher is
// part of that on the article's day.
func TestArticleOfAFormerOrganIsNotWithdrawn(t *testing.T) {
	for published, want := range map[string]int{"2022-12-31": 1, "2023-01-01": 0, "2010-01-01": 1, "2009-12-31": 0} {
		r := told(dispute.Event{})
		r.Actors[2].Affiliations = []dispute.Affiliation{{Kind: dispute.AffiliationPartOf, To: "x", Period: date("2010/2022")}}
		r.Sources[0].Published = date(published)
		r.Attributions = []dispute.Attribution{{ID: "gone", Speaker: "x", Stance: dispute.StanceRetracts, TargetSource: "s", Said: date("2024"), Lineage: dispute.LineageFirstHand}}
		if s := disputetest.View(t, r, dispute.Lens{}).EventStatus("e"); len(s.Dropped) != want {
			t.Errorf("published on %s: dropped is %+v, want %d", published, s.Dropped, want)
		}
	}
}
