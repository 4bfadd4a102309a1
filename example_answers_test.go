package dispute_test

import (
	"errors"
	"fmt"
	"os"
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
	// not committed: [gur-representative] asserts A representative of the GUR, the intelligence directorate of Ukraine's defence ministry, speaks about the attack
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

// Everything that is wrong with a text comes out at once, each with its place.
func ExampleDecode() {
	_, err := dispute.Decode(strings.NewReader(`{
  "format": "dispute/1",
  "claims": [
    {"id": "support", "Text": "Ukraine supported the rebels", "note": null}
  ],
  "attributions": [
    {"id": "letter", "stance": "alleges", "claim": "support", "source": "Letter 1"}
  ]
}`))
	if list, ok := errors.AsType[*dispute.RecordError](err); ok {
		for _, p := range list.Problems {
			fmt.Println(p)
		}
	}
	fmt.Println("a value is missing:", errors.Is(err, dispute.ErrMissing))
	// Output:
	// line 4 column 5: /claims/0/text: missing value: expected a string
	// line 4 column 23: /claims/0/Text: unknown field: "Text", expected "text"
	// line 4 column 71: /claims/0/note: wrong type: null, expected a string; a value that is absent has no key
	// line 7 column 32: /attributions/0/stance: invalid value: unknown stance "alleges": expected "asserts", "implies", "denies", "neither-confirms-nor-denies", "declines-comment", "has-not-responded", "interprets", "retracts" or "undercuts"
	// line 7 column 73: /attributions/0/source: invalid value: ID "Letter 1", expected characters of a-z, 0-9, '.', '_', ':' and '-'
	// a value is missing: true
}

// The text of a record does not depend on the order in which it was put
// together.
func ExampleEncode() {
	r := dispute.Record{
		Events: []dispute.Event{{
			ID:   "mali-cuts-ties",
			Kind: dispute.KindSeverRelations,
			When: edtf.MustParse("[2024-08-01..2024-08-21]"),
			Participants: []dispute.Participant{
				{Role: dispute.RoleTarget, Actor: "ukraine"},
				{Role: dispute.RoleActor, Actor: "mali"},
			},
		}},
	}
	if err := dispute.Encode(os.Stdout, r); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {
	//   "format": "dispute/1",
	//   "events": [
	//     {
	//       "id": "mali-cuts-ties",
	//       "kind": "sever-relations",
	//       "participants": [
	//         {
	//           "role": "actor",
	//           "actor": "mali"
	//         },
	//         {
	//           "role": "target",
	//           "actor": "ukraine"
	//         }
	//       ],
	//       "when": "[2024-08-01..2024-08-21]"
	//     }
	//   ]
	// }
}

func ExampleFieldError() {
	_, err := dispute.Compile(dispute.Record{Claims: []dispute.Claim{{ID: "a", Text: "One"}, {ID: "a", Text: "Two"}}})
	if first, ok := errors.AsType[*dispute.FieldError](err); ok {
		fmt.Println(first.Path, errors.Is(first, dispute.ErrDuplicateID))
	}
	// Output: /claims/1/id true
}

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
