package dispute

import (
	"errors"
	"fmt"
	"iter"
	"math"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/span"
	"github.com/dispute-go/dispute/internal/spelling"
	"github.com/dispute-go/dispute/internal/ticks"
)

// Lens returns the lens of the view.
func (v *View) Lens() Lens { return v.orEmpty().lens }

// Day returns the day as of which the view is taken: the earlier of its
// lens's days, or the zero Day when neither is set.
func (v *View) Day() edtf.Day { return v.orEmpty().today() }

// A View is a dossier seen through a [Lens]. It is immutable and safe for use
// by any number of goroutines at once. All its answers are pure functions of
// the record and the lens; lists come in a documented order which never
// depends on the order of the input. The zero View, and nil, see nothing: they
// answer as a view of an empty record does.
type View struct{ *relations }

// orEmpty returns the view, or one that sees nothing where there is none. Every
// exported method begins with it.
func (v *View) orEmpty() *View {
	if v != nil && v.relations != nil {
		return v
	}
	empty, _ := new(Dossier).View(Lens{}) // the zero Lens can always be used
	return empty
}

// View looks at the dossier through a lens. It reports an error when the lens
// names an actor that is not on file, a label or rule that cannot be used.
// The cost is near-linear in the size of the record.
func (d *Dossier) View(l Lens) (*View, error) {
	s, err := newSight(d.orEmpty(), l)
	if err != nil {
		return nil, err
	}
	return &View{newRelations(newChronology(newCourt(newMentions(s))))}, nil
}

// Actor returns the actor with this ID as it was filed, superseded or not,
// and false if there is none. The result shares no memory with the dossier,
// here and in all lookups.
func (d *Dossier) Actor(id ActorID) (Actor, bool) { return find(d, id.Ref(), (*Dossier).copyActor) }

// Source returns the source with this ID as it was filed; see [Dossier.Actor].
func (d *Dossier) Source(id SourceID) (Source, bool) { return find(d, id.Ref(), (*Dossier).copySource) }

// Event returns the event with this ID as it was filed; see [Dossier.Actor].
func (d *Dossier) Event(id EventID) (Event, bool) { return find(d, id.Ref(), (*Dossier).copyEvent) }

// Claim returns the claim with this ID as it was filed; see [Dossier.Actor].
func (d *Dossier) Claim(id ClaimID) (Claim, bool) { return find(d, id.Ref(), (*Dossier).copyClaim) }

// Attribution returns the attribution with this ID as it was filed; see
// [Dossier.Actor].
func (d *Dossier) Attribution(id AttributionID) (Attribution, bool) {
	return find(d, id.Ref(), (*Dossier).copyAttribution)
}

// Actor returns the actor that the ID leads to in the view: where the actor
// was superseded, the version that replaces it, whose ID is another. It
// returns false if there is none, or not yet.
func (v *View) Actor(id ActorID) (Actor, bool) { return resolved(v, id.Ref(), (*Dossier).copyActor) }

// Source returns the source that the ID leads to; see [View.Actor].
func (v *View) Source(id SourceID) (Source, bool) {
	return resolved(v, id.Ref(), (*Dossier).copySource)
}

// Event returns the event that the ID leads to; see [View.Actor].
func (v *View) Event(id EventID) (Event, bool) { return resolved(v, id.Ref(), (*Dossier).copyEvent) }

// Claim returns the claim that the ID leads to; see [View.Actor].
func (v *View) Claim(id ClaimID) (Claim, bool) { return resolved(v, id.Ref(), (*Dossier).copyClaim) }

// Attribution returns the attribution that the ID leads to; see [View.Actor].
func (v *View) Attribution(id AttributionID) (Attribution, bool) {
	return resolved(v, id.Ref(), (*Dossier).copyAttribution)
}

// Actors yields the actors of the view by ID, without superseded versions.
func (v *View) Actors() iter.Seq[Actor] { return listing(v, ItemActor, (*Dossier).copyActor, nil) }

