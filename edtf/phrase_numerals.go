package edtf

import (
	"slices"
	"strconv"
	"strings"
)

// figures are up to three runs of digits with single marks between them.
type figures struct {
	value, digits [3]int
	mark          [2]byte
	count, end    int
}

func readFigures(t string, i int) figures {
	var f figures
	for {
		start := i
		for i < len(t) && isDigit(t[i]) {
			f.value[f.count] = min(f.value[f.count]*10+int(t[i]-'0'), 1_000_000)
			i++
		}
		f.digits[f.count], f.end = i-start, i
		f.count++
		if f.count == len(f.value) || i+1 >= len(t) || !strings.ContainsRune("-/.:", rune(t[i])) || !isDigit(t[i+1]) {
			return f
		}
		f.mark[f.count-1] = t[i]
		i++
	}
}

// shape writes how many digits stand between which marks; one stands for two
// where no zeros are needed, and a slash for a point.
func (f *figures) shape() string {
	var b [5]byte
	for i := range f.count {
		digits := f.digits[i]
		if i > 0 {
			b[2*i-1] = f.mark[i-1]
			if b[2*i-1] == '.' {
				b[2*i-1] = '/'
			}
		}
		if digits == 1 && f.mark[0] != ':' {
			digits = 2
		}
		b[2*i] = '0' + byte(min(digits, 9))
	}
	return string(b[:2*f.count-1])
}

const wantDayOf = "a day such as 2024-08-04 or 4 August 2024"

// scanNumeral reads a number with what is written onto it, or a whole date or
// time in figures.
func (s *scanner) scanNumeral(start int) (end int, err error) {
	rest, _ := cutApostrophe(s.text[start:])
	i := len(s.text) - len(rest)
	f := readFigures(s.text, i)
	w := word{pos: start, end: f.end, lexeme: lexeme{class: classWritten}}
	if f.digits[0] == 4 && isWeek(rest[4:]) {
		return s.scanWeek(w, i)
	}
	year, second, third := f.value[0], f.value[1], f.value[2]
	switch shape := f.shape(); shape {
	case "4-2-2", "4/2/2":
		return f.end, s.addDay(w, year, second, third)
	case "2/2/4", "2-2-4", "2/2/2", "2-2-2":
		if f.digits[2] > 1 {
			return f.end, s.addInOrder(w, f)
		}
	case "1:2", "2:2", "1:2:2", "2:2:2":
		return f.end, s.addClock(w, f)
	case "4-3":
		if second < 1 || second > 366 || second == 366 && !isLeap(int64(year)) {
			return 0, refuse(s.text, i, "a year and a day of it, 001 to 366")
		}
		w.date = partOf(Day{int64(year), 1, 1}.AddDays(int64(second) - 1))
		s.add(w)
		return f.end, nil
	case "4-2", "4/2", "4/4":
		return f.end, s.addMonthOrYears(w, f)
	case "2/2", "2/4":
		switch after := strings.ToLower(strings.TrimLeft(s.text[f.end:], " \u00a0")) + "   "; {
		case f.mark[0] == '.' && strings.Contains("am pm a.m p.m", strings.TrimSpace(after[:3])) && after[0] != ' ':
			return f.end, s.addClock(w, f)
		case f.mark[0] == '/' && shape == "2/2":
			return f.end, s.addInOrder(w, f)
		case f.mark[0] == '/' && year >= 1 && year <= 12:
			w.date = monthPart(int64(second), uint8(year))
			s.add(w)
			return f.end, nil
		}
	}
	switch {
	case f.count > 1 && f.mark[0] != '-':
		return 0, refuse(s.text, i, wantDayOf)
	case f.digits[0] > 4:
		return 0, refuse(s.text, i, "a number of at most four digits")
	}
	return s.scanNumber(start, i, f)
}

// scanNumber reads one number and its suffix.
func (s *scanner) scanNumber(start, i int, f figures) (end int, err error) {
	t := s.text
	end = i + f.digits[0]
	w := word{pos: start, digits: f.digits[0], lexeme: lexeme{classCardinal | classNumeral, f.value[0]}}
	letters := lettersEnd(t, end)
	suffix := strings.ToLower(t[end:letters])
	if rest, found := cutApostrophe(t[end:]); found && strings.ToLower(rest[:lettersEnd(rest, 0)]) == "s" {
		suffix, letters = "s", len(t)-len(rest)+1
	}
	switch {
	case suffix == "s" && (w.digits == 4 || w.digits == 2) && w.value%10 == 0:
		w.class, end = classDecade|classPlural|classNumeral, letters
	case i > start:
		return 0, refuse(t, start, "a decade such as '80s")
	case suffix == "" || strings.Contains(" am pm a p bc bce ad ce ", " "+suffix+" "):
	case suffix == ordinalSuffix(w.value):
		w.class, end = classOrdinal|classNumeral, letters
	default:
		return 0, refuse(t, end, "a space, "+ordinalSuffix(w.value)+" or s after a number")
	}
	w.end, w.text = end, t[i:end]
	s.add(w)
	return end, nil
}

