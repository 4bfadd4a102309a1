package sahel2024_test

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/sahel2024"
)

func TestRecordIsCanonical(t *testing.T) {
	record, err := dispute.Decode(bytes.NewReader(sahel2024.JSON()))
	if err != nil {
		t.Fatalf("Decode: %v", err)
	}
	var text bytes.Buffer
	if err := dispute.Encode(&text, record); err != nil {
		t.Fatalf("Encode: %v", err)
	}
	if diff := cmp.Diff(string(sahel2024.JSON()), text.String()); diff != "" {
		t.Errorf("the embedded text is not canonical (-file +encoded):\n%s", diff)
	}
	if _, err := dispute.Compile(record); err != nil {
		t.Errorf("Compile: %v", err)
	}
}

func TestRecordBelongsToTheCaller(t *testing.T) {
	r := sahel2024.Record()
	r.Actors[0].Name = "changed"
	clear(sahel2024.JSON())
	if got := sahel2024.Record().Actors[0].Name; got == "changed" || got == "" {
		t.Errorf("a caller changed the embedded record: name %q", got)
	}
	if sahel2024.JSON()[0] != '{' {
		t.Error("a caller changed the embedded text")
	}
}
