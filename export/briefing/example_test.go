package briefing_test

import (
	"fmt"
	"log"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/export/briefing"
	"github.com/dispute-go/dispute/sahel2024"
)

func ExampleNew() {
	record := sahel2024.Record()
	dossier, err := dispute.Compile(record)
	if err != nil {
		log.Fatal(err)
	}
	view, err := dossier.View(dispute.Lens{KnownBy: edtf.MustParseDay("2024-08-05")})
	if err != nil {
		log.Fatal(err)
	}
	b := briefing.New(view, briefing.Options{Title: record.Title})
	for _, section := range b.Screen {
		if section.Name == "contested" {
			line := section.Lines[0]
			fmt.Println(line.Head, "—", line.Mark, line.Items)
		}
	}
	fmt.Print("\n", b.Text())
	// Output:
	// Ukraine gave the Tuareg rebels information they needed for the attack — contested (1,1)≤1:1° [claim/ukraine-gave-information]
	//
	// Ukraine and three Sahel states, 2024
	// What was public by 5 August 2024.
	// Nothing here says who is right. °: not adjudicated.
	// Pair (for, against): 1 interested parties or hints, 2 an outside source, 3 one more or an admission, 4 a finding.
	// ≤2: at most two origins, however often repeated.
	//
	// CONTESTED: SAID AND DENIED
	// - Ukraine gave the Tuareg rebels information they needed for the attack: contested (1,1)°
	//   for ≤1: implied by an unnamed representative of Ukraine's intelligence directorate GUR
	//   against ≤1: Ukraine, indirectly
	// - Ukraine had a part in the attack: contested (1,1)°
	//   for ≤1: the same; against ≤1: Ukraine
	// - Ukraine supported rebels in the Sahel: contested (1,1)°
	//   for ≤1: implied by an unnamed representative of Ukraine's intelligence directorate GUR, indirectly
	//   against ≤1: Ukraine
	//
	// RELATIONS THAT CHANGED
	// - Diplomatic relations with Ukraine: severed by Mali on 4 August 2024
	// - Membership in the Alliance of Sahel States: member: Burkina Faso, Mali and Niger on 16 September 2023
	// - Stance of Mali towards Ukraine: critical on 4 August 2024
	//
	// ONLY CLAIMED: ALLEGED (1,0)° BY INTERESTED PARTIES
	// - Ukraine supports international terrorism: by Mali (≤1)
	// - 47 Malian soldiers and 84 fighters of the Wagner Group were killed in the attack; Tuareg rebels fight Malian
	//   soldiers and Wagner fighters in the battle of Tinzaouaten (from 25 to 27 July 2024); Tuareg rebels carried out
	//   the attack: by the Tuareg rebels (≤1)
	// - Russia gives Mali security assistance: by Mali and Russia (≤2)
	//
	// OPEN
	// - No response from Ukraine is on file to the accusation by Mali that Ukraine supports international terrorism
}

func ExampleChanges() {
	dossier, err := dispute.Compile(sahel2024.Record())
	if err != nil {
		log.Fatal(err)
	}
	var views [2]*dispute.View
	for i, day := range []string{"2024-08-05", "2024-08-06"} {
		if views[i], err = dossier.View(dispute.Lens{KnownBy: edtf.MustParseDay(day)}); err != nil {
			log.Fatal(err)
		}
	}
	fmt.Print(briefing.Changes(views[0], views[1], briefing.Options{Title: "Sahel"}).Markdown())
	// Output:
	// # Sahel: what changed
	//
	// From what was public by 5 August 2024 to what was public by 6 August 2024.
	//
	// Nothing here says who is right. °: not adjudicated.\
	// Pair (for, against): 1 interested parties or hints, 2 an outside source, 3 one more or an admission, 4 a finding.\
	// ≤2: at most two origins, however often repeated.
	//
	// ## What happened
	//
	// After 5 August 2024, if it did.
	//
	// - **Niger's military government severs diplomatic relations with Ukraine out of solidarity with Mali**: on 6 August 2024, alleged (1,0)≤1°, own act; said by Niger
	// - **Diplomatic relations between Niger and Ukraine**: severed on 6 August 2024 (before: no change recorded)
	//
	// ## What was learnt (and 2 more)
	//
	// Newly told since 5 August 2024, or more precisely; it may have been so before.
	//
	// - **Niger broke with Ukraine out of solidarity with Mali**: alleged (1,0)≤1°; said by Niger
	// - **Stance of Niger towards Mali**: newly claimed: supportive: alleged (1,0)≤1°
}
