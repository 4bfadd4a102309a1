package dispute

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/edtf"
)

func encodeString(t testing.TB, r Record) string {
	t.Helper()
	var b bytes.Buffer
	if err := Encode(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func decodeString(t testing.TB, text string) Record {
	t.Helper()
	r, err := Decode(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestEncodeText(t *testing.T) {
	fifteen := int64(15)
	r := Record{
		Title: "A <dispute> & more",
		Claims: []Claim{
			{ID: "b", Text: "B", Content: Content{Figure: &Figure{Event: "e", Category: "killed", Low: new(int64), High: &fifteen}}},
			{ID: "a", Text: "A", Adverse: []ActorID{"z", "y", "z"}, Favours: []ActorID{}, Recorded: edtf.MustParseDay("2024-08-21")},
		},
		Attributions: []Attribution{{ID: "x", Stance: StanceNeitherConfirmsNorDenies, Claim: "a", Confidential: true, Credibility: Credibility6}},
		Events:       []Event{{ID: "e", Kind: "attack", When: edtf.MustParse("[2024-07-21..2024-07-31]"), Sequence: 2}},
	}
	const want = `{
  "format": "dispute/1",
  "title": "A <dispute> & more",
  "events": [
    {
      "id": "e",
      "kind": "attack",
      "when": "[2024-07-21..2024-07-31]",
      "sequence": 2
    }
  ],
  "claims": [
    {
      "id": "a",
      "text": "A",
      "adverse": [
        "y",
        "z"
      ],
      "recorded": "2024-08-21"
    },
    {
      "id": "b",
      "text": "B",
      "content": {
        "figure": {
          "event": "e",
          "category": "killed",
          "low": 0,
          "high": 15
        }
      }
    }
  ],
  "attributions": [
    {
      "id": "x",
      "stance": "neither-confirms-nor-denies",
      "claim": "a",
      "credibility": "6",
      "confidential": true
    }
  ]
}
`
	if diff := cmp.Diff(want, encodeString(t, r)); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
}

func TestEmptyRecord(t *testing.T) {
	const text = "{\n  \"format\": \"dispute/1\"\n}\n"
	if got := encodeString(t, Record{}); got != text {
		t.Errorf("text %q, want %q", got, text)
	}
	if diff := cmp.Diff(Record{}, decodeString(t, text), exactly); diff != "" {
		t.Errorf("record (-want +got):\n%s", diff)
	}
}

// TestRoundTrip: decode(encode(r)) = canonical(r), encode is a fixed point, and
// the order of sets never reaches the text.
func TestRoundTrip(t *testing.T) {
	sets, _ := documentedSets(t)
	rng := rand.New(rand.NewPCG(6, 6))
	for seed := range uint64(300) {
		r := someRecord(seed)
		if seed%3 == 0 {
			r = fullRecord(seed)
		}
		before := deepCopy(t, r)
		text := encodeString(t, r)
		if diff := cmp.Diff(before, r, exactly); diff != "" {
			t.Fatalf("seed %d: Encode changed the record (-before +after):\n%s", seed, diff)
		}
		back := decodeString(t, text)
		if diff := cmp.Diff(r.Canonical(), back, exactly); diff != "" {
			t.Fatalf("seed %d: (-canonical +decoded):\n%s", seed, diff)
		}
		if again := encodeString(t, back); again != text {
			t.Fatalf("seed %d: (-once +twice):\n%s", seed, cmp.Diff(text, again))
		}
		shuffleSets(rng, sets, reflect.ValueOf(&r).Elem())
		if other := encodeString(t, r); other != text {
			t.Fatalf("seed %d: (-as it was +shuffled):\n%s", seed, cmp.Diff(text, other))
		}
	}
}

// plainRecord is a record to encoding/json without methods.
type plainRecord Record

type plainDocument struct {
	Format string `json:"format"`
	plainRecord
}

// TestCodecAgreesWithEncodingJSON: another encoder writes the same bytes, and
// another decoder reads the same values.
func TestCodecAgreesWithEncodingJSON(t *testing.T) {
	for seed := range uint64(100) {
		r := fullRecord(seed)
		if seed%2 == 0 {
			r = someRecord(seed)
		}
		text := encodeString(t, r)
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		if err := e.Encode(plainDocument{Format, plainRecord(r.Canonical())}); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(b.String(), text); diff != "" {
			t.Fatalf("seed %d: text (-encoding/json +Encode):\n%s", seed, diff)
		}
		var doc plainDocument
		if err := json.Unmarshal([]byte(text), &doc); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(Record(doc.plainRecord), decodeString(t, text), exactly); diff != "" {
			t.Fatalf("seed %d: record (-encoding/json +Decode):\n%s", seed, diff)
		}
	}
}

var updateFull = flag.Bool("update-full-record", false, "write testdata/record/full.json anew")

// TestFullRecordFile: a text of this format version in which every key occurs,
// once written, is still read, and comes back as the same bytes. A new key
// asks for a new file; no other change may.
func TestFullRecordFile(t *testing.T) {
	const name = "testdata/record/full.json"
	if *updateFull {
		if err := os.WriteFile(name, []byte(encodeString(t, fullRecord(1))), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(text), encodeString(t, decodeString(t, string(text)))); diff != "" {
		t.Errorf("text (-file +encoded again):\n%s", diff)
	}
	if diff := cmp.Diff(keysOf(parsed(t, encodeString(t, fullRecord(2)))), keysOf(parsed(t, string(text)))); diff != "" {
		t.Errorf("keys (-Go types +file):\n%s", diff)
	}
}

// keysOf lists every path of keys in a JSON value, without indexes.
func keysOf(value any) map[string]bool {
	keys := map[string]bool{}
	var walk func(path string, value any)
	walk = func(path string, value any) {
		switch value := value.(type) {
		case []any:
			for _, v := range value {
				walk(path, v)
			}
		case map[string]any:
			for key, v := range value {
				keys[path+"/"+key] = true
				walk(path+"/"+key, v)
			}
		}
	}
	walk("", value)
	return keys
}

func TestMarshalJSON(t *testing.T) {
	r := fullRecord(7)
	compact, err := json.Marshal(struct{ Record Record }{r})
	if err != nil {
		t.Fatal(err)
	}
	var back struct{ Record Record }
	if err := json.Unmarshal(compact, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(r.Canonical(), back.Record, exactly); diff != "" {
		t.Errorf("record through encoding/json (-want +got):\n%s", diff)
	}
	err = json.Unmarshal([]byte(`{"format": "dispute/1", "title": "t", "title": "u"}`), &back.Record)
	if !errors.Is(err, ErrDuplicateKey) {
		t.Errorf("error %v, want ErrDuplicateKey", err)
	}
	if diff := cmp.Diff(r.Canonical(), back.Record, exactly); diff != "" {
		t.Errorf("record after an error (-before +after):\n%s", diff)
	}
	if _, err := json.Marshal(Record{Actors: []Actor{{ID: "A"}}}); !errors.Is(err, ErrValue) {
		t.Errorf("error %v, want ErrValue", err)
	}
}

// claimed wraps members of a claim into a record, on one line.
func claimed(members string) string {
	return `{"format":"dispute/1","claims":[{"id":"c","text":"C",` + members + `}]}`
}

// attributed does so for an attribution.
func attributed(members string) string {
	return `{"format":"dispute/1","attributions":[{"id":"x","stance":"asserts",` + members + `}]}`
}

func TestDecodeRefuses(t *testing.T) {
	type want struct {
		path string
		kind error
	}
	tests := []struct {
		name, text string
		want       []want
	}{
		// Each class of malformed input.
		{"nothing", "", []want{{"", ErrSyntax}}},
		{"cut off", claimed(`"note":"n`)[:60], []want{{"/claims/0/note", ErrSyntax}}},
		{"trailing data", `{"format":"dispute/1"}{}`, []want{{"", ErrSyntax}}},
		{"trailing comma", `{"format":"dispute/1",}`, []want{{"", ErrSyntax}}},
		{"raw control character", claimed("\"note\":\"a\nb\""), []want{{"/claims/0/note", ErrSyntax}}},
		{"invalid UTF-8", claimed("\"note\":\"a\xffb\""), []want{{"/claims/0/note", ErrSyntax}}},
		{"lone surrogate", claimed(`"note":"\ud83d"`), []want{{"/claims/0/note", ErrSyntax}}},
		{"byte order mark", "\ufeff" + `{"format":"dispute/1"}`, []want{{"", ErrSyntax}}},
		{"escaped control character", claimed(`"note":"\u0000"`), []want{{"/claims/0/note", ErrValue}}},
		{"duplicate key", claimed(`"text":"D"`), []want{{"/claims/0/text", ErrDuplicateKey}}},
		{"duplicate list", `{"format":"dispute/1","claims":[],"claims":[]}`, []want{{"/claims", ErrDuplicateKey}}},
		{"wrong case", claimed(`"Note":"n"`), []want{{"/claims/0/Note", ErrUnknownField}}},
		{"unknown field", claimed(`"truth":"0.9"`), []want{{"/claims/0/truth", ErrUnknownField}}},
		{"unknown field with odd name", claimed(`"a/b~c":1`), []want{{"/claims/0/a~1b~0c", ErrUnknownField}}},
		{"null", claimed(`"note":null`), []want{{"/claims/0/note", ErrType}}},
		{"null pointer", claimed(`"content":{"figure":null}`), []want{{"/claims/0/content/figure", ErrType}}},
		{"null in a list", claimed(`"adverse":["a",null]`), []want{{"/claims/0/adverse/1", ErrType}}},
		{"number for text", claimed(`"note":1`), []want{{"/claims/0/note", ErrType}}},
		{"text for number", claimed(`"content":{"figure":{"event":"e","category":"k","low":"1"}}`), []want{{"/claims/0/content/figure/low", ErrType}}},
		{"object for list", claimed(`"adverse":{}`), []want{{"/claims/0/adverse", ErrType}}},
		{"record for list of them", `[]`, []want{{"", ErrType}}},
		{"empty string", claimed(`"note":""`), []want{{"/claims/0/note", ErrValue}}},
		{"fraction", claimed(`"content":{"figure":{"event":"e","category":"k","low":1.0}}`), []want{{"/claims/0/content/figure/low", ErrValue}}},
		{"number beyond 64 bits", claimed(`"content":{"figure":{"event":"e","category":"k","low":9223372036854775808}}`), []want{{"/claims/0/content/figure/low", ErrValue}}},
		{"missing format", `{}`, []want{{"/format", ErrMissing}}},
		{"other format", `{"format":"dispute/2","claims":[{"new":1}],"more":null}`, []want{{"/format", ErrValue}}},
		{"missing keys", `{"format":"dispute/1","claims":[{}]}`, []want{{"/claims/0/id", ErrMissing}, {"/claims/0/text", ErrMissing}}},
		{"missing keys inside", `{"format":"dispute/1","claims":[{"id":"c","text":"C","content":{"agency":{}}}]}`,
			[]want{{"/claims/0/content/agency/actor", ErrMissing}, {"/claims/0/content/agency/event", ErrMissing}}},

		// Values.
		{"unknown word", attributed(`"lineage":"second-hand"`), []want{{"/attributions/0/lineage", ErrValue}}},
		{"word in another case", attributed(`"lineage":"Relaying"`), []want{{"/attributions/0/lineage", ErrValue}}},
		{"name of the zero value", attributed(`"strength":"not stated"`), []want{{"/attributions/0/strength", ErrValue}}},
		{"grade as number", attributed(`"credibility":6`), []want{{"/attributions/0/credibility", ErrType}}},
		{"malformed date", attributed(`"said":"last July"`), []want{{"/attributions/0/said", ErrValue}}},
		{"impossible day", attributed(`"known":"2024-02-30"`), []want{{"/attributions/0/known", ErrValue}}},
		{"known is no uncertain date", attributed(`"known":"2024-08?"`), []want{{"/attributions/0/known", ErrValue}}},
		{"ID in capitals", attributed(`"claim":"C"`), []want{{"/attributions/0/claim", ErrValue}}},
		{"ID with a space", attributed(`"claim":"c d"`), []want{{"/attributions/0/claim", ErrValue}}},
		{"ID in another script", attributed(`"claim":"ç"`), []want{{"/attributions/0/claim", ErrValue}}},
		{"ID empty", attributed(`"claim":""`), []want{{"/attributions/0/claim", ErrValue}}},
		{"ID in a list", attributed(`"relays":["a","B"]`), []want{{"/attributions/0/relays/1", ErrValue}}},
		{"negative figure", claimed(`"content":{"figure":{"event":"e","category":"k","best":-1}}`), []want{{"/claims/0/content/figure/best", ErrValue}}},
		{"negative sequence", `{"format":"dispute/1","events":[{"id":"e","kind":"k","sequence":-1}]}`, []want{{"/events/0/sequence", ErrValue}}},

		// Many at once, in the order of the text.
		{"all of them", attributed(`"Claim":"c","claim":null,"said":"x","relays":[1],"relays":[],"note":"\udc00"`), []want{
			{"/attributions/0/Claim", ErrUnknownField},
			{"/attributions/0/claim", ErrType},
			{"/attributions/0/said", ErrValue},
			{"/attributions/0/relays/0", ErrType},
			{"/attributions/0/relays", ErrDuplicateKey},
			{"/attributions/0/note", ErrSyntax}}},
		{"those before malformed text", attributed(`"claim":null,"said":nil,"note":null`), []want{
			{"/attributions/0/claim", ErrType},
			{"/attributions/0/said", ErrSyntax}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := Decode(strings.NewReader(tt.text))
			list, ok := errors.AsType[*RecordError](err)
			if !ok {
				t.Fatalf("error %v, want a *RecordError", err)
			}
			var got []want
			for i, p := range list.Problems {
				if p.Line != 1 || int64(p.Column) != p.Offset+1 || p.Offset > int64(len(tt.text)) {
					t.Errorf("%s: line %d column %d offset %d", p.Path, p.Line, p.Column, p.Offset)
				}
				kind := error(nil)
				if i < len(tt.want) && errors.Is(p, tt.want[i].kind) {
					kind = tt.want[i].kind
				}
				got = append(got, want{p.Path, kind})
			}
			if diff := cmp.Diff(tt.want, got, cmp.AllowUnexported(want{}), cmp.Comparer(func(a, b error) bool { return a == b })); diff != "" {
				t.Errorf("problems (-want +got):\n%s\n%v", diff, err)
			}
			for _, w := range tt.want {
				if !errors.Is(err, w.kind) {
					t.Errorf("errors.Is(err, %q) = false", w.kind)
				}
			}
			if diff := cmp.Diff(Record{}, r, exactly); diff != "" {
				t.Errorf("record beside an error (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDecodeMessages(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"other format", `{"format": "dispute/2"}`, `line 1 column 12: /format: invalid value: format version "dispute/2", expected "dispute/1"`},
		{"missing format", `{"title": "t"}`, `line 1 column 1: /format: missing value: expected a string`},
		{"missing word", `{"format": "dispute/1", "attributions": [{"id": "a"}]}`,
			`line 1 column 42: /attributions/0/stance: missing value: stance is not stated: expected "asserts", "implies", "denies", "neither-confirms-nor-denies", "declines-comment", "has-not-responded", "interprets", "retracts" or "undercuts"`},
		{"unknown word", attributed(`"lineage":"hearsay"`), `line 1 column 78: /attributions/0/lineage: invalid value: unknown lineage "hearsay": expected "first-hand" or "relaying"`},
		{"ID", attributed(`"claim":"C d"`), `line 1 column 76: /attributions/0/claim: invalid value: ID "C d", expected characters of a-z, 0-9, '.', '_', ':' and '-'`},
		{"long word is cut", attributed(`"lineage":"` + strings.Repeat("a", 1000) + `"`), `line 1 column 78: /attributions/0/lineage: invalid value: unknown lineage "` + strings.Repeat("a", 500-17) + `…`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Decode(strings.NewReader(tt.text))
			if err == nil {
				t.Fatal("no error")
			}
			if diff := cmp.Diff(tt.want, err.Error()); diff != "" {
				t.Errorf("message (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDecodeCauses(t *testing.T) {
	_, err := Decode(strings.NewReader(attributed(`"said":"2024-13"`)))
	if _, ok := errors.AsType[*edtf.ParseError](err); !ok {
		t.Errorf("error %v does not lead to the *edtf.ParseError", err)
	}
}

func TestReadAndWriteErrors(t *testing.T) {
	if _, err := Decode(iotest.ErrReader(io.ErrUnexpectedEOF)); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("Decode: error %v, want that of the reader", err)
	}
	if err := Encode(failingWriter{}, Record{}); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("Encode: error %v, want that of the writer", err)
	}
	if _, err := Decode(iotest.OneByteReader(strings.NewReader(claimed(`"note":"n"`)))); err != nil {
		t.Errorf("Decode byte by byte: %v", err)
	}
}

type failingWriter struct{}

func (failingWriter) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestEncodeRefuses(t *testing.T) {
	type want struct {
		path string
		kind error
	}
	minus, huge := int64(-1), int64(1_000_000_000_001)
	tests := []struct {
		name string
		r    Record
		want []want
	}{
		{"missing values", Record{Actors: []Actor{{}}}, []want{{"/actors/0/id", ErrMissing}, {"/actors/0/kind", ErrMissing}, {"/actors/0/name", ErrMissing}}},
		{"unknown word", Record{Sources: []Source{{ID: "s", Kind: "letter", Reliability: 7}}}, []want{{"/sources/0/reliability", ErrValue}}},
		{"malformed ID", Record{Claims: []Claim{{ID: "C", Text: "t"}}}, []want{{"/claims/0/id", ErrValue}}},
		{"empty ID in a list", Record{Claims: []Claim{{ID: "c", Text: "t", Adverse: []ActorID{"a", ""}}}}, []want{{"/claims/0/adverse/1", ErrValue}}},
		{"invalid UTF-8", Record{Title: "\xff"}, []want{{"/title", ErrSyntax}}},
		{"control character", Record{Title: "a\x1bb"}, []want{{"/title", ErrValue}}},
		{"figures", Record{Claims: []Claim{{ID: "c", Text: "t", Content: Content{Figure: &Figure{Event: "e", Category: "k", Low: &minus, Best: &huge}}}}},
			[]want{{"/claims/0/content/figure/best", ErrLimit}, {"/claims/0/content/figure/low", ErrValue}}},
		{"missing inside content", Record{Claims: []Claim{{ID: "c", Text: "t", Content: Content{Agency: &Agency{Actor: "a"}}}}},
			[]want{{"/claims/0/content/agency/event", ErrMissing}}},
		{"all of them, by index", Record{Events: make([]Event, 11)}, func() (all []want) {
			for i := range 11 {
				all = append(all, want{pointer("events", i, "id"), ErrMissing}, want{pointer("events", i, "kind"), ErrMissing})
			}
			return all
		}()},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var b bytes.Buffer
			err := Encode(&b, tt.r)
			list, ok := errors.AsType[*RecordError](err)
			if !ok {
				t.Fatalf("error %v, want a *RecordError", err)
			}
			if b.Len() > 0 {
				t.Errorf("%d bytes written beside an error", b.Len())
			}
			var paths, wanted []string
			for i, p := range list.Problems {
				paths = append(paths, p.Path)
				if i < len(tt.want) && !errors.Is(p, tt.want[i].kind) {
					t.Errorf("%v, want %q", p, tt.want[i].kind)
				}
				if p.Line != 0 || p.Offset != 0 {
					t.Errorf("%v: a position in a Go value", p)
				}
			}
			for _, w := range tt.want {
				wanted = append(wanted, w.path)
			}
			if diff := cmp.Diff(wanted, paths); diff != "" {
				t.Errorf("paths (-want +got):\n%s", diff)
			}
		})
	}
}
