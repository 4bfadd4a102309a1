package strictjson

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func FuzzDecode(f *testing.F) {
	for _, text := range valid {
		f.Add([]byte(text))
	}
	for _, text := range []string{
		"", "null", "[]", `{"format": "f"} {}`, `{"a": [[[[[[[[[[1]]]]]]]]]]}`, `{"format": "\ud800"}`, "\xef\xbb\xbf{}",
		`{"Format": "f", "format": "f", "format": "g"}`, "{\"format\": \"\xff\"}",
		in(`"count": 1e9, "leaf": null, "tags": [1, "", "A", "a", "b"], "paint": "blue", "odd": {"a": [true, false, null, -0.5e-7]}`),
	} {
		f.Add([]byte(text))
	}
	typ := fileType(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		before := bytes.Clone(text)
		var got file
		found, more := typ.Decode(text, &got, limits)
		if !bytes.Equal(before, text) {
			t.Fatal("the text was changed")
		}
		if len(found) > limits.Problems || more && len(found) < limits.Problems {
			t.Fatalf("%d problems, more = %t", len(found), more)
		}
		if !slices.IsSortedFunc(found, func(a, b Problem) int { return a.Offset - b.Offset }) {
			t.Errorf("problems out of order: %v", found)
		}
		malformed := false
		for _, p := range found {
			malformed = malformed || p.Kind == Syntax
			line := 1 + bytes.Count(text[:p.Offset], []byte("\n"))
			column := p.Offset - bytes.LastIndexByte(text[:p.Offset], '\n')
			if p.Line != line || p.Column != column {
				t.Errorf("offset %d is at line %d column %d, got %d and %d", p.Offset, line, column, p.Line, p.Column)
			}
		}
		if standard := json.Valid(text); !standard && !malformed && !more {
			t.Errorf("encoding/json finds malformed text, got %v", found)
		} else if standard && malformed && !strings.ContainsAny(string(text), "\\") && bytes.Equal(bytes.ToValidUTF8(text, nil), text) {
			t.Errorf("encoding/json finds no malformed text, got %v", found)
		}
		if len(found) > 0 {
			return
		}
		var want file
		if err := json.Unmarshal(text, &want); err != nil {
			t.Fatalf("encoding/json: %v", err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, encoding/json %+v", got, want)
		}
		if found, _ := typ.Check(got, limits); found != nil {
			t.Errorf("what was decoded does not pass Check: %v", found)
		}
		out, err := typ.Append(nil, got)
		if err != nil {
			t.Fatal(err)
		}
		var again file
		if found, _ := typ.Decode(out, &again, limits); found != nil {
			t.Fatalf("what was written cannot be read: %v\n%s", found, out)
		}
		if out2, _ := typ.Append(nil, again); !bytes.Equal(out, out2) {
			t.Errorf("not a fixed point:\n%s\n%s", out, out2)
		}
	})
}

// FuzzCheck: what passes Check can be read back as it was.
func FuzzCheck(f *testing.F) {
	f.Add("f", "t", "a", uint8(1), "tag", int64(3), true, 4)
	f.Add("", "\xff", "A", uint8(9), "", int64(-1), false, 10)
	f.Add("\x00", "\u2028", "é", uint8(0), strings.Repeat("t", 51), int64(10), false, -1)
	typ := fileType(f)
	f.Fuzz(func(t *testing.T, format, title, id string, paint uint8, tag string, count int64, on bool, rank int) {
		want := file{head{format}, body{title, []item{
			{ID: name(id), Paint: colour(paint), Tags: []name{name(tag)}, Count: &count, On: on, Rank: rank}}}}
		found, _ := typ.Check(want, limits)
		out, err := typ.Append(nil, want)
		if len(found) > 0 {
			if err != nil {
				return
			}
			var got file
			if problems, _ := typ.Decode(out, &got, limits); problems == nil && reflect.DeepEqual(got, want) {
				t.Errorf("Check refuses what comes through whole: %v", found)
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		var got file
		if problems, _ := typ.Decode(out, &got, limits); problems != nil {
			t.Fatalf("cannot be read back: %v\n%s", problems, out)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, want %+v", got, want)
		}
	})
}
