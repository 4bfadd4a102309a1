package dispute_test

import (
	"fmt"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/sahel2024"
)

// asReported is the dossier as it was on file on 21 August 2024.
func asReported() *dispute.View {
	d, err := dispute.Compile(sahel2024.Record())
	if err != nil {
		panic(err)
	}
	v, err := d.View(dispute.Lens{RecordedBy: edtf.MustParseDay("2024-08-21")})
	if err != nil {
		panic(err)
	}
	return v
}

// What changed between Mali and Ukraine in two spans of time, as far as the
// report of 21 August dates it.
func ExampleRelation_Changes() {
	r := asReported().Relation("mali", "ukraine", dispute.TrackDiplomaticRelations)
	for _, last := range []string{"2024-08-07", "2024-08-31"} {
		for _, c := range r.Changes(edtf.MustParseDay("2024-07-31"), edtf.MustParseDay(last)) {
			fmt.Printf("by %s: %s: %s, from %v to %v [%s]\n", last, c.State, c.Certainty, c.Days.First, c.Days.Last, c.Event)
		}
	}
	// Output:
	// by 2024-08-07: severed: possible, from 2024-08-01 to 2024-08-07 [mali-cuts-ties]
	// by 2024-08-31: severed: certain, from 2024-08-01 to 2024-08-21 [mali-cuts-ties]
}

func ExampleRelation_FirstChange() {
	r := asReported().Relation("niger", "ukraine", dispute.TrackDiplomaticRelations)
	for _, c := range r.FirstChange() {
		fmt.Printf("%s: %s [%s]\n", c.State, c.Certainty, c.Event)
	}
	// Output:
	// severed: certain [niger-cuts-ties]
}

// The hostility of each year, as data on dyads and years have it.
func ExampleRelation_Years() {
	r := asReported().Relation("tuareg-rebels", "mali", dispute.TrackHostility)
	for y := range r.Years(2023, 2024) {
		fmt.Printf("%d: at least %s, at most %s\n", y.Year, y.AtLeast, y.AtMost)
	}
	// Output:
	// 2023: at least none, at most none
	// 2024: at least force, at most force
}

func ExampleRelation_CountDays() {
	r := asReported().Relation("mali", "ukraine", dispute.TrackDiplomaticRelations)
	d := r.CountDays(dispute.StateSevered, edtf.MustParseDay("2024-08-01"), edtf.MustParseDay("2024-08-31"))
	fmt.Printf("%s for %d to %d days of August 2024\n", d.State, d.AtLeast, d.AtMost)
	// Output:
	// severed for 11 to 31 days of August 2024
}

// Who followed whom in breaking with Ukraine: Niger followed Mali. Burkina Faso
// signed the letter, and no break by it is on file.
func ExampleView_Solidarity() {
	for f := range asReported().Solidarity(30) {
		if f.Track == dispute.TrackDiplomaticRelations {
			fmt.Printf("%s followed %s toward %s: %s, %s; %d to %d days later, within 30: %s\n",
				f.Follower, f.Leader, f.Toward, f.State, f.Motive, f.AtLeast, f.AtMost, f.Certainty)
		}
	}
	// Output:
	// niger followed mali toward ukraine: severed, because-of; 0 to 20 days later, within 30: certain
}