// Sources yields the sources of the view by ID, without superseded versions.
func (v *View) Sources() iter.Seq[Source] { return listing(v, ItemSource, (*Dossier).copySource, nil) }

// Find returns the actors of the view that a name means. First come those with this
// very ID, name, alias or code, written with its scheme ("cow:432") or without; then
// those whose name or alias differs in case, accents, dashes or spacing only. Either
// are by ID, and each is there once. The cost is linear in the text of the actors.
func (v *View) Find(name string) []Actor {
	folded := spelling.Fold(name)
	if folded == "" {
		return nil
	}
	var exact, alike []Actor
	for a := range v.Actors() {
		names := append([]string{string(a.ID), a.Name}, a.Aliases...)
		for _, c := range a.Codes {
			names = append(names, c.Value, string(c.Scheme)+":"+c.Value)
		}
		switch {
		case slices.Contains(names, name):
			exact = append(exact, a)
		case slices.ContainsFunc(names, func(n string) bool { return spelling.Fold(n) == folded }):
			alike = append(alike, a)
		}
	}
	return append(exact, alike...)
}

// Require returns nil where the view sees an item under each of the IDs, and
// otherwise an error for every one under which it sees none: it wraps
// [ErrDanglingReference] and names the nearest ID there is. A question about what is
// not there has an empty answer, as one about what nobody spoke of; Require tells the
// two apart. The zero Ref is passed over. The cost is linear in the items of the kinds
// that are missing.
func (v *View) Require(refs ...Ref) error {
	v = v.orEmpty()
	var missing []error
	for _, ref := range refs {
		switch {
		case ref == Ref{} || v.replacing(ref) != none:
		case v.d.find(ref) != none:
			missing = append(missing, fmt.Errorf("%w: %s %q is on file, and not yet there on the days of this view", ErrDanglingReference, ref.Kind, ref.ID))
		default:
			text := fmt.Sprintf("no %s %q on file", ref.Kind, ref.ID)
			if near, ok := spelling.Nearest(ref.ID, v.ids(ref.Kind)); ok {
				text += fmt.Sprintf("; the nearest is %q", near)
			}
			missing = append(missing, fmt.Errorf("%w: %s", ErrDanglingReference, text))
		}
	}
	return errors.Join(missing...)
}

// ids returns the IDs of the items of one kind, ascending.
func (v *sight) ids(k ItemKind) []string {
	if int(k) >= len(v.d.index) {
		return nil
	}
	var list []string
	from, to := v.d.span(k)
	for n := from; n < to; n++ {
		list = append(list, v.ref(n).ID)
	}
	return list
}

// An EventQuery says which events are wanted: those that meet every
// condition. The zero EventQuery wants all.
type EventQuery struct {
	// Actor takes part, in whatever role or, if Role is set, in that one.
	// Without Actor, somebody takes part in that role.
	Actor ActorID
	Role  ParticipantRole
	// Kind is the kind of event.
	Kind EventKind
	// First and Last are the period in which the event took at least part of
	// its time, inclusive; a zero Day is no limit.
	First, Last edtf.Day
}

// Events yields the events of the view that q wants, by ID, without superseded
// versions and whatever their phase and standing. With each comes whether it
// overlaps the period in every placement of the uncertain dates (CertaintyCertain) or
// in some only (CertaintyPossible), after links to other events have been taken into
// account; events that cannot overlap it are left out. Without a period, and
// even for an event without a date, the answer is Certain.
//
// IDs in q lead to the current versions; one that is not on file, or not yet,
// finds nothing. The cost is linear in the number of events.
func (v *View) Events(q EventQuery) iter.Seq2[Event, Certainty] {
	v = v.orEmpty()
	return func(yield func(Event, Certainty) bool) {
		actor := v.resolve(q.Actor.Ref())
		if q.Actor != "" && actor == none {
			return
		}
		first, last := int64(math.MinInt64), int64(math.MaxInt64)
		if !q.First.IsZero() {
			first = q.First.Number()
		}
		if !q.Last.IsZero() {
			last = q.Last.Number()
		}
		for place, n := range v.events.list {
			e := v.d.event(n)
			if q.Kind != "" && e.Kind != q.Kind || !v.takesPart(e, actor, q.Role) {
				continue
			}
			overlap := v.overlap(int32(place), ticks.First(first), ticks.Last(last))
			if overlap != CertaintyExcluded && !yield(v.d.copyEvent(n), overlap) {
				return
			}
		}
	}
}

