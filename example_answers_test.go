package dispute_test

import (
	"fmt"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/sahel2024"
)

// Two files on one dispute become one; where they differ, nobody decides.
func ExampleMerge() {
	ours := dispute.Record{Actors: []dispute.Actor{
		{ID: "mali", Kind: dispute.ActorState, Name: "Mali"},
		{ID: "ukraine", Kind: dispute.ActorState, Name: "Ukraine"},
	}}
	theirs := dispute.Record{Actors: []dispute.Actor{
		{ID: "mali", Kind: dispute.ActorState, Name: "Mali"},
		{ID: "ukraine", Kind: dispute.ActorGovernment, Name: "Ukraine"},
	}}
	_, err := dispute.Merge(ours, theirs)
	fmt.Println(err)
	// Output:
	// actor "ukraine" has different contents (kind): record 0 /actors/1 (version 1), record 1 /actors/1 (version 2), expected one
}

// What happened in the week of Mali's break; and what the later layer of the
// file made more precise, and what it put right.
func ExampleDiff() {
	d, err := dispute.Compile(sahel2024.Record())
	if err != nil {
		fmt.Println(err)
		return
	}
	view := func(l dispute.Lens) *dispute.View {
		v, err := d.View(l)
		if err != nil {
			fmt.Println(err)
		}
		return v
	}
	second := view(dispute.Lens{KnownBy: edtf.MustParseDay("2024-08-06")})
	for c := range dispute.Diff(view(dispute.Lens{KnownBy: edtf.MustParseDay("2024-08-01")}), second).Of(dispute.ChangeWorld) {
		if id, ok := strings.CutPrefix(c.Key, "event/"); ok && !strings.Contains(id, "/") {
			e, _ := second.Event(dispute.EventID(id))
			fmt.Printf("%v: %s\n", e.When, e.Summary)
		}
	}
	for _, c := range dispute.Diff(view(dispute.Lens{RecordedBy: edtf.MustParseDay("2024-08-21")}), view(dispute.Lens{})).Changes {
		for _, f := range c.Fields {
			if f.Path == "/when" && f.Before != "" || f.Path == "/publisher" && f.Before != "" {
				fmt.Printf("%v: %s%s %s, before %s\n", f.Kind, c.Key, f.Path, f.After, f.Before)
			}
		}
	}
	// Output:
	// 2024-08-04: Mali's military government accuses Ukraine of supporting international terrorism
	// 2024-08-04: Mali severs diplomatic relations with Ukraine
	// 2024-08-06: Niger's military government severs diplomatic relations with Ukraine out of solidarity with Mali
	// learnt: event/attack/when "2024-07-25/2024-07-27", before "[2024-07-21..2024-07-31]"
	// learnt: event/mali-cuts-ties/when "2024-08-04", before "[2024-08-01..2024-08-21]"
	// corrected: source/letter/publisher "mali-foreign-ministry", before "alliance-of-sahel-states"
}

// What Ukraine denies, what an organ of it implies, and what it left unanswered.
func ExampleView_Account() {
	d, err := dispute.Compile(sahel2024.Record())
	if err != nil {
		fmt.Println(err)
		return
	}
	v, err := d.View(dispute.Lens{})
	if err != nil {
		fmt.Println(err)
		return
	}
	a := v.Account("ukraine")
	for _, l := range a.Denies {
		fmt.Println("denies:", l)
	}
	for _, l := range a.Uncommitted {
		fmt.Println("not committed:", l.Speakers, l.Stance, l)
	}
	for _, q := range a.Unanswered {
		fmt.Println("unanswered by", q.Respondent)
	}
	// Output:
	// denies: Ukraine had a part in the attack
	// denies: Ukraine supported rebels in the Sahel
	// not committed: [gur-representative] implies Ukraine gave the Tuareg rebels information they needed for the attack
	// not committed: [gur-representative] implies Ukraine had a part in the attack
	// unanswered by ukraine-foreign-ministry
	// unanswered by ukraine-foreign-ministry
}

// What two parties agree on and what they dispute.
func ExampleView_Compare() {
	d, err := dispute.Compile(sahel2024.Record())
	if err != nil {
		fmt.Println(err)
		return
	}
	v, err := d.View(dispute.Lens{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, l := range v.Compare("mali", "russia").Agreed {
		fmt.Println("agreed:", l)
	}
	for _, l := range v.Compare("mali", "ukraine").Disputed {
		fmt.Println("disputed:", l, l.For[0].Attributions, l.Against[0].Attributions)
	}
	// Output:
	// agreed: Russia gives Mali security assistance
	// disputed: Ukraine supported rebels in the Sahel [letter-alleges-support] [ukraine-denies-support]
}
