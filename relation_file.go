package dispute

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/course"
)

// A relationFile is everything on file on one track between two actors.
type relationFile struct {
	v       *relations
	pair    Pair
	a, b    int32
	strands []strand
	gaps    []Gap
	beside  []report // accepted claims beside the state
	alleged []report
	// What it rests on, ascending: events by place, claims, and items that bore
	// on the relation before they were replaced.
	events, claims, replaced []int32
	rules                    map[int32][]*Rule // by place
	affiliations             int               // of the member with the organisation
}

// A strand is the course of a relation, or of one kind of it with one target
// where several can hold at once.
type strand struct {
	*course.Strand
	kind    State    // where several states can hold at once
	target  ActorID  // at whom it is aimed, if anybody
	rulings []Ruling // what each change, and then each cover, was; but for Days
}

// A report is a [ReportedState] and its term.
type report struct {
	ReportedState
	cover course.Cover
}

// statesOn returns the states possible at the end of a day, in their order.
func (f *relationFile) statesOn(day int64) []PossibleState {
	var list []PossibleState
	for i := range f.strands {
		s := &f.strands[i]
		segment := s.At(day)
		for state := range segment.Possible.All() {
			p := s.possible(state, segment)
			p.Rulings = s.rulingsOn(day, state)
			list = append(list, p)
		}
	}
	slices.SortStableFunc(list, PossibleState.compare)
	return list
}

// rulingsOn returns what can rule on a day with a state.
func (s *strand) rulingsOn(day int64, state course.State) []Ruling {
	var list []Ruling
	for i := range s.Rulers {
		if r := &s.Rulers[i]; r.States.Has(state) && r.On(day) {
			list = append(list, s.ruling(r))
		}
	}
	return list
}

// ruling returns what a ruler was, with the days on which it can rule.
func (s *strand) ruling(r *course.Ruler) Ruling {
	ruling := s.rulings[r.Change]
	ruling.Days = rangeOf(r.Extent())
	return ruling
}

// possible returns a state that is possible in a segment, without its rulings.
func (s *strand) possible(state course.State, segment *course.Segment) PossibleState {
	return PossibleState{State: State(state), Against: s.target, Certainty: certaintyOf(true, segment.Certain.Has(state)),
		Presupposed: state != 0 && segment.Presupposed.Has(state)}
}

// reportedBy returns the reports of what can have begun by a day.
func reportedBy(list []report, day int64) []ReportedState {
	var found []ReportedState
	for i := range list {
		if r := &list[i]; r.cover.Extent().First <= day {
			found = append(found, r.ReportedState)
			found[len(found)-1].Certainty = certaintyOf(r.cover.On(day))
		}
	}
	return found
}

// reportedEver returns the reports of all days.
func reportedEver(list []report) []ReportedState {
	var found []ReportedState
	for i := range list {
		found = append(found, list[i].ReportedState)
	}
	return found
}

func certaintyOf(possible, certain bool) Certainty {
	switch {
	case certain:
		return CertaintyCertain
	case possible:
		return CertaintyPossible
	}
	return CertaintyExcluded
}

// gapsBy returns the gaps that can have happened by a day.
func (f *relationFile) gapsBy(day edtf.Day) []Gap {
	var list []Gap
	for _, g := range f.gaps {
		if g.When.First.IsZero() || g.When.First.Compare(day) <= 0 {
			list = append(list, g)
		}
	}
	return cloneGaps(list)
}

// spells returns the spells of every strand, in their order.
func (f *relationFile) spells() []Spell {
	var list []Spell
	for i := range f.strands {
		list = f.strands[i].appendSpells(list)
	}
	slices.SortStableFunc(list, func(a, b Spell) int {
		return cmp.Or(a.Possible.First.Compare(b.Possible.First), compareCertain(a.Certain, b.Certain),
			cmp.Compare(a.State, b.State), cmp.Compare(a.Against, b.Against))
	})
	return list
}

// compareCertain orders by first day; no days come last.
func compareCertain(a, b *DayRange) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	return a.First.Compare(b.First)
}

// appendSpells adds the spells of a strand.
func (s *strand) appendSpells(list []Spell) []Spell {
	for _, t := range s.Stretches() {
		spell := Spell{State: State(t.State), Against: s.target, Certainty: certaintyOf(true, t.Certain != nil),
			Possible: rangeOf(t.Days), Presupposed: t.Presupposed}
		if t.Certain != nil {
			certain := rangeOf(*t.Certain)
			spell.Certain = &certain
		}
		for _, i := range t.Premises {
			spell.PresupposedBy = append(spell.PresupposedBy, s.ruling(&s.Premises[i]))
		}
		for _, i := range t.Rulers {
			spell.Rulings = append(spell.Rulings, s.ruling(&s.Rulers[i]))
		}
		list = append(list, spell)
	}
	return list
}

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
	if d.Passes {
		l.note(course.AppendPassing(l.changes, d.Change, t), d.ruling)
		return
	}
	l.note(course.AppendChanges(l.changes, d.Change, after != 0, uint8(after), t), d.ruling)
}

