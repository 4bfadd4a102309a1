package dispute_test

import (
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// spokesmen is the cast with a foreign minister of either state and an envoy
// whom nothing on file ties to anybody.
func spokesmen() dispute.Record {
	r := disputetest.Cast()
	for _, state := range []dispute.ActorID{"aland", "beland"} {
		r.Actors = append(r.Actors, dispute.Actor{ID: state + "-minister", Kind: dispute.ActorPerson, Name: string(state) + "'s minister",
			Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationHoldsOffice, To: state, Role: dispute.OfficeForeignMinister}}})
	}
	r.Actors = append(r.Actors, dispute.Actor{ID: "envoy", Kind: dispute.ActorPerson, Name: "an envoy"})
	return r
}

func TestStatusNamesWhoSpeaks(t *testing.T) {
	both := disputetest.Jointly(disputetest.Says("a", "aland-minister", dispute.StanceAsserts, "raid"), "beland-minister")
	cases := []struct {
		name string
		list []dispute.Attribution
		want string
	}{
		{"a minister who speaks for his state", []dispute.Attribution{disputetest.OnBehalf(disputetest.Says("a", "beland-minister", dispute.StanceAsserts, "raid"), "beland")},
			"for: beland (at most 1 origin)"},
		{"an envoy who says that he speaks for a state", []dispute.Attribution{disputetest.OnBehalf(disputetest.Says("a", "envoy", dispute.StanceAsserts, "raid"), "beland")},
			"for: an envoy on behalf of beland (at most 1 origin)"},
		{"two ministers for their states", []dispute.Attribution{disputetest.OnBehalf(both, "aland", "beland")},
			"for: aland and beland jointly as an admission by aland's minister (at most 1 origin)"},
		{"two ministers for one of them", []dispute.Attribution{disputetest.OnBehalf(both, "beland")},
			"for: aland's minister and beland's minister jointly on behalf of beland as an admission by aland's minister (at most 1 origin)"},
		{"two ministers, one of whom withdraws", []dispute.Attribution{disputetest.OnBehalf(both, "aland", "beland"),
			{ID: "back", Speaker: "aland-minister", Stance: dispute.StanceRetracts, Attribution: "joint-a", Lineage: dispute.LineageFirstHand}},
			"for: beland (at most 1 origin)"},
		{"an organ that cannot commit its state", []dispute.Attribution{disputetest.Says("a", "aland-agency", dispute.StanceAsserts, "raid")},
			"for: aland's agency (at most 1 origin)"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := spokesmen()
			r.Attributions = c.list
			if got := disputetest.View(t, r, dispute.Lens{}).Status("raid").String(); !strings.Contains(got, c.want) {
				t.Errorf("got %q, want it to have %q", got, c.want)
			}
		})
	}
}

