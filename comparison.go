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
	Parties []ActorID `json:"parties,omitempty"`
	// AsOf is the day as of which they are compared: that of the view; see
	// [View.Day].
	AsOf edtf.Day `json:"as_of,omitzero"`
	// Agreed is what every party affirms and none denies.
	Agreed []ComparisonLine `json:"agreed,omitempty"`
	// Rejected is what every party denies and none affirms.
	Rejected []ComparisonLine `json:"rejected,omitempty"`
	// Disputed is what is both affirmed and denied.
	Disputed []ComparisonLine `json:"disputed,omitempty"`
	// OneSided is what some affirm, or some deny, while the others say
	// nothing on it.
	OneSided []ComparisonLine `json:"one_sided,omitempty"`
}

// A ComparisonLine is one proposition on which at least one party has spoken.
type ComparisonLine struct {
	// Event or Claim is what it is about; a claim that an event occurred
	// counts under the event.
	Event EventID `json:"event,omitzero"`
	Claim ClaimID `json:"claim,omitzero"`
	// For and Against are the parties that affirm and deny it, by ID. A party
	// that contradicts itself is in both.
	For     []PartyPosition `json:"for,omitempty"`
	Against []PartyPosition `json:"against,omitempty"`

	from *comparedWords // which words are made of
	read *said          // the words that came with it
}

// comparedWords are what parties say on a proposition, in numbers.
type comparedWords struct {
	in        comparer
	on        *assessment
	performed bool // by one of the parties, which affirms it thereby
}

// A PartyPosition is one party's word for or against a proposition.
type PartyPosition struct {
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
// otherwise is not its word, nor is a figure or a date that it has updated since.
//
// The order and repetition of parties do not matter. A party that is not on
// file, or not yet, says nothing. The cost is near-linear in the number of
// events, claims and statements on them, times the number of parties.
func (v *View) Compare(parties ...ActorID) Comparison {
	v = v.orEmpty()
	compare := newComparer(v.chronology, parties)
	c := Comparison{AsOf: v.Day()}
	for _, p := range compare.parties {
		c.Parties = append(c.Parties, p.id)
	}
	for _, p := range v.propositions() {
		if line := compare.line(p); len(line.For)+len(line.Against) > 0 {
			c.add(line)
		}
	}
	return c
}

// add puts a line into the list to which it belongs.
func (c *Comparison) add(line ComparisonLine) {
	list := &c.OneSided
	switch {
	case len(line.For) > 0 && len(line.Against) > 0:
		list = &c.Disputed
	case len(line.For) == len(c.Parties):
		list = &c.Agreed
	case len(line.Against) == len(c.Parties):
		list = &c.Rejected
	}
	*list = append(*list, line)
}

// A comparedParty is a party by its current ID, and its number, or none where
// it is not there.
type comparedParty struct {
	id     ActorID
	number int32
}

// A comparer finds the words of some parties.
type comparer struct {
	*chronology
	parties []comparedParty // by ID, each once
}

func newComparer(v *chronology, parties []ActorID) comparer {
	var list []comparedParty
	for _, id := range parties {
		n := v.resolve(id.Ref())
		if n != none {
			id = idOf[ActorID](v.sight, n)
		}
		list = append(list, comparedParty{id, n})
	}
	slices.SortFunc(list, func(a, b comparedParty) int { return cmp.Compare(a.id, b.id) })
	return comparer{v, slices.Compact(list)}
}

// line returns what the parties say on p, on either side.
func (v comparer) line(p proposition) ComparisonLine {
	status := v.judge(p)
	from := &comparedWords{in: v, on: status}
	line := ComparisonLine{from: from}
	line.Event, line.Claim = v.subjectIDs(p)
	for _, party := range v.parties {
		if party.number == none {
			continue
		}
		if w, ok := v.affirms(status, party.number); ok {
			line.For = append(line.For, w)
			from.performed = from.performed || w.Performed
		}
		if w, ok := v.word(&status.opposing, party.number); ok {
			line.Against = append(line.Against, w)
		}
	}
	return line
}

// affirms returns a party's word for a proposition, and false if it gives none.
func (v comparer) affirms(x *assessment, party int32) (PartyPosition, bool) {
	w, ok := v.word(&x.supporting, party)
	if e := x.of.event; e != none && traitsOf[v.d.event(e).Kind].performative {
		_, w.Performed, _ = v.performedBy(e, party)
	}
	return w, ok || w.Performed
}

// word returns the statements on one side that are a party's word, and false
// if there are none.
func (v comparer) word(x *side, party int32) (PartyPosition, bool) {
	w := PartyPosition{Party: idOf[ActorID](v.sight, party)}
	for _, r := range x.roots {
		switch {
		case !v.commitsByWord(*r, party) || v.updated(*r):
		case r.attribution != none:
			w.Attributions = append(w.Attributions, v.attributionID(r.attribution))
		default:
			w.Sources = append(w.Sources, v.sourceID(r.source))
		}
	}
	return w, len(w.Attributions)+len(w.Sources) > 0
}
