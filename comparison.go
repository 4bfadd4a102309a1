package dispute

import (
	"cmp"
	"maps"
	"math"
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
	in        *comparer
	of        proposition
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
	// Lines on which the same bears share them.
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
	said    map[heardBy][]partyWord
}

// A heardBy is what something is said on, by subject, and the court that hears it.
type heardBy struct {
	court   *court
	subject int32
}

// A partyWord is what one party says, by side of what it is said on.
type partyWord [2]sideWord

// A sideWord is the statements on one side that are a party's word. All lines that
// rest on no other ones share the position.
type sideWord struct {
	voices   []voice
	position PartyPosition
}

func newComparer(v *chronology, parties []ActorID) *comparer {
	var list []comparedParty
	for _, id := range parties {
		n := v.resolve(id.Ref())
		if n != none {
			id = idOf[ActorID](v.sight, n)
		}
		list = append(list, comparedParty{id, n})
	}
	slices.SortFunc(list, func(a, b comparedParty) int { return cmp.Compare(a.id, b.id) })
	return &comparer{v, slices.Compact(list), map[heardBy][]partyWord{}}
}

// line returns what the parties say on p, on either side.
func (v *comparer) line(p proposition) ComparisonLine {
	from := &comparedWords{in: v, of: p}
	line := ComparisonLine{from: from}
	line.Event, line.Claim = v.subjectIDs(p)
	said := v.bearingWords(p)
	for i, party := range v.parties {
		if party.number == none {
			continue
		}
		w, affirms := v.together(i, said[sideFor])
		if p.event != none && traitsOf[v.d.event(p.event).Kind].performative {
			_, w.Performed, _ = v.performedBy(p.event, party.number)
		}
		if affirms || w.Performed {
			line.For = append(line.For, w)
			from.performed = from.performed || w.Performed
		}
		if w, ok := v.together(i, said[sideAgainst]); ok {
			line.Against = append(line.Against, w)
		}
	}
	return line
}

// A spokenSide is one side of what the parties say on a proposition.
type spokenSide struct {
	words []partyWord // by party
	side  int
}

// bearingWords returns what the parties say that bears on p, by side of p.
func (v *comparer) bearingWords(p proposition) (list [2][]spokenSide) {
	hears := v.court
	if hears.identifies(p) {
		hears = hears.plain
	}
	if words := v.words(hears, p); words != nil {
		list = [2][]spokenSide{{{words, sideFor}}, {{words, sideAgainst}}}
	}
	if !v.connected(p) {
		return list
	}
	type part struct {
		of      int32
		against bool
	}
	taken := map[part]bool{}
	for _, b := range v.bearings(p, &evidence{}, true) {
		q := v.proposition(b.claim)
		key := part{q.claims[0], b.said}
		if taken[key] {
			continue
		}
		taken[key] = true
		if words := v.words(hears, q); words != nil {
			to := sideOf(b.against)
			list[to] = append(list[to], spokenSide{words, sideOf(b.said)})
		}
	}
	return list
}

func sideOf(against bool) int {
	if against {
		return sideAgainst
	}
	return sideFor
}

// words returns what each party says directly on p, or nil where none says anything.
func (v *comparer) words(hears *court, p proposition) []partyWord {
	key := heardBy{hears, p.subject()}
	words, ok := v.said[key]
	if ok {
		return words
	}
	for _, r := range hears.hear(p).voices {
		for i, party := range v.parties {
			if party.number == none || !v.commitsByWord(r, party.number) || v.updated(r) {
				continue
			}
			if words == nil {
				words = make([]partyWord, len(v.parties))
			}
			w := &words[i][sideOf(r.against)]
			w.voices = append(w.voices, r)
		}
	}
	for i := range words {
		for side := range words[i] {
			w := &words[i][side]
			w.position = v.position(i, w.voices)
		}
	}
	v.said[key] = words
	return words
}

// together returns all that one party says on one side, and false if that is
// nothing.
func (v *comparer) together(party int, said []spokenSide) (PartyPosition, bool) {
	var found []*sideWord
	for _, x := range said {
		if w := &x.words[party][x.side]; w.voices != nil {
			found = append(found, w)
		}
	}
	switch len(found) {
	case 0:
		return PartyPosition{Party: v.parties[party].id}, false
	case 1:
		return found[0].position, true
	}
	var voices []voice
	for _, w := range found {
		voices = append(voices, w.voices...)
	}
	slices.SortFunc(voices, compareVoices)
	return v.position(party, voices), true
}

