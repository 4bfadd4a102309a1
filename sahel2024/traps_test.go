package sahel2024_test

import (
	"fmt"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
	"github.com/dispute-go/dispute/sahel2024"
)

func TestBurkinaFasoSignedAndCutNoTies(t *testing.T) {
	v := look(t, fullLayer)
	same(t, "signatories", []dispute.ActorID{"burkina-faso-foreign-minister", "mali-foreign-minister", "niger-foreign-minister"},
		root(t, v.Status("ukraine-supported-rebels").For, "letter-alleges-support").Speakers)
	var cut []string
	for _, e := range onFile().events {
		if e.Kind != dispute.KindSeverRelations {
			continue
		}
		for _, p := range participants(e) {
			if p == "actor burkina-faso" || p == "target burkina-faso" {
				cut = append(cut, string(e.ID))
			}
		}
	}
	same(t, "severances that Burkina Faso takes part in", nil, cut)
}

func TestTwoRoutesToTheLetterOneOriginOfWhatItAlleges(t *testing.T) {
	for _, layer := range []struct {
		lens   dispute.Lens
		routes []string
	}{
		{reportLayer, []string{"publisher-shows-letter", "reuters-has-letter"}},
		{fullLayer, []string{"publisher-shows-letter-corrected", "reuters-has-letter"}},
	} {
		v := look(t, layer.lens)
		s := v.Status("letter-exists")
		same(t, "routes to the letter", layer.routes, rootNames(s.For))
		same(t, "origins for the letter", 2, s.For.Origins)

		support := v.Status("ukraine-supported-rebels")
		same(t, "who passes the allegation and the denials on", []dispute.AttributionID{"outlet-relays-letter", "outlet-relays-rebels-denial",
			"outlet-relays-ukraine-on-support", "reuters-relays-letter"}, support.Relays)
		r := root(t, support.For, "letter-alleges-support")
		for _, other := range support.For.Roots() {
			if other.Origin == r.Origin && other.Attribution != r.Attribution {
				t.Errorf("the three signatories share their origin with %q", other.Attribution)
			}
		}
		// Of what the letter alleges nothing else is a root, so its three
		// signatories are one origin.
		warning := v.Status("ukraine-threatens-stability")
		same(t, "a claim of the letter alone", summary{
			Label: "alleged", Pair: [2]int{1, 0}, Origins: [2]int{1, 0}, For: []string{"letter-implies-threat"}, Standing: "open",
		}, summarise(warning))
		same(t, "only implied by what it demands", true, warning.For.Roots()[0].Implied)
		same(t, "its signatories", 3, len(warning.For.Roots()[0].Speakers))
	}
}

func TestTheRepresentativeImpliedAndAdmittedNothing(t *testing.T) {
	v := look(t, fullLayer)
	for claim, id := range map[dispute.ClaimID]dispute.AttributionID{
		"ukraine-gave-information":   "gur-implies-information",
		"ukraine-involved-in-attack": "gur-links-ukraine",
		"ukraine-supported-rebels":   "gur-implies-information",
	} {
		s := v.Status(claim)
		r := root(t, s.For, id)
		same(t, string(claim)+": implied, interested, admission", []bool{true, true, false}, []bool{r.Implied, r.Interested, r.Admission})
		same(t, string(claim)+": level", 1, s.For.Level)
		same(t, string(claim)+": interpretations", nil, s.Interpretations)
	}
	for id, a := range onFile().attributions {
		if a.Stance == dispute.StanceInterprets {
			t.Errorf("%q reads an admission into the remarks; the report does not", id)
		}
	}
	// Even a plain and recorded statement of the representative would commit
	// nobody above the directorate.
	r := sahel2024.Record()
	for i := range r.Attributions {
		if a := &r.Attributions[i]; a.ID == "gur-implies-information" {
			a.Stance, a.OnRecord = dispute.StanceAsserts, dispute.RecordLevelOn
		}
	}
	s := disputetest.View(t, r, fullLayer).Status("ukraine-gave-information")
	same(t, "no admission by an organ that cannot commit the state", []any{false, 1},
		[]any{root(t, s.For, "gur-implies-information").Admission, s.For.Level})
}

