package dispute_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// figures adds an event, claims of numbers about it, and statements.
func figures(statements ...dispute.Attribution) func(*dispute.Record) {
	return func(r *dispute.Record) {
		r.Events = []dispute.Event{{ID: "e", Kind: dispute.KindAttack}}
		for id, f := range map[dispute.ClaimID]dispute.Figure{
			"none": {Category: "killed", Best: disputetest.Number(0)}, "some": {Category: "killed", Best: disputetest.Number(84)}, "many": {Category: "killed", Best: disputetest.Number(90)},
			"some-low": {Category: "killed", Best: disputetest.Number(84), Low: disputetest.Number(80)}, "unnumbered": {Category: "killed"}, "wounded": {Category: "wounded", Best: disputetest.Number(3)},
		} {
			f.Event = "e"
			r.Claims = append(r.Claims, dispute.Claim{ID: id, Text: "so many were hit", Content: dispute.Content{Figure: &f}})
		}
		r.Attributions = append(r.Attributions, statements...)
	}
}

// sameMedia adds claims that two media are each other, and statements.
func sameMedia(statements ...dispute.Attribution) func(*dispute.Record) {
	return func(r *dispute.Record) {
		r.Claims = append(r.Claims,
			dispute.Claim{ID: "i1", Text: "the courier is the herald", Content: dispute.Content{Identity: &dispute.Identity{A: "courier", B: "herald"}}},
			dispute.Claim{ID: "i2", Text: "the herald is the courier", Content: dispute.Content{Identity: &dispute.Identity{A: "herald", B: "courier"}}})
		r.Attributions = append(r.Attributions, statements...)
	}
}

