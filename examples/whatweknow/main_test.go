package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files; read every line before committing them")

// The briefings are golden files that a person has read line by line against
// the report and the dossier's sources.
func TestBriefings(t *testing.T) {
	for _, c := range []struct {
		golden string
		args   []string
	}{
		{"everything.md", nil},
		{"recorded-by-21-august.md", []string{"-recorded-by", "2024-08-21"}},
		{"known-by-5-august.md", []string{"-known-by", "2024-08-05"}},
		{"as-mali.md", []string{"-as", "mali"}},
		{"as-ukraine.md", []string{"-as", "ukraine"}},
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
		{"an empty record", []string{empty}, 0, "Nothing on file."},
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

// Every item is told in the section where it belongs, and text from a record
// stays text.
func TestEverySection(t *testing.T) {
	record := `{"format":"dispute/1","title":"# T <b>",
"actors":[{"id":"aland","kind":"state","name":"Aland"},{"id":"beland","kind":"state","name":"Be|land"},{"id":"wire","kind":"medium","name":"Wire"}],
"sources":[{"id":"page","kind":"article","title":"the page"},{"id":"story","kind":"article","title":"*the* story","publisher":"wire"},{"id":"leak","kind":"document","title":"the leak","publisher":"wire","confidential":true}],
"events":[
{"id":"raid","kind":"attack","summary":"A raid\n\n## <script>"},
{"id":"strike","kind":"attack","summary":"A strike","sources":["story"]},
{"id":"rumour","kind":"attack","summary":"A rumour"},
{"id":"talks","kind":"deliberate","summary":"Talks","phase":"expected","sources":["page","story","leak"]},
{"id":"visit","kind":"deliberate","summary":"A visit","phase":"cancelled"},
{"id":"summit","kind":"deliberate","summary":"A summit","phase":"expected"}],
"claims":[{"id":"raided","text":"aland raided","content":{"occurred":"raid"}},{"id":"guilt","text":"aland is at fault","adverse":["aland"],"favours":["beland"]},
{"id":"summit-held","text":"there will be a summit","content":{"occurred":"summit"}}],
"attributions":[
{"id":"no","speaker":"wire","stance":"denies","claim":"raided","lineage":"first-hand"},
{"id":"yes","speaker":"beland","stance":"asserts","claim":"guilt","lineage":"first-hand"},
{"id":"nay","speaker":"aland","stance":"denies","claim":"guilt","lineage":"first-hand"},
{"id":"soon","speaker":"wire","stance":"asserts","claim":"summit-held","lineage":"first-hand"}]}`
	for standpoint, want := range map[string]map[string][]string{
		"": {
			"Established": {"**A strike** — Wire reported it — reported (2,0)"},
			"Claimed":     {"**A rumour** — no first-hand statement counts — unasserted (0,0)"},
			"Denied":      {"**A raid  ## \\<script\\>** — Wire denied it — denied (0,2)", "Aland denied that aland is at fault (the claim is contested)"},
			"Contested":   {"**Aland is at fault** — contested (1,1)", "Be\\|land said that aland is at fault"},
			"Expected":    {"**Talks** — according to a confidential source; according to “the page”; according to “\\*the\\* story”, published by Wire\n", "**A summit** — Wire said so — reported (2,0)", "Wire said that there will be a summit"},
			"Cancelled":   {"**A visit** — no first-hand statement counts\n"},
		},
		"aland": {
			"Dropped": {"**Aland is at fault** — contested (1,1)", "dropped from the standpoint of Aland", "Be\\|land said that aland is at fault"},
		},
	} {
		var stdout, stderr bytes.Buffer
		if status := run([]string{"-as", standpoint, "-"}, strings.NewReader(record), &stdout, &stderr); status != 0 {
			t.Fatalf("exit status %d: %s", status, &stderr)
		}
		if !strings.HasPrefix(stdout.String(), "# \\# T \\<b\\>\n") {
			t.Errorf("title: %.20q", stdout.String())
		}
		sections := map[string]string{}
		for _, section := range strings.Split(stdout.String(), "\n## ")[1:] {
			title, text, _ := strings.Cut(section, "\n")
			sections[title] = text
		}
		for title, lines := range want {
			for _, line := range lines {
				if !strings.Contains(sections[title], line) {
					t.Errorf("from %q: %s lacks %q:\n%s", standpoint, title, line, sections[title])
				}
			}
		}
		for title, text := range sections {
			for _, event := range []string{"**A strike**", "**A rumour**", "**A raid", "**A summit**", "**A visit**"} {
				if strings.Contains(text, event) && want[title] == nil && standpoint == "" {
					t.Errorf("%s tells of %s", title, event)
				}
			}
		}
	}
}
