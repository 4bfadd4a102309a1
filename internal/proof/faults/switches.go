package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// To build a program for each fault would take most of the time. So each function in
// which there are faults is laid over the source once for each of them, beside
// itself, and the environment says at run time which one is called. What does not
// lie within one function is built apart.

// faultVariable is the environment variable that says which fault is on, by line.
const faultVariable = "DISPUTE_FAULT"

// A function is one declaration of a function or a method in the text of a file.
type function struct {
	key        string // its receiver and its name
	from, to   int    // without its comment
	name       int    // where its name begins
	node       *ast.FuncDecl
	calledOnce bool // by the language, under that name alone
}

// declarations returns the functions of a file, and the text of all else that it
// declares.
func declarations(text []byte) (functions []function, rest string, err error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, "", text, parser.SkipObjectResolution)
	if err != nil {
		return nil, "", err
	}
	at := func(p token.Pos) int { return set.Position(p).Offset }
	var b strings.Builder
	for _, d := range file.Decls {
		x, ok := d.(*ast.FuncDecl)
		if !ok {
			b.Write(text[at(d.Pos()):at(d.End())])
			b.WriteByte('\n')
			continue
		}
		f := function{key: x.Name.Name, from: at(x.Pos()), to: at(x.End()), name: at(x.Name.Pos()), node: x}
		if x.Recv != nil {
			t := x.Recv.List[0].Type
			f.key = string(text[at(t.Pos()):at(t.End())]) + "." + f.key
		} else {
			f.calledOnce = f.key == "init" || f.key == "main" || f.key == "_"
		}
		functions = append(functions, f)
	}
	return functions, b.String(), nil
}

// changed returns the one function that a fault changes in the text of a file, and
// its text with the fault and under another name; false where it changes more.
func changed(before, after []byte, name string) (key, text string, ok bool) {
	was, rest, err := declarations(before)
	if err != nil {
		return "", "", false
	}
	is, restIs, err := declarations(after)
	if err != nil || rest != restIs || len(was) != len(is) {
		return "", "", false
	}
	for i, f := range is {
		o := was[i]
		if bytes.Equal(before[o.from:o.to], after[f.from:f.to]) {
			continue
		}
		if ok || f.key != o.key || f.calledOnce {
			return "", "", false
		}
		key, ok = f.key, true
		text = string(after[f.from:f.name]) + name + string(after[f.name:f.to])
	}
	return key, text, ok
}

// switched returns what is to be laid over the files of a package so that each
// fault can be switched on, and the faults that cannot be.
func (t *tree) switched(dir string, list []fault) (over map[string][]byte, apart []fault, err error) {
	files, err := t.load(dir)
	if err != nil {
		return nil, nil, err
	}
	over = map[string][]byte{}
	copies := map[string]map[string][]int{} // by file and function: the lines of the faults
	tail := map[string]*bytes.Buffer{}
	for _, f := range list {
		path, text, err := t.apply(f)
		if err != nil {
			return nil, nil, fmt.Errorf("line %d: %w", f.line, err)
		}
		key, function, ok := changed(files[path], text, copyName(f.line))
		if !ok {
			apart = append(apart, f)
			continue
		}
		if copies[path] == nil {
			copies[path], tail[path] = map[string][]int{}, &bytes.Buffer{}
		}
		copies[path][key] = append(copies[path][key], f.line)
		fmt.Fprintf(tail[path], "\n//line fault%d.go:1\n%s\n", f.line, function)
	}
	for path, byFunction := range copies {
		text, dispatchers, err := renamed(files[path], byFunction)
		if err != nil {
			return nil, nil, err
		}
		over[path] = slices.Concat(text, []byte("\n"), tail[path].Bytes(), []byte("\n//line switches.go:1\n"), dispatchers)
	}
	if len(over) > 0 {
		name := packageName(slices.Collect(maps.Values(over))[0])
		over[filepath.Join(t.root, dir, "fault_switch.go")] = fmt.Appendf(nil, "package %s\n\nimport (\n\t\"os\"\n\t\"strconv\"\n)\n\nvar faultOn, _ = strconv.Atoi(os.Getenv(%q))\n", name, faultVariable)
	}
	return over, apart, nil
}

func copyName(line int) string { return "fault" + strconv.Itoa(line) }

var packageClause = regexp.MustCompile(`(?m)^package (\w+)`)

func packageName(text []byte) string { return string(packageClause.FindSubmatch(text)[1]) }

// renamed returns a file in which some functions have another name, and under the
// names they had functions that call the copy with the fault that is on.
func renamed(text []byte, copies map[string][]int) (out, dispatchers []byte, err error) {
	functions, _, err := declarations(text)
	if err != nil {
		return nil, nil, err
	}
	var b bytes.Buffer
	at := 0
	for _, f := range functions {
		lines := copies[f.key]
		if lines == nil {
			continue
		}
		out = append(append(out, text[at:f.name]...), copyName(0)...)
		at = f.name
		dispatcher(&b, text, f, lines)
	}
	return append(out, text[at:]...), b.Bytes(), nil
}

// dispatcher writes the function that calls another one by the fault that is on.
func dispatcher(b *bytes.Buffer, text []byte, f function, lines []int) {
	source := func(n ast.Node) string {
		from := f.from + int(n.Pos()-f.node.Pos())
		return string(text[from : from+int(n.End()-n.Pos())])
	}
	call := func(line int) string { return copyName(line) + f.node.Name.Name }
	b.WriteString("\nfunc ")
	if f.node.Recv != nil {
		fmt.Fprintf(b, "(r %s) ", source(f.node.Recv.List[0].Type))
		of := call
		call = func(line int) string { return "r." + of(line) }
	}
	b.WriteString(f.node.Name.Name)
	if of := f.node.Type.TypeParams; of != nil {
		b.WriteString(source(of))
		var names []string
		for _, field := range of.List {
			for _, name := range field.Names {
				names = append(names, name.Name)
			}
		}
		plain := call
		call = func(line int) string { return plain(line) + "[" + strings.Join(names, ", ") + "]" }
	}
	var params, args []string
	for _, field := range f.node.Type.Params.List {
		for range max(1, len(field.Names)) {
			arg := "a" + strconv.Itoa(len(args))
			params = append(params, arg+" "+source(field.Type))
			if _, many := field.Type.(*ast.Ellipsis); many {
				arg += "..."
			}
			args = append(args, arg)
		}
	}
	fmt.Fprintf(b, "(%s)", strings.Join(params, ", "))
	if f.node.Type.Results != nil {
		b.WriteString(" " + source(f.node.Type.Results))
	}
	b.WriteString(" {\n\tswitch faultOn {\n")
	for _, line := range append(slices.Clone(lines), 0) {
		if line == 0 {
			b.WriteString("\tdefault:\n\t\t")
		} else {
			fmt.Fprintf(b, "\tcase %d:\n\t\t", line)
		}
		if f.node.Type.Results != nil {
			b.WriteString("return ")
		}
		fmt.Fprintf(b, "%s(%s)\n", call(line), strings.Join(args, ", "))
	}
	b.WriteString("\t}\n}\n")
}
