package edtf

import (
	"strings"
	"unicode/utf8"
)

// word is one word or number of a phrase.
type word struct {
	lexeme
	literal  literal
	text     string // lower case; "-" for every dash that is kept
	pos, end int    // bytes of the phrase
	digits   int    // written, 0 for a number in words
	comma    bool   // a comma or semicolon stands before it
	the      bool   // an article stands before it
	date     part   // of classWritten
	week     bool   // that begins with date
	second   int32  // of classClock
	shift    int16  // of a time, in minutes ahead of UTC
	zoned    bool
	leap     bool // the leap second after second
}

func (w *word) is(c class) bool { return w.class&c != 0 }

const maxPhrase, maxPhraseWords = 256, 24 // bytes and words

// scanner reads the words of a phrase. Case, articles, brackets and the full
// stop of an abbreviation carry no meaning.
type scanner struct {
	text  string
	order DateOrder
	year  int64 // of the anchor
	words []word
	comma bool // since the last word
	the   bool
}

// scan reads all words, or says where the text stops being words.
func (s *scanner) scan() error {
	if len(s.text) > maxPhrase {
		return refuse(s.text, maxPhrase, "a phrase of at most 256 bytes")
	}
	s.words = make([]word, 0, 5)
	for i := 0; i < len(s.text); {
		r, size := utf8.DecodeRuneInString(s.text[i:])
		end, err := i+size, error(nil)
		switch {
		case strings.ContainsRune(" \t\n\r\u00a0\u202f", r):
		case strings.ContainsRune(",;()", r):
			s.comma = true
		case r == '.' && i > 0 && (isDigit(s.text[i-1]) && strings.Trim(s.text[end:], " \t\n\r\u00a0\u202f,;()") == "" || isLetter(s.text[i-1]) && (end == len(s.text) || !isLetter(s.text[end]))):
		case strings.ContainsRune("-‑–—", r):
			s.scanDash(i, end, r)
		case isDigit(s.text[i]), strings.ContainsRune("'’‘", r) && end < len(s.text) && isDigit(s.text[end]):
			end, err = s.scanNumeral(i)
		case isLetter(s.text[i]):
			end = s.scanWord(i)
		default:
			return refuse(s.text, i, "words, numbers, commas and hyphens")
		}
		if err != nil {
			return err
		}
		if len(s.words) > maxPhraseWords {
			return refuse(s.text, i, "a phrase of at most 24 words")
		}
		i = end
	}
	if len(s.words) == 0 {
		return refuse(s.text, len(s.text), "a phrase")
	}
	for i := range s.words {
		w := &s.words[i]
		if w.literal = literals[w.text]; w.class == 0 && w.literal == 0 {
			return refuse(s.text, w.pos, "a word of a date; the name of a holiday or an event is none: write its date")
		}
	}
	return nil
}

// add appends a word.
func (s *scanner) add(w word) {
	w.comma, w.the = s.comma, s.the
	s.comma, s.the = false, false
	s.words = append(s.words, w)
}

// last returns the last word; before the first one, a word that is nothing.
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
	if spaced || r == '–' || r == '—' || len(s.words) == 0 || s.last().is(classDated) {
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

// cutApostrophe returns s without an apostrophe at its start.
func cutApostrophe(s string) (rest string, found bool) {
	r, size := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune("'’‘", r) {
		return s, false
	}
	return s[size:], true
}

// scanWord reads a word of letters, and an abbreviation of single letters as
// one word. It drops "'s".
func (s *scanner) scanWord(start int) (end int) {
	t := s.text
	end = lettersEnd(t, start)
	text := strings.ToLower(t[start:end])
	for 2*len(text) == end-start+1 && end+1 < len(t) && t[end] == '.' && lettersEnd(t, end+1) == end+2 {
		text += strings.ToLower(t[end+1 : end+2])
		end += 2
	}
	if (text == "q" || text == "h") && end < len(t) && isDigit(t[end]) {
		text += t[end : end+1]
		end++
	}
	if rest, found := cutApostrophe(t[end:]); found {
		after := lettersEnd(rest, 0)
		suffix := strings.ToLower(rest[:after])
		if text == "o" && suffix == "clock" {
			text, suffix = "oclock", "s"
		}
		if suffix == "s" || suffix == "" && strings.HasSuffix(text, "s") {
			end = len(t) - len(rest) + after
		}
	}
	return s.place(word{text: text, lexeme: lexicon[text], pos: start, end: end})
}

// place appends a word, or makes one word of it and the one before: of
// "twenty-one", of "the last" and "the next", which are not what "last" and
// "next" are, and of "3 p.m." and "15:00 UTC".
func (s *scanner) place(w word) (end int) {
	before := s.last()
	switch {
	case w.text == "the":
		s.the = true
		return w.end
	case s.the && (w.text == "last" || w.text == "next"):
		w.text = "the " + w.text
		w.lexeme = lexicon[w.text]
	case before.class == classCardinal && before.value >= 20 && before.value%10 == 0 && !s.comma &&
		(w.class == classCardinal || w.class == classOrdinal) && w.value < 10:
		before.value += w.value
		before.class, before.text, before.end = w.class, before.text+"-"+w.text, w.end
		return w.end
	case (w.text == "am" || w.text == "pm" || w.text == "oclock") && before.setClock(w.text),
		(w.text == "utc" || w.text == "gmt") && s.setZone(before, &w):
		before.end = w.end
		return w.end
	}
	s.add(w)
	return w.end
}

// setClock makes a time of a number before "a.m.", "p.m." or "o'clock".
func (w *word) setClock(half string) bool {
	if w.isPlain() && w.digits <= 2 {
		w.second = int32(w.value) * 3600
	} else if !w.is(classClock) {
		return false
	}
	switch hour := w.second / 3600; {
	case hour > 24 || half != "oclock" && (hour == 0 || hour > 12):
		return false
	case half == "am" && hour == 12:
		w.second -= 12 * 3600
	case half == "pm" && hour < 12:
		w.second += 12 * 3600
	}
	w.class = classClock
	return true
}

// setZone puts a time, of which "at 1500" is one, into the zone that the word
// "UTC" begins.
func (s *scanner) setZone(w, zone *word) bool {
	k := len(s.words) - 2
	if n := w.value; w.isPlain() && w.digits == 4 && n/100 < 24 && n%100 < 60 && k >= 0 && s.words[k].text == "at" {
		w.class, w.second = classClock, int32(n/100*60+n%100)*60
	}
	w.zoned = w.is(classClock)
	i, text := zone.end, s.text
	if w.zoned && i < len(text) && (text[i] == '+' || text[i] == '-') {
		if f := readFigures(text, i+1); f.shape() == "2:2" && f.value[1] < 60 {
			w.shift = int16(f.value[0]*60 + f.value[1])
			if text[i] == '-' {
				w.shift = -w.shift
			}
			zone.end = f.end
		}
	}
	return w.zoned
}
