package dispute

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ties"
)

// An Account is the dispute as one party tells it. It holds the party's own
// words on each proposition and nothing that merely follows from them.
// Statements that were withdrawn or undercut are no longer part of it.
type Account struct {
	// Party is the party, by its current ID.
	Party ActorID `json:"party"`
	// AsOf is the day as of which it is told so: that of the view; see
	// [View.Day].
	AsOf edtf.Day `json:"as_of,omitzero"`
	// Asserts and Denies are what those whose word commits the party say on
	// events and claims; see [OfficeHeadOfState]. An event that lists a source
	// which one of them published is asserted thereby. What the party both
	// asserts and denies is in both.
	Asserts []AccountLine `json:"asserts,omitempty"`
	Denies  []AccountLine `json:"denies,omitempty"`
	// Uncommitted is what does not commit the party: the statements and acts
	// of its organs and of others who speak for it without being able to
	// commit it, what anyone says on its behalf, and what is only implied.
	Uncommitted []AccountLine `json:"uncommitted,omitempty"`
	// Replaced are the statements of the party, and of those who speak for it,
	// that are no longer on file as such: by a later version somebody else made
	// the statement, or its speaker made another one.
	Replaced []AccountLine `json:"replaced,omitempty"`
	// Demands and Accusations are the events by which the party, or someone
	// whose word commits it, demands or appeals, and accuses. An act that the
	// view does not accept is not put down to it.
	Demands     []AccountLine `json:"demands,omitempty"`
	Accusations []AccountLine `json:"accusations,omitempty"`
	// Unanswered are the open questions that the party, or someone who speaks
	// for it, has not answered, in the order of [View.OpenQuestions].
	Unanswered []Question `json:"unanswered,omitempty"`
}

// An AccountLine is one proposition or act in an [Account]. Lines are ordered
// by item, events before claims, each by ID, then by stance.
type AccountLine struct {
	// Event or Claim is what it is about; a claim that an event occurred
	// counts under the event.
	Event EventID `json:"event,omitzero"`
	Claim ClaimID `json:"claim,omitzero"`
	// Stance is what is done with it: asserts, implies or denies. It is zero
	// for an act.
	Stance Stance `json:"stance,omitzero"`
	// When is the days, as far as is known, on which the first of the
	// statements can have been made at the earliest and the last one at the
	// latest; of an act, those on which it can have begun.
	When DayRange `json:"when,omitzero"`
	// Speakers are who say it, or who act, of those who speak for the party.
	// By ID.
	Speakers []ActorID `json:"speakers,omitempty"`
	// Attributions are the statements, for an act those that it occurred.
	// Sources are those whose listing on an event says that it occurred. By ID.
	Attributions []AttributionID `json:"attributions,omitempty"`
	Sources      []SourceID      `json:"sources,omitempty"`
	// Updated says that all of the statements give a figure or a date that their
	// speakers have updated since; see [Series].
	Updated bool `json:"updated,omitzero"`
	// ReplacedBy are the attributions that replace statements which are no longer
	// on file as such. By ID.
	ReplacedBy []AttributionID `json:"replaced_by,omitempty"`
	// Label and Standing tell how the proposition stands in the view, in which
	// others have a say too. Of an event in which the party, or someone who speaks
	// for it, has a part, Standing is that of its part: see [Status].Doers.
	Label    Label    `json:"label"`
	Standing Standing `json:"standing"`

	from *accountWord // which words are made of
	read *said        // the words that came with it
}

// An accountWord is what a party says or does, in numbers.
type accountWord struct {
	v        *chronology
	party    int32
	stance   Stance
	speakers []int32
	on       *assessment // of what it is about
	replaced []int32     // statements no longer on file as such, and what replaces them
}

