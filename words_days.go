package dispute

import (
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/course"
	"github.com/dispute-go/dispute/internal/domain"
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

// daysText says the days of a report: from when to when it was so throughout,
// where its date tells that, else between which days it lies.
func (w relationWords) daysText(r ReportedState) string {
	t, throughout := w.termOf(r)
	if !throughout || r.Days.First.IsZero() || r.Days.Last.IsZero() {
		return rangeWords(r.Days)
	}
	return spanOfTerm(t).String()
}

// termOf returns the term of what is reported, and whether its date says that it
// lasted from the start to the end.
func (w relationWords) termOf(r ReportedState) (t course.Term, throughout bool) {
	if n := w.v.resolve(r.Event.Ref()); r.Event != "" && n != none {
		e := w.v.d.event(n)
		return w.v.termOf(w.v.events.at(n)), e.When.Kind() == edtf.KindInterval || !e.Until.IsZero()
	}
	if n := w.v.resolve(r.Claim.Ref()); r.Claim != "" && n != none && w.v.d.claim(n).Content.Relation != nil {
		when := w.v.d.claim(n).Content.Relation.When
		return termOfDate(when), when.Kind() == edtf.KindInterval
	}
	return t, false
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
