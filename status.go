package dispute

import "slices"

// A Status is how a claim, or an event's occurrence, stands in a view. It is
// derived and never stored. The zero Status has not been assessed.
type Status struct {
	// Claim or Event is what was assessed. An event's occurrence is one
	// proposition, whether claims state it, sources report it, or both.
	Claim ClaimID `json:"claim,omitzero"`
	Event EventID `json:"event,omitzero"`
	// Label sums up the pair of levels of For and Against.
	Label   Label `json:"label"`
	For     Side  `json:"for"`
	Against Side  `json:"against"`
	// Standing is what the view takes it for, and by which rule.
	Standing Standing     `json:"standing"`
	Rule     StandingRule `json:"rule"`
	// Dropped are the statements that no longer count, by attribution.
	Dropped []Dropped `json:"dropped,omitempty"`
	// Responses are the answers that are neither for nor against, by attribution.
	Responses []Response `json:"responses,omitempty"`
	// Interpretations are the readings of what somebody said as this claim.
	// Each is evidence only that its speaker reads it so. By attribution.
	Interpretations []AttributionID `json:"interpretations,omitempty"`
	// Relays are the attributions that pass statements on, or say that they
	// were made, and Unsourced
	// those whose lineage or speaker is unknown. Neither is evidence. By ID.
	Relays    []AttributionID `json:"relays,omitempty"`
	Unsourced []AttributionID `json:"unsourced,omitempty"`
	// Text says it in words: label, pair, and who speaks on each side.
	Text string `json:"text"`
	// Reasons are the items and rules it rests on. Right under the status stand
	// facts that say who speaks, of which origin, and what a statement counts by
	// itself and why, or why it counts nothing.
	Reasons Reasons `json:"reasons"`
}

// A Side is the evidence for, or the evidence against.
type Side struct {
	// Level is 0 none · 1 interested parties, or implications, only · 2 one
	// disinterested root · 3 two roots not dependent on each other, at least
	// one of them disinterested, or an admission · 4 a finding of a competent
	// body, or an admission and a disinterested root not dependent on it.
	// Beyond some four million comparisons two roots count as dependent, which
	// never raises a level.
	Level int `json:"level"`
	// Origins is the number of groups of roots that may be independent of
	// each other: at most so many origins; independence is not established.
	Origins int `json:"origins"`
	// Roots are the first-hand statements, ordered by attribution, then by
	// source.
	Roots []Root `json:"roots,omitempty"`
}

// A Root is a first-hand statement by a known speaker, which still stands.
type Root struct {
	// Attribution is the statement. It is empty where an event's list of
	// sources says that Source's publisher asserts first-hand that it occurred.
	Attribution AttributionID `json:"attribution,omitzero"`
	Source      SourceID      `json:"source,omitzero"`
	// Claim is the claim it was made on, where that is another one, which
	// contradicts, entails or is entailed by the claim assessed.
	Claim ClaimID `json:"claim,omitzero"`
	// Speakers are its signatories who stand by it, OnBehalfOf whom they said
	// they speak for, Principals for whom they speak in the end. By ID.
	Speakers   []ActorID `json:"speakers"`
	OnBehalfOf []ActorID `json:"on_behalf_of,omitempty"`
	Principals []ActorID `json:"principals,omitempty"`
	// Interested roots come from someone named in the claim, or dependent on
	// someone named. Implied ones count at most 1. An Admission speaks against
	// its own side, by someone who can commit it: it is one by the claim on
	// which it was made, also where it bears on another. A Finding is a
	// competent body's.
	Interested bool `json:"interested,omitzero"`
	Implied    bool `json:"implied,omitzero"`
	Admission  bool `json:"admission,omitzero"`
	Finding    bool `json:"finding,omitzero"`
	// Origin numbers the group of roots, from 1, that this one belongs to; a
	// joint statement that adds no origin has 0.
	Origin int `json:"origin"`

	voice *voice
}

// A Dropped statement no longer counts, wholly or for some of its signatories.
type Dropped struct {
	Attribution AttributionID `json:"attribution,omitzero"`
	Source      SourceID      `json:"source,omitzero"`
	Why         DropReason    `json:"why"`
	// By are the retractions or undercuts that did it. Impeached is the source
	// that carries it, where undercuts of that source did; they are among the
	// reasons.
	By        []AttributionID `json:"by,omitempty"`
	Impeached SourceID        `json:"impeached,omitzero"`
}

