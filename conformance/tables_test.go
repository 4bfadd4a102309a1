package conformance

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/export/tables"
	"github.com/dispute-go/dispute/sahel2024"
)

// hostile is text that has broken exporters.
const hostile = "=cmd|' /C calc'!A1 \"quoted\", <b>&amp;</b> ]]> ; : \u202eright to left\u202c\r\nend | 'x' " + "long line "

func hostileRecord() dispute.Record {
	text := strings.ReplaceAll(hostile, "\r\n", "\n") + strings.Repeat("a", 200)
	return dispute.Record{
		Title:        text,
		Actors:       []dispute.Actor{{ID: "end", Kind: dispute.ActorState, Name: text}, {ID: "b", Kind: dispute.ActorState, Name: "B"}},
		Events:       []dispute.Event{{ID: "end", Kind: "=1+1", Summary: text, Place: text, Participants: []dispute.Participant{{Role: "+x", Actor: "end", Side: "@y"}, {Role: "target", Actor: "b"}}}},
		Claims:       []dispute.Claim{{ID: "end", Text: text, Adverse: []dispute.ActorID{"b", "end"}}},
		Sources:      []dispute.Source{{ID: "end", Kind: dispute.SourcePost, Title: text, Publisher: "end"}},
		Attributions: []dispute.Attribution{{ID: "end", Speaker: "end", Stance: dispute.StanceAsserts, Claim: "end", Source: "end", Lineage: dispute.LineageFirstHand, Quotation: text}},
	}
}

// TestTables has another reader read the tables: all rows, with every text as it was.
func TestTables(t *testing.T) {
	if _, err := os.Stat("tables/node_modules"); err != nil {
		t.Skip("the reader is not installed; npm ci in tables/ does that, as .ci/run does")
	}
	for name, record := range map[string]dispute.Record{"sahel2024": sahel2024.Record(), "hostile": hostileRecord(), "empty": {}} {
		t.Run(name, func(t *testing.T) {
			dir, meant := t.TempDir(), map[string][]map[string]string{}
			dossier, err := dispute.Compile(record)
			if err != nil {
				t.Fatal(err)
			}
			v, err := dossier.View(dispute.Lens{})
			if err != nil {
				t.Fatal(err)
			}
			write := func(name string, to func(*os.File) error) {
				t.Helper()
				file, err := os.Create(filepath.Join(dir, name))
				if err != nil {
					t.Fatal(err)
				}
				if err := to(file); err != nil {
					t.Fatal(err)
				}
				if err := file.Close(); err != nil {
					t.Fatal(err)
				}
			}
			write("datapackage.json", func(f *os.File) error { return tables.WritePackage(f, v, record.Title) })
			for _, table := range tables.Names() {
				write(table+".csv", func(f *os.File) error { return tables.Write(f, table, v) })
				meant[table] = rowsOf(t, filepath.Join(dir, table+".csv"))
			}
			got := packageRows(t, dir)
			for table, rows := range meant {
				if len(got[table]) != len(rows) {
					t.Fatalf("%s: %d rows were read, want %d", table, len(got[table]), len(rows))
				}
				for i, row := range rows {
					for column, cell := range row {
						if read := got[table][i][column]; fmt.Sprint(read) != cell && !(read == nil && cell == "") && !strings.HasPrefix(fmt.Sprint(read), cell+"T") {
							t.Errorf("%s, row %d: %s is read as %q, want %q", table, i, column, read, cell)
						}
					}
				}
			}
		})
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "datapackage.json"), []byte(`{"name":"x","resources":[{"name":"y","path":"none.csv"}]}`), 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("node", "tables/check.mjs", dir).CombinedOutput(); err == nil {
		t.Errorf("a package without its table is read: %s", out)
	}
}

func rowsOf(t *testing.T, path string) []map[string]string {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	all, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, cell := range cells {
			row[all[0][i]] = cell
		}
		rows = append(rows, row)
	}
	return rows
}

func packageRows(t *testing.T, dir string) map[string][]map[string]any {
	t.Helper()
	check := exec.Command("node", "tables/check.mjs", dir)
	var errs strings.Builder
	check.Stderr = &errs
	out, err := check.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, errs.String())
	}
	var rows map[string][]map[string]any
	if err := json.Unmarshal(out, &rows); err != nil {
		t.Fatal(err)
	}
	return rows
}
