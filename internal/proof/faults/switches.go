package main

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
)

// To build a program for each fault would take most of the time. So the body of a
// function gets a copy of itself for each of its faults, before it, and the
// environment says at run time which one is gone through.

// faultVariable is the environment variable that says which fault is on, by line.
const faultVariable = "DISPUTE_FAULT"

// switchFile reads it, in each package with faults.
const switchFile = `package %s

import (
	"os"
	"strconv"
)

var faultOn, _ = strconv.Atoi(os.Getenv(%q))
`

var (
	errGone  = errors.New("the old text is gone")
	errTwice = errors.New("the old text stands there more than once")
	errWide  = errors.New("the fault does not lie within the body of one function")
)

// A source is the text of each file of a package that is no test, by path.
type source map[string][]byte

// An insertion is a copy of the body of a function, with a fault, and where in which
// file it goes.
type insertion struct {
	path string
	at   int
	text string
}

// insert puts a fault down as an insertion.
func (s source) insert(f fault) (insertion, error) {
	path, err := s.find(f.old)
	if err != nil {
		return insertion{}, err
	}
	text := s[path]
	head := common(f.old, f.new)
	tail := common(reverse(f.old[head:]), reverse(f.new[head:]))
	from := bytes.Index(text, []byte(f.old)) + head
	to := from + len(f.old) - head - tail
	file, err := parser.ParseFile(token.NewFileSet(), path, text, parser.SkipObjectResolution)
	if err != nil {
		return insertion{}, err
	}
	offset := func(p token.Pos) int { return int(p - file.FileStart) }
	for _, d := range file.Decls {
		x, ok := d.(*ast.FuncDecl)
		if !ok || x.Body == nil || from <= offset(x.Body.Lbrace) || to > offset(x.Body.Rbrace) {
			continue
		}
		begin, end := offset(x.Body.Lbrace), offset(x.Body.End())
		body := string(text[begin:from]) + f.new[head:len(f.new)-tail] + string(text[to:end])
		call := fmt.Sprintf("func() %s(); return", body)
		if r := x.Type.Results; r != nil {
			call = fmt.Sprintf("return func() %s %s()", text[offset(r.Pos()):offset(r.End())], body)
		}
		// What the compiler says of the copy names the line of the table.
		return insertion{path, begin + 1, fmt.Sprintf("if faultOn == %d {/*line faults.tsv/%[1]d:1:1*/ %s };", f.line, call)}, nil
	}
	return insertion{}, errWide
}

// find returns the one file in which a text stands, once.
func (s source) find(old string) (path string, err error) {
	for name, text := range s {
		switch n := bytes.Count(text, []byte(old)); {
		case n > 1 || n == 1 && path != "":
			return "", errTwice
		case n == 1:
			path = name
		}
	}
	if path == "" {
		return "", errGone
	}
	return path, nil
}

// withFaults returns what is to be laid over the files of a package in a folder.
func (s source) withFaults(dir string, list []insertion) source {
	over := source{}
	slices.SortStableFunc(list, func(a, b insertion) int { return b.at - a.at }) // what is inserted moves nothing that is still to do
	for _, x := range list {
		if over[x.path] == nil {
			over[x.path] = s[x.path]
		}
		over[x.path] = slices.Concat(over[x.path][:x.at], []byte(x.text), over[x.path][x.at:])
	}
	for path, text := range over {
		file, err := parser.ParseFile(token.NewFileSet(), path, text, parser.PackageClauseOnly)
		if err == nil {
			over[filepath.Join(dir, "fault_switch.go")] = fmt.Appendf(nil, switchFile, file.Name.Name, faultVariable)
			break
		}
	}
	return over
}

// common returns how many bytes two texts begin with alike.
func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func reverse(s string) string {
	var b strings.Builder
	for i := len(s) - 1; i >= 0; i-- {
		b.WriteByte(s[i])
	}
	return b.String()
}
