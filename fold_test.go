package dispute

import (
	"errors"
	"fmt"
	"iter"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func defaultRulesForFold(t testing.TB) *FoldRules {
	t.Helper()
	rules, err := NewFoldRules(nil)
	if err != nil {
		t.Fatal(err)
	}
	return rules
}

func TestFoldRulesCode(t *testing.T) {
	rules, err := NewFoldRules(append(DefaultRules(),
		Rule{Name: "a", Event: "two-ways", From: RoleParty, To: RoleParty, Track: TrackStance, State: StateNeutral},
		Rule{Name: "b", Event: "two-ways", From: RoleVictim, To: RoleObserver, Track: TrackStance, State: StateNeutral},
		Rule{Name: "c", Event: "two-actors", From: RoleActor, To: RoleVictim, Track: TrackStance, State: StateNeutral},
		Rule{Name: "d", Event: "two-actors", From: RoleObserver, To: RoleActor, Track: TrackStance, State: StateCritical},
		Rule{Name: "e", Event: "backward", From: RoleRecipient, To: RoleObserver, Track: TrackStance, State: StateNeutral},
		Rule{Name: "f", Event: "backward", From: RoleObserver, To: RoleRecipient, Track: TrackHostility, State: StateThreat},
	))
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		kind     EventKind
		from, to ParticipantRole // of the code meant where no roles are given
		err      string
	}{
		{kind: KindSeverRelations, from: RoleActor, to: RoleTarget},
		{kind: KindEstablishRelations, from: RoleActor, to: RoleTarget}, // parties are rarer
		{kind: KindExpelDiplomats, from: RoleActor, to: RoleTarget},     // the rule runs from the target
		{kind: KindWageWar, from: RoleParty, to: RoleParty},
		{kind: KindJoin, from: RoleActor, to: RoleOrganisation},
		{kind: KindFoundAlliance, from: RoleActor, to: RoleOrganisation},
		{kind: "backward", from: RoleRecipient, to: RoleObserver},
		{kind: "two-ways", err: `invalid value: there are rules for events of the kind "two-ways" in several pairs of roles, want the roles of the actors`},
		{kind: "two-actors", err: `invalid value: there are rules for events of the kind "two-actors" in several pairs of roles, want the roles of the actors`},
	}
	for _, tt := range tests {
		t.Run(string(tt.kind), func(t *testing.T) {
			code, err := rules.Code(tt.kind, "", "")
			if tt.err != "" {
				if code != 0 || err == nil || err.Error() != tt.err || !errors.Is(err, ErrValue) {
					t.Errorf("got %d, %v, want error %q", code, err, tt.err)
				}
				return
			}
			want, wantErr := rules.Code(tt.kind, tt.from, tt.to)
			if code != want || code == 0 || err != nil || wantErr != nil {
				t.Errorf("got %d, %v, want %d, %v", code, err, want, wantErr)
			}
		})
	}
	for _, kind := range []EventKind{KindCoup, "never-heard-of"} {
		if code, err := rules.Code(kind, "", ""); code != 0 || err != nil {
			t.Errorf("%s: got %d, %v, want 0", kind, code, err)
		}
	}
	if code, err := rules.Code(KindSeverRelations, RoleVictim, RoleActor); code != 0 || err != nil {
		t.Errorf("roles without a rule: got %d, %v, want 0", code, err)
	}
	if _, err := rules.Code(KindSeverRelations, RoleActor, ""); !errors.Is(err, ErrMissing) {
		t.Errorf("one role: got %v, want ErrMissing", err)
	}
}

