package dispute_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

func TestMerge(t *testing.T) {
	mali := dispute.Actor{ID: "mali", Kind: dispute.ActorState, Name: "Mali", Aliases: []string{"Republic of Mali", "ML"}}
	maliShuffled := dispute.Actor{ID: "mali", Kind: dispute.ActorState, Name: "Mali", Aliases: []string{"ML", "Republic of Mali", "ML"}}
	maliRenamed := dispute.Actor{ID: "mali", Kind: dispute.ActorGovernment, Name: "The Republic of Mali", Aliases: mali.Aliases}
	ukraine := dispute.Actor{ID: "ukraine", Kind: dispute.ActorState, Name: "Ukraine"}
	battle := dispute.Event{ID: "battle", Kind: dispute.KindBattle, When: edtf.MustParse("2024-07")}
	sharper := dispute.Event{ID: "battle", Kind: dispute.KindBattle, When: edtf.MustParse("2024-07-25/2024-07-27")}
	// The same ID under another type is another item.
	claim := dispute.Claim{ID: "battle", Text: "a battle took place"}

	tests := []struct {
		name    string
		records []dispute.Record
		want    dispute.Record
		err     *dispute.MergeError
	}{
		{name: "nothing"},
		{
			name:    "one record is put in canonical form",
			records: []dispute.Record{{Title: "Sahel", Actors: []dispute.Actor{ukraine, maliShuffled}}},
			want:    dispute.Record{Title: "Sahel", Actors: []dispute.Actor{{ID: "mali", Kind: dispute.ActorState, Name: "Mali", Aliases: []string{"ML", "Republic of Mali"}}, ukraine}},
		},
		{
			name: "lists are united, the same content becomes one",
			records: []dispute.Record{
				{Actors: []dispute.Actor{mali}, Events: []dispute.Event{battle}},
				{Title: "Sahel", Actors: []dispute.Actor{ukraine, maliShuffled}, Claims: []dispute.Claim{claim}},
			},
			want: dispute.Record{Title: "Sahel", Actors: []dispute.Actor{{ID: "mali", Kind: dispute.ActorState, Name: "Mali", Aliases: []string{"ML", "Republic of Mali"}}, ukraine},
				Events: []dispute.Event{battle}, Claims: []dispute.Claim{claim}},
		},
		{
			name: "nobody wins where contents differ",
			records: []dispute.Record{
				{Actors: []dispute.Actor{ukraine, mali}, Events: []dispute.Event{battle}},
				{Actors: []dispute.Actor{maliRenamed}, Events: []dispute.Event{sharper}},
				{Actors: []dispute.Actor{maliShuffled}},
			},
			err: &dispute.MergeError{Conflicts: []dispute.MergeConflict{
				{Item: dispute.Ref{Kind: dispute.ItemActor, ID: "mali"}, Fields: []string{"kind", "name"},
					Places: []dispute.MergePlace{{Record: 0, Path: "/actors/1", Version: 1}, {Record: 1, Path: "/actors/0", Version: 2}, {Record: 2, Path: "/actors/0", Version: 1}}},
				{Item: dispute.Ref{Kind: dispute.ItemEvent, ID: "battle"}, Fields: []string{"when"},
					Places: []dispute.MergePlace{{Record: 0, Path: "/events/0", Version: 1}, {Record: 1, Path: "/events/0", Version: 2}}},
			}},
		},
		{
			name:    "titles",
			records: []dispute.Record{{Title: "Sahel"}, {}, {Title: "Mali and Ukraine"}, {Title: "Sahel"}},
			err: &dispute.MergeError{Conflicts: []dispute.MergeConflict{
				{Places: []dispute.MergePlace{{Record: 0, Path: "/title", Version: 1}, {Record: 2, Path: "/title", Version: 2}, {Record: 3, Path: "/title", Version: 1}}},
			}},
		},
		{
			name:    "twice in one record",
			records: []dispute.Record{{Events: []dispute.Event{battle, battle, sharper}}},
			err: &dispute.MergeError{Conflicts: []dispute.MergeConflict{
				{Item: dispute.Ref{Kind: dispute.ItemEvent, ID: "battle"}, Fields: []string{"when"},
					Places: []dispute.MergePlace{{Record: 0, Path: "/events/0", Version: 1}, {Record: 0, Path: "/events/1", Version: 1}, {Record: 0, Path: "/events/2", Version: 2}}},
			}},
		},
		{
			name: "values that no record may hold are told apart too",
			records: []dispute.Record{
				{Actors: []dispute.Actor{{ID: "a", Kind: 0, Name: "\xff"}}},
				{Actors: []dispute.Actor{{ID: "a", Kind: 200, Name: "\xfe"}}},
			},
			err: &dispute.MergeError{Conflicts: []dispute.MergeConflict{
				{Item: dispute.Ref{Kind: dispute.ItemActor, ID: "a"}, Fields: []string{"kind", "name"},
					Places: []dispute.MergePlace{{Record: 0, Path: "/actors/0", Version: 1}, {Record: 1, Path: "/actors/0", Version: 2}}},
			}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before := disputetest.Copy(tt.records)
			got, err := dispute.Merge(tt.records...)
			if diff := cmp.Diff(before, tt.records, exactly); diff != "" {
				t.Errorf("Merge modified its arguments (-want +got):\n%s", diff)
			}
			found, _ := errors.AsType[*dispute.MergeError](err)
			if diff := cmp.Diff(tt.err, found, exactly); diff != "" {
				t.Errorf("error (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.want, got, exactly); diff != "" {
				t.Errorf("record (-want +got):\n%s", diff)
			}
		})
	}
}

func TestMergeErrorText(t *testing.T) {
	_, err := dispute.Merge(
		dispute.Record{Title: "A", Events: []dispute.Event{{ID: "e", Kind: dispute.KindBattle}}},
		dispute.Record{Title: "B", Events: []dispute.Event{{ID: "d", Kind: dispute.KindBattle}, {ID: "e", Kind: dispute.KindCoup, Sequence: 2}}})
	want := `titles differ: record 0 /title (version 1), record 1 /title (version 2), expected one
event "e" has different contents (kind, sequence): record 0 /events/0 (version 1), record 1 /events/1 (version 2), expected one`
	if err == nil || err.Error() != want {
		t.Errorf("error\n%v\nwant\n%s", err, want)
	}
}

// Records of every field, cut into overlapping parts, merge back to the whole,
// whatever the order and grouping of the parts.
func TestMergeLaws(t *testing.T) {
	for seed := range uint64(50) {
		rng := rand.New(rand.NewPCG(seed, 3))
		whole := disputetest.FullRecord(seed)
		if seed%2 == 1 {
			whole = disputetest.SomeRecord(seed)
		}
		parts := make([]dispute.Record, 3)
		for i := range parts {
			parts[i] = partOf(rng, whole)
		}
		rest := whole // so that nothing is missing
		parts = append(parts, rest)
		rng.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })

		all, err := dispute.Merge(parts...)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if diff := cmp.Diff(whole.Canonical(), all, exactly); diff != "" {
			t.Fatalf("seed %d: union of parts (-want +got):\n%s", seed, diff)
		}
		again := mustMerge(t, all, all)
		if diff := cmp.Diff(all, again, exactly); diff != "" {
			t.Errorf("seed %d: not idempotent (-want +got):\n%s", seed, diff)
		}
		a, b, c := parts[0], parts[1], parts[2]
		left, right := mustMerge(t, mustMerge(t, a, b), c), mustMerge(t, a, mustMerge(t, b, c))
		if diff := cmp.Diff(left, right, exactly); diff != "" {
			t.Errorf("seed %d: not associative (-(ab)c +a(bc)):\n%s", seed, diff)
		}
		if diff := cmp.Diff(left, mustMerge(t, c, b, a), exactly); diff != "" {
			t.Errorf("seed %d: not commutative (-abc +cba):\n%s", seed, diff)
		}
	}
}