// note takes in changes that were added, and what they were.
func (l *changeList) note(changes []course.Change, ruling Ruling) {
	l.changes = changes
	for i := len(l.rulings); i < len(l.changes); i++ {
		r := ruling
		r.End, r.When = l.changes[i].IsEnd, rangeOf(l.changes[i].Days())
		l.rulings = append(l.rulings, r)
	}
}

// gaps returns what changes were that took no effect.
func (l *changeList) gaps(list []course.Gap) []Gap {
	var gaps []Gap
	for _, g := range list {
		r := &l.rulings[g.Change]
		gaps = append(gaps, Gap{Event: r.Event, Actor: r.Actor, Rule: r.Rule, End: r.End, State: State(g.State), Found: statesIn(g.Found), When: r.When})
	}
	return gaps
}

// passes reports whether what an event does by a rule is over with the event: it
// has an end, and the rule gives back.
func (f *relationFile) passes(p int32, r *Rule) bool {
	e := f.v.d.event(f.v.events.list[p])
	return r.Restores && (!e.Until.IsZero() || e.When.Kind() == edtf.KindInterval)
}

// accepted returns the change that an event makes by a rule. An event that the
// view does not accept of the doer concerned, or between the two, is reported
// instead.
func (f *relationFile) accepted(p int32, r *Rule, against int32) (draft, bool) {
	v := f.v
	n := v.events.list[p]
	if !v.d.event(n).Phase.took() {
		return draft{}, false
	}
	id := EventID(v.ref(n).ID)
	standing := v.standingBy(n, r, f.a, f.b)
	if standing == StandingAccepted {
		return draft{course.Change{Place: p, State: uint8(r.State), Premise: bit(r.Presupposes)}, Ruling{Event: id, Rule: r.Name}}, true
	}
	if standing != StandingDropped {
		t := v.termOf(p)
		if r.After == 0 && !f.passes(p, r) {
			t.Ever = true
		}
		c := coverOf(t, v.d.event(n).When)
		f.alleged = append(f.alleged, report{ReportedState{Event: id, State: r.State, Against: v.actorID(against),
			Rule: r.Name, Label: v.events.label[p], When: rangeOf(c.Begins), Days: rangeOf(c.Extent())}, c})
	}
	return draft{}, false
}

// claimBeside reports a relation claim that makes no state.
func (f *relationFile) claimBeside(n int32) {
	x := f.v.d.claim(n).Content.Relation
	s := f.v.judge(f.v.proposition(n))
	if s.standing == StandingDropped {
		return
	}
	c := coverOf(termOfDate(x.When), x.When)
	r := report{ReportedState{Claim: ClaimID(f.v.ref(n).ID), State: x.State, Against: f.v.actorID(f.v.resolve(x.Against.Ref())),
		Trend: x.Trend, Label: s.label, When: rangeOf(c.Begins), Days: rangeOf(c.Extent())}, c}
	if f.pair.Track == TrackSupport && r.State == 0 && r.Trend == 0 {
		r.State = StateUnspecifiedSupport
	}
	if s.standing == StandingAccepted {
		f.beside = append(f.beside, r)
	} else {
		f.alleged = append(f.alleged, r)
	}
}

// A Gap is a change that the state it found does not allow, or that brought
// nothing new. It left the state. What lasts is never one: its state goes on
// beside a stronger one, such as a threat during a war or a second joint
// manoeuvre, and holds where that ends first.
//
// Two more are told as gaps. One is the start or the end of an affiliation that
// finds what it does not go together with, such as the end of one while the
// membership is suspended: it rules, since it comes later. The other is an event
// that tells nothing of the two actors, since it does not tell whose sides they
// are on.
type Gap struct {
	// Event is the change, or Actor the member for an affiliation of its own.
	Event EventID `json:"event,omitzero"`
	Actor ActorID `json:"actor,omitzero"`
	Rule  string  `json:"rule"`
	// End says that it is the end of an affiliation.
	End bool `json:"end,omitzero"`
	// State is what the change would have brought, Found are the states it can
	// have found.
	State State   `json:"state,omitzero"`
	Found []State `json:"found,omitempty"`
	// When are the days on which it can have happened.
	When DayRange `json:"when"`
	// SidesNotTold says that the event has three or more actors in the role of
	// the rule and does not tell the side of both ([Participant].Side). Hostility
	// holds between sides, so that it tells nothing of the pair.
	SidesNotTold bool `json:"sides_not_told,omitzero"`
}

