package edtf_test

import (
	"errors"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/dispute-go/dispute/edtf"
)

// FuzzPhrase reads any text on any day. What is read has an EDTF text that
// Parse reads back, words, and does not change with case, commas and articles;
// what is not read says where.
func FuzzPhrase(f *testing.F) {
	for _, c := range edtf.Conventions() {
		f.Add(c.Example, conventionAnchor.Number())
	}
	for _, seed := range []string{
		"", "soon", "until Friday", "between 2012 and", "2024-08-04", "the 2000s", "July–August 2023", "c. 44 BC",
		"4 August 2024 at 15:00", "Juli\x80", "the the last the next", "mid-", "twenty-", "twenty-first century BCE",
		"between between May and June and July", "July 30th to 2nd 2023", "- - -", "1990's", "4’th", "Q4 Q1",
	} {
		f.Add(seed, int64(0))
	}
	for _, name := range corpusKinds(f) {
		for _, row := range readCorpus(f, name) {
			f.Add(row.phrase, row.anchor.Number())
		}
	}
	for _, phrase := range hostilePhrases {
		f.Add(phrase, int64(0))
	}
	f.Add("tomorrow", edtf.MustParseDay("9999-12-31").Number())
	f.Add("three decades ago", edtf.MustParseDay("-9999-01-01").Number())
	f.Fuzz(func(t *testing.T, text string, number int64) {
		checkPhrase(t, text, edtf.DayFromNumber(number))
	})
}

// TestPhraseSpliced reads phrases made of pieces of two of the corpus, which come
// to more wordings that almost fit than bytes at random do.
func TestPhraseSpliced(t *testing.T) {
	var phrases [][]string
	for _, kind := range corpusKinds(t) {
		for _, row := range readCorpus(t, kind) {
			phrases = append(phrases, strings.Fields(row.phrase))
		}
	}
	r := rand.New(rand.NewPCG(*slowSeed, 16))
	accepted := 0
	for range *slowPhrases {
		a, b := phrases[r.IntN(len(phrases))], phrases[r.IntN(len(phrases))]
		i, j, k := r.IntN(len(a)+1), r.IntN(len(b)), r.IntN(len(b)+1)
		words := slices.Concat(a[:i], b[j:max(j, k)], a[min(i+r.IntN(2), len(a)):])
		if checkPhrase(t, strings.Join(words, " "), conventionAnchor.AddDays(r.Int64N(1000))) {
			accepted++
		}
	}
	if t.Logf("%d of %d accepted", accepted, *slowPhrases); accepted == 0 {
		t.Error("no phrase was accepted")
	}
}

// checkPhrase expects of any text what holds of all phrases and their errors, and
// reports whether it was accepted.
func checkPhrase(t *testing.T, text string, anchor edtf.Day) bool {
	t.Helper()
	got, err := edtf.ParsePhrase(text, anchor)
	if err != nil {
		if fail, ok := errors.AsType[*edtf.ParseError](err); ok {
			if fail.Pos < 0 || fail.Pos > len(text) || fail.Input != text || fail.Expected == "" {
				t.Errorf("error %#v", fail)
			}
		} else if open, ok := errors.AsType[*edtf.AmbiguousError](err); ok {
			if open.Text != text || open.Readings[0].Equal(open.Readings[1]) || open.Readings[0].IsZero() || open.Readings[1].IsZero() {
				t.Errorf("error %#v", open)
			}
		} else if !errors.Is(err, edtf.ErrNoAnchor) {
			t.Errorf("error %v, want a *ParseError, an *AmbiguousError or ErrNoAnchor", err)
		}
		if err.Error() == "" || got != (edtf.Phrase{}) {
			t.Errorf("phrase %v with error %v", got, err)
		}
		return false
	}
	if got.Text != text || got.Anchor != anchor {
		t.Errorf("kept %q, %s; want %q, %s", got.Text, got.Anchor, text, anchor)
	}
	again, err := edtf.Parse(got.Date.String())
	if err != nil || !again.Equal(got.Date) {
		t.Errorf("%q = %s, which reads as %s, %v", text, got.Date, again, err)
	}
	if got.Date.English() == "" {
		t.Errorf("%q = %s without words", text, got.Date)
	}
	if repeated, err := edtf.ParsePhrase(text, anchor); err != nil || !repeated.Equal(got) {
		t.Errorf("%q = %v, then %v, %v", text, got, repeated, err)
	}
	checkSides(t, text, anchor, got)
	if len(text) > 100 {
		return true
	}
	for _, change := range []func(string) string{
		strings.ToUpper,
		func(s string) string { return "The " + s },
		func(s string) string { return strings.ReplaceAll(s, " ", "  ") + ", " },
	} {
		changed := change(text)
		// "The last" and "the next" are words of their own.
		if first := strings.Trim(strings.ToLower(text), " ,;()\t\r\n\u00a0\u202f"); changed != text && strings.HasPrefix(changed, "The") &&
			(strings.HasPrefix(first, "last") || strings.HasPrefix(first, "next")) {
			continue
		}
		other, err := edtf.ParsePhrase(changed, anchor)
		if err != nil && strings.Contains(err.Error(), "of at most") {
			continue
		}
		if err != nil && strings.HasPrefix(changed, "The") && startsWithNumber.MatchString(text) {
			continue // "the three days after 4 August" are no day
		}
		if err != nil || !other.Date.Equal(got.Date) {
			t.Errorf("%q = %s, but %q = %s, %v", text, got.Date, changed, other.Date, err)
		}
	}
	return true
}

var startsWithNumber = regexp.MustCompile(`(?i)^[^a-z0-9]*([0-9]|one|two|thr|fo|fi|six|sev|eig|nin|ten|ele|twe|thi)`)

// checkSides expects that what is read without a choice of side is the nearest,
// and what is read with the past or the future, unless two limits differ in it.
func checkSides(t *testing.T, text string, anchor edtf.Day, got edtf.Phrase) {
	t.Helper()
	with := func(side edtf.Side) edtf.Date {
		p, err := edtf.ParsePhraseWith(text, anchor, edtf.PhraseOptions{Side: side})
		if err != nil && side == edtf.SideNearest {
			t.Errorf("%q on %s = %s, but with side %d: %v", text, anchor, got.Date, side, err)
		}
		return p.Date
	}
	if nearest := with(edtf.SideNearest); !nearest.Equal(got.Date) {
		t.Errorf("%q on %s = %s, but the nearest is %s", text, anchor, got.Date, nearest)
	}
	past, future := with(edtf.SidePast), with(edtf.SideFuture)
	if !past.Equal(got.Date) && !future.Equal(got.Date) && !strings.Contains(strings.ToLower(text), "ending") {
		t.Errorf("%q on %s = %s, but the past one is %s and the future one %s", text, anchor, got.Date, past, future)
	}
}
