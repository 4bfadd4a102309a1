package edtf_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/edtf"
)

// TestParsePhrase reads wordings on Wednesday, 21 August 2024, unless they name
// another anchor.
func TestParsePhrase(t *testing.T) {
	tests := []struct{ phrase, anchor, want string }{
		// The wordings of the report the library serves first.
		{"in recent years", "", "/2024-08-21"},
		{"earlier this month", "", "[2024-08-01..2024-08-21]"},
		{"in late July", "", "[2024-07-21..2024-07-31]"},
		{"in the coming days", "", "[2024-08-22..2024-08-28]"},

		// Days.
		{"4 August", "", "2024-08-04"},
		{"4th of August", "", "2024-08-04"},
		{"the 4th of August, 2023", "", "2023-08-04"},
		{"the fourth of August", "", "2024-08-04"},
		{"the thirty-first of July", "", "2024-07-31"},
		{"Aug. 4", "", "2024-08-04"},
		{"AUGUST 4TH, 2024", "", "2024-08-04"},
		{"August 21", "", "2024-08-21"},
		{"29 February", "", "2024-02-29"},
		{"Sunday, 4 August", "", "2024-08-04"},
		{"on Sunday, Aug. 4, 2024,", "", "2024-08-04"},
		{"on 2024-08-04", "", "2024-08-04"},
		{"4 August last year", "", "2023-08-04"},
		{"the 4th of last month", "", "2024-07-04"},
		{"on the 4th", "", "2024-08-04"},
		{"the 22nd", "", "2024-07-22"},
		{"the 31st", "2024-07-30", "2024-05-31"},
		{"on the 31st of the month", "", "2024-08-31"},
		{"15 March 44 BC", "", "-0043-03-15"},
		{"15 March 44 BCE", "", "-0043-03-15"},
		{"the last day of February", "", "2024-02-29"},
		{"the last day of February 2023", "", "2023-02-28"},
		{"the first day of the year", "", "2024-01-01"},

		// Months, years, seasons and longer.
		{"August", "", "2024-08"},
		{"July 2024", "", "2024-07"},
		{"in July of 2023", "", "2023-07"},
		{"in Sept. 2023", "", "2023-09"},
		{"July last year", "", "2023-07"},
		{"next month", "2024-12-31", "2025-01"},
		{"this month", "", "2024-08"},
		{"last month", "2024-01-31", "2023-12"},
		{"2019", "", "2019"},
		{"in 2019", "", "2019"},
		{"late in July", "", "[2024-07-21..2024-07-31]"},
		{"the year 2019", "", "2019"},
		{"this year", "", "2024"},
		{"next year", "", "2025"},
		{"AD 45", "", "0045"},
		{"45 CE", "", "0045"},
		{"44 BCE", "", "-0043"},
		{"1 BC", "", "0000"},
		{"in the spring of 2001", "", "2001-21"},
		{"fall 2001", "", "2001-23"},
		{"summer last year", "", "2023-22"},
		{"the 1990s", "", "199X"},
		{"the 1990's", "", "199X"},
		{"the late 1990s", "", "[1997..1999]"},
		{"the 21st century", "", "[2001..2100]"},
		{"the twenty-first century", "", "[2001..2100]"},
		{"the fifth century BCE", "", "[-0499..-0400]"},
		{"the first century BC", "", "[-0099..0000]"},
		{"the 5th century AD", "", "[0401..0500]"},
		{"this century", "", "[2001..2100]"},
		{"last century", "", "[1901..2000]"},
		{"next century", "2000-12-31", "[2001..2100]"},
		{"4 August 2024, 12.30 a.m.", "", "2024-08-04T00:30:00"},
		{"at 5 o'clock on 4 August 2024", "", "2024-08-04"},

		// Parts.
		{"early August", "", "[2024-08-01..2024-08-10]"},
		{"mid-August", "", "[2024-08-11..2024-08-20]"},
		{"mid August 2023", "", "[2023-08-11..2023-08-20]"},
		{"late August", "", "[2024-08-21..2024-08-31]"},
		{"late February 2024", "", "[2024-02-21..2024-02-29]"},
		{"late last month", "", "[2024-07-21..2024-07-31]"},
		{"at the end of the month", "", "[2024-08-21..2024-08-31]"},
		{"in the middle of July", "", "[2024-07-11..2024-07-20]"},
		{"at the start of next month", "", "[2024-09-01..2024-09-10]"},
		{"mid-2023", "", "[2023-05..2023-08]"},
		{"late last year", "", "[2023-09..2023-12]"},
		{"early next year", "", "[2025-01..2025-04]"},
		{"early this week", "", "[2024-08-19..2024-08-21]"},
		{"in the middle of last week", "", "[2024-08-13..2024-08-15]"},
		{"the first half of August", "", "[2024-08-01..2024-08-15]"},
		{"the second half of last year", "", "2023-41"},
		{"the fourth quarter of 2023", "", "2023-36"},
		{"Q3 this year", "", "2024-35"},

		// Days around the anchor.
		{"Today", "", "2024-08-21"},
		{"this afternoon", "", "2024-08-21"},
		{"yesterday", "2024-03-01", "2024-02-29"},
		{"tomorrow morning", "2024-12-31", "2025-01-01"},
		{"overnight", "", "[2024-08-20..2024-08-21]"},
		{"the following day", "", "2024-08-22"},
		{"a day earlier", "", "2024-08-20"},
		{"the day before yesterday", "", "2024-08-19"},
		{"that day", "", "2024-08-21"},

		// Weekdays.
		{"Wednesday", "", "2024-08-21"},
		{"on Thursday", "", "2024-08-15"},
		{"Tues.", "", "2024-08-20"},
		{"on Tuesday night", "", "[2024-08-20..2024-08-21]"},
		{"last Wednesday", "", "2024-08-14"},
		{"last Friday", "", "2024-08-16"},
		{"last Monday", "", "[2024-08-12,2024-08-19]"},
		{"next Wednesday", "", "2024-08-28"},
		{"next Friday", "", "[2024-08-23,2024-08-30]"},
		{"next Sunday", "2024-08-25", "2024-09-01"},
		{"this Friday", "", "2024-08-23"},
		{"past Tuesday", "", "2024-08-20"},
		{"this coming Wednesday", "", "2024-08-28"},
		{"Monday of next week", "", "2024-08-26"},
		{"last week on Sunday", "", "2024-08-18"},
		{"over the weekend", "2024-08-24", "[2024-08-24..2024-08-25]"},
		{"last weekend", "2024-08-25", "[2024-08-17..2024-08-18]"},
		{"next weekend", "2024-08-25", "[2024-08-31..2024-09-01]"},

		// Weeks, months and years around the anchor.
		{"this week", "", "[2024-08-19..2024-08-25]"},
		{"next week", "2024-12-29", "[2024-12-30..2025-01-05]"},
		{"last week", "2024-08-18", "[2024-08-05..2024-08-11]"},
		{"the following year", "", "2025"},
		{"a month later", "2024-12-05", "2025-01"},
		{"last September", "", "2023-09"},
		{"last August", "", "2023-08"},
		{"next October", "", "[2024-10,2025-10]"},
		{"next August", "", "2025-08"},
		{"earlier this month", "2024-08-01", "2024-08-01"},
		{"earlier this year", "", "[2024-01-01..2024-08-21]"},
		{"later this week", "", "[2024-08-21..2024-08-25]"},
		{"later this month", "", "[2024-08-21..2024-08-31]"},
		{"so far this week", "", "2024-08-19/2024-08-21"},

		// Counted.
		{"2 days ago", "", "2024-08-19"},
		{"twenty-two days ago", "", "2024-07-30"},
		{"a week ago", "", "[2024-08-12..2024-08-18]"},
		{"one month ago", "2024-03-31", "2024-02"},
		{"three years ago", "", "2021"},
		{"two decades ago", "", "200X"},
		{"two days later", "", "2024-08-23"},
		{"two weeks later", "", "[2024-09-02..2024-09-08]"},
		{"a year before", "", "2023"},
		{"in ten days", "", "2024-08-31"},
		{"in a month", "", "2024-09"},
		{"more than two decades ago", "", "[..2004-08-21]"},
		{"less than three days ago", "", "[2024-08-18..2024-08-21]"},
		{"24 hours ago", "", "2024-08-20"},
		{"25 hours ago", "", "[2024-08-19..2024-08-20]"},
		{"an hour later", "", "[2024-08-21..2024-08-22]"},
		{"in the past 49 hours", "", "[2024-08-18..2024-08-21]"},
		{"within an hour", "", "[2024-08-21..2024-08-22]"},
		{"a few days ago", "", "[..2024-08-19]"},
		{"a couple of months ago", "", "[..2024-06]"},
		{"decades ago", "", "[..2009]"},
		{"in the past month", "2024-03-31", "[2024-02-29..2024-03-31]"},
		{"during the last two weeks", "", "[2024-08-07..2024-08-21]"},
		{"over the past year", "", "[2023-08-21..2024-08-21]"},
		{"for the past three months", "", "2024-05-21/2024-08-21"},
		{"within two days", "", "[2024-08-21..2024-08-23]"},
		{"within the next two days", "", "[2024-08-22..2024-08-23]"},
		{"in the next 48 days", "", "[2024-08-22..2024-10-08]"},
		{"in the coming weeks", "", "[2024-08-22..2024-09-21]"},
		{"in the coming months", "", "[2024-08-22..2025-08-21]"},
		{"in the coming years", "", "[2024-08-22..]"},
		{"over the next several days", "", "[2024-08-22..2024-08-28]"},
		{"in the last few weeks", "", "/2024-08-21"},

		// Around a date.
		{"on the morning of Monday", "", "2024-08-19"},
		{"on the night of 31 July 2023", "", "[2023-07-31..2023-08-01]"},
		{"on or about 4 August", "", "2024-08-04~"},
		{"by the night of 30 August", "", "[..2024-08-31]"},
		{"the week of 30 July", "", "[2024-07-29..2024-08-04]"},
		{"the day after 4 August", "", "2024-08-05"},
		{"three days before 1 March 2024", "", "2024-02-27"},
		{"a month after 31 January 2024", "", "2024-02"},
		{"circa 1667", "", "1667~"},
		{"c. 44 BC", "", "-0043~"},
		{"around 4 August", "", "2024-08-04~"},
		{"about three weeks ago", "", "[2024-07-29~..2024-08-04~]"},
		{"perhaps in July", "", "2024-07?"},
		{"about 2019, uncertain", "", "2019%"},
		{"throughout last week", "", "2024-08-12/2024-08-18"},
		{"the whole of 2019", "", "2019-01-01/2019-12-31"},
		{"all of the 1990s", "", "1990-01-01/1999-12-31"},

		// Limits.
		{"since 2012", "", "2012/.."},
		{"since July", "", "2024-07/.."},
		{"since September", "", "2023-09/.."},
		{"since Monday", "", "2024-08-19/.."},
		{"ever since last week", "", "2024-08-12../.."},
		{"since last week", "2024-08-07", "2024-07-29../.."},
		{"since last week", "2025-01-07", "2024-12-30../.."},
		{"since last night", "", "2024-08-20../.."},
		{"since late July", "", "2024-07-21../.."},
		{"since earlier this month", "", "2024-08-01../.."},
		{"the night of 27 to 28 July", "", "[2024-07-27..2024-07-28]"},
		{"the night from Monday to Tuesday", "", "[2024-08-19..2024-08-20]"},
		{"overnight to Sunday", "", "[2024-08-17..2024-08-18]"},
		{"since early 2023", "", "2023-01-01../.."},
		{"since the start of the year", "", "2024-01-01/.."},
		{"since about 1984", "", "1984~/.."},
		{"since the 1990s", "", "199X/.."},
		{"from 4 August 2024 onwards", "", "2024-08-04/.."},
		{"until 2008", "", "/2008"},
		{"until the end of last month", "", "/2024-07-31"},
		{"until late July 2024", "", "/..2024-07-31"},
		{"until last week", "2025-01-07", "/..2025-01-05"},
		{"until 4 July 2024.", "", "/2024-07-04"},
		{"until yesterday", "", "/2024-08-20"},
		{"as of Wednesday", "", "2024-08-21"},
		{"as of the end of July", "", "2024-07-31"},
		{"by the end of the year", "", "[..2024-12-31]"},
		{"by the end of 2023", "", "[..2023-12-31]"},
		{"by the end of the week", "", "[..2024-08-25]"},
		{"by Wednesday", "", "[..2024-08-21]"},
		{"by Tuesday", "", "[..2024-08-27]"},
		{"by August", "", "[..2024-08]"},
		{"by July", "", "[..2024-07]"},
		{"by mid-September", "", "[..2024-09-20]"},
		{"by the 4th", "", "[..2024-09-04]"},
		{"by the weekend", "", "[..2024-08-25]"},
		{"by 2030", "", "[..2030]"},
		{"before 2008", "", "[..2007]"},
		{"before March 2024", "", "[..2024-02]"},
		{"before January 2024", "", "[..2023-12]"},
		{"before the end of the month", "", "[..2024-08-31]"},
		{"before the start of next month", "", "[..2024-08-31]"},
		{"before last Monday", "", "[..2024-08-18]"},
		{"after last Monday", "", "[2024-08-13..]"},
		{"before spring 2001", "", "[..2000-24]"},
		{"before the 1990s", "", "[..1989]"},
		{"after 2012", "", "[2013..]"},
		{"after December 2023", "", "[2024-01..]"},
		{"after the end of July", "", "[2024-08-01..]"},
		{"after the start of July", "", "[2024-07-01..]"},
		{"after late July", "", "[2024-08-01..]"},
		{"after the fourth quarter of 2023", "", "[2024-33..]"},
		{"before the second half of 2024", "", "[..2024-40]"},
		{"after the second half of 2024", "", "[2025-40..]"},
		{"between the 1980s and the 1990s", "", "[198X..199X]"},
		{"no earlier than 4 August 2024", "", "[2024-08-04..]"},
		{"4 August 2024 or later", "", "[2024-08-04..]"},

		// Two dates.
		{"between May and June", "", "[2024-05..2024-06]"},
		{"between May and June 2023", "", "[2023-05..2023-06]"},
		{"between 2012 and 2015", "", "[2012..2015]"},
		{"between 3 and 7 August", "", "[2024-08-03..2024-08-07]"},
		{"between 29 July and 4 August", "", "[2024-07-29..2024-08-04]"},
		{"between August 3 and 7", "", "[2024-08-03..2024-08-07]"},
		{"between late July and 4 August", "", "[2024-07-21..2024-08-04]"},
		{"between Monday and Wednesday", "", "[2024-08-19..2024-08-21]"},
		{"between Monday and Friday", "", "[2024-08-19..2024-08-23]"},
		{"between yesterday and Friday", "", "[2024-08-20..2024-08-23]"},
		{"between May 2023 and June", "", "[2023-05..2023-06]"},
		{"between about 1667 and 1670", "", "[1667~..1670]"},
		{"between 2012 and March 2014", "", "[2012-01-01..2014-03-31]"},
		{"from 2012 to 2015", "", "2012/2015"},
		{"2012-2015", "", "2012/2015"},
		{"2012–2015", "", "2012/2015"},
		{"25-27 July", "", "2024-07-25/2024-07-27"},
		{"from May to June", "", "2024-05/2024-06"},
		{"July–August 2023", "", "2023-07/2023-08"},
		{"July 25-27", "", "2024-07-25/2024-07-27"},
		{"July 25 to 27, 2023", "", "2023-07-25/2023-07-27"},
		{"from Monday to Friday", "", "2024-08-19/2024-08-23"},
		{"from last week to Tuesday", "", "2024-08-12../2024-08-20"},
		{"from March 2023 to Friday", "", "2023-03/2024-08-16"},
		{"from Monday to 31 December 2024", "", "2024-08-19/2024-12-31"},
		{"from July to next May", "", "2024-07/2025-05"},
		{"4 to 7 August 2024", "", "2024-08-04/2024-08-07"},
		{"from early July until mid-August", "", "2024-07-01../..2024-08-20"},
		{"July or August", "", "[2024-07,2024-08]"},
		{"on Monday or Tuesday", "", "[2024-08-19,2024-08-20]"},
		{"25 and 26 July", "", "{2024-07-25,2024-07-26}"},
		{"both 2012 and 2015", "", "{2012,2015}"},
	}
	for _, test := range tests {
		anchor := conventionAnchor
		if test.anchor != "" {
			anchor = edtf.MustParseDay(test.anchor)
		}
		t.Run(test.phrase+" "+test.anchor, func(t *testing.T) {
			got, err := edtf.ParsePhrase(test.phrase, anchor)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, got.Date.String()); diff != "" {
				t.Errorf("date (-want +got):\n%s", diff)
			}
			if got.Text != test.phrase || got.Anchor != anchor {
				t.Errorf("kept %q, %s; want %q, %s", got.Text, got.Anchor, test.phrase, anchor)
			}
		})
	}
}

