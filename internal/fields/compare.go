package fields

import (
	"reflect"
	"slices"
)

// A Comparison finds the fields in which two structs of one type differ.
type Comparison struct {
	// Same reports whether two values of one type say the same.
	Same func(old, revised reflect.Value) bool
	// Inside reports whether structs of a type are compared field by field, and
	// not as one value. Structs that are pointed to always are, where there are
	// two.
	Inside func(reflect.Type) bool
	// Differ is called for each field that differs, in the order of the type.
	Differ func(f Field)
}

// A Field is one that differs.
type Field struct {
	// Path leads to it: the names that the JSON tags give to it and to what it is
	// in, each after a slash.
	Path         string
	Name         string
	Old, Revised reflect.Value
}

// Compare compares two structs of one type. Fields of theirs that are in passed
// over are not looked at.
func (c Comparison) Compare(old, revised reflect.Value, passedOver map[string]bool) {
	c.structs("", old, revised, passedOver)
}

func (c Comparison) structs(path string, old, revised reflect.Value, passedOver map[string]bool) {
	for i := range old.NumField() {
		name := Name(old.Type().Field(i))
		if !passedOver[name] {
			c.values(Field{path + "/" + name, name, old.Field(i), revised.Field(i)})
		}
	}
}

func (c Comparison) values(f Field) {
	switch {
	case c.Same(f.Old, f.Revised):
	case f.Old.Kind() == reflect.Pointer && !f.Old.IsNil() && !f.Revised.IsNil() && f.Old.Elem().Kind() == reflect.Struct:
		c.structs(f.Path, f.Old.Elem(), f.Revised.Elem(), nil)
	case c.Inside(f.Old.Type()):
		c.structs(f.Path, f.Old, f.Revised, nil)
	default:
		c.Differ(f)
	}
}

// Unmatched compares two lists by the texts of their elements. It returns the
// places in the old one of those that are lost, and in the revised one of those
// that are new, both ascending. Of equal elements the first ones are matched.
func Unmatched(old, revised []string) (lost, added []int) {
	places := map[string][]int{} // in the revised list, by text
	for i, text := range revised {
		places[text] = append(places[text], i)
	}
	for i, text := range old {
		if len(places[text]) == 0 {
			lost = append(lost, i)
			continue
		}
		places[text] = places[text][1:]
	}
	for _, list := range places { // sorted below
		added = append(added, list...)
	}
	slices.Sort(added)
	return lost, added
}

// mostHeirs bounds how many new elements are tried for one that was lost.
const mostHeirs = 16

// Inherited reports whether every lost element of a list has a new one that
// takes its place: one of its own that is about the same thing and is an heir of
// it. What an element is about is empty where nothing can take its place. The
// first heir in order is taken, among the first sixteen about the same thing.
func Inherited(lost, added []int, oldAbout, newAbout func(int) string, heir func(lost, added int) bool) bool {
	heirs := map[string][]int{} // places of what is new, by what it is about
	for _, j := range added {
		about := newAbout(j)
		heirs[about] = append(heirs[about], j)
	}
	for _, i := range lost {
		about := oldAbout(i)
		if about == "" {
			return false
		}
		at := slices.IndexFunc(heirs[about][:min(len(heirs[about]), mostHeirs)], func(j int) bool { return heir(i, j) })
		if at < 0 {
			return false
		}
		heirs[about] = slices.Delete(heirs[about], at, at+1)
	}
	return true
}
