package edtf

// Conventions returns every convention, in the order in which they are tried.
// They are data: what a caller shows beside a value, and what
// [Phrase.Pattern] refers to. A wording that fits none of them is refused.
//
// In braces stand:
//
//	{day}                a day of the month, 4, 4th or fourth; {nth-day} not 4, {number} only 4
//	{iso-day}            2024-08-04
//	{weekday}            in full or shortened
//	{daytime}            morning, afternoon or evening
//	{name}               a month by name, in full or shortened
//	{month}              a month by name, or last, this or next month; {the-month} also the month
//	{year}               four digits, or a number with CE, AD, BCE or BC, or last, this or next year; {the-year} also the year
//	{week}               last, this or next week; {the-week} also the week
//	{season}             spring, summer, autumn, fall or winter
//	{decade}             1990s
//	{third}              early, mid or late, or beginning of, start of, middle of or end of
//	{quarter}            Q1 to Q4
//	{era}                CE, AD, BCE or BC
//	{n}                  a whole number to 9999 in digits, to ninety-nine in words, or a
//	{nth}                first, 1st and so on
//	{unit}               a day, week, month, year or decade; {single} in the singular, {units} in the plural
//	{hours}              hour or hours
//	{span}               week, month or year
//	{date}               any wording from above, up to the limits and pairs of dates at the end
//
// The examples are as of Wednesday, 21 August 2024:
//
//	[{weekday}] {day} [of] {month} [{year}]
//	    "4 August" = 2024-08-04: that day; a weekday has to be the right one
//	[{weekday}] {name} {day} [{year}]
//	    "August 22, 2023" = 2023-08-22: that day; a weekday has to be the right one
//	{iso-day}
//	    "2024-08-04" = 2024-08-04: that day
//	{nth-day}
//	    "on the 30th" = 2024-07-30: the last such day on or before the anchor
//	{nth-day} of month
//	    "the 30th of the month" = 2024-08-30: that day of the anchor's month
//	{number} [{year}]
//	    "25 to 27 July" = 2024-07-25/2024-07-27: beside a date with its month only: that day of it
//	{nth-day} {year}
//	    "July 25th to 27th, 2023" = 2023-07-25/2023-07-27: beside a date with its month only: that day of it
//	first day of {the-month} [{year}]
//	    "the first day of September 2024" = 2024-09-01: the first of the month
//	last|the last day of {the-month} [{year}]
//	    "the last day of the month" = 2024-08-31: the last of the month
//	first day of {the-year}
//	    "the first day of next year" = 2025-01-01: 1 January
//	last|the last day of {the-year}
//	    "the last day of 2023" = 2023-12-31: 31 December
//	{month} [[of] {year}]
//	    "in September" = 2023-09: that month
//	[year] {year}
//	    "last year" = 2023: that year
//	{season} [of] {year}
//	    "spring 2001" = 2001-21: that season, winter by the year it begins in; a season without its year is refused
//	{decade}
//	    "the 1990s" = 199X: a year of that decade; "the 2000s" may be a century and is refused
//	{nth} century [{era}]
//	    "the twentieth century" = [1901..2000]: the 20th century is 1901 to 2000
//	{third} {the-month} [{year}]
//	    "late July" = [2024-07-21..2024-07-31]: days 1–10, 11–20, 21 to the last
//	{third} {the-year}
//	    "early 2023" = [2023-01..2023-04]: January–April, May–August, September–December
//	{third} {the-week}
//	    "late last week" = [2024-08-15..2024-08-18]: Monday–Wednesday, Tuesday–Thursday, Thursday–Sunday
//	{third} {decade}
//	    "the mid-1990s" = [1994..1996]: years 0–3, 4–6, 7–9
//	{nth} half of {the-month} [{year}]
//	    "the second half of July" = [2024-07-16..2024-07-31]: days 1–15, 16 to the last
//	{nth} half of {the-year}
//	    "the first half of the year" = 2024-40: January–June, July–December
//	{nth} quarter of {the-year}
//	    "the second quarter of 2001" = 2001-34: that quarter of the calendar year
//	{quarter} [of] {the-year}
//	    "Q1 2024" = 2024-33: that quarter of the calendar year
//	today|now|currently
//	    "today" = 2024-08-21: the anchor
//	at present
//	    "at present" = 2024-08-21: the anchor
//	this {daytime}
//	    "this morning" = 2024-08-21: the anchor
//	earlier|later today
//	    "later today" = 2024-08-21: the anchor
//	end of day
//	    "by the end of the day" = [..2024-08-21]: the anchor
//	earlier|later same|that day
//	    "later that day" = 2024-08-21: the anchor
//	same|that day
//	    "on the same day" = 2024-08-21: the anchor
//	yesterday [{daytime}]
//	    "yesterday evening" = 2024-08-20: the day before the anchor
//	tomorrow [{daytime}]
//	    "tomorrow" = 2024-08-22: the day after the anchor
//	last night
//	    "last night" = [2024-08-20..2024-08-21]: the day before the anchor, or the anchor
//	overnight
//	    "overnight" = [2024-08-20..2024-08-21]: the day before the anchor, or the anchor
//	tonight
//	    "tonight" = [2024-08-21..2024-08-22]: the anchor, or the day after it
//	the next|next|following day
//	    "the next day" = 2024-08-22: the day after the anchor
//	day after|later
//	    "the day after" = 2024-08-22: the day after the anchor
//	previous|preceding day
//	    "the previous day" = 2024-08-20: the day before the anchor
//	day before|earlier
//	    "the day before" = 2024-08-20: the day before the anchor
//	{weekday} [{daytime}]
//	    "on Tuesday" = 2024-08-20: the last such day on or before the anchor
//	early|earlier|late|later [on] {weekday}
//	    "early on Monday" = 2024-08-19: the last such day on or before the anchor
//	{weekday} night
//	    "Friday night" = [2024-08-16..2024-08-17]: that day, or the day after it
//	[this] past {weekday}
//	    "this past Wednesday" = 2024-08-14: the last one before the anchor
//	[this] coming {weekday}
//	    "the coming Friday" = 2024-08-23: the first one after the anchor
//	this {weekday}
//	    "this Monday" = 2024-08-19: that day of the anchor's week
//	last {weekday}
//	    "last Tuesday" = [2024-08-13,2024-08-20]: the last one before the anchor; when that lies in the anchor's week, that or the one before it
//	next {weekday}
//	    "next Monday" = 2024-08-26: the first one after the anchor; when that lies in the anchor's week, that or the one after it
//	{weekday} [of] {week}
//	    "Tuesday last week" = 2024-08-13: that day of that week
//	{week} on {weekday}
//	    "next week on Friday" = 2024-08-30: that day of that week
//	[over] weekend
//	    "over the weekend" = [2024-08-17..2024-08-18]: the last one that begins on or before the anchor
//	this weekend
//	    "this weekend" = [2024-08-24..2024-08-25]: that of the anchor's week
//	[this] past weekend
//	    "this past weekend" = [2024-08-17..2024-08-18]: that of the week before the anchor's
//	last weekend
//	    "last weekend" = [2024-08-17..2024-08-18]: that of the week before the anchor's
//	[this] coming weekend
//	    "the coming weekend" = [2024-08-24..2024-08-25]: the first that begins after the anchor
//	next weekend
//	    "next weekend" = [2024-08-24..2024-08-25,2024-08-31..2024-09-01]: the first that begins after the anchor; when that lies in the anchor's week, that or the one after it
//	{week}
//	    "last week" = [2024-08-12..2024-08-18]: that week of the calendar
//	same|that {span}
//	    "that year" = 2024: the anchor's
//	following {span}
//	    "the following week" = [2024-08-26..2024-09-01]: the one after the anchor's
//	previous|preceding {span}
//	    "the previous month" = 2024-07: the one before the anchor's
//	{span} after|later
//	    "the year after" = 2025: the one after the anchor's
//	{span} before|earlier
//	    "the week before" = [2024-08-12..2024-08-18]: the one before the anchor's
//	{span} after next
//	    "the year after next" = 2026: the second after the anchor's
//	{span} before last
//	    "the month before last" = 2024-06: the second before the anchor's
//	last {name}
//	    "last July" = [2023-07,2024-07]: the last that ended before the anchor; when that lies in the anchor's year, that or the one a year before it
//	next {name}
//	    "next May" = 2025-05: the first that begins after the anchor; when that lies in the anchor's year, that or the one a year after it
//	this {name}
//	    "this May" = 2024-05: that of the anchor's year
//	earlier this {span}
//	    "earlier this month" = [2024-08-01..2024-08-21]: from the first day of it to the anchor
//	earlier in {span}
//	    "earlier in the week" = [2024-08-19..2024-08-21]: from the first day of it to the anchor
//	later this {span}
//	    "later this year" = [2024-08-21..2024-12-31]: from the anchor to the last day of it
//	later in {span}
//	    "later in the month" = [2024-08-21..2024-08-31]: from the anchor to the last day of it
//	so far this {span}
//	    "so far this year" = 2024-01-01/2024-08-21: throughout, from the first day of it to the anchor
//	{n} {unit} ago
//	    "two months ago" = 2024-06: the day, or the week, month, year or decade of the calendar, so many before
//	{n} {unit} before|earlier|previously
//	    "three days earlier" = 2024-08-18: the day, or the week, month, year or decade of the calendar, so many before
//	in {n} {unit}
//	    "in two weeks" = [2024-09-02..2024-09-08]: the day, or the week, month, year or decade of the calendar, so many after
//	{n} {unit} after|later|afterwards|on
//	    "two days later" = 2024-08-23: the day, or the week, month, year or decade of the calendar, so many after
//	{n} {unit} from now|today
//	    "a year from now" = 2025: the day, or the week, month, year or decade of the calendar, so many after
//	more than {n} {unit} ago
//	    "more than a year ago" = [..2023-08-21]: so many before the anchor, or earlier
//	over {n} {unit} ago
//	    "over two weeks ago" = [..2024-08-07]: so many before the anchor, or earlier
//	at least {n} {unit} ago
//	    "at least three days ago" = [..2024-08-18]: so many before the anchor, or earlier
//	less than {n} {unit} ago
//	    "less than a week ago" = [2024-08-14..2024-08-21]: so many before the anchor, to the anchor
//	[a] few|several|some|many|couple [of] {units} ago
//	    "several years ago" = [..2022]: two or more of them before
//	{units} ago
//	    "weeks ago" = [..2024-08-11]: two or more of them before
//	[within|over] past {single}
//	    "in the past week" = [2024-08-14..2024-08-21]: one before the anchor, to the anchor
//	[within|over] past {n} {unit}
//	    "in the past three days" = [2024-08-18..2024-08-21]: so many before the anchor, to the anchor
//	[within] the last {n} {unit}
//	    "in the last two months" = [2024-06-21..2024-08-21]: so many before the anchor, to the anchor
//	within|over the last {single}
//	    "over the last year" = [2023-08-21..2024-08-21]: one before the anchor, to the anchor
//	throughout|for past {single}
//	    "for the past week" = 2024-08-14/2024-08-21: throughout, from one before the anchor, to the anchor
//	throughout|for past {n} {unit}
//	    "for the past ten days" = 2024-08-11/2024-08-21: throughout, from so many before the anchor, to the anchor
//	throughout|for the last {single}
//	    "for the last month" = 2024-07-21/2024-08-21: throughout, from one before the anchor, to the anchor
//	throughout|for the last {n} {unit}
//	    "for the last two years" = 2022-08-21/2024-08-21: throughout, from so many before the anchor, to the anchor
//	[within|over] coming {single}
//	    "in the coming week" = [2024-08-22..2024-08-28]: the day after the anchor, to one after it
//	[within|over] coming {n} {unit}
//	    "in the coming two weeks" = [2024-08-22..2024-09-04]: the day after the anchor, to so many after it
//	within|over the next {single}
//	    "over the next month" = [2024-08-22..2024-09-21]: the day after the anchor, to one after it
//	[within|over] the next {n} {unit}
//	    "in the next three days" = [2024-08-22..2024-08-24]: the day after the anchor, to so many after it
//	within {n} {unit}
//	    "within a month" = [2024-08-21..2024-09-21]: the anchor, to so many after it
//	{n} {hours} ago|earlier
//	    "three hours ago" = [2024-08-20..2024-08-21]: the days on which that can be
//	{n} {hours} later
//	    "12 hours later" = [2024-08-21..2024-08-22]: the days on which that can be
//	in {n} {hours}
//	    "in 24 hours" = 2024-08-22: the days on which that can be
//	[within|over] past|the last {n} {hours}
//	    "in the last 24 hours" = [2024-08-20..2024-08-21]: from the first day on which that can be, to the anchor
//	[within|over] coming|the next {n} {hours}
//	    "over the next 36 hours" = [2024-08-21..2024-08-23]: from the anchor, to the last day on which that can be
//	within {n} {hours}
//	    "within 48 hours" = [2024-08-21..2024-08-23]: from the anchor, to the last day on which that can be
//	[over] coming|upcoming [few] {units}
//	    "in the coming days" = [2024-08-22..2024-08-28]: from the day after the anchor: days for a week, weeks for a month, months for a year, more without end
//	[over] the next few|several {units}
//	    "over the next few weeks" = [2024-08-22..2024-09-21]: from the day after the anchor: days for a week, weeks for a month, months for a year, more without end
//	{units} ahead
//	    "in the months ahead" = [2024-08-22..2025-08-21]: from the day after the anchor: days for a week, weeks for a month, months for a year, more without end
//	[over] recent {units}
//	    "in recent years" = /2024-08-21: up to the anchor, from an unknown day
//	[over] past|the last few|several {units}
//	    "over the past few months" = /2024-08-21: up to the anchor, from an unknown day
//	until|till now
//	    "until now" = /2024-08-21: up to the anchor, from an unknown day
//	up to now
//	    "up to now" = /2024-08-21: up to the anchor, from an unknown day
//	so far
//	    "so far" = /2024-08-21: up to the anchor, from an unknown day
//	to date
//	    "to date" = /2024-08-21: up to the anchor, from an unknown day
//	recently
//	    "recently" = [..2024-08-21]: on the anchor or before
//	sometime [on|in|at|during] {date}
//	    "sometime in 2019" = 2019: that date
//	throughout {date}
//	    "throughout July" = 2024-07-01/2024-07-31: from its first day to its last
//	all|whole|entire [of] {date}
//	    "all of last year" = 2023-01-01/2023-12-31: from its first day to its last
//	{daytime} of {date}
//	    "the evening of 4 August" = 2024-08-04: that day
//	night of {date}
//	    "the night of 27 July" = [2024-07-27..2024-07-28]: that day, or the day after it
//	week of {date}
//	    "the week of 5 August" = [2024-08-05..2024-08-11]: the week of the calendar that holds the day
//	{single} after {date}
//	    "the day after tomorrow" = 2024-08-23: the next after that of the day
//	{single} before {date}
//	    "the day before yesterday" = 2024-08-19: the last before that of the day
//	{n} {unit} after {date}
//	    "three days after 4 August" = 2024-08-07: so many after that of the day
//	{n} {unit} before {date}
//	    "two weeks before 30 July" = [2024-07-15..2024-07-21]: so many before that of the day
//	[on or] about|around|circa|c|ca|approximately|roughly {date}
//	    "about 1984" = 1984~: that date, approximate
//	perhaps|possibly|probably|maybe [on|in|at|during] {date}
//	    "possibly in 2019" = 2019?: that date, uncertain
//	[sometime] [on|in|at|during] {date} uncertain
//	    "sometime in 2019, uncertain" = 2019?: that date, uncertain
//	[ever] since {date}
//	    "since late July" = 2024-07-21../..: from then on, with an open end; of a window, from its first day or later
//	from {date} on|onward|onwards
//	    "from 2012 onwards" = 2012/..: from then on, with an open end; the date has to tell on which side of the anchor it lies
//	until|till|through {date}
//	    "until next Monday" = /2024-08-26: up to and with it, from an unknown day; the date has to tell on which side of the anchor it lies
//	as of {date}
//	    "as of Monday" = 2024-08-19: that date
//	by {date}
//	    "by the end of the year" = [..2024-12-31]: on its last day or before
//	on or before {date}
//	    "on or before 4 August 2024" = [..2024-08-04]: on its last day or before
//	no|not later than {date}
//	    "no later than Friday" = [..2024-08-23]: on its last day or before
//	{date} or earlier|before
//	    "1984 or earlier" = [..1984]: on its last day or before
//	on or after {date}
//	    "on or after 4 August 2024" = [2024-08-04..]: on its first day or after
//	no|not earlier than {date}
//	    "not earlier than Monday" = [2024-08-19..]: on its first day or after
//	{date} or later|after
//	    "December 1760 or later" = [1760-12..]: on its first day or after
//	[sometime] before {date}
//	    "before Monday" = [..2024-08-25]: before its first day; before the end of a period is on its last day or before
//	prior to {date}
//	    "prior to 2008" = [..2007]: before its first day; before the end of a period is on its last day or before
//	[sometime] after {date}
//	    "after 4 August" = [2024-08-05..]: after its last day; after the start of a period is on its first day or after
//	[sometime] between {date} and {date}
//	    "between May and June" = [2024-05..2024-06]: sometime from the one to the other, both included
//	from {date} to|-|until|till|through {date}
//	    "from late July to 4 August" = 2024-07-21../2024-08-04: throughout, both included; of a window, from its first day or later, to its last or earlier
//	night of|from {date} to|- {date}
//	    "the night of 27 to 28 July" = [2024-07-27..2024-07-28]: one of the two days
//	overnight to|into {date}
//	    "overnight to Sunday" = [2024-08-17..2024-08-18]: that day, or the day before it
//	{date} to|-|until|till|through {date}
//	    "29 July to 4 August" = 2024-07-29/2024-08-04: throughout, both included
//	[either] {date} or {date}
//	    "25 or 26 July" = [2024-07-25,2024-07-26]: one of them
//	[both] {date} and {date}
//	    "Monday and Tuesday" = {2024-08-19,2024-08-20}: each of them
func Conventions() []Convention {
	all := make([]Convention, len(conventions))
	for i := range conventions {
		all[i] = conventions[i].Convention
	}
	return all
}
