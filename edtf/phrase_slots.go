package edtf

import "time"

// slot reads what a name in braces stands for: a word or a few, or a date.
type slot struct {
	name     string
	expected string // in the words of ParseError
	class    class  // of its first word, 0 when it may be any
	// read takes words from i on and returns the index after them, or i.
	read func(words []word, i int, r *reading) int
	// levels are those of the dates it stands for, 0 when it reads words.
	levels level
	index  int  // among termSlots
	list   bool // dates with commas, "and" or "or" between them
}

// reading holds what the slots of a pattern have read.
type reading struct {
	context
	words           []word
	start           int // the first of them
	weekday         time.Weekday
	named           bool // weekday is set
	day, nth        int
	n, m            int64 // a count, or two
	which           int
	month           monthWords
	year, from      yearWords // the last, and the one before it
	third, last     third
	edge            bool // "beginning of", not "early"
	unit, part      unit
	season, quarter int
	era             bool // before the common era, of a century
	written         *word
	plain           int // the decade or the number of "a year numbered"
	components      Components
	conjunction     string
	kids            [2]*node
	count           int // of kids
	list            []*node
}

// context is what a phrase is read in.
type context struct {
	anchor Day
	told   Day // the day of reference, or the anchor
	side   Side
}

// monthWords is a month by name, or counted from the anchor's.
type monthWords struct {
	name     int
	relative bool
	offset   int
}

// yearWords is a year by number, or counted from the anchor's.
type yearWords struct {
	given    bool
	relative bool
	number   int64
}

// termSlots are the slots that stand for dates.
var termSlots = []*slot{
	{name: "{any}", expected: "a date", levels: levelsPhrase},
	{name: "{period}", expected: "a week, month, season, year or longer", levels: levelPeriod | levelUnit},
	{name: "{day-term}", expected: "a day", levels: levelDay},
	{name: "{date}", expected: "a date", levels: levelsSingle},
	{name: "{dates}", expected: "a date", levels: levelsSingle | levelRange | levelList},
	{name: "{range}", expected: "the first and the last of several dates", levels: levelRange},
	{name: "{end}", expected: "a date", levels: levelsEnd},
	{name: "{item}", expected: "a date", levels: levelsEnd | levelRange},
	{name: "{any-date}", expected: "a date", levels: levelsSingle | levelQualified | levelRange | levelList},
	{name: "{bound}", expected: "a date", levels: levelsSingle | levelRange | levelList | levelQualified},
	{name: "{count}", expected: "a number of days, weeks, months or years", levels: levelCount},
	{name: "{counted}", expected: "a number of days, weeks, months or years", levels: levelCount | levelOne},
	{name: "{counted-date}", expected: `a number of days, weeks, months or years with "ago" or "later"`, levels: levelCounted},
	{name: "{time}", expected: "a time of day", levels: levelTime},
	{name: "{some-year}", expected: `"a year in", "a year from" or "year unknown"`, levels: levelSomeYear},
}

var wordSlots = []*slot{
	{name: "{day}", expected: "a day of the month", class: classCardinal | classOrdinal, read: readDay},
	{name: "{nth-day}", expected: "a day of the month such as 4th", class: classOrdinal, read: readDay},
	{name: "{number}", expected: "a day of the month", class: classNumeral, read: readDay},
	{name: "{weekday}", expected: "a weekday", class: classWeekday, read: readWeekday},
	{name: "{name}", expected: "a month by name", class: classMonth, read: readMonthName},
	{name: "{year}", expected: "a year", class: classNumeral | classWhich | classEra, read: readYear},
	{name: "{season}", expected: "a season", class: classSeason, read: readSeason},
	{name: "{decade}", expected: "a decade such as 1990s", class: classDecade, read: readDecade},
	{name: "{third}", expected: `"early", "mid" or "late"`, class: classThird, read: readThird},
	{name: "{edge}", expected: `"beginning", "start", "middle" or "end"`, class: classEdge, read: readThird},
	{name: "{n}", expected: "a number", read: readCount},
	{name: "{m}", expected: "a number", class: classCardinal, read: readSecondCount},
	{name: "{nth}", expected: "an ordinal number", class: classOrdinal, read: readNth},
	{name: "{rank}", expected: `an ordinal number or "last"`, read: readRank},
	{name: "{unit}", expected: "a unit of time", class: classUnit, read: readUnit},
	{name: "{single}", expected: `"day", "week", "month" or "year"`, class: classUnit, read: readSingle},
	{name: "{units}", expected: `"days", "weeks", "months" or "years"`, class: classPlural, read: readUnits},
	{name: "{span}", expected: `"week", "month", "year" or longer`, class: classUnit, read: readSpan},
	{name: "{daytime}", expected: "a time of day", class: classDaytime, read: readDaytime},
	{name: "{night}", expected: `"night"`, class: classDaytime, read: readNight},
	{name: "{clock}", expected: "a time such as 15:00 or 3 p.m.", class: classClock, read: readClock},
	{name: "{clock-of-day}", expected: "a time such as 15:00", class: classClock, read: readClockOfDay},
	{name: "{era}", expected: `"CE" or "BCE"`, class: classEra, read: readEra},
	{name: "{quarter}", expected: `"Q1" to "Q4"`, class: classQuarter | classHalf, read: readQuarter},
	{name: "{written}", expected: "a day such as 2024-08-04", class: classWritten, read: readWritten},
	{name: "{which}", expected: `"last", "this" or "next"`, class: classWhich, read: readWhich},
	{name: "{number-in-full}", expected: "a number", class: classNumeral, read: readNumber},
	{name: "{components}", expected: `"year", "month" or "day"`, class: classUnit | classComponent, read: readComponents},
}

