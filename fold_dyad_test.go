package dispute

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/edtf"
)

var feedOf2024 = []DyadEvent{
	{From: "niger", To: "ukraine", Kind: KindSeverRelations, Day: edtf.MustParseDay("2024-08-06")},
	{From: "mali", To: "ukraine", Kind: KindSeverRelations, Day: edtf.MustParseDay("2024-08-04")},
	{From: "ukraine", To: "niger", Kind: "statement", Day: edtf.MustParseDay("2024-08-07")},
	{From: "iran", To: "israel", Kind: KindAttack, Day: edtf.MustParseDay("2024-04-13"), MoreDays: 1},
	{From: "iran", To: "israel", Kind: KindAttack, Day: edtf.MustParseDay("2024-10-01")},
}

// TestDyadFold is worked by hand.
func TestDyadFold(t *testing.T) {
	f := NewDyadFold(nil, FoldOptions{})
	if err := f.AddSlice(feedOf2024); err != nil {
		t.Fatal(err)
	}
	on := edtf.MustParseDay
	want := []DyadSpell{
		{Track: TrackDiplomaticRelations, State: StateEstablished, From: "mali", To: "ukraine", Last: on("2024-08-03"), Presupposed: true},
		{Track: TrackDiplomaticRelations, State: StateSevered, From: "mali", To: "ukraine", First: on("2024-08-04"), Position: 1},
		{Track: TrackDiplomaticRelations, State: StateEstablished, From: "niger", To: "ukraine", Last: on("2024-08-05"), Presupposed: true},
		{Track: TrackDiplomaticRelations, State: StateSevered, From: "niger", To: "ukraine", First: on("2024-08-06")},
		{Track: TrackHostility, State: StateNone, From: "iran", To: "israel", Last: on("2024-04-12"), Presupposed: true},
		{Track: TrackHostility, State: StateForce, From: "iran", To: "israel", First: on("2024-04-13"), Last: on("2024-04-14"), Position: 3},
		{Track: TrackHostility, State: StateNone, From: "iran", To: "israel", First: on("2024-04-15"), Last: on("2024-09-30"), Position: 3, Ended: true},
		{Track: TrackHostility, State: StateForce, From: "iran", To: "israel", First: on("2024-10-01"), Last: on("2024-10-01"), Position: 4},
		{Track: TrackHostility, State: StateNone, From: "iran", To: "israel", First: on("2024-10-02"), Position: 4, Ended: true},
	}
	if diff := cmp.Diff(want, slices.Collect(f.Spells())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if s, ok := f.On("ukraine", "mali", TrackDiplomaticRelations, on("2024-08-07")); !ok || s != want[1] {
		t.Errorf("Mali and Ukraine on 7 August: got %v, %v, want %v", s, ok, want[1])
	}
	if s, ok := f.On("burkina-faso", "ukraine", TrackDiplomaticRelations, on("2024-08-07")); ok || s != (DyadSpell{}) {
		t.Errorf("Burkina Faso and Ukraine: got %v, %v, want nothing", s, ok)
	}
	if s, ok := f.On("israel", "iran", TrackHostility, on("2024-04-13")); ok {
		t.Errorf("Israel towards Iran: got %v, want nothing", s)
	}
	if _, ok := f.On("iran", "israel", TrackHostility, edtf.Day{}); ok {
		t.Error("an answer for no day")
	}
	if got := slices.Collect(f.SpellsOf("iran", "israel", TrackHostility)); !slices.Equal(got, want[4:]) {
		t.Errorf("spells of Iran and Israel: got %v, want %v", got, want[4:])
	}
	if f.Next() != 5 || f.Len() != 5 { // the statement changes nothing; one attack has an end of its own
		t.Errorf("next position %d, %d changes, want 5 and 5", f.Next(), f.Len())
	}
}

// TestDyadFoldAgainstCoded gives names in an order other than that of the
// numbers, so that pairs turn round, and folds in several ways.
func TestDyadFoldAgainstCoded(t *testing.T) {
	rules := defaultRulesForFold(t)
	var kinds []EventKind
	for _, r := range DefaultRules() {
		if _, err := rules.Code(r.Event, "", ""); err == nil {
			kinds = append(kinds, r.Event)
		}
	}
	for seed := range uint64(200) {
		rng := rand.New(rand.NewPCG(seed, 8))
		names := []ActorID{"a", "b", "c", "d", "e"} // with the numbers 0 to 4
		events := make([]DyadEvent, rng.IntN(150))
		coded := make([]CodedEvent, len(events))
		for i := range events {
			a, b, kind := rng.IntN(5), rng.IntN(5), kinds[rng.IntN(len(kinds))]
			code, err := rules.Code(kind, "", "")
			if err != nil {
				t.Fatal(err)
			}
			coded[i] = CodedEvent{Day: rng.Int32N(20), From: uint32(a), To: uint32(b), Kind: code, MoreDays: uint16(rng.IntN(8) / 5)}
			events[i] = DyadEvent{From: names[a], To: names[b], Kind: kind, Day: edtf.DayFromNumber(int64(coded[i].Day)), MoreDays: coded[i].MoreDays}
		}
		var want []string
		for s := range foldOf(t, rules, FoldOptions{}, coded).Spells() {
			want = append(want, fmt.Sprint(s.Track, s.State, names[s.From], names[s.To], s.First == OpenStart, s.Last == OpenEnd,
				edtf.DayFromNumber(int64(max(s.First, 0))), s.Position, s.Ended, s.Presupposed))
		}
		check := func(way string, f *DyadFold) {
			t.Helper()
			var got []string
			for s := range f.Spells() {
				first := s.First
				if first.IsZero() {
					first = edtf.DayFromNumber(0)
				}
				got = append(got, fmt.Sprint(s.Track, s.State, s.From, s.To, s.First.IsZero(), s.Last.IsZero(), first, s.Position, s.Ended, s.Presupposed))
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("seed %d, %s (-coded +named):\n%s", seed, way, diff)
			}
		}
		o := FoldOptions{Workers: 1 + rng.IntN(3), Removable: true}
		f := NewDyadFold(rules, o)
		if err := f.Add(slices.Values(events)); err != nil {
			t.Fatal(err)
		}
		check("stream", f)

		// Backwards, so that the numbers are others; in two parts that know
		// different actors first.
		parts := []*DyadFold{NewDyadFold(rules, o), NewDyadFold(rules, o)}
		for i, part := range parts {
			err := part.AddAt(func(yield func(uint32, DyadEvent) bool) {
				for p := len(events) - 1; p >= 0; p-- {
					if p%2 == i && !yield(uint32(p), events[p]) {
						return
					}
				}
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		if err := parts[0].Merge(parts[1]); err != nil {
			t.Fatal(err)
		}
		check("merged", parts[0])

		f = NewDyadFold(rules, o)
		if err := f.AddSlice(events[:len(events)/2]); err != nil {
			t.Fatal(err)
		}
		stray := DyadEvent{From: "f", To: "a", Kind: KindSeverRelations, Day: edtf.DayFromNumber(5)}
		if _, err := f.Insert(7777, stray); err != nil {
			t.Fatal(err)
		}
		for p := len(events) / 2; p < len(events); p++ {
			if _, err := f.Insert(uint32(p), events[p]); err != nil {
				t.Fatal(err)
			}
		}
		if ok, err := f.Remove(7777, stray); !ok || err != nil {
			t.Fatal(ok, err)
		}
		check("late", f)
	}
}

func TestDyadFoldRefuses(t *testing.T) {
	rules, err := NewFoldRules(append(DefaultRules(),
		Rule{Name: "a", Event: "unclear", From: RoleParty, To: RoleParty, Track: TrackStance, State: StateNeutral},
		Rule{Name: "b", Event: "unclear", From: RoleVictim, To: RoleObserver, Track: TrackStance, State: StateNeutral}))
	if err != nil {
		t.Fatal(err)
	}
	good := feedOf2024[0]
	with := func(change func(e *DyadEvent)) DyadEvent {
		e := good
		change(&e)
		return e
	}
	tests := []struct {
		name  string
		event DyadEvent
		err   error
		text  string
	}{
		{"no first actor", with(func(e *DyadEvent) { e.From = "" }), ErrMissing, "want both"},
		{"no second actor", with(func(e *DyadEvent) { e.To = "" }), ErrMissing, "want both"},
		{"no day", with(func(e *DyadEvent) { e.Day = edtf.Day{} }), ErrMissing, "without a day"},
		{"day beyond", with(func(e *DyadEvent) { e.Day = edtf.DayFromNumber(1 << 40) }), ErrLimit, "expected \"-19934-09-29\" to \"23873-04-04\""},
		{"roles unclear", with(func(e *DyadEvent) { e.Kind = "unclear" }), ErrValue, `"unclear"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			adds := map[string]func(f *DyadFold) error{
				"slice":  func(f *DyadFold) error { return f.AddSlice([]DyadEvent{good, tt.event, feedOf2024[1]}) },
				"stream": func(f *DyadFold) error { return f.Add(slices.Values([]DyadEvent{good, tt.event, feedOf2024[1]})) },
				"at": func(f *DyadFold) error {
					return f.AddAt(func(yield func(uint32, DyadEvent) bool) {
						_ = yield(0, good) && yield(1, tt.event) && yield(2, feedOf2024[1])
					})
				},
			}
			for way, add := range adds {
				f := NewDyadFold(rules, FoldOptions{Removable: true})
				if err := add(f); !errors.Is(err, tt.err) || !strings.Contains(err.Error(), tt.text) {
					t.Errorf("%s: got %v, want one that wraps %v and says %q", way, err, tt.err, tt.text)
				}
				if f.Len() != 1 || f.Next() != 1 {
					t.Errorf("%s: %d changes, next position %d; want what came before alone", way, f.Len(), f.Next())
				}
				if _, err := f.Insert(5, tt.event); !errors.Is(err, tt.err) {
					t.Errorf("insert: got %v, want %v", err, tt.err)
				}
				if _, err := f.Remove(5, tt.event); !errors.Is(err, tt.err) {
					t.Errorf("remove: got %v, want %v", err, tt.err)
				}
			}
		})
	}
}
