package briefing

import (
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
)

// IDs of items on file go out of a sentence, and nothing else does.
func TestPlain(t *testing.T) {
	d, err := dispute.Compile(dispute.Record{
		Actors:       []dispute.Actor{{ID: "mali", Kind: dispute.ActorState, Name: "Mali"}, {ID: "wire", Kind: dispute.ActorMedium, Name: "Wire"}},
		Sources:      []dispute.Source{{ID: "page-1", Kind: "article"}},
		Events:       []dispute.Event{{ID: "raid-1", Kind: "attack", Summary: "A raid"}, {ID: "raid-2", Kind: "attack", Participants: []dispute.Participant{{Role: "actor", Actor: "mali"}}}},
		Claims:       []dispute.Claim{{ID: "rain", Text: "it rains"}},
		Attributions: []dispute.Attribution{{ID: "said-1", Speaker: "mali", Stance: dispute.StanceAsserts, Claim: "rain"}, {ID: "said-2", Speaker: "wire", Stance: dispute.StanceAsserts, Claim: "rain", Confidential: true}},
	})
	if err != nil {
		t.Fatal(err)
	}
	v, err := d.View(dispute.Lens{})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"a statement by Mali (said-1) and one by Wire (said-2)":                                      "a statement by Mali and one by Wire",
		"a statement by Mali (said-1, since superseded by one by Wire, said-2), and on":              "a statement by Mali (since superseded by one by Wire), and on",
		"a statement by Mali (said-9, since superseded by one by Wire, said-2)":                      "a statement by Mali (said-9, since superseded by one by Wire, said-2)",
		"Mali severs ties [raid-1], and/or (perhaps) more (12)":                                      "Mali severs ties, and/or (perhaps) more (12)",
		"attribution/said-1 and attribution/said-2 supersede the same item, claim/rain; event/gone.": "a statement by Mali and a statement by a confidential speaker supersede the same item, the claim that it rains; event/gone.",
		"event/raid-1, event/raid-2, source/page-1 and actor/mali.":                                  "“A raid”, “attack: Mali”, an untitled article and Mali.",
		"no ID":          "no ID",
		"(said-1":        "(said-1",
		", since supers": ", since supers",
	} {
		if got := newTeller(v).plain(text); got != want {
			t.Errorf("plain(%q) = %q, want %q", text, got, want)
		}
	}
	if hostile := strings.Repeat("(said-1, since superseded by one by ", 20_000); newTeller(v).plain(hostile) != hostile {
		t.Error("what is no end is cut")
	}
}
