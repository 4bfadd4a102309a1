package fold_test

import (
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/fold"
)

var feedOf2024 = []fold.Event{
	{From: "niger", To: "ukraine", Kind: dispute.KindSeverRelations, Day: edtf.MustParseDay("2024-08-06")},
	{From: "mali", To: "ukraine", Kind: dispute.KindSeverRelations, Day: edtf.MustParseDay("2024-08-04")},
	{From: "ukraine", To: "niger", Kind: "statement", Day: edtf.MustParseDay("2024-08-07")},
	{From: "iran", To: "israel", Kind: dispute.KindAttack, Day: edtf.MustParseDay("2024-04-13"), MoreDays: 1},
	{From: "iran", To: "israel", Kind: dispute.KindAttack, Day: edtf.MustParseDay("2024-10-01")},
}

// TestNamed is worked by hand.
func TestNamed(t *testing.T) {
	f := fold.NewNamed(nil, fold.Options{})
	if err := f.AddSlice(feedOf2024); err != nil {
		t.Fatal(err)
	}
	on := edtf.MustParseDay
	want := []fold.Spell{
		{Track: dispute.TrackDiplomaticRelations, State: dispute.StateEstablished, From: "mali", To: "ukraine", Last: on("2024-08-03"), Presupposed: true},
		{Track: dispute.TrackDiplomaticRelations, State: dispute.StateSevered, From: "mali", To: "ukraine", First: on("2024-08-04"), Position: 1},
		{Track: dispute.TrackDiplomaticRelations, State: dispute.StateEstablished, From: "niger", To: "ukraine", Last: on("2024-08-05"), Presupposed: true},
		{Track: dispute.TrackDiplomaticRelations, State: dispute.StateSevered, From: "niger", To: "ukraine", First: on("2024-08-06")},
		{Track: dispute.TrackHostility, State: dispute.StateNone, From: "iran", To: "israel", Last: on("2024-04-12"), Presupposed: true},
		{Track: dispute.TrackHostility, State: dispute.StateForce, From: "iran", To: "israel", First: on("2024-04-13"), Last: on("2024-04-14"), Position: 3},
		{Track: dispute.TrackHostility, State: dispute.StateNone, From: "iran", To: "israel", First: on("2024-04-15"), Last: on("2024-09-30"), Position: 3, Ended: true},
		{Track: dispute.TrackHostility, State: dispute.StateForce, From: "iran", To: "israel", First: on("2024-10-01"), Last: on("2024-10-01"), Position: 4},
		{Track: dispute.TrackHostility, State: dispute.StateNone, From: "iran", To: "israel", First: on("2024-10-02"), Position: 4, Ended: true},
	}
	if diff := cmp.Diff(want, slices.Collect(f.Spells())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if s, ok := f.On("ukraine", "mali", dispute.TrackDiplomaticRelations, on("2024-08-07")); !ok || s != want[1] {
		t.Errorf("Mali and Ukraine on 7 August: got %v, %v, want %v", s, ok, want[1])
	}
	if s, ok := f.On("burkina-faso", "ukraine", dispute.TrackDiplomaticRelations, on("2024-08-07")); ok || s != (fold.Spell{}) {
		t.Errorf("Burkina Faso and Ukraine: got %v, %v, want nothing", s, ok)
	}
	if s, ok := f.On("israel", "iran", dispute.TrackHostility, on("2024-04-13")); ok {
		t.Errorf("Israel towards Iran: got %v, want nothing", s)
	}
	if _, ok := f.On("iran", "israel", dispute.TrackHostility, edtf.Day{}); ok {
		t.Error("an answer for no day")
	}
	if got := slices.Collect(f.SpellsOf("iran", "israel", dispute.TrackHostility)); !slices.Equal(got, want[4:]) {
		t.Errorf("spells of Iran and Israel: got %v, want %v", got, want[4:])
	}
	if f.Next() != 5 || f.Len() != 5 { // the statement changes nothing; one attack has an end of its own
		t.Errorf("next position %d, %d changes, want 5 and 5", f.Next(), f.Len())
	}
}

// spellLines writes spells so that those of numbered actors can be written alike.
func spellLines(f *fold.Named) []string {
	var lines []string
	for s := range f.Spells() {
		first := s.First
		if first.IsZero() {
			first = edtf.DayFromNumber(0)
		}
		lines = append(lines, fmt.Sprint(s.Track, s.State, s.From, s.To, s.First.IsZero(), s.Last.IsZero(), first, s.Position, s.Ended, s.Presupposed))
	}
	return lines
}

// namedFeed returns events, and the same with numbers: of actors, their places
// among the names.
func namedFeed(t *testing.T, rng *rand.Rand, rules *fold.Rules, names []dispute.ActorID) ([]fold.Event, []fold.CodedEvent) {
	var kinds []dispute.EventKind
	for _, r := range dispute.DefaultRules() {
		if _, err := rules.Code(r.Event, "", ""); err == nil {
			kinds = append(kinds, r.Event)
		}
	}
	events := make([]fold.Event, rng.IntN(150))
	coded := make([]fold.CodedEvent, len(events))
	for i := range events {
		a, b, kind := rng.IntN(len(names)), rng.IntN(len(names)), pick(rng, kinds)
		coded[i] = fold.CodedEvent{Day: rng.Int32N(20), From: uint32(a), To: uint32(b), Code: codeOf(t, rules, kind), MoreDays: int32(rng.IntN(8) / 5)}
		events[i] = fold.Event{From: names[a], To: names[b], Kind: kind, Day: edtf.DayFromNumber(int64(coded[i].Day)), MoreDays: coded[i].MoreDays}
	}
	return events, coded
}

// backwards yields every second event, the last first, with its position.
func backwards(events []fold.Event, odd int) iter.Seq2[uint32, fold.Event] {
	return func(yield func(uint32, fold.Event) bool) {
		for p := len(events) - 1; p >= 0; p-- {
			if p%2 == odd && !yield(uint32(p), events[p]) {
				return
			}
		}
	}
}

// TestNamedAgainstCoded gives names in an order other than that of the
// numbers, so that pairs turn round, and folds in several ways.
func TestNamedAgainstCoded(t *testing.T) {
	rules := defaultRules(t)
	for seed := range uint64(200) {
		rng := rand.New(rand.NewPCG(seed, 8))
		names := []dispute.ActorID{"a", "b", "c", "d", "e"} // with the numbers 0 to 4
		events, coded := namedFeed(t, rng, rules, names)
		var want []string
		for s := range foldOf(t, rules, fold.Options{}, coded).Spells() {
			want = append(want, fmt.Sprint(s.Track, s.State, names[s.From], names[s.To], s.First == fold.OpenStart, s.Last == fold.OpenEnd,
				edtf.DayFromNumber(int64(max(s.First, 0))), s.Position, s.Ended, s.Presupposed))
		}
		check := func(way string, f *fold.Named) {
			t.Helper()
			if diff := cmp.Diff(want, spellLines(f)); diff != "" {
				t.Fatalf("seed %d, %s (-coded +named):\n%s", seed, way, diff)
			}
		}
		o := fold.Options{Workers: 1 + rng.IntN(3), Removable: true}
		f := fold.NewNamed(rules, o)
		if err := f.Add(slices.Values(events)); err != nil {
			t.Fatal(err)
		}
		check("stream", f)

		// Backwards, so that the numbers are others; in two parts that know
		// different actors first.
		parts := []*fold.Named{fold.NewNamed(rules, o), fold.NewNamed(rules, o)}
		for i, part := range parts {
			if err := part.AddAt(backwards(events, i)); err != nil {
				t.Fatal(err)
			}
		}
		if err := parts[0].Merge(parts[1]); err != nil {
			t.Fatal(err)
		}
		check("merged", parts[0])

		f = fold.NewNamed(rules, o)
		if err := f.AddSlice(events[:len(events)/2]); err != nil {
			t.Fatal(err)
		}
		stray := fold.Event{From: "f", To: "a", Kind: dispute.KindSeverRelations, Day: edtf.DayFromNumber(5)}
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

// The longest IDs and the outermost days are taken in.
func TestNamedUpToTheLimits(t *testing.T) {
	long := func(c string) dispute.ActorID { return dispute.ActorID(strings.Repeat(c, 128)) }
	days := []edtf.Day{edtf.DayFromNumber(int64(fold.MinDay)), edtf.DayFromNumber(int64(fold.MaxDay))}
	f := fold.NewNamed(nil, fold.Options{})
	for _, day := range days {
		if err := f.AddSlice([]fold.Event{{From: long("x"), To: long("y"), Kind: dispute.KindAttack, Day: day}}); err != nil {
			t.Fatal(err)
		}
		if s, ok := f.On(long("x"), long("y"), dispute.TrackHostility, day); !ok || s.State != dispute.StateForce || s.First != day {
			t.Errorf("on %s: got %+v, %t", day, s, ok)
		}
	}
	beyond := fold.Event{From: "a", To: "b", Kind: dispute.KindAttack}
	for _, beyond.Day = range []edtf.Day{days[0].AddDays(-1), days[1].AddDays(1)} {
		if err := f.AddSlice([]fold.Event{beyond}); !errors.Is(err, dispute.ErrLimit) {
			t.Errorf("on %s: got %v, want ErrLimit", beyond.Day, err)
		}
	}
}

// TestLongNamedStreams takes in more than a block of events with names, and stops where
// whoever reads its spells does.
func TestLongNamedStreams(t *testing.T) {
	rules := defaultRules(t)
	names := []dispute.ActorID{"a", "b", "c"}
	var events []fold.Event
	for day := range 2500 {
		kind := []dispute.EventKind{dispute.KindSeverRelations, dispute.KindRestoreRelations, "no-rule-for-this"}[day%3]
		events = append(events, fold.Event{From: names[day%2], To: names[2], Kind: kind, Day: edtf.DayFromNumber(int64(day))})
	}
	slice, stream, later := fold.NewNamed(rules, fold.Options{}), fold.NewNamed(rules, fold.Options{}), fold.NewNamed(rules, fold.Options{})
	if err := errors.Join(slice.AddSlice(events), stream.Add(slices.Values(events)), later.AddAt(backwards(events, 0)), later.AddAt(backwards(events, 1))); err != nil {
		t.Fatal(err)
	}
	for way, f := range map[string]*fold.Named{"stream": stream, "at": later} {
		if diff := cmp.Diff(spellLines(slice), spellLines(f)); diff != "" {
			t.Errorf("%s (-slice +%s):\n%s", way, way, diff)
		}
	}
	merged := fold.NewNamed(rules, fold.Options{})
	if err := merged.Merge(stream); err != nil {
		t.Fatal(err)
	}
	if got := merged.Unruled(); len(got) != 1 || got[0] != (fold.Unruled{Kind: "no-rule-for-this", Events: 833}) {
		t.Errorf("without a rule: %v, want one kind 833 times", got)
	}
	first := slices.Collect(stream.SpellsOf("a", "c", dispute.TrackDiplomaticRelations))[0]
	for s := range stream.SpellsOf("a", "c", dispute.TrackDiplomaticRelations) {
		if s != first {
			t.Errorf("got %v, want %v", s, first)
		}
		break
	}
	for s := range stream.AllOn("a", "c", dispute.TrackDiplomaticRelations, edtf.DayFromNumber(0)) {
		if s.State != dispute.StateSevered {
			t.Errorf("got %v, want relations severed on the first day", s)
		}
		break
	}

	events[2000].From = "Not an ID"
	stopped := fold.NewNamed(rules, fold.Options{})
	if err := stopped.Add(slices.Values(events)); !errors.Is(err, dispute.ErrValue) || !strings.HasPrefix(err.Error(), "event at position 2000: ") || stopped.Next() != 2000 {
		t.Errorf("error %v, next position %d, want one at position 2000", err, stopped.Next())
	}
}

func TestNamedRefuses(t *testing.T) {
	rules, err := fold.NewRules(append(dispute.DefaultRules(),
		dispute.Rule{Name: "a", Event: "unclear", From: dispute.RoleParty, To: dispute.RoleParty, Track: dispute.TrackStance, State: dispute.StateNeutral},
		dispute.Rule{Name: "b", Event: "unclear", From: dispute.RoleVictim, To: dispute.RoleObserver, Track: dispute.TrackStance, State: dispute.StateNeutral}))
	if err != nil {
		t.Fatal(err)
	}
	good := feedOf2024[0]
	with := func(change func(e *fold.Event)) fold.Event {
		e := good
		change(&e)
		return e
	}
	tests := []struct {
		name  string
		event fold.Event
		err   error
		text  string
	}{
		{"no first actor", with(func(e *fold.Event) { e.From = "" }), dispute.ErrMissing, "want both"},
		{"no second actor", with(func(e *fold.Event) { e.To = "" }), dispute.ErrMissing, "want both"},
		{"not an ID", with(func(e *fold.Event) { e.From = "Iran" }), dispute.ErrValue, `event at position 1: invalid value: ID "Iran" of an actor`},
		{"long ID", with(func(e *fold.Event) { e.To = dispute.ActorID(strings.Repeat("x", 129)) }), dispute.ErrLimit, "129 bytes, expected at most 128"},
		{"no day", with(func(e *fold.Event) { e.Day = edtf.Day{} }), dispute.ErrMissing, "without a day"},
		{"day beyond", with(func(e *fold.Event) { e.Day = edtf.DayFromNumber(1 << 40) }), dispute.ErrLimit, "expected \"-19934-09-29\" to \"23873-04-04\""},
		{"roles unclear", with(func(e *fold.Event) { e.Kind = "unclear" }), dispute.ErrValue, `"unclear"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			adds := map[string]func(f *fold.Named) error{
				"slice":  func(f *fold.Named) error { return f.AddSlice([]fold.Event{good, tt.event, feedOf2024[1]}) },
				"stream": func(f *fold.Named) error { return f.Add(slices.Values([]fold.Event{good, tt.event, feedOf2024[1]})) },
				"at": func(f *fold.Named) error {
					return f.AddAt(func(yield func(uint32, fold.Event) bool) {
						_ = yield(0, good) && yield(1, tt.event) && yield(2, feedOf2024[1])
					})
				},
			}
			for way, add := range adds {
				f := fold.NewNamed(rules, fold.Options{Removable: true})
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

// A bare 161 of a feed stays what it is, reducing or breaking.
func TestABare161StaysIndeterminate(t *testing.T) {
	kind, _ := dispute.KindOfCAMEO("161")
	var f fold.Named
	if err := f.AddSlice([]fold.Event{{From: "a", To: "b", Kind: kind, Day: dayOf("2024-08-04")}}); err != nil {
		t.Fatal(err)
	}
	s, ok := f.On("a", "b", dispute.TrackDiplomaticRelations, dayOf("2024-08-04"))
	if !ok || s.State != dispute.StateReducedOrSevered || s.Presupposed {
		t.Errorf("got %v, %v, want reduced or severed", s, ok)
	}
}

// Two kinds of support at once, of which one has ended.
func TestAllSupportOnADay(t *testing.T) {
	var f fold.Named
	if err := f.AddSlice([]fold.Event{
		{From: "a", To: "b", Kind: dispute.KindProvideFunding, Day: dayOf("2024-01-01"), MoreDays: fold.NoEnd},
		{From: "a", To: "b", Kind: dispute.KindProvideWeapons, Day: dayOf("2024-01-01"), MoreDays: 9},
	}); err != nil {
		t.Fatal(err)
	}
	for day, want := range map[string][]dispute.State{
		"":           nil,
		"2023-12-31": nil,
		"2024-01-10": {dispute.StateWeapons, dispute.StateFunding},
		"2024-01-11": {dispute.StateFunding},
	} {
		var on edtf.Day
		if day != "" {
			on = dayOf(day)
		}
		var got []dispute.State
		for s := range f.AllOn("a", "b", dispute.TrackSupport, on) {
			got = append(got, s.State)
		}
		if !slices.Equal(got, want) {
			t.Errorf("on %q: got %v, want %v", day, got, want)
		}
		first, ok := f.On("a", "b", dispute.TrackSupport, on)
		if ok != (want != nil) || ok && first.State != want[0] {
			t.Errorf("on %q: first is %v, %v, want that of %v", day, first.State, ok, want)
		}
	}
}
