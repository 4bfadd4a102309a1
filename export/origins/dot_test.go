package origins

import "testing"

func TestQuote(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"plain words", "the letter of Mali", `"the letter of Mali"`},
		{"quotation marks", `say "no"`, `"say \"no\""`},
		{"an end of the string", `"];evil[label="x`, `"\"];evil[label=\"x"`},
		{"a backslash at the end", `x\`, `"x\\"`},
		{"an escape sequence of labels", `\N \G \l`, `"\\N \\G \\l"`},
		{"an entity", "&lt;b&gt;", `"&amp;lt;b&amp;gt;"`},
		{"a label in HTML", "<b>x</b>", `"<b>x</b>"`},
		{"two lines", "a\nb", `"a\nb"`},
		{"control characters", "a\x00\r\tb", `"a   b"`},
		{"nothing", "", `""`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := quote(c.text); got != c.want {
				t.Errorf("quote(%q) = %s, want %s", c.text, got, c.want)
			}
		})
	}
}
