package dispute

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dispute-go/dispute/edtf"
)

func TestHeavyPairs(t *testing.T) {
	n := 10_000
	if testing.Short() {
		n = 3_000
	}
	for _, shape := range heavyShapes {
		t.Run(shape.name, func(t *testing.T) {
			r := shape.record(n).view(t, Lens{}).Relation("a", "b", shape.track)
			h := r.History()
			if len(h.Spells) == 0 || len(h.Reasons().Items()) < n {
				t.Errorf("%d spells resting on %d items, want some, on all %d events", len(h.Spells), len(h.Reasons().Items()), n)
			}
			if s := r.On(dayOf("2005-06-01")); len(s.States) == 0 {
				t.Error("no state is possible in the middle")
			}
		})
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
	for _, shape := range heavyShapes {
		for _, n := range []int{12_500, 25_000, 50_000, 100_000} {
			b.Run(fmt.Sprint(strings.NewReplacer(", ", "-", " ", "-").Replace(shape.name), "/n=", n), func(b *testing.B) {
				v := shape.record(n).view(b, Lens{})
				for b.Loop() {
					v.Relation("a", "b", shape.track).Spells()
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/event")
			})
		}
	}
}
