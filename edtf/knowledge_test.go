package edtf_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/edtf"
)

// Intersecting the bounds of two values keeps exactly the placements that both
// have.
func TestIntersectAgainstEnumeration(t *testing.T) {
	const days = 4
	type value struct {
		bounds edtf.Bounds
		places map[placed]bool
	}
	var values []value
	for es := range days {
		for ls := es; ls < days; ls++ {
			for ee := range days {
				for le := ee; le < days; le++ {
					v := value{edtf.Bounds{
						EarliestStart: edtf.DayBound(dayNumber(es)), LatestStart: edtf.DayBound(dayNumber(ls)),
						EarliestEnd: edtf.DayBound(dayNumber(ee)), LatestEnd: edtf.DayBound(dayNumber(le)),
					}, map[placed]bool{}}
					for s := es; s <= ls; s++ {
						for e := max(s, ee); e <= le; e++ {
							v.places[placed{s, e}] = true
						}
					}
					values = append(values, v)
				}
			}
		}
	}
	for _, a := range values {
		for _, b := range values {
			lowest, highest := placed{days, days}, placed{-1, -1}
			for p := range a.places {
				if b.places[p] {
					lowest = placed{min(lowest.start, p.start), min(lowest.end, p.end)}
					highest = placed{max(highest.start, p.start), max(highest.end, p.end)}
				}
			}
			got, ok := a.bounds.Intersect(b.bounds)
			if ok != (highest.end >= 0) {
				t.Fatalf("%v and %v: possible = %v, want %v", boundTexts(a.bounds), boundTexts(b.bounds), ok, !ok)
			}
			if !ok {
				continue
			}
			want := [4]string{dayNumber(lowest.start).String(), dayNumber(highest.start).String(), dayNumber(lowest.end).String(), dayNumber(highest.end).String()}
			if diff := cmp.Diff(want, boundTexts(got)); diff != "" {
				t.Fatalf("%v and %v (-want +got):\n%s", boundTexts(a.bounds), boundTexts(b.bounds), diff)
			}
		}
	}
}

// With open bounds too: each of them leaves the days beyond the domain.
func TestIntersectOpenAgainstEnumeration(t *testing.T) {
	const days = 3
	bound := func(i int) edtf.Bound {
		switch i {
		case -1:
			return edtf.OpenPast()
		case days:
			return edtf.OpenFuture()
		}
		return edtf.DayBound(dayNumber(i))
	}
	// A start is a day or lies before all days, an end is a day or after them.
	var values []edtf.Bounds
	for es := -1; es < days; es++ {
		for ls := max(es, 0); ls <= days; ls++ {
			for ee := -1; ee < days; ee++ {
				for le := max(ee, 0); le <= days; le++ {
					values = append(values, edtf.Bounds{EarliestStart: bound(es), LatestStart: bound(ls), EarliestEnd: bound(ee), LatestEnd: bound(le)})
				}
			}
		}
	}
	// Days far outside stand for those that an open bound leaves.
	const far = 3
	holds := func(b edtf.Bounds, s, e int) bool {
		within := func(day int, first, last edtf.Bound) bool {
			at := edtf.DayBound(dayNumber(day))
			return first.Compare(at) <= 0 && at.Compare(last) <= 0
		}
		return s <= e && within(s, b.EarliestStart, b.LatestStart) && within(e, b.EarliestEnd, b.LatestEnd)
	}
	for _, a := range values {
		for _, b := range values {
			low, high := [2]int{days + far, days + far}, [2]int{-far - 1, -far - 1}
			for s := -far; s < days+far; s++ {
				for e := s; e < days+far; e++ {
					if holds(a, s, e) && holds(b, s, e) {
						low, high = [2]int{min(low[0], s), min(low[1], e)}, [2]int{max(high[0], s), max(high[1], e)}
					}
				}
			}
			got, ok := a.Intersect(b)
			if ok != (high[0] >= -far) {
				t.Fatalf("%v and %v: possible = %v, want %v", boundTexts(a), boundTexts(b), ok, !ok)
			}
			if !ok {
				continue
			}
			edge := func(day int) string {
				switch {
				case day < 0:
					return edtf.OpenPast().String()
				case day >= days:
					return edtf.OpenFuture().String()
				}
				return dayNumber(day).String()
			}
			want := [4]string{edge(low[0]), edge(high[0]), edge(low[1]), edge(high[1])}
			if diff := cmp.Diff(want, boundTexts(got)); diff != "" {
				t.Fatalf("%v and %v (-want +got):\n%s", boundTexts(a), boundTexts(b), diff)
			}
		}
	}
}

