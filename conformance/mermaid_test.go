package conformance

import (
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/export/mermaid"
	"github.com/dispute-go/dispute/export/origins"
	"github.com/dispute-go/dispute/sahel2024"
)

// TestMermaid has Mermaid read the diagrams, and compares what it understood with what
// was meant: every event with its sentence, every statement with its claim.
func TestMermaid(t *testing.T) {
	if _, err := os.Stat("mermaid/node_modules"); err != nil {
		t.Skip("Mermaid is not installed; npm ci in mermaid/ does that, as .ci/run does")
	}
	for name, record := range map[string]dispute.Record{"sahel2024": sahel2024.Record(), "hostile": hostileRecord()} {
		dossier, err := dispute.Compile(record)
		if err != nil {
			t.Fatal(err)
		}
		v, err := dossier.View(dispute.Lens{})
		if err != nil {
			t.Fatal(err)
		}
		diagrams, claims := []string{mermaid.Timeline(v, record.Title)}, []dispute.Claim{}
		for c := range v.Claims(dispute.ClaimQuery{}) {
			text, err := origins.Mermaid(v, c.ID)
			if err != nil {
				t.Fatal(err)
			}
			diagrams, claims = append(diagrams, text), append(claims, c)
		}
		understood := mermaidReads(t, diagrams)
		timeline := understood[0]
		if got, want := timeline.Title, oneLine(record.Title); got != want {
			t.Errorf("%s: the title is %q, want %q", name, got, want)
		}
		entries := v.Timeline().Entries
		if len(timeline.Tasks) != len(entries) {
			t.Fatalf("%s: %d entries, want %d", name, len(timeline.Tasks), len(entries))
		}
		for i, e := range entries {
			task := timeline.Tasks[i]
			if want := oneLine(v.Sentence(e.Event.Ref())); len(task.Events) != 1 || task.Events[0] != want {
				t.Errorf("%s: %s is %q, want %q", name, e.Event, task.Events, want)
			}
			if want := e.Span.String(); want != "" && task.Period != want {
				t.Errorf("%s: %s is at %q, want %q", name, e.Event, task.Period, want)
			}
		}
		for i, c := range claims {
			chart := understood[i+1]
			if want := oneLine(c.Text); !strings.Contains(strings.ToLower(chart.Boxes["claim"]), strings.ToLower(want)) {
				t.Errorf("%s: claim %s is %q", name, c.ID, chart.Boxes["claim"])
			}
			s := v.Status(c.ID)
			framed := 0
			for _, f := range chart.Frames {
				framed += len(f.Boxes)
			}
			roots := 0
			for _, r := range append(s.For.Roots(), s.Against.Roots()...) {
				if r.Origin != 0 {
					roots++
				}
			}
			if framed != roots {
				t.Errorf("%s: %s has %d statements in frames, want its %d roots", name, c.ID, framed, roots)
			}
			toClaim := 0
			for _, a := range chart.Arrows {
				if a.To == "claim" {
					toClaim++
				}
			}
			if toClaim < roots {
				t.Errorf("%s: %s has %d arrows to the claim for %d roots", name, c.ID, toClaim, roots)
			}
		}
	}
}

type diagram struct {
	Title string
	Tasks []struct {
		Section, Period string
		Events          []string
	}
	Boxes  map[string]string
	Frames []struct{ Boxes []string }
	Arrows []struct{ From, To, Text string }
}

func mermaidReads(t *testing.T, diagrams []string) []diagram {
	t.Helper()
	in, err := json.Marshal(diagrams)
	if err != nil {
		t.Fatal(err)
	}
	check := exec.Command("node", "mermaid/check.mjs")
	check.Stdin = strings.NewReader(string(in))
	var errs strings.Builder
	check.Stderr = &errs
	out, err := check.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, errs.String())
	}
	var understood []diagram
	if err := json.Unmarshal(out, &understood); err != nil {
		t.Fatal(err)
	}
	return understood
}

// oneLine is a text with what would break a line made a space, and nothing around it.
func oneLine(text string) string {
	return strings.TrimSpace(strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(text))
}
