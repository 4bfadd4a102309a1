package dispute_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

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
		{"exact days", []dispute.Event{disputetest.DatedEvent("b", "2024-08-05"), disputetest.DatedEvent("a", "2024-08-06")}, []string{
			"b: 2024-08-05..2024-08-05 1-1 >", "a: 2024-08-06..2024-08-06 2-2"}},
		{"one day, order unknown", []dispute.Event{disputetest.DatedEvent("b", "2024-08-05"), disputetest.DatedEvent("a", "2024-08-05")}, []string{
			"a: 2024-08-05..2024-08-05 1-2", "b: 2024-08-05..2024-08-05 1-2"}},
		{"one day, in sequence", []dispute.Event{sequenced(disputetest.DatedEvent("b", "2024-08-05"), 1), sequenced(disputetest.DatedEvent("a", "2024-08-05"), 2)}, []string{
			"b: 2024-08-05..2024-08-05 1-1 >", "a: 2024-08-05..2024-08-05 2-2"}},
		{"one day, one without a sequence number", []dispute.Event{sequenced(disputetest.DatedEvent("b", "2024-08-05"), 1), disputetest.DatedEvent("a", "2024-08-05")}, []string{
			"a: 2024-08-05..2024-08-05 1-2", "b: 2024-08-05..2024-08-05 1-2"}},
		{"overlapping windows", []dispute.Event{disputetest.DatedEvent("a", "[2024-08-01..2024-08-10]"), disputetest.DatedEvent("b", "[2024-08-05..2024-08-20]"), disputetest.DatedEvent("c", "2024-08-11")}, []string{
			"a: 2024-08-01..2024-08-10 1-2", "b: 2024-08-05..2024-08-20 1-3", "c: 2024-08-11..2024-08-11 2-3"}},
		{"open beginnings come first, undated events are possible on every day", []dispute.Event{disputetest.DatedEvent("a", "1990"), disputetest.DatedEvent("b", ""), disputetest.DatedEvent("c", "[..2000]")}, []string{
			"c: ..2000-12-31 1-3", "b: .. 1-3", "a: 1990-01-01..1990-12-31 1-3"}},
		{"a link bounds an undated event below and above", []dispute.Event{
			disputetest.DatedEvent("a", "[2024-08-01..2024-08-21]"), disputetest.DatedEvent("b", "", link(dispute.LinkBecauseOf, "a")), disputetest.DatedEvent("c", "2024-08-21", link(dispute.LinkInResponseTo, "b"))}, []string{
			"a: 2024-08-01..2024-08-21 1-1 >", "b: 2024-08-01..2024-08-21 2-2 >", "c: 2024-08-21..2024-08-21 3-3"}},
		{"a link over a gap in a one-of set", []dispute.Event{
			disputetest.DatedEvent("a", "2024-08-05"), disputetest.DatedEvent("b", "[2024-08-01..2024-08-03,2024-08-10..2024-08-12]", link(dispute.LinkAfter, "a"))}, []string{
			"a: 2024-08-05..2024-08-05 1-1 >", "b: 2024-08-10..2024-08-12 2-2"}},
		{"a contradiction keeps the dates given", []dispute.Event{
			disputetest.DatedEvent("a", "2024-08-05"), disputetest.DatedEvent("b", "2024-08-01", link(dispute.LinkAfter, "a"))}, []string{
			"b: 2024-08-01..2024-08-01 1-1 >", "a: 2024-08-05..2024-08-05 2-2"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			v := disputetest.View(t, dispute.Record{Events: c.events}, dispute.Lens{})
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

// What was called off bounds nothing, on either side of a link, and what is still
// expected does.
func TestCancelledEventsBoundNothing(t *testing.T) {
	for phase, bounds := range map[dispute.Phase]bool{dispute.PhaseCancelled: false, dispute.PhaseExpected: true, dispute.PhaseOccurred: true, 0: true} {
		called := disputetest.DatedEvent("called", "2024-08-10", link(dispute.LinkAfter, "before"))
		called.Phase = phase
		v := disputetest.View(t, dispute.Record{Events: []dispute.Event{
			disputetest.DatedEvent("before", "2024-08"), called, disputetest.DatedEvent("after", "2024-08", link(dispute.LinkAfter, "called")),
		}}, dispute.Lens{})
		first, last := disputetest.Day("2024-08-01"), disputetest.Day("2024-08-31")
		if bounds {
			first, last = disputetest.Day("2024-08-10"), disputetest.Day("2024-08-10")
		}
		if got := v.When("after"); got.EarliestStart != first || got.Tightened != bounds {
			t.Errorf("%s: what comes after is %s, tightened %t", phase, got, got.Tightened)
		}
		if got := v.When("before"); got.LatestStart != last || got.Tightened != bounds {
			t.Errorf("%s: what comes before is %s, tightened %t", phase, got, got.Tightened)
		}
	}
}

// The last thing of a day is of that day, and before all that happens on the next.
func TestTheGreatestSequence(t *testing.T) {
	last := disputetest.DatedEvent("last", "2024-08-05")
	last.Sequence = 1<<20 - 1
	v := disputetest.View(t, dispute.Record{Events: []dispute.Event{last, disputetest.DatedEvent("next", "2024-08-06"), disputetest.DatedEvent("same", "2024-08-05")}}, dispute.Lens{})
	if s, day := v.When("last"), disputetest.Day("2024-08-05"); s.EarliestStart != day || s.LatestStart != day || s.EarliestEnd != day || s.LatestEnd != day {
		t.Errorf("the last of a day is %+v", s)
	}
	for _, c := range []struct {
		a, b dispute.EventID
		want dispute.Certainty
	}{
		{"last", "next", dispute.CertaintyCertain}, {"next", "last", dispute.CertaintyExcluded}, {"last", "same", dispute.CertaintyPossible},
		{"last", "last", dispute.CertaintyExcluded}, {"last", "nowhere", 0}, {"nowhere", "nowhere", 0},
	} {
		if got := v.Before(c.a, c.b); got != c.want {
			t.Errorf("%s before %s is %s, want %s", c.a, c.b, got, c.want)
		}
	}
}

// The reasons of tightened dates name the events they come from, and no others.
func TestWhenNamesItsReasons(t *testing.T) {
	v := disputetest.View(t, dispute.Record{Events: []dispute.Event{
		disputetest.DatedEvent("bystander", "2024-08-07", link(dispute.LinkAbout, "middle")),
		disputetest.DatedEvent("early", "2024-07-01"),
		disputetest.DatedEvent("first", "2024-08-01", link(dispute.LinkAfter, "early")),
		disputetest.DatedEvent("middle", "", link(dispute.LinkAfter, "first"), link(dispute.LinkAfter, "early")),
		disputetest.DatedEvent("last", "2024-08-21", link(dispute.LinkAfter, "middle")),
	}}, dispute.Lens{})
	s := v.When("middle")
	if s.EarliestStart != disputetest.Day("2024-08-01") || s.LatestStart != disputetest.Day("2024-08-21") || !s.Tightened {
		t.Errorf("middle: %s to %s, tightened %t; want 2024-08-01 to 2024-08-21, true", s.EarliestStart, s.LatestStart, s.Tightened)
	}
	want := []dispute.Ref{dispute.EventID("first").Ref(), dispute.EventID("last").Ref(), dispute.EventID("middle").Ref()}
	if diff := cmp.Diff(want, s.Reasons().Items()); diff != "" {
		t.Errorf("reasons (-want +got):\n%s", diff)
	}
}

// When an event ended is said as its own end is given.
func TestEventDatesInWords(t *testing.T) {
	for _, c := range []struct{ when, until, want string }{
		{"2024-08-01", "2024-08-03", "From 1 to 3 August 2024"},
		{"2024-08-01", "2024-08-03/2024-08-05", "From 1 to 5 August 2024"},
		{"2024-08-01", "2024-08-03/..", "Since 1 August 2024"},
		{"2024-08-01", "[2024-08-03..]", "From 1 August 2024 to some day on or after 3 August 2024"},
		{"2024-08-01/2024-08-03..", "", "From 1 August 2024 to 3 August 2024 or later"},
		{"2024-08-01/..2024-08-03", "", "From 1 August 2024 to 3 August 2024 or earlier"},
		{"", "2024-08-03", "Until 3 August 2024"},
	} {
		e := disputetest.DatedEvent("e", c.when)
		e.Summary, e.Until = "the siege", disputetest.Date(c.until)
		got := disputetest.View(t, dispute.Record{Events: []dispute.Event{e}}, dispute.Lens{}).Sentence(dispute.EventID("e").Ref())
		if when, _, _ := strings.Cut(got, ": "); when != c.want {
			t.Errorf("%s until %q: got %q, want %q", c.when, c.until, when, c.want)
		}
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
		v := disputetest.View(t, dispute.Record{Events: []dispute.Event{disputetest.DatedEvent("e", when)}}, dispute.Lens{})
		if got := v.When("e").String(); got != want {
			t.Errorf("%q in English: %q, want %q", when, got, want)
		}
	}
}
