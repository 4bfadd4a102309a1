package strictjson

import (
	"encoding"
	"fmt"
	"reflect"
	"strconv"
	"unicode/utf8"
)

// Check tells what of v, which must be of the Go type of t or a pointer to it,
// could not be written and read back: whatever Decode would refuse, unknown
// values of text types, and required values that are absent. Problems come in
// the order in which the text would hold them; more tells that there was more
// than the limit.
func (t *Type) Check(v any, limits Limits) (found []Problem, more bool) {
	c := checker{limits: limits}
	c.limit = limits.Problems
	c.value(t, addressable(v))
	return c.found, c.more
}

// addressable returns v, or what it points to, so that methods can be called
// on all it holds without copying.
func addressable(v any) reflect.Value {
	rv := reflect.ValueOf(v)
	if rv.Kind() == reflect.Pointer {
		return rv.Elem()
	}
	p := reflect.New(rv.Type())
	p.Elem().Set(rv)
	return p.Elem()
}

type checker struct {
	collector
	limits Limits
	depth  int
	text   []byte // room for the text of a text type
}

// value returns false when no further problem can be kept.
func (c *checker) value(t *Type, v reflect.Value) bool {
	for t.Form == Pointer {
		t, v = t.Elem, v.Elem()
	}
	switch t.Form {
	case Object, Array:
		if c.depth >= c.limits.Depth {
			return c.report(0, OverLimit, "nested deeper than %d arrays and objects", c.limits.Depth)
		}
		c.depth++
		defer func() { c.depth-- }()
		if t.Form == Array {
			return c.array(t, v)
		}
		return c.object(t, v)
	case Text:
		var err error
		if c.text, err = appendText(c.text[:0], v); err != nil {
			return c.reportError(0, BadValue, err)
		}
		if len(c.text) == 0 {
			return c.report(0, BadValue, "a value without text, expected %s", t.Go)
		}
		before := len(c.found)
		if !c.string(c.text) || len(c.found) > before {
			return !c.more
		}
	case String:
		if v.Len() == 0 {
			return c.report(0, BadValue, "an empty string, expected text")
		}
		before := len(c.found)
		c.text = append(c.text[:0], v.String()...)
		if !c.string(c.text) || len(c.found) > before {
			return !c.more
		}
	}
	return c.checked(t, v)
}

func (c *checker) checked(t *Type, v reflect.Value) bool {
	return t.check == nil || c.judge(t.check(v), 0)
}

func (c *checker) string(s []byte) bool {
	if len(s) > c.limits.StringBytes {
		return c.report(0, OverLimit, "a string of %d bytes, expected at most %d", len(s), c.limits.StringBytes)
	}
	if !utf8.Valid(s) {
		return c.report(0, Syntax, "invalid UTF-8 in %s, expected UTF-8", quote(s))
	}
	for i := range s {
		if s[i] < ' ' && s[i] != '\t' && s[i] != '\n' && s[i] != '\r' {
			return c.report(0, BadValue, "control character in %s, expected no others than tab, line feed and carriage return", quote(s[i:]))
		}
	}
	return true
}

func (c *checker) array(t *Type, v reflect.Value) bool {
	limit := c.limits.Elements
	if c.depth == 2 {
		limit = c.limits.Items
	}
	if v.Len() > limit && !c.report(0, OverLimit, "%d elements, expected at most %d", v.Len(), limit) {
		return false
	}
	for i := range min(v.Len(), limit) {
		c.pushIndex(i)
		if !c.value(t.Elem, v.Index(i)) {
			return false
		}
		c.pop()
	}
	return true
}

func (c *checker) object(t *Type, v reflect.Value) bool {
	for i := range t.Fields {
		f := &t.Fields[i]
		fv := v.FieldByIndex(f.Index)
		if f.absent(fv) {
			continue
		}
		c.pushKey(f.Name)
		if !c.member(f, fv) {
			return false
		}
		c.pop()
	}
	return true
}

func (c *checker) member(f *Field, v reflect.Value) bool {
	if f.Required && f.Type.Form.hasAbsence() && v.IsZero() {
		return c.missing(f, 0)
	}
	before := len(c.found)
	if !c.value(f.Type, v) {
		return false
	}
	return len(c.found) > before || f.check == nil || c.judge(f.check(deref(v)), 0)
}

// hasAbsence reports whether the zero value of the form stands for no value.
func (f Form) hasAbsence() bool { return f == String || f == Text || f == Pointer }

