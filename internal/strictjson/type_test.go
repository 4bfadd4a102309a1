package strictjson

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

type mute uint8

func (m *mute) UnmarshalText([]byte) error { return nil }

func TestTypeOfRefuses(t *testing.T) {
	tests := []struct {
		name string
		v    any
		want string
	}{
		{"map", struct {
			A map[string]string `json:"a"`
		}{}, "A: map[string]string: no JSON form"},
		{"float", struct {
			A float64 `json:"a"`
		}{}, "A: float64: no JSON form"},
		{"interface", struct {
			A any `json:"a"`
		}{}, "A: interface {}: no JSON form"},
		{"deep inside", struct {
			A []struct {
				B *struct {
					C func() `json:"c"`
				} `json:"b"`
			} `json:"a"`
		}{}, "C: func(): no JSON form"},
		{"list of pointers", struct {
			A []*leaf `json:"a"`
		}{}, "A: []*strictjson.leaf: a list of pointers has no JSON form"},
		{"pointer to pointer", struct {
			A **int `json:"a"`
		}{}, "A: **int: no JSON form"},
		{"pointer to list", struct {
			A *[]int `json:"a"`
		}{}, "A: *[]int: no JSON form"},
		{"no tag", struct{ A int }{}, "A: a json tag with a name is required"},
		{"tag without name", struct {
			A int `json:",omitzero"`
		}{}, "A: a json tag with a name is required"},
		{"option", struct {
			A int `json:"a,string"`
		}{}, `A: tag option "string", expected omitzero or omitempty`},
		{"inside what is embedded", struct{ untagged }{}, "A: a json tag with a name is required"},
		{"one key twice", struct {
			head
			F int `json:"format"`
		}{}, `two fields for the key "format"`},
		{"no way back", struct {
			A mute `json:"a"`
		}{}, "A: strictjson.mute: UnmarshalText without MarshalText"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := TypeOf(reflect.TypeOf(tt.v), Checks{})
			if err == nil || !strings.HasSuffix(err.Error(), tt.want) {
				t.Errorf("error %v, want one that ends in %q", err, tt.want)
			}
		})
	}
}

type untagged struct{ A int }

// What has no key is no field, and a type without a JSON form is no slip to go on after.
func TestMustTypeOf(t *testing.T) {
	typ := MustTypeOf(reflect.TypeFor[struct {
		A, b   int    `json:"-"`
		Told   string `json:"told"`
		hidden string
	}](), Checks{})
	if len(typ.Fields) != 1 || typ.Fields[0].Name != "told" {
		t.Errorf("fields %v, want told alone", typ.Fields)
	}
	defer func() {
		if got, _ := recover().(string); !strings.HasPrefix(got, "strictjson: ") || !strings.HasSuffix(got, "A: a json tag with a name is required") {
			t.Errorf("it panics with %q", got)
		}
	}()
	MustTypeOf(reflect.TypeFor[untagged](), Checks{})
}

func TestTypeOfFields(t *testing.T) {
	type shape struct {
		Name     string
		Form     Form
		Required bool
	}
	typ := fileType(t)
	elem := typ.Fields[2].Type.Elem
	var got []shape
	for _, typ := range []*Type{typ, elem} {
		for _, f := range typ.Fields {
			got = append(got, shape{f.Name, f.Type.Form, f.Required})
		}
	}
	want := []shape{
		{"format", String, true}, {"title", String, false}, {"items", Array, false},
		{"id", String, true}, {"paint", Text, false}, {"tags", Array, false}, {"count", Pointer, false},
		{"leaf", Pointer, false}, {"plain", Object, false}, {"stamp", Text, false}, {"next", Pointer, false},
		{"a/b~c", String, false}, {"on", Boolean, false}, {"rank", Integer, false},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("fields (-want +got):\n%s", diff)
	}
	if elem.Fields[7].Type.Elem != elem {
		t.Error("a recursive type is not one with itself")
	}
}

// TestOmitEmptyAgreesWithEncodingJSON pins the difference between the two
// tag options, which is theirs, not ours.
func TestOmitEmptyAgreesWithEncodingJSON(t *testing.T) {
	type options struct {
		Text   string `json:"text,omitempty"`
		Number int    `json:"number,omitempty"`
		On     bool   `json:"on,omitempty"`
		Leaf   *leaf  `json:"leaf,omitempty"`
		Empty  []int  `json:"empty,omitempty"`
		Zero   []int  `json:"zero,omitzero"`
	}
	typ, err := TypeOf(reflect.TypeFor[options](), Checks{})
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range []options{
		{},
		{Empty: []int{}, Zero: []int{}},
		{"t", 1, true, &leaf{}, []int{1}, []int{0}},
	} {
		got, err := typ.Append(nil, v)
		if err != nil {
			t.Fatal(err)
		}
		want, err := json.MarshalIndent(v, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("text (-encoding/json +got):\n%s", diff)
		}
	}
}
