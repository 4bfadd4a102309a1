package dispute_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// inConfidence marks a statement as confidential.
func inConfidence(a dispute.Attribution) dispute.Attribution {
	a.Confidential = true
	return a
}

// cloaked is a record in which aland is represented by an envoy, of whom, as of a
// stringer of the courier, nothing is on file but what the statements say.
func cloaked(statements ...dispute.Attribution) dispute.Record {
	r := disputetest.Cast()
	r.Actors = append(r.Actors,
		dispute.Actor{ID: "envoy", Kind: dispute.ActorPerson, Name: "The Envoy", Affiliations: []dispute.Affiliation{
			{Kind: dispute.AffiliationHoldsOffice, To: "aland", Role: dispute.OfficeForeignMinister}}},
		dispute.Actor{ID: "stringer", Kind: dispute.ActorPerson, Name: "The Stringer"})
	r.Attributions = statements
	return r
}

// namesNobody fails where an answer, its words, its JSON or its reasons name the envoy
// or the stringer, and where its words are not those wanted.
func namesNobody(t *testing.T, answer interface {
	String() string
	Reasons() dispute.Reasons
}, want string) {
	t.Helper()
	encoded, err := json.Marshal(answer)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{answer.String(), string(encoded), answer.Reasons().String()} {
		if low := strings.ToLower(text); strings.Contains(low, "envoy") || strings.Contains(low, "stringer") {
			t.Errorf("who spoke in confidence is named in\n%s", text)
		}
	}
	if got := answer.String(); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// Who of those who signed in confidence admits something is not told.
func TestAConfidentialAdmissionNamesNobody(t *testing.T) {
	joint := inConfidence(disputetest.Jointly(disputetest.Says("a", "envoy", dispute.StanceAsserts, "raid"), "stringer"))
	v := disputetest.View(t, cloaked(joint), dispute.Lens{})
	namesNobody(t, v.Status("raid"), "corroborated (3,0) — for: a confidential speaker as an admission (at most 1 origin); not adjudicated")
	const want = "A confidential speaker said that aland raided a village, as an admission — corroborated (3,0), at most 1 origin for it, not adjudicated"
	if got := v.Sentence(dispute.ClaimID("raid").Ref()); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// Neither who made a confidential statement is told nor who denies in confidence
// having made it.
func TestAConfidentialDenialNamesNobody(t *testing.T) {
	said := inConfidence(disputetest.Says("said", "envoy", dispute.StanceAsserts, "raid"))
	denied := inConfidence(disputetest.Aimed("denied", "envoy", dispute.StanceDenies, "said"))
	conflicts := disputetest.View(t, cloaked(said, denied), dispute.Lens{}).Conflicts()
	if len(conflicts) != 1 {
		t.Fatalf("conflicts %v, want one", conflicts)
	}
	namesNobody(t, conflicts[0], "a confidential speaker disowned what is attributed to a confidential speaker")
}

// Who reports in confidence that somebody has not responded is not told.
func TestAConfidentialReportOfSilenceNamesNobody(t *testing.T) {
	silent := inConfidence(disputetest.On(disputetest.Aimed("silent", "aland", dispute.StanceHasNotResponded, "said"), "2024-08-15"))
	silent.Source = "story"
	r := cloaked(disputetest.Says("said", "beland", dispute.StanceAsserts, "raid"), silent)
	r.Sources = []dispute.Source{{ID: "story", Kind: dispute.SourceArticle, Title: "a story", Publisher: "stringer"}}
	open := disputetest.View(t, r, dispute.Lens{}).OpenQuestions()
	if len(open) != 1 {
		t.Fatalf("questions %v, want one", open)
	}
	const want = "as of 15 August 2024, according to a confidential reporter, aland has not responded to this: beland said that aland raided a village"
	if got := open[0].String(); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// A reprint of a confidential source, listed on an event, does not name who made that.
func TestAReprintOfAConfidentialSourceNamesNobody(t *testing.T) {
	r := cloaked()
	r.Sources = []dispute.Source{{ID: "cable", Kind: dispute.SourceLetter, Title: "the cable", Publisher: "stringer", Confidential: true},
		{ID: "page", Kind: dispute.SourceArticle, Title: "a page", Publisher: "courier", ReprintOf: "cable"}}
	r.Events = []dispute.Event{{ID: "fire", Kind: dispute.KindAttack, Summary: "a depot burns", Sources: []dispute.SourceID{"page"}}}
	namesNobody(t, disputetest.View(t, r, dispute.Lens{}).EventStatus("fire"), "reported (2,0) — for: a confidential source (at most 1 origin); not adjudicated")
}

// Whoever asks for an actor by its name gets no more of it in the reasons.
func TestReasonsLeaveOutAnActorKnownInConfidence(t *testing.T) {
	v := disputetest.View(t, cloaked(inConfidence(disputetest.Says("a", "envoy", dispute.StanceAsserts, "raid"))), dispute.Lens{})
	account := v.Account("envoy")
	if len(account.Asserts) != 1 || account.Party != "envoy" || account.Asserts[0].Speakers != nil {
		t.Fatalf("account %+v", account)
	}
	for _, why := range []dispute.Reasons{account.Asserts[0].Reasons(), v.Relation("envoy", "aland", dispute.TrackMembership).History().Reasons()} {
		for _, n := range why.Nodes {
			if n.Item == dispute.ActorID("envoy").Ref() {
				t.Errorf("the envoy is named in\n%s", why)
			}
		}
	}
}

// What somebody says in confidence is not put beside its name, though that is known.
func TestAConfidentialStatementIsNotPutBesideAKnownName(t *testing.T) {
	open := disputetest.Says("open", "envoy", dispute.StanceDenies, "plan")
	r := cloaked(open, inConfidence(disputetest.Says("a", "envoy", dispute.StanceAsserts, "raid")))
	r.Claims = append(r.Claims, dispute.Claim{ID: "plan", Text: "aland has a plan"})
	v := disputetest.View(t, r, dispute.Lens{})
	account := v.Account("aland")
	if len(account.Asserts) != 1 || len(account.Denies) != 1 || len(account.Denies[0].Speakers) != 1 {
		t.Fatalf("account %+v", account)
	}
	namesNobody(t, account.Asserts[0], "aland raided a village")
	namesNobody(t, v.Status("raid"), "corroborated (3,0) — for: a confidential speaker as an admission (at most 1 origin); not adjudicated")
}
