package dispute

import "github.com/dispute-go/dispute/internal/english"

// String returns the answer in a sentence, without the final full stop.
func (a Answer) String() string { return a.text() }

func (a Answer) text() string {
	switch {
	case a.read != nil:
		return a.read.Text
	case a.from == nil:
		return ""
	}
	v := words{a.from.court}
	text := v.eventSummary(a)
	if a.AuthorityNotEstablished {
		text += " (on whose authority for " + v.name(a.from.respondent) + " is not established)"
	}
	return text
}

// eventSummary says what was answered.
func (v words) eventSummary(a Answer) string {
	if n := a.from.given.item; v.ref(n).Kind == ItemEvent {
		return v.eventName(n)
	} else {
		return english.UpperFirst(v.clause(n, maxNesting))
	}
}

// Reasons returns the items and rules that the answer rests on: what is answered,
// the answer, and whoever it speaks for.
func (a Answer) Reasons() Reasons {
	switch {
	case a.read != nil:
		return a.read.Reasons
	case a.from == nil:
		return Reasons{}
	}
	v, x := questionWords{a.from.chronology}, a.from
	g := v.reason()
	root := g.Fact(v.ref(x.given.item).String()+" answers "+v.ref(x.event).String(), "answer", g.Item(x.event), g.actor(x.respondent))
	g.Because(root, v.dates(g, v.events.at(x.event)))
	v.becauseSaid(g, root, []int32{x.given.item})
	if x.given.on != none {
		g.claim(root, x.given.on)
	}
	return g.done(root)
}
