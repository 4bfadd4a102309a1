package edtf

import (
	"strings"
	"unicode/utf8"
)

// word is one word or number of a phrase.
type word struct {
	lexeme
	text     string // lower case; "-" for every dash that is kept
	literal  literal
	pos, end int   // bytes of the phrase
	digits   uint8 // written, 0 for a number in words
	comma    bool  // a comma or semicolon stands before it
	the      bool  // "the" stands before it
	date     part  // of classWritten
	days     int64 // that it lasts when it is a week; else 0
	second   int32 // of classClock
	shift    int32 // its minutes ahead of UTC
	zoned    bool
}

func (w *word) is(c class) bool { return w.class&c != 0 }

const (
	maxPhrase      = 256 // bytes
	maxPhraseWords = 24
)

// scanner reads the words of a phrase. Case, articles, brackets and the full
// stop of an abbreviation carry no meaning.
type scanner struct {
	text  string
	order DateOrder
	words []word
	comma bool
	the   bool
}

// scan reads all words, or says where the text stops being words.
func (s *scanner) scan() error {
	if len(s.text) > maxPhrase {
		return refuse(s.text, maxPhrase, "a phrase of at most 256 bytes")
	}
	for i := 0; i < len(s.text); {
		r, size := utf8.DecodeRuneInString(s.text[i:])
		end, err := i+size, error(nil)
		switch {
		case strings.ContainsRune(" \t\n\r\u00a0\u202f", r):
		case strings.ContainsRune(",;()", r):
			s.comma = true
		case r == '.' && i > 0 && isLetter(s.text[i-1]) && (end == len(s.text) || !isLetter(s.text[end])):
		case r == '-' || r == '‑' || r == '–' || r == '—':
			s.scanDash(i, end, r)
		case isDigit(s.text[i]), (r == '\'' || r == '’' || r == '‘') && end < len(s.text) && isDigit(s.text[end]):
			end, err = s.scanNumeral(i)
		case isLetter(s.text[i]):
			end = s.scanWord(i)
		default:
			return refuse(s.text, i, "words, numbers, commas and hyphens")
		}
		if err != nil {
			return err
		}
		i = end
		if len(s.words) > maxPhraseWords {
			return refuse(s.text, s.words[maxPhraseWords].pos, "a phrase of at most 24 words")
		}
	}
	if len(s.words) == 0 {
		return refuse(s.text, len(s.text), "a phrase")
	}
	for i := range s.words {
		s.words[i].literal = literals[s.words[i].text]
	}
	return nil
}

// add appends a word.
func (s *scanner) add(w word) {
	w.comma, w.the = s.comma, s.the
	s.comma, s.the = false, false
	s.words = append(s.words, w)
}

func (s *scanner) last() *word {
	if len(s.words) == 0 {
		return &word{}
	}
	return &s.words[len(s.words)-1]
}

// scanDash keeps a dash that can stand between two dates; the others, as in
// "mid-July", stand for a space.
func (s *scanner) scanDash(i, end int, r rune) {
	spaced := i > 0 && s.text[i-1] == ' ' || end < len(s.text) && s.text[end] == ' '
	const dated = classNumeral | classOrdinal | classMonth | classWeekday | classSeason | classDecade | classWritten | classQuarter | classEra | classPlural
	if spaced || r == '–' || r == '—' || s.last().is(dated) && s.last().text != "second" {
		s.add(word{text: "-", pos: i, end: end})
	}
}

func isLetter(c byte) bool { return c|0x20-'a' < 26 }

// lettersEnd returns the index after the letters from i on.
func lettersEnd(s string, i int) int {
	for i < len(s) && isLetter(s[i]) {
		i++
	}
	return i
}

// scanWord reads a word of letters, and an abbreviation of single letters as
// one word. It drops "'s".
func (s *scanner) scanWord(start int) (end int) {
	t := s.text
	end = lettersEnd(t, start)
	text := strings.ToLower(t[start:end])
	for len(text) == (end-start+1)/2 && end+1 < len(t) && t[end] == '.' && isLetter(t[end+1]) && lettersEnd(t, end+1) == end+2 {
		text += strings.ToLower(t[end+1 : end+2])
		end += 2
	}
	if (text == "q" || text == "h") && end < len(t) && isDigit(t[end]) {
		text += t[end : end+1]
		end++
	}
	if (text == "utc" || text == "gmt") && s.last().is(classClock) {
		return s.scanZone(end)
	}
	w := word{text: text, lexeme: lexicon[text], pos: start, end: end}
	for _, mark := range []string{"'", "’"} {
		if rest, ok := strings.CutPrefix(t[end:], mark); ok {
			switch suffix := strings.ToLower(rest[:lettersEnd(rest, 0)]); {
			case suffix == "s", suffix == "" && strings.HasSuffix(text, "s"):
				end += len(mark) + len(suffix)
			case text == "o" && suffix == "clock":
				w.text = "o'clock"
				end += len(mark) + len(suffix)
			}
		}
	}
	w.end = end
	s.place(w)
	return end
}

// place appends a word, or makes one word of it and those before: of
// "twenty-one", of "the last" and "the next", which are not what "last" and
// "next" are, and of "3 p.m.".
func (s *scanner) place(w word) {
	before := s.last()
	switch {
	case w.text == "the":
		s.the = true
		return
	case s.the && (w.text == "last" || w.text == "next"):
		w.text = "the " + w.text
	case w.is(classCardinal|classOrdinal) && w.digits == 0 && w.value < 10 && before.class == classCardinal && before.digits == 0 && before.value >= 20 && before.value%10 == 0 && !s.comma:
		before.value += w.value
		before.class, before.text, before.end = w.class, before.text+"-"+w.text, w.end
		return
	case (w.text == "am" || w.text == "pm") && before.is(classNumeral|classClock) && before.setHalfDay(w.text):
		before.end = w.end
		return
	case w.text == "o'clock" && before.is(classNumeral) && before.value <= 24:
		before.class, before.second, before.end = classClock, int32(before.value)*3600, w.end
		return
	}
	s.add(w)
}

// setHalfDay makes a clock time of a number before "a.m." or "p.m.".
func (w *word) setHalfDay(half string) bool {
	if w.is(classNumeral) {
		if w.class != classNumeral|classCardinal || w.value > 12 || w.digits > 2 {
			return false
		}
		w.second = int32(w.value) * 3600
	}
	hour := w.second / 3600
	if hour == 0 || hour > 12 {
		return false
	}
	w.class = classClock
	if hour == 12 {
		w.second -= 12 * 3600
	}
	if half == "pm" {
		w.second += 12 * 3600
	}
	return true
}

// leapSecond is the value of a clock time in the second after it.
const leapSecond = 1

// scanZone reads the shift after "UTC", such as "+04:30".
func (s *scanner) scanZone(i int) (end int) {
	w := s.last()
	w.zoned = true
	if i < len(s.text) && (s.text[i] == '+' || s.text[i] == '-') {
		if f := readFigures(s.text, i+1); f.count == 2 && f.mark[0] == ':' && f.digits[0] == 2 && f.digits[1] == 2 && f.value[1] < 60 {
			w.shift = int32(f.value[0]*60 + f.value[1])
			if s.text[i] == '-' {
				w.shift = -w.shift
			}
			i = f.end
		}
	}
	w.end = i
	return i
}
