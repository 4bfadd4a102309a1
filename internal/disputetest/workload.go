package disputetest

import (
	"fmt"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/generate"
	"github.com/dispute-go/dispute/sahel2024"
)

// Workload is a record to measure on.
type Workload struct {
	Name   string
	Record dispute.Record
}

// Workloads are the seed dossier and generated records with five attributions
// for each event: of 1,000 events, and from 1,250 to 10,000 in doublings, so that
// growth can be read off.
func Workloads() []Workload {
	list := []Workload{{"sahel2024", sahel2024.Record()}}
	for _, events := range []int{1000, 1250, 2500, 5000, 10000} {
		list = append(list, Workload{fmt.Sprintf("events=%d", events), generate.Record(events, 5, 20240821)})
	}
	return list
}

// EachWorkload runs a benchmark on each of the workloads.
func EachWorkload(b *testing.B, run func(b *testing.B, r dispute.Record)) {
	for _, w := range Workloads() {
		b.Run(w.Name, func(b *testing.B) {
			b.ReportAllocs()
			run(b, w.Record)
		})
	}
}

// MustView returns the view through the zero lens.
func MustView(b *testing.B, r dispute.Record) *dispute.View {
	b.Helper()
	d, err := dispute.Compile(r)
	if err != nil {
		b.Fatal(err)
	}
	v, err := d.View(dispute.Lens{})
	if err != nil {
		b.Fatal(err)
	}
	return v
}
