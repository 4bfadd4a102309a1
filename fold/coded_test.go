package fold_test

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/fold"
)

// TestAnswersDependOnEventsOnly folds the same events in many ways.
func TestAnswersDependOnEventsOnly(t *testing.T) {
	rules := defaultRules(t)
	codes := codesOf(t, rules)
	for seed := range uint64(300) {
		rng := rand.New(rand.NewPCG(seed, 5))
		events := codedFeed(rng, codes, rng.IntN(300))
		before := slices.Clone(events)
		o := fold.Options{Workers: rng.IntN(5), Removable: rng.IntN(2) == 0}
		want := slices.Collect(foldOf(t, rules, fold.Options{}, events).Spells())
		check := func(way string, f *fold.Coded) {
			t.Helper()
			if diff := cmp.Diff(want, slices.Collect(f.Spells())); diff != "" {
				t.Fatalf("seed %d, %s, %+v (-want +got):\n%s", seed, way, o, diff)
			}
			if f.Next() != int64(len(events)) {
				t.Fatalf("seed %d, %s: next position %d, want %d", seed, way, f.Next(), len(events))
			}
		}
		check("slice", foldOf(t, rules, o, events))

		f := fold.NewCoded(rules, o)
		if err := f.Add(slices.Values(events)); err != nil {
			t.Fatal(err)
		}
		check("stream", f)

		f = fold.NewCoded(rules, o)
		for part := range slices.Chunk(events, 1+rng.IntN(100)) {
			if err := f.AddSlice(part); err != nil {
				t.Fatal(err)
			}
		}
		check("portions", f)

		order := rng.Perm(len(events))
		f = fold.NewCoded(rules, o)
		if err := f.AddAt(at(events, order)); err != nil {
			t.Fatal(err)
		}
		check("shuffled", f)

		f = fold.NewCoded(rules, o)
		for _, p := range order {
			if _, err := f.Insert(uint32(p), events[p]); err != nil {
				t.Fatal(err)
			}
		}
		check("one by one", f)

		f = fold.NewCoded(rules, o)
		byPair := map[uint32][]int{}
		for p, e := range events {
			pair := min(e.From, e.To) + 7*max(e.From, e.To)
			byPair[pair%3] = append(byPair[pair%3], p)
		}
		for _, part := range slices.Sorted(maps.Keys(byPair)) {
			other := fold.NewCoded(rules, fold.Options{Workers: 1 + rng.IntN(3), Removable: o.Removable})
			if err := other.AddAt(at(events, byPair[part])); err != nil {
				t.Fatal(err)
			}
			kept := slices.Collect(other.Spells())
			if err := f.Merge(other); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(kept, slices.Collect(other.Spells())); diff != "" {
				t.Fatalf("seed %d: merging changed the other (-want +got):\n%s", seed, diff)
			}
		}
		check("merged by pair", f)

		f = fold.NewCoded(rules, o)
		for half := range slices.Chunk(order, max(1, (len(order)+1)/2)) {
			other := fold.NewCoded(rules, fold.Options{Removable: o.Removable})
			if err := other.AddAt(at(events, half)); err != nil {
				t.Fatal(err)
			}
			if err := f.Merge(other); err != nil {
				t.Fatal(err)
			}
		}
		check("merged by halves", f)
		if diff := cmp.Diff(before, events); diff != "" {
			t.Fatalf("seed %d: the input has changed (-want +got):\n%s", seed, diff)
		}
	}
}

