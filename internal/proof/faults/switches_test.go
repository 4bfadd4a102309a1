package main

import (
	"context"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A function that a fault changes gets a copy under another name, and whatever
// changes more than one function, or none, does not.
func TestChanged(t *testing.T) {
	const before = "package a\n\nvar x = 1\n\nfunc one() int { return 1 }\n\nfunc (t T[K]) two() int { return 2 }\n\nfunc main() { one() }\n"
	for _, c := range []struct {
		old, new, key, text string
	}{
		{"return 1", "return 3", "one", "func fault7one() int { return 3 }"},
		{"two() int { return 2", "two() int { return 4", "T[K].two", "func (t T[K]) fault7two() int { return 4 }"},
		{"x = 1", "x = 2", "", ""},
		{"1 }\n\nfunc (t T[K]) two() int { return 2", "3 }\n\nfunc (t T[K]) two() int { return 4", "", ""},
		{"func one()", "func three()", "", ""},
		{"main() { one()", "main() {", "", ""},
		{"return 2 }", "return 2", "", ""},
	} {
		key, text, ok := changed([]byte(before), []byte(strings.Replace(before, c.old, c.new, 1)), "fault7")
		if ok != (c.key != "") || ok && (key != c.key || text != c.text) {
			t.Errorf("%q for %q: got %q of %q, %t", c.new, c.old, text, key, ok)
		}
	}
}

// All faults of the table that can be switched on leave files that can be read, in
// which each has its place.
func TestSwitchesFitTheSource(t *testing.T) {
	list, err := parseTable(table)
	if err != nil {
		t.Fatal(err)
	}
	byPackage := map[string][]fault{}
	for _, f := range list {
		byPackage[f.dir] = append(byPackage[f.dir], f)
	}
	apart := 0
	for dir, list := range byPackage {
		over, others, err := newTree("../../..").switched(dir, list)
		if err != nil {
			t.Fatal(err)
		}
		apart += len(others)
		all := ""
		for path, text := range over {
			if _, err := parser.ParseFile(token.NewFileSet(), path, text, parser.SkipObjectResolution); err != nil {
				t.Error(err)
			}
			all += string(text)
		}
		for _, f := range list {
			switchable := !slices.ContainsFunc(others, func(o fault) bool { return o.line == f.line })
			if found := strings.Contains(all, "//line "+copyName(f.line)+".go:1\n"); found != switchable {
				t.Errorf("line %d: found %t, want %t", f.line, found, switchable)
			}
		}
	}
	if apart > len(list)/10 {
		t.Errorf("%d of %d faults are built apart", apart, len(list))
	}
}

// A small module is tried: a fault in a function, in a generic one and in a method,
// one beside them, one that does not build, and two that no test notices.
func TestTry(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a module")
	}
	dir := module(t, map[string]string{
		"go.mod": "module a\n\ngo 1.26\n",
		"a.go": "package a\n\nimport \"slices\"\n\nvar one = 1\n\ntype T[K any] struct{ k K }\n\nfunc (t *T[K]) is(list ...K) (n int, ok bool) {\n\tn = len(list)\n\treturn n, n == 2\n}\n\n" +
			"func Sorted[K string](list []K, _ int) bool { return slices.IsSorted(list) }\n\nfunc Quiet() int { return 5 }\n",
		"a_test.go": "package a\n\nimport \"testing\"\n\nfunc TestAll(t *testing.T) {\n\tvar x T[int]\n\tif n, ok := x.is(1, 2); n != 2 || !ok || one != 1 || Sorted([]string{\"b\", \"a\"}, 0) {\n\t\tt.Fail()\n\t}\n}\n",
	})
	was := proofs
	proofs = []string{"."}
	defer func() { proofs = was }()
	rows := "# faults\n" +
		".\tn == 2\tn == 3\tnoticed\n" +
		".\treturn slices.IsSorted(list)\treturn !slices.IsSorted(list)\tnoticed\n" +
		".\tone = 1\tone = 2\tnoticed\n" +
		".\treturn 5\treturn 6\tunnoticed\n" +
		".\treturn 5\treturn 5 + 0\tequivalent\tFive is five.\n" +
		".\tn == 2\tn == 4\trefuted\tNobody could tell.\n" +
		".\treturn 5\treturn five\tdoes not build\n" +
		".\tone = 1\tone = two\tdoes not build\n" +
		".\tnowhere\tx\told text is gone\n"
	list, err := parseTable([]byte(rows))
	if err != nil {
		t.Fatal(err)
	}
	done, err := readResults(filepath.Join(dir, "results"))
	if err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(filepath.Join(dir, "a.go"))
	if err != nil {
		t.Fatal(err)
	}
	x := &trial{newTree(dir), t.TempDir(), "", done}
	for range 2 { // the second time there is nothing to do
		if err := x.ofPackage(context.Background(), ".", list); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range list {
		if got := done.of[f.key()]; string(got) != f.meaning {
			t.Errorf("line %d: got %q, want %q", f.line, got, f.meaning)
		}
	}
	text, _ := os.ReadFile(filepath.Join(dir, "results"))
	if n := strings.Count(string(text), "\n"); n != len(list) {
		t.Errorf("%d results, want %d", n, len(list))
	}
	if after, _ := os.ReadFile(filepath.Join(dir, "a.go")); string(after) != string(before) {
		t.Error("the module was changed")
	}
	if err := done.sum(list); err == nil || !strings.Contains(err.Error(), "5 of 9") {
		t.Errorf("got error %v", err)
	}
	if err := done.sum(list[:3]); err != nil {
		t.Errorf("got error %v", err)
	}
}
