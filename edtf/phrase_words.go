package edtf

import (
	"strings"
	"time"
	"unicode/utf8"
)

// word is one word or number of a phrase.
type word struct {
	text     string // lower case; "-" for every dash
	pos, end int    // bytes of the phrase
	number   int    // -1 when it is none
	digits   int    // written, 0 for a number in words
	ordinal  bool   // "4th", "fourth"
	plural   bool   // "1990s"
	day      Day    // of "2024-08-04"
}

const (
	maxPhrase      = 256 // bytes
	maxPhraseWords = 24
)

// splitWords reads the words of a phrase. Case, commas and the full stop of an
// abbreviation carry no meaning.
func splitWords(s string) ([]word, *ParseError) {
	if len(s) > maxPhrase {
		return nil, refuse(s, maxPhrase, "a phrase of at most 256 bytes")
	}
	var words []word
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == ',' || r == '\u00a0' || r == '\u202f':
			i += size
			continue
		case r == '.' && i > 0 && isLetter(s[i-1]) && (i+1 == len(s) || !isLetter(s[i+1]) && !isDigit(s[i+1])):
			i += size
			continue
		case r == '-' || r == '–' || r == '—' || r == '‑':
			words = append(words, word{text: "-", pos: i, end: i + size, number: -1})
		case isDigit(s[i]):
			w, fail := scanNumeral(s, i)
			if fail != nil {
				return nil, fail
			}
			words = append(words, w)
		case isLetter(s[i]):
			words = append(words, scanWord(s, i))
		default:
			return nil, refuse(s, i, "words, numbers, commas and hyphens")
		}
		i = words[len(words)-1].end
		if len(words) > maxPhraseWords {
			return nil, refuse(s, words[maxPhraseWords].pos, "a phrase of at most 24 words")
		}
	}
	words = joinWords(words)
	if len(words) == 0 {
		return nil, refuse(s, len(s), "a phrase")
	}
	return words, nil
}

func isLetter(c byte) bool { return c|0x20-'a' < 26 }

// scanNumeral reads a number with what is written onto it, or a whole date.
func scanNumeral(s string, start int) (word, *ParseError) {
	i := start
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	w := word{pos: start, digits: i - start}
	if w.digits == 4 && i+6 <= len(s) && s[i] == '-' && s[i+3] == '-' {
		if day, fail := parseDay(s[start : i+6]); fail == nil && (i+6 == len(s) || !isDigit(s[i+6]) && !isLetter(s[i+6])) {
			w.day, w.end, w.number, w.text = day, i+6, -1, s[start:i+6]
			return w, nil
		}
		return w, refuse(s, start, "a day such as 2024-08-04")
	}
	if w.digits > 4 {
		return w, refuse(s, start, "a number of at most four digits")
	}
	for _, c := range []byte(s[start:i]) {
		w.number = w.number*10 + int(c-'0')
	}
	tail := i
	if i < len(s) && s[i] == '\'' {
		i++
	} else if strings.HasPrefix(s[i:], "’") {
		i += len("’")
	}
	letters := i
	for i < len(s) && isLetter(s[i]) {
		i++
	}
	suffix := strings.ToLower(s[letters:i])
	switch {
	case suffix == "s":
		w.plural = true
	case suffix == "" && letters == tail:
	case letters == tail && suffix == ordinalSuffix(w.number):
		w.ordinal = true
	default:
		return w, refuse(s, tail, "a space, "+ordinalSuffix(w.number)+" or s after a number")
	}
	if i < len(s) && (s[i] == ':' || s[i] == '.' && i+1 < len(s) && isDigit(s[i+1])) {
		return w, refuse(s, i, "no time of day and no number with a point")
	}
	if i < len(s) && s[i] == '.' {
		i++
	}
	w.end = i
	w.text = strings.ToLower(s[start:i])
	return w, nil
}

func scanWord(s string, start int) word {
	i := start
	for i < len(s) && isLetter(s[i]) {
		i++
	}
	w := word{text: strings.ToLower(s[start:i]), pos: start, end: i, number: -1}
	if w.text == "q" && i < len(s) && s[i] >= '1' && s[i] <= '4' {
		w.text = "q" + s[i:i+1]
		w.end++
	}
	if n, ok := cardinals[w.text]; ok {
		w.number = n
	} else if n, ok := ordinals[w.text]; ok {
		w.number, w.ordinal = n, true
	}
	return w
}

