package cases

import (
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// sidesSay is a record in which those who speak for A say something on claims:
// strong entails weak, and c contradicts d, which dd entails.
func sidesSay(edits ...func(*dispute.Record)) dispute.Record {
	holds := func(role dispute.OfficeRole) []dispute.Affiliation {
		return []dispute.Affiliation{{Kind: dispute.AffiliationHoldsOffice, To: "a", Role: role}}
	}
	speaks := []dispute.Affiliation{{Kind: dispute.AffiliationSpeaksFor, To: "a"}}
	r := dispute.Record{Actors: []dispute.Actor{{ID: "a", Kind: dispute.ActorState, Name: "A"}, {ID: "b", Kind: dispute.ActorState, Name: "B"}, {ID: "m", Kind: dispute.ActorMedium, Name: "M"},
		{ID: "fm", Kind: dispute.ActorPerson, Name: "the Minister", Affiliations: holds(dispute.OfficeForeignMinister)},
		{ID: "pres", Kind: dispute.ActorPerson, Name: "the President", Affiliations: holds(dispute.OfficeHeadOfState)},
		{ID: "emb", Kind: dispute.ActorOrgan, Name: "the Embassy", Affiliations: speaks}, {ID: "army", Kind: dispute.ActorOrgan, Name: "the Army", Affiliations: speaks}},
		Claims: []dispute.Claim{{ID: "strong", Text: "3 were killed", Adverse: []dispute.ActorID{"a"}, Entails: []dispute.ClaimID{"weak"}},
			{ID: "weak", Text: "somebody was killed", Adverse: []dispute.ActorID{"a"}},
			{ID: "c", Text: "it was on Monday", Contradicts: []dispute.ClaimID{"d"}}, {ID: "d", Text: "it was on Tuesday"},
			{ID: "dd", Text: "it was on Tuesday at noon", Entails: []dispute.ClaimID{"d"}}}}
	for _, edit := range edits {
		edit(&r)
	}
	return r
}

// What one side says and denies of two claims does not go together where the one
// entails the other, or contradicts it by declaration.
func TestSideAgainstItselfByEntailment(t *testing.T) {
	asserts, denies := dispute.StanceAsserts, dispute.StanceDenies
	say := func(id dispute.AttributionID, by dispute.ActorID, stance dispute.Stance, c dispute.ClaimID) func(*dispute.Record) {
		return says(id, by, stance, c, "2024-08-10")
	}
	off := func(r *dispute.Record) { statement(r, "2").OnRecord = dispute.RecordLevelOff }
	const strongWeak = " actor/a claim/strong claim/weak attribution/1 attribution/2"
	const itself, principal, rivals = "side-against-itself:", "speaker-against-principal:", "contradiction: claim/c claim/d"
	for what, c := range map[string]struct {
		edits []func(*dispute.Record)
		want  []string
	}{
		"one speaker":                  {[]func(*dispute.Record){say("1", "fm", asserts, "strong"), say("2", "fm", denies, "weak")}, []string{itself + strongWeak}},
		"a medium, of its own":         {[]func(*dispute.Record){say("1", "m", asserts, "strong"), say("2", "m", denies, "weak")}, []string{itself + " actor/m claim/strong claim/weak attribution/1 attribution/2"}},
		"one speaker, off the record":  {[]func(*dispute.Record){say("1", "fm", asserts, "strong"), say("2", "fm", denies, "weak"), off}, nil},
		"two who commit it":            {[]func(*dispute.Record){say("1", "fm", asserts, "strong"), say("2", "pres", denies, "weak")}, []string{itself + strongWeak}},
		"of two sides":                 {[]func(*dispute.Record){say("1", "fm", asserts, "strong"), say("2", "b", denies, "weak")}, nil},
		"who denies the stronger only": {[]func(*dispute.Record){say("1", "fm", asserts, "weak"), say("2", "fm", denies, "strong")}, nil},
		"an organ against its own":     {[]func(*dispute.Record){say("1", "fm", asserts, "strong"), say("2", "emb", denies, "weak")}, []string{principal + strongWeak}},
		"two organs": {[]func(*dispute.Record){say("1", "army", asserts, "strong"), say("2", "emb", denies, "weak")},
			[]string{principal + " actor/a claim/strong attribution/1", itself + strongWeak}}, // the first is adverse to its own
		"by two steps": {[]func(*dispute.Record){claims(dispute.Claim{ID: "between", Entails: []dispute.ClaimID{"weak"}}), func(r *dispute.Record) {
			claim(r, "strong").Entails = []dispute.ClaimID{"between"}
		}, say("1", "fm", asserts, "strong"), say("2", "fm", denies, "weak")}, []string{itself + strongWeak}},
		"said directly as well": {[]func(*dispute.Record){say("1", "fm", asserts, "strong"), say("2", "fm", denies, "weak"), say("3", "fm", asserts, "weak")},
			[]string{itself + " actor/a claim/weak attribution/2 attribution/3"}}, // which comes first
		"taken back": {[]func(*dispute.Record){say("1", "fm", asserts, "strong"), say("2", "fm", denies, "weak"), say("r", "fm", dispute.StanceRetracts, ""), func(r *dispute.Record) {
			statement(r, "r").Attribution = "1"
		}}, nil},
		"rival claims": {[]func(*dispute.Record){say("1", "fm", asserts, "c"), say("2", "pres", asserts, "d")},
			[]string{rivals, itself + " actor/a claim/c claim/d attribution/1 attribution/2"}},
		"rival claims of one speaker": {[]func(*dispute.Record){say("1", "fm", asserts, "c"), say("2", "fm", asserts, "d")},
			[]string{rivals, itself + " actor/a claim/c claim/d attribution/1 attribution/2"}},
		"a rival by what entails it": {[]func(*dispute.Record){say("1", "fm", asserts, "c"), say("2", "pres", asserts, "dd")},
			[]string{rivals, itself + " actor/a claim/c claim/dd attribution/1 attribution/2"}},
		"rival claims of an organ and its own": {[]func(*dispute.Record){say("1", "fm", asserts, "c"), say("2", "army", asserts, "d")},
			[]string{principal + " actor/a claim/c claim/d attribution/1 attribution/2", rivals}},
		"rival claims of two sides": {[]func(*dispute.Record){say("1", "fm", asserts, "c"), say("2", "b", asserts, "d")}, []string{rivals}},
		"a claim against itself":    {[]func(*dispute.Record){claims(dispute.Claim{ID: "both", Entails: []dispute.ClaimID{"c", "d"}}), say("1", "fm", asserts, "both")}, []string{rivals}},
		"only one of them":          {[]func(*dispute.Record){say("1", "fm", asserts, "c"), say("2", "pres", denies, "d")}, nil},
	} {
		t.Run(what, func(t *testing.T) {
			r := sidesSay(c.edits...)
			for range 2 {
				v := disputetest.View(t, r, dispute.Lens{})
				conflicting(t, v, c.want...)
				for _, x := range v.Conflicts() {
					if len(x.Reasons().Items()) == 0 {
						t.Errorf("%s has no reasons", x)
					}
				}
				reversed(&r)
			}
		})
	}
	for what, c := range map[string]struct {
		one, other func(*dispute.Record)
		want       string
	}{
		"its word": {say("1", "fm", asserts, "strong"), say("2", "pres", denies, "weak"),
			"what is said as the word of A does not go together: the Minister said on 10 August 2024 that 3 were killed; the President denied on 10 August 2024 that somebody was killed"},
		"an organ's": {say("1", "fm", asserts, "strong"), say("2", "emb", denies, "weak"),
			"what the Embassy said, not counted as committing A, does not go together with the word of A itself: the Minister said on 10 August 2024 that 3 were killed; the Embassy denied on 10 August 2024 that somebody was killed"},
	} {
		if text := disputetest.View(t, sidesSay(c.one, c.other), dispute.Lens{}).Conflicts()[0].String(); text != c.want {
			t.Errorf("%s: told as %q", what, text)
		}
	}
}
