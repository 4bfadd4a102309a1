package disputetest

import (
	"cmp"
	"reflect"
	"slices"
	"sync"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// This file looks at records the slow way: by copying what remains of them.

var kindOfID = map[reflect.Type]dispute.ItemKind{
	reflect.TypeFor[dispute.ActorID]():       dispute.ItemActor,
	reflect.TypeFor[dispute.SourceID]():      dispute.ItemSource,
	reflect.TypeFor[dispute.EventID]():       dispute.ItemEvent,
	reflect.TypeFor[dispute.ClaimID]():       dispute.ItemClaim,
	reflect.TypeFor[dispute.AttributionID](): dispute.ItemAttribution,
}

// An anatomy says of a type what there is to visit in its values.
type anatomy struct {
	holdsIDs bool
	shares   bool // whether values share memory when assigned
	fields   []fieldAnatomy
}

type fieldAnatomy struct {
	index            int
	holdsIDs, shares bool
}

var anatomies sync.Map // by type

func anatomyOf(t reflect.Type) *anatomy {
	if known, ok := anatomies.Load(t); ok {
		return known.(*anatomy)
	}
	a := &anatomy{}
	_, a.holdsIDs = kindOfID[t]
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		a.shares = true
		a.holdsIDs = anatomyOf(t.Elem()).holdsIDs
	case reflect.Struct:
		for i := range t.NumField() {
			if f := t.Field(i); f.IsExported() {
				of := anatomyOf(f.Type)
				a.holdsIDs, a.shares = a.holdsIDs || of.holdsIDs, a.shares || of.shares
				a.fields = append(a.fields, fieldAnatomy{i, of.holdsIDs, of.shares})
			}
		}
	}
	anatomies.Store(t, a)
	return a
}

// EachID visits every ID that stands anywhere in v and is not empty.
func EachID(v reflect.Value, visit func(id reflect.Value, ref dispute.Ref)) {
	switch v.Kind() {
	case reflect.String:
		if kind, ok := kindOfID[v.Type()]; ok && v.Len() > 0 {
			visit(v, dispute.Ref{Kind: kind, ID: v.String()})
		}
	case reflect.Pointer:
		if !v.IsNil() {
			EachID(v.Elem(), visit)
		}
	case reflect.Slice:
		if v.Len() > 0 && anatomyOf(v.Type()).holdsIDs {
			for i := range v.Len() {
				EachID(v.Index(i), visit)
			}
		}
	case reflect.Struct:
		for _, f := range anatomyOf(v.Type()).fields {
			if f.holdsIDs {
				EachID(v.Field(f.index), visit)
			}
		}
	}
}

// Copy returns v with everything in it copied.
func Copy[T any](v T) T {
	var out T
	copyInto(reflect.ValueOf(&out).Elem(), reflect.ValueOf(&v).Elem())
	return out
}

func copyInto(to, from reflect.Value) {
	to.Set(from)
	if !anatomyOf(from.Type()).shares {
		return
	}
	switch from.Kind() {
	case reflect.Pointer:
		if !from.IsNil() {
			to.Set(reflect.New(from.Type().Elem()))
			copyInto(to.Elem(), from.Elem())
		}
	case reflect.Slice:
		if from.IsNil() {
			return
		}
		to.Set(reflect.MakeSlice(from.Type(), from.Len(), from.Len()))
		reflect.Copy(to, from)
		if anatomyOf(from.Type().Elem()).shares {
			for i := range from.Len() {
				copyInto(to.Index(i), from.Index(i))
			}
		}
	case reflect.Struct:
		for _, f := range anatomyOf(from.Type()).fields {
			if f.shares {
				copyInto(to.Field(f.index), from.Field(f.index))
			}
		}
	}
}

// KeepOnly returns a copy of r with the items for which want holds, less those
// that refer to something that is not kept.
func KeepOnly(r dispute.Record, want func(dispute.Ref) bool) dispute.Record {
	there := map[dispute.Ref]bool{}
	type item struct {
		ref  dispute.Ref
		uses []dispute.Ref
	}
	var items []item
	EachItem(&r, func(ref dispute.Ref, v reflect.Value) {
		if !want(ref) {
			return
		}
		there[ref] = true
		x := item{ref: ref}
		EachID(v, func(_ reflect.Value, to dispute.Ref) { x.uses = append(x.uses, to) })
		items = append(items, x)
	})
	for before := -1; before != len(items); {
		before = len(items)
		items = slices.DeleteFunc(items, func(x item) bool {
			gone := slices.ContainsFunc(x.uses, func(to dispute.Ref) bool { return !there[to] })
			if gone {
				delete(there, x.ref)
			}
			return gone
		})
	}
	return Only(r, there)
}