func TestCodedRefuses(t *testing.T) {
	rules := defaultRules(t)
	codes := len(codesOf(t, rules))
	sever := codeOf(t, rules, dispute.KindSeverRelations)
	tests := []struct {
		name  string
		event fold.CodedEvent
		err   error
		text  string
	}{
		{"code", fold.CodedEvent{To: 1, Code: fold.Code(codes)}, dispute.ErrValue,
			fmt.Sprintf("invalid value: event code %d, expected less than %d", codes, codes)},
		{"actor", fold.CodedEvent{From: fold.MaxActor + 1, Code: sever}, dispute.ErrLimit,
			"over the limit: actor number 268435456, expected at most 268435455"},
		{"early day", fold.CodedEvent{Day: fold.MinDay - 1, To: 1, Code: sever}, dispute.ErrLimit,
			`over the limit: day -8000001 ("-19934-09-28"), expected -8000000 to 8000000`},
		{"late day", fold.CodedEvent{Day: fold.MaxDay + 1, To: 1, Code: sever}, dispute.ErrLimit,
			`over the limit: day 8000001 ("23873-04-05"), expected -8000000 to 8000000`},
	}
	good := fold.CodedEvent{Day: 3, From: 1, To: 2, Code: sever}
	want := []fold.CodedSpell{
		{Track: dispute.TrackDiplomaticRelations, State: dispute.StateEstablished, From: 1, To: 2, First: fold.OpenStart, Last: 2, Presupposed: true},
		{Track: dispute.TrackDiplomaticRelations, State: dispute.StateSevered, From: 1, To: 2, First: 3, Last: fold.OpenEnd},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			late := good
			late.Day = 1
			f := fold.NewCoded(rules, fold.Options{Workers: 2})
			if err := f.AddSlice([]fold.CodedEvent{good, tt.event, late}); !errors.Is(err, tt.err) || err.Error() != tt.text {
				t.Errorf("got error %v, want %q", err, tt.text)
			}
			if diff := cmp.Diff(want, slices.Collect(f.Spells())); diff != "" || f.Next() != 1 {
				t.Errorf("next %d; what came before is not kept alone (-want +got):\n%s", f.Next(), diff)
			}
			if _, err := f.Insert(7, tt.event); !errors.Is(err, tt.err) || err.Error() != tt.text {
				t.Errorf("insert: got error %v, want %q", err, tt.text)
			}
		})
	}
	f := foldOf(t, rules, fold.Options{}, []fold.CodedEvent{good})
	if _, err := f.Remove(0, good); !errors.Is(err, dispute.ErrValue) {
		t.Errorf("removal from a fold that is not Removable: %v", err)
	}
	if _, err := f.Insert(math.MaxUint32, good); err != nil {
		t.Fatal(err)
	}
	if err := f.AddSlice([]fold.CodedEvent{good}); !errors.Is(err, dispute.ErrLimit) {
		t.Errorf("position 2³²: %v", err)
	}
	if err := f.Merge(fold.NewCoded(rules, fold.Options{Removable: true})); !errors.Is(err, dispute.ErrValue) {
		t.Errorf("merging one that is Removable into one that is not: %v", err)
	}
	other, err := fold.NewRules(dispute.DefaultRules()[1:])
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Merge(fold.NewCoded(other, fold.Options{})); !errors.Is(err, dispute.ErrValue) {
		t.Errorf("merging one with other rules: %v", err)
	}
	if err := f.Merge(fold.NewCoded(nil, fold.Options{})); err != nil {
		t.Errorf("merging one with equal rules: %v", err)
	}
	kept := slices.Collect(f.Spells())
	if err := f.Merge(f); err != nil {
		t.Errorf("merging one with itself: %v", err)
	}
	if diff := cmp.Diff(kept, slices.Collect(f.Spells())); diff != "" {
		t.Errorf("merging with itself has changed it (-want +got):\n%s", diff)
	}
}

// TestCodedAtTheLimits folds at the outermost days and actors.
func TestCodedAtTheLimits(t *testing.T) {
	rules := defaultRules(t)
	raid := codeOf(t, rules, dispute.KindAttack)
	f := foldOf(t, rules, fold.Options{}, []fold.CodedEvent{
		{Day: fold.MinDay, From: fold.MaxActor, To: fold.MaxActor - 1, Code: raid},
		{Day: fold.MaxDay, From: fold.MaxActor, To: fold.MaxActor - 1, Code: raid, MoreDays: fold.NoEnd - 1},
	})
	spell := fold.CodedSpell{Track: dispute.TrackHostility, From: fold.MaxActor, To: fold.MaxActor - 1}
	row := func(s dispute.State, first, last int32, position uint32, ended, presupposed bool) fold.CodedSpell {
		x := spell
		x.State, x.First, x.Last, x.Position, x.Ended, x.Presupposed = s, first, last, position, ended, presupposed
		return x
	}
	want := []fold.CodedSpell{
		row(dispute.StateNone, fold.OpenStart, fold.MinDay-1, 0, false, true),
		row(dispute.StateForce, fold.MinDay, fold.MinDay, 0, false, false),
		row(dispute.StateNone, fold.MinDay+1, fold.MaxDay-1, 0, true, false),
		row(dispute.StateForce, fold.MaxDay, fold.MaxDay+65534, 1, false, false),
		row(dispute.StateNone, fold.MaxDay+65535, fold.OpenEnd, 1, true, false),
	}
	if diff := cmp.Diff(want, slices.Collect(f.Spells())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestManyLastingEventsOfOnePair has 100,000 events that go on beyond each
// other, inserted in bulk, and compares with the hostility that is the highest
// of what goes on.
func TestManyLastingEventsOfOnePair(t *testing.T) {
	rules := defaultRules(t)
	kinds := []dispute.EventKind{dispute.KindThreatenForce, dispute.KindShowForce, dispute.KindAttack}
	n := 100_000
	if testing.Short() {
		n = 5_000
	}
	rng := rand.New(rand.NewPCG(3, 3))
	events := make([]fold.CodedEvent, n)
	const days = 20_000
	var level [days + 3_000][3]int // how many of each kind begin less end on a day
	for i := range events {
		k := rng.IntN(3)
		code := codeOf(t, rules, kinds[k])
		more := rng.IntN(2_000) >> (4 * k)
		first := rng.Int32N(days)
		events[i] = fold.CodedEvent{Day: first, From: 5, To: 9, Code: code, MoreDays: uint16(more)}
		level[first][k]++
		level[int(first)+more+1][k]--
	}
	f := foldOf(t, rules, fold.Options{}, events)
	var going [3]int
	spells := slices.Collect(f.SpellsOf(5, 9, dispute.TrackHostility))
	at := 0
	for day := range int32(len(level)) {
		want := dispute.StateNone
		for k, s := range []dispute.State{dispute.StateThreat, dispute.StateDisplay, dispute.StateForce} {
			if going[k] += level[day][k]; going[k] > 0 {
				want = s
			}
		}
		for spells[at].Last < day {
			at++
		}
		if got := spells[at].State; got != want {
			t.Fatalf("day %d: %s, want %s", day, got, want)
		}
	}
}