// Account returns the dispute as a party tells it. A party that is not on file,
// or not yet, has an empty account. The cost is near-linear in the number of
// events, claims and statements on them.
func (v *View) Account(party ActorID) Account {
	v = v.orEmpty()
	n := v.resolve(party.Ref())
	if n == none {
		return Account{Party: party}
	}
	a := Account{Party: idOf[ActorID](v.sight, n), AsOf: v.Day()}
	toward := v.ties.Toward([]int32{n})
	told := accounts{v.chronology, &toward}
	for _, p := range v.propositions() {
		for _, line := range told.tell(p, n) {
			switch {
			case !line.committed:
				a.Uncommitted = append(a.Uncommitted, line.AccountLine)
			case line.Stance == StanceDenies:
				a.Denies = append(a.Denies, line.AccountLine)
			default:
				a.Asserts = append(a.Asserts, line.AccountLine)
			}
		}
		line, ok := told.actOf(p, n)
		if !ok {
			continue
		}
		switch kind := v.d.event(p.event).Kind; {
		case !line.committed:
			a.Uncommitted = append(a.Uncommitted, line.AccountLine)
		case kind == KindAccuse:
			a.Accusations = append(a.Accusations, line.AccountLine)
		default:
			a.Demands = append(a.Demands, line.AccountLine)
		}
	}
	slices.SortStableFunc(a.Uncommitted, compareLines)
	a.Replaced = told.replaced(n)
	for _, q := range v.OpenQuestions() {
		if q.Respondent != "" && toward.LedUp(q.from.respondent, q.from.when) {
			a.Unanswered = append(a.Unanswered, q)
		}
	}
	return a
}

func compareLines(a, b AccountLine) int {
	// Events come first: they are the lines without a claim.
	return cmp.Or(cmp.Compare(a.Claim, b.Claim), cmp.Compare(a.Event, b.Event), cmp.Compare(a.Stance, b.Stance))
}

// propositions returns what can be assessed: the occurrence of every event, then
// what every claim states that is not about one of them, each by ID.
func (v *chronology) propositions() []proposition {
	var list []proposition
	for _, e := range v.events.list {
		list = append(list, v.occurrenceOf(e))
	}
	for _, c := range v.apart(ItemClaim) {
		if p := v.proposition(c); p.claims[0] == c && v.events.at(p.event) == none {
			list = append(list, p)
		}
	}
	return list
}

// told is an account line together with whether it commits the party.
type told struct {
	AccountLine
	committed bool
}

// accounts finds what a party says and does.
type accounts struct {
	*chronology
	toward *ties.Target // the party
}

// tell returns what a party and those who speak for it say on p: at most one
// line for each stance, whether it commits the party or not.
func (v accounts) tell(p proposition, party int32) []told {
	type slot struct {
		stance    Stance
		committed bool
	}
	said := map[slot][]voice{}
	for _, r := range v.hear(p).voices {
		at := slot{stance: StanceAsserts, committed: v.commitsByWord(r, party)}
		switch {
		case r.against:
			at.stance = StanceDenies
		case r.implied:
			at.stance = StanceImplies
		}
		if at.committed || v.speaksFor(r) {
			said[at] = append(said[at], r)
		}
	}
	if len(said) == 0 {
		return nil
	}
	status := v.judge(p)
	var lines []told
	for _, committed := range []bool{true, false} {
		for _, stance := range []Stance{StanceAsserts, StanceImplies, StanceDenies} {
			if voices := said[slot{stance, committed}]; voices != nil {
				lines = append(lines, told{v.statement(party, stance, voices, status), committed})
			}
		}
	}
	return lines
}

// replaced returns what a party and those who speak for it said by statements
// that are no longer on file as such.
func (v accounts) replaced(party int32) []AccountLine {
	type slot struct {
		subject int32
		stance  Stance
	}
	said := map[slot][]voice{}
	for _, n := range v.overruled() {
		r, ok := v.voiceOf(n)
		if !ok || r.claim == none || !v.d.attribution(n).Stance.takesSides() || !v.speaksFor(r) {
			continue
		}
		at := slot{v.proposition(r.claim).subject(), v.d.attribution(n).Stance}
		said[at] = append(said[at], r)
	}
	var lines []AccountLine
	for at, voices := range said { // the lines are sorted in the end
		line := v.statement(party, at.stance, voices, v.judge(v.proposition(voices[0].claim)))
		var by []int32
		for _, r := range voices {
			by = append(by, v.head[r.attribution])
			line.from.replaced = append(line.from.replaced, r.attribution, v.head[r.attribution])
		}
		line.ReplacedBy = v.attributionIDs(ints.Merge(by))
		lines = append(lines, line)
	}
	slices.SortFunc(lines, compareLines)
	return lines
}

// speaksFor reports whether anyone who makes a statement, or on whose behalf
// it is made, is the party or speaks for it.
func (v accounts) speaksFor(r voice) bool {
	leads := func(s int32) bool { return v.toward.LedUp(s, r.when) }
	return slices.ContainsFunc(r.speakers, leads) || slices.ContainsFunc(r.behalf(), leads)
}

