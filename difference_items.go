package dispute

import (
	"reflect"
	"slices"
	"strings"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/domain"
	"github.com/dispute-go/dispute/internal/fields"
	"github.com/dispute-go/dispute/internal/span"
	"github.com/dispute-go/dispute/internal/ticks"
)

type differ struct {
	a, b *reading
	// items are the changed items by key, in and out those that stand in
	// either view by reference.
	items   map[string]*itemChange
	in, out map[Ref]*itemChange
	// newVersions and goneVersions are the changed versions that do not stand
	// where they are, by the item that stands for them.
	newVersions, goneVersions map[Ref][]*itemChange
	// withdrawing are the changed retractions and undercuts by what they are
	// aimed at, under its first version; nil until needed.
	withdrawing map[Ref][]*itemChange
	// further are the causes of facts that other facts refer to, by key.
	further map[string][]*itemChange
}

// itemChange is an item that is new, revised or gone.
type itemChange struct {
	ref           Ref // of the version in the later view that has it
	kind          ChangeKind
	fields        []FieldChange
	told          []FieldChange // those that may be told
	revised, gone bool
	number        int32 // in the view that has it
}

// compareItems finds the items that are new, revised or gone.
func (d *differ) compareItems() {
	d.items, d.in, d.out = map[string]*itemChange{}, map[Ref]*itemChange{}, map[Ref]*itemChange{}
	current := func(r *reading) map[Ref]int32 {
		list := map[Ref]int32{}
		for n := range int32(len(r.v.d.nodes)) {
			if r.v.current[n] {
				list[r.name(n)] = n
			}
		}
		return list
	}
	before, after := current(d.a), current(d.b)
	for name, m := range before { // what is gone or revised; each goes to its own place
		n, ok := after[name]
		x := &itemChange{ref: d.a.v.ref(m), kind: ChangeCorrected, gone: true, number: m}
		if ok {
			old, revised := d.a.v.d.content(m), d.b.v.d.content(n)
			if (contentWriter{}).text(old) == (contentWriter{}).text(revised) {
				continue
			}
			x = &itemChange{ref: d.b.v.ref(n), kind: ChangeLearnt, revised: true, number: n}
			x.fields = d.revise(old, revised, n)
			x.told = d.openly(x.fields, m, n)
			for _, f := range x.fields {
				x.kind = max(x.kind, f.Kind)
			}
			if d.reattributed(d.a.v.ref(m), n) {
				x.kind = ChangeCorrected
			}
			d.in[x.ref] = x
		}
		d.out[d.a.v.ref(m)] = x
		d.items[name.String()] = x
	}
	for name, n := range after {
		if _, ok := before[name]; !ok {
			x := &itemChange{ref: d.b.v.ref(n), kind: d.newKind(n), number: n}
			d.in[x.ref], d.items[name.String()] = x, x
		}
	}
}

// reattributed reports whether item n of b is an attribution with another
// speaker, stance or target than the version that stood in a.
func (d *differ) reattributed(was Ref, n int32) bool {
	v := d.b.v
	old := v.d.find(was)
	return was.Kind == ItemAttribution && old != none && v.alive[old] && v.reattributes(old, n)
}

// newKind tells what sort of change an item is that only b has.
func (d *differ) newKind(n int32) ChangeKind {
	if d.b.effects[n] {
		return ChangeCorrected
	}
	if d.isLater(n) {
		return ChangeWorld
	}
	return ChangeLearnt
}

// isLater reports whether item n of b is an event that took place and cannot
// have started by the day of a.
func (d *differ) isLater(n int32) bool {
	today, v := d.a.v.Day(), d.b.v
	return !today.IsZero() && v.ref(n).Kind == ItemEvent && v.d.event(n).Phase.took() &&
		v.startDays(v.events.at(n)).First > today.Number()
}

// endsLater reports whether event n of b ended after the day of a.
func (d *differ) endsLater(n int32) bool {
	today, v := d.a.v.Day(), d.b.v
	return !today.IsZero() && v.events.time.EarliestEnd(v.events.at(n)) > ticks.Last(today.Number())
}

// bearing is how strongly an item bears on an answer, zero for not at all.
func (d *differ) bearing(x *itemChange, before, after Fact) ChangeKind {
	key := max(before.Key, after.Key)
	switch topic, rest, _ := strings.Cut(key, "/"); {
	case topic == "event" || topic == "chronology":
		return x.dateKind()
	case topic == "conflict" && strings.HasPrefix(rest, ConflictReattribution.String()+"/"):
		return ChangeCorrected // whoever else is said to have spoken
	}
	if d.onlyTimes(x, before, after) {
		return x.dateKind()
	}
	if before.Key != after.Key && x.onlyWording() {
		return 0
	}
	return x.kind
}

