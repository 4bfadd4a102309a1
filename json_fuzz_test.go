package dispute

import (
	"bytes"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// FuzzDecode: nothing panics; what decodes is what encoding/json reads, encodes
// to a fixed point that decodes to the canonical record, and does not depend on
// the order of sets; what does not decode says why.
func FuzzDecode(f *testing.F) {
	for seed := range uint64(4) {
		f.Add([]byte(encodeString(f, someRecord(seed))), seed)
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
		r, err := Decode(bytes.NewReader(text))
		if err != nil {
			list, ok := errors.AsType[*RecordError](err)
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
		if diff := cmp.Diff(Record(doc.plainRecord), r, exactly); diff != "" {
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
		shuffleSets(rand.New(rand.NewPCG(seed, seed)), sets, reflect.ValueOf(&r).Elem())
		if other := encodeString(t, r); other != out {
			t.Fatalf("the order of sets shows:\n%s", cmp.Diff(out, other))
		}
	})
}
