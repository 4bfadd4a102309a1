package dispute_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// dating is a record with a battle, and claims on when it happened, each
// "when" or "when until".
func dating(dates map[dispute.ClaimID]string, statements ...dispute.Attribution) dispute.Record {
	r := disputetest.Counting(nil, statements...)
	r.Events = []dispute.Event{{ID: "battle", Kind: dispute.KindBattle, Summary: "a battle"}}
	for id, text := range dates {
		when, until, _ := strings.Cut(text, " ")
		d := &dispute.Dating{Event: "battle"}
		if when != "" {
			d.When = edtf.MustParse(when)
		}
		if until != "" {
			d.Until = edtf.MustParse(until)
		}
		r.Claims = append(r.Claims, dispute.Claim{ID: id, Text: "the battle was then", Content: dispute.Content{Dating: d}})
	}
	return r
}

func TestDates(t *testing.T) {
	relay := disputetest.States("courier", "d9")
	relay.Lineage = dispute.LineageRelaying
	cases := []struct {
		name       string
		dates      map[dispute.ClaimID]string
		statements []dispute.Attribution
		want       string // rows as first..last@origins, then starts, ends, origins
		conflicts  string
	}{
		{"none", nil, nil, " | 0 none stated | 0 none stated | 0", ""},
		{"two voices, two days", map[dispute.ClaimID]string{"d1": "2024-03-02", "d2": "2024-03-01"},
			[]dispute.Attribution{disputetest.States("courier", "d1"), disputetest.States("herald", "d2")},
			"2024-03-01..2024-03-01@[1] 2024-03-02..2024-03-02@[2] | 2 1 − 1/2 | 2 1 − 1/2 | 2", "dates"},
		{"they agree on the start only", map[dispute.ClaimID]string{"d1": "2024-03-01", "d2": "2024-03-01/2024-03-05"},
			[]dispute.Attribution{disputetest.States("courier", "d1"), disputetest.States("herald", "d2")},
			"2024-03-01..2024-03-01@[1] 2024-03-01..2024-03-05@[2] | 1 1 − 2/2 | 2 1 − 1/2 | 2", "dates"},
		{"two claims of one date are no conflict", map[dispute.ClaimID]string{"d1": "2024-03-01", "d2": "2024-03-01"},
			[]dispute.Attribution{disputetest.States("courier", "d1"), disputetest.States("herald", "d2")},
			"2024-03-01..2024-03-01@[1] 2024-03-01..2024-03-01@[2] | 1 1 − 2/2 | 1 1 − 2/2 | 2", ""},
		{"a window, and an end of its own", map[dispute.ClaimID]string{"d1": "[2024-03-01..2024-03-04]", "d2": "2024-03 2024-05"},
			[]dispute.Attribution{disputetest.States("courier", "d1"), disputetest.States("herald", "d2")},
			"2024-03-01..2024-03-04@[1] 2024-03-01..2024-05-31@[2] | 1 1 − 2/2 | 2 1 − 1/2 | 2", "dates"},
		{"an open start is no day", map[dispute.ClaimID]string{"d1": "../2024-03-04", "d2": "2024-03-04"},
			[]dispute.Attribution{disputetest.States("courier", "d1"), disputetest.States("herald", "d2")},
			"2024-03-04..2024-03-04@[1] -..2024-03-04@[2] | 1 1 − 1/1 | 1 1 − 2/2 | 2", ""},
		{"no date at all", map[dispute.ClaimID]string{"d1": ""}, []dispute.Attribution{disputetest.States("courier", "d1")},
			"-..-@[1] | 0 none stated | 0 none stated | 1", ""},
		{"an end before the start", map[dispute.ClaimID]string{"d1": "2024-03-05 2024-03-04"},
			[]dispute.Attribution{disputetest.States("courier", "d1")},
			"2024-03-05..2024-03-04@[1]! | 1 1 − 1/1 | 1 1 − 1/1 | 1", "reversed-period"},
		{"a window that is empty", map[dispute.ClaimID]string{"d1": "[2024-03-05..] [..2024-03-04]"},
			[]dispute.Attribution{disputetest.States("courier", "d1")},
			"2024-03-05..2024-03-04@[1]! | 1 1 − 1/1 | 1 1 − 1/1 | 1", "reversed-period"},
		{"what nobody says counts nowhere", map[dispute.ClaimID]string{"d1": "2024-03-05 2024-03-04", "d2": "2024-03-01"},
			[]dispute.Attribution{disputetest.States("courier", "d2")},
			"2024-03-01..2024-03-01@[1] 2024-03-05..2024-03-04@[]! | 1 1 − 1/1 | 1 1 − 1/1 | 1", ""},
		{"an end before the start that is only denied", map[dispute.ClaimID]string{"d1": "2024-03-05 2024-03-04"},
			[]dispute.Attribution{disputetest.Says("denial", "courier", dispute.StanceDenies, "d1")},
			"2024-03-05..2024-03-04@[]! | 0 none stated | 0 none stated | 0", ""},
		{"one day only denied", map[dispute.ClaimID]string{"d1": "2024-03-02", "d2": "2024-03-01"},
			[]dispute.Attribution{disputetest.Says("denial", "courier", dispute.StanceDenies, "d1"), disputetest.States("herald", "d2")},
			"2024-03-01..2024-03-01@[1] 2024-03-02..2024-03-02@[] | 1 1 − 1/1 | 1 1 − 1/1 | 1", ""},
		{"one voice in two names counts once", map[dispute.ClaimID]string{"d1": "2024-03-01", "d2": "2024-03-02"},
			[]dispute.Attribution{disputetest.States("gazette", "d1"), disputetest.States("herald", "d1"), disputetest.States("courier", "d2")},
			"2024-03-01..2024-03-01@[1] 2024-03-02..2024-03-02@[2] | 2 1 − 1/2 | 2 1 − 1/2 | 2", "dates"},
		{"a relay is no voice", map[dispute.ClaimID]string{"d9": "2024-03-01"}, []dispute.Attribution{relay},
			"2024-03-01..2024-03-01@[] | 0 none stated | 0 none stated | 0", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			v := disputetest.View(t, dating(c.dates, c.statements...), dispute.Lens{})
			s := v.Dates("battle")
			day := func(d edtf.Day) string {
				if d.IsZero() {
					return "-"
				}
				return d.String()
			}
			var rows []string
			for _, row := range s.Rows {
				text := fmt.Sprintf("%s..%s@%v", day(row.First), day(row.Last), row.Origins)
				if row.Reversed {
					text += "!"
				}
				rows = append(rows, text)
			}
			got := fmt.Sprintf("%s | %d %s | %d %s | %d", strings.Join(rows, " "), s.Starts, s.OnStart, s.Ends, s.OnEnd, s.Origins)
			if got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			var kinds []string
			for _, x := range v.Conflicts() {
				kinds = append(kinds, x.Kind.String())
			}
			if got := strings.Join(kinds, " "); got != c.conflicts {
				t.Errorf("conflicts %q, want %q", got, c.conflicts)
			}
		})
	}
}

