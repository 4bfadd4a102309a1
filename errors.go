package dispute

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dispute-go/dispute/internal/ids"
)

// The kinds of problem that decoding, encoding and compiling a record report.
// Every [FieldError] wraps exactly one of them, so that errors.Is tells whether
// a [RecordError] holds at least one problem of that kind.
var (
	// ErrSyntax: the text is not JSON as RFC 8259 defines it, or not UTF-8;
	// raw control characters, lone surrogates and trailing data belong here.
	// Nothing after it is looked at, unless the fault lies in the encoding of
	// one string whose end is plain.
	ErrSyntax = errors.New("malformed JSON")

	// ErrDuplicateKey: an object has one key twice. The first value is kept.
	ErrDuplicateKey = errors.New("duplicate key")

	// ErrUnknownField: an object has a key that its type does not have, or has
	// only in another case.
	ErrUnknownField = errors.New("unknown field")

	// ErrType: a JSON value of another type than expected; null is always one.
	ErrType = errors.New("wrong type")

	// ErrValue: a value of the right type that is not one of those allowed: a
	// word outside a closed vocabulary, a malformed ID or date, an unknown
	// format version.
	ErrValue = errors.New("invalid value")

	// ErrMissing: a value that must be there is not.
	ErrMissing = errors.New("missing value")

	// ErrLimit: one of the [Limits] is exceeded, the number of reported
	// problems included.
	ErrLimit = errors.New("over the limit")

	// ErrDuplicateID: two items of one type have one ID.
	ErrDuplicateID = errors.New("duplicate ID")

	// ErrDanglingReference: an ID that no item of the type referred to has.
	ErrDanglingReference = errors.New("dangling reference")
)

// sentinels are all of them.
var sentinels = []error{ErrSyntax, ErrDuplicateKey, ErrUnknownField, ErrType, ErrValue, ErrMissing, ErrLimit, ErrDuplicateID, ErrDanglingReference}

// errNowhere is the error of reading into a nil pointer.
var errNowhere = fmt.Errorf("%w: a nil pointer, expected somewhere to put what is read", ErrMissing)

// FieldError is one problem at one place of a record. One that is read from JSON
// has the same message, and wraps the sentinel that the message begins with.
type FieldError struct {
	// Path is the JSON Pointer (RFC 6901) of the offending value, such as
	// "/events/3/when"; slice indexes count from 0. The empty path is the
	// record itself. For a missing value it is where the value should be.
	Path string `json:"path"`

	// Offset is the position of the value in the text that was decoded, in
	// bytes from 0; Line and Column are the same position counted from 1, the
	// column in bytes. For a missing value it is the object that lacks it. All
	// three are zero when the problem was found in a Go value.
	Offset int64 `json:"offset,omitzero"`
	Line   int   `json:"line,omitzero"`
	Column int   `json:"column,omitzero"`

	// Err says what is wrong; it wraps one of the sentinels of this package. In
	// JSON its message stands under "message".
	Err error `json:"-"`
}

// Error returns the position when there is one, the path, and what is wrong,
// on one line.
func (e *FieldError) Error() string {
	if e == nil {
		return "no problem"
	}
	var b strings.Builder
	if e.Line > 0 {
		fmt.Fprintf(&b, "line %d column %d: ", e.Line, e.Column)
	}
	if e.Path == "" {
		b.WriteString("record")
	} else {
		b.WriteString(printablePointer(e.Path))
	}
	b.WriteString(": ")
	b.WriteString(e.message())
	return b.String()
}

// message is what is wrong, without where.
func (e *FieldError) message() string {
	if e.Err == nil {
		return unknownProblem
	}
	return e.Err.Error()
}

// Unwrap returns Err.
func (e *FieldError) Unwrap() error {
	if e == nil {
		return nil
	}
	return e.Err
}

// fieldErrorJSON is a problem as its JSON has it.
type fieldErrorJSON struct {
	fieldErrorFields
	Message string `json:"message"`
}

