package edtf_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/edtf"
)

// boundTexts prints the four bounds in the order of the struct.
func boundTexts(b edtf.Bounds) [4]string {
	return [4]string{b.EarliestStart.String(), b.LatestStart.String(), b.EarliestEnd.String(), b.LatestEnd.String()}
}

// within is what a date that spans these days gives in the occurrence reading.
func within(first, last string) [4]string { return [4]string{first, last, first, last} }

// TestSpecification holds every example of the specification of 2019, under
// the heading it stands under.
func TestSpecification(t *testing.T) {
	tests := []struct {
		section, text string
		level         int
		want          [4]string
	}{
		{"Level 0, Date, 1", "1985-04-12", 0, within("1985-04-12", "1985-04-12")},
		{"Level 0, Date, 2", "1985-04", 0, within("1985-04-01", "1985-04-30")},
		{"Level 0, Date, 3", "1985", 0, within("1985-01-01", "1985-12-31")},
		{"Level 0, Date and Time, 1", "1985-04-12T23:20:30", 0, within("1985-04-12", "1985-04-12")},
		{"Level 0, Date and Time, 2", "1985-04-12T23:20:30Z", 0, within("1985-04-12T23:20:30Z", "1985-04-12T23:20:30Z")},
		{"Level 0, Date and Time, 3", "1985-04-12T23:20:30-04", 0, within("1985-04-13T03:20:30Z", "1985-04-13T03:20:30Z")},
		{"Level 0, Date and Time, 4", "1985-04-12T23:20:30+04:30", 0, within("1985-04-12T18:50:30Z", "1985-04-12T18:50:30Z")},
		{"Level 0, Time Interval, 1", "1964/2008", 0, [4]string{"1964-01-01", "1964-12-31", "2008-01-01", "2008-12-31"}},
		{"Level 0, Time Interval, 2", "2004-06/2006-08", 0, [4]string{"2004-06-01", "2004-06-30", "2006-08-01", "2006-08-31"}},
		{"Level 0, Time Interval, 3", "2004-02-01/2005-02-08", 0, [4]string{"2004-02-01", "2004-02-01", "2005-02-08", "2005-02-08"}},
		{"Level 0, Time Interval, 4", "2004-02-01/2005-02", 0, [4]string{"2004-02-01", "2004-02-01", "2005-02-01", "2005-02-28"}},
		{"Level 0, Time Interval, 5", "2004-02-01/2005", 0, [4]string{"2004-02-01", "2004-02-01", "2005-01-01", "2005-12-31"}},
		{"Level 0, Time Interval, 6", "2005/2006-02", 0, [4]string{"2005-01-01", "2005-12-31", "2006-02-01", "2006-02-28"}},

		{"Level 1, Letter-prefixed calendar year, 1", "Y170000002", 1, within("170000002-01-01", "170000002-12-31")},
		{"Level 1, Letter-prefixed calendar year, 2", "Y-170000002", 1, within("-170000002-01-01", "-170000002-12-31")},
		{"Level 1, Seasons", "2001-21", 1, within("2001-03-01", "2001-05-31")},
		{"Level 1, Qualification of a date (complete), 1", "1984?", 1, within("1984-01-01", "1984-12-31")},
		{"Level 1, Qualification of a date (complete), 2", "2004-06~", 1, within("2004-06-01", "2004-06-30")},
		{"Level 1, Qualification of a date (complete), 3", "2004-06-11%", 1, within("2004-06-11", "2004-06-11")},
		{"Level 1, Unspecified digit(s) from the right, 1", "201X", 1, within("2010-01-01", "2019-12-31")},
		{"Level 1, Unspecified digit(s) from the right, 2", "20XX", 1, within("2000-01-01", "2099-12-31")},
		{"Level 1, Unspecified digit(s) from the right, 3", "2004-XX", 1, within("2004-01-01", "2004-12-31")},
		{"Level 1, Unspecified digit(s) from the right, 4", "1985-04-XX", 1, within("1985-04-01", "1985-04-30")},
		{"Level 1, Unspecified digit(s) from the right, 5", "1985-XX-XX", 1, within("1985-01-01", "1985-12-31")},
		{"Level 1, Extended Interval, 1", "1985-04-12/..", 1, [4]string{"1985-04-12", "1985-04-12", "+inf", "+inf"}},
		{"Level 1, Extended Interval, 2", "1985-04/..", 1, [4]string{"1985-04-01", "1985-04-30", "+inf", "+inf"}},
		{"Level 1, Extended Interval, 3", "1985/..", 1, [4]string{"1985-01-01", "1985-12-31", "+inf", "+inf"}},
		{"Level 1, Extended Interval, 4", "../1985-04-12", 1, [4]string{"-inf", "-inf", "1985-04-12", "1985-04-12"}},
		{"Level 1, Extended Interval, 5", "../1985-04", 1, [4]string{"-inf", "-inf", "1985-04-01", "1985-04-30"}},
		{"Level 1, Extended Interval, 6", "../1985", 1, [4]string{"-inf", "-inf", "1985-01-01", "1985-12-31"}},
		{"Level 1, Extended Interval, 7", "1985-04-12/", 1, [4]string{"1985-04-12", "1985-04-12", "unknown", "unknown"}},
		{"Level 1, Extended Interval, 8", "1985-04/", 1, [4]string{"1985-04-01", "1985-04-30", "unknown", "unknown"}},
		{"Level 1, Extended Interval, 9", "1985/", 1, [4]string{"1985-01-01", "1985-12-31", "unknown", "unknown"}},
		{"Level 1, Extended Interval, 10", "/1985-04-12", 1, [4]string{"unknown", "unknown", "1985-04-12", "1985-04-12"}},
		{"Level 1, Extended Interval, 11", "/1985-04", 1, [4]string{"unknown", "unknown", "1985-04-01", "1985-04-30"}},
		{"Level 1, Extended Interval, 12", "/1985", 1, [4]string{"unknown", "unknown", "1985-01-01", "1985-12-31"}},
		{"Level 1, Negative calendar year", "-1985", 1, within("-1985-01-01", "-1985-12-31")},

		{"Level 2, Exponential year", "Y-17E7", 2, within("-170000000-01-01", "-170000000-12-31")},
		{"Level 2, Significant digits, 1", "1950S2", 2, within("1900-01-01", "1999-12-31")},
		{"Level 2, Significant digits, 2", "Y171010000S3", 2, within("171000000-01-01", "171999999-12-31")},
		{"Level 2, Significant digits, 3", "Y3388E2S3", 2, within("338000-01-01", "338999-12-31")},
		{"Level 2, Sub-year groupings", "2001-34", 2, within("2001-04-01", "2001-06-30")},
		{"Level 2, Set representation, 1", "[1667,1668,1670..1672]", 2, within("1667-01-01", "1672-12-31")},
		{"Level 2, Set representation, 2", "[..1760-12-03]", 2, within("-inf", "1760-12-03")},
		{"Level 2, Set representation, 3", "[1760-12..]", 2, within("1760-12-01", "+inf")},
		{"Level 2, Set representation, 4", "[1760-01,1760-02,1760-12..]", 2, within("1760-01-01", "+inf")},
		{"Level 2, Set representation, 5", "[1667,1760-12]", 2, within("1667-01-01", "1760-12-31")},
		{"Level 2, Set representation, 6", "[..1984]", 2, within("-inf", "1984-12-31")},
		{"Level 2, Set representation, 7", "{1667,1668,1670..1672}", 2, [4]string{"1667-01-01", "1667-12-31", "1672-01-01", "1672-12-31"}},
		{"Level 2, Set representation, 8", "{1960,1961-12}", 2, [4]string{"1960-01-01", "1960-12-31", "1961-12-01", "1961-12-31"}},
		{"Level 2, Set representation, 9", "{..1984}", 2, [4]string{"-inf", "-inf", "1984-01-01", "1984-12-31"}},
		{"Level 2, Qualification, 1", "2004-06-11%", 1, within("2004-06-11", "2004-06-11")},
		{"Level 2, Qualification, 2", "2004-06~-11", 2, within("2004-06-11", "2004-06-11")},
		{"Level 2, Qualification, 3", "2004?-06-11", 2, within("2004-06-11", "2004-06-11")},
		{"Level 2, Qualification, 4", "?2004-06-~11", 2, within("2004-06-11", "2004-06-11")},
		{"Level 2, Qualification, 5", "2004-%06-11", 2, within("2004-06-11", "2004-06-11")},
		{"Level 2, Unspecified Digit, 1", "156X-12-25", 2, within("1560-12-25", "1569-12-25")},
		{"Level 2, Unspecified Digit, 2", "15XX-12-25", 2, within("1500-12-25", "1599-12-25")},
		{"Level 2, Unspecified Digit, 3", "XXXX-12-XX", 2, within("0000-12-01", "9999-12-31")},
		{"Level 2, Unspecified Digit, 4", "1XXX-XX", 2, within("1000-01-01", "1999-12-31")},
		{"Level 2, Unspecified Digit, 5", "1XXX-12", 2, within("1000-12-01", "1999-12-31")},
		{"Level 2, Unspecified Digit, 6", "1984-1X", 2, within("1984-10-01", "1984-12-31")},
		{"Level 2, Interval, 1", "2004-06-~01/2004-06-~20", 2, [4]string{"2004-06-01", "2004-06-01", "2004-06-20", "2004-06-20"}},
		{"Level 2, Interval, 2", "2004-06-XX/2004-07-03", 2, [4]string{"2004-06-01", "2004-06-30", "2004-07-03", "2004-07-03"}},
	}
	for _, test := range tests {
		t.Run(test.section, func(t *testing.T) {
			d, err := edtf.Parse(test.text)
			if err != nil {
				t.Fatalf("Parse(%q): %v", test.text, err)
			}
			if diff := cmp.Diff(test.want, boundTexts(d.Bounds())); diff != "" {
				t.Errorf("%q: bounds (-want +got):\n%s", test.text, diff)
			}
			if got := d.Level(); got != test.level {
				t.Errorf("%q: level = %d, want %d", test.text, got, test.level)
			}
			if got := d.Source(); got != test.text {
				t.Errorf("Source() = %q, want %q", got, test.text)
			}
		})
	}
}