func TestIntersect(t *testing.T) {
	tests := []struct {
		name, a, b string
		want       [4]string // all empty when impossible
	}{
		{"month and late month", "2024-07", "[2024-07-21..2024-08-05]", within("2024-07-21", "2024-07-31")},
		{"apart", "2024-07", "2024-08", [4]string{}},
		{"unknown end", "1985/", "1985-04/1990", [4]string{"1985-04-01", "1985-04-30", "1990-01-01", "1990-12-31"}},
		{"unknown start", "/1985", "1980-04/1985-06", [4]string{"1980-04-01", "1980-04-30", "1985-06-01", "1985-06-30"}},
		{"nothing known", "", "1985", within("1985-01-01", "1985-12-31")},
		{"open and unknown end", "1985/..", "1985/", [4]string{"1985-01-01", "1985-12-31", "+inf", "+inf"}},
		{"open and stated end", "1985/..", "1985/1990", [4]string{}},
		{"open and some day without limit", "../1985", "[..1985]", [4]string{}},
		{"without limit on both sides", "[..1985]", "[1980..]", within("1980-01-01", "1985-12-31")},
		{"on or after, and a stated end", "[2024-08-01..]", "/2024-08-20", [4]string{"2024-08-01", "2024-08-20", "2024-08-20", "2024-08-20"}},
		{"on or before, and a stated start", "[..2024-08-20]", "2024-08-01/", [4]string{"2024-08-01", "2024-08-01", "2024-08-01", "2024-08-20"}},
		{"nothing known stays unknown", "/1985", "/1985-06", [4]string{"unknown", "unknown", "1985-06-01", "1985-06-30"}},
		{"on or before", "..1985/1990", "1980../1990-06", [4]string{"1980-01-01", "1985-12-31", "1990-06-01", "1990-06-30"}},
		{"instant in a day", "2024-08-07", "2024-08-07T10:00:00Z", within("2024-08-07T10:00:00Z", "2024-08-07T10:00:00Z")},
		{"day before an instant", "2024-08-07T10:00:00Z", "2024-08-07", within("2024-08-07T10:00:00Z", "2024-08-07T10:00:00Z")},
		{"instant in the day of another zone", "2024-08-07", "2024-08-08T13:59:59Z", within("2024-08-08T13:59:59Z", "2024-08-08T13:59:59Z")},
		{"instant outside the day of any zone", "2024-08-07", "2024-08-08T14:00:00Z", [4]string{}},
		{"two instants", "2024-08-07T10:00:00Z", "2024-08-07T10:00:01Z", [4]string{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a, b := parseOrZero(t, test.a).Bounds(), parseOrZero(t, test.b).Bounds()
			for _, pair := range [2][2]edtf.Bounds{{a, b}, {b, a}} {
				got, ok := pair[0].Intersect(pair[1])
				if ok != (test.want != [4]string{}) {
					t.Fatalf("possible = %v, want %v", ok, !ok)
				}
				if !ok {
					if got != (edtf.Bounds{}) {
						t.Errorf("bounds %v although impossible", boundTexts(got))
					}
					continue
				}
				if diff := cmp.Diff(test.want, boundTexts(got)); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
			}
		})
	}
}

func TestDuration(t *testing.T) {
	tests := []struct{ text, shortest, longest string }{
		{"2024-07-25", "1", "1"},
		{"2024-07", "1", "31"},
		{"2024", "1", "366"},
		{"2001-24", "1", "90"},
		{"2024-07-25/2024-07-27", "3", "3"},
		{"1964/2008", "15707", "16437"},
		{"2004-06/2004-06", "1", "30"},
		{"1985/..", "+inf", "+inf"},
		{"../1985", "+inf", "+inf"},
		{"1985/", "1", "unknown"},
		{"/1985", "1", "unknown"},
		{"[..1984]", "1", "+inf"},
		{"[1984..]", "1", "+inf"},
		{"..2012/2013", "2", "+inf"},
		{"2012-12-31/2013..", "2", "+inf"},
		{"156X-12-25", "1", "1"},
		{"201X", "1", "3652"},
		{"[1667,1760-12]", "1", "365"},
		{"[1667,1668,1670..1672]", "1", "1096"},
		{"{1960,1961-12}", "336", "731"},
		{"{..1984}", "+inf", "+inf"},
		{"2024-02-0X/2024-02-2X", "12", "29"},
		{"156X-12-25/1565-06", "159", "1649"},
		{"1985-04-12T23:20:30Z", "1", "1"},
		{"1985-04-12T23:20:30", "1", "1"},
		{"Y9E18", "1", "366"},
		{"Y-9E18/Y9E18", "4611686018427387904", "4611686018427387904"},
		{"", "unknown", "unknown"},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			d := parseOrZero(t, test.text).Duration()
			if d.Shortest.String() != test.shortest || d.Longest.String() != test.longest {
				t.Errorf("Duration() = %s to %s, want %s to %s", d.Shortest, d.Longest, test.shortest, test.longest)
			}
		})
	}
	days, ok := edtf.MustParse("2024-07").Duration().Longest.Days()
	if days != 31 || !ok || edtf.MustParse("2024-07").Duration().Longest.Kind() != edtf.BoundDay {
		t.Errorf("Days() = %d, %v; want 31", days, ok)
	}
	if days, ok := edtf.MustParse("1985/").Duration().Longest.Days(); days != 0 || ok {
		t.Errorf("Days() = %d, %v; want nothing", days, ok)
	}
	// A start after the end cannot be.
	impossible := edtf.Bounds{EarliestStart: edtf.DayBound(dayNumber(3)), LatestStart: edtf.DayBound(dayNumber(3)),
		EarliestEnd: edtf.DayBound(dayNumber(1)), LatestEnd: edtf.DayBound(dayNumber(1))}
	if impossible.Duration() != (edtf.Duration{}) || impossible.Relations(impossible) != 0 || impossible.Before(impossible) != edtf.TruthUnknown {
		t.Error("bounds that cannot be were placed")
	}
}

