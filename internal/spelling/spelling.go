// Package spelling compares names without regard to case, accents and spacing.
package spelling

import (
	"strings"
	"unicode"
)

// Fold returns a name in the form in which spellings of it are alike: small
// letters, Latin ones without their marks, dashes and runs of white space as one
// space, and no marks of quotation. Names that fold alike are spelled alike, such
// as "Côte d’Ivoire" and "COTE D'IVOIRE". Other scripts keep their letters.
func Fold(name string) string {
	var b strings.Builder
	space := false
	for _, r := range name {
		switch {
		case unicode.Is(unicode.Mn, r): // a combining mark
			continue
		case r == '\'' || r == '’' || r == 'ʼ' || r == '"' || r == '“' || r == '”' || r == '.':
			continue
		case unicode.IsSpace(r) || unicode.Is(unicode.Pd, r):
			space = b.Len() > 0
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		r = unicode.ToLower(r)
		if plain, ok := plainLetters[r]; ok {
			b.WriteString(plain)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// plainLetters are the letters without their marks, by small Latin letter: those of
// Unicode's Latin-1 Supplement, Latin Extended-A, and the further ones of Romanian,
// Vietnamese, Azerbaijani and Pinyin.
var plainLetters = func() map[rune]string {
	letters := map[rune]string{}
	for plain, marked := range map[string]string{
		"a": "àáâãäåāăąǎạảấầẩẫậắằẳẵặ", "ae": "æ", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęěẹẻẽếềểễệə",
		"g": "ĝğġģ", "h": "ĥħ", "i": "ìíîïĩīĭįıǐỉị", "ij": "ĳ", "j": "ĵ", "k": "ķĸ", "l": "ĺļľŀł",
		"n": "ñńņňŉŋ", "o": "òóôõöøōŏőǒơọỏốồổỗộớờởỡợ", "oe": "œ", "r": "ŕŗř", "s": "śŝşšșſ", "ss": "ß",
		"t": "ţťŧț", "th": "þ", "u": "ùúûüũūŭůűųǔưụủứừửữự", "w": "ŵ", "y": "ýÿŷỳỵỷỹ", "z": "źżž",
	} {
		for _, r := range marked {
			letters[r] = plain
		}
	}
	return letters
}()

// Distance returns the number of letters to be put in, left out, replaced or, beside
// each other, swapped to make one text of the other, or limit where that takes as
// many or more. Its cost is the length of b times that of a, or the limit if that is less.
func Distance(a, b string, limit int) int {
	from, to := []rune(a), []rune(b)
	if d := len(from) - len(to); d >= limit || -d >= limit {
		return limit
	}
	rows := [3][]int{make([]int, len(to)+1), make([]int, len(to)+1), make([]int, len(to)+1)}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := range from {
		before, last, row := rows[(i+2)%3], rows[i%3], rows[(i+1)%3]
		row[0] = i + 1
		least := row[0]
		for j := range to {
			replaced := last[j]
			if from[i] != to[j] {
				replaced++
			}
			row[j+1] = min(replaced, row[j]+1, last[j+1]+1)
			if i > 0 && j > 0 && from[i] == to[j-1] && from[i-1] == to[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
			least = min(least, row[j+1])
		}
		if least > limit { // what is swapped looks two rows back
			return limit
		}
	}
	return min(rows[len(from)%3][len(to)], limit)
}

// mostSlips is how many slips of the pen a word can have and still be known.
const mostSlips = 5

// Nearest returns the word that is least far from a text, the first of several, and
// false where none is at most a third of its letters and five of them away. The cost is
// near-linear in the letters of the words.
func Nearest(text string, words []string) (string, bool) {
	best, least := "", min(len([]rune(text))/3, mostSlips)+1
	for _, w := range words {
		if d := Distance(text, w, least); d < least {
			best, least = w, d
		}
	}
	return best, best != ""
}
