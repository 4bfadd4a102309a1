package edtf

import (
	"strings"
	"unicode/utf8"
)

// figures are up to three runs of digits with single marks between them.
type figures struct {
	value, digits [3]int
	mark          [2]byte
	count, end    int
}

func readFigures(t string, i int) figures {
	var f figures
	for f.count < len(f.value) {
		start := i
		for i < len(t) && isDigit(t[i]) {
			f.value[f.count] = min(f.value[f.count]*10+int(t[i]-'0'), 1_000_000)
			i++
		}
		f.digits[f.count], f.end = i-start, i
		f.count++
		if f.count == len(f.value) || i+1 >= len(t) || !strings.ContainsRune("-/.:", rune(t[i])) || !isDigit(t[i+1]) {
			break
		}
		f.mark[f.count-1] = t[i]
		i++
	}
	return f
}

// scanNumeral reads a number with what is written onto it, or a whole date or
// time in figures.
func (s *scanner) scanNumeral(start int) (end int, err error) {
	t, i := s.text, start
	if !isDigit(t[i]) { // an apostrophe
		_, size := utf8.DecodeRuneInString(t[i:])
		i += size
	}
	f := readFigures(t, i)
	w := word{pos: start, end: f.end, lexeme: lexeme{class: classWritten}}
	year, mark := f.digits[0] == 4, f.mark[0]
	switch sameMarks := f.count < 3 || f.mark[1] == mark; {
	case year && isWeek(t[i+4:]):
		return s.scanWeek(i)
	case f.count == 3 && year && mark != ':' && sameMarks && f.digits[1] <= 2 && f.digits[2] <= 2:
		return f.end, s.addDay(w, f.value[0], f.value[1], f.value[2])
	case f.count == 3 && f.digits[2] == 4 && mark != ':' && sameMarks && f.digits[0] <= 2 && f.digits[1] <= 2:
		return f.end, s.addInOrder(w, f)
	case f.count >= 2 && mark == ':' && sameMarks, f.count == 2 && mark == '.' && isHalfDay(t[f.end:]):
		return f.end, s.addClock(w, f)
	case f.count == 2 && mark == '-' && year && f.digits[1] == 3:
		if length := 365 + int(monthLength(2, isLeap(int64(f.value[0])))) - 28; f.value[1] < 1 || f.value[1] > length {
			return 0, refuse(t, i, "a year and a day of it, 001 to 366")
		}
		w.date = partOf(Day{int64(f.value[0]), 1, 1}.AddDays(int64(f.value[1]) - 1))
		s.add(w)
		return f.end, nil
	case f.count == 2 && year && (mark == '-' && f.digits[1] == 2 || mark == '/' && (f.digits[1] == 2 || f.digits[1] == 4)):
		return f.end, s.addMonthOrYears(w, f)
	case f.count == 2 && mark == '/' && f.digits[0] <= 2 && (f.digits[1] <= 2 || f.digits[1] == 4):
		return f.end, s.addDayOrMonth(w, f)
	case f.count > 1 && (mark == '.' || mark == '/' || mark == ':'):
		return 0, refuse(t, i, "a day such as 2024-08-04 or 4 August 2024")
	case f.digits[0] > 4:
		return 0, refuse(t, i, "a number of at most four digits")
	}
	return s.scanNumber(start, i, f)
}

func isHalfDay(rest string) bool {
	rest = strings.ToLower(strings.TrimLeft(rest, " \u00a0"))
	return strings.HasPrefix(rest, "am") || strings.HasPrefix(rest, "pm") || strings.HasPrefix(rest, "a.m") || strings.HasPrefix(rest, "p.m")
}

// scanNumber reads one number and its suffix.
func (s *scanner) scanNumber(start, i int, f figures) (end int, err error) {
	t := s.text
	end = i + f.digits[0]
	w := word{pos: start, digits: uint8(f.digits[0]), lexeme: lexeme{classCardinal | classNumeral, f.value[0]}}
	tail := end
	if rest := strings.TrimPrefix(strings.TrimPrefix(t[tail:], "'"), "’"); len(rest) > 0 && rest[0]|0x20 == 's' {
		tail = len(t) - len(rest)
	}
	letters := lettersEnd(t, tail)
	switch suffix := strings.ToLower(t[tail:letters]); {
	case suffix == "s" && (w.digits == 4 || w.digits == 2) && w.value%10 == 0:
		w.class, end = classDecade|classPlural|classNumeral, letters
	case i > start:
		return 0, refuse(t, start, "a decade such as '80s")
	case suffix == "", suffix == "am", suffix == "pm", suffix == "a" || suffix == "p", suffix == "bc", suffix == "bce", suffix == "ad", suffix == "ce":
	case tail == end && suffix == ordinalSuffix(w.value):
		w.class, end = classOrdinal|classNumeral, letters
	default:
		return 0, refuse(t, end, "a space, "+ordinalSuffix(w.value)+" or s after a number")
	}
	w.end, w.text = end, t[i:end]
	s.add(w)
	return end, nil
}

func (s *scanner) addDay(w word, year, month, day int) error {
	w.date = partOf(Day{int64(year), uint8(month), uint8(day)})
	if month < 1 || month > 12 || day < 1 || day > int(monthLengthIn(int64(year), uint8(month))) {
		return refuse(s.text, w.pos, "a day such as 2024-08-04 or 4 August 2024")
	}
	s.add(w)
	return nil
}

