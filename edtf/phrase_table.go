package edtf

import "strings"

// Convention is one wording that ParsePhrase understands.
type Convention struct {
	// Pattern is the wording. Bars stand between words of which one is
	// needed, brackets around what may be missing, braces around what is
	// filled in.
	Pattern string
	// Meaning says what the wording stands for.
	Meaning string
	// Example is such a phrase, and Date what it stands for when the anchor
	// is Wednesday, 21 August 2024.
	Example, Date string
}

// convention is a Convention ready for use.
type convention struct {
	Convention
	variants [][]element
	level    level
	keyed    bool // begins with a word of its own, maybe after an optional one
	inner    bool // never a phrase of its own
	night    bool // of two days, so that no span begins or ends with it
	dayOnly  bool // leaves month and year to the other date of two
	resolve  func(*reading) (sense, *refusal)
}

// level orders conventions: {date} in one stands for any of a lower level.
type level uint8

const (
	levelDate level = iota
	levelShifted
	levelQualified
	levelUncertain
	levelJoined
)

func row(l level, pattern, meaning, example, date string, resolve func(*reading) (sense, *refusal)) convention {
	c := convention{
		Convention: Convention{strings.ReplaceAll(pattern, "_", " "), meaning, example, date},
		variants:   compilePattern(pattern),
		level:      l,
		resolve:    resolve,
	}
	shortest := c.variants[len(c.variants)-1]
	c.keyed = shortest[0].words != nil
	return c
}

func (c convention) leavingMonth() convention {
	c.dayOnly = true
	return c
}

func (c convention) atNight() convention {
	c.night = true
	return c
}

func (c convention) insideOnly() convention {
	c.inner = true
	return c
}

