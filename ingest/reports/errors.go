package reports

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/dispute-go/dispute"
)

// ErrSyntax says that the text is not CSV as RFC 4180 defines it, not UTF-8,
// or that a row has not as many cells as the first one. The other problems wrap
// [dispute.ErrValue], [dispute.ErrMissing], [dispute.ErrLimit] or
// [dispute.ErrDuplicateID].
var ErrSyntax = errors.New("malformed CSV")

// A CellError is one problem at one place of a table.
type CellError struct {
	// Line and Column are where the cell begins, counted from 1, the column in
	// bytes; the line is that of the text, not the number of the row. Both are
	// zero for a problem of the table as a whole or of the [Table] itself.
	Line, Column int
	// Name is the name of the column, empty where it is about no single one.
	Name string
	// Err says what is wrong.
	Err error
}

// Error returns where and what is wrong, on one line.
func (e *CellError) Error() string {
	if e == nil {
		return "no problem"
	}
	var b strings.Builder
	if e.Line > 0 {
		fmt.Fprintf(&b, "line %d column %d: ", e.Line, e.Column)
	}
	if e.Name != "" {
		b.WriteString(quote(e.Name) + ": ")
	}
	if e.Err == nil {
		b.WriteString("unknown problem")
	} else {
		b.WriteString(e.Err.Error())
	}
	return b.String()
}

// Unwrap returns Err.
func (e *CellError) Unwrap() error {
	if e == nil {
		return nil
	}
	return e.Err
}

// A TableError is everything found wrong with a table, up to the problems of
// [dispute.Limits]. [Read] returns it always as a pointer.
type TableError struct {
	// Problems holds at least one problem, by line and column. When problems
	// were left out, a last one with [dispute.ErrLimit] says so.
	Problems []*CellError
}

// Error returns one line per problem.
func (e *TableError) Error() string {
	if e == nil || len(e.Problems) == 0 {
		return "no problem"
	}
	lines := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns the problems, each a *[CellError], in their order.
func (e *TableError) Unwrap() []error {
	if e == nil {
		return nil
	}
	list := make([]error, len(e.Problems))
	for i, p := range e.Problems {
		list[i] = p
	}
	return list
}

// problems collects what is wrong with a table.
type problems struct {
	limit   int
	found   []*CellError
	omitted bool
}

func (p *problems) add(at position, name, format string, args ...any) {
	if len(p.found) >= p.limit {
		p.omitted = true
		return
	}
	p.found = append(p.found, &CellError{Line: at.line, Column: at.column, Name: name, Err: fmt.Errorf(format, args...)})
}

// err returns nil if nothing was added, else a *TableError.
func (p *problems) err() error {
	if len(p.found) == 0 {
		return nil
	}
	slices.SortStableFunc(p.found, func(a, b *CellError) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	if p.omitted {
		p.found = append(p.found, &CellError{Err: fmt.Errorf("%w: more than %d problems, the rest left out", dispute.ErrLimit, p.limit)})
	}
	return &TableError{p.found}
}

// quote quotes a cell, cut where it is long.
func quote(s string) string {
	const most = 80
	if len(s) <= most {
		return strconv.Quote(s)
	}
	cut := most
	for cut > most-utf8.UTFMax && !utf8.RuneStart(s[cut]) {
		cut--
	}
	return fmt.Sprintf("%s… (%d bytes)", strconv.Quote(s[:cut]), len(s))
}
