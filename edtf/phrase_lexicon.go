package edtf

import "strings"

// class tells what a word of a phrase can be; a word may be several things.
type class uint32

const (
	classCardinal    class = 1 << iota // a whole number, in digits or words
	classOrdinal                       // 4th, fourth
	classNumeral                       // a number in digits
	classArticle                       // a, an: one
	classRank                          // final
	classWhich                         // last, this, next
	classMonth                         // July
	classWeekday                       // Monday
	classSeason                        // spring
	classQuarter                       // Q1, H1
	classDecade                        // 1990s, eighties
	classEra                           // BC
	classUnit                          // day, hours
	classPlural                        // days, 1990s
	classThird                         // early
	classEdge                          // beginning, which takes "of"
	classDaytime                       // morning
	classWritten                       // 2024-08-04, 2024-W34
	classClock                         // 15:00, 3 p.m.
	classPreposition                   // on
	classComponent                     // season, of a date; units are others

	// classDated is what a dash after a word can join to another date.
	classDated = classNumeral | classMonth | classWeekday | classSeason | classQuarter | classDecade | classEra | classPlural | classWritten
)

// lexeme is what the lexicon knows of a word.
type lexeme struct {
	class class
	value int
}

// third is a third of a period, and what English also counts as one.
type third int

const thirdEarly, thirdLate third = 1, 3

// vocabulary holds the words of the lexicon. Bars part words of one value; what
// follows has the next value.
var vocabulary = []struct {
	class class
	first int
	words string
}{
	{classMonth, 1, "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct|november nov|december dec"},
	{classWeekday, 0, "sunday sun|monday mon|tuesday tue tues|wednesday wed weds|thursday thu thur thurs|friday fri|saturday sat"},
	{classSeason, int(codeSpring), "spring|summer|autumn fall|winter"},
	{classUnit, int(unitHour), "hour|day|week|fortnight|month|quarter|half|year|decade|century"},
	{classUnit | classPlural, int(unitHour), "hours hrs|days|weeks|fortnights|months|quarters|halves|years|decades|centuries"},
	{classCardinal, 1, "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"},
	{classOrdinal, 1, "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"},
	{classArticle, 1, "a an"},
	{classRank, -1, "final"},
	{classThird, int(thirdEarly), "early|mid|late"},
	{classEdge, int(thirdEarly), "beginning start|middle|end close"},
	{classDaytime, 0, "morning afternoon evening dawn daybreak sunrise noon midday midnight lunchtime dusk sunset nightfall predawn"},
	{classWhich, -1, "last|this|next"},
	{classEra, -1, "bc bce||ad ce"},
	{classQuarter, int(codeQuarter1), "q1|q2|q3|q4"},
	{classQuarter, int(codeSemestral1), "h1|h2"},
	{classComponent, 0, "season period"},
	{classPreposition, 0, "on in at during over"},
}

var lexicon = makeLexicon()

func makeLexicon() map[string]lexeme {
	all := make(map[string]lexeme, 256)
	for _, group := range vocabulary {
		for i, same := range strings.Split(group.words, "|") {
			for _, text := range strings.Fields(same) {
				all[text] = lexeme{group.class, group.first + i}
			}
		}
	}
	for i, text := range strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety") {
		stem := strings.TrimSuffix(text, "y")
		all[text] = lexeme{classCardinal, 20 + 10*i}
		all[stem+"ieth"] = lexeme{classOrdinal, 20 + 10*i}
		all[stem+"ies"] = lexeme{classDecade, 20 + 10*i}
	}
	all["the last"] = all["final"]
	return all
}
