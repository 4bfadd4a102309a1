package fold_test

import (
	"errors"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/fold"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// TestLateEvents inserts and removes events one by one and compares with a
// fold of what is left.
func TestLateEvents(t *testing.T) {
	rules := defaultRules(t)
	codes := codesOf(t, rules)
	for seed := range uint64(200) {
		editLate(t, rules, codes, rand.New(rand.NewPCG(seed, 6)))
	}
}

// FuzzLate lets arbitrary choices make the events and what is done with them.
func FuzzLate(f *testing.F) {
	rules := defaultRules(f)
	codes := codesOf(f, rules)
	addChoices(f)
	f.Fuzz(func(t *testing.T, choices []byte) {
		editLate(t, rules, codes, rand.New(&disputetest.Choices{Bytes: choices}))
	})
}

// addChoices adds seeds of choices.
func addChoices(f *testing.F) {
	for seed := range uint64(12) {
		f.Add(disputetest.SomeChoices(seed))
	}
}

// editLate inserts and removes events of a fold one by one, merges another fold
// into it, and compares with one fold of all that is left.
func editLate(t *testing.T, rules *fold.Rules, codes []fold.Code, rng *rand.Rand) {
	t.Helper()
	events := codedFeed(rng, codes, 1+rng.IntN(200))
	split, merged := rng.IntN(len(events)), rng.IntN(len(events)+1)
	f := foldOf(t, rules, fold.Options{Workers: 1 + rng.IntN(3), Removable: true}, events[:split])
	in := map[int]bool{}
	for p := range split {
		in[p] = true
	}
	for range 60 {
		p := rng.IntN(len(events))
		var ok bool
		var err error
		idle := events[p].Code == 0 || events[p].From == events[p].To
		want := in[p]
		if rng.IntN(2) == 0 {
			ok, err = f.Insert(uint32(p), events[p])
			want, in[p] = !in[p], true
		} else {
			ok, err = f.Remove(uint32(p), events[p])
			delete(in, p)
		}
		if err != nil || ok != (want && !idle) {
			t.Fatalf("event %d: %v, %v, want %v", p, ok, err, want && !idle)
		}
	}
	other := fold.NewCoded(rules, fold.Options{Removable: true})
	for p := merged; p < len(events); p++ {
		if !in[p] {
			in[p] = true
			if _, err := other.Insert(uint32(p), events[p]); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.Merge(other); err != nil {
		t.Fatal(err)
	}
	left := fold.NewCoded(rules, fold.Options{})
	if err := left.AddAt(at(events, slices.Sorted(maps.Keys(in)))); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(slices.Collect(left.Spells()), slices.Collect(f.Spells())); diff != "" {
		t.Fatalf("(-refolded +edited):\n%s", diff)
	}
}

// Who is not in a fold cannot be removed, nor anybody from one that drops what
// cannot decide.
func TestRemovingFromAFold(t *testing.T) {
	f := fold.NewNamed(nil, fold.Options{Removable: true})
	if ok, err := f.Remove(0, fold.Event{From: "a", To: "b", Kind: dispute.KindSeverRelations, Day: dayOf("2024-08-04")}); ok || err != nil {
		t.Errorf("removing from an empty fold: %v, %v", ok, err)
	}
	if _, err := fold.NewCoded(nil, fold.Options{}).Remove(0, fold.CodedEvent{}); !errors.Is(err, dispute.ErrValue) {
		t.Errorf("removal from a fold that is not Removable: %v", err)
	}
	_, err := fold.NewNamed(nil, fold.Options{}).Remove(7, fold.Event{From: "a", To: "b", Kind: dispute.KindSeverRelations, Day: dayOf("2024-08-04")})
	if want := "invalid value: a removal at position 7 from a fold that drops what cannot decide, expected one made with Options.Removable"; !errors.Is(err, dispute.ErrValue) || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

// A truce that has no end on file is the same as one that has not ended: either way
// nothing gives back what was before.
func TestRemovingATruceWithoutAnEnd(t *testing.T) {
	rules := defaultRules(t)
	truce := fold.CodedEvent{Day: 5, From: 1, To: 2, Code: codeOf(t, rules, dispute.KindDeclareTruce)}
	never := truce
	never.MoreDays = fold.NoEnd
	ended := truce
	ended.MoreDays = 3
	for _, c := range []struct {
		in, out fold.CodedEvent
		want    bool
	}{{truce, never, true}, {never, truce, true}, {ended, truce, false}, {never, ended, false}, {ended, ended, true}} {
		f := foldOf(t, rules, fold.Options{Removable: true}, []fold.CodedEvent{c.in})
		if ok, err := f.Remove(0, c.out); err != nil || ok != c.want {
			t.Errorf("%d more days, removed as %d more: %t, %v, want %t", c.in.MoreDays, c.out.MoreDays, ok, err, c.want)
		}
	}
}