func TestConflicts(t *testing.T) {
	cases := []struct {
		name string
		edit func(r *dispute.Record)
		want []string // kind: items
	}{
		{"nothing conflicts", func(r *dispute.Record) {
			r.Attributions = append(r.Attributions, disputetest.Says("a1", "beland", dispute.StanceAsserts, "raid"), disputetest.Says("a2", "aland", dispute.StanceDenies, "raid"))
		}, nil},
		{"an agency says what its ministry denies", func(r *dispute.Record) {
			r.Attributions = append(r.Attributions, disputetest.Says("a1", "aland-agency", dispute.StanceImplies, "raid"), disputetest.Says("a2", "aland-ministry", dispute.StanceDenies, "raid"))
		}, []string{"speaker-against-principal: actor/aland claim/raid attribution/a1 attribution/a2"}},
		{"an agency alone speaks against its own side", func(r *dispute.Record) {
			r.Attributions = append(r.Attributions, disputetest.Says("a1", "aland-agency", dispute.StanceAsserts, "raid"))
		}, []string{"speaker-against-principal: actor/aland claim/raid attribution/a1"}},
		{"an agency alone speaks for its own side", func(r *dispute.Record) {
			r.Attributions = append(r.Attributions, disputetest.Says("a1", "aland-agency", dispute.StanceDenies, "raid"))
		}, nil},
		{"the ministry's admission is no conflict", func(r *dispute.Record) {
			r.Attributions = append(r.Attributions, disputetest.Says("a1", "aland-ministry", dispute.StanceAsserts, "raid"))
		}, nil},
		{"contradictory claims, both made", func(r *dispute.Record) {
			r.Claims = append(r.Claims, dispute.Claim{ID: "no-raid", Text: "nobody raided the village", Contradicts: []dispute.ClaimID{"raid"}})
			r.Attributions = append(r.Attributions, disputetest.Says("a1", "courier", dispute.StanceAsserts, "raid"), disputetest.Says("a2", "herald", dispute.StanceAsserts, "no-raid"))
		}, []string{"contradiction: claim/no-raid claim/raid"}},
		{"contradictory claims, one only denied", func(r *dispute.Record) {
			r.Claims = append(r.Claims, dispute.Claim{ID: "no-raid", Text: "nobody raided the village", Contradicts: []dispute.ClaimID{"raid"}})
			r.Attributions = append(r.Attributions, disputetest.Says("a1", "courier", dispute.StanceAsserts, "raid"), disputetest.Says("a2", "herald", dispute.StanceDenies, "no-raid"))
		}, nil},
		{"figures that disagree, and one of another category", figures(disputetest.States("courier", "some"), disputetest.States("courier", "many"), disputetest.States("courier", "wounded")),
			[]string{"figures: event/e claim/many claim/some"}},
		{"zero is a figure", figures(disputetest.States("courier", "none"), disputetest.States("herald", "some")), []string{"figures: event/e claim/none claim/some"}},
		{"no number is none", figures(disputetest.States("courier", "none"), disputetest.States("herald", "unnumbered")), nil},
		{"a low beside the same best", figures(disputetest.States("courier", "some"), disputetest.States("herald", "some-low")), nil},
		{"only the rows that disagree", figures(disputetest.States("courier", "some"), disputetest.States("herald", "some-low"), disputetest.States("beland", "none"), disputetest.States("aland", "unnumbered"),
			disputetest.Says("denial", "aland", dispute.StanceDenies, "many")), []string{"figures: event/e claim/none claim/some claim/some-low"}},
		{"a figure that is only denied", figures(disputetest.States("courier", "some"), disputetest.Says("denial", "aland", dispute.StanceDenies, "many")), nil},
		{"a figure withdrawn for another", figures(disputetest.States("courier", "some"), disputetest.Aimed("back", "courier", dispute.StanceRetracts, "courier-on-some"), disputetest.States("courier", "many")), nil},
		{"a figure passed on only", figures(disputetest.States("courier", "some"), disputetest.Unsourced(disputetest.States("herald", "many"))), nil},
		{"a figure stood by through a claim that entails it", func(r *dispute.Record) {
			figures(disputetest.States("courier", "some"), disputetest.States("herald", "massacre"))(r)
			r.Claims = append(r.Claims, dispute.Claim{ID: "massacre", Text: "it was a massacre", Entails: []dispute.ClaimID{"many"}})
		}, []string{"figures: event/e claim/many claim/some"}},
		{"events follow each other in a circle", func(r *dispute.Record) {
			r.Events = []dispute.Event{{ID: "e1", Kind: dispute.KindAttack, Links: disputetest.After("e2")}, {ID: "e2", Kind: dispute.KindAttack, Links: disputetest.After("e1")}, {ID: "e3", Kind: dispute.KindAttack}}
		}, []string{"chronology: event/e1 event/e2"}},
		{"no day is left", func(r *dispute.Record) {
			r.Events = []dispute.Event{{ID: "e1", Kind: dispute.KindAttack, When: edtf.MustParse("2024-08-05")}, {ID: "e2", Kind: dispute.KindAttack, When: edtf.MustParse("2024-08-04"), Links: disputetest.After("e1")}}
		}, []string{"chronology: event/e1 event/e2"}},
		{"about orders nothing", func(r *dispute.Record) {
			r.Events = []dispute.Event{{ID: "e1", Kind: dispute.KindAttack, When: edtf.MustParse("2024-08-05")},
				{ID: "e2", Kind: dispute.KindAttack, When: edtf.MustParse("2024-08-04"), Links: []dispute.Link{{Kind: dispute.LinkAbout, Event: "e1"}}}}
		}, nil},
		{"an event ends before it begins", func(r *dispute.Record) {
			r.Events = []dispute.Event{{ID: "e", Kind: dispute.KindAttack, When: edtf.MustParse("2024-08-05"), Until: edtf.MustParse("2024-08-01")}}
		}, []string{"reversed-period: event/e"}},
		{"statements pass each other on in a circle", func(r *dispute.Record) {
			a, b := disputetest.Says("a1", "courier", dispute.StanceAsserts, "raid"), disputetest.Says("a2", "herald", dispute.StanceAsserts, "raid")
			a.Lineage, a.Relays = dispute.LineageRelaying, []dispute.AttributionID{"a2"}
			b.Lineage, b.Relays = dispute.LineageRelaying, []dispute.AttributionID{"a1"}
			r.Attributions = append(r.Attributions, a, b)
		}, []string{"circular-citation: attribution/a1 attribution/a2"}},
		{"a circle of citations through sources", func(r *dispute.Record) {
			r.Sources = []dispute.Source{{ID: "s1", Kind: dispute.SourceArticle}, {ID: "s2", Kind: dispute.SourceArticle}}
			a, b := disputetest.Says("a1", "courier", dispute.StanceAsserts, "raid"), disputetest.Says("a2", "herald", dispute.StanceAsserts, "raid")
			a.Lineage, a.Source, a.RelaysSources = dispute.LineageRelaying, "s1", []dispute.SourceID{"s2"}
			b.Lineage, b.Source, b.RelaysSources = dispute.LineageRelaying, "s2", []dispute.SourceID{"s1"}
			r.Attributions = append(r.Attributions, a, b)
		}, []string{"circular-citation: source/s1 source/s2 attribution/a1 attribution/a2"}},
		{"actors belong to each other in a circle", func(r *dispute.Record) {
			r.Actors = append(r.Actors,
				dispute.Actor{ID: "x", Kind: dispute.ActorOrgan, Name: "x", Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationPartOf, To: "y"}}},
				dispute.Actor{ID: "y", Kind: dispute.ActorOrgan, Name: "y", Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationControlledBy, To: "x"}}})
		}, []string{"circular-hierarchy: actor/x actor/y"}},
		{"members of each other are no circle", func(r *dispute.Record) {
			r.Actors = append(r.Actors,
				dispute.Actor{ID: "x", Kind: dispute.ActorAlliance, Name: "x", Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationMemberOf, To: "y"}}},
				dispute.Actor{ID: "y", Kind: dispute.ActorAlliance, Name: "y", Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationMemberOf, To: "x"}}})
		}, nil},
		{"claims supersede each other in a circle", func(r *dispute.Record) {
			r.Claims = append(r.Claims, dispute.Claim{ID: "x", Text: "x", Supersedes: "y"}, dispute.Claim{ID: "y", Text: "y", Supersedes: "x"})
		}, []string{"supersession: claim/x claim/y"}},
		{"two claims supersede one", func(r *dispute.Record) {
			r.Claims = append(r.Claims, dispute.Claim{ID: "x", Text: "x", Supersedes: "raid"}, dispute.Claim{ID: "y", Text: "y", Supersedes: "raid"})
		}, []string{"supersession: claim/x claim/y"}},
		{"identity leads back", sameMedia(disputetest.States("aland", "i1"), disputetest.States("beland", "i2")), []string{"circular-identity: actor/courier actor/herald"}},
		{"identity leads back by denials only", sameMedia(disputetest.States("aland", "i1"), disputetest.Says("denial", "beland", dispute.StanceDenies, "i2")), nil},
		{"identity leads back by silence only", sameMedia(disputetest.States("aland", "i1"), disputetest.Says("silence", "beland", dispute.StanceHasNotResponded, "i2")), nil},
		{"an agency speaks on one of two claims that an event occurred", func(r *dispute.Record) {
			r.Events = []dispute.Event{{ID: "e", Kind: dispute.KindAttack}}
			r.Claims = append(r.Claims, dispute.Claim{ID: "o1", Text: "it occurred", Content: dispute.Content{Occurred: "e"}},
				dispute.Claim{ID: "o2", Text: "so it did", Content: dispute.Content{Occurred: "e"}, Adverse: []dispute.ActorID{"aland"}})
			r.Attributions = append(r.Attributions, disputetest.States("aland-agency", "o1"))
		}, []string{"speaker-against-principal: actor/aland claim/o1 attribution/aland-agency-on-o1"}},
		{"a speaker disowns what is attributed to it", func(r *dispute.Record) {
			denial := disputetest.Says("a2", "aland", dispute.StanceDenies, "")
			denial.Attribution = "a1"
			r.Attributions = append(r.Attributions, disputetest.Says("a1", "aland-ministry", dispute.StanceDenies, "raid"), denial)
		}, []string{"disowned: attribution/a1 attribution/a2"}},
		{"a denial of unknown lineage disowns nothing", func(r *dispute.Record) {
			r.Attributions = append(r.Attributions, disputetest.Says("a1", "aland-ministry", dispute.StanceDenies, "raid"), disputetest.Unsourced(disputetest.Aimed("a2", "aland", dispute.StanceDenies, "a1")))
		}, nil},
		{"a denial taken back disowns nothing", func(r *dispute.Record) {
			r.Attributions = append(r.Attributions, disputetest.Says("a1", "aland-ministry", dispute.StanceDenies, "raid"), disputetest.Aimed("a2", "aland", dispute.StanceDenies, "a1"),
				disputetest.Aimed("a3", "aland", dispute.StanceRetracts, "a2"))
		}, nil},
		{"an undercut denial disowns nothing", func(r *dispute.Record) {
			r.Attributions = append(r.Attributions, disputetest.Says("a1", "aland-ministry", dispute.StanceDenies, "raid"), disputetest.Aimed("a2", "aland", dispute.StanceDenies, "a1"),
				disputetest.Aimed("a3", "herald", dispute.StanceUndercuts, "a2"))
		}, nil},
		{"a stranger cannot disown", func(r *dispute.Record) {
			denial := disputetest.Says("a2", "beland", dispute.StanceDenies, "")
			denial.Attribution = "a1"
			r.Attributions = append(r.Attributions, disputetest.Says("a1", "aland-ministry", dispute.StanceDenies, "raid"), denial)
		}, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := disputetest.Cast()
			c.edit(&r)
			var got []string
			for _, x := range disputetest.View(t, r, dispute.Lens{}).Conflicts() {
				line := x.Kind.String() + ":"
				for _, ref := range x.Items {
					line += " " + ref.String()
				}
				got = append(got, line)
				if x.String() == "" || x.ID == "" || len(x.Reasons().Items()) < len(x.Items) {
					t.Errorf("conflict %q lacks its text, ID or reasons", x.ID)
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("conflicts (-want +got):\n%s", diff)
			}
		})
	}
}