func TestSentenceOfARelayNamesTheOrigin(t *testing.T) {
	origin := disputetest.OnBehalf(disputetest.Says("origin", "beland-minister", dispute.StanceAsserts, "raid"), "beland")
	wire := disputetest.Relaying(disputetest.Says("wire", "courier", dispute.StanceAsserts, "raid"), "origin")
	paper := disputetest.Relaying(disputetest.Says("paper", "herald", dispute.StanceAsserts, "raid"), "wire")
	letter := dispute.Source{ID: "letter", Kind: dispute.SourceLetter, Title: "the letter"}
	secret := dispute.Source{ID: "secret", Kind: dispute.SourceLetter, Title: "the cable", Confidential: true}
	fromSource := func(a dispute.Attribution, s dispute.SourceID) dispute.Attribution {
		a.Relays, a.RelaysSources = nil, []dispute.SourceID{s}
		return a
	}
	aims := func(a dispute.Attribution, at dispute.AttributionID) dispute.Attribution {
		a.Claim, a.Attribution = "", at
		return a
	}
	cases := []struct {
		name string
		list []dispute.Attribution
		want string
	}{
		{"of a statement", []dispute.Attribution{origin, wire, {ID: "paper", Speaker: "herald", Claim: "raid", Stance: dispute.StanceAsserts, Lineage: dispute.LineageRelaying, Relays: []dispute.AttributionID{"origin"}}},
			"Herald passed on what beland said: that aland raided a village"},
		{"of a relay", []dispute.Attribution{origin, wire, paper},
			"Herald passed on what beland said, by way of courier: that aland raided a village"},
		{"of a document", []dispute.Attribution{fromSource(paper, "letter")},
			"Herald passed on what is in the letter: that aland raided a village"},
		{"of a relay of a document", []dispute.Attribution{fromSource(wire, "letter"), paper},
			"Herald passed on what is in the letter, by way of courier: that aland raided a village"},
		{"of a confidential document", []dispute.Attribution{fromSource(paper, "secret")},
			"Herald passed on what is in a confidential source: that aland raided a village"},
		{"in a circle", []dispute.Attribution{disputetest.Relaying(wire, "paper"), paper},
			"Herald passed on what courier said: that aland raided a village"},
		{"of who said that it was said", []dispute.Attribution{origin, aims(wire, "origin"), aims(paper, "wire")},
			"Herald said that courier said that beland's minister, on behalf of beland, said that aland raided a village"},
		{"of nothing on file", []dispute.Attribution{disputetest.Relaying(paper)},
			"Herald passed on what others said: that aland raided a village"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := spokesmen()
			r.Sources, r.Attributions = []dispute.Source{letter, secret}, c.list
			if got := disputetest.View(t, r, dispute.Lens{}).Sentence(dispute.AttributionID("paper").Ref()); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// What a view takes something for is said where the label does not tell.
func TestStatusTextSaysByWhichRuleItStands(t *testing.T) {
	r := disputetest.Accusation()
	for standpoint, want := range map[dispute.ActorID]string{
		"":       "for: beland (at most 1 origin); not adjudicated",
		"beland": "; accepted from the standpoint of beland",
		"aland":  "; dropped from the standpoint of aland",
	} {
		denied := r
		denied.Attributions = append(denied.Attributions[:len(denied.Attributions):len(denied.Attributions)], disputetest.Says("d", "aland", dispute.StanceDenies, "raid"))
		if standpoint == "" {
			denied = r
		}
		if got := disputetest.View(t, denied, dispute.Lens{Standpoint: standpoint}).Status("raid").String(); !strings.HasSuffix(got, want) {
			t.Errorf("from %q: got %q, want it to end in %q", standpoint, got, want)
		}
	}
	if got, want := disputetest.View(t, r, dispute.Lens{}).EventStatus("accuses").String(), "accepted as an act of beland"; !strings.HasSuffix(got, want) {
		t.Errorf("got %q, want it to end in %q", got, want)
	}
}

// Who speaks and is listed as the publisher too is one voice with one name.
func TestStatusTextNamesAVoiceOnce(t *testing.T) {
	r := disputetest.Accusation()
	r.Sources = append(r.Sources, dispute.Source{ID: "page", Kind: dispute.SourceStatement, Publisher: "beland"}, dispute.Source{ID: "wire", Kind: dispute.SourceArticle, Publisher: "courier"})
	r.Events[0].Sources = []dispute.SourceID{"page", "wire"}
	got := disputetest.View(t, r, dispute.Lens{}).EventStatus("accuses")
	if want := "for: [1] beland, [2] courier (at most 2 origins)"; !strings.Contains(got.String(), want) || len(got.For.Roots()) != 3 {
		t.Errorf("%d roots, %q, want 3 and %q", len(got.For.Roots()), got.String(), want)
	}
}

// Every item has a sentence, which loses neither speaker, stance, date nor
// standing.
func TestSentencesOfItems(t *testing.T) {
	r := spokesmen()
	r.Actors = append(r.Actors, dispute.Actor{ID: "rebels", Kind: dispute.ActorArmedGroup, Name: "the rebels"},
		dispute.Actor{ID: "board", Kind: dispute.ActorPlatform, Name: "the board"})
	r.Sources = []dispute.Source{
		{ID: "letter", Kind: dispute.SourceLetter, Title: "the letter", Authors: []dispute.Author{{Actor: "beland-minister", OnBehalfOf: []dispute.ActorID{"beland"}}},
			Publisher: "herald", Platform: "board", Published: edtf.MustParse("2024-08-05")},
		{ID: "story", Kind: dispute.SourceArticle, Publisher: "herald", Authors: []dispute.Author{{Actor: "herald"}}},
		{ID: "cable", Kind: dispute.SourceLetter, Title: "the cable", Publisher: "aland", Confidential: true},
		{ID: "leaflet", Kind: dispute.SourcePost, Title: "a leaflet"},
	}
	r.Events = []dispute.Event{
		{ID: "fire", Kind: dispute.KindAttack, Summary: "A depot burns", When: edtf.MustParse("[2024-08-01..2024-08-03]"), Wording: "early in August",
			Sources: []dispute.SourceID{"story", "cable"}},
		{ID: "protest", Kind: dispute.KindAccuse, Summary: "beland accuses aland", When: edtf.MustParse("2024-08-04"),
			Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "beland"}, {Role: dispute.RoleTarget, Actor: "aland"}},
			Links:        []dispute.Link{{Kind: dispute.LinkBecauseOf, Event: "fire"}, {Kind: dispute.LinkAfter, Event: "fire"}}},
		{ID: "talks", Kind: dispute.KindDeliberate, Summary: "The council meets", When: edtf.MustParse("2024-09"), Phase: dispute.PhaseExpected, Sources: []dispute.SourceID{"letter"}},
		{ID: "visit", Kind: dispute.KindDeliberate, Summary: "A visit is paid", Phase: dispute.PhaseCancelled},
		{ID: "rumour", Kind: dispute.KindAttack, Summary: "A bridge falls"},
	}
	r.Claims = append(r.Claims,
		dispute.Claim{ID: "protested", Text: "beland accused aland", Content: dispute.Content{Occurred: "protest"}},
		dispute.Claim{ID: "guilt", Text: "aland's army crossed the border", Entails: []dispute.ClaimID{"raid"}},
		dispute.Claim{ID: "hearsay", Text: "aland has a plan"},
		dispute.Claim{ID: "old", Text: "aland wanted war"})
	categorical := disputetest.OnBehalf(disputetest.Says("no", "aland-minister", dispute.StanceDenies, "raid"), "aland")
	categorical.Strength = dispute.StrengthCategorical
	hinted := disputetest.Says("hint", "aland-agency", dispute.StanceImplies, "raid")
	hinted.Strength, hinted.Cue = dispute.StrengthHedged, "suggested"
	own := disputetest.OnBehalf(disputetest.Says("own", "beland-minister", dispute.StanceAsserts, "protested"), "beland")
	own.OnRecord = dispute.RecordLevelOn
	back := disputetest.Says("back", "herald", dispute.StanceRetracts, "")
	back.Attribution = "said-so"
	r.Attributions = []dispute.Attribution{
		disputetest.OnBehalf(disputetest.Says("yes", "beland-minister", dispute.StanceAsserts, "raid"), "beland"),
		disputetest.Says("too", "rebels", dispute.StanceAsserts, "raid"), hinted, categorical,
		disputetest.Says("more", "courier", dispute.StanceAsserts, "guilt"), own,
		disputetest.Says("said-so", "herald", dispute.StanceAsserts, "old"), back,
	}
	v := disputetest.View(t, r, dispute.Lens{Policy: dispute.Policy{Competent: []dispute.ActorID{"rebels"}}})
	for _, c := range []struct {
		ref  dispute.Ref
		want string
	}{
		{dispute.ActorID("rebels").Ref(), "The rebels (armed group)"},
		{dispute.SourceID("letter").Ref(), "“the letter”, by beland's minister on behalf of beland, published by herald on the board on 5 August 2024"},
		{dispute.SourceID("story").Ref(), "“the article story”, published by herald"},
		{dispute.SourceID("cable").Ref(), "A confidential source"},
		{dispute.EventID("fire").Ref(), "Between 1 and 3 August 2024 (“early in August”): A depot burns — a confidential source and herald reported it — corroborated (3,0), at most 2 origins for it, not adjudicated"},
		{dispute.EventID("protest").Ref(), "On 4 August 2024: beland accuses aland — beland said so; because of this: A depot burns — alleged (1,0), at most 1 origin for it, not adjudicated; accepted as an act of beland"},
		{dispute.EventID("talks").Ref(), "Expected between 1 and 30 September 2024: The council meets — according to “the letter”, by beland's minister on behalf of beland, published by herald on the board on 5 August 2024"},
		{dispute.EventID("visit").Ref(), "Cancelled, expected on an unknown day: A visit is paid — no first-hand statement counts"},
		{dispute.EventID("rumour").Ref(), "On an unknown day: A bridge falls — no first-hand statement counts — unasserted (0,0)"},
		{dispute.ClaimID("raid").Ref(), "Aland's agency implied in hedged terms (“suggested”) that aland raided a village; the rebels found so; beland said so; " +
			"aland categorically denied it; courier said that aland's army crossed the border, which counts for it — confirmed (4,1), at most 4 origins for it and 1 origin against it"},
		{dispute.ClaimID("guilt").Ref(), "Courier said that aland's army crossed the border; aland categorically denied that aland raided a village, which counts against it" +
			" — contested (2,1), at most 1 origin for it and 1 origin against it, not adjudicated"},
		{dispute.ClaimID("hearsay").Ref(), "On whether aland has a plan, no first-hand statement counts — unasserted (0,0)"},
		{dispute.ClaimID("old").Ref(), "On whether aland wanted war, no first-hand statement counts — retracted (0,0); no longer counted: herald (withdrawn since)"},
		{dispute.AttributionID("hint").Ref(), "Aland's agency implied in hedged terms (“suggested”) that aland raided a village"},
		{dispute.ClaimID("no-such-claim").Ref(), ""},
		{dispute.Ref{}, ""},
	} {
		if got := v.Sentence(c.ref); got != c.want {
			t.Errorf("%v:\ngot  %q\nwant %q", c.ref, got, c.want)
		}
	}
	for source, want := range map[dispute.SourceID]string{
		"story":   "Herald reported this: A depot burns — the article story",
		"cable":   "A confidential source reported this: A depot burns",
		"leaflet": "An unknown publisher reported this: A depot burns — a leaflet",
		"none":    "",
	} {
		if got := v.Report("fire", source); got != want {
			t.Errorf("%s:\ngot  %q\nwant %q", source, got, want)
		}
	}
}

// A relay keeps the stances, the origins and the nature of what it passes on.
func TestSentencesOfRelays(t *testing.T) {
	hinted := disputetest.Says("x", "aland-agency", dispute.StanceImplies, "raid")
	hinted.Strength, hinted.Cue = dispute.StrengthHedged, "suggested"
	unknown := disputetest.Says("x", "", dispute.StanceAsserts, "raid")
	denied := disputetest.Says("x", "aland", dispute.StanceDenies, "raid")
	denied.Strength = dispute.StrengthCategorical
	second := disputetest.Says("y", "beland", dispute.StanceAsserts, "raid")
	other := disputetest.Says("x", "beland", dispute.StanceAsserts, "guilt")
	relay := func(stance dispute.Stance, of ...dispute.AttributionID) dispute.Attribution {
		return disputetest.Relaying(disputetest.Says("relay", "herald", stance, "raid"), of...)
	}
	aimedAt := func(a dispute.Attribution, target dispute.AttributionID) dispute.Attribution {
		a.Claim, a.Attribution = "", target
		return a
	}
	reading := func(id dispute.AttributionID, by dispute.ActorID) dispute.Attribution {
		a := disputetest.Aimed(id, by, dispute.StanceInterprets, "y")
		a.Claim = "guilt"
		return a
	}
	silence := func(id dispute.AttributionID, in dispute.SourceID) dispute.Attribution {
		a := disputetest.Says(id, "aland", dispute.StanceHasNotResponded, "raid")
		a.Source = in
		return a
	}
	for _, c := range []struct {
		name string
		list []dispute.Attribution
		want string
	}{
		{"an unknown speaker", []dispute.Attribution{unknown, relay(dispute.StanceAsserts, "x")},
			"Herald passed on what an unknown speaker said: that aland raided a village"},
		{"an unknown speaker and another", []dispute.Attribution{unknown, second, relay(dispute.StanceAsserts, "x", "y")},
			"Herald passed on what an unknown speaker and beland said: that aland raided a village"},
		{"an implication, as such", []dispute.Attribution{hinted, relay(dispute.StanceImplies, "x")},
			"Herald passed on what aland's agency implied in hedged terms (“suggested”): that aland raided a village"},
		{"an implication, as a statement", []dispute.Attribution{hinted, relay(dispute.StanceAsserts, "x")},
			"Herald said, passing on what aland's agency implied in hedged terms (“suggested”), that aland raided a village"},
		{"a denial, as such", []dispute.Attribution{denied, relay(dispute.StanceDenies, "x")},
			"Herald passed on what aland categorically denied: that aland raided a village"},
		{"a denial, as its contrary", []dispute.Attribution{denied, relay(dispute.StanceAsserts, "x")},
			"Herald said, passing on what aland categorically denied, that aland raided a village"},
		{"a word on another claim", []dispute.Attribution{other, relay(dispute.StanceAsserts, "x")},
			"Herald said, passing on what beland said (on whether aland is to blame), that aland raided a village"},
		{"a denial of nobody on file", []dispute.Attribution{relay(dispute.StanceDenies)},
			"Herald passed on what others said: a denial that aland raided a village"},
		{"a refusal to comment", []dispute.Attribution{disputetest.Says("x", "aland", dispute.StanceDeclinesComment, "raid"), relay(dispute.StanceDeclinesComment, "x")},
			"Herald passed on what aland declined to comment on: whether aland raided a village"},
		{"a retraction", []dispute.Attribution{second, aimedAt(disputetest.Says("x", "beland", dispute.StanceRetracts, ""), "y"), aimedAt(relay(dispute.StanceRetracts, "x"), "y")},
			"Herald passed on what beland withdrew: beland said that aland raided a village"},
		{"a retraction of nobody on file", []dispute.Attribution{second, aimedAt(relay(dispute.StanceRetracts), "y")},
			"Herald passed on what others said: a withdrawal of this: beland said that aland raided a village"},
		{"neither yes nor no", []dispute.Attribution{disputetest.Says("x", "aland", dispute.StanceNeitherConfirmsNorDenies, "raid"), relay(dispute.StanceNeitherConfirmsNorDenies, "x")},
			"Herald passed on what aland neither confirmed nor denied: that aland raided a village"},
		{"neither yes nor no of nobody on file", []dispute.Attribution{relay(dispute.StanceNeitherConfirmsNorDenies)},
			"Herald passed on what others said: neither a confirmation nor a denial that aland raided a village"},
		{"a refusal to comment of nobody on file", []dispute.Attribution{relay(dispute.StanceDeclinesComment)},
			"Herald passed on what others said: a refusal to comment on whether aland raided a village"},
		{"an implication of nobody on file", []dispute.Attribution{relay(dispute.StanceImplies)},
			"Herald passed on what others said: an implication that aland raided a village"},
		{"a reading", []dispute.Attribution{second, reading("x", "courier"), disputetest.Relaying(reading("relay", "herald"), "x")},
			"Herald passed on what courier read: the statement that beland said that aland raided a village as meaning that aland is to blame"},
		{"a reading of nobody on file", []dispute.Attribution{second, disputetest.Relaying(reading("relay", "herald"))},
			"Herald passed on what others said: a reading of the statement that beland said that aland raided a village as meaning that aland is to blame"},
		{"an undercut", []dispute.Attribution{second, disputetest.Aimed("x", "courier", dispute.StanceUndercuts, "y"), aimedAt(relay(dispute.StanceUndercuts, "x"), "y")},
			"Herald passed on what courier disputed: beland said that aland raided a village"},
		{"an undercut of nobody on file", []dispute.Attribution{second, aimedAt(relay(dispute.StanceUndercuts), "y")},
			"Herald passed on what others said: a dispute of whether this is to be relied on: beland said that aland raided a village"},
		{"a silence", []dispute.Attribution{silence("x", "story"), disputetest.Relaying(silence("relay", "letter"), "x")},
			"According to the letter, passing on what courier reported to be unanswered, aland had not responded to the statement that aland raided a village — the letter"},
		{"a silence by way of another report", []dispute.Attribution{silence("x", ""), disputetest.Relaying(silence("y", "story"), "x"), disputetest.Relaying(silence("relay", "letter"), "y")},
			"According to the letter, passing on what an unknown reporter reported to be unanswered, by way of courier, aland had not responded to the statement that aland raided a village — the letter"},
		{"a silence of which nobody on file tells", []dispute.Attribution{disputetest.Relaying(silence("relay", "letter"))},
			"According to the letter, passing on what others said, aland had not responded to the statement that aland raided a village — the letter"},
		{"a silence, taken for more", []dispute.Attribution{silence("x", "story"), relay(dispute.StanceAsserts, "x")},
			"Herald said, passing on what courier reported to be unanswered, that aland raided a village"},
		{"a word in confidence", []dispute.Attribution{inConfidence(disputetest.Says("x", "beland", dispute.StanceAsserts, "raid")), relay(dispute.StanceAsserts, "x")},
			"Herald passed on what a confidential speaker said: that aland raided a village"},
		{"a silence reported in confidence", []dispute.Attribution{inConfidence(silence("x", "story")), disputetest.Relaying(silence("relay", "letter"), "x")},
			"According to the letter, passing on what a confidential reporter reported to be unanswered, aland had not responded to the statement that aland raided a village — the letter"},
		{"a word since superseded", []dispute.Attribution{second, {ID: "x", Supersedes: "y", Speaker: "beland", Stance: dispute.StanceDenies, Claim: "raid", Lineage: dispute.LineageFirstHand},
			relay(dispute.StanceAsserts, "y")},
			"Herald passed on what beland said (since superseded): that aland raided a village"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := spokesmen()
			r.Sources = []dispute.Source{{ID: "letter", Kind: dispute.SourceLetter, Title: "the letter"},
				{ID: "story", Kind: dispute.SourceArticle, Title: "a story", Publisher: "courier"}}
			r.Claims = append(r.Claims, dispute.Claim{ID: "guilt", Text: "aland is to blame"})
			r.Attributions = c.list
			if got := disputetest.View(t, r, dispute.Lens{}).Sentence(dispute.AttributionID("relay").Ref()); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// A statement is said with its date as it is given, right by its verb, with the
// words quoted, and with what became of it.
func TestSentencesOfStatements(t *testing.T) {
	said := func(date string) dispute.Attribution {
		a := disputetest.Says("a", "beland", dispute.StanceAsserts, "raid")
		a.Said = edtf.MustParse(date)
		return a
	}
	with := func(a dispute.Attribution, edit func(*dispute.Attribution)) dispute.Attribution {
		edit(&a)
		return a
	}
	aims := func(id dispute.AttributionID, speaker dispute.ActorID, stance dispute.Stance, at dispute.AttributionID) dispute.Attribution {
		a := disputetest.Says(id, speaker, stance, "")
		a.Attribution = at
		return a
	}
	chain := []dispute.Attribution{disputetest.Says("t0", "beland", dispute.StanceAsserts, "raid")}
	for i := range 8 {
		chain = append(chain, aims(dispute.AttributionID("t"+string(rune('1'+i))), "herald", dispute.StanceAsserts, dispute.AttributionID("t"+string(rune('0'+i)))))
	}
	for _, c := range []struct {
		name string
		ask  dispute.AttributionID
		list []dispute.Attribution
		want string
	}{
		{"a day", "a", []dispute.Attribution{said("2024-08-05")}, "Beland said on 5 August 2024 that aland raided a village"},
		{"a day given roughly", "a", []dispute.Attribution{said("2024-08-05~")}, "Beland said at a time given as “about 5 August 2024” that aland raided a village"},
		{"an uncertain day", "a", []dispute.Attribution{said("2024-08-05?")}, "Beland said at a time given as “5 August 2024, uncertain” that aland raided a village"},
		{"several days", "a", []dispute.Attribution{said("{2024-08-01,2024-08-03}")}, "Beland said at a time given as “1 and 3 August 2024” that aland raided a village"},
		{"one of two days", "a", []dispute.Attribution{said("[2024-08-01,2024-08-03]")}, "Beland said on 1 or 3 August 2024 that aland raided a village"},
		{"an open start", "a", []dispute.Attribution{said("/2024-08")}, "Beland said at a time given as “ending August 2024, start unknown” that aland raided a village"},
		{"a month", "a", []dispute.Attribution{said("2024-08")}, "Beland said between 1 and 31 August 2024 that aland raided a village"},
		{"the source's words for it", "a", []dispute.Attribution{with(said("2024-08"), func(a *dispute.Attribution) { a.Wording = "this month" })},
			"Beland said between 1 and 31 August 2024 (“this month”) that aland raided a village"},
		{"only the source's words", "a", []dispute.Attribution{{ID: "a", Speaker: "beland", Stance: dispute.StanceAsserts, Claim: "raid", Lineage: dispute.LineageFirstHand, Wording: "lately"}},
			"Beland said (“lately”) that aland raided a village"},
		{"words quoted", "a", []dispute.Attribution{with(said("2024-08-05"), func(a *dispute.Attribution) { a.Quotation, a.Scope = "a raid", "the whole week" })},
			"Beland said on 5 August 2024, in the words “a raid”, that aland raided a village (scope: the whole week)"},
		{"words quoted by another", "b", []dispute.Attribution{with(said("2024-08-05"), func(a *dispute.Attribution) { a.Quotation = "a raid" }), aims("b", "herald", dispute.StanceAsserts, "a")},
			"Herald said that beland said on 5 August 2024, in the words “a raid”, that aland raided a village"},
		{"a publication", "a", []dispute.Attribution{with(disputetest.Says("a", "beland", dispute.StanceAsserts, "raid"), func(a *dispute.Attribution) { a.Source = "letter" })},
			"Beland said that aland raided a village — the letter, published on 6 August 2024"},
		{"a publication the title dates", "a", []dispute.Attribution{with(disputetest.Says("a", "beland", dispute.StanceAsserts, "raid"), func(a *dispute.Attribution) { a.Source = "dated" })},
			"Beland said that aland raided a village — the note of 6 August 2024"},
		{"unknown lineage", "a", []dispute.Attribution{with(said("2024-08-05"), func(a *dispute.Attribution) { a.Lineage = 0 })},
			"Beland said on 5 August 2024 that aland raided a village (of unknown origin)"},
		{"withdrawn", "a", []dispute.Attribution{said("2024-08-05"), aims("b", "beland", dispute.StanceRetracts, "a")},
			"Beland said on 5 August 2024 that aland raided a village (withdrawn since)"},
		{"disputed", "a", []dispute.Attribution{said("2024-08-05"), aims("b", "herald", dispute.StanceUndercuts, "a")},
			"Beland said on 5 August 2024 that aland raided a village (disputed, and not relied on)"},
		{"disputed by its carrier", "a", []dispute.Attribution{with(said("2024-08-05"), func(a *dispute.Attribution) { a.Source = "letter" }),
			{ID: "b", Speaker: "herald", Stance: dispute.StanceUndercuts, TargetSource: "letter", Lineage: dispute.LineageFirstHand}},
			"Beland said on 5 August 2024 that aland raided a village — the letter (disputed, and not relied on)"},
		{"its withdrawal", "b", []dispute.Attribution{said("2024-08-05"), aims("b", "beland", dispute.StanceRetracts, "a")},
			"Beland withdrew this: beland said on 5 August 2024 that aland raided a village"},
		{"a void withdrawal", "b", []dispute.Attribution{said("2024-08-05"), aims("b", "herald", dispute.StanceRetracts, "a")},
			"Herald withdrew this: beland said on 5 August 2024 that aland raided a village (which takes nothing away)"},
		{"in confidence", "a", []dispute.Attribution{with(said("2024-08-05"), func(a *dispute.Attribution) { a.Confidential, a.Quotation = true, "a raid" })},
			"A confidential speaker said on 5 August 2024 that aland raided a village"},
		{"a long chain", "t8", chain,
			"Herald said that herald said that herald said that herald said that herald said that by way of 3 more reports, beland said that aland raided a village"},
		{"a chain told to its end", "t5", chain[:6],
			"Herald said that herald said that herald said that herald said that herald said that beland said that aland raided a village"},
		{"a circle", "t1", []dispute.Attribution{aims("t1", "herald", dispute.StanceAsserts, "t2"), aims("t2", "courier", dispute.StanceAsserts, "t1")},
			"Herald said that courier said that herald said that courier said that herald said that something was said that leads to no statement on file (t2)"},
		{"silence", "a", []dispute.Attribution{with(said("2024-08-05"), func(a *dispute.Attribution) { a.Stance, a.Source = dispute.StanceHasNotResponded, "letter" })},
			"According to the letter, beland had not responded as of 5 August 2024 to the statement that aland raided a village — the letter"},
		{"neither yes nor no", "a", []dispute.Attribution{with(said("2024-08-05"), func(a *dispute.Attribution) { a.Stance = dispute.StanceNeitherConfirmsNorDenies })},
			"Beland neither confirmed nor denied on 5 August 2024 that aland raided a village"},
		{"a refusal to comment", "a", []dispute.Attribution{with(said("2024-08-05"), func(a *dispute.Attribution) { a.Stance = dispute.StanceDeclinesComment })},
			"Beland declined on 5 August 2024 to comment on whether aland raided a village"},
		{"a reading", "b", []dispute.Attribution{said("2024-08-05"), with(aims("b", "aland", dispute.StanceInterprets, "a"), func(a *dispute.Attribution) { a.Claim = "threat" })},
			"Aland read the statement that beland said on 5 August 2024 that aland raided a village as meaning that beland threatens aland"},
		{"a reading as nothing else on file", "b", []dispute.Attribution{said("2024-08-05"), aims("b", "aland", dispute.StanceInterprets, "a")},
			"Aland read this: beland said on 5 August 2024 that aland raided a village"},
		{"an undercut", "b", []dispute.Attribution{said("2024-08-05"), aims("b", "herald", dispute.StanceUndercuts, "a")},
			"Herald disputed that this is to be relied on: beland said on 5 August 2024 that aland raided a village"},
		{"an undercut of a source", "b", []dispute.Attribution{{ID: "b", Speaker: "herald", Stance: dispute.StanceUndercuts, TargetSource: "letter", Lineage: dispute.LineageFirstHand}},
			"Herald disputed that this is to be relied on: the letter"},
		{"a signature withdrawn", "joint-a", []dispute.Attribution{disputetest.Jointly(said("2024-08-05"), "aland"), aims("b", "aland", dispute.StanceRetracts, "joint-a")},
			"Aland and beland jointly said on 5 August 2024 that aland raided a village (withdrawn since by aland)"},
		{"joint silence", "a", []dispute.Attribution{with(disputetest.Jointly(disputetest.Says("a", "aland", dispute.StanceHasNotResponded, "raid"), "beland"), func(a *dispute.Attribution) { a.ID = "a" })},
			"According to an unknown reporter, aland and beland had not responded to the statement that aland raided a village"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := spokesmen()
			r.Sources = []dispute.Source{{ID: "letter", Kind: dispute.SourceLetter, Title: "the letter", Published: edtf.MustParse("2024-08-06")},
				{ID: "dated", Kind: dispute.SourceLetter, Title: "the note of 6 August 2024", Published: edtf.MustParse("2024-08-06")}}
			r.Claims = append(r.Claims, dispute.Claim{ID: "threat", Text: "beland threatens aland"})
			r.Attributions = c.list
			v := disputetest.View(t, r, dispute.Lens{})
			if got := v.Sentence(c.ask.Ref()); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
			if status := v.Status("raid"); strings.Contains(c.name, "confidence") && !strings.Contains(status.String(), "for: a confidential speaker") {
				t.Errorf("status %q names who spoke in confidence", status)
			}
		})
	}
}

// What a competent body finds, and how a word counts, is said with the word.
func TestSentencesOfFindingsAndDisownedWords(t *testing.T) {
	categorical := disputetest.Says("x", "board", dispute.StanceDenies, "raid")
	categorical.Strength = dispute.StrengthCategorical
	for _, c := range []struct {
		name, status, sentence string
		list                   []dispute.Attribution
	}{
		{"a finding", "confirmed (4,0) — for: found by the board (at most 1 origin)",
			"The board found that aland raided a village — confirmed (4,0), at most 1 origin for it", []dispute.Attribution{disputetest.States("board", "raid")}},
		{"a finding to the contrary", "refuted (0,4) — against: found by the board (at most 1 origin)",
			"The board denied in a finding that aland raided a village — refuted (0,4), at most 1 origin against it", []dispute.Attribution{categorical}},
		{"two findings", "conflicted (4,4) — for: found by the board (at most 1 origin); against: found by the panel (at most 1 origin)",
			"The board found that aland raided a village; the panel denied it in a finding — conflicted (4,4), at most 1 origin for it and 1 origin against it",
			[]dispute.Attribution{disputetest.States("board", "raid"), disputetest.Says("x", "panel", dispute.StanceDenies, "raid")}},
		{"words disowned", "alleged (1,0) — for: words put down to beland's minister and disowned (at most 1 origin); not adjudicated",
			"Beland's minister said that aland raided a village, in words since disowned — alleged (1,0), at most 1 origin for it, not adjudicated",
			[]dispute.Attribution{disputetest.States("beland-minister", "raid"), disputetest.Aimed("x", "beland-minister", dispute.StanceDenies, "beland-minister-on-raid")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := spokesmen()
			for _, body := range []dispute.ActorID{"board", "panel"} {
				r.Actors = append(r.Actors, dispute.Actor{ID: body, Kind: dispute.ActorCourt, Name: "the " + string(body)})
			}
			for i := range c.list {
				c.list[i].OnRecord = dispute.RecordLevelOn
			}
			r.Attributions = c.list
			v := disputetest.View(t, r, dispute.Lens{Policy: dispute.Policy{Competent: []dispute.ActorID{"board", "panel"}}})
			if got := v.Status("raid").String(); got != c.status {
				t.Errorf("status\ngot  %q\nwant %q", got, c.status)
			}
			if got := v.Sentence(dispute.ClaimID("raid").Ref()); got != c.sentence {
				t.Errorf("sentence\ngot  %q\nwant %q", got, c.sentence)
			}
		})
	}
}
