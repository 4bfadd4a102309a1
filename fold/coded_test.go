package fold_test

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/fold"
)

// A way adds events, each at its position, to a fold made with the options.
type way struct {
	name string
	add  func(t *testing.T, f *fold.Coded, o fold.Options, events []fold.CodedEvent, rng *rand.Rand) error
}

var ways = []way{
	{"slice", func(_ *testing.T, f *fold.Coded, _ fold.Options, events []fold.CodedEvent, _ *rand.Rand) error {
		return f.AddSlice(events)
	}},
	{"stream", func(_ *testing.T, f *fold.Coded, _ fold.Options, events []fold.CodedEvent, _ *rand.Rand) error {
		return f.Add(slices.Values(events))
	}},
	{"portions", func(_ *testing.T, f *fold.Coded, _ fold.Options, events []fold.CodedEvent, rng *rand.Rand) (err error) {
		for part := range slices.Chunk(events, 1+rng.IntN(100)) {
			err = errors.Join(err, f.AddSlice(part))
		}
		return err
	}},
	{"shuffled", func(_ *testing.T, f *fold.Coded, _ fold.Options, events []fold.CodedEvent, rng *rand.Rand) error {
		return f.AddAt(at(events, rng.Perm(len(events))))
	}},
	{"one by one", func(_ *testing.T, f *fold.Coded, _ fold.Options, events []fold.CodedEvent, rng *rand.Rand) (err error) {
		for _, p := range rng.Perm(len(events)) {
			_, e := f.Insert(uint32(p), events[p])
			err = errors.Join(err, e)
		}
		return err
	}},
	{"merged by pair", func(t *testing.T, f *fold.Coded, o fold.Options, events []fold.CodedEvent, rng *rand.Rand) error {
		parts := make([][]int, 3)
		for p, e := range events {
			pair := min(e.From, e.To) + 7*max(e.From, e.To)
			parts[pair%3] = append(parts[pair%3], p)
		}
		o.Workers = 1 + rng.IntN(3)
		return mergeParts(t, f, o, events, parts)
	}},
	{"merged by halves", func(t *testing.T, f *fold.Coded, o fold.Options, events []fold.CodedEvent, rng *rand.Rand) error {
		order := rng.Perm(len(events))
		o.Workers = 1
		return mergeParts(t, f, o, events, [][]int{order[:len(order)/2], order[len(order)/2:]})
	}},
}

// mergeParts folds each part alone, merges them into f, and checks that this
// leaves them as they were.
func mergeParts(t *testing.T, f *fold.Coded, o fold.Options, events []fold.CodedEvent, parts [][]int) (err error) {
	t.Helper()
	for _, positions := range parts {
		part := fold.NewCoded(f.Rules(), o)
		err = errors.Join(err, part.AddAt(at(events, positions)))
		kept := slices.Collect(part.Spells())
		err = errors.Join(err, f.Merge(part))
		if diff := cmp.Diff(kept, slices.Collect(part.Spells())); diff != "" {
			t.Errorf("merging changed what was merged (-want +got):\n%s", diff)
		}
	}
	return err
}

