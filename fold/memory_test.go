package fold_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/fold"
)

// Of a day of one pair, at most one change by each row of the rules is kept,
// but for the rows that the docs of fold.Coded name.
func TestLittleIsKeptOfADay(t *testing.T) {
	all := map[dispute.Track]bool{dispute.TrackMembership: true} // joining, withdrawing, expelling
	for track := dispute.TrackDiplomaticRelations; len(track.States()) > 0; track++ {
		f := fold.NewCoded(nil, fold.Options{})
		var codes []fold.Code
		for _, r := range rulesOn(track) {
			if all[track] && slices.Contains([]dispute.EventKind{dispute.KindJoin, dispute.KindWithdraw, dispute.KindExpelMember}, r.Event) {
				continue
			}
			code, err := f.Rules().Code(r.Event, r.From, r.To)
			if err != nil {
				t.Fatal(err)
			}
			codes = append(codes, code)
		}
		rng := rand.New(rand.NewPCG(1, uint64(track)))
		events := make([]fold.CodedEvent, 20_000)
		for i := range events {
			events[i] = fold.CodedEvent{Day: 5, From: 1, To: 2, Code: codes[rng.IntN(len(codes))]}
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
func TestOnlyWhatCannotDecideIsDropped(t *testing.T) {
	for seed := range uint64(400) {
		rng := rand.New(rand.NewPCG(seed, 41))
		track := dispute.Track(1 + rng.IntN(int(dispute.TrackStance)))
		rules := rulesOn(track)
		small, whole := fold.NewCoded(nil, fold.Options{}), fold.NewCoded(nil, fold.Options{Removable: true})
		event := func() fold.CodedEvent {
			r := rules[rng.IntN(len(rules))]
			code, err := small.Rules().Code(r.Event, r.From, r.To)
			if err != nil {
				t.Fatal(err)
			}
			return fold.CodedEvent{Day: int32(rng.IntN(3)), From: 1, To: 2, Code: code, MoreDays: int32(max(0, rng.IntN(6)-3))}
		}
		n := 1 + rng.IntN(40)
		positions := rng.Perm(4 * n)
		for i := range n {
			e, p := event(), uint32(positions[i])
			for _, f := range []*fold.Coded{small, whole} {
				if i < n/2 {
					if err := f.AddAt(func(yield func(uint32, fold.CodedEvent) bool) { yield(p, e) }); err != nil {
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

// Of many changes of a day, only those that can decide anything are kept.
func TestWhatCanDecideIsKept(t *testing.T) {
	rules := defaultRules(t)
	var events []fold.CodedEvent
	for _, kind := range []dispute.EventKind{dispute.KindAttack, dispute.KindThreatenForce, dispute.KindBlockade, dispute.KindPraise, dispute.KindCondemn} {
		code := codeOf(t, rules, kind)
		for range 100 {
			events = append(events, fold.CodedEvent{Day: 7, From: 1, To: 2, Code: code})
		}
	}
	for _, tt := range []struct {
		o    fold.Options
		want int
	}{{fold.Options{}, 5}, {fold.Options{Removable: true}, len(events)}} {
		if got := foldOf(t, rules, tt.o, events).Len(); got != tt.want {
			t.Errorf("%+v: %d changes kept, want %d: of hostility the first and the last of each level, of stance the last praise and what followed it", tt.o, got, tt.want)
		}
	}
}
