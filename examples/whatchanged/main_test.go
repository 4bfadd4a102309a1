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

const harbour = "../testdata/harbour.json"

// runs are briefings whose golden files were read line by line against the
// report and the dossier's sources, or against the invented record.
var runs = []struct {
	golden string
	args   []string
}{
	{"recorded-21-to-22-august.txt", []string{"-full", "2024-08-21", "2024-08-22"}},
	{"known-4-to-6-august.txt", []string{"-full", "-by", "known", "2024-08-04", "2024-08-06"}},
	{"known-4-to-6-august-as-niger.txt", []string{"-by", "known", "-as", "niger", "2024-08-04", "2024-08-06"}},
	{"harbour-6-to-12-march.txt", []string{"-full", "2031-03-06", "2031-03-12", harbour}},
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

func TestNothingChanged(t *testing.T) {
	want := "From what was on file by 21 August 2024 to what was on file by 21 August 2024. Nothing changed.\n"
	if text := brieftext(t, "2024-08-21", "2024-08-21"); !strings.Contains(text, want) || strings.Count(text, "\n") != 5 {
		t.Errorf("briefing: %s", text)
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
		"is: cancelled, expected on 25 August 2024; according to AFP",
		"- The Court hears them: cancelled, expected on 26 August 2024; according to AFP ",
	} {
		if !strings.Contains(strings.Join(strings.Fields(text), " ")+" ", want) {
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
