package edtf

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// element is one step of a pattern: a choice of words, or a slot.
type element struct {
	words    []string
	expected []string // the words in quotes
	slot     *slot
}

// slot reads what a name in braces stands for, from word i on, and returns the
// index after it, or i when it is not there.
type slot struct {
	expected string // in the words of ParseError; "" for {date}
	read     func(words []word, i int, r *reading) int
}

// reading holds what the slots of a pattern have read.
type reading struct {
	anchor  Day
	ref     Day  // what a date without year or month is counted from
	side    side // on which side of ref it lies
	weekday time.Weekday
	named   bool // weekday is set
	day     int
	month   monthWords
	year    yearWords
	which   int64
	third   third
	edge    bool
	n       int64
	nth     int
	unit    unit
	season  uint8
	decade  int64
	era     bool // before the common era, of a century
	exact   Day
	dates   [2]*match
	count   int // of dates
}

// monthWords is a month by name, or counted from the anchor's.
type monthWords struct {
	name     uint8
	relative bool
	offset   int64
}

// yearWords is a year by number, or counted from the anchor's.
type yearWords struct {
	given    bool
	number   int64
	relative bool
}

// side says which of the dates that a wording without a year or a month fits
// is meant.
type side uint8

const (
	sidePast   side = iota // the last that begins on or before the reference day
	sideFuture             // the first that ends on or after the reference day
	sideStated             // none: the words have to tell
)

// match is a convention and what its slots have read.
type match struct {
	row  *convention
	read reading
	at   int // its first word
}

// compilePattern reads a pattern: words, choices of words with bars, slots in
// braces, and optional parts in brackets; an underscore is a space. It returns
// a variant with and one without every optional part, the fullest first.
func compilePattern(pattern string) [][]element {
	open := strings.IndexByte(pattern, '[')
	if open < 0 {
		return [][]element{compileElements(pattern)}
	}
	end, depth := open, 0
	for {
		switch pattern[end] {
		case '[':
			depth++
		case ']':
			depth--
		}
		if depth == 0 {
			break
		}
		end++
	}
	with := pattern[:open] + pattern[open+1:end] + pattern[end+1:]
	return append(compilePattern(with), compilePattern(pattern[:open]+pattern[end+1:])...)
}

func compileElements(pattern string) []element {
	var elements []element
	for _, field := range strings.Fields(pattern) {
		if field[0] == '{' {
			elements = append(elements, element{slot: slots[field]})
			continue
		}
		e := element{words: strings.Split(strings.ReplaceAll(field, "_", " "), "|")}
		for _, w := range e.words {
			e.expected = append(e.expected, strconv.Quote(w))
		}
		elements = append(elements, e)
	}
	return elements
}

// matcher compares the words of one phrase with the conventions.
type matcher struct {
	words    []word
	anchor   Day
	readings []*reading // one for each convention being matched, and spare ones
	depth    int
	furthest int      // the first word that fitted nothing
	expected []string // what would have fitted there
}

// mostExpected is how many things a ParseError lists at most.
const mostExpected = 12

func (m *matcher) miss(i int, expected ...string) {
	if i < m.furthest {
		return
	}
	if i > m.furthest {
		m.furthest, m.expected = i, m.expected[:0]
	}
	for _, e := range expected {
		if len(m.expected) <= mostExpected && !slices.Contains(m.expected, e) {
			m.expected = append(m.expected, e)
		}
	}
}

// fit matches a convention with the words from i up to exactly end, and calls
// done for every way that fits until it returns true.
func (m *matcher) fit(row *convention, i, end int, done func(*reading) bool) bool {
	if m.depth == len(m.readings) {
		m.readings = append(m.readings, new(reading))
	}
	r := m.readings[m.depth]
	m.depth++
	defer func() { m.depth-- }()
	for _, elements := range row.variants {
		first := &elements[0]
		if first.words != nil && !slices.Contains(first.words, m.words[i].text) {
			m.miss(i, first.expected...)
			continue
		}
		*r = reading{anchor: m.anchor}
		if m.run(row, elements, i, end, r, done) {
			return true
		}
	}
	return false
}

// run matches the elements that are left.
func (m *matcher) run(row *convention, elements []element, i, end int, r *reading, done func(*reading) bool) bool {
	for k := range elements {
		e := &elements[k]
		switch {
		case e.slot == &dateSlot:
			if i == end {
				m.miss(i, "a date")
				return false
			}
			return m.runDate(row, elements[k+1:], i, end, r, done)
		case e.slot != nil:
			next := i
			if i < end {
				next = e.slot.read(m.words[:end], i, r)
			}
			if next == i {
				m.miss(i, e.slot.expected)
				return false
			}
			i = next
		case i < end && slices.Contains(e.words, m.words[i].text):
			i++
		default:
			m.miss(i, e.expected...)
			return false
		}
	}
	if i < end {
		m.miss(i, "the end of the phrase")
		return false
	}
	return done(r)
}

