package dispute_test

import (
	"fmt"
	"log"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/sahel2024"
)

func Example() {
	dossier, err := dispute.Compile(sahel2024.Record())
	if err != nil {
		log.Fatal(err)
	}
	view, err := dossier.View(dispute.Lens{RecordedBy: edtf.MustParseDay("2024-08-22")})
	if err != nil {
		log.Fatal(err)
	}
	day := edtf.MustParseDay("2024-08-07")
	for _, state := range []dispute.ActorID{"mali", "burkina-faso"} {
		relation := view.Relation(state, "ukraine", dispute.TrackDiplomaticRelations)
		fmt.Printf("%s–ukraine on %s: %s\n\n", state, day, relation.On(day))
	}
	fmt.Printf("Ukraine supported the rebels? %s\n\n", view.Status("ukraine-supported-rebels"))
	for _, question := range view.OpenQuestions() {
		fmt.Println("Open:", question)
	}
	// Output:
	// mali–ukraine on 2024-08-07: severed: certain (on 4 August 2024) — Mali severs diplomatic relations with Ukraine [mali-cuts-ties-dated], which took place on the word of Mali and of the reporting outlet
	//
	// burkina-faso–ukraine on 2024-08-07: no change recorded
	//
	// Ukraine supported the rebels? contested (1,1) — for: [1] implied by an unnamed representative of Ukraine's intelligence directorate GUR (by what they say on whether Ukraine gave the Tuareg rebels information they needed for the attack), [2] Burkina Faso, Mali and Niger jointly (at most 2 origins); against: [1] the Tuareg rebels, [2] Ukraine (at most 2 origins); not adjudicated
	//
	// Open: as of 21 August 2024, according to the reporting outlet, Ukraine's foreign ministry has not responded to the joint letter to the Security Council, in which Burkina Faso's foreign minister, Mali's foreign minister and Niger's foreign minister jointly, on behalf of Burkina Faso, Mali and Niger, said that Ukraine supported rebels in the Sahel
	// Open: as of 21 August 2024, according to the reporting outlet, Ukraine's foreign ministry has not responded to the allegation that Ukraine supports international terrorism
	// Open: as of 22 August 2024, no response from the Security Council to this is on file: The military governments of Burkina Faso, Mali and Niger, through their foreign ministers, ask the Security Council to condemn Ukraine for allegedly supporting rebels, to act against it so that stability in the region and in Africa is not threatened further, and to intervene for peace in the Sahel
	// Open: as of 22 August 2024, the time has begun in which this is expected, between 22 and 28 August 2024 (“in the coming days”), according to the reporting outlet: The Security Council deliberates on the matter
}

// A view from one party's standpoint takes that party's word. The evidence
// stays the same; only the standing differs.
func ExampleDossier_View() {
	dossier, err := dispute.Compile(sahel2024.Record())
	if err != nil {
		log.Fatal(err)
	}
	for _, party := range []dispute.ActorID{"", "mali", "ukraine"} {
		view, err := dossier.View(dispute.Lens{Standpoint: party})
		if err != nil {
			log.Fatal(err)
		}
		status := view.Status("ukraine-supported-rebels")
		fmt.Printf("standpoint %q: %s (%d,%d), %s\n", party, status.Label, status.For.Level, status.Against.Level, status.Standing)
	}
	// Output:
	// standpoint "": contested (1,1), open
	// standpoint "mali": contested (1,1), accepted
	// standpoint "ukraine": contested (1,1), dropped
}

// An undated event gets bounds from its links: Niger's break follows Mali's
// and comes before the report that tells of it.
func ExampleView_When() {
	dossier, err := dispute.Compile(sahel2024.Record())
	if err != nil {
		log.Fatal(err)
	}
	view, err := dossier.View(dispute.Lens{RecordedBy: edtf.MustParseDay("2024-08-21")})
	if err != nil {
		log.Fatal(err)
	}
	when := view.When("niger-cuts-ties")
	fmt.Println(when)
	fmt.Println(when.Reasons().Items())
	// Output:
	// between 1 and 21 August 2024
	// [event/mali-cuts-ties event/niger-cuts-ties event/report-published]
}

func ExampleView_Conflicts() {
	dossier, err := dispute.Compile(sahel2024.Record())
	if err != nil {
		log.Fatal(err)
	}
	view, err := dossier.View(dispute.Lens{})
	if err != nil {
		log.Fatal(err)
	}
	for _, conflict := range view.Conflicts() {
		fmt.Printf("%s: %s\n", conflict.Kind, conflict.String())
	}
	// Output:
	// speaker-against-principal: an unnamed representative of Ukraine's intelligence directorate GUR, not counted as committing Ukraine, said something adverse to it on whether Ukraine gave the Tuareg rebels information they needed for the attack
	// speaker-against-principal: what an unnamed representative of Ukraine's intelligence directorate GUR said, not counted as committing Ukraine, does not go together with the word of Ukraine itself: an unnamed representative of Ukraine's intelligence directorate GUR implied in hedged terms (“alleged”), in the words “necessary information”, that Ukraine gave the Tuareg rebels information they needed for the attack; Ukraine categorically denied that Ukraine supported rebels in the Sahel (scope: any support for rebel factions in the region)
	// speaker-against-principal: an unnamed representative of Ukraine's intelligence directorate GUR, not counted as committing Ukraine, and Ukraine itself differ on whether Ukraine had a part in the attack
	// re-attribution: a statement by the reporting outlet (outlet-names-publisher) was replaced by one by the outlet of a later news text (later-outlet-names-publisher), with another speaker and target
	// re-attribution: a statement by the Alliance of Sahel States (publisher-publishes-letter) was replaced by one by Mali's foreign ministry (publisher-publishes-letter-corrected), with another speaker and target
	// re-attribution: a statement by the Alliance of Sahel States (publisher-shows-letter) was replaced by one by Mali's foreign ministry (publisher-shows-letter-corrected), with another speaker
}

func ExampleView_Sentence() {
	dossier, err := dispute.Compile(sahel2024.Record())
	if err != nil {
		log.Fatal(err)
	}
	view, err := dossier.View(dispute.Lens{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(view.Sentence(dispute.AttributionID("ukraine-denies-support").Ref()))
	// Output:
	// Ukraine categorically denied that Ukraine supported rebels in the Sahel (scope: any support for rebel factions in the region) — Ukraine's denial
}

func ExampleLabelOf() {
	fmt.Println(dispute.LabelOf(1, 0), dispute.LabelOf(1, 1), dispute.LabelOf(3, 0), dispute.LabelOf(0, 4))
	// Output:
	// alleged contested corroborated refuted
}
