package dispute

import (
	"reflect"
	"strconv"
	"strings"

	"github.com/dispute-go/dispute/edtf"
)

// contentText writes a value of a record's types in full, so that two values
// have one text exactly if they are the same. Unlike JSON it has a text for
// values that no record may hold, too.
func contentText(v reflect.Value) string { return string(appendContent(nil, v)) }

func appendContent(b []byte, v reflect.Value) []byte {
	switch x := v.Interface().(type) {
	case edtf.Date:
		return strconv.AppendQuote(b, x.Source())
	case edtf.Day:
		return strconv.AppendQuote(b, x.String())
	}
	switch v.Kind() {
	case reflect.String:
		return strconv.AppendQuote(b, v.String())
	case reflect.Bool:
		return strconv.AppendBool(b, v.Bool())
	case reflect.Int, reflect.Int64:
		return strconv.AppendInt(b, v.Int(), 10)
	case reflect.Uint8:
		return strconv.AppendUint(b, v.Uint(), 10)
	case reflect.Pointer:
		if v.IsNil() {
			return append(b, '-')
		}
		return appendContent(b, v.Elem())
	case reflect.Slice:
		b = append(b, '[')
		for i := range v.Len() {
			b = append(appendContent(b, v.Index(i)), ' ')
		}
		return append(b, ']')
	case reflect.Struct:
		b = append(b, '{')
		for i := range v.NumField() {
			b = append(appendContent(b, v.Field(i)), ' ')
		}
		return append(b, '}')
	}
	return b
}

// jsonName returns the key that a field of a record's types has in the text.
func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}
