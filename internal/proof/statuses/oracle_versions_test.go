package statuses_test

import (
	"cmp"
	"encoding/json"
	"reflect"
	"slices"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// This file reads what is there on the days of a lens, and what replaces what.

// An edition is a record as a lens sees it. What another version replaces is
// gone, except claims and events that state something else than what replaced
// them: nobody's words are changed by a correction.
type edition struct {
	file dispute.Record
	// leadsTo is the item by which something was replaced in the end; states is
	// the last version that says the same.
	leadsTo, states map[dispute.Ref]dispute.Ref
	// meantAnother are the attributions that speak of a version by which another speaker
	// took a stance, or a speaker another one, or to something else, than by the
	// version that replaced it.
	meantAnother map[dispute.AttributionID]bool
}

// age is when an item became known, and when it was put on file; the zero Day
// is that of an item that has always been there.
type age struct{ known, recorded edtf.Day }

// agesOf returns the days of every item.
func agesOf(r dispute.Record) map[dispute.Ref]age {
	ages := map[dispute.Ref]age{}
	put := func(ref dispute.Ref, known, recorded, otherwise edtf.Day) {
		known = orDay(known, otherwise)
		ages[ref] = age{known, orDay(recorded, known)}
	}
	for _, x := range r.Actors {
		put(x.ID.Ref(), x.Known, x.Recorded, edtf.Day{})
	}
	for _, x := range r.Sources {
		put(x.ID.Ref(), x.Known, x.Recorded, lastPossible(x.Published))
	}
	for _, x := range r.Claims {
		put(x.ID.Ref(), x.Known, x.Recorded, edtf.Day{})
	}
	for _, x := range r.Events {
		var latest edtf.Day
		for _, s := range x.Sources {
			if day := ages[s.Ref()].known; latest.Compare(day) < 0 {
				latest = day
			}
		}
		put(x.ID.Ref(), x.Known, x.Recorded, latest)
	}
	for _, x := range r.Attributions {
		put(x.ID.Ref(), x.Known, x.Recorded, orDay(lastPossible(x.Published), ages[x.Source.Ref()].known))
	}
	return ages
}

func orDay(day, otherwise edtf.Day) edtf.Day {
	if day.IsZero() {
		return otherwise
	}
	return day
}

// lastPossible is the last day on which something can have been published, or
// the first one where there is no last.
func lastPossible(d edtf.Date) edtf.Day {
	b := d.Bounds()
	return orDay(orDay(b.LatestEnd.Day(), b.LatestStart.Day()), b.EarliestStart.Day())
}

// editionOf returns what a lens sees of a record.
func editionOf(r dispute.Record, knownBy, recordedBy edtf.Day) edition {
	ages := agesOf(r)
	by := func(day, limit edtf.Day) bool { return limit.IsZero() || day.Compare(limit) <= 0 }
	r = disputetest.KeepOnly(r, func(ref dispute.Ref) bool {
		return by(ages[ref].known, knownBy) && by(ages[ref].recorded, recordedBy)
	})
	for i := range r.Events { // a set has no order but that of its elements
		slices.SortFunc(r.Events[i].Participants, func(a, b dispute.Participant) int {
			return cmp.Or(cmp.Compare(a.Role, b.Role), cmp.Compare(a.Actor, b.Actor), cmp.Compare(a.Side, b.Side))
		})
	}
	f := &family{ages: ages, old: map[dispute.Ref]dispute.Ref{}, says: map[dispute.Ref]saying{}}
	disputetest.EachItem(&r, func(ref dispute.Ref, item reflect.Value) {
		f.all = append(f.all, ref)
		if s := item.FieldByName("Supersedes"); s.String() != "" {
			f.old[ref] = dispute.Ref{Kind: ref.Kind, ID: s.String()}
		}
	})
	e := edition{leadsTo: map[dispute.Ref]dispute.Ref{}, states: map[dispute.Ref]dispute.Ref{}}
	for _, ref := range f.all {
		e.leadsTo[ref] = f.last(f.kin(ref))
		e.states[ref] = e.leadsTo[ref]
	}
	e.tellApart(f, r)
	e.file = e.settle(r)
	return e
}

// tellApart finds the versions of claims and events that state something else.
// Events come first, since claims are about them.
func (e *edition) tellApart(f *family, r dispute.Record) {
	for _, x := range r.Events {
		f.says[x.ID.Ref()] = e.deed(x)
	}
	e.lead(f)
	for _, x := range r.Claims {
		f.says[x.ID.Ref()] = e.content(x)
	}
	e.lead(f)
}

func (e *edition) lead(f *family) {
	for ref := range f.says {
		same := f.alike(ref)
		if slices.Contains(same, e.leadsTo[ref]) {
			e.states[ref] = e.leadsTo[ref]
		} else {
			e.states[ref] = f.last(same)
		}
	}
}

// A saying is what a version states; what is only said more exactly stands apart.
type saying struct {
	text        string
	sides       string
	when, until edtf.Date
}

// sharpens reports whether a later version states what an earlier one does, and
// no more than more exactly: within its dates, or with sides where it told none.
func (x saying) sharpens(old saying) bool {
	if x.text != old.text || old.sides != "" && x.sides != old.sides {
		return false
	}
	within := func(narrow, wide edtf.Bounds) bool {
		start, end := span{number(narrow.EarliestStart, true), number(narrow.LatestStart, false)}, span{number(narrow.EarliestEnd, true), number(narrow.LatestEnd, false)}
		in := func(w span, first, last edtf.Bound) bool {
			return number(first, true) <= w.first && w.last <= number(last, false)
		}
		return in(start, wide.EarliestStart, wide.LatestStart) && in(end, wide.EarliestEnd, wide.LatestEnd)
	}
	return within(x.bounds(), old.bounds())
}

func (x saying) bounds() edtf.Bounds {
	b := x.when.Bounds()
	if u := x.until.Bounds(); !x.until.IsZero() {
		b.EarliestEnd, b.LatestEnd = u.EarliestEnd, u.LatestEnd
	}
	return b
}

// number is the day of a bound, or the first or the last there is.
func number(b edtf.Bound, first bool) int64 {
	switch day := b.Day(); {
	case !day.IsZero():
		return day.Number()
	case first:
		return anyDay.first
	}
	return anyDay.last
}

func (x saying) equals(y saying) bool {
	return x.text == y.text && x.sides == y.sides && x.when.Source() == y.when.Source() && x.until.Source() == y.until.Source()
}

// deed is what makes an event the one it is: its kind, whether it took place, its
// doers, and those to whom it is done.
func (e *edition) deed(x dispute.Event) saying {
	var parts, sides []string
	labels := []string{""}
	for _, p := range x.Participants {
		actor := e.leadsTo[p.Actor.Ref()].ID
		switch p.Role {
		case dispute.RoleActor, dispute.RoleParty, dispute.RoleTarget, dispute.RoleRecipient, dispute.RoleOrganisation:
			parts = append(parts, text(p.Role, actor))
		}
		if p.Side != "" {
			if !slices.Contains(labels, p.Side) {
				labels = append(labels, p.Side)
			}
			sides = append(sides, text(p.Role, actor, slices.Index(labels, p.Side)))
		}
	}
	s := saying{text: text(x.Kind, x.Asks, took(x), distinct(parts))}
	if sides != nil {
		s.sides = text(distinct(sides))
	}
	return s
}

// content is what a claim says in structure, with what it refers to led on.
// The source's own wording is not part of it.
func (e *edition) content(x dispute.Claim) saying {
	c := disputetest.Copy(x.Content)
	var s saying
	if c.Relation != nil {
		s.when = c.Relation.When
		c.Relation.Wording, c.Relation.When = "", edtf.Date{}
	}
	if c.Dating != nil {
		s.when, s.until = c.Dating.When, c.Dating.Until
		c.Dating.When, c.Dating.Until = edtf.Date{}, edtf.Date{}
	}
	disputetest.EachID(reflect.ValueOf(&c).Elem(), func(id reflect.Value, ref dispute.Ref) {
		if ref.Kind == dispute.ItemEvent {
			id.SetString(e.states[ref].ID)
		} else {
			id.SetString(e.leadsTo[ref].ID)
		}
	})
	s.text = text(c)
	return s
}

func text(of ...any) string {
	b, err := json.Marshal(of)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// settle returns the record with only the versions that still say something of
// their own, and every reference led on: to claims and events as they were
// meant, to anything else as it is now.
func (e *edition) settle(r dispute.Record) dispute.Record {
	stays := map[dispute.Ref]bool{}
	for _, to := range e.states {
		stays[to] = true
	}
	r = disputetest.Copy(r)
	disputetest.EachItem(&r, func(_ dispute.Ref, item reflect.Value) { item.FieldByName("Supersedes").SetString("") })
	kept := disputetest.Copy(r)
	kept.Actors = slices.DeleteFunc(kept.Actors, func(x dispute.Actor) bool { return !stays[x.ID.Ref()] })
	kept.Sources = slices.DeleteFunc(kept.Sources, func(x dispute.Source) bool { return !stays[x.ID.Ref()] })
	kept.Events = slices.DeleteFunc(kept.Events, func(x dispute.Event) bool { return !stays[x.ID.Ref()] })
	kept.Claims = slices.DeleteFunc(kept.Claims, func(x dispute.Claim) bool { return !stays[x.ID.Ref()] })
	kept.Attributions = slices.DeleteFunc(kept.Attributions, func(x dispute.Attribution) bool { return !stays[x.ID.Ref()] })
	e.meantAnother = map[dispute.AttributionID]bool{}
	for _, x := range r.Attributions {
		if x.Attribution != "" {
			e.meantAnother[x.ID] = e.statement(r, x.Attribution) != e.statement(r, dispute.AttributionID(e.states[x.Attribution.Ref()].ID))
		}
	}
	disputetest.EachID(reflect.ValueOf(&kept).Elem(), func(id reflect.Value, ref dispute.Ref) { id.SetString(e.states[ref].ID) })
	return kept
}

// statement is who takes which stance to what by an attribution: with claims led on
// as they were meant, and anything else as it is now.
func (e *edition) statement(r dispute.Record, id dispute.AttributionID) string {
	at := slices.IndexFunc(r.Attributions, func(x dispute.Attribution) bool { return x.ID == id })
	if at < 0 {
		return ""
	}
	x := r.Attributions[at]
	var speakers []dispute.ActorID
	if x.Speaker != "" {
		for _, s := range append([]dispute.ActorID{x.Speaker}, x.Jointly...) {
			speakers = append(speakers, dispute.ActorID(e.leadsTo[s.Ref()].ID))
		}
	}
	return text(x.Stance, distinct(speakers), e.states[x.Claim.Ref()].ID, e.leadsTo[x.Attribution.Ref()].ID, e.leadsTo[x.TargetSource.Ref()].ID)
}

// replaced reports whether a version is on file only for what was said of it.
func (e *edition) replaced(ref dispute.Ref) bool { return e.leadsTo[ref] != ref }

// A family is what supersedes what.
type family struct {
	all  []dispute.Ref
	old  map[dispute.Ref]dispute.Ref // what each item supersedes
	ages map[dispute.Ref]age
	says map[dispute.Ref]saying // what claims and events state
}

// alike are the versions that state what one does: the same, or what one that
// does made more exact, or was made more exact by.
func (f *family) alike(ref dispute.Ref) []dispute.Ref {
	same := []dispute.Ref{ref}
	for i := 0; i < len(same); i++ {
		for _, x := range f.kin(ref) {
			at := same[i]
			is := f.says[x].equals(f.says[at]) || f.old[x] == at && f.says[x].sharpens(f.says[at]) || f.old[at] == x && f.says[at].sharpens(f.says[x])
			if is && !slices.Contains(same, x) {
				same = append(same, x)
			}
		}
	}
	return same
}

// inCircle reports whether an item supersedes itself in the end.
func (f *family) inCircle(ref dispute.Ref) bool {
	at, ok := ref, true
	for range f.all {
		if at, ok = f.old[at]; !ok {
			return false
		}
		if at == ref {
			return true
		}
	}
	return false
}

// first is the version with which an item began. Items that supersede each
// other in a circle are beginnings.
func (f *family) first(ref dispute.Ref) dispute.Ref {
	for !f.inCircle(ref) {
		earlier, ok := f.old[ref]
		if !ok {
			break
		}
		ref = earlier
	}
	return ref
}

// kin are all versions of an item.
func (f *family) kin(ref dispute.Ref) []dispute.Ref {
	var list []dispute.Ref
	for _, x := range f.all {
		if f.first(x) == f.first(ref) {
			list = append(list, x)
		}
	}
	return list
}

// last is, of those versions in a list that nothing in it supersedes, the one
// entered last, then known last, then with the greatest ID.
func (f *family) last(list []dispute.Ref) (best dispute.Ref) {
	for _, x := range list {
		superseded := slices.ContainsFunc(list, func(y dispute.Ref) bool { return f.old[y] == x && !f.inCircle(y) })
		if superseded {
			continue
		}
		if best == (dispute.Ref{}) || cmp.Or(f.ages[x].recorded.Compare(f.ages[best].recorded),
			f.ages[x].known.Compare(f.ages[best].known), x.Compare(best)) > 0 {
			best = x
		}
	}
	return best
}
