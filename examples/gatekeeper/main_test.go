package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/ingest/statements"
)

var update = flag.Bool("update", false, "rewrite the golden files; read every line before committing them")

// gate runs the program and returns its status and both outputs.
func gate(stdin string, args ...string) (int, string, string) {
	var stdout, stderr bytes.Buffer
	status := run(args, strings.NewReader(stdin), &stdout, &stderr)
	return status, stdout.String(), stderr.String()
}

func someLines(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "statements.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The statements are what one report holds, in lines of our own wording, and
// lines with something missing or wrong. What comes out was read line by line
// against the report.
func TestGolden(t *testing.T) {
	text := someLines(t)
	recordStatus, record, reasons := gate(text, "-title", "What one report holds")
	sentenceStatus, sentences, again := gate(text, "-sentences")
	if recordStatus != 1 || sentenceStatus != 1 {
		t.Errorf("exit status %d and %d, want 1 for lines refused", recordStatus, sentenceStatus)
	}
	if diff := cmp.Diff(reasons, again); diff != "" {
		t.Errorf("the reasons depend on what is written (-record +sentences):\n%s", diff)
	}
	for _, c := range []struct{ golden, got string }{
		{"record.json", record},
		{"sentences.txt", sentences},
		{"refused.txt", reasons},
	} {
		name := filepath.Join("testdata", c.golden)
		if *update {
			if err := os.WriteFile(name, []byte(c.got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), c.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.golden, diff)
		}
	}
}

func compile(t *testing.T, text string) *dispute.View {
	t.Helper()
	record, err := dispute.Decode(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	dossier, err := dispute.Compile(record)
	if err != nil {
		t.Fatal(err)
	}
	view, err := dossier.View(dispute.Lens{})
	if err != nil {
		t.Fatal(err)
	}
	return view
}

// The record says of the claims what the report does: all of it comes from
// interested parties, the letter is one origin, and the denials are two.
func TestStatuses(t *testing.T) {
	_, text, _ := gate(someLines(t))
	v := compile(t, text)
	got := map[string]string{}
	for c := range v.Claims(dispute.ClaimQuery{}) {
		got[c.Text] = v.Status(c.ID).String()
	}
	want := map[string]string{
		"Mali severed diplomatic relations with Ukraine":                        "alleged (1,0) — for: Mali (at most 1 origin); not adjudicated",
		"Ukraine supports international terrorism":                              "alleged (1,0) — for: Mali (at most 1 origin); not adjudicated",
		"Ukraine gave the Tuareg rebels information they needed for the attack": "alleged (1,0) — for: implied by an unnamed representative of Ukraine's intelligence directorate GUR (at most 1 origin); not adjudicated",
		"Ukraine supported rebels in the Sahel":                                 "contested (1,1) — for: Burkina Faso, Mali and Niger jointly (at most 1 origin); against: [1] the Tuareg rebels, [2] Ukraine (at most 2 origins); not adjudicated",
		"Ukraine had a part in the attack":                                      "denied (0,1) — against: Ukraine (at most 1 origin); not adjudicated",
		"47 Malian soldiers were killed in the attack":                          "alleged (1,0) — for: the Tuareg rebels (at most 1 origin); not adjudicated",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("statuses (-want +got):\n%s", diff)
	}
}

// Order and repetition of the lines make no difference to the record, and
// sentences come in the order of the lines.
func TestOrderAndRepetition(t *testing.T) {
	text := someLines(t)
	_, want, _ := gate(text)
	_, sentences, _ := gate(text, "-sentences")
	lines := strings.SplitAfter(text, "\n")
	random := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		shuffled := append([]string{}, lines...)
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		shuffled = append(shuffled, lines[random.IntN(len(lines))])
		_, got, _ := gate(strings.Join(shuffled, ""))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("record of shuffled lines (-want +got):\n%s", diff)
		}
	}
	if _, got, _ := gate(text+text, "-sentences"); got != sentences+sentences {
		t.Errorf("sentences of every line twice:\n%s", got)
	}
}