// A Response is an answer that is neither for nor against.
type Response struct {
	Attribution AttributionID `json:"attribution"`
	Speaker     ActorID       `json:"speaker,omitzero"`
	Stance      Stance        `json:"stance"`
}

// String returns the status in words, such as "contested (1,1) — for: …".
func (s Status) String() string {
	if s.Label == 0 {
		return s.Label.String()
	}
	return s.Text
}

// Label sums up the evidence on a claim. The zero Label is not assessed.
type Label uint8

// The labels; the table of [LabelOf] says which pair of levels has which.
const (
	LabelUnasserted   Label = iota + 1 // no statement on it counts, and none for it was retracted
	LabelRetracted                     // no statement on it counts, and one for it was retracted
	LabelDenied                        // nobody says so, somebody denies it
	LabelAlleged                       // interested parties say so
	LabelReported                      // one disinterested root says so
	LabelCorroborated                  // roots not known to depend on each other, or an admission
	LabelConfirmed                     // a competent body, or an admission with support
	LabelContested                     // said and denied
	LabelRefuted                       // a competent body finds against it
	LabelConflicted                    // findings on both sides
)

var labels = vocabulary{"label", []string{"not assessed", "unasserted", "retracted", "denied", "alleged",
	"reported", "corroborated", "confirmed", "contested", "refuted", "conflicted"}}

// String returns the word for l.
func (l Label) String() string { return labels.text(uint8(l)) }

// MarshalText returns the word for l, "not assessed" for the zero value.
func (l Label) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// Standing is what a view takes a claim or an event for. The zero Standing is
// not assessed.
type Standing uint8

// The standings.
const (
	StandingOpen     Standing = iota + 1 // neither accepted nor dropped
	StandingAccepted                     // taken
	StandingDropped                      // denied by the party whose standpoint the view takes
)

var standings = vocabulary{"standing", []string{"not assessed", "open", "accepted", "dropped"}}

// String returns the word for s.
func (s Standing) String() string { return standings.text(uint8(s)) }

// MarshalText returns the word for s, "not assessed" for the zero value.
func (s Standing) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// StandingRule is the rule that decided a standing. The zero StandingRule is
// none: nothing decided it.
type StandingRule uint8

// The rules. The standpoint is asked first, then whether the act establishes
// itself, then the label.
const (
	RuleStandpoint   StandingRule = iota + 1 // the standpoint's own word
	RuleLabel                                // the label is one the policy accepts
	RulePerformative                         // one of its doers is on the record for the act, and not against it
)

var standingRules = vocabulary{"standing rule", []string{"none", "standpoint", "label", "performative"}}

// String returns the word for r.
func (r StandingRule) String() string { return standingRules.text(uint8(r)) }

// MarshalText returns the word for r, "none" for the zero value.
func (r StandingRule) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// DropReason says why a statement no longer counts.
type DropReason uint8

// The reasons. The zero DropReason is none.
const (
	DropRetracted DropReason = iota + 1
	DropUndercut
)

var dropReasons = vocabulary{"drop reason", []string{"none", "retracted", "undercut"}}

// String returns the word for r.
func (r DropReason) String() string { return dropReasons.text(uint8(r)) }

// MarshalText returns the word for r.
func (r DropReason) MarshalText() ([]byte, error) { return dropReasons.marshal(uint8(r)) }

// LabelOf returns the label of a pair of levels, each 0 to 4:
//
//	for \ against   0              1–3         4
//	0               unasserted     denied      refuted
//	1               alleged        contested   refuted
//	2               reported       contested   refuted
//	3               corroborated   contested   refuted
//	4               confirmed      confirmed   conflicted
//
// A claim at (0, 0) is retracted instead of unasserted where a statement for it
// was taken back, not where all were undercut; LabelOf cannot see that. Levels
// outside 0 to 4 have no label.
func LabelOf(supporting, opposing int) Label {
	if supporting < 0 || supporting > 4 || opposing < 0 || opposing > 4 {
		return 0
	}
	column := 1
	switch opposing {
	case 0:
		column = 0
	case 4:
		column = 2
	}
	return [5][3]Label{
		{LabelUnasserted, LabelDenied, LabelRefuted},
		{LabelAlleged, LabelContested, LabelRefuted},
		{LabelReported, LabelContested, LabelRefuted},
		{LabelCorroborated, LabelContested, LabelRefuted},
		{LabelConfirmed, LabelConfirmed, LabelConflicted},
	}[supporting][column]
}

