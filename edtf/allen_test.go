package edtf_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/edtf"
)

// placed is one way in which something can lie: the days numbered start to
// end, both filled.
type placed struct{ start, end int }

// holds names the one relation of a to b, by the definitions and nothing else.
func holds(a, b placed) edtf.Relation {
	switch {
	case a.end+1 < b.start:
		return edtf.RelationBefore
	case a.end+1 == b.start:
		return edtf.RelationMeets
	case b.end+1 < a.start:
		return edtf.RelationAfter
	case b.end+1 == a.start:
		return edtf.RelationMetBy
	case a.start < b.start && a.end < b.end:
		return edtf.RelationOverlaps
	case a.start == b.start && a.end < b.end:
		return edtf.RelationStarts
	case a.start > b.start && a.end < b.end:
		return edtf.RelationDuring
	case a.start > b.start && a.end == b.end:
		return edtf.RelationFinishes
	case a.start == b.start && a.end == b.end:
		return edtf.RelationEquals
	case a.start < b.start && a.end == b.end:
		return edtf.RelationFinishedBy
	case a.start < b.start:
		return edtf.RelationContains
	case a.start == b.start:
		return edtf.RelationStartedBy
	}
	return edtf.RelationOverlappedBy
}

// answers is all that can be asked about two values.
type answers struct {
	Relations                       edtf.Relations
	Before, After, Within, Overlaps edtf.Truth
}

// enumerate answers by trying all placements of both.
func enumerate(a, b []placed) answers {
	var got answers
	var before, after, inside, overlaps verdict
	for _, x := range a {
		for _, y := range b {
			got.Relations |= edtf.RelationsOf(holds(x, y))
			before.add(x.end < y.start, x.end > y.start)
			after.add(x.start > y.end, x.start < y.end)
			contained := x.start >= y.start && x.end <= y.end
			inside.add(contained, !contained)
			apart := x.end < y.start || x.start > y.end
			overlaps.add(!apart, apart)
		}
	}
	got.Before, got.After, got.Within, got.Overlaps = before.truth(), after.truth(), inside.truth(), overlaps.truth()
	return got
}

// verdict counts how often a question was certainly so and certainly not.
type verdict struct{ yes, no, all int }

func (v *verdict) add(yes, no bool) {
	v.all++
	if yes {
		v.yes++
	}
	if no {
		v.no++
	}
}

func (v *verdict) truth() edtf.Truth {
	switch {
	case v.all == 0:
		return edtf.TruthUnknown
	case v.yes == v.all:
		return edtf.TruthTrue
	case v.no == v.all:
		return edtf.TruthFalse
	}
	return edtf.TruthUnknown
}

// firstPlace is the day that a domain calls number 0.
var firstPlace = edtf.MustParseDay("2024-02-27")

func dayNumber(n int) edtf.Day { return firstPlace.AddDays(int64(n)) }

// TestBoundsRelationsAgainstEnumeration takes every pair of bounds within a
// few days.
func TestBoundsRelationsAgainstEnumeration(t *testing.T) {
	const days = 4
	type value struct {
		bounds edtf.Bounds
		places []placed
	}
	var values []value
	for earliestStart := range days {
		for latestStart := earliestStart; latestStart < days; latestStart++ {
			for earliestEnd := range days {
				for latestEnd := earliestEnd; latestEnd < days; latestEnd++ {
					v := value{bounds: edtf.Bounds{
						EarliestStart: edtf.DayBound(dayNumber(earliestStart)),
						LatestStart:   edtf.DayBound(dayNumber(latestStart)),
						EarliestEnd:   edtf.DayBound(dayNumber(earliestEnd)),
						LatestEnd:     edtf.DayBound(dayNumber(latestEnd)),
					}}
					for s := earliestStart; s <= latestStart; s++ {
						for e := max(s, earliestEnd); e <= latestEnd; e++ {
							v.places = append(v.places, placed{s, e})
						}
					}
					values = append(values, v)
				}
			}
		}
	}
	for _, a := range values {
		for _, b := range values {
			got := answers{a.bounds.Relations(b.bounds), a.bounds.Before(b.bounds), a.bounds.After(b.bounds), a.bounds.Within(b.bounds), a.bounds.Overlaps(b.bounds)}
			if want := enumerate(a.places, b.places); got != want {
				t.Fatalf("%v and %v (-want +got):\n%s", boundTexts(a.bounds), boundTexts(b.bounds), cmp.Diff(want, got))
			}
			if got.Relations.Converse() != b.bounds.Relations(a.bounds) {
				t.Fatalf("%v and %v: %s is not the converse of %s", boundTexts(a.bounds), boundTexts(b.bounds), b.bounds.Relations(a.bounds), got.Relations)
			}
		}
	}
	t.Logf("%d pairs", len(values)*len(values))
}

