package dispute

import (
	"github.com/dispute-go/dispute/internal/course"
	"github.com/dispute-go/dispute/internal/giveway"
)

// A draft is a change that an event or an affiliation makes, before it is known
// when.
type draft struct {
	course.Change
	ruling Ruling // but for its days
}

// A changeList is changes by number, and what each of them was.
type changeList struct {
	changes []course.Change
	rulings []Ruling // but for Days
}

// newChangeList returns an empty list with room for some changes.
func newChangeList(n int) changeList {
	return changeList{make([]course.Change, 0, n), make([]Ruling, 0, n)}
}

// add numbers the start of a draft with a given term and, if it lasts and has an
// end, the end; then the state is after. Without one it does not last.
func (l *changeList) add(d draft, after State, t course.Term) {
	l.changes = course.AppendChanges(l.changes, d.Change, after != 0, uint8(after), t)
	for i := len(l.rulings); i < len(l.changes); i++ {
		r := d.ruling
		r.End, r.When = l.changes[i].IsEnd, rangeOf(l.changes[i].Days())
		l.rulings = append(l.rulings, r)
	}
}

// gaps returns what changes were that took no effect.
func (l *changeList) gaps(list []course.Gap) []Gap {
	var gaps []Gap
	for _, g := range list {
		r := &l.rulings[g.Change]
		gaps = append(gaps, Gap{Event: r.Event, Rule: r.Rule, State: State(g.State), Found: statesIn(g.Found), When: r.When})
	}
	return gaps
}

// givingWay returns, by track, which states of lasting events give way to which.
// That is so by the whole table of rules, whatever is on file.
func givingWay(rules []Rule) (gives [TrackStance + 1]giveway.Table) {
	var acts [TrackStance + 1][]giveway.Act
	for i := range rules {
		if r := &rules[i]; r.After != 0 {
			acts[r.Track] = append(acts[r.Track], giveway.Act{State: uint8(r.State), Leaves: bitsOf(r.Not)})
		}
	}
	for t := range gives {
		gives[t] = giveway.Among(acts[t])
	}
	return gives
}
