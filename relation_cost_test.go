package dispute

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/dispute-go/dispute/edtf"
)

// heavyPair is a record of n events on one pair and track.
func heavyPair(n int, shape string) *caseFile {
	rng := rand.New(rand.NewPCG(1, uint64(n)))
	f := newCaseFile("a", "b")
	start := dayOf("1990-01-01")
	for i := range n {
		day := start.AddDays(int64(rng.IntN(10_000)))
		id := EventID(fmt.Sprint("e", i))
		kind := pick(rng, []EventKind{sever, KindRestoreRelations, KindSuspendRelations, KindReduceRelations})
		switch shape {
		case "exact":
			f.event(id, kind, "", "actor", "a", "target", "b").When = edtf.FromDay(day)
		case "overlapping":
			when, _ := edtf.OneOfDays(day, day.AddDays(int64(rng.IntN(2_000))))
			f.event(id, kind, "", "actor", "a", "target", "b").When = when
		case "undated":
			f.event(id, kind, "", "actor", "a", "target", "b")
		case "undated beside exact":
			e := f.event(id, kind, "", "actor", "a", "target", "b")
			if i%2 == 0 {
				e.When = edtf.FromDay(day)
			}
		case "chained":
			e := f.event(id, kind, "", "actor", "a", "target", "b")
			if i > 0 {
				e.Links = []Link{{LinkAfter, EventID(fmt.Sprint("e", i-1))}}
			}
		case "attacks":
			when, _ := edtf.Span(day, day.AddDays(int64(rng.IntN(3))))
			f.event(id, pick(rng, []EventKind{KindAttack, KindShowForce}), "", "actor", "a", "target", "b").When = when
		case "lasting, vague ends":
			e := f.event(id, pick(rng, []EventKind{KindAttack, KindShowForce}), "", "actor", "a", "target", "b")
			e.When = edtf.FromDay(day)
			e.Until, _ = edtf.OneOfDays(day, day.AddDays(2_000))
		}
	}
	return f
}

// heavyShapes are pairs on which everything bears: at the size of the test,
// work that grew with the square of it would not end in time.
var heavyShapes = []struct {
	name  string
	track Track
}{
	{"exact", TrackDiplomaticRelations},
	{"overlapping", TrackDiplomaticRelations},
	{"undated", TrackDiplomaticRelations},
	{"undated beside exact", TrackDiplomaticRelations},
	{"chained", TrackDiplomaticRelations},
	{"attacks", TrackHostility},
	{"lasting, vague ends", TrackHostility},
}

func TestHeavyPairs(t *testing.T) {
	n := 10_000
	if testing.Short() {
		n = 3_000
	}
	for _, shape := range heavyShapes {
		t.Run(shape.name, func(t *testing.T) {
			r := heavyPair(n, shape.name).view(t, Lens{}).Relation("a", "b", shape.track)
			h := r.History()
			if len(h.Spells) == 0 || len(h.Reasons.Items()) < n {
				t.Errorf("%d spells resting on %d items, want some, on all %d events", len(h.Spells), len(h.Reasons.Items()), n)
			}
			if s := r.On(dayOf("2005-06-01")); len(s.States) == 0 {
				t.Error("no state is possible in the middle")
			}
		})
	}
}

// What is kept of many uncertain events that overlap on one pair grows with
// their number, not with the number of pairs of them.
func TestOverlappingEventsAreNearLinear(t *testing.T) {
	size := func(n int) int {
		s := heavyPair(n, "overlapping").view(t, Lens{}).Relation("a", "b", TrackDiplomaticRelations).on.strands[0]
		total := len(s.segments)
		for _, r := range s.rulers {
			total += len(r.runs)
		}
		for _, list := range s.effects.before {
			total += len(list)
		}
		return total
	}
	small, large := size(4_000), size(16_000)
	t.Logf("4,000 events keep %d ranges, 16,000 keep %d", small, large)
	if large > 5*small {
		t.Errorf("4,000 events keep %d ranges, 16,000 keep %d: want at most five times as many", small, large)
	}
}

// One event of many parties makes as many pairs as there are.
func TestManyParties(t *testing.T) {
	const parties = 256
	f := newCaseFile()
	e := Event{ID: "pact", Kind: KindSignDefencePact, When: edtf.MustParse("2024-08-04"), Sources: []SourceID{"article"}}
	for i := range parties {
		id := ActorID(fmt.Sprint("state-", i))
		f.Actors = append(f.Actors, Actor{ID: id, Kind: ActorState, Name: string(id)})
		e.Participants = append(e.Participants, Participant{RoleParty, id})
	}
	f.Events = []Event{e}
	pairs := 0
	for r := range f.view(t, Lens{}).Relations() {
		if pairs++; pairs%5_000 == 0 && brief(r.On(dayOf("2024-08-04"))) != "defence-pact certain" {
			t.Errorf("%s: %s", r.Pair(), r.On(dayOf("2024-08-04")))
		}
	}
	if want := parties * (parties - 1) / 2; pairs != want {
		t.Errorf("got %d pairs, want %d", pairs, want)
	}
}

// Many acts of one actor, and one act each of many on days far apart, have few
// followings; finding them takes no look at each pair.
func TestSolidarityOfManyActs(t *testing.T) {
	const n = 20_000
	one, many := newCaseFile("x", "a", "b"), newCaseFile("x")
	start := dayOf("1900-01-01")
	for i := range n {
		one.event(EventID(fmt.Sprint("e", i)), sever, "", "actor", "a", "target", "x")
		id := ActorID(fmt.Sprint("s", i))
		many.Actors = append(many.Actors, Actor{ID: id, Kind: ActorState, Name: string(id)})
		many.event(EventID(fmt.Sprint("e", i)), sever, "", "actor", string(id), "target", "x").When = edtf.FromDay(start.AddDays(int64(2 * i)))
	}
	one.event("last", sever, "2024-08-04", "actor", "b", "target", "x").Links = []Link{{LinkBecauseOf, "e0"}}
	for _, tc := range []struct {
		f    *caseFile
		want int
	}{{one, 2 * n}, {many, 0}} {
		got := 0
		for range tc.f.view(t, Lens{}).Solidarity(1) {
			got++
		}
		if tc.f == one { // each way, but for what the last follows
			tc.want--
		}
		if got != tc.want {
			t.Errorf("%d followings, want %d", got, tc.want)
		}
	}
}

func BenchmarkRelation(b *testing.B) {
	for _, shape := range []string{"exact", "overlapping"} {
		for _, n := range []int{12_500, 25_000, 50_000, 100_000} {
			b.Run(fmt.Sprint(shape, "-", n), func(b *testing.B) {
				v := heavyPair(n, shape).view(b, Lens{})
				for b.Loop() {
					v.Relation("a", "b", TrackDiplomaticRelations).Spells()
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/event")
			})
		}
	}
}
