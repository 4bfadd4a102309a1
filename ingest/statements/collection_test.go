package statements_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/ingest/statements"
	"github.com/dispute-go/dispute/internal/disputetest"
)

const denial = `{"speaker": {"kind": "state", "name": "UKRAINE"}, "stance": "denies", "claim": {"text": "Ukraine helped the rebels", "adverse": [{"kind": "state", "name": "Ukraine"}]},
 "source": {"kind": "article", "title": "the report", "publisher": {"kind": "medium", "name": "the Courier"}, "published": "2024-08-21"}, "said": "2024-08-05", "lineage": "first-hand"}`

func onFile() dispute.Record {
	return dispute.Record{
		Title: "a file",
		Actors: []dispute.Actor{{ID: "ukr", Kind: dispute.ActorState, Name: "Ukraine"}, {ID: "courier", Kind: dispute.ActorMedium, Name: "The Daily Courier", Aliases: []string{"The Courier"}},
			{ID: "double", Kind: dispute.ActorPerson, Name: "Smith"}, {ID: "double-2", Kind: dispute.ActorPerson, Name: "Smith"}},
		Sources: []dispute.Source{{ID: "old", Kind: dispute.SourceArticle, URL: "https://example.org/1"}},
		Claims:  []dispute.Claim{{ID: "help", Text: "Ukraine helped the rebels", Adverse: []dispute.ActorID{"ukr"}}},
	}
}

func parse(t *testing.T, line string) *statements.Statement {
	t.Helper()
	s, err := statements.Parse([]byte(line))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// What a statement names is found again where it is on file, and nothing on file is
// changed. A line that comes again adds nothing.
func TestFoundOnFile(t *testing.T) {
	s := parse(t, denial)
	before := onFile()
	c := statements.NewCollection(before)
	c.Add(s)
	r := c.Record()
	if len(r.Actors) != 4 || len(r.Claims) != 1 || len(r.Sources) != 2 || len(r.Attributions) != 1 {
		t.Fatalf("%d actors, %d claims, %d sources, %d attributions", len(r.Actors), len(r.Claims), len(r.Sources), len(r.Attributions))
	}
	a := r.Attributions[0]
	if a.Speaker != "ukr" || a.Claim != "help" || a.ID != s.Attribution() {
		t.Errorf("got %+v", a)
	}
	source := r.Sources[1]
	if source.ID == "old" {
		source = r.Sources[0]
	}
	if a.Source != source.ID || source.Publisher != "courier" {
		t.Errorf("published by %q, in %q of %q", source.Publisher, a.Source, source.ID)
	}
	if got := disputetest.View(t, r, dispute.Lens{}).Status("help").String(); !strings.HasPrefix(got, "denied (0,1)") {
		t.Errorf("the claim is %s", got)
	}
	if diff := cmp.Diff(onFile(), before); diff != "" {
		t.Errorf("what was on file was changed:\n%s", diff)
	}
	again := statements.NewCollection(r)
	again.Add(parse(t, denial))
	if diff := cmp.Diff(r, again.Record()); diff != "" {
		t.Errorf("the line again (-once +twice):\n%s", diff)
	}
}

func TestNotFoundOnFile(t *testing.T) {
	for what, line := range map[string]string{
		"a name that two have":   strings.Replace(denial, `{"kind": "state", "name": "UKRAINE"}`, `{"kind": "person", "name": "smith"}`, 1),
		"another kind of actor":  strings.Replace(denial, `{"kind": "state", "name": "UKRAINE"}`, `{"kind": "medium", "name": "Ukraine"}`, 1),
		"a name that nobody has": strings.Replace(denial, "UKRAINE", "Ukrainia", 1),
	} {
		c := statements.NewCollection(onFile())
		c.Add(parse(t, line))
		if r := c.Record(); len(r.Actors) != 5 || r.Attributions[0].Speaker == "ukr" || r.Attributions[0].Speaker == "double" {
			t.Errorf("%s: speaker %q among %d actors", what, r.Attributions[0].Speaker, len(r.Actors))
		}
	}
	byAddress := strings.Replace(denial, `"title": "the report"`, `"title": "its copy", "url": "https://example.org/1"`, 1)
	c := statements.NewCollection(onFile())
	c.Add(parse(t, byAddress))
	if r := c.Record(); r.Attributions[0].Source != "old" || len(r.Sources) != 1 {
		t.Errorf("a source of the same address is %q", r.Attributions[0].Source)
	}
}

func TestZeroValues(t *testing.T) {
	var c statements.Collection
	c.Add(nil)
	c.Add(&statements.Statement{})
	if diff := cmp.Diff(dispute.Record{}, c.Record()); diff != "" {
		t.Errorf("an empty collection (-want +got):\n%s", diff)
	}
	var s statements.Statement
	if s.Attribution() != "" || s.Sentence() != "" || len(s.Record().Actors) != 0 {
		t.Errorf("the zero statement holds %q, %q", s.Attribution(), s.Sentence())
	}
	if err := statements.ReadLines(nil, func(int, *statements.Statement, error) {}); err == nil {
		t.Error("a nil reader is read")
	}
}

// The lines of the example program, in any order and split in whatever way, make one
// record.
func TestOrderAndParts(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "examples", "gatekeeper", "testdata", "statements.jsonl"))
	if err != nil {
		t.Skipf("the examples are not part of the module: %v", err)
	}
	var list []*statements.Statement
	if err := statements.ReadLines(bytes.NewReader(text), func(_ int, s *statements.Statement, err error) {
		if err == nil {
			list = append(list, s)
		}
	}); err != nil || len(list) < 5 {
		t.Fatalf("%d statements, %v", len(list), err)
	}
	var whole statements.Collection
	for _, s := range list {
		whole.Add(s)
	}
	var backwards statements.Collection
	for i := range list {
		backwards.Add(list[len(list)-1-i])
	}
	if diff := cmp.Diff(whole.Record(), backwards.Record()); diff != "" {
		t.Errorf("backwards (-want +got):\n%s", diff)
	}
	disputetest.View(t, whole.Record(), dispute.Lens{})
}
