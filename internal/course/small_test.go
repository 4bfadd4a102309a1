package course

import (
	"math"
	"slices"
	"testing"

	"github.com/dispute-go/dispute/internal/giveway"
	"github.com/dispute-go/dispute/internal/span"
	"github.com/dispute-go/dispute/internal/ticks"
	"github.com/google/go-cmp/cmp"
)

func day(n int64) []span.Range { return []span.Range{{First: ticks.First(n), Last: ticks.Last(n)}} }

func daySpan(first, last int64) []span.Range {
	return []span.Range{{First: ticks.First(first), Last: ticks.Last(last)}}
}

// An order that runs through a place without a change is a link of changes.
func TestLinksRunThroughOtherPlaces(t *testing.T) {
	var list []Change
	for _, place := range []int32{0, 2} {
		list = AppendChanges(list, Change{Place: place, State: 1}, false, 0, Term{Start: daySpan(1, 31)})
	}
	chain := func(place int32, visit func(int32)) {
		if place > 0 {
			visit(place - 1)
		}
	}
	x := lineUp(list, chain)
	if diff := cmp.Diff([]link{{0, 1}}, x.followers(nil), cmp.AllowUnexported(link{})); diff != "" {
		t.Errorf("followers (-want +got):\n%s", diff)
	}
	a := ancestorsOf(&x, usualBounds.ancestors)
	if !a.precedes(0, 1) || a.precedes(1, 0) || a.between(0, 1) || !a.any[1] || a.any[0] {
		t.Errorf("got ancestors %+v, want change 0 before 1, with nothing between", a)
	}
}

func TestDays(t *testing.T) {
	list := []Days{{5, 6}, {1, 2}, {3, 3}, {8, 9}, {9, 12}, {2, 2}}
	if got := Count(slices.Clone(list)); got != 10 {
		t.Errorf("counted %d days, want 10", got)
	}
	united := Unite(slices.Clone(list))
	if diff := cmp.Diff([]Days{{1, 3}, {5, 6}, {8, 12}}, united); diff != "" {
		t.Errorf("united (-want +got):\n%s", diff)
	}
	for d := int64(0); d < 14; d++ {
		want := slices.ContainsFunc(list, func(x Days) bool { return x.First <= d && d <= x.Last })
		if hasDay(united, d) != want {
			t.Errorf("day %d: got %t, want %t", d, !want, want)
		}
	}
	if got := Count([]Days{everyDay}); got != math.MaxInt64 {
		t.Errorf("counted %d days of all, want the greatest number", got)
	}
	if got := Unite([]Days{{3, math.MaxInt64}, {5, 6}}); !slices.Equal(got, []Days{{3, math.MaxInt64}}) {
		t.Errorf("united %v, want all from 3 on", got)
	}
}

func TestCovers(t *testing.T) {
	apart := append(day(1), day(4)...)
	for _, tc := range []struct {
		name     string
		term     Term
		sometime bool
		want     Cover
	}{
		{"two days, sometime", Term{Start: apart, End: apart}, true, Cover{[]Days{{1, 1}, {4, 4}}, Days{First: 1}, Days{1, 4}}},
		{"two days, throughout", Term{Start: apart, End: apart}, false, Cover{[]Days{{1, 4}}, Days{First: 1}, Days{1, 4}}},
		{"an interval", Term{Start: day(2), End: day(5)}, true, Cover{[]Days{{2, 5}}, Days{2, 5}, Days{2, 2}}},
		{"vague on both sides", Term{Start: daySpan(1, 3), End: daySpan(5, 9)}, false, Cover{[]Days{{1, 9}}, Days{3, 5}, Days{1, 3}}},
		{"for ever", Term{Start: daySpan(1, 3), End: span.All(), Ever: true}, false, Cover{[]Days{{1, math.MaxInt64}}, Days{3, math.MaxInt64}, Days{1, 3}}},
		{"undated", Term{Start: span.All(), End: span.All()}, false, Cover{[]Days{everyDay}, Days{First: 1}, everyDay}},
	} {
		got := CoverOf(tc.term, tc.sometime)
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
		for d := int64(0); d < 12; d++ {
			possible, certain := got.On(d)
			if possible != hasDay(tc.want.Possible, d) || certain != tc.want.Certain.has(d) {
				t.Errorf("%s, day %d: possible %t, certain %t", tc.name, d, possible, certain)
			}
		}
	}
}

func TestTermsAgree(t *testing.T) {
	for _, tc := range []struct {
		name       string
		term, want Term
	}{
		{"they do", Term{Start: day(1), End: day(2)}, Term{Start: day(1), End: day(2)}},
		{"they overlap", Term{Start: daySpan(2, 8), End: daySpan(1, 5)}, Term{Start: []span.Range{{First: ticks.First(2), Last: ticks.Last(5)}}, End: []span.Range{{First: ticks.First(2), Last: ticks.Last(5)}}}},
		{"they never do", Term{Start: day(5), End: day(2)}, Term{Start: day(5), End: []span.Range{{First: ticks.First(5), Last: span.PosInf}}}},
		{"for ever", Term{Start: day(5), Ever: true}, Term{Start: day(5), End: []span.Range{{First: ticks.First(5), Last: span.PosInf}}, Ever: true}},
	} {
		got := tc.term
		got.Agree()
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
}

// Solving keeps and changes none of its arguments.
func TestSolveLeavesItsArguments(t *testing.T) {
	h := heavies[len(heavies)-1]
	changes, links := h.changes(300)
	was, _ := h.changes(300)
	first := Solve(changes, links, new(giveway.Table)).Segments
	if diff := cmp.Diff(was, changes, cmp.AllowUnexported(Change{})); diff != "" {
		t.Fatalf("the changes are changed (-was +is):\n%s", diff)
	}
	for i := range changes {
		changes[i].State = 7
	}
	if diff := cmp.Diff(first, Solve(was, links, new(giveway.Table)).Segments); diff != "" {
		t.Errorf("a second time (-first +second):\n%s", diff)
	}
}
