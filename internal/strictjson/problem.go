package strictjson

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Kind is what is wrong at one place.
type Kind uint8

// The kinds of problem; the zero Kind is none of them.
const (
	_ Kind = iota
	// Syntax: not JSON, or not UTF-8. Scanning stops there, except after a
	// string whose only fault is its encoding.
	Syntax
	// DuplicateKey: a key that its object already has; the first is kept.
	DuplicateKey
	// UnknownField: a key that the Go type does not have.
	UnknownField
	// WrongType: another JSON type than expected; null is always one.
	WrongType
	// BadValue: the right JSON type, but not an allowed value.
	BadValue
	// Missing: a required key that its object does not have, or an empty
	// string under one.
	Missing
	// OverLimit: one of the Options is exceeded.
	OverLimit
)

// Problem is one thing wrong at one place.
type Problem struct {
	// Path is the JSON Pointer (RFC 6901) of the value.
	Path string
	// Place is where the value or key begins, for a missing key its object,
	// and for malformed text the offending byte. It is zero for a problem in
	// a Go value.
	Place
	Kind Kind
	// Text says what was found and what was expected.
	Text string
	// Err is the error of UnmarshalText, MarshalText or of a check, if the
	// problem comes from one; Text is its text then, cut after 500 bytes.
	Err error
}

// step is one token of a JSON Pointer: a key, or an index if key is empty and
// index is not negative.
type step struct {
	key   string
	index int
}

// collector keeps the path to the value at hand and the problems found so far.
type collector struct {
	path  []step
	found []Problem
	limit int
	more  bool
}

func (c *collector) pushKey(key string)  { c.path = append(c.path, step{key, -1}) }
func (c *collector) pushIndex(index int) { c.path = append(c.path, step{index: index}) }
func (c *collector) pop()                { c.path = c.path[:len(c.path)-1] }

// report keeps a problem and tells whether to go on.
func (c *collector) report(offset int, kind Kind, format string, args ...any) bool {
	if len(c.found) >= c.limit {
		c.more = true
		return false
	}
	c.found = append(c.found, Problem{Path: c.pointer(), Place: Place{Offset: offset}, Kind: kind, Text: fmt.Sprintf(format, args...)})
	return true
}

// reportError is report for the error of a text method or check.
func (c *collector) reportError(offset int, kind Kind, err error) bool {
	text := err.Error()
	if len(text) > longest {
		text = strings.ToValidUTF8(text[:longest], "") + "…"
	}
	if !c.report(offset, kind, "%s", text) {
		return false
	}
	c.found[len(c.found)-1].Err = err
	return true
}

var pointerEscaper = strings.NewReplacer("~", "~0", "/", "~1")

func (c *collector) pointer() string {
	var b strings.Builder
	for _, s := range c.path {
		b.WriteByte('/')
		if s.index >= 0 {
			b.WriteString(strconv.Itoa(s.index))
		} else {
			b.WriteString(pointerEscaper.Replace(s.key))
		}
	}
	return b.String()
}

// sorted returns the problems by offset, each with its line and column.
func (c *collector) sorted(text []byte) []Problem {
	slices.SortStableFunc(c.found, func(a, b Problem) int { return cmp.Compare(a.Offset, b.Offset) })
	places := make([]Place, len(c.found))
	for i, p := range c.found {
		places[i].Offset = p.Offset
	}
	mark(text, places)
	for i := range c.found {
		c.found[i].Place = places[i]
	}
	return c.found
}

const (
	shown   = 40  // runes of an offending value
	longest = 500 // bytes of an error text that is not ours
)

// quote shows the beginning of offending text with %q.
func quote[T string | []byte](text T) string {
	end, runes := 0, 0
	for end < len(text) && runes < shown {
		_, size := utf8.DecodeRuneInString(string(text[end:min(end+utf8.UTFMax, len(text))]))
		end += size
		runes++
	}
	if end < len(text) {
		return strconv.Quote(string(text[:end]) + "…")
	}
	return strconv.Quote(string(text))
}
