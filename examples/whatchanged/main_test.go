package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/examples/internal/program"
	"github.com/dispute-go/dispute/sahel2024"
)

var update = flag.Bool("update", false, "rewrite the golden files; read every line before committing them")

const harbour = "../testdata/harbour.json"

// runs are briefings whose golden files were read line by line against the
// report and the dossier's sources, or against the invented record.
var runs = []struct {
	golden string
	args   []string
}{
	{"recorded-21-to-22-august.md", []string{"2024-08-21", "2024-08-22"}},
	{"known-4-to-6-august.md", []string{"-by", "known", "2024-08-04", "2024-08-06"}},
	{"known-4-to-6-august-as-niger.md", []string{"-by", "known", "-as", "niger", "2024-08-04", "2024-08-06"}},
	{"harbour-6-to-12-march.md", []string{"2031-03-06", "2031-03-12", harbour}},
}

func brieftext(t *testing.T, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if status := run(args, strings.NewReader(""), &stdout, &stderr); status != 0 {
		t.Fatalf("exit status %d: %s", status, &stderr)
	}
	return stdout.String()
}

func TestBriefings(t *testing.T) {
	for _, c := range runs {
		t.Run(c.golden, func(t *testing.T) {
			got := brieftext(t, c.args...)
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
				t.Errorf("briefing (-want +got):\n%s", diff)
			}
		})
	}
}

// What happened is only ever told with who says so, and every new statement is
// told as the library's sentence has it.
func TestNothingIsToldWithoutItsSpeaker(t *testing.T) {
	dossier, err := dispute.Compile(sahel2024.Record())
	if err != nil {
		t.Fatal(err)
	}
	days := []string{"2023-09-16", "2024-07-29", "2024-08-04", "2024-08-05", "2024-08-06", "2024-08-20", "2024-08-21", "2024-08-22", "2024-09-01"}
	told := 0
	for i, from := range days {
		for _, to := range days[i:min(i+2, len(days))] {
			text := brieftext(t, "-by", "known", from, to)
			for line := range strings.Lines(text) {
				if strings.Contains(line, "**") && !regexp.MustCompile(`\*\* — (.*(according to| said so| reported it)|no first-hand statement counts)`).MatchString(line) {
					t.Errorf("%s to %s: an event without anybody's word: %s", from, to, line)
				}
			}
			a, b := viewKnownBy(t, dossier, from), viewKnownBy(t, dossier, to)
			for x := range b.Attributions(dispute.AttributionQuery{}) {
				if _, ok := a.Attribution(x.ID); ok {
					continue
				}
				told++
				if sentence := program.Markdown(b.Sentence(x.ID.Ref())); !strings.Contains(text, sentence) {
					t.Errorf("%s to %s: not told: %s", from, to, sentence)
				}
			}
		}
	}
	if told == 0 {
		t.Error("no new statement was looked for")
	}
}

func viewKnownBy(t *testing.T, dossier *dispute.Dossier, day string) *dispute.View {
	t.Helper()
	v, err := dossier.View(dispute.Lens{KnownBy: edtf.MustParseDay(day)})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestNothingChanged(t *testing.T) {
	want := `# Ukraine and three Sahel states, 2024: what changed

From what was on file by 21 August 2024 to what was on file by 21 August 2024, from nobody's standpoint.

Nothing changed.
`
	if diff := cmp.Diff(want, brieftext(t, "2024-08-21", "2024-08-21")); diff != "" {
		t.Errorf("briefing (-want +got):\n%s", diff)
	}
}

func TestMarkup(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"plain words", "Mali's note of 4 August (2024), no. 1", "Mali's note of 4 August (2024), no. 1"},
		{"a number of origins", "for: [1] Mali, [2] Niger", "for: [1] Mali, [2] Niger"},
		{"a tag", "<script>x</script>", `\<script\>x\</script\>`},
		{"a link", "[here](javascript:x)", `[here]\(javascript:x)`},
		{"a link's definition", "[here]: x", `[here]\: x`},
		{"emphasis and code", "**a** _b_ `c` ~~d~~", "\\*\\*a\\*\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~"},
		{"an entity", "&lt;", `\&lt;`},
		{"a table", "a|b", `a\|b`},
		{"an escape", `\*`, `\\\*`},
		{"several lines", "a\n\n# b\r\tc\u2028d", "a  # b  c d"},
		{"a heading", "# a", `\# a`},
		{"a bullet", "- a", `\- a`},
		{"a numbered list", "12. a", `12\. a`},
		{"a sum of money", "12 a.", "12 a."},
		{"code by indentation", "    a", "a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := program.Markdown(c.text); got != c.want {
				t.Errorf("program.Markdown(%q) = %q, want %q", c.text, got, c.want)
			}
		})
	}
}

