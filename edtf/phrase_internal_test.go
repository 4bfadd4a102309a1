package edtf

import (
	"slices"
	"strings"
	"testing"
)

// fillings holds what stands in the braces of generated phrases.
var fillings = map[string][]string{
	"{number}":    {"7", "31"},
	"{day}":       {"4", "22nd", "second"},
	"{nth-day}":   {"4th", "first"},
	"{iso-day}":   {"2024-08-04"},
	"{weekday}":   {"Wednesday", "Fri"},
	"{month}":     {"July", "May", "last month"},
	"{name}":      {"July", "May"},
	"{the-month}": {"month", "September", "next month"},
	"{year}":      {"2023", "last year", "44 BC"},
	"{the-year}":  {"year", "2024", "next year"},
	"{season}":    {"spring", "fall"},
	"{decade}":    {"1990s"},
	"{week}":      {"last week", "next week"},
	"{the-week}":  {"week", "this week"},
	"{third}":     {"early", "middle of", "end of"},
	"{n}":         {"a", "two", "12"},
	"{nth}":       {"first", "2nd", "twentieth"},
	"{quarter}":   {"Q2"},
	"{unit}":      {"day", "weeks", "months", "year", "decade"},
	"{units}":     {"days", "years"},
	"{single}":    {"day", "month"},
	"{hours}":     {"hours"},
	"{span}":      {"week", "month", "year"},
	"{daytime}":   {"morning"},
	"{era}":       {"CE", "BCE"},
	"{date}": {"4 August", "3 August", "Monday", "last Monday", "late July", "the end of the month", "2012", "spring 2001", "July",
		"the 7th", "7", "two weeks ago", "in three days", "recent years", "the 1990s", "the day before yesterday", "1667 or 1668"},
}

// phrasesOf fills in a variant of a pattern in every way.
func phrasesOf(elements []element) []string {
	phrases := []string{""}
	for _, e := range elements {
		choices := e.words
		for name, s := range slots {
			if e.slot == s {
				choices = fillings[name]
			}
		}
		var longer []string
		for _, phrase := range phrases {
			for _, choice := range choices {
				longer = append(longer, strings.TrimSpace(phrase+" "+choice))
			}
		}
		phrases = longer
	}
	return phrases
}

// TestConventionsAgree generates phrases from every pattern and expects that
// all conventions a phrase fits, in all ways, give the same date.
func TestConventionsAgree(t *testing.T) {
	anchor := MustParseDay("2024-08-21")
	seen := make(map[string]bool)
	read := 0
	for i := range conventions {
		found := false
		for _, variant := range conventions[i].variants {
			for _, phrase := range phrasesOf(variant) {
				if seen[phrase] {
					continue
				}
				seen[phrase] = true
				dates := allReadings(t, phrase, anchor)
				if len(dates) > 0 {
					read++
					found = true
				}
				if len(dates) > 1 {
					t.Errorf("%q is %s", phrase, strings.Join(dates, " and "))
				}
				got, err := ParsePhrase(phrase, anchor)
				if (err == nil) != (len(dates) > 0) || err == nil && dates[0] != got.Date.String() {
					t.Errorf("ParsePhrase(%q) = %s, %v; want %v", phrase, got.Date, err, dates)
				}
			}
		}
		if !found && !conventions[i].inner {
			t.Errorf("no phrase of %q is understood", conventions[i].Pattern)
		}
	}
	if read < 2000 {
		t.Errorf("only %d phrases understood, want 2000 at least", read)
	}
}

// allReadings returns the different dates a phrase can stand for.
func allReadings(t *testing.T, phrase string, anchor Day) []string {
	t.Helper()
	words, fail := splitWords(phrase)
	if fail != nil {
		t.Fatal(fail)
	}
	m := matcher{words: words, anchor: anchor}
	var dates []string
	for k := range conventions {
		row := &conventions[k]
		if row.inner {
			continue
		}
		for at := range 2 {
			if at == 1 && (!row.takesPreposition() || len(words) == 1 || !isPreposition(words[0].text)) {
				continue
			}
			m.fit(row, at, len(words), func(r *reading) bool {
				s, no := (&match{row, *r, at}).resolve(anchor, sidePast)
				if no != nil {
					return false
				}
				d, no := s.date()
				if no == nil && !slices.Contains(dates, d.String()) {
					dates = append(dates, d.String())
				}
				return false
			})
		}
	}
	return dates
}

// TestConventionSlots checks that every name in braces is known and used.
func TestConventionSlots(t *testing.T) {
	used := make(map[*slot]bool)
	for _, c := range conventions {
		for _, variant := range c.variants {
			if len(variant) == 0 {
				t.Errorf("%q: an empty variant", c.Pattern)
			}
			for _, e := range variant {
				if e.slot == nil && e.words == nil {
					t.Errorf("%q: an unknown name in braces", c.Pattern)
				}
				used[e.slot] = true
			}
		}
	}
	for name, s := range slots {
		if !used[s] {
			t.Errorf("%s is not used", name)
		}
		if len(fillings[name]) == 0 {
			t.Errorf("%s has no fillings", name)
		}
	}
}