// cloneGaps returns a copy that shares no list with another.
func cloneGaps(list []Gap) []Gap {
	list = slices.Clone(list)
	for i := range list {
		list[i].Found = slices.Clone(list[i].Found)
	}
	return list
}

// A PossibleState is a state that can hold, and what it rests on.
type PossibleState struct {
	// State is absent when nothing is on file of how it stood before the first
	// change.
	State State `json:"state,omitzero"`
	// Against is at whom support is aimed, where that is on file.
	Against   ActorID   `json:"against,omitzero"`
	Certainty Certainty `json:"certainty"`
	// Presupposed says that the state may rest on no record: the first change
	// on file only presupposes it. Without Rulings it rests on nothing else.
	Presupposed bool `json:"presupposed,omitzero"`
	// Rulings are the changes that can be the one that rules on that day.
	Rulings []Ruling `json:"rulings,omitempty"`
}

// compare orders certain states first, then those that rest on something on
// file, then by state and target.
func (p PossibleState) compare(o PossibleState) int {
	return cmp.Or(cmp.Compare(o.Certainty, p.Certainty), cmp.Compare(min(len(o.Rulings), 1), min(len(p.Rulings), 1)),
		cmp.Compare(p.State, o.State), cmp.Compare(p.Against, o.Against))
}

// A ReportedState is what an occurrence or a relation claim on file tells of the
// relation without making its state.
type ReportedState struct {
	Event EventID `json:"event,omitzero"`
	Claim ClaimID `json:"claim,omitzero"`
	// State is what it would bring or says there is; absent where it tells
	// only a trend.
	State   State   `json:"state,omitzero"`
	Against ActorID `json:"against,omitzero"`
	Trend   Trend   `json:"trend,omitzero"`
	// Rule is the rule by which an event would change the relation.
	Rule  string `json:"rule,omitzero"`
	Label Label  `json:"label"`
	// Certainty tells whether, if it is so, it bears on the day: that the
	// event had happened, or was going on if it lasts; that the time claimed
	// includes the day. What surely was over by the day is [CertaintyExcluded].
	Certainty Certainty `json:"certainty"`
	// When are the days on which it can have begun, Days all those on which
	// it can bear on the relation.
	When DayRange `json:"when"`
	Days DayRange `json:"days"`
}

// A Ruling is a change, or a claim, that can be what a state rests on.
type Ruling struct {
	// Event, Claim or Actor is what the state rests on; an actor for an
	// affiliation of its own.
	Event EventID `json:"event,omitzero"`
	Claim ClaimID `json:"claim,omitzero"`
	Actor ActorID `json:"actor,omitzero"`
	// Rule is the name of the rule by which it does.
	Rule string `json:"rule"`
	// End says that it is the end of a lasting event that brought the state.
	End bool `json:"end,omitzero"`
	// When are the days on which the change can have taken effect; for the
	// end of a lasting event that is the day after its last.
	When DayRange `json:"when"`
	// Days runs from the first to the last day on which it can rule. Dates
	// with gaps between them can leave out days in between.
	Days DayRange `json:"days"`
}

// A Spell is a longest run of days on which a state can hold. Where the state
// is certain, then not, then certain again, two spells share the days between:
// one can end there and the next begin.
type Spell struct {
	State   State   `json:"state,omitzero"`
	Against ActorID `json:"against,omitzero"`
	// Certainty is [CertaintyCertain] if the state holds on some day in every placement
	// of the uncertain dates, else [CertaintyPossible].
	Certainty Certainty `json:"certainty"`
	// Possible are the days on which the state can hold, Certain those on
	// which it must: the spell begins between the first of the one and the
	// first of the other, and ends between their last. Certain is nil when
	// there is no such day.
	Possible DayRange  `json:"possible"`
	Certain  *DayRange `json:"certain,omitempty"`
	// Presupposed says that the spell may begin before everything on file:
	// the first change only presupposes it.
	Presupposed bool `json:"presupposed,omitzero"`
	// PresupposedBy are the changes that can be the first and presuppose it;
	// their Days are those before them, as far as they can be the first.
	PresupposedBy []Ruling `json:"presupposed_by,omitempty"`
	// Rulings are the changes and claims that can begin to rule within the
	// spell and with its state, by event and claim. One that can still rule in
	// a later spell is not named there again, unless it begins on a day that
	// both share, or nothing else begins there: then it is the one that rules
	// on longest. A spell without Rulings is presupposed, or has no State:
	// nothing is on file of how it stood.
	Rulings []Ruling `json:"rulings,omitempty"`
}