// conventions is in the order in which they are tried; no phrase fits two that
// disagree.
var conventions = []convention{
	// Dates by number and name.
	row(levelDate, "[{weekday}] {day} [of] {month} [{year}]", "that day; a weekday has to be the right one", "4 August", "2024-08-04", resolveDate),
	row(levelDate, "[{weekday}] {name} {day} [{year}]", "that day; a weekday has to be the right one", "August 22, 2023", "2023-08-22", resolveDate),
	row(levelDate, "{iso-day}", "that day", "2024-08-04", "2024-08-04", resolveISODay),
	row(levelDate, "{nth-day}", "the last such day on or before the anchor", "on the 30th", "2024-07-30", resolveDayOfMonth).leavingMonth(),
	row(levelDate, "{nth-day} of month", "that day of the anchor's month", "the 30th of the month", "2024-08-30", resolveDayOfThisMonth),
	row(levelDate, "{number} [{year}]", "beside a date with its month only: that day of it", "25 to 27 July", "2024-07-25/2024-07-27", resolveDayOfMonth).leavingMonth().insideOnly(),
	row(levelDate, "{nth-day} {year}", "beside a date with its month only: that day of it", "July 25th to 27th, 2023", "2023-07-25/2023-07-27", resolveDayOfMonth).leavingMonth().insideOnly(),
	row(levelDate, "first day of {the-month} [{year}]", "the first of the month", "the first day of September 2024", "2024-09-01", resolveFirstDayOfMonth),
	row(levelDate, "last|the_last day of {the-month} [{year}]", "the last of the month", "the last day of the month", "2024-08-31", resolveLastDayOfMonth),
	row(levelDate, "first day of {the-year}", "1 January", "the first day of next year", "2025-01-01", resolveFirstDayOfYear),
	row(levelDate, "last|the_last day of {the-year}", "31 December", "the last day of 2023", "2023-12-31", resolveLastDayOfYear),
	row(levelDate, "{month} [[of] {year}]", "that month", "in September", "2023-09", resolveMonth),
	row(levelDate, "[year] {year}", "that year", "last year", "2023", resolveYear),
	row(levelDate, "{season} [of] {year}", "that season, winter by the year it begins in; a season without its year is refused", "spring 2001", "2001-21", resolveSeason),
	row(levelDate, "{decade}", "a year of that decade; \"the 2000s\" may be a century and is refused", "the 1990s", "199X", resolveDecade),
	row(levelDate, "{nth} century [{era}]", "the 20th century is 1901 to 2000", "the twentieth century", "[1901..2000]", resolveCentury),
	// Parts of a month, a year, a week or a decade.
	row(levelDate, "{third} {the-month} [{year}]", "days 1–10, 11–20, 21 to the last", "late July", "[2024-07-21..2024-07-31]", resolveThirdOfMonth),
	row(levelDate, "{third} {the-year}", "January–April, May–August, September–December", "early 2023", "[2023-01..2023-04]", resolveThirdOfYear),
	row(levelDate, "{third} {the-week}", "Monday–Wednesday, Tuesday–Thursday, Thursday–Sunday", "late last week", "[2024-08-15..2024-08-18]", resolveThirdOfWeek),
	row(levelDate, "{third} {decade}", "years 0–3, 4–6, 7–9", "the mid-1990s", "[1994..1996]", resolveThirdOfDecade),
	row(levelDate, "{nth} half of {the-month} [{year}]", "days 1–15, 16 to the last", "the second half of July", "[2024-07-16..2024-07-31]", resolveHalfOfMonth),
	row(levelDate, "{nth} half of {the-year}", "January–June, July–December", "the first half of the year", "2024-40", resolveHalfOfYear),
	row(levelDate, "{nth} quarter of {the-year}", "that quarter of the calendar year", "the second quarter of 2001", "2001-34", resolveQuarter),
	row(levelDate, "{quarter} [of] {the-year}", "that quarter of the calendar year", "Q1 2024", "2024-33", resolveQuarter),

	// Days counted from the anchor.
	row(levelDate, "today|now|currently", "the anchor", "today", "2024-08-21", daysFromAnchor(0)),
	row(levelDate, "at present", "the anchor", "at present", "2024-08-21", daysFromAnchor(0)),
	row(levelDate, "this {daytime}", "the anchor", "this morning", "2024-08-21", daysFromAnchor(0)),
	row(levelDate, "earlier|later today", "the anchor", "later today", "2024-08-21", daysFromAnchor(0)),
	row(levelDate, "end of day", "the anchor", "by the end of the day", "[..2024-08-21]", daysFromAnchor(0)),
	row(levelDate, "earlier|later same|that day", "the anchor", "later that day", "2024-08-21", daysFromAnchor(0)),
	row(levelDate, "same|that day", "the anchor", "on the same day", "2024-08-21", daysFromAnchor(0)),
	row(levelDate, "yesterday [{daytime}]", "the day before the anchor", "yesterday evening", "2024-08-20", daysFromAnchor(-1)),
	row(levelDate, "tomorrow [{daytime}]", "the day after the anchor", "tomorrow", "2024-08-22", daysFromAnchor(1)),
	row(levelDate, "last night", "the day before the anchor, or the anchor", "last night", "[2024-08-20..2024-08-21]", nightFromAnchor(-1)).atNight(),
	row(levelDate, "overnight", "the day before the anchor, or the anchor", "overnight", "[2024-08-20..2024-08-21]", nightFromAnchor(-1)).atNight(),
	row(levelDate, "tonight", "the anchor, or the day after it", "tonight", "[2024-08-21..2024-08-22]", nightFromAnchor(0)).atNight(),
	row(levelDate, "the_next|next|following day", "the day after the anchor", "the next day", "2024-08-22", daysFromAnchor(1)),
	row(levelDate, "day after|later", "the day after the anchor", "the day after", "2024-08-22", daysFromAnchor(1)),
	row(levelDate, "previous|preceding day", "the day before the anchor", "the previous day", "2024-08-20", daysFromAnchor(-1)),
	row(levelDate, "day before|earlier", "the day before the anchor", "the day before", "2024-08-20", daysFromAnchor(-1)),

	// Weekdays and weekends; a week runs from Monday to Sunday.
	row(levelDate, "{weekday} [{daytime}]", "the last such day on or before the anchor", "on Tuesday", "2024-08-20", resolveWeekday),
	row(levelDate, "early|earlier|late|later [on] {weekday}", "the last such day on or before the anchor", "early on Monday", "2024-08-19", resolveWeekday),
	row(levelDate, "{weekday} night", "that day, or the day after it", "Friday night", "[2024-08-16..2024-08-17]", resolveWeekdayNight).atNight(),
	row(levelDate, "[this] past {weekday}", "the last one before the anchor", "this past Wednesday", "2024-08-14", resolvePastWeekday),
	row(levelDate, "[this] coming {weekday}", "the first one after the anchor", "the coming Friday", "2024-08-23", resolveComingWeekday),
	row(levelDate, "this {weekday}", "that day of the anchor's week", "this Monday", "2024-08-19", resolveWeekdayOfWeek),
	row(levelDate, "last {weekday}", "the last one before the anchor; when that lies in the anchor's week, that or the one before it", "last Tuesday", "[2024-08-13,2024-08-20]", resolveLastWeekday),
	row(levelDate, "next {weekday}", "the first one after the anchor; when that lies in the anchor's week, that or the one after it", "next Monday", "2024-08-26", resolveNextWeekday),
	row(levelDate, "{weekday} [of] {week}", "that day of that week", "Tuesday last week", "2024-08-13", resolveWeekdayOfWeek),
	row(levelDate, "{week} on {weekday}", "that day of that week", "next week on Friday", "2024-08-30", resolveWeekdayOfWeek),
	row(levelDate, "[over] weekend", "the last one that begins on or before the anchor", "over the weekend", "[2024-08-17..2024-08-18]", resolveWeekend),
	row(levelDate, "this weekend", "that of the anchor's week", "this weekend", "[2024-08-24..2024-08-25]", resolveThisWeekend),
	row(levelDate, "[this] past weekend", "that of the week before the anchor's", "this past weekend", "[2024-08-17..2024-08-18]", resolveLastWeekend),
	row(levelDate, "last weekend", "that of the week before the anchor's", "last weekend", "[2024-08-17..2024-08-18]", resolveLastWeekend),
	row(levelDate, "[this] coming weekend", "the first that begins after the anchor", "the coming weekend", "[2024-08-24..2024-08-25]", resolveComingWeekend),
	row(levelDate, "next weekend", "the first that begins after the anchor; when that lies in the anchor's week, that or the one after it", "next weekend", "[2024-08-24..2024-08-25,2024-08-31..2024-09-01]", resolveNextWeekend),

	// Weeks, months and years counted from the anchor.
	row(levelDate, "{week}", "that week of the calendar", "last week", "[2024-08-12..2024-08-18]", resolveWeek),
	row(levelDate, "same|that {span}", "the anchor's", "that year", "2024", unitFromAnchor(0)),
	row(levelDate, "following {span}", "the one after the anchor's", "the following week", "[2024-08-26..2024-09-01]", unitFromAnchor(1)),
	row(levelDate, "previous|preceding {span}", "the one before the anchor's", "the previous month", "2024-07", unitFromAnchor(-1)),
	row(levelDate, "{span} after|later", "the one after the anchor's", "the year after", "2025", unitFromAnchor(1)),
	row(levelDate, "{span} before|earlier", "the one before the anchor's", "the week before", "[2024-08-12..2024-08-18]", unitFromAnchor(-1)),
	row(levelDate, "{span} after next", "the second after the anchor's", "the year after next", "2026", unitFromAnchor(2)),
	row(levelDate, "{span} before last", "the second before the anchor's", "the month before last", "2024-06", unitFromAnchor(-2)),
	row(levelDate, "last {name}", "the last that ended before the anchor; when that lies in the anchor's year, that or the one a year before it", "last July", "[2023-07,2024-07]", resolveLastMonthByName),
	row(levelDate, "next {name}", "the first that begins after the anchor; when that lies in the anchor's year, that or the one a year after it", "next May", "2025-05", resolveNextMonthByName),
	row(levelDate, "this {name}", "that of the anchor's year", "this May", "2024-05", resolveThisMonthByName),
	row(levelDate, "earlier this {span}", "from the first day of it to the anchor", "earlier this month", "[2024-08-01..2024-08-21]", resolveEarlier),
	row(levelDate, "earlier in {span}", "from the first day of it to the anchor", "earlier in the week", "[2024-08-19..2024-08-21]", resolveEarlier),
	row(levelDate, "later this {span}", "from the anchor to the last day of it", "later this year", "[2024-08-21..2024-12-31]", resolveStillToCome),
	row(levelDate, "later in {span}", "from the anchor to the last day of it", "later in the month", "[2024-08-21..2024-08-31]", resolveStillToCome),
	row(levelDate, "so far this {span}", "throughout, from the first day of it to the anchor", "so far this year", "2024-01-01/2024-08-21", resolveSoFar),

	// A number of days, weeks, months, years or decades.
	row(levelDate, "{n} {unit} ago", "the day, or the week, month, year or decade of the calendar, so many before", "two months ago", "2024-06", resolveAgo),
	row(levelDate, "{n} {unit} before|earlier|previously", "the day, or the week, month, year or decade of the calendar, so many before", "three days earlier", "2024-08-18", resolveAgo),
	row(levelDate, "in {n} {unit}", "the day, or the week, month, year or decade of the calendar, so many after", "in two weeks", "[2024-09-02..2024-09-08]", resolveLater),
	row(levelDate, "{n} {unit} after|later|afterwards|on", "the day, or the week, month, year or decade of the calendar, so many after", "two days later", "2024-08-23", resolveLater),
	row(levelDate, "{n} {unit} from now|today", "the day, or the week, month, year or decade of the calendar, so many after", "a year from now", "2025", resolveLater),
	row(levelDate, "more than {n} {unit} ago", "so many before the anchor, or earlier", "more than a year ago", "[..2023-08-21]", resolveOverAgo),
	row(levelDate, "over {n} {unit} ago", "so many before the anchor, or earlier", "over two weeks ago", "[..2024-08-07]", resolveOverAgo),
	row(levelDate, "at least {n} {unit} ago", "so many before the anchor, or earlier", "at least three days ago", "[..2024-08-18]", resolveOverAgo),
	row(levelDate, "less than {n} {unit} ago", "so many before the anchor, to the anchor", "less than a week ago", "[2024-08-14..2024-08-21]", resolvePast),
	row(levelDate, "[a] few|several|some|many|couple [of] {units} ago", "two or more of them before", "several years ago", "[..2022]", resolveSomeAgo),
	row(levelDate, "{units} ago", "two or more of them before", "weeks ago", "[..2024-08-11]", resolveSomeAgo),
	row(levelDate, "[within|over] past {single}", "one before the anchor, to the anchor", "in the past week", "[2024-08-14..2024-08-21]", resolvePast),
	row(levelDate, "[within|over] past {n} {unit}", "so many before the anchor, to the anchor", "in the past three days", "[2024-08-18..2024-08-21]", resolvePast),
	row(levelDate, "[within] the_last {n} {unit}", "so many before the anchor, to the anchor", "in the last two months", "[2024-06-21..2024-08-21]", resolvePast),
	row(levelDate, "within|over the_last {single}", "one before the anchor, to the anchor", "over the last year", "[2023-08-21..2024-08-21]", resolvePast),
	row(levelDate, "throughout|for past {single}", "throughout, from one before the anchor, to the anchor", "for the past week", "2024-08-14/2024-08-21", resolveOverPast),
	row(levelDate, "throughout|for past {n} {unit}", "throughout, from so many before the anchor, to the anchor", "for the past ten days", "2024-08-11/2024-08-21", resolveOverPast),
	row(levelDate, "throughout|for the_last {single}", "throughout, from one before the anchor, to the anchor", "for the last month", "2024-07-21/2024-08-21", resolveOverPast),
	row(levelDate, "throughout|for the_last {n} {unit}", "throughout, from so many before the anchor, to the anchor", "for the last two years", "2022-08-21/2024-08-21", resolveOverPast),
	row(levelDate, "[within|over] coming {single}", "the day after the anchor, to one after it", "in the coming week", "[2024-08-22..2024-08-28]", resolveNext),
	row(levelDate, "[within|over] coming {n} {unit}", "the day after the anchor, to so many after it", "in the coming two weeks", "[2024-08-22..2024-09-04]", resolveNext),
	row(levelDate, "within|over the_next {single}", "the day after the anchor, to one after it", "over the next month", "[2024-08-22..2024-09-21]", resolveNext),
	row(levelDate, "[within|over] the_next {n} {unit}", "the day after the anchor, to so many after it", "in the next three days", "[2024-08-22..2024-08-24]", resolveNext),
	row(levelDate, "within {n} {unit}", "the anchor, to so many after it", "within a month", "[2024-08-21..2024-09-21]", resolveWithin),

	// Hours, from an unknown hour of the anchor.
	row(levelDate, "{n} {hours} ago|earlier", "the days on which that can be", "three hours ago", "[2024-08-20..2024-08-21]", hoursFromAnchor(-1)),
	row(levelDate, "{n} {hours} later", "the days on which that can be", "12 hours later", "[2024-08-21..2024-08-22]", hoursFromAnchor(1)),
	row(levelDate, "in {n} {hours}", "the days on which that can be", "in 24 hours", "2024-08-22", hoursFromAnchor(1)),
	row(levelDate, "[within|over] past|the_last {n} {hours}", "from the first day on which that can be, to the anchor", "in the last 24 hours", "[2024-08-20..2024-08-21]", resolvePastHours),
	row(levelDate, "[within|over] coming|the_next {n} {hours}", "from the anchor, to the last day on which that can be", "over the next 36 hours", "[2024-08-21..2024-08-23]", resolveNextHours),
	row(levelDate, "within {n} {hours}", "from the anchor, to the last day on which that can be", "within 48 hours", "[2024-08-21..2024-08-23]", resolveNextHours),

	// An unstated number of them.
	row(levelDate, "[over] coming|upcoming [few] {units}", "from the day after the anchor: days for a week, weeks for a month, months for a year, more without end", "in the coming days", "[2024-08-22..2024-08-28]", resolveComing),
	row(levelDate, "[over] the_next few|several {units}", "from the day after the anchor: days for a week, weeks for a month, months for a year, more without end", "over the next few weeks", "[2024-08-22..2024-09-21]", resolveComing),
	row(levelDate, "{units} ahead", "from the day after the anchor: days for a week, weeks for a month, months for a year, more without end", "in the months ahead", "[2024-08-22..2025-08-21]", resolveComing),
	row(levelDate, "[over] recent {units}", "up to the anchor, from an unknown day", "in recent years", "/2024-08-21", resolveRecent),
	row(levelDate, "[over] past|the_last few|several {units}", "up to the anchor, from an unknown day", "over the past few months", "/2024-08-21", resolveRecent),
	row(levelDate, "until|till now", "up to the anchor, from an unknown day", "until now", "/2024-08-21", resolveRecent),
	row(levelDate, "up to now", "up to the anchor, from an unknown day", "up to now", "/2024-08-21", resolveRecent),
	row(levelDate, "so far", "up to the anchor, from an unknown day", "so far", "/2024-08-21", resolveRecent),
	row(levelDate, "to date", "up to the anchor, from an unknown day", "to date", "/2024-08-21", resolveRecent),
	row(levelDate, "recently", "on the anchor or before", "recently", "[..2024-08-21]", resolveRecently),

	// Around a date.
	row(levelShifted, "sometime [on|in|at|during] {date}", "that date", "sometime in 2019", "2019", resolveSame),
	row(levelShifted, "throughout {date}", "from its first day to its last", "throughout July", "2024-07-01/2024-07-31", resolveThroughout),
	row(levelShifted, "all|whole|entire [of] {date}", "from its first day to its last", "all of last year", "2023-01-01/2023-12-31", resolveThroughout),
	row(levelShifted, "{daytime} of {date}", "that day", "the evening of 4 August", "2024-08-04", resolveDaytime),
	row(levelShifted, "night of {date}", "that day, or the day after it", "the night of 27 July", "[2024-07-27..2024-07-28]", resolveNight).atNight(),
	row(levelShifted, "week of {date}", "the week of the calendar that holds the day", "the week of 5 August", "[2024-08-05..2024-08-11]", unitFromDay(0)),
	row(levelShifted, "{single} after {date}", "the next after that of the day", "the day after tomorrow", "2024-08-23", unitFromDay(1)),
	row(levelShifted, "{single} before {date}", "the last before that of the day", "the day before yesterday", "2024-08-19", unitFromDay(-1)),
	row(levelShifted, "{n} {unit} after {date}", "so many after that of the day", "three days after 4 August", "2024-08-07", unitFromDay(1)),
	row(levelShifted, "{n} {unit} before {date}", "so many before that of the day", "two weeks before 30 July", "[2024-07-15..2024-07-21]", unitFromDay(-1)),
	row(levelQualified, "[on or] about|around|circa|c|ca|approximately|roughly {date}", "that date, approximate", "about 1984", "1984~", qualifyInside(qualifierApproximate)),
	row(levelQualified, "perhaps|possibly|probably|maybe [on|in|at|during] {date}", "that date, uncertain", "possibly in 2019", "2019?", qualifyInside(qualifierUncertain)),
	row(levelUncertain, "[sometime] [on|in|at|during] {date} uncertain", "that date, uncertain", "sometime in 2019, uncertain", "2019?", qualifyInside(qualifierUncertain)),

	// Limits. Here "the start of" a period is its first and "the end of" it its last day.
	row(levelJoined, "[ever] since {date}", "from then on, with an open end; of a window, from its first day or later", "since late July", "2024-07-21../..", resolveSince),
	row(levelJoined, "from {date} on|onward|onwards", "from then on, with an open end; the date has to tell on which side of the anchor it lies", "from 2012 onwards", "2012/..", resolveOnwards),
	row(levelJoined, "until|till|through {date}", "up to and with it, from an unknown day; the date has to tell on which side of the anchor it lies", "until next Monday", "/2024-08-26", resolveUntil),
	row(levelJoined, "as of {date}", "that date", "as of Monday", "2024-08-19", resolveAsOf),
	row(levelJoined, "by {date}", "on its last day or before", "by the end of the year", "[..2024-12-31]", resolveBy),
	row(levelJoined, "on or before {date}", "on its last day or before", "on or before 4 August 2024", "[..2024-08-04]", resolveBy),
	row(levelJoined, "no|not later than {date}", "on its last day or before", "no later than Friday", "[..2024-08-23]", resolveBy),
	row(levelJoined, "{date} or earlier|before", "on its last day or before", "1984 or earlier", "[..1984]", resolveBy),
	row(levelJoined, "on or after {date}", "on its first day or after", "on or after 4 August 2024", "[2024-08-04..]", resolveFrom),
	row(levelJoined, "no|not earlier than {date}", "on its first day or after", "not earlier than Monday", "[2024-08-19..]", resolveFrom),
	row(levelJoined, "{date} or later|after", "on its first day or after", "December 1760 or later", "[1760-12..]", resolveFrom),
	row(levelJoined, "[sometime] before {date}", "before its first day; before the end of a period is on its last day or before", "before Monday", "[..2024-08-25]", resolveBefore),
	row(levelJoined, "prior to {date}", "before its first day; before the end of a period is on its last day or before", "prior to 2008", "[..2007]", resolveBefore),
	row(levelJoined, "[sometime] after {date}", "after its last day; after the start of a period is on its first day or after", "after 4 August", "[2024-08-05..]", resolveAfter),

	// Two dates. A year or month that one leaves out is told by the other.
	row(levelJoined, "[sometime] between {date} and {date}", "sometime from the one to the other, both included", "between May and June", "[2024-05..2024-06]", resolveBetween),
	row(levelJoined, "from {date} to|-|until|till|through {date}", "throughout, both included; of a window, from its first day or later, to its last or earlier", "from late July to 4 August", "2024-07-21../2024-08-04", resolveSpan),
	row(levelJoined, "night of|from {date} to|- {date}", "one of the two days", "the night of 27 to 28 July", "[2024-07-27..2024-07-28]", resolveNightBetween),
	row(levelJoined, "overnight to|into {date}", "that day, or the day before it", "overnight to Sunday", "[2024-08-17..2024-08-18]", resolveNightInto),
	row(levelJoined, "{date} to|-|until|till|through {date}", "throughout, both included", "29 July to 4 August", "2024-07-29/2024-08-04", resolveSpan),
	row(levelJoined, "[either] {date} or {date}", "one of them", "25 or 26 July", "[2024-07-25,2024-07-26]", resolveEither),
	row(levelJoined, "[both] {date} and {date}", "each of them", "Monday and Tuesday", "{2024-08-19,2024-08-20}", resolveBoth),
}
