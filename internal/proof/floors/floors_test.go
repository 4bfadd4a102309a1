package floors

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const root = "../../.."

// A source is what the test reads of the root package.
type source struct {
	fset  *token.FileSet
	files map[string]*ast.File // by name, such as "event.go"
	info  types.Info
}

func read(t *testing.T) source {
	t.Helper()
	s := source{token.NewFileSet(), map[string]*ast.File{}, types.Info{Uses: map[*ast.Ident]types.Object{}}}
	paths, err := filepath.Glob(filepath.Join(root, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(s.fset, path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		s.files[filepath.Base(path)] = f
	}
	// What other packages declare is not looked at, so that nothing of them need
	// be read; what is declared here is resolved all the same.
	c := types.Config{Importer: nothing{}, Error: func(error) {}}
	c.Check("dispute", s.fset, slices.Collect(maps.Values(s.files)), &s.info) //nolint:errcheck
	return s
}

// nothing imports every package as an empty one.
type nothing struct{}

func (nothing) Import(path string) (*types.Package, error) {
	p := types.NewPackage(path, path[strings.LastIndex(path, "/")+1:])
	p.MarkComplete()
	return p, nil
}

// Every file of the root package is on one floor.
func TestEveryFileIsOnAFloor(t *testing.T) {
	for name := range read(t).files {
		on := 0
		for _, f := range floors {
			for _, pattern := range f.files {
				if ok, err := filepath.Match(pattern, name); err != nil {
					t.Fatal(err)
				} else if ok {
					on++
				}
			}
		}
		if on != 1 {
			t.Errorf("%s is on %d floors, want 1: name it in the table", name, on)
		}
	}
	for _, f := range floors {
		for _, pattern := range f.files {
			if found, err := filepath.Glob(filepath.Join(root, pattern)); err != nil || len(found) == 0 {
				t.Errorf("no file is called %s", pattern)
			}
		}
	}
}

// A file uses what is declared on its own floor and on those below, and nothing
// of those above, but for what the table of exceptions names.
func TestFilesUseOnlyWhatIsBelow(t *testing.T) {
	s := read(t)
	used, looked := map[string]bool{}, 0
	for ident, object := range s.info.Uses {
		at := object.Pos()
		if !at.IsValid() {
			continue // of another package, or of Go itself
		}
		from, to := filepath.Base(s.fset.Position(ident.Pos()).Filename), filepath.Base(s.fset.Position(at).Filename)
		looked++
		if level(from) >= level(to) {
			continue
		}
		key := from + " uses " + to
		if exceptions[key] == "" {
			t.Errorf("%s, among the %s, uses %s of %s, among the %s", from, floors[level(from)].name, object.Name(), to, floors[level(to)].name)
		}
		used[key] = true
	}
	if looked < 10_000 {
		t.Errorf("%d uses looked at, want at least 10,000", looked)
	}
	for key := range exceptions {
		if !used[key] {
			t.Errorf("the exception %q is needed no more", key)
		}
	}
}

// level returns the number of a file's floor from below.
func level(name string) int {
	for i, f := range floors {
		for _, pattern := range f.files {
			if ok, _ := filepath.Match(pattern, name); ok {
				return i
			}
		}
	}
	return len(floors) - 1
}

// prosaic reports whether a package formats text.
func prosaic(path string) bool {
	return slices.Contains([]string{"fmt", "strings", "strconv", "bytes", "text/template"}, path) || strings.HasSuffix(path, "/internal/english")
}

// Stages and answers format no prose: they import nothing that does. Where one
// has another use of it, the table says which.
func TestStagesAndAnswersFormatNoProse(t *testing.T) {
	looked, imported := 0, map[string]bool{}
	for name, f := range read(t).files {
		if floors[level(name)].prose {
			continue
		}
		looked++
		for _, x := range f.Imports {
			path := strings.Trim(x.Path.Value, `"`)
			imported[name+" imports "+path] = true
			if prosaic(path) && otherUses[name+" imports "+path] == "" {
				t.Errorf("%s, among the %s, imports %s", name, floors[level(name)].name, path)
			}
		}
	}
	for key := range otherUses {
		if !imported[key] {
			t.Errorf("%q is so no more", key)
		}
	}
	if looked < 25 {
		t.Errorf("%d files looked at, want at least 25", looked)
	}
}