// What is called off is never told as going ahead, and whoever says so is named,
// whether the event was expected before or is new.
func TestCalledOffEventsAreToldAsSuch(t *testing.T) {
	name := filepath.Join(t.TempDir(), "council.json")
	if err := os.WriteFile(name, []byte(`{"format":"dispute/1",
"actors":[{"id":"afp","kind":"medium","name":"AFP"},{"id":"reuters","kind":"medium","name":"Reuters"}],
"sources":[{"id":"first","kind":"article","title":"First wire","publisher":"reuters","recorded":"2024-08-20"},
{"id":"second","kind":"article","title":"Second wire","publisher":"afp","recorded":"2024-08-22"}],
"events":[{"id":"council","kind":"deliberate","phase":"expected","summary":"The Council deliberates","when":"2024-08-25","sources":["first"]},
{"id":"council-2","supersedes":"council","kind":"deliberate","phase":"cancelled","summary":"The Council deliberates","when":"2024-08-25","sources":["second"]},
{"id":"hearing","kind":"deliberate","phase":"cancelled","summary":"The Court hears them","when":"2024-08-26","sources":["second"]}]}`), 0o644); err != nil {
		t.Fatal(err)
	}
	text := brieftext(t, "2024-08-21", "2024-08-22", name)
	for _, want := range []string{
		"  - Is: Cancelled, expected on 25 August 2024: **The Council deliberates** — according to “Second wire”, published by AFP\n",
		"- Cancelled, expected on 26 August 2024: **The Court hears them** — according to “Second wire”, published by AFP\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("lacks %q:\n%s", want, text)
		}
	}
}

// The record may come from standard input.
func TestStandardInput(t *testing.T) {
	text, err := os.ReadFile(harbour)
	if err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	if status := run([]string{"2031-03-06", "2031-03-12", "-"}, bytes.NewReader(text), &stdout, &stderr); status != 0 {
		t.Fatalf("exit status %d: %s", status, &stderr)
	}
	if diff := cmp.Diff(brieftext(t, "2031-03-06", "2031-03-12", harbour), stdout.String()); diff != "" {
		t.Errorf("output from standard input (-file +stdin):\n%s", diff)
	}
}

func TestHelp(t *testing.T) {
	var stdout, stderr bytes.Buffer
	if status := run([]string{"-help"}, strings.NewReader(""), &stdout, &stderr); status != 0 || !strings.HasPrefix(stderr.String(), "usage: whatchanged ") {
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
		{"no arguments", nil, 2, "0 arguments, want two days"},
		{"one day", []string{"2024-08-21"}, 2, "1 arguments, want two days"},
		{"two files", []string{"2024-08-21", "2024-08-22", "a", "b"}, 2, "at most one file"},
		{"an unknown flag", []string{"-nonsense", "2024-08-21", "2024-08-22"}, 2, "nonsense"},
		{"no day", []string{"yesterday", "2024-08-22"}, 2, `"yesterday"`},
		{"a month", []string{"2024-08-21", "2024-09"}, 2, `"2024-09"`},
		{"the later day first", []string{"2024-08-22", "2024-08-21"}, 2, `"2024-08-21" is before "2024-08-22"`},
		{"an unknown axis", []string{"-by", "rumour", "2024-08-21", "2024-08-22"}, 2, `-by "rumour", want "recorded" or "known"`},
		{"an unknown standpoint", []string{"-as", "atlantis", "2024-08-21", "2024-08-22"}, 1, `"atlantis"`},
		{"a file that is not there", []string{"2024-08-21", "2024-08-22", filepath.Join(t.TempDir(), "none.json")}, 1, "none.json"},
		{"a record that cannot be used", []string{"2024-08-21", "2024-08-22", broken}, 1, "/events/0/id"},
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
