package dispute_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

func encodeString(t testing.TB, r dispute.Record) string {
	t.Helper()
	var b bytes.Buffer
	if err := dispute.Encode(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func decodeString(t testing.TB, text string) dispute.Record {
	t.Helper()
	r, err := dispute.Decode(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestEncodeText(t *testing.T) {
	fifteen := int64(15)
	r := dispute.Record{
		Title: "A <dispute> & more",
		Claims: []dispute.Claim{
			{ID: "b", Text: "B", Content: dispute.Content{Figure: &dispute.Figure{Event: "e", Category: "killed", Low: new(int64), High: &fifteen}}},
			{ID: "a", Text: "A", Adverse: []dispute.ActorID{"z", "y", "z"}, Favours: []dispute.ActorID{}, Recorded: edtf.MustParseDay("2024-08-21")},
		},
		Attributions: []dispute.Attribution{{ID: "x", Stance: dispute.StanceNeitherConfirmsNorDenies, Claim: "a", Confidential: true, Credibility: dispute.Credibility6}},
		Events:       []dispute.Event{{ID: "e", Kind: "attack", When: edtf.MustParse("[2024-07-21..2024-07-31]"), Sequence: 2}},
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
	if got := encodeString(t, dispute.Record{}); got != text {
		t.Errorf("text %q, want %q", got, text)
	}
	if diff := cmp.Diff(dispute.Record{}, decodeString(t, text), exactly); diff != "" {
		t.Errorf("record (-want +got):\n%s", diff)
	}
}

// TestRoundTrip: decode(encode(r)) = canonical(r), encode is a fixed point, and
// the order of sets never reaches the text.
func TestRoundTrip(t *testing.T) {
	sets, _ := documentedSets(t)
	rng := rand.New(rand.NewPCG(6, 6))
	for seed := range uint64(300) {
		r := disputetest.SomeRecord(seed)
		if seed%3 == 0 {
			r = disputetest.FullRecord(seed)
		}
		before := disputetest.Copy(r)
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
		disputetest.ShuffleSets(rng, sets, reflect.ValueOf(&r).Elem())
		if other := encodeString(t, r); other != text {
			t.Fatalf("seed %d: (-as it was +shuffled):\n%s", seed, cmp.Diff(text, other))
		}
	}
}

// plainRecord is a record to encoding/json without methods.
type plainRecord dispute.Record

type plainDocument struct {
	Format string `json:"format"`
	plainRecord
}

// TestCodecAgreesWithEncodingJSON: another encoder writes the same bytes, and
// another decoder reads the same values.
func TestCodecAgreesWithEncodingJSON(t *testing.T) {
	for seed := range uint64(100) {
		r := disputetest.FullRecord(seed)
		if seed%2 == 0 {
			r = disputetest.SomeRecord(seed)
		}
		text := encodeString(t, r)
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		if err := e.Encode(plainDocument{dispute.Format, plainRecord(r.Canonical())}); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(b.String(), text); diff != "" {
			t.Fatalf("seed %d: text (-encoding/json +Encode):\n%s", seed, diff)
		}
		var doc plainDocument
		if err := json.Unmarshal([]byte(text), &doc); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(dispute.Record(doc.plainRecord), decodeString(t, text), exactly); diff != "" {
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
		if err := os.WriteFile(name, []byte(encodeString(t, disputetest.FullRecord(1))), 0o666); err != nil {
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
	if diff := cmp.Diff(keysOf(parsed(t, encodeString(t, disputetest.FullRecord(2)))), keysOf(parsed(t, string(text)))); diff != "" {
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
	r := disputetest.FullRecord(7)
	compact, err := json.Marshal(struct{ Record dispute.Record }{r})
	if err != nil {
		t.Fatal(err)
	}
	var back struct{ Record dispute.Record }
	if err := json.Unmarshal(compact, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(r.Canonical(), back.Record, exactly); diff != "" {
		t.Errorf("record through encoding/json (-want +got):\n%s", diff)
	}
	err = json.Unmarshal([]byte(`{"format": "dispute/1", "title": "t", "title": "u"}`), &back.Record)
	if !errors.Is(err, dispute.ErrDuplicateKey) {
		t.Errorf("error %v, want ErrDuplicateKey", err)
	}
	if diff := cmp.Diff(r.Canonical(), back.Record, exactly); diff != "" {
		t.Errorf("record after an error (-before +after):\n%s", diff)
	}
	if _, err := json.Marshal(dispute.Record{Actors: []dispute.Actor{{ID: "A"}}}); !errors.Is(err, dispute.ErrValue) {
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
		{"nothing", "", []want{{"", dispute.ErrSyntax}}},
		{"cut off", claimed(`"note":"n`)[:60], []want{{"/claims/0/note", dispute.ErrSyntax}}},
		{"trailing data", `{"format":"dispute/1"}{}`, []want{{"", dispute.ErrSyntax}}},
		{"trailing comma", `{"format":"dispute/1",}`, []want{{"", dispute.ErrSyntax}}},
		{"raw control character", claimed("\"note\":\"a\nb\""), []want{{"/claims/0/note", dispute.ErrSyntax}}},
		{"invalid UTF-8", claimed("\"note\":\"a\xffb\""), []want{{"/claims/0/note", dispute.ErrSyntax}}},
		{"lone surrogate", claimed(`"note":"\ud83d"`), []want{{"/claims/0/note", dispute.ErrSyntax}}},
		{"byte order mark", "\ufeff" + `{"format":"dispute/1"}`, []want{{"", dispute.ErrSyntax}}},
		{"escaped control character", claimed(`"note":"\u0000"`), []want{{"/claims/0/note", dispute.ErrValue}}},
		{"duplicate key", claimed(`"text":"D"`), []want{{"/claims/0/text", dispute.ErrDuplicateKey}}},
		{"duplicate list", `{"format":"dispute/1","claims":[],"claims":[]}`, []want{{"/claims", dispute.ErrDuplicateKey}}},
		{"wrong case", claimed(`"Note":"n"`), []want{{"/claims/0/Note", dispute.ErrUnknownField}}},
		{"unknown field", claimed(`"truth":"0.9"`), []want{{"/claims/0/truth", dispute.ErrUnknownField}}},
		{"unknown field with odd name", claimed(`"a/b~c":1`), []want{{"/claims/0/a~1b~0c", dispute.ErrUnknownField}}},
		{"null", claimed(`"note":null`), []want{{"/claims/0/note", dispute.ErrType}}},
		{"null pointer", claimed(`"content":{"figure":null}`), []want{{"/claims/0/content/figure", dispute.ErrType}}},
		{"null in a list", claimed(`"adverse":["a",null]`), []want{{"/claims/0/adverse/1", dispute.ErrType}}},
		{"number for text", claimed(`"note":1`), []want{{"/claims/0/note", dispute.ErrType}}},
		{"text for number", claimed(`"content":{"figure":{"event":"e","category":"k","low":"1"}}`), []want{{"/claims/0/content/figure/low", dispute.ErrType}}},
		{"object for list", claimed(`"adverse":{}`), []want{{"/claims/0/adverse", dispute.ErrType}}},
		{"record for list of them", `[]`, []want{{"", dispute.ErrType}}},
		{"empty string", claimed(`"note":""`), []want{{"/claims/0/note", dispute.ErrValue}}},
		{"fraction", claimed(`"content":{"figure":{"event":"e","category":"k","low":1.0}}`), []want{{"/claims/0/content/figure/low", dispute.ErrValue}}},
		{"number beyond 64 bits", claimed(`"content":{"figure":{"event":"e","category":"k","low":9223372036854775808}}`), []want{{"/claims/0/content/figure/low", dispute.ErrValue}}},
		{"missing format", `{}`, []want{{"/format", dispute.ErrMissing}}},
		{"other format", `{"format":"dispute/2","claims":[{"new":1}],"more":null}`, []want{{"/format", dispute.ErrValue}}},
		{"missing keys", `{"format":"dispute/1","claims":[{}]}`, []want{{"/claims/0/id", dispute.ErrMissing}, {"/claims/0/text", dispute.ErrMissing}}},
		{"missing keys inside", `{"format":"dispute/1","claims":[{"id":"c","text":"C","content":{"agency":{}}}]}`,
			[]want{{"/claims/0/content/agency/actor", dispute.ErrMissing}, {"/claims/0/content/agency/event", dispute.ErrMissing}}},

		// Values.
		{"unknown word", attributed(`"lineage":"second-hand"`), []want{{"/attributions/0/lineage", dispute.ErrValue}}},
		{"word in another case", attributed(`"lineage":"Relaying"`), []want{{"/attributions/0/lineage", dispute.ErrValue}}},
		{"name of the zero value", attributed(`"strength":"not stated"`), []want{{"/attributions/0/strength", dispute.ErrValue}}},
		{"grade as number", attributed(`"credibility":6`), []want{{"/attributions/0/credibility", dispute.ErrType}}},
		{"malformed date", attributed(`"said":"last July"`), []want{{"/attributions/0/said", dispute.ErrValue}}},
		{"impossible day", attributed(`"known":"2024-02-30"`), []want{{"/attributions/0/known", dispute.ErrValue}}},
		{"known is no uncertain date", attributed(`"known":"2024-08?"`), []want{{"/attributions/0/known", dispute.ErrValue}}},
		{"ID in capitals", attributed(`"claim":"C"`), []want{{"/attributions/0/claim", dispute.ErrValue}}},
		{"ID with a space", attributed(`"claim":"c d"`), []want{{"/attributions/0/claim", dispute.ErrValue}}},
		{"ID in another script", attributed(`"claim":"ç"`), []want{{"/attributions/0/claim", dispute.ErrValue}}},
		{"ID empty", attributed(`"claim":""`), []want{{"/attributions/0/claim", dispute.ErrValue}}},
		{"ID in a list", attributed(`"relays":["a","B"]`), []want{{"/attributions/0/relays/1", dispute.ErrValue}}},
		{"negative figure", claimed(`"content":{"figure":{"event":"e","category":"k","best":-1}}`), []want{{"/claims/0/content/figure/best", dispute.ErrValue}}},
		{"negative sequence", `{"format":"dispute/1","events":[{"id":"e","kind":"k","sequence":-1}]}`, []want{{"/events/0/sequence", dispute.ErrValue}}},

		// Many at once, in the order of the text.
		{"all of them", attributed(`"Claim":"c","claim":null,"said":"x","relays":[1],"relays":[],"note":"\udc00"`), []want{
			{"/attributions/0/Claim", dispute.ErrUnknownField},
			{"/attributions/0/claim", dispute.ErrType},
			{"/attributions/0/said", dispute.ErrValue},
			{"/attributions/0/relays/0", dispute.ErrType},
			{"/attributions/0/relays", dispute.ErrDuplicateKey},
			{"/attributions/0/note", dispute.ErrSyntax}}},
		{"those before malformed text", attributed(`"claim":null,"said":nil,"note":null`), []want{
			{"/attributions/0/claim", dispute.ErrType},
			{"/attributions/0/said", dispute.ErrSyntax}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := dispute.Decode(strings.NewReader(tt.text))
			list, ok := errors.AsType[*dispute.RecordError](err)
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
			if diff := cmp.Diff(dispute.Record{}, r, exactly); diff != "" {
				t.Errorf("record beside an error (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDecodeMessages(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"other format", `{"format": "dispute/2"}`, `line 1 column 12: /format: invalid value: format version "dispute/2" is newer than "dispute/1", the last that this version reads: upgrade to read it`},
		{"another format", `{"format": "stix/2"}`, `line 1 column 12: /format: invalid value: format version "stix/2", expected "dispute/1"`},
		{"missing format", `{"title": "t"}`, `line 1 column 1: /format: missing value: expected "format": "dispute/1"`},
		{"missing word", `{"format": "dispute/1", "attributions": [{"id": "a"}]}`,
			`line 1 column 42: /attributions/0/stance: missing value: stance is not stated: expected "asserts", "implies", "denies", "neither-confirms-nor-denies", "declines-comment", "has-not-responded", "interprets", "retracts" or "undercuts"`},
		{"unknown word", attributed(`"lineage":"hearsay"`), `line 1 column 78: /attributions/0/lineage: invalid value: unknown lineage "hearsay": expected "first-hand" or "relaying"`},
		{"ID", attributed(`"claim":"C d"`), `line 1 column 76: /attributions/0/claim: invalid value: ID "C d", expected characters of a-z, 0-9, '.', '_', ':' and '-'`},
		{"long word is cut", attributed(`"lineage":"` + strings.Repeat("a", 1000) + `"`), `line 1 column 78: /attributions/0/lineage: invalid value: unknown lineage "` + strings.Repeat("a", 500-17) + `…`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := dispute.Decode(strings.NewReader(tt.text))
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
	_, err := dispute.Decode(strings.NewReader(attributed(`"said":"2024-13"`)))
	if _, ok := errors.AsType[*edtf.ParseError](err); !ok {
		t.Errorf("error %v does not lead to the *edtf.ParseError", err)
	}
}

func TestReadAndWriteErrors(t *testing.T) {
	if _, err := dispute.Decode(iotest.ErrReader(io.ErrUnexpectedEOF)); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("Decode: error %v, want that of the reader", err)
	}
	if err := dispute.Encode(failingWriter{}, dispute.Record{}); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("Encode: error %v, want that of the writer", err)
	}
	if _, err := dispute.Decode(iotest.OneByteReader(strings.NewReader(claimed(`"note":"n"`)))); err != nil {
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
		r    dispute.Record
		want []want
	}{
		{"missing values", dispute.Record{Actors: []dispute.Actor{{}}}, []want{{"/actors/0/id", dispute.ErrMissing}, {"/actors/0/kind", dispute.ErrMissing}, {"/actors/0/name", dispute.ErrMissing}}},
		{"unknown word", dispute.Record{Sources: []dispute.Source{{ID: "s", Kind: "letter", Reliability: 7}}}, []want{{"/sources/0/reliability", dispute.ErrValue}}},
		{"malformed ID", dispute.Record{Claims: []dispute.Claim{{ID: "C", Text: "t"}}}, []want{{"/claims/0/id", dispute.ErrValue}}},
		{"empty ID in a list", dispute.Record{Claims: []dispute.Claim{{ID: "c", Text: "t", Adverse: []dispute.ActorID{"a", ""}}}}, []want{{"/claims/0/adverse/1", dispute.ErrValue}}},
		{"invalid UTF-8", dispute.Record{Title: "\xff"}, []want{{"/title", dispute.ErrSyntax}}},
		{"control character", dispute.Record{Title: "a\x1bb"}, []want{{"/title", dispute.ErrValue}}},
		{"figures", dispute.Record{Claims: []dispute.Claim{{ID: "c", Text: "t", Content: dispute.Content{Figure: &dispute.Figure{Event: "e", Category: "k", Low: &minus, Best: &huge}}}}},
			[]want{{"/claims/0/content/figure/best", dispute.ErrLimit}, {"/claims/0/content/figure/low", dispute.ErrValue}}},
		{"missing inside content", dispute.Record{Claims: []dispute.Claim{{ID: "c", Text: "t", Content: dispute.Content{Agency: &dispute.Agency{Actor: "a"}}}}},
			[]want{{"/claims/0/content/agency/event", dispute.ErrMissing}}},
		{"all of them, by index", dispute.Record{Events: make([]dispute.Event, 11)}, func() (all []want) {
			for i := range 11 {
				all = append(all, want{fmt.Sprintf("/events/%d/id", i), dispute.ErrMissing}, want{fmt.Sprintf("/events/%d/kind", i), dispute.ErrMissing})
			}
			return all
		}()},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var b bytes.Buffer
			err := dispute.Encode(&b, tt.r)
			list, ok := errors.AsType[*dispute.RecordError](err)
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

// FuzzDecode: nothing panics; what decodes is what encoding/json reads, encodes
// to a fixed point that decodes to the canonical record, and does not depend on
// the order of sets; what does not decode says why.
func FuzzDecode(f *testing.F) {
	for seed := range uint64(4) {
		f.Add([]byte(encodeString(f, disputetest.SomeRecord(seed))), seed)
	}
	for _, text := range []string{
		"", "{}", `{"format":"dispute/1"}`, claimed(`"note":"n"`), attributed(`"claim":"c"`), chained(3), relayed(2), hierarchy(3),
		claimed(`"content":{"figure":{"event":"e","category":"k","low":-0,"best":1e3}}`),
		claimed(`"adverse":["b","a","b"],"Note":null,"note":"\ud83d"`), "\ufeff{}",
	} {
		f.Add([]byte(text), uint64(0))
	}
	sets, _ := documentedSets(f)
	f.Fuzz(func(t *testing.T, text []byte, seed uint64) {
		r, err := dispute.Decode(bytes.NewReader(text))
		if err != nil {
			list, ok := errors.AsType[*dispute.RecordError](err)
			if !ok || len(list.Problems) == 0 {
				t.Fatalf("error %v, want a *RecordError that lists problems", err)
			}
			for _, p := range list.Problems {
				if p.Err == nil || strings.ContainsAny(p.Error(), "\n\x00") {
					t.Errorf("problem %q", p)
				}
			}
			return
		}
		var doc plainDocument
		if err := json.Unmarshal(text, &doc); err != nil {
			t.Fatalf("encoding/json: %v", err)
		}
		if diff := cmp.Diff(dispute.Record(doc.plainRecord), r, exactly); diff != "" {
			t.Fatalf("(-encoding/json +Decode):\n%s", diff)
		}
		out := encodeString(t, r)
		back := decodeString(t, out)
		if diff := cmp.Diff(r.Canonical(), back, exactly); diff != "" {
			t.Fatalf("(-canonical +decoded again):\n%s", diff)
		}
		if again := encodeString(t, back); again != out {
			t.Fatalf("not a fixed point:\n%s", cmp.Diff(out, again))
		}
		disputetest.ShuffleSets(rand.New(rand.NewPCG(seed, seed)), sets, reflect.ValueOf(&r).Elem())
		if other := encodeString(t, r); other != out {
			t.Fatalf("the order of sets shows:\n%s", cmp.Diff(out, other))
		}
	})
}

func TestLocate(t *testing.T) {
	text := "{\n  \"format\": \"dispute/1\",\n  \"events\": [\n    {\"id\": \"e\", \"kind\": \"x\", \"claims\": [\"c\"]},\n    {\"id\": \"e\", \"kind\": \"x\"}\n  ]\n}"
	r, err := dispute.Decode(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	_, err = dispute.Compile(r)
	var found *dispute.RecordError
	if !errors.As(err, &found) {
		t.Fatalf("Compile: %v", err)
	}
	before := found.Error()
	want := "line 4 column 41: /events/0/claims/0: dangling reference: no claim has the ID \"c\"\n" +
		"line 5 column 12: /events/1/id: duplicate ID: \"e\" is also the ID of /events/0"
	if got := found.Locate([]byte(text)).Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if found.Error() != before {
		t.Error("Locate changed the error")
	}
	for what, text := range map[string]string{"malformed": "{", "empty": "", "another": "[1]"} {
		if got := found.Locate([]byte(text)); len(got.Problems) != 2 || what != "another" && got.Error() != before {
			t.Errorf("in a text that is %s: %v", what, got)
		}
	}
	if got := (*dispute.RecordError)(nil).Locate(nil); got != nil {
		t.Errorf("of nil: %v", got)
	}
}
