package dispute

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/dispute-go/dispute/internal/chain"
	"github.com/dispute-go/dispute/internal/strictjson"
	"github.com/dispute-go/dispute/internal/ticks"
)

// Decode reads the JSON text of one record, as [Schema] describes it, within
// the default [Limits].
//
// It reads strictly: duplicate keys, keys in another case, unknown keys, null,
// empty strings, numbers that are not whole, words outside a closed vocabulary,
// malformed IDs and dates, missing keys, invalid UTF-8, lone surrogates,
// control characters other than tab, line feed and carriage return, data after
// the record and whatever exceeds the limits are errors. All of them are
// reported, as a [*RecordError] in the order of the text, up to
// [Limits].Problems; but nothing is looked at after malformed JSON, a text of
// another format version is reported as that alone, and how long chains are and
// how much an item refers to is measured once all else is right. An error of r
// is returned as it is, wrapped.
//
// Whether IDs are unique and references lead somewhere is for [Compile] to
// say. With an error, the record is the zero Record. An empty list, a zero
// number and false say no more than an absent key does.
//
// Time and memory are linear in the length of the text.
func Decode(r io.Reader) (Record, error) { return DecodeWith(r, Limits{}) }

// DecodeWith is [Decode] with limits other than the defaults.
func DecodeWith(r io.Reader, l Limits) (Record, error) {
	l = l.withDefaults()
	if r == nil {
		return Record{}, fmt.Errorf("%w: a nil reader, expected one to read the record from", ErrMissing)
	}
	text, err := io.ReadAll(io.LimitReader(r, l.Bytes+1))
	if err != nil {
		return Record{}, fmt.Errorf("read record: %w", err)
	}
	return decode(text, l)
}

// UnmarshalJSON is [Decode] for encoding/json, which has then already seen
// that data is JSON.
func (r *Record) UnmarshalJSON(data []byte) error {
	if r == nil {
		return errNowhere
	}
	out, err := decode(data, Limits{}.withDefaults())
	if err == nil {
		*r = out
	}
	return err
}

func decode(text []byte, l Limits) (Record, error) {
	found := newProblems(l.Problems)
	if int64(len(text)) > l.Bytes {
		found.add("", fmt.Errorf("%w: a text of more than %d bytes", ErrLimit, l.Bytes))
		return Record{}, found.err()
	}
	var doc document
	problems, more := documentType(l).Decode(text, &doc, scanLimits(l))
	if i := slices.IndexFunc(problems, otherVersion); i >= 0 {
		problems, more = problems[i:i+1], false
	}
	found.scanned(problems, more)
	for _, p := range found.found {
		if p.Path == "/format" && errors.Is(p, ErrMissing) {
			p.Err = fmt.Errorf("%w: expected \"format\": %q", ErrMissing, Format)
		}
	}
	if len(found.found) == 0 {
		measure(&doc.Record, l, found)
		found.locate(text)
	}
	if err := found.err(); err != nil {
		return Record{}, err
	}
	return doc.Record, nil
}

// Encode writes the canonical JSON text of a record: the one that
// [Record.Canonical] stands for, with keys in the order of the Go fields, two
// spaces of indentation, no HTML escaping and a final line feed. The same
// record always gives the same bytes, in every version of Go; decoding them
// gives r.Canonical(), and encoding that gives them again.
//
// What [Decode] could not read back is refused, within the default [Limits]:
// every problem is reported, as for Decode, as a [*RecordError] whose paths are
// those of the Go value, and nothing is written. Indentation counts towards
// [Limits].Bytes. An error of w is returned as it is, wrapped.
func Encode(w io.Writer, r Record) error { return EncodeWith(w, r, Limits{}) }

// EncodeWith is [Encode] with limits other than the defaults.
func EncodeWith(w io.Writer, r Record, l Limits) error {
	text, err := encode(r, l.withDefaults())
	if err != nil {
		return err
	}
	if w == nil {
		return fmt.Errorf("%w: a nil writer, expected one to write the record to", ErrMissing)
	}
	if _, err := w.Write(text); err != nil {
		return fmt.Errorf("write record: %w", err)
	}
	return nil
}

// MarshalJSON is [Encode] for encoding/json, which lays the text out in its
// own way.
func (r Record) MarshalJSON() ([]byte, error) { return encode(r, Limits{}.withDefaults()) }

func encode(r Record, l Limits) ([]byte, error) {
	found := newProblems(l.Problems)
	typ := documentType(l)
	found.scanned(typ.Check(&document{Format, r}, scanLimits(l)))
	if len(found.found) == 0 {
		measure(&r, l, found)
	}
	if err := found.err(); err != nil {
		return nil, err
	}
	text, err := typ.Append(nil, &document{Format, r.Canonical()})
	if err != nil {
		return nil, err
	}
	text = append(text, '\n')
	if int64(len(text)) > l.Bytes {
		found.add("", fmt.Errorf("%w: a text of %d bytes, expected at most %d", ErrLimit, len(text), l.Bytes))
	}
	return text, found.err()
}