// Status returns how a claim stands. A claim that is not on file or not there
// yet is not assessed: its label is the zero Label.
//
// The cost is near-linear in the number of statements on the claim and on the
// claims it is declared to contradict, entail or be entailed by.
func (v *View) Status(id ClaimID) Status {
	c := v.resolve(id.Ref())
	if c == none {
		return Status{Claim: id}
	}
	s := v.assess(v.proposition(c))
	s.Claim = ClaimID(v.ref(c).ID)
	return s
}

// EventStatus returns how an event's occurrence stands, from the claims that
// it occurred and the sources listed on it. An event that is not on file or
// not there yet is not assessed.
func (v *View) EventStatus(id EventID) Status {
	e := v.resolve(id.Ref())
	if e == none {
		return Status{Event: id}
	}
	return v.assess(v.occurrenceOf(e))
}

// assess weighs a proposition and gives reasons.
func (v *View) assess(p proposition) Status {
	if v.identifies(p) {
		v = v.plain
	}
	s, e := v.judge(p)
	s.Text = v.text(&s)
	s.Reasons = v.statusReasons(p, e, &s)
	return s
}

// judge weighs a proposition.
func (v *View) judge(p proposition) (Status, evidence) {
	if v.identifies(p) {
		v = v.plain
	}
	var s Status
	if p.event != none {
		s.Event = EventID(v.ref(p.event).ID)
	}
	e := v.gather(p)
	e.named = v.named(p)
	stake := v.stakesIn(e.named)
	s.For = v.weigh(p, e.voices, stake, false)
	s.Against = v.weigh(p, e.voices, stake, true)
	for _, w := range e.withdrawn {
		s.Dropped = append(s.Dropped, Dropped{Attribution: v.attributionID(w.voice.attribution), Source: v.sourceID(w.voice.source),
			Why: w.why, By: v.attributionIDs(w.by), Impeached: v.sourceID(w.source)})
	}
	s.Label = LabelOf(s.For.Level, s.Against.Level)
	if s.Label == LabelUnasserted && slices.ContainsFunc(e.withdrawn, func(w withdrawal) bool {
		return w.why == DropRetracted && !w.voice.against
	}) {
		s.Label = LabelRetracted
	}
	v.facets(p, &s)
	s.Standing, s.Rule = v.stand(p, &s)
	return s, e
}

// facets fills in what is said about a proposition without being evidence.
func (v *View) facets(p proposition, s *Status) {
	for _, c := range p.claims {
		for _, n := range v.retold(v.on.statements[c]) {
			s.Relays = append(s.Relays, v.attributionID(n))
		}
		for _, n := range v.on.statements[c] {
			a := v.d.attribution(n)
			switch id := AttributionID(v.ref(n).ID); a.Stance {
			case StanceNeitherConfirmsNorDenies, StanceDeclinesComment, StanceHasNotResponded:
				s.Responses = append(s.Responses, Response{Attribution: id, Speaker: v.actorID(v.latest(v.d.attributionRefs(n).speaker)), Stance: a.Stance})
			case StanceInterprets:
				s.Interpretations = append(s.Interpretations, id)
			case StanceAsserts, StanceImplies, StanceDenies:
				if a.Lineage == LineageRelaying {
					s.Relays = append(s.Relays, id)
				} else if !v.firstHand(n) {
					s.Unsourced = append(s.Unsourced, id)
				}
			}
		}
	}
	slices.Sort(s.Interpretations)
	slices.Sort(s.Relays)
	slices.Sort(s.Unsourced)
	slices.SortFunc(s.Responses, func(a, b Response) int { return Ref{ID: string(a.Attribution)}.Compare(Ref{ID: string(b.Attribution)}) })
}

