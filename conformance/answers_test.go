package conformance

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/sahel2024"
)

// TestAnswersAgainstTheirSchema has an outside validator look at what is encoded.
func TestAnswersAgainstTheirSchema(t *testing.T) {
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(dispute.AnswersSchema()))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("answers.json", parsed); err != nil {
		t.Fatal(err)
	}
	valid := func(name string, answer any) error {
		schema, err := compiler.Compile("answers.json#/$defs/" + name)
		if err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(answer)
		if err != nil {
			t.Fatal(err)
		}
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		return schema.Validate(value)
	}
	dossier, err := dispute.Compile(sahel2024.Record())
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, lens := range []dispute.Lens{{}, {RecordedBy: edtf.MustParseDay("2024-08-21")}, {Standpoint: "mali"}} {
		v, err := dossier.View(lens)
		if err != nil {
			t.Fatal(err)
		}
		check := func(name string, answer any) {
			t.Helper()
			tried++
			if err := valid(name, answer); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		check("lens", v.Lens())
		for c := range v.Claims(dispute.ClaimQuery{}) {
			check("status", v.Status(c.ID))
		}
		for e := range v.Events(dispute.EventQuery{}) {
			check("status", v.EventStatus(e.ID))
			check("span", v.When(e.ID))
			for _, set := range v.Figures(e.ID) {
				check("figureSet", set)
			}
			check("dateSet", v.Dates(e.ID))
			for _, a := range v.Answers(e.ID) {
				check("answer", a)
			}
		}
		for r := range v.Relations() {
			check("history", r)
			check("history", r.History())
			check("relationState", r.On(edtf.MustParseDay("2024-08-07")))
			for _, c := range r.FirstChange() {
				check("relationChange", c)
			}
			for y := range r.Years(2023, 2024) {
				check("relationYear", y)
			}
		}
		for _, q := range v.OpenQuestions() {
			check("question", q)
		}
		for _, c := range v.Conflicts() {
			check("conflict", c)
		}
		for a := range v.Actors() {
			check("account", v.Account(a.ID))
		}
		check("comparison", v.Compare("mali", "ukraine"))
		check("timeline", v.Timeline())
		check("snapshot", v.Snapshot())
		for s := range v.Solidarity(30) {
			check("solidarityStep", s)
		}
	}
	if tried < 500 {
		t.Errorf("only %d answers were tried", tried)
	}
	// The schema can refuse.
	for name, answer := range map[string]string{"status": `{"label":"true"}`, "lens": `{"KnownBy":"2024-08-05"}`, "question": `{}`} {
		if err := valid(name, json.RawMessage(answer)); err == nil {
			t.Errorf("%s of %s is valid", name, answer)
		}
	}
}