func TestParsePhraseRefuses(t *testing.T) {
	tests := []struct {
		phrase string
		pos    int
	}{
		{"", 0},
		{"  ", 2},
		{"the", 3},
		{",", 1},
		{".", 0},
		{". July", 0},
		{"-", 0},
		{"Christmas", 0},
		{"soon", 4},
		{"some time ago", 5},
		{"the other day", 4},
		{"long ago", 5},
		{"late", 4},
		{"late Julember", 5},
		{"end May", 4},
		{"late July maybe", 10},
		{"July 32", 5},
		{"30 February", 0},
		{"31 June 2024", 0},
		{"29 February 2023", 0},
		{"the 31st of next month", 12},
		{"the day after 30 February", 14},
		{"4 February to 30 February", 14},
		{"February 30 to 7", 0},
		{"July 3, 2024 to 7, 2023", 16},
		{"10000 BC", 0},
		{"since about late July", 6},
		{"Monday, 4 August 2024", 0},
		{"24 August 24", 10},
		{"2024-13-01", 0},
		{"2024-08-04T12:00", 10},
		{"4rd August", 1},
		{"4", 1},
		{"the 1900s", 4},
		{"the fifth quarter of 2024", 21},
		{"week 53 of 2024", 0},
		{"week 53 of 2020 to week 53 of 2021", 19},
		{"the third half of 2024", 18},
		{"in spring", 9},
		{"the last week", 13},
		{"last month 2023", 11},
		{"days", 4},
		{"two days", 8},
		{"zero days ago", 0},
		{"-2 days ago", 0},
		{"a few days", 10},
		{"for several days", 4},
		{"since", 5},
		{"since since 2012", 6},
		{"since in recent years", 9},
		{"by in recent years", 6},
		{"by recently", 3},
		{"about recently", 6},
		{"a week from July", 16},
		{"2,000 years ago", 2},
		{"in 9999 years", 0},
		{"throughout last Tuesday", 11},
		{"about", 5},
		{"throughout spring 2001", 11},
		{"between 2012", 12},
		{"between 2012 and", 16},
		{"between 2015 and 2012", 0},
		{"between spring 2001 and June 2001", 8},
		{"between 3 and 7", 8},
		{"between 3 and May", 8},
		{"from 2012 to June", 13},
		{"from 4 August 2024 to 2 August 2024", 0},
		{"early and late July", 6},
		{"between May and June and July", 0},
		{"on", 2},
		{"on on Monday", 3},
		{"two days before July", 16},
		{"the week of July", 12},
		{"999 decades ago", 0},
		{"2024?", 4},
		{"[2024]", 0},
		{"le 4 août 2024", 7},
		{"im Juli", 0},
		{"“late July”", 0},
		{"Juli\x80", 4},
	}
	for _, test := range tests {
		t.Run(test.phrase, func(t *testing.T) {
			got, err := edtf.ParsePhrase(test.phrase, conventionAnchor)
			if err == nil {
				t.Fatalf("= %s by %q, want an error", got.Date, got.Pattern)
			}
			parseError, ok := errors.AsType[*edtf.ParseError](err)
			if !ok {
				t.Fatalf("error %T, want a *ParseError", err)
			}
			if diff := cmp.Diff(test.pos, parseError.Pos); diff != "" {
				t.Errorf("position (-want +got):\n%s%v", diff, err)
			}
			if parseError.Input != test.phrase || parseError.Expected == "" {
				t.Errorf("error %#v, want the phrase and what was expected", parseError)
			}
			if got != (edtf.Phrase{}) {
				t.Errorf("phrase %v with an error", got)
			}
		})
	}
}