// fieldErrorFields are a FieldError without methods.
type fieldErrorFields FieldError

// MarshalJSON returns the fields, and the message of Err under "message".
func (e FieldError) MarshalJSON() ([]byte, error) {
	return json.Marshal(fieldErrorJSON{fieldErrorFields(e), e.message()})
}

// UnmarshalJSON reads a problem that MarshalJSON wrote. A null, or an error,
// changes nothing.
func (e *FieldError) UnmarshalJSON(data []byte) error {
	if e == nil {
		return errNowhere
	}
	if string(data) == "null" {
		return nil
	}
	var x fieldErrorJSON
	if err := json.Unmarshal(data, &x); err != nil {
		return err
	}
	*e = FieldError(x.fieldErrorFields)
	if x.Message != "" && x.Message != unknownProblem {
		e.Err = readError(x.Message)
	}
	return nil
}

// unknownProblem is the message of a problem that does not say what is wrong.
const unknownProblem = "unknown problem"

// A readError is an error of which only the message was read.
type readError string

func (e readError) Error() string { return string(e) }

// Unwrap returns the sentinel that the message begins with, or nil.
func (e readError) Unwrap() error {
	for _, s := range sentinels {
		if strings.HasPrefix(string(e), s.Error()) {
			return s
		}
	}
	return nil
}

// RecordError lists everything found wrong with a record or with its text, up
// to [Limits].Problems. It is what [Decode], [Encode] and [Compile] return,
// always as a pointer.
type RecordError struct {
	// Problems holds at least one problem: in the order of the text for
	// decoding, else ordered by path, indexes by number. When problems were
	// left out, one last problem with an empty path and ErrLimit says so.
	Problems []*FieldError `json:"problems,omitempty"`
}