// document is the outermost object of the text.
type document struct {
	Format formatVersion `json:"format"`
	Record
}

type formatVersion string

// versionError is an unknown format version.
type versionError string

func (e versionError) Error() string {
	family, version, _ := strings.Cut(string(e), "/")
	ours, current, _ := strings.Cut(Format, "/")
	theirs, err := strconv.Atoi(version)
	if known, _ := strconv.Atoi(current); err == nil && family == ours && theirs > known {
		return fmt.Sprintf("%v: format version %s is newer than %q, the last that this version reads: upgrade to read it", ErrValue, shorten(string(e)), Format)
	}
	return fmt.Sprintf("%v: format version %s, expected %q", ErrValue, shorten(string(e)), Format)
}

func (e versionError) Unwrap() error { return ErrValue }

func otherVersion(p strictjson.Problem) bool {
	_, ok := errors.AsType[versionError](p.Err)
	return ok
}

// defaultType is the JSON form within the default limits, made once: reading many
// small texts would spend most of its time making it.
var defaultType = sync.OnceValue(func() *strictjson.Type { return newDocumentType(Limits{}.withDefaults()) })

// documentType is the JSON form of a document within limits.
func documentType(l Limits) *strictjson.Type {
	if l == (Limits{}).withDefaults() {
		return defaultType()
	}
	return newDocumentType(l)
}

func newDocumentType(l Limits) *strictjson.Type {
	id := func(v reflect.Value) error { return checkID(v.String(), l) }
	figure := func(v reflect.Value) error { return checkNumber(v.Int(), l.Figure) }
	return strictjson.MustTypeOf(reflect.TypeFor[document](), strictjson.Checks{
		Types: map[reflect.Type]strictjson.Check{
			reflect.TypeFor[ActorID]():       id,
			reflect.TypeFor[SourceID]():      id,
			reflect.TypeFor[EventID]():       id,
			reflect.TypeFor[ClaimID]():       id,
			reflect.TypeFor[AttributionID](): id,
			reflect.TypeFor[formatVersion](): func(v reflect.Value) error {
				if v.String() != Format {
					return versionError(v.String())
				}
				return nil
			},
		},
		Fields: map[strictjson.FieldOf]strictjson.Check{
			{Struct: reflect.TypeFor[Event](), Name: "Sequence"}: func(v reflect.Value) error { return checkNumber(v.Int(), ticks.MaxSequence) },
			{Struct: reflect.TypeFor[Figure](), Name: "Low"}:     figure,
			{Struct: reflect.TypeFor[Figure](), Name: "Best"}:    figure,
			{Struct: reflect.TypeFor[Figure](), Name: "High"}:    figure,
		},
	})
}

func scanLimits(l Limits) strictjson.Limits {
	return strictjson.Limits{Depth: l.Nesting, StringBytes: l.StringBytes, Items: l.Items, Elements: l.References, Problems: l.Problems}
}

// checkNumber says what is wrong with a number that is to be 0 to limit.
func checkNumber(n, limit int64) error {
	switch {
	case n < 0:
		return fmt.Errorf("%w: %d, expected 0 to %d", ErrValue, n, limit)
	case n > limit:
		return fmt.Errorf("%w: %d, expected 0 to %d", ErrLimit, n, limit)
	}
	return nil
}

// shorten quotes the beginning of s.
func shorten(s string) string {
	const most = 60
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "") + "…"
	}
	return strconv.Quote(s)
}

// sentinelOf is the error for each kind of problem of the text.
var sentinelOf = [...]error{
	strictjson.Syntax:       ErrSyntax,
	strictjson.DuplicateKey: ErrDuplicateKey,
	strictjson.UnknownField: ErrUnknownField,
	strictjson.WrongType:    ErrType,
	strictjson.BadValue:     ErrValue,
	strictjson.Missing:      ErrMissing,
	strictjson.OverLimit:    ErrLimit,
}

// textError is one problem of a text: its kind, what it says, and the error it
// comes from if there is one, such as that of a date.
type textError struct {
	kind  error
	text  string
	cause error
}

func (e *textError) Error() string { return e.kind.Error() + ": " + e.text }

func (e *textError) Unwrap() []error {
	if e.cause == nil {
		return []error{e.kind}
	}
	return []error{e.kind, e.cause}
}

// scanned adds what scanning found.
func (p *problems) scanned(found []strictjson.Problem, more bool) {
	for _, f := range found {
		err := f.Err
		if !errors.Is(err, ErrValue) && !errors.Is(err, ErrLimit) {
			err = &textError{sentinelOf[f.Kind], f.Text, f.Err}
		}
		p.addField(&FieldError{Path: f.Path, Offset: int64(f.Offset), Line: f.Line, Column: f.Column, Err: err})
	}
	p.omitted = p.omitted || more
}