// Conflicts do not depend on the order of the arguments but for the places.
func TestMergeConflictsOrder(t *testing.T) {
	for seed := range uint64(20) {
		a := disputetest.FullRecord(seed)
		b := disputetest.Copy(a)
		b.Title += "!"
		b.Events[1].Summary += "!"
		b.Attributions[0].Jointly = nil
		strip := func(err error) []dispute.MergeConflict {
			found, ok := errors.AsType[*dispute.MergeError](err)
			if !ok {
				t.Fatalf("error %v, want a *MergeError", err)
			}
			for i := range found.Conflicts {
				found.Conflicts[i].Places = nil
			}
			return found.Conflicts
		}
		_, ab := dispute.Merge(a, b)
		_, ba := dispute.Merge(b, a)
		want := []dispute.MergeConflict{{},
			{Item: a.Events[1].ID.Ref(), Fields: []string{"summary"}},
			{Item: a.Attributions[0].ID.Ref(), Fields: []string{"jointly"}}}
		if diff := cmp.Diff(want, strip(ab), exactly); diff != "" {
			t.Errorf("seed %d: conflicts (-want +got):\n%s", seed, diff)
		}
		if diff := cmp.Diff(want, strip(ba), exactly); diff != "" {
			t.Errorf("seed %d: conflicts of the swapped arguments (-want +got):\n%s", seed, diff)
		}
	}
}

