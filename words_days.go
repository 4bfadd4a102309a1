package dispute

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/course"
	"github.com/dispute-go/dispute/internal/domain"
	"github.com/dispute-go/dispute/internal/precedence"
	"github.com/dispute-go/dispute/internal/span"
)

// rangeWords says a range of days in English.
func rangeWords(r DayRange) string {
	switch {
	case r.Open:
		return "without a beginning"
	case r.First.IsZero() && r.Last.IsZero():
		return "undated"
	}
	return edtf.Range{First: openBound(r.First, edtf.OpenPast()), Last: openBound(r.Last, edtf.OpenFuture())}.English()
}

func openBound(d edtf.Day, open edtf.Bound) edtf.Bound {
	if d.IsZero() {
		return open
	}
	return edtf.DayBound(d)
}

// spanOfTerm returns a term as a span of days.
func spanOfTerm(t course.Term) (s Span) {
	s.EarliestStart, _ = domain.Day(t.Start[0].First)
	s.LatestStart, _ = domain.Day(t.Start[len(t.Start)-1].Last)
	s.EarliestEnd, _ = domain.Day(t.End[0].First)
	s.LatestEnd, _ = domain.Day(t.End[len(t.End)-1].Last)
	s.Ongoing = t.Ever
	return s
}

// whenWords says when the event at place p was: by its own date, unless links
// narrowed that or its bounds say as much.
func (v *chronology) whenWords(p int32) string {
	text, e := "", v.d.event(v.events.list[p])
	if !v.narrowed(p) {
		text = eventWords(e.When, e.Until)
	}
	return cmp.Or(text, v.bounds(p).String())
}

// filedWords says when an event was by its own date and phase.
func (e *Event) filedWords() string {
	start, end := eventDomains(e)
	own := spanOfTerm(course.Term{Start: start, End: end, Ever: end[0].First == span.PosInf})
	return e.phased(cmp.Or(eventWords(e.When, e.Until), own.String()))
}

// phased says of an event that has not taken place what it is besides when it was.
func (e *Event) phased(when string) string {
	if e.Wording != "" {
		when += fmt.Sprintf(" (“%s”)", e.Wording)
	}
	switch e.Phase {
	case PhaseExpected:
		return "expected " + when
	case PhaseCancelled:
		return "cancelled, expected " + when
	}
	return when
}

// narrowed reports whether links narrow when the event at place p started.
func (v *chronology) narrowed(p int32) bool {
	for _, by := range []int32{v.events.time.EarliestStartBy[p], v.events.time.LatestStartBy[p]} {
		if by != precedence.Declared && by != p {
			return true
		}
	}
	return false
}

// eventWords says when an event was by its own date, with the preposition it takes,
// where its first and last days alone would lose some of that: an end, a doubt, or
// that not every day between is meant. Else it is empty.
func eventWords(when, until edtf.Date) string {
	start, end, lasts := when.Ends()
	switch {
	case until.IsZero() && !lasts:
		return momentWords(when)
	case when.IsZero():
		start.Kind = edtf.EndUnknown
	case !lasts:
		start.Date = when
	}
	if _, last, ok := until.Ends(); ok {
		end = last
	} else if !until.IsZero() {
		end = edtf.End{Date: until}
	}
	return termWords(start, end)
}

// termWords says from when to when; it is empty for what does not make an
// interval, and for one within a single date.
func termWords(start, end edtf.End) string {
	d, err := edtf.Interval(start, end)
	switch from, to := start.Kind, end.Kind; {
	case err != nil || start == end || end.Date.Before(start.Date) == edtf.TruthTrue:
		return ""
	case from == edtf.EndOpen || from == edtf.EndUnknown:
		return "until " + endWords(end)
	case to == edtf.EndOpen:
		return "since " + endWords(start)
	case to == edtf.EndUnknown:
		return "from " + endWords(start)
	}
	if text := d.English(); precision(start.Date) == precision(end.Date) && !domain.Doubtful(d) && !strings.HasPrefix(text, "starting ") {
		return "from " + text
	}
	return "from " + endWords(start) + " to " + endWords(end)
}

