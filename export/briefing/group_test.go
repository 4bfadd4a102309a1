package briefing_test

import (
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/export/briefing"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// What is said alike of several actors by the same is one line, and only that.
func TestGroups(t *testing.T) {
	r := dispute.Record{Actors: []dispute.Actor{{ID: "mali", Kind: dispute.ActorState, Name: "Mali"}, {ID: "niger", Kind: dispute.ActorState, Name: "Niger"},
		{ID: "chad", Kind: dispute.ActorState, Name: "Chad"}, {ID: "wire", Kind: dispute.ActorMedium, Name: "Wire"}, {ID: "post", Kind: dispute.ActorMedium, Name: "Post"}}}
	claim := func(id, about, text, speaker string) {
		r.Claims = append(r.Claims, dispute.Claim{ID: dispute.ClaimID(id), Text: text, Adverse: []dispute.ActorID{dispute.ActorID(about)}})
		r.Attributions = append(r.Attributions, disputetest.Says(dispute.AttributionID(id), dispute.ActorID(speaker), dispute.StanceAsserts, dispute.ClaimID(id)))
	}
	claim("a1", "mali", "Mali has closed its border", "wire")
	claim("a2", "niger", "Niger has closed its border", "wire")
	claim("a3", "chad", "Chad has closed its border", "post") // of another's word
	claim("b1", "mali", "the price of salt in Mali rose", "wire")
	claim("b2", "chad", "the price of salt in Chad rose", "wire")
	claim("c1", "mali", "Malian troops left", "wire") // of no actor's name
	claim("c2", "niger", "Nigerien troops left", "wire")
	claim("d1", "mali", "Mali gives aid", "wire")
	claim("d2", "niger", "Niger gives aid", "wire")
	claim("d3", "chad", "Chad gives aid", "wire")
	text := full(disputetest.View(t, r, dispute.Lens{})).Text()
	for _, want := range []string{
		"- Mali and Niger have each closed their border: (2,0)≤1°; for 1\n",
		"- Chad has closed its border: (2,0)≤1°; for 2\n",
		"- The price of salt in Mali rose (the same of Chad): (2,0)≤1°; for 1\n",
		"- Malian troops left: (2,0)≤1°; for 1\n",
		"- Nigerien troops left: (2,0)≤1°; for 1\n",
		"- Mali gives aid (the same of Niger and Chad): (2,0)≤1°; for 1\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("lacks %q", want)
		}
	}
	if t.Failed() {
		t.Log(text)
	}
}

// Figures whose texts end alike stand together on the screen, each whole, and no
// other text is cut.
func TestFiguresTogether(t *testing.T) {
	r := disputetest.Counting(map[dispute.ClaimID]string{"few": "3", "many": "9"}, disputetest.States("rebels", "few"), disputetest.States("rebels", "many"))
	r.Actors = append(r.Actors, dispute.Actor{ID: "rebels", Kind: dispute.ActorArmedGroup, Name: "the rebels"})
	r.Events[0].Participants = []dispute.Participant{{Role: dispute.RoleActor, Actor: "rebels"}}
	for _, c := range []struct{ few, many, want string }{
		{"3 guards were killed", "9 rebels were killed", "3 guards and 9 rebels were killed: by the rebels (≤1)"},
		{"3 guards and a cook were killed", "9 rebels and a cook were killed", "3 guards and a cook were killed; 9 rebels and a cook were killed: by the rebels (≤1)"},
		{"three died", "nine died", "Three died; nine died: by the rebels (≤1)"},
		{"were killed", "9 were killed", "Were killed; 9 were killed: by the rebels (≤1)"},
	} {
		for i := range r.Claims {
			r.Claims[i].Text = map[dispute.ClaimID]string{"few": c.few, "many": c.many}[r.Claims[i].ID]
		}
		text := briefing.New(disputetest.View(t, r, dispute.Lens{}), briefing.Options{}).Text()
		if !strings.Contains(text, "- "+c.want) {
			t.Errorf("lacks %q:\n%s", c.want, text)
		}
	}
}