// The reasons of a conflict name the claims that make it and who speaks on them.
func TestConflictReasons(t *testing.T) {
	r := disputetest.Cast()
	sameMedia(disputetest.States("aland", "i1"), disputetest.States("beland", "i2"))(&r)
	for _, c := range disputetest.View(t, r, dispute.Lens{}).Conflicts() {
		items := fmt.Sprint(c.Reasons().Items())
		for _, want := range []string{"claim/i1", "claim/i2", "attribution/aland-on-i1", "attribution/beland-on-i2"} {
			if !strings.Contains(items, want) {
				t.Errorf("%s does not name %s", c.ID, want)
			}
		}
	}
}

// What does not go together is named in the sentence that says so.
func TestConflictTextsNameWhatConflicts(t *testing.T) {
	relays := func(id dispute.AttributionID, speaker dispute.ActorID, of dispute.AttributionID) dispute.Attribution {
		return disputetest.Relaying(disputetest.Says(id, speaker, dispute.StanceAsserts, "raid"), of)
	}
	cases := []struct {
		want string
		edit func(r *dispute.Record)
	}{
		{"claim/raid-2 and claim/z supersede the same item, claim/raid; claim/z leads to the version entered last, which rules\n" +
			"claim/x and claim/y supersede the same item, claim/raid-2; none of these leads to the version entered last, which rules", func(r *dispute.Record) {
			for i, c := range []dispute.Claim{{ID: "raid-2", Supersedes: "raid"}, {ID: "x", Supersedes: "raid-2"}, {ID: "y", Supersedes: "raid-2"}, {ID: "z", Supersedes: "raid"}} {
				c.Text, c.Recorded = string(c.ID), disputetest.Day(fmt.Sprintf("2024-08-%02d", 1+i))
				r.Claims = append(r.Claims, c)
			}
		}},
		{"claim/x and claim/y supersede each other in a circle, so that all stay", func(r *dispute.Record) {
			r.Claims = append(r.Claims, dispute.Claim{ID: "x", Text: "x", Supersedes: "y"}, dispute.Claim{ID: "y", Text: "y", Supersedes: "x"})
		}},
		{"claim/x supersedes itself, and stays", func(r *dispute.Record) {
			r.Claims = append(r.Claims, dispute.Claim{ID: "x", Text: "x", Supersedes: "x"})
		}},
		{"claim/x and claim/y supersede the same item, claim/raid; claim/x leads to the version entered last, which rules", func(r *dispute.Record) {
			r.Claims = append(r.Claims, dispute.Claim{ID: "x", Text: "x", Supersedes: "raid", Recorded: disputetest.Day("2024-08-02")},
				dispute.Claim{ID: "y", Text: "y", Supersedes: "raid", Recorded: disputetest.Day("2024-08-01")})
		}},
		{"aland and beland disowned what is attributed to aland and beland", func(r *dispute.Record) {
			joint, denial := disputetest.Says("a1", "aland", dispute.StanceDenies, "raid"), disputetest.Aimed("a2", "aland", dispute.StanceDenies, "a1")
			joint.Jointly, denial.Jointly = []dispute.ActorID{"beland"}, []dispute.ActorID{"beland"}
			r.Attributions = append(r.Attributions, joint, denial)
		}},
		{"statements pass each other on in a circle, so that none is an origin: a statement by courier (a1) and a statement by herald (a2)", func(r *dispute.Record) {
			r.Attributions = append(r.Attributions, relays("a1", "courier", "a2"), relays("a2", "herald", "a1"))
		}},
		{"statements pass each other on in a circle, so that none is an origin: a statement by an unknown speaker (a1) and a statement by herald (a2)", func(r *dispute.Record) {
			r.Attributions = append(r.Attributions, relays("a1", "", "a2"), relays("a2", "herald", "a1"))
		}},
		{"actors belong to each other in a circle: X and Y", func(r *dispute.Record) {
			r.Actors = append(r.Actors,
				dispute.Actor{ID: "x", Kind: dispute.ActorOrgan, Name: "X", Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationPartOf, To: "y"}}},
				dispute.Actor{ID: "y", Kind: dispute.ActorOrgan, Name: "Y", Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationControlledBy, To: "x"}}})
		}},
	}
	for _, c := range cases {
		r := disputetest.Cast()
		c.edit(&r)
		var got []string
		for _, x := range disputetest.View(t, r, dispute.Lens{}).Conflicts() {
			got = append(got, x.String())
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "\n")); diff != "" {
			t.Errorf("texts (-want +got):\n%s", diff)
		}
	}
}
