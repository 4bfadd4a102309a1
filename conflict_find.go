package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/precedence"
)

// A conflictFinder finds what does not go together.
type conflictFinder struct {
	*chronology
	support *support
}

// A clash is something that does not go together.
type clash struct {
	court *court
	kind  ConflictKind
	items []int32 // what conflicts, ascending
	over  []int32 // the items because of which it does, or that do not take it away

	// What its words speak of beside, by kind.
	about          int32    // the principal, the event, the statement read, or the item that all supersede
	claim          int32    // on which they differ, or by which the event is reversed or the figure out of order; or none
	claims         []int32  // the rival claims whose standings are told, ascending
	category       string   // of the figures
	one, other     []signed // the statements that go against each other
	ownWord        bool     // the principal's own word, or the event's own date, is on one side
	circular       bool     // the items lead around in a circle
	latest         int32    // the one of the items that leads to the version entered last, or the later one; or none
	denying, named []int32  // who denies a statement, and who is said to have made it
}

// clash begins a clash of items, over others.
func (v conflictFinder) clash(over []int32, items ...int32) *clash {
	return &clash{court: v.court, items: ints.Merge(items), over: over, about: none, claim: none, latest: none}
}

// chronologies finds events that follow each other in a circle or for which no
// day is left.
func (v conflictFinder) chronologies() []*clash {
	var list []*clash
	for _, x := range v.events.time.Contradictions {
		if !v.isReversed(x) {
			c := v.clash(nil, v.eventsAt(x.Nodes)...)
			c.circular = x.Kind == precedence.Cycle
			list = append(list, c)
		}
	}
	return list
}

// reversed finds events that end before they begin, and claims that somebody
// stands by and by which an event does.
func (v conflictFinder) reversed() []*clash {
	var list []*clash
	for _, x := range v.events.time.Contradictions {
		if v.isReversed(x) {
			list = append(list, v.clash(nil, v.eventsAt(x.Nodes)...))
		}
	}
	for _, e := range v.events.list {
		for _, claim := range v.on.datings[e] {
			if v.support.current[claim] && v.d.claim(claim).Content.Dating.row().Reversed {
				c := v.overEvent(e, []int32{claim})
				c.claim = claim
				list = append(list, c)
			}
		}
	}
	return list
}

// isReversed reports whether a contradiction is that of one event by itself.
func (v conflictFinder) isReversed(x precedence.Contradiction) bool {
	return x.Kind != precedence.Cycle && len(x.Nodes) == 1
}

// eventsAt returns the events at places.
func (v *chronology) eventsAt(places []int32) []int32 {
	events := make([]int32, len(places))
	for i, p := range places {
		events[i] = v.events.list[p]
	}
	return events
}

// supersessions finds items that supersede each other in a circle, and items
// several of which supersede one.
func (v conflictFinder) supersessions() []*clash {
	list := v.clashes(v.circles)
	for _, fork := range v.forks {
		c := v.clash([]int32{fork.Old, v.head[fork.Old]}, fork.Branches...)
		c.about, c.latest = fork.Old, fork.Rules
		list = append(list, c)
	}
	return list
}

// reattributions finds statements that supersede one of another speaker, stance
// or target. That somebody is named for whom nobody was is none.
func (v conflictFinder) reattributions() []*clash {
	var list []*clash
	for _, x := range v.reattributed() {
		if v.fieldsReattributed(x.old, x.now) == nil {
			continue
		}
		c := v.clash(nil, x.old, x.now)
		c.about, c.latest = x.old, x.now
		list = append(list, c)
	}
	return list
}

// fieldsReattributed names what a statement says otherwise than the one that it
// supersedes, of its speaker, stance and target.
func (v *sight) fieldsReattributed(old, by int32) []string {
	var fields []string
	was, _ := v.speakersOf(old)
	if is, _ := v.speakersOf(by); was != nil && !slices.Equal(was, is) {
		fields = append(fields, "speaker")
	}
	if v.d.attribution(old).Stance != v.d.attribution(by).Stance {
		fields = append(fields, "stance")
	}
	a, b := v.d.attributionRefs(old), v.d.attributionRefs(by)
	other := func(old, by int32) bool { return v.latest(old) != v.latest(by) }
	if other(a.claim, b.claim) || other(a.attribution, b.attribution) || other(a.targetSource, b.targetSource) {
		fields = append(fields, "target")
	}
	return fields
}

// clashes begins a clash for each circle.
func (v conflictFinder) clashes(circles [][]int32) []*clash {
	var list []*clash
	for _, circle := range circles {
		c := v.clash(nil, circle...)
		c.circular = true
		list = append(list, c)
	}
	return list
}

// overEvent begins a clash of event e and claims about it that somebody stands
// by.
func (v conflictFinder) overEvent(e int32, claims []int32) *clash {
	c := v.clash(v.support.backing(claims), append(slices.Clip(claims), e)...)
	c.about = e
	return c
}
