package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/export/briefing"
)

var update = flag.Bool("update", false, "rewrite the golden files; read every line before committing them")

// The briefings are golden files that a person has read line by line against
// the report and the dossier's sources.
func TestBriefings(t *testing.T) {
	for _, c := range []struct {
		golden string
		args   []string
	}{
		{"everything.txt", []string{"-full"}},
		{"screen.md", []string{"-format", "markdown"}},
		{"screen.html", []string{"-format", "html"}},
		{"recorded-by-21-august.txt", []string{"-recorded-by", "2024-08-21"}},
		{"known-by-5-august.txt", []string{"-known-by", "2024-08-05", "-full"}},
		{"as-mali.txt", []string{"-as", "mali"}},
		{"as-ukraine.txt", []string{"-as", "ukraine"}},
	} {
		t.Run(c.golden, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			if status := run(c.args, strings.NewReader(""), &stdout, &stderr); status != 0 {
				t.Fatalf("exit status %d: %s", status, &stderr)
			}
			name := filepath.Join("testdata", c.golden)
			if *update {
				if err := os.WriteFile(name, stdout.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), stdout.String()); diff != "" {
				t.Errorf("briefing (-want +got):\n%s", diff)
			}
		})
	}
}

func TestBadArguments(t *testing.T) {
	broken := filepath.Join(t.TempDir(), "broken.json")
	if err := os.WriteFile(broken, []byte(`{"format":"dispute/1","events":[{"id":"E 1","kind":"attack"}]}`), 0o644); err != nil {
		t.Fatal(err)
	}
	empty := filepath.Join(t.TempDir(), "empty.json")
	if err := os.WriteFile(empty, []byte(`{"format":"dispute/1"}`), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		args   []string
		status int
		says   string // on standard error, or on standard output for status 0
	}{
		{"an unknown flag", []string{"-nonsense"}, 2, "nonsense"},
		{"no day", []string{"-known-by", "yesterday"}, 2, `"yesterday"`},
		{"two files", []string{"a", "b"}, 2, "at most one"},
		{"a file that is not there", []string{filepath.Join(t.TempDir(), "none.json")}, 1, "none.json"},
		{"a record that cannot be used", []string{broken}, 1, "/events/0/id"},
		{"an unknown standpoint", []string{"-as", "atlantis"}, 1, `-as "atlantis": no actor on file has this ID, want one of ["african-union"`},
		{"an empty record", []string{empty}, 0, "Nothing is on file."},
		{"an unknown form", []string{"-format", "pdf"}, 2, `-format "pdf", want "text"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			status := run(c.args, strings.NewReader(""), &stdout, &stderr)
			text := stderr.String()
			if c.status == 0 {
				text = stdout.String()
			}
			if status != c.status || !strings.Contains(text, c.says) {
				t.Errorf("status %d, said %q; want %d and %q", status, text, c.status, c.says)
			}
		})
	}
}

// What the program prints stands in the README.
func TestREADMEShowsTheFirstScreen(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	if status := run(nil, strings.NewReader(""), &stdout, &stderr); status != 0 {
		t.Fatalf("exit status %d: %s", status, &stderr)
	}
	if _, shown, _ := strings.Cut(string(readme), "It prints\n\n```\n"); !strings.HasPrefix(shown, stdout.String()+"```\n") {
		t.Errorf("README (-printed +README):\n%s", cmp.Diff(stdout.String(), shown))
	}
}

// The form of JSON reads back as the same briefing.
func TestJSON(t *testing.T) {
	var stdout, text, stderr bytes.Buffer
	if run([]string{"-format", "json", "-full"}, strings.NewReader(""), &stdout, &stderr)+run([]string{"-full"}, strings.NewReader(""), &text, &stderr) != 0 {
		t.Fatal(&stderr)
	}
	var b briefing.Briefing
	if err := json.Unmarshal(stdout.Bytes(), &b); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(text.String(), b.Text()); diff != "" {
		t.Errorf("text (-printed +read back):\n%s", diff)
	}
}