// takesPart reports whether actor, or anybody if it is none, takes part in an
// event in role, or in any role if it is empty.
func (v *sight) takesPart(e *Event, actor int32, role ParticipantRole) bool {
	if actor == none && role == "" {
		return true
	}
	return slices.ContainsFunc(e.Participants, func(p Participant) bool {
		return (role == "" || p.Role == role) && (actor == none || v.resolve(p.Actor.Ref()) == actor)
	})
}

// overlap tells whether the event at place p takes place between two ticks,
// inclusive, at least in part.
func (v *chronology) overlap(p int32, first, last int64) Certainty {
	x := v.events.time
	start, end := x.Start[p], x.End[p]
	switch {
	case first > last:
		return CertaintyExcluded
	case x.LatestStart(p) <= last && x.EarliestEnd(p) >= first:
		return CertaintyCertain
	case x.EarliestStart(p) > last || x.LatestEnd(p) < first:
		return CertaintyExcluded
	}
	// An event that is sometime within one of several ranges has both its
	// start and its end in the same range.
	within, ends := eventDomains(v.d.event(v.events.list[p]))
	if len(within) == 1 || !slices.Equal(within, ends) {
		return CertaintyPossible
	}
	for _, r := range within {
		s, hasStart := span.Next(start, r.First)
		e, hasEnd := span.Prev(end, r.Last)
		if hasStart && hasEnd && s <= min(e, last) && e >= first {
			return CertaintyPossible
		}
	}
	return CertaintyExcluded
}

// A ClaimQuery says which claims are wanted: those that meet every condition.
// The zero ClaimQuery wants all.
type ClaimQuery struct {
	// Actor is named in the claim: in whom it is adverse to or favours, in its
	// structured content, or as a participant, other than an observer, of the
	// event it is about.
	Actor ActorID
	// Event is the one whose occurrence, agency, date or figures it claims.
	Event EventID
}

// Claims yields the claims of the view that q wants, by ID, without superseded
// versions. IDs in q lead to the current versions; one that is not on file, or
// not yet, finds nothing. The cost is linear in the number of claims, or with
// Event in the number of claims about it.
func (v *View) Claims(q ClaimQuery) iter.Seq[Claim] {
	v = v.orEmpty()
	actor, event := v.resolve(q.Actor.Ref()), v.resolve(q.Event.Ref())
	if q.Actor != "" && actor == none || q.Event != "" && event == none {
		return func(func(Claim) bool) {}
	}
	names := func(c int32) bool {
		if actor == none {
			return true
		}
		about := v.resolve(v.d.claim(c).Content.Occurred.Ref())
		return slices.Contains(v.named(proposition{claims: []int32{c}, event: about}), actor)
	}
	if event != none {
		return among(v.d, ints.Merge(v.on.occurrence[event], v.on.agency[event], v.on.figures[event], v.on.datings[event]), (*Dossier).copyClaim, names)
	}
	return listing(v, ItemClaim, (*Dossier).copyClaim, names)
}

// An AttributionQuery says which attributions are wanted: those that meet
// every condition. The zero AttributionQuery wants all.
type AttributionQuery struct {
	// Speaker speaks, alone or jointly. Speaking on behalf of somebody does
	// not make that somebody the speaker.
	Speaker ActorID
	// Claim, Attribution and TargetSource are what the stance is taken to.
	Claim        ClaimID
	Attribution  AttributionID
	TargetSource SourceID
	// Source carries the statement.
	Source SourceID
	// Stance is the stance taken.
	Stance Stance
}

