package edtf

import "time"

// slot is what a name in braces stands for: words, or a date.
type slot struct {
	expected string // in the words of ParseError
	class    class  // of its first word, 0 when it may be any
	// take takes a word, unless it does not fit.
	take func(r *reading, w *word) bool
	// read takes several words from i on and returns the index after them, or i.
	read   func(r *reading, words []word, i int) int
	levels level // of the dates it stands for, 0 when it reads words
	index  int   // among those that stand for dates
	list   bool  // dates with commas, "and" or "or" between them
}

// reading holds what the slots of a pattern have read.
type reading struct {
	*context
	start           int // its first word
	weekday         time.Weekday
	named, edge     bool // weekday is set; "beginning of", not "early"
	era             bool // before the common era, of a century
	unit            unit
	components      Components
	third, last     third // from the one to the other
	day, nth, which int
	code            int // of a month, season, quarter or half, as in EDTF
	plain           int // a number
	n, m            int64
	year, from      yearWords // the last, and the one before it
	clock           *word
	kids            [2]*node
	count           int // of kids
	list            []*node
	conjunction     string
}

// context is what a phrase is read in.
type context struct {
	anchor Day
	told   Day // the day of reference, or the anchor
	side   Side
	words  []word
}

// yearWords is a year by number, or counted from the anchor's.
type yearWords struct {
	given, relative bool
	number          int64
}

var anyDate = &slot{expected: "a date", levels: levelsPhrase}

// slots are the names in braces.
var slots = map[string]*slot{
	"{any}":          anyDate,
	"{period}":       {expected: "a week, month, season, year or longer", levels: levelPeriod | levelUnit | levelSomeYear, index: 1},
	"{day-term}":     {expected: "a day", levels: levelDay, index: 2},
	"{date}":         {expected: "a date", levels: levelsSingle, index: 3},
	"{dates}":        {expected: "a date", levels: levelsSeveral, index: 4},
	"{range}":        {expected: "the first and the last of several dates", levels: levelRange, index: 5},
	"{end}":          {expected: "a date", levels: levelsEnd, index: 6},
	"{bound}":        {expected: "a date", levels: levelsSeveral | levelQualified, index: 7},
	"{count}":        {expected: "a number of days, weeks, months or years", levels: levelCount, index: 8},
	"{counted}":      {expected: "a number of days, weeks, months or years", levels: levelCount | levelOne, index: 9},
	"{counted-date}": {expected: "a number of days, weeks, months or years before or after", levels: levelCounted, index: 10},
	"{time}":         {expected: "a time of day", levels: levelTime, index: 11},
	"{some-year}":    {expected: `"a year in", "a year from" or "year unknown"`, levels: levelSomeYear, index: 12},
	"{year-unknown}": {expected: `"year unknown"`, levels: levelYearUnknown, index: 13},
	"{list}":         {expected: "a date", levels: levelsEnd | levelRange, index: 14, list: true},

	"{day}":     {expected: "a day of the month", class: classNumeral | classOrdinal, take: takeDay},
	"{nth-day}": {expected: "a day of the month such as 4th", class: classOrdinal, take: takeDay},
	"{weekday}": {expected: "a weekday", class: classWeekday, take: func(r *reading, w *word) bool { r.weekday, r.named = time.Weekday(w.value), true; return true }},
	"{name}":    {expected: "a month by name", class: classMonth, take: func(r *reading, w *word) bool { r.code = w.value; return true }},
	"{year}":    {expected: "a year", class: classNumeral | classWhich | classEra, read: readYear},
	"{season}":  {expected: "a season", class: classSeason, take: func(r *reading, w *word) bool { r.code = w.value; return true }},
	"{quarter}": {expected: `"Q1" to "Q4"`, class: classQuarter, take: func(r *reading, w *word) bool { r.code = w.value; return true }},
	"{decade}":  {expected: "a decade such as 1990s", class: classDecade, take: func(r *reading, w *word) bool { r.plain = w.value; return true }},
	"{number}":  {expected: "a number", class: classNumeral, take: func(r *reading, w *word) bool { r.plain = w.value; return w.isPlain() }},
	"{third}":   {expected: `"early", "mid" or "late"`, class: classThird, take: takeThird},
	"{edge}":    {expected: `"beginning", "start", "middle" or "end"`, class: classEdge, take: takeThird},
	"{n}":       {expected: "a number", class: classCardinal | classArticle, take: func(r *reading, w *word) bool { r.n = int64(w.value); return w.value > 0 }},
	"{m}":       {expected: "a number", class: classCardinal, take: func(r *reading, w *word) bool { r.m = int64(w.value); return true }},
	"{nth}":     {expected: "an ordinal number", class: classOrdinal, take: func(r *reading, w *word) bool { r.nth = w.value; return true }},
	"{rank}":    {expected: `an ordinal number or "last"`, class: classOrdinal | classRank | classWhich, take: func(r *reading, w *word) bool { r.nth = w.value; return w.value < 0 || w.is(classOrdinal) }},
	"{unit}":    {expected: "a unit of time", class: classUnit, take: takeUnit},
	"{halved}":  {expected: "years, decades or centuries", class: classUnit, take: func(r *reading, w *word) bool { return takeUnit(r, w) && halfUnits[r.unit].n > 0 }},
	"{units}":   {expected: `"days", "weeks", "months" or "years"`, class: classPlural, take: takeUnit},
	"{single}":  {expected: `"day", "week", "month" or "year"`, class: classUnit, take: func(r *reading, w *word) bool { return !w.is(classPlural) && takeUnit(r, w) }},
	"{span}": {expected: `"week", "month", "year" or longer`, class: classUnit, take: func(r *reading, w *word) bool {
		return (takeUnit(r, w) || r.unit == unitQuarter) && !w.is(classPlural) && r.unit >= unitWeek && r.unit != unitFortnight
	}},
	"{daytime}":      {expected: "a time of day", class: classDaytime, take: func(*reading, *word) bool { return true }},
	"{clock}":        {expected: "a time such as 15:00 or 3 p.m.", class: classClock, take: func(*reading, *word) bool { return true }},
	"{clock-of-day}": {expected: "a time such as 15:00 after a comma", class: classClock, take: func(r *reading, w *word) bool { r.clock = w; return w.comma }},
	"{era}":          {expected: `"CE" or "BCE"`, class: classEra, take: func(r *reading, w *word) bool { r.era = w.value < 0; return true }},
	"{written}":      {expected: "a day such as 2024-08-04", class: classWritten, take: func(r *reading, w *word) bool { r.clock = w; return true }},
	"{which}":        {expected: `"last", "this" or "next"`, class: classWhich, take: func(r *reading, w *word) bool { r.which = w.value; return true }},
	"{components}":   {expected: `"year", "month" or "day"`, class: classUnit | classComponent, read: readComponents},
}

