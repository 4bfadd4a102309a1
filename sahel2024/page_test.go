package sahel2024_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/sahel2024"
)

// DOSSIER.md names items and tests by their names; all of them are there.
func TestThePageNamesWhatIsThere(t *testing.T) {
	page, err := os.ReadFile("DOSSIER.md")
	if err != nil {
		t.Fatal(err)
	}
	there := map[string]bool{"x": true, "record.json": true}
	each(sahel2024.Record(), func(own dispute.Ref, _ any) { there[own.ID] = true })
	files, _ := filepath.Glob("*_test.go")
	var tests strings.Builder
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		tests.Write(text)
	}
	items, functions := 0, 0
	for _, m := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(string(page), -1) {
		switch name := m[1]; {
		case strings.HasPrefix(name, "Test"):
			functions++
			if !strings.Contains(tests.String(), "func "+name+"(") {
				t.Errorf("the page names %q, which is no test", name)
			}
		case regexp.MustCompile(`^[a-z0-9-]+-[a-z0-9-]+$`).MatchString(name):
			items++
			if !there[name] {
				t.Errorf("the page names %q, which is no item", name)
			}
		}
		for _, call := range regexp.MustCompile(`"([^"]+)"`).FindAllStringSubmatch(m[1], -1) {
			if !there[call[1]] {
				t.Errorf("the page asks about %q, which is no item", call[1])
			}
		}
	}
	if items < 50 || functions < 7 {
		t.Errorf("the page names %d items and %d tests, want at least 50 and 7", items, functions)
	}
}
