package cases

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

const folder = "../../../testdata/cases"

// record reads a record of testdata/cases and lets the edits change it.
func record(t testing.TB, name string, edits ...func(*dispute.Record)) dispute.Record {
	t.Helper()
	f, err := os.Open(filepath.Join(folder, name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := dispute.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	for _, edit := range edits {
		edit(&r)
	}
	return r
}

// seen is [disputetest.View] of a record of testdata/cases through the zero lens.
func seen(t testing.TB, name string, edits ...func(*dispute.Record)) *dispute.View {
	t.Helper()
	return disputetest.View(t, record(t, name, edits...), dispute.Lens{})
}

var day = edtf.MustParseDay

// stands checks the label and the pair of a claim.
func stands(t testing.TB, v *dispute.View, c dispute.ClaimID, want dispute.Label, for_, against int) {
	t.Helper()
	same(t, v.Status(c), want, for_, against)
}

// occurred checks the label and the pair of an event's occurrence.
func occurred(t testing.TB, v *dispute.View, e dispute.EventID, want dispute.Label, for_, against int) {
	t.Helper()
	same(t, v.EventStatus(e), want, for_, against)
}

func same(t testing.TB, s dispute.Status, want dispute.Label, for_, against int) {
	t.Helper()
	if s.Label != want || s.For.Level != for_ || s.Against.Level != against {
		t.Errorf("%s%s is %s (%d,%d), want %s (%d,%d)\n%s", s.Claim, s.Event, s.Label, s.For.Level, s.Against.Level, want, for_, against, s)
	}
}

// Every record has a test named after it: smaller-toll-admitted has
// TestSmallerTollAdmitted.
func TestEveryCaseHasItsTest(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	tests, err := filepath.Glob("*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, name := range tests {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?m)^func (Test\w+)`).FindAllSubmatch(text, -1) {
			names = append(names, string(m[1]))
		}
	}
	for _, file := range files {
		want := "Test"
		for word := range strings.SplitSeq(strings.TrimSuffix(filepath.Base(file), ".json"), "-") {
			want += strings.ToUpper(word[:1]) + word[1:]
		}
		if !slices.Contains(names, want) {
			t.Errorf("%s has no %s", filepath.Base(file), want)
		}
	}
}
