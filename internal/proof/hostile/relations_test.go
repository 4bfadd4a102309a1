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

// Pairs on which many events bear at once get their answers, and what is kept of
// them grows with the number of events, not with that of pairs of them.
func TestHeavyPairs(t *testing.T) {
	const most = 10_000 // bytes; eight for each other event would be more than twice as much
	n := *disputetest.HostileItems / 2
	for _, shape := range heavyShapes {
		t.Run(shape.name, func(t *testing.T) {
			v := shape.record(n).View(t, dispute.Lens{})
			before := liveHeap()
			r := v.Relation("a", "b", shape.track)
			kept := (liveHeap() - before) / float64(n)
			t.Logf("%.0f bytes are kept of one of %d events", kept, n)
			if kept > most {
				t.Errorf("%.0f bytes are kept of one of %d events, want at most %d", kept, n, most)
			}
			h := r.History()
			if len(h.Spells) == 0 || len(h.Reasons().Items()) < n {
				t.Errorf("%d spells resting on %d items, want some, on all %d events", len(h.Spells), len(h.Reasons().Items()), n)
			}
			if s := r.On(disputetest.Day("2005-06-01")); len(s.States) == 0 {
				t.Error("no state is possible in the middle")
			}
			runtime.KeepAlive(v)
		})
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
	n := *disputetest.HostileItems
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