func TestNewFoldRulesRefuses(t *testing.T) {
	long := make([]Rule, math.MaxInt16+1)
	for i := range long {
		long[i] = Rule{Name: fmt.Sprint(i), Event: EventKind(fmt.Sprint(i)), From: RoleActor, To: RoleTarget, Track: TrackStance, State: StateNeutral}
	}
	// So many combinations of what a rule bars that a track has no room.
	var wide []Rule
	others := []State{StateAmbassador, StateMinister, StateChargeDAffaires, StateChargeAdInterim, StateInterestsSection, StateProtectingPower, StateRecalled}
	for i := range 1 << len(others) {
		r := Rule{Name: fmt.Sprint(i), Event: EventKind(fmt.Sprint(i)), From: RoleActor, To: RoleTarget, Track: TrackRepresentation, State: StateExpelled}
		for j, s := range others {
			if i>>j&1 != 0 {
				r.Not = append(r.Not, s)
			}
		}
		wide = append(wide, r)
	}
	wide = append(wide, Rule{Name: "more", Event: "more", From: RoleActor, To: RoleTarget, Track: TrackRepresentation, State: StateAmbassador})
	tests := []struct {
		name  string
		rules []Rule
		err   error
		text  string
	}{
		{"a rule no policy takes", []Rule{{Name: "x", Event: "x", From: RoleActor, To: RoleTarget, Track: TrackStance, State: StateWar}}, ErrValue, `"x"`},
		{"too many", long, ErrLimit, "32768 rules, expected at most 32767"},
		{"too many effects", wide, ErrLimit, `"representation": 129 effects, expected at most 128`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := NewFoldRules(tt.rules)
			if got != nil || !errors.Is(err, tt.err) || !strings.Contains(err.Error(), tt.text) {
				t.Errorf("got %v, want one that wraps %v and says %q", err, tt.err, tt.text)
			}
		})
	}
}

// codedFeed returns events of four actors that the default rules know, on few
// days.
func codedFeed(rng *rand.Rand, rules *FoldRules, n int) []CodedEvent {
	list := make([]CodedEvent, n)
	for i := range list {
		e := &list[i]
		*e = CodedEvent{Day: rng.Int32N(30) - 10, From: rng.Uint32N(4), To: rng.Uint32N(4), Kind: EventCode(rng.IntN(len(rules.codes)))}
		e.From *= 1 << (9 * rng.Uint32N(3)) // numbers near and far
		if rng.IntN(4) == 0 {
			e.MoreDays = uint16(rng.IntN(5))
		}
	}
	return list
}

func foldOf(t *testing.T, rules *FoldRules, o FoldOptions, events []CodedEvent) *CodedFold {
	t.Helper()
	f := NewCodedFold(rules, o)
	if err := f.AddSlice(events); err != nil {
		t.Fatal(err)
	}
	return f
}

func at(events []CodedEvent, positions []int) iter.Seq2[uint32, CodedEvent] {
	return func(yield func(uint32, CodedEvent) bool) {
		for _, p := range positions {
			if !yield(uint32(p), events[p]) {
				return
			}
		}
	}
}

