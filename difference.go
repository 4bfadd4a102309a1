package dispute

import (
	"fmt"
	"iter"
	"slices"
)

// Apply returns the snapshot that d leads to from s. It is an error if d does
// not start from s, or if a fact in it has another key than its change. Neither
// is modified.
func (s Snapshot) Apply(d Difference) (Snapshot, error) {
	var out Snapshot
	rest := s.Facts
	for i, c := range d.Changes {
		if i > 0 && d.Changes[i-1].Key >= c.Key {
			return Snapshot{}, fmt.Errorf("%w: change %s after change %s, expected ascending keys", ErrValue, shorten(c.Key), shorten(d.Changes[i-1].Key))
		}
		for _, f := range []Fact{c.Before, c.After} {
			if f.Key != c.Key && !f.equal(Fact{}) {
				return Snapshot{}, fmt.Errorf("%w: change %s of the fact %s, expected one key", ErrValue, shorten(c.Key), shorten(f.Key))
			}
		}
		if c.Key == "" {
			return Snapshot{}, fmt.Errorf("%w: change %d has no key, expected that of its fact", ErrMissing, i)
		}
		for len(rest) > 0 && rest[0].Key < c.Key {
			out.Facts, rest = append(out.Facts, rest[0]), rest[1:]
		}
		var before Fact
		if len(rest) > 0 && rest[0].Key == c.Key {
			before, rest = rest[0], rest[1:]
		}
		if !before.equal(c.Before) {
			return Snapshot{}, fmt.Errorf("%w: change %s starts from %s, expected the snapshot's %s", ErrValue, shorten(c.Key), shorten(c.Before.Text), shorten(before.Text))
		}
		if c.After.Key != "" {
			out.Facts = append(out.Facts, c.After)
		}
	}
	out.Facts = append(out.Facts, rest...)
	for i := range out.Facts {
		out.Facts[i].Items = slices.Clone(out.Facts[i].Items)
		out.Facts[i].Facts = slices.Clone(out.Facts[i].Facts)
	}
	return out, nil
}

// A Change is one fact that is there in one snapshot only, or differs.
type Change struct {
	Key string `json:"key"`
	// Kind tells what happened from what was learnt and from what was put
	// right; see [Diff].
	Kind ChangeKind `json:"kind,omitzero"`
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

// ChangeKind says what sort of change it is. The zero ChangeKind is none.
type ChangeKind uint8

// MarshalText returns the word for k.
func (k ChangeKind) MarshalText() ([]byte, error) { return changeKinds.marshal(uint8(k)) }

// String returns the word for k.
func (k ChangeKind) String() string { return changeKinds.text(uint8(k)) }

// UnmarshalText reads the word for k; any other text is an error.
func (k *ChangeKind) UnmarshalText(text []byte) error {
	return changeKinds.unmarshal(text, (*uint8)(k))
}

// A Difference is what leads from the [Snapshot] of one view to that of
// another; [Snapshot.Apply] takes that step.
type Difference struct {
	// Changes are ordered by key. Keys do not repeat.
	Changes []Change `json:"changes,omitempty"`
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

// A FieldChange is one field of a revised item.
type FieldChange struct {
	// Path is the JSON Pointer (RFC 6901) of the field within the item.
	Path string     `json:"path"`
	Kind ChangeKind `json:"kind,omitzero"`
	// Before and After are the values as JSON, empty where there is none.
	Before string `json:"before,omitzero"`
	After  string `json:"after,omitzero"`
}

var changeKinds = vocabulary{"change kind", []string{"none", "reasons", "lens", "learnt", "world", "corrected"}}

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
	d := differ{a: read(a), b: read(b)}
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