// TestLongStreams folds streams of several blocks as the slice is folded, and up to an
// event in a later block that cannot be taken in.
func TestLongStreams(t *testing.T) {
	rules := defaultRules(t)
	rng := rand.New(rand.NewPCG(1, 10))
	events := codedFeed(rng, codesOf(t, rules), 5000)
	order := rng.Perm(len(events))
	ways := map[string]func(f *fold.Coded, events []fold.CodedEvent, order []int) error{
		"stream": func(f *fold.Coded, events []fold.CodedEvent, _ []int) error { return f.Add(slices.Values(events)) },
		"at":     func(f *fold.Coded, events []fold.CodedEvent, order []int) error { return f.AddAt(at(events, order)) },
		"merged": func(f *fold.Coded, events []fold.CodedEvent, order []int) error {
			return mergeParts(t, f, fold.Options{}, events, [][]int{order[:2000], order[2000:]})
		},
	}
	want := slices.Collect(foldOf(t, rules, fold.Options{}, events).Spells())
	for way, add := range ways {
		f := fold.NewCoded(rules, fold.Options{})
		if err := add(f, events, order); err != nil || f.Next() != int64(len(events)) {
			t.Errorf("%s: error %v, next position %d", way, err, f.Next())
		}
		if diff := cmp.Diff(want, slices.Collect(f.Spells())); diff != "" {
			t.Errorf("%s (-slice +%s):\n%s", way, way, diff)
		}
	}

	const wrong = 1500
	want = slices.Collect(foldOf(t, rules, fold.Options{}, events[:wrong]).Spells())
	events[wrong].Day = fold.MaxDay + 1
	inOrder := make([]int, len(events))
	for i := range inOrder {
		inOrder[i] = i
	}
	for _, way := range []string{"stream", "at"} {
		f := fold.NewCoded(rules, fold.Options{})
		if err := ways[way](f, events, inOrder); !errors.Is(err, dispute.ErrLimit) || !strings.HasPrefix(err.Error(), "event at position 1500: ") {
			t.Errorf("%s: error %v, want one at position %d", way, err, wrong)
		}
		if diff := cmp.Diff(want, slices.Collect(f.Spells())); diff != "" || f.Next() != wrong {
			t.Errorf("%s: next %d; what came before is not kept alone (-want +got):\n%s", way, f.Next(), diff)
		}
	}
}

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
		for _, way := range ways {
			f := fold.NewCoded(rules, o)
			if err := way.add(t, f, o, events, rng); err != nil {
				t.Fatalf("seed %d, %s: %v", seed, way.name, err)
			}
			if diff := cmp.Diff(want, slices.Collect(f.Spells())); diff != "" {
				t.Fatalf("seed %d, %s, %+v (-want +got):\n%s", seed, way.name, o, diff)
			}
			if f.Next() != int64(len(events)) {
				t.Fatalf("seed %d, %s: next position %d, want %d", seed, way.name, f.Next(), len(events))
			}
		}
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
		{"less than no days", fold.CodedEvent{Day: 3, To: 1, Code: sever, MoreDays: -1}, dispute.ErrValue,
			"invalid value: an event of -1 more days, expected none or some, or NoEnd"},
		{"too many days", fold.CodedEvent{Day: 3, To: 1, Code: sever, MoreDays: fold.MaxDay - 2}, dispute.ErrLimit,
			"over the limit: an event of 7999998 more days from day 3 on, expected an end by day 8000000, or NoEnd"},
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
			if err := f.AddSlice([]fold.CodedEvent{good, tt.event, late}); !errors.Is(err, tt.err) || err.Error() != "event at position 1: "+tt.text {
				t.Errorf("got error %v, want %q", err, tt.text)
			}
			if diff := cmp.Diff(want, slices.Collect(f.Spells())); diff != "" || f.Next() != 1 {
				t.Errorf("next %d; what came before is not kept alone (-want +got):\n%s", f.Next(), diff)
			}
			if _, err := f.Insert(7, tt.event); !errors.Is(err, tt.err) || err.Error() != "event at position 7: "+tt.text {
				t.Errorf("insert: got error %v, want %q", err, tt.text)
			}
		})
	}
}

func TestPositionsEndAt32Bits(t *testing.T) {
	rules := defaultRules(t)
	e := fold.CodedEvent{Day: 3, From: 1, To: 2, Code: codeOf(t, rules, dispute.KindSeverRelations)}
	f := fold.NewCoded(rules, fold.Options{})
	if _, err := f.Insert(math.MaxUint32, e); err != nil {
		t.Fatal(err)
	}
	if err := f.AddSlice([]fold.CodedEvent{e}); !errors.Is(err, dispute.ErrLimit) {
		t.Errorf("position 2³²: %v", err)
	}
	named := fold.NewNamed(rules, fold.Options{})
	if _, err := named.Insert(math.MaxUint32, feedOf2024[0]); err != nil {
		t.Fatal(err)
	}
	if err := named.Add(slices.Values(feedOf2024[1:])); !errors.Is(err, dispute.ErrLimit) {
		t.Errorf("position 2³² of an event with names: %v", err)
	}
}

