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

// quarrel is a dispute in which beland accuses, aland denies, and an agency of
// aland implies what aland denies.
func quarrel() dispute.Record {
	r := disputetest.Cast()
	r.Actors = append(r.Actors, dispute.Actor{ID: "council", Kind: dispute.ActorOrgan, Name: "the council"})
	r.Sources = []dispute.Source{
		{ID: "note", Kind: dispute.SourceLetter, Title: "the note", Publisher: "beland-ministry"},
		{ID: "agency-site", Kind: dispute.SourcePost, Publisher: "aland-agency"},
		{ID: "wire", Kind: dispute.SourceArticle, Publisher: "courier"},
	}
	r.Claims = append(r.Claims,
		dispute.Claim{ID: "helped", Text: "aland helped the raiders", Adverse: []dispute.ActorID{"aland"}, Entails: []dispute.ClaimID{"meddled"}},
		dispute.Claim{ID: "meddled", Text: "aland meddled", Adverse: []dispute.ActorID{"aland"}},
		dispute.Claim{ID: "severed", Text: "beland broke with aland", Content: dispute.Content{Occurred: "sever"}},
		dispute.Claim{ID: "drought", Text: "there was a drought"},
	)
	act := func(id dispute.EventID, kind dispute.EventKind, summary string, actor, target dispute.ActorID) dispute.Event {
		return dispute.Event{ID: id, Kind: kind, Summary: summary, When: edtf.MustParse("2024-08-04"), Participants: []dispute.Participant{
			{Role: dispute.RoleActor, Actor: actor}, {Role: dispute.RoleTarget, Actor: target}}}
	}
	accuse := act("accuse", dispute.KindAccuse, "Beland accuses Aland", "beland-ministry", "aland")
	accuse.Claims, accuse.Sources = []dispute.ClaimID{"helped"}, []dispute.SourceID{"wire"}
	demand := act("demand", dispute.KindDemand, "Beland demands that the council act", "beland", "aland")
	demand.Participants = append(demand.Participants, dispute.Participant{Role: dispute.RoleAddressee, Actor: "council"})
	demand.Sources, demand.Carrier = []dispute.SourceID{"note", "wire"}, "note"
	sever := act("sever", dispute.KindSeverRelations, "Beland breaks with Aland", "beland", "aland")
	appeal := act("appeal", dispute.KindAppeal, "Aland's agency appeals for calm", "aland-agency", "beland")
	appeal.Sources = []dispute.SourceID{"agency-site", "wire"}
	rumoured := act("rumoured", dispute.KindDemand, "Beland demands a ransom", "beland", "aland")
	// Taking part in what is no act of words is not affirming it.
	battle := act("battle", dispute.KindBattle, "Aland and Beland fight", "beland", "aland")
	battle.Sources = []dispute.SourceID{"wire"}
	r.Events = []dispute.Event{accuse, demand, sever, appeal, rumoured, battle}

	implies := disputetest.Says("agency-implies", "aland-agency", dispute.StanceImplies, "helped")
	implies.Said = edtf.MustParse("2024-08-01") // before the accusation, so no answer to it
	relays := disputetest.Says("wire-relays", "courier", dispute.StanceAsserts, "helped")
	relays.Lineage, relays.Relays = dispute.LineageRelaying, []dispute.AttributionID{"ministry-says"}
	behalf := disputetest.Says("herald-for-beland", "herald", dispute.StanceAsserts, "drought")
	behalf.OnBehalfOf = []dispute.ActorID{"beland"}
	withdrawn := disputetest.Says("beland-said", "beland", dispute.StanceAsserts, "drought")
	takes := dispute.Attribution{ID: "beland-retracts", Speaker: "beland-ministry", Stance: dispute.StanceRetracts, Attribution: "beland-said", Lineage: dispute.LineageFirstHand}
	r.Attributions = []dispute.Attribution{
		disputetest.Says("ministry-says", "beland-ministry", dispute.StanceAsserts, "helped"),
		disputetest.Says("aland-denies", "aland", dispute.StanceDenies, "meddled"),
		disputetest.Says("severs", "beland", dispute.StanceAsserts, "severed"),
		implies, relays, behalf, withdrawn, takes,
	}
	return r
}