// An item enters the file with the first line that has it.
func TestRecorded(t *testing.T) {
	line := func(recorded string) string {
		return strings.Replace(plain, `"said"`, recorded+`"said"`, 1) + "\n"
	}
	for _, c := range []struct{ name, lines, want string }{
		{"one line", line(`"recorded":"2031-03-05",`), "2031-03-05"},
		{"a repetition on a later day", line(`"recorded":"2031-03-05",`) + line(`"recorded":"2031-03-06",`), "2031-03-05"},
		{"and in the other order", line(`"recorded":"2031-03-06",`) + line(`"recorded":"2031-03-05",`), "2031-03-05"},
		{"a line without a day", line(`"recorded":"2031-03-05",`) + line(""), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, text, _ := gate(c.lines)
			r, err := dispute.Decode(strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			if n := len(r.Attributions); n != 1 {
				t.Fatalf("%d attributions, want one", n)
			}
			for _, day := range []string{
				r.Actors[0].Recorded.String(), r.Sources[0].Recorded.String(),
				r.Claims[0].Recorded.String(), r.Attributions[0].Recorded.String(),
			} {
				if day != c.want {
					t.Errorf("recorded %q, want %q", day, c.want)
				}
			}
		})
	}
}

// What several lines say of one actor and of one claim comes together.
func TestUnion(t *testing.T) {
	_, text, reasons := gate(`
{"speaker":{"kind":"person","name":"P","speaks_for":{"kind":"state","name":"A"}},"stance":"asserts","claim":{"text":"it is so","adverse":[{"kind":"state","name":"A"}]},"source":{"kind":"post","title":"S","published":"2031-03-04"},"said":"2031-03-04"}
{"speaker":{"kind":"person","name":"P"},"stance":"denies","claim":{"text":"it is so","adverse":[{"kind":"state","name":"B"}],"favours":[{"kind":"state","name":"A"}]},"source":{"kind":"post","title":"S","published":"2031-03-05"},"said":"2031-03-05"}
`)
	if reasons != "" {
		t.Fatal(reasons)
	}
	r, err := dispute.Decode(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	names := map[dispute.ActorID]string{}
	for _, a := range r.Actors {
		names[a.ID] = a.Name
		if a.Name == "P" && len(a.Affiliations) != 1 {
			t.Errorf("P has affiliations %v, want one", a.Affiliations)
		}
	}
	if len(r.Actors) != 3 || len(r.Claims) != 1 || len(r.Sources) != 2 || len(r.Attributions) != 2 {
		t.Fatalf("%d actors, %d claims, %d sources, %d attributions; want 3, 1, 2, 2",
			len(r.Actors), len(r.Claims), len(r.Sources), len(r.Attributions))
	}
	c := r.Claims[0]
	var adverse, favours string
	for _, id := range c.Adverse {
		adverse += names[id]
	}
	for _, id := range c.Favours {
		favours += names[id]
	}
	if adverse != "AB" && adverse != "BA" || favours != "A" || c.Known.String() != "2031-03-04" {
		t.Errorf("claim adverse to %q, in favour of %q, known %s; want A and B, A, 2031-03-04", adverse, favours, c.Known)
	}
}

func TestStreams(t *testing.T) {
	for _, c := range []struct {
		name, stdin string
		status      int
		sentences   int
	}{
		{"nothing", "", 0, 0},
		{"empty lines", "\n  \n\r\n", 0, 0},
		{"a line without its line feed", plain, 0, 1},
		{"lines of other systems", plain + "\r\n" + plain + "\r\n", 0, 2},
		{"a refused line between others", plain + "\n{}\n" + plain, 1, 2},
		{"a byte order mark", "\ufeff" + plain + "\n" + plain, 0, 2},
		{"a byte order mark before a line that is just short enough", "\ufeff" + strings.Repeat(" ", statements.MaxLine-len(plain)) + plain, 0, 1},
		{"a byte order mark later on", plain + "\n\ufeff" + plain, 1, 1},
		{"a line that is too long", plain + "\n" + strings.Repeat(" ", statements.MaxLine) + plain + "\n" + plain, 1, 2},
		{"a line that is just short enough", strings.Repeat(" ", statements.MaxLine-len(plain)) + plain + "\n", 0, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, sentences, reasons := gate(c.stdin, "-sentences")
			if n := strings.Count(sentences, "\n"); status != c.status || n != c.sentences {
				t.Errorf("status %d and %d sentences, want %d and %d; %s", status, n, c.status, c.sentences, reasons)
			}
			if (reasons == "") != (c.status == 0) {
				t.Errorf("reasons %q with status %d", reasons, c.status)
			}
			_, record, _ := gate(c.stdin)
			if r, err := dispute.Decode(strings.NewReader(record)); err != nil || len(r.Attributions) != min(c.sentences, 1) {
				t.Errorf("%d attributions, error %v", len(r.Attributions), err)
			}
		})
	}
}