func TestParsePhraseAnchor(t *testing.T) {
	tests := []struct {
		name   string
		anchor edtf.Day
	}{
		{"zero", edtf.Day{}},
		{"after the year 9999", edtf.MustParseDay("10000-01-01")},
		{"before the year -9999", edtf.MustParseDay("-10000-12-31")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			// Not even a phrase that needs no anchor is read without one.
			if got, err := edtf.ParsePhrase("4 August 2024", test.anchor); !errors.Is(err, edtf.ErrNoAnchor) {
				t.Errorf("= %s, %v; want ErrNoAnchor", got.Date, err)
			}
		})
	}
}

// TestParsePhraseEnds reads phrases at the first and the last days that EDTF
// writes.
func TestParsePhraseEnds(t *testing.T) {
	tests := []struct{ phrase, anchor, want string }{
		{"today", "9999-12-31", "9999-12-31"},
		{"tomorrow", "9999-12-31", ""},
		{"this week", "9999-12-31", ""},
		{"in the coming days", "9999-12-31", ""},
		{"next year", "9999-12-31", ""},
		{"by Monday", "9999-12-31", ""},
		{"yesterday", "-9999-01-01", ""},
		{"in a decade", "9999-12-31", ""},
		{"4 August", "-9999-01-01", ""},
		{"a decade ago", "0009-01-01", ""},
		{"a decade ago", "0010-01-01", "000X"},
		{"decades ago", "0009-01-01", ""},
		{"yesterday", "0000-01-01", "-0001-12-31"},
		{"last year", "0000-01-01", "-0001"},
	}
	for _, test := range tests {
		t.Run(test.phrase+" "+test.anchor, func(t *testing.T) {
			got, err := edtf.ParsePhrase(test.phrase, edtf.MustParseDay(test.anchor))
			if diff := cmp.Diff(test.want, got.Date.String()); diff != "" || (err == nil) != (test.want != "") {
				t.Errorf("date, error %v (-want +got):\n%s", err, diff)
			}
		})
	}
}

