package briefing

import (
	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// LastDay returns the day as of which a view is told where nobody asks for another:
// the view's own (see [dispute.View.Day]), or else the last day on which anything
// on file can have happened, was said or published, became known or was recorded.
// What is expected, and what somebody claims of days, does not count. It is the
// zero Day where nothing has a day. The cost is linear in the items.
func LastDay(v *dispute.View) edtf.Day {
	if day := v.Day(); !day.IsZero() {
		return day
	}
	var last edtf.Day
	look := func(days ...edtf.Day) {
		for _, d := range days {
			if d.Compare(last) > 0 {
				last = d
			}
		}
	}
	for a := range v.Actors() {
		look(a.Known, a.Recorded)
	}
	for s := range v.Sources() {
		look(s.Known, s.Recorded, lastOf(s.Published))
	}
	for c := range v.Claims(dispute.ClaimQuery{}) {
		look(c.Known, c.Recorded)
	}
	for a := range v.Attributions(dispute.AttributionQuery{}) {
		look(a.Known, a.Recorded, lastOf(a.Said), lastOf(a.Published))
	}
	for e := range v.Events(dispute.EventQuery{}) {
		look(e.Known, e.Recorded)
	}
	for _, e := range v.Timeline().Entries {
		if took(e.Phase) {
			look(e.Span.EarliestStart, e.Span.LatestStart, e.Span.EarliestEnd, e.Span.LatestEnd)
		}
	}
	return last
}

// took reports whether an event of a phase has at least begun.
func took(p dispute.Phase) bool {
	return p != dispute.PhaseExpected && p != dispute.PhaseCancelled
}

// lastOf returns the last day that a date can mean, or else the last day it names.
func lastOf(d edtf.Date) (last edtf.Day) {
	b := d.Bounds()
	for _, bound := range []edtf.Bound{b.EarliestStart, b.LatestStart, b.EarliestEnd, b.LatestEnd} {
		if day := bound.Day(); day.Compare(last) > 0 {
			last = day
		}
	}
	return last
}

// daysOf says a range of days in words.
func daysOf(r dispute.DayRange) string {
	if r.Open || r == (dispute.DayRange{}) {
		return "" // without a beginning, or undated
	}
	bounds := edtf.Range{First: edtf.OpenPast(), Last: edtf.OpenFuture()}
	if !r.First.IsZero() {
		bounds.First = edtf.DayBound(r.First)
	}
	if !r.Last.IsZero() {
		bounds.Last = edtf.DayBound(r.Last)
	}
	return bounds.English()
}