func TestUkraineDenyingItsOrganIsAConflictNotARetraction(t *testing.T) {
	v := look(t, fullLayer)
	var got []string
	for _, c := range v.Conflicts() {
		got = append(got, c.ID)
	}
	same(t, "conflicts", []string{
		"speaker-against-principal/actor/ukraine/claim/ukraine-gave-information/attribution/gur-implies-information",
		// To have given the information is to have supported the rebels.
		"speaker-against-principal/actor/ukraine/claim/ukraine-gave-information/claim/ukraine-supported-rebels/attribution/gur-implies-information/attribution/ukraine-denies-support",
		"speaker-against-principal/actor/ukraine/claim/ukraine-involved-in-attack/attribution/gur-links-ukraine/attribution/ukraine-denies-involvement",
		// The corrections of who published the letter put it down to somebody else.
		"re-attribution/attribution/later-outlet-names-publisher/attribution/outlet-names-publisher",
		"re-attribution/attribution/publisher-publishes-letter/attribution/publisher-publishes-letter-corrected",
		"re-attribution/attribution/publisher-shows-letter/attribution/publisher-shows-letter-corrected",
	}, got)
	for _, claim := range []dispute.ClaimID{"ukraine-gave-information", "ukraine-involved-in-attack", "ukraine-supported-rebels"} {
		same(t, "dropped from "+string(claim), nil, v.Status(claim).Dropped)
	}
	same(t, "status", summary{
		Label: "contested", Pair: [2]int{1, 1}, Origins: [2]int{1, 1}, For: []string{"gur-implies-information", "gur-links-ukraine"},
		Against: []string{"ukraine-denies-involvement"}, Standing: "open",
	}, summarise(v.Status("ukraine-involved-in-attack")))
}

func TestTheFiguresStayTheRebels(t *testing.T) {
	for _, l := range []dispute.Lens{reportLayer, fullLayer, from("mali"), from("ukraine"), from("russia")} {
		v := look(t, l)
		for _, claim := range []dispute.ClaimID{"wagner-fighters-killed", "malian-soldiers-killed"} {
			s := v.Status(claim)
			same(t, "standing of "+string(claim), dispute.StandingOpen, s.Standing)
			for _, r := range s.For.Roots() {
				same(t, "speakers", []dispute.ActorID{"tuareg-rebels"}, r.Speakers)
			}
		}
	}
	for _, c := range onFile().claims {
		if f := c.Content.Figure; f != nil && f.Category == "killed" && (f.Best != nil || *f.Low != *f.High) {
			t.Errorf("%q: low %d, best %v, high %d; want the one figure claimed and no best estimate", c.ID, *f.Low, f.Best, *f.High)
		}
		if f := c.Content.Figure; f != nil && f.Low != nil && *f.Low == 84+47 {
			t.Errorf("%q adds the two figures up", c.ID)
		}
	}
}

// Twelve outlets repeat the letter: each relays what Reuters relays, in an
// article of its own.
func TestTwelveMoreOutletsAddOnlyRelays(t *testing.T) {
	before, r := look(t, dispute.Lens{}), sahel2024.Record()
	want := before.Status("ukraine-supported-rebels").Relays
	for i := range 12 {
		outlet := dispute.ActorID(fmt.Sprintf("outlet-%02d", i))
		article := dispute.SourceID(outlet)
		relay := dispute.AttributionID(outlet + "-relays-letter")
		r.Actors = append(r.Actors, dispute.Actor{ID: outlet, Kind: dispute.ActorMedium, Name: string(outlet)})
		r.Sources = append(r.Sources, dispute.Source{ID: article, Kind: dispute.SourceArticle, Publisher: outlet,
			Published: edtf.MustParse("2024-08-21"), DerivedFrom: []dispute.SourceID{"reuters-report"}})
		r.Attributions = append(r.Attributions, dispute.Attribution{ID: relay, Speaker: outlet, Stance: dispute.StanceAsserts,
			Claim: "ukraine-supported-rebels", Source: article, Lineage: dispute.LineageRelaying,
			Relays: []dispute.AttributionID{"reuters-relays-letter"}})
		want = append(want, relay)
	}
	after := disputetest.View(t, r, dispute.Lens{})
	s := after.Status("ukraine-supported-rebels")
	same(t, "status", summarise(before.Status("ukraine-supported-rebels")), summarise(s))
	same(t, "relays", sorted(want), s.Relays)
	for _, claim := range []dispute.ClaimID{"ukraine-gave-information", "ukraine-involved-in-attack"} {
		same(t, string(claim), summarise(before.Status(claim)), summarise(after.Status(claim)))
	}

	// Nothing else says anything else; all that is new is the outlets, their
	// articles and their relays.
	added := 0
	for _, c := range dispute.Diff(before, after).Changes {
		switch {
		case c.Before.Text == "":
			added++
		case c.Before.Text != c.After.Text && c.Key != "status/claim/ukraine-supported-rebels":
			t.Errorf("%s changed:\n%s\n%s", c.Key, c.Before.Text, c.After.Text)
		}
	}
	same(t, "new facts: an outlet, an article and a relay each", 3*12, added)
}
