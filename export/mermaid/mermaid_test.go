package mermaid_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/export/mermaid"
	"github.com/dispute-go/dispute/internal/disputetest"
)

func ExampleTimeline() {
	dossier, err := dispute.Compile(dispute.Record{
		Actors:  []dispute.Actor{{ID: "mali", Kind: dispute.ActorState, Name: "Mali"}, {ID: "ukraine", Kind: dispute.ActorState, Name: "Ukraine"}},
		Sources: []dispute.Source{{ID: "communique", Kind: dispute.SourceCommunique, Publisher: "mali"}},
		Events: []dispute.Event{{ID: "break", Kind: dispute.KindSeverRelations, Summary: "Mali: severs ties; for good", When: edtf.MustParse("2024-08-04"), Sources: []dispute.SourceID{"communique"},
			Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "mali"}, {Role: dispute.RoleTarget, Actor: "ukraine"}}}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	view, err := dossier.View(dispute.Lens{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(mermaid.Timeline(view, "A break"))
	// Output:
	// timeline
	//     title A break
	//     section 2024
	//         on 4 August 2024 : On 4 August 2024#58; Mali#58; severs ties#59; for good — Mali said so — alleged (1,0), at most 1 origin for it, not adjudicated#59; accepted as an act of Mali
}

// Sections are years, or what is known of them; the lens is in the title.
func TestSections(t *testing.T) {
	r := disputetest.Cast()
	for i, when := range []string{"2023-12-31", "2024-01-01", "[2024-03..2025-02]", "[..2022]", ""} {
		e := dispute.Event{ID: dispute.EventID(fmt.Sprint("e", i)), Kind: dispute.KindNegotiate, Summary: "talks"}
		if when != "" {
			e.When = edtf.MustParse(when)
		}
		r.Events = append(r.Events, e)
	}
	v := disputetest.View(t, r, dispute.Lens{KnownBy: disputetest.Day("2026-01-01"), RecordedBy: disputetest.Day("2026-01-02"), Standpoint: "aland"})
	var sections []string
	text := mermaid.Timeline(v, "Talks: all")
	for line := range strings.Lines(text) {
		if name, ok := strings.CutPrefix(strings.TrimSpace(line), "section "); ok {
			sections = append(sections, name)
		}
	}
	if got := strings.Join(sections, ", "); got != "by 2022, without a date, 2023, 2024, since 2024" {
		t.Errorf("sections %s", got)
	}
	if want := "title Talks#58; all, as known by 1 January 2026, as on file by 2 January 2026, as aland tells it\n"; !strings.Contains(text, want) {
		t.Errorf("%s\nwant %s", text, want)
	}
	if got := mermaid.Timeline(nil, ""); got != "timeline\n" {
		t.Errorf("of a nil view: %q", got)
	}
}

func TestConfidences(t *testing.T) {
	for seed := range uint64(60) {
		v := disputetest.View(t, disputetest.ConfidentialRecord(seed), dispute.Lens{})
		if text := mermaid.Timeline(v, ""); strings.Contains(text, disputetest.Marker) {
			t.Errorf("seed %d:\n%s", seed, text)
		}
	}
}
