package edtf_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/edtf"
)

func TestZeroDate(t *testing.T) {
	var d edtf.Date
	text, err := d.MarshalText()
	if !d.IsZero() || d.Kind() != edtf.KindNone || d.String() != "" || d.Source() != "" || len(text) != 0 || err != nil || d.Level() != 0 {
		t.Errorf("the zero date is %q, %q, %q, %v, level %d", d, d.Source(), text, err, d.Level())
	}
	if d.Bounds() != (edtf.Bounds{}) {
		t.Errorf("bounds of the zero date: %v", boundTexts(d.Bounds()))
	}
	if day, ok := d.Day(); ok || !day.IsZero() {
		t.Errorf("Day() = %s, %v", day, ok)
	}
	if !d.Equal(edtf.Date{}) || d.Equal(edtf.MustParse("1985")) || d.Compare(edtf.Date{}) != 0 || d.Compare(edtf.MustParse("[..1985]")) != -1 || edtf.MustParse("../1985").Compare(d) != 1 {
		t.Error("the zero date is not before all others")
	}
	if edtf.MustParse("1985").IsZero() {
		t.Error("1985 is the zero date")
	}
}

func TestFromDay(t *testing.T) {
	tests := []struct {
		name, day, want string
		exact           bool
	}{
		{"plain", "2024-08-07", "2024-08-07", true},
		{"negative", "-0044-03-15", "-0044-03-15", true},
		{"beyond four digits", "12345-06-07", "Y12345", false},
		{"far past", "-12345-06-07", "Y-12345", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := edtf.FromDay(edtf.MustParseDay(test.day))
			checkBuilt(t, d, test.want)
			got, ok := d.Day()
			if ok != test.exact || ok && got.String() != test.day {
				t.Errorf("Day() = %s, %v", got, ok)
			}
			bounds := d.Bounds()
			day := edtf.DayBound(edtf.MustParseDay(test.day))
			if bounds.EarliestStart.Compare(day) > 0 || bounds.LatestEnd.Compare(day) < 0 {
				t.Errorf("%s lies outside the bounds %v", test.day, boundTexts(bounds))
			}
		})
	}
	if !edtf.FromDay(edtf.Day{}).IsZero() {
		t.Error("no day gave a date")
	}
}

// checkBuilt holds what must be so of a date that was not parsed.
func checkBuilt(t *testing.T, d edtf.Date, want string) {
	t.Helper()
	if d.String() != want || d.Source() != want {
		t.Errorf("text %q, source %q; want %q", d, d.Source(), want)
	}
	parsed := edtf.MustParse(want)
	if !parsed.Equal(d) || !d.Equal(parsed) || parsed.Compare(d) != 0 || parsed.Bounds() != d.Bounds() || parsed.Level() != d.Level() || parsed.Kind() != d.Kind() {
		t.Errorf("%q is not what its text says", want)
	}
	text, err := d.AppendText([]byte("when: "))
	if string(text) != "when: "+want || err != nil {
		t.Errorf("AppendText = %q, %v", text, err)
	}
}

func TestFromTime(t *testing.T) {
	tests := []struct {
		name string
		time time.Time
		want string
	}{
		{"UTC", time.Date(2024, 8, 7, 12, 30, 5, 999, time.UTC), "2024-08-07T12:30:05Z"},
		{"ahead", time.Date(1985, 4, 12, 23, 20, 30, 0, time.FixedZone("", 4*3600+1800)), "1985-04-12T23:20:30+04:30"},
		{"behind", time.Date(1985, 4, 12, 23, 20, 30, 0, time.FixedZone("", -4*3600)), "1985-04-12T23:20:30-04:00"},
		{"local mean time", time.Date(1800, 1, 1, 0, 9, 21, 0, time.FixedZone("", 561)), "1800-01-01T00:00:00Z"},
		{"more than 14 hours", time.Date(2024, 8, 7, 15, 0, 0, 0, time.FixedZone("", 15*3600)), "2024-08-07T00:00:00Z"},
		{"negative year", time.Date(-44, 3, 15, 12, 0, 0, 0, time.UTC), "-0044-03-15T12:00:00Z"},
		{"beyond four digits", time.Date(12345, 3, 15, 12, 0, 0, 0, time.UTC), "Y12345"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := edtf.FromTime(test.time)
			checkBuilt(t, d, test.want)
			if at, ok := d.Bounds().EarliestStart.Time(); ok && !at.Equal(test.time.Truncate(time.Second)) {
				t.Errorf("the instant is %v, want %v", at, test.time)
			}
		})
	}
}

