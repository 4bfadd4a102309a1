package dispute_test

import (
	"fmt"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

func BenchmarkMerge(b *testing.B) {
	eachWorkload(b, func(b *testing.B, r dispute.Record) {
		half := r
		half.Events, half.Attributions = r.Events[:len(r.Events)/2], r.Attributions[len(r.Attributions)/2:]
		b.ReportAllocs()
		for b.Loop() {
			if _, err := dispute.Merge(r, half); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkEventsOfPeriod(b *testing.B) {
	eachWorkload(b, func(b *testing.B, r dispute.Record) {
		v := mustView(b, r)
		q := dispute.EventQuery{First: edtf.MustParseDay("2016-01-01"), Last: edtf.MustParseDay("2016-06-30")}
		b.ReportAllocs()
		for b.Loop() {
			for range v.Events(q) {
			}
		}
	})
}

func BenchmarkAccount(b *testing.B) {
	eachWorkload(b, func(b *testing.B, r dispute.Record) {
		v := mustView(b, r)
		party := r.Actors[0].ID
		b.ReportAllocs()
		for b.Loop() {
			v.Account(party)
		}
	})
}

func BenchmarkCompare(b *testing.B) {
	eachWorkload(b, func(b *testing.B, r dispute.Record) {
		v := mustView(b, r)
		parties := []dispute.ActorID{r.Actors[0].ID, r.Actors[4].ID}
		b.ReportAllocs()
		for b.Loop() {
			v.Compare(parties...)
		}
	})
}

func BenchmarkSnapshot(b *testing.B) {
	eachWorkload(b, func(b *testing.B, r dispute.Record) {
		v := mustView(b, r)
		b.ReportAllocs()
		for b.Loop() {
			v.Snapshot()
		}
	})
}

// From half of the events to all of them.
func BenchmarkDiff(b *testing.B) {
	eachWorkload(b, func(b *testing.B, r dispute.Record) {
		d, err := dispute.Compile(r)
		if err != nil {
			b.Fatal(err)
		}
		from, err := d.View(dispute.Lens{KnownBy: edtf.MustParseDay("2019-01-01")})
		if err != nil {
			b.Fatal(err)
		}
		to := mustView(b, r)
		b.ReportAllocs()
		for b.Loop() {
			dispute.Diff(from, to)
		}
	})
}

// A chain of claims each of which entails the one before, on which nobody
// speaks: every one of them is a question.
func BenchmarkOpenQuestionsOfEntailments(b *testing.B) {
	for _, n := range []int{4_000, 8_000, 16_000} {
		b.Run(fmt.Sprintf("n=%d", n), func(b *testing.B) {
			v := mustView(b, entailments(n))
			b.ReportAllocs()
			for b.Loop() {
				for range v.OpenQuestions() {
				}
			}
		})
	}
}