// TestParsePhraseLimits reads phrases as long as they may be, and longer; the
// words fit nothing.
func TestParsePhraseLimits(t *testing.T) {
	tests := []struct {
		name, phrase string
		within       bool
	}{
		{"256 bytes", "July" + strings.Repeat(" ", 252), true},
		{"257 bytes", "July" + strings.Repeat(" ", 253), false},
		{"24 words", strings.Repeat("ago ", 24), true},
		{"25 words", strings.Repeat("ago ", 25), false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := edtf.ParsePhrase(test.phrase, conventionAnchor)
			if within := err == nil || !strings.Contains(err.Error(), "of at most"); within != test.within {
				t.Errorf("error %v", err)
			}
		})
	}
}

// TestParsePhraseAmbiguous expects an error that a caller can show.
func TestParsePhraseAmbiguous(t *testing.T) {
	for phrase, want := range map[string][2]string{
		"30 August":                {"2023-08-30", "2024-08-30"},
		"29 August to 4 September": {"2023-08-29/2023-09-04", "2024-08-29/2024-09-04"},
		"4/8/2024":                 {"2024-08-04", "2024-04-08"},
		"2009-10":                  {"2009-10", "2009/2010"},
	} {
		p, err := edtf.ParsePhrase(phrase, conventionAnchor)
		fail, ok := errors.AsType[*edtf.AmbiguousError](err)
		if !ok || p != (edtf.Phrase{}) {
			t.Errorf("%q = %s, %v; want an *AmbiguousError", phrase, p.Date, err)
			continue
		}
		if got := [2]string{fail.Readings[0].String(), fail.Readings[1].String()}; got != want || fail.Text != phrase || fail.Advice == "" {
			t.Errorf("%q: %#v, want the readings %v", phrase, fail, want)
		}
	}
}

