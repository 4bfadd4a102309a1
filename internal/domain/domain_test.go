package domain_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/domain"
	"github.com/dispute-go/dispute/internal/span"
	"github.com/dispute-go/dispute/internal/ticks"
)

// number is the number of a day, counted by the calendar.
func number(t *testing.T, text string) int64 {
	day, ok := edtf.MustParse(text).Day()
	if !ok {
		t.Fatalf("%q is not a day", text)
	}
	return day.Number()
}

// The domains of dates are what the standard says of their days.
func TestDomainsOfDates(t *testing.T) {
	days := func(first, last string) span.Range {
		r := span.Range{First: span.NegInf, Last: span.PosInf}
		if first != "" {
			r.First = ticks.First(number(t, first))
		}
		if last != "" {
			r.Last = ticks.Last(number(t, last))
		}
		return r
	}
	past, future := span.Range{First: span.NegInf, Last: span.NegInf}, span.Range{First: span.PosInf, Last: span.PosInf}
	for _, c := range []struct {
		date               string
		starts, ends       []span.Range
		openStart, endless bool
	}{
		{"2024-07-28", []span.Range{days("2024-07-28", "2024-07-28")}, []span.Range{days("2024-07-28", "2024-07-28")}, false, false},
		{"2024-02", []span.Range{days("2024-02-01", "2024-02-29")}, []span.Range{days("2024-02-01", "2024-02-29")}, false, false},
		{"2023-12/2024-02", []span.Range{days("2023-12-01", "2023-12-31")}, []span.Range{days("2024-02-01", "2024-02-29")}, false, false},
		{"[2024-07-01,2024-07-03]", []span.Range{days("2024-07-01", "2024-07-01"), days("2024-07-03", "2024-07-03")},
			[]span.Range{days("2024-07-01", "2024-07-01"), days("2024-07-03", "2024-07-03")}, false, false},
		{"2024/..", []span.Range{days("2024-01-01", "2024-12-31")}, []span.Range{future}, false, true},
		{"../2024", []span.Range{past}, []span.Range{days("2024-01-01", "2024-12-31")}, true, false},
		{"[..2024-07-03]", []span.Range{days("", "2024-07-03")}, []span.Range{days("", "2024-07-03")}, false, false},
		{"XXXX-XX-23", []span.Range{days("0000-01-23", "9999-12-23")}, []span.Range{days("0000-01-23", "9999-12-23")}, false, false}, // too many: their hull
	} {
		d := edtf.MustParse(c.date)
		if diff := cmp.Diff([2][]span.Range{c.starts, c.ends}, [2][]span.Range{domain.Starts(d), domain.Ends(d)}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.date, diff)
		}
		if got := [2]bool{domain.HasOpenStart(d), domain.NeverEnds(d)}; got != [2]bool{c.openStart, c.endless} {
			t.Errorf("%s has an open start, never ends: %v", c.date, got)
		}
	}
	if diff := cmp.Diff([2][]span.Range{span.All(), span.All()}, [2][]span.Range{domain.Starts(edtf.Date{}), domain.Ends(edtf.Date{})}); diff != "" {
		t.Errorf("no date (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(domain.Starts(edtf.MustParse("../2024")), domain.OpenStart()); diff != "" {
		t.Errorf("what has no beginning (-date +domain):\n%s", diff)
	}
}

func TestDayOfTick(t *testing.T) {
	n := number(t, "2024-02-29")
	for _, tick := range []int64{ticks.First(n), ticks.First(n) + 3, ticks.Last(n)} {
		if day, ok := domain.Day(tick); !ok || day.String() != "2024-02-29" {
			t.Errorf("tick %d lies on %s, %t", tick, day, ok)
		}
	}
	for _, tick := range []int64{span.NegInf, span.PosInf} {
		if day, ok := domain.Day(tick); ok {
			t.Errorf("tick %d lies on %s", tick, day)
		}
	}
}

// A date is doubtful if any of it is marked so.
func TestDoubtfulDates(t *testing.T) {
	for text, want := range map[string]bool{
		"2024-07-28": false, "2024-07-28?": true, "2024~": true, "2024-07-28%": true, "2024-?07-28": true, "2024-07-XX": false,
		"2024-07/2024-08": false, "2024-07~/2024-08": true, "2024-07/2024-08?": true, "2024-07/..": false,
		"[2024-07-01,2024-07-03]": false, "[2024-07-01,2024-07-03~]": true, "[2024-07-01?..2024-07-03]": true, "{2024,2025?}": true,
	} {
		if got := domain.Doubtful(edtf.MustParse(text)); got != want {
			t.Errorf("%s is doubtful: %t, want %t", text, got, want)
		}
	}
	if domain.Doubtful(edtf.Date{}) {
		t.Error("no date is doubtful")
	}
}
