package edtf_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/edtf"
)

// conventionAnchor is the Wednesday on which the examples of the conventions
// are read.
var conventionAnchor = edtf.MustParseDay("2024-08-21")

func TestConventionExamples(t *testing.T) {
	for _, c := range edtf.Conventions() {
		t.Run(c.Pattern, func(t *testing.T) {
			got, err := edtf.ParsePhrase(c.Example, conventionAnchor)
			if err != nil {
				t.Fatalf("ParsePhrase(%q): %v", c.Example, err)
			}
			if got.Date.String() != c.Date {
				t.Errorf("%q = %s, want %s", c.Example, got.Date, c.Date)
			}
			// A convention that serves inside others is found by those.
			if got.Pattern != c.Pattern && c.Pattern != "end of day" && !strings.Contains(c.Meaning, "beside a date") {
				t.Errorf("%q is read by %q", c.Example, got.Pattern)
			}
		})
	}
}

// TestConventionsDocumented expects the table in the documentation to be the
// table in use.
func TestConventionsDocumented(t *testing.T) {
	source, err := os.ReadFile("phrase_conventions.go")
	if err != nil {
		t.Fatal(err)
	}
	_, table, found := strings.Cut(string(source), "2024:\n//\n")
	table, _, ok := strings.Cut(table, "func Conventions")
	if !found || !ok {
		t.Fatal("no table in the documentation of Conventions")
	}
	var want strings.Builder
	for _, c := range edtf.Conventions() {
		fmt.Fprintf(&want, "//\t%s\n//\t    %q = %s: %s\n", c.Pattern, c.Example, c.Date, c.Meaning)
	}
	if diff := cmp.Diff(want.String(), table); diff != "" {
		t.Errorf("documentation (-want +got):\n%s", diff)
	}
}
