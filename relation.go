package dispute

import (
	"cmp"
	"iter"
	"slices"

	"github.com/dispute-go/dispute/edtf"
)

// A Relation is one track of the relation between two actors, as a view sees
// it. Get one from [View.Relation] or [View.Relations]; the zero Relation has
// nothing on file. It is immutable and safe for use by any number of
// goroutines at once.
//
// Which events change a track is told by the rules of the view's policy; only
// those that the view accepts and that have at least begun count. Diplomatic
// relations, representation, hostility, membership and stance are tracks on
// which the last change wins; on cooperation and support each kind has its own
// beginning and end.
type Relation struct {
	v    *View // nil for the zero Relation
	pair Pair
	on   *relationFile // nil when there is nothing on file
}

// A Pair is a track between two actors.
type Pair struct {
	Track Track   `json:"track"`
	From  ActorID `json:"from"`
	To    ActorID `json:"to"`
}

// Compare orders pairs by track, then by From, then by To.
func (p Pair) Compare(o Pair) int {
	return cmp.Or(cmp.Compare(p.Track, o.Track), cmp.Compare(p.From, o.From), cmp.Compare(p.To, o.To))
}

// String returns the track and the two actors, such as
// "support from ukraine to rebels" or "cooperation of mali and niger".
func (p Pair) String() string {
	if p.Track.Mutual() {
		return p.Track.String() + " of " + string(p.From) + " and " + string(p.To)
	}
	return p.Track.String() + " from " + string(p.From) + " to " + string(p.To)
}

// A RelationState is the state of a relation at the end of one day. Under
// uncertain dates several states can be possible; a state that is not listed is
// excluded.
//
// On tracks where the last change wins the states are exact, with one-of sets
// and with links between events: a state is listed exactly if it holds in some
// placement of the uncertain dates, and certain exactly if it holds in all. They
// are sound only, which is to say that no state is certain or excluded that is
// not, where the dates leave open whether a change found a state it cannot
// start from ([Rule].Not), or whether one lasting event ended while another
// went on. Rulings are sound: none is left out that can rule, and one may be
// listed that cannot. Where hundreds of changes of one relation overlap, gaps
// are only told as far as that takes near-linear work. On cooperation and
// support the states are exact where no links are involved, and no end without
// a target beside changes that have one; sound otherwise.
// Events whose chronology cannot hold keep the dates they were given, and their
// links do not count.
type RelationState struct {
	Pair
	Day edtf.Day `json:"day"`
	// NoChangeRecorded says that the view accepts no change of this relation,
	// on whatever day: nothing is known of its state, which is not the same as
	// "none".
	NoChangeRecorded bool `json:"no_change_recorded,omitzero"`
	// States are the states that can hold: certain ones first, then those that
	// rest on something on file, then by state and target. On cooperation and support it is empty where none can.
	States []PossibleState `json:"states,omitempty"`
	// Claims are the relation claims that the view accepts beside the state:
	// on tracks where the last change wins they never alter it. What surely
	// begins after the day is left out. By claim.
	Claims []RelationReport `json:"claims,omitempty"`
	// Alleged are the occurrences and relation claims that the view does not
	// accept; they do not alter the state. What the view's standpoint denies is
	// left out, and what surely begins after the day. Events first, by ID, then
	// claims.
	Alleged []RelationReport `json:"alleged,omitempty"`
	// Gaps are the changes that found a state they cannot start from and left
	// it, as far as they can have happened by the day; see [Gap]. By event and
	// rule.
	Gaps    []Gap   `json:"gaps,omitempty"`
	Reasons Reasons `json:"reasons"`

	text string
}

// String says the state in an English sentence without its final full stop.
func (s RelationState) String() string { return s.text }

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
	// When holds the days on which the change can have taken effect; for the
	// end of a lasting event that is the day after its last.
	When DayRange `json:"when"`
	// Days runs from the first to the last day on which it can rule. Dates
	// with gaps between them can leave out days in between.
	Days DayRange `json:"days"`
}

// A DayRange is every day from First to Last, both inclusive; a zero Day leaves
// its side unbounded. The zero DayRange is every day.
type DayRange struct {
	First edtf.Day `json:"first,omitzero"`
	Last  edtf.Day `json:"last,omitzero"`
	// Open says that it is no day at all but an open beginning, before all
	// days. First and Last are zero then.
	Open bool `json:"open,omitzero"`
}

// Contains reports whether d lies in r. The zero Day lies in no range.
func (r DayRange) Contains(d edtf.Day) bool {
	return !d.IsZero() && !r.Open && (r.First.IsZero() || r.First.Compare(d) <= 0) && (r.Last.IsZero() || d.Compare(r.Last) <= 0)
}

// A RelationReport is an occurrence or a relation claim on file that does not
// make the state.
type RelationReport struct {
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
	// holds the day. What surely was over by the day is Excluded.
	Certainty Certainty `json:"certainty"`
	// When holds the days on which it can have begun, Days all those on which
	// it can bear on the relation.
	When DayRange `json:"when"`
	Days DayRange `json:"days"`
}