// onlyWording reports whether an item was revised in nothing but how it calls
// or words things, on which no answer depends for being there.
func (x *itemChange) onlyWording() bool {
	return x.revised && !slices.ContainsFunc(x.fields, func(f FieldChange) bool { return !wording[strings.TrimPrefix(f.Path, "/")] })
}

// onlyTimes reports whether an answer lists an item in either snapshot, and
// rests on it for nothing but its dates.
func (d *differ) onlyTimes(x *itemChange, before, after Fact) bool {
	listed := false
	for _, side := range []struct {
		r    *reading
		fact Fact
		at   map[Ref]*itemChange
	}{{d.a, before, d.out}, {d.b, after, d.in}} {
		for _, ref := range side.fact.Items {
			if ref.Kind == ItemEvent && side.at[ref] == x {
				if !side.r.timing[side.fact.Key][ref] {
					return false
				}
				listed = true
			}
		}
	}
	return listed
}

// direct returns the changed items that a fact lists.
func (d *differ) direct(before, after Fact) []*itemChange {
	var causes []*itemChange
	for _, ref := range before.Items {
		if x := d.out[ref]; x != nil {
			causes = append(causes, x)
		}
	}
	for _, ref := range after.Items {
		if x := d.in[ref]; x != nil {
			causes = append(causes, x)
		}
	}
	return once(causes)
}

// through returns the changed items nearest to a fact that another one refers
// to.
func (d *differ) through(key string) []*itemChange {
	if causes, ok := d.further[key]; ok {
		return causes
	}
	if d.further == nil {
		d.further = map[string][]*itemChange{}
	}
	d.further[key] = nil // while it is looked at, should facts rest on each other
	before, after := d.a.Fact(key), d.b.Fact(key)
	causes := d.direct(before, after)
	for _, next := range slices.Concat(before.Facts, after.Facts) {
		if len(causes) > 0 {
			break
		}
		causes = d.through(next)
	}
	d.further[key] = causes
	return causes
}

// once returns a list without repeats.
func once(list []*itemChange) []*itemChange {
	seen := make(map[*itemChange]bool, len(list))
	return slices.DeleteFunc(list, func(x *itemChange) bool {
		was := seen[x]
		seen[x] = true
		return was
	})
}

// eventOf returns the event of b that an answer is about, or none: answers on
// dates and statuses are, of the event itself and of claims about it.
func (d *differ) eventOf(f Fact) int32 {
	n, ok := d.b.subjects[f.Key]
	if ok && d.b.v.ref(n).Kind == ItemClaim {
		return d.b.v.eventOf(n)
	}
	if ok {
		return n
	}
	return none
}

// eventOf returns the event whose occurrence, agency, date or figures claim c
// claims, or none.
func (v *mentions) eventOf(c int32) int32 {
	x := v.d.claim(c).Content
	switch {
	case x.Agency != nil:
		return v.replacing(x.Agency.Event.Ref())
	case x.Figure != nil:
		return v.replacing(x.Figure.Event.Ref())
	case x.Dating != nil:
		return v.replacing(x.Dating.Event.Ref())
	}
	return v.replacing(x.Occurred.Ref())
}

// dateKind is how strongly an item bears on dates, zero for not at all.
func (x *itemChange) dateKind() ChangeKind {
	if !x.revised {
		return x.kind
	}
	var kind ChangeKind
	for _, f := range x.fields {
		switch f.Path {
		case "/when", "/until", "/sequence", "/phase", "/links":
			kind = max(kind, f.Kind)
		}
	}
	return kind
}

// filing are the fields that say how an item is filed, not what it states.
var filing = map[string]bool{"id": true, "supersedes": true, "known": true, "recorded": true}

// wording are the fields of free text that can be put otherwise without
// stating anything else.
var wording = map[string]bool{"name": true, "title": true, "summary": true, "place": true, "wording": true,
	"cue": true, "scope": true, "how": true, "note": true}

// revise returns the fields in which item n of b, as revised, states something else
// than an old one, which has the same type.
func (d *differ) revise(old, revised any, n int32) []FieldChange {
	r := revision{old: contentWriter{d.a.itemID}, new: contentWriter{d.b.itemID}}
	r.compare(old, revised)
	if old, ok := old.(Event); ok {
		for i := range r.changes {
			r.changes[i].Kind = d.eventField(r.changes[i], old, revised.(Event), n)
		}
	}
	return r.changes
}

// openly returns those of the fields in which item m of a and item n of b differ
// that may be told.
func (d *differ) openly(changes []FieldChange, m, n int32) []FieldChange {
	if !d.a.v.confidential(m) && !d.b.v.confidential(n) {
		return changes
	}
	return slices.DeleteFunc(d.revise(d.a.v.d.openContent(m), d.b.v.d.openContent(n), n), func(f FieldChange) bool {
		return !slices.ContainsFunc(changes, func(c FieldChange) bool { return c.Path == f.Path })
	})
}

