package edtf_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/dispute-go/dispute/edtf"
)

// addTexts seeds a fuzz target with every text of the tables.
func addTexts(f *testing.F, add func(string)) {
	for _, text := range accepted() {
		add(text)
	}
	for _, c := range refused {
		add(c.text)
	}
}

// FuzzParse looks for a text that panics, that is refused without a place, or
// that is accepted and breaks what holds of every date.
func FuzzParse(f *testing.F) {
	addTexts(f, func(s string) { f.Add(s) })
	f.Fuzz(func(t *testing.T, text string) {
		d, err := edtf.Parse(text)
		if err != nil {
			fail, ok := errors.AsType[*edtf.ParseError](err)
			if !ok || !d.IsZero() || fail.Input != text || fail.Pos < 0 || fail.Pos > len(text) || fail.Expected == "" || fail.Error() == "" {
				t.Errorf("Parse(%q) = %q, %#v", text, d, err)
			}
			return
		}
		checkRoundTrip(t, d, text)
		checkDate(t, d)
		if strings.ContainsAny(text, " \t\nabcdefghijklmnopqrstuvwxyz") {
			t.Errorf("Parse accepted %q", text)
		}
	})
}

// checkDate holds what must be so of the meaning of every date.
func checkDate(t *testing.T, d edtf.Date) {
	t.Helper()
	if d.IsZero() || d.Level() < 0 || d.Level() > 2 {
		t.Errorf("%q: zero %v, level %d", d, d.IsZero(), d.Level())
	}
	for _, o := range []edtf.Options{
		{},
		{Reading: edtf.ReadingExtent},
		{Hemisphere: edtf.HemisphereSouth},
		{Seasons: edtf.SeasonsQuarter},
		{Padding: edtf.Padding{Years: 3, Months: 5, Days: 400}},
	} {
		b := d.BoundsWith(o)
		if !inOrder(b) || b.Relations(b) == 0 {
			t.Errorf("%q with %+v: bounds %v are reversed", d, o, boundTexts(b))
		}
	}
	b := d.Bounds()
	const enough = 1000
	count := 0
	var last edtf.Range
	for r := range d.StartRanges() {
		if count == 0 && r.First != b.EarliestStart {
			t.Errorf("%q: starts begin with %v, earliest start is %v", d, r, b.EarliestStart)
		}
		if r.First.Compare(r.Last) > 0 || count > 0 && last.Last.Day().AddDays(1).Compare(r.First.Day()) >= 0 {
			t.Errorf("%q: starts %v after %v", d, r, last)
		}
		last = r
		if count++; count == enough {
			break
		}
	}
	if count < enough && last.Last != b.LatestStart {
		t.Errorf("%q: starts end with %v, latest start is %v", d, last, b.LatestStart)
	}
}

// FuzzRelations looks for two texts whose relations break a law.
func FuzzRelations(f *testing.F) {
	texts := accepted()
	for i, text := range texts {
		f.Add(text, texts[(i*7+3)%len(texts)])
	}
	f.Fuzz(func(t *testing.T, first, second string) {
		if len(first)+len(second) > 64 {
			return // unspecified digits in many members take long to enumerate
		}
		a, err := edtf.Parse(first)
		if err != nil {
			return
		}
		b, err := edtf.Parse(second)
		if err != nil {
			return
		}
		relations := a.Relations(b)
		if relations.Converse() != b.Relations(a) {
			t.Errorf("%q and %q: %s, the other way round %s", a, b, relations, b.Relations(a))
		}
		if wide := a.Bounds().Relations(b.Bounds()); relations&^wide != 0 {
			t.Errorf("%q and %q: %s, by their bounds only %s", a, b, relations, wide)
		}
		if a.Before(b) == edtf.TruthTrue && relations&^edtf.RelationsOf(edtf.RelationBefore, edtf.RelationMeets) != 0 {
			t.Errorf("%q is before %q, but they may stand in %s", a, b, relations)
		}
		if a.Before(b) == edtf.TruthTrue && a.After(b) != edtf.TruthFalse && relations != 0 {
			t.Errorf("%q is before %q, but perhaps after", a, b)
		}
		if got, ok := a.Bounds().Intersect(b.Bounds()); ok {
			if back, _ := b.Bounds().Intersect(a.Bounds()); got != back && a.Bounds() != b.Bounds() {
				t.Errorf("%q and %q: the intersection depends on the order: %v, %v", a, b, boundTexts(got), boundTexts(back))
			}
		}
	})
}

// FuzzParseDay looks for a day that does not come back from its text.
func FuzzParseDay(f *testing.F) {
	for _, s := range []string{"", "2024-08-07", "-0044-03-15", "170000002-01-01", "9223372036854775807-12-31", "-9223372036854775808-01-01", "2023-02-29", "-0000-01-01"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := edtf.ParseDay(text)
		if err != nil {
			fail, ok := errors.AsType[*edtf.ParseError](err)
			if !ok || !d.IsZero() || fail.Pos < 0 || fail.Pos > len(text) || fail.Error() == "" {
				t.Errorf("ParseDay(%q) = %q, %#v", text, d, err)
			}
			return
		}
		if d.String() != text {
			t.Errorf("ParseDay(%q) prints as %q", text, d)
		}
		if again, err := edtf.NewDay(d.Year(), d.Month(), d.DayOfMonth()); err != nil || again != d {
			t.Errorf("NewDay gives %q, %v for %q", again, err, d)
		}
		next := d.AddDays(1)
		if next != d && (next.AddDays(-1) != d || next.Compare(d) != 1 || next.Weekday() != (d.Weekday()+1)%7) {
			t.Errorf("after %q comes %q", d, next)
		}
		if n := d.Number(); n > -1<<62 && n < 1<<62 && edtf.DayFromNumber(n) != d {
			t.Errorf("%q has number %d, which is %q", d, n, edtf.DayFromNumber(n))
		}
	})
}

// FuzzEnglish looks for a date whose words do not stand for it when they are
// read back, although its kind should.
func FuzzEnglish(f *testing.F) {
	addTexts(f, func(s string) { f.Add(s) })
	for _, row := range englishTable(f) {
		f.Add(row.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if d, err := edtf.Parse(text); err == nil {
			checkReadsBack(t, d, conventionAnchor)
		}
	})
}
