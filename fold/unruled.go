package fold

import (
	"maps"
	"slices"

	"github.com/dispute-go/dispute"
)

// Unruled tells how many events of one kind changed nothing since no rule knows
// the kind, or none for the roles of the actors.
type Unruled struct {
	Kind   dispute.EventKind `json:"kind"`
	Events int64             `json:"events"`
}

// Unruled returns how many events came that no rule knows, by kind: nothing is
// lost in silence. Each time that an event is added counts, whether it was there
// already or not, and a removal does not count. The kinds that tell nothing of a
// relation, such as a statement, are among them.
func (f *Named) Unruled() []Unruled {
	if f == nil {
		return nil
	}
	var list []Unruled
	for _, kind := range slices.Sorted(maps.Keys(f.unruled)) {
		if n := *f.unruled[kind]; n > 0 { // not one that only came with an error, or was removed
			list = append(list, Unruled{kind, n})
		}
	}
	return list
}

// Unruled returns how many events came with the zero [Code], which is that of
// kinds and roles for which there is no rule. Each time that one is added counts.
func (f *Coded) Unruled() int64 {
	if f == nil {
		return 0
	}
	return f.unruled
}

func countUnruled(events []CodedEvent) (n int64) {
	for i := range events {
		if events[i].Code == 0 {
			n++
		}
	}
	return n
}

// count returns where the events of a kind that has no code are counted.
func (f *Named) count(kind dispute.EventKind) *int64 {
	if f.unruled == nil {
		f.unruled = map[dispute.EventKind]*int64{}
	}
	n := f.unruled[kind]
	if n == nil {
		n = new(int64)
		f.unruled[kind] = n
	}
	return n
}

// countAll counts the events that another fold has counted.
func (f *Named) countAll(other *Named) {
	for kind, n := range other.unruled {
		*f.count(kind) += *n
	}
}