var listSlot = &slot{name: "{list}", expected: "a date", levels: levelsEnd, list: true}

var slots = makeSlots()

func makeSlots() map[string]*slot {
	all := map[string]*slot{listSlot.name: listSlot}
	for i, s := range termSlots {
		s.index = i
		all[s.name] = s
	}
	for _, s := range wordSlots {
		all[s.name] = s
	}
	return all
}

func slotNamed(name string) *slot { return slots[name] }

func readDay(words []word, i int, r *reading) int {
	w := &words[i]
	if w.value < 1 || w.value > 31 || w.digits > 2 || w.digits == 0 && !w.is(classOrdinal) || !w.is(classCardinal|classOrdinal) {
		return i
	}
	r.day = w.value
	return i + 1
}

func readWeekday(words []word, i int, r *reading) int {
	r.weekday, r.named = time.Weekday(words[i].value), true
	return i + 1
}

func readMonthName(words []word, i int, r *reading) int {
	r.month = monthWords{name: words[i].value}
	return i + 1
}

// readYear reads a year in figures with or without its era, or counted from
// the anchor's, and "the year".
func readYear(words []word, i int, r *reading) int {
	w := &words[i]
	r.from = r.year
	after := func() string {
		if i+1 < len(words) {
			return words[i+1].text
		}
		return ""
	}
	switch {
	case w.is(classWhich) && after() == "year":
		r.year = yearWords{given: true, relative: true, number: int64(w.value)}
		return i + 2
	case w.text == "ad" && i+1 < len(words) && words[i+1].isYear():
		r.year = yearWords{given: true, number: int64(words[i+1].value)}
		return i + 2
	case !w.isYear():
		return i
	}
	r.year = yearWords{given: true, number: int64(w.value)}
	if i+1 < len(words) && words[i+1].is(classEra) && w.value > 0 {
		if words[i+1].value < 0 {
			r.year.number = 1 - r.year.number
		}
		return i + 2
	}
	if w.digits != 4 || w.value < 1000 {
		return i
	}
	return i + 1
}

// isYear reports whether w is a number that can be a year, maybe with an era.
func (w *word) isYear() bool { return w.class == classCardinal|classNumeral }

func readNumber(words []word, i int, r *reading) int {
	if !words[i].isYear() {
		return i
	}
	r.plain = words[i].value
	return i + 1
}

func readSeason(words []word, i int, r *reading) int {
	r.season = words[i].value
	return i + 1
}

func readDecade(words []word, i int, r *reading) int {
	r.plain = words[i].value
	return i + 1
}

func readThird(words []word, i int, r *reading) int {
	r.last, r.edge = third(words[i].value), words[i].is(classEdge)
	if r.third == 0 {
		r.third = r.last
	}
	return i + 1
}

func readCount(words []word, i int, r *reading) int {
	switch w := &words[i]; {
	case w.text == "a" || w.text == "an":
		r.n = 1
	case w.is(classCardinal) && w.value > 0:
		r.n = int64(w.value)
	default:
		return i
	}
	return i + 1
}

func readSecondCount(words []word, i int, r *reading) int {
	r.m = int64(words[i].value)
	return i + 1
}

func readNth(words []word, i int, r *reading) int {
	r.nth = words[i].value
	return i + 1
}

// readRank reads an ordinal number, or −1 for the last.
func readRank(words []word, i int, r *reading) int {
	switch w := &words[i]; {
	case w.text == "last" || w.text == "the last" || w.text == "final":
		r.nth = -1
	case w.is(classOrdinal):
		r.nth = w.value
	default:
		return i
	}
	return i + 1
}

// readUnit reads a unit; a fortnight is two weeks.
func readUnit(words []word, i int, r *reading) int {
	r.unit = unit(words[i].value)
	if r.unit == unitQuarter || r.unit == unitHalf {
		return i
	}
	return i + 1
}

func readSingle(words []word, i int, r *reading) int {
	if words[i].is(classPlural) {
		return i
	}
	return readUnit(words, i, r)
}

func readUnits(words []word, i int, r *reading) int {
	if !words[i].is(classUnit) {
		return i
	}
	return readUnit(words, i, r)
}

func readSpan(words []word, i int, r *reading) int {
	if u := unit(words[i].value); u < unitWeek || u == unitFortnight {
		return i
	}
	return readSingle(words, i, r)
}

func readDaytime(words []word, i int, _ *reading) int {
	if daytime(words[i].value) != daytimePart {
		return i
	}
	return i + 1
}

func readNight(words []word, i int, _ *reading) int {
	if daytime(words[i].value) != daytimeNight {
		return i
	}
	return i + 1
}

func readClock(words []word, i int, r *reading) int {
	r.written = &words[i]
	return i + 1
}

// readClockOfDay reads a time that is set off with a comma.
func readClockOfDay(words []word, i int, r *reading) int {
	if !words[i].comma {
		return i
	}
	return readClock(words, i, r)
}

func readEra(words []word, i int, r *reading) int {
	r.era = words[i].value < 0
	return i + 1
}

// readQuarter reads Q1 to Q4, H1 or H2 as a code of EDTF.
func readQuarter(words []word, i int, r *reading) int {
	r.quarter = words[i].value - 1 + int(codeQuarter1)
	if words[i].is(classHalf) {
		r.quarter = words[i].value - 1 + int(codeSemestral1)
	}
	return i + 1
}

func readWritten(words []word, i int, r *reading) int {
	r.written = &words[i]
	return i + 1
}

func readWhich(words []word, i int, r *reading) int {
	r.which = words[i].value
	return i + 1
}