// dated is a text whose days lie in a small domain, with its placements as the
// documentation of Relations defines them.
type dated struct {
	text   string
	places []placed
}

// datedValues lists days, intervals, intervals with unspecified digits, and
// one-of sets of every choice of the days of the domain.
func datedValues(days int) []dated {
	var values []dated
	text := func(n int) string { return dayNumber(n).String() }
	for s := range days {
		values = append(values, dated{text(s), []placed{{s, s}}})
		for e := s; e < days; e++ {
			values = append(values, dated{text(s) + "/" + text(e), []placed{{s, e}}})
		}
	}
	for choice := 1; choice < 1<<days; choice++ {
		var members string
		var places []placed
		for s := range days {
			if choice>>s&1 == 0 {
				continue
			}
			members += "," + text(s)
			for e := s; e < days && choice>>e&1 != 0; e++ {
				places = append(places, placed{s, e})
			}
		}
		values = append(values, dated{"[" + members[1:] + "]", places})
	}
	return values
}

func TestDateRelationsAgainstEnumeration(t *testing.T) {
	checkEnumeration(t, datedValues(5))
}

// TestMaskedRelationsAgainstEnumeration takes unspecified digits, whose ranges
// are many, in dates and in both ends of intervals. The domain is February
// 2024.
func TestMaskedRelationsAgainstEnumeration(t *testing.T) {
	patterns := []string{"XX", "X1", "X2", "X9", "0X", "1X", "2X", "01", "11", "20", "29"}
	texts := make(map[string][]int)
	for _, pattern := range patterns {
		for d := 1; d <= 29; d++ {
			if like(d, pattern) {
				texts[pattern] = append(texts[pattern], d)
			}
		}
	}
	var values []dated
	for _, p := range patterns {
		v := dated{text: "2024-02-" + p}
		for i, s := range texts[p] {
			for k := i; k < len(texts[p]) && texts[p][k] == s+k-i; k++ {
				v.places = append(v.places, placed{s, texts[p][k]})
			}
		}
		values = append(values, v)
		for _, q := range patterns {
			v := dated{text: "2024-02-" + p + "/2024-02-" + q}
			for _, s := range texts[p] {
				for _, e := range texts[q] {
					if s <= e {
						v.places = append(v.places, placed{s, e})
					}
				}
			}
			if len(v.places) > 0 {
				values = append(values, v)
			}
		}
	}
	checkEnumeration(t, values)
}

func checkEnumeration(t *testing.T, values []dated) {
	t.Helper()
	dates := make([]edtf.Date, len(values))
	for i, v := range values {
		dates[i] = edtf.MustParse(v.text)
	}
	for i, a := range dates {
		for j, b := range dates {
			got := answers{a.Relations(b), a.Before(b), a.After(b), a.Within(b), a.Overlaps(b)}
			if want := enumerate(values[i].places, values[j].places); got != want {
				t.Fatalf("%s and %s (-want +got):\n%s", a, b, cmp.Diff(want, got))
			}
			if got.Relations.Converse() != b.Relations(a) {
				t.Fatalf("%s and %s: %s is not the converse of %s", a, b, b.Relations(a), got.Relations)
			}
		}
		if got, want := a.Duration(), lengths(values[i].places); got.Shortest.String() != want[0] || got.Longest.String() != want[1] {
			t.Errorf("(%s).Duration() = %s to %s, want %s to %s", a, got.Shortest, got.Longest, want[0], want[1])
		}
	}
	t.Logf("%d pairs", len(values)*len(values))
}

