package edtf_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/edtf"
)

// Every value can be put together again from its parts: it is Equal to what was
// read, and its text the canonical one.
func TestConstructAllAgain(t *testing.T) {
	kinds := map[edtf.Kind]int{}
	for _, text := range accepted() {
		d := edtf.MustParse(text)
		var got edtf.Date
		var err error
		switch d.Kind() {
		case edtf.KindInterval:
			start, end, _ := d.Ends()
			got, err = edtf.Interval(start, end)
		case edtf.KindOneOf:
			got, err = edtf.OneOf(slices.Collect(d.Members())...)
		case edtf.KindAllOf:
			got, err = edtf.AllOf(slices.Collect(d.Members())...)
		case edtf.KindDate:
			f, _ := d.Fields()
			if f.UnspecifiedYear|f.UnspecifiedMonth|f.UnspecifiedDay != 0 || f.SignificantDigits+f.Exponent > 0 {
				continue
			}
			got = edtf.FromYear(f.Year)
			switch f.Precision {
			case edtf.PrecisionMonth:
				got, err = edtf.FromMonth(f.Year, f.Month)
			case edtf.PrecisionDay:
				day, dayErr := edtf.NewDay(f.Year, f.Month, f.Day)
				got, err = edtf.FromDay(day), dayErr
			}
			if err == nil {
				got, err = got.Qualified(f.Uncertain, f.Approximate)
			}
		default:
			continue
		}
		kinds[d.Kind()]++
		if err != nil || !got.Equal(d) || got.String() != d.String() || got.Compare(d) != 0 || got.Level() != d.Level() {
			t.Errorf("%q = %q: %v", text, got, err)
		}
	}
	for _, kind := range []edtf.Kind{edtf.KindDate, edtf.KindInterval, edtf.KindOneOf, edtf.KindAllOf} {
		if kinds[kind] < 10 {
			t.Errorf("%d values of the kind %s, want 10 at least", kinds[kind], kind)
		}
	}
}

