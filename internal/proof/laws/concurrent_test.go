package laws_test

import (
	"bytes"
	"encoding/json"
	"sync"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/generate"
)

// One dossier and one view are asked by many goroutines at once; run with
// -race. Every goroutine gets the same bytes.
func TestConcurrentReaders(t *testing.T) {
	d, err := dispute.Compile(generate.Record(60, 5, 7))
	if err != nil {
		t.Fatal(err)
	}
	shared, err := d.View(dispute.Lens{})
	if err != nil {
		t.Fatal(err)
	}
	ask := func() []byte {
		own, err := d.View(dispute.Lens{Standpoint: "state-01"})
		if err != nil {
			t.Error(err)
			return nil
		}
		var answers []any
		for _, v := range []*dispute.View{shared, own} {
			answers = append(answers, v.Timeline(), v.Conflicts())
			for _, q := range v.OpenQuestions() {
				answers = append(answers, q)
			}
			for _, c := range d.Record().Claims {
				answers = append(answers, v.Status(c.ID))
			}
		}
		text, err := json.Marshal(answers)
		if err != nil {
			t.Error(err)
		}
		return text
	}
	want := ask()
	if len(want) < 10_000 {
		t.Fatalf("the answers are too few to mean anything: %d bytes", len(want))
	}
	var readers sync.WaitGroup
	for range 8 {
		readers.Go(func() {
			if got := ask(); !bytes.Equal(got, want) {
				t.Error("two readers of one dossier got different answers")
			}
		})
	}
	readers.Wait()
}
