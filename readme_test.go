package dispute_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The README's program is the package example, and what it says the program
// prints is the example's checked output.
func TestREADMEProgramIsTheExample(t *testing.T) {
	readme := read(t, "README.md")
	example := read(t, "example_test.go")

	program := between(t, readme, "func main() {\n", "\n}\n```")
	body := between(t, example, "func Example() {\n", "\n\t// Output:\n")
	if diff := cmp.Diff(body, program); diff != "" {
		t.Errorf("program (-example +README):\n%s", diff)
	}

	printed := between(t, readme, "```text\n", "\n```")
	output := between(t, example, "\t// Output:\n", "\n}\n")
	output = regexp.MustCompile(`(?m)^\t// ?`).ReplaceAllString(output, "")
	if diff := cmp.Diff(output, printed); diff != "" {
		t.Errorf("output (-example +README):\n%s", diff)
	}
}

// Every file and test that the README points at is there.
func TestREADMEPointsAtWhatIsThere(t *testing.T) {
	readme := read(t, "README.md")
	paths := regexp.MustCompile("`([a-z0-9_]+(?:/[a-z0-9_.]+)*(?:\\.go|\\.md|\\.json|/))`").FindAllStringSubmatch(readme, -1)
	if len(paths) < 20 {
		t.Fatalf("only %d paths found in the README", len(paths))
	}
	for _, m := range paths {
		if _, err := os.Stat(m[1]); err != nil {
			t.Errorf("the README points at %q: %v", m[1], err)
		}
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// between returns what lies between the first occurrence of from and the next
// one of to.
func between(t *testing.T, text, from, to string) string {
	t.Helper()
	_, rest, ok := strings.Cut(text, from)
	if !ok {
		t.Fatalf("no %q", from)
	}
	inside, _, ok := strings.Cut(rest, to)
	if !ok {
		t.Fatalf("no %q after %q", to, from)
	}
	return inside
}
