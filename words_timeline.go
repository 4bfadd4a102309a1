package dispute

import (
	"fmt"
	"strings"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/domain"
	"github.com/dispute-go/dispute/internal/precedence"
)

// String returns the timeline with one event a line, such as
// "event/letter: on 21 August 2024".
func (t Timeline) String() string {
	lines := make([]string, len(t.Entries))
	for i, e := range t.Entries {
		lines[i] = e.Event.Ref().String() + ": " + e.Span.String()
	}
	return strings.Join(lines, "\n")
}

// Reasons returns the items and rules that the timeline rests on: the dates of
// every event, what they follow from, and how its occurrence stands.
func (t Timeline) Reasons() Reasons {
	switch {
	case t.read != nil:
		return t.read.Reasons
	case t.from == nil:
		return Reasons{}
	}
	v := t.from
	g := v.reason()
	g.whole = true
	var because []int
	for p, n := range v.events.list {
		because = append(because, v.dates(g, int32(p)))
		if root, ok := g.graft(words{v.court}.why(v.occurrenceOf(n))); ok {
			because = append(because, root)
		}
	}
	return g.done(g.Fact(fmt.Sprintf("timeline of %d events", len(v.events.list)), ruleDates, because...))
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
	if start == end || !lasts {
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

// Reasons returns the items and rules that the span rests on: the event's own
// date, and the events whose links made it narrower. Those of a span within a
// [Timeline] are among the timeline's.
func (s Span) Reasons() Reasons {
	switch {
	case s.read != nil:
		return s.read.Reasons
	case s.from == nil:
		return Reasons{}
	}
	v := s.from
	g := v.reason()
	g.whole = true
	return g.done(v.dates(g, v.events.at(v.resolve(s.Event.Ref()))))
}

// dates adds the bounds of the event at place p: its own date, and the chain of
// events that tightened it. Of a long chain it gives the beginning, so that n
// answers about n events of one chain do not list it n times, unless the
// reasons are to be whole.
func (v *chronology) dates(g *reasoning, p int32) int {
	x := &v.events
	fact := fmt.Sprintf("dates of event/%s: start %s", v.ref(x.list[p]).ID, rangeText(x.time.EarliestStart(p), x.time.LatestStart(p)))
	if i, ok := g.Known(fact); ok {
		return i
	}
	if !g.whole && g.spans == datesItems {
		i := g.Fact(fact, ruleDates)
		g.See(i, v.datesKey(p))
		return i
	}
	g.spans++
	i := g.Fact(fact, ruleDates, g.Item(x.list[p]))
	for _, by := range []int32{x.time.EarliestStartBy[p], x.time.LatestStartBy[p]} {
		if by != precedence.Declared && by != p {
			g.Because(i, v.dates(g, by))
		}
	}
	if list := x.clashing[x.time.Component[p]]; list != nil {
		g.Because(i, v.clash(g, list))
	}
	return i
}

// clash adds that the chronology of some events cannot hold, so that all that
// is linked with them keeps the dates it was given.
func (v *chronology) clash(g *reasoning, places []int32) int {
	x := &v.events
	fact := fmt.Sprintf("the chronology of event/%s and what is linked with it cannot hold", v.ref(x.list[places[0]]).ID)
	i, ok := g.Known(fact)
	if ok {
		return i
	}
	i = g.Fact(fact, "declared dates are kept")
	if !g.whole && len(places) > datesItems {
		g.See(i, v.clashKey(places))
		return i
	}
	for _, q := range places {
		g.Because(i, g.Item(x.list[q]))
	}
	return i
}

func rangeText(first, last int64) string {
	text := func(tick int64, open string) string {
		if day, ok := domain.Day(tick); ok {
			return day.String()
		}
		return open
	}
	return text(first, "on any day") + " to " + text(last, "on any day")
}
