package origins_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/export/origins"
	"github.com/dispute-go/dispute/internal/disputetest"
	"github.com/dispute-go/dispute/sahel2024"
)

// Where a claim comes from: both parties to the assistance say so, each interested.
func ExampleText() {
	dossier, err := dispute.Compile(sahel2024.Record())
	if err != nil {
		fmt.Println(err)
		return
	}
	view, err := dossier.View(dispute.Lens{})
	if err != nil {
		fmt.Println(err)
		return
	}
	text, err := origins.Text(view, "russia-assists-mali")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(text)
	// Output:
	// Russia gives Mali security assistance [russia-assists-mali]
	// alleged (1,0) — for: [1] Mali, [2] Russia (at most 2 origins); not adjudicated
	// 2 statements by 2 known speakers: at most 2 origins for and no origin against it; independence is not established
	//
	// Said first-hand: at most 2 origins
	//   origin 1
	//     Mali's foreign minister, on behalf of Mali, said that Russia gives Mali security assistance — the joint press conference of the foreign ministers of Mali and Russia in Bamako on 7 February 2023 [mali-confirms-assistance]
	//       interested
	//   origin 2
	//     Russia's foreign minister, on behalf of Russia, said that Russia gives Mali security assistance — the joint press conference of the foreign ministers of Mali and Russia in Bamako on 7 February 2023 [russia-confirms-assistance]
	//       interested
}

// Nothing marked in random records is told, in either form, and the graph has as many
// brackets closed as open.
func TestConfidences(t *testing.T) {
	for seed := range uint64(60) {
		r := disputetest.ConfidentialRecord(seed)
		v := disputetest.View(t, r, dispute.Lens{})
		for c := range v.Claims(dispute.ClaimQuery{}) {
			for _, form := range []func(*dispute.View, dispute.ClaimID) (string, error){origins.Text, origins.DOT, origins.Mermaid} {
				text, err := form(v, c.ID)
				if err != nil || strings.Contains(text, disputetest.Marker) {
					t.Errorf("seed %d, %s: %v\n%s", seed, c.ID, err, text)
				}
			}
		}
	}
}

func TestUnknownClaim(t *testing.T) {
	v := disputetest.View(t, sahel2024.Record(), dispute.Lens{})
	for _, view := range []*dispute.View{v, nil} {
		for _, form := range []func(*dispute.View, dispute.ClaimID) (string, error){origins.Text, origins.DOT, origins.Mermaid} {
			if text, err := form(view, "wagner-is-rusian"); err == nil || text != "" || !strings.Contains(err.Error(), `no claim "wagner-is-rusian"`) {
				t.Errorf("%q, %v", text, err)
			}
		}
	}
}
