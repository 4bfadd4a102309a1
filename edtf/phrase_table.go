package edtf

import "strings"

// Convention is one wording that ParsePhrase understands.
type Convention struct {
	// Kind is what the wording is about, such as "weekdays".
	Kind string
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

// Conventions returns every convention, in the order in which they are tried;
// of two that fit, one that begins with a word of its own comes first. They are
// data: what a caller shows beside a value, and what [Phrase.Pattern] refers
// to. A wording that fits none of them is refused. The file PHRASES.md has them
// as a table, with what stands in the braces.
func Conventions() []Convention {
	all := make([]Convention, len(conventions))
	for i := range conventions {
		all[i] = conventions[i].Convention
	}
	return all
}

// convention is a Convention ready for use.
type convention struct {
	Convention
	pattern string // with underscores
	level   level
	count   counting
	resolve resolver
}

const (
	kindTimes  = "times of day"
	kindNights = "nights"
	wantOneDay = "a single day"
	wantThirds = "a week, a month, a quarter, a year, a decade or a century"
)

func row(l level, pattern, meaning, example, date string, resolve resolver) convention {
	return convention{
		Convention: Convention{Pattern: strings.ReplaceAll(pattern, "_", " "), Meaning: meaning, Example: example, Date: date},
		pattern:    pattern,
		level:      l,
		resolve:    resolve,
	}
}

func (c convention) counting(k counting) convention {
	c.count = k
	return c
}

// heading begins the rows of a kind.
func heading(kind string) convention { return convention{Convention: Convention{Kind: kind}} }

// table gives rows the kind of the heading before them. A meaning that begins
// with "the same" goes on from that of the row before.
func table(rows ...convention) []convention {
	var all []convention
	kind := ""
	for _, c := range rows {
		if c.pattern == "" {
			kind = c.Kind
			continue
		}
		if c.Kind = kind; len(all) > 0 {
			if rest, same := strings.CutPrefix(c.Meaning, "the same"); same {
				c.Meaning = all[len(all)-1].Meaning + rest
			}
		}
		all = append(all, c)
	}
	return all
}

// conventions is in the order in which they are tried.
var conventions = table(
	heading("days"),
	row(levelDay, "[{weekday}] {day} [of] {name} [[of] {year}]", "that day; without its year by the rule of the year, or the one year of two that has the weekday", "4 August", "2024-08-04", resolveDate),
	row(levelDay, "[{weekday}] {name} {day} [[of] {year}]", "that day", "August 22, 2023", "2023-08-22", resolveDate),
	row(levelDay, "{day} [of] {name} [[of] {year}] {weekday}", "that day, if it has the weekday", "4 August (Sunday)", "2024-08-04", resolveDate),
	row(levelDay, "{name} {day} [[of] {year}] {weekday}", "the same", "August 4 (Sunday)", "2024-08-04", resolveDate),
	row(levelDay, "{weekday} {nth-day}", "that day of a month; of the last such day and the next one, the one that has the weekday", "Monday the 19th", "2024-08-19", resolveDate),
	row(levelDay, "{written}", "that day, of a month, a week or a year in figures", "2024-08-04", "2024-08-04", resolveWritten),
	row(levelDay, "{nth-day}", "the last such day on or before the anchor", "on the 30th", "2024-07-30", resolveDate),
	row(levelDay, "{nth-day} of {period}", "that day of that month", "the 30th of next month", "2024-09-30", mapped(0, "a month that has the day", nthDay)),
	row(levelNumber, "{day} [{year}]", "beside a date with its month: that day of it", "25 to 27 July", "2024-07-25/2024-07-27", resolveDate),
	row(levelDay, "end of day", "the anchor", "at the end of the day", "2024-08-21", related(unitDay, false)),
	row(levelDay, "earlier|later in day", "the day of reference", "later in the day", "2024-08-21", related(unitDay, false)),
	row(levelDay, "today|now|currently|present|yesterday|tomorrow|then", "the anchor; the day before it, the day after it; the day of reference", "yesterday", "2024-08-20", related(unitDay, false)),
	row(levelDay, "that|same|following|the_next|next|previous|preceding day", "the day of reference, the one after or before", "the following day", "2024-08-22", related(unitDay, false)),
	heading("weekdays"),
	row(levelDay, "{weekday}", "the last such day on or before the anchor", "on Tuesday", "2024-08-20", inWeek(weekdayIn).place),
	row(levelDay, "[this] past {weekday}", "the last one before the anchor", "this past Wednesday", "2024-08-14", turn(turnPast, inWeek(weekdayIn).turn)),
	row(levelDay, "[this] coming {weekday}", "the first one after the anchor", "the coming Friday", "2024-08-23", turn(turnComing, inWeek(weekdayIn).turn)),
	row(levelDay, "{which} {weekday}", "this: that of the anchor's week; last: the last one before the anchor, and when that lies in the anchor's week, that or the one before it; next: the same the other way", "last Tuesday", "[2024-08-13,2024-08-20]", turn(turnRead, inWeek(weekdayIn).turn)),
	row(levelDay, "{weekday} [of] {which} week", "that day of that week", "Tuesday last week", "2024-08-13", resolveWeekdayOfWeek),
	row(levelDay, "{which} week on {weekday}", "that day of that week", "next week on Friday", "2024-08-30", resolveWeekdayOfWeek),
	row(levelDay, "that|same|following|the_next|previous|preceding {weekday}", "that of the week of the day of reference, the first after it or the last before", "the following Monday", "2024-08-26", inWeek(weekdayIn).related),
	row(levelDay, "{weekday} before|after", "the last before the day of reference, or the first after it", "the Friday before", "2024-08-16", inWeek(weekdayIn).related),
	heading(kindTimes),
	row(levelDay, "this|that|same|following|the_next|next|previous|preceding {daytime}", "the anchor; the day of reference, the one after or before", "this morning", "2024-08-21", related(unitDay, false)),
	row(levelTime, "[early|late|mid] {daytime}", "a time of day", "at dusk on Sunday", "2024-08-18", nil),
	row(levelTime, "{clock}", "a time of day", "at 3 p.m. on Tuesday", "2024-08-20", nil),
	row(levelTime, "{clock} local time", "a time of day", "at 10 a.m. local time on Monday", "2024-08-19", nil),
	row(levelTime, "{clock} et|est|edt|ct|cst|cdt|mt|mst|mdt|pt|pst|pdt|bst|ist|wat|cat|eat|sast|cet|cest|eet|eest|msk|jst", "a time of day", "3 p.m. EDT Tuesday", "2024-08-20", nil),
	row(levelDay, "{daytime} before|after", "the day before the day of reference, or after it", "the evening before", "2024-08-20", related(unitDay, false)),
	row(levelTime, "early|small hours", "a time of day", "in the early hours of Sunday", "2024-08-18", nil),
	row(levelDay, "[[shortly|just] before|after|about|around] {time} [on|of] {day-term}", "that day", "before dawn on Monday", "2024-08-19", mapped(1, wantOneDay, ofDays)),
	row(levelDay, "{day-term} {clock-of-day}", "that day and time, where a comma stands before the time", "12 April 1985, 23:20:30 UTC", "1985-04-12T23:20:30Z", mapped(0, wantOneDay, atClock)),
	row(levelDay, "{day-term} [[shortly|just] at|before|after|about|around|by] {time}", "that day", "on Tuesday at 3 p.m.", "2024-08-20", resolveSame),
	row(levelDay, "early|earlier|late|later [on|in] {day-term}", "that day", "late on Monday", "2024-08-19", mapped(0, wantOneDay, ofDays)),
	heading(kindNights),
	row(levelDay, "last night", "the day before the anchor, or the anchor", "last night", "[2024-08-20..2024-08-21]", related(unitDay, true)),
	row(levelDay, "overnight|tonight", "overnight: the same; tonight: the anchor, or the day after it", "tonight", "[2024-08-21..2024-08-22]", related(unitDay, true)),
	row(levelDay, "that|same|following|the_next|next|previous|preceding night", "the day of reference, the one after or before, or the day after that", "that night", "[2024-08-21..2024-08-22]", related(unitDay, true)),
	row(levelDay, "night before", "the day before the day of reference, or that day", "the night before", "[2024-08-20..2024-08-21]", related(unitDay, true)),
	row(levelDay, "night before last", "the second day before the anchor, or the day after it", "the night before last", "[2024-08-19..2024-08-20]", func(r *reading, _ placing) (sense, *refusal) { return nightOf(senseOfDay(r.anchor.AddDays(-2))), nil }),
	row(levelDay, "{day-term} night", "that day, or the day after it", "Friday night", "[2024-08-16..2024-08-17]", mapped(0, "a day, or two in a row", nights)),
	row(levelDay, "night of|from {dates}", "that day, or the day after it; one of the two", "the night of 26-27 July", "[2024-07-26..2024-07-27]", mapped(0, "a day, or two in a row", nights)),
	row(levelDay, "overnight|night to|into|before {date}", "that day, or the day before it", "overnight to Sunday", "[2024-08-17..2024-08-18]", mapped(0, wantOneDay, nightInto)),
	row(levelDay, "overnight [from|of] {dates}", "one of the two days", "overnight from Friday to Saturday", "[2024-08-16..2024-08-17]", mapped(0, "a day, or two in a row", nights)),
	heading("weekends and weeks by their days"),
	row(levelDate, "weekend", "the last one that begins on or before the anchor", "over the weekend", "[2024-08-17..2024-08-18]", inWeek(weekendIn).place),
	row(levelDate, "[this] past weekend", "that of the week before the anchor's", "this past weekend", "[2024-08-17..2024-08-18]", turn(turnPast, inWeek(weekendIn).turn)),
	row(levelDate, "[this] coming weekend", "the first that begins after the anchor", "the coming weekend", "[2024-08-24..2024-08-25]", turn(turnComing, inWeek(weekendIn).turn)),
	row(levelDate, "{which} weekend", "this: that of the anchor's week; last: that of the week before; next: the first that begins after the anchor, and when that lies in the anchor's week, that or the one after it", "last weekend", "[2024-08-17..2024-08-18]", turn(turnRead, inWeek(weekendIn).turn)),
	row(levelDate, "that|same weekend", "that of the week of the day of reference", "that weekend", "[2024-08-24..2024-08-25]", inWeek(weekendIn).related),
	row(levelDate, "weekend of {dates}", "the Saturday and Sunday of which it is one, or from the one to the other", "the weekend of 10 August", "[2024-08-10..2024-08-11]", mapped(0, "a Saturday, a Sunday or both", weekendAround)),
	row(levelDate, "week of {dates}", "the week of the calendar that holds the day; by its first and last day, from the one to the other", "the week of 5 August", "[2024-08-05..2024-08-11]", mapped(0, "a day, or the first and the last of a week", weekAround)),
	row(levelPeriod, "week {number} [of] {year}", "that week of ISO 8601", "week 33 of 2024", "[2024-08-12..2024-08-18]", resolveWeekOfYear),
	heading("months, years and longer"),
	row(levelPeriod, "{name} [[of] {year}]", "that month; without its year by the rule of the year", "July of 2023", "2023-07", resolveCode),
	row(levelPeriod, "{which} {name}", "this: that of the anchor's year; last: the last that ended before the anchor, and when that began in the anchor's year, that or the one a year before; next: the same the other way", "last July", "[2023-07,2024-07]", turn(turnRead, codeOfYear)),
	row(levelPeriod, "[year] {year}", "that year", "the year 2019", "2019", func(r *reading, _ placing) (sense, *refusal) {
		return senseOf(yearPart(r.yearOf())).ofUnit(unitYear), nil
	}),
	row(levelPeriod, "[northern|southern] {season} [of] {period}", "that season of the year, winter by the year it begins in; a season without its year is refused", "spring 2001", "2001-21", mapped(0, "a year", seasons)),
	row(levelPeriod, "winter [of] {number} -|/|to {year}", "the winter that begins in the first of two years in a row", "the winter of 2023-24", "2023-24", resolveWinter),
	row(levelPeriod, "{which} {season}", "this: the one that holds the anchor, or that of its year; last: the last that ended before the anchor, and when that began in the anchor's year, that or the one a year before; next: the same the other way", "last summer", "2023-22", turn(turnRead, codeOfYear)),
	row(levelDate, "all {season} [long] [[of] {year}]", "that season, without its year by the rule of the year; its days depend on the place", "all summer", "2024-22", resolveCode),
	row(levelPeriod, "{decade}", "a year of that decade; a decade in two figures or words is the last that began on or before the anchor", "the 1990s", "199X", resolveDecade),
	row(levelPeriod, "{nth} century [{era}]", "the 20th century is 1901 to 2000", "the twentieth century", "[1901..2000]", resolveCentury),
	row(levelPeriod, "{quarter} [[of] {year}]", "that quarter, or half, of the calendar year", "Q1 2024", "2024-33", resolveCode),
	row(levelPeriod, "{nth} quarter", "that quarter by the rule of the year", "the third quarter", "2024-35", resolveCode),
	row(levelPeriod, "{rank} quarter [of] {period}", "that quarter of the calendar year", "the second quarter of 2001", "2001-34", mapped(0, "a quarter that the year has", divisions(codeQuarter1, 4))),
	row(levelPeriod, "{nth} four month period [of] {period}", "that third of the calendar year", "the third four-month period of 2001", "2001-39", mapped(0, "a third that the year has", divisions(codeQuadrimester1, 3))),
	row(levelPeriod, "{which} {span}", "that week, month, quarter, year, decade or century of the calendar", "last week", "[2024-08-12..2024-08-18]", unitOf(0)),
	row(levelPeriod, "that|same|following|previous|preceding {span}", "that of the day of reference, the one after or before", "the following week", "[2024-08-26..2024-09-01]", related(0, false)),
	row(levelPeriod, "{span} after next", "the second after the anchor's", "the year after next", "2026", unitOf(2)),
	row(levelPeriod, "{span} before last", "the second before the anchor's", "the month before last", "2024-06", unitOf(-2)),
	row(levelUnit, "{span}", "within others: that of the anchor", "early in the month", "[2024-08-01..2024-08-10]", unitOf(0)),
	heading("parts"),
	row(levelDate, "{third} [to] [{third}] [in] {period}", "of a week Monday–Wednesday, Tuesday–Thursday, Thursday–Sunday; of a month days 1–10, 11–20, 21 to the last; of a year January–April, May–August, September–December; of a decade years 0–3, 4–6, 7–9; of a century years 1–33, 34–66, 67–100", "late July", "[2024-07-21..2024-07-31]", mapped(0, wantThirds, thirds)),
	row(levelDate, "{edge} of {period}", "the same; beside a limit its first or last day", "the end of July", "[2024-07-21..2024-07-31]", mapped(0, wantThirds, thirds)),
	row(levelDate, "{period} {edge}", "the same", "at year's end", "[2024-09..2024-12]", mapped(0, wantThirds, thirds)),
	row(levelDay, "{rank} day of|in {period}", "that day of it", "the last day of the month", "2024-08-31", ranked(1, 1, "a day that it has")),
	row(levelDay, "{rank} {weekday} of|in {period}", "that one of its weekdays", "the second Sunday in May", "2024-05-12", ranked(1, 7, "a weekday that it has so often")),
	row(levelDate, "{rank} weekend of|in {period}", "that one of the weekends whose Saturday it has", "the last weekend of July", "[2024-07-27..2024-07-28]", ranked(2, 7, "a weekend that it has")),
	row(levelDate, "{rank} week of|in {period}", "its days 1–7, 8–14 and so on, or its last seven days", "the first week of July", "[2024-07-01..2024-07-07]", ranked(7, 7, "a week that it has in full")),
	row(levelPeriod, "{rank} half [of] {period}", "of a month days 1–15, 16 to the last; of a year January–June, July–December", "the second half of 2023", "2023-41", mapped(0, "a half of a month or a year", halves)),
	row(levelDate, "{rank} {count} of|in {period}", "those throughout", "the first nine months of the year", "2024-01/2024-09", mapped(1, "a period that has as many", firstUnits)),
	row(levelDate, "{counted} to|through {date}", "so many that end with the date, throughout", "in the 12 months to July", "2023-08/2024-07", mapped(1, wantWindow, unitsTo)),
	row(levelDate, "earlier [in] {period}", "from the first day of it to the day of reference, or after this to the anchor; refused when that is not in it", "earlier this month", "[2024-08-01..2024-08-21]", split(true, KindOneOf)),
	row(levelDate, "later [in] {period}", "from there to the last day of it", "later in August", "[2024-08-21..2024-08-31]", split(false, KindOneOf)),
	row(levelDate, "so far {period}", "throughout, from the first day of it to the anchor", "so far this year", "2024-01-01/2024-08-21", split(true, KindInterval)),
	heading("counts"),
	row(levelCount, "{n} {unit}", "so many", "two days ago", "2024-08-19", nil),
	row(levelCount, "{n} or|to|- {m} {unit}", "one or the other", "two or three days ago", "[2024-08-18..2024-08-19]", nil).counting(countTwo),
	row(levelCount, "{n} {single} or {m}", "one or the other", "a day or two ago", "[2024-08-19..2024-08-20]", nil).counting(countTwo),
	row(levelCount, "{n} {halved} and a half", "half a year is six months", "a year and a half ago", "2023-02", nil).counting(countHalf),
	row(levelCount, "{n} and a half {halved}", "half a year is six months", "two and a half years ago", "2022-02", nil).counting(countHalf),
	row(levelCount, "half a|an {halved}", "half a year is six months", "half a year ago", "2024-02", nil).counting(countHalf),
	row(levelCount, "[a] few|several|some|many|couple [of] {units}", "two or more", "several years ago", "[..2022]", nil).counting(countSome),
	row(levelCount, "{units}", "two or more", "weeks ago", "[..2024-08-11]", nil).counting(countSome),
	row(levelOne, "{single}", "one", "in the past week", "[2024-08-14..2024-08-21]", nil),
	row(levelCounted, "{count} ago", "the day, or the week, month, year or decade of the calendar, so many before the anchor; of hours, the days on which that can be", "a month ago", "2024-07", counted(fromAnchor, -1)),
	row(levelCounted, "in {count} [time]", "so many after the anchor", "in two weeks", "[2024-09-02..2024-09-08]", counted(fromAnchor, 1)),
	row(levelCounted, "in about|around|roughly|approximately|nearly|almost|some {count} [time]", "so many after the anchor, approximate", "in about two years", "2026~", nearly(counted(fromAnchor, 1))),
	row(levelCounted, "{count} from now", "so many after the anchor", "a year from now", "2025", counted(fromAnchor, 1)),
	row(levelCounted, "{count} ago today", "the day so many before the anchor", "a year ago today", "2023-08-21", exactly(-1)),
	row(levelShifted, "{count} from {day-term}", "the day so many after that; without its year after the nearest one, and after the first weekday on or after the anchor", "a week from Friday", "2024-08-30", exactly(1)),
	row(levelCounted, "{counted} before|earlier|previously", "so many before the day of reference", "three days earlier", "2024-08-18", counted(fromTold, -1)),
	row(levelCounted, "{counted} after|later|afterwards|on", "so many after the day of reference", "two days later", "2024-08-23", counted(fromTold, 1)),
	row(levelShifted, "{counted} after {dates}", "so many after that of the day, or after each day of a range", "three days after 4 August", "2024-08-07", mapped(1, wantOneDay, unitsFrom(1))),
	row(levelShifted, "{counted} before {dates}", "so many before", "the day before yesterday", "2024-08-19", mapped(1, wantOneDay, unitsFrom(-1))),
	row(levelShifted, "just|only|exactly|precisely {counted-date}", "that counted date", "just two days ago", "2024-08-19", resolveSame),
	row(levelQualified, "nearly|almost|some {counted-date}", "that counted date, approximate", "nearly two years ago", "2022~", nearly(resolveSame)),
	row(levelDate, "more than {count} ago", "so many before the anchor, or earlier", "more than a year ago", "[..2023-08-21]", resolveOver),
	row(levelDate, "[just] over {count} ago", "the same", "over two weeks ago", "[..2024-08-07]", resolveOver),
	row(levelDate, "at least {count} ago", "the same", "at least three days ago", "[..2024-08-18]", resolveOver),
	row(levelDate, "less|fewer than {count} ago", "so many before the anchor, to the anchor", "less than a week ago", "[2024-08-14..2024-08-21]", past(KindOneOf)),
	row(levelDate, "[this] past {counted}", "from so many before the anchor, to the anchor; of no stated number, up to the anchor from an unknown day", "the past two weeks", "[2024-08-07..2024-08-21]", past(KindOneOf)),
	row(levelDate, "in|during|over|within past|the_last {counted}", "the same", "in the last month", "[2024-07-21..2024-08-21]", past(KindOneOf)),
	row(levelDate, "the_last {count}", "the same", "the last 48 hours", "[2024-08-19..2024-08-21]", past(KindOneOf)),
	row(levelDate, "throughout|for [this] past|the_last {counted}", "the same, throughout", "for the past week", "2024-08-14/2024-08-21", past(KindInterval)),
	row(levelDate, "recent {units}", "up to the anchor, from an unknown day", "in recent years", "/2024-08-21", untilNow(senseEnding)),
	row(levelDate, "[in|during|over|within] [this] coming|upcoming {counted}", "from the day after the anchor, to so many after it; days for a week, weeks for a month, months for a year, more without end", "in the coming days", "[2024-08-22..2024-08-28]", next(1)),
	row(levelDate, "in|during|over|within the_next {counted}", "the same", "over the next month", "[2024-08-22..2024-09-21]", next(1)),
	row(levelDate, "the_next {count}", "the same", "the next three days", "[2024-08-22..2024-08-24]", next(1)),
	row(levelDate, "{count} ahead", "the same", "in the months ahead", "[2024-08-22..2025-08-21]", next(1)),
	row(levelDate, "within {count}", "from the anchor, to so many after it; within days for a week, and so on", "within a month", "[2024-08-21..2024-09-21]", next(0)),
	row(levelDate, "so far", "up to the anchor, from an unknown day", "so far", "/2024-08-21", untilNow(senseEnding)),
	row(levelDate, "to date", "up to the anchor, from an unknown day", "to date", "/2024-08-21", untilNow(senseEnding)),
	row(levelDate, "recently", "on the anchor or before", "recently", "[..2024-08-21]", untilNow(senseUpTo)),
	heading("limits"),
	row(levelLimit, "sometime {any}", "that date", "sometime in 2019", "2019", resolveSame),
	row(levelLimit, "throughout {dates}", "from its first day to its last", "throughout July", "2024-07-01/2024-07-31", mapped(0, "a week, month or year, or days in a row", throughout)),
	row(levelLimit, "all of {range}", "each of them", "all of 21 to 31 July 2024", "{2024-07-21..2024-07-31}", mapped(0, "the first and the last of several dates", allOf)),
	row(levelLimit, "all of {date} and earlier", "that and all before it", "all of 1984 and earlier", "{..1984}", mapped(0, "a date", allFurther(itemUpTo))),
	row(levelLimit, "all of {date} and later", "that and all after it", "all of 1984 and later", "{1984..}", mapped(0, "a date", allFurther(itemFrom))),
	row(levelLimit, "all|whole|entire [of] {date}", "from its first day to its last", "all of last year", "2023-01-01/2023-12-31", mapped(0, "a week, month or year, or days in a row", throughout)),
	row(levelLimit, "[ever] since {bound}", "from then on, with an open end; without its year, and of a weekday, the last one; of a window, from its first day or later", "since late July", "2024-07-21../..", ends(hasCome, EndDate, EndOpen)),
	row(levelLimit, "[from] {end} to|-|until|till|through present", "from then on, with an open end", "2019-present", "2019/..", ends(hasCome, EndDate, EndOpen)),
	row(levelLimit, "[from] {end} to|- now", "the same", "2019 - now", "2019/..", ends(hasCome, EndDate, EndOpen)),
	row(levelRange, "from {end} to|-|until|till|through|into {end}", "throughout, both included; of a window, from its first day or later, to its last or earlier", "from late July to 4 August", "2024-07-21../2024-08-04", resolveSpan),
	row(levelLimit, "[starting|as] from {bound} [on|onward|onwards]", "from then on, with an open end; without its year the nearest one; a weekday is the first on or after the anchor", "from 2012 onwards", "2012/..", ends(upcoming, EndDate, EndOpen)),
	row(levelLimit, "starting|beginning {any} ending {any}", "from the one to the other", "starting about 2004, ending 2005", "2004~/2005", ends(upcoming, EndDate, EndDate)),
	row(levelLimit, "starting and ending {date}", "both within it", "starting and ending 2004", "2004/2004", ends(upcoming, EndDate, EndDate)),
	row(levelLimit, "starting {any} end unknown", "from then on, to an unknown day", "starting 1985, end unknown", "1985/", ends(upcoming, EndDate, EndUnknown)),
	row(levelLimit, "starting {any} no end", "from then on, without end", "starting 1984 or later, no end", "1984../..", ends(upcoming, EndDate, EndOpen)),
	row(levelLimit, "ending {any} start unknown", "up to and with it, from an unknown day", "ending 2008, start unknown", "/2008", ends(upcoming, EndUnknown, EndDate)),
	row(levelLimit, "ending {any} no start", "up to and with it, without start", "ending 2008, no start", "../2008", ends(upcoming, EndOpen, EndDate)),
	row(levelLimit, "starting|beginning|effective {bound}", "from then on, with an open end; without its year the nearest one; a weekday is the first on or after the anchor", "starting Monday", "2024-08-26/..", ends(upcoming, EndDate, EndOpen)),
	row(levelLimit, "until|till|through [and including] {bound}", "up to and with it, from an unknown day; without its year the nearest one; a weekday is the first on or after the anchor", "until Friday", "/2024-08-23", ends(upcoming, EndUnknown, EndDate)),
	row(levelLimit, "up to|until|till [and including] {bound}", "the same", "up to 30 August", "/2024-08-30", ends(upcoming, EndUnknown, EndDate)),
	row(levelLimit, "as of {bound}", "that date", "as of Monday", "2024-08-19", mapped(0, wantOneDay, func(_ *reading, s sense) (sense, bool) { return s.point(), true })),
	row(levelLimit, "by {bound}", "on its last day or before; without its year the nearest one; a weekday is the first on or after the anchor", "by the end of the year", "[..2024-12-31]", bounded(itemUpTo, false)),
	row(levelLimit, "on or before {bound}", "the same", "on or before 4 August 2024", "[..2024-08-04]", bounded(itemUpTo, false)),
	row(levelLimit, "no|not later than {bound}", "the same", "no later than Friday", "[..2024-08-23]", bounded(itemUpTo, false)),
	row(levelLimit, "{bound} or earlier|before", "the same", "1984 or earlier", "[..1984]", bounded(itemUpTo, false)),
	row(levelLimit, "on or after {bound}", "on its first day or after; without its year the nearest one; a weekday is the last on or before the anchor", "on or after 4 August 2024", "[2024-08-04..]", bounded(itemFrom, false)),
	row(levelLimit, "no|not earlier|sooner than {bound}", "the same", "not earlier than Monday", "[2024-08-19..]", bounded(itemFrom, false)),
	row(levelLimit, "not before|until {bound}", "the same", "not before 30 August", "[2024-08-30..]", bounded(itemFrom, false)),
	row(levelLimit, "{bound} or later|after", "the same", "December 1760 or later", "[1760-12..]", bounded(itemFrom, false)),
	row(levelLimit, "[just|shortly|well|long] before {bound}", "before its first day; before the end of a period is on its last day or before, and before a time of day or a night on its first day or before", "before Monday", "[..2024-08-25]", bounded(itemUpTo, true)),
	row(levelLimit, "prior to {bound}", "the same", "prior to 2008", "[..2007]", bounded(itemUpTo, true)),
	row(levelLimit, "[just|right|shortly|soon|well|long] after {bound}", "after its last day; after the start of a period is on its first day or after, and after a time of day or a night on its last day or after", "after 4 August", "[2024-08-05..]", bounded(itemFrom, true)),
	heading("qualified dates"),
	row(levelQualified, "[on or] about|around|circa|c|ca|approximately|roughly {dates}", "that date, approximate", "about 1984", "1984~", qualified(qualifierApproximate)),
	row(levelQualified, "perhaps|possibly|probably|maybe {dates}", "that date, uncertain", "perhaps Monday or Tuesday", "[2024-08-19?,2024-08-20?]", qualified(qualifierUncertain)),
	row(levelQualified, "{bound} [{components}] uncertain", "that date or that part of it, uncertain", "11 June 2004, year uncertain", "2004?-06-11", qualified(qualifierUncertain)),
	row(levelQualified, "{bound} [{components}] approximate", "that date or that part of it, approximate", "11 June 2004, day approximate", "2004-06-~11", qualified(qualifierApproximate)),
	row(levelQualified, "{bound} [{components}] uncertain and approximate", "that date or that part of it, uncertain and approximate", "June 2004, month uncertain and approximate", "2004-%06", qualified(qualifierUncertain|qualifierApproximate)),
	heading("several dates"),
	row(levelRange, "between {end} and {end}", "sometime from the one to the other, both included", "between May and June", "[2024-05..2024-06]", resolveBetween),
	row(levelRange, "{end} to|-|until|till|through|into {end}", "throughout, both included; the rule of the year is for the whole range", "29 July to 4 August", "2024-07-29/2024-08-04", resolveSpan),
	row(levelList, "one of {list}", "one of them", "one of 1667, 1668 and 1670", "[1667,1668,1670]", listed(KindOneOf)),
	row(levelList, "[either|both] {list}", "with or one of them, with and each of them", "5, 6 or 9 August", "[2024-08-05,2024-08-06,2024-08-09]", listed(KindNone)),
	heading("dates not known in full"),
	row(levelPeriod|levelSomeYear, "a year in {period}", "a year of that decade", "a year in the 1560s", "156X", mapped(0, "a decade", func(_ *reading, s sense) (sense, bool) { return s.ofUnit(unitYear), s.unit == unitDecade })),
	row(levelPeriod|levelSomeYear, "a year from {year} to {year}", "a year of that decade, century or millennium", "a year from 1900 to 1999", "19XX", resolveYearFrom),
	row(levelPeriod|levelSomeYear, "an unknown year", "any year", "an unknown year", "XXXX", resolveUnknownYear),
	row(levelSomeYear|levelYearUnknown, "year unknown", "any year", "October (year unknown)", "XXXX-10", resolveUnknownYear),
	row(levelDate, "{date} of {some-year}", "that day or month of such a year", "December of a year in the 1560s", "156X-12", resolveOfSomeYear),
	row(levelDate, "{date} {year-unknown}", "that day or month of any year", "4 October (year unknown)", "XXXX-10-04", resolveOfSomeYear),
	row(levelDate, "a {single} [in|of] {period}", "any day of that month or year, any month of that year", "a day in June 2004", "2004-06-XX", mapped(0, "a year or, of a day, a month", some)),
)
