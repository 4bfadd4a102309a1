package dispute

import (
	"iter"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/course"
	"github.com/dispute-go/dispute/internal/ticks"
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
//
// A Relation is encoded as its [History]. One that was read back from that says
// what is told there: Pair, String, Spells and History. It cannot tell more: On lists
// nothing and says so, Changes, FirstChange, LastChange and Years have nothing, and
// CountDays leaves all open.
type Relation struct {
	pair Pair
	v    *relations    // nil for the zero Relation, and for one that was read
	file *relationFile // nil when there is nothing on file
	read *History      // what it was read from
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
// start from ([Rule].Not), whether one lasting event ended while another
// went on, or whether one that gives back ([Rule].Restores) was over. Rulings are sound: none is left out that can rule, and one may be
// listed that cannot. Where hundreds of changes of one relation overlap, gaps
// are only told as far as that takes near-linear work. On cooperation and
// support the states are exact where no links are involved, and no end without
// a target beside changes that have one; sound otherwise.
// Events whose chronology cannot hold keep the dates they were given, and their
// links do not count.
type RelationState struct {
	Pair
	Day edtf.Day `json:"day,omitzero"`
	// NoChangeRecorded says that the view accepts no change of this relation,
	// on whatever day: nothing is known of its state, which is not the same as
	// "none".
	NoChangeRecorded bool `json:"no_change_recorded,omitzero"`
	// States are the states that can hold: certain ones first, then those that
	// rest on something on file, then by state and target. On cooperation and
	// support it is empty where none can.
	States []PossibleState `json:"states,omitempty"`
	// Claims are the relation claims that the view accepts beside the state:
	// on tracks where the last change wins they never alter it. What surely
	// begins after the day is left out. By claim.
	Claims []ReportedState `json:"claims,omitempty"`
	// Alleged are the occurrences and relation claims that the view does not
	// accept; they do not alter the state. What the view's standpoint denies is
	// left out, and what surely begins after the day. Events first, by ID, then
	// claims.
	Alleged []ReportedState `json:"alleged,omitempty"`
	// Gaps are the changes that found a state they cannot start from and left
	// it, as far as they can have happened by the day; see [Gap]. By event and
	// rule.
	Gaps []Gap `json:"gaps,omitempty"`

	from Relation // which words are made of
	read *said    // the words that came with it
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
	Claims  []ReportedState `json:"claims,omitempty"`
	Alleged []ReportedState `json:"alleged,omitempty"`
	Gaps    []Gap           `json:"gaps,omitempty"`

	from Relation // which words are made of
	read *said    // the words that came with it
}

// clone returns a copy that shares no list with h.
func (h History) clone() History {
	h.Spells = slices.Clone(h.Spells)
	for i := range h.Spells {
		s := &h.Spells[i]
		s.Certain, s.Rulings, s.PresupposedBy = clonePointer(s.Certain), slices.Clone(s.Rulings), slices.Clone(s.PresupposedBy)
	}
	h.Claims, h.Alleged, h.Gaps = slices.Clone(h.Claims), slices.Clone(h.Alleged), cloneGaps(h.Gaps)
	return h
}

// Relation returns a track of the relation between two actors. On mutual
// tracks their order does not matter. Actors that are not on file, or not
// there yet, have nothing on file with anybody, nor has an actor with itself.
//
// The cost is near-linear in the events and claims of the actor that has
// fewer, and in what they are linked with.
func (v *View) Relation(from, to ActorID, t Track) Relation {
	v = v.orEmpty()
	a, b := v.resolve(from.Ref()), v.resolve(to.Ref())
	if a != none && b != none && a != b {
		if f := v.relationFile(a, b, t); f != nil {
			return v.relationOn(f)
		}
	}
	if t.Mutual() && to < from {
		from, to = to, from
	}
	return Relation{v: v.relations, pair: Pair{t, from, to}}
}

// Relations returns every track between two actors on which anything is on
// file, accepted or not, but of actors that are known from confidential items alone, ordered by track, then by From, then by To. Of a
// mutual track it returns the pair whose From has the lesser ID. The cost of a
// full walk is near-linear in the record and in what it returns.
func (v *View) Relations() iter.Seq[Relation] {
	v = v.orEmpty()
	return func(yield func(Relation) bool) {
		for t := TrackDiplomaticRelations; tracks.valid(uint8(t)); t++ {
			for _, from := range v.exposed(v.currents(ItemActor)) {
				for _, to := range v.partners(from, t) {
					if f := v.relationFile(from, to, t); f != nil && !yield(v.relationOn(f)) {
						return
					}
				}
			}
		}
	}
}

func (v *relations) relationOn(f *relationFile) Relation {
	return Relation{v: v, pair: f.pair, file: f}
}

// Pair returns the track and the actors; on mutual tracks From has the lesser
// ID. An actor that was replaced goes by its current ID where anything is on
// file, else by the ID asked for.
func (r Relation) Pair() Pair { return r.pair }

// unchanged is the NoChangeRecorded of all answers.
func (r Relation) unchanged() bool {
	if r.read != nil {
		return r.read.NoChangeRecorded
	}
	return r.file == nil || len(r.file.strands) == 0
}

// On returns the state at the end of a day. The zero Day is refused with a state
// on which nothing is listed. The cost is linear in the changes and claims of the
// relation.
func (r Relation) On(day edtf.Day) RelationState {
	s := RelationState{Pair: r.pair, Day: day, NoChangeRecorded: r.unchanged(), from: r}
	if r.file == nil || day.IsZero() {
		return s
	}
	d := ticks.Clamp(day.Number())
	s.States = r.file.statesOn(d)
	s.Claims = reportedBy(r.file.beside, d)
	s.Alleged = reportedBy(r.file.alleged, d)
	s.Gaps = r.file.gapsBy(day)
	return s
}

// Spells returns the history of the relation: see [History].Spells.
func (r Relation) Spells() []Spell {
	switch {
	case r.read != nil:
		return r.read.clone().Spells
	case r.file == nil:
		return nil
	}
	return r.file.spells()
}

// History returns the course of the relation. The cost is near-linear in the
// changes and claims of the relation.
func (r Relation) History() History {
	if r.read != nil {
		return r.read.clone()
	}
	h := History{Pair: r.pair, NoChangeRecorded: r.unchanged(), from: r}
	if r.file == nil {
		return h
	}
	h.Spells = r.file.spells()
	h.Claims = reportedEver(r.file.beside)
	h.Alleged = reportedEver(r.file.alleged)
	h.Gaps = cloneGaps(r.file.gaps)
	return h
}

// strands returns the courses of the relation, in the order of its strands.
func (r Relation) strands() []*course.Strand {
	if r.file == nil {
		return nil
	}
	list := make([]*course.Strand, len(r.file.strands))
	for i := range list {
		list[i] = r.file.strands[i].Strand
	}
	return list
}