// statement writes down what a party says in some voices.
func (v accounts) statement(party int32, stance Stance, voices []voice, status *assessment) AccountLine {
	var speakers []int32
	var direct []*voice
	for i, r := range voices {
		direct = append(direct, &voices[i])
		if v.inConfidence(&r) {
			continue
		}
		known := len(speakers)
		for _, s := range r.speakers {
			if v.toward.LedUp(s, r.when) {
				speakers = append(speakers, s)
			}
		}
		if len(speakers) == known { // others say it on the party's behalf
			speakers = append(speakers, r.speakers...)
		}
	}
	attributions, sources := carriersOf(direct)
	line := v.line(&accountWord{v.chronology, party, stance, ints.Merge(speakers), status, nil}, attributions, sources)
	line.When = v.saidWithin(attributions, sources)
	line.Updated = !slices.ContainsFunc(voices, func(r voice) bool { return !v.updated(r) })
	return line
}

// carriersOf returns the attributions of voices and the listed sources of
// those that have none, each ascending.
func carriersOf(voices []*voice) (attributions, sources []int32) {
	for _, r := range voices {
		if r.attribution != none {
			attributions = append(attributions, r.attribution)
		} else {
			sources = append(sources, r.source)
		}
	}
	return ints.Merge(attributions), ints.Merge(sources)
}

// line writes down all but when it was said.
func (v accounts) line(x *accountWord, attributions, sources []int32) AccountLine {
	line := AccountLine{Stance: x.stance, Speakers: v.actorIDs(x.speakers), Label: x.on.label, Standing: x.standing(), from: x}
	line.Event, line.Claim = v.subjectIDs(x.on.of)
	if len(attributions) > 0 {
		line.Attributions = v.attributionIDs(attributions)
	}
	for _, s := range sources {
		line.Sources = append(line.Sources, v.sourceID(s))
	}
	return line
}

// standing returns how it stands what the party's word is about: an event as far
// as it is the party's own act, or that of someone who speaks for it.
func (x *accountWord) standing() Standing {
	var own verdict
	for i := range x.on.shares {
		if s := &x.on.shares[i]; slices.Contains(x.v.ties.LeadUp(s.actor, ties.AnyDay), x.party) {
			own = s.verdict.or(own)
		}
	}
	if own.standing == 0 {
		return x.on.standing
	}
	return own.standing
}

// saidWithin returns the days within which statements and listed sources were
// made and published.
func (v accounts) saidWithin(attributions, sources []int32) DayRange {
	all := ties.Never
	add := func(w ties.Window) { all = ties.Window{First: min(all.First, w.First), Last: max(all.Last, w.Last)} }
	for _, n := range attributions {
		add(v.saidWindow(n))
	}
	for _, n := range sources {
		add(madeWindow(v.d.source(n).Published))
	}
	return dayRange(all.First, all.Last)
}

// subjectIDs returns what a proposition is about: an event, or a claim.
func (v *sight) subjectIDs(p proposition) (EventID, ClaimID) {
	if p.event != none {
		return EventID(v.ref(p.event).ID), ""
	}
	return "", ClaimID(v.ref(p.claims[0]).ID)
}

// actOf returns the demand or accusation that p is, if a party or someone who
// speaks for it makes it.
func (v accounts) actOf(p proposition, party int32) (told, bool) {
	if p.event == none {
		return told{}, false
	}
	switch v.d.event(p.event).Kind {
	case KindDemand, KindAppeal, KindAccuse:
	default:
		return told{}, false
	}
	doers, committed, ok := v.performedBy(p.event, party)
	if !ok {
		return told{}, false
	}
	status := v.judge(p)
	attributions, sources := carriersOf(status.supporting.roots)
	line := v.line(&accountWord{v.chronology, party, 0, doers, status, nil}, attributions, sources)
	began := v.startDays(v.events.at(p.event))
	line.When = dayRange(began.First, began.Last)
	return told{line, committed}, true
}

// performedBy returns who of those who speak for a party performs event e,
// and whether that commits the party. It returns false unless the view accepts
// of one of them that it did.
func (v *chronology) performedBy(e, party int32) (doers []int32, committed, ok bool) {
	place := v.events.at(e)
	if place == none || v.events.standing[place] != StandingAccepted || !v.d.event(e).Phase.took() {
		return nil, false, false
	}
	when := v.startDays(place)
	for _, doer := range v.doers(e) {
		if v.acceptedFor(e, doer) && slices.Contains(v.ties.LeadUp(doer, when), party) {
			doers = append(doers, doer)
			committed = committed || slices.Contains(v.ties.Commits(doer, when), party)
		}
	}
	return doers, committed, doers != nil
}