// retold returns the attributions that say of these statements, or of those
// that say so of them, that they were made.
func (v *View) retold(statements []int32) []int32 {
	var found numbering[int32]
	look := func(n int32) {
		for _, m := range v.on.answers[n] {
			if v.d.attribution(m).Stance == StanceAsserts {
				found.add(m)
			}
		}
	}
	for _, n := range statements {
		look(n)
	}
	for i := 0; i < len(found.keys); i++ {
		look(found.keys[i])
	}
	slices.Sort(found.keys)
	return found.keys
}

// stand decides what the view takes a proposition for.
func (v *View) stand(p proposition, s *Status) (Standing, StandingRule) {
	if party := v.ways.standpoint; party != none {
		says := v.committed(&s.For, party)
		denies := v.committed(&s.Against, party)
		switch {
		case says && !denies:
			return StandingAccepted, RuleStandpoint
		case denies && !says:
			return StandingDropped, RuleStandpoint
		}
	}
	if p.event != none && len(v.performers(p.event, s)) > 0 {
		return StandingAccepted, RulePerformative
	}
	if v.ways.accept[s.Label] {
		return StandingAccepted, RuleLabel
	}
	return StandingOpen, 0
}

// committed reports whether a party is committed to one side: one of its
// roots, not merely implied, is by someone whose word commits the party.
func (v *View) committed(side *Side, party int32) bool {
	for i := range side.Roots {
		if r := &side.Roots[i]; !r.Implied && v.commitsTo(*r.voice, party) {
			return true
		}
	}
	return false
}

// commitsTo reports whether a statement commits a party.
func (v *View) commitsTo(r voice, party int32) bool {
	return slices.ContainsFunc(r.speakers, func(s int32) bool {
		return slices.Contains(v.ties.commits(s, r.when), party)
	})
}

// performers returns who of the doers of a performative act that took place
// establishes it: whoever an on-record assertion commits to it, unless one is
// also committed to the contrary.
func (v *View) performers(e int32, s *Status) []int32 {
	if x := v.d.event(e); !traitsOf[x.Kind].performative || !x.Phase.took() {
		return nil
	}
	said, denied := v.bound(&s.For), v.bound(&s.Against)
	return slices.DeleteFunc(v.doers(e), func(doer int32) bool {
		_, performs := slices.BinarySearch(said, doer)
		_, disowns := slices.BinarySearch(denied, doer)
		return !performs || disowns
	})
}

// bound returns whom the roots of one side commit on the record; to imply
// commits nobody. Ascending.
func (v *View) bound(side *Side) []int32 {
	var lists [][]int32
	for i := range side.Roots {
		r := &side.Roots[i]
		if !r.commitsOnRecord() {
			continue
		}
		for _, s := range r.voice.speakers {
			lists = append(lists, v.ties.commits(s, r.voice.when))
		}
	}
	return merge(lists...)
}

// commitsOnRecord reports whether a root commits anybody to an act.
func (r *Root) commitsOnRecord() bool { return r.voice.onRecord && !r.Implied }

// doers returns who does an event: its actors, and the parties to a mutual act.
func (v *View) doers(e int32) []int32 {
	var list []int32
	participants := v.d.eventRefs(e).participants
	for i, part := range v.d.event(e).Participants {
		if part.Role == RoleActor || part.Role == RoleParty {
			list = append(list, v.latest(participants[i]))
		}
	}
	return merge(list)
}

func (v *View) attributionID(n int32) AttributionID {
	if n == none {
		return ""
	}
	return AttributionID(v.ref(n).ID)
}

func (v *View) attributionIDs(list []int32) []AttributionID {
	ids := make([]AttributionID, len(list))
	for i, n := range list {
		ids[i] = v.attributionID(n)
	}
	return ids
}

func (v *View) actorID(n int32) ActorID {
	if n == none {
		return ""
	}
	return ActorID(v.ref(n).ID)
}

func (v *View) actorIDs(list []int32) []ActorID {
	ids := make([]ActorID, len(list))
	for i, n := range list {
		ids[i] = v.actorID(n)
	}
	return ids
}

func (v *View) sourceID(n int32) SourceID {
	if n == none {
		return ""
	}
	return SourceID(v.ref(n).ID)
}
