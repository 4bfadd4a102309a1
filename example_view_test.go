package dispute_test

import (
	"fmt"
	"log"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/sahel2024"
)

// A claim is asked for by its ID. The pair says how much is said for it and against it;
// the roots say by whom.
func ExampleView_Status() {
	view := sahel(dispute.Lens{})
	status := view.Status("ukraine-involved-in-attack")
	fmt.Println(status.Label, status.For.Level, status.Against.Level, status.Standing)
	for _, root := range status.Against.Roots() {
		fmt.Println("against:", root.Speakers, "interested:", root.Interested)
	}
	// Output:
	// contested 1 1 open
	// against: [ukraine] interested: true
}

// An act that words do is accepted on its doer's own word.
func ExampleView_EventStatus() {
	view := sahel(dispute.Lens{})
	status := view.EventStatus("mali-cuts-ties-dated")
	fmt.Println(status.Standing, "by the rule", status.Rule)
	for _, doer := range status.Doers {
		fmt.Println(doer.Actor, doer.Standing, doer.Rule)
	}
	// Output:
	// accepted by the rule performative
	// mali accepted performative
}

// The timeline lists events in an order that agrees with all that is certain of it.
func ExampleView_Timeline() {
	view := sahel(dispute.Lens{RecordedBy: edtf.MustParseDay("2024-08-21")})
	for _, entry := range view.Timeline().Entries {
		if event, _ := view.Event(entry.Event); event.Kind == dispute.KindSeverRelations {
			fmt.Println(entry.Span, "—", event.Summary)
		}
	}
	// Output:
	// between 1 and 21 August 2024 — Mali severs diplomatic relations with Ukraine
	// between 1 and 21 August 2024 — Niger's military government severs diplomatic relations with Ukraine
}

// A relation is asked for the state on a day. No change recorded is not the same as none.
func ExampleView_Relation() {
	view := sahel(dispute.Lens{})
	day := edtf.MustParseDay("2024-08-07")
	for _, state := range []dispute.ActorID{"niger", "burkina-faso"} {
		on := view.Relation(state, "ukraine", dispute.TrackDiplomaticRelations).On(day)
		fmt.Println(state, "no change recorded:", on.NoChangeRecorded)
		for _, s := range on.States {
			fmt.Println(" ", s.State, s.Certainty)
		}
	}
	// Output:
	// niger no change recorded: false
	//   severed certain
	// burkina-faso no change recorded: true
}

// A question is open until somebody answers it, and not something else.
func ExampleView_OpenQuestions() {
	view := sahel(dispute.Lens{RecordedBy: edtf.MustParseDay("2024-08-29")})
	for _, question := range view.OpenQuestions() {
		fmt.Println(question.Kind, question.Respondent, question.Event, question.AsOf)
	}
	// Output:
	// no-response ukraine-foreign-ministry  2024-08-21
	// no-response ukraine-foreign-ministry  2024-08-21
	// no-response un-security-council demand-to-council 2024-08-29
	// overdue  council-deliberation 2024-08-29
}

// Rival figures stand side by side, each with who gives it.
func ExampleView_Figures() {
	view := sahel(dispute.Lens{})
	for _, set := range view.Figures("attack-dated") {
		fmt.Println(set.Category, "of", set.Of)
		for _, row := range set.Rows {
			fmt.Println(" ", *row.Low, row.Label, row.Stated[0].Speakers)
		}
	}
	// Output:
	// killed of malian-army
	//   47 alleged [tuareg-rebels]
	// killed of wagner-group
	//   84 alleged [tuareg-rebels]
}

// Rival dates of one event stand side by side, each with who gives it.
func ExampleView_Dates() {
	dated := func(id dispute.ClaimID, when string) dispute.Claim {
		return dispute.Claim{ID: id, Text: "the raid was on " + when, Content: dispute.Content{Dating: &dispute.Dating{Event: "raid", When: edtf.MustParse(when)}}}
	}
	says := func(id dispute.AttributionID, who dispute.ActorID, claim dispute.ClaimID) dispute.Attribution {
		return dispute.Attribution{ID: id, Speaker: who, Stance: dispute.StanceAsserts, Claim: claim, Lineage: dispute.LineageFirstHand}
	}
	dossier, err := dispute.Compile(dispute.Record{
		Actors:       []dispute.Actor{{ID: "courier", Kind: dispute.ActorMedium, Name: "The Courier"}, {ID: "herald", Kind: dispute.ActorMedium, Name: "The Herald"}},
		Events:       []dispute.Event{{ID: "raid", Kind: dispute.KindAttack}},
		Claims:       []dispute.Claim{dated("on-the-4th", "2024-08-04"), dated("on-the-6th", "2024-08-06")},
		Attributions: []dispute.Attribution{says("c", "courier", "on-the-4th"), says("h", "herald", "on-the-6th")},
	})
	if err != nil {
		log.Fatal(err)
	}
	view, err := dossier.View(dispute.Lens{})
	if err != nil {
		log.Fatal(err)
	}
	for _, row := range view.Dates("raid").Rows {
		fmt.Println(row.When, row.Label, row.Stated[0].Speakers)
	}
	// Output:
	// 2024-08-04 reported [courier]
	// 2024-08-06 reported [herald]
}

// A snapshot holds every answer of a view as text under a key that stays the same.
func ExampleView_Snapshot() {
	snapshot := sahel(dispute.Lens{}).Snapshot()
	fact := snapshot.Fact("status/claim/ukraine-involved-in-attack")
	fmt.Println(len(fact.Items), "items, such as", fact.Items[0])
	// Output:
	// 21 items, such as actor/burkina-faso
}

// Actors are found by any spelling of their names, and by their codes. What is not on
// file is told from what nobody spoke of.
func ExampleView_Find() {
	view := sahel(dispute.Lens{})
	for _, actor := range view.Find("TUAREG rebels") {
		fmt.Println(actor.ID)
	}
	fmt.Println(view.Require(dispute.ClaimID("ukraine-suported-rebels").Ref()))
	// Output:
	// tuareg-rebels
	// dangling reference: no claim "ukraine-suported-rebels" on file; the nearest is "ukraine-supported-rebels"
}

// sahel looks at the embedded dossier through a lens.
func sahel(l dispute.Lens) *dispute.View {
	dossier, err := dispute.Compile(sahel2024.Record())
	if err != nil {
		log.Fatal(err)
	}
	view, err := dossier.View(l)
	if err != nil {
		log.Fatal(err)
	}
	return view
}
