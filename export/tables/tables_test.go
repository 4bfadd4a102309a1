package tables_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/export/tables"
	"github.com/dispute-go/dispute/internal/disputetest"
	"github.com/dispute-go/dispute/internal/generate"
	"github.com/dispute-go/dispute/sahel2024"
)

func written(t testing.TB, name string, v *dispute.View) string {
	t.Helper()
	var b bytes.Buffer
	if err := tables.Write(&b, name, v); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// read reads a table back: rows of cells by column.
func read(t testing.TB, text string) []map[string]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var list []map[string]string
	for _, r := range rows[1:] {
		row := map[string]string{}
		for i, cell := range r {
			row[rows[0][i]] = cell
		}
		list = append(list, row)
	}
	return list
}

func small() dispute.Record {
	return dispute.Record{
		Actors: []dispute.Actor{{ID: "a", Kind: dispute.ActorState, Name: "Aland"}, {ID: "b", Kind: dispute.ActorState, Name: "Beland, the \"Great\""}, {ID: "spy", Kind: dispute.ActorPerson, Name: "Masked"}},
		Sources: []dispute.Source{{ID: "communique", Kind: dispute.SourceCommunique, Publisher: "a", Published: edtf.MustParse("2024-08-04")},
			{ID: "cable", Kind: dispute.SourceLetter, Publisher: "spy", Confidential: true}},
		Events: []dispute.Event{{ID: "cut", Kind: dispute.KindSeverRelations, Summary: "=cmd|' /C calc'!A1\r\nAland cuts ties", When: edtf.MustParse("[2024-08-04..2024-08-05]"), Sources: []dispute.SourceID{"communique"},
			Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "a"}, {Role: dispute.RoleTarget, Actor: "b"}}}},
		Claims: []dispute.Claim{{ID: "raid", Text: "Beland raided Aland", Adverse: []dispute.ActorID{"b"}, Favours: []dispute.ActorID{"a"}}},
		Attributions: []dispute.Attribution{
			{ID: "says", Speaker: "a", Stance: dispute.StanceAsserts, Claim: "raid", Source: "communique", Lineage: dispute.LineageFirstHand, OnRecord: dispute.RecordLevelOn},
			{ID: "hidden", Speaker: "spy", Stance: dispute.StanceDenies, Claim: "raid", Lineage: dispute.LineageFirstHand, Confidential: true},
			{ID: "leaked", Speaker: "spy", Stance: dispute.StanceDenies, Claim: "raid", Source: "cable", Lineage: dispute.LineageFirstHand},
		},
	}
}

