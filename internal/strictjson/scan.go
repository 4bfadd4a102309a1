package strictjson

import (
	"unicode/utf16"
	"unicode/utf8"
)

// scanner reads JSON tokens. Its methods return false when scanning cannot go
// on: after malformed text, or when no further problem can be kept.
type scanner struct {
	collector
	data   []byte
	pos    int
	limits Limits
	depth  int    // how many containers are open
	text   []byte // room for strings with escapes
	nest   []byte // closing brackets that skip waits for
}

func (s *scanner) space() {
	for s.pos < len(s.data) {
		switch s.data[s.pos] {
		case ' ', '\t', '\r', '\n':
			s.pos++
		default:
			return
		}
	}
}

// syntax reports malformed text at the current position.
func (s *scanner) syntax(expected string) bool {
	if s.pos >= len(s.data) {
		s.report(len(s.data), Syntax, "unexpected end of text, expected %s", expected)
		return false
	}
	r, size := utf8.DecodeRune(s.data[s.pos:])
	if r == utf8.RuneError && size == 1 {
		s.report(s.pos, Syntax, "invalid UTF-8 byte %#02x, expected %s", s.data[s.pos], expected)
	} else {
		s.report(s.pos, Syntax, "unexpected %s, expected %s", quote(s.data[s.pos:s.pos+size]), expected)
	}
	return false
}

// punctuation reads c after any space.
func (s *scanner) punctuation(c byte, expected string) bool {
	s.space()
	if s.pos >= len(s.data) || s.data[s.pos] != c {
		return s.syntax(expected)
	}
	s.pos++
	return true
}

// next reads the separator after an element of a container that closer ends,
// and tells whether another element follows.
func (s *scanner) next(closer byte) (more, ok bool) {
	s.space()
	if s.pos < len(s.data) {
		switch s.data[s.pos] {
		case ',':
			comma := s.pos
			s.pos++
			if s.space(); s.pos < len(s.data) && s.data[s.pos] == closer {
				s.report(comma, Syntax, "a comma before %q, expected none after the last element", string(closer))
				return false, false
			}
			return true, true
		case closer:
			s.pos++
			return false, true
		}
	}
	if closer == '}' {
		return false, s.syntax(`"," or "}"`)
	}
	return false, s.syntax(`"," or "]"`)
}

// empty reads an opening bracket and, if it follows at once, its closer.
func (s *scanner) empty(closer byte) bool {
	s.pos++
	s.space()
	if s.pos < len(s.data) && s.data[s.pos] == closer {
		s.pos++
		return true
	}
	return false
}

// string reads a string and returns its text, which stays as it is until the
// next string is read. A string that is well delimited but has a fault of
// encoding or holds a control character is reported once, and sound is false.
func (s *scanner) string() (text []byte, sound, ok bool) {
	if s.pos >= len(s.data) || s.data[s.pos] != '"' {
		return nil, false, s.syntax("a string in double quotes")
	}
	start := s.pos + 1
	ascii := true
	for i := start; i < len(s.data); i++ {
		switch c := s.data[i]; {
		case c == '"':
			s.pos = i + 1
			raw := s.data[start:i]
			if !ascii && !s.encoded(raw, start) {
				return raw, false, !s.more
			}
			return raw, true, true
		case c == '\\':
			return s.escaped(start, i, ascii)
		case c < ' ':
			s.pos = i
			return nil, false, s.syntax(`a string without control characters, closed by a double quote`)
		case c >= utf8.RuneSelf:
			ascii = false
		}
	}
	s.pos = len(s.data)
	return nil, false, s.syntax("a closing double quote")
}

// encoded reports the first byte of raw that is not UTF-8, if any.
func (s *scanner) encoded(raw []byte, offset int) bool {
	if utf8.Valid(raw) {
		return true
	}
	i := 0
	for {
		r, size := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		i += size
	}
	s.report(offset+i, Syntax, "invalid UTF-8 byte %#02x in a string, expected UTF-8", raw[i])
	return false
}

