package dispute

import "github.com/dispute-go/dispute/internal/ticks"

// expectations finds expected events whose window has begun or has passed.
func (v questions) expectations() []*openMatter {
	if v.today().IsZero() {
		return nil
	}
	var list []*openMatter
	for place, n := range v.events.list {
		if v.d.event(n).Phase != PhaseExpected {
			continue
		}
		if kind := v.lateness(int32(place)); kind != 0 {
			m := v.matter(kind)
			m.event = n
			list = append(list, m)
		}
	}
	return list
}

// lateness tells whether the event at place p is overdue or ageing on the day
// of the view, and is zero if its time has not come.
func (v questions) lateness(p int32) QuestionKind {
	today := v.today().Number()
	switch {
	case v.events.time.LatestEnd(p) < ticks.First(today):
		return QuestionOverdue
	case v.events.time.EarliestStart(p) <= ticks.Last(today):
		return QuestionAgeing
	}
	return 0
}
