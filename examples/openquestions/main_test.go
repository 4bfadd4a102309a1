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
		{"everything.txt", nil},
		{"by-29-august.txt", []string{"-recorded-by", "2024-08-29"}},
		{"known-by-5-august.txt", []string{"-known-by", "2024-08-05"}},
		{"by-21-august.json", []string{"-recorded-by", "2024-08-21", "-format", "json"}},
		{"harbour-by-6-march.txt", []string{"-recorded-by", "2031-03-06", harbour}},
		{"harbour-by-12-march.txt", []string{"-recorded-by", "2031-03-12", harbour}},
		{"harbour-ageing.json", []string{"-recorded-by", "2031-03-08", "-kind", "ageing", "-format", "json", harbour}},
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

// What is open day by day, worked out by hand from the two records: who has to
// answer what, and since when.
func TestDayByDay(t *testing.T) {
	type open struct{ Kind, Respondent, About, First, Last, AsOf string }
	for _, c := range []struct {
		name string
		args []string
		want []open
	}{
		{"before the accusation", []string{"-known-by", "2024-08-03"}, nil},
		{"the day after the accusation", []string{"-known-by", "2024-08-05"}, []open{
			{"no-response", "ukraine", "event/mali-accuses-dated", "2024-08-04", "2024-08-04", "2024-08-05"},
		}},
		{"the day of the report", []string{"-recorded-by", "2024-08-21"}, []open{
			{"no-response", "ukraine-foreign-ministry", "attribution/letter-alleges-support", "", "2024-08-20", "2024-08-21"},
			{"no-response", "ukraine-foreign-ministry", "claim/ukraine-backs-terrorism", "", "", "2024-08-21"},
			{"no-response", "un-security-council", "event/demand-to-council", "2024-08-01", "2024-08-21", "2024-08-21"},
		}},
		{"the first day on which the Council may meet", []string{"-recorded-by", "2024-08-22", "-kind", "ageing"}, []open{
			{"ageing", "", "event/council-deliberation", "2024-08-22", "2024-08-28", "2024-08-22"},
		}},
		{"the last day on which it may", []string{"-recorded-by", "2024-08-28", "-kind", "overdue"}, nil},
		{"the day after", []string{"-recorded-by", "2024-08-29", "-kind", "overdue"}, []open{
			{"overdue", "", "event/council-deliberation", "2024-08-22", "2024-08-28", "2024-08-29"},
		}},
		{"one respondent", []string{"-recorded-by", "2024-08-29", "-respondent", "un-security-council"}, []open{
			{"no-response", "un-security-council", "event/demand-to-council", "2024-08-04", "2024-08-21", "2024-08-29"},
		}},
		{"the accused answers by an act of its own", []string{"-recorded-by", "2031-03-06", harbour}, []open{
			{"no-response", "island-council", "event/appeal", "2031-03-06", "2031-03-06", "2031-03-06"},
		}},
		{"the accusation itself is denied", []string{"-recorded-by", "2031-03-09", "-respondent", "boreland", harbour}, nil},
		{"outlets cite each other", []string{"-recorded-by", "2031-03-07", "-kind", "no-origin", harbour}, []open{
			{"no-origin", "", "claim/ferry-carried-arms", "", "", "2031-03-07"},
		}},
		{"a silence is reported", []string{"-recorded-by", "2031-03-20", "-respondent", "arvenia-foreign-ministry", harbour}, []open{
			{"no-response", "arvenia-foreign-ministry", "attribution/boreland-blames-arvenia", "2031-03-06", "2031-03-06", "2031-03-12"},
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var answer struct {
				Questions []struct {
					Kind       string
					Respondent struct{ ID string }
					About      struct{ Kind, ID string }
					When       struct{ First, Last string }
					AsOf       string `json:"as_of"`
				}
			}
			if err := json.Unmarshal([]byte(output(t, append([]string{"-format", "json"}, c.args...)...)), &answer); err != nil {
				t.Fatal(err)
			}
			if answer.Questions == nil {
				t.Error("no list of questions, want one even if it is empty")
			}
			var got []open
			for _, q := range answer.Questions {
				got = append(got, open{q.Kind, q.Respondent.ID, q.About.Kind + "/" + q.About.ID, q.When.First, q.When.Last, q.AsOf})
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("open questions (-want +got):\n%s", diff)
			}
		})
	}
}

func TestConfidentialChannel(t *testing.T) {
	const record = `{"format":"dispute/1",
		"actors":[{"id":"a","kind":"state","name":"A"},{"id":"b","kind":"state","name":"B"}],
		"sources":[{"id":"s","kind":"letter","title":"the secret letter","publisher":"a","published":"2031-01-02","confidential":true}],
		"claims":[{"id":"c","text":"B did it"}],
		"attributions":[
			{"id":"t","speaker":"a","stance":"asserts","claim":"c","source":"s","lineage":"first-hand"},
			{"id":"u","speaker":"b","stance":"has-not-responded","attribution":"t","lineage":"first-hand"}]}`
	file := filepath.Join(t.TempDir(), "confidential.json")
	if err := os.WriteFile(file, []byte(record), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"text", "json"} {
		text := output(t, "-format", format, file)
		if !strings.Contains(text, "a confidential source") || strings.Contains(text, "secret") {
			t.Errorf("%s: want the source unnamed:\n%s", format, text)
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
	if status := run([]string{"-recorded-by", "2031-03-12", "-"}, bytes.NewReader(text), &stdout, &stderr); status != 0 {
		t.Fatalf("exit status %d: %s", status, &stderr)
	}
	if diff := cmp.Diff(output(t, "-recorded-by", "2031-03-12", harbour), stdout.String()); diff != "" {
		t.Errorf("output from standard input (-file +stdin):\n%s", diff)
	}
}

func TestHelp(t *testing.T) {
	var stdout, stderr bytes.Buffer
	if status := run([]string{"-help"}, strings.NewReader(""), &stdout, &stderr); status != 0 || !strings.HasPrefix(stderr.String(), "usage: openquestions ") {
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
		{"two files", []string{"a", "b"}, 2, "2 files, want at most one"},
		{"an unknown flag", []string{"-nonsense"}, 2, "nonsense"},
		{"no day", []string{"-known-by", "yesterday"}, 2, `"yesterday"`},
		{"an unknown kind", []string{"-kind", "riddle"}, 2, `-kind "riddle", want one of ["no-response" "denial-of-another" "ageing" "overdue" "no-origin"]`},
		{"an unknown format", []string{"-format", "xml"}, 2, `-format "xml", want "text" or "json"`},
		{"an unknown respondent", []string{"-respondent", "atlantis"}, 1, `no actor "atlantis"`},
		{"a file that is not there", []string{filepath.Join(t.TempDir(), "none.json")}, 1, "none.json"},
		{"a record that cannot be used", []string{broken}, 1, "/events/0/id"},
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