// position puts statements down as a party's word.
func (v *comparer) position(party int, voices []voice) PartyPosition {
	w := PartyPosition{Party: v.parties[party].id}
	for _, r := range voices {
		if r.attribution != none {
			w.Attributions = append(w.Attributions, v.attributionID(r.attribution))
		} else {
			w.Sources = append(w.Sources, v.sourceID(r.source))
		}
	}
	w.Attributions, w.Sources = slices.Clip(w.Attributions), slices.Clip(w.Sources)
	return w
}

// A Series is the figures of one thing, or the dates of one event, that one
// speaker gave one after the other. A later one, said on a surely later day, is
// an update: the speaker no longer stands by the earlier one. Who is merely of
// one voice with the speaker updates nothing.
type Series struct {
	// Speaker is empty where a step was said in confidence.
	Speaker ActorID `json:"speaker,omitzero"`
	// Steps are by day, then by attribution. They are the statements that were
	// updated and those, said on a surely later day, by which the speaker stands
	// since, at least two; what only repeats a step is none.
	Steps []SeriesStep `json:"steps,omitempty"`
}

// A SeriesStep is one statement of a [Series].
type SeriesStep struct {
	Claim       ClaimID       `json:"claim"`
	Attribution AttributionID `json:"attribution"`
	// Said are the days on which it can have been said.
	Said DayRange `json:"said,omitzero"`
}

// A seriesStep is a statement of a figure or a date on a claim.
type seriesStep struct {
	claim int32
	root  *voice
}

// series returns the series among what is stated on the claims themselves.
func (x *ratedClaims) series() []Series {
	v := x.court
	told := map[int32][]seriesStep{} // by speaker
	for i, s := range x.assessments {
		for _, r := range s.supporting.roots {
			if r.elsewhere || len(r.disowned()) > 0 {
				continue
			}
			for _, speaker := range r.speakers {
				told[speaker] = append(told[speaker], seriesStep{x.claims[i], r})
			}
		}
	}
	var list []Series
	for _, speaker := range slices.Sorted(maps.Keys(told)) {
		steps := v.stepsOf(told[speaker])
		if len(steps) < 2 {
			continue
		}
		series := Series{Speaker: v.actorID(speaker)}
		for _, s := range steps {
			if v.inConfidence(s.root) {
				series.Speaker = ""
			}
			series.Steps = append(series.Steps, SeriesStep{ClaimID(v.ref(s.claim).ID), v.attributionID(s.root.attribution), dayRange(s.root.when.First, s.root.when.Last)})
		}
		list = append(list, series)
	}
	return list
}

// stepsOf returns, by day, which of a speaker's statements are steps of a series:
// those that are updated, and those surely later than one of these. Of what repeats
// the latest the first is the step.
func (v *court) stepsOf(told []seriesStep) []seriesStep {
	slices.SortFunc(told, func(a, b seriesStep) int {
		p, q := a.root, b.root
		return cmp.Or(cmp.Compare(p.when.First, q.when.First), cmp.Compare(p.when.Last, q.when.Last), cmp.Compare(p.attribution, q.attribution))
	})
	updated := [2]int64{math.MaxInt64, math.MaxInt64} // the first last day of one that is, asserted or implied
	for _, s := range told {
		if v.updated(*s.root) {
			for weak := range updated {
				if s.root.implied || weak == 0 {
					updated[weak] = min(updated[weak], s.root.when.Last)
				}
			}
		}
	}
	stands := map[given]int64{} // by what is given and stands: the first last day of it
	return slices.DeleteFunc(told, func(s seriesStep) bool {
		if v.updated(*s.root) {
			return false
		}
		weak := 0
		if s.root.implied {
			weak = 1
		}
		value := v.givenBy(s.claim)
		last, known := stands[value]
		if s.root.when.First <= updated[weak] || known && last < s.root.when.First {
			return true
		}
		if !known || s.root.when.Last < last {
			stands[value] = s.root.when.Last
		}
		return false
	})
}
