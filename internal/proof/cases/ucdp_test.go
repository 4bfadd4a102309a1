package cases

import (
	"compress/gzip"
	"encoding/csv"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// An ucdpRow is one event of the UCDP sample with its figures.
type ucdpRow struct {
	id              string
	low, best, high int64
}

func ucdpRows(t *testing.T) []ucdpRow {
	t.Helper()
	f, err := os.Open("../../../testdata/ucdp-ged/ucdpged_1000.csv.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	cells, err := csv.NewReader(z).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := func(row []string, name string) string { return row[slices.Index(cells[0], name)] }
	number := func(row []string, name string) int64 {
		n, err := strconv.ParseInt(column(row, name), 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	var rows []ucdpRow
	for _, row := range cells[1:] {
		rows = append(rows, ucdpRow{column(row, "id"), number(row, "low"), number(row, "best"), number(row, "high")})
	}
	return rows
}

// Of the UCDP sample every figure out of order is flagged, and nothing else: in 8
// rows the low one is above the best, in 5 the best above the high one.
func TestUCDPFiguresOutOfOrder(t *testing.T) {
	r := dispute.Record{Actors: []dispute.Actor{{ID: "ucdp", Kind: dispute.ActorResearchBody, Name: "UCDP"}}}
	var want []string
	lowAboveBest, bestAboveHigh := 0, 0
	for _, row := range ucdpRows(t) {
		event, claim := dispute.EventID("e"+row.id), dispute.ClaimID("f"+row.id)
		r.Events = append(r.Events, dispute.Event{ID: event, Kind: dispute.KindBattle})
		r.Claims = append(r.Claims, dispute.Claim{ID: claim, Text: "so many were killed", Content: dispute.Content{Figure: &dispute.Figure{
			Event: event, Category: "killed", Low: &row.low, Best: &row.best, High: &row.high}}})
		says(dispute.AttributionID("a"+row.id), "ucdp", dispute.StanceAsserts, claim, "")(&r)
		if row.low > row.best {
			lowAboveBest++
		}
		if row.best > row.high {
			bestAboveHigh++
		}
		if row.low > row.best || row.best > row.high {
			want = append(want, string(claim))
		}
	}
	if lowAboveBest != 8 || bestAboveHigh != 5 || len(want) != 13 {
		t.Fatalf("%d rows with the low, %d with the best figure too high, %d in all: want 8, 5 and 13", lowAboveBest, bestAboveHigh, len(want))
	}
	var got []string
	for _, c := range disputetest.View(t, r, dispute.Lens{}).Conflicts() {
		if c.Kind != dispute.ConflictFigureOrder || len(c.Items) != 2 {
			t.Errorf("%s: %s", c.Kind, c)
			continue
		}
		got = append(got, c.Items[1].ID)
	}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
