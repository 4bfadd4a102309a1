package hostile_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

func TestHeavyPairs(t *testing.T) {
	n := 10_000
	if testing.Short() {
		n = 3_000
	}
	for _, shape := range heavyShapes {
		t.Run(shape.name, func(t *testing.T) {
			r := shape.record(n).View(t, dispute.Lens{}).Relation("a", "b", shape.track)
			h := r.History()
			if len(h.Spells) == 0 || len(h.Reasons.Items()) < n {
				t.Errorf("%d spells resting on %d items, want some, on all %d events", len(h.Spells), len(h.Reasons.Items()), n)
			}
			if s := r.On(disputetest.Day("2005-06-01")); len(s.States) == 0 {
				t.Error("no state is possible in the middle")
			}
		})
	}
}

// What is kept of many events that overlap on one pair grows with their
// number, not with the number of pairs of them.
func TestOverlappingEventsAreNearLinear(t *testing.T) {
	for _, shape := range heavyShapes {
		kept := func(n int) float64 {
			v := shape.record(n).View(t, dispute.Lens{})
			before := liveHeap()
			r := v.Relation("a", "b", shape.track)
			after := liveHeap()
			runtime.KeepAlive(v)
			runtime.KeepAlive(r)
			return after - before
		}
		small, large := kept(2_000), kept(4_000)
		if growth := large / max(small, 64<<10); growth > 2.6 {
			t.Errorf("%s: what is kept of 4,000 events is %.2f times what is kept of 2,000, want at most 2.60", shape.name, growth)
		}
	}
}

// One event of many parties makes as many pairs as there are.
func TestManyParties(t *testing.T) {
	const parties = 256
	f := disputetest.NewCaseFile()
	e := dispute.Event{ID: "pact", Kind: dispute.KindSignDefencePact, When: edtf.MustParse("2024-08-04"), Sources: []dispute.SourceID{"article"}}
	for i := range parties {
		id := dispute.ActorID(fmt.Sprint("state-", i))
		f.Actors = append(f.Actors, dispute.Actor{ID: id, Kind: dispute.ActorState, Name: string(id)})
		e.Participants = append(e.Participants, dispute.Participant{Role: dispute.RoleParty, Actor: id})
	}
	f.Events = []dispute.Event{e}
	pairs := 0
	for r := range f.View(t, dispute.Lens{}).Relations() {
		if pairs++; pairs%5_000 == 0 && disputetest.Brief(r.On(disputetest.Day("2024-08-04"))) != "defence-pact certain" {
			t.Errorf("%s: %s", r.Pair(), r.On(disputetest.Day("2024-08-04")))
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
	one, many := disputetest.NewCaseFile("x", "a", "b"), disputetest.NewCaseFile("x")
	start := disputetest.Day("1900-01-01")
	for i := range n {
		one.Event(dispute.EventID(fmt.Sprint("e", i)), dispute.KindSeverRelations, "", "actor", "a", "target", "x")
		id := dispute.ActorID(fmt.Sprint("s", i))
		many.Actors = append(many.Actors, dispute.Actor{ID: id, Kind: dispute.ActorState, Name: string(id)})
		many.Event(dispute.EventID(fmt.Sprint("e", i)), dispute.KindSeverRelations, "", "actor", string(id), "target", "x").When = edtf.FromDay(start.AddDays(int64(2 * i)))
	}
	one.Event("last", dispute.KindSeverRelations, "2024-08-04", "actor", "b", "target", "x").Links = []dispute.Link{{Kind: dispute.LinkBecauseOf, Event: "e0"}}
	for _, tc := range []struct {
		f    *disputetest.CaseFile
		want int
	}{{one, 2 * n}, {many, 0}} {
		got := 0
		for range tc.f.View(t, dispute.Lens{}).Solidarity(1) {
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
				v := shape.record(n).View(b, dispute.Lens{})
				for b.Loop() {
					v.Relation("a", "b", shape.track).Spells()
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/event")
			})
		}
	}
}
