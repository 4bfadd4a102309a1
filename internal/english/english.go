// Package english joins and counts words as sentences do.
package english

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Words is a word of a vocabulary as sentences have it: "armed group" for
// "armed-group".
func Words(word string) string { return strings.ReplaceAll(word, "-", " ") }

// List joins words as a sentence does: "a, b and c".
func List(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// Count says how many there are of what a regular noun names: "1 origin", "2
// origins".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// UpperFirst puts the first letter of a sentence in upper case.
func UpperFirst(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}
