package dispute

import (
	"iter"
	"slices"
	"strings"
)

// A Difference is what leads from the [Snapshot] of one view to that of
// another; [Snapshot.Apply] takes that step.
type Difference struct {
	// Changes are ordered by key. Keys do not repeat.
	Changes []Change `json:"changes,omitempty"`
}

// A Change is one fact that is there in one snapshot only, or differs.
type Change struct {
	Key string `json:"key"`
	// Kind tells what happened from what was learnt and from what was put
	// right; see [Diff].
	Kind ChangeKind `json:"kind"`
	// Before and After are the fact in the two snapshots, the zero Fact where
	// it is not there.
	Before Fact `json:"before,omitzero"`
	After  Fact `json:"after,omitzero"`
	// Fields are, for an item that was revised, the fields that state
	// something else, in the order of the text. They leave out how the item is
	// filed: its ID, what it supersedes, and its known and recorded days.
	Fields []FieldChange `json:"fields,omitempty"`
	// Because are the items that made the difference: those on which the fact
	// rests and that are new or revised, by the ID of the later version, or
	// gone, by the ID they had. So are versions that others replace: of a
	// conflict of versions, and of a fact that names what replaces one for no
	// longer speaking of what the fact is about. Of a question that is open in one view only,
	// there is also what settles it in the other; of a conflict that became a
	// larger one, what that has beside; and of any fact that is there in one
	// view only, the retractions and undercuts aimed at statements and sources
	// on which it rests there. What was revised in nothing but its wording made
	// no fact appear or vanish. Sorted; empty for ChangeLens, and where the lens
	// alone lets another of several reports of one silence tell of it.
	Because []Ref `json:"because,omitempty"`
}

// A FieldChange is one field of a revised item.
type FieldChange struct {
	// Path is the JSON Pointer (RFC 6901) of the field within the item.
	Path string     `json:"path"`
	Kind ChangeKind `json:"kind"`
	// Before and After are the values as JSON, empty where there is none.
	Before string `json:"before,omitzero"`
	After  string `json:"after,omitzero"`
}

// ChangeKind says what sort of change it is. The zero ChangeKind is none.
type ChangeKind uint8

// The kinds of change, the stronger the later.
const (
	// ChangeReasons: the answer is the same, but rests on other items.
	ChangeReasons ChangeKind = iota + 1
	// ChangeLens: no item on file made it. The views look differently, from
	// another standpoint or under another policy, or time has passed.
	ChangeLens
	// ChangeLearnt: what was so already is newly known or recorded, or more
	// precisely.
	ChangeLearnt
	// ChangeWorld: it happened after the day as of which the first view was
	// taken. Where that view has no day, nothing is.
	ChangeWorld
	// ChangeCorrected: what was stated is stated otherwise, was withdrawn or
	// undercut, or is no longer on file.
	ChangeCorrected
)

var changeKinds = vocabulary{"change kind", []string{"none", "reasons", "lens", "learnt", "world", "corrected"}}

// String returns the word for k.
func (k ChangeKind) String() string { return changeKinds.text(uint8(k)) }

// MarshalText returns the word for k.
func (k ChangeKind) MarshalText() ([]byte, error) { return changeKinds.marshal(uint8(k)) }

// UnmarshalText reads the word for k; any other text is an error.
func (k *ChangeKind) UnmarshalText(text []byte) error {
	return changeKinds.unmarshal(text, (*uint8)(k))
}

