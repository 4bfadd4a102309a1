package measure

import (
	"testing"

	"github.com/dispute-go/dispute/bench/peer"
	"github.com/dispute-go/dispute/bench/workload"
)

// TestLateEvents: the insertions and removals are checked as they are measured.
func TestLateEvents(t *testing.T) {
	r, err := LateEvents(9_000, 1_000)
	if err != nil {
		t.Fatal(err)
	}
	intervals, sum, _ := workload.Known(10_000)
	if r.Intervals != intervals || r.Sum != sum {
		t.Errorf("%d intervals with checksum %d, want %d with %d", r.Intervals, r.Sum, intervals, sum)
	}
	if l := r.Late; l.Events < 700 || l.Median <= 0 || l.P99 < l.Median || l.Slowest < l.P99 {
		t.Errorf("measured %+v", *l)
	}
}

func TestPeer(t *testing.T) {
	m, ok := peer.Find("dispute")
	if !ok {
		t.Fatal("no such peer")
	}
	r, err := Peer(m, 100_000, 1_000)
	if err != nil {
		t.Fatal(err)
	}
	intervals, sum, _ := workload.Known(100_000)
	if r.Intervals != intervals || r.Sum != sum || r.Fold <= 0 || r.Fetch <= 0 || r.AsOf <= 0 {
		t.Errorf("measured %+v, want %d intervals with checksum %d", r, intervals, sum)
	}
}
