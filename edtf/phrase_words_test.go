package edtf_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/dispute-go/dispute/edtf"
)

// expectSame reports when two phrases do not stand for the same date.
func expectSame(t *testing.T, phrase, other string) {
	t.Helper()
	want, err := edtf.ParsePhrase(other, conventionAnchor)
	if err != nil {
		t.Fatal(err)
	}
	expectAt(t, phrase, conventionAnchor, want.Date.String())
}

// TestPhraseNumberWords compares every number in words with its digits.
func TestPhraseNumberWords(t *testing.T) {
	// In their order: the place of a word is its number.
	ones := strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	tens := strings.Fields("- - twenty thirty forty fifty sixty seventy eighty ninety")
	for n := 1; n < 100; n++ {
		spellings := []string{""}
		switch {
		case n < 20:
			spellings[0] = ones[n]
		case n%10 == 0:
			spellings[0] = tens[n/10]
		default:
			spellings = []string{tens[n/10] + "-" + ones[n%10], tens[n/10] + " " + ones[n%10]}
		}
		for _, words := range spellings {
			expectSame(t, words+" days ago", fmt.Sprintf("%d days ago", n))
			expectSame(t, "In "+strings.ToUpper(words)+" years", fmt.Sprintf("in %d years", n))
		}
	}

	days := strings.Fields(`- first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
		fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second
		twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first`)
	suffixes := strings.Fields("th st nd rd th th th th th th")
	for n := 1; n <= 31; n++ {
		suffix := suffixes[n%10]
		if n/10 == 1 {
			suffix = "th"
		}
		written := fmt.Sprintf("%d%s", n, suffix)
		expectAt(t, "the "+days[n]+" of July", conventionAnchor, fmt.Sprintf("2024-07-%02d", n))
		expectAt(t, "July "+written, conventionAnchor, fmt.Sprintf("2024-07-%02d", n))
		expectSame(t, "on the "+days[n], "on the "+written)
		expectAt(t, "the "+written+" century", conventionAnchor, fmt.Sprintf("[%04d..%04d]", n*100-99, n*100))
		for _, wrong := range suffixes[:4] {
			if wrong == suffix {
				continue
			}
			if got, err := edtf.ParsePhrase(fmt.Sprintf("%d%s July", n, wrong), conventionAnchor); err == nil {
				t.Errorf("%d%s July = %s, want an error", n, wrong, got.Date)
			}
		}
	}
}

// TestPhraseShortNames compares the short names of months and weekdays with
// the full ones.
func TestPhraseShortNames(t *testing.T) {
	for m := time.January; m <= time.December; m++ {
		for _, short := range []string{m.String()[:3], m.String()[:3] + ".", strings.ToUpper(m.String()[:3])} {
			expectSame(t, short+" 4, 2023", m.String()+" 4, 2023")
			expectSame(t, "since "+short, "since "+m.String())
		}
	}
	expectSame(t, "Sept. 4, 2023", "4 September 2023")
	for w := time.Sunday; w <= time.Saturday; w++ {
		expectSame(t, w.String()[:3]+".", w.String())
	}
	for short, full := range map[string]string{"Tues": "Tuesday", "Weds": "Wednesday", "Thur": "Thursday", "Thurs": "Thursday"} {
		expectSame(t, "last "+short+".", "last "+full)
	}
}