// TestFoldDependsOnEventsOnly folds the same events in many ways.
func TestFoldDependsOnEventsOnly(t *testing.T) {
	rules := defaultRulesForFold(t)
	for seed := range uint64(300) {
		rng := rand.New(rand.NewPCG(seed, 5))
		events := codedFeed(rng, rules, rng.IntN(300))
		before := slices.Clone(events)
		o := FoldOptions{Workers: rng.IntN(5), Removable: rng.IntN(2) == 0}
		want := slices.Collect(foldOf(t, rules, FoldOptions{}, events).Spells())
		check := func(way string, f *CodedFold) {
			t.Helper()
			if diff := cmp.Diff(want, slices.Collect(f.Spells())); diff != "" {
				t.Fatalf("seed %d, %s, %+v (-want +got):\n%s", seed, way, o, diff)
			}
			if f.Next() != int64(len(events)) {
				t.Fatalf("seed %d, %s: next position %d, want %d", seed, way, f.Next(), len(events))
			}
		}
		check("slice", foldOf(t, rules, o, events))

		f := NewCodedFold(rules, o)
		if err := f.Add(slices.Values(events)); err != nil {
			t.Fatal(err)
		}
		check("stream", f)

		f = NewCodedFold(rules, o)
		for part := range slices.Chunk(events, 1+rng.IntN(100)) {
			if err := f.AddSlice(part); err != nil {
				t.Fatal(err)
			}
		}
		check("portions", f)

		order := rng.Perm(len(events))
		f = NewCodedFold(rules, o)
		if err := f.AddAt(at(events, order)); err != nil {
			t.Fatal(err)
		}
		check("shuffled", f)

		f = NewCodedFold(rules, o)
		for _, p := range order {
			if _, err := f.Insert(uint32(p), events[p]); err != nil {
				t.Fatal(err)
			}
		}
		check("one by one", f)

		f = NewCodedFold(rules, o)
		byPair := map[uint64][]int{}
		for p, e := range events {
			pair, _ := foldPair(e.From, e.To)
			byPair[pair%3] = append(byPair[pair%3], p)
		}
		for _, part := range slices.Sorted(maps.Keys(byPair)) {
			other := NewCodedFold(rules, FoldOptions{Workers: 1 + rng.IntN(3), Removable: o.Removable})
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

		f = NewCodedFold(rules, o)
		for half := range slices.Chunk(order, max(1, (len(order)+1)/2)) {
			other := NewCodedFold(rules, FoldOptions{Removable: o.Removable})
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

// TestFoldLateEvents inserts and removes events one by one and compares with a
// fold of what is left.
func TestFoldLateEvents(t *testing.T) {
	rules := defaultRulesForFold(t)
	for seed := range uint64(200) {
		rng := rand.New(rand.NewPCG(seed, 6))
		events := codedFeed(rng, rules, 1+rng.IntN(200))
		split := rng.IntN(len(events))
		f := foldOf(t, rules, FoldOptions{Workers: 1 + rng.IntN(3), Removable: true}, events[:split])
		in := map[int]bool{}
		for p := range split {
			in[p] = true
		}
		for range 60 {
			p := rng.IntN(len(events))
			var ok bool
			var err error
			idle := len(rules.codes[events[p].Kind].effects) == 0 || events[p].From == events[p].To
			want := in[p]
			if rng.IntN(2) == 0 {
				ok, err = f.Insert(uint32(p), events[p])
				want, in[p] = !in[p], true
			} else {
				ok, err = f.Remove(uint32(p), events[p])
				delete(in, p)
			}
			if err != nil || ok != (want && !idle) {
				t.Fatalf("seed %d: event %d: %v, %v, want %v", seed, p, ok, err, want && !idle)
			}
		}
		left := NewCodedFold(rules, FoldOptions{})
		if err := left.AddAt(at(events, slices.Sorted(maps.Keys(in)))); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(slices.Collect(left.Spells()), slices.Collect(f.Spells())); diff != "" {
			t.Fatalf("seed %d (-refolded +edited):\n%s", seed, diff)
		}
	}
}

// TestFoldOn compares On, AllOn and SpellsOf with the list of all spells.
func TestFoldOn(t *testing.T) {
	rules := defaultRulesForFold(t)
	for seed := range uint64(40) {
		rng := rand.New(rand.NewPCG(seed, 7))
		f := foldOf(t, rules, FoldOptions{Workers: 1 + rng.IntN(2)}, codedFeed(rng, rules, 200))
		all := slices.Collect(f.Spells())
		if !slices.IsSortedFunc(all, func(a, b CodedSpell) int {
			return slices.Compare(
				[]int64{int64(a.Track), int64(a.From), int64(a.To), int64(a.First), int64(a.State)},
				[]int64{int64(b.Track), int64(b.From), int64(b.To), int64(b.First), int64(b.State)})
		}) {
			t.Fatalf("seed %d: spells out of order", seed)
		}
		actors := []uint32{0, 1, 2, 3, 512, 1024, 1 << 18}
		for _, a := range actors {
			for _, b := range actors {
				for track := range TrackStance + 2 {
					from, to := a, b
					if track.Mutual() {
						from, to = min(a, b), max(a, b)
					}
					var want []CodedSpell
					for _, s := range all {
						if s.Track == track && s.From == from && s.To == to {
							want = append(want, s)
						}
					}
					if diff := cmp.Diff(want, slices.Collect(f.SpellsOf(a, b, track))); diff != "" {
						t.Fatalf("seed %d: spells of %d and %d on %s (-want +got):\n%s", seed, a, b, track, diff)
					}
					for _, day := range []int32{math.MinInt32, -11, -3, 0, 4, 9, 15, 21, 40, math.MaxInt32} {
						on := slices.DeleteFunc(slices.Clone(want), func(s CodedSpell) bool { return day < s.First || s.Last < day })
						slices.SortFunc(on, func(a, b CodedSpell) int { return int(a.State) - int(b.State) })
						got := slices.Collect(f.AllOn(a, b, track, day))
						if !slices.Equal(got, on) {
							t.Fatalf("seed %d: %d and %d on %s, day %d: got %v, want %v", seed, a, b, track, day, got, on)
						}
						first, ok := f.On(a, b, track, day)
						if ok != (len(on) > 0) || ok && first != on[0] || !ok && first != (CodedSpell{}) {
							t.Fatalf("seed %d: %d and %d on %s, day %d: got %v, %v, want the first of %v", seed, a, b, track, day, first, ok, on)
						}
					}
				}
			}
		}
	}
}

func TestFoldRefuses(t *testing.T) {
	rules := defaultRulesForFold(t)
	sever, err := rules.Code(KindSeverRelations, "", "")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name  string
		event CodedEvent
		err   error
		text  string
	}{
		{"kind", CodedEvent{To: 1, Kind: EventCode(len(rules.codes))}, ErrValue,
			fmt.Sprintf("invalid value: event code %d, expected less than %d", len(rules.codes), len(rules.codes))},
		{"actor", CodedEvent{From: MaxFoldActor + 1, Kind: sever}, ErrLimit,
			"over the limit: actor number 268435456, expected at most 268435455"},
		{"early day", CodedEvent{Day: MinFoldDay - 1, To: 1, Kind: sever}, ErrLimit,
			`over the limit: day -8000001 ("-19934-09-28"), expected -8000000 to 8000000`},
		{"late day", CodedEvent{Day: MaxFoldDay + 1, To: 1, Kind: sever}, ErrLimit,
			`over the limit: day 8000001 ("23873-04-05"), expected -8000000 to 8000000`},
	}
	good := CodedEvent{Day: 3, From: 1, To: 2, Kind: sever}
	want := []CodedSpell{
		{Track: TrackDiplomaticRelations, State: StateEstablished, From: 1, To: 2, First: OpenStart, Last: 2, Presupposed: true},
		{Track: TrackDiplomaticRelations, State: StateSevered, From: 1, To: 2, First: 3, Last: OpenEnd},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			late := good
			late.Day = 1
			f := NewCodedFold(rules, FoldOptions{Workers: 2})
			if err := f.AddSlice([]CodedEvent{good, tt.event, late}); !errors.Is(err, tt.err) || err.Error() != tt.text {
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
	f := foldOf(t, rules, FoldOptions{}, []CodedEvent{good})
	if _, err := f.Remove(0, good); !errors.Is(err, ErrValue) {
		t.Errorf("removal from a fold that is not Removable: %v", err)
	}
	if _, err := f.Insert(math.MaxUint32, good); err != nil {
		t.Fatal(err)
	}
	if err := f.AddSlice([]CodedEvent{good}); !errors.Is(err, ErrLimit) {
		t.Errorf("position 2³²: %v", err)
	}
	if err := f.Merge(NewCodedFold(rules, FoldOptions{Removable: true})); !errors.Is(err, ErrValue) {
		t.Errorf("merging one that is Removable into one that is not: %v", err)
	}
	other, err := NewFoldRules(DefaultRules()[1:])
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Merge(NewCodedFold(other, FoldOptions{})); !errors.Is(err, ErrValue) {
		t.Errorf("merging one with other rules: %v", err)
	}
	if err := f.Merge(NewCodedFold(nil, FoldOptions{})); err != nil {
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

// TestFoldAtTheLimits folds at the outermost days and actors.
func TestFoldAtTheLimits(t *testing.T) {
	rules := defaultRulesForFold(t)
	raid, err := rules.Code(KindAttack, "", "")
	if err != nil {
		t.Fatal(err)
	}
	f := foldOf(t, rules, FoldOptions{}, []CodedEvent{
		{Day: MinFoldDay, From: MaxFoldActor, To: MaxFoldActor - 1, Kind: raid},
		{Day: MaxFoldDay, From: MaxFoldActor, To: MaxFoldActor - 1, Kind: raid, MoreDays: NoEnd - 1},
	})
	spell := CodedSpell{Track: TrackHostility, From: MaxFoldActor, To: MaxFoldActor - 1}
	row := func(s State, first, last int32, position uint32, ended, presupposed bool) CodedSpell {
		x := spell
		x.State, x.First, x.Last, x.Position, x.Ended, x.Presupposed = s, first, last, position, ended, presupposed
		return x
	}
	want := []CodedSpell{
		row(StateNone, OpenStart, MinFoldDay-1, 0, false, true),
		row(StateForce, MinFoldDay, MinFoldDay, 0, false, false),
		row(StateNone, MinFoldDay+1, MaxFoldDay-1, 0, true, false),
		row(StateForce, MaxFoldDay, MaxFoldDay+65534, 1, false, false),
		row(StateNone, MaxFoldDay+65535, OpenEnd, 1, true, false),
	}
	if diff := cmp.Diff(want, slices.Collect(f.Spells())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestFoldKeepsWhatCanDecide: of many changes of a day, only those that can
// decide anything.
func TestFoldKeepsWhatCanDecide(t *testing.T) {
	rules := defaultRulesForFold(t)
	var events []CodedEvent
	for _, kind := range []EventKind{KindAttack, KindThreatenForce, KindBlockade, KindPraise, KindCondemn} {
		code, err := rules.Code(kind, "", "")
		if err != nil {
			t.Fatal(err)
		}
		for range 100 {
			events = append(events, CodedEvent{Day: 7, From: 1, To: 2, Kind: code})
		}
	}
	for _, tt := range []struct {
		o    FoldOptions
		want int
	}{{FoldOptions{}, 5}, {FoldOptions{Removable: true}, len(events)}} {
		if got := foldOf(t, rules, tt.o, events).Len(); got != tt.want {
			t.Errorf("%+v: %d changes kept, want %d: of hostility the first and the last of each level, of stance the last praise and what followed it", tt.o, got, tt.want)
		}
	}
}

// TestFoldManyLastingEventsOfOnePair has 100,000 events that go on beyond each
// other, inserted in bulk, and compares with the hostility that is the highest
// of what goes on.
func TestFoldManyLastingEventsOfOnePair(t *testing.T) {
	rules := defaultRulesForFold(t)
	kinds := []EventKind{KindThreatenForce, KindShowForce, KindAttack}
	n := 100_000
	if testing.Short() {
		n = 5_000
	}
	rng := rand.New(rand.NewPCG(3, 3))
	events := make([]CodedEvent, n)
	const days = 20_000
	var level [days + 3_000][3]int // how many of each kind begin less end on a day
	for i := range events {
		k := rng.IntN(3)
		code, err := rules.Code(kinds[k], "", "")
		if err != nil {
			t.Fatal(err)
		}
		more := rng.IntN(2_000) >> (4 * k)
		first := rng.Int32N(days)
		events[i] = CodedEvent{Day: first, From: 5, To: 9, Kind: code, MoreDays: uint16(more)}
		level[first][k]++
		level[int(first)+more+1][k]--
	}
	f := foldOf(t, rules, FoldOptions{}, events)
	var going [3]int
	spells := slices.Collect(f.SpellsOf(5, 9, TrackHostility))
	at := 0
	for day := range int32(len(level)) {
		want := StateNone
		for k, s := range []State{StateThreat, StateDisplay, StateForce} {
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