// joinWords makes one word of "twenty-one", and of "the last" and "the next",
// which are not what "last" and "next" are. It drops other articles and the
// hyphen after "mid".
func joinWords(words []word) []word {
	out := words[:0]
	for i := 0; i < len(words); i++ {
		w := words[i]
		next := func(k int) string {
			if i+k < len(words) {
				return words[i+k].text
			}
			return ""
		}
		switch {
		case w.text == "the" && (next(1) == "last" || next(1) == "next"):
			w.text = "the " + next(1)
			w.end = words[i+1].end
			i++
		case w.text == "the":
			continue
		case w.text == "mid" && next(1) == "-":
			i++
		case w.digits == 0 && !w.ordinal && w.number >= 20 && w.number%10 == 0:
			k := 1
			if next(1) == "-" {
				k = 2
			}
			if i+k < len(words) {
				if ones := words[i+k]; ones.digits == 0 && ones.number >= 1 && ones.number <= 9 {
					w.number += ones.number
					w.ordinal = ones.ordinal
					w.text += "-" + ones.text
					w.end = ones.end
					i += k
				}
			}
		}
		out = append(out, w)
	}
	return out
}

var cardinals = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
	"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
	"fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
	"nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
	"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

var ordinals = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
	"seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11,
	"twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
	"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
	"twentieth": 20, "thirtieth": 30,
}

var weekdayWords = map[string]time.Weekday{
	"monday": time.Monday, "mon": time.Monday,
	"tuesday": time.Tuesday, "tue": time.Tuesday, "tues": time.Tuesday,
	"wednesday": time.Wednesday, "wed": time.Wednesday, "weds": time.Wednesday,
	"thursday": time.Thursday, "thu": time.Thursday, "thur": time.Thursday, "thurs": time.Thursday,
	"friday": time.Friday, "fri": time.Friday,
	"saturday": time.Saturday, "sat": time.Saturday,
	"sunday": time.Sunday, "sun": time.Sunday,
}

// monthWord returns the month a word names, in full, by its first three
// letters or as "Sept", and 0 for every other word.
func monthWord(text string) uint8 {
	for i, name := range monthNames {
		if strings.EqualFold(text, name) || len(text) == 3 && strings.EqualFold(text, name[:3]) {
			return uint8(i + 1)
		}
	}
	if text == "sept" {
		return 9
	}
	return 0
}

// seasonWord returns the code of a season, and 0 for every other word.
func seasonWord(text string) uint8 {
	for i, name := range seasonNames {
		if text == name {
			return codeSpring + uint8(i)
		}
	}
	if text == "fall" {
		return codeSpring + 2
	}
	return 0
}

// unit is a length of time that has a place in the calendar.
type unit uint8

const (
	unitDay unit = iota + 1
	unitWeek
	unitMonth
	unitYear
	unitDecade
)

var unitWords = map[string]unit{
	"day": unitDay, "days": unitDay, "week": unitWeek, "weeks": unitWeek,
	"month": unitMonth, "months": unitMonth, "year": unitYear, "years": unitYear,
	"decade": unitDecade, "decades": unitDecade,
}

// third is a third of a month or a year, roughly that of a week or a decade.
type third uint8

const (
	thirdEarly third = iota + 1
	thirdMid
	thirdLate
)

// thirdWords holds the thirds. A noun takes "of"; an edge also names the first
// or the last day.
var thirdWords = map[string]struct {
	third      third
	noun, edge bool
}{
	"early": {thirdEarly, false, false}, "beginning": {thirdEarly, true, true}, "start": {thirdEarly, true, true},
	"mid": {thirdMid, false, false}, "middle": {thirdMid, true, false},
	"late": {thirdLate, false, false}, "end": {thirdLate, true, true},
}

// whichWords counts from the present week, month or year.
var whichWords = map[string]int64{"last": -1, "this": 0, "next": 1}
