package dispute

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/edtf"
)

func TestMerge(t *testing.T) {
	mali := Actor{ID: "mali", Kind: ActorState, Name: "Mali", Aliases: []string{"Republic of Mali", "ML"}}
	maliShuffled := Actor{ID: "mali", Kind: ActorState, Name: "Mali", Aliases: []string{"ML", "Republic of Mali", "ML"}}
	maliRenamed := Actor{ID: "mali", Kind: ActorGovernment, Name: "The Republic of Mali", Aliases: mali.Aliases}
	ukraine := Actor{ID: "ukraine", Kind: ActorState, Name: "Ukraine"}
	battle := Event{ID: "battle", Kind: KindBattle, When: edtf.MustParse("2024-07")}
	sharper := Event{ID: "battle", Kind: KindBattle, When: edtf.MustParse("2024-07-25/2024-07-27")}
	// The same ID under another type is another item.
	claim := Claim{ID: "battle", Text: "a battle took place"}

	tests := []struct {
		name    string
		records []Record
		want    Record
		err     *MergeError
	}{
		{name: "nothing"},
		{
			name:    "one record is put in canonical form",
			records: []Record{{Title: "Sahel", Actors: []Actor{ukraine, maliShuffled}}},
			want:    Record{Title: "Sahel", Actors: []Actor{{ID: "mali", Kind: ActorState, Name: "Mali", Aliases: []string{"ML", "Republic of Mali"}}, ukraine}},
		},
		{
			name: "lists are united, the same content becomes one",
			records: []Record{
				{Actors: []Actor{mali}, Events: []Event{battle}},
				{Title: "Sahel", Actors: []Actor{ukraine, maliShuffled}, Claims: []Claim{claim}},
			},
			want: Record{Title: "Sahel", Actors: []Actor{{ID: "mali", Kind: ActorState, Name: "Mali", Aliases: []string{"ML", "Republic of Mali"}}, ukraine},
				Events: []Event{battle}, Claims: []Claim{claim}},
		},
		{
			name: "nobody wins where contents differ",
			records: []Record{
				{Actors: []Actor{ukraine, mali}, Events: []Event{battle}},
				{Actors: []Actor{maliRenamed}, Events: []Event{sharper}},
				{Actors: []Actor{maliShuffled}},
			},
			err: &MergeError{[]MergeConflict{
				{Item: Ref{ItemActor, "mali"}, Fields: []string{"kind", "name"},
					Places: []MergePlace{{0, "/actors/1", 1}, {1, "/actors/0", 2}, {2, "/actors/0", 1}}},
				{Item: Ref{ItemEvent, "battle"}, Fields: []string{"when"},
					Places: []MergePlace{{0, "/events/0", 1}, {1, "/events/0", 2}}},
			}},
		},
		{
			name:    "titles",
			records: []Record{{Title: "Sahel"}, {}, {Title: "Mali and Ukraine"}, {Title: "Sahel"}},
			err: &MergeError{[]MergeConflict{
				{Places: []MergePlace{{0, "/title", 1}, {2, "/title", 2}, {3, "/title", 1}}},
			}},
		},
		{
			name:    "twice in one record",
			records: []Record{{Events: []Event{battle, battle, sharper}}},
			err: &MergeError{[]MergeConflict{
				{Item: Ref{ItemEvent, "battle"}, Fields: []string{"when"},
					Places: []MergePlace{{0, "/events/0", 1}, {0, "/events/1", 1}, {0, "/events/2", 2}}},
			}},
		},
		{
			name: "values that no record may hold are told apart too",
			records: []Record{
				{Actors: []Actor{{ID: "a", Kind: 0, Name: "\xff"}}},
				{Actors: []Actor{{ID: "a", Kind: 200, Name: "\xfe"}}},
			},
			err: &MergeError{[]MergeConflict{
				{Item: Ref{ItemActor, "a"}, Fields: []string{"kind", "name"},
					Places: []MergePlace{{0, "/actors/0", 1}, {1, "/actors/0", 2}}},
			}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before := deepCopy(t, tt.records)
			got, err := Merge(tt.records...)
			if diff := cmp.Diff(before, tt.records, exactly); diff != "" {
				t.Errorf("Merge modified its arguments (-want +got):\n%s", diff)
			}
			found, _ := errors.AsType[*MergeError](err)
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
	_, err := Merge(
		Record{Title: "A", Events: []Event{{ID: "e", Kind: KindBattle}}},
		Record{Title: "B", Events: []Event{{ID: "d", Kind: KindBattle}, {ID: "e", Kind: KindCoup, Sequence: 2}}})
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
		whole := fullRecord(seed)
		if seed%2 == 1 {
			whole = someRecord(seed)
		}
		parts := make([]Record, 3)
		for i := range parts {
			parts[i] = partOf(rng, whole)
		}
		rest := whole // so that nothing is missing
		parts = append(parts, rest)
		rng.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })

		all, err := Merge(parts...)
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
		a := fullRecord(seed)
		b := deepCopy(t, a)
		b.Title += "!"
		b.Events[1].Summary += "!"
		b.Attributions[0].Jointly = nil
		strip := func(err error) []MergeConflict {
			found, ok := errors.AsType[*MergeError](err)
			if !ok {
				t.Fatalf("error %v, want a *MergeError", err)
			}
			for i := range found.Conflicts {
				found.Conflicts[i].Places = nil
			}
			return found.Conflicts
		}
		_, ab := Merge(a, b)
		_, ba := Merge(b, a)
		want := []MergeConflict{{},
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
	in := fullRecord(7)
	out := mustMerge(t, in)
	want := deepCopy(t, out)
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

func mustMerge(t *testing.T, records ...Record) Record {
	t.Helper()
	r, err := Merge(records...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// partOf returns some items of a record, in another order.
func partOf(rng *rand.Rand, r Record) Record {
	return Record{Title: pick(rng, []string{"", r.Title}), Actors: someOf(rng, r.Actors), Sources: someOf(rng, r.Sources),
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
	var r Record
	for i := range n {
		r.Events = append(r.Events, Event{ID: "e", Kind: KindBattle, Sequence: i})
	}
	_, err := Merge(r)
	found, ok := errors.AsType[*MergeError](err)
	if !ok || len(found.Conflicts) != 1 || len(found.Conflicts[0].Places) != n {
		t.Fatalf("want one conflict of %d places, got %v", n, ok)
	}
	if last := found.Conflicts[0].Places[n-1]; last != (MergePlace{0, "/events/19999", n}) {
		t.Errorf("last place %v", last)
	}
}