func (s *scanner) addDay(w word, year, month, day int) error {
	if month < 1 || month > 12 {
		return refuse(s.text, w.pos, wantDayOf)
	}
	if longest := int(monthLengthIn(int64(year), uint8(month))); day < 1 || day > longest {
		return refuse(s.text, w.pos, "a day of "+monthNames[month-1]+" from 1 to "+strconv.Itoa(longest))
	}
	w.date = partOf(Day{int64(year), uint8(month), uint8(day)})
	s.add(w)
	return nil
}

// addInOrder reads "21/8/2024", and "21/8" as "21 August". Each number may be
// either when none is above 12 and nobody stated the order. A year of two
// figures is one from 80 before the anchor's to 19 after.
func (s *scanner) addInOrder(w word, f figures) error {
	day, month, year := f.value[0], f.value[1], int64(f.value[2])
	stated := s.order == OrderDayMonth || s.order == OrderMonthDay
	if s.order == OrderMonthDay || !stated && month > 12 && day <= 12 {
		day, month = month, day
	}
	either := !stated && max(day, month) <= 12 && day != month
	if f.digits[2] == 2 {
		_, before := floorDiv(s.year+19-year, 100)
		year = s.year + 19 - before
	}
	switch {
	case f.digits[2] == 2 && !stated:
		return refuse(s.text, w.pos, "a year of four digits, or the order of day and month stated")
	case f.count == 3 && either && min(day, month) > 0:
		a, b := Day{year, uint8(month), uint8(day)}, Day{year, uint8(day), uint8(month)}
		return ambiguous(s.text, FromDay(a), FromDay(b), "write the month as a word, or state the order of day and month")
	case !either && (month < 1 || month > 12):
		return refuse(s.text, w.pos, "a month from 1 to 12, not "+strconv.Itoa(month)+"; if day and month stand in another order, state it")
	case f.count == 3:
		return s.addDay(w, int(year), month, day)
	case either:
		return refuse(s.text, w.pos, "a day and a month as a word, or their order: this may be two days, or the name of an event")
	}
	w.digits, w.lexeme = 2, lexeme{classCardinal | classNumeral, day}
	s.add(w)
	w.digits, w.lexeme = 0, lexeme{classMonth, month}
	s.add(w)
	return nil
}

func (s *scanner) addClock(w word, f figures) error {
	hour, minute, second := f.value[0], f.value[1], f.value[2]
	if hour > 23 || minute > 59 || f.digits[1] != 2 || second > 60 {
		return refuse(s.text, w.pos, "a time of day such as 15:00")
	}
	w.class, w.second, w.leap = classClock, int32(hour*3600+minute*60+min(second, 59)), second == 60
	s.add(w)
	return nil
}

// addMonthOrYears reads "2024-08", a month, and "2023-24" or "2023/2024", two
// years in a row.
func (s *scanner) addMonthOrYears(w word, f figures) error {
	first, second := f.value[0], f.value[1]
	isSeason := func(w word) bool { return w.is(classSeason) }
	month := f.mark[0] == '-' && second >= 1 && second <= 12 && !slices.ContainsFunc(s.words, isSeason)
	if f.digits[1] == 2 {
		second += first / 100 * 100
		if second <= first && !month {
			second += 100
		}
	}
	switch {
	case month && second > first:
		m := Date{kind: KindDate, start: monthPart(int64(first), uint8(f.value[1]))}
		years := Date{kind: KindInterval, start: yearPart(int64(first)), end: yearPart(int64(second))}
		return ambiguous(s.text, m, years, "write the month as a word, or the second year in full")
	case month:
		w.date = monthPart(int64(first), uint8(f.value[1]))
		s.add(w)
		return nil
	case second <= first:
		return refuse(s.text, w.pos, "a month such as 2024-08, or two years in a row")
	}
	slash := w.pos + 4
	s.add(word{pos: w.pos, end: slash, digits: 4, lexeme: lexeme{classCardinal | classNumeral, first}})
	s.add(word{text: string(f.mark[:1]), pos: slash, end: slash + 1})
	s.add(word{pos: slash + 1, end: w.end, digits: 4, lexeme: lexeme{classCardinal | classNumeral, second}})
	return nil
}

// isWeek reports whether a week follows on a year.
func isWeek(rest string) bool {
	rest = strings.TrimPrefix(rest, "-")
	return len(rest) > 1 && rest[0]|0x20 == 'w' && isDigit(rest[1])
}

// scanWeek reads a week of ISO 8601, 2024-W34, or a day of it, 2024-W34-3.
func (s *scanner) scanWeek(w word, start int) (end int, err error) {
	year := readFigures(s.text[:start+4], start).value[0]
	f := readFigures(s.text, start+5+strings.Count(s.text[start+4:start+5], "-"))
	monday, ok := isoWeek(int64(year), f.value[0])
	day := max(f.value[1], 1)
	if !ok || f.digits[0] != 2 || f.count > 2 || f.count == 2 && (f.mark[0] != '-' || f.digits[1] != 1 || f.value[1] != day || day > 7) {
		return 0, refuse(s.text, start, "a week such as 2024-W34, or a day of it, 2024-W34-3")
	}
	w.end, w.week, w.date = f.end, f.count == 1, partOf(monday.AddDays(int64(day-1)))
	s.add(w)
	return f.end, nil
}