// appendText appends the text of an addressable value of a text type.
func appendText(b []byte, v reflect.Value) ([]byte, error) {
	x := v.Addr().Interface()
	if x, ok := x.(encoding.TextAppender); ok {
		return x.AppendText(b)
	}
	text, err := x.(encoding.TextMarshaler).MarshalText() // TypeOf sees to it that it is one
	return append(b, text...), err
}

// Append appends the text of v, which must be of the Go type of t or a pointer
// to it: keys in the order of declaration, each on its own line, two spaces of
// indentation per level, "[]" and "{}" for what is empty, and no character
// escaped that need not be, but for U+2028 and U+2029. There is no final line
// feed. The error is that of a MarshalText method; a value that passes Check
// has none.
func (t *Type) Append(dst []byte, v any) ([]byte, error) {
	e := encoder{out: dst}
	e.value(t, addressable(v))
	return e.out, e.err
}

type encoder struct {
	out    []byte
	indent int
	err    error
	text   []byte // room for the text of a text type
}

func (e *encoder) value(t *Type, v reflect.Value) {
	for t.Form == Pointer {
		if v.IsNil() {
			e.fail(fmt.Errorf("nil %s has no text", t.Go))
			return
		}
		t, v = t.Elem, v.Elem()
	}
	switch t.Form {
	case Object:
		e.object(t, v)
	case Array:
		e.array(t, v)
	case Boolean:
		e.out = strconv.AppendBool(e.out, v.Bool())
	case Integer:
		if v.CanInt() {
			e.out = strconv.AppendInt(e.out, v.Int(), 10)
		} else {
			e.out = strconv.AppendUint(e.out, v.Uint(), 10)
		}
	case Text:
		var err error
		e.text, err = appendText(e.text[:0], v)
		e.fail(err)
		e.out = appendString(e.out, e.text)
	default:
		e.out = appendString(e.out, v.String())
	}
}

// fail keeps the first error.
func (e *encoder) fail(err error) {
	if e.err == nil {
		e.err = err
	}
}

func (e *encoder) object(t *Type, v reflect.Value) {
	e.out = append(e.out, '{')
	e.indent++
	n := 0
	for i := range t.Fields {
		f := &t.Fields[i]
		fv := v.FieldByIndex(f.Index)
		if f.absent(fv) {
			continue
		}
		e.line(n)
		e.out = append(appendString(e.out, f.Name), ": "...)
		e.value(f.Type, fv)
		n++
	}
	e.close(n, '}')
}

func (e *encoder) array(t *Type, v reflect.Value) {
	e.out = append(e.out, '[')
	e.indent++
	for i := range v.Len() {
		e.line(i)
		e.value(t.Elem, v.Index(i))
	}
	e.close(v.Len(), ']')
}

// line begins the line of the element after n others.
func (e *encoder) line(n int) {
	if n > 0 {
		e.out = append(e.out, ',')
	}
	e.newline()
}

func (e *encoder) newline() {
	e.out = append(e.out, '\n')
	for range e.indent {
		e.out = append(e.out, "  "...)
	}
}

// close ends a container of n elements.
func (e *encoder) close(n int, closer byte) {
	e.indent--
	if n > 0 {
		e.newline()
	}
	e.out = append(e.out, closer)
}

// appendString appends s, which is UTF-8, as a JSON string.
func appendString[T string | []byte](dst []byte, s T) []byte {
	dst = append(dst, '"')
	from := 0
	for i := 0; i < len(s); i++ {
		escaped, size := escapeOf(s[i]), 1
		if s[i] == lineSeparator[0] && i+2 < len(s) && s[i+1] == lineSeparator[1] {
			switch s[i+2] {
			case lineSeparator[2]:
				escaped, size = `\u2028`, 3
			case paragraphSeparator[2]:
				escaped, size = `\u2029`, 3
			}
		}
		if escaped != "" {
			dst = append(append(dst, s[from:i]...), escaped...)
			i += size - 1
			from = i + 1
		}
	}
	return append(append(dst, s[from:]...), '"')
}

const (
	lineSeparator      = "\u2028"
	paragraphSeparator = "\u2029"
)

// escapeOf returns how c is written in a string, "" if as it is.
func escapeOf(c byte) string {
	const hex = "0123456789abcdef"
	switch {
	case c == '"':
		return `\"`
	case c == '\\':
		return `\\`
	case c == '\n':
		return `\n`
	case c == '\r':
		return `\r`
	case c == '\t':
		return `\t`
	case c < ' ':
		return `\u00` + string(hex[c>>4]) + string(hex[c&15])
	}
	return ""
}
