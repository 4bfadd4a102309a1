package surface

import (
	"encoding"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/sahel2024"
)

// Everything that the sources export is in the table.
func TestTheTableIsComplete(t *testing.T) {
	for _, pkg := range exported {
		types := map[string]reflect.Type{}
		for _, x := range pkg.types {
			types[x.Name()] = x
		}
		for _, f := range sources(t, pkg.dir) {
			for _, decl := range f.Decls {
				switch d := decl.(type) {
				case *ast.FuncDecl:
					checkFunc(t, d, types, pkg.funcs)
				case *ast.GenDecl:
					for _, spec := range d.Specs {
						if s, ok := spec.(*ast.TypeSpec); ok && s.Name.IsExported() && types[s.Name.Name] == nil {
							t.Errorf("%s: type %s is not in the table", pkg.dir, s.Name)
						}
					}
				}
			}
		}
	}
}

// sources parses the files of a package, its tests left out.
func sources(t *testing.T, dir string) []*ast.File {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no source in %s: %v", dir, err)
	}
	var files []*ast.File
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	return files
}

func checkFunc(t *testing.T, d *ast.FuncDecl, types map[string]reflect.Type, funcs map[string]any) {
	t.Helper()
	if !d.Name.IsExported() {
		return
	}
	if d.Recv == nil {
		if funcs[d.Name.Name] == nil {
			t.Errorf("func %s is not in the table", d.Name)
		}
		return
	}
	receiver := d.Recv.List[0].Type
	if star, ok := receiver.(*ast.StarExpr); ok {
		receiver = star.X
	}
	name, ok := receiver.(*ast.Ident)
	if !ok || !name.IsExported() {
		return
	}
	if x := types[name.Name]; x != nil {
		if _, ok := reflect.PointerTo(x).MethodByName(d.Name.Name); !ok {
			t.Errorf("method %s.%s is not reached", name, d.Name)
		}
	}
}

// Every function and method is called with zero values, nil pointers and empty
// arguments, and with values that make no sense.
func TestNothingPanics(t *testing.T) {
	c := &caller{t: t, known: map[reflect.Type]bool{}}
	for _, pkg := range exported {
		for _, x := range pkg.types {
			c.known[x] = true
		}
	}
	for _, pkg := range exported {
		for name, f := range pkg.funcs {
			if !strings.HasPrefix(name, "Must") {
				c.call(name, reflect.ValueOf(f), 1)
			}
		}
		for _, x := range pkg.types {
			for _, v := range receivers(x) {
				c.methods(v, 1)
			}
		}
	}
	if c.calls < 10_000 {
		t.Errorf("%d calls, want at least 10,000", c.calls)
	}
}

// caller calls what is exported, and what is exported by what that returns.
type caller struct {
	t     *testing.T
	known map[reflect.Type]bool // the types of the table
	calls int
}

// methods calls every method of v, a pointer. Those that have a value for a
// receiver are left out where v is nil: Go itself panics there.
func (c *caller) methods(v reflect.Value, depth int) {
	values := v.Type().Elem()
	for i := range v.NumMethod() {
		name := v.Type().Method(i).Name
		if _, ok := values.MethodByName(name); ok && v.IsNil() {
			continue
		}
		c.call(fmt.Sprintf("(%s %s).%s", v.Type(), short(v), name), v.Method(i), depth)
	}
}

// call calls f with each set of arguments, and looks at what it returns.
func (c *caller) call(name string, f reflect.Value, depth int) {
	for _, set := range argumentSets {
		args := make([]reflect.Value, 0, f.Type().NumIn())
		for i := range f.Type().NumIn() {
			args = append(args, argument(f.Type().In(i), set))
		}
		results, ok := c.try(name+" with "+set+" arguments", f, args)
		if !ok {
			return
		}
		for _, r := range results {
			c.look(name, r, depth)
		}
		if len(args) == 0 {
			return // another set is the same
		}
	}
}

func (c *caller) try(name string, f reflect.Value, args []reflect.Value) (results []reflect.Value, ok bool) {
	defer func() {
		if r := recover(); r != nil {
			c.t.Errorf("%s panics: %v\n%s", name, r, where(debug.Stack()))
		}
	}()
	c.calls++
	if f.Type().IsVariadic() {
		return f.CallSlice(args), true
	}
	return f.Call(args), true
}

