package hostile_test

import (
	"bytes"
	"runtime"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
	"github.com/dispute-go/dispute/internal/generate"
)

// held is all that one who asks for every status holds on to.
type held struct {
	view     *dispute.View // with its dossier
	statuses []dispute.Status
}

// holdAll reads a record and asks for the status of every claim.
func holdAll(tb testing.TB, text []byte) held {
	tb.Helper()
	r, err := dispute.DecodeWith(bytes.NewReader(text), dispute.Limits{Bytes: 1 << 30})
	if err != nil {
		tb.Fatal(err)
	}
	d, err := dispute.Compile(r)
	if err != nil {
		tb.Fatal(err)
	}
	var h held
	if h.view, err = d.View(dispute.Lens{}); err != nil {
		tb.Fatal(err)
	}
	for _, c := range r.Claims {
		h.statuses = append(h.statuses, h.view.Status(c.ID))
	}
	return h
}

// liveHeap returns the bytes that are in use once everything else is collected.
func liveHeap() float64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC() // what the first one freed is swept now
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}

// heapPerInput returns the bytes in use of a compiled record, a view of it and
// all statuses with their reasons, as a multiple of the bytes of its text.
func heapPerInput(tb testing.TB, r dispute.Record) float64 {
	tb.Helper()
	var text bytes.Buffer
	if err := dispute.EncodeWith(&text, r, dispute.Limits{Bytes: 1 << 30}); err != nil {
		tb.Fatal(err)
	}
	before := liveHeap()
	h := holdAll(tb, text.Bytes())
	after := liveHeap()
	runtime.KeepAlive(h)
	runtime.KeepAlive(r)
	return (after - before) / float64(text.Len())
}

func BenchmarkLiveHeap(b *testing.B) {
	disputetest.EachWorkload(b, func(b *testing.B, r dispute.Record) {
		var multiple float64
		for b.Loop() {
			multiple = heapPerInput(b, r)
		}
		b.ReportMetric(multiple, "heap/input")
	})
}

// What is held of a record is at most ten times its text, and asking for twice
// as many statuses takes at most 2.3 times the memory.
func TestStatusesAreFrugal(t *testing.T) {
	if multiple := heapPerInput(t, generate.Record(2000, 5, 20240821)); multiple > 10 {
		t.Errorf("%.1f bytes held for a byte of text, want at most 10", multiple)
	}
	allocated := func(events int) float64 {
		r := generate.Record(events, 5, 20240821)
		d, err := dispute.Compile(r)
		if err != nil {
			t.Fatal(err)
		}
		v, err := d.View(dispute.Lens{})
		if err != nil {
			t.Fatal(err)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		for _, c := range r.Claims {
			v.Status(c.ID)
		}
		runtime.ReadMemStats(&after)
		return float64(after.TotalAlloc - before.TotalAlloc)
	}
	for _, events := range []int{500, 1000} {
		if growth := allocated(2*events) / allocated(events); growth > 2.3 {
			t.Errorf("from %d to %d events the memory asked for grows %.2f times, want at most 2.30", events, 2*events, growth)
		}
	}
}
