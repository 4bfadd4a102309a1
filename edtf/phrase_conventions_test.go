package edtf_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/edtf"
)

var updatePhrases = flag.Bool("updatephrases", false, "write the table of PHRASES.md")

// conventionAnchor is the Wednesday on which the examples of the conventions
// are read.
var conventionAnchor = edtf.MustParseDay("2024-08-21")

const tableMark = "<!-- The table below is made from Conventions. -->\n"

// conventionTable writes the conventions as tables, one for each kind.
func conventionTable() string {
	var b strings.Builder
	kind := ""
	for _, c := range edtf.Conventions() {
		if c.Kind != kind {
			kind = c.Kind
			fmt.Fprintf(&b, "\n## %s%s\n\n| Wording | Stands for | Example | Date |\n|---|---|---|---|\n", strings.ToUpper(kind[:1]), kind[1:])
		}
		pattern := strings.ReplaceAll(c.Pattern, "|", "\\|")
		fmt.Fprintf(&b, "| `%s` | %s | %s | `%s` |\n", pattern, c.Meaning, c.Example, c.Date)
	}
	return b.String()
}

// TestConventionsDocumented expects the table in PHRASES.md to be the table in
// use. Run it with -updatephrases to write the file.
func TestConventionsDocumented(t *testing.T) {
	page, err := os.ReadFile("PHRASES.md")
	if err != nil {
		t.Fatal(err)
	}
	head, table, found := strings.Cut(string(page), tableMark)
	if !found {
		t.Fatal("no mark before the table of PHRASES.md")
	}
	want := conventionTable()
	if *updatePhrases {
		if err := os.WriteFile("PHRASES.md", []byte(head+tableMark+want), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if diff := cmp.Diff(want, table); diff != "" {
		t.Errorf("table (-want +got):\n%s", diff)
	}
	// The text above explains every name in braces.
	for _, c := range edtf.Conventions() {
		for _, field := range strings.FieldsFunc(c.Pattern, func(r rune) bool { return strings.ContainsRune(" []|", r) }) {
			if strings.HasPrefix(field, "{") && !strings.Contains(head, "`"+field+"`") {
				t.Errorf("%s is not explained in PHRASES.md", field)
			}
		}
	}
}