func lengths(places []placed) [2]string {
	shortest, longest := 1<<30, 0
	for _, p := range places {
		shortest = min(shortest, p.end-p.start+1)
		longest = max(longest, p.end-p.start+1)
	}
	return [2]string{fmt.Sprint(shortest), fmt.Sprint(longest)}
}

// What holds of a and c is among what follows from a and b, and b and c.
func TestRelationsCompose(t *testing.T) {
	var dates []edtf.Date
	for _, v := range datedValues(3) {
		dates = append(dates, edtf.MustParse(v.text))
	}
	for _, text := range []string{
		"2024-02-27/", "/2024-02-28", "2024-02-28/..", "../2024-02-28", "[..2024-02-28]", "[2024-02-28..]", "{..2024-02-28}", "{2024-02-28..}",
		"..2024-02-28/2024-02-29", "2024-02-27/2024-02-28..", "2024-02", "2024-02-2X", "2024-02-2X/2024-02-29", "2024-02-27/2024-02-2X",
		"2024-02-28T00:00:00Z", "2024-02-28T12:00:00Z", "2024-02-28T23:59:59Z", "2024-02-28T12:00:00",
	} {
		dates = append(dates, edtf.MustParse(text))
	}
	dates = append(dates, edtf.Date{})
	for _, a := range dates {
		for _, b := range dates {
			ab := a.Relations(b)
			if ab == 0 {
				t.Errorf("%q and %q cannot be placed", a, b)
			}
			if ab.Converse() != b.Relations(a) {
				t.Errorf("%q and %q: %s is not the converse of %s", a, b, b.Relations(a), ab)
			}
			for _, c := range dates {
				if follows := ab.Compose(b.Relations(c)); a.Relations(c)&^follows != 0 {
					t.Errorf("%q, %q, %q: %s is not within %s", a, b, c, a.Relations(c), follows)
				}
			}
		}
	}
}

// A date is no less certain than its bounds alone.
func TestDateRelationsWithinBounds(t *testing.T) {
	var dates []edtf.Date
	for _, text := range typical {
		dates = append(dates, edtf.MustParse(text))
	}
	for _, a := range dates {
		for _, b := range dates {
			if wide := a.Bounds().Relations(b.Bounds()); a.Relations(b)&^wide != 0 {
				t.Errorf("%s and %s: %s, but by their bounds only %s", a, b, a.Relations(b), wide)
			}
			if a.Before(b) != b.After(a) {
				t.Errorf("%s and %s: before is %s, after the other way round is %s", a, b, a.Before(b), b.After(a))
			}
		}
	}
}

