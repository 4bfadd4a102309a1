package dispute_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// cast is a small world for hand-worked cases: two states, each with a foreign
// ministry that can commit it and an agency that cannot, and two media.
func cast() dispute.Record {
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

// says returns a first-hand, on-record statement on a claim.
func says(id dispute.AttributionID, speaker dispute.ActorID, stance dispute.Stance, claim dispute.ClaimID) dispute.Attribution {
	return dispute.Attribution{ID: id, Speaker: speaker, Stance: stance, Claim: claim,
		Lineage: dispute.LineageFirstHand, OnRecord: dispute.RecordLevelOn}
}

func view(t *testing.T, r dispute.Record, l dispute.Lens) *dispute.View {
	t.Helper()
	d, err := dispute.Compile(r)
	if err != nil {
		t.Fatal(err)
	}
	v, err := d.View(l)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func after(id dispute.EventID) []dispute.Link {
	return []dispute.Link{{Kind: dispute.LinkAfter, Event: id}}
}

func number(n int64) *int64 { return &n }

// figures adds an event, claims of numbers about it, and statements.
func figures(statements ...dispute.Attribution) func(*dispute.Record) {
	return func(r *dispute.Record) {
		r.Events = []dispute.Event{{ID: "e", Kind: dispute.KindAttack}}
		for id, f := range map[dispute.ClaimID]dispute.Figure{
			"none": {Category: "killed", Best: number(0)}, "some": {Category: "killed", Best: number(84)}, "many": {Category: "killed", Best: number(90)},
			"some-low": {Category: "killed", Best: number(84), Low: number(80)}, "unnumbered": {Category: "killed"}, "wounded": {Category: "wounded", Best: number(3)},
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
			r.Attributions = append(r.Attributions, says("a1", "beland", dispute.StanceAsserts, "raid"), says("a2", "aland", dispute.StanceDenies, "raid"))
		}, nil},
		{"an agency says what its ministry denies", func(r *dispute.Record) {
			r.Attributions = append(r.Attributions, says("a1", "aland-agency", dispute.StanceImplies, "raid"), says("a2", "aland-ministry", dispute.StanceDenies, "raid"))
		}, []string{"speaker-against-principal: actor/aland claim/raid attribution/a1 attribution/a2"}},
		{"an agency alone speaks against its own side", func(r *dispute.Record) {
			r.Attributions = append(r.Attributions, says("a1", "aland-agency", dispute.StanceAsserts, "raid"))
		}, []string{"speaker-against-principal: actor/aland claim/raid attribution/a1"}},
		{"an agency alone speaks for its own side", func(r *dispute.Record) {
			r.Attributions = append(r.Attributions, says("a1", "aland-agency", dispute.StanceDenies, "raid"))
		}, nil},
		{"the ministry's admission is no conflict", func(r *dispute.Record) {
			r.Attributions = append(r.Attributions, says("a1", "aland-ministry", dispute.StanceAsserts, "raid"))
		}, nil},
		{"contradictory claims, both made", func(r *dispute.Record) {
			r.Claims = append(r.Claims, dispute.Claim{ID: "no-raid", Text: "nobody raided the village", Contradicts: []dispute.ClaimID{"raid"}})
			r.Attributions = append(r.Attributions, says("a1", "courier", dispute.StanceAsserts, "raid"), says("a2", "herald", dispute.StanceAsserts, "no-raid"))
		}, []string{"contradiction: claim/no-raid claim/raid"}},
		{"contradictory claims, one only denied", func(r *dispute.Record) {
			r.Claims = append(r.Claims, dispute.Claim{ID: "no-raid", Text: "nobody raided the village", Contradicts: []dispute.ClaimID{"raid"}})
			r.Attributions = append(r.Attributions, says("a1", "courier", dispute.StanceAsserts, "raid"), says("a2", "herald", dispute.StanceDenies, "no-raid"))
		}, nil},
		{"figures that disagree, and one of another category", figures(states("courier", "some"), states("courier", "many"), states("courier", "wounded")),
			[]string{"figures: event/e claim/many claim/some"}},
		{"zero is a figure", figures(states("courier", "none"), states("herald", "some")), []string{"figures: event/e claim/none claim/some"}},
		{"no number is none", figures(states("courier", "none"), states("herald", "unnumbered")), nil},
		{"a low beside the same best", figures(states("courier", "some"), states("herald", "some-low")), nil},
		{"only the rows that disagree", figures(states("courier", "some"), states("herald", "some-low"), states("beland", "none"), states("aland", "unnumbered"),
			says("denial", "aland", dispute.StanceDenies, "many")), []string{"figures: event/e claim/none claim/some claim/some-low"}},
		{"a figure that is only denied", figures(states("courier", "some"), says("denial", "aland", dispute.StanceDenies, "many")), nil},
		{"a figure withdrawn for another", figures(states("courier", "some"), aimed("back", "courier", dispute.StanceRetracts, "courier-on-some"), states("courier", "many")), nil},
		{"a figure passed on only", figures(states("courier", "some"), unsourced(states("herald", "many"))), nil},
		{"a figure stood by through a claim that entails it", func(r *dispute.Record) {
			figures(states("courier", "some"), states("herald", "massacre"))(r)
			r.Claims = append(r.Claims, dispute.Claim{ID: "massacre", Text: "it was a massacre", Entails: []dispute.ClaimID{"many"}})
		}, []string{"figures: event/e claim/many claim/some"}},
		{"events follow each other in a circle", func(r *dispute.Record) {
			r.Events = []dispute.Event{{ID: "e1", Kind: dispute.KindAttack, Links: after("e2")}, {ID: "e2", Kind: dispute.KindAttack, Links: after("e1")}, {ID: "e3", Kind: dispute.KindAttack}}
		}, []string{"chronology: event/e1 event/e2"}},
		{"no day is left", func(r *dispute.Record) {
			r.Events = []dispute.Event{{ID: "e1", Kind: dispute.KindAttack, When: edtf.MustParse("2024-08-05")}, {ID: "e2", Kind: dispute.KindAttack, When: edtf.MustParse("2024-08-04"), Links: after("e1")}}
		}, []string{"chronology: event/e1 event/e2"}},
		{"about orders nothing", func(r *dispute.Record) {
			r.Events = []dispute.Event{{ID: "e1", Kind: dispute.KindAttack, When: edtf.MustParse("2024-08-05")},
				{ID: "e2", Kind: dispute.KindAttack, When: edtf.MustParse("2024-08-04"), Links: []dispute.Link{{Kind: dispute.LinkAbout, Event: "e1"}}}}
		}, nil},
		{"an event ends before it begins", func(r *dispute.Record) {
			r.Events = []dispute.Event{{ID: "e", Kind: dispute.KindAttack, When: edtf.MustParse("2024-08-05"), Until: edtf.MustParse("2024-08-01")}}
		}, []string{"reversed-period: event/e"}},
		{"statements pass each other on in a circle", func(r *dispute.Record) {
			a, b := says("a1", "courier", dispute.StanceAsserts, "raid"), says("a2", "herald", dispute.StanceAsserts, "raid")
			a.Lineage, a.Relays = dispute.LineageRelaying, []dispute.AttributionID{"a2"}
			b.Lineage, b.Relays = dispute.LineageRelaying, []dispute.AttributionID{"a1"}
			r.Attributions = append(r.Attributions, a, b)
		}, []string{"circular-citation: attribution/a1 attribution/a2"}},
		{"a circle of citations through sources", func(r *dispute.Record) {
			r.Sources = []dispute.Source{{ID: "s1", Kind: dispute.SourceArticle}, {ID: "s2", Kind: dispute.SourceArticle}}
			a, b := says("a1", "courier", dispute.StanceAsserts, "raid"), says("a2", "herald", dispute.StanceAsserts, "raid")
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
		{"identity leads back", sameMedia(states("aland", "i1"), states("beland", "i2")), []string{"circular-identity: actor/courier actor/herald"}},
		{"identity leads back by denials only", sameMedia(states("aland", "i1"), says("denial", "beland", dispute.StanceDenies, "i2")), nil},
		{"identity leads back by silence only", sameMedia(states("aland", "i1"), says("silence", "beland", dispute.StanceHasNotResponded, "i2")), nil},
		{"an agency speaks on one of two claims that an event occurred", func(r *dispute.Record) {
			r.Events = []dispute.Event{{ID: "e", Kind: dispute.KindAttack}}
			r.Claims = append(r.Claims, dispute.Claim{ID: "o1", Text: "it occurred", Content: dispute.Content{Occurred: "e"}},
				dispute.Claim{ID: "o2", Text: "so it did", Content: dispute.Content{Occurred: "e"}, Adverse: []dispute.ActorID{"aland"}})
			r.Attributions = append(r.Attributions, states("aland-agency", "o1"))
		}, []string{"speaker-against-principal: actor/aland claim/o1 attribution/aland-agency-on-o1"}},
		{"a speaker disowns what is attributed to it", func(r *dispute.Record) {
			denial := says("a2", "aland", dispute.StanceDenies, "")
			denial.Attribution = "a1"
			r.Attributions = append(r.Attributions, says("a1", "aland-ministry", dispute.StanceDenies, "raid"), denial)
		}, []string{"disowned: attribution/a1 attribution/a2"}},
		{"a denial of unknown lineage disowns nothing", func(r *dispute.Record) {
			r.Attributions = append(r.Attributions, says("a1", "aland-ministry", dispute.StanceDenies, "raid"), unsourced(aimed("a2", "aland", dispute.StanceDenies, "a1")))
		}, nil},
		{"a denial taken back disowns nothing", func(r *dispute.Record) {
			r.Attributions = append(r.Attributions, says("a1", "aland-ministry", dispute.StanceDenies, "raid"), aimed("a2", "aland", dispute.StanceDenies, "a1"),
				aimed("a3", "aland", dispute.StanceRetracts, "a2"))
		}, nil},
		{"an undercut denial disowns nothing", func(r *dispute.Record) {
			r.Attributions = append(r.Attributions, says("a1", "aland-ministry", dispute.StanceDenies, "raid"), aimed("a2", "aland", dispute.StanceDenies, "a1"),
				aimed("a3", "herald", dispute.StanceUndercuts, "a2"))
		}, nil},
		{"a stranger cannot disown", func(r *dispute.Record) {
			denial := says("a2", "beland", dispute.StanceDenies, "")
			denial.Attribution = "a1"
			r.Attributions = append(r.Attributions, says("a1", "aland-ministry", dispute.StanceDenies, "raid"), denial)
		}, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := cast()
			c.edit(&r)
			var got []string
			for _, x := range view(t, r, dispute.Lens{}).Conflicts() {
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
	r := cast()
	sameMedia(states("aland", "i1"), states("beland", "i2"))(&r)
	for _, c := range view(t, r, dispute.Lens{}).Conflicts() {
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
		return relaying(says(id, speaker, dispute.StanceAsserts, "raid"), of)
	}
	cases := []struct {
		want string
		edit func(r *dispute.Record)
	}{
		{"claim/x and claim/y supersede each other in a circle, so that all stay", func(r *dispute.Record) {
			r.Claims = append(r.Claims, dispute.Claim{ID: "x", Text: "x", Supersedes: "y"}, dispute.Claim{ID: "y", Text: "y", Supersedes: "x"})
		}},
		{"claim/x supersedes itself, and stays", func(r *dispute.Record) {
			r.Claims = append(r.Claims, dispute.Claim{ID: "x", Text: "x", Supersedes: "x"})
		}},
		{"claim/x and claim/y supersede the same item, claim/raid; claim/x was entered last and rules", func(r *dispute.Record) {
			r.Claims = append(r.Claims, dispute.Claim{ID: "x", Text: "x", Supersedes: "raid", Recorded: day("2024-08-02")},
				dispute.Claim{ID: "y", Text: "y", Supersedes: "raid", Recorded: day("2024-08-01")})
		}},
		{"aland and beland denied having said what is attributed to aland and beland", func(r *dispute.Record) {
			joint, denial := says("a1", "aland", dispute.StanceDenies, "raid"), aimed("a2", "aland", dispute.StanceDenies, "a1")
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
		r := cast()
		c.edit(&r)
		var got []string
		for _, x := range view(t, r, dispute.Lens{}).Conflicts() {
			got = append(got, x.String())
		}
		if diff := cmp.Diff([]string{c.want}, got); diff != "" {
			t.Errorf("texts (-want +got):\n%s", diff)
		}
	}
}
