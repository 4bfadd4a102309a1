package dispute_test

import (
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
)

// spokesmen is the cast with a foreign minister of either state and an envoy
// whom nothing on file ties to anybody.
func spokesmen() dispute.Record {
	r := cast()
	for _, state := range []dispute.ActorID{"aland", "beland"} {
		r.Actors = append(r.Actors, dispute.Actor{ID: state + "-minister", Kind: dispute.ActorPerson, Name: string(state) + "'s minister",
			Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationHoldsOffice, To: state, Role: dispute.OfficeForeignMinister}}})
	}
	r.Actors = append(r.Actors, dispute.Actor{ID: "envoy", Kind: dispute.ActorPerson, Name: "an envoy"})
	return r
}

// behalf lets a statement be made for others.
func behalf(a dispute.Attribution, of ...dispute.ActorID) dispute.Attribution {
	a.OnBehalfOf = of
	return a
}

func TestStatusNamesWhoSpeaks(t *testing.T) {
	both := jointly(says("a", "aland-minister", dispute.StanceAsserts, "raid"), "beland-minister")
	cases := []struct {
		name string
		list []dispute.Attribution
		want string
	}{
		{"a minister who speaks for his state", []dispute.Attribution{behalf(says("a", "beland-minister", dispute.StanceAsserts, "raid"), "beland")},
			"for: beland (at most 1 origin)"},
		{"an envoy who says that he speaks for a state", []dispute.Attribution{behalf(says("a", "envoy", dispute.StanceAsserts, "raid"), "beland")},
			"for: an envoy on behalf of beland (at most 1 origin)"},
		{"two ministers for their states", []dispute.Attribution{behalf(both, "aland", "beland")},
			"for: aland and beland jointly as an admission by aland's minister (at most 1 origin)"},
		{"two ministers for one of them", []dispute.Attribution{behalf(both, "beland")},
			"for: aland's minister and beland's minister jointly on behalf of beland as an admission by aland's minister (at most 1 origin)"},
		{"two ministers, one of whom withdraws", []dispute.Attribution{behalf(both, "aland", "beland"),
			{ID: "back", Speaker: "aland-minister", Stance: dispute.StanceRetracts, Attribution: "joint-a", Lineage: dispute.LineageFirstHand}},
			"for: beland (at most 1 origin)"},
		{"an organ that cannot commit its state", []dispute.Attribution{says("a", "aland-agency", dispute.StanceAsserts, "raid")},
			"for: aland's agency (at most 1 origin)"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := spokesmen()
			r.Attributions = c.list
			if got := view(t, r, dispute.Lens{}).Status("raid").Text; !strings.Contains(got, c.want) {
				t.Errorf("got %q, want it to have %q", got, c.want)
			}
		})
	}
}

// relaying makes a statement one that passes others on.
func relaying(a dispute.Attribution, of ...dispute.AttributionID) dispute.Attribution {
	a.Lineage, a.Relays = dispute.LineageRelaying, of
	return a
}

func TestSentenceOfARelayNamesTheOrigin(t *testing.T) {
	origin := behalf(says("origin", "beland-minister", dispute.StanceAsserts, "raid"), "beland")
	wire := relaying(says("wire", "courier", dispute.StanceAsserts, "raid"), "origin")
	paper := relaying(says("paper", "herald", dispute.StanceAsserts, "raid"), "wire")
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
			"Herald said, passing on what beland said, that aland raided a village"},
		{"of a relay", []dispute.Attribution{origin, wire, paper},
			"Herald said, passing on what beland said by way of courier, that aland raided a village"},
		{"of a document", []dispute.Attribution{fromSource(paper, "letter")},
			"Herald said, passing on the letter, that aland raided a village"},
		{"of a relay of a document", []dispute.Attribution{fromSource(wire, "letter"), paper},
			"Herald said, passing on the letter by way of courier, that aland raided a village"},
		{"of a confidential document", []dispute.Attribution{fromSource(paper, "secret")},
			"Herald said, passing on a confidential source, that aland raided a village"},
		{"in a circle", []dispute.Attribution{relaying(wire, "paper"), paper},
			"Herald said, passing on what courier said, that aland raided a village"},
		{"of who said that it was said", []dispute.Attribution{origin, aims(wire, "origin"), aims(paper, "wire")},
			"Herald said that courier said that beland's minister, on behalf of beland, said that aland raided a village"},
		{"of nothing on file", []dispute.Attribution{relaying(paper)},
			"Herald said, passing on what others said, that aland raided a village"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := spokesmen()
			r.Sources, r.Attributions = []dispute.Source{letter, secret}, c.list
			if got := view(t, r, dispute.Lens{}).Sentence("paper"); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// What a view takes something for is said where the label does not tell.
func TestStatusTextSaysByWhichRuleItStands(t *testing.T) {
	r := accusation()
	for standpoint, want := range map[dispute.ActorID]string{
		"":       "for: beland (at most 1 origin); not adjudicated",
		"beland": "; accepted from the standpoint of beland",
		"aland":  "; dropped from the standpoint of aland",
	} {
		denied := r
		denied.Attributions = append(denied.Attributions[:len(denied.Attributions):len(denied.Attributions)], says("d", "aland", dispute.StanceDenies, "raid"))
		if standpoint == "" {
			denied = r
		}
		if got := view(t, denied, dispute.Lens{Standpoint: standpoint}).Status("raid").Text; !strings.HasSuffix(got, want) {
			t.Errorf("from %q: got %q, want it to end in %q", standpoint, got, want)
		}
	}
	if got, want := view(t, r, dispute.Lens{}).EventStatus("accuses").Text, "accepted as the act of whoever says so"; !strings.HasSuffix(got, want) {
		t.Errorf("got %q, want it to end in %q", got, want)
	}
}

// Who speaks and is listed as the publisher too is one voice with one name.
func TestStatusTextNamesAVoiceOnce(t *testing.T) {
	r := accusation()
	r.Sources = append(r.Sources, dispute.Source{ID: "page", Kind: dispute.SourceStatement, Publisher: "beland"}, dispute.Source{ID: "wire", Kind: dispute.SourceArticle, Publisher: "courier"})
	r.Events[0].Sources = []dispute.SourceID{"page", "wire"}
	got := view(t, r, dispute.Lens{}).EventStatus("accuses")
	if want := "for: [1] beland, [2] courier (at most 2 origins)"; !strings.Contains(got.Text, want) || len(got.For.Roots) != 3 {
		t.Errorf("%d roots, %q, want 3 and %q", len(got.For.Roots), got.Text, want)
	}
}