// escaped is string from the first backslash, at i, on.
func (s *scanner) escaped(start, i int, ascii bool) (text []byte, sound, ok bool) {
	s.text = append(s.text[:0], s.data[start:i]...)
	fault, faultAt := "", 0
	note := func(at int, what string) {
		if fault == "" {
			fault, faultAt = what, at
		}
	}
	for i < len(s.data) {
		c := s.data[i]
		switch {
		case c == '"':
			s.pos = i + 1
			if !ascii && !s.encoded(s.data[start:i], start) {
				return s.text, false, !s.more
			}
			if fault != "" {
				return s.text, false, s.report(faultAt, kindOfFault(fault), "%s", fault)
			}
			return s.text, true, true
		case c < ' ':
			s.pos = i
			return nil, false, s.syntax(`a string without control characters, closed by a double quote`)
		case c != '\\':
			if c >= utf8.RuneSelf {
				ascii = false
			}
			s.text = append(s.text, c)
			i++
			continue
		}
		r, size := escape(s.data[i:])
		if size <= 0 {
			s.pos = i - size + 1
			return nil, false, s.syntax(`one of the escapes \" \\ \/ \b \f \n \r \t \u0000 … \uffff`)
		}
		if utf16.IsSurrogate(r) {
			low, lowSize := escape(s.data[min(i+size, len(s.data)):])
			if pair := utf16.DecodeRune(r, low); lowSize > 0 && pair != utf8.RuneError {
				r, size = pair, size+lowSize
			} else {
				note(i, faultSurrogate)
				r = utf8.RuneError
			}
		} else if r < ' ' && r != '\t' && r != '\n' && r != '\r' {
			note(i, faultControl)
		}
		s.text = utf8.AppendRune(s.text, r)
		i += size
	}
	s.pos = len(s.data)
	return nil, false, s.syntax("a closing double quote")
}

const (
	faultSurrogate = "lone surrogate escape in a string, expected a pair of them"
	faultControl   = "escaped control character in a string, expected no others than tab, line feed and carriage return"
)

func kindOfFault(fault string) Kind {
	if fault == faultSurrogate {
		return Syntax
	}
	return BadValue
}

// escape decodes the escape that b begins with and returns its length in
// bytes. For malformed ones it returns minus the number of sound bytes after
// the backslash.
func escape(b []byte) (r rune, size int) {
	if len(b) < 2 || b[0] != '\\' {
		return 0, 0
	}
	switch b[1] {
	case '"', '\\', '/':
		return rune(b[1]), 2
	case 'b':
		return '\b', 2
	case 'f':
		return '\f', 2
	case 'n':
		return '\n', 2
	case 'r':
		return '\r', 2
	case 't':
		return '\t', 2
	case 'u':
		for i := 2; i < 6; i++ {
			if i >= len(b) || hexDigit(b[i]) < 0 {
				return 0, 1 - i
			}
			r = r<<4 | rune(hexDigit(b[i]))
		}
		return r, 6
	}
	return 0, 0
}

