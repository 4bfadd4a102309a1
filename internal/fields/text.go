// Package fields writes and compares structs by their fields, as their JSON tags
// name them.
package fields

import (
	"bytes"
	"encoding"
	"encoding/json"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Special is what is special about some types when their values are written.
type Special interface {
	// Append appends a value that is not written as its kind is, and reports
	// false for all others.
	Append(b []byte, value any) ([]byte, bool)
	// IsSet reports whether a list is written sorted by the texts of its
	// elements.
	IsSet(list any) bool
	// LeavesOut reports whether fields of a type are never written.
	LeavesOut(field reflect.Type) bool
	// More appends further members of a struct, each after a comma.
	More(b []byte, value any) []byte
}

// Text returns a value as JSON on one line: fields in the order of the Go type,
// those of an embedded struct among them, zero fields that may be left out left
// out. Values that marshal as text are written so, where they have a text; what
// has no JSON, as a map, is empty. Two values of one type have one text exactly if
// they say the same. It writes what JSON cannot hold as well.
func Text(value any, s Special) string {
	return string(writer{s}.append(nil, reflect.ValueOf(value)))
}

type writer struct{ Special }

func (w writer) append(b []byte, v reflect.Value) []byte {
	value := v.Interface()
	if special, ok := w.Append(b, value); ok {
		return special
	}
	if x, ok := value.(encoding.TextMarshaler); ok {
		if text, err := x.MarshalText(); err == nil {
			return AppendString(b, string(text))
		}
	}
	switch v.Kind() {
	case reflect.String:
		return AppendString(b, v.String())
	case reflect.Bool:
		return strconv.AppendBool(b, v.Bool())
	case reflect.Int, reflect.Int64:
		return strconv.AppendInt(b, v.Int(), 10)
	case reflect.Uint8:
		return strconv.AppendUint(b, v.Uint(), 10)
	case reflect.Pointer:
		if v.IsNil() {
			return append(b, "null"...)
		}
		return w.append(b, v.Elem())
	case reflect.Slice:
		return w.appendList(b, v)
	}
	return append(w.appendMembers(append(b, '{'), v), '}') // of a struct
}

func (w writer) appendList(b []byte, v reflect.Value) []byte {
	texts := make([]string, v.Len())
	for i := range texts {
		texts[i] = string(w.append(nil, v.Index(i)))
	}
	if w.IsSet(v.Interface()) {
		slices.Sort(texts)
	}
	b = append(b, '[')
	b = append(b, strings.Join(texts, ",")...)
	return append(b, ']')
}

// appendMembers writes the fields of a struct; those of an embedded one stand
// among them.
func (w writer) appendMembers(b []byte, v reflect.Value) []byte {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.Anonymous {
			b = w.appendMembers(b, v.Field(i))
			continue
		}
		name, option, _ := strings.Cut(f.Tag.Get("json"), ",")
		if !f.IsExported() || w.LeavesOut(f.Type) || option != "" && IsAbsent(v.Field(i)) {
			continue
		}
		if b[len(b)-1] != '{' {
			b = append(b, ',')
		}
		b = append(AppendString(b, name), ':')
		b = w.append(b, v.Field(i))
	}
	return w.More(b, v.Interface())
}

// IsAbsent reports whether a field that may be left out is.
func IsAbsent(v reflect.Value) bool {
	return v.IsZero() || v.Kind() == reflect.Slice && v.Len() == 0
}

// AppendString appends s, quoted as JSON does. Invalid UTF-8, for which JSON has
// no text, is quoted as Go does.
func AppendString(b []byte, s string) []byte {
	plain := func(r rune) bool { return r >= ' ' && r <= '~' && r != '"' && r != '\\' }
	if strings.IndexFunc(s, func(r rune) bool { return !plain(r) }) < 0 {
		b = append(b, '"')
		b = append(b, s...)
		return append(b, '"')
	}
	if !utf8.ValidString(s) {
		return strconv.AppendQuote(b, s)
	}
	var text bytes.Buffer
	e := json.NewEncoder(&text)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // valid text always has a JSON, and a buffer takes it
	return append(b, bytes.TrimSuffix(text.Bytes(), []byte("\n"))...)
}

// Name returns the name that a field's JSON tag gives it.
func Name(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}