// Attributions yields the attributions of the view that q wants, by ID,
// without superseded versions. IDs in q lead to the current versions; one that
// is not on file, or not yet, finds nothing. The cost is linear in the number
// of attributions, or with a target in the number of those with that target.
func (v *View) Attributions(q AttributionQuery) iter.Seq[Attribution] {
	v = v.orEmpty()
	speaker, source := v.resolve(q.Speaker.Ref()), v.resolve(q.Source.Ref())
	claim, attribution, target := v.resolve(q.Claim.Ref()), v.resolve(q.Attribution.Ref()), v.resolve(q.TargetSource.Ref())
	if q.Speaker != "" && speaker == none || q.Source != "" && source == none || q.Claim != "" && claim == none ||
		q.Attribution != "" && attribution == none || q.TargetSource != "" && target == none {
		return func(func(Attribution) bool) {}
	}
	wanted := func(n int32) bool {
		a := v.d.attribution(n)
		leads := func(to int32, ref Ref) bool { return to == none || v.resolve(ref) == to }
		return (q.Stance == 0 || a.Stance == q.Stance) && leads(source, a.Source.Ref()) &&
			leads(claim, a.Claim.Ref()) && leads(attribution, a.Attribution.Ref()) && leads(target, a.TargetSource.Ref()) &&
			(speaker == none || v.speaks(speaker, n))
	}
	switch {
	case claim != none:
		return among(v.d, v.on.statements[claim], (*Dossier).copyAttribution, wanted)
	case attribution != none:
		return among(v.d, v.on.answers[attribution], (*Dossier).copyAttribution, wanted)
	case target != none:
		return among(v.d, v.on.impeached[target], (*Dossier).copyAttribution, wanted)
	}
	return listing(v, ItemAttribution, (*Dossier).copyAttribution, wanted)
}

func (v *sight) speaks(actor, n int32) bool {
	speakers, _ := v.speakersOf(n)
	return slices.Contains(speakers, actor)
}

func (d *Dossier) copyActor(n int32) Actor { return d.actor(n).canonical() }

func (d *Dossier) copySource(n int32) Source { return d.source(n).canonical() }

func (d *Dossier) copyEvent(n int32) Event { return d.event(n).canonical() }

func (d *Dossier) copyClaim(n int32) Claim { return d.claim(n).canonical() }

func (d *Dossier) copyAttribution(n int32) Attribution { return d.attribution(n).canonical() }

// find returns a copy of the item with this very ID.
func find[T any](d *Dossier, ref Ref, copied func(*Dossier, int32) T) (T, bool) {
	d = d.orEmpty()
	n := d.find(ref)
	if n == none {
		var zero T
		return zero, false
	}
	return copied(d, n), true
}

// resolved returns a copy of the current item that ref leads to.
func resolved[T any](v *View, ref Ref, copied func(*Dossier, int32) T) (T, bool) {
	v = v.orEmpty()
	n, d := v.replacing(ref), v.d
	if n == none {
		var zero T
		return zero, false
	}
	return copied(d, n), true
}

// listing yields copies of the current items of one kind that are wanted; nil
// wants all.
func listing[T any](v *View, k ItemKind, copied func(*Dossier, int32) T, wanted func(int32) bool) iter.Seq[T] {
	v = v.orEmpty()
	return func(yield func(T) bool) {
		d := v.d
		from, to := d.span(k)
		for n := from; n < to; n++ {
			if v.current[n] && (wanted == nil || wanted(n)) && !yield(copied(d, n)) {
				return
			}
		}
	}
}

// among yields copies of those items of an ascending list that are wanted.
func among[T any](d *Dossier, list []int32, copied func(*Dossier, int32) T, wanted func(int32) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, n := range list {
			if wanted(n) && !yield(copied(d, n)) {
				return
			}
		}
	}
}
