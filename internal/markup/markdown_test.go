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