// A date that is claimed is a claim: it dates nothing.
func TestDatesLeaveTheEventAlone(t *testing.T) {
	r := dating(map[dispute.ClaimID]string{"d1": "2024-03-05", "d2": "2024-03-07"}, disputetest.States("courier", "d1"), disputetest.States("herald", "d2"))
	r.Events[0].When = edtf.MustParse("2024-01-01")
	v := disputetest.View(t, r, dispute.Lens{})
	for _, entry := range v.Timeline().Entries {
		if day := edtf.MustParseDay("2024-01-01"); entry.Span.EarliestStart != day || entry.Span.LatestEnd != day {
			t.Errorf("the event lies at %+v", entry.Span)
		}
	}
	want := `when "a battle" happened: 2024-03-05: reported (2,0) — stated by courier; ` +
		`2024-03-07: reported (2,0) — stated by herald; 2 starts, disagreement 1 − 1/2; 2 ends, disagreement 1 − 1/2 (at most 2 origins)`
	s := v.Dates("battle")
	if s.String() != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
	reasons := s.Reasons().String()
	for _, item := range []string{"event/battle", "claim/d1", "claim/d2", "attribution/courier-on-d1", "attribution/herald-on-d2"} {
		if !strings.Contains(reasons, item) {
			t.Errorf("the reasons do not name %s:\n%s", item, reasons)
		}
	}
	if got := v.Dates("nothing").String(); got != "none stated" {
		t.Errorf("an event not on file has %q", got)
	}
}

// A speaker's later date is told with the days of both.
func TestDatesThatWereUpdated(t *testing.T) {
	r := dating(map[dispute.ClaimID]string{"d1": "2024-03-01", "d2": "2024-03-02"},
		disputetest.On(disputetest.States("herald", "d1"), "2024-03-03"), disputetest.On(disputetest.States("herald", "d2"), "2024-03-04"))
	const want = `when "a battle" happened: 2024-03-01: reported (2,0) — stated by herald (since updated); 2024-03-02: reported (2,0) — stated by herald; ` +
		"updated by herald: 2024-03-01 on 3 March 2024, then 2024-03-02 on 4 March 2024; 1 start, disagreement 1 − 1/1; 1 end, disagreement 1 − 1/1 (at most 1 origin)"
	if got := disputetest.View(t, r, dispute.Lens{}).Dates("battle").String(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// All dates are those of each event that a claim dates, by event, and stop when
// the reader does.
func TestAllDates(t *testing.T) {
	r := dating(map[dispute.ClaimID]string{"d1": "2024-03-02", "d2": "2024-03-01"})
	for _, id := range []dispute.EventID{"raid-on-a-town", "armistice"} {
		r.Events = append(r.Events, dispute.Event{ID: id, Kind: dispute.KindBattle})
	}
	r.Claims = append(r.Claims, dispute.Claim{ID: "d3", Text: "it was then",
		Content: dispute.Content{Dating: &dispute.Dating{Event: "armistice", When: edtf.MustParse("2024-04")}}})
	v := disputetest.View(t, r, dispute.Lens{})
	var got []string
	for s := range v.AllDates() {
		got = append(got, fmt.Sprint(s.Event, " ", len(s.Rows)))
		if !s.Equal(v.Dates(s.Event)) {
			t.Errorf("%s: the dates are %v, want %v", s.Event, s, v.Dates(s.Event))
		}
	}
	if want := "armistice 1, battle 2"; strings.Join(got, ", ") != want {
		t.Errorf("got %q, want %s", got, want)
	}
	for s := range v.AllDates() {
		if s.Event != "armistice" {
			t.Error("goes on")
		}
		break
	}
}