// Error returns one line per problem.
func (e *RecordError) Error() string {
	if e == nil || len(e.Problems) == 0 {
		return "no problem"
	}
	lines := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns the problems, each a *[FieldError], in their order.
func (e *RecordError) Unwrap() []error {
	if e == nil {
		return nil
	}
	errs := make([]error, len(e.Problems))
	for i, p := range e.Problems {
		errs[i] = p
	}
	return errs
}

// problems collects what is wrong with a record.
type problems struct {
	limit   int
	found   []*FieldError
	omitted bool
}

// newProblems returns a collector of up to limit problems; a limit of zero or
// less stands for the default.
func newProblems(limit int) *problems {
	if limit <= 0 {
		limit = defaultProblems
	}
	return &problems{limit: limit}
}

// full reports whether the next problem would be left out.
func (p *problems) full() bool { return len(p.found) >= p.limit }

// add records that err, which wraps a sentinel, holds at path.
func (p *problems) add(path string, err error) {
	p.addField(&FieldError{Path: path, Err: err})
}

func (p *problems) addField(e *FieldError) {
	if p.full() {
		p.omitted = true
		return
	}
	p.found = append(p.found, e)
}

// err returns nil if nothing was added, else a *RecordError.
func (p *problems) err() error {
	if len(p.found) == 0 {
		return nil
	}
	list := slices.Clone(p.found)
	slices.SortStableFunc(list, func(a, b *FieldError) int {
		return cmp.Or(cmp.Compare(a.Offset, b.Offset), comparePointers(a.Path, b.Path))
	})
	if p.omitted {
		list = append(list, &FieldError{Err: fmt.Errorf("%w: more than %d problems, the rest left out", ErrLimit, p.limit)})
	}
	return &RecordError{Problems: list}
}

// pointer builds a JSON Pointer from keys (strings) and indexes (ints).
func pointer(tokens ...any) string {
	var b strings.Builder
	for _, t := range tokens {
		b.WriteByte('/')
		switch t := t.(type) {
		case int:
			b.WriteString(strconv.Itoa(t))
		case string:
			b.WriteString(pointerEscaper.Replace(t))
		}
	}
	return b.String()
}

var pointerEscaper = strings.NewReplacer("~", "~0", "/", "~1")

// comparePointers orders pointers token by token, a parent before what it
// holds, tokens that are both numbers by number, others as text.
func comparePointers(a, b string) int {
	for a != "" && b != "" {
		var s, t string
		s, a = firstToken(a)
		t, b = firstToken(b)
		if c := compareTokens(s, t); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(a), len(b))
}

func firstToken(p string) (token, rest string) {
	p = p[1:]
	if i := strings.IndexByte(p, '/'); i >= 0 {
		return p[:i], p[i:]
	}
	return p, ""
}

func compareTokens(s, t string) int {
	if isIndex(s) && isIndex(t) {
		return cmp.Or(cmp.Compare(len(s), len(t)), strings.Compare(s, t))
	}
	return strings.Compare(s, t)
}

// isIndex reports whether s is an array index of RFC 6901.
func isIndex(s string) bool {
	if s == "" || len(s) > 1 && s[0] == '0' {
		return false
	}
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// printablePointer keeps a pointer on one line: it is quoted when one of its
// keys, which may come from hostile text, holds what would not print.
func printablePointer(p string) string {
	for _, r := range p {
		if !strconv.IsPrint(r) {
			return strconv.Quote(p)
		}
	}
	return p
}

// The defaults of [Limits].
const (
	defaultBytes            = 16 << 20
	defaultNesting          = 32
	defaultItems            = 100_000
	defaultStringBytes      = 64 << 10
	defaultIDBytes          = ids.Bytes
	defaultReferences       = 256
	defaultAttributionDepth = 256
	defaultHierarchyDepth   = 32
	defaultFigure           = 1_000_000_000_000
	defaultProblems         = 100
)

// Limits bounds what is read, written and compiled, so that hostile input costs
// no more than its size. A field that is zero or negative stands for its
// default: the zero Limits is the documented one. Every bound is inclusive.
//
// All of them bind decoding and encoding. Compiling, whose input may come from
// a program rather than from text, heeds Items, IDBytes and Problems.
type Limits struct {
	// Bytes is the length of the text, by default 16 MiB (16,777,216).
	Bytes int64
	// Nesting is how deep arrays and objects may lie in each other, the record
	// itself being 1; by default 32.
	Nesting int
	// Items is the number of actors, and likewise of sources, of events, of
	// claims and of attributions; by default 100,000 of each.
	Items int
	// StringBytes is the length of one string in bytes of UTF-8, by default
	// 64 KiB (65,536).
	StringBytes int
	// IDBytes is the length of one ID in bytes, by default 128.
	IDBytes int
	// References is the length of each list inside one item, and how many IDs
	// one item may refer to in all its lists and fields; by default 256.
	References int
	// AttributionDepth is how many attributions may be nested in one chain
	// (who said that who said that …), by default 256. The members of a circle
	// count as one.
	AttributionDepth int
	// HierarchyDepth is how many actors may lie in one chain of part-of,
	// speaks-for and holds-office, by default 32. The members of a circle count
	// as one.
	HierarchyDepth int
	// Figure is the greatest figure a claim may state, by default 10¹²;
	// the least is 0.
	Figure int64
	// Problems is how many problems are reported before the rest is left out,
	// by default 100.
	Problems int
}

// withDefaults returns l with every unset field at its default.
func (l Limits) withDefaults() Limits {
	orDefault(&l.Bytes, defaultBytes)
	orDefault(&l.Nesting, defaultNesting)
	orDefault(&l.Items, defaultItems)
	orDefault(&l.StringBytes, defaultStringBytes)
	orDefault(&l.IDBytes, defaultIDBytes)
	orDefault(&l.References, defaultReferences)
	orDefault(&l.AttributionDepth, defaultAttributionDepth)
	orDefault(&l.HierarchyDepth, defaultHierarchyDepth)
	orDefault(&l.Figure, defaultFigure)
	orDefault(&l.Problems, defaultProblems)
	return l
}

func orDefault[T int | int64](field *T, value T) {
	if *field <= 0 {
		*field = value
	}
}
