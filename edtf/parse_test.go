package edtf_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/edtf"
)

func TestParseAccepts(t *testing.T) {
	for _, test := range slices.Concat(acceptedDates, acceptedIntervals, acceptedSets) {
		t.Run(test.text, func(t *testing.T) {
			d, err := edtf.Parse(test.text)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want(), boundTexts(d.Bounds())); diff != "" {
				t.Errorf("bounds (-want +got):\n%s", diff)
			}
			want := test.canonical
			if want == "" {
				want = test.text
			}
			if got := d.String(); got != want {
				t.Errorf("String() = %q, want %q", got, want)
			}
			if got := d.Level(); got != test.level {
				t.Errorf("Level() = %d, want %d", got, test.level)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	for _, test := range refused {
		t.Run(test.name, func(t *testing.T) {
			d, err := edtf.Parse(test.text)
			fail, ok := errors.AsType[*edtf.ParseError](err)
			if !ok || !d.IsZero() {
				t.Fatalf("Parse(%q) = %q, %v; want a *ParseError", test.text, d, err)
			}
			if fail.Pos != test.pos || fail.Input != test.text || fail.Expected == "" {
				t.Errorf("Parse(%q): byte %d, want %d: %v", test.text, fail.Pos, test.pos, fail)
			}
			kept := edtf.MustParse("1985")
			if err := kept.UnmarshalText([]byte(test.text)); err == nil || kept.String() != "1985" {
				t.Errorf("UnmarshalText(%q) = %v, date now %q", test.text, err, kept)
			}
		})
	}
}

func TestCaseCount(t *testing.T) {
	texts := make(map[string]bool)
	for _, c := range slices.Concat(acceptedDates, acceptedIntervals, acceptedSets) {
		texts[c.text] = true
	}
	names := make(map[string]bool)
	for _, c := range refused {
		if texts[c.text] {
			t.Errorf("%q stands twice", c.text)
		}
		if names[c.name] {
			t.Errorf("the name %q stands twice", c.name)
		}
		texts[c.text], names[c.name] = true, true
	}
	if len(texts) < 300 {
		t.Errorf("%d cases, want 300 at least", len(texts))
	}
}

func TestParseErrorText(t *testing.T) {
	long := "[" + strings.Repeat("1985,", 1000) + "1985-13]"
	tests := []struct{ name, text, want string }{
		{"in the middle", "1985-13", `edtf: invalid "1985-13": at byte 5 found "13", expected a month 01-12, unspecified digits as X, or a sub-year code 21-41`},
		{"at the end", "1985-04-", `edtf: invalid "1985-04-": at byte 8 found the end of the text, expected a day of that month, two digits, X for an unspecified one`},
		{"shortened", long, `edtf: invalid "[1985,1985,1985,1985,1985,1985,1985,1985,1985,19…": at byte 5006 found "13]", expected a month 01-12, unspecified digits as X, or a sub-year code 21-41`},
		{"quoted", "1985\"\n", `edtf: invalid "1985\"\n": at byte 4 found "\"\n", expected a hyphen, a qualifier, a slash or the end of the text`},
		{"after a day", "1985-04-12x", `edtf: invalid "1985-04-12x": at byte 10 found "x", expected T and a time, a qualifier, a slash or the end of the text`},
		{"after a day that can have no time", "1985-04-12?T10", `edtf: invalid "1985-04-12?T10": at byte 11 found "T10", expected a qualifier, a slash or the end of the text`},
		{"after a season", "1985-21-", `edtf: invalid "1985-21-": at byte 7 found "-", expected no day after a sub-year code`},
		{"after a long year", "Y170000002-", `edtf: invalid "Y170000002-": at byte 10 found "-", expected a qualifier, a slash or the end of the text: this form of a year takes no month`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := edtf.Parse(test.text)
			if err == nil || err.Error() != test.want {
				t.Errorf("error:\n%v\nwant:\n%s", err, test.want)
			}
		})
	}
}

func TestMustParsePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("MustParse did not panic")
		}
	}()
	edtf.MustParse("1985-13")
}

// accepted returns every text of the tables that is accepted.
func accepted() []string {
	var texts []string
	for _, c := range slices.Concat(acceptedDates, acceptedIntervals, acceptedSets) {
		texts = append(texts, c.text)
	}
	return append(texts, typical...)
}

func TestTextRoundTrip(t *testing.T) {
	for _, text := range accepted() {
		t.Run(text, func(t *testing.T) {
			checkRoundTrip(t, edtf.MustParse(text), text)
		})
	}
}

// checkRoundTrip holds what must be so of every date and every text it was
// parsed from.
func checkRoundTrip(t *testing.T, d edtf.Date, text string) {
	t.Helper()
	if d.Source() != text {
		t.Errorf("Source() = %q, want %q", d.Source(), text)
	}
	marshaled, err := d.MarshalText()
	if string(marshaled) != text || err != nil {
		t.Errorf("MarshalText() = %q, %v; want %q", marshaled, err, text)
	}
	var back edtf.Date
	if err := back.UnmarshalText(marshaled); err != nil || !back.Equal(d) || back.Source() != text {
		t.Errorf("%q came back as %q, %v", text, back.Source(), err)
	}
	canonical := d.String()
	again, err := edtf.Parse(canonical)
	if err != nil {
		t.Fatalf("canonical text: %v", err)
	}
	if again.String() != canonical {
		t.Errorf("canonical text %q becomes %q", canonical, again)
	}
	if !again.Equal(d) || !d.Equal(again) || again.Compare(d) != 0 || d.Compare(again) != 0 {
		t.Errorf("%q is not equal to its canonical text %q", text, canonical)
	}
	if again.Level() != d.Level() || again.Kind() != d.Kind() || again.Bounds() != d.Bounds() {
		t.Errorf("%q and its canonical text %q differ in level, kind or bounds", text, canonical)
	}
}

func TestJSON(t *testing.T) {
	type holder struct {
		When edtf.Date `json:"when,omitzero"`
	}
	for _, text := range accepted() {
		data, err := json.Marshal(holder{edtf.MustParse(text)})
		if err != nil {
			t.Fatal(err)
		}
		var back holder
		if err := json.Unmarshal(data, &back); err != nil || back.When.Source() != text {
			t.Errorf("%s came back as %q, %v", data, back.When.Source(), err)
		}
	}
	data, err := json.Marshal(holder{})
	if string(data) != "{}" || err != nil {
		t.Errorf("the zero date gave %s, %v", data, err)
	}
	var back holder
	if err := json.Unmarshal([]byte(`{"when":""}`), &back); err == nil {
		t.Error("an empty text was accepted")
	}
}
