package statements

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// An object is a JSON object that is read key by key. Whatever is wrong with it
// is collected in the order in which it is found; keys that nobody asked for
// are reported at the end by [reader.finish].
type object struct {
	path   string
	keys   []string // in the order of the text
	values map[string]any
	asked  []string
	below  []*object
}

// A reader reads one line and collects its problems.
type reader struct {
	problems []*dispute.FieldError
}

func (r *reader) fail(path string, kind error, format string, args ...any) {
	r.problems = append(r.problems, &dispute.FieldError{Path: path, Err: fmt.Errorf("%w: %s", kind, fmt.Sprintf(format, args...))})
}

// maxDepth is how deep objects and arrays may lie in each other.
const maxDepth = 32

// parse reads the line's object, or returns nil.
func (r *reader) parse(line []byte) *object {
	if len(line) > MaxLine {
		r.fail("", dispute.ErrLimit, "a line of more than %d bytes", MaxLine)
		return nil
	}
	if !utf8.Valid(line) {
		r.fail("", dispute.ErrSyntax, "bytes that are not UTF-8")
		return nil
	}
	var whole json.RawMessage
	if err := json.Unmarshal(line, &whole); err != nil {
		r.fail("", dispute.ErrSyntax, "%v, expected one JSON object", err)
		return nil
	}
	d := json.NewDecoder(bytes.NewReader(line))
	d.UseNumber()
	value := r.value(d, "", 1)
	if len(r.problems) > 0 {
		return nil
	}
	o, ok := value.(*object)
	if !ok {
		r.fail("", dispute.ErrType, "%s, expected an object", kindOf(value))
		return nil
	}
	return o
}

// value reads the next value of a text that is known to be JSON. Objects become
// *object, arrays []any.
func (r *reader) value(d *json.Decoder, path string, depth int) any {
	token, err := d.Token()
	if err != nil {
		r.fail(path, dispute.ErrSyntax, "%v", err)
		return nil
	}
	switch token {
	case json.Delim('{'), json.Delim('['):
		if depth > maxDepth {
			r.fail(path, dispute.ErrLimit, "nested more than %d deep", maxDepth)
			return nil
		}
	}
	switch token {
	case json.Delim('{'):
		o := &object{path: path, values: map[string]any{}}
		for d.More() && len(r.problems) == 0 {
			key, _ := d.Token()
			name, _ := key.(string)
			at := path + "/" + escape(name)
			if _, again := o.values[name]; again {
				r.fail(at, dispute.ErrDuplicateKey, "%q, expected every key once", name)
				return nil
			}
			o.keys = append(o.keys, name)
			o.values[name] = r.value(d, at, depth+1)
		}
		d.Token()
		return o
	case json.Delim('['):
		list := []any{}
		for d.More() && len(r.problems) == 0 {
			list = append(list, r.value(d, path+"/"+strconv.Itoa(len(list)), depth+1))
		}
		d.Token()
		return list
	}
	return token
}

// escape writes a key as a token of a JSON Pointer.
func escape(key string) string {
	return strings.NewReplacer("~", "~0", "/", "~1").Replace(key)
}

func kindOf(value any) string {
	switch value.(type) {
	case nil:
		return "null"
	case bool:
		return "true or false"
	case json.Number:
		return "a number"
	case string:
		return "a string"
	case []any:
		return "an array"
	}
	return "an object"
}

// get returns the value of a key, and false where there is none.
func (o *object) get(key string) (any, bool) {
	o.asked = append(o.asked, key)
	value, ok := o.values[key]
	return value, ok
}

func (o *object) at(key string) string { return o.path + "/" + escape(key) }

// text returns a string, empty where there is none.
func (r *reader) text(o *object, key string) string {
	value, ok := o.get(key)
	if !ok {
		return ""
	}
	s, isText := value.(string)
	switch {
	case !isText:
		r.fail(o.at(key), dispute.ErrType, "%s, expected a string", kindOf(value))
	case strings.TrimSpace(s) == "":
		r.fail(o.at(key), dispute.ErrValue, "%q, expected a text that is not empty", s)
	case strings.ContainsRune(s, utf8.RuneError):
		r.fail(o.at(key), dispute.ErrValue, "%q, expected a text without the replacement character U+FFFD", s)
	default:
		return s
	}
	return ""
}

// words returns a string in which a person can read something, empty where
// there is none.
func (r *reader) words(o *object, key string) string {
	s := r.text(o, key)
	if s != "" && !strings.ContainsFunc(s, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsNumber(c) }) {
		r.fail(o.at(key), dispute.ErrValue, "%q, expected a text with a letter or a digit", s)
		return ""
	}
	return s
}

// required reports a key that is missing.
func (r *reader) required(o *object, key, what string) {
	if _, ok := o.values[key]; !ok {
		r.fail(o.at(key), dispute.ErrMissing, "expected %s", what)
	}
}

// word reads a string into a value that knows its own text form.
func (r *reader) word(o *object, key string, into interface{ UnmarshalText([]byte) error }) {
	s := r.text(o, key)
	if s == "" {
		return
	}
	if err := into.UnmarshalText([]byte(s)); err != nil {
		r.fail(o.at(key), dispute.ErrValue, "%v", err)
	}
}

// date reads a date whose year is told.
func (r *reader) date(o *object, key string, into *edtf.Date) {
	r.word(o, key, into)
	if !tellsYear(*into) {
		r.fail(o.at(key), dispute.ErrValue, "%q, expected a date whose year is told, if only in its first digits, such as \"202X\"", *into)
	}
}

// tellsYear reports whether no date that is written in d leaves every digit of
// its year open.
func tellsYear(d edtf.Date) bool {
	const allDigits = 1<<4 - 1
	if f, ok := d.Fields(); ok {
		return f.UnspecifiedYear != allDigits
	}
	for m := range d.Members() {
		if !tellsYear(m.First) || !tellsYear(m.Last) {
			return false
		}
	}
	start, end, ok := d.Ends()
	return !ok || tellsYear(start.Date) && tellsYear(end.Date)
}

// object returns an object, nil where there is none.
func (r *reader) object(o *object, key string) *object {
	value, ok := o.get(key)
	if !ok {
		return nil
	}
	return r.below(o, value, o.at(key))
}

// objects returns the objects of an array.
func (r *reader) objects(o *object, key string) []*object {
	value, ok := o.get(key)
	if !ok {
		return nil
	}
	list, isList := value.([]any)
	if !isList {
		r.fail(o.at(key), dispute.ErrType, "%s, expected an array", kindOf(value))
	}
	var objects []*object
	for i, element := range list {
		if x := r.below(o, element, o.at(key)+"/"+strconv.Itoa(i)); x != nil {
			objects = append(objects, x)
		}
	}
	return objects
}

func (r *reader) below(o *object, value any, path string) *object {
	x, ok := value.(*object)
	if !ok {
		r.fail(path, dispute.ErrType, "%s, expected an object", kindOf(value))
		return nil
	}
	o.below = append(o.below, x)
	return x
}

// finish reports the keys that nobody asked for.
func (r *reader) finish(o *object) {
	for _, key := range o.keys {
		if !slices.Contains(o.asked, key) {
			r.fail(o.at(key), dispute.ErrUnknownField, "%q, expected one of %q", key, o.asked)
		}
	}
	for _, x := range o.below {
		r.finish(x)
	}
}
