package main

import (
	"go/parser"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every fault of the table can be built into the source as it is: its old text stands
// in its package once, within one function, and leaves something that can be read.
func TestTableFitsTheSource(t *testing.T) {
	list, err := parseTable(table)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) < 120 {
		t.Errorf("%d faults, want at least 120", len(list))
	}
	sources := map[string]source{}
	for _, f := range list {
		if sources[f.dir] == nil {
			if sources[f.dir], err = readSource(filepath.Join("../../..", f.dir)); err != nil {
				t.Fatal(err)
			}
		}
		x, err := sources[f.dir].insert(f)
		if err == nil {
			_, err = parser.ParseExpr("func() {" + x.text + "}")
		}
		if err != nil {
			t.Errorf("line %d, %s: %v: %q", f.line, f.dir, err, f.old)
		}
	}
}

func TestParseTable(t *testing.T) {
	list, err := parseTable([]byte("# a comment\n\nedtf\ta\\n\\tb\ta\\\\n\tmeant\tnobody can tell\n.\tx\t\tforgotten\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []fault{{3, "edtf", "a\n\tb", `a\n`, "meant", "nobody can tell"}, {4, ".", "x", "", "forgotten", ""}}
	if len(list) != 2 || list[0] != want[0] || list[1] != want[1] {
		t.Errorf("got %+v, want %+v", list, want)
	}
	for text, want := range map[string]string{
		"edtf\ta\tb\n":                       "3 fields",
		"edtf\ta\tb\tc\td\te\n":              "6 fields",
		"edtf\t\tb\tmeant\n":                 "an old text",
		"edtf\ta\ta\tmeant\n":                "another new text",
		"edtf\ta\tb\t\n":                     "a meaning",
		"edtf\ta\tb\tone\nedtf\ta\tb\ttwo\n": "the same as line 1",
	} {
		if _, err := parseTable([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got error %v, want %q in it", text, err, want)
		}
	}
}

func TestResultsGoOn(t *testing.T) {
	name := filepath.Join(t.TempDir(), "results")
	r, err := readResults(name)
	if err != nil || len(r.of) != 0 {
		t.Fatal(r, err)
	}
	f := fault{dir: "edtf", old: "a\n\tb", new: "c", meaning: "meant"}
	if err := r.add(f, noticed, "./edtf TestX"); err != nil {
		t.Fatal(err)
	}
	half, err := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	half.WriteString("unnoticed\t\tfold\tx") //nolint:errcheck
	half.Close()
	if r, err = readResults(name); err != nil || len(r.of) != 1 || r.of[f.key()] != (result{noticed, "./edtf TestX"}) {
		t.Errorf("got %v, %v", r.of, err)
	}
	g := fault{dir: "fold", old: "x", new: "y", meaning: "meant"}
	if err := r.add(g, equivalent, ""); err != nil {
		t.Fatal(err)
	}
	if r, err = readResults(name); err != nil || len(r.of) != 2 || r.of[g.key()].outcome != equivalent {
		t.Errorf("got %v, %v", r.of, err)
	}
}

func TestFailing(t *testing.T) {
	for out, want := range map[string]string{
		"--- FAIL: TestA (0.1s)\n    --- FAIL: TestA/b\nFAIL\n":   "TestA",
		"panic: test timed out after 2m\n\nrunning tests:\n":      "panic: test timed out",
		"panic: runtime error: index out of range\n\ngoroutine 1": "panic: runtime error: index out of range",
		"odd\n": "fails without a word",
	} {
		if got := failing(out); got != want {
			t.Errorf("%q: got %q, want %q", out, got, want)
		}
	}
}
