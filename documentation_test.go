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

	"github.com/dispute-go/dispute"
)

// Every package has a package comment, and every exported type, function,
// method, constant and variable a doc comment of its own or of its group,
// which for a type, function or method begins with its name.
func TestEveryExportedNameIsDocumented(t *testing.T) {
	checked := 0
	described := map[string]bool{} // by folder
	for name, f := range sources(t) {
		if strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "bench/") || strings.HasPrefix(name, "conformance/") {
			continue
		}
		dir := filepath.Dir(name)
		described[dir] = described[dir] || f.Doc != nil
		for _, decl := range f.Decls {
			checked += checkDoc(t, dir, decl)
		}
	}
	for dir, is := range described {
		if !is {
			t.Errorf("%s has no package comment", dir)
		}
	}
	if checked < 300 {
		t.Fatalf("only %d exported names found", checked)
	}
}

// sources returns the Go files of this repository by their paths.
func sources(t *testing.T) map[string]*ast.File {
	t.Helper()
	files := map[string]*ast.File{}
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || d.Name() != "." && strings.HasPrefix(d.Name(), ".")):
			return filepath.SkipDir
		case d.IsDir() || filepath.Ext(name) != ".go":
			return nil
		}
		files[filepath.ToSlash(name)], err = parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
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

// pages are the pages about the code, and how many files each points at, at least.
var pages = map[string]int{"ARCHITECTURE.md": 60, "README.md": 40, "CONTRIBUTING.md": 6, "RULES.md": 2, "LAWS.md": 2,
	"BENCHMARKS.md": 5, "SECURITY.md": 0, "docs/testing.md": 8, "docs/advice.md": 0,
	"docs/command.md": 1, "docs/editor.md": 2,
	"docs/reading-an-answer.md": 0}

// notFiles look like files and are none of this repository.
var notFiles = map[string]bool{"dispute/1": true, "event/ID": true, ".vscode/settings.json": true, "datapackage.json": true, "golang.org/x/perf/cmd/benchstat": true}

// Every file and package that a page points at is there: in backticks or as a
// link, where it has a slash or the ending of a file; in a command, after "./".
// A star stands for any name.
func TestPagesPointAtWhatIsThere(t *testing.T) {
	quoted := regexp.MustCompile("`([^`\\s]+)`|\\]\\(([^)\\s]+)\\)")
	file := regexp.MustCompile(`/|\.(go|md|json|csv)$`)
	argument := regexp.MustCompile(`(?:^|\s)(\./[\w./]*\w)`)
	change := regexp.MustCompile(`\bcd (\w+) &&`)
	for page, atLeast := range pages {
		text := read(t, page)
		var paths []string
		for _, m := range quoted.FindAllStringSubmatch(text, -1) {
			path := m[1]
			if m[2] != "" && !strings.Contains(m[2], "://") { // a link is told from the page
				path = filepath.Join(filepath.Dir(page), m[2])
			}
			if file.MatchString(path) && !notFiles[path] && !strings.Contains(path, "://") {
				paths = append(paths, path)
			}
		}
		for line := range strings.Lines(text) {
			for _, m := range argument.FindAllStringSubmatch(line, -1) {
				folder := ""
				if cd := change.FindStringSubmatch(line); cd != nil {
					folder = cd[1]
				}
				paths = append(paths, filepath.Join(folder, m[1]))
			}
		}
		if len(paths) < atLeast {
			t.Errorf("%s points at %d files, want at least %d: does this test find them?", page, len(paths), atLeast)
		}
		for _, path := range paths {
			if found, err := filepath.Glob(path); err != nil || len(found) == 0 {
				t.Errorf("%s points at %q, which is not there", page, path)
			}
		}
	}
}

// In every command the package stands before flags of the tests' own: go test
// takes a package after such a flag for its value, and tests the root instead.
func TestCommandsNameThePackageFirst(t *testing.T) {
	late := regexp.MustCompile(`go test .*-(oracle|laws|worlds|tables|hostile|orders)\S* \d+.* \./`)
	commands := 0
	for page := range pages {
		for line := range strings.Lines(read(t, page) + read(t, ".ci/run")) {
			commands += strings.Count(line, "go test ")
			if late.MatchString(line) {
				t.Errorf("%s: the package comes too late in %s", page, line)
			}
		}
	}
	if commands < 20 {
		t.Errorf("only %d commands found", commands)
	}
}

// Every name of the code that ARCHITECTURE.md has in backticks is declared, and
// where a file follows in brackets, it is declared there.
func TestArchitectureNamesWhatIsThere(t *testing.T) {
	page := read(t, "ARCHITECTURE.md")
	declared := map[string]map[string]bool{} // by name, in which files
	declare := func(name, file string) {
		if declared[name] == nil {
			declared[name] = map[string]bool{}
		}
		declared[name][file] = true
	}
	for file, f := range sources(t) {
		declare(f.Name.Name, file)
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				declare(n.Name.Name, file)
				return false // what is declared in it is nobody else's business
			case *ast.TypeSpec:
				declare(n.Name.Name, file)
			case *ast.ValueSpec:
				for _, name := range n.Names {
					declare(name.Name, file)
				}
			}
			return true
		})
	}
	quoted := regexp.MustCompile("`([A-Za-z]\\w*(?:\\.\\w+)?)`(?:\\s+\\(`([a-z_/]+\\.go)`\\))?").FindAllStringSubmatch(page, -1)
	placed := 0
	for _, m := range quoted {
		if filepath.Ext(m[1]) == ".go" || filepath.Ext(m[1]) == ".json" {
			continue // a file, which another test looks at
		}
		for part := range strings.SplitSeq(m[1], ".") {
			if declared[part] == nil {
				t.Errorf("ARCHITECTURE.md names %q, which is not declared", m[1])
			}
		}
		if m[2] == "" {
			continue
		}
		placed++
		if last := m[1][strings.LastIndex(m[1], ".")+1:]; !declared[last][m[2]] {
			t.Errorf("ARCHITECTURE.md says that %q is in %s, and it is not", m[1], m[2])
		}
	}
	if placed < 15 {
		t.Errorf("only %d names with a file found", placed)
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

// Every test that LAWS.md and docs/testing.md name is there, every law names one, and every test
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
	for _, m := range regexp.MustCompile("`(Test\\w+)`").FindAllStringSubmatch(read(t, "docs/testing.md"), -1) {
		if !declared[m[1]] {
			t.Errorf("docs/testing.md names %s, which is no test", m[1])
		}
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

// The table of labels on the page about answers is the one of LabelOf.
func TestLabelsOfTheAnswersPage(t *testing.T) {
	rows := regexp.MustCompile(`(?m)^\| ([0-4]) \| (\w+) \| (\w+) \| (\w+) \|$`).FindAllStringSubmatch(read(t, "docs/reading-an-answer.md"), -1)
	if len(rows) != 5 {
		t.Fatalf("%d rows, want one for each level", len(rows))
	}
	for supporting, row := range rows {
		for opposing := range 5 {
			column := map[int]int{0: 2, 4: 4}[opposing]
			if column == 0 {
				column = 3
			}
			if want := dispute.LabelOf(supporting, opposing).String(); row[1] != string(rune('0'+supporting)) || row[column] != want {
				t.Errorf("(%d,%d) is %s there, want %s", supporting, opposing, row[column], want)
			}
		}
	}
}
