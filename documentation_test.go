package dispute_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
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
