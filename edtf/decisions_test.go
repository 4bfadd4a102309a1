package edtf_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/dispute-go/dispute/edtf"
)

// TestDecisions tries the texts in the table of decisions of the README.
func TestDecisions(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	quoted := regexp.MustCompile("`[^`]*`")
	rows := 0
	for line := range strings.Lines(string(readme)) {
		columns := strings.Split(strings.TrimSpace(line), " | ")
		if len(columns) != 5 || !regexp.MustCompile(`^\| \d+$`).MatchString(columns[0]) {
			continue
		}
		rows++
		for i, valid := range map[int]bool{3: true, 4: false} {
			texts := quoted.FindAllString(columns[i], -1)
			if len(texts) == 0 {
				t.Errorf("row %s has no text in column %d", columns[0], i)
			}
			for _, text := range texts {
				text = strings.Trim(text, "`")
				if _, err := edtf.Parse(text); (err == nil) != valid {
					t.Errorf("row %s: Parse(%q): %v, want valid: %v", columns[0], text, err, valid)
				}
			}
		}
	}
	if rows != 24 {
		t.Errorf("%d rows, want 24", rows)
	}
}
