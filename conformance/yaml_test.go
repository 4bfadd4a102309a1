package conformance

import (
	"bytes"
	"encoding/json"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/sahel2024"
)

// TestYAML writes the embedded dossier as YAML, has a converter make JSON of that, and
// reads the same record.
func TestYAML(t *testing.T) {
	var value any
	if err := json.Unmarshal(sahel2024.JSON(), &value); err != nil {
		t.Fatal(err)
	}
	text, err := yaml.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	var read any
	if err := yaml.Unmarshal(text, &read); err != nil {
		t.Fatal(err)
	}
	converted, err := json.Marshal(read)
	if err != nil {
		t.Fatal(err)
	}
	record, err := dispute.Decode(bytes.NewReader(converted))
	if err != nil {
		t.Fatal(err)
	}
	var got, want bytes.Buffer
	if err := dispute.Encode(&got, record); err != nil {
		t.Fatal(err)
	}
	if err := dispute.Encode(&want, sahel2024.Record()); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want.Bytes()) {
		t.Error("the record that came by way of YAML is another")
	}
}