func TestSpans(t *testing.T) {
	tests := []struct {
		name, first, last, span, oneOf string // no texts for an error
	}{
		{"late July", "2024-07-21", "2024-07-31", "2024-07-21/2024-07-31", "[2024-07-21..2024-07-31]"},
		{"one day", "2024-07-25", "2024-07-25", "2024-07-25/2024-07-25", "2024-07-25"},
		{"across year zero", "-0001-12-31", "0000-01-01", "-0001-12-31/0000-01-01", "[-0001-12-31..0000-01-01]"},
		{"reversed", "2024-07-31", "2024-07-21", "", ""},
		{"beyond four digits", "2024-07-31", "12345-01-01", "", ""},
		{"far past", "-12345-01-01", "2024-01-01", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			first, last := edtf.MustParseDay(test.first), edtf.MustParseDay(test.last)
			span, err := edtf.Span(first, last)
			oneOf, oneOfErr := edtf.OneOfDays(first, last)
			if test.span == "" {
				if err == nil || oneOfErr == nil || !span.IsZero() || !oneOf.IsZero() {
					t.Fatalf("Span = %q, %v; OneOfDays = %q, %v; want errors", span, err, oneOf, oneOfErr)
				}
				return
			}
			if err != nil || oneOfErr != nil {
				t.Fatal(err, oneOfErr)
			}
			checkBuilt(t, span, test.span)
			checkBuilt(t, oneOf, test.oneOf)
			if diff := cmp.Diff([4]string{test.first, test.first, test.last, test.last}, boundTexts(span.Bounds())); diff != "" {
				t.Errorf("Span (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(within(test.first, test.last), boundTexts(oneOf.Bounds())); diff != "" {
				t.Errorf("OneOfDays (-want +got):\n%s", diff)
			}
		})
	}
	for _, pair := range [][2]edtf.Day{{{}, dayNumber(0)}, {dayNumber(0), {}}, {}} {
		if d, err := edtf.Span(pair[0], pair[1]); err == nil || !d.IsZero() {
			t.Errorf("Span(%q, %q) = %q", pair[0], pair[1], d)
		}
		if d, err := edtf.OneOfDays(pair[0], pair[1]); err == nil || !d.IsZero() {
			t.Errorf("OneOfDays(%q, %q) = %q", pair[0], pair[1], d)
		}
	}
}

func TestDateDay(t *testing.T) {
	tests := []struct{ text, want string }{
		{"2024-08-07", "2024-08-07"},
		{"2024-08-07?", "2024-08-07"},
		{"2024-~08-07", "2024-08-07"},
		{"2024-08-07T01:00:00", "2024-08-07"},
		{"2024-08-07T01:00:00+03:00", "2024-08-07"},
		{"2024-08", ""}, {"2024-08-XX", ""}, {"20XX-08-07", ""}, {"2024-08-07/2024-08-07", ""}, {"[2024-08-07]", ""}, {"Y12345", ""},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			day, ok := edtf.MustParse(test.text).Day()
			if day.String() != test.want || ok != (test.want != "") {
				t.Errorf("Day() = %q, %v; want %q", day, ok, test.want)
			}
		})
	}
}

func TestEqual(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"2004-06-11?", "?2004-?06-?11", true},
		{"2004-06-11T00:00:00Z", "2004-06-11T00:00:00+00", true},
		{"2004-06-11T00:00:00+04", "2004-06-11T00:00:00+04:00", true},
		{"[?1984,1985]", "[1984?,1985]", true},
		{"?1984/2004", "1984?/2004", true},
		{"1984", "1984?", false},
		{"1984", "[1984]", false},
		{"[1984]", "{1984}", false},
		{"[1984,1985]", "[1985,1984]", false},
		{"[1984,1985]", "[1984..1985]", false},
		{"1984-XX", "1984", false},
		{"Y17E7", "Y170000000", false},
		{"1985/", "1985/..", false},
		{"-000X", "000X", false},
		{"2004-06-11T00:00:00Z", "2004-06-11T00:00:00", false},
		{"2004-06-11T00:00:00Z", "2004-06-11T01:00:00+01:00", false},
		{"..1985/1986", "1985/1986", false},
		{"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z", false},
		{"2001-21", "2001-25", false},
	}
	for _, test := range tests {
		t.Run(test.a+" and "+test.b, func(t *testing.T) {
			a, b := edtf.MustParse(test.a), edtf.MustParse(test.b)
			if a.Equal(b) != test.want || b.Equal(a) != test.want {
				t.Errorf("Equal = %v, want %v", a.Equal(b), test.want)
			}
			if (a.Compare(b) == 0) != test.want || a.Compare(b) != -b.Compare(a) {
				t.Errorf("Compare = %d and %d", a.Compare(b), b.Compare(a))
			}
		})
	}
}