// lines writes account lines down shortly.
func lines(list []dispute.AccountLine) []string {
	var out []string
	for _, l := range list {
		stance := l.Stance.String()
		if l.Stance == 0 {
			stance = "does"
		}
		line := fmt.Sprintf("%v %s %s%s", l.Speakers, stance, l.Event, l.Claim)
		if len(l.Attributions) > 0 {
			line += fmt.Sprintf(" by %v", l.Attributions)
		}
		if len(l.Sources) > 0 {
			line += fmt.Sprintf(" in %v", l.Sources)
		}
		out = append(out, fmt.Sprintf("%s: %v, %v", line, l.Label, l.Standing))
	}
	return out
}

func TestAccount(t *testing.T) {
	v := disputetest.View(t, quarrel(), dispute.Lens{})
	type account struct{ Asserts, Denies, Uncommitted, Demands, Accusations, Unanswered []string }
	for _, c := range []struct {
		party dispute.ActorID
		want  account
	}{
		{"beland", account{
			Asserts: []string{
				"[beland] asserts demand in [note]: corroborated, accepted",
				"[beland] asserts sever by [severs]: alleged, accepted",
				"[beland-ministry] asserts helped by [ministry-says]: contested, open",
			},
			// A medium that speaks on its behalf does not bind it.
			Uncommitted: []string{"[herald] asserts drought by [herald-for-beland]: alleged, open"},
			Demands:     []string{"[beland] does demand in [note wire]: corroborated, accepted"},
			Accusations: []string{"[beland-ministry] does accuse in [wire]: reported, accepted"},
			Unanswered:  []string{"no-response/event/appeal/beland"},
		}},
		{"aland", account{
			Denies: []string{"[aland] denies meddled by [aland-denies]: contested, open"},
			// An appeal by an agency is no demand of the state's, and its hint no
			// assertion.
			Uncommitted: []string{
				"[aland-agency] does appeal in [agency-site wire]: corroborated, accepted",
				"[aland-agency] asserts appeal in [agency-site]: corroborated, accepted",
				"[aland-agency] implies helped by [agency-implies]: contested, open",
			},
			// It denies what follows from what it is accused of: that answers.
		}},
		{"aland-agency", account{
			// It is its own party: what it says commits itself.
			Asserts: []string{"[aland-agency] asserts appeal in [agency-site]: corroborated, accepted"},
			Demands: []string{"[aland-agency] does appeal in [agency-site wire]: corroborated, accepted"},
			Uncommitted: []string{
				"[aland-agency] implies helped by [agency-implies]: contested, open",
			},
		}},
		{"courier", account{
			Asserts: []string{
				"[courier] asserts accuse in [wire]: reported, accepted",
				"[courier] asserts appeal in [wire]: corroborated, accepted",
				"[courier] asserts battle in [wire]: reported, accepted",
				"[courier] asserts demand in [wire]: corroborated, accepted",
			},
		}},
		{"council", account{Unanswered: []string{"no-response/event/demand/council/note"}}},
		{"celand", account{}},
	} {
		t.Run(string(c.party), func(t *testing.T) {
			a := v.Account(c.party)
			if a.Party != c.party {
				t.Errorf("party %q", a.Party)
			}
			got := account{lines(a.Asserts), lines(a.Denies), lines(a.Uncommitted), lines(a.Demands), lines(a.Accusations), nil}
			for _, q := range a.Unanswered {
				got.Unanswered = append(got.Unanswered, q.ID)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// A line names the party, its speakers, their statements, and what bears on
// the proposition.
func TestAccountReasons(t *testing.T) {
	a := disputetest.View(t, quarrel(), dispute.Lens{}).Account("beland")
	for _, l := range a.Asserts {
		if l.Claim != "helped" {
			continue
		}
		var got []string
		for _, ref := range l.Reasons().Items() {
			got = append(got, ref.String())
		}
		want := []string{"actor/aland", "actor/aland-agency", "actor/beland", "actor/beland-ministry", "actor/courier",
			"source/wire", "event/accuse", "claim/helped", "claim/meddled", "attribution/agency-implies", "attribution/aland-denies", "attribution/ministry-says", "attribution/wire-relays"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("reasons (-want +got):\n%s", diff)
		}
		if first := strings.SplitN(l.Reasons().String(), "\n", 2)[0]; first != "actor/beland asserts claim/helped [the party's word]" {
			t.Errorf("the reasons begin with %q", first)
		}
		return
	}
	t.Error("beland asserts nothing")
}

// sides writes comparison lines down shortly.
func sides(list []dispute.ComparisonLine) []string {
	words := func(list []dispute.PartyPosition) string {
		var out []string
		for _, w := range list {
			s := string(w.Party)
			if w.Performed {
				s += " performed it"
			}
			if len(w.Attributions) > 0 {
				s += fmt.Sprintf(" by %v", w.Attributions)
			}
			if len(w.Sources) > 0 {
				s += fmt.Sprintf(" in %v", w.Sources)
			}
			out = append(out, s)
		}
		return strings.Join(out, ", ")
	}
	var out []string
	for _, l := range list {
		line := fmt.Sprintf("%s%s:", l.Event, l.Claim)
		if len(l.For) > 0 {
			line += " for " + words(l.For)
		}
		if len(l.Against) > 0 {
			line += " against " + words(l.Against)
		}
		out = append(out, line)
	}
	return out
}

func TestCompare(t *testing.T) {
	base := quarrel()
	agreeing := quarrel()
	agreeing.Attributions = append(agreeing.Attributions,
		disputetest.Says("aland-on-sever", "aland-ministry", dispute.StanceAsserts, "severed"),
		disputetest.Says("aland-on-drought", "aland", dispute.StanceDenies, "drought"),
		disputetest.Says("beland-on-drought", "beland", dispute.StanceDenies, "drought"))
	selfContradicting := quarrel()
	selfContradicting.Attributions = append(selfContradicting.Attributions, disputetest.Says("beland-denies", "beland", dispute.StanceDenies, "severed"))

	type comparison struct{ Agreed, Rejected, Disputed, OneSided []string }
	for _, c := range []struct {
		name    string
		record  dispute.Record
		parties []dispute.ActorID
		want    comparison
	}{
		{"nobody", base, nil, comparison{}},
		{"two parties", base, []dispute.ActorID{"beland", "aland"}, comparison{
			// Who says that aland helped says that it meddled, and who denies
			// that it meddled denies that it helped.
			Disputed: []string{
				"helped: for beland by [ministry-says] against aland by [aland-denies]",
				"meddled: for beland by [ministry-says] against aland by [aland-denies]",
			},
			OneSided: []string{
				"accuse: for beland performed it",
				"demand: for beland performed it in [note]",
				"sever: for beland performed it by [severs]",
			},
		}},
		{"an act and a word for it agree", agreeing, []dispute.ActorID{"aland", "beland", "aland"}, comparison{
			Agreed:   []string{"sever: for aland by [aland-on-sever], beland performed it by [severs]"},
			Rejected: []string{"drought: against aland by [aland-on-drought], beland by [beland-on-drought]"},
			Disputed: []string{
				"helped: for beland by [ministry-says] against aland by [aland-denies]",
				"meddled: for beland by [ministry-says] against aland by [aland-denies]",
			},
			OneSided: []string{"accuse: for beland performed it", "demand: for beland performed it in [note]"},
		}},
		{"a third party says nothing", agreeing, []dispute.ActorID{"aland", "beland", "council"}, comparison{
			Disputed: []string{
				"helped: for beland by [ministry-says] against aland by [aland-denies]",
				"meddled: for beland by [ministry-says] against aland by [aland-denies]",
			},
			OneSided: []string{
				"accuse: for beland performed it", "demand: for beland performed it in [note]",
				"sever: for aland by [aland-on-sever], beland performed it by [severs]",
				"drought: against aland by [aland-on-drought], beland by [beland-on-drought]",
			},
		}},
		{"a party that contradicts itself", selfContradicting, []dispute.ActorID{"beland"}, comparison{
			Agreed: []string{"accuse: for beland performed it", "demand: for beland performed it in [note]",
				"helped: for beland by [ministry-says]", "meddled: for beland by [ministry-says]"},
			Disputed: []string{"sever: for beland by [severs] against beland by [beland-denies]"},
		}},
		{"a party that is not on file", base, []dispute.ActorID{"aland", "celand"}, comparison{
			OneSided: []string{"helped: against aland by [aland-denies]", "meddled: against aland by [aland-denies]"},
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := disputetest.View(t, c.record, dispute.Lens{}).Compare(c.parties...)
			if diff := cmp.Diff(c.want, comparison{sides(got.Agreed), sides(got.Rejected), sides(got.Disputed), sides(got.OneSided)}); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Accounts, their lines, comparisons and conflicts are dated.
func TestAccountsAreDated(t *testing.T) {
	r := disputetest.Cast()
	r.Sources = []dispute.Source{{ID: "note", Kind: dispute.SourceLetter, Publisher: "beland", Published: edtf.MustParse("2024-08-03")}}
	r.Events = []dispute.Event{
		{ID: "accuses", Kind: dispute.KindAccuse, Summary: "beland accuses aland", When: edtf.MustParse("[2024-08-01..2024-08-04]"), Sources: []dispute.SourceID{"note"},
			Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "beland"}, {Role: dispute.RoleTarget, Actor: "aland"}}},
	}
	r.Claims = append(r.Claims, dispute.Claim{ID: "accused", Text: "beland accused aland", Content: dispute.Content{Occurred: "accuses"}})
	said := disputetest.On(disputetest.Says("said", "beland", dispute.StanceAsserts, "accused"), "2024-08-05")
	said.OnRecord = dispute.RecordLevelOn
	r.Attributions = []dispute.Attribution{said, disputetest.On(disputetest.Says("one", "beland", dispute.StanceAsserts, "raid"), "[2024-08-02..2024-08-06]"),
		disputetest.On(disputetest.Says("two", "beland", dispute.StanceAsserts, "raid"), "2024-08-01"), disputetest.Says("three", "aland", dispute.StanceDenies, "raid"),
		disputetest.On(disputetest.Says("agency", "aland-agency", dispute.StanceAsserts, "raid"), "2024-08-07")}
	v := disputetest.View(t, r, dispute.Lens{KnownBy: disputetest.Day("2024-08-20")})
	a := v.Account("beland")
	var got []string
	for _, list := range [][]dispute.AccountLine{a.Asserts, a.Accusations, v.Account("aland").Denies} {
		for _, line := range list {
			got = append(got, fmt.Sprintf("%s%s %v: %v to %v", line.Event, line.Claim, line.Stance, line.When.First, line.When.Last))
		}
	}
	if diff := cmp.Diff([]string{
		"accuses asserts: 2024-08-03 to 2024-08-05",
		"raid asserts: 2024-08-01 to 2024-08-06",
		"accuses not stated: 2024-08-01 to 2024-08-04",
		"raid denies:  to ",
	}, got); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	conflicts := v.Conflicts()
	if len(conflicts) == 0 {
		t.Fatal("no conflict to look at")
	}
	if a.AsOf != disputetest.Day("2024-08-20") || v.Compare("aland", "beland").AsOf != a.AsOf || conflicts[0].AsOf != a.AsOf {
		t.Errorf("as of %v, %v and %v, want the view's day", a.AsOf, v.Compare("aland", "beland").AsOf, conflicts[0].AsOf)
	}
}
