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
	c.value(t, reflect.Indirect(reflect.ValueOf(v)))
	return c.found, c.more
}

type checker struct {
	collector
	limits Limits
	depth  int
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
		text, err := marshal(v)
		if err != nil {
			return c.reportError(0, BadValue, err)
		}
		if len(text) == 0 {
			return c.report(0, BadValue, "a value without text, expected %s", t.Go)
		}
		return c.string(string(text)) && c.checked(t, v)
	case String:
		if v.Len() == 0 {
			return c.report(0, BadValue, "an empty string, expected text")
		}
		before := len(c.found)
		if !c.string(v.String()) || len(c.found) > before {
			return !c.more
		}
	}
	return c.checked(t, v)
}

func (c *checker) checked(t *Type, v reflect.Value) bool {
	return t.check == nil || c.judge(t.check(v), 0)
}

func (c *checker) string(s string) bool {
	if len(s) > c.limits.StringBytes {
		return c.report(0, OverLimit, "a string of %d bytes, expected at most %d", len(s), c.limits.StringBytes)
	}
	if !utf8.ValidString(s) {
		return c.report(0, Syntax, "invalid UTF-8 in %s, expected UTF-8", quote(s))
	}
	for i := range len(s) {
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
		return c.report(0, Missing, "expected %s", f.Type.expected())
	}
	before := len(c.found)
	if !c.value(f.Type, v) {
		return false
	}
	return len(c.found) > before || f.check == nil || c.judge(f.check(deref(v)), 0)
}

// hasAbsence reports whether the zero value of the form stands for no value.
func (f Form) hasAbsence() bool { return f == String || f == Text || f == Pointer }

func marshal(v reflect.Value) ([]byte, error) {
	return v.Interface().(encoding.TextMarshaler).MarshalText()
}

// Append appends the text of v, which must be of the Go type of t or a pointer
// to it: keys in the order of declaration, each on its own line, two spaces of
// indentation per level, "[]" and "{}" for what is empty, and no character
// escaped that need not be, but for U+2028 and U+2029. There is no final line
// feed. The error is that of a MarshalText method; a value that passes Check
// has none.
func (t *Type) Append(dst []byte, v any) ([]byte, error) {
	e := encoder{out: dst}
	e.value(t, reflect.Indirect(reflect.ValueOf(v)))
	return e.out, e.err
}

type encoder struct {
	out    []byte
	indent int
	err    error
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
		text, err := marshal(v)
		e.fail(err)
		e.out = appendString(e.out, string(text))
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
func appendString(dst []byte, s string) []byte {
	const hex = "0123456789abcdef"
	dst = append(dst, '"')
	from := 0
	for i, r := range s {
		var escaped string
		switch {
		case r == '"':
			escaped = `\"`
		case r == '\\':
			escaped = `\\`
		case r == '\n':
			escaped = `\n`
		case r == '\r':
			escaped = `\r`
		case r == '\t':
			escaped = `\t`
		case r == '\u2028':
			escaped = `\u2028`
		case r == '\u2029':
			escaped = `\u2029`
		case r < ' ':
			escaped = `\u00` + string(hex[r>>4]) + string(hex[r&15])
		default:
			continue
		}
		dst = append(append(dst, s[from:i]...), escaped...)
		from = i + utf8.RuneLen(r)
	}
	return append(append(dst, s[from:]...), '"')
}
