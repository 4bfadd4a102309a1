package strictjson

import (
	"bytes"
	"encoding"
	"math"
	"reflect"
	"slices"
	"strings"
)

// Limits bounds what is accepted. Every bound is inclusive, and every field
// must be set: zero admits nothing.
type Limits struct {
	// Depth is how many arrays and objects may lie in each other.
	Depth int
	// StringBytes is the length of a string, key or value, in bytes of UTF-8.
	StringBytes int
	// Items is the length of an array that is a value of the outermost
	// object, Elements that of any other array.
	Items, Elements int
	// Problems is how many problems are kept.
	Problems int
}

// Decode reads text into what v points to, which must be of the Go type of t
// and should be zero: keys that are left out leave their fields alone. It
// returns what is wrong, in the order of the text; more tells that there was
// more than the limit. With problems, what v points to is not to be used.
func (t *Type) Decode(text []byte, v any, limits Limits) (found []Problem, more bool) {
	d := decoder{scanner: scanner{data: text, limits: limits}}
	d.limit = limits.Problems
	d.document(t, reflect.ValueOf(v).Elem())
	return d.sorted(text), d.more
}

type decoder struct {
	scanner
	seen []bool // for the keys of every open object, innermost last
}

// wrongStarts are the first bytes of texts in another encoding.
var wrongStarts = []struct{ bytes, is string }{
	{"\xef\xbb\xbf", "byte order mark, expected the text to begin without one"},
	{"\xff\xfe", "a text in UTF-16, expected UTF-8"},
	{"\xfe\xff", "a text in UTF-16, expected UTF-8"},
}

func (d *decoder) document(t *Type, v reflect.Value) {
	for _, wrong := range wrongStarts {
		if bytes.HasPrefix(d.data, []byte(wrong.bytes)) {
			d.report(0, Syntax, "%s", wrong.is)
			return
		}
	}
	if d.space(); d.pos == len(d.data) {
		d.report(d.pos, Syntax, "an empty text, expected %s", t.expected())
		return
	}
	if !d.value(t, v) {
		return
	}
	if d.space(); d.pos < len(d.data) {
		d.syntax("the end of the text after the value")
	}
}

// value reads the value at hand into v.
func (d *decoder) value(t *Type, v reflect.Value) bool {
	d.space()
	start, got := d.pos, d.token()
	if got == noValue {
		return d.syntax(t.expected())
	}
	for t.Form == Pointer {
		v.Set(reflect.New(t.Elem.Go))
		t, v = t.Elem, v.Elem()
	}
	if got != t.Form.token() {
		return d.skip() && d.mismatch(start, got, t)
	}
	switch t.Form {
	case Object, Array:
		if d.depth >= d.limits.Depth {
			return d.skip()
		}
		d.depth++
		ok := false
		if t.Form == Object {
			ok = d.object(t, v)
		} else {
			ok = d.array(t, v)
		}
		d.depth--
		return ok
	case Boolean:
		b, ok := d.boolean()
		v.SetBool(b)
		return ok && d.checked(t, v, start)
	case Integer:
		text, whole, ok := d.number()
		return ok && d.integer(t, v, start, text, whole) && d.checked(t, v, start)
	}
	text, sound, ok := d.string()
	if !ok || !sound {
		return ok
	}
	if len(text) > d.limits.StringBytes {
		return d.tooLong(start, len(text))
	}
	if t.Form == Text {
		if err := v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText(text); err != nil {
			return d.reportError(start, BadValue, err)
		}
		return d.checked(t, v, start)
	}
	if len(text) == 0 {
		return d.report(start, BadValue, "an empty string, expected text; %s", absentHasNoKey)
	}
	v.SetString(string(text))
	return d.checked(t, v, start)
}

const absentHasNoKey = "a value that is absent has no key"

// mismatch reports a value, already read, of another form than t has.
func (d *decoder) mismatch(start int, got token, t *Type) bool {
	switch got {
	case null:
		return d.report(start, WrongType, "null, expected %s; %s", t.expected(), absentHasNoKey)
	case object, array:
		return d.report(start, WrongType, "%s, expected %s", got, t.expected())
	}
	return d.report(start, WrongType, "%s %s, expected %s", got, quote(d.data[start:d.pos]), t.expected())
}

// checked asks the type's own check about v.
func (d *decoder) checked(t *Type, v reflect.Value, start int) bool {
	return t.check == nil || d.judge(t.check(v), start)
}

// judge reports the error of a check.
func (c *collector) judge(err error, offset int) bool {
	return err == nil || c.reportError(offset, BadValue, err)
}

func (d *decoder) integer(t *Type, v reflect.Value, start int, text []byte, whole bool) bool {
	if !whole {
		return d.report(start, BadValue, "number %s, expected a whole number without fraction or exponent", quote(text))
	}
	n, ok := parseInteger(text)
	switch {
	case v.CanInt():
		if ok = ok && !v.OverflowInt(n); ok {
			v.SetInt(n)
		}
	default:
		if ok = ok && n >= 0 && !v.OverflowUint(uint64(n)); ok {
			v.SetUint(uint64(n))
		}
	}
	if !ok {
		return d.report(start, BadValue, "number %s, expected one that fits %d bits", quote(text), t.Go.Bits())
	}
	return true
}

