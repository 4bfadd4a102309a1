package dispute_test

import (
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Every test that LAWS.md names is there, every law names one, and every test
// of a law is named.
func TestLawsPageNamesTheTests(t *testing.T) {
	declared := map[string]bool{}
	function := regexp.MustCompile(`(?m)^func (Test\w+)\(`)
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(name, "_test.go") {
			for _, m := range function.FindAllStringSubmatch(read(t, name), -1) {
				declared[m[1]] = true
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	page := read(t, "LAWS.md")
	named := map[string]bool{}
	for _, m := range regexp.MustCompile("`(Test\\w+)`").FindAllStringSubmatch(page, -1) {
		named[m[1]] = true
		if !declared[m[1]] {
			t.Errorf("LAWS.md names %s, which is no test", m[1])
		}
	}
	for name := range declared {
		if strings.HasPrefix(name, "TestLaw") && name != t.Name() && !named[name] {
			t.Errorf("LAWS.md does not name %s", name)
		}
	}
	law := regexp.MustCompile(`(?m)^\*\*`)
	if starts := law.FindAllStringIndex(page, -1); len(starts) < 14 {
		t.Errorf("LAWS.md has %d laws, want all of DESIGN §6", len(starts))
	} else {
		for i, at := range starts {
			end := len(page)
			if i+1 < len(starts) {
				end = starts[i+1][0]
			}
			if text := page[at[0]:end]; !strings.Contains(text, "\nHeld by `Test") {
				t.Errorf("no test holds this law: %s", text)
			}
		}
	}
}