func TestOpenUnknownAndInstants(t *testing.T) {
	const (
		yes, no, maybe = edtf.TruthTrue, edtf.TruthFalse, edtf.TruthUnknown
	)
	all := edtf.AllRelations
	set := edtf.RelationsOf
	// near is all that an instant can be to a day it may lie in.
	near := set(edtf.RelationBefore, edtf.RelationMeets, edtf.RelationStarts, edtf.RelationDuring, edtf.RelationFinishes, edtf.RelationMetBy, edtf.RelationAfter)
	tests := []struct {
		a, b string
		want answers
	}{
		{"1985/..", "1990", answers{set(edtf.RelationContains), no, no, no, yes}},
		{"1985/..", "1984", answers{set(edtf.RelationMetBy, edtf.RelationAfter), no, yes, no, no}},
		{"../1985", "1984", answers{set(edtf.RelationContains), no, no, no, yes}},
		{"1985/..", "1990/..", answers{set(edtf.RelationFinishedBy), no, no, no, yes}},
		{"../1985", "1990/..", answers{set(edtf.RelationBefore), yes, no, no, no}},
		{"1985/", "1990", answers{set(edtf.RelationBefore, edtf.RelationMeets, edtf.RelationOverlaps, edtf.RelationFinishedBy, edtf.RelationContains), maybe, no, no, maybe}},
		{"1985/", "1980", answers{set(edtf.RelationAfter), no, yes, no, no}},
		{"1985/", "1990/..", answers{set(edtf.RelationBefore, edtf.RelationMeets, edtf.RelationOverlaps, edtf.RelationFinishedBy), maybe, no, no, maybe}},
		{"/1985", "1990", answers{set(edtf.RelationBefore), yes, no, no, no}},
		{"[..1984]", "1985", answers{set(edtf.RelationBefore, edtf.RelationMeets), yes, no, no, no}},
		{"[1986..]", "1985", answers{set(edtf.RelationAfter, edtf.RelationMetBy), no, yes, no, no}},
		{"", "1985", answers{all, maybe, maybe, maybe, maybe}},
		{"", "", answers{all, maybe, maybe, maybe, maybe}},

		// Days have no order within; instants do.
		{"2024-08-07", "2024-08-07", answers{set(edtf.RelationEquals), maybe, maybe, yes, yes}},
		{"2024-08-07", "2024-08-08", answers{set(edtf.RelationMeets), yes, no, no, no}},
		{"2024-08-07T10:00:00Z", "2024-08-07T10:00:00Z", answers{set(edtf.RelationEquals), maybe, maybe, yes, yes}},
		{"2024-08-07T10:00:00Z", "2024-08-07T10:00:01Z", answers{set(edtf.RelationMeets), yes, no, no, no}},
		{"2024-08-07T10:00:00Z", "2024-08-07T12:00:00+01:00", answers{set(edtf.RelationBefore), yes, no, no, no}},
		{"2024-08-07T10:00:00Z", "2024-08-07T12:00:00+02:00", answers{set(edtf.RelationEquals), maybe, maybe, yes, yes}},
		{"2024-08-07T10:00:00", "2024-08-07", answers{set(edtf.RelationEquals), maybe, maybe, yes, yes}},
		{"2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z", answers{set(edtf.RelationMeets), yes, no, no, no}},
		{"2016-12-31T23:59:60Z", "2016-12-31T23:59:58Z", answers{set(edtf.RelationMetBy), no, yes, no, no}},

		// A day may be of any zone: 7 August lasts from the 6th, 10:00 UTC, to
		// the 8th, 14:00 UTC, somewhere.
		{"2024-08-07T12:00:00Z", "2024-08-07", answers{near, maybe, maybe, maybe, maybe}},
		{"2024-08-06T09:59:58Z", "2024-08-07", answers{set(edtf.RelationBefore), yes, no, no, no}},
		{"2024-08-06T09:59:59Z", "2024-08-07", answers{set(edtf.RelationBefore, edtf.RelationMeets), yes, no, no, no}},
		{"2024-08-06T10:00:00Z", "2024-08-07", answers{set(edtf.RelationBefore, edtf.RelationMeets, edtf.RelationStarts), maybe, maybe, maybe, maybe}},
		{"2024-08-08T13:59:59Z", "2024-08-07", answers{set(edtf.RelationFinishes, edtf.RelationMetBy, edtf.RelationAfter), maybe, maybe, maybe, maybe}},
		{"2024-08-08T14:00:00Z", "2024-08-07", answers{set(edtf.RelationMetBy, edtf.RelationAfter), no, yes, no, no}},
		{"2024-08-08T14:00:01Z", "2024-08-07", answers{set(edtf.RelationAfter), no, yes, no, no}},
		{"2024-08-07T00:30:00+01:00", "2024-08-07", answers{near &^ set(edtf.RelationFinishes, edtf.RelationMetBy, edtf.RelationAfter), maybe, maybe, maybe, maybe}},
		{"2024-08-07T12:00:00Z", "2024-08-01/2024-08-31", answers{set(edtf.RelationDuring), no, no, yes, yes}},
		{"2024-08-07T12:00:00Z", "2024-08", answers{near, maybe, maybe, maybe, maybe}},
		{"2024-08-07T12:00:00Z", "2024-08-0X/2024-08-3X", answers{near &^ set(edtf.RelationFinishes, edtf.RelationMetBy, edtf.RelationAfter), maybe, no, maybe, maybe}},
		{"2024-08-07T12:00:00Z", "[2024-08-01,2024-08-31]", answers{set(edtf.RelationBefore, edtf.RelationAfter), maybe, maybe, no, no}},
	}
	for _, test := range tests {
		t.Run(test.a+" and "+test.b, func(t *testing.T) {
			a, b := parseOrZero(t, test.a), parseOrZero(t, test.b)
			got := answers{a.Relations(b), a.Before(b), a.After(b), a.Within(b), a.Overlaps(b)}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s\nwant %s\ngot %s", diff, test.want.Relations, got.Relations)
			}
		})
	}
}

