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

// More changes than wait for a worker are put in order in between, of a stream as of
// a fold that is merged.
func TestMoreThanWaits(t *testing.T) {
	const days, first = 8_400_000, -4_000_000
	f := fold.NewCoded(nil, fold.Options{})
	codes := []fold.Code{codeOf(t, f.Rules(), dispute.KindSeverRelations), codeOf(t, f.Rules(), dispute.KindRestoreRelations)}
	if err := f.Add(func(yield func(fold.CodedEvent) bool) {
		for i := range int32(days) {
			if !yield(fold.CodedEvent{Day: first + i, From: 1, To: 2, Code: codes[i&1]}) {
				return
			}
		}
	}); err != nil {
		t.Fatal(err)
	}
	merged := fold.NewCoded(nil, fold.Options{})
	if err := merged.Merge(f); err != nil {
		t.Fatal(err)
	}
	for _, f := range []*fold.Coded{f, merged} {
		if f.Len() != days || f.Next() != days {
			t.Errorf("%d changes kept, next position %d, want %d", f.Len(), f.Next(), days)
		}
		for _, i := range []int32{0, 1, 1 << 22, 1<<22 + 1, 1<<23 - 1, 1 << 23, days - 1} {
			want := []dispute.State{dispute.StateSevered, dispute.StateEstablished}[i&1]
			if s, ok := f.On(1, 2, dispute.TrackDiplomaticRelations, first+i); !ok || s.State != want || s.Position != uint32(i) {
				t.Errorf("day %d: %+v, want %v by the event at position %d", first+i, s, want, i)
			}
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
