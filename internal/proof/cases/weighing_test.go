package cases

import (
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

func competent(t testing.TB, r dispute.Record, bodies ...dispute.ActorID) *dispute.View {
	t.Helper()
	return disputetest.View(t, r, dispute.Lens{Policy: dispute.Policy{Competent: bodies}})
}

func origins(t testing.TB, s dispute.Status, want int) {
	t.Helper()
	if s.For.Origins != want {
		t.Errorf("%s%s has %d origins, want %d\n%s", s.Claim, s.Event, s.For.Origins, want, s)
	}
}

func TestSmallerTollAdmitted(t *testing.T) {
	v := seen(t, "smaller-toll-admitted")
	stands(t, v, "k100", dispute.LabelContested, 3, 3)
	stands(t, v, "k10", dispute.LabelConfirmed, 4, 3)
}

func TestPresidencyDeniesForItself(t *testing.T) {
	v := competent(t, record(t, "presidency-denies-for-itself"), "sc")
	stands(t, v, "d", dispute.LabelDenied, 0, 1)
	stands(t, v, "c", dispute.LabelReported, 2, 0)
}

func TestFormerJudgeUndated(t *testing.T) {
	v := competent(t, record(t, "former-judge-undated"), "court")
	stands(t, v, "c", dispute.LabelReported, 2, 0)
}

func reprints(r *dispute.Record) {
	r.Sources[1].DerivedFrom, r.Sources[1].ReprintOf = nil, "s1"
}

func TestReprintAsAttribution(t *testing.T) {
	v := seen(t, "reprint-as-attribution", reprints)
	stands(t, v, "o", dispute.LabelReported, 2, 0)
	origins(t, v.Status("o"), 1)
	stands(t, seen(t, "reprint-as-attribution"), "o", dispute.LabelCorroborated, 3, 0)
}

func TestOneArticleCountedTwice(t *testing.T) {
	v := seen(t, "one-article-counted-twice")
	occurred(t, v, "e", dispute.LabelReported, 2, 0)
	origins(t, v.Status("o"), 1)
}

func TestAdmissionAdverseToOwnGovernment(t *testing.T) {
	v := seen(t, "admission-adverse-to-own-government")
	stands(t, v, "c", dispute.LabelCorroborated, 3, 0)
	stands(t, v, "d", dispute.LabelCorroborated, 3, 0)
}

func TestArchivistCommits(t *testing.T) {
	v := seen(t, "archivist-commits")
	stands(t, v, "c", dispute.LabelAlleged, 1, 0)
	stands(t, v, "d", dispute.LabelAlleged, 1, 0)
	against := 0
	for _, c := range v.Conflicts() {
		if c.Kind == dispute.ConflictSpeakerPrincipal {
			against++
		}
	}
	if against != 2 {
		t.Errorf("%d speakers against their principal, want 2", against)
	}
}

func TestForgedLetterOfFormerMinister(t *testing.T) {
	stands(t, seen(t, "forged-letter-of-former-minister"), "c", dispute.LabelUnasserted, 0, 0)
}

func TestQuotedSaysFabricated(t *testing.T) {
	v := seen(t, "quoted-says-fabricated")
	stands(t, v, "c", dispute.LabelAlleged, 1, 0)
	if root := v.Status("c").For.Roots()[0]; root.Admission || len(root.DisownedBy) != 1 {
		t.Errorf("the root is %+v, want one that is disowned and no admission", root)
	}
}

func TestSignatoryWithdraws(t *testing.T) {
	v := seen(t, "signatory-withdraws")
	origins(t, v.Status("c"), 2)
	stands(t, v, "c", dispute.LabelCorroborated, 3, 0)
}

func TestCitationCircle(t *testing.T) {
	occurred(t, seen(t, "citation-circle"), "e", dispute.LabelUnasserted, 0, 0)
}

func TestMeaningOfJointStatementA(t *testing.T) {
	stands(t, seen(t, "meaning-of-joint-statement-a"), "m", dispute.LabelAlleged, 1, 0)
}

func TestMeaningOfJointStatementB(t *testing.T) {
	stands(t, seen(t, "meaning-of-joint-statement-b"), "m", dispute.LabelAlleged, 1, 0)
}

func TestWithdrawnArticleReprinted(t *testing.T) {
	v := seen(t, "withdrawn-article-reprinted")
	for _, e := range []dispute.EventID{"hit", "hit2"} {
		occurred(t, v, e, dispute.LabelUnasserted, 0, 0)
		s := v.EventStatus(e)
		if len(s.Repeated) != 1 || s.Repeated[0].Source != "e1" || s.Repeated[0].OfSource != "p1" || s.Repeated[0].By[0] != "echo" {
			t.Errorf("%s is repeated by %+v, want e1 of p1, by echo", e, s.Repeated)
		}
	}
}

func TestFormalAccuser(t *testing.T) {
	v := seen(t, "formal-accuser")
	stands(t, v, "k", dispute.LabelAlleged, 1, 0)
}

func TestOwnCommuniqueListed(t *testing.T) {
	v := seen(t, "own-communique-listed")
	occurred(t, v, "e", dispute.LabelAlleged, 1, 0)
	if s := v.EventStatus("e"); s.Standing != dispute.StandingAccepted || s.Rule != dispute.StandingRulePerformative {
		t.Errorf("the severance is %v by %v, want accepted as an act", s.Standing, s.Rule)
	}
}

// A statement dated by an interval was made sometime within it: a tie must hold on
// all of its days, and an answer may be as late as its last.
func TestSaidWithinInterval(t *testing.T) {
	for said, level := range map[string]int{"2020-01-20/2020-01-25": 3, "2020-01-10/2020-01-20": 1, "[2020-01-10..2020-01-20]": 1, "2020-01-20/..": 1} {
		r := dispute.Record{
			Actors: []dispute.Actor{{ID: "a", Kind: dispute.ActorState, Name: "A"}, {ID: "p", Kind: dispute.ActorPerson, Name: "P", Affiliations: []dispute.Affiliation{
				{Kind: dispute.AffiliationHoldsOffice, To: "a", Role: dispute.OfficeForeignMinister, Period: edtf.MustParse("2020-01-15/2024")}}}},
		}
		claims(dispute.Claim{ID: "k", Adverse: []dispute.ActorID{"a"}})(&r)
		says("t", "p", dispute.StanceAsserts, "k", said)(&r)
		if got := disputetest.View(t, r, dispute.Lens{}).Status("k").For.Level; got != level {
			t.Errorf("said %s: for is %d, want %d", said, got, level)
		}
	}
	for said, unanswered := range map[string]int{"2024-06-28/2024-07-03": 0, "2024-06-28": 1, "2024-06-28/2024-06-30": 1} {
		r := toll()
		claims(dispute.Claim{ID: "k"})(&r)
		claims(dispute.Claim{ID: "o", Content: dispute.Content{Occurred: "acc"}})(&r)
		r.Events = append(r.Events, dispute.Event{ID: "acc", Kind: dispute.KindAccuse, When: edtf.MustParse("2024-07-01"), Claims: []dispute.ClaimID{"k"},
			Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "x"}, {Role: dispute.RoleTarget, Actor: "z"}}})
		says("t0", "x", dispute.StanceAsserts, "o", "2024-07-01")(&r)
		says("t1", "z", dispute.StanceDenies, "k", said)(&r)
		if got := len(disputetest.View(t, r, dispute.Lens{}).Answers("acc")); got != 1-unanswered {
			t.Errorf("said %s: %d answers, want %d", said, got, 1-unanswered)
		}
	}
}

