package dispute

import (
	"reflect"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/span"
)

// filing are the fields that say how an item is filed, not what it states.
var filing = map[string]bool{"id": true, "supersedes": true, "known": true, "recorded": true}

// wording are the fields of free text that can be put otherwise without
// stating anything else.
var wording = map[string]bool{"name": true, "title": true, "summary": true, "place": true, "wording": true,
	"cue": true, "scope": true, "how": true, "note": true}

// revise returns the fields in which item n of b states something else than
// item m of a, which has the same type.
func (d *differ) revise(m, n int32) []FieldChange {
	r := revision{old: contentWriter{d.a.itemID}, new: contentWriter{d.b.itemID}}
	old, revised := d.a.v.d.content(m), d.b.v.d.content(n)
	r.fields("", reflect.ValueOf(old), reflect.ValueOf(revised))
	if old, ok := old.(Event); ok {
		for i := range r.changes {
			r.changes[i].Kind = d.eventField(r.changes[i], old, revised.(Event), n)
		}
	}
	return r.changes
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
		if within(oldStart, start) && within(oldEnd, end) {
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

// fields compares structs of one type, which lie at path.
func (r *revision) fields(path string, old, revised reflect.Value) {
	for i := range old.NumField() {
		name := jsonName(old.Type().Field(i))
		if path == "" && filing[name] {
			continue
		}
		r.value(path+pointer(name), name, old.Field(i), revised.Field(i))
	}
}

func (r *revision) value(path, name string, old, revised reflect.Value) {
	if r.same(old, revised) {
		return
	}
	if old.Kind() == reflect.Pointer && !old.IsNil() && !revised.IsNil() && old.Elem().Kind() == reflect.Struct {
		r.fields(path, old.Elem(), revised.Elem())
		return
	}
	if old.Type() == reflect.TypeFor[Content]() {
		r.fields(path, old, revised)
		return
	}
	kind := ChangeCorrected
	switch {
	case wording[name], old.Kind() == reflect.Bool, isAbsent(old):
		kind = ChangeLearnt
	case isAbsent(revised):
	case old.Type() == reflect.TypeFor[edtf.Date]():
		if narrows(old.Interface().(edtf.Date), revised.Interface().(edtf.Date)) {
			kind = ChangeLearnt
		}
	case old.Kind() == reflect.Slice:
		if kind = r.list(old, revised); kind == 0 {
			return
		}
	}
	r.changes = append(r.changes, FieldChange{Path: path, Kind: kind, Before: stated(old), After: stated(revised)})
}

// stated is a value as it was filed, empty for none.
func stated(v reflect.Value) string {
	if isAbsent(v) {
		return ""
	}
	return contentWriter{}.text(v.Interface())
}

func (r *revision) same(old, revised reflect.Value) bool {
	return r.old.text(old.Interface()) == r.new.text(revised.Interface())
}

// list tells what sort of change leads from one list to another: none where
// they are the same but for the order that their IDs give them.
func (r *revision) list(old, revised reflect.Value) ChangeKind {
	added := map[string][]int{} // places in the revised list, by text
	for i := range revised.Len() {
		text := r.new.text(revised.Index(i).Interface())
		added[text] = append(added[text], i)
	}
	var lost []int
	for i := range old.Len() {
		text := r.old.text(old.Index(i).Interface())
		if len(added[text]) == 0 {
			lost = append(lost, i)
			continue
		}
		added[text] = added[text][1:]
	}
	var free []int                 // places in the revised list of what is new
	for _, places := range added { // sorted below
		free = append(free, places...)
	}
	slices.Sort(free)
	if len(lost)+len(free) == 0 {
		switch old.Interface().(type) {
		case []Author, []Custody: // lists whose order says something
			return ChangeCorrected
		}
		return 0
	}
	heirs := map[string][]int{} // places of what is new, by what it is about
	for _, j := range free {
		about := r.new.about(revised.Index(j))
		heirs[about] = append(heirs[about], j)
	}
	for _, i := range lost {
		about := r.old.about(old.Index(i))
		if about == "" {
			return ChangeCorrected
		}
		at := slices.IndexFunc(heirs[about][:min(len(heirs[about]), mostHeirs)], func(j int) bool {
			return r.sharpens(old.Index(i), revised.Index(j))
		})
		if at < 0 {
			return ChangeCorrected
		}
		heirs[about] = slices.Delete(heirs[about], at, at+1)
	}
	return ChangeLearnt
}

// mostHeirs bounds how many new elements are tried for one that was lost.
const mostHeirs = 16

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
	inner.fields("", old, revised)
	return !slices.ContainsFunc(inner.changes, func(c FieldChange) bool { return c.Kind == ChangeCorrected })
}

// narrows reports whether every day on which what revised dates can start or
// end is one on which old can.
func narrows(old, revised edtf.Date) bool {
	return within(startDomain(old), startDomain(revised)) &&
		within(endDomain(old), endDomain(revised))
}

// within reports whether one domain holds all of another.
func within(outer, inner []span.Range) bool {
	for _, r := range inner {
		for len(outer) > 0 && outer[0].Last < r.First {
			outer = outer[1:]
		}
		if len(outer) == 0 || outer[0].First > r.First || outer[0].Last < r.Last {
			return false
		}
	}
	return true
}
