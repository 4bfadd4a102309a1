package dispute

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Zero folds are empty folds, and nothing given is nothing added.
func TestZeroFolds(t *testing.T) {
	var coded CodedFold
	var dyad DyadFold
	day := dayOf("2024-08-04")
	if _, ok := coded.On(1, 2, TrackDiplomaticRelations, 3); ok || coded.Len() != 0 || coded.Next() != 0 || len(slices.Collect(coded.Spells())) != 0 {
		t.Error("a zero coded fold holds something")
	}
	for range coded.AllOn(1, 2, TrackSupport, 3) {
		t.Error("a zero coded fold has support")
	}
	if _, ok := dyad.On("a", "b", TrackDiplomaticRelations, day); ok || dyad.Len() != 0 || dyad.Next() != 0 || len(slices.Collect(dyad.Spells())) != 0 {
		t.Error("a zero fold of names holds something")
	}
	for _, err := range []error{coded.Add(nil), coded.AddAt(nil), coded.AddSlice(nil), coded.Merge(nil), coded.Merge(&CodedFold{}),
		dyad.Add(nil), dyad.AddAt(nil), dyad.AddSlice(nil), dyad.Merge(nil), dyad.Merge(&DyadFold{})} {
		if err != nil {
			t.Error(err)
		}
	}
	e := DyadEvent{From: "a", To: "b", Kind: KindSeverRelations, Day: day}
	fresh := &DyadFold{}
	if ok, err := fresh.Insert(0, e); !ok || err != nil {
		t.Fatalf("insert into a zero fold: %v, %v", ok, err)
	}
	want := NewDyadFold(nil, FoldOptions{})
	if err := want.AddSlice([]DyadEvent{e}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(slices.Collect(want.Spells()), slices.Collect(fresh.Spells())); diff != "" {
		t.Errorf("spells (-want +got):\n%s", diff)
	}
	var rules *FoldRules
	if code, err := rules.Code(KindSeverRelations, "", ""); err != nil || code == 0 {
		t.Errorf("nil rules have code %v, %v, want that of the default rules", code, err)
	}
	if f := NewCodedFold(nil, FoldOptions{Workers: math.MaxInt}); f.AddSlice([]CodedEvent{{Day: 1, From: 1, To: 2}}) != nil {
		t.Error("very many workers cannot add")
	}
}

// Whoever is not known is not made known by being removed.
func TestRemovingFromAFold(t *testing.T) {
	f := NewDyadFold(nil, FoldOptions{Removable: true})
	if ok, err := f.Remove(0, DyadEvent{From: "a", To: "b", Kind: KindSeverRelations, Day: dayOf("2024-08-04")}); ok || err != nil {
		t.Errorf("removing from an empty fold: %v, %v", ok, err)
	}
	if len(f.names) != 0 {
		t.Errorf("names %v, want none", f.names)
	}
	_, err := NewDyadFold(nil, FoldOptions{}).Remove(7, DyadEvent{From: "a", To: "b", Kind: KindSeverRelations, Day: dayOf("2024-08-04")})
	if want := "invalid value: a removal at position 7 from a fold that drops what cannot decide, expected one made with FoldOptions.Removable"; !errors.Is(err, ErrValue) || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

// Of a day of one pair, at most one change by each row of the rules is kept,
// but for the rows that the docs of CodedFold name.
func TestFoldKeepsLittleOfADay(t *testing.T) {
	all := map[Track]bool{TrackMembership: true} // joining, withdrawing, expelling
	for track := TrackDiplomaticRelations; tracks.valid(uint8(track)); track++ {
		f := NewCodedFold(nil, FoldOptions{})
		var codes []EventCode
		for _, r := range rulesOf(track, nil) {
			if all[track] && slices.Contains([]EventKind{KindJoin, KindWithdraw, KindExpelMember}, r.Event) {
				continue
			}
			code, err := f.Rules().Code(r.Event, r.From, r.To)
			if err != nil {
				t.Fatal(err)
			}
			codes = append(codes, code)
		}
		rng := rand.New(rand.NewPCG(1, uint64(track)))
		events := make([]CodedEvent, 20_000)
		for i := range events {
			events[i] = CodedEvent{Day: 5, From: 1, To: 2, Kind: codes[rng.IntN(len(codes))]}
		}
		if err := f.AddSlice(events); err != nil {
			t.Fatal(err)
		}
		if most := 2 * len(codes); f.Len() > most { // rows between parties go both ways
			t.Errorf("%v: %d changes of %d kept, want at most %d", track, f.Len(), len(events), most)
		}
	}
}

// What is dropped never mattered: an event may still come on any day at any
// position, and the fold that kept everything tells the same.
func TestFoldDropsOnlyWhatCannotDecide(t *testing.T) {
	for seed := range uint64(400) {
		rng := rand.New(rand.NewPCG(seed, 41))
		track := Track(1 + rng.IntN(int(TrackStance)))
		rules := rulesOf(track, nil)
		small, whole := NewCodedFold(nil, FoldOptions{}), NewCodedFold(nil, FoldOptions{Removable: true})
		event := func() CodedEvent {
			r := rules[rng.IntN(len(rules))]
			code, err := small.Rules().Code(r.Event, r.From, r.To)
			if err != nil {
				t.Fatal(err)
			}
			return CodedEvent{Day: int32(rng.IntN(3)), From: 1, To: 2, Kind: code, MoreDays: uint16(max(0, rng.IntN(6)-3))}
		}
		n := 1 + rng.IntN(40)
		positions := rng.Perm(4 * n)
		for i := range n {
			e, p := event(), uint32(positions[i])
			for _, f := range []*CodedFold{small, whole} {
				if i < n/2 {
					if err := f.AddAt(func(yield func(uint32, CodedEvent) bool) { yield(p, e) }); err != nil {
						t.Fatal(err)
					}
				} else if _, err := f.Insert(p, e); err != nil {
					t.Fatal(err)
				}
			}
		}
		if diff := cmp.Diff(fmt.Sprint(slices.Collect(whole.Spells())), fmt.Sprint(slices.Collect(small.Spells()))); diff != "" {
			t.Fatalf("seed %d, %v (-everything kept +dropped):\n%s", seed, track, diff)
		}
	}
}
