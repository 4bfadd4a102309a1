package conformance

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/sahel2024"
)

func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(dispute.Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	if schema.DraftVersion != 2020 {
		t.Fatalf("draft %d, want 2020-12", schema.DraftVersion)
	}
	return schema
}

func parse(t *testing.T, text []byte) any {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return value
}

func fullRecord(t *testing.T) any {
	t.Helper()
	text, err := os.ReadFile("../testdata/record/full.json")
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, text)
}

func TestSchemaAcceptsWhatEncodeWrites(t *testing.T) {
	schema := compiled(t)
	full, err := os.ReadFile("../testdata/record/full.json")
	if err != nil {
		t.Fatal(err)
	}
	r, err := dispute.Decode(bytes.NewReader(full))
	if err != nil {
		t.Fatal(err)
	}
	for name, r := range map[string]dispute.Record{"empty": {}, "full": r, "dossier": sahel2024.Record()} {
		var text bytes.Buffer
		if err := dispute.Encode(&text, r); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := schema.Validate(parse(t, text.Bytes())); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSchemaAgreesWithDecode changes a record in which every key occurs at
// every single place, in every way below: the schema and Decode say the same of
// the result, except that only Decode knows which dates exist.
func TestSchemaAgreesWithDecode(t *testing.T) {
	schema := compiled(t)
	record := fullRecord(t).(map[string]any)
	for name, list := range record {
		if list, ok := list.([]any); ok {
			record[name] = list[:1] // every item has every key
		}
	}
	counts := map[string]int{}
	check := func(what string) {
		t.Helper()
		text, err := json.Marshal(record)
		if err != nil {
			t.Fatal(err)
		}
		_, refused := dispute.Decode(bytes.NewReader(text))
		invalid := schema.Validate(record)
		switch {
		case (refused == nil) == (invalid == nil):
			counts[fmt.Sprintf("accepted: %t", invalid == nil)]++
		case invalid == nil && onlyDates(refused):
			counts["refused for a date"]++
		default:
			t.Errorf("%s:\nDecode: %v\nschema: %v", what, refused, invalid)
		}
	}
	check("unchanged")
	everyPlace(record, "", func(path string, value any, set func(any)) {
		for _, other := range replacements {
			set(other)
			check(fmt.Sprintf("%s set to %v", path, other))
		}
		set(value)
		object, ok := value.(map[string]any)
		if !ok {
			return
		}
		object["unknown"] = "x"
		check(path + " with an unknown key")
		delete(object, "unknown")
		for _, key := range slices.Sorted(maps.Keys(object)) {
			was := object[key]
			delete(object, key)
			check(path + " without " + key)
			object[strings.ToUpper(key)] = was
			check(path + " with " + key + " in capitals")
			delete(object, strings.ToUpper(key))
			object[key] = was
		}
	})
	for _, outcome := range []string{"accepted: true", "accepted: false", "refused for a date"} {
		if counts[outcome] < 20 {
			t.Errorf("%s: %d of %v, expected the changes to lead there more often", outcome, counts[outcome], counts)
		}
	}
}

var replacements = []any{
	nil, true, json.Number("0"), json.Number("7"), json.Number("-1"), json.Number("1.5"), json.Number("1048576"), json.Number("1000000000001"),
	"", "x", "X", "a b", "a\tb", "a\u0001b", "é", "relaying", "asserts", "state", "2024-08-04", "2024-02-30", "2024-08-32", "02024-01-01", "2024-07/..",
	[]any{}, []any{"x"}, []any{nil}, map[string]any{}, map[string]any{"id": "x"},
}

// everyPlace calls visit for every value below value, itself included; set
// puts another in its place.
func everyPlace(value any, path string, visit func(path string, value any, set func(any))) {
	switch value := value.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(value)) {
			visit(path+"/"+key, value[key], func(v any) { value[key] = v })
			everyPlace(value[key], path+"/"+key, visit)
		}
	case []any:
		for i := range value {
			at := fmt.Sprintf("%s/%d", path, i)
			visit(at, value[i], func(v any) { value[i] = v })
			everyPlace(value[i], at, visit)
		}
	}
}

// onlyDates reports whether every problem is that of a date.
func onlyDates(err error) bool {
	list, ok := errors.AsType[*dispute.RecordError](err)
	if !ok {
		return false
	}
	for _, p := range list.Problems {
		if _, ok := errors.AsType[*edtf.ParseError](p); !ok {
			return false
		}
	}
	return true
}

// TestSchemaAgreesOnLimits: at each limit both accept, one beyond both refuse.
func TestSchemaAgreesOnLimits(t *testing.T) {
	repeat := func(n int, each func(i int) string) string {
		parts := make([]string, n)
		for i := range n {
			parts[i] = each(i)
		}
		return strings.Join(parts, ",")
	}
	claim := func(members string) string {
		return `{"format":"dispute/1","claims":[{"id":"c","text":"C",` + members + `}]}`
	}
	tests := []struct {
		name string
		most int64
		text func(n int64) string
	}{
		{"string", 64 << 10, func(n int64) string { return claim(`"note":"` + strings.Repeat("n", int(n)) + `"`) }},
		{"ID", 128, func(n int64) string { return claim(`"supersedes":"` + strings.Repeat("c", int(n)) + `"`) }},
		{"list", 256, func(n int64) string {
			return claim(`"adverse":[` + repeat(int(n), func(i int) string { return fmt.Sprintf(`"a%d"`, i) }) + `]`)
		}},
		{"items", 100_000, func(n int64) string {
			return `{"format":"dispute/1","claims":[` + repeat(int(n), func(i int) string { return fmt.Sprintf(`{"id":"c%d","text":"C"}`, i) }) + `]}`
		}},
		{"figure", 1_000_000_000_000, func(n int64) string {
			return claim(fmt.Sprintf(`"content":{"figure":{"event":"e","category":"k","best":%d}}`, n))
		}},
		{"sequence", 1<<20 - 1, func(n int64) string {
			return fmt.Sprintf(`{"format":"dispute/1","events":[{"id":"e","kind":"k","sequence":%d}]}`, n)
		}},
	}
	schema := compiled(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, n := range []int64{tt.most, tt.most + 1} {
				text := []byte(tt.text(n))
				_, refused := dispute.Decode(bytes.NewReader(text))
				invalid := schema.Validate(parse(t, text))
				if want := n > tt.most; (refused != nil) != want || (invalid != nil) != want {
					t.Errorf("at %d: Decode %.200v, schema %.200v", n, refused, invalid)
				}
			}
		})
	}
}