// A Gap is a change that the state it found does not allow, or that brought
// nothing new. It left the state. What lasts is never one: its state goes on
// beside a stronger one, such as a threat during a war or a second joint
// manoeuvre, and holds where that ends first.
type Gap struct {
	Event EventID `json:"event"`
	Rule  string  `json:"rule"`
	// State is what the change would have brought, Found are the states it can
	// have found.
	State State   `json:"state"`
	Found []State `json:"found,omitempty"`
	// When holds the days on which it can have happened.
	When DayRange `json:"when"`
}

// A History is the course of a relation.
type History struct {
	Pair
	// NoChangeRecorded is that of [RelationState].
	NoChangeRecorded bool `json:"no_change_recorded,omitzero"`
	// Spells are ordered by their first possible day, then by their first
	// certain day, then by state and target.
	Spells []Spell `json:"spells,omitempty"`
	// Claims, Alleged and Gaps are those of all days; see [RelationState].
	// Their certainty is not assessed.
	Claims  []RelationReport `json:"claims,omitempty"`
	Alleged []RelationReport `json:"alleged,omitempty"`
	Gaps    []Gap            `json:"gaps,omitempty"`
	Reasons Reasons          `json:"reasons"`
}

// A Spell is a longest run of days on which a state can hold. Where the state
// is certain, then not, then certain again, two spells share the days between:
// one can end there and the next begin.
type Spell struct {
	State   State   `json:"state,omitzero"`
	Against ActorID `json:"against,omitzero"`
	// Certainty is Certain if the state holds on some day in every placement
	// of the uncertain dates, else Possible.
	Certainty Certainty `json:"certainty"`
	// Possible holds the days on which the state can hold, Certain those on
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

// Relation returns a track of the relation between two actors. On mutual
// tracks their order does not matter. Actors that are not on file, or not
// there yet, have nothing on file with anybody, nor has an actor with itself.
//
// The cost is near-linear in the events and claims of the actor that has
// fewer, and in what they are linked with.
func (v *View) Relation(from, to ActorID, t Track) Relation {
	a, b := v.resolve(from.Ref()), v.resolve(to.Ref())
	if a != none && b != none && a != b {
		if r := v.relation(a, b, t); r.on != nil {
			return r
		}
	}
	if t.Mutual() && to < from {
		from, to = to, from
	}
	return Relation{v: v, pair: Pair{t, from, to}}
}

// Relations returns every track between two actors on which anything is on
// file, accepted or not, ordered by track, then by From, then by To. Of a
// mutual track it returns the pair whose From has the lesser ID. The cost of a
// full walk is near-linear in the record and in what it returns.
func (v *View) Relations() iter.Seq[Relation] {
	return func(yield func(Relation) bool) {
		for t := TrackDiplomaticRelations; tracks.valid(uint8(t)); t++ {
			for _, from := range v.currents(ItemActor) {
				for _, to := range v.partners(from, t) {
					if r := v.relation(from, to, t); r.on != nil && !yield(r) {
						return
					}
				}
			}
		}
	}
}

// Pair returns the track and the actors; on mutual tracks From has the lesser
// ID. An actor that was replaced goes by its current ID where anything is on
// file, else by the ID asked for.
func (r Relation) Pair() Pair { return r.pair }

// unchanged is the NoChangeRecorded of all answers.
func (r Relation) unchanged() bool { return r.on == nil || r.on.unchanged() }

// On returns the state at the end of a day. The zero Day is refused with a state
// on which nothing is listed.
func (r Relation) On(day edtf.Day) RelationState {
	s := RelationState{Pair: r.pair, Day: day, NoChangeRecorded: r.unchanged()}
	switch {
	case r.on == nil:
		s.text = noChange
	case day.IsZero():
		s.text = "no day given"
	}
	if s.text != "" {
		s.Reasons = r.reasons(s.text)
		return s
	}
	f := r.on
	d := clampDay(day.Number())
	for i := range f.strands {
		s.States = append(s.States, f.strands[i].on(f, d)...)
	}
	slices.SortStableFunc(s.States, PossibleState.compare)
	s.Claims = f.reported(f.beside, d)
	s.Alleged = f.reported(f.alleged, d)
	for _, g := range f.gaps {
		if g.When.First.IsZero() || g.When.First.Compare(day) <= 0 {
			g.Found = slices.Clone(g.Found)
			s.Gaps = append(s.Gaps, g)
		}
	}
	s.text = f.sentence(&s)
	s.Reasons = f.reasons(day.String() + ": " + f.statesText(&s))
	return s
}

// Spells returns the history of the relation: see [History.Spells].
func (r Relation) Spells() []Spell {
	if r.on == nil {
		return nil
	}
	return r.on.spells()
}

// History returns the course of the relation, with its reasons. The cost is
// near-linear in the changes and claims of the relation.
func (r Relation) History() History {
	h := History{Pair: r.pair, NoChangeRecorded: r.unchanged()}
	if r.on == nil {
		h.Reasons = r.reasons("history")
		return h
	}
	f := r.on
	h.Spells = f.spells()
	h.Claims = f.allReported(f.beside)
	h.Alleged = f.allReported(f.alleged)
	for _, g := range f.gaps {
		g.Found = slices.Clone(g.Found)
		h.Gaps = append(h.Gaps, g)
	}
	h.Reasons = f.reasons("history")
	return h
}