// addInOrder reads a date of numbers that ends with the year.
func (s *scanner) addInOrder(w word, f figures) error {
	day, month := f.value[0], f.value[1]
	switch {
	case s.order == OrderMonthDay, s.order == OrderUnstated && month > 12 && day <= 12:
		day, month = month, day
	case s.order == OrderUnstated && day <= 12 && day != month:
		one, other := w, w
		if s.addDay(one, f.value[2], month, day) == nil && s.addDay(other, f.value[2], day, month) == nil {
			a, b := s.words[len(s.words)-2].date, s.words[len(s.words)-1].date
			return &AmbiguousError{s.text, [2]Date{FromDay(a.exactDay()), FromDay(b.exactDay())}, "write the month as a word, or state the order of day and month"}
		}
		return refuse(s.text, w.pos, "a day such as 2024-08-04 or 4 August 2024")
	}
	return s.addDay(w, f.value[2], month, day)
}

// addDayOrMonth reads "21/8", a day without its year, and "8/2024", a month.
func (s *scanner) addDayOrMonth(w word, f figures) error {
	day, month := f.value[0], f.value[1]
	switch {
	case f.digits[1] == 4 && day >= 1 && day <= 12:
		w.date = monthPart(int64(month), uint8(day))
		s.add(w)
		return nil
	case s.order == OrderMonthDay, s.order == OrderUnstated && month > 12 && day <= 12:
		day, month = month, day
	case s.order == OrderUnstated && day <= 12 && day != month:
		return refuse(s.text, w.pos, "the month as a word, or the order of day and month: it may be either, or the name of an event")
	}
	if f.digits[1] == 4 || month < 1 || month > 12 {
		return refuse(s.text, w.pos, "a day such as 2024-08-04 or 4 August 2024")
	}
	w.digits, w.lexeme = 2, lexeme{classCardinal | classNumeral, day}
	s.add(w)
	w.digits, w.lexeme = 0, lexeme{classMonth, month}
	s.add(w)
	return nil
}

func (s *scanner) addClock(w word, f figures) error {
	if f.value[0] > 24 || f.value[1] > 59 || f.value[2] > 59 && f.value[2] != 60 || f.digits[1] != 2 || f.value[0] == 24 && f.value[1] > 0 {
		return refuse(s.text, w.pos, "a time of day such as 15:00")
	}
	w.class, w.second = classClock, int32(f.value[0]*3600+f.value[1]*60+f.value[2])
	if f.value[2] == 60 {
		w.second--
		w.value = leapSecond
	}
	s.add(w)
	return nil
}

// addMonthOrYears reads "2024-08", a month, and "2023-24" or "2023/2024", two
// years in a row.
func (s *scanner) addMonthOrYears(w word, f figures) error {
	first, second := f.value[0], f.value[1]
	month := f.mark[0] == '-' && second >= 1 && second <= 12
	for _, w := range s.words {
		month = month && !w.is(classSeason)
	}
	if f.digits[1] == 2 {
		second += first / 100 * 100
		if second <= first && !month {
			second += 100
		}
	}
	years := second > first
	switch {
	case month && years:
		a, _ := Span(Day{int64(first), 1, 1}, Day{int64(second), 12, 31})
		a.start, a.end = yearPart(int64(first)), yearPart(int64(second))
		return &AmbiguousError{s.text, [2]Date{{start: monthPart(int64(first), uint8(f.value[1])), kind: KindDate}, a}, "write the month as a word, or the second year in full"}
	case month:
		w.date = monthPart(int64(first), uint8(f.value[1]))
		s.add(w)
		return nil
	case !years:
		return refuse(s.text, w.pos, "a month such as 2024-08, or two years in a row")
	}
	year := word{pos: w.pos, end: w.pos + 4, digits: 4, lexeme: lexeme{classCardinal | classNumeral, first}}
	s.add(year)
	s.add(word{text: string(f.mark[:1]), pos: year.end, end: year.end + 1})
	year.pos, year.end, year.value = year.end+1, w.end, second
	s.add(year)
	return nil
}

// isWeek reports whether a week follows on a year.
func isWeek(rest string) bool {
	rest = strings.TrimPrefix(rest, "-")
	return len(rest) > 1 && rest[0]|0x20 == 'w' && isDigit(rest[1])
}

// scanWeek reads a week of ISO 8601, 2024-W34, or a day of it, 2024-W34-3.
func (s *scanner) scanWeek(start int) (end int, err error) {
	t, i := s.text, start+5
	if t[start+4] == '-' {
		i++
	}
	f := readFigures(t, i)
	year := int64(t[start]-'0')*1000 + int64(t[start+1]-'0')*100 + int64(t[start+2]-'0')*10 + int64(t[start+3]-'0')
	monday := weekOf(Day{year, 1, 4}).AddDays(7 * int64(f.value[0]-1))
	if f.digits[0] != 2 || f.value[0] < 1 || monday.AddDays(3).year != year || f.count > 1 && (f.mark[0] != '-' || f.digits[1] != 1 || f.value[1] < 1 || f.value[1] > 7 || f.count > 2) {
		return 0, refuse(t, start, "a week such as 2024-W34, or a day of it, 2024-W34-3")
	}
	w := word{pos: start, end: f.end, lexeme: lexeme{class: classWritten}, days: 7, date: partOf(monday)}
	if f.count == 2 {
		w.days, w.date = 0, partOf(monday.AddDays(int64(f.value[1]-1)))
	}
	s.add(w)
	return f.end, nil
}