func TestCompareOrder(t *testing.T) {
	sorted := []string{
		"", "../1985", "[..1984]", "..1990/1991", "/1985",
		"Y-17E7", "-0044", "0000", "1984", "1984-01", "1984-01-01T00:00:00", "1984-02", "1984/1985", "1984/..1985", "1984/", "1984/..",
		"1985-04-12", "1985-04-12T12:00:00Z", "1985-04-13", "Y170000002",
	}
	// Equal starts: the earlier latest end comes first.
	slices.SortStableFunc(sorted, func(a, b string) int { return parseOrZero(t, a).Compare(parseOrZero(t, b)) })
	want := []string{
		"", "[..1984]", "../1985", "..1990/1991", "/1985",
		"Y-17E7", "-0044", "0000", "1984/", "1984-01-01T00:00:00", "1984-01", "1984", "1984/..1985", "1984/1985", "1984/..",
		"1984-02", "1985-04-12", "1985-04-12T12:00:00Z", "1985-04-13", "Y170000002",
	}
	if diff := cmp.Diff(want, sorted); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Compare is a total order over all accepted texts.
func TestCompareIsTotal(t *testing.T) {
	dates := []edtf.Date{{}}
	for _, text := range accepted() {
		dates = append(dates, edtf.MustParse(text))
	}
	slices.SortFunc(dates, edtf.Date.Compare)
	for i, a := range dates {
		for j, b := range dates {
			got := a.Compare(b)
			if got == 0 != a.Equal(b) || got > 0 && i < j || got < 0 && i > j {
				t.Fatalf("(%q).Compare(%q) = %d at places %d and %d", a, b, got, i, j)
			}
		}
	}
	shuffled := slices.Clone(dates)
	rand.New(rand.NewPCG(9, 10)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	slices.SortFunc(shuffled, edtf.Date.Compare)
	for i := range dates {
		if !dates[i].Equal(shuffled[i]) {
			t.Fatalf("place %d holds %q or %q, depending on the order of the input", i, dates[i], shuffled[i])
		}
	}
}

func TestFields(t *testing.T) {
	const y, m, d = edtf.ComponentYear, edtf.ComponentMonth, edtf.ComponentDay
	tests := []struct {
		text string
		want edtf.Fields
	}{
		{"1985", edtf.Fields{Precision: edtf.PrecisionYear, Year: 1985}},
		{"-1985-04", edtf.Fields{Precision: edtf.PrecisionMonth, Year: -1985, Negative: true, Month: 4}},
		{"2001-34", edtf.Fields{Precision: edtf.PrecisionMonth, Year: 2001, Month: 34}},
		{"156X-12-25", edtf.Fields{Precision: edtf.PrecisionDay, Year: 1560, Month: 12, Day: 25, UnspecifiedYear: 1}},
		{"1XXX-1X-X5", edtf.Fields{Precision: edtf.PrecisionDay, Year: 1000, Month: 10, Day: 5, UnspecifiedYear: 7, UnspecifiedMonth: 1, UnspecifiedDay: 2}},
		{"-000X-XX", edtf.Fields{Precision: edtf.PrecisionMonth, Negative: true, UnspecifiedYear: 1, UnspecifiedMonth: 3}},
		{"Y-17E7S1~", edtf.Fields{Precision: edtf.PrecisionYear, Year: -170000000, Negative: true, Exponent: 7, SignificantDigits: 1, Approximate: y}},
		{"2004-06-11%", edtf.Fields{Precision: edtf.PrecisionDay, Year: 2004, Month: 6, Day: 11, Uncertain: y | m | d, Approximate: y | m | d}},
		{"2004-06~-11", edtf.Fields{Precision: edtf.PrecisionDay, Year: 2004, Month: 6, Day: 11, Approximate: y | m}},
		{"?2004-06-~11", edtf.Fields{Precision: edtf.PrecisionDay, Year: 2004, Month: 6, Day: 11, Uncertain: y, Approximate: d}},
		{"2004-%06-11", edtf.Fields{Precision: edtf.PrecisionDay, Year: 2004, Month: 6, Day: 11, Uncertain: m, Approximate: m}},
		{"1985-04-12T23:20:30-04", edtf.Fields{Precision: edtf.PrecisionDay, Year: 1985, Month: 4, Day: 12, Hour: 23, Minute: 20, Second: 30, Zoned: true, Shift: -240}},
		{"2016-12-31T23:59:60", edtf.Fields{Precision: edtf.PrecisionDay, Year: 2016, Month: 12, Day: 31, Hour: 23, Minute: 59, Second: 60}},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			got, ok := edtf.MustParse(test.text).Fields()
			if diff := cmp.Diff(test.want, got); diff != "" || !ok {
				t.Errorf("%v (-want +got):\n%s", ok, diff)
			}
		})
	}
	for _, text := range []string{"1985/1986", "[1985]", "{1985}"} {
		if got, ok := edtf.MustParse(text).Fields(); ok || got != (edtf.Fields{}) {
			t.Errorf("%q has fields", text)
		}
	}
}

