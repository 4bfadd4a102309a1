package reports_test

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/ingest/reports"
)

// small is a table with one column of each sort.
func small() reports.Table {
	return reports.Table{Event: "event", Report: "report", Publisher: "by", Start: "from", End: "to",
		Figures: []reports.FigureColumns{{Category: "killed", Low: "low", Best: "best", High: "high"}},
		Agent:   "who", Place: []string{"town", "land"}, Kind: dispute.KindAttack, Lineage: dispute.LineageFirstHand}
}

const header = "event,report,by,from,to,low,best,high,who,town,land\n"

func compiled(t *testing.T, table reports.Table, text string) (*dispute.View, dispute.Record) {
	t.Helper()
	r, err := reports.Read(strings.NewReader(text), table)
	if err != nil {
		t.Fatal(err)
	}
	d, err := dispute.Compile(r)
	if err != nil {
		t.Fatal(err)
	}
	v, err := d.View(dispute.Lens{})
	if err != nil {
		t.Fatal(err)
	}
	return v, r
}

func TestReadStatements(t *testing.T) {
	v, r := compiled(t, small(), header+
		"e1,r1,Herald,2024-03-01,2024-03-02,,0,,Rebels,Abo,Aland\n"+
		"e1,r2,Courier,2024-03-01,2024-03-02,,0,,Army,Abo,Aland\n"+
		"e1,r3,,,,3,,5,,,\n"+
		"e2,r4,Herald,2024-03-01,,,,,,,\n")
	var got []string
	for _, c := range r.Claims {
		var by []string
		for _, a := range r.Attributions {
			if a.Claim == c.ID {
				by = append(by, string(a.ID))
			}
		}
		got = append(got, fmt.Sprintf("%s: %s %v", c.ID, c.Text, by))
	}
	want := []string{
		"e1:agent:army_99b3c4665275cafb: Army is named first in event e1 [r2:agent]",
		"e1:agent:rebels_f0fed7e963cebc7c: Rebels is named first in event e1 [r1:agent]",
		"e1:date:2024-03-01_2024-03-02: event e1 began on 2024-03-01 and ended on 2024-03-02 [r1:date r2:date]",
		"e1:event: event e1 occurred [r1:event r2:event r3:event]",
		"e1:figure:killed:3__5: in event e1 the number killed was low 3, high 5 [r3:figure:killed]",
		"e1:figure:killed:_0_: in event e1 the number killed was 0 [r1:figure:killed r2:figure:killed]",
		"e2:date:2024-03-01_: event e2 began on 2024-03-01 [r4:date]",
		"e2:event: event e2 occurred [r4:event]",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	// 0 is a number that is stated; what is absent is none.
	set := v.Figures("e1")[0]
	if set.Distinct != 1 || *set.Least != 0 || set.Lowest != nil || set.Origins != 2 {
		t.Errorf("%s", set)
	}
	if got := v.Figures("e2"); got != nil {
		t.Errorf("a report without figures has %v", got)
	}
	// All that give a date and a place agree.
	if e, _ := v.Event("e1"); e.When.String() != "2024-03-01" || e.Until.String() != "2024-03-02" || e.Place != "Abo, Aland" {
		t.Errorf("%+v", e)
	}
	// Who is not known to speak is no evidence.
	if s := v.EventStatus("e1"); len(s.For.Roots()) != 2 {
		t.Errorf("%d roots", len(s.For.Roots()))
	}
}

// Dates of all shapes, with and without a window.
func TestReadDates(t *testing.T) {
	for _, c := range []struct {
		window          bool
		from, to        string
		when, until     string // of the claim
		dated, reversed bool   // whether the event is dated by it, and a conflict
	}{
		{false, "", "", "", "", false, false},
		{false, "2024-03-01", "2024-03-01", "2024-03-01", "", true, false},
		{false, "2024-03-01", "2024-03-04", "2024-03-01", "2024-03-04", true, false},
		{false, "2024-03-04", "2024-03-01", "2024-03-04", "2024-03-01", false, true},
		{false, "2024-03-04", "", "2024-03-04", "", true, false},
		{false, "", "2024-03-01", "", "2024-03-01", true, false},
		{true, "2024-03-01", "2024-03-01", "2024-03-01", "", true, false},
		{true, "2024-03-01", "2024-03-04", "[2024-03-01..2024-03-04]", "", true, false},
		{true, "2024-03-04", "2024-03-01", "[2024-03-04..]", "[..2024-03-01]", false, true},
		{true, "2024-03-04", "", "[2024-03-04..]", "", true, false},
		{true, "", "2024-03-01", "[..2024-03-01]", "", true, false},
		{true, "-0001-12-31", "0001-01-01", "[-0001-12-31..0001-01-01]", "", true, false},
	} {
		table := small()
		table.Window = c.window
		v, _ := compiled(t, table, header+"e1,r1,Herald,"+c.from+","+c.to+",,,,,,\n")
		e, _ := v.Event("e1")
		rows := v.Dates("e1").Rows
		if c.when+c.until == "" {
			if len(rows) != 0 || !e.When.IsZero() {
				t.Errorf("%+v: %v", c, rows)
			}
			continue
		}
		if len(rows) != 1 || rows[0].When.String() != c.when || rows[0].Until.String() != c.until || rows[0].Reversed != c.reversed {
			t.Errorf("%+v: %+v", c, rows)
		}
		if dated := !e.When.IsZero() || !e.Until.IsZero(); dated != c.dated {
			t.Errorf("%+v: the event is dated %q until %q", c, e.When, e.Until)
		}
		reversed := slices.ContainsFunc(v.Conflicts(), func(x dispute.Conflict) bool { return x.Kind == dispute.ConflictReversed })
		if reversed != c.reversed {
			t.Errorf("%+v: reversed %t", c, reversed)
		}
	}
}

// The order of rows and the form of lines and quotes do not matter.
func TestReadForms(t *testing.T) {
	rows := []string{
		`KE-1,r1,"Herald, the",2024-03-01,,,1,,"A ""B"" C",,`, `KE-1,r2,Courier,2024-03-02,,,2,,D,,`, `ke-1,R1,Courier,2024-03-02,,,2,,D,,`,
	}
	_, want := compiled(t, small(), header+strings.Join(rows, "\n"))
	if len(want.Events) != 2 || len(want.Sources) != 3 {
		t.Fatalf("keys that differ in case only are one: %v", want.Events)
	}
	for name, text := range map[string]string{
		"byte order mark": "\ufeff" + header + strings.Join(rows, "\n"),
		"CR LF":           strings.ReplaceAll(header+strings.Join(rows, "\n")+"\n", "\n", "\r\n"),
		"empty lines":     "\n" + header + "\n" + strings.Join(rows, "\n\n"),
		"another order":   header + rows[2] + "\n" + rows[1] + "\n" + rows[0],
		"more columns":    "x," + header + "7," + strings.Join(rows, "\n8,"),
	} {
		if _, got := compiled(t, small(), text); !cmp.Equal(got, want) {
			t.Errorf("%s: (-want +got):\n%s", name, cmp.Diff(want, got))
		}
	}
	table := small()
	table.Comma, table.Absent = ';', []string{"NA", "-99"}
	text := strings.ReplaceAll(header, ",", ";") + "KE-1;r1;NA;NA;NA;-99;-99;NA;NA;;\n"
	v, got := compiled(t, table, text)
	if len(got.Actors) != 0 || len(got.Claims) != 1 || v.Figures(reports.EventID("KE-1")) != nil {
		t.Errorf("absent cells are taken for values: %+v", got)
	}
}

// What is wrong is told with its line, column and what was expected.
func TestReadErrors(t *testing.T) {
	const ok = "e1,r1,Herald,2024-03-01,2024-03-02,1,2,3,Rebels,Abo,Aland\n"
	agentIDs := small()
	agentIDs.AgentID = "land"
	cases := []struct {
		name   string
		table  reports.Table
		text   string
		limits dispute.Limits
		is     error
		want   string
	}{
		{name: "empty", text: "", is: dispute.ErrMissing, want: "missing value: an empty table, expected a first row that names the columns"},
		{name: "only a mark", text: "\ufeff", is: dispute.ErrMissing, want: "missing value: an empty table, expected a first row that names the columns"},
		{name: "no such column", text: "event,report\n", is: dispute.ErrMissing, want: `line 1 column 1: "best": missing value: the table has no such column
line 1 column 1: "by": missing value: the table has no such column
line 1 column 1: "from": missing value: the table has no such column
line 1 column 1: "high": missing value: the table has no such column
line 1 column 1: "land": missing value: the table has no such column
line 1 column 1: "low": missing value: the table has no such column
line 1 column 1: "to": missing value: the table has no such column
line 1 column 1: "town": missing value: the table has no such column
line 1 column 1: "who": missing value: the table has no such column`},
		{name: "one column twice", text: "best," + header + "9," + ok, is: dispute.ErrValue,
			want: `line 1 column 34: "best": invalid value: two columns have this name: numbers 1 and 8`},
		{name: "a ragged row", text: header + "e1,r1\n" + ok, is: reports.ErrSyntax,
			want: "line 2 column 1: malformed CSV: a row of 2 cells, expected 11 as in the first row"},
		{name: "a row with a cell too many", text: header + strings.TrimSuffix(ok, "\n") + ",\n", is: reports.ErrSyntax,
			want: "line 2 column 1: malformed CSV: a row of 12 cells, expected 11 as in the first row"},
		{name: "a bare quote", text: header + "e1,r\"1\n" + ok, is: reports.ErrSyntax,
			want: `line 2 column 5: malformed CSV: bare " in non-quoted-field; nothing after it was looked at`},
		{name: "a quote without end", text: header + "\"e1\n" + ok, is: reports.ErrSyntax,
			want: `line 3 column 59: malformed CSV: extraneous or missing " in quoted-field, in the row from line 2 on; nothing after it was looked at`},
		{name: "not UTF-8", text: header + strings.Replace(ok, "Abo", "\xc5bo", 1), is: reports.ErrSyntax,
			want: `line 2 column 49: malformed CSV: "\xc5bo" is not UTF-8`},
		{name: "UTF-16", text: "\xff\xfee\x00", is: reports.ErrSyntax, want: `line 1 column 1: malformed CSV: "\xff\xfee\x00" is not UTF-8
line 1 column 1: "best": missing value: the table has no such column`},
		{name: "no keys", text: header + ",,Herald,,,,,,,,\n", is: dispute.ErrMissing,
			want: "line 2 column 1: \"event\": missing value: expected a key\nline 2 column 2: \"report\": missing value: expected a key"},
		{name: "one report twice", text: header + ok + "e2" + ok[2:], is: dispute.ErrDuplicateID,
			want: `line 3 column 4: "report": duplicate ID: "r1", which is that of line 2 too`},
		{name: "cells, after a line end in quotes", text: header + strings.Replace(ok, "Abo", "\"A\nbo\"", 1) + "e2,r2,Herald,2024-13-01,03/04/2024,-1,2.0, 3,,,\n",
			is: dispute.ErrValue, want: `line 4 column 14: "from": invalid value: "2024-13-01", expected a day such as 2008-01-31
line 4 column 25: "to": invalid value: "03/04/2024", expected a day such as 2008-01-31
line 4 column 36: "low": invalid value: "-1", expected a whole number from 0 to 1000000000000
line 4 column 39: "best": invalid value: "2.0", expected a whole number from 0 to 1000000000000
line 4 column 43: "high": invalid value: " 3", expected a whole number from 0 to 1000000000000`},
		{name: "numbers and days too great", text: header + "e2,r2,Herald,10000-01-01,,99999999999999999999,1000000000001,+1,,,\n",
			is: dispute.ErrValue, want: `line 2 column 14: "from": invalid value: "10000-01-01", expected a day such as 2008-01-31
line 2 column 27: "low": invalid value: "99999999999999999999", expected a whole number from 0 to 1000000000000
line 2 column 48: "best": invalid value: "1000000000001", expected a whole number from 0 to 1000000000000
line 2 column 62: "high": invalid value: "+1", expected a whole number from 0 to 1000000000000`},
		{name: "a name without its ID", table: agentIDs, text: header + strings.Replace(ok, "Aland", "", 1), is: dispute.ErrMissing,
			want: `line 2 column 53: "land": missing value: expected the ID of "Rebels"`},
		{name: "an endless name", text: header + strings.Replace(ok, "Rebels", strings.Repeat("é", 600), 1), is: dispute.ErrLimit,
			want: `line 2 column 42: "who": over the limit: "` + strings.Repeat("é", 40) + `"… (1200 bytes), expected at most 1024 bytes`},
		{name: "a name cut within a letter", text: header + strings.Replace(ok, "Rebels", "a"+strings.Repeat("é", 600), 1), is: dispute.ErrLimit,
			want: `line 2 column 42: "who": over the limit: "a` + strings.Repeat("é", 39) + `"… (1201 bytes), expected at most 1024 bytes`},
		{name: "too many names", table: agentIDs, text: header + ok + "e1,r2" + strings.Replace(ok[5:], "Rebels", "Rebel army", 1) + "e1,r3" + strings.Replace(ok[5:], "Rebels", "Fighters", 1),
			limits: dispute.Limits{References: 1}, is: dispute.ErrLimit, want: `over the limit: the agent "Aland" has 3 names, expected at most 2`},
		{name: "an endless cell", text: header + strings.Replace(ok, "Abo", strings.Repeat("a", 65537), 1), is: dispute.ErrLimit,
			want: `line 2 column 1: over the limit: a place of 65544 bytes, expected at most 65536
line 2 column 49: "town": over the limit: "` + strings.Repeat("a", 80) + `"… (65537 bytes), expected at most 65536 bytes`},
		{name: "a control character", text: header + strings.Replace(ok, "Abo", "A\x1bbo", 1), is: dispute.ErrValue,
			want: `line 2 column 49: "town": invalid value: control character in "A\x1bbo", expected no others than tab, line feed and carriage return`},
		{name: "too many bytes", text: header + ok, limits: dispute.Limits{Bytes: 60}, is: dispute.ErrLimit, want: "over the limit: a text of more than 60 bytes"},
		{name: "too many reports", text: header + ok + "e1,r2" + ok[5:], limits: dispute.Limits{Items: 1}, is: dispute.ErrLimit,
			want: "line 3 column 1: over the limit: more than 1 reports"},
		{name: "too many names of an agent", table: agentIDs, text: header + ok + "e1,r2" + strings.Replace(ok[5:], "Rebels", "Army", 1) + "e1,r3" + strings.Replace(ok[5:], "Rebels", "Front", 1),
			limits: dispute.Limits{References: 1}, is: dispute.ErrLimit, want: `over the limit: the agent "Aland" has 3 names, expected at most 2`},
		{name: "too many claims", text: header + ok, limits: dispute.Limits{Items: 3}, is: dispute.ErrLimit,
			want: "over the limit: the reports make 4 claims, expected at most 3\nover the limit: the reports make 4 attributions, expected at most 3"},
		{name: "too many problems", text: header + strings.Repeat("e\n", 5), limits: dispute.Limits{Problems: 2}, is: dispute.ErrLimit,
			want: "line 2 column 1: malformed CSV: a row of 1 cells, expected 11 as in the first row\n" +
				"line 3 column 1: malformed CSV: a row of 1 cells, expected 11 as in the first row\n" +
				"over the limit: more than 2 problems, the rest left out"},
		{name: "a table without names", table: reports.Table{AgentID: "x", Figures: []reports.FigureColumns{{}, {}}}, text: "x\n1\n", is: dispute.ErrMissing,
			want: "missing value: the table names no column of event keys"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			table := c.table
			if table.Event == "" && table.AgentID == "" {
				table = small()
			}
			r, err := reports.ReadWith(strings.NewReader(c.text), table, c.limits)
			var list *reports.TableError
			if !errors.As(err, &list) || !errors.Is(err, c.is) || !cmp.Equal(r, dispute.Record{}) {
				t.Fatalf("got %v, want a TableError that is %v", err, c.is)
			}
			if got := err.Error(); got != c.want && !(len(list.Problems) > strings.Count(c.want, "\n")+1 && strings.HasPrefix(got, c.want+"\n")) {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
	broken := errors.New("broken pipe")
	if _, err := reports.Read(io.MultiReader(strings.NewReader(header), iotest.ErrReader(broken)), small()); !errors.Is(err, broken) {
		t.Errorf("the reader's error is lost: %v", err)
	}
	if _, err := reports.ReadWith(io.MultiReader(strings.NewReader(header), iotest.ErrReader(broken)), small(), dispute.Limits{Bytes: int64(len(header))}); !errors.Is(err, broken) {
		t.Errorf("the reader's error after the last byte that may be is lost: %v", err)
	}
}

// A limit is the greatest that there may be of what it bounds.
func TestReadUpToTheLimits(t *testing.T) {
	const row = "e1,r1,Herald,2024-03-01,2024-03-02,1,2,3,Rebels,Abo,Aland\n"
	agentIDs := small()
	agentIDs.AgentID = "land"
	for name, c := range map[string]struct {
		table  reports.Table
		text   string
		limits dispute.Limits
	}{
		"the greatest figure":         {small(), strings.Replace(row, "1,2,3", "0,1000000000000,1000000000000", 1), dispute.Limits{}},
		"the greatest figure set":     {small(), row, dispute.Limits{Figure: 3}},
		"bytes":                       {small(), row, dispute.Limits{Bytes: int64(len(header + row))}},
		"claims and attributions":     {small(), row, dispute.Limits{Items: 4}},
		"a name of 1,024 bytes":       {small(), strings.Replace(row, "Rebels", strings.Repeat("r", 1024), 1), dispute.Limits{}},
		"an agent of two other names": {agentIDs, row + "e1,r2" + strings.Replace(row[5:], "Rebels", "Army", 1) + "e1,r3" + strings.Replace(row[5:], "Rebels", "Front", 1), dispute.Limits{References: 2}},
	} {
		r, err := reports.ReadWith(strings.NewReader(header+c.text), c.table, c.limits)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if name == "the greatest figure" {
			for _, x := range r.Claims {
				if f := x.Content.Figure; f != nil && (*f.Low != 0 || *f.Best != 1e12 || *f.High != 1e12) {
					t.Errorf("%s: read as %s", name, x.Text)
				}
			}
		}
	}
}

// An agent that an ID tells apart has all the names that reports give it.
func TestReadNamesOfAnAgent(t *testing.T) {
	table := small()
	table.AgentID = "land"
	v, _ := compiled(t, table, header+"e1,r1,Herald,,,,,,Rebels,,A1\n"+"e1,r2,Courier,,,,,,Army,,A1\n"+"e2,r3,Courier,,,,,,Rebels,,A1\n"+"e2,r4,Courier,,,,,,,,A2\n")
	for id, want := range map[string][]string{"A1": {"Army", "Rebels"}, "A2": {"A2"}} {
		a, ok := v.Actor(reports.AgentID(id))
		if got := append([]string{a.Name}, a.Aliases...); !ok || !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", id, got, want)
		}
	}
}

// Keys that differ have IDs that differ, and all are valid.
func TestIDs(t *testing.T) {
	keys := []string{"ke-1", "KE-1", "Ke-1", "kE-1", "ke_1", "ke 1", "ke--1", "ke-1 ", "KE-1_", "ké-1", "ke:1", "x", "X", "", " ", "é", "1", "1.", "-",
		strings.Repeat("a", 40), strings.Repeat("A", 40), strings.Repeat("a", 41), strings.Repeat("a", 42), strings.Repeat("A", 39), strings.Repeat("a b", 400)}
	keys = append(keys, string(reports.EventID("Ke-1")), string(reports.EventID("KE-1"))) // what would be IDs themselves
	of := map[string]string{}
	for _, key := range keys {
		id := string(reports.EventID(key))
		if other, taken := of[id]; taken {
			t.Errorf("%q and %q have the ID %q", other, key, id)
		}
		of[id] = key
		if id == "" || len(id) > 40 || strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789._:-") != "" {
			t.Errorf("%q has the ID %q", key, id)
		}
	}
	for key, want := range map[string]dispute.EventID{"ke-0141": "ke-0141", "KE-0141": "_ke-0141", "2008/1": "2008-1_7b8b1973ae6e0edd"} {
		if got := reports.EventID(key); got != want {
			t.Errorf("%q has the ID %q, want %q", key, got, want)
		}
	}
	if got := reports.PublisherID("The Nation (All Africa)"); !strings.HasPrefix(string(got), "publisher:the-nation-all-africa_") {
		t.Errorf("a publisher has the ID %q", got)
	}
}

// FuzzRead: nothing panics, and what is read compiles and encodes.
func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"", "\ufeff", header, header + "e1,r1,H,2024-03-01,2024-03-02,1,2,3,R,T,L\n", "\ufeff" + strings.ReplaceAll(header, "\n", "\r\n") + "E,\"r\r\n1\",,,,,,,,,\r\n",
		header + "e1,r1\n", header + "\"", header + "\xff,r,,,,,,,,,\n", "a,a\n", header + "e,r,H,9999-12-31,-9999-01-01,0,,1000000000000,\x00,\u2028,\n",
		header + "e,r,H,10000-01-01,,0,,,,,\n", "\xff\xfee\x00",
	} {
		f.Add(text, false)
		f.Add(text, true)
	}
	f.Fuzz(func(t *testing.T, text string, window bool) {
		table := small()
		table.Window = window
		r, err := reports.Read(strings.NewReader(text), table)
		if err != nil {
			var list *reports.TableError
			if !errors.As(err, &list) || len(list.Problems) == 0 || strings.Contains(err.Error(), "%!") {
				t.Fatalf("%v", err)
			}
			return
		}
		if _, err := dispute.Compile(r); err != nil {
			t.Errorf("what was read does not compile: %v", err)
		}
		if err := dispute.Encode(io.Discard, r); err != nil {
			t.Errorf("what was read does not encode: %v", err)
		}
	})
}
