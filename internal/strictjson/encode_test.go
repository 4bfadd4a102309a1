package strictjson

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func ptr[T any](v T) *T { return &v }

// standard is what encoding/json writes in the same layout.
func standard(t *testing.T, v any) string {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func TestAppendAgreesWithEncodingJSON(t *testing.T) {
	tests := []struct {
		name string
		file file
	}{
		{"zero", file{}},
		{"empty list", file{body: body{Items: []item{}}}},
		{"zero item", file{body: body{Items: []item{{}}}}},
		{"everything", file{head{"f"}, body{"t", []item{
			{ID: "a", Paint: 2, Tags: []name{"b", "c"}, Count: ptr(int64(-7)), Leaf: &leaf{-1, 1 << 63},
				Plain: leaf{Small: 3}, Stamp: stamp{"s"}, Next: &item{ID: "d", Next: &item{}}, Odd: "o", On: true, Rank: -5},
			{ID: "e", Count: ptr(int64(0)), Leaf: &leaf{}, Tags: []name{}},
		}}}},
		{"own zero", file{body: body{Items: []item{{Stamp: stamp{"none"}}}}}},
		{"strings", file{head{"\" \\ / \n \r \t \x00 \x1f \x7f é 😀 \u2028 \u2029 <&> \ufffd"}, body{}}},
	}
	typ := fileType(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := typ.Append(nil, tt.file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(standard(t, tt.file), string(got)); diff != "" {
				t.Errorf("text (-encoding/json +got):\n%s", diff)
			}
		})
	}
}

func TestAppendError(t *testing.T) {
	type nothing struct {
		Leaf *leaf `json:"leaf"`
	}
	tests := []struct {
		name string
		v    any
	}{
		{"unknown value", file{body: body{Items: []item{{ID: "a", Paint: 9}}}}},
		{"nil where required", nothing{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			typ, err := TypeOf(reflect.TypeOf(tt.v), Checks{})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := typ.Append(nil, tt.v); err == nil {
				t.Error("no error")
			}
		})
	}
}

func TestCheckProblems(t *testing.T) {
	items := func(items ...item) file { return file{head{"f"}, body{"", items}} }
	deep := &item{ID: "z"}
	for range 6 {
		deep = &item{ID: "z", Next: deep}
	}
	tests := []struct {
		name string
		file file
		want []Problem
	}{
		{"missing", file{body: body{Items: []item{{}}}}, []Problem{
			{Path: "/format", Kind: Missing, Text: "expected a string"},
			{Path: "/items/0/id", Kind: Missing, Text: "expected a string"}}},
		{"invalid UTF-8", items(item{ID: "a", Odd: "b\xff"}), []Problem{{Path: "/items/0/a~1b~0c", Kind: Syntax, Text: `invalid UTF-8 in "b\xff", expected UTF-8`}}},
		{"control character", items(item{ID: "a", Odd: "b\x00c"}), []Problem{{Path: "/items/0/a~1b~0c", Kind: BadValue,
			Text: `control character in "\x00c", expected no others than tab, line feed and carriage return`}}},
		{"string too long", items(item{ID: "a", Odd: strings.Repeat("x", 51)}), []Problem{{Path: "/items/0/a~1b~0c", Kind: OverLimit, Text: "a string of 51 bytes, expected at most 50"}}},
		{"text too long", items(item{ID: "a", Stamp: stamp{strings.Repeat("x", 51)}}), []Problem{{Path: "/items/0/stamp", Kind: OverLimit, Text: "a string of 51 bytes, expected at most 50"}}},
		{"unknown value", items(item{ID: "a", Paint: 3}), []Problem{{Path: "/items/0/paint", Kind: BadValue, Text: "colour 3, expected red or green"}}},
		{"empty element", items(item{ID: "a", Tags: []name{"b", ""}}), []Problem{{Path: "/items/0/tags/1", Kind: BadValue, Text: "an empty string, expected text"}}},
		{"check of a type", items(item{ID: "A"}), []Problem{{Path: "/items/0/id", Kind: BadValue, Text: `name "A", expected a to z`}}},
		{"check of a field", items(item{ID: "a", Count: ptr(int64(-1)), Rank: 10}), []Problem{
			{Path: "/items/0/count", Kind: BadValue, Text: "below 0"},
			{Path: "/items/0/rank", Kind: BadValue, Text: "10, expected at most 9"}}},
		{"list too long", items(item{ID: "a", Tags: []name{"b", "C", "d"}}), []Problem{
			{Path: "/items/0/tags", Kind: OverLimit, Text: "3 elements, expected at most 2"},
			{Path: "/items/0/tags/1", Kind: BadValue, Text: `name "C", expected a to z`}}},
		{"items too many", items(make([]item, 5)...), []Problem{
			{Path: "/items", Kind: OverLimit, Text: "5 elements, expected at most 4"},
			{Path: "/items/0/id", Kind: Missing, Text: "expected a string"},
			{Path: "/items/1/id", Kind: Missing, Text: "expected a string"},
			{Path: "/items/2/id", Kind: Missing, Text: "expected a string"},
			{Path: "/items/3/id", Kind: Missing, Text: "expected a string"}}},
		{"too deep", items(*deep), []Problem{{Path: "/items/0/next/next/next/next/next/next", Kind: OverLimit, Text: "nested deeper than 8 arrays and objects"}}},
		{"sound", items(item{ID: "a", Paint: 1, Odd: "\t\n\r \x7f"}), nil},
	}
	typ := fileType(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, more := typ.Check(&tt.file, limits)
			if diff := cmp.Diff(tt.want, got, cmpopts.IgnoreFields(Problem{}, "Err")); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
			if more {
				t.Error("more = true, want false")
			}
		})
	}
}

func TestMissingAndWithoutText(t *testing.T) {
	type list struct {
		Stamps []stamp `json:"stamps"`
		Stamp  stamp   `json:"stamp"`
		Paint  colour  `json:"paint"`
		Leaf   *leaf   `json:"leaf"`
	}
	typ, err := TypeOf(reflect.TypeFor[list](), Checks{})
	if err != nil {
		t.Fatal(err)
	}
	got, _ := typ.Check(list{Stamps: []stamp{{}}}, limits)
	want := []Problem{
		{Path: "/stamps/0", Kind: BadValue, Text: "a value without text, expected strictjson.stamp"},
		{Path: "/stamp", Kind: Missing, Text: "expected a string"},
		{Path: "/paint", Kind: Missing, Text: "colour 0, expected red or green"},
		{Path: "/leaf", Kind: Missing, Text: "expected an object"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	var l list
	got, _ = typ.Decode([]byte(`{"stamps": []}`), &l, limits)
	for i := range got {
		got[i].Place = Place{}
	}
	if diff := cmp.Diff(want[1:], got); diff != "" {
		t.Errorf("problems of the text (-want +got):\n%s", diff)
	}
}

func TestCheckLimitOfProblems(t *testing.T) {
	l := limits
	l.Problems = 2
	found, more := fileType(t).Check(file{head{"f"}, body{"", make([]item, 3)}}, l)
	if len(found) != 2 || !more {
		t.Errorf("%d problems, more = %t; want 2, true", len(found), more)
	}
	for name, b := range map[string]body{"too many": {"\x00", make([]item, 5)}, "a word that is none": {"\x00", []item{{ID: "a", Paint: 99}}}} {
		l.Problems = 1
		if found, more := fileType(t).Check(file{head{"f"}, b}, l); len(found) != 1 || found[0].Path != "/title" || !more {
			t.Errorf("%s: %v, more = %t; want that of the title alone, and more", name, found, more)
		}
	}
}
