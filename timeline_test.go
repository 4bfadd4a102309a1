package dispute_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// event returns an attack at a date, "" for none, with links.
func event(id dispute.EventID, when string, links ...dispute.Link) dispute.Event {
	e := dispute.Event{ID: id, Kind: dispute.KindAttack, Links: links}
	if when != "" {
		e.When = edtf.MustParse(when)
	}
	return e
}

func link(kind dispute.LinkKind, to dispute.EventID) dispute.Link {
	return dispute.Link{Kind: kind, Event: to}
}

func TestTimeline(t *testing.T) {
	sequenced := func(e dispute.Event, n int) dispute.Event {
		e.Sequence = n
		return e
	}
	cases := []struct {
		name   string
		events []dispute.Event
		// event: start, possible ranks, and ">" where the next is certain to follow
		want []string
	}{
		{"exact days", []dispute.Event{event("b", "2024-08-05"), event("a", "2024-08-06")}, []string{
			"b: 2024-08-05..2024-08-05 1-1 >", "a: 2024-08-06..2024-08-06 2-2"}},
		{"one day, order unknown", []dispute.Event{event("b", "2024-08-05"), event("a", "2024-08-05")}, []string{
			"a: 2024-08-05..2024-08-05 1-2", "b: 2024-08-05..2024-08-05 1-2"}},
		{"one day, in sequence", []dispute.Event{sequenced(event("b", "2024-08-05"), 1), sequenced(event("a", "2024-08-05"), 2)}, []string{
			"b: 2024-08-05..2024-08-05 1-1 >", "a: 2024-08-05..2024-08-05 2-2"}},
		{"one day, one without a sequence number", []dispute.Event{sequenced(event("b", "2024-08-05"), 1), event("a", "2024-08-05")}, []string{
			"a: 2024-08-05..2024-08-05 1-2", "b: 2024-08-05..2024-08-05 1-2"}},
		{"overlapping windows", []dispute.Event{event("a", "[2024-08-01..2024-08-10]"), event("b", "[2024-08-05..2024-08-20]"), event("c", "2024-08-11")}, []string{
			"a: 2024-08-01..2024-08-10 1-2", "b: 2024-08-05..2024-08-20 1-3", "c: 2024-08-11..2024-08-11 2-3"}},
		{"open beginnings come first, undated events are possible on every day", []dispute.Event{event("a", "1990"), event("b", ""), event("c", "[..2000]")}, []string{
			"c: ..2000-12-31 1-3", "b: .. 1-3", "a: 1990-01-01..1990-12-31 1-3"}},
		{"a link bounds an undated event below and above", []dispute.Event{
			event("a", "[2024-08-01..2024-08-21]"), event("b", "", link(dispute.LinkBecauseOf, "a")), event("c", "2024-08-21", link(dispute.LinkInResponseTo, "b"))}, []string{
			"a: 2024-08-01..2024-08-21 1-1 >", "b: 2024-08-01..2024-08-21 2-2 >", "c: 2024-08-21..2024-08-21 3-3"}},
		{"a link over a gap in a one-of set", []dispute.Event{
			event("a", "2024-08-05"), event("b", "[2024-08-01..2024-08-03,2024-08-10..2024-08-12]", link(dispute.LinkAfter, "a"))}, []string{
			"a: 2024-08-05..2024-08-05 1-1 >", "b: 2024-08-10..2024-08-12 2-2"}},
		{"a contradiction keeps the dates given", []dispute.Event{
			event("a", "2024-08-05"), event("b", "2024-08-01", link(dispute.LinkAfter, "a"))}, []string{
			"b: 2024-08-01..2024-08-01 1-1 >", "a: 2024-08-05..2024-08-05 2-2"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			v := view(t, dispute.Record{Events: c.events}, dispute.Lens{})
			var got []string
			entries := v.Timeline().Entries
			for i, e := range entries {
				line := fmt.Sprintf("%s: %s..%s %d-%d", e.Event, e.Span.EarliestStart, e.Span.LatestStart, e.First, e.Last)
				if e.Certain {
					line += " >"
				}
				if i+1 < len(entries) && e.Certain != (v.Before(e.Event, entries[i+1].Event) == dispute.CertaintyCertain) {
					t.Errorf("%s: the mark and Before disagree on whether it comes before the next", e.Event)
				}
				got = append(got, line)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("entries (-want +got):\n%s", diff)
			}
		})
	}
}

// The reasons of tightened dates name the events they come from, and no others.
func TestWhenNamesItsReasons(t *testing.T) {
	v := view(t, dispute.Record{Events: []dispute.Event{
		event("bystander", "2024-08-07", link(dispute.LinkAbout, "middle")),
		event("early", "2024-07-01"),
		event("first", "2024-08-01", link(dispute.LinkAfter, "early")),
		event("middle", "", link(dispute.LinkAfter, "first"), link(dispute.LinkAfter, "early")),
		event("last", "2024-08-21", link(dispute.LinkAfter, "middle")),
	}}, dispute.Lens{})
	s := v.When("middle")
	if s.EarliestStart != day("2024-08-01") || s.LatestStart != day("2024-08-21") || !s.Tightened {
		t.Errorf("middle: %s to %s, tightened %t; want 2024-08-01 to 2024-08-21, true", s.EarliestStart, s.LatestStart, s.Tightened)
	}
	want := []dispute.Ref{dispute.EventID("first").Ref(), dispute.EventID("last").Ref(), dispute.EventID("middle").Ref()}
	if diff := cmp.Diff(want, s.Reasons.Items()); diff != "" {
		t.Errorf("reasons (-want +got):\n%s", diff)
	}
}

func TestSpanInEnglish(t *testing.T) {
	for when, want := range map[string]string{
		"2024-08-04":               "on 4 August 2024",
		"[2024-08-01..2024-08-21]": "between 1 and 21 August 2024",
		"2024-07-25/2024-07-27":    "from 25 to 27 July 2024",
		"2024-07/..":               "since some day between 1 and 31 July 2024",
		"2024-08-04/..":            "since 4 August 2024",
		"..2024-08-04/..":          "since 4 August 2024 or earlier",
		"2024-08-04/":              "on 4 August 2024",
		"[..2024-08-21]":           "by 21 August 2024",
		"":                         "on an unknown day",
		"2023-12/2024-02-03":       "from some day between 1 and 31 December 2023 to 3 February 2024",
		"2023-12-31/2024-02":       "from 31 December 2023 to some day between 1 and 29 February 2024",
		"[2024-08-22..2024-08-28]": "between 22 and 28 August 2024",
		"[2024-07-29..2024-08-04]": "between 29 July and 4 August 2024",
		"[2023-12-30..2024-01-02]": "between 30 December 2023 and 2 January 2024",
	} {
		v := view(t, dispute.Record{Events: []dispute.Event{event("e", when)}}, dispute.Lens{})
		if got := v.When("e").English(); got != want {
			t.Errorf("%q in English: %q, want %q", when, got, want)
		}
	}
}

// A few bytes can stand for very many possible days; such a date is taken by
// its hull.
func TestDatesOfVeryManyRanges(t *testing.T) {
	var r dispute.Record
	for i := range 2000 {
		r.Events = append(r.Events, event(dispute.EventID(fmt.Sprintf("e%d", i)), "XXXX-XX-23"))
	}
	v := view(t, r, dispute.Lens{})
	if s := v.When("e0"); s.EarliestStart != day("0000-01-23") || s.LatestStart != day("9999-12-23") {
		t.Errorf("XXXX-XX-23 is %s to %s", s.EarliestStart, s.LatestStart)
	}
}