func TestBrokenStreams(t *testing.T) {
	var stdout, stderr bytes.Buffer
	in := iotest.TimeoutReader(strings.NewReader(strings.Repeat(plain+"\n", 50)))
	if status := run(nil, in, &stdout, &stderr); status != 1 || !strings.Contains(stderr.String(), "timeout") || stdout.Len() > 0 {
		t.Errorf("status %d, wrote %q, said %q; want 1, no record, and why", status, &stdout, &stderr)
	}
	stderr.Reset()
	if status := run(nil, strings.NewReader(plain), brokenWriter{}, &stderr); status != 1 || !strings.Contains(stderr.String(), "no room") {
		t.Errorf("status %d, said %q; want 1 and why", status, &stderr)
	}
}

// Lines that pass one by one can come to more than one record may hold.
func TestMoreThanARecordHolds(t *testing.T) {
	var text strings.Builder
	for i := range 300 {
		fmt.Fprintln(&text, strings.Replace(plain, `"text":"it is so"`, fmt.Sprintf(`"text":"it is so","adverse":[{"kind":"state","name":"S%d"}]`, i), 1))
	}
	status, record, reasons := gate(text.String())
	if status != 1 || record != "" || !strings.Contains(reasons, "/claims/0") || !strings.Contains(reasons, "over the limit") {
		t.Errorf("status %d, wrote %d bytes, said %q; want 1, no record, and the limit", status, len(record), reasons)
	}
	if status, sentences, reasons := gate(text.String(), "-sentences"); status != 0 || strings.Count(sentences, "\n") != 300 {
		t.Errorf("status %d, %d sentences, said %q; want 0 and 300", status, strings.Count(sentences, "\n"), reasons)
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("no room") }

func TestHelp(t *testing.T) {
	var stdout, stderr bytes.Buffer
	if status := run([]string{"-help"}, strings.NewReader(""), &stdout, &stderr); status != 0 || !strings.HasPrefix(stderr.String(), "usage: gatekeeper ") {
		t.Errorf("status %d, said %q; want 0 and how to use it", status, &stderr)
	}
}

func TestBadArguments(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		says string
	}{
		{"a file", []string{"statements.jsonl"}, `argument "statements.jsonl", want none`},
		{"an unknown flag", []string{"-nonsense"}, "nonsense"},
		{"no truth value", []string{"-sentences=perhaps"}, "perhaps"},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, stdout, stderr := gate(plain, c.args...)
			if status != 2 || !strings.Contains(stderr, c.says) || stdout != "" {
				t.Errorf("status %d, wrote %q, said %q; want 2, nothing, and %q", status, stdout, stderr, c.says)
			}
		})
	}
}
