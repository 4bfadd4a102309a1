package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The body of a function gets a copy with the fault before it, and whatever lies in
// more than one body, or in none, does not.
func TestInsert(t *testing.T) {
	const a = "package a\n\nvar x = 1\n\nfunc one() { print(1) }\n\nfunc (t T[K]) two() (n int, ok bool) { return 2, true }\n"
	const before = "func one() {"
	s := source{"a.go": []byte(a), "b.go": []byte("package a\n\nvar y = 1\n")}
	for _, c := range []struct{ old, new, after, want string }{
		{"print(1)", "print(3)", before, "if faultOn == 7 {/*line faults.tsv/7:1:1*/ func() { print(3) }(); return };"},
		{"print(1)", "", before, "if faultOn == 7 {/*line faults.tsv/7:1:1*/ func() {  }(); return };"},
		{"one() { print(1)", "one() { print(11)", before, "if faultOn == 7 {/*line faults.tsv/7:1:1*/ func() { print(11) }(); return };"},
		{"return 2", "return 4", "ok bool) {", "if faultOn == 7 {/*line faults.tsv/7:1:1*/ return func() (n int, ok bool) { return 4, true }() };"},
	} {
		x, err := s.insert(fault{line: 7, old: c.old, new: c.new})
		if want := strings.Index(a, c.after) + len(c.after); err != nil || x != (insertion{"a.go", want, c.want}) {
			t.Errorf("%q for %q: got %+v, %v, want %d %s", c.new, c.old, x, err, want, c.want)
		}
	}
	for _, c := range []struct {
		old, new string
		want     error
	}{
		{"four", "five", errGone},
		{"func ", "var ", errTwice},
		{"= 1", "= 2", errTwice},
		{"x = 1", "x = 2", errWide},
		{"one()", "three()", errWide},
		{"1) }\n\nfunc (t T[K]) two() (n int, ok bool) { return 2", "3) }\n\nfunc (t T[K]) two() (n int, ok bool) { return 4", errWide},
	} {
		if x, err := s.insert(fault{old: c.old, new: c.new}); !errors.Is(err, c.want) {
			t.Errorf("%q: got %v, %v, want %v", c.old, x, err, c.want)
		}
	}
}

// A small module is tried: faults in a function, in a generic one and in a method, one
// that lies in none, and two that no test notices.
func TestTry(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod": "module a\n\ngo 1.26\n",
		"a.go": "package a\n\nimport \"slices\"\n\nvar one = 1\n\ntype T[K any] struct{ n int }\n\nfunc (t *T[K]) add(list ...K) { t.n += len(list) }\n\n" +
			"func Sorted[K string](list []K, _ int) (ok bool) {\n\tok = slices.IsSorted(list)\n\treturn\n}\n\nfunc Quiet() int { return 5 }\n",
		"a_test.go": "package a\n\nimport \"testing\"\n\nfunc TestAdd(t *testing.T) {\n\tvar x T[int]\n\tif x.add(1, 2); x.n != 2 {\n\t\tt.Fail()\n\t}\n}\n\n" +
			"func TestSorted(t *testing.T) {\n\tif Sorted([]string{\"b\", \"a\"}, 0) {\n\t\tt.Fail()\n\t}\n}\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	was := proofs
	proofs = []string{"."}
	defer func() { proofs = was }()
	list, err := parseTable([]byte(".\tt.n += len(list)\tt.n += len(list) + 1\tnoticed\n" +
		".\tok = slices.IsSorted(list)\tok = !slices.IsSorted(list)\tnoticed\n" +
		".\tt.n += len(list)\tt.n -= len(list)\tnoticed\n" +
		".\treturn 5\treturn 6\tunnoticed\n" +
		".\treturn 5\treturn 5 + 0\tequivalent\tFive is five.\n" +
		".\tt.n += len(list)\t\trefuted\tNobody could tell.\n" +
		".\tone = 1\tone = 2\told text is gone\n"))
	if err != nil {
		t.Fatal(err)
	}
	done, err := readResults(filepath.Join(dir, "results"))
	if err != nil {
		t.Fatal(err)
	}
	older := &results{of: map[string]result{list[1].key(): {noticed, ". TestSorted"}, list[2].key(): {noticed, ". TestSorted"}}}
	for range 2 { // the second time there is nothing to do
		if err := tryAll(context.Background(), dir, list, done, older); err != nil {
			t.Fatal(err)
		}
	}
	for i, f := range list {
		by := map[int]string{0: ". TestAdd", 1: ". TestSorted", 2: ". TestAdd", 5: ". TestAdd", 6: errWide.Error()}[i]
		if got, want := done.of[f.key()], (result{outcome(f.meaning), by}); got != want {
			t.Errorf("line %d: got %v, want %v", f.line, got, want)
		}
	}
	text, err := os.ReadFile(done.name)
	if n := strings.Count(string(text), "\n"); err != nil || n != len(list) {
		t.Errorf("%d results, want %d; %v", n, len(list), err)
	}
	if err := done.sum(list); err == nil || !strings.Contains(err.Error(), "3 of 7") {
		t.Errorf("got error %v", err)
	}
	if err := done.sum(list[:3]); err != nil {
		t.Errorf("got error %v", err)
	}
}