func TestEndsAndMembers(t *testing.T) {
	ends := []struct {
		text       string
		start, end edtf.EndKind
		dates      [2]string
	}{
		{"?1984/2004~", edtf.EndDate, edtf.EndDate, [2]string{"1984?", "2004~"}},
		{"1985/..", edtf.EndDate, edtf.EndOpen, [2]string{"1985", ""}},
		{"../1985", edtf.EndOpen, edtf.EndDate, [2]string{"", "1985"}},
		{"1985/", edtf.EndDate, edtf.EndUnknown, [2]string{"1985", ""}},
		{"/1985", edtf.EndUnknown, edtf.EndDate, [2]string{"", "1985"}},
		{"..1985/1986..", edtf.EndOnOrBefore, edtf.EndOnOrAfter, [2]string{"1985", "1986"}},
		{"1985../..1986", edtf.EndOnOrAfter, edtf.EndOnOrBefore, [2]string{"1985", "1986"}},
	}
	for _, test := range ends {
		t.Run(test.text, func(t *testing.T) {
			start, end, ok := edtf.MustParse(test.text).Ends()
			if !ok || start.Kind != test.start || end.Kind != test.end {
				t.Errorf("Ends() = %s, %s, %v; want %s, %s", start.Kind, end.Kind, ok, test.start, test.end)
			}
			if diff := cmp.Diff(test.dates, [2]string{start.Date.String(), end.Date.String()}); diff != "" {
				t.Errorf("dates (-want +got):\n%s", diff)
			}
		})
	}
	if _, _, ok := edtf.MustParse("1985").Ends(); ok {
		t.Error("a year has ends")
	}
	members := []struct {
		text string
		want []string
	}{
		{"[1667,?1668,1670..1672]", []string{"date 1667", "date 1668?", "range 1670 1672"}},
		{"{..1760-12,1765,1770..}", []string{"up to 1760-12", "date 1765", "from 1770"}},
		{"1985", nil}, {"1985/1986", nil}, {"1985-04-12", nil},
	}
	for _, test := range members {
		t.Run(test.text, func(t *testing.T) {
			for range 2 {
				var got []string
				for m := range edtf.MustParse(test.text).Members() {
					text := m.Kind.String() + " " + m.First.String()
					if !m.Last.IsZero() {
						text += " " + m.Last.String()
					}
					got = append(got, text)
				}
				if diff := cmp.Diff(test.want, got); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
			}
			for range edtf.MustParse(test.text).Members() {
				break
			}
		})
	}
}

func TestNames(t *testing.T) {
	tests := []struct{ got, want string }{
		{edtf.KindNone.String() + edtf.KindDate.String() + edtf.KindDateTime.String() + edtf.KindInterval.String() + edtf.KindOneOf.String() + edtf.KindAllOf.String(), "nonedatedate-timeintervalone of a setall of a set"},
		{edtf.EndDate.String() + edtf.EndOpen.String() + edtf.EndUnknown.String() + edtf.EndOnOrBefore.String() + edtf.EndOnOrAfter.String(), "dateopenunknownon or beforeon or after"},
		{edtf.MemberDate.String() + edtf.MemberRange.String() + edtf.MemberUpTo.String() + edtf.MemberFrom.String(), "daterangeup tofrom"},
		{edtf.PrecisionNone.String() + edtf.PrecisionYear.String() + edtf.PrecisionMonth.String() + edtf.PrecisionDay.String(), "noneyearmonthday"},
		{edtf.BoundUnknown.String() + edtf.BoundDay.String() + edtf.BoundInstant.String() + edtf.BoundOpen.String(), "unknowndayinstantopen"},
		{edtf.TruthUnknown.String() + edtf.TruthFalse.String() + edtf.TruthTrue.String(), "unknownfalsetrue"},
		{edtf.Kind(99).String() + edtf.EndKind(99).String() + edtf.MemberKind(99).String() + edtf.Precision(99).String() + edtf.BoundKind(99).String() + edtf.Truth(99).String() + edtf.Relation(99).String(), "invalidinvalidinvalidinvalidinvalidinvalidinvalid"},
		{(edtf.ComponentYear | edtf.ComponentDay).String() + (edtf.ComponentMonth).String() + edtf.Components(0).String(), "ydm"},
	}
	for _, test := range tests {
		if test.got != test.want {
			t.Errorf("names %q, want %q", test.got, test.want)
		}
	}
	if !(edtf.ComponentYear | edtf.ComponentMonth).Has(edtf.ComponentMonth) || edtf.ComponentYear.Has(edtf.ComponentYear|edtf.ComponentDay) {
		t.Error("Has is wrong")
	}
}
