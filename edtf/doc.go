// Package edtf reads, writes and compares uncertain dates in the Extended
// Date/Time Format of the Library of Congress (2019), the date profile of
// ISO 8601-2:2019, Annex A, at its levels 0, 1 and 2.
//
//	d, err := edtf.Parse("[2024-07-21..2024-07-31]")  // sometime in late July
//	b := d.Bounds()                                   // starts and ends from 21 to 31 July
//	d.Before(edtf.MustParse("2024-08"))               // true
//	d.Within(edtf.MustParse("2024-07-25/2024-08-05")) // unknown
//
// # Values
//
// A [Date] is any EDTF text: a date with or without unspecified digits and
// qualifiers, a date-time, an interval, a set. A [Day] is one exact day of the
// proleptic Gregorian calendar, in any int64 year. Both are small immutable
// values without a time.Time inside, whose zero value means that there is no
// date. A Date keeps the text it was read from; String gives its canonical
// text.
//
// # Meaning
//
// What a date says about time is four bounds, each inclusive: the earliest and
// the latest start, the earliest and the latest end ([Date.Bounds]). A bound is
// a day, an instant where the text fixes one, open, or unknown. "2024-07" is
// sometime within July; the option [ReadingExtent] makes it throughout July. The
// interval "2024-07-25/2024-07-27" starts on the 25th and ends on the 27th, and
// "1964/2008" starts sometime in 1964 and ends sometime in 2008: no reading
// changes that. Uncertain and approximate components are reported
// ([Date.Fields]) and never move a bound unless the caller states by how much.
// Seasons get their months by a convention the caller can choose ([Options]).
//
// Bounds are hulls; [Date.StartRanges] and [Date.EndRanges] give the exact days:
// ten for "156X-12-25".
//
// # Relations
//
// Between uncertain dates a question has three answers ([Truth]), true and false
// only when it is so however the dates are placed. [Date.Relations] gives all
// of Allen's thirteen relations that are still possible. Days have no order
// within, and a day without a zone may be a day of any zone. The functions that
// end in With take the same [Options] as those of bounds.
//
// [Date.Intersect] is what two dates of one thing leave, [Date.Overlap] the time
// that two things share, and [Bounds.Date] goes back from bounds to a date.
//
// # Putting dates together
//
// [FromYear], [FromMonth], [FromDay], [FromTime], [Date.Qualified], [Interval],
// [OneOf] and [AllOf] build what [Date.Fields], [Date.Ends] and [Date.Members]
// take apart; [Span] and [OneOfDays] are the two most used.
//
// # Wording
//
// [ParsePhrase] reads English news wording, such as "earlier this month", on a
// given day; [Conventions] lists all it understands and what that stands for.
// The other way, English renders any value, with the day or the month first:
// [Date.English], [Day.English]. What it prints reads back to an equal date, but
// for a few kinds that Date.English lists.
//
// # Promises
//
// Everything is a pure function of its arguments: no clock, no local zone, no
// environment. All values are safe for concurrent use. Parsing and bounds take
// time linear in the length of the text and allocate nothing but the error.
// Only functions whose names begin with Must panic.
//
// Invalid text is refused with the byte offset and what was expected there
// ([ParseError]). Where the specification is silent the README has a table of
// what was decided, each row tested.
//
// Reading a text and computing its bounds takes about 0.1 µs of processor time
// and no allocation, on average over 26 typical texts (BenchmarkParseBounds; the
// README has the figures):
//
//	go test -run '^$' -bench 'ParseBounds$' -cpu 1 ./edtf
package edtf
