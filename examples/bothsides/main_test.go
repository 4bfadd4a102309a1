package main

import (
	"bytes"
	"encoding/csv"
	"flag"
	"os"
	"path/filepath"
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
// sources, or against the invented record.
func TestGolden(t *testing.T) {
	for _, c := range []struct {
		golden string
		args   []string
	}{
		{"mali-ukraine.md", []string{"mali", "ukraine"}},
		{"mali-ukraine.csv", []string{"-format", "csv", "mali", "ukraine"}},
		{"mali-niger-by-21-august.md", []string{"-recorded-by", "2024-08-21", "mali", "niger"}},
		{"mali-ukraine-known-by-4-august.md", []string{"-known-by", "2024-08-04", "mali", "ukraine"}},
		{"harbour.md", []string{"arvenia", "boreland", harbour}},
		{"harbour.csv", []string{"-format", "csv", "arvenia", "boreland", harbour}},
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

// The lists and the sides of them are those of the dispute, by ID. This is
// written down from the report, not from the program.
func TestListsOfTheReport(t *testing.T) {
	rows := readCSV(t, output(t, "-format", "csv", "-recorded-by", "2024-08-21", "mali", "ukraine"))
	got := map[string][]string{}
	for _, r := range rows[1:] {
		got[r[0]] = append(got[r[0]], r[2]+": "+r[7]+"/"+r[9])
	}
	want := map[string][]string{
		"disputed": {"ukraine-supported-rebels: affirms/denies"},
		"one-sided": {
			"alliance-founded: affirms by doing it, as told by others/",
			"demand-to-council: affirms by doing it/",
			"mali-accuses: affirms by doing it/",
			"mali-cuts-ties: affirms by doing it/",
			"ukraine-denies: /affirms by doing it",
			"ukraine-backs-terrorism: affirms/",
			"ukraine-gave-information: /denies",
			"ukraine-involved-in-attack: /denies",
		},
		"uncommitted": {"ukraine-threatens-stability: implies/", "ukraine-gave-information: /implies", "ukraine-involved-in-attack: /implies"},
		"demand":      {"demand-to-council: demands/"},
		"accusation":  {"mali-accuses: accuses/"},
		"unanswered": {
			"no-response/attribution/letter-alleges-support/ukraine-foreign-ministry/letter: /has not answered",
			"no-response/claim/ukraine-backs-terrorism/ukraine-foreign-ministry: /has not answered",
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows by list (-want +got):\n%s", diff)
	}
}

// Swapping the parties swaps the columns and nothing else.
func TestOrderOfParties(t *testing.T) {
	one := readCSV(t, output(t, "-format", "csv", "arvenia", "boreland", harbour))
	other := readCSV(t, output(t, "-format", "csv", "boreland", "arvenia", harbour))
	swapped := map[string][]string{}
	for _, r := range other {
		r[7], r[8], r[9], r[10] = r[9], r[10], r[7], r[8]
		swapped[r[0]+" "+r[2]] = r
	}
	if len(one) != len(other) {
		t.Errorf("%d rows and %d rows", len(one), len(other))
	}
	for _, r := range one {
		if diff := cmp.Diff(swapped[r[0]+" "+r[2]], r); diff != "" {
			t.Errorf("row with the parties in the other order (-want +got):\n%s", diff)
		}
	}
}

func readCSV(t *testing.T, text string) [][]string {
	t.Helper()
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord = 11
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// A record that tries to put formulas into a spreadsheet and markup into a page.
func TestHostileNames(t *testing.T) {
	const record = `{"format":"dispute/1","title":"<i>T",
		"actors":[{"id":"a","kind":"state","name":"=A|<b>"},{"id":"b","kind":"state","name":"@B\n# x"}],
		"sources":[{"id":"s","kind":"post","title":"[x](javascript:x)"}],
		"claims":[{"id":"c","text":"-2+3|*it*","adverse":["a"]},{"id":"d","text":"\t=d"}],
		"attributions":[{"id":"t","speaker":"a","stance":"denies","claim":"c","source":"s","lineage":"first-hand"},
			{"id":"u","speaker":"b","stance":"asserts","claim":"d","lineage":"first-hand"}]}`
	file := filepath.Join(t.TempDir(), "hostile.json")
	if err := os.WriteFile(file, []byte(record), 0o644); err != nil {
		t.Fatal(err)
	}
	rows := readCSV(t, strings.ReplaceAll(output(t, "-format", "csv", "a", "b", file), "\r\n", "\n"))
	for _, r := range rows {
		for _, cell := range r {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r\n") {
				t.Errorf("cell %q would be computed", cell)
			}
		}
	}
	if diff := cmp.Diff("'=A|<b>: statements", rows[0][8]); diff != "" {
		t.Errorf("heading (-want +got):\n%s", diff)
	}
	text := output(t, "a", "b", file)
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "# x") || strings.HasPrefix(line, "|") && strings.Count(strings.ReplaceAll(line, `\|`, ""), "|") != 5 {
			t.Errorf("the record made up this line: %q", line)
		}
	}
	for _, bad := range []string{"<i>", "<b>", "](", "|*it*"} {
		if strings.Contains(text, bad) {
			t.Errorf("%q is in the page unescaped:\n%s", bad, text)
		}
	}
}

// Confidential sources are not named, here as in the library's sentences.
func TestConfidentialSource(t *testing.T) {
	const record = `{"format":"dispute/1",
		"actors":[{"id":"a","kind":"state","name":"A"},{"id":"b","kind":"state","name":"B"}],
		"sources":[{"id":"s","kind":"letter","title":"the secret letter","publisher":"a","confidential":true}],
		"events":[{"id":"e","kind":"meet","summary":"A and B meet","sources":["s"]}]}`
	file := filepath.Join(t.TempDir(), "confidential.json")
	if err := os.WriteFile(file, []byte(record), 0o644); err != nil {
		t.Fatal(err)
	}
	text := output(t, "a", "b", file)
	if !strings.Contains(text, "A confidential source reported this: A and B meet") || strings.Contains(text, "secret") {
		t.Errorf("want the source unnamed:\n%s", text)
	}
}

// The record may come from standard input.
func TestStandardInput(t *testing.T) {
	text, err := os.ReadFile(harbour)
	if err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	if status := run([]string{"arvenia", "boreland", "-"}, bytes.NewReader(text), &stdout, &stderr); status != 0 {
		t.Fatalf("exit status %d: %s", status, &stderr)
	}
	if diff := cmp.Diff(output(t, "arvenia", "boreland", harbour), stdout.String()); diff != "" {
		t.Errorf("output from standard input (-file +stdin):\n%s", diff)
	}
}

func TestHelp(t *testing.T) {
	var stdout, stderr bytes.Buffer
	if status := run([]string{"-help"}, strings.NewReader(""), &stdout, &stderr); status != 0 || !strings.HasPrefix(stderr.String(), "usage: bothsides ") {
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
		{"no arguments", nil, 2, "0 arguments, want two parties"},
		{"one party", []string{"mali"}, 2, "1 arguments, want two parties"},
		{"two files", []string{"mali", "ukraine", "a", "b"}, 2, "at most one file"},
		{"one party twice", []string{"mali", "mali"}, 2, `"mali" and "mali" are one party`},
		{"an unknown flag", []string{"-nonsense", "mali", "ukraine"}, 2, "nonsense"},
		{"no day", []string{"-known-by", "yesterday", "mali", "ukraine"}, 2, `"yesterday"`},
		{"an unknown format", []string{"-format", "xlsx", "mali", "ukraine"}, 2, `-format "xlsx", want "markdown" or "csv"`},
		{"an unknown party", []string{"mali", "atlantis"}, 1, `no actor "atlantis"`},
		{"a file that is not there", []string{"a", "b", filepath.Join(t.TempDir(), "none.json")}, 1, "none.json"},
		{"a record that cannot be used", []string{"a", "b", broken}, 1, "/events/0/id"},
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

// Every line of the comparison and of both accounts has its row.
func TestNothingIsLeftOut(t *testing.T) {
	dossier, err := dispute.Compile(must(program.Load("", nil)))
	if err != nil {
		t.Fatal(err)
	}
	v, err := dossier.View(dispute.Lens{})
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for _, r := range readCSV(t, output(t, "-format", "csv", "mali", "ukraine")) {
		ids[r[2]] = true
	}
	for _, party := range []dispute.ActorID{"mali", "ukraine"} {
		a := v.Account(party)
		for _, lines := range [][]dispute.AccountLine{a.Asserts, a.Denies, a.Uncommitted, a.Demands, a.Accusations} {
			for _, line := range lines {
				if !ids[string(line.Event)] && !ids[string(line.Claim)] {
					t.Errorf("no row for what %s says on %s%s", party, line.Event, line.Claim)
				}
			}
		}
	}
}

func must(r dispute.Record, err error) dispute.Record {
	if err != nil {
		panic(err)
	}
	return r
}
