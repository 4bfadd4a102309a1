package program

import (
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
)

func TestMarkdown(t *testing.T) {
	for text, want := range map[string]string{
		"plain, (in brackets) [1] x-y": "plain, (in brackets) [1] x-y",
		"## a heading\n\n<script>":     `\## a heading  \<script\>`,
		"- a bullet":                   `\- a bullet`,
		"12. a list":                   `12\. a list`,
		"[a link](http://x) | [b]: c":  `[a link]\(http://x) \| [b]\: c`,
		"*bold* _it_ `code` &amp; ~x~": "\\*bold\\* \\_it\\_ \\`code\\` \\&amp; \\~x\\~",
		"line\u2028separator\tand\x00": "line separator and ",
	} {
		if got := Markdown(text); got != want {
			t.Errorf("Markdown(%q) = %q, want %q", text, got, want)
		}
	}
}

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

func TestScopeAndUpper(t *testing.T) {
	if got := Scope(dispute.Lens{}); got != "Everything on file" {
		t.Errorf("Scope = %q", got)
	}
	if got := Upper("état") + Upper(""); got != "État" {
		t.Errorf("Upper = %q", got)
	}
}
