package strictjson

import (
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Form is the JSON form that a Go type takes.
type Form uint8

// The forms; the zero Form is none of them.
const (
	_       Form = iota
	Object       // a struct: an object with the keys of Type.Fields
	Array        // a slice: an array of Type.Elem
	Pointer      // a pointer: Type.Elem, or no key at all
	Text         // a type with UnmarshalText and MarshalText: a string
	String       // a string
	Integer      // a signed or unsigned integer: a number without fraction or exponent
	Boolean      // true or false
)

// Type is the JSON form of one Go type and of what it holds. It is immutable
// and safe for concurrent use.
type Type struct {
	Go     reflect.Type
	Form   Form
	Elem   *Type   // for Array and Pointer
	Fields []Field // for Object, in order of declaration

	byName map[string]int
	check  Check
}

// Field is one key of an object.
type Field struct {
	Name string
	// Index leads to the Go field, through embedded structs.
	Index []int
	Type  *Type
	// Required: the tag has neither omitzero nor omitempty, so the key is
	// always written and must always be there.
	Required bool

	omitEmpty bool
	isZero    bool // the type has an IsZero method
	check     Check
}

// Check says what is wrong with a value that has the right form, or nil: what
// was found and what was expected. It is not asked about empty strings, which
// are always refused, nor about fields that their tag leaves out. Its error
// makes a problem of kind BadValue.
type Check func(reflect.Value) error

// Checks holds what values must satisfy beyond their form.
type Checks struct {
	// Types holds for every value of a type, wherever it lies.
	Types map[reflect.Type]Check
	// Fields holds for single fields of structs, through a pointer if need be.
	Fields map[FieldOf]Check
}

// FieldOf names a field of a struct by the name it has in Go.
type FieldOf struct {
	Struct reflect.Type
	Name   string
}

// TypeOf returns the JSON form of t, or an error that names the first Go type
// or field in it that has none: maps, interfaces, floating-point numbers,
// arrays, channels and functions, a pointer to a pointer or a slice, and two
// fields that claim one key.
func TypeOf(t reflect.Type, checks Checks) (*Type, error) {
	return planner{map[reflect.Type]*Type{}, checks}.plan(t)
}

// MustTypeOf is TypeOf for types that are known to have a JSON form. It panics
// if t has none.
func MustTypeOf(t reflect.Type, checks Checks) *Type {
	out, err := TypeOf(t, checks)
	if err != nil {
		panic("strictjson: " + err.Error())
	}
	return out
}

type planner struct {
	known  map[reflect.Type]*Type
	checks Checks
}

var (
	textUnmarshaler = reflect.TypeFor[encoding.TextUnmarshaler]()
	textMarshaler   = reflect.TypeFor[encoding.TextMarshaler]()
	zeroer          = reflect.TypeFor[interface{ IsZero() bool }]()
)

func (p planner) plan(t reflect.Type) (*Type, error) {
	if done, ok := p.known[t]; ok {
		return done, nil
	}
	out := &Type{Go: t, check: p.checks.Types[t]}
	p.known[t] = out
	if reflect.PointerTo(t).Implements(textUnmarshaler) {
		if !t.Implements(textMarshaler) {
			return nil, fmt.Errorf("%s: UnmarshalText without MarshalText", t)
		}
		out.Form = Text
		return out, nil
	}
	var err error
	switch t.Kind() {
	case reflect.String:
		out.Form = String
	case reflect.Bool:
		out.Form = Boolean
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		out.Form = Integer
	case reflect.Slice:
		out.Form = Array
		if out.Elem, err = p.plan(t.Elem()); err == nil && out.Elem.Form == Pointer {
			err = fmt.Errorf("%s: a list of pointers has no JSON form", t)
		}
	case reflect.Pointer:
		out.Form = Pointer
		if out.Elem, err = p.plan(t.Elem()); err == nil && (out.Elem.Form == Pointer || out.Elem.Form == Array) {
			err = fmt.Errorf("%s: no JSON form", t)
		}
	case reflect.Struct:
		out.Form = Object
		err = p.fields(out)
	default:
		err = fmt.Errorf("%s: no JSON form", t)
	}
	return out, err
}

// fields lists the keys of a struct, those of embedded structs in their place.
func (p planner) fields(out *Type) error {
	if err := p.flatten(out, out.Go, nil); err != nil {
		return err
	}
	out.byName = make(map[string]int, len(out.Fields))
	for i, f := range out.Fields {
		if _, ok := out.byName[f.Name]; ok {
			return fmt.Errorf("%s: two fields for the key %q", out.Go, f.Name)
		}
		out.byName[f.Name] = i
	}
	return nil
}

func (p planner) flatten(out *Type, t reflect.Type, index []int) error {
	for i := range t.NumField() {
		f := t.Field(i)
		at := append(slices.Clone(index), i)
		tag, tagged := f.Tag.Lookup("json")
		name, options, _ := strings.Cut(tag, ",")
		if f.Anonymous && name == "" && f.Type.Kind() == reflect.Struct {
			if err := p.flatten(out, f.Type, at); err != nil {
				return err
			}
			continue
		}
		if !f.IsExported() || tag == "-" {
			continue
		}
		if !tagged || name == "" {
			return fmt.Errorf("%s.%s: a json tag with a name is required", t, f.Name)
		}
		ft, err := p.plan(f.Type)
		if err != nil {
			return fmt.Errorf("%s.%s: %w", t, f.Name, err)
		}
		field := Field{Name: name, Index: at, Type: ft, Required: true, isZero: f.Type.Implements(zeroer),
			check: p.checks.Fields[FieldOf{t, f.Name}]}
		for option := range strings.SplitSeq(options, ",") {
			switch option {
			case "":
			case "omitzero":
				field.Required = false
			case "omitempty":
				field.Required, field.omitEmpty = false, true
			default:
				return fmt.Errorf("%s.%s: tag option %q, expected omitzero or omitempty", t, f.Name, option)
			}
		}
		out.Fields = append(out.Fields, field)
	}
	return nil
}

// absent reports whether the key is left out for v, which is addressable.
func (f *Field) absent(v reflect.Value) bool {
	switch {
	case f.Required:
		return false
	case f.omitEmpty && (f.Type.Form == Array || f.Type.Form == String):
		return v.Len() == 0
	case f.isZero && !(v.Kind() == reflect.Pointer && v.IsNil()):
		return v.Addr().Interface().(interface{ IsZero() bool }).IsZero()
	}
	return v.IsZero()
}
