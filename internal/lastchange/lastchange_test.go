package lastchange

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/dispute-go/dispute/internal/span"
)

var equateEmpty = cmpopts.EquateEmpty() // an event that never rules: nil or empty

func TestSolve(t *testing.T) {
	at := func(ranges ...span.Range) Event { return Event{ranges} }
	tests := []struct {
		name      string
		events    []Event
		links     [][2]int32
		ticks     [][]span.Range
		unchanged []span.Range
	}{
		{
			name:      "no event",
			unchanged: span.All(),
		},
		{
			name:      "one exact day",
			events:    []Event{at(span.Range{First: 5, Last: 5})},
			ticks:     [][]span.Range{{{First: 5, Last: span.PosInf}}},
			unchanged: []span.Range{{First: span.NegInf, Last: 4}},
		},
		{
			name:      "undated event",
			events:    []Event{{}},
			ticks:     [][]span.Range{span.All()},
			unchanged: span.All(),
		},
		{
			name:      "one of two days",
			events:    []Event{at(span.Range{First: 3, Last: 3}, span.Range{First: 8, Last: 8})},
			ticks:     [][]span.Range{{{First: 3, Last: span.PosInf}}},
			unchanged: []span.Range{{First: span.NegInf, Last: 7}},
		},
		{
			// Between 5 and 7 event 0, if it lay on 3, has been overtaken.
			name:      "one-of set with a gap another event fills",
			events:    []Event{at(span.Range{First: 3, Last: 3}, span.Range{First: 8, Last: 8}), at(span.Range{First: 5, Last: 5})},
			ticks:     [][]span.Range{{{First: 3, Last: 4}, {First: 8, Last: span.PosInf}}, {{First: 5, Last: span.PosInf}}},
			unchanged: []span.Range{{First: span.NegInf, Last: 4}},
		},
		{
			name:      "overlap",
			events:    []Event{at(span.Range{First: 1, Last: 6}), at(span.Range{First: 4, Last: 9})},
			ticks:     [][]span.Range{{{First: 1, Last: span.PosInf}}, {{First: 4, Last: span.PosInf}}},
			unchanged: []span.Range{{First: span.NegInf, Last: 5}},
		},
		{
			name:      "overlap that ends before the other begins",
			events:    []Event{at(span.Range{First: 1, Last: 3}), at(span.Range{First: 4, Last: 9})},
			ticks:     [][]span.Range{{{First: 1, Last: 8}}, {{First: 4, Last: span.PosInf}}},
			unchanged: []span.Range{{First: span.NegInf, Last: 2}},
		},
		{
			name:      "same day, order unknown",
			events:    []Event{at(span.Range{First: 2, Last: 2}), at(span.Range{First: 2, Last: 2})},
			ticks:     [][]span.Range{{{First: 2, Last: span.PosInf}}, {{First: 2, Last: span.PosInf}}},
			unchanged: []span.Range{{First: span.NegInf, Last: 1}},
		},
		{
			name:      "same day, linked",
			events:    []Event{at(span.Range{First: 2, Last: 2}), at(span.Range{First: 2, Last: 2})},
			links:     [][2]int32{{1, 0}},
			ticks:     [][]span.Range{{{First: 2, Last: span.PosInf}}, nil},
			unchanged: []span.Range{{First: span.NegInf, Last: 1}},
		},
		{
			name:      "overlap, linked",
			events:    []Event{at(span.Range{First: 1, Last: 9}), at(span.Range{First: 1, Last: 9})},
			links:     [][2]int32{{0, 1}},
			ticks:     [][]span.Range{{{First: 1, Last: 8}}, {{First: 1, Last: span.PosInf}}},
			unchanged: []span.Range{{First: span.NegInf, Last: 8}},
		},
		{
			name: "linked in the unbounded past",
			events: []Event{
				at(span.Range{First: span.NegInf, Last: span.NegInf}), at(span.Range{First: span.NegInf, Last: span.NegInf}),
			},
			links: [][2]int32{{0, 1}},
			ticks: [][]span.Range{nil, span.All()},
		},
		{
			name:      "open past",
			events:    []Event{at(span.Range{First: span.NegInf, Last: 3}), at(span.Range{First: 7, Last: span.PosInf})},
			ticks:     [][]span.Range{{span.All()[0]}, {{First: 7, Last: span.PosInf}}},
			unchanged: []span.Range{{First: span.NegInf, Last: 2}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := Solve(tt.events, tt.links)
			if diff := cmp.Diff(tt.ticks, r.Ticks, equateEmpty); diff != "" {
				t.Errorf("ticks (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.unchanged, r.Unchanged); diff != "" {
				t.Errorf("unchanged (-want +got):\n%s", diff)
			}
		})
	}
}

func TestStatesRefuses(t *testing.T) {
	tests := []struct {
		name   string
		states []uint8
		want   string
	}{
		{"too few", []uint8{1}, "1 states for 2 events, expected one for each"},
		{"too great", []uint8{MaxState, MaxState + 1}, "state 63 of event 1, expected at most 62"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := SolveStates(make([]Event, 2), tt.states, nil)
			if err == nil || err.Error() != tt.want || got != nil {
				t.Errorf("got %v, %v, want error %q", got, err, tt.want)
			}
		})
	}
}

func TestSegmentsStopsEarly(t *testing.T) {
	r := Solve([]Event{{Domain: []span.Range{{First: 1, Last: 2}}}, {Domain: []span.Range{{First: 5, Last: 5}}}}, nil)
	seen := 0
	for range r.Segments() {
		seen++
		break
	}
	again := 0
	for range r.Segments() {
		again++
	}
	if seen != 1 || again != 4 {
		t.Errorf("saw %d segments before stopping and %d in all, want 1 and 4", seen, again)
	}
}

func TestSolveLeavesItsArgumentsAlone(t *testing.T) {
	events := []Event{{Domain: []span.Range{{First: 1, Last: 2}, {First: 4, Last: 5}}}, {Domain: []span.Range{{First: 3, Last: 3}}}}
	links := [][2]int32{{1, 0}}
	Solve(events, links)
	want := []Event{{Domain: []span.Range{{First: 1, Last: 2}, {First: 4, Last: 5}}}, {Domain: []span.Range{{First: 3, Last: 3}}}}
	if diff := cmp.Diff(want, events); diff != "" {
		t.Errorf("events changed (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([][2]int32{{1, 0}}, links); diff != "" {
		t.Errorf("links changed (-want +got):\n%s", diff)
	}
}