// A statement is withdrawn by who made it, or who commits its principal: not by
// whoever speaks for that.
func TestWhoMayWithdraw(t *testing.T) {
	ties := func(kind dispute.AffiliationKind, role dispute.OfficeRole) dispute.Actor {
		return dispute.Actor{ID: "other", Kind: dispute.ActorPerson, Name: "other", Affiliations: []dispute.Affiliation{{Kind: kind, To: "a", Role: role}}}
	}
	for what, c := range map[string]struct {
		by   dispute.ActorID
		tie  dispute.Actor
		want dispute.Label
	}{
		"the speaker":         {"fm", ties(dispute.AffiliationPartOf, ""), dispute.LabelRetracted},
		"the principal":       {"a", ties(dispute.AffiliationPartOf, ""), dispute.LabelRetracted},
		"the head of state":   {"other", ties(dispute.AffiliationHoldsOffice, dispute.OfficeHeadOfState), dispute.LabelRetracted},
		"a spokesman":         {"other", ties(dispute.AffiliationSpeaksFor, ""), dispute.LabelAlleged},
		"an official":         {"other", ties(dispute.AffiliationHoldsOffice, "clerk"), dispute.LabelAlleged},
		"another state's man": {"b", ties(dispute.AffiliationPartOf, ""), dispute.LabelAlleged},
	} {
		v := seen(t, "forged-letter-of-former-minister", without("u"), actor(c.tie), func(r *dispute.Record) {
			claim(r, "c").Adverse, claim(r, "c").Favours = nil, []dispute.ActorID{"a"}
		}, replies("back", c.by, dispute.StanceRetracts, "t1"))
		if got := v.Status("c").Label; got != c.want {
			t.Errorf("withdrawn by %s: %s, want %s", what, got, c.want)
		}
	}
}

// An author disowns a document by the ties of the document's day: the day of its
// publication, or, of what those who made it surely said in it before, that day.
func TestTheDayOfADocument(t *testing.T) {
	for what, c := range map[string]struct {
		office, published, said string
		gone                    bool
	}{
		"in office that day":                   {"2020/2023", "2022-05-01", "2022-05-01", true},
		"out of office by then":                {"2020/2021", "2022-05-01", "2022-05-01", false},
		"not yet in office":                    {"2022-05-02/..", "2022-05-01", "2022-05-01", false},
		"in office when it was written":        {"2020/2021", "2022-05-01", "2021-12-31", true},
		"out of office when it was written":    {"2022-05-01/..", "2022-05-01", "2022-04-30", false},
		"in office later in that month":        {"2022-05-10/..", "2022-05", "2022-05-01", true}, // it is not surely older
		"out of office in the whole month":     {"2022-06-01/..", "2022-05", "2022-05-01", false},
		"said after it was published, somehow": {"2022-05-10/..", "2022-05-01", "2022-05-20", false},
	} {
		v := seen(t, "forged-letter-of-former-minister", func(r *dispute.Record) {
			for i := range r.Actors {
				if r.Actors[i].ID == "fm" {
					r.Actors[i].Affiliations[0].Period = edtf.MustParse(c.office)
				}
			}
			r.Sources[0].Published, statement(r, "t1").Said = edtf.MustParse(c.published), edtf.MustParse(c.said)
		})
		if gone := len(v.Status("c").For.Roots()) == 0; gone != c.gone {
			t.Errorf("%s: disowned is %t, want %t\n%s", what, gone, c.gone, v.Status("c"))
		}
	}
}
