package markup_test

import (
	"testing"

	"github.com/dispute-go/dispute/internal/markup"
)

func TestMarkdown(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"plain words", "Mali's note of 4 August (2024), no. 1", "Mali's note of 4 August (2024), no. 1"},
		{"a number of origins", "for: [1] Mali, [2] Niger", "for: [1] Mali, [2] Niger"},
		{"a tag", "<script>x</script>", `\<script\>x\</script\>`},
		{"a link", "[here](javascript:x)", `[here]\(javascript:x)`},
		{"a link's definition", "[here]: x", `[here]\: x`},
		{"emphasis and code", "**a** _b_ `c` ~~d~~", "\\*\\*a\\*\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~"},
		{"an entity", "&lt;", `\&lt;`},
		{"a table", "a|b", `a\|b`},
		{"an escape", `\*`, `\\\*`},
		{"several lines", "a\n\n# b\r\tc\u2028d", "a  # b  c d"},
		{"a heading", "# a", `\# a`},
		{"a heading between breaks", "\n# a\x00", `\# a`},
		{"a bullet", "- a", `\- a`},
		{"a numbered list", "12. a", `12\. a`},
		{"a sum of money", "12 a.", "12 a."},
		{"code by indentation", "    a", "a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := markup.Markdown(c.text); got != c.want {
				t.Errorf("Markdown(%q) = %q, want %q", c.text, got, c.want)
			}
		})
	}
}

func TestCell(t *testing.T) {
	for _, c := range []struct{ name, cell, want string }{
		{"plain words", "the letter", "the letter"},
		{"nothing", "", ""},
		{"a formula", `=HYPERLINK("x")`, `'=HYPERLINK("x")`},
		{"a sum", "+1", "'+1"},
		{"a difference", "-1", "'-1"},
		{"a function", "@SUM(A1)", "'@SUM(A1)"},
		{"a tab", "\t=1", "'\t=1"},
		{"a carriage return", "\r=1", "'\r=1"},
		{"a line feed", "\n=1", "'\n=1"},
		{"a full-width formula", "＝1", "'＝1"},
		{"a formula inside", "a=1", "a=1"},
		{"an apostrophe", "'=1", "'=1"},
		{"a number", "0", "0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := markup.Cell(c.cell); got != c.want {
				t.Errorf("Cell(%q) = %q, want %q", c.cell, got, c.want)
			}
		})
	}
}