const termSlots = 15 // that stand for dates

func takeDay(r *reading, w *word) bool {
	r.day = w.value
	return w.value >= 1 && w.value <= 31 && w.digits <= 2 && w.is(classCardinal|classOrdinal)
}

func takeThird(r *reading, w *word) bool {
	r.last, r.edge = third(w.value), w.is(classEdge)
	if r.third == 0 {
		r.third = r.last
	}
	return true
}

func takeUnit(r *reading, w *word) bool {
	r.unit = unit(w.value)
	return w.is(classUnit) && r.unit != unitQuarter && r.unit != unitHalf
}

// isPlain reports whether w is a number in digits, and no more.
func (w *word) isPlain() bool { return w.class == classCardinal|classNumeral }

// readYear reads a year in figures with or without its era, or counted from
// the anchor's.
func readYear(r *reading, words []word, i int) int {
	w, after := &words[i], &word{}
	if i+1 < len(words) {
		after = &words[i+1]
	}
	r.from = r.year
	switch {
	case w.is(classWhich) && after.text == "year":
		r.year = yearWords{given: true, relative: true, number: int64(w.value)}
		return i + 2
	case w.text == "ad" && after.isPlain():
		r.year = yearWords{given: true, number: int64(after.value)}
		return i + 2
	case !w.isPlain():
		return i
	}
	r.year = yearWords{given: true, number: int64(w.value)}
	if after.is(classEra) && w.value > 0 {
		if after.value < 0 {
			r.year.number = 1 - r.year.number
		}
		return i + 2
	}
	if w.digits != 4 || w.value < 1000 {
		return i
	}
	return i + 1
}

// components are the parts of a date by their names.
var components = map[string]Components{
	"year": ComponentYear, "month": ComponentMonth, "day": ComponentDay,
	"season": ComponentMonth, "quarter": ComponentMonth, "half": ComponentMonth, "period": ComponentMonth,
}

// readComponents reads "month and year" before what is said of them.
func readComponents(r *reading, words []word, i int) int {
	for r.components = 0; components[words[i].text] != 0; i++ {
		r.components |= components[words[i].text]
		if i++; i+1 >= len(words) || words[i].text != "and" || components[words[i+1].text] == 0 {
			break
		}
	}
	return i
}
