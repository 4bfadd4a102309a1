package dispute

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/dispute-go/dispute/edtf"
)

// inWords is a word of a vocabulary as sentences have it: "armed group".
func inWords(word fmt.Stringer) string { return strings.ReplaceAll(word.String(), "-", " ") }

// listWords joins words as a sentence does: "a, b and c".
func listWords(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

func upperFirst(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}

const (
	unknownSpeaker      = "an unknown speaker"
	confidentialSpeaker = "a confidential speaker"
)

// dateWords says when something was, with the preposition it takes, and without
// more precision than is known. What only an approximate, uncertain or spread
// out date says is quoted as what is given.
func dateWords(d edtf.Date) string {
	text := d.English()
	switch qualified := strings.ContainsAny(d.String(), "?~%"); {
	case strings.HasPrefix(text, "one of "):
		return "on " + text
	case qualified || d.Kind() == edtf.KindInterval || d.Kind() == edtf.KindAllOf:
		return "at a time given as “" + text + "”"
	}
	b := d.Bounds()
	return edtf.Range{First: b.EarliestStart, Last: b.LatestStart}.English()
}