func TestConstruct(t *testing.T) {
	month := func(year int64, month int) edtf.Date {
		d, err := edtf.FromMonth(year, month)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	qualified := func(text string, uncertain, approximate edtf.Components) edtf.Date {
		d, err := edtf.MustParse(text).Qualified(uncertain, approximate)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	tests := []struct {
		got  edtf.Date
		want string
	}{
		{edtf.FromYear(2024), "2024"},
		{edtf.FromYear(0), "0000"},
		{edtf.FromYear(-43), "-0043"},
		{edtf.FromYear(170000002), "Y170000002"},
		{edtf.FromYear(math.MinInt64), "Y-9223372036854775808"},
		{month(2024, 7), "2024-07"},
		{month(-43, 12), "-0043-12"},
		{month(2024, 21), "2024-21"},
		{month(2024, 41), "2024-41"},
		{qualified("2024", edtf.AllComponents, 0), "2024?"},
		{qualified("2024-07?", 0, edtf.AllComponents), "2024-07~"},
		{qualified("2024-07-04", edtf.AllComponents, edtf.AllComponents), "2024-07-04%"},
		{qualified("2024-07-04", edtf.ComponentYear, edtf.ComponentDay), "2024?-07-~04"},
		{qualified("2024%", 0, 0), "2024"},
		{qualified("2024", edtf.ComponentDay, edtf.ComponentYear), "2024~"},
		{qualified("201X", edtf.AllComponents, 0), "201X?"},
	}
	for _, test := range tests {
		if test.got.String() != test.want || !test.got.Equal(edtf.MustParse(test.want)) {
			t.Errorf("%q, want %q", test.got, test.want)
		}
	}
}

func TestConstructRefuses(t *testing.T) {
	year, time, span := edtf.FromYear(2024), edtf.MustParse("1985-04-12T23:20:30Z"), edtf.MustParse("2004/2005")
	date := func(d edtf.Date) edtf.End { return edtf.End{Date: d} }
	open, unknown := edtf.End{Kind: edtf.EndOpen}, edtf.End{Kind: edtf.EndUnknown}
	from := func(d edtf.Date, err error) error {
		if !d.IsZero() {
			t.Errorf("%q with error %v", d, err)
		}
		return err
	}
	for _, test := range []struct {
		name string
		err  error
		want string
	}{
		{"month 0", from(edtf.FromMonth(2024, 0)), `edtf: month "0": expected 1 to 12, or a sub-year code 21 to 41`},
		{"month 13", from(edtf.FromMonth(2024, 13)), `edtf: month "13": expected 1 to 12, or a sub-year code 21 to 41`},
		{"month 42", from(edtf.FromMonth(2024, 42)), `edtf: month "42": expected 1 to 12, or a sub-year code 21 to 41`},
		{"long year", from(edtf.FromMonth(10000, 1)), `edtf: year "10000": expected -9999 to 9999, for a month`},
		{"qualified time", from(time.Qualified(0, 0)), `edtf: date "1985-04-12T23:20:30Z": expected a single date, without a time`},
		{"qualified interval", from(span.Qualified(0, 0)), `edtf: date "2004/2005": expected a single date, without a time`},
		{"qualified nothing", from(edtf.Date{}.Qualified(0, 0)), `edtf: date "": expected a single date, without a time`},
		{"interval of times", from(edtf.Interval(date(time), open)), `edtf: start of an interval "1985-04-12T23:20:30Z": expected a single date, without a time`},
		{"interval of intervals", from(edtf.Interval(date(year), date(span))), `edtf: end of an interval "2004/2005": expected a single date, without a time`},
		{"interval without a date", from(edtf.Interval(edtf.End{}, date(year))), `edtf: start of an interval "": expected a single date, without a time`},
		{"open end with a date", from(edtf.Interval(date(year), edtf.End{Kind: edtf.EndOpen, Date: year})), `edtf: end of an interval "2024": expected no date where it is open`},
		{"kind of end", from(edtf.Interval(date(year), edtf.End{Kind: 9})), `edtf: end of an interval "9": expected one of the five kinds of End`},
		{"nothing known", from(edtf.Interval(unknown, open)), `edtf: invalid "/..": at byte 1 found "..", expected a date at one end of the interval at least`},
		{"reversed", from(edtf.Interval(date(year), date(edtf.FromYear(2023)))), `edtf: invalid "2024/2023": at byte 5 found "2023", expected an end that can lie on or after the start`},
		{"no members", from(edtf.OneOf()), `edtf: invalid "[]": at byte 1 found "]", expected a year of four digits, X for an unspecified one`},
		{"member without a date", from(edtf.AllOf(edtf.Member{})), `edtf: member "": expected a single date, without a time`},
		{"member of the wrong kind", from(edtf.AllOf(edtf.Member{Kind: 7, First: year})), `edtf: member "7": expected one of the four kinds of Member`},
		{"a last date too many", from(edtf.OneOf(edtf.Member{First: year, Last: year})), `edtf: last "2024": expected none but for a range`},
		{"a last date too few", from(edtf.OneOf(edtf.Member{Kind: edtf.MemberRange, First: year})), `edtf: last of a range "": expected a single date, without a time`},
		{"limitless between others", from(edtf.OneOf(edtf.Member{Kind: edtf.MemberFrom, First: year}, edtf.Member{First: year})),
			`edtf: invalid "[2024..,2024]": at byte 5 found "..,2024]", expected trailing dots after the last member only`},
	} {
		if test.err == nil || test.err.Error() != test.want {
			t.Errorf("%s: %v, want %s", test.name, test.err, test.want)
		}
	}
}

func TestBoundsDate(t *testing.T) {
	tests := []struct {
		text, want string
		exact      bool
	}{
		{"2024-08-04", "2024-08-04", true},
		{"2024-07", "2024-07", true},
		{"2024", "2024", true},
		{"2024?", "2024", true},
		{"201X", "201X", true},
		{"20XX", "20XX", true},
		{"XXXX", "XXXX", true},
		{"-198X", "[-1989..-1980]", true},
		{"2001-34", "2001-34", true},
		{"2001-40", "2001-40", true},
		{"2001-21", "[2001-03..2001-05]", true},
		{"2001-24", "[2001-12..2002-02]", true},
		{"156X-12-25", "[1560-12-25..1569-12-25]", true},
		{"1985-XX-XX", "1985", true},
		{"Y170000002", "Y170000002", true},
		{"1985-04-12T23:20:30Z", "1985-04-12T23:20:30Z", true},
		{"1985-04-12T23:20:30+04:30", "1985-04-12T18:50:30Z", true},
		{"[2024-07-21..2024-07-31]", "[2024-07-21..2024-07-31]", true},
		{"[2024-07..2024-08]", "[2024-07..2024-08]", true},
		{"[2019..2021]", "[2019..2021]", true},
		{"[..1984]", "[..1984]", true},
		{"[1760-12..]", "[1760-12..]", true},
		{"[1760-12-03..]", "[1760-12-03..]", true},
		{"2024-07-25/2024-07-27", "2024-07-25/2024-07-27", true},
		{"1964/2008", "1964/2008", true},
		{"2004/2004", "2004", true},
		{"193X/194X", "193X/194X", true},
		{"2004-06-XX/2004-07-03", "2004-06/2004-07-03", true},
		{"2001-34/2001-36", "2001-34/2001-36", true},
		{"2004/2004-05", "2004../2004-05", true},
		{"2024-07/..", "2024-07/..", true},
		{"../2008", "../2008", true},
		{"/2008", "/2008", true},
		{"1985/", "1985/", true},
		{"1984../1990", "1984../1990", true},
		{"..1984/1990", "..1984/1990", true},
		{"../..1984", "../..1984", true},
		{"2001-21/2001-23", "2001-03../..2001-11", false},
		{"{1960,1961-12}", "1960/1961-12", true},
		{"", "", false},
	}
	for _, test := range tests {
		got, exact := parseOrZero(t, test.text).Bounds().Date()
		if got.String() != test.want || exact != test.exact {
			t.Errorf("bounds of %q: %q, %v; want %q, %v", test.text, got, exact, test.want, test.exact)
		}
	}
	extent, exact := edtf.MustParse("2024-07").BoundsWith(edtf.Options{Reading: edtf.ReadingExtent}).Date()
	if extent.String() != "2024-07-01/2024-07-31" || !exact {
		t.Errorf("throughout July: %q, %v", extent, exact)
	}
	wide, exact := edtf.Bounds{
		EarliestStart: edtf.DayBound(edtf.MustParseDay("2024-07-25")), LatestStart: edtf.DayBound(edtf.MustParseDay("2024-08-03")),
		EarliestEnd: edtf.DayBound(edtf.MustParseDay("2024-08-10")), LatestEnd: edtf.DayBound(edtf.MustParseDay("2024-08-10")),
	}.Date()
	if wide.String() != "2024-07-25../2024-08-10" || exact {
		t.Errorf("a start within some days: %q, %v", wide, exact)
	}
}

// A date from bounds allows all that the bounds allow, and no more when it is
// said to be exact.
func TestBoundsDateHoldsBounds(t *testing.T) {
	random := rand.New(rand.NewPCG(16, 5))
	edges := []edtf.Bound{{}, edtf.OpenPast(), edtf.OpenFuture()}
	for _, text := range []string{"2023-12-31", "2024-01-01", "2024-01-31", "2024-02-01", "2024-02-29", "2024-03-31", "2024-12-31", "2029-12-31", "2020-01-01", "10000-01-01", "-10000-12-31", "12024-02-03"} {
		edges = append(edges, edtf.DayBound(edtf.MustParseDay(text)))
	}
	edges = append(edges, edtf.MustParse("2024-02-29T12:00:00Z").Bounds().LatestEnd, edtf.MustParse("2024-03-01T12:00:00Z").Bounds().LatestEnd)
	pick := func() edtf.Bound { return edges[random.IntN(len(edges))] }
	dates, exactly, tries := 0, 0, 200_000
	if testing.Short() {
		tries = 20_000
	}
	for range tries {
		b := edtf.Bounds{EarliestStart: pick(), LatestStart: pick(), EarliestEnd: pick(), LatestEnd: pick()}
		d, exact := b.Date()
		if d.IsZero() {
			if exact {
				t.Fatalf("%v: no date, but exact", boundTexts(b))
			}
			continue
		}
		dates++
		got := d.Bounds()
		if again, err := edtf.Parse(d.String()); err != nil || !again.Equal(d) {
			t.Fatalf("%v: %q: %v", boundTexts(b), d, err)
		}
		if exact {
			exactly++
		}
		if exact != (got == b) {
			t.Fatalf("%v: %q, exact = %v, but its bounds are %v", boundTexts(b), d, exact, boundTexts(got))
		}
		// What has no relation to the wider one has none to the narrower. That
		// something ends at noon no date of days can say.
		for _, other := range []string{"2024-02-29", "2024-01-31/2024-03-01", "2023", "../2024-02", "2024-02/..", "[2030..]", "[..2010]"} {
			o := edtf.MustParse(other).Bounds()
			if possible := b.Relations(o); possible&^got.Relations(o) != 0 && !hasInstant(b) {
				t.Fatalf("%v: %q loses %s to %s", boundTexts(b), d, possible&^got.Relations(o), other)
			}
		}
	}
	if dates < tries/20 || exactly < tries/200 {
		t.Errorf("%d dates, %d of them exact", dates, exactly)
	}
}

func hasInstant(b edtf.Bounds) bool {
	return slices.ContainsFunc([]edtf.Bound{b.EarliestStart, b.LatestStart, b.EarliestEnd, b.LatestEnd},
		func(b edtf.Bound) bool { return b.Kind() == edtf.BoundInstant })
}

func TestDateIntersect(t *testing.T) {
	tests := []struct{ a, b, want string }{
		{"2024-07", "[2024-07-23..2024-08-01]", "[2024-07-23..2024-07-31]"},
		{"2024-07", "2024-07-15", "2024-07-15"},
		{"2024-07~", "2024", "2024-07"},
		{"2024-07", "2024-08", ""},
		{"156X-12-25", "[1562..1564]", "[1562-12-25,1563-12-25,1564-12-25]"},
		{"[1667,1668,1670..1672]", "[1668..1671]", "[1668,1670..1671]"},
		{"[..1984]", "[1980..]", "[1980..1984]"},
		{"[1980..]", "[1984..]", "[1984..]"},
		{"201X", "XXX5", "2015"},
		{"2024-07/2024-09", "2024-07-20/", "2024-07-20/2024-09"},
		{"2024-07/2024-09", "2024-07", ""},
		{"1985/..", "1985-04/", "1985-04/.."},
		{"2024-08-07", "2024-08-07T10:00:00Z", "2024-08-07T10:00:00Z"},
		{"", "2024", "2024"},
	}
	for _, test := range tests {
		a, b := parseOrZero(t, test.a), parseOrZero(t, test.b)
		for _, pair := range [2][2]edtf.Date{{a, b}, {b, a}} {
			got, ok := pair[0].Intersect(pair[1])
			if got.String() != test.want || ok != (test.want != "") {
				t.Errorf("%q and %q: %q, %v; want %q", pair[0], pair[1], got, ok, test.want)
			}
		}
	}
}

// Intersecting what has ranges keeps the days that both have, tried one by one.
func TestDateIntersectAgainstAllDays(t *testing.T) {
	days := shortLists()
	for first, a := range days {
		for last, b := range days {
			if len(a)+len(b) > 400 {
				continue
			}
			places := map[int]bool{}
			for _, day := range b {
				places[day.place] = true
			}
			var both []calendarDay
			for _, day := range a {
				if places[day.place] {
					both = append(both, day)
				}
			}
			got, ok := edtf.MustParse(first).Intersect(edtf.MustParse(last))
			if ok != (len(both) > 0) {
				t.Fatalf("%s and %s: possible = %v", first, last, ok)
			}
			if want := joined(both); ok && !slices.Equal(rangeTexts(got.StartRanges()), want) {
				t.Fatalf("%s and %s: %s (-want +got):\n%s", first, last, got, cmp.Diff(want, rangeTexts(got.StartRanges())))
			}
		}
	}
}

func TestDateOverlap(t *testing.T) {
	tests := []struct {
		a, b, want string
		truth      edtf.Truth
	}{
		{"2024-07-25/2024-08-02", "2024-08-01/..", "2024-08-01/2024-08-02", edtf.TruthTrue},
		{"2024-07-25/2024-08-02", "2024-07-01/2024-07-31", "2024-07-25/2024-07-31", edtf.TruthTrue},
		{"2024-07-25/2024-08-02", "2024-08-02/2024-08-05", "2024-08-02", edtf.TruthTrue},
		{"2024-07-25/2024-08-02", "2024-08-03/2024-08-05", "", edtf.TruthFalse},
		{"2024-07/2024-09", "2024-08/2024-10", "2024-08/2024-09", edtf.TruthTrue},
		{"2024-07/2024-09", "2024-09/2024-10", "2024-09", edtf.TruthUnknown},
		{"1985/..", "1990/..", "1990/..", edtf.TruthTrue},
		{"1985/", "1990/..", "1990/", edtf.TruthUnknown},
		{"../2008", "/2010", "/2008", edtf.TruthUnknown},
		{"2024-08-01/2024-08-10", "2024-08-07T10:00:00Z", "[2024-08-06..2024-08-08]", edtf.TruthTrue},
	}
	for _, test := range tests {
		a, b := edtf.MustParse(test.a), edtf.MustParse(test.b)
		for _, pair := range [2][2]edtf.Date{{a, b}, {b, a}} {
			got, truth := pair[0].Overlap(pair[1])
			if got.String() != test.want || truth != test.truth {
				t.Errorf("%q and %q: %q, %s; want %q, %s", pair[0], pair[1], got, truth, test.want, test.truth)
			}
		}
	}
}

// The overlap is the hull of what the spans share in all ways of placing them.
func TestOverlapAgainstEnumeration(t *testing.T) {
	const days = 4
	var values []edtf.Bounds
	for es := range days {
		for ls := es; ls < days; ls++ {
			for ee := range days {
				for le := max(ee, es); le < days; le++ {
					values = append(values, edtf.Bounds{
						EarliestStart: edtf.DayBound(dayNumber(es)), LatestStart: edtf.DayBound(dayNumber(ls)),
						EarliestEnd: edtf.DayBound(dayNumber(ee)), LatestEnd: edtf.DayBound(dayNumber(le)),
					})
				}
			}
		}
	}
	holds := func(b edtf.Bounds, s, e int) bool {
		within := func(day int, first, last edtf.Bound) bool {
			at := edtf.DayBound(dayNumber(day))
			return first.Compare(at) <= 0 && at.Compare(last) <= 0
		}
		return s <= e && within(s, b.EarliestStart, b.LatestStart) && within(e, b.EarliestEnd, b.LatestEnd)
	}
	for _, a := range values {
		for _, b := range values {
			low, high := placed{days, days}, placed{-1, -1}
			apart := false
			for s := range days {
				for e := s; e < days; e++ {
					for s2 := 0; s2 < days && holds(a, s, e); s2++ {
						for e2 := s2; e2 < days; e2++ {
							if !holds(b, s2, e2) {
								continue
							}
							from, to := max(s, s2), min(e, e2)
							if from > to {
								apart = true
								continue
							}
							low = placed{min(low.start, from), min(low.end, to)}
							high = placed{max(high.start, from), max(high.end, to)}
						}
					}
				}
			}
			want, truth := [4]string{"unknown", "unknown", "unknown", "unknown"}, edtf.TruthFalse
			if high.end >= 0 {
				want = [4]string{dayNumber(low.start).String(), dayNumber(high.start).String(), dayNumber(low.end).String(), dayNumber(high.end).String()}
				if truth = edtf.TruthTrue; apart {
					truth = edtf.TruthUnknown
				}
			}
			got, is := a.Overlap(b)
			if boundTexts(got) != want || is != truth {
				t.Fatalf("%v and %v: %v, %s; want %v, %s", boundTexts(a), boundTexts(b), boundTexts(got), is, want, truth)
			}
		}
	}
}

func TestSameZone(t *testing.T) {
	same := edtf.Options{SameZone: true}
	tests := []struct {
		a, b                 string
		before, within       edtf.Truth
		anyBefore, anyWithin edtf.Truth
	}{
		// One second after midnight, local time: the day before in UTC.
		{"2024-08-07T00:00:01+04:00", "2024-08-07", edtf.TruthUnknown, edtf.TruthTrue, edtf.TruthUnknown, edtf.TruthUnknown},
		{"2024-08-07T00:00:01+04:00", "2024-08-06", edtf.TruthFalse, edtf.TruthFalse, edtf.TruthUnknown, edtf.TruthUnknown},
		{"2024-08-07T00:00:01+04:00", "2024-08-08", edtf.TruthTrue, edtf.TruthFalse, edtf.TruthTrue, edtf.TruthFalse},
		{"2024-08-07T23:59:59Z", "2024-08-08", edtf.TruthTrue, edtf.TruthFalse, edtf.TruthUnknown, edtf.TruthUnknown},
		// Two instants are compared as they are, and so are two days.
		{"2024-08-07T00:00:01+04:00", "2024-08-06T20:00:02Z", edtf.TruthTrue, edtf.TruthFalse, edtf.TruthTrue, edtf.TruthFalse},
		{"2024-08-07T00:00:01", "2024-08-08", edtf.TruthTrue, edtf.TruthFalse, edtf.TruthTrue, edtf.TruthFalse},
		{"2024-08-07T12:00:00Z", "2024-08-01/2024-08-07", edtf.TruthFalse, edtf.TruthTrue, edtf.TruthFalse, edtf.TruthUnknown},
		{"2024-08-07T12:00:00Z", "{2024-08-07,2024-08-09}", edtf.TruthUnknown, edtf.TruthUnknown, edtf.TruthUnknown, edtf.TruthUnknown},
	}
	for _, test := range tests {
		a, b := edtf.MustParse(test.a), edtf.MustParse(test.b)
		if got := a.BeforeWith(b, same); got != test.before {
			t.Errorf("%s before %s in one zone: %s, want %s", a, b, got, test.before)
		}
		if got := b.AfterWith(a, same); got != test.before {
			t.Errorf("%s after %s in one zone: %s, want %s", b, a, got, test.before)
		}
		if got := a.WithinWith(b, same); got != test.within {
			t.Errorf("%s within %s in one zone: %s, want %s", a, b, got, test.within)
		}
		if got := a.Before(b); got != test.anyBefore {
			t.Errorf("%s before %s: %s, want %s", a, b, got, test.anyBefore)
		}
		if got := a.Within(b); got != test.anyWithin {
			t.Errorf("%s within %s: %s, want %s", a, b, got, test.anyWithin)
		}
		if got, back := a.RelationsWith(b, same), b.RelationsWith(a, same); got != back.Converse() {
			t.Errorf("%s and %s in one zone: %s, the other way round %s", a, b, got, back)
		}
	}
}

// Options of relations do what those of bounds do: for what is placed by its
// bounds both are the same, and padding only adds what is possible.
func TestRelationsWithAgainstBounds(t *testing.T) {
	options := []edtf.Options{
		{Reading: edtf.ReadingExtent}, {Hemisphere: edtf.HemisphereSouth}, {Seasons: edtf.SeasonsQuarter},
		{Padding: edtf.Padding{Years: 1, Months: 2, Days: 3}}, {Padding: edtf.Padding{Percent: 150}},
	}
	texts := []string{"2001", "2001~", "2001-04~", "2001-04-30~", "2001-05", "2001-21", "2001-22~", "2001-24", "2000/2001-05~", "2001~/2002", "../2001", "2001-24/2002",
		"{2000,2001-05~}", "2001-04-12T23:20:30Z", "201X", "156X-12-~25", "[2000~,2001-05]", "[1999,2001-21]", "200X-04-~1X"}
	added := 0
	for _, o := range options {
		for _, first := range texts {
			for _, last := range texts {
				a, b := edtf.MustParse(first), edtf.MustParse(last)
				got := a.RelationsWith(b, o)
				if byBounds := a.BoundsWith(o).Relations(b.BoundsWith(o)); got&^byBounds != 0 {
					t.Errorf("%s and %s with %+v: %s, by bounds only %s", a, b, o, got, byBounds)
				}
				if got.Converse() != b.RelationsWith(a, o) {
					t.Errorf("%s and %s with %+v: not the converse the other way round", a, b, o)
				}
				if o.Padding != (edtf.Padding{}) {
					if lost := a.Relations(b) &^ got; lost != 0 {
						t.Errorf("%s and %s: padding loses %s", a, b, lost)
					}
					if got != a.Relations(b) {
						added++
					}
				}
				for name, pair := range map[string][2]edtf.Truth{
					"before":   {a.BeforeWith(b, o), a.BoundsWith(o).Before(b.BoundsWith(o))},
					"overlaps": {a.OverlapsWith(b, o), a.BoundsWith(o).Overlaps(b.BoundsWith(o))},
					"within":   {a.WithinWith(b, o), a.BoundsWith(o).Within(b.BoundsWith(o))},
				} {
					if pair[1] != edtf.TruthUnknown && pair[0] != pair[1] && a.Kind() != edtf.KindAllOf && b.Kind() != edtf.KindAllOf {
						t.Errorf("%s %s %s with %+v: %s, by bounds %s", a, name, b, o, pair[0], pair[1])
					}
				}
			}
		}
	}
	if added < 50 {
		t.Errorf("padding changed %d answers only", added)
	}
	letter, summit := edtf.MustParse("2024-08-19~"), edtf.MustParse("2024-08-21")
	if got := letter.BeforeWith(summit, edtf.Options{Padding: edtf.Padding{Days: 2}}); got != edtf.TruthUnknown || letter.Before(summit) != edtf.TruthTrue {
		t.Errorf("about 19 August is before 21 August: %s, give or take two days %s", letter.Before(summit), got)
	}
}

func TestPaddingShare(t *testing.T) {
	tests := []struct {
		text    string
		percent uint32
		want    [4]string
	}{
		{"1984~", 50, within("1983-07-02", "1985-07-02")},
		{"1983~", 50, within("1982-07-02", "1984-07-01")},
		{"2004-06~", 50, within("2004-05-17", "2004-07-15")},
		{"2004-06-11~", 10, within("2004-06-10", "2004-06-12")},
		{"2004-06-11~", 300, within("2004-06-08", "2004-06-14")},
		{"2001-34~", 100, within("2000-12-31", "2001-09-29")},
		{"2004-06-11", 300, within("2004-06-11", "2004-06-11")},
		{"2004-06-11?", 300, within("2004-06-11", "2004-06-11")},
		{"2004~-06-11", 100, within("2003-06-11", "2005-06-12")},
	}
	for _, test := range tests {
		o := edtf.Options{Padding: edtf.Padding{Percent: test.percent}}
		if got := boundTexts(edtf.MustParse(test.text).BoundsWith(o)); got != test.want {
			t.Errorf("%s padded by %d percent: %v, want %v", test.text, test.percent, got, test.want)
		}
	}
}