// look calls the methods of a result, or of the first elements of a sequence.
func (c *caller) look(name string, r reflect.Value, depth int) {
	const most = 3
	switch {
	case r.Kind() == reflect.Func && !r.IsNil() && (r.Type().CanSeq() || r.Type().CanSeq2()):
		defer func() {
			if p := recover(); p != nil {
				c.t.Errorf("%s yields and panics: %v\n%s", name, p, where(debug.Stack()))
			}
		}()
		n := 0
		visit := func(x reflect.Value) bool { c.look(name, x, depth); n++; return n < most }
		if r.Type().CanSeq() {
			r.Seq()(visit)
		} else {
			r.Seq2()(func(x, _ reflect.Value) bool { return visit(x) })
		}
	case r.Kind() == reflect.Slice:
		for i := range min(r.Len(), most) {
			c.look(name, r.Index(i), depth)
		}
	case depth == 0:
	case r.Kind() == reflect.Pointer && c.known[r.Type().Elem()]:
		c.methods(r, depth-1)
	case c.known[r.Type()]:
		p := reflect.New(r.Type())
		p.Elem().Set(r)
		c.methods(p, depth-1)
	}
}

// receivers returns pointers to values of a type: nil, the zero value, one that
// makes no sense, and some that make sense where a method has more to do then.
func receivers(x reflect.Type) []reflect.Value {
	list := []reflect.Value{reflect.Zero(reflect.PointerTo(x)), reflect.New(x), reflect.New(x)}
	senseless(list[2].Elem(), 0)
	add := func(values ...any) {
		for _, v := range values {
			list = append(list, reflect.ValueOf(v))
		}
	}
	d, err := dispute.Compile(sahel2024.Record())
	if err != nil {
		panic(err)
	}
	v, err := d.View(dispute.Lens{})
	if err != nil {
		panic(err)
	}
	switch x {
	case reflect.TypeFor[dispute.View]():
		add(v)
	case reflect.TypeFor[dispute.Dossier]():
		add(d)
	case reflect.TypeFor[dispute.Relation]():
		for r := range v.Relations() {
			add(&r)
		}
	case reflect.TypeFor[dispute.FieldError]():
		add(&dispute.FieldError{Path: "no pointer", Line: -1})
	case reflect.TypeFor[dispute.RecordError]():
		add(&dispute.RecordError{Problems: []*dispute.FieldError{nil}})
	case reflect.TypeFor[edtf.Date]():
		for _, text := range []string{"2024", "../2024-08", "[2024-07..2024-08]", "-0001-XX", "Y-17E7", "2024-24"} {
			add(new(edtf.MustParse(text)))
		}
	}
	return list
}

// argumentSets name the ways in which arguments are made: as zero values, as
// values that are empty but there, and as values that make no sense.
var argumentSets = []string{"zero", "empty", "senseless"}

func argument(x reflect.Type, set string) reflect.Value {
	v := reflect.New(x).Elem()
	switch set {
	case "empty":
		switch {
		case x == reflect.TypeFor[io.Reader]():
			v.Set(reflect.ValueOf(strings.NewReader("")))
		case x == reflect.TypeFor[io.Writer]():
			v.Set(reflect.ValueOf(io.Discard))
		case x.Kind() == reflect.Slice:
			v.Set(reflect.MakeSlice(x, 0, 0))
		case x.Kind() == reflect.Pointer:
			v.Set(reflect.New(x.Elem()))
		case x.Kind() == reflect.Func:
			v.Set(reflect.MakeFunc(x, func([]reflect.Value) []reflect.Value { return nil }))
		}
	case "senseless":
		senseless(v, 0)
	}
	return v
}

