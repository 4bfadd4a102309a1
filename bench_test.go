package dispute_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/generate"
	"github.com/dispute-go/dispute/sahel2024"
)

// workload is a record to measure on.
type workload struct {
	name   string
	record dispute.Record
}

// workloads are the seed dossier and generated records with five attributions
// for each event: of 1,000 events, and from 1,250 to 10,000 in doublings, so that
// growth can be read off.
func workloads() []workload {
	list := []workload{{"sahel2024", sahel2024.Record()}}
	for _, events := range []int{1000, 1250, 2500, 5000, 10000} {
		list = append(list, workload{fmt.Sprintf("events=%d", events), generate.Record(events, 5, 20240821)})
	}
	return list
}

func eachWorkload(b *testing.B, run func(b *testing.B, r dispute.Record)) {
	for _, w := range workloads() {
		b.Run(w.name, func(b *testing.B) {
			b.ReportAllocs()
			run(b, w.record)
		})
	}
}

func mustView(b *testing.B, r dispute.Record) *dispute.View {
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

func BenchmarkDecode(b *testing.B) {
	eachWorkload(b, func(b *testing.B, r dispute.Record) {
		var text bytes.Buffer
		if err := dispute.EncodeWith(&text, r, dispute.Limits{Bytes: 1 << 30}); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(text.Len()))
		for b.Loop() {
			if _, err := dispute.DecodeWith(bytes.NewReader(text.Bytes()), dispute.Limits{Bytes: 1 << 30}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkCompile(b *testing.B) {
	eachWorkload(b, func(b *testing.B, r dispute.Record) {
		for b.Loop() {
			if _, err := dispute.Compile(r); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkView(b *testing.B) {
	eachWorkload(b, func(b *testing.B, r dispute.Record) {
		d, err := dispute.Compile(r)
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if _, err := d.View(dispute.Lens{RecordedBy: edtf.MustParseDay("2020-01-01")}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkAllStatuses(b *testing.B) {
	eachWorkload(b, func(b *testing.B, r dispute.Record) {
		v := mustView(b, r)
		for b.Loop() {
			for _, c := range r.Claims {
				v.Status(c.ID)
			}
		}
	})
}

func BenchmarkTimeline(b *testing.B) {
	eachWorkload(b, func(b *testing.B, r dispute.Record) {
		v := mustView(b, r)
		for b.Loop() {
			v.Timeline()
		}
	})
}

func BenchmarkOpenQuestions(b *testing.B) {
	eachWorkload(b, func(b *testing.B, r dispute.Record) {
		v := mustView(b, r)
		for b.Loop() {
			for range v.OpenQuestions() {
			}
		}
	})
}

func BenchmarkConflicts(b *testing.B) {
	eachWorkload(b, func(b *testing.B, r dispute.Record) {
		v := mustView(b, r)
		for b.Loop() {
			v.Conflicts()
		}
	})
}

// Every relation that has anything on file, on one day and as history.
func BenchmarkRelations(b *testing.B) {
	on := edtf.MustParseDay("2019-01-01")
	eachWorkload(b, func(b *testing.B, r dispute.Record) {
		v := mustView(b, r)
		for b.Loop() {
			for relation := range v.Relations() {
				relation.On(on)
				relation.Spells()
			}
		}
	})
}
