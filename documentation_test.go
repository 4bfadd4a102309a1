package dispute_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Every package has a package comment, and every exported type, function,
// method, constant and variable a doc comment of its own or of its group,
// which for a type, function or method begins with its name.
func TestEveryExportedNameIsDocumented(t *testing.T) {
	checked := 0
	err := filepath.WalkDir(".", func(dir string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if name := d.Name(); name == "testdata" || name == "bench" || name == "conformance" || name != "." && strings.HasPrefix(name, ".") {
			return filepath.SkipDir
		}
		packages, err := parser.ParseDir(token.NewFileSet(), dir, func(f fs.FileInfo) bool {
			return !strings.HasSuffix(f.Name(), "_test.go")
		}, parser.ParseComments)
		if err != nil {
			return err
		}
		for _, p := range packages {
			described := false
			for _, f := range p.Files {
				described = described || f.Doc != nil
				for _, decl := range f.Decls {
					checked += checkDoc(t, dir, decl)
				}
			}
			if !described {
				t.Errorf("%s: package %s has no package comment", dir, p.Name)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if checked < 300 {
		t.Fatalf("only %d exported names found", checked)
	}
}

// checkDoc reports exported names without a doc comment and returns how many
// exported names it looked at.
func checkDoc(t *testing.T, dir string, decl ast.Decl) (checked int) {
	want := func(name string, doc *ast.CommentGroup, begins bool) {
		if !ast.IsExported(name) {
			return
		}
		checked++
		text := doc.Text()
		for _, article := range []string{"A ", "An ", "The ", "Deprecated: "} {
			text = strings.TrimPrefix(text, article)
		}
		if text == "" {
			t.Errorf("%s: %s has no doc comment", dir, name)
		} else if begins && !strings.HasPrefix(text, name) {
			t.Errorf("%s: the doc comment of %s does not begin with its name", dir, name)
		}
	}
	switch d := decl.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil || receiverIsExported(d.Recv.List[0].Type) {
			want(d.Name.Name, d.Doc, true)
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				doc := s.Doc
				if doc == nil {
					doc = d.Doc
				}
				want(s.Name.Name, doc, true)
			case *ast.ValueSpec:
				doc := d.Doc
				if doc == nil {
					doc = s.Doc
				}
				for _, name := range s.Names {
					want(name.Name, doc, false)
				}
			}
		}
	}
	return checked
}

func receiverIsExported(t ast.Expr) bool {
	switch t := t.(type) {
	case *ast.StarExpr:
		return receiverIsExported(t.X)
	case *ast.IndexExpr:
		return receiverIsExported(t.X)
	case *ast.Ident:
		return ast.IsExported(t.Name)
	}
	return false
}

// The README's program is the package example, and what it says the program
// prints is the example's checked output.
func TestREADMEProgramIsTheExample(t *testing.T) {
	readme := read(t, "README.md")
	example := read(t, "example_test.go")

	program := between(t, readme, "func main() {\n", "\n}\n```")
	body := between(t, example, "func Example() {\n", "\n\t// Output:\n")
	if diff := cmp.Diff(body, program); diff != "" {
		t.Errorf("program (-example +README):\n%s", diff)
	}

	printed := between(t, readme, "```text\n", "\n```")
	output := between(t, example, "\t// Output:\n", "\n}\n")
	output = regexp.MustCompile(`(?m)^\t// ?`).ReplaceAllString(output, "")
	if diff := cmp.Diff(output, printed); diff != "" {
		t.Errorf("output (-example +README):\n%s", diff)
	}
}

// Every file and test that the README points at is there.
func TestREADMEPointsAtWhatIsThere(t *testing.T) {
	readme := read(t, "README.md")
	paths := regexp.MustCompile("`([a-z0-9_]+(?:/[a-z0-9_.]+)*(?:\\.go|\\.md|\\.json|/))`").FindAllStringSubmatch(readme, -1)
	if len(paths) < 20 {
		t.Fatalf("only %d paths found in the README", len(paths))
	}
	for _, m := range paths {
		if _, err := os.Stat(m[1]); err != nil {
			t.Errorf("the README points at %q: %v", m[1], err)
		}
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// between returns what lies between the first occurrence of from and the next
// one of to.
func between(t *testing.T, text, from, to string) string {
	t.Helper()
	_, rest, ok := strings.Cut(text, from)
	if !ok {
		t.Fatalf("no %q", from)
	}
	inside, _, ok := strings.Cut(rest, to)
	if !ok {
		t.Fatalf("no %q after %q", to, from)
	}
	return inside
}

// Every test that LAWS.md names is there, every law names one, and every test
// of a law is named.
func TestLawsPageNamesTheTests(t *testing.T) {
	declared := map[string]bool{}
	function := regexp.MustCompile(`(?m)^func (Test\w+)\(`)
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(name, "_test.go") {
			for _, m := range function.FindAllStringSubmatch(read(t, name), -1) {
				declared[m[1]] = true
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	page := read(t, "LAWS.md")
	named := map[string]bool{}
	for _, m := range regexp.MustCompile("`(Test\\w+)`").FindAllStringSubmatch(page, -1) {
		named[m[1]] = true
		if !declared[m[1]] {
			t.Errorf("LAWS.md names %s, which is no test", m[1])
		}
	}
	for name := range declared {
		if strings.HasPrefix(name, "TestLaw") && name != t.Name() && !named[name] {
			t.Errorf("LAWS.md does not name %s", name)
		}
	}
	law := regexp.MustCompile(`(?m)^\*\*`)
	if starts := law.FindAllStringIndex(page, -1); len(starts) < 14 {
		t.Errorf("LAWS.md has %d laws, want all of DESIGN §6", len(starts))
	} else {
		for i, at := range starts {
			end := len(page)
			if i+1 < len(starts) {
				end = starts[i+1][0]
			}
			if text := page[at[0]:end]; !strings.Contains(text, "\nHeld by `Test") {
				t.Errorf("no test holds this law: %s", text)
			}
		}
	}
}
