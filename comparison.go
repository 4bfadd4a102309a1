package dispute

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/edtf"
)

// A Comparison sets the words of several parties against each other. What none
// of them speaks of is in no list. Lines are ordered by item, events before
// claims, each by ID.
type Comparison struct {
	// Parties are the parties compared, by their current IDs and sorted.
	Parties []ActorID `json:"parties"`
	// AsOf is the day as of which they are compared: that of the view; see
	// [View.Day].
	AsOf edtf.Day `json:"as_of,omitzero"`
	// Agreed is what every party affirms and none denies.
	Agreed []ComparedLine `json:"agreed,omitempty"`
	// Rejected is what every party denies and none affirms.
	Rejected []ComparedLine `json:"rejected,omitempty"`
	// Disputed is what is both affirmed and denied.
	Disputed []ComparedLine `json:"disputed,omitempty"`
	// OneSided is what some affirm, or some deny, while the others say
	// nothing on it.
	OneSided []ComparedLine `json:"one_sided,omitempty"`
}

// A ComparedLine is one proposition on which at least one party has spoken.
type ComparedLine struct {
	// Event or Claim is what it is about; a claim that an event occurred
	// counts under the event. Text says it in words.
	Event EventID `json:"event,omitzero"`
	Claim ClaimID `json:"claim,omitzero"`
	Text  string  `json:"text"`
	// For and Against are the parties that affirm and deny it, by ID. A party
	// that contradicts itself is in both.
	For     []PartyWord `json:"for,omitempty"`
	Against []PartyWord `json:"against,omitempty"`
	Reasons Reasons     `json:"reasons"`
}

// A PartyWord is one party's word for or against a proposition.
type PartyWord struct {
	Party ActorID `json:"party"`
	// Performed says that the party affirms an event by having performed it:
	// it is an act done by saying so, such as breaking off relations.
	Performed bool `json:"performed,omitzero"`
	// Attributions are the statements that commit the party, Sources those of
	// its publications whose listing on an event says that it occurred. By ID.
	Attributions []AttributionID `json:"attributions,omitempty"`
	Sources      []SourceID      `json:"sources,omitempty"`
}

// Compare tells what parties agree on, what they dispute, and what only some
// of them say. A party's word is what those say whose word commits it (see
// [Account]), on the proposition itself or on claims declared to entail it,
// follow from it or contradict it; and, of the events that the view accepts
// and that are done by saying so, those it performed. What its organs say
// otherwise is not its word.
//
// The order and repetition of parties do not matter. A party that is not on
// file, or not yet, says nothing. The cost is near-linear in the number of
// events, claims and statements on them, times the number of parties.
func (v *View) Compare(parties ...ActorID) Comparison {
	type party struct {
		id ActorID
		n  int32
	}
	var list []party
	for _, id := range parties {
		n := v.resolve(id.Ref())
		if n != none {
			id = v.actorID(n)
		}
		list = append(list, party{id, n})
	}
	slices.SortFunc(list, func(a, b party) int { return cmp.Compare(a.id, b.id) })
	list = slices.Compact(list)
	c := Comparison{AsOf: v.Day()}
	for _, p := range list {
		c.Parties = append(c.Parties, p.id)
	}
	find := comparer{v.chronology}
	for p := range v.propositions() {
		status := v.judge(p)
		var line ComparedLine
		for _, party := range list {
			if party.n == none {
				continue
			}
			if w, ok := find.affirms(p, status, party.n); ok {
				line.For = append(line.For, w)
			}
			if w, ok := find.word(&status.opposing, party.n); ok {
				line.Against = append(line.Against, w)
			}
		}
		if len(line.For)+len(line.Against) == 0 {
			continue
		}
		line.Event, line.Claim, line.Text = accounts{v.chronology}.described(p)
		into := &c.OneSided
		switch {
		case len(line.For) > 0 && len(line.Against) > 0:
			into = &c.Disputed
		case len(line.For) == len(list):
			into = &c.Agreed
		case len(line.Against) == len(list):
			into = &c.Rejected
		}
		g := v.reason()
		var because []int
		for _, party := range list {
			if party.n != none {
				because = append(because, g.actor(party.n))
			}
		}
		if root, ok := g.graft(words{v.court}.statusReasons(status)); ok {
			because = append(because, root)
		}
		if slices.ContainsFunc(line.For, func(w PartyWord) bool { return w.Performed }) {
			because = append(because, v.dates(g, v.events.at(p.event)))
		}
		line.Reasons = g.done(g.fact("words of the parties on "+v.ref(p.subject()).String(), "the parties' words", because...))
		*into = append(*into, line)
	}
	return c
}

// affirms returns a party's word for p, and false if it gives none.
// A comparer finds the words of parties.
type comparer struct{ *chronology }

func (v comparer) affirms(p proposition, x *assessment, party int32) (PartyWord, bool) {
	w, ok := v.word(&x.supporting, party)
	if p.event != none && traitsOf[v.d.event(p.event).Kind].performative {
		_, w.Performed, _ = v.performedBy(p.event, party)
	}
	return w, ok || w.Performed
}

// word returns the statements on one side that are a party's word, and false
// if there are none.
func (v comparer) word(x *side, party int32) (PartyWord, bool) {
	w := PartyWord{Party: v.actorID(party)}
	for _, r := range x.roots {
		switch {
		case !v.commitsByWord(*r, party):
		case r.attribution != none:
			w.Attributions = append(w.Attributions, v.attributionID(r.attribution))
		default:
			w.Sources = append(w.Sources, v.sourceID(r.source))
		}
	}
	return w, len(w.Attributions)+len(w.Sources) > 0
}