// Only returns a copy of r with some of its items.
func Only(r dispute.Record, there map[dispute.Ref]bool) dispute.Record {
	r.Actors = some(r.Actors, func(x dispute.Actor) bool { return there[x.ID.Ref()] })
	r.Sources = some(r.Sources, func(x dispute.Source) bool { return there[x.ID.Ref()] })
	r.Events = some(r.Events, func(x dispute.Event) bool { return there[x.ID.Ref()] })
	r.Claims = some(r.Claims, func(x dispute.Claim) bool { return there[x.ID.Ref()] })
	r.Attributions = some(r.Attributions, func(x dispute.Attribution) bool { return there[x.ID.Ref()] })
	return r
}

func some[T any](list []T, want func(T) bool) []T {
	kept := []T{}
	for _, x := range list {
		if want(x) {
			kept = append(kept, Copy(x))
		}
	}
	return kept
}

// EachItem visits every item of a record with the reference to it.
func EachItem(r *dispute.Record, visit func(ref dispute.Ref, item reflect.Value)) {
	record := reflect.ValueOf(r).Elem()
	for i := range record.NumField() {
		if list := record.Field(i); list.Kind() == reflect.Slice {
			for j := range list.Len() {
				item := list.Index(j)
				id := item.FieldByName("ID")
				visit(dispute.Ref{Kind: kindOfID[id.Type()], ID: id.String()}, item)
			}
		}
	}
}

// daysOf returns the known and the recorded day of every item; the zero Day
// is that of an item that has always been there.
func daysOf(r dispute.Record) (known, recorded map[dispute.Ref]edtf.Day) {
	known, recorded = map[dispute.Ref]edtf.Day{}, map[dispute.Ref]edtf.Day{}
	put := func(ref dispute.Ref, k, rec, byDefault edtf.Day) {
		if k.IsZero() {
			k = byDefault
		}
		if rec.IsZero() {
			rec = k
		}
		known[ref], recorded[ref] = k, rec
	}
	lastDay := func(d edtf.Date) edtf.Day {
		b := d.Bounds()
		return cmp.Or(b.LatestEnd.Day(), b.LatestStart.Day(), b.EarliestStart.Day())
	}
	for _, a := range r.Actors {
		put(a.ID.Ref(), a.Known, a.Recorded, edtf.Day{})
	}
	for _, s := range r.Sources {
		put(s.ID.Ref(), s.Known, s.Recorded, lastDay(s.Published))
	}
	for _, c := range r.Claims {
		put(c.ID.Ref(), c.Known, c.Recorded, edtf.Day{})
	}
	for _, e := range r.Events {
		var latest edtf.Day
		for _, s := range e.Sources {
			if day := known[s.Ref()]; latest.Compare(day) < 0 {
				latest = day
			}
		}
		put(e.ID.Ref(), e.Known, e.Recorded, latest)
	}
	for _, a := range r.Attributions {
		day := lastDay(a.Published)
		if day.IsZero() && a.Source != "" {
			day = known[a.Source.Ref()]
		}
		put(a.ID.Ref(), a.Known, a.Recorded, day)
	}
	return known, recorded
}

// Truncate returns what was public by one day and on file by another; a zero
// day is no limit. What refers to something that is not there goes with it.
func Truncate(r dispute.Record, knownBy, recordedBy edtf.Day) dispute.Record {
	if knownBy.IsZero() && recordedBy.IsZero() {
		return Copy(r)
	}
	known, recorded := daysOf(r)
	by := func(day, limit edtf.Day) bool { return limit.IsZero() || day.Compare(limit) <= 0 }
	return KeepOnly(r, func(ref dispute.Ref) bool {
		return by(known[ref], knownBy) && by(recorded[ref], recordedBy)
	})
}

// Settle returns r with every superseded item gone and every reference to one
// leading to the item that replaces it; leadsTo says which that is. It changes
// what r holds.
func Settle(r dispute.Record) (settled dispute.Record, leadsTo map[dispute.Ref]dispute.Ref) {
	h := lineage{old: map[dispute.Ref]dispute.Ref{}}
	h.known, h.recorded = daysOf(r)
	EachItem(&r, func(ref dispute.Ref, item reflect.Value) {
		h.all = append(h.all, ref)
		if s := item.FieldByName("Supersedes"); s.String() != "" {
			h.old[ref] = dispute.Ref{Kind: ref.Kind, ID: s.String()}
		}
		item.FieldByName("Supersedes").SetString("")
	})
	leadsTo = map[dispute.Ref]dispute.Ref{}
	for _, ref := range h.all {
		leadsTo[ref] = h.current(ref)
	}
	record := reflect.ValueOf(&r).Elem()
	for i := range record.NumField() {
		if list := record.Field(i); list.Kind() == reflect.Slice {
			list.Set(settledList(list, leadsTo))
		}
	}
	return r, leadsTo
}

