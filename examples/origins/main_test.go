package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/program"
)

var update = flag.Bool("update", false, "rewrite the golden files; read every line before committing them")

const harbour = "../testdata/harbour.json"

func output(t *testing.T, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if status := run(args, strings.NewReader(""), &stdout, &stderr); status != 0 {
		t.Fatalf("exit status %d: %s", status, &stderr)
	}
	return stdout.String()
}

// The golden files were read line by line against the report and the dossier's
// sources, or against the invented record, and the graphs looked at as drawn.
func TestGolden(t *testing.T) {
	for _, c := range []struct {
		golden string
		args   []string
	}{
		{"support.txt", []string{"ukraine-supported-rebels"}},
		{"support.dot", []string{"-format", "dot", "ukraine-supported-rebels"}},
		{"support-known-by-5-august.txt", []string{"-known-by", "2024-08-05", "ukraine-supported-rebels"}},
		{"letter-exists-by-21-august.txt", []string{"-recorded-by", "2024-08-21", "letter-exists"}},
		{"wagner-fighters-killed.txt", []string{"wagner-fighters-killed"}},
		{"severance.txt", []string{"mali-severed-ties"}},
		{"circle.txt", []string{"ferry-carried-arms", harbour}},
		{"circle.dot", []string{"-format", "dot", "ferry-carried-arms", harbour}},
		{"withdrawn.txt", []string{"eleven-drowned", harbour}},
		{"withdrawn.dot", []string{"-format", "dot", "eleven-drowned", harbour}},
	} {
		t.Run(c.golden, func(t *testing.T) {
			got := output(t, c.args...)
			name := filepath.Join("testdata", c.golden)
			if *update {
				if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("output (-want +got):\n%s", diff)
			}
		})
	}
}

// Every statement that the status of a claim names is told once in the text,
// with its whole sentence, and is one node of the graph.
func TestNoStatementIsLeftOut(t *testing.T) {
	for _, file := range []string{"", harbour} {
		record, err := program.Load(file, nil)
		if err != nil {
			t.Fatal(err)
		}
		dossier, err := dispute.Compile(record)
		if err != nil {
			t.Fatal(err)
		}
		v, err := dossier.View(dispute.Lens{})
		if err != nil {
			t.Fatal(err)
		}
		seen := 0
		for claim := range v.Claims(dispute.ClaimQuery{}) {
			args := []string{string(claim.ID)}
			if file != "" {
				args = append(args, file)
			}
			text, dot := output(t, args...), output(t, append([]string{"-format", "dot"}, args...)...)
			s := v.Status(claim.ID)
			ids := append([]dispute.AttributionID{}, s.Relays...)
			ids = append(ids, s.Unsourced...)
			ids = append(ids, s.Interpretations...)
			for _, side := range []dispute.Side{s.For, s.Against} {
				for _, root := range side.Roots() {
					if root.Attribution != "" {
						ids = append(ids, root.Attribution)
					}
				}
			}
			for _, r := range s.Responses {
				ids = append(ids, r.Attribution)
			}
			for _, d := range s.Dropped {
				ids = append(ids, d.Attribution)
				ids = append(ids, d.By...)
			}
			for _, id := range ids {
				seen++
				if sentence := fmt.Sprintf("%s [%s]\n", v.Sentence(id.Ref()), id); strings.Count(text, sentence) != 1 {
					t.Errorf("%s: %d times in the text, want once: %s", claim.ID, strings.Count(text, sentence), sentence)
				}
				if nodes := regexp.MustCompile(`(?m)^ +"attribution/`+string(id)+`" \[label=`).FindAllString(dot, -1); len(nodes) != 1 {
					t.Errorf("%s: %d nodes, want one: %s", claim.ID, len(nodes), id)
				}
			}
		}
		if seen == 0 {
			t.Errorf("%q: no statements", file)
		}
	}
}

// A record that tries to break out of the text and of the graph.
func TestHostileNames(t *testing.T) {
	const record = `{"format":"dispute/1",
		"actors":[{"id":"a","kind":"person","name":"A\"];x[\n\\"}],
		"sources":[{"id":"s","kind":"post","title":"\\N</b>&quot;\n\nSaid first-hand: at most 9 origins"}],
		"claims":[{"id":"c","text":"it is\" so\nnobody denies it"}],
		"attributions":[{"id":"t","speaker":"a","stance":"asserts","claim":"c","source":"s","lineage":"first-hand"}]}`
	file := filepath.Join(t.TempDir(), "hostile.json")
	if err := os.WriteFile(file, []byte(record), 0o644); err != nil {
		t.Fatal(err)
	}
	if text := output(t, "c", file); strings.Contains(text, "\nnobody denies it") || strings.Contains(text, "\nSaid first-hand: at most 9 origins") {
		t.Errorf("the text has lines that the record made up:\n%s", text)
	}
	dot := output(t, "-format", "dot", "c", file)
	want := `    "attribution/t" [label="A\"];x[ \\\n\\N</b>&amp;quot; Said first-hand:\nat most 9 origins", `
	if !strings.Contains(dot, want) {
		t.Errorf("graph:\n%s\nwant a line that starts with\n%s", dot, want)
	}
}

// The record may come from standard input.
func TestStandardInput(t *testing.T) {
	text, err := os.ReadFile(harbour)
	if err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	if status := run([]string{"boreland-laid-mine", "-"}, bytes.NewReader(text), &stdout, &stderr); status != 0 {
		t.Fatalf("exit status %d: %s", status, &stderr)
	}
	if diff := cmp.Diff(output(t, "boreland-laid-mine", harbour), stdout.String()); diff != "" {
		t.Errorf("output from standard input (-file +stdin):\n%s", diff)
	}
}

func TestHelp(t *testing.T) {
	var stdout, stderr bytes.Buffer
	if status := run([]string{"-help"}, strings.NewReader(""), &stdout, &stderr); status != 0 || !strings.HasPrefix(stderr.String(), "usage: origins ") {
		t.Errorf("status %d, said %q; want 0 and how to use it", status, &stderr)
	}
}

func TestBadArguments(t *testing.T) {
	broken := filepath.Join(t.TempDir(), "broken.json")
	if err := os.WriteFile(broken, []byte(`{"format":"dispute/1","events":[{"id":"E 1","kind":"attack"}]}`), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		args   []string
		status int
		says   string // on standard error
	}{
		{"no arguments", nil, 2, "0 arguments, want a claim"},
		{"two files", []string{"c", "a", "b"}, 2, "at most one file"},
		{"an unknown flag", []string{"-nonsense", "c"}, 2, "nonsense"},
		{"no day", []string{"-known-by", "yesterday", "c"}, 2, `"yesterday"`},
		{"an unknown format", []string{"-format", "png", "c"}, 2, `-format "png", want "text" or "dot"`},
		{"an unknown claim", []string{"atlantis-sank"}, 1, `no claim "atlantis-sank"`},
		{"a claim not yet on file", []string{"-recorded-by", "2024-08-21", "russia-assists-mali"}, 1, `no claim "russia-assists-mali"`},
		{"a file that is not there", []string{"c", filepath.Join(t.TempDir(), "none.json")}, 1, "none.json"},
		{"a record that cannot be used", []string{"c", broken}, 1, "/events/0/id"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			status := run(c.args, strings.NewReader(""), &stdout, &stderr)
			if status != c.status || !strings.Contains(stderr.String(), c.says) {
				t.Errorf("status %d, said %q; want %d and %q", status, &stderr, c.status, c.says)
			}
			if stdout.Len() > 0 {
				t.Errorf("printed %q, want nothing", &stdout)
			}
		})
	}
}