// eventField tells what sort of change one field of an event is, whose fields
// hang together: event n of b is the revised one.
func (d *differ) eventField(c FieldChange, old, revised Event, n int32) ChangeKind {
	switch {
	case old.Phase == PhaseExpected && (c.Path == "/phase" || c.Path == "/when" || c.Path == "/sequence"):
		if revised.Phase.took() && d.isLater(n) {
			return ChangeWorld
		}
		return ChangeLearnt
	case c.Path == "/phase" && old.Phase == PhaseOngoing && revised.Phase.took():
		if d.endsLater(n) {
			return ChangeWorld
		}
		return ChangeLearnt
	case c.Path == "/when" && !old.When.IsZero() && !revised.When.IsZero():
		old.Sequence, revised.Sequence = 0, 0
		oldStart, oldEnd := eventDomains(&old)
		start, end := eventDomains(&revised)
		if span.Within(oldStart, start) && span.Within(oldEnd, end) {
			return ChangeLearnt
		}
		return ChangeCorrected
	}
	return c.Kind
}

// A revision compares two versions of an item.
type revision struct {
	old, new contentWriter // name items by their first version
	changes  []FieldChange
}

// compare adds the fields in which two structs of one type differ.
func (r *revision) compare(old, revised any) {
	fields.Comparison{
		Same: func(old, revised reflect.Value) bool {
			return r.old.text(old.Interface()) == r.new.text(revised.Interface())
		},
		Inside: func(t reflect.Type) bool { return t == reflect.TypeFor[Content]() },
		Differ: func(f fields.Field) {
			if kind := r.kind(f); kind != 0 {
				r.changes = append(r.changes, FieldChange{Path: f.Path, Kind: kind, Before: stated(f.Old), After: stated(f.Revised)})
			}
		},
	}.Compare(reflect.ValueOf(old), reflect.ValueOf(revised), filing)
}

// kind tells what sort of change a field is that differs, and is 0 for a list
// that differs in nothing but the order that its IDs give it.
func (r *revision) kind(f fields.Field) ChangeKind {
	switch {
	case wording[f.Name], f.Old.Kind() == reflect.Bool, fields.IsAbsent(f.Old):
		return ChangeLearnt
	case fields.IsAbsent(f.Revised):
		return ChangeCorrected
	case f.Old.Type() == reflect.TypeFor[edtf.Date]():
		if narrows(f.Old.Interface().(edtf.Date), f.Revised.Interface().(edtf.Date)) {
			return ChangeLearnt
		}
		return ChangeCorrected
	case f.Old.Kind() == reflect.Slice:
		return r.list(f.Old, f.Revised)
	}
	return ChangeCorrected
}

// stated is a value as it was filed, empty for none.
func stated(v reflect.Value) string {
	if fields.IsAbsent(v) {
		return ""
	}
	return contentWriter{}.text(v.Interface())
}

// list tells what sort of change leads from one list to another: none where
// they are the same but for the order that their IDs give them.
func (r *revision) list(old, revised reflect.Value) ChangeKind {
	lost, added := fields.Unmatched(r.old.texts(old), r.new.texts(revised))
	if len(lost)+len(added) == 0 {
		switch old.Interface().(type) {
		case []Author, []Custody: // lists whose order says something
			return ChangeCorrected
		}
		return 0
	}
	if fields.Inherited(lost, added,
		func(i int) string { return r.old.about(old.Index(i)) },
		func(j int) string { return r.new.about(revised.Index(j)) },
		func(i, j int) bool { return r.sharpens(old.Index(i), revised.Index(j)) }) {
		return ChangeLearnt
	}
	return ChangeCorrected
}

// texts are the texts of the elements of a list.
func (w contentWriter) texts(list reflect.Value) []string {
	texts := make([]string, list.Len())
	for i := range texts {
		texts[i] = w.text(list.Index(i).Interface())
	}
	return texts
}

// about is what an element of a list says something of, such as an affiliation
// of the actor it leads to; it is empty for elements that cannot say it more
// precisely.
func (w contentWriter) about(element reflect.Value) string {
	switch x := element.Interface().(type) {
	case Affiliation:
		return x.Kind.String() + w.text(x.To)
	case Author:
		return w.text(x.Actor)
	case Custody:
		return w.text(x.Holder)
	}
	return ""
}

// sharpens reports whether an element of a list says the same as an older one
// and no less precisely.
func (r *revision) sharpens(old, revised reflect.Value) bool {
	inner := revision{old: r.old, new: r.new}
	inner.compare(old.Interface(), revised.Interface())
	return !slices.ContainsFunc(inner.changes, func(c FieldChange) bool { return c.Kind == ChangeCorrected })
}

// narrows reports whether every day on which what revised dates can start or
// end is one on which old can.
func narrows(old, revised edtf.Date) bool {
	return span.Within(domain.Starts(old), domain.Starts(revised)) &&
		span.Within(domain.Ends(old), domain.Ends(revised))
}
