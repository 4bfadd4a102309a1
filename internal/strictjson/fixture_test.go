package strictjson

import (
	"errors"
	"fmt"
	"reflect"
	"testing"
)

// The types below use every form once.

type name string

type colour uint8

var colours = []string{"", "red", "green"}

func (c colour) MarshalText() ([]byte, error) {
	if c == 0 || int(c) >= len(colours) {
		return nil, fmt.Errorf("colour %d, expected red or green", c)
	}
	return []byte(colours[c]), nil
}

func (c *colour) UnmarshalText(text []byte) error {
	for i, word := range colours[1:] {
		if string(text) == word {
			*c = colour(i + 1)
			return nil
		}
	}
	return fmt.Errorf("unknown colour %q, expected red or green", text)
}

// stamp has an IsZero of its own, and a text when zero.
type stamp struct{ text string }

func (s stamp) IsZero() bool                     { return s.text == "" || s.text == "none" }
func (s stamp) MarshalText() ([]byte, error)     { return []byte(s.text), nil }
func (s *stamp) UnmarshalText(text []byte) error { s.text = string(text); return nil }

type head struct {
	Format string `json:"format"`
}

type leaf struct {
	Small int8   `json:"small,omitzero"`
	Wide  uint64 `json:"wide,omitzero"`
}

type item struct {
	ID    name   `json:"id"`
	Paint colour `json:"paint,omitzero"`
	Tags  []name `json:"tags,omitempty"`
	Count *int64 `json:"count,omitzero"`
	Leaf  *leaf  `json:"leaf,omitzero"`
	Plain leaf   `json:"plain,omitzero"`
	Stamp stamp  `json:"stamp,omitzero"`
	Next  *item  `json:"next,omitzero"`
	Odd   string `json:"a/b~c,omitzero"`
	On    bool   `json:"on,omitzero"`
	Rank  int    `json:"rank,omitzero"`
}

type body struct {
	Title string `json:"title,omitzero"`
	Items []item `json:"items,omitempty"`
}

type file struct {
	head
	body
}

var limits = Limits{Depth: 8, StringBytes: 50, Items: 4, Elements: 2, Problems: 100}

// lowerCase is a check of a type, upTo9 one of a field.
func lowerCase(v reflect.Value) error {
	for _, r := range v.String() {
		if r < 'a' || 'z' < r {
			return fmt.Errorf("name %q, expected a to z", v.String())
		}
	}
	return nil
}

func upTo9(v reflect.Value) error {
	switch n := v.Int(); {
	case n < 0:
		return errors.New("below 0")
	case n > 9:
		return fmt.Errorf("%d, expected at most 9", n)
	}
	return nil
}

func fileType(t testing.TB) *Type {
	t.Helper()
	typ, err := TypeOf(reflect.TypeFor[file](), Checks{
		Types: map[reflect.Type]Check{reflect.TypeFor[name](): lowerCase},
		Fields: map[FieldOf]Check{
			{reflect.TypeFor[item](), "Count"}: upTo9,
			{reflect.TypeFor[item](), "Rank"}:  upTo9,
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return typ
}