func TestParsePhraseErrorText(t *testing.T) {
	tests := []struct{ phrase, want string }{
		{"late Julember", `edtf: invalid "late Julember": at byte 5 found "Julember", expected a word of a date; the name of a holiday or an event is none: write its date`},
		{"between 2012", `edtf: invalid "between 2012": at byte 12 found the end of the text, expected "and"`},
		{"Monday, 4 August 2024", `edtf: invalid "Monday, 4 August 2024": at byte 0 found "Monday, …", expected the weekday of that date: 4 August 2024 is a Sunday`},
		{"13/13/2024", `edtf: invalid "13/13/2024": at byte 0 found "13/13/20…", expected a month from 1 to 12, not 13; if day and month stand in another order, state it`},
		{"31/4/2024", `edtf: invalid "31/4/2024": at byte 0 found "31/4/202…", expected a day of April from 1 to 30`},
		{"4/8/24", `edtf: invalid "4/8/24": at byte 0 found "4/8/24", expected a year of four digits, or the order of day and month stated`},
		{"30 August", `edtf: "30 August" may be 2023-08-30 or 2024-08-30: the later one is nearer; give the year, or choose past, future or nearest`},
		{"ago", `edtf: invalid "ago": at byte 0 found "ago", expected a wording of the conventions, such as "4 August 2024", "late July", "last week", ` +
			`"two days ago", "in the coming days", "since 2012", "between May and June" or "by the end of the year"`},
	}
	for _, test := range tests {
		_, err := edtf.ParsePhrase(test.phrase, conventionAnchor)
		if err == nil {
			t.Errorf("%q: no error", test.phrase)
		} else if diff := cmp.Diff(test.want, err.Error()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.phrase, diff)
		}
	}
}

func TestMustParsePhrase(t *testing.T) {
	if got := edtf.MustParsePhrase("late July", conventionAnchor); got.Pattern != "{third} [to] [{third}] [in] {period}" {
		t.Errorf("pattern %q", got.Pattern)
	}
	defer func() {
		if recover() == nil {
			t.Error("no panic for a phrase that is not understood")
		}
	}()
	edtf.MustParsePhrase("soon", conventionAnchor)
}