// senseless sets what can be set to values that no record, lens or caller ought
// to have: words that do not exist, numbers out of bounds, text that is not UTF-8.
func senseless(v reflect.Value, depth int) {
	if day, ok := v.Addr().Interface().(*edtf.Day); ok {
		*day = edtf.DayFromNumber(math.MaxInt64)
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(math.MinInt64 >> (64 - v.Type().Bits()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(math.MaxUint64 >> (64 - v.Type().Bits()))
	case reflect.String:
		v.SetString("\xff/~\x00")
	case reflect.Pointer:
		if depth < 3 {
			v.Set(reflect.New(v.Type().Elem()))
			senseless(v.Elem(), depth+1)
		}
	case reflect.Slice:
		if depth < 3 {
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			senseless(v.Index(0), depth+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				senseless(v.Field(i), depth+1)
			}
		}
	case reflect.Interface:
		switch p := v.Addr().Interface().(type) {
		case *io.Reader:
			*p = strings.NewReader("\x00{")
		case *io.Writer:
			*p = brokenWriter{}
		case *error:
			*p = os.ErrInvalid
		}
	case reflect.Func:
		v.Set(argument(v.Type(), "empty"))
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

// short says which receiver it is.
func short(v reflect.Value) string {
	switch {
	case v.IsNil():
		return "nil"
	case v.Elem().IsZero():
		return "zero"
	}
	return "filled"
}

// where cuts a stack down to the places in this module, below the panic.
func where(stack []byte) string {
	var lines []string
	_, after, _ := strings.Cut(string(stack), "panic(")
	for line := range strings.Lines(after) {
		if strings.HasPrefix(line, "\t") && !strings.Contains(line, "/src/runtime/") && !strings.Contains(line, "/src/reflect/") && len(lines) < 5 {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "")
}

// A nil view and a zero one answer as that of an empty record does, and so do
// views of nil and zero dossiers.
func TestNoViewIsThatOfNothing(t *testing.T) {
	d, err := dispute.Compile(dispute.Record{})
	if err != nil {
		t.Fatal(err)
	}
	views := map[string]*dispute.View{"nil": nil, "zero": {}}
	for name, d := range map[string]*dispute.Dossier{"empty": d, "nil dossier": nil, "zero dossier": {}} {
		if views[name], err = d.View(dispute.Lens{}); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	want := answers(t, views["empty"])
	for name, v := range views {
		if got := answers(t, v); got != want {
			t.Errorf("%s: got\n%s, want\n%s", name, got, want)
		}
		if d := dispute.Diff(v, views["empty"]); len(d.Changes) > 0 {
			t.Errorf("%s differs from the empty view: %v", name, d)
		}
	}
	if _, err := (*dispute.Dossier)(nil).View(dispute.Lens{Standpoint: "nobody"}); err == nil {
		t.Error("a nil dossier can be looked at from the standpoint of nobody on file")
	}
}

// answers writes down what every method of a view returns without arguments.
func answers(t *testing.T, v *dispute.View) string {
	var b strings.Builder
	x := reflect.ValueOf(v)
	for i := range x.NumMethod() {
		m := x.Method(i)
		args := make([]reflect.Value, m.Type().NumIn())
		for i := range args {
			args[i] = argument(m.Type().In(i), "zero")
		}
		call := m.Call
		if m.Type().IsVariadic() {
			call = m.CallSlice
		}
		fmt.Fprintf(&b, "%s:", x.Type().Method(i).Name)
		for _, r := range call(args) {
			if r.Kind() == reflect.Func {
				for range sequence(r) {
					b.WriteString(" yields")
				}
				continue
			}
			text, err := json.Marshal(r.Interface())
			if err != nil {
				fmt.Fprintf(&b, " %v", err)
				continue
			}
			fmt.Fprintf(&b, " %s", text)
		}
		b.WriteString("\n")
	}
	if t.Failed() || strings.Contains(b.String(), "yields") {
		t.Errorf("nothing yields something:\n%s", &b)
	}
	return b.String()
}

// sequence ranges over a sequence of one value or two.
func sequence(r reflect.Value) func(func() bool) {
	return func(yield func() bool) {
		if r.Type().CanSeq() {
			r.Seq()(func(reflect.Value) bool { return yield() })
			return
		}
		r.Seq2()(func(_, _ reflect.Value) bool { return yield() })
	}
}

// A nil pointer is no place to read anything into, however well it is written.
func TestNothingIsReadIntoNil(t *testing.T) {
	tried := 0
	for _, pkg := range exported {
		for _, x := range pkg.types {
			null := reflect.Zero(reflect.PointerTo(x)).Interface()
			if u, ok := null.(json.Unmarshaler); ok {
				tried++
				if err := u.UnmarshalJSON([]byte("{}")); err == nil {
					t.Errorf("a nil *%v is read into", x)
				}
			}
			u, ok := null.(encoding.TextUnmarshaler)
			if !ok {
				continue
			}
			some := reflect.New(x)
			if some.Elem().CanUint() {
				some.Elem().SetUint(1)
			}
			text, err := some.Interface().(encoding.TextMarshaler).MarshalText()
			if err != nil || len(text) == 0 {
				text = []byte("2024-08-04")
			}
			tried++
			if some.Interface().(encoding.TextUnmarshaler).UnmarshalText(text) != nil {
				t.Errorf("%q is not read as %v", text, x)
			}
			if err := u.UnmarshalText(text); err == nil {
				t.Errorf("a nil *%v is read into", x)
			}
		}
	}
	if tried < 40 {
		t.Errorf("%d types tried, want at least 40", tried)
	}
}