// endWords says one end of an interval that has a date there.
func endWords(e edtf.End) string {
	text := e.Date.English()
	if precision(e.Date) < edtf.PrecisionDay && !domain.Doubtful(e.Date) {
		text = "sometime in " + text
	}
	switch text = perhaps(text); e.Kind {
	case edtf.EndOnOrBefore:
		text += " or earlier"
	case edtf.EndOnOrAfter:
		text += " or later"
	}
	return text
}

// momentWords says a date that is no interval where its first and last days alone
// would lose some of it; else it is empty.
func momentWords(d edtf.Date) string {
	several := d.Kind() == edtf.KindAllOf || len(domain.Starts(d)) > 1
	if d.IsZero() || !several && !domain.Doubtful(d) {
		return ""
	}
	text := d.English()
	if strings.HasPrefix(text, "about ") || strings.HasPrefix(text, "sometime in ") {
		return perhaps(text)
	}
	if precision(d) >= edtf.PrecisionDay {
		return perhaps("on " + text)
	}
	return perhaps("in " + text)
}

// perhaps says a doubt about a whole date before it.
func perhaps(text string) string {
	if certain, ok := strings.CutSuffix(text, ", uncertain"); ok {
		return "perhaps " + certain
	}
	return text
}

// precision returns the precision of a date, or of the first date of a set.
func precision(d edtf.Date) edtf.Precision {
	for m := range d.Members() {
		d = cmp.Or(m.First, m.Last)
		break
	}
	f, _ := d.Fields()
	return f.Precision
}

// String says when the event started, and when it ended where that is known
// to be another day, without more precision than there is: "on 4 August 2024",
// "between 1 and 21 August 2024", "from 25 to 27 July 2024", "since 21 August
// 2024 or earlier".
func (s Span) String() string {
	start := daysEnglish(s.EarliestStart, s.LatestStart)
	switch exact := s.EarliestStart == s.LatestStart; {
	case s.Ongoing && exact && !s.EarliestStart.IsZero():
		return "since " + s.EarliestStart.English()
	case s.Ongoing && s.EarliestStart.IsZero() && !s.LatestStart.IsZero():
		return "since " + s.LatestStart.English() + " or earlier"
	case s.Ongoing:
		return "since some day " + start
	}
	end := daysEnglish(s.EarliestEnd, s.LatestEnd)
	lasts := !s.LatestStart.IsZero() && !s.EarliestEnd.IsZero() && s.EarliestEnd.Compare(s.LatestStart) > 0
	ends := lasts || !s.Tightened && s.EarliestStart == s.LatestStart && s.LatestEnd.Compare(s.LatestStart) > 0
	if start == end || !ends {
		return start
	}
	exactStart, exactEnd := s.EarliestStart == s.LatestStart, s.EarliestEnd == s.LatestEnd
	if exactStart && exactEnd {
		between := strings.TrimPrefix(daysEnglish(s.LatestStart, s.EarliestEnd), "between ")
		return "from " + strings.Replace(between, " and ", " to ", 1)
	}
	if start = "from some day " + start; exactStart {
		start = "from " + s.EarliestStart.English()
	}
	if exactEnd {
		return start + " to " + s.EarliestEnd.English()
	}
	return start + " to some day " + end
}

// daysEnglish says which days are possible between two inclusive bounds.
func daysEnglish(first, last edtf.Day) string {
	return edtf.Range{First: edtf.DayBound(first), Last: edtf.DayBound(last)}.English()
}

// String says the pair by its IDs, the state, and on how many days it is so, such
// as "diplomatic-relations of mali and ukraine: severed on 27 to 28 of the days
// from 2024-08-01 to 2024-08-31". It is empty for the zero DayCount.
func (c DayCount) String() string {
	if c.Pair == (Pair{}) {
		return ""
	}
	days := strconv.FormatInt(c.AtLeast, 10)
	if c.AtMost != c.AtLeast {
		days += " to " + strconv.FormatInt(c.AtMost, 10)
	}
	return fmt.Sprintf("%s: %s on %s of the days from %s to %s", c.Pair, c.State, days, c.First, c.Last)
}