func TestBound(t *testing.T) {
	instant := edtf.MustParse("1985-04-12T23:20:30+04:30").Bounds().EarliestStart
	seconds, ok := instant.Unix()
	want := time.Date(1985, 4, 12, 18, 50, 30, 0, time.UTC)
	if seconds != want.Unix() || !ok {
		t.Errorf("Unix() = %d, %v; want %d", seconds, ok, want.Unix())
	}
	if got, ok := instant.Time(); !got.Equal(want) || !ok {
		t.Errorf("Time() = %v, %v; want %v", got, ok, want)
	}
	if got := edtf.InstantBound(want.In(time.FixedZone("", 7200))); got != instant {
		t.Errorf("InstantBound = %s, want %s", got, instant)
	}
	leap := edtf.MustParse("2016-12-31T23:59:60Z").Bounds().EarliestStart
	if got, _ := leap.Time(); !got.Equal(time.Date(2017, 1, 1, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("leap second = %v", got)
	}
	for _, b := range []edtf.Bound{{}, edtf.OpenPast(), edtf.OpenFuture(), edtf.DayBound(dayNumber(0)), edtf.DayBound(edtf.Day{})} {
		if _, ok := b.Unix(); ok {
			t.Errorf("%s has a Unix time", b)
		}
		if got, ok := b.Time(); ok || !got.IsZero() {
			t.Errorf("%s has a time", b)
		}
	}
	kinds := map[edtf.BoundKind]edtf.Bound{
		edtf.BoundUnknown: edtf.DayBound(edtf.Day{}), edtf.BoundDay: edtf.DayBound(dayNumber(0)),
		edtf.BoundInstant: instant, edtf.BoundOpen: edtf.OpenPast(),
	}
	for kind, b := range kinds {
		if b.Kind() != kind {
			t.Errorf("kind of %s = %s, want %s", b, b.Kind(), kind)
		}
		if b.Day().IsZero() != (kind == edtf.BoundUnknown || kind == edtf.BoundOpen) {
			t.Errorf("day of %s = %q", b, b.Day())
		}
	}
	if edtf.OpenPast().Infinite() != -1 || edtf.OpenFuture().Infinite() != 1 || instant.Infinite() != 0 {
		t.Error("the direction of an open bound is wrong")
	}
	sorted := []edtf.Bound{
		edtf.OpenPast(), {}, edtf.DayBound(dayNumber(-100000)), edtf.DayBound(dayNumber(0)),
		edtf.InstantBound(time.Date(2024, 2, 27, 0, 0, 0, 0, time.UTC)), edtf.InstantBound(time.Date(2024, 2, 27, 1, 0, 0, 0, time.UTC)),
		edtf.DayBound(dayNumber(1)), edtf.OpenFuture(),
	}
	for i, a := range sorted {
		for j, b := range sorted {
			if a.Equal(b) != (i == j) || a.Day().Equal(b.Day()) != (a.Day() == b.Day()) {
				t.Errorf("(%s).Equal(%s) is wrong", a, b)
			}
			if got := a.Compare(b); (got < 0) != (i < j) || (got > 0) != (i > j) {
				t.Errorf("(%s).Compare(%s) = %d", a, b, got)
			}
		}
	}
}