// runDate matches a date that starts at word i, of any length, and then the
// rest.
func (m *matcher) runDate(row *convention, rest []element, i, end int, r *reading, done func(*reading) bool) bool {
	for stop := i + 1; stop <= end; stop++ {
		follows := true
		if len(rest) == 0 {
			follows = stop == end
		} else if rest[0].words != nil {
			follows = stop < end && slices.Contains(rest[0].words, m.words[stop].text)
		}
		// A date for which nothing follows is only looked for to say so.
		if !follows && !(row.keyed && len(rest) > 0) {
			continue
		}
		for k := range conventions {
			inner := &conventions[k]
			if inner.level >= row.level {
				continue
			}
			if m.fit(inner, i, stop, func(found *reading) bool {
				if !follows {
					m.miss(stop, rest[0].expected...)
					return true
				}
				outer := *r
				outer.dates[outer.count] = &match{inner, *found, i}
				outer.count++
				return m.run(row, rest, stop, end, &outer, done)
			}) {
				if follows {
					return true
				}
				break
			}
		}
	}
	return false
}

// expectation words what would have fitted at the furthest word.
func (m *matcher) expectation() string {
	if m.furthest == 0 || len(m.expected) > mostExpected {
		return `a wording of the conventions, such as "4 August 2024", "late July", "last week", ` +
			`"two days ago", "in the coming days", "since 2012", "between May and June" or "by the end of the year"`
	}
	return listEnglish(m.expected, " or ")
}

// dateSlot stands for any convention of a lower level.
var dateSlot slot

// slots are the names in braces.
var slots = map[string]*slot{
	"{date}":      &dateSlot,
	"{number}":    {"a day of the month", readNumberDay},
	"{day}":       {"a day of the month", readDay},
	"{nth-day}":   {"a day of the month such as 4th", readNthDay},
	"{iso-day}":   {"a day such as 2024-08-04", readISODay},
	"{weekday}":   {"a weekday", readWeekday},
	"{month}":     {"a month", readMonth},
	"{name}":      {"a month by name", readMonthName},
	"{the-month}": {"a month", readTheMonth},
	"{year}":      {"a year", readYear},
	"{the-year}":  {"a year", readTheYear},
	"{season}":    {"a season", readSeason},
	"{decade}":    {"a decade such as 1990s", readDecade},
	"{week}":      {`"last week", "this week" or "next week"`, readWeek},
	"{the-week}":  {"a week", readTheWeek},
	"{third}":     {`"early", "mid", "late", "beginning of", "start of", "middle of" or "end of"`, readThird},
	"{n}":         {"a number", readCount},
	"{quarter}":   {`"Q1" to "Q4"`, readQuarter},
	"{nth}":       {"an ordinal number", readNth},
	"{unit}":      {"a unit of time", readUnit},
	"{single}":    {`"day", "week", "month", "year" or "decade"`, readSingle},
	"{units}":     {`"days", "weeks", "months", "years" or "decades"`, readUnits},
	"{hours}":     {`"hours"`, readHours},
	"{span}":      {`"week", "month" or "year"`, readSpan},
	"{daytime}":   {`"morning", "afternoon" or "evening"`, readDaytime},
	"{era}":       {`"CE" or "BCE"`, readEra},
}

func readNumberDay(words []word, i int, r *reading) int {
	if words[i].ordinal {
		return i
	}
	return readDay(words, i, r)
}

func readDay(words []word, i int, r *reading) int {
	w := words[i]
	if w.number < 1 || w.number > 31 || w.plural || w.digits > 2 || w.digits == 0 && !w.ordinal {
		return i
	}
	r.day = w.number
	return i + 1
}

func readNthDay(words []word, i int, r *reading) int {
	if !words[i].ordinal {
		return i
	}
	return readDay(words, i, r)
}

func readISODay(words []word, i int, r *reading) int {
	if words[i].day.IsZero() {
		return i
	}
	r.exact = words[i].day
	return i + 1
}

func readWeekday(words []word, i int, r *reading) int {
	weekday, ok := weekdayWords[words[i].text]
	if !ok {
		return i
	}
	r.weekday, r.named = weekday, true
	return i + 1
}

func readMonthName(words []word, i int, r *reading) int {
	name := monthWord(words[i].text)
	if name == 0 {
		return i
	}
	r.month = monthWords{name: name}
	return i + 1
}

func readMonth(words []word, i int, r *reading) int {
	if next := readMonthName(words, i, r); next > i {
		return next
	}
	if offset, ok := whichWords[words[i].text]; ok && i+1 < len(words) && words[i+1].text == "month" {
		r.month = monthWords{relative: true, offset: offset}
		return i + 2
	}
	return i
}