// Locate returns the error with the place of each problem in the text from which the
// record was decoded: where [Compile], which sees no text, found it. For a value
// that is not there it is that of the innermost object or list on the way to it.
// Problems with a place keep it, and a text that is not JSON gives none. The cost is
// that of reading the text once.
func (e *RecordError) Locate(text []byte) *RecordError {
	if e == nil || !json.Valid(text) {
		return e
	}
	found := newProblems(len(e.Problems))
	placed := &RecordError{}
	for _, p := range e.Problems {
		if p != nil {
			clone := *p
			p = &clone
		}
		if placed.Problems = append(placed.Problems, p); p != nil && p.Line == 0 {
			found.found = append(found.found, p)
		}
	}
	found.locate(text)
	return placed
}

// locate gives the problems, which were found in a value, their place in its text.
func (p *problems) locate(text []byte) {
	if len(p.found) == 0 {
		return
	}
	paths := make([]string, len(p.found))
	for i, f := range p.found {
		paths[i] = f.Path
	}
	for i, at := range strictjson.Locate(text, paths) {
		f := p.found[i]
		f.Offset, f.Line, f.Column = int64(at.Offset), at.Line, at.Column
	}
}

//go:generate go test -run ^TestSchemaIsCurrent$ -update-schema .

//go:embed schema.json
var schema string

// Schema returns the JSON Schema (draft 2020-12) of a record's text, the file
// schema.json of this module, as a copy of its own: for editors, and for programs
// in other languages that check a text before it gets here.
//
// Every text that [Encode] writes is valid against it, and every text that is
// not valid is refused by [Decode]. The converse does not hold, for a schema
// cannot say everything: Decode also refuses duplicate keys, faults of encoding,
// whole numbers written with a fraction or an exponent, strings and texts that
// are too long in bytes, dates that do not exist or are not EDTF, an item with
// too many references, and chains that are too long.
func Schema() []byte { return []byte(schema) }

//go:generate go test -run ^TestAnswersSchemaIsCurrent$ -update-answers-schema .

//go:embed answers.schema.json
var answersSchema string

// AnswersSchema returns the JSON Schema (draft 2020-12) of what a view answers, the file
// answers.schema.json of this module, as a copy of its own: each answer, such as a
// [Status], is under "$defs" by its name with a small first letter, key by key. A
// [Relation] is written as its [History].
func AnswersSchema() []byte { return []byte(answersSchema) }

// measure reports the items that refer to too much, and the first item of each
// chain of attributions or of hierarchy that is too long. The members of a
// cycle count as one.
func measure(r *Record, l Limits, found *problems) {
	r.items(func(at int, it item) {
		n := 0
		it.references(func(_ place, to Ref) {
			if to.ID != "" {
				n++
			}
		})
		if n > l.References {
			found.add(pointer(listNames[it.entry().ref.Kind], at),
				fmt.Errorf("%w: %d references, expected at most %d", ErrLimit, n, l.References))
		}
	})
	actors := numbered(len(r.Actors), func(i int) ActorID { return r.Actors[i].ID })
	tooLong(len(r.Actors), l.HierarchyDepth, "/actors", "actors in one chain of part-of, speaks-for and holds-office",
		func(i int, arrow func(int32, bool)) {
			for _, a := range r.Actors[i].Affiliations {
				if n, ok := actors[a.To]; a.Kind.leadsUp() {
					arrow(n, ok)
				}
			}
		}, found)
	attributions := numbered(len(r.Attributions), func(i int) AttributionID { return r.Attributions[i].ID })
	tooLong(len(r.Attributions), l.AttributionDepth, "/attributions", "attributions in one chain",
		func(i int, arrow func(int32, bool)) {
			a := &r.Attributions[i]
			n, ok := attributions[a.Attribution]
			arrow(n, ok)
			for _, id := range a.Relays {
				n, ok := attributions[id]
				arrow(n, ok)
			}
		}, found)
}

// numbered maps IDs to indexes, the last one where an ID is repeated.
func numbered[T comparable](n int, id func(int) T) map[T]int32 {
	index := make(map[T]int32, n)
	for i := range n {
		index[id(i)] = int32(i)
	}
	return index
}

// tooLong reports the items whose longest chain is the first to exceed limit;
// arrows calls arrow for everything an item points at, if it is on file.
func tooLong(n, limit int, list, what string, arrows func(i int, arrow func(int32, bool)), found *problems) {
	next := make([][]int32, n)
	for i := range n {
		arrows(i, func(to int32, ok bool) {
			if ok {
				next[i] = append(next[i], to)
			}
		})
	}
	for i, length := range chain.Lengths(next) {
		if int(length) == limit+1 {
			found.add(list+pointer(i), fmt.Errorf("%w: %d %s, expected at most %d", ErrLimit, length, what, limit))
		}
	}
}