func TestTables(t *testing.T) {
	v := disputetest.View(t, small(), dispute.Lens{})
	for name, want := range map[string][]map[string]string{
		"events": {{"id": "cut", "kind": "sever-relations", "summary": "'=cmd|' /C calc'!A1\nAland cuts ties", "when": "[2024-08-04..2024-08-05]", "until": "",
			"earliest_start": "2024-08-04", "latest_start": "2024-08-05", "earliest_end": "2024-08-04", "latest_end": "2024-08-05", "phase": "", "place": "",
			"label": "alleged", "for": "1", "against": "0", "standing": "accepted"}},
		"participants": {{"event": "cut", "role": "actor", "actor": "a", "name": "Aland", "side": ""}, {"event": "cut", "role": "target", "actor": "b", "name": "Beland, the \"Great\"", "side": ""}},
		"claims":       {{"id": "raid", "text": "Beland raided Aland", "label": "contested", "for": "1", "against": "2", "origins_for": "1", "origins_against": "1", "standing": "open", "adverse": "b", "favours": "a"}},
		"relations": {
			{"track": "diplomatic-relations", "from": "a", "to": "b", "state": "established", "target": "", "certainty": "certain", "possible_first": "", "possible_last": "2024-08-04",
				"certain_first": "", "certain_last": "2024-08-03", "surely_held": "true", "presupposed": "true"},
			{"track": "diplomatic-relations", "from": "a", "to": "b", "state": "severed", "target": "", "certainty": "certain", "possible_first": "2024-08-04", "possible_last": "",
				"certain_first": "2024-08-05", "certain_last": "", "surely_held": "true", "presupposed": "false"}},
	} {
		if diff := cmp.Diff(want, read(t, written(t, name, v))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	said := read(t, written(t, "attributions", v))
	if len(said) != 1 || said[0]["id"] != "says" || said[0]["on_record"] != "on-record" || !strings.HasPrefix(said[0]["sentence"], "Aland said") {
		t.Errorf("attributions: %v, want the one that is not confidential", said)
	}
	for _, name := range tables.Names() {
		if text := written(t, name, v); strings.Contains(text, "Masked") || strings.Contains(text, "spy") {
			t.Errorf("%s tells who spoke in confidence:\n%s", name, text)
		}
	}
}

// Nothing marked in random records is told.
func TestTablesKeepConfidences(t *testing.T) {
	for seed := range uint64(60) {
		v := disputetest.View(t, disputetest.ConfidentialRecord(seed), dispute.Lens{})
		for _, name := range tables.Names() {
			if text := written(t, name, v); strings.Contains(text, disputetest.Marker) {
				t.Errorf("seed %d: %s tells\n%s", seed, name, text)
			}
		}
	}
}

// Every table has the columns that the package says, and rows as long as its heading.
func TestPackageDescribesTheTables(t *testing.T) {
	v := disputetest.View(t, sahel2024.Record(), dispute.Lens{RecordedBy: disputetest.Day("2024-08-21")})
	var b bytes.Buffer
	if err := tables.WritePackage(&b, v, "T"); err != nil {
		t.Fatal(err)
	}
	var d struct {
		Lens      dispute.Lens
		Resources []struct {
			Name, Path string
			Schema     struct {
				Fields []struct{ Name, Type, Description string }
			}
		}
	}
	if err := json.Unmarshal(b.Bytes(), &d); err != nil {
		t.Fatal(err)
	}
	if d.Lens.RecordedBy != disputetest.Day("2024-08-21") || len(d.Resources) != len(tables.Names()) {
		t.Errorf("lens %v, %d tables", d.Lens, len(d.Resources))
	}
	for _, r := range d.Resources {
		text := written(t, r.Name, v)
		var names []string
		for _, f := range r.Schema.Fields {
			names = append(names, f.Name)
			if f.Description == "" {
				t.Errorf("%s.%s is not described", r.Name, f.Name)
			}
		}
		if heading, _, _ := strings.Cut(text, "\n"); heading != strings.Join(names, ",") || r.Path != r.Name+".csv" {
			t.Errorf("%s in %s begins %q, want %q", r.Name, r.Path, heading, names)
		}
		if len(read(t, text)) == 0 {
			t.Errorf("%s has no rows", r.Name)
		}
	}
}

func TestWrongCalls(t *testing.T) {
	for _, name := range tables.Names() {
		if err := tables.Write(nil, name, nil); err == nil {
			t.Errorf("%s into nothing: no error", name)
		}
		if err := tables.Write(io.Discard, name, nil); err != nil {
			t.Errorf("%s of a nil view: %v", name, err)
		}
	}
	if err := tables.Write(io.Discard, "people", nil); err == nil || !strings.Contains(err.Error(), `"people"`) {
		t.Errorf("an unknown table: %v", err)
	}
	if err := tables.WritePackage(nil, nil, ""); err == nil {
		t.Error("a package into nothing: no error")
	}
	if err := tables.WritePackage(io.Discard, nil, ""); err != nil {
		t.Errorf("a package of a nil view: %v", err)
	}
}

func BenchmarkWrite(b *testing.B) {
	for _, events := range []int{1250, 2500, 5000, 10000} {
		v := disputetest.MustView(b, generate.Record(events, 5, 20240821))
		for _, name := range []string{"events", "attributions"} {
			b.Run(fmt.Sprintf("%s/events=%d", name, events), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if err := tables.Write(io.Discard, name, v); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
