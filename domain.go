package dispute

import (
	"iter"
	"math"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/course"
	"github.com/dispute-go/dispute/internal/span"
	"github.com/dispute-go/dispute/internal/ticks"
)

// domainOf returns the ticks of ranges of days, or of their hull where there
// are too many.
func domainOf(d edtf.Date, ranges iter.Seq[edtf.Range], hull edtf.Range) []span.Range {
	if d.IsZero() {
		return span.All()
	}
	var domain []span.Range
	for r := range ranges {
		if len(domain) == maxRanges {
			return []span.Range{rangeTicks(hull)}
		}
		domain = append(domain, rangeTicks(r))
	}
	if domain == nil {
		return span.All()
	}
	return domain
}

func endDomain(d edtf.Date) []span.Range {
	b := d.Bounds()
	return domainOf(d, d.EndRanges(), edtf.Range{First: b.EarliestEnd, Last: b.LatestEnd})
}

// eventDomains returns when an event can start and when it can end.
func eventDomains(e *Event) (start, end []span.Range) {
	ends := e.When
	if !e.Until.IsZero() {
		ends = e.Until
	}
	start, end = startDomain(e.When), endDomain(ends)
	if day, ok := e.When.Day(); ok && e.Sequence > 0 {
		tick := ticks.First(day.Number()) + int64(e.Sequence)
		start = []span.Range{{First: tick, Last: tick}}
		if e.Until.IsZero() {
			end = []span.Range{{First: tick, Last: ticks.Last(day.Number())}}
		}
	}
	if e.Phase == PhaseOngoing && e.Until.IsZero() && slices.Equal(start, end) {
		end = []span.Range{{First: start[0].First, Last: span.PosInf}}
	}
	return start, end
}

// maxRanges is the greatest number of ranges kept of one date. Few bytes can
// stand for very many, such as "XXXX-XX-23"; beyond it their hull is used,
// which is sound.
const maxRanges = 1000

// rangeTicks returns the ticks of a range of days. An open or unknown bound is
// unbounded; a range that is open towards the future at both bounds is the
// end of what has none.
func rangeTicks(r edtf.Range) span.Range {
	first, last := int64(math.MinInt64), int64(math.MaxInt64)
	if d := r.First.Day(); !d.IsZero() {
		first = d.Number()
	}
	if d := r.Last.Day(); !d.IsZero() {
		last = d.Number()
	}
	domain := span.Range{First: ticks.First(first), Last: ticks.Last(last)}
	if r.First.Infinite() > 0 {
		domain.First = span.PosInf
	}
	if r.Last.Infinite() < 0 {
		domain.Last = span.NegInf
	}
	return domain
}

// startDomain returns the ticks on which what d dates can start, endDomain
// those on which it can end. Both are sorted and their ranges do not overlap.
// For the zero Date they are all ticks.
func startDomain(d edtf.Date) []span.Range {
	b := d.Bounds()
	return domainOf(d, d.StartRanges(), edtf.Range{First: b.EarliestStart, Last: b.LatestStart})
}

// tickDay returns the day of a tick, and false for an unbounded one.
func tickDay(tick int64) (edtf.Day, bool) {
	if tick == span.NegInf || tick == span.PosInf {
		return edtf.Day{}, false
	}
	return edtf.DayFromNumber(ticks.Day(tick)), true
}

// hasOpenStart reports whether a date says that there is no beginning, as
// "../2024" does. "[2024..]", on some day from then, does not.
func hasOpenStart(d edtf.Date) bool { return d.Bounds().LatestStart == edtf.OpenPast() }

// neverEnds reports whether a date says that there is no end, as "2024/.."
// does. "[..2024]", on some day by then, does not.
func neverEnds(d edtf.Date) bool { return d.Bounds().EarliestEnd == edtf.OpenFuture() }

// termOfDate returns the term of something dated on its own.
func termOfDate(d edtf.Date) course.Term {
	if d.IsZero() {
		return course.Term{Start: span.All(), End: span.All()}
	}
	t := course.Term{Start: startDomain(d), End: endDomain(d), Ever: neverEnds(d)}
	if hasOpenStart(d) {
		t.Start = openStart()
	}
	t.Agree()
	return t
}

// openStart is the domain of what has no beginning.
func openStart() []span.Range { return []span.Range{{First: span.NegInf, Last: span.NegInf}} }

// coverOf returns the days of a term that a date tells of. What is dated by one
// date, not by an interval, lies on single days of it, as far as anybody knows.
func coverOf(t course.Term, when edtf.Date) course.Cover {
	return course.CoverOf(t, when.Kind() == edtf.KindDate || when.Kind() == edtf.KindOneOf)
}