// settledList returns the items of a list that lead to themselves, with what
// they refer to led on.
func settledList(list reflect.Value, leadsTo map[dispute.Ref]dispute.Ref) reflect.Value {
	kept := reflect.MakeSlice(list.Type(), 0, list.Len())
	for j := range list.Len() {
		id := list.Index(j).FieldByName("ID")
		if ref := (dispute.Ref{Kind: kindOfID[id.Type()], ID: id.String()}); leadsTo[ref] == ref {
			kept = reflect.Append(kept, list.Index(j))
		}
	}
	EachID(kept, func(id reflect.Value, ref dispute.Ref) { id.SetString(leadsTo[ref].ID) })
	return kept
}

// A lineage is what replaces what in a record.
type lineage struct {
	all             []dispute.Ref
	old             map[dispute.Ref]dispute.Ref // what each item supersedes
	known, recorded map[dispute.Ref]edtf.Day
}

// inCircle reports whether an item supersedes itself in the end.
func (h *lineage) inCircle(ref dispute.Ref) bool {
	at, ok := ref, true
	for range h.all {
		if at, ok = h.old[at]; !ok {
			return false
		}
		if at == ref {
			return true
		}
	}
	return false
}

// newest is the version that rules among those that come from first: of all that
// nothing supersedes, the one entered last, then known last, then with the
// greatest ID.
func (h *lineage) newest(first dispute.Ref) dispute.Ref {
	var best dispute.Ref
	for todo := []dispute.Ref{first}; len(todo) > 0; todo = todo[1:] {
		ref, superseded := todo[0], false
		for _, y := range h.all {
			if h.old[y] == ref && !h.inCircle(y) {
				todo, superseded = append(todo, y), true
			}
		}
		later := cmp.Or(h.recorded[ref].Compare(h.recorded[best]), h.known[ref].Compare(h.known[best]), ref.Compare(best)) > 0
		if !superseded && (best == dispute.Ref{} || later) {
			best = ref
		}
	}
	return best
}

// current is what an item leads to: the version that rules among all that come
// from the same first one; in a circle, itself.
func (h *lineage) current(ref dispute.Ref) dispute.Ref {
	first := ref
	for !h.inCircle(first) {
		earlier, ok := h.old[first]
		if !ok {
			break
		}
		first = earlier
	}
	return h.newest(first)
}

// Sorted returns the elements of a set in order, each once.
func Sorted[T cmp.Ordered](set map[T]bool) []T {
	var list []T
	for x, in := range set {
		if in {
			list = append(list, x)
		}
	}
	slices.Sort(list)
	return list
}

// WithoutVersions makes every item one of its own: nothing supersedes anything.
// It changes the record in place.
func WithoutVersions(r dispute.Record) dispute.Record {
	for i := range r.Actors {
		r.Actors[i].Supersedes = ""
	}
	for i := range r.Sources {
		r.Sources[i].Supersedes = ""
	}
	for i := range r.Events {
		r.Events[i].Supersedes = ""
	}
	for i := range r.Claims {
		r.Claims[i].Supersedes = ""
	}
	for i := range r.Attributions {
		r.Attributions[i].Supersedes = ""
	}
	return r
}

// Corrects reports whether an item of r supersedes another.
func Corrects(r dispute.Record, ref dispute.Ref) (yes bool) {
	EachItem(&r, func(x dispute.Ref, item reflect.Value) {
		yes = yes || x == ref && item.FieldByName("Supersedes").String() != ""
	})
	return yes
}

// AllRefs returns the references to all items of a record.
func AllRefs(r dispute.Record) []dispute.Ref {
	var list []dispute.Ref
	for _, x := range r.Actors {
		list = append(list, x.ID.Ref())
	}
	for _, x := range r.Sources {
		list = append(list, x.ID.Ref())
	}
	for _, x := range r.Events {
		list = append(list, x.ID.Ref())
	}
	for _, x := range r.Claims {
		list = append(list, x.ID.Ref())
	}
	for _, x := range r.Attributions {
		list = append(list, x.ID.Ref())
	}
	return list
}

// Without returns a record less one item and all that cannot stand without it,
// and what those are.
func Without(r dispute.Record, ref dispute.Ref) (dispute.Record, map[dispute.Ref]bool) {
	rest := KeepOnly(r, func(x dispute.Ref) bool { return x != ref })
	gone := map[dispute.Ref]bool{}
	EachItem(&r, func(x dispute.Ref, _ reflect.Value) { gone[x] = true })
	EachItem(&rest, func(x dispute.Ref, _ reflect.Value) { delete(gone, x) })
	return rest, gone
}

// Lacking returns the record without some items and what depends on them.
func Lacking(r dispute.Record, items map[dispute.Ref]bool) dispute.Record {
	return KeepOnly(r, func(ref dispute.Ref) bool { return !items[ref] })
}
