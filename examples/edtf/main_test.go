package main

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

func TestExplain(t *testing.T) {
	tests := []struct{ text, want string }{
		{"1985-04-12", "1985-04-12|valid|1985-04-12|1985-04-12||0|1985-04-12|1985-04-12|1985-04-12|12 April 1985|"},
		{"1985", "1985|valid|1985-01-01|1985-12-31||0|1985|1985-12-31|1985-01-01|1985|"},
		{"-0044-03", "-0044-03|valid|-0044-03-01|-0044-03-31||1|-0044-03|-0044-03-31|-0044-03-01|March 45 BCE|"},
		{"Y-17E7", "Y-17E7|valid|-170000000-01-01|-170000000-12-31||2|Y-17E7|-170000000-12-31|-170000000-01-01|170,000,001 BCE|"},
		{"1985-04-12T23:20:30", "1985-04-12T23:20:30|valid|1985-04-12|1985-04-12||0|1985-04-12T23:20:30|1985-04-12|1985-04-12|12 April 1985, 23:20:30|"},
		{"1985-04-12T23:20:30+04:30", "1985-04-12T23:20:30+04:30|valid|1985-04-12T18:50:30Z|1985-04-12T18:50:30Z||0|1985-04-12T23:20:30+04:30|1985-04-12T18:50:30Z|1985-04-12T18:50:30Z|12 April 1985, 23:20:30 UTC+04:30|"},
		{"1985/..", "1985/..|valid|1985-01-01|+inf||1|1985/..|1985-12-31|+inf|since 1985|"},
		{"../1985", "../1985|valid|-inf|1985-12-31||1|../1985|-inf|1985-01-01|ending 1985, no start|"},
		{"1985/", "1985/|valid|1985-01-01|unknown||1|1985/|1985-12-31|unknown|starting 1985, end unknown|"},
		{"/1985", "/1985|valid|unknown|1985-12-31||1|/1985|unknown|1985-01-01|ending 1985, start unknown|"},
		{"[1667,1668,1670..1672]", "[1667,1668,1670..1672]|valid|1667-01-01|1672-12-31||2|[1667,1668,1670..1672]|1672-12-31|1667-01-01|1667, 1668 or 1670 to 1672|"},
		{"{1960,1961-12}", "{1960,1961-12}|valid|1960-01-01|1961-12-31||2|{1960,1961-12}|1960-12-31|1961-12-01|1960 and December 1961|"},
		{"[..1760-12-03]", "[..1760-12-03]|valid|-inf|1760-12-03||2|[..1760-12-03]|1760-12-03|-inf|3 December 1760 or earlier|"},
		{"1984?", "1984?|valid|1984-01-01|1984-12-31|uncertain:y|1|1984?|1984-12-31|1984-01-01|sometime in 1984, uncertain|"},
		{"2001-21~", "2001-21~|valid|2001-03-01|2001-05-31|approximate:ym|1|2001-21~|2001-05-31|2001-03-01|about spring 2001|"},
		{"2004-06-11%", "2004-06-11%|valid|2004-06-11|2004-06-11|uncertain:ymd approximate:ymd|1|2004-06-11%|2004-06-11|2004-06-11|about 11 June 2004, uncertain|"},
		{"?2004-06-~11", "?2004-06-~11|valid|2004-06-11|2004-06-11|uncertain:y approximate:d|2|2004?-06-~11|2004-06-11|2004-06-11|11 June 2004, year uncertain, day approximate|"},
		{"~2004-06-01/2004-06-%20", "~2004-06-01/2004-06-%20|valid|2004-06-01|2004-06-20|start.approximate:y end.uncertain:d end.approximate:d|2|2004~-06-01/2004-06-%20|2004-06-01|2004-06-20|starting 1 June 2004, year approximate; ending 20 June 2004, day uncertain and approximate|"},
		{"[1667,1668?,1670..1672~]", "[1667,1668?,1670..1672~]|valid|1667-01-01|1672-12-31|member2.uncertain:y member3.approximate:y|2|[1667,1668?,1670..1672~]|1672-12-31|1667-01-01|one of 1667; 1668, uncertain; and 1670 to about 1672|"},
		{"1985-13", `1985-13|invalid|||||edtf: invalid "1985-13": at byte 5 found "13", expected a month 01-12, unspecified digits as X, or a sub-year code 21-41||||`},
		{"", `|invalid|||||edtf: invalid "": at byte 0 found the end of the text, expected a date, an interval or a set||||`},
		{"19\t85", `19\t85|invalid|||||edtf: invalid "19\t85": at byte 2 found "\t85", expected a year of four digits, X for an unspecified one||||`},
	}
	var lines, wants []string
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			var out strings.Builder
			allValid, err := run([]string{test.text}, nil, &out)
			want := strings.ReplaceAll(test.want, "|", "\t") + "\n"
			if diff := cmp.Diff(want, out.String()); diff != "" || err != nil {
				t.Errorf("%v (-want +got):\n%s", err, diff)
			}
			if wantValid := strings.Contains(want, "\tvalid\t"); allValid != wantValid {
				t.Errorf("all valid = %v, want %v", allValid, wantValid)
			}
		})
		lines = append(lines, test.text)
		wants = append(wants, strings.ReplaceAll(test.want, "|", "\t")+"\n")
	}
	var out strings.Builder
	allValid, err := run(nil, strings.NewReader(strings.Join(lines, "\n")+"\n"), &out)
	if diff := cmp.Diff(strings.Join(wants, ""), out.String()); diff != "" || err != nil || allValid {
		t.Errorf("all lines: %v, all valid %v (-want +got):\n%s", err, allValid, diff)
	}
}

