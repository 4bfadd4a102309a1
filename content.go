package dispute

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

// A contentWriter writes items and answers as JSON on one line: fields in the
// order of the Go type, zero fields that may be left out left out, Reasons
// always left out. Two values of one type have one text exactly if they say
// the same. It writes what no record may hold as well.
type contentWriter struct {
	// name gives the ID under which an item is to be written; nil keeps all.
	name func(Ref) string
}

func (w contentWriter) text(v any) string { return string(w.append(nil, reflect.ValueOf(v))) }

func (w contentWriter) append(b []byte, v reflect.Value) []byte {
	switch x := v.Interface().(type) {
	case ActorID:
		return w.appendID(b, x.Ref())
	case SourceID:
		return w.appendID(b, x.Ref())
	case EventID:
		return w.appendID(b, x.Ref())
	case ClaimID:
		return w.appendID(b, x.Ref())
	case AttributionID:
		return w.appendID(b, x.Ref())
	case Ref:
		b = appendJSONString(append(b, `{"kind":`...), x.Kind.String())
		return append(w.appendID(append(b, `,"id":`...), x), '}')
	case encoding.TextMarshaler:
		if text, err := x.MarshalText(); err == nil {
			return appendJSONString(b, string(text))
		}
	}
	switch v.Kind() {
	case reflect.String:
		return appendJSONString(b, v.String())
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
	case reflect.Struct:
		return w.appendFields(b, v)
	}
	return b
}

func (w contentWriter) appendID(b []byte, ref Ref) []byte {
	if w.name != nil && ref.ID != "" {
		ref.ID = w.name(ref)
	}
	return appendJSONString(b, ref.ID)
}

// appendList writes a list; IDs that were sorted are sorted under the names
// they are written with.
func (w contentWriter) appendList(b []byte, v reflect.Value) []byte {
	texts := make([]string, v.Len())
	for i := range texts {
		texts[i] = string(w.append(nil, v.Index(i)))
	}
	if w.name != nil && isIDs(v) {
		slices.Sort(texts)
	}
	b = append(b, '[')
	b = append(b, strings.Join(texts, ",")...)
	return append(b, ']')
}

// isIDs reports whether v is a list of IDs, which in items and in answers are
// sets.
func isIDs(v reflect.Value) bool {
	switch v.Interface().(type) {
	case []ActorID, []SourceID, []EventID, []ClaimID, []AttributionID, []Ref:
		return true
	}
	return false
}

func (w contentWriter) appendFields(b []byte, v reflect.Value) []byte {
	return append(w.appendMembers(append(b, '{'), v), '}')
}

// appendMembers writes the fields of a struct; those of an embedded one stand
// among them.
func (w contentWriter) appendMembers(b []byte, v reflect.Value) []byte {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.Anonymous {
			b = w.appendMembers(b, v.Field(i))
			continue
		}
		name, option, _ := strings.Cut(f.Tag.Get("json"), ",")
		if !f.IsExported() || f.Type == reflect.TypeFor[Reasons]() || option != "" && isAbsent(v.Field(i)) {
			continue
		}
		if b[len(b)-1] != '{' {
			b = append(b, ',')
		}
		b = append(appendJSONString(b, name), ':')
		b = w.append(b, v.Field(i))
	}
	if x, ok := v.Interface().(worded); ok {
		b = appendJSONString(append(b, `,"text":`...), x.text())
	}
	return b
}

// isAbsent reports whether a field that may be left out is.
func isAbsent(v reflect.Value) bool {
	return v.IsZero() || v.Kind() == reflect.Slice && v.Len() == 0
}

// appendJSONString quotes s as JSON does. Invalid UTF-8, for which JSON has no
// text, is quoted as Go does.
func appendJSONString(b []byte, s string) []byte {
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
	if err := e.Encode(s); err != nil {
		return strconv.AppendQuote(b, s)
	}
	return append(b, bytes.TrimSuffix(text.Bytes(), []byte("\n"))...)
}

// jsonName returns the key that a field of a record's types has in the text.
func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}
