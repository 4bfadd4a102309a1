package program

import (
	"bytes"
	"flag"
	"io"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
)

func TestLoad(t *testing.T) {
	if r, err := Load("", nil); err != nil || len(r.Events) == 0 {
		t.Errorf("the embedded record: %d events, %v", len(r.Events), err)
	}
	if r, err := Load("-", strings.NewReader(`{"format":"dispute/1","title":"T"}`)); err != nil || r.Title != "T" {
		t.Errorf("from the standard input: %q, %v", r.Title, err)
	}
	if _, err := Load("no-such-file", nil); err == nil || !strings.Contains(err.Error(), "no-such-file") {
		t.Errorf("a file that is not there: %v", err)
	}
}

func TestFinish(t *testing.T) {
	flags := flag.NewFlagSet("program", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	for _, c := range []struct {
		name           string
		err            error
		status         int
		stdout, stderr string
	}{
		{"an answer", nil, 0, "answer", ""},
		{"help", Parse(flags, []string{"-help"}), 0, "", ""},
		{"wrong flags", Parse(flags, []string{"-no-such-flag"}), 2, "", ""},
		{"wrong arguments", Wrongf("%d days", 3), 2, "", "3 days\n"},
		{"no record", io.ErrUnexpectedEOF, 1, "", "unexpected EOF\n"},
	} {
		var stdout, stderr bytes.Buffer
		status := Finish("answer", c.err, &stdout, &stderr)
		if status != c.status || stdout.String() != c.stdout || stderr.String() != c.stderr {
			t.Errorf("%s: status %d, %q, %q, want %d, %q, %q", c.name, status, &stdout, &stderr, c.status, c.stdout, c.stderr)
		}
	}
}

func TestScope(t *testing.T) {
	if got := Scope(dispute.Lens{}); got != "Everything on file" {
		t.Errorf("Scope = %q", got)
	}
}