func hexDigit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// number reads a number; whole tells that it has no fraction and no exponent.
func (s *scanner) number() (text []byte, whole, ok bool) {
	start := s.pos
	if s.pos < len(s.data) && s.data[s.pos] == '-' {
		s.pos++
	}
	if s.pos < len(s.data) && s.data[s.pos] == '0' {
		s.pos++
		if s.pos < len(s.data) && isDigit(s.data[s.pos]) {
			return nil, false, s.syntax("a number without leading zeros")
		}
	} else if !s.digits() {
		return nil, false, s.syntax("a digit")
	}
	whole = true
	if s.pos < len(s.data) && s.data[s.pos] == '.' {
		whole = false
		s.pos++
		if !s.digits() {
			return nil, false, s.syntax("a digit after the decimal point")
		}
	}
	if s.pos < len(s.data) && (s.data[s.pos] == 'e' || s.data[s.pos] == 'E') {
		whole = false
		s.pos++
		if s.pos < len(s.data) && (s.data[s.pos] == '+' || s.data[s.pos] == '-') {
			s.pos++
		}
		if !s.digits() {
			return nil, false, s.syntax("a digit in the exponent")
		}
	}
	return s.data[start:s.pos], whole, true
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// digits reads at least one digit.
func (s *scanner) digits() bool {
	start := s.pos
	for s.pos < len(s.data) && isDigit(s.data[s.pos]) {
		s.pos++
	}
	return s.pos > start
}

// literal reads word.
func (s *scanner) literal(word string) bool {
	for i := range len(word) {
		if s.pos >= len(s.data) || s.data[s.pos] != word[i] {
			return s.syntax("the word " + quote(word))
		}
		s.pos++
	}
	return true
}

// token is what a value begins like.
type token uint8

const (
	noValue token = iota
	object
	array
	text
	number
	boolean
	null
)

var tokenNouns = [...]string{"no value", "an object", "an array", "a string", "a number", "a boolean", "null"}

func (t token) String() string { return tokenNouns[t] }

// token tells what the value at hand begins like, without reading it.
func (s *scanner) token() token {
	if s.pos >= len(s.data) {
		return noValue
	}
	switch c := s.data[s.pos]; {
	case c == '"':
		return text
	case c == '{':
		return object
	case c == '[':
		return array
	case c == '-' || isDigit(c):
		return number
	case c == 't' || c == 'f':
		return boolean
	case c == 'n':
		return null
	}
	return noValue
}

// skip reads a value of any form without keeping it, and without recursion.
// It reports malformed text, faults in strings, and once each the first
// container too deep and the first string too long.
func (s *scanner) skip() bool {
	s.nest = s.nest[:0]
	var told skipTold
	for {
		s.space()
		opened, ok := s.skipToken(&told)
		if !ok {
			return false
		}
		if !opened {
			if ok := s.skipClosers(); !ok || len(s.nest) == 0 {
				return ok
			}
		}
		if s.nest[len(s.nest)-1] == '}' && !s.skipKey() {
			return false
		}
	}
}

// skipTold is what has been reported once of a skipped value.
type skipTold struct{ deep, long bool }

// skipToken reads a value, or the opening of one that is not empty.
func (s *scanner) skipToken(told *skipTold) (opened, ok bool) {
	switch s.token() {
	case object:
		return s.skipOpening('}', told)
	case array:
		return s.skipOpening(']', told)
	case text:
		start := s.pos
		text, _, ok := s.string()
		if ok && len(text) > s.limits.StringBytes && !told.long {
			told.long = true
			ok = s.tooLong(start, len(text))
		}
		return false, ok
	case number:
		_, _, ok := s.number()
		return false, ok
	case boolean:
		_, ok := s.boolean()
		return false, ok
	case null:
		return false, s.literal("null")
	}
	return false, s.syntax("a value")
}

// skipOpening reads an opening bracket, and at once the closer of an empty
// container.
func (s *scanner) skipOpening(closer byte, told *skipTold) (opened, ok bool) {
	if s.depth+len(s.nest) >= s.limits.Depth && !told.deep {
		told.deep = true
		if !s.tooDeep() {
			return false, false
		}
	}
	if s.empty(closer) {
		return false, true
	}
	s.nest = append(s.nest, closer)
	return true, true
}

// skipClosers reads what follows a value: the closers of all containers that
// end with it, and the comma before the next value.
func (s *scanner) skipClosers() bool {
	for len(s.nest) > 0 {
		more, ok := s.next(s.nest[len(s.nest)-1])
		if !ok || more {
			return ok
		}
		s.nest = s.nest[:len(s.nest)-1]
	}
	return true
}

// skipKey reads a key and its colon.
func (s *scanner) skipKey() bool {
	s.space()
	if _, _, ok := s.string(); !ok {
		return false
	}
	return s.punctuation(':', `":"`)
}

func (s *scanner) boolean() (value, ok bool) {
	if s.data[s.pos] == 't' {
		return true, s.literal("true")
	}
	return false, s.literal("false")
}

func (s *scanner) tooDeep() bool {
	return s.report(s.pos, OverLimit, "nested deeper than %d arrays and objects", s.limits.Depth)
}

func (s *scanner) tooLong(offset, length int) bool {
	return s.report(offset, OverLimit, "a string of %d bytes, expected at most %d", length, s.limits.StringBytes)
}
