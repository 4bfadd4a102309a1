package dispute

import "iter"

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
	Kind ChangeKind `json:"kind"`
	// Before and After are the values as JSON, empty where there is none.
	Before string `json:"before,omitzero"`
	After  string `json:"after,omitzero"`
}

var changeKinds = vocabulary{"change kind", []string{"none", "reasons", "lens", "learnt", "world", "corrected"}}