func TestExplainsPhrases(t *testing.T) {
	tests := []struct{ text, want string }{
		{"late July", "late July|phrase|2024-07-21|2024-07-31||2|[2024-07-21..2024-07-31]|2024-07-31|2024-07-21|late July 2024|"},
		{"three days ago", "three days ago|phrase|2024-08-18|2024-08-18||0|2024-08-18|2024-08-18|2024-08-18|18 August 2024|"},
		{"2024-07", "2024-07|valid|2024-07-01|2024-07-31||0|2024-07|2024-07-31|2024-07-01|July 2024|"},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			var out strings.Builder
			allRead, err := run([]string{"-on", "2024-08-21", test.text}, nil, &out)
			columns := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\t")
			if err != nil || !allRead || len(columns) != 11 || columns[10] == "" != (columns[1] == "valid") {
				t.Fatalf("%q, %v, %v", columns, allRead, err)
			}
			columns[10] = ""
			if diff := cmp.Diff(strings.Split(test.want, "|"), columns); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	var out strings.Builder
	if allRead, err := run([]string{"-on", "2024-08-21", "on Christmas Eve"}, nil, &out); allRead || err != nil || !strings.Contains(out.String(), "\tinvalid\t") {
		t.Errorf("%q, %v, %v", out.String(), allRead, err)
	}
	if _, err := run([]string{"-on", "today", "late July"}, nil, &out); err == nil {
		t.Error("a day that is none was taken")
	}
	if _, err := run([]string{"-on"}, nil, &out); err == nil {
		t.Error("no day was taken for one")
	}
}

func TestReadsLines(t *testing.T) {
	long := "[" + strings.Repeat("1985-04-12,", 20000) + "1985]"
	tests := []struct {
		name, in string
		lines    int
		allValid bool
	}{
		{"nothing", "", 0, true},
		{"no newline at the end", "1985", 1, true},
		{"Windows line ends", "1985\r\n1986\r\n", 2, true},
		{"an empty line", "1985\n\n1986\n", 3, false},
		{"a line beyond any buffer", long + "\n1985\n", 2, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var out strings.Builder
			allValid, err := run(nil, strings.NewReader(test.in), &out)
			if lines := strings.Count(out.String(), "\n"); lines != test.lines || allValid != test.allValid || err != nil {
				t.Errorf("%d lines, all valid %v, %v; want %d, %v", lines, allValid, err, test.lines, test.allValid)
			}
		})
	}
}

func TestReadError(t *testing.T) {
	broken := errors.New("broken pipe")
	if _, err := run(nil, iotest.ErrReader(broken), io.Discard); !errors.Is(err, broken) {
		t.Errorf("error %v, want %v", err, broken)
	}
}