func TestMergeKeepsNothing(t *testing.T) {
	in := disputetest.FullRecord(7)
	out := mustMerge(t, in)
	want := disputetest.Copy(out)
	in.Actors[0].Aliases[0] = "changed"
	in.Events[0].Participants[0].Role = "changed"
	for _, c := range in.Claims {
		if c.Content.Figure != nil {
			*c.Content.Figure.Best = -1
		}
	}
	if diff := cmp.Diff(want, out, exactly); diff != "" {
		t.Errorf("the result shares memory with the argument (-want +got):\n%s", diff)
	}
}

func mustMerge(t *testing.T, records ...dispute.Record) dispute.Record {
	t.Helper()
	r, err := dispute.Merge(records...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// partOf returns some items of a record, in another order.
func partOf(rng *rand.Rand, r dispute.Record) dispute.Record {
	return dispute.Record{Title: disputetest.Pick(rng, []string{"", r.Title}), Actors: someOf(rng, r.Actors), Sources: someOf(rng, r.Sources),
		Events: someOf(rng, r.Events), Claims: someOf(rng, r.Claims), Attributions: someOf(rng, r.Attributions)}
}

func someOf[T any](rng *rand.Rand, list []T) []T {
	list = slices.Clone(list)
	rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list[:rng.IntN(len(list)+1)]
}

func TestMergeManyVersions(t *testing.T) {
	// All of one ID and all different: the work must not grow with the square.
	const n = 20_000
	var r dispute.Record
	for i := range n {
		r.Events = append(r.Events, dispute.Event{ID: "e", Kind: dispute.KindBattle, Sequence: i})
	}
	_, err := dispute.Merge(r)
	found, ok := errors.AsType[*dispute.MergeError](err)
	if !ok || len(found.Conflicts) != 1 || len(found.Conflicts[0].Places) != n {
		t.Fatalf("want one conflict of %d places, got %v", n, ok)
	}
	if last := found.Conflicts[0].Places[n-1]; last != (dispute.MergePlace{Record: 0, Path: "/events/19999", Version: n}) {
		t.Errorf("last place %v", last)
	}
}

// The address of a schema is kept, whatever comes first.
func TestMergeKeepsASchema(t *testing.T) {
	for _, records := range [][]dispute.Record{{{Schema: "b"}, {Schema: "a"}, {}}, {{}, {Schema: "a"}, {Schema: "b"}}} {
		if r, err := dispute.Merge(records...); err != nil || r.Schema != "a" {
			t.Errorf("got %q, %v, want the least", r.Schema, err)
		}
	}
}
