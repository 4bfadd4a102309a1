package conformance

import (
	"os"
	"os/exec"
	"testing"
)

// TestEditor has the language service of an editor look at the schema; see
// editor/check.mjs.
func TestEditor(t *testing.T) {
	if _, err := os.Stat("editor/node_modules"); err != nil {
		t.Skip("the language service is not installed; npm ci in editor/ does that, as .ci/run does")
	}
	check := exec.Command("node", "check.mjs", "../../schema.json", "../../testdata/record/full.json", "../../sahel2024/record.json")
	check.Dir = "editor"
	if out, err := check.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
