// Package domain says on which ticks what a date dates can start and end. Days
// are numbered as [edtf.Day.Number] does. Domains are sorted and their ranges do
// not overlap.
package domain

import (
	"iter"
	"math"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/span"
	"github.com/dispute-go/dispute/internal/ticks"
)

// Starts returns the ticks on which what d dates can start. For the zero Date
// they are all ticks.
func Starts(d edtf.Date) []span.Range {
	b := d.Bounds()
	return domainOf(d.StartRanges(), edtf.Range{First: b.EarliestStart, Last: b.LatestStart})
}

// Ends returns the ticks on which what d dates can end. For the zero Date they
// are all ticks.
func Ends(d edtf.Date) []span.Range {
	b := d.Bounds()
	return domainOf(d.EndRanges(), edtf.Range{First: b.EarliestEnd, Last: b.LatestEnd})
}

// HasOpenStart reports whether a date says that there is no beginning, as
// "../2024" does. "[2024..]", on some day from then, does not.
func HasOpenStart(d edtf.Date) bool { return d.Bounds().LatestStart == edtf.OpenPast() }

// NeverEnds reports whether a date says that there is no end, as "2024/.."
// does. "[..2024]", on some day by then, does not.
func NeverEnds(d edtf.Date) bool { return d.Bounds().EarliestEnd == edtf.OpenFuture() }

// Doubtful reports whether a date is approximate or uncertain, if in part. That
// moves no bound.
func Doubtful(d edtf.Date) bool {
	if f, ok := d.Fields(); ok {
		return f.Uncertain|f.Approximate != 0
	}
	if start, end, ok := d.Ends(); ok {
		return Doubtful(start.Date) || Doubtful(end.Date)
	}
	for m := range d.Members() {
		if Doubtful(m.First) || Doubtful(m.Last) {
			return true
		}
	}
	return false
}

// OpenStart is the domain of what has no beginning.
func OpenStart() []span.Range { return []span.Range{{First: span.NegInf, Last: span.NegInf}} }

// Day returns the day of a tick, and false for an unbounded one.
func Day(tick int64) (edtf.Day, bool) {
	if tick == span.NegInf || tick == span.PosInf {
		return edtf.Day{}, false
	}
	return edtf.DayFromNumber(ticks.Day(tick)), true
}

// domainOf returns the ticks of ranges of days, or of their hull where there
// are too many. Every date has some.
func domainOf(ranges iter.Seq[edtf.Range], hull edtf.Range) []span.Range {
	var list []span.Range
	for r := range ranges {
		if len(list) == maxRanges {
			return []span.Range{rangeTicks(hull)}
		}
		list = append(list, rangeTicks(r))
	}
	return list
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
