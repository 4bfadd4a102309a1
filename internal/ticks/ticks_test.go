package ticks

import (
	"math"
	"testing"

	"github.com/dispute-go/dispute/internal/span"
	"github.com/google/go-cmp/cmp"
)

const (
	past   = math.MinInt64
	future = math.MaxInt64
)

func TestDaysOfTicks(t *testing.T) {
	for _, day := range []int64{-MaxDay, -40_000, -1, 0, 1, 19_939, MaxDay} {
		first, last := First(day), Last(day)
		if last-first != MaxSequence {
			t.Errorf("day %d has %d ticks, want %d", day, last-first+1, MaxSequence+1)
		}
		if Day(first) != day || Day(last) != day || Day(first-1) != day-1 || Day(last+1) != day+1 {
			t.Errorf("ticks %d to %d are not the whole day %d", first, last, day)
		}
		if got := [2]int64{HalfDay(2 * first), HalfDay(Close(day))}; got != [2]int64{day, day} {
			t.Errorf("the half ticks of day %d lie on %v", day, got)
		}
		if Close(day) != 2*last+1 || 2*First(day+1) != Close(day)+1 && day < MaxDay {
			t.Errorf("day %d closes on %d, between %d and %d", day, Close(day), 2*last, 2*First(day+1))
		}
	}
}

func TestBeyondAllTicks(t *testing.T) {
	for _, tc := range []struct {
		name      string
		got, want int64
	}{
		{"first tick of the past", First(past), past},
		{"last tick of the future", Last(future), future},
		{"first tick of what is too late", First(MaxDay + 7), First(MaxDay)},
		{"last tick of what is too early", Last(-MaxDay - 7), Last(-MaxDay)},
		{"day of the past", Day(past), past},
		{"day of the future", Day(future), future},
		{"half day of the past", HalfDay(past), past},
		{"half day of the future", HalfDay(future), future},
		{"day after the past", NextDay(past), past},
		{"day after the future", NextDay(future), future},
		{"day after a day", NextDay(3), 4},
		{"clamped", Clamp(future), MaxDay},
	} {
		if tc.got != tc.want {
			t.Errorf("%s: got %d, want %d", tc.name, tc.got, tc.want)
		}
	}
}

func TestStartsAndCloses(t *testing.T) {
	days := func(first, last int64) span.Range { return span.Range{First: First(first), Last: Last(last)} }
	for _, tc := range []struct {
		name           string
		domain         []span.Range
		starts, closes []span.Range
	}{
		{"a tick", []span.Range{{First: 5, Last: 5}}, []span.Range{{First: 10, Last: 10}}, []span.Range{{First: Close(0), Last: Close(0)}}},
		{"three days", []span.Range{days(2, 4)}, []span.Range{{First: 2 * First(2), Last: 2 * Last(4)}}, []span.Range{{First: Close(2), Last: Close(4)}}},
		{"two ticks of a day", []span.Range{{First: 5, Last: 5}, {First: 7, Last: 7}}, []span.Range{{First: 10, Last: 10}, {First: 14, Last: 14}}, []span.Range{{First: Close(0), Last: Close(0)}}},
		{"days apart", []span.Range{days(1, 1), days(3, 3)}, []span.Range{{First: 2 * First(1), Last: 2 * Last(1)}, {First: 2 * First(3), Last: 2 * Last(3)}},
			[]span.Range{{First: Close(1), Last: Close(1)}, {First: Close(3), Last: Close(3)}}},
		{"any", span.All(), span.All(), span.All()},
	} {
		if diff := cmp.Diff([2][]span.Range{tc.starts, tc.closes}, [2][]span.Range{Starts(tc.domain), Closes(tc.domain)}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
}

// Around a few days, each range of half ticks holds the closes, and the moments
// asked for, that a look at every half tick finds. The days are laid at the
// seams, since most half ticks of a day are alike.
func TestClosesAndAskedAgainstEveryHalfTick(t *testing.T) {
	var points []int64
	for day := int64(-2); day <= 3; day++ {
		for off := int64(-2); off <= 1; off++ {
			points = append(points, Close(day)+off)
		}
	}
	for _, first := range points {
		for _, last := range points {
			var closes, days []int64
			for day := int64(-4); day <= 5; day++ {
				if c := Close(day); first <= c && c <= last {
					closes = append(closes, c)
				}
				if a := Close(day) - 1; first <= a && a <= last {
					days = append(days, day)
				}
			}
			r := ClosesWithin(span.Range{First: first, Last: last})
			if !holds(closes, r.First, r.Last) {
				t.Errorf("from %d to %d: closes from %d to %d, want %v", first, last, r.First, r.Last, closes)
			}
			from, to := Asked(first, last)
			if !holds(days, from, to) {
				t.Errorf("from %d to %d: days %d to %d, want %v", first, last, from, to, days)
			}
		}
	}
	for _, tc := range []struct {
		first, last, from, to int64
	}{{past, future, past, future}, {past, Close(3), past, 3}, {Close(3), future, 4, future}, {future, future, 1, 0}, {past, past, 1, 0}} {
		if from, to := Asked(tc.first, tc.last); from != tc.from || to != tc.to {
			t.Errorf("from %d to %d: days %d to %d, want %d to %d", tc.first, tc.last, from, to, tc.from, tc.to)
		}
	}
	if r := ClosesWithin(span.All()[0]); r != span.All()[0] {
		t.Errorf("the closes of all half ticks are %v", r)
	}
}

// holds reports whether first and last are the ends of an ascending list, or
// malformed where it is empty.
func holds(list []int64, first, last int64) bool {
	if len(list) == 0 {
		return first > last
	}
	return first == list[0] && last == list[len(list)-1]
}