func parseOrZero(t *testing.T, text string) edtf.Date {
	t.Helper()
	if text == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// The table of composition is what all spans between six points give.
func TestCompositionTable(t *testing.T) {
	var spans []placed
	for s := range 6 {
		for e := s; e < 6; e++ {
			spans = append(spans, placed{s, e})
		}
	}
	want := make(map[[2]edtf.Relation]edtf.Relations)
	for _, a := range spans {
		for _, b := range spans {
			for _, c := range spans {
				want[[2]edtf.Relation{holds(a, b), holds(b, c)}] |= edtf.RelationsOf(holds(a, c))
			}
		}
	}
	if len(want) != 169 {
		t.Fatalf("%d pairs of relations, want 169", len(want))
	}
	for pair, relations := range want {
		if got := edtf.RelationsOf(pair[0]).Compose(edtf.RelationsOf(pair[1])); got != relations {
			t.Errorf("%s after %s: %s, want %s", pair[0], pair[1], got, relations)
		}
	}
}

func TestRelationLaws(t *testing.T) {
	relations := slices.Collect(edtf.AllRelations.All())
	if len(relations) != 13 || edtf.AllRelations.Len() != 13 {
		t.Fatalf("%d relations, want 13", len(relations))
	}
	equal := edtf.RelationsOf(edtf.RelationEquals)
	for _, r := range relations {
		one := edtf.RelationsOf(r)
		if r.Converse().Converse() != r || one.Converse() != edtf.RelationsOf(r.Converse()) {
			t.Errorf("the converse of %s is wrong", r)
		}
		if one.Compose(equal) != one || equal.Compose(one) != one {
			t.Errorf("%s composed with equals is not itself", r)
		}
		for _, s := range relations {
			two := edtf.RelationsOf(s)
			if one.Compose(two).Converse() != two.Converse().Compose(one.Converse()) {
				t.Errorf("%s and %s: the converse of the composition is wrong", r, s)
			}
			for _, u := range relations {
				three := edtf.RelationsOf(u)
				if one.Compose(two).Compose(three) != one.Compose(two.Compose(three)) {
					t.Errorf("%s, %s, %s: composition is not associative", r, s, u)
				}
			}
		}
		text, err := r.MarshalText()
		var back edtf.Relation
		if err != nil || back.UnmarshalText(text) != nil || back != r {
			t.Errorf("%s came back from text as %s", r, back)
		}
	}
	var none edtf.Relation
	if _, err := none.MarshalText(); err == nil || none.Converse() != 0 || edtf.RelationsOf(none, 99) != 0 || edtf.Relation(99).Converse() != 0 {
		t.Error("what is no relation was taken for one")
	}
	kept := edtf.RelationMeets
	for _, text := range []string{"", "none", "Before", "before "} {
		if err := kept.UnmarshalText([]byte(text)); err == nil || kept != edtf.RelationMeets {
			t.Errorf("the text %q was read as %s", text, kept)
		}
	}
	if got := edtf.RelationsOf(edtf.RelationMeets, edtf.RelationBefore).String(); got != "before, meets" {
		t.Errorf("String() = %q", got)
	}
}

func TestTruth(t *testing.T) {
	for truth, not := range map[edtf.Truth]edtf.Truth{
		edtf.TruthUnknown: edtf.TruthUnknown, edtf.TruthFalse: edtf.TruthTrue, edtf.TruthTrue: edtf.TruthFalse,
	} {
		if truth.Not() != not {
			t.Errorf("not %s = %s, want %s", truth, truth.Not(), not)
		}
		text, err := truth.MarshalText()
		var back edtf.Truth
		if err != nil || back.UnmarshalText(text) != nil || back != truth {
			t.Errorf("%s came back from text as %s", truth, back)
		}
	}
	kept := edtf.TruthTrue
	if err := kept.UnmarshalText([]byte("maybe")); err == nil || kept != edtf.TruthTrue {
		t.Errorf("the text %q was read as %s", "maybe", kept)
	}
	if _, err := edtf.Truth(9).MarshalText(); err == nil {
		t.Error("what is no truth was given a text")
	}
}

// "All of a set" either happens on every member or lasts from the first to the
// last. What is so in both is certain, what is so in neither is excluded.
func TestAllOfSetsHaveTwoReadings(t *testing.T) {
	const days = 5
	text := func(from, to int) string { return dayNumber(from).String() + "/" + dayNumber(to).String() }
	unknown := 0
	for members := 1; members < 1<<days; members++ {
		var list []string
		first, last := days, 0
		for i := range days {
			if members>>i&1 == 1 {
				list = append(list, dayNumber(i).String())
				first, last = min(first, i), i
			}
		}
		set := edtf.MustParse("{" + strings.Join(list, ",") + "}")
		for from := range days {
			for to := from; to < days; to++ {
				span := edtf.MustParse(text(from, to))
				onMember, inHull, allMembers, allHull := false, false, true, true
				for i := from; i <= to; i++ {
					isMember, between := members>>i&1 == 1, first <= i && i <= last
					onMember, inHull = onMember || isMember, inHull || between
					allMembers, allHull = allMembers && isMember, allHull && between
				}
				check := func(name string, got edtf.Truth, readings ...bool) {
					t.Helper()
					if got == edtf.TruthUnknown {
						unknown++
					}
					certain, excluded := true, true
					for _, so := range readings {
						certain, excluded = certain && so, excluded && !so
					}
					if got == edtf.TruthTrue && !certain || got == edtf.TruthFalse && !excluded || from == to && got == edtf.TruthUnknown && certain {
						t.Errorf("%s %s %s: %v, the readings say %v", span, name, set, got, readings)
					}
				}
				check("overlaps", span.Overlaps(set), onMember, inHull)
				check("overlapped by", set.Overlaps(span), onMember, inHull)
				check("within", span.Within(set), allMembers, allHull)
				check("contains", set.Within(span), from <= first && last <= to)
			}
		}
	}
	if unknown == 0 {
		t.Error("the two readings never differed")
	}
	a, b := edtf.MustParse("{1960,1970}"), edtf.MustParse("{1962,1964}")
	if got := a.Overlaps(b); got != edtf.TruthUnknown {
		t.Errorf("%s overlaps %s: %v, want unknown", a, b, got)
	}
	if a, b := edtf.MustParse("{1960-01-01,1970}"), edtf.MustParse("{1950,1960-01-01}"); a.Overlaps(b) != edtf.TruthTrue {
		t.Errorf("%s overlaps %s: not certain", a, b)
	}
}