// TestCodedAtTheLimits folds at the outermost days and actors.
func TestCodedAtTheLimits(t *testing.T) {
	rules := defaultRules(t)
	raid := codeOf(t, rules, dispute.KindAttack)
	f := foldOf(t, rules, fold.Options{}, []fold.CodedEvent{
		{Day: fold.MinDay, From: fold.MaxActor, To: fold.MaxActor - 1, Code: raid},
		{Day: fold.MaxDay - 9, From: fold.MaxActor, To: fold.MaxActor - 1, Code: raid, MoreDays: 9},
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
		row(dispute.StateNone, fold.MinDay+1, fold.MaxDay-10, 0, true, false),
		row(dispute.StateForce, fold.MaxDay-9, fold.MaxDay, 1, false, false),
		row(dispute.StateNone, fold.MaxDay+1, fold.OpenEnd, 1, true, false),
	}
	if diff := cmp.Diff(want, slices.Collect(f.Spells())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// An event on the last day there is, or on the first, is taken in, and so are those
// that come after it.
func TestCodedTakesEventsOnTheOutermostDays(t *testing.T) {
	rules := defaultRules(t)
	raid := codeOf(t, rules, dispute.KindAttack)
	f := foldOf(t, rules, fold.Options{}, []fold.CodedEvent{
		{Day: fold.MaxDay, From: 1, To: 2, Code: raid},
		{Day: fold.MinDay, From: 3, To: 4, Code: raid},
		{Day: 0, From: 5, To: 6, Code: raid},
	})
	for day, pair := range map[int32][2]uint32{fold.MaxDay: {1, 2}, fold.MinDay: {3, 4}, 0: {5, 6}} {
		if s, ok := f.On(pair[0], pair[1], dispute.TrackHostility, day); !ok || s.State != dispute.StateForce || s.First != day {
			t.Errorf("day %d: got %+v, %t", day, s, ok)
		}
	}
	if f.Next() != 3 {
		t.Errorf("next is %d, want 3", f.Next())
	}
}

// The next position is after the greatest, in whatever order positions come.
func TestNextIsAfterTheGreatestPosition(t *testing.T) {
	rules := defaultRules(t)
	events := make([]fold.CodedEvent, 8)
	for i := range events {
		events[i] = fold.CodedEvent{Day: 1, From: 1, To: 2, Code: codeOf(t, rules, dispute.KindAttack)}
	}
	f := fold.NewCoded(rules, fold.Options{Removable: true})
	for _, step := range []struct {
		at   []int
		want int64
	}{{[]int{5}, 6}, {[]int{2}, 6}, {[]int{7, 1}, 8}, {[]int{0, 3}, 8}} {
		if err := f.AddAt(at(events, step.at)); err != nil || f.Next() != step.want {
			t.Errorf("after %v: next is %d, %v, want %d", step.at, f.Next(), err, step.want)
		}
	}
	if _, err := f.Insert(4, events[4]); err != nil || f.Next() != 8 {
		t.Errorf("after an insertion at 4: next is %d, %v, want 8", f.Next(), err)
	}
}

// Where several begin one kind of support on one day, the last of them brought it,
// whether it goes on or not.
func TestTheLastOnADayBringsSupport(t *testing.T) {
	rules, err := fold.NewRules([]dispute.Rule{
		{Name: "begins", Event: "begins", From: dispute.RoleActor, To: dispute.RoleRecipient, Track: dispute.TrackSupport, State: dispute.StateFunding},
		{Name: "lasts", Event: "lasts", From: dispute.RoleActor, To: dispute.RoleRecipient, Track: dispute.TrackSupport, State: dispute.StateFunding, After: dispute.StateNone},
	})
	if err != nil {
		t.Fatal(err)
	}
	begins := fold.CodedEvent{Day: 10, From: 1, To: 2, Code: codeOf(t, rules, "begins")}
	lasts := fold.CodedEvent{Day: 10, From: 1, To: 2, Code: codeOf(t, rules, "lasts"), MoreDays: 5}
	for name, events := range map[string][]fold.CodedEvent{"begins, lasts": {begins, lasts}, "lasts, begins": {lasts, begins}, "lasts, begins, lasts": {lasts, begins, lasts}} {
		want := []fold.CodedSpell{{Track: dispute.TrackSupport, State: dispute.StateFunding, From: 1, To: 2, First: 10, Last: fold.OpenEnd, Position: uint32(len(events) - 1)}}
		if diff := cmp.Diff(want, slices.Collect(foldOf(t, rules, fold.Options{}, events).Spells())); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
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
		events[i] = fold.CodedEvent{Day: first, From: 5, To: 9, Code: code, MoreDays: int32(more)}
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