// parseInteger reads a JSON integer; false tells that it exceeds 64 bits.
func parseInteger(text []byte) (n int64, ok bool) {
	negative := text[0] == '-'
	if negative {
		text = text[1:]
	}
	for _, c := range text {
		digit := int64(c - '0')
		if n < (math.MinInt64+digit)/10 {
			return 0, false
		}
		n = n*10 - digit // negative, for the least number has no positive
	}
	if negative {
		return n, true
	}
	return -n, n != math.MinInt64
}

func (d *decoder) array(t *Type, v reflect.Value) bool {
	if d.empty(']') {
		v.Set(reflect.MakeSlice(t.Go, 0, 0))
		return true
	}
	limit := d.limits.Elements
	if d.depth == 2 {
		limit = d.limits.Items
	}
	v.SetLen(0)
	for n := 0; ; n++ {
		if n == limit {
			d.space()
			if !d.report(d.pos, OverLimit, "more than %d elements", limit) {
				return false
			}
		}
		d.pushIndex(n)
		ok := false
		if n >= limit {
			ok = d.skip()
		} else {
			v.Grow(1)
			v.SetLen(n + 1)
			ok = d.value(t.Elem, v.Index(n))
		}
		if !ok {
			return false
		}
		d.pop()
		if more, ok := d.next(']'); !more {
			return ok
		}
	}
}

func (d *decoder) object(t *Type, v reflect.Value) bool {
	start := d.pos
	base := len(d.seen)
	d.seen = slices.Grow(d.seen, len(t.Fields))[:base+len(t.Fields)]
	clear(d.seen[base:])
	ok := d.empty('}') || d.members(t, v, base)
	if !ok {
		return false
	}
	for i := range t.Fields {
		f := &t.Fields[i]
		if f.Required && !d.seen[base+i] {
			d.pushKey(f.Name)
			if !d.missing(f, start) {
				return false
			}
			d.pop()
		}
	}
	d.seen = d.seen[:base]
	return true
}

// missing reports that the required value at hand is not there. A text type
// whose zero value has no text says itself what is expected.
func (c *collector) missing(f *Field, offset int) bool {
	if f.Type.Form == Text {
		if _, err := appendText(nil, reflect.New(f.Type.Go).Elem()); err != nil {
			return c.report(offset, Missing, "%s", err)
		}
	}
	return c.report(offset, Missing, "expected %s", f.Type.expected())
}

// members reads the keys and values of an object that has at least one.
func (d *decoder) members(t *Type, v reflect.Value, base int) bool {
	for {
		d.space()
		start := d.pos
		key, sound, ok := d.string()
		if !ok {
			return false
		}
		switch {
		case !sound:
			ok = d.ignored()
		case len(key) > d.limits.StringBytes:
			ok = d.tooLong(start, len(key)) && d.ignored()
		default:
			ok = d.keyed(t, v, key, start, base)
		}
		if !ok {
			return false
		}
		if more, ok := d.next('}'); !more {
			return ok
		}
	}
}

// ignored reads a colon and a value that has no place.
func (d *decoder) ignored() bool { return d.punctuation(':', `":"`) && d.skip() }

// keyed reads a colon and the value of a key that began at start.
func (d *decoder) keyed(t *Type, v reflect.Value, key []byte, start, base int) bool {
	i, known := t.byName[string(key)]
	if known {
		d.pushKey(t.Fields[i].Name)
	} else {
		d.pushKey(string(key))
	}
	defer d.pop()
	switch {
	case !known:
		return d.report(start, UnknownField, "%s, expected %s", quote(key), t.expectedKey(key)) && d.ignored()
	case d.seen[base+i]:
		return d.report(start, DuplicateKey, "%s, expected it once", quote(key)) && d.ignored()
	}
	d.seen[base+i] = true
	f := &t.Fields[i]
	return d.punctuation(':', `":"`) && d.member(f, v.FieldByIndex(f.Index))
}

// member reads the value of a known key.
func (d *decoder) member(f *Field, v reflect.Value) bool {
	d.space()
	start, before := d.pos, len(d.found)
	if !d.value(f.Type, v) {
		return false
	}
	if len(d.found) > before {
		return true
	}
	return f.check == nil || f.absent(v) || d.judge(f.check(deref(v)), start)
}

// expectedKey names the key that is meant, or else all there are.
func (t *Type) expectedKey(key []byte) string {
	for _, f := range t.Fields {
		if strings.EqualFold(f.Name, string(key)) {
			return quote(f.Name)
		}
	}
	names := make([]string, len(t.Fields))
	for i, f := range t.Fields {
		names[i] = quote(f.Name)
	}
	return "one of " + strings.Join(names, ", ")
}

// expected says in words what t takes.
func (t *Type) expected() string {
	if t.Form == Pointer {
		return t.Elem.expected()
	}
	if t.Form == Integer {
		return "a whole number"
	}
	return t.Form.token().String()
}

func (f Form) token() token {
	switch f {
	case Object:
		return object
	case Array:
		return array
	case Integer:
		return number
	case Boolean:
		return boolean
	}
	return text
}

// deref follows pointers.
func deref(v reflect.Value) reflect.Value {
	for v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	return v
}