// Diff returns what leads from view a to view b. They may be views of one
// dossier or of two, such as one file at two times. Where a has no day (see
// [View.Day]), nothing is ChangeWorld.
//
// An item that is in b only is ChangeWorld if it is an event that took place
// and cannot have started before or on the day of a: events happen, and what is
// said of them is learnt. It is ChangeCorrected if it is a retraction or an
// undercut because of which a statement no longer counts; else ChangeLearnt. An
// item that is in a only is ChangeCorrected. An item that differs is as strong
// as the strongest of its fields:
//
//   - A date that leaves no day which the old one excluded is ChangeLearnt,
//     any other date ChangeCorrected.
//   - A list to which elements were only added, or whose elements became more
//     precise, is ChangeLearnt; one that lost an element ChangeCorrected.
//   - Free text that says how something is called or worded, a note, a summary,
//     a place and the like, and whether something is confidential, is
//     ChangeLearnt.
//   - Phase and date of an event that was expected correct nothing: they are
//     ChangeWorld if it took place and cannot have started by the day of a, else
//     ChangeLearnt. That an ongoing event has ended is ChangeWorld if it cannot
//     have ended by that day, else ChangeLearnt.
//   - A value where there was none is ChangeLearnt; another value, or none where
//     there was one, ChangeCorrected.
//
// An answer that differs is as strong as the strongest of its causes, with
// these exceptions. What follows for an event that may have started by the day
// of a, or that is only expected, is ChangeLearnt for the answers about that
// event. For the dates of events, and of an event on which an answer rests for
// nothing but its dates, only dates, phases and links count. ChangeLens is
// without a cause.
//
// The cost is that of the two snapshots.
func Diff(a, b *View) Difference {
	d := differ{a: a.read(), b: b.read()}
	d.compareItems()
	d.compareVersions()
	var out Difference
	x, y := d.a.Facts, d.b.Facts
	for len(x) > 0 || len(y) > 0 {
		var before, after Fact
		switch {
		case len(y) == 0 || len(x) > 0 && x[0].Key < y[0].Key:
			before, x = x[0], x[1:]
		case len(x) == 0 || y[0].Key < x[0].Key:
			after, y = y[0], y[1:]
		default:
			before, after, x, y = x[0], y[0], x[1:], y[1:]
		}
		if !before.equal(after) {
			out.Changes = append(out.Changes, d.change(before, after))
		}
	}
	return out
}

// Of yields the changes of one kind, in their order.
func (d Difference) Of(k ChangeKind) iter.Seq[Change] {
	return func(yield func(Change) bool) {
		for _, c := range d.Changes {
			if c.Kind == k && !yield(c) {
				return
			}
		}
	}
}

// itemChange is an item that is new, revised or gone.
type itemChange struct {
	ref           Ref // of the version in the later view that has it
	kind          ChangeKind
	fields        []FieldChange
	revised, gone bool
	number        int32 // in the view that has it
}

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
			x.fields = d.revise(m, n)
			for _, f := range x.fields {
				x.kind = max(x.kind, f.Kind)
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
		v.startDays(v.events.at(n)).first > today.Number()
}

// endsLater reports whether event n of b ended after the day of a.
func (d *differ) endsLater(n int32) bool {
	today, v := d.a.v.Day(), d.b.v
	return !today.IsZero() && v.events.time.EarliestEnd(v.events.at(n)) > lastTick(today.Number())
}

// change describes a fact that differs, or is in one snapshot only.
func (d *differ) change(before, after Fact) Change {
	c := Change{Key: max(before.Key, after.Key), Kind: ChangeLens, Before: before, After: after}
	if x := d.items[c.Key]; x != nil {
		c.Kind, c.Fields, c.Because = x.kind, x.fields, []Ref{x.ref}
		return c
	}
	same := before.Text == after.Text
	for _, x := range d.causes(before, after) {
		if kind := d.bearing(x, before, after); kind != 0 || same {
			c.Kind = max(c.Kind, kind)
			c.Because = append(c.Because, x.ref)
		}
	}
	slices.SortFunc(c.Because, Ref.Compare)
	c.Because = slices.Compact(c.Because) // a replaced version that was edited changed on both sides
	switch e := d.eventOf(after); {
	case same:
		c.Kind = ChangeReasons
	case c.Kind == ChangeWorld && e != none && !d.isLater(e):
		c.Kind = ChangeLearnt
	}
	return c
}

// bearing is how strongly an item bears on an answer, zero for not at all.
func (d *differ) bearing(x *itemChange, before, after Fact) ChangeKind {
	key := max(before.Key, after.Key)
	switch topic, _, _ := strings.Cut(key, "/"); topic {
	case "event", "chronology":
		return x.dateKind()
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

// causes returns the changed items that made the difference, each once.
func (d *differ) causes(before, after Fact) []*itemChange {
	causes := append(d.direct(before, after), d.settling(before, after)...)
	if len(causes) == 0 {
		for _, key := range slices.Concat(before.Facts, after.Facts) {
			causes = append(causes, d.through(key)...)
		}
	}
	switch {
	case before.Key != after.Key:
		causes = append(causes, d.withdrawals(before, after)...)
	case before.Text == after.Text:
		causes = append(causes, d.moving(before, after)...)
	}
	return once(causes)
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
func (v *View) eventOf(c int32) int32 {
	x := v.d.claim(c).Content
	switch {
	case x.Agency != nil:
		return v.resolve(x.Agency.Event.Ref())
	case x.Figure != nil:
		return v.resolve(x.Figure.Event.Ref())
	case x.Dating != nil:
		return v.resolve(x.Dating.Event.Ref())
	}
	return v.resolve(x.Occurred.Ref())
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
