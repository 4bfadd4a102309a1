package briefing

import (
	"strings"
	"unicode/utf8"
)

// How long a text on the screen is at most.
const (
	mostWords = 42  // of one text
	nameWords = 14  // of a name or a title
	wordRunes = 24  // of a word, where one is longer than any that people use
	ellipsis  = "…" // what was cut
)

// clip cuts a text after so many words, where a clause ends if there is such a
// place in the last third, and words that are no words.
func clip(text string, words int) string {
	fields := strings.Fields(text)
	for i, f := range fields {
		if utf8.RuneCountInString(f) > 2*wordRunes {
			fields[i] = string([]rune(f)[:wordRunes]) + ellipsis
		}
	}
	if len(fields) <= words {
		return strings.Join(fields, " ")
	}
	end := words
	for n := words; n > words*2/3; n-- {
		if strings.HasSuffix(fields[n-1], ",") || strings.HasSuffix(fields[n-1], ";") {
			end = n
			break
		}
	}
	return strings.Join(fields[:end], " ") + " " + ellipsis
}

// lowerFirst puts the first letter of a phrase in lower case.
func lowerFirst(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToLower(s[:n]) + s[n:]
}