func readTheMonth(words []word, i int, r *reading) int {
	if words[i].text == "month" {
		r.month = monthWords{relative: true}
		return i + 1
	}
	return readMonth(words, i, r)
}

func readYear(words []word, i int, r *reading) int {
	w := words[i]
	if offset, ok := whichWords[w.text]; ok && i+1 < len(words) && words[i+1].text == "year" {
		r.year = yearWords{given: true, relative: true, number: offset}
		return i + 2
	}
	if w.text == "ad" && i+1 < len(words) && isYearNumber(words[i+1]) && words[i+1].number > 0 {
		r.year = yearWords{given: true, number: int64(words[i+1].number)}
		return i + 2
	}
	if !isYearNumber(w) {
		return i
	}
	if i+1 < len(words) && w.number > 0 {
		switch words[i+1].text {
		case "bc", "bce":
			r.year = yearWords{given: true, number: 1 - int64(w.number)}
			return i + 2
		case "ad", "ce":
			r.year = yearWords{given: true, number: int64(w.number)}
			return i + 2
		}
	}
	if w.digits != 4 || w.number < 1000 {
		return i
	}
	r.year = yearWords{given: true, number: int64(w.number)}
	return i + 1
}

func isYearNumber(w word) bool { return w.digits > 0 && w.number >= 0 && !w.ordinal && !w.plural }

func readTheYear(words []word, i int, r *reading) int {
	if words[i].text == "year" {
		r.year = yearWords{given: true, relative: true}
		return i + 1
	}
	return readYear(words, i, r)
}

func readSeason(words []word, i int, r *reading) int {
	code := seasonWord(words[i].text)
	if code == 0 {
		return i
	}
	r.season = code
	return i + 1
}

func readDecade(words []word, i int, r *reading) int {
	w := words[i]
	// "the 2000s" may be a decade or a century.
	if !w.plural || w.digits != 4 || w.number%10 != 0 || w.number%100 == 0 {
		return i
	}
	r.decade = int64(w.number)
	return i + 1
}

func readWeek(words []word, i int, r *reading) int {
	offset, ok := whichWords[words[i].text]
	if !ok || i+1 == len(words) || words[i+1].text != "week" {
		return i
	}
	r.which = offset
	return i + 2
}

func readTheWeek(words []word, i int, r *reading) int {
	if words[i].text == "week" {
		r.which = 0
		return i + 1
	}
	return readWeek(words, i, r)
}

func readThird(words []word, i int, r *reading) int {
	found, ok := thirdWords[words[i].text]
	if !ok {
		return i
	}
	next := i + 1
	if found.noun {
		// "Beginning in May" and "end May" are something else, or nothing.
		if next == len(words) || words[next].text != "of" {
			return i
		}
		next++
	} else if next < len(words) && words[next].text == "in" {
		next++
	}
	r.third, r.edge = found.third, found.edge
	return next
}

func readCount(words []word, i int, r *reading) int {
	w := words[i]
	switch {
	case w.text == "a" || w.text == "an":
		r.n = 1
	case w.number > 0 && !w.ordinal && !w.plural:
		r.n = int64(w.number)
	default:
		return i
	}
	return i + 1
}

func readNth(words []word, i int, r *reading) int {
	if !words[i].ordinal {
		return i
	}
	r.nth = words[i].number
	return i + 1
}

func readQuarter(words []word, i int, r *reading) int {
	if text := words[i].text; len(text) == 2 && text[0] == 'q' && text[1] >= '1' && text[1] <= '4' {
		r.nth = int(text[1] - '0')
		return i + 1
	}
	return i
}

func readUnit(words []word, i int, r *reading) int {
	u, ok := unitWords[words[i].text]
	if !ok {
		return i
	}
	r.unit = u
	return i + 1
}

func readSingle(words []word, i int, r *reading) int {
	if strings.HasSuffix(words[i].text, "s") {
		return i
	}
	return readUnit(words, i, r)
}

func readUnits(words []word, i int, r *reading) int {
	if !strings.HasSuffix(words[i].text, "s") {
		return i
	}
	return readUnit(words, i, r)
}

func readSpan(words []word, i int, r *reading) int {
	switch words[i].text {
	case "week", "month", "year":
		return readUnit(words, i, r)
	}
	return i
}

func readHours(words []word, i int, _ *reading) int {
	if words[i].text == "hour" || words[i].text == "hours" {
		return i + 1
	}
	return i
}

func readDaytime(words []word, i int, _ *reading) int {
	switch words[i].text {
	case "morning", "afternoon", "evening":
		return i + 1
	}
	return i
}

func readEra(words []word, i int, r *reading) int {
	switch words[i].text {
	case "bc", "bce":
		r.era = true
	case "ad", "ce":
	default:
		return i
	}
	return i + 1
}
