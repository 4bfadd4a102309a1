package fold_test

import (
	"fmt"
	"slices"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/fold"
)

// A feed of named events, in the order in which they came in.
func ExampleNamed() {
	f := fold.NewNamed(nil, fold.Options{})
	err := f.AddSlice([]fold.Event{
		{From: "niger", To: "ukraine", Kind: dispute.KindSeverRelations, Day: edtf.MustParseDay("2024-08-06")},
		{From: "mali", To: "ukraine", Kind: dispute.KindSeverRelations, Day: edtf.MustParseDay("2024-08-04")},
		{From: "iran", To: "israel", Kind: dispute.KindAttack, Day: edtf.MustParseDay("2024-04-13"), MoreDays: 1},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	if s, ok := f.On("ukraine", "mali", dispute.TrackDiplomaticRelations, edtf.MustParseDay("2024-09-01")); ok {
		fmt.Printf("1 September: %s since %s, by event %d\n", s.State, s.First, s.Position)
	}
	if _, ok := f.On("burkina-faso", "ukraine", dispute.TrackDiplomaticRelations, edtf.MustParseDay("2024-09-01")); !ok {
		fmt.Println("Burkina Faso and Ukraine: no change recorded")
	}
	for s := range f.SpellsOf("iran", "israel", dispute.TrackHostility) {
		fmt.Printf("%s %s..%s\n", s.State, s.First, s.Last)
	}
	// Output:
	// 1 September: severed since 2024-08-04, by event 1
	// Burkina Faso and Ukraine: no change recorded
	// none ..2024-04-12
	// force 2024-04-13..2024-04-14
	// none 2024-04-15..
}

// A feed whose actors and kinds already have numbers.
func ExampleCoded() {
	rules, err := fold.NewRules(nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	sever, err := rules.Code(dispute.KindSeverRelations, "", "")
	if err != nil {
		fmt.Println(err)
		return
	}
	restore, err := rules.Code(dispute.KindRestoreRelations, "", "")
	if err != nil {
		fmt.Println(err)
		return
	}
	feed := []fold.CodedEvent{{Day: 100, From: 1, To: 2, Code: sever}, {Day: 40, From: 2, To: 7, Code: sever}}
	f := fold.NewCoded(rules, fold.Options{Workers: 2})
	if err := f.Add(slices.Values(feed)); err != nil {
		fmt.Println(err)
		return
	}
	if _, err := f.Insert(uint32(f.Next()), fold.CodedEvent{Day: 70, From: 7, To: 2, Code: restore}); err != nil {
		fmt.Println(err)
		return
	}
	for s := range f.Spells() {
		if !s.Presupposed {
			fmt.Printf("%d–%d %s from day %d, open end %t\n", s.From, s.To, s.State, s.First, s.Last == fold.OpenEnd)
		}
	}
	// Output:
	// 1–2 severed from day 100, open end true
	// 2–7 severed from day 40, open end false
	// 2–7 established from day 70, open end true
}

// Two parts of a stream, split by pairs of actors, as a distributed engine
// folds them. The positions are those of the whole stream.
func ExampleCoded_Merge() {
	rules, err := fold.NewRules(nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	attack, err := rules.Code(dispute.KindAttack, "", "")
	if err != nil {
		fmt.Println(err)
		return
	}
	stream := []fold.CodedEvent{{Day: 3, From: 1, To: 2, Code: attack}, {Day: 5, From: 4, To: 3, Code: attack}, {Day: 4, From: 1, To: 2, Code: attack}}
	parts := []*fold.Coded{fold.NewCoded(rules, fold.Options{}), fold.NewCoded(rules, fold.Options{})}
	for i, part := range parts {
		err := part.AddAt(func(yield func(uint32, fold.CodedEvent) bool) {
			for position, e := range stream {
				if int(e.From)%2 == i && !yield(uint32(position), e) {
					return
				}
			}
		})
		if err != nil {
			fmt.Println(err)
			return
		}
	}
	if err := parts[0].Merge(parts[1]); err != nil {
		fmt.Println(err)
		return
	}
	for s := range parts[0].Spells() {
		if s.State == dispute.StateForce {
			fmt.Printf("%d→%d days %d to %d, by event %d\n", s.From, s.To, s.First, s.Last, s.Position)
		}
	}
	// Output:
	// 1→2 days 3 to 4, by event 0
	// 4→3 days 5 to 5, by event 1
}
